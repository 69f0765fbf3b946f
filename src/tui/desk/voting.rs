//! Beginning a count: the line that the chosen method takes, or the choice of the method.

use super::model::Model;
use super::update::begin;
use crate::domain::agreement::Method;
use crate::domain::session::Session;
use crate::grammar::verb::Verb;

/// How what is on the table is decided.
fn chosen(session: &Session) -> Option<Method> {
    let item = session.current_item()?;
    Some(session.method_of(item, session.latest_resolution(item)).method)
}

/// Whether what is on the table is decided by a show of hands.
pub(super) fn by_hands(session: &Session) -> bool {
    chosen(session).is_none_or(|method| method == Method::Hands)
}

/// Begins the count that the method takes; pressed again, before anything is counted, it begins
/// the choice of the method.
pub(super) fn begin_vote(model: &mut Model) {
    let verb = match chosen(model.session()) {
        Some(Method::Consensus | Method::Consent) => Verb::Consensus,
        Some(Method::FistToFive) => Verb::Fists,
        Some(Method::Gradients) => Verb::Gradients,
        _ => Verb::Vote,
    };
    let before = model.capture.text().trim().to_owned();
    let start = format!("/{}", verb.word().usual(model.words.lang()));
    let bare = before == start
        || verb == Verb::Vote && before.starts_with(&start) && !before.contains(char::is_numeric);
    begin(model, if bare { Verb::Method } else { verb });
}
