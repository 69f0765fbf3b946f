//! What happens to the link between the agenda and the community's topics.

use std::sync::Arc;

use crate::domain::event::Event;
use crate::domain::ids::ItemId;
use crate::domain::procedure::Adopted;
use crate::domain::session::Session;
use crate::domain::topic::TopicLink;

impl Session {
    pub(super) fn evolve_topics(&mut self, event: &Event) {
        match event {
            Event::ProcedureAdopted { procedure, file, stage } => {
                let (procedure, file) = (procedure.clone(), file.clone());
                self.procedure = Some(Arc::new(Adopted { file, procedure, stage: *stage }));
            }
            Event::TopicLinked { item, link } => {
                self.edit_item(*item, |item| item.topic = Some(Arc::new(link.clone())));
            }
            Event::SurveyFound { item, lacking } => {
                self.edit_link(*item, |link| link.lacking.clone_from(lacking));
            }
            Event::SurveyWaived { item, why } => {
                self.edit_link(*item, |link| link.waived = Some(why.clone()));
            }
            _ => {}
        }
    }

    fn edit_link(&mut self, item: ItemId, change: impl FnOnce(&mut TopicLink)) {
        self.edit_item(item, |item| {
            if let Some(link) = &mut item.topic {
                change(Arc::make_mut(link));
            }
        });
    }
}
