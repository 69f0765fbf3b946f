//! How something was decided: the method, what was counted, out of how many, and what follows.

use super::labels::{bracketed, comma_list, resolution_name, threshold as threshold_words};
use crate::domain::agreement::{
    Area, Body, Finding, Hands, Method, Objection, Tally, Threshold, Vote,
};
use crate::domain::event::Event;
use crate::domain::ids::{ObjectionId, ResolutionId};
use crate::domain::refusal::Refusal;
use crate::domain::session::Session;
use crate::text::words::{Id, Value, Words, id};

/// The figures of one count.
#[derive(Debug, Clone, Copy)]
pub struct Figures {
    /// How it was decided.
    pub method: Method,
    /// What carries hands or papers.
    pub threshold: Threshold,
    /// What was counted.
    pub tally: Tally,
    /// Those present.
    pub present: u32,
    /// The how manieth count.
    pub round: u32,
    /// What it comes to.
    pub finding: Finding,
}

impl From<&Vote> for Figures {
    fn from(vote: &Vote) -> Self {
        Self {
            method: vote.method,
            threshold: vote.threshold,
            tally: vote.tally,
            present: vote.present,
            round: vote.round,
            finding: vote.finding,
        }
    }
}

impl Figures {
    /// The figures an event of counting holds.
    #[must_use]
    pub fn of(event: &Event) -> Option<Self> {
        match event {
            Event::HandsCounted { hands, present, threshold, carried, .. } => Some(Self {
                method: Method::Hands,
                threshold: *threshold,
                tally: Tally::Hands(*hands),
                present: *present,
                round: 1,
                finding: if *carried { Finding::Carried } else { Finding::NotCarried },
            }),
            Event::Counted { method, threshold, tally, present, round, finding, .. } => {
                Some(Self {
                    method: *method,
                    threshold: *threshold,
                    tally: *tally,
                    present: *present,
                    round: *round,
                    finding: *finding,
                })
            }
            _ => None,
        }
    }
}

/// `O1`
#[must_use]
pub fn objection_name(id: ObjectionId) -> String {
    format!("O{id}")
}

/// What a count comes to, in a word or two.
#[must_use]
pub fn finding(words: &Words, finding: Finding) -> String {
    words.say(match finding {
        Finding::Carried => id::VOTE_CARRIED,
        Finding::NotCarried => id::VOTE_FAILED,
        Finding::NoQuorum => id::VOTE_NO_QUORUM,
    })
}

/// A method; of a statutory vote the body and how many have a vote.
#[must_use]
pub fn method(words: &Words, method: Method) -> String {
    words.say(match method {
        Method::Consensus => id::METHOD_CONSENSUS,
        Method::Hands => id::METHOD_HANDS,
        Method::Ballot => id::METHOD_BALLOT,
        Method::FistToFive => id::METHOD_FISTS,
        Method::Gradients => id::METHOD_GRADIENTS,
        Method::Consent => id::METHOD_CONSENT,
        Method::Statutory(of) => return body(words, of),
    })
}

/// A method in few columns.
#[must_use]
pub fn method_short(words: &Words, of: Method) -> String {
    match of {
        Method::Statutory(_) => words.say(id::METHOD_STATUTORY),
        of => method(words, of),
    }
}

fn body(words: &Words, body: Body) -> String {
    let message = match body {
        Body::Residents { .. } => id::BODY_RESIDENTS,
        Body::Villagers { .. } => id::BODY_VILLAGERS,
        Body::Households { .. } => id::BODY_HOUSEHOLDS,
        Body::Representatives { .. } => id::BODY_REPRESENTATIVES,
        Body::Owners { major: false, .. } => id::BODY_OWNERS,
        Body::Owners { major: true, .. } => id::BODY_OWNERS_MAJOR,
    };
    let area = match body {
        Body::Owners { area, .. } => metres(area),
        _ => String::new(),
    };
    words.tell(message, &[("eligible", body.eligible().into()), ("area", area.into())])
}

