//! The points of an item, each with everybody behind it, and what became of opinions besides.

use super::{Page, Sheet};
use crate::domain::ids::{PersonId, ResolutionId};
use crate::domain::item::Item;
use crate::domain::opinion::Opinion;
use crate::domain::point::Point;
use crate::phrase::{comma_list, parked_name, point_name, stance};
use crate::report::people::speaker;
use crate::report::review::places::Thing;
use crate::text::words::id;

impl Page<'_> {
    /// Points first: they are what the item came down to.
    pub(super) fn points(&self, sheet: &mut dyn Sheet, item: &Item) {
        let points: Vec<&Point> = self.session.points_of(item.id).collect();
        if points.is_empty() {
            return;
        }
        sheet.group(&self.say(id::MINUTES_POINTS));
        for point in points {
            let values = [
                ("number", point_name(point.id).into()),
                ("text", sheet.recorded(&point.text).into()),
            ];
            let seq = self.places.of(Thing::Point(point.id));
            sheet.entry(&self.tell(id::MINUTES_POINT, &values), seq);
            let [authors, supporters] = self.behind(sheet, point);
            sheet.detail(&authors, seq);
            sheet.detail(&supporters, seq);
            for earlier in &point.earlier {
                let values = [
                    ("time", earlier.until.format("%H:%M").to_string().into()),
                    ("text", sheet.recorded(&earlier.text).into()),
                ];
                sheet.detail(&self.tell(id::MINUTES_AMENDED, &values), seq);
            }
        }
    }

    fn names(&self, sheet: &dyn Sheet, people: &[PersonId]) -> String {
        let names: Vec<String> =
            people.iter().map(|it| sheet.recorded(&speaker(self.session, *it))).collect();
        comma_list(self.words, &names)
    }

    /// Who raised a point, and how many stand behind it, with the names of those others.
    fn behind(&self, sheet: &dyn Sheet, point: &Point) -> [String; 2] {
        let authors = self.session.authors_of(point);
        let supporters = self.session.supporters_of(point);
        let others: Vec<PersonId> =
            supporters.iter().filter(|it| !authors.contains(it)).copied().collect();
        let numbers: Vec<String> = self
            .session
            .opinions_of(point)
            .filter(|opinion| !opinion.withdrawn)
            .map(|opinion| opinion.id.to_string())
            .collect();
        let values = [
            ("names", self.names(sheet, &authors).into()),
            ("opinions", comma_list(self.words, &numbers).into()),
        ];
        let raised = self.tell(id::MINUTES_POINT_AUTHORS, &values);
        let count = ("count", supporters.len().into());
        let behind = if others.is_empty() {
            self.tell(id::MINUTES_POINT_SUPPORT, &[count])
        } else {
            let names = ("names", self.names(sheet, &others).into());
            self.tell(id::MINUTES_POINT_SUPPORTERS, &[count, names])
        };
        [raised, behind]
    }

    /// What an opinion was before, where it came from, and where it went.
    pub(super) fn history(&self, sheet: &mut dyn Sheet, opinion: &Opinion) {
        let seq = self.places.of(Thing::Opinion(opinion.id));
        if let Some(from) = opinion.came_from {
            let place = self.session.place_of(from).unwrap_or(from.0 as usize);
            let title = self.session.item(from).map_or("?", |item| &item.title);
            let values = [("place", place.into()), ("title", sheet.recorded(title).into())];
            sheet.detail(&self.tell(id::MINUTES_CAME_FROM, &values), seq);
        }
        for earlier in &opinion.earlier {
            let time = ("time", earlier.until.format("%H:%M").to_string().into());
            let text = ("text", sheet.recorded(&earlier.text).into());
            let told = match earlier.stance.filter(|_| earlier.stance != opinion.stance) {
                Some(position) => {
                    let position = ("stance", stance(self.words, position).into());
                    self.tell(id::MINUTES_AMENDED_STANCE, &[time, position, text])
                }
                None => self.tell(id::MINUTES_AMENDED, &[time, text]),
            };
            sheet.detail(&told, seq);
        }
        if let Some(parked) = opinion.set_aside {
            let values = [("parked", parked_name(parked).into())];
            sheet.detail(&self.tell(id::MINUTES_SET_ASIDE, &values), seq);
        }
    }

    /// The opinions kept in reserve against a resolution, each with its line of the record.
    pub(super) fn reserved_against(
        &self,
        sheet: &dyn Sheet,
        resolution: ResolutionId,
    ) -> Vec<(String, Option<u64>)> {
        let against = self.session.opinions.iter().filter(|opinion| {
            !opinion.withdrawn
                && opinion.reserved.is_some_and(|it| it.resolution == Some(resolution))
        });
        against
            .map(|opinion| {
                let values = [
                    ("number", opinion.id.0.into()),
                    ("name", sheet.recorded(&speaker(self.session, opinion.person)).into()),
                    ("text", sheet.recorded(&opinion.text).into()),
                ];
                let told = self.tell(id::MINUTES_RESERVED_OPINION, &values);
                (told, self.places.of(Thing::Reserved(opinion.id)))
            })
            .collect()
    }
}
