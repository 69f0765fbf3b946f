//! Short names: roles, positions, outcomes, states, times, and the next step.

use crate::domain::action::{ActionState, Lack};
use crate::domain::agreement::{Agreed, Finding, Hands, Threshold};
use crate::domain::ids::{ActionId, ItemId, ParkedId, ResolutionId};
use crate::domain::item::{Called, ItemState, Outcome};
use crate::domain::opinion::Stance;
use crate::domain::people::Role;
use crate::domain::plan::NextStep;
use crate::domain::session::{Phase, Session};
use crate::text::width::{clean, clip};
use crate::text::words::{Id, Words, id};

/// Columns a name may take in the next step.
const NAME_COLS: usize = 24;
/// Columns a title may take in the next step.
const TITLE_COLS: usize = 34;

/// A capacity.
#[must_use]
pub fn role(words: &Words, role: &Role) -> String {
    words.say(match role {
        Role::Resident => id::ROLE_RESIDENT,
        Role::ResidentRepresentative => id::ROLE_REPRESENTATIVE,
        Role::CppccMember => id::ROLE_CPPCC,
        Role::PartyDelegate => id::ROLE_DELEGATE,
        Role::Deputy => id::ROLE_DEPUTY,
        Role::ResidentsCommittee => id::ROLE_COMMITTEE,
        Role::OwnersCommittee => id::ROLE_OWNERS,
        Role::Property => id::ROLE_PROPERTY,
        Role::GridWorker => id::ROLE_GRID,
        Role::Government => id::ROLE_GOVERNMENT,
        Role::Expert => id::ROLE_EXPERT,
        Role::NonVoting => id::ROLE_NONVOTING,
        Role::Observer => id::ROLE_OBSERVER,
        Role::Other(other) => return other.clone(),
    })
}

/// Every word by which people name a role, in both languages, short forms included; the first two
/// of each are its name in Chinese and in English. English words are in lower case.
#[must_use]
pub fn role_words() -> &'static [(Role, &'static [&'static str])] {
    ROLE_WORDS
}

static ROLE_WORDS: &[(Role, &[&str])] = &[
    (
        Role::Resident,
        &["居民", "resident", "居民群众", "群众", "业主", "住户", "村民", "residents"],
    ),
    (
        Role::ResidentRepresentative,
        &["居民代表", "representative", "代表", "村民代表", "rep", "residents' representative"],
    ),
    (
        Role::CppccMember,
        &["政协委员", "cppcc", "委员", "政协", "cppcc member", "cppcc-member", "member"],
    ),
    (Role::PartyDelegate, &["党代表", "delegate", "party delegate", "party-delegate", "party"]),
    (Role::Deputy, &["人大代表", "deputy", "人大", "people's congress deputy", "congress"]),
    (
        Role::ResidentsCommittee,
        &["居委会", "committee", "居委", "社区", "社区居委会", "村委会", "residents' committee"],
    ),
    (Role::OwnersCommittee, &["业委会", "owners", "业主委员会", "owners' committee"]),
    (
        Role::Property,
        &["物业", "property", "物业公司", "物业服务企业", "property manager", "property-manager"],
    ),
    (Role::GridWorker, &["网格员", "grid", "网格", "grid worker", "grid-worker"]),
    (
        Role::Government,
        &[
            "政府部门",
            "government",
            "政府",
            "部门",
            "街道",
            "街道办",
            "government department",
            "gov",
            "department",
            "subdistrict",
        ],
    ),
    (Role::Expert, &["专家", "expert", "experts"]),
    (Role::NonVoting, &["列席", "nonvoting", "列席人员", "non-voting"]),
    (Role::Observer, &["旁听", "observer", "旁听人员", "observers"]),
];

/// A position taken.
#[must_use]
pub fn stance(words: &Words, stance: Stance) -> String {
    words.say(match stance {
        Stance::Support => id::STANCE_SUPPORT,
        Stance::Oppose => id::STANCE_OPPOSE,
        Stance::Question => id::STANCE_QUESTION,
        Stance::Concern => id::STANCE_CONCERN,
        Stance::Suggestion => id::STANCE_SUGGESTION,
        Stance::Supplement => id::STANCE_SUPPLEMENT,
    })
}

