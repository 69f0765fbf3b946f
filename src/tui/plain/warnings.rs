//! Time that is used up, told once.

use std::collections::BTreeSet;

use crate::domain::ids::ItemId;
use crate::domain::plan::{item_time, planned_seconds};
use crate::domain::session::Phase;
use crate::phrase;
use crate::text::words::id;
use crate::tui::desk::bell::{Turn, turn_used_up};
use crate::tui::desk::model::Model;

/// What was told already. A plan that is changed may be used up once more.
#[derive(Debug, Default)]
pub struct Warnings {
    turn: Option<Turn>,
    near: BTreeSet<(ItemId, u32)>,
    over: BTreeSet<(ItemId, u32)>,
    meeting: BTreeSet<u32>,
}

impl Warnings {
    /// What has to be told now.
    pub fn due(&mut self, model: &Model) -> Vec<String> {
        let (session, words) = (model.session(), &model.words);
        let mut lines = Vec::new();
        if session.phase != Phase::Running {
            return lines;
        }
        if let Some(turn) = turn_used_up(model).filter(|turn| self.turn != Some(*turn)) {
            self.turn = Some(turn);
            let limit = phrase::duration(words, session.turn_seconds());
            let values = [("name", session.name_of(turn.0).into()), ("time", limit.into())];
            lines.push(words.tell(id::PLAIN_TURN_OVER, &values));
        }
        lines.extend(self.item(model));
        let planned = planned_seconds(session);
        let over = planned > 0 && session.watch.read(model.now) > planned;
        if over && self.meeting.insert(planned) {
            let values = [("minutes", (planned / 60).into())];
            lines.push(words.tell(id::PLAIN_MEETING_OVER, &values));
        }
        lines
    }

    /// The item on the table: first when it is nearly used up, then when it is.
    fn item(&mut self, model: &Model) -> Option<String> {
        let item = model.session().current_item()?;
        let time = item_time(item, model.now);
        let which = (item.id, time.planned?);
        let values = [
            ("item", phrase::item_label(&model.words, model.session(), item.id).into()),
            ("spent", (time.spent / 60).into()),
            ("planned", (which.1 / 60).into()),
        ];
        if time.is_over() {
            self.near.insert(which);
            return self.over.insert(which).then(|| model.words.tell(id::PLAIN_ITEM_OVER, &values));
        }
        let near = time.is_near() && self.near.insert(which);
        near.then(|| model.words.tell(id::PLAIN_ITEM_NEAR, &values))
    }
}
