//! Points, and what becomes of opinions besides.

use std::sync::Arc;

use super::edit;
use crate::domain::event::Event;
use crate::domain::ids::{ItemId, OpinionId, PointId};
use crate::domain::opinion::{Earlier, Reserved};
use crate::domain::point::Point;
use crate::domain::record::Moment;
use crate::domain::session::Session;

impl Session {
    pub(super) fn evolve_points(&mut self, event: &Event, at: Moment) {
        match event {
            Event::PointMade { point, item, text, from } => {
                self.points.push_back(Arc::new(Point {
                    id: *point,
                    item: *item,
                    at,
                    text: text.as_str().into(),
                    from: Vec::new(),
                    endorsed: Vec::new(),
                    dissolved: false,
                    earlier: Vec::new(),
                }));
                self.link(*point, from);
            }
            Event::PointJoined { point, opinions } => self.link(*point, opinions),
            Event::PointParted { point, opinions } => {
                self.edit_point(*point, |point| point.from.retain(|it| !opinions.contains(it)));
                self.unlink(*point, opinions);
            }
            Event::PointAmended { point, text } => self.edit_point(*point, |point| {
                let former = std::mem::replace(&mut point.text, text.as_str().into());
                point.earlier.push(Earlier { stance: None, text: former, until: at });
            }),
            Event::PointDissolved { point } => {
                let Some(from) = self.point(*point).map(|point| point.from.clone()) else { return };
                self.edit_point(*point, |point| point.dissolved = true);
                self.unlink(*point, &from);
            }
            Event::PointEndorsed { point, person } => {
                self.edit_point(*point, |point| point.endorsed.push(*person));
            }
            _ => {}
        }
    }

    pub(super) fn evolve_fates(&mut self, event: &Event, at: Moment) {
        match event {
            Event::OpinionReserved { opinion, resolution } => {
                let reserved = Some(Reserved { resolution: *resolution, at });
                self.edit_opinion(*opinion, |opinion| opinion.reserved = reserved);
            }
            Event::OpinionMoved { opinion, item } => self.move_opinion(*opinion, *item),
            Event::OpinionSetAside { opinion, parked } => {
                self.edit_opinion(*opinion, |opinion| opinion.set_aside = Some(*parked));
            }
            Event::QuestionReopened { opinion } => {
                self.edit_opinion(*opinion, |opinion| opinion.answer = None);
            }
            Event::ParkedTakenUp { parked, item } => {
                let title = self.item(*item).map(|item| item.title.clone()).unwrap_or_default();
                edit(&mut self.parked, parked.index(), |parked| {
                    parked.settled = Some(title);
                    parked.taken_up = Some(*item);
                });
            }
            // What was only a parked point before is one again.
            Event::ItemRemoved { item } => {
                let taken_up = |parked: &&Arc<_>| is_taken_up(parked, *item);
                let parked: Vec<_> = self.parked.iter().filter(taken_up).map(|it| it.id).collect();
                for parked in parked {
                    edit(&mut self.parked, parked.index(), |parked| {
                        parked.settled = None;
                        parked.taken_up = None;
                    });
                }
            }
            _ => {}
        }
    }

    fn edit_point(&mut self, point: PointId, change: impl FnOnce(&mut Point)) {
        edit(&mut self.points, point.index(), change);
    }

    fn link(&mut self, point: PointId, opinions: &[OpinionId]) {
        for opinion in opinions {
            self.edit_point(point, |point| {
                if !point.from.contains(opinion) {
                    point.from.push(*opinion);
                }
            });
            edit(&mut self.opinions, opinion.index(), |opinion| {
                if !opinion.points.contains(&point) {
                    opinion.points.push(point);
                }
            });
        }
    }

    fn unlink(&mut self, point: PointId, opinions: &[OpinionId]) {
        for opinion in opinions {
            edit(&mut self.opinions, opinion.index(), |opinion| {
                opinion.points.retain(|it| *it != point);
            });
        }
    }

    /// Under the other item an opinion stands where it would if it had been said there.
    fn move_opinion(&mut self, id: OpinionId, to: ItemId) {
        let Some(from) = self.opinion(id).map(|opinion| opinion.item) else { return };
        if from == to || self.item(to).is_none() {
            return;
        }
        self.edit_item(from, |item| {
            item.opinions.retain(|it| *it != id);
            item.open_questions.remove(&id);
        });
        self.edit_item(to, |item| {
            let place = item.opinions.iter().position(|it| *it > id);
            item.opinions.insert(place.unwrap_or(item.opinions.len()), id);
        });
        self.edit_opinion(id, |opinion| {
            opinion.came_from.get_or_insert(from);
            opinion.item = to;
        });
    }
}

fn is_taken_up(parked: &crate::domain::session::Parked, item: ItemId) -> bool {
    parked.taken_up == Some(item)
}
