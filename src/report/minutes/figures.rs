//! The figures of a meeting as tables: who spoke how long by capacity, and how the opinions on each
//! item are divided.

use super::{Cells, Page, Shape, Sheet};
use crate::domain::heard::{Heard, ItemTally, tallies};
use crate::domain::opinion::Stance;
use crate::phrase::{duration, role, share};
use crate::report::review::by_stance::position;
use crate::report::review::places::Thing;
use crate::text::words::id;

impl Page<'_> {
    /// Time by capacity; nothing while nobody had the floor.
    pub(super) fn by_role(&self, sheet: &mut dyn Sheet, heard: &Heard) {
        if heard.people.is_empty() {
            return;
        }
        sheet.gap();
        let rows: Vec<Cells> = heard
            .roles
            .iter()
            .map(|(of_role, spoken)| {
                let cells = vec![
                    sheet.recorded(&role(self.words, of_role)),
                    spoken.people.to_string(),
                    spoken.turns.to_string(),
                    duration(self.words, spoken.seconds),
                    share(spoken.share),
                ];
                (None, cells)
            })
            .collect();
        let heads = self.says(&[
            id::REPORT_ROLE,
            id::REPORT_PEOPLE,
            id::REPORT_TURNS,
            id::REPORT_LENGTH,
            id::REPORT_SHARE,
        ]);
        sheet.table(Shape::Columns, &heads, &rows);
    }

    /// Opinions by item and position; positions nobody took are left out.
    pub(super) fn by_stance(&self, sheet: &mut dyn Sheet) {
        let said: Vec<ItemTally> =
            tallies(self.session).into_iter().filter(|tally| tally.opinions() > 0).collect();
        if said.is_empty() {
            return;
        }
        let taken: Vec<Option<Stance>> = Stance::ALL
            .into_iter()
            .map(Some)
            .chain([None])
            .filter(|stance| said.iter().any(|tally| count_of(tally, *stance) > 0))
            .collect();
        sheet.gap();
        let rows: Vec<Cells> = said
            .iter()
            .map(|tally| {
                let title = self.session.item(tally.item).map_or("?", |item| &item.title);
                let place = self.session.place_of(tally.item).unwrap_or_default();
                let values = [("place", place.into()), ("title", sheet.recorded(title).into())];
                let mut cells = vec![self.tell(id::FIGURES_ITEM, &values)];
                cells.extend(taken.iter().map(|stance| count_of(tally, *stance).to_string()));
                cells.push(tally.opinions().to_string());
                (self.places.of(Thing::ItemOpened(tally.item)), cells)
            })
            .collect();
        let mut heads = self.says(&[id::REPORT_ITEM]);
        heads.extend(taken.iter().map(|stance| position(self.words, *stance)));
        heads.push(self.say(id::REPORT_TOTAL));
        sheet.table(Shape::Columns, &heads, &rows);
    }
}

fn count_of(tally: &ItemTally, stance: Option<Stance>) -> u32 {
    tally.parts().find(|(it, _)| *it == stance).map_or(0, |(_, count)| count)
}
