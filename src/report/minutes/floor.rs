//! The rules of the floor, and who was called past them.

use super::{Page, Sheet};
use crate::domain::item::{Called, Item};
use crate::phrase::{bracketed, comma_list, rules_brief, rules_name};
use crate::report::people::speaker;
use crate::text::words::id;

impl Page<'_> {
    /// The rules the meeting adopted; nothing where it adopted none.
    pub(super) fn floor_rules(&self, sheet: &mut dyn Sheet) {
        let rules = &self.session.rules;
        if rules.is_written() {
            let name = sheet.recorded(&rules_name(self.words, rules));
            let brief = rules_brief(self.words, rules, self.session.setup.turn_seconds);
            let told = bracketed(self.words, &name, &brief);
            sheet.field(self.words, id::RULES_IN_FORCE, &told, None);
        }
    }

    /// Whom the facilitator called before others who were next, or past the number of turns.
    pub(super) fn called_past(&self, sheet: &dyn Sheet, item: &Item) -> Option<String> {
        let name = |person| sheet.recorded(&speaker(self.session, person));
        let told: Vec<String> = item
            .turns
            .iter()
            .filter_map(|turn| {
                let mut how = Vec::new();
                if turn.called == Called::PastLimit {
                    how.push(self.say(id::CALLED_PAST_LIMIT));
                }
                how.extend(turn.passed.map(|passed| {
                    self.tell(id::EVENT_FLOOR_PASSED, &[("name", name(passed).into())])
                }));
                let how = (!how.is_empty()).then(|| comma_list(self.words, &how))?;
                Some(bracketed(self.words, &name(turn.person), &how))
            })
            .collect();
        (!told.is_empty()).then(|| comma_list(self.words, &told))
    }
}