/// How an item ended.
#[must_use]
pub fn outcome(words: &Words, outcome: Outcome) -> String {
    words.say(match outcome {
        Outcome::Agreed => id::OUTCOME_AGREED,
        Outcome::NotAgreed => id::OUTCOME_NOT_AGREED,
        Outcome::CarriedOver => id::OUTCOME_CARRIED,
        Outcome::Noted => id::OUTCOME_NOTED,
    })
}

/// The word typed after `/结束` or `/end` for an outcome.
#[must_use]
pub fn outcome_typed(words: &Words, outcome: Outcome) -> String {
    words.say(match outcome {
        Outcome::Agreed => id::OUTCOME_TYPED_AGREED,
        Outcome::NotAgreed => id::OUTCOME_TYPED_NOT_AGREED,
        Outcome::CarriedOver => id::OUTCOME_TYPED_CARRIED,
        Outcome::Noted => id::OUTCOME_TYPED_NOTED,
    })
}

/// Where an item stands: its outcome once it has ended.
#[must_use]
pub fn item_state(words: &Words, state: &ItemState) -> String {
    match state {
        ItemState::Waiting => words.say(id::ITEM_WAITING),
        ItemState::Open => words.say(id::ITEM_OPEN),
        ItemState::Closed(how, _) => outcome(words, *how),
    }
}

/// An item by its place on the agenda and its title, for the middle of a sentence.
#[must_use]
pub fn item_label(words: &Words, session: &Session, item: ItemId) -> String {
    let (place, title) = place_and_title(session, item);
    words.tell(id::ITEM_NAMED, &[("place", place.into()), ("title", title.into())])
}

/// What carries a motion.
#[must_use]
pub fn threshold(words: &Words, threshold: Threshold) -> String {
    words.say(match threshold {
        Threshold::MajorityOfPresent => id::THRESHOLD_MAJORITY_PRESENT,
        Threshold::MajorityOfVotes => id::THRESHOLD_MAJORITY_VOTES,
        Threshold::TwoThirdsOfPresent => id::THRESHOLD_TWO_THIRDS,
        Threshold::AllPresent => id::THRESHOLD_ALL,
    })
}

/// How far the meeting is.
#[must_use]
pub fn phase(words: &Words, phase: Phase) -> String {
    words.say(match phase {
        Phase::Prepared => id::PHASE_PREPARED,
        Phase::Running => id::PHASE_RUNNING,
        Phase::Paused => id::PHASE_PAUSED,
        Phase::Closed => id::PHASE_CLOSED,
    })
}

/// Where an action stands.
#[must_use]
pub fn action_state(words: &Words, state: ActionState) -> String {
    words.say(match state {
        ActionState::Open => id::ACTION_OPEN,
        ActionState::Underway => id::ACTION_UNDERWAY,
        ActionState::Done => id::ACTION_DONE,
    })
}

/// What an action still needs.
#[must_use]
pub fn lack(words: &Words, lack: Lack) -> String {
    words.say(match lack {
        Lack::Owner => id::LACK_OWNER,
        Lack::Due => id::LACK_DUE,
        Lack::Test => id::LACK_TEST,
    })
}

/// How somebody came to have the floor.
#[must_use]
pub fn called(words: &Words, called: Called) -> String {
    words.say(match called {
        Called::InOrder => id::CALLED_IN_ORDER,
        Called::OutOfOrder => id::CALLED_OUT_OF_ORDER,
        Called::Directly => id::CALLED_DIRECTLY,
        Called::PastLimit => id::CALLED_PAST_LIMIT,
    })
}

/// A count of hands with those present, the number needed and the result.
#[must_use]
pub fn count(
    words: &Words,
    hands: Hands,
    present: u32,
    threshold: Threshold,
    carried: bool,
) -> String {
    let result = words.say(if carried { id::VOTE_CARRIED } else { id::VOTE_FAILED });
    words.tell(
        id::VOTE_COUNT,
        &[
            ("favour", hands.favour.into()),
            ("against", hands.against.into()),
            ("abstain", hands.abstain.into()),
            ("present", present.into()),
            ("needed", threshold.needed(hands, present).into()),
            ("result", result.into()),
        ],
    )
}

/// A share in thousandths as people write it: `63.3%`.
#[must_use]
pub fn share(thousandths: u32) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

