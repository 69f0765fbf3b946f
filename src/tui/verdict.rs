//! How a resolution stands, for the desk and for the room.

use ratatui::text::Span;

use super::paint::piece;
use crate::domain::agreement::{Method, Resolution};
use crate::domain::session::Session;
use crate::phrase;
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
    // Three numbers tell a show of hands; of others the method and what it came to.
    if vote.method != Method::Hands {
        let values = [
            ("result", phrase::finding(words, vote.finding).into()),
            ("method", phrase::method_short(words, vote.method).into()),
        ];
        let style = if vote.carried { theme.good } else { theme.bad };
        return piece(&words.tell(id::RESOLUTION_SHORT, &values), style);
    }
    let values = [("favour", vote.hands.favour.into()), ("against", vote.hands.against.into())];
    if vote.carried {
        piece(&words.tell(id::RESOLUTION_CARRIED, &values), theme.good)
    } else {
        piece(&words.tell(id::RESOLUTION_FAILED, &values), theme.bad)
    }
}

/// The same for the room, which is told nothing of a count before it is announced.
pub fn told_verdict(
    words: &Words,
    theme: &Theme,
    session: &Session,
    resolution: &Resolution,
) -> Span<'static> {
    let vote = resolution.vote.and_then(|vote| session.vote(vote));
    if vote.is_some_and(|vote| !vote.announced) {
        return piece(&words.say(id::ROOM_COUNTING), theme.warn);
    }
    verdict(words, theme, session, resolution)
}
