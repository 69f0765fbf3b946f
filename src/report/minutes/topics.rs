//! The procedure of the meeting, and the topics of the community that its items are about.

use super::{Page, Sheet};
use crate::domain::item::Item;
use crate::domain::rules::SurveyMode;
use crate::phrase::affairs::needs_list;
use crate::phrase::{bracketed, comma_list, procedure_title, stage_label, survey_lacking};
use crate::report::review::places::Thing;
use crate::text::words::id;

impl Page<'_> {
    /// The procedure the meeting adopted, and its stage there; nothing where it adopted none.
    pub(super) fn procedure(&self, sheet: &mut dyn Sheet) {
        let Some(adopted) = &self.session.procedure else { return };
        let mut told = sheet.recorded(&procedure_title(self.words, &adopted.procedure));
        if let Some((number, stage)) =
            adopted.stage().and_then(|number| Some((number, adopted.procedure.stage(number)?)))
        {
            let stage = sheet.recorded(&stage_label(self.words, stage, number));
            told = bracketed(self.words, &told, &stage);
        }
        let seq = self.places.of(Thing::Procedure);
        sheet.field(self.words, id::MINUTES_PROCEDURE, &told, seq);
    }

    /// The topic of an item: its number, who brought it up, what it and its survey lacked and why it
    /// was consulted on all the same.
    pub(super) fn topic(&self, sheet: &mut dyn Sheet, item: &Item) {
        let Some(link) = &item.topic else { return };
        let linked = self.places.of(Thing::Topic(item.id));
        sheet.field(self.words, id::MINUTES_TOPIC, &link.topic.to_string(), linked);
        if !link.proposers.is_empty() {
            let names: Vec<String> = link.proposers.iter().map(|it| sheet.recorded(it)).collect();
            let names = comma_list(self.words, &names);
            sheet.field(self.words, id::MINUTES_PROPOSERS, &names, linked);
        }
        if let Some(why) = &link.despite {
            let lacking = needs_list(self.words, &link.needs);
            sheet.field(self.words, id::MINUTES_TOPIC_LACKED, &lacking, linked);
            sheet.field(self.words, id::MINUTES_TOPIC_DESPITE, &sheet.recorded(why), linked);
        }
        if link.lacking.is_empty() || self.session.rules.survey == SurveyMode::Off {
            return;
        }
        let lacking = survey_lacking(self.words, &link.lacking);
        sheet.field(self.words, id::MINUTES_SURVEY_LACKED, &lacking, linked);
        if let Some(why) = &link.waived {
            let waived = self.places.of(Thing::SurveyWaived(item.id)).or(linked);
            sheet.field(self.words, id::MINUTES_SURVEY_WAIVED, &sheet.recorded(why), waived);
        }
    }
}
