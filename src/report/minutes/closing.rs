//! What comes after the agenda: the action list, the parking list, notes, what was left open, who
//! spoke how long, and which record all of it was made from.

use super::{Cells, Page, Shape, Sheet, clock};
use crate::domain::action::{Action, ActionState};
use crate::domain::agreement::{Agreed, Confirmation};
use crate::domain::event::Matter;
use crate::domain::heard::heard;
use crate::domain::ids::{ActionId, ItemId};
use crate::domain::open_matters;
use crate::domain::people::Participant;
use crate::domain::session::Phase;
use crate::phrase::{
    action_name, action_state, bracketed, comma_list, duration, item_label, lack, matter,
    parked_name, role, settled, share,
};
use crate::report::people::{confirmed_by, sources, speaker};
use crate::report::review::places::Thing;
use crate::text::words::id;

impl Page<'_> {
    pub(super) fn actions(&self, sheet: &mut dyn Sheet) {
        sheet.heading(&self.say(id::ACTIONS_TITLE));
        if self.session.actions.is_empty() {
            sheet.sentence(&self.say(id::MINUTES_NO_ACTIONS));
            return;
        }
        let missing = || self.say(id::REPORT_MISSING);
        let row = |action: &Action| {
            let recorded = |text: &str| sheet.recorded(text);
            vec![
                action_name(action.id),
                recorded(&action.what),
                action.owner.as_deref().map_or_else(missing, recorded),
                action.due.map_or_else(missing, |due| due.to_string()),
                action.test.as_deref().map_or_else(missing, recorded),
                self.sources(sheet, action),
                self.progress(sheet, action),
            ]
        };
        let all = self.session.actions.iter();
        let rows: Vec<Cells> =
            all.map(|action| (self.places.of(Thing::Action(action.id)), row(action))).collect();
        let heads = self.says(&[
            id::ACTIONS_NUMBER,
            id::ACTIONS_WHAT,
            id::ACTIONS_OWNER,
            id::ACTIONS_DUE,
            id::ACTIONS_TEST,
            id::MINUTES_SOURCE,
            id::ACTIONS_STATE,
        ]);
        sheet.table(Shape::Entries, &heads, &rows);
        let standing = || self.session.actions.iter().filter(|action| action.dropped.is_none());
        let state = |action: &Action| self.ledger.state_of(self.session_id, action.id);
        let done = standing().filter(|action| state(action) == ActionState::Done).count();
        let values = [("done", done.into()), ("total", standing().count().into())];
        sheet.gap();
        sheet.sentence(&self.tell(id::MINUTES_TALLY, &values));
        if self.session.read_back.is_some() {
            sheet.gap();
            for action in standing() {
                let value = self.read_out(sheet, action.confirmed.as_ref());
                let values = [("label", action_name(action.id).into()), ("value", value.into())];
                let seq = self.places.of(Thing::Confirmed(Agreed::Action(action.id)));
                let seq = seq.or(self.places.of(Thing::Action(action.id)));
                sheet.entry(&self.tell(id::REPORT_FIELD, &values), seq);
            }
        }
    }

    /// Whether something was read out and who confirmed it.
    pub(super) fn read_out(&self, sheet: &dyn Sheet, confirmed: Option<&Confirmation>) -> String {
        let Some(confirmed) = confirmed else {
            return self.say(id::MINUTES_UNCONFIRMED);
        };
        let time = ("time", clock(confirmed.at).into());
        let names: Vec<String> =
            confirmed_by(self.session, confirmed).iter().map(|name| sheet.recorded(name)).collect();
        if names.is_empty() {
            return self.tell(id::MINUTES_CONFIRMED, &[time]);
        }
        let names = ("names", comma_list(self.words, &names).into());
        self.tell(id::MINUTES_CONFIRMED_BY, &[time, names])
    }

    /// `3（王小明）、5（李强）`: the opinions an action answers, with who voiced them.
    fn sources(&self, sheet: &dyn Sheet, action: &Action) -> String {
        let sources: Vec<String> = sources(self.session, action)
            .iter()
            .map(|opinion| {
                let name = sheet.recorded(&speaker(self.session, opinion.person));
                bracketed(self.words, &opinion.id.to_string(), &name)
            })
            .collect();
        comma_list(self.words, &sources)
    }

    /// Where it stands by the ledger, with the latest report.
    fn progress(&self, sheet: &dyn Sheet, action: &Action) -> String {
        if let Some(why) = &action.dropped {
            return bracketed(self.words, &self.say(id::ACTION_DROPPED), &sheet.recorded(why));
        }
        let Some(report) = self.ledger.reports_of(self.session_id, action.id).last() else {
            return action_state(self.words, ActionState::Open);
        };
        let day = report.at.date_naive().to_string();
        let news = match &report.note {
            Some(note) => {
                let values = [("date", day.into()), ("text", sheet.recorded(note).into())];
                self.tell(id::MINUTES_NEWS, &values)
            }
            None => day,
        };
        bracketed(self.words, &action_state(self.words, report.state), &news)
    }

    pub(super) fn parking_list(&self, sheet: &mut dyn Sheet) {
        if self.session.parked.is_empty() {
            return;
        }
        sheet.heading(&self.say(id::MINUTES_PARKED));
        for parked in &self.session.parked {
            let mut said = sheet.recorded(&parked.text);
            if let Some(person) = parked.person {
                let name = sheet.recorded(&speaker(self.session, person));
                said = bracketed(
                    self.words,
                    &said,
                    &self.tell(id::MINUTES_BROUGHT_UP, &[("name", name.into())]),
                );
            }
            let state = match settled(self.words, parked) {
                Some(how) => {
                    self.tell(id::MINUTES_SETTLED, &[("how", sheet.recorded(&how).into())])
                }
                None => self.say(id::MINUTES_NOT_SETTLED),
            };
            let values = [
                ("number", parked_name(parked.id).into()),
                ("text", said.into()),
                ("state", state.into()),
            ];
            let seq = self.places.of(Thing::Parked(parked.id));
            sheet.entry(&self.tell(id::MINUTES_PARKED_ENTRY, &values), seq);
        }
    }

    pub(super) fn notes(&self, sheet: &mut dyn Sheet) {
        if self.session.notes.is_empty() {
            return;
        }
        sheet.heading(&self.say(id::MINUTES_NOTES));
        for note in &self.session.notes {
            let text = sheet.recorded(&note.text);
            let values = [("time", clock(note.at).into()), ("text", text.into())];
            let said = self.tell(id::MINUTES_NOTE, &values);
            let said = match note.item {
                Some(item) => bracketed(self.words, &said, &self.item_name(sheet, item)),
                None => said,
            };
            sheet.entry(&said, self.places.of(Thing::Note(note.id)));
        }
    }

    fn item_name(&self, sheet: &dyn Sheet, item: ItemId) -> String {
        sheet.recorded(&item_label(self.words, self.session, item))
    }

    /// What was left open on purpose when the meeting closed, and what of it has been settled
    /// since; before that, what is open now.
    pub(super) fn left_open(&self, sheet: &mut dyn Sheet) {
        let open = open_matters(self.session);
        let closed = self.session.phase == Phase::Closed;
        let matters = if closed { &self.session.left } else { &open };
        if matters.is_empty() || self.session.phase == Phase::Prepared {
            return;
        }
        sheet.heading(&self.say(if closed { id::MINUTES_LEFT } else { id::MINUTES_OPEN }));
        for group in matters.chunk_by(|one, next| same_action(*one, *next)) {
            let Some(first) = group.first() else { continue };
            let said = match first {
                Matter::ActionLacks(action, _) => self.lacking(*action, group),
                one => matter(self.words, self.session, one),
            };
            let said = sheet.recorded(&said);
            let never_open_again = matches!(first, Matter::ItemNotReached(_));
            let settled =
                closed && !never_open_again && !group.iter().any(|one| open.contains(one));
            let said = if settled {
                bracketed(self.words, &said, &self.say(id::MINUTES_SINCE))
            } else {
                said
            };
            sheet.entry(&said, self.places.of(thing_of(*first)));
        }
    }

    /// What one action lacks, in one entry.
    fn lacking(&self, action: ActionId, matters: &[Matter]) -> String {
        let lacks: Vec<String> = matters
            .iter()
            .filter_map(|one| match one {
                Matter::ActionLacks(_, one) => Some(lack(self.words, *one)),
                _ => None,
            })
            .collect();
        let what = self.session.action(action).map_or("?", |action| &action.what);
        let values = [
            ("number", action_name(action).into()),
            ("lacks", comma_list(self.words, &lacks).into()),
            ("text", what.into()),
        ];
        self.tell(id::MATTER_ACTION, &values)
    }

    pub(super) fn statistics(&self, sheet: &mut dyn Sheet) {
        if self.session.people.is_empty() || self.session.opened.is_none() {
            return;
        }
        sheet.heading(&self.say(id::MINUTES_STATISTICS));
        let mut spoke: Vec<&Participant> = self
            .session
            .people
            .iter()
            .map(AsRef::as_ref)
            .filter(|person| !person.is_silent() || person.spoken > 0)
            .collect();
        spoke.sort_by_key(|person| std::cmp::Reverse((person.spoken, person.turns)));
        let turns: u32 = spoke.iter().map(|person| person.turns).sum();
        let seconds = spoke.iter().fold(0u32, |sum, person| sum.saturating_add(person.spoken));
        let values = [
            ("people", self.session.people.len().into()),
            ("spoke", spoke.len().into()),
            ("turns", turns.into()),
            ("length", duration(self.words, seconds).into()),
            ("opinions", self.session.opinions.len().into()),
        ];
        sheet.sentence(&self.tell(id::MINUTES_SPOKE, &values));
        if let Some(floor) = self.session.floor {
            let name = sheet.recorded(&speaker(self.session, floor.person));
            sheet.sentence(&self.tell(id::MINUTES_SPEAKING, &[("name", name.into())]));
        }
        if spoke.is_empty() {
            return;
        }
        let heard = heard(self.session, None);
        sheet.gap();
        let rows: Vec<Cells> = spoke
            .into_iter()
            .map(|person| {
                let cells = vec![
                    sheet.recorded(&speaker(self.session, person.id)),
                    sheet.recorded(&role(self.words, &person.role)),
                    person.turns.to_string(),
                    // Words taken down without the floor being given have no length.
                    match (person.turns, person.spoken) {
                        (0, 0) => self.say(id::MINUTES_NOT_TIMED),
                        _ => duration(self.words, person.spoken),
                    },
                    heard
                        .people
                        .iter()
                        .find(|(id, _)| *id == person.id)
                        .map_or_else(String::new, |(_, spoken)| share(spoken.share)),
                    person.opinions.to_string(),
                ];
                (self.places.of(Thing::Person(person.id)), cells)
            })
            .collect();
        let heads = self.says(&[
            id::REPORT_NAME,
            id::REPORT_ROLE,
            id::REPORT_TURNS,
            id::REPORT_LENGTH,
            id::REPORT_SHARE,
            id::REPORT_OPINIONS,
        ]);
        sheet.table(Shape::Columns, &heads, &rows);
        self.by_role(sheet, &heard);
        self.by_stance(sheet);
    }

    /// Which record the minutes were made from.
    pub(super) fn origin(&self, sheet: &mut dyn Sheet) {
        let values = [
            ("session", sheet.recorded(self.session_id).into()),
            ("count", self.meeting.lines().len().into()),
        ];
        sheet.origin(&self.tell(id::MINUTES_ORIGIN, &values));
    }
}

/// What a matter is about.
fn thing_of(matter: Matter) -> Thing {
    match matter {
        Matter::ItemNotReached(item) => Thing::ItemOpened(item),
        Matter::Question(opinion) => Thing::Opinion(opinion),
        Matter::ActionLacks(action, _) | Matter::Unconfirmed(Agreed::Action(action)) => {
            Thing::Action(action)
        }
        Matter::Parked(parked) => Thing::Parked(parked),
        Matter::Unconfirmed(Agreed::Resolution(resolution)) => Thing::Resolution(resolution),
    }
}

fn same_action(one: Matter, next: Matter) -> bool {
    match (one, next) {
        (Matter::ActionLacks(one, _), Matter::ActionLacks(next, _)) => one == next,
        _ => false,
    }
}
