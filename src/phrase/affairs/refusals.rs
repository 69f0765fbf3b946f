//! Why something asked of a ledger was not done, and what to do next.

use super::labels::{case, need, stage_label, topic_state};
use crate::domain::affairs::{AffairRefusal, Ground};
use crate::domain::ledger::Ledger;
use crate::text::words::{Words, id};

/// One or two sentences: what is wrong, and what to do next.
#[must_use]
pub fn affair_refusal(
    words: &Words,
    ledger: &Ledger,
    ground: &Ground,
    refusal: &AffairRefusal,
) -> String {
    match refusal {
        AffairRefusal::NoSuchTopic(topic) => {
            words.tell(id::AFFAIR_NO_SUCH_TOPIC, &[("topic", case(words, topic).into())])
        }
        AffairRefusal::NotNow(topic, state) => {
            let values = [
                ("topic", case(words, topic).into()),
                ("state", topic_state(words, *state).into()),
            ];
            words.tell(id::AFFAIR_NOT_NOW, &values)
        }
        AffairRefusal::StageNeeds { topic, stage, lacking } => {
            let known = ledger.topics.get(topic);
            let stage = known.map_or_else(
                || words.tell(id::STAGE_NUMBERED, &[("number", (*stage).into())]),
                |topic| stage_label(words, ledger, ground, topic, *stage),
            );
            let needs: Vec<String> = lacking.iter().map(|it| need(words, *it)).collect();
            let values = [
                ("topic", case(words, topic).into()),
                ("stage", stage.into()),
                ("list", needs.join(&words.say(id::LIST_SEPARATOR)).into()),
                ("number", topic.to_string().into()),
            ];
            words.tell(id::AFFAIR_STAGE_NEEDS, &values)
        }
        AffairRefusal::Empty => words.say(id::AFFAIR_EMPTY),
        AffairRefusal::Call(refusal) => crate::phrase::calls::call_refusal(words, ledger, refusal),
    }
}