/// Whether it is a consultation opinion or a statutory vote, with the method.
#[must_use]
pub fn kind(words: &Words, of: Method) -> String {
    let message = match of {
        Method::Statutory(_) => id::KIND_STATUTORY,
        _ => id::KIND_CONSULTATION,
    };
    words.tell(message, &[("method", method(words, of).into())])
}

/// What carries under a method.
#[must_use]
pub fn rule(words: &Words, method: Method, threshold: Threshold) -> String {
    words.say(match method {
        Method::Hands | Method::Ballot => return threshold_words(words, threshold),
        Method::Consensus => id::RULE_CONSENSUS,
        Method::Consent => id::RULE_CONSENT,
        Method::FistToFive => id::RULE_FISTS,
        Method::Gradients => id::RULE_GRADIENTS,
        Method::Statutory(Body::Residents { .. } | Body::Villagers { .. }) => id::RULE_HALF,
        Method::Statutory(Body::Households { .. } | Body::Representatives { .. }) => {
            id::RULE_TWO_THIRDS
        }
        Method::Statutory(Body::Owners { major: false, .. }) => id::RULE_OWNERS,
        Method::Statutory(Body::Owners { major: true, .. }) => id::RULE_OWNERS_MAJOR,
    })
}

/// An area in square metres, with as many decimals as it has.
#[must_use]
pub fn metres(hundredths: u64) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match (rest, rest % 10) {
        (0, _) => whole.to_string(),
        (_, 0) => format!("{whole}.{}", rest / 10),
        _ => format!("{whole}.{rest:02}"),
    }
}

/// All figures of a count and what it comes to; the round when it is not the first.
#[must_use]
pub fn counted(words: &Words, figures: Figures) -> String {
    let told = figures_told(words, figures);
    if figures.round < 2 {
        return told;
    }
    let values = [("round", figures.round.into()), ("count", told.into())];
    words.tell(id::COUNT_ROUND, &values)
}

fn sides<'a>(hands: Hands) -> Vec<(&'static str, Value<'a>)> {
    vec![
        ("favour", hands.favour.into()),
        ("against", hands.against.into()),
        ("abstain", hands.abstain.into()),
    ]
}

fn figures_told(words: &Words, figures: Figures) -> String {
    let hands = figures.tally.hands();
    let present = figures.present;
    let mut values = sides(hands);
    values.push(("present", present.into()));
    values.push(("result", finding(words, figures.finding).into()));
    let needed = figures.threshold.needed(hands, present);
    let majority = Threshold::MajorityOfPresent.needed(hands, present);
    match (figures.method, figures.tally) {
        (Method::Statutory(of), Tally::Owners { owners, area }) => {
            owners_told(words, of, owners, area, figures.finding)
        }
        (Method::Statutory(of), _) => {
            values.push(("eligible", of.eligible().into()));
            values.push(("quorum", of.quorum(of.eligible().into()).into()));
            values.push(("needed", of.needed(present.into()).into()));
            words.tell(id::COUNT_STATUTORY, &values)
        }
        (_, Tally::Papers { invalid, .. }) => {
            values.push(("invalid", invalid.into()));
            values.push(("needed", needed.into()));
            words.tell(id::COUNT_BALLOT, &values)
        }
        (_, Tally::Fists(counts)) => {
            values.extend(numbered(&FISTS, &counts));
            values.push(("needed", majority.into()));
            words.tell(id::COUNT_FISTS, &values)
        }
        (_, Tally::Gradients(counts)) => {
            values.extend(numbered(&GRADIENTS, &counts));
            values.push(("needed", majority.into()));
            words.tell(id::COUNT_GRADIENTS, &values)
        }
        (_, Tally::Objections(standing)) => {
            values.push(("standing", standing.into()));
            words.tell(id::COUNT_OBJECTIONS, &values)
        }
        (_, Tally::Hands(_) | Tally::Owners { .. }) => {
            values.push(("needed", needed.into()));
            words.tell(id::VOTE_COUNT, &values)
        }
    }
}

