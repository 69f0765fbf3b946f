//! Which figures there are. What each counts is written in `docs/figures.md`; the order here is the
//! order in which they are shown.

/// What figures are put together under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// Topics, by class.
    Topics,
    /// What screening decided.
    Screening,
    /// Meetings, and who came.
    Meetings,
    /// Household visits and policy briefings.
    Outings,
    /// What has become of the topics of the period.
    Outcome,
    /// Results of the period.
    Results,
    /// How proposers rated results, and what they were told.
    Ratings,
    /// What units were charged with.
    Assigned,
    /// Calls to members.
    Calls,
    /// Actions that meetings agreed on.
    Actions,
}

impl Group {
    /// All, in the order they are shown.
    pub const ALL: [Self; 10] = [
        Self::Topics,
        Self::Screening,
        Self::Meetings,
        Self::Outings,
        Self::Outcome,
        Self::Results,
        Self::Ratings,
        Self::Assigned,
        Self::Calls,
        Self::Actions,
    ];
}

/// What a figure is a part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Whole {
    /// Slips taken in.
    Slips,
    /// Topics raised.
    Topics,
    /// Topics screened.
    Screened,
    /// Meetings that were to be held.
    Planned,
    /// Topics on the agendas of meetings held.
    OnAgendas,
    /// Sign-ins.
    PersonTimes,
    /// Disputes between neighbours raised.
    Disputes,
    /// Topics with a result.
    Resulted,
    /// Topics rated.
    Rated,
    /// Proposers who are owed an answer.
    Owed,
    /// Topics on the books of handling units.
    OnBooks,
    /// Assigned topics that were closed.
    Closed,
    /// Assigned topics that were rated.
    AssignedRated,
    /// Calls that went out.
    CallsOut,
    /// Members called.
    Called,
    /// Actions agreed.
    Agreed,
}

impl Whole {
    /// All.
    pub const ALL: [Self; 16] = [
        Self::Slips,
        Self::Topics,
        Self::Screened,
        Self::Planned,
        Self::OnAgendas,
        Self::PersonTimes,
        Self::Disputes,
        Self::Resulted,
        Self::Rated,
        Self::Owed,
        Self::OnBooks,
        Self::Closed,
        Self::AssignedRated,
        Self::CallsOut,
        Self::Called,
        Self::Agreed,
    ];
}

