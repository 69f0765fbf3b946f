//! What is said, parked and noted.

use std::sync::Arc;

use super::edit;
use crate::domain::event::Event;
use crate::domain::ids::OpinionId;
use crate::domain::opinion::{Earlier, Opinion, Stance};
use crate::domain::record::Moment;
use crate::domain::session::{Note, Parked, Session};

impl Session {
    pub(super) fn evolve_opinions(&mut self, event: &Event, at: Moment) {
        match event {
            Event::OpinionRecorded { opinion, item, person, stance, text } => {
                self.opinions.push_back(Arc::new(Opinion {
                    id: *opinion,
                    item: *item,
                    person: *person,
                    at,
                    stance: *stance,
                    text: text.as_str().into(),
                    endorsed: Vec::new(),
                    answer: None,
                    withdrawn: false,
                    amended: false,
                    earlier: Vec::new(),
                    points: Vec::new(),
                    reserved: None,
                    came_from: None,
                    set_aside: None,
                }));
                self.edit_item(*item, |item| {
                    item.opinions.push_back(*opinion);
                    if *stance == Some(Stance::Question) {
                        item.open_questions.insert(*opinion);
                    }
                });
                self.edit_person(*person, |person| person.opinions += 1);
            }
            Event::OpinionAmended { opinion, stance, text } => {
                self.edit_opinion(*opinion, |opinion| {
                    let former = std::mem::replace(&mut opinion.text, text.as_str().into());
                    opinion.earlier.push(Earlier {
                        stance: opinion.stance,
                        text: former,
                        until: at,
                    });
                    opinion.stance = *stance;
                    opinion.amended = true;
                });
            }
            Event::OpinionWithdrawn { opinion } => {
                self.edit_opinion(*opinion, |opinion| opinion.withdrawn = true);
            }
            Event::OpinionEndorsed { opinion, person } => {
                self.edit_opinion(*opinion, |opinion| opinion.endorsed.push(*person));
            }
            Event::QuestionAnswered { opinion, text } => {
                self.edit_opinion(*opinion, |opinion| opinion.answer = Some(text.as_str().into()));
            }
            Event::Parked { parked, item, person, text } => {
                self.parked.push_back(Arc::new(Parked {
                    id: *parked,
                    item: *item,
                    person: *person,
                    at,
                    text: text.as_str().into(),
                    settled: None,
                    taken_up: None,
                }));
            }
            Event::ParkedSettled { parked, how } => {
                edit(&mut self.parked, parked.index(), |parked| {
                    parked.settled = Some(how.as_str().into());
                });
            }
            Event::Noted { note, item, text } => self.notes.push_back(Arc::new(Note {
                id: *note,
                item: *item,
                at,
                text: text.as_str().into(),
            })),
            _ => {}
        }
    }

    /// Changes an opinion and keeps its item's list of open questions true.
    pub(super) fn edit_opinion(&mut self, id: OpinionId, change: impl FnOnce(&mut Opinion)) {
        edit(&mut self.opinions, id.index(), change);
        let Some((item, open)) = self.opinion(id).map(|it| (it.item, it.awaits_answer())) else {
            return;
        };
        self.edit_item(item, |item| {
            if open {
                item.open_questions.insert(id);
            } else {
                item.open_questions.remove(&id);
            }
        });
    }
}
