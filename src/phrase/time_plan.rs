//! The time plan in words: what is proposed so that the meeting ends on time.

use super::labels::comma_list;
use crate::domain::ids::ItemId;
use crate::domain::replan::Proposal;
use crate::domain::session::Session;
use crate::text::words::{Words, id};

/// How much too late the meeting would end and what would help, in one line; `key` does it.
#[must_use]
pub fn proposal(words: &Words, session: &Session, proposal: &Proposal, key: &str) -> String {
    let minutes = proposal.over.div_ceil(60);
    let late = ("minutes", minutes.into());
    if proposal.is_empty() {
        return words.tell(id::PLAN_LATE, &[late]);
    }
    let places = |items: &mut dyn Iterator<Item = ItemId>| {
        let places: Vec<String> =
            items.filter_map(|item| session.place_of(item)).map(|it| it.to_string()).collect();
        comma_list(words, &places)
    };
    let mut remedies = Vec::new();
    if !proposal.shortened.is_empty() {
        let items = places(&mut proposal.shortened.iter().map(|it| it.item));
        let count = proposal.shortened.len();
        let values = [("items", items.into()), ("count", count.into())];
        remedies.push(words.tell(id::PLAN_SHORTEN, &values));
    }
    if !proposal.carried.is_empty() {
        let items = places(&mut proposal.carried.iter().copied());
        let values = [("items", items.into()), ("count", proposal.carried.len().into())];
        remedies.push(words.tell(id::PLAN_CARRY, &values));
    }
    let values = [
        late,
        ("what", comma_list(words, &remedies).into()),
        ("won", proposal.won.into()),
        ("key", key.into()),
    ];
    words.tell(if proposal.enough { id::PLAN_PROPOSAL } else { id::PLAN_PROPOSAL_SHORT }, &values)
}