macro_rules! figures {
    ($($(#[$doc:meta])* $name:ident: $code:literal, $group:ident, $whole:expr;)*) => {
        /// A figure. Each has one definition.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum FigureId {
            $($(#[$doc])* $name,)*
        }

        impl FigureId {
            /// All, in the order they are shown.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// What it is called in files and documents; never changed.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// What it is shown under.
            #[must_use]
            pub const fn group(self) -> Group {
                match self { $(Self::$name => Group::$group,)* }
            }

            /// What it is a part of; nothing for plain counts.
            #[must_use]
            pub const fn whole(self) -> Option<Whole> {
                use Whole::*;
                match self { $(Self::$name => $whole,)* }
            }
        }
    };
}

figures! {
    /// Topics raised.
    Raised: "topics.raised", Topics, Some(Slips);
    /// Of these 民生实事与急难愁盼.
    Livelihood: "topics.livelihood", Topics, Some(Topics);
    /// Of these 烦心事.
    Vexing: "topics.vexing", Topics, Some(Topics);
    /// Of these 邻里纠纷.
    Neighbours: "topics.neighbours", Topics, Some(Topics);
    /// Of these 信访诉求.
    Petition: "topics.petition", Topics, Some(Topics);
    /// Of these 权益保障.
    Rights: "topics.rights", Topics, Some(Topics);
    /// Of these 治理难事.
    Governance: "topics.governance", Topics, Some(Topics);
    /// Of these without a class.
    Unclassified: "topics.unclassified", Topics, Some(Topics);
    /// Accepted of those screened.
    Accepted: "screening.accepted", Screening, Some(Screened);
    /// Excluded of those screened.
    Excluded: "screening.excluded", Screening, Some(Screened);
    /// Meetings held.
    Held: "sessions.held", Meetings, Some(Planned);
    /// Topics that meetings dealt with.
    Consulted: "topics.consulted", Meetings, Some(OnAgendas);
    /// Sign-ins.
    PersonTimes: "people.person_times", Meetings, None;
    /// Different people among them.
    Persons: "people.persons", Meetings, Some(PersonTimes);
    /// Opinions.
    Opinions: "opinions.given", Meetings, None;
    /// Rounds of household visits.
    Visits: "outings.visits", Outings, None;
    /// Households visited.
    Households: "outings.households", Outings, None;
    /// Policy briefings.
    Briefings: "outings.briefings", Outings, None;
    /// People who came to them.
    Reached: "outings.reached", Outings, None;
    /// Topics raised that have a result.
    RaisedResulted: "raised.resulted", Outcome, Some(Topics);
    /// Topics raised that are solved.
    RaisedSolved: "raised.solved", Outcome, Some(Topics);
    /// Disputes between neighbours that are settled.
    DisputesSettled: "disputes.settled", Outcome, Some(Disputes);
    /// A 已解决.
    Solved: "results.solved", Results, Some(Resulted);
    /// B 正在解决.
    Underway: "results.underway", Results, Some(Resulted);
    /// C 列入计划.
    Planned: "results.planned", Results, Some(Resulted);
    /// D 留作参考.
    Reference: "results.reference", Results, Some(Resulted);
    /// A proposer was dissatisfied, and there is no new result.
    Redo: "results.redo", Results, Some(Resulted);
    /// Rated satisfied or mostly satisfied.
    Satisfied: "ratings.satisfied", Ratings, Some(Rated);
    /// Rated dissatisfied.
    Dissatisfied: "ratings.dissatisfied", Ratings, Some(Rated);
    /// Reopened at least once.
    Reopened: "ratings.reopened", Ratings, Some(Rated);
    /// Answers given.
    Answered: "answers.given", Ratings, Some(Owed);
    /// Assigned for the first time.
    AssignedNew: "assigned.new", Assigned, Some(OnBooks);
    /// Closed.
    AssignedClosed: "assigned.closed", Assigned, Some(OnBooks);
    /// Closed on time.
    OnTime: "assigned.on_time", Assigned, Some(Closed);
    /// Closed late.
    Late: "assigned.late", Assigned, Some(Closed);
    /// Closed; no last day had been set.
    NoLimit: "assigned.no_limit", Assigned, Some(Closed);
    /// Not closed.
    AssignedOpen: "assigned.open", Assigned, Some(OnBooks);
    /// Not closed though the last day has passed.
    AssignedOverdue: "assigned.overdue", Assigned, Some(OnBooks);
    /// Rated dissatisfied.
    AssignedDissatisfied: "assigned.dissatisfied", Assigned, Some(AssignedRated);
    /// Calls that went out.
    Calls: "calls.out", Calls, None;
    /// Calls to which somebody reported in.
    CallsAnswered: "calls.answered", Calls, Some(CallsOut);
    /// Members who reported in.
    ReportedIn: "calls.reported_in", Calls, Some(Called);
    /// Actions agreed.
    ActionsAgreed: "actions.agreed", Actions, None;
    /// Actions done.
    ActionsDone: "actions.done", Actions, Some(Agreed);
    /// Actions overdue.
    ActionsOverdue: "actions.overdue", Actions, Some(Agreed);
}

impl FigureId {
    /// Its place among all.
    #[must_use]
    pub const fn at(self) -> usize {
        self as usize
    }

    /// Whether it is a part of the figure shown before it, as 邻里纠纷 is of 烦心事.
    #[must_use]
    pub const fn is_sub(self) -> bool {
        matches!(
            self,
            Self::Neighbours
                | Self::Petition
                | Self::Rights
                | Self::AssignedOverdue
                | Self::OnTime
                | Self::Late
                | Self::NoLimit
        )
    }
}
