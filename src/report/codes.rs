//! The words by which machines know positions, outcomes and the like: stable, lower case, the same
//! in both languages.

use serde::Serializer;

use crate::domain::action::{ActionState, Lack};
use crate::domain::agreement::Threshold;
use crate::domain::item::Outcome;
use crate::domain::opinion::Stance;
use crate::domain::people::Role;
use crate::domain::session::Phase;

/// A capacity; `other` for one in words of its own.
#[must_use]
pub fn role(role: &Role) -> &'static str {
    match role {
        Role::Resident => "resident",
        Role::ResidentRepresentative => "resident_representative",
        Role::CppccMember => "cppcc_member",
        Role::PartyDelegate => "party_delegate",
        Role::Deputy => "deputy",
        Role::ResidentsCommittee => "residents_committee",
        Role::OwnersCommittee => "owners_committee",
        Role::Property => "property",
        Role::GridWorker => "grid_worker",
        Role::Government => "government",
        Role::Expert => "expert",
        Role::NonVoting => "non_voting",
        Role::Observer => "observer",
        Role::Other(_) => "other",
    }
}

/// A position.
#[must_use]
pub fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Support => "support",
        Stance::Oppose => "oppose",
        Stance::Question => "question",
        Stance::Concern => "concern",
        Stance::Suggestion => "suggestion",
        Stance::Supplement => "supplement",
    }
}

/// How an item ended.
#[must_use]
pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Agreed => "agreed",
        Outcome::NotAgreed => "not_agreed",
        Outcome::CarriedOver => "carried_over",
        Outcome::Noted => "noted",
    }
}

/// What carries a motion.
#[must_use]
pub fn threshold(threshold: Threshold) -> &'static str {
    match threshold {
        Threshold::MajorityOfPresent => "majority_of_present",
        Threshold::MajorityOfVotes => "majority_of_votes",
        Threshold::TwoThirdsOfPresent => "two_thirds_of_present",
        Threshold::AllPresent => "all_present",
    }
}

/// How far a meeting is.
#[must_use]
pub fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Prepared => "prepared",
        Phase::Running => "running",
        Phase::Paused => "paused",
        Phase::Closed => "closed",
    }
}

/// Where an action stands.
#[must_use]
pub fn action_state(state: ActionState) -> &'static str {
    match state {
        ActionState::Open => "open",
        ActionState::Underway => "underway",
        ActionState::Done => "done",
    }
}

/// What an action needs.
#[must_use]
pub fn lack(lack: Lack) -> &'static str {
    match lack {
        Lack::Owner => "owner",
        Lack::Due => "due",
        Lack::Test => "test",
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
pub(super) fn serialize_state<S: Serializer>(
    state: &ActionState,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(action_state(*state))
}

pub(super) fn serialize_lacks<S: Serializer>(
    lacks: &[Lack],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(lacks.iter().map(|one| lack(*one)))
}