const FISTS: [&str; 6] = ["zero", "one", "two", "three", "four", "five"];
const GRADIENTS: [&str; 8] =
    ["whole", "minor", "reserved", "abstained", "more", "dislike", "serious", "veto"];

fn numbered<'a>(
    names: &'a [&'static str],
    counts: &'a [u32],
) -> impl Iterator<Item = (&'static str, Value<'static>)> + 'a {
    names.iter().zip(counts).map(|(name, count)| (*name, (*count).into()))
}

fn owners_told(words: &Words, of: Body, owners: Hands, area: Area, came: Finding) -> String {
    let Body::Owners { owners: all_owners, area: all_area, .. } = of else {
        return finding(words, came);
    };
    let mut heads = sides(owners);
    heads.push(("taking", owners.total().into()));
    heads.push(("all", all_owners.into()));
    heads.push(("quorum", of.quorum(all_owners.into()).into()));
    heads.push(("needed", of.needed(owners.total()).into()));
    let areas = [
        ("favour", metres(area.favour).into()),
        ("against", metres(area.against).into()),
        ("abstain", metres(area.abstain).into()),
        ("taking", metres(area.total()).into()),
        ("all", metres(all_area).into()),
        ("quorum", metres(of.quorum(all_area)).into()),
        ("needed", metres(of.needed(area.total())).into()),
    ];
    let values = [
        ("heads", words.tell(id::COUNT_HEADS, &heads).into()),
        ("areas", words.tell(id::COUNT_AREAS, &areas).into()),
        ("result", finding(words, came).into()),
    ];
    words.tell(id::COUNT_OWNERS, &values)
}

/// An objection with who raised it, and how it was resolved.
#[must_use]
pub fn objection(words: &Words, session: &Session, objection: &Objection) -> String {
    let values = [
        ("number", objection_name(objection.id).into()),
        ("name", session.name_of(objection.person).into()),
        ("text", objection.text.as_ref().into()),
    ];
    let told = words.tell(id::OBJECTION, &values);
    // A reason for few fingers stays in the record when a later round carries.
    let vote = objection.resolution.and_then(|id| session.resolution(id)).and_then(|it| it.vote);
    let on_record = vote.and_then(|id| session.vote(id)).is_some_and(|vote| vote.carried);
    let state = match objection.resolved.as_deref() {
        Some(how) => words.tell(id::OBJECTION_RESOLVED, &[("how", how.into())]),
        None if on_record => words.say(id::OBJECTION_ON_RECORD),
        None => words.say(id::OBJECTION_STANDS),
    };
    bracketed(words, &told, &state)
}

