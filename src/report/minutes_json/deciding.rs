//! How something was decided, for machines.

use serde::Serialize;

use crate::domain::agreement::{Area, Body, Finding, Method, Tally, Threshold, Vote};
use crate::domain::ids::ItemId;
use crate::domain::session::Session;
use crate::phrase::{metres, objection_name, resolution_name};

/// What goes beyond the numbers of hands.
#[derive(Debug, Serialize)]
pub struct Decided {
    /// The method.
    pub method: &'static str,
    /// A body decided by law; otherwise it is a consultation opinion.
    pub statutory: bool,
    /// The how manieth count on this.
    pub round: u32,
    /// `carried`, `not_carried` or `no_quorum`.
    pub result: &'static str,
    /// Whether the room was told.
    pub announced: bool,
    /// All who have a vote in the body.
    pub eligible: Option<u32>,
    /// The fewest of them that make a quorum.
    pub quorum: Option<u64>,
    /// Invalid papers.
    pub invalid: Option<u32>,
    /// How many showed none, one … five fingers.
    pub fists: Option<[u32; 6]>,
    /// How many stood at each gradient, whole-hearted support first.
    pub gradients: Option<[u32; 8]>,
    /// Objections that stood.
    pub standing: Option<u32>,
    /// Owners' area in square metres.
    pub area: Option<Areas>,
}

/// Areas in square metres, exactly, as text.
#[derive(Debug, Serialize)]
pub struct Areas {
    /// In favour.
    #[serde(rename = "for")]
    pub favour: String,
    /// Against.
    pub against: String,
    /// Abstaining.
    pub abstain: String,
    /// All area there is.
    pub total: String,
    /// The least that makes a quorum.
    pub quorum: String,
    /// The least in favour that carries.
    pub needed: String,
}

/// An objection.
#[derive(Debug, Serialize)]
pub struct Objected {
    /// `O1` …
    pub number: String,
    /// The resolution it is about.
    pub resolution: Option<String>,
    /// Who objected.
    pub name: String,
    /// The reason.
    pub text: String,
    /// How it was resolved.
    pub resolved: Option<String>,
}

impl Decided {
    pub(super) fn of(vote: &Vote) -> Self {
        let body = vote.body();
        let mut decided = Self {
            method: method(vote.method),
            statutory: body.is_some(),
            round: vote.round,
            result: match vote.finding {
                Finding::Carried => "carried",
                Finding::NotCarried => "not_carried",
                Finding::NoQuorum => "no_quorum",
            },
            announced: vote.announced,
            eligible: body.map(Body::eligible),
            quorum: body.map(|body| body.quorum(body.eligible().into())),
            invalid: None,
            fists: None,
            gradients: None,
            standing: None,
            area: None,
        };
        match vote.tally {
            Tally::Hands(_) => {}
            Tally::Papers { invalid, .. } => decided.invalid = Some(invalid),
            Tally::Fists(counts) => decided.fists = Some(counts),
            Tally::Gradients(counts) => decided.gradients = Some(counts),
            Tally::Objections(standing) => decided.standing = Some(standing),
            Tally::Owners { area, .. } => decided.area = body.and_then(|it| areas(it, area)),
        }
        decided
    }
}

fn areas(body: Body, area: Area) -> Option<Areas> {
    let Body::Owners { area: all, .. } = body else { return None };
    Some(Areas {
        favour: metres(area.favour),
        against: metres(area.against),
        abstain: metres(area.abstain),
        total: metres(all),
        quorum: metres(body.quorum(all)),
        needed: metres(body.needed(area.total())),
    })
}

/// The fewest in favour that carry; of objections none is needed.
pub(super) fn needed(vote: &Vote) -> u64 {
    match (vote.method, vote.tally) {
        (Method::Statutory(body), Tally::Owners { owners, .. }) => body.needed(owners.total()),
        (Method::Statutory(body), _) => body.needed(vote.present.into()),
        (Method::FistToFive | Method::Gradients, _) => {
            Threshold::MajorityOfPresent.needed(vote.hands, vote.present).into()
        }
        (Method::Consensus | Method::Consent, _) => 0,
        (Method::Hands | Method::Ballot, _) => {
            vote.threshold.needed(vote.hands, vote.present).into()
        }
    }
}

fn method(method: Method) -> &'static str {
    match method {
        Method::Consensus => "consensus",
        Method::Hands => "hands",
        Method::Ballot => "ballot",
        Method::FistToFive => "fist_to_five",
        Method::Gradients => "gradients",
        Method::Consent => "consent",
        Method::Statutory(Body::Residents { .. }) => "residents_meeting",
        Method::Statutory(Body::Villagers { .. }) => "villagers_meeting",
        Method::Statutory(Body::Households { .. }) => "villagers_meeting_households",
        Method::Statutory(Body::Representatives { .. }) => "villagers_representatives",
        Method::Statutory(Body::Owners { major: false, .. }) => "owners",
        Method::Statutory(Body::Owners { major: true, .. }) => "owners_major",
    }
}

pub(super) fn objections(session: &Session, item: ItemId) -> Vec<Objected> {
    let raised = session.objections.iter().filter(|objection| objection.item == item);
    raised
        .map(|objection| Objected {
            number: objection_name(objection.id),
            resolution: objection.resolution.map(resolution_name),
            name: super::speaker(session, objection.person),
            text: objection.text.to_string(),
            resolved: objection.resolved.as_deref().map(str::to_owned),
        })
        .collect()
}
