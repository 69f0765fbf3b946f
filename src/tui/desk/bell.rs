//! When the bell is rung on the desk: at most once for each thing, and only as the user wants it.

use super::model::Model;
use crate::domain::ids::PersonId;
use crate::domain::record::Moment;
use crate::store::settings::Bell;

/// A turn: whose, and since when.
pub type Turn = (PersonId, Moment);

/// What of the desk is to be heard.
#[derive(Debug, Clone, Copy, Default)]
pub struct DeskBell {
    /// When it is rung.
    pub when: Bell,
    /// The turn whose end is known already.
    known: Option<Turn>,
    /// Something was refused just now.
    refused: bool,
}

impl DeskBell {
    /// Something was refused.
    pub fn refused(&mut self) {
        self.refused = true;
    }

    /// The end of this turn need not be told any more.
    pub fn knows(&mut self, turn: Option<Turn>) {
        self.known = turn.or(self.known);
    }

    /// Whether the bell is to be rung now; `over` is the turn whose time is used up.
    pub fn rings(&mut self, over: Option<Turn>) -> bool {
        let another = over.is_some() && over != self.known;
        self.knows(over);
        let refused = std::mem::take(&mut self.refused);
        (another && self.when.at_turn_over()) || (refused && self.when.at_refusals())
    }
}

/// The turn that is going on, if its time is used up.
#[must_use]
pub fn turn_used_up(model: &Model) -> Option<Turn> {
    let session = model.session();
    let limit = session.turn_seconds();
    let floor = session.floor.filter(|floor| limit > 0 && floor.watch.read(model.now) >= limit)?;
    Some((floor.person, floor.began))
}