/// A length of time as people say it: seconds up to an hour, minutes from there on.
#[must_use]
pub fn duration(words: &Words, seconds: u32) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        words.tell(id::DURATION_HOURS, &[("hours", hours.into()), ("minutes", minutes.into())])
    } else if minutes == 0 {
        words.tell(id::DURATION_SECONDS, &[("seconds", rest.into())])
    } else if rest == 0 {
        words.tell(id::DURATION_WHOLE_MINUTES, &[("minutes", minutes.into())])
    } else {
        words.tell(id::DURATION_MINUTES, &[("minutes", minutes.into()), ("seconds", rest.into())])
    }
}

/// What the next-step key does now, in at most about 50 columns.
#[must_use]
pub fn next_step(words: &Words, session: &Session, step: &NextStep) -> String {
    let about_item = |message: Id, item: ItemId| {
        let (place, title) = place_and_title(session, item);
        let title = clip_clean(title, TITLE_COLS);
        words.tell(message, &[("place", place.into()), ("title", title.into())])
    };
    let about_person = |message: Id, person| {
        let name = clip_clean(session.name_of(person), NAME_COLS);
        words.tell(message, &[("name", name.into())])
    };
    match step {
        NextStep::OpenMeeting => words.say(id::NEXT_OPEN_MEETING),
        NextStep::Resume => words.say(id::NEXT_RESUME),
        NextStep::OpenItem(item) => about_item(id::NEXT_OPEN_ITEM, *item),
        NextStep::Call(person) => about_person(id::NEXT_CALL, *person),
        NextStep::EndTurn(person) => match session.interrupted {
            Some(waits) => about_person(id::NEXT_BACK, waits.person),
            None => about_person(id::NEXT_END_TURN, *person),
        },
        NextStep::Announce(vote) => {
            let came = session.vote(*vote).map_or(Finding::NotCarried, |vote| vote.finding);
            let result = super::agreement::finding(words, came);
            words.tell(id::NEXT_ANNOUNCE, &[("result", result.into())])
        }
        NextStep::CloseItem(item) => about_item(id::NEXT_CLOSE_ITEM, *item),
        NextStep::CloseMeeting => words.say(id::NEXT_CLOSE_MEETING),
        NextStep::Nothing => words.say(id::NEXT_NOTHING),
    }
}

/// `R1`
#[must_use]
pub fn resolution_name(id: ResolutionId) -> String {
    format!("R{id}")
}

/// `A1`
#[must_use]
pub fn action_name(id: ActionId) -> String {
    format!("A{id}")
}

/// `P1`
#[must_use]
pub fn parked_name(id: ParkedId) -> String {
    format!("P{id}")
}

/// `R1` or `A1`
#[must_use]
pub fn agreed_name(what: Agreed) -> String {
    match what {
        Agreed::Resolution(id) => resolution_name(id),
        Agreed::Action(id) => action_name(id),
    }
}

/// The words of something agreed; a question mark where the record does not know it.
#[must_use]
pub fn agreed_text(session: &Session, what: Agreed) -> &str {
    let text = match what {
        Agreed::Resolution(id) => session.resolution(id).map(|it| &*it.text),
        Agreed::Action(id) => session.action(id).map(|it| &*it.what),
    };
    text.unwrap_or("?")
}

/// A text with another in brackets after it.
#[must_use]
pub fn bracketed(words: &Words, text: &str, inner: &str) -> String {
    words.tell(id::TEXT_BRACKETED, &[("text", text.into()), ("inner", inner.into())])
}

/// Names and the like, one after another, as the language lists them.
#[must_use]
pub fn comma_list<S: AsRef<str>>(words: &Words, parts: &[S]) -> String {
    join(parts, &words.say(id::LIST_COMMA))
}

pub(super) fn join<S: AsRef<str>>(parts: &[S], between: &str) -> String {
    parts.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(between)
}

/// An item's place on the agenda as people count, and its title. An item the agenda does not know
/// keeps its number and has a question mark for a title.
pub(super) fn place_and_title(session: &Session, item: ItemId) -> (usize, &str) {
    let place = session.place_of(item).unwrap_or(item.0 as usize);
    (place, session.item(item).map_or("?", |item| &item.title))
}

fn clip_clean(text: &str, cols: usize) -> String {
    clip(&clean(text), cols).into_owned()
}