/// What an event of deciding tells; `None` for other events.
pub(super) fn event(words: &Words, session: &Session, event: &Event) -> Option<String> {
    let on = |resolution: Option<ResolutionId>, question: Option<&str>| match resolution {
        Some(id) => {
            words.tell(id::EVENT_VOTE_RESOLUTION, &[("number", resolution_name(id).into())])
        }
        None => words.tell(id::EVENT_VOTE_QUESTION, &[("text", question.unwrap_or("?").into())]),
    };
    let tell = |message: Id, values: &[(&str, Value<'_>)]| Some(words.tell(message, values));
    match event {
        Event::MethodChosen { resolution, method: chosen, threshold, .. } => {
            let about = match resolution {
                Some(_) => on(*resolution, None),
                None => words.say(id::EVENT_METHOD_ITEM),
            };
            let values = [
                ("question", about.into()),
                ("kind", kind(words, *chosen).into()),
                ("rule", rule(words, *chosen, *threshold).into()),
            ];
            tell(id::EVENT_METHOD, &values)
        }
        Event::Counted { resolution, question, method: chosen, .. } => {
            let count = Figures::of(event).map(|it| counted(words, it)).unwrap_or_default();
            let values = [
                ("question", on(*resolution, question.as_deref()).into()),
                ("kind", kind(words, *chosen).into()),
                ("count", count.into()),
            ];
            tell(id::EVENT_COUNTED, &values)
        }
        Event::ObjectionRaised { objection, person, text, .. } => {
            let values = [
                ("number", objection_name(*objection).into()),
                ("name", session.name_of(*person).into()),
                ("text", text.into()),
            ];
            tell(id::OBJECTION, &values)
        }
        Event::ObjectionResolved { objection, how } => {
            let number = objection_name(*objection).into();
            tell(id::EVENT_OBJECTION_RESOLVED, &[("number", number), ("how", how.into())])
        }
        Event::ResultAnnounced { vote } => {
            let vote = session.vote(*vote)?;
            let values = [
                ("question", on(vote.resolution, vote.question.as_deref()).into()),
                ("result", finding(words, vote.finding).into()),
            ];
            tell(id::EVENT_ANNOUNCED, &values)
        }
        _ => None,
    }
}

/// Why something about deciding was refused; `None` for other refusals.
pub(super) fn refusal(words: &Words, session: &Session, refusal: &Refusal) -> Option<String> {
    let tell = |message: Id, values: &[(&str, Value<'_>)]| Some(words.tell(message, values));
    match refusal {
        Refusal::MethodLocked(of) => {
            tell(id::REFUSAL_METHOD_LOCKED, &[("method", method(words, *of).into())])
        }
        Refusal::OtherMethod(of) => {
            let values =
                [("method", method(words, *of).into()), ("typed", typed(words, *of).into())];
            tell(id::REFUSAL_OTHER_METHOD, &values)
        }
        Refusal::NoEligible => Some(words.say(id::REFUSAL_NO_ELIGIBLE)),
        Refusal::PresentBeyondEligible { present, eligible } => {
            let values = [("present", (*present).into()), ("eligible", (*eligible).into())];
            tell(id::REFUSAL_PRESENT_BEYOND_ELIGIBLE, &values)
        }
        Refusal::TooMuchArea { counted, all } => {
            let values = [("counted", metres(*counted).into()), ("all", metres(*all).into())];
            tell(id::REFUSAL_TOO_MUCH_AREA, &values)
        }
        Refusal::ObjectionsStand(list) => {
            let names: Vec<String> = list.iter().map(|id| objection_name(*id)).collect();
            let list = comma_list(words, &names);
            tell(id::REFUSAL_OBJECTIONS_STAND, &[("list", list.into())])
        }
        Refusal::NoObjection => Some(words.say(id::REFUSAL_NO_OBJECTION)),
        Refusal::NoSuchObjection(id) => {
            let count = session.objections.len().into();
            let values = [("number", objection_name(*id).into()), ("count", count)];
            tell(id::REFUSAL_NO_SUCH_OBJECTION, &values)
        }
        Refusal::ObjectionResolved(id) => {
            let number = objection_name(*id).into();
            tell(id::REFUSAL_OBJECTION_RESOLVED, &[("number", number)])
        }
        Refusal::NothingToAnnounce => Some(words.say(id::REFUSAL_NOTHING_TO_ANNOUNCE)),
        _ => None,
    }
}

/// How a count under a method is typed.
fn typed(words: &Words, method: Method) -> String {
    words.say(match method {
        Method::Consensus | Method::Consent => id::TYPED_CONSENSUS,
        Method::Hands => id::TYPED_HANDS,
        Method::Ballot => id::TYPED_BALLOT,
        Method::FistToFive => id::TYPED_FISTS,
        Method::Gradients => id::TYPED_GRADIENTS,
        Method::Statutory(Body::Owners { .. }) => id::TYPED_OWNERS,
        Method::Statutory(_) => id::TYPED_STATUTORY,
    })
}
