//! Words for the figures: what they are called, of what they are a part, where cases stand.

use super::affairs::topic_state;
use super::{action_state, phase};
use crate::domain::figures::{CaseState, Figure, FigureId, Group, Told, What, Whole, percent};
use crate::domain::survey::OutingKind;
use crate::text::words::{Id, Words, id};

/// What a figure is called.
#[must_use]
pub fn figure(id: FigureId) -> Id {
    match id {
        FigureId::Raised => id::STATS_TOPICS_RAISED,
        FigureId::Livelihood => id::STATS_TOPICS_LIVELIHOOD,
        FigureId::Vexing => id::STATS_TOPICS_VEXING,
        FigureId::Neighbours => id::STATS_TOPICS_NEIGHBOURS,
        FigureId::Petition => id::STATS_TOPICS_PETITION,
        FigureId::Rights => id::STATS_TOPICS_RIGHTS,
        FigureId::Governance => id::STATS_TOPICS_GOVERNANCE,
        FigureId::Unclassified => id::STATS_TOPICS_UNCLASSIFIED,
        FigureId::Accepted => id::STATS_SCREENING_ACCEPTED,
        FigureId::Excluded => id::STATS_SCREENING_EXCLUDED,
        FigureId::Held => id::STATS_SESSIONS_HELD,
        FigureId::Consulted => id::STATS_TOPICS_CONSULTED,
        FigureId::PersonTimes => id::STATS_PEOPLE_PERSON_TIMES,
        FigureId::Persons => id::STATS_PEOPLE_PERSONS,
        FigureId::Opinions => id::STATS_OPINIONS_GIVEN,
        FigureId::Visits => id::STATS_OUTINGS_VISITS,
        FigureId::Households => id::STATS_OUTINGS_HOUSEHOLDS,
        FigureId::Briefings => id::STATS_OUTINGS_BRIEFINGS,
        FigureId::Reached => id::STATS_OUTINGS_REACHED,
        FigureId::RaisedResulted => id::STATS_RAISED_RESULTED,
        FigureId::RaisedSolved => id::STATS_RAISED_SOLVED,
        FigureId::DisputesSettled => id::STATS_DISPUTES_SETTLED,
        FigureId::Solved => id::STATS_RESULTS_SOLVED,
        FigureId::Underway => id::STATS_RESULTS_UNDERWAY,
        FigureId::Planned => id::STATS_RESULTS_PLANNED,
        FigureId::Reference => id::STATS_RESULTS_REFERENCE,
        FigureId::Redo => id::STATS_RESULTS_REDO,
        FigureId::Satisfied => id::STATS_RATINGS_SATISFIED,
        FigureId::Dissatisfied => id::STATS_RATINGS_DISSATISFIED,
        FigureId::Reopened => id::STATS_RATINGS_REOPENED,
        FigureId::Answered => id::STATS_ANSWERS_GIVEN,
        FigureId::AssignedNew => id::STATS_ASSIGNED_NEW,
        FigureId::AssignedClosed => id::STATS_ASSIGNED_CLOSED,
        FigureId::AssignedOpen => id::STATS_ASSIGNED_OPEN,
        FigureId::AssignedOverdue => id::STATS_ASSIGNED_OVERDUE,
        FigureId::OnTime => id::STATS_ASSIGNED_ON_TIME,
        FigureId::Late => id::STATS_ASSIGNED_LATE,
        FigureId::NoLimit => id::STATS_ASSIGNED_NO_LIMIT,
        FigureId::AssignedDissatisfied => id::STATS_ASSIGNED_DISSATISFIED,
        FigureId::Calls => id::STATS_CALLS_OUT,
        FigureId::CallsAnswered => id::STATS_CALLS_ANSWERED,
        FigureId::ReportedIn => id::STATS_CALLS_REPORTED_IN,
        FigureId::ActionsAgreed => id::STATS_ACTIONS_AGREED,
        FigureId::ActionsDone => id::STATS_ACTIONS_DONE,
        FigureId::ActionsOverdue => id::STATS_ACTIONS_OVERDUE,
    }
}

/// What figures are put together under.
#[must_use]
pub fn group(group: Group) -> Id {
    match group {
        Group::Topics => id::STATS_GROUP_TOPICS,
        Group::Screening => id::STATS_GROUP_SCREENING,
        Group::Meetings => id::STATS_GROUP_MEETINGS,
        Group::Outings => id::STATS_GROUP_OUTINGS,
        Group::Outcome => id::STATS_GROUP_OUTCOME,
        Group::Results => id::STATS_GROUP_RESULTS,
        Group::Ratings => id::STATS_GROUP_RATINGS,
        Group::Assigned => id::STATS_GROUP_ASSIGNED,
        Group::Calls => id::STATS_GROUP_CALLS,
        Group::Actions => id::STATS_GROUP_ACTIONS,
    }
}

/// What a figure is a part of.
#[must_use]
pub fn whole(whole: Whole) -> Id {
    match whole {
        Whole::Slips => id::STATS_WHOLE_SLIPS,
        Whole::Topics => id::STATS_WHOLE_TOPICS,
        Whole::Screened => id::STATS_WHOLE_SCREENED,
        Whole::Planned => id::STATS_WHOLE_PLANNED,
        Whole::OnAgendas => id::STATS_WHOLE_ON_AGENDAS,
        Whole::PersonTimes => id::STATS_WHOLE_PERSON_TIMES,
        Whole::Disputes => id::STATS_WHOLE_DISPUTES,
        Whole::Resulted => id::STATS_WHOLE_RESULTED,
        Whole::Rated => id::STATS_WHOLE_RATED,
        Whole::Owed => id::STATS_WHOLE_OWED,
        Whole::OnBooks => id::STATS_WHOLE_ON_BOOKS,
        Whole::Closed => id::STATS_WHOLE_CLOSED,
        Whole::AssignedRated => id::STATS_WHOLE_ASSIGNED_RATED,
        Whole::CallsOut => id::STATS_WHOLE_CALLS_OUT,
        Whole::Called => id::STATS_WHOLE_CALLED,
        Whole::Agreed => id::STATS_WHOLE_AGREED,
    }
}

/// A figure as a fraction: `216/220`; a plain count alone.
#[must_use]
pub fn fraction(figure: &Figure) -> String {
    match figure.denominator {
        Some(whole) => format!("{}/{whole}", figure.numerator),
        None => figure.numerator.to_string(),
    }
}

/// The share, which is shown beside its fraction and never alone; nothing where there is no whole.
#[must_use]
pub fn share(figure: &Figure) -> String {
    figure.tenths().map(percent).unwrap_or_default()
}

/// Where a case stands.
#[must_use]
pub fn case_state(words: &Words, what: &What, told: &Told) -> String {
    match told.state {
        CaseState::Topic(state) => topic_state(words, state),
        CaseState::Session(state) => phase(words, state),
        CaseState::Action(state) => action_state(words, state),
        CaseState::Outing(count) => {
            let briefing = matches!(what, What::Outing(OutingKind::Briefing, ..));
            let message = if briefing { id::STATS_CASE_BRIEFING } else { id::STATS_CASE_OUTING };
            words.tell(message, &[("count", count.into())])
        }
        CaseState::Call(came, count) => {
            words.tell(id::STATS_CASE_CALL, &[("came", came.into()), ("count", count.into())])
        }
    }
}
