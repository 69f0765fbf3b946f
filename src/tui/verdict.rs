//! How a resolution stands, for the desk and for the room.

use ratatui::text::Span;

use super::paint::piece;
use crate::domain::agreement::Resolution;
use crate::domain::session::Session;
use crate::text::words::{Words, id};
use crate::tui::theme::Theme;

/// Not voted on, carried or not, with the hands for and against.
pub fn verdict(
    words: &Words,
    theme: &Theme,
    session: &Session,
    resolution: &Resolution,
) -> Span<'static> {
    let Some(vote) = resolution.vote.and_then(|vote| session.vote(vote)) else {
        return piece(&words.say(id::RESOLUTION_NONE), theme.warn);
    };
    let values = [("favour", vote.hands.favour.into()), ("against", vote.hands.against.into())];
    if vote.carried {
        piece(&words.tell(id::RESOLUTION_CARRIED, &values), theme.good)
    } else {
        piece(&words.tell(id::RESOLUTION_FAILED, &values), theme.bad)
    }
}
