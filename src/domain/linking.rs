//! What a meeting's record takes over of a topic, and what has to be looked at again.

use super::command::Command;
use super::event::Event;
use super::ledger::{Ledger, Numbers};
use super::meeting::Meeting;
use super::procedure::Need;
use super::record::{Line, Moment};
use super::refusal::Refusal;
use super::rules::RuleSet;
use super::session::{Phase, Session};
use super::topic::{CaseNo, Topic, TopicLink};

impl TopicLink {
    /// What a meeting needs to know of a topic, which lacks these needs of its procedure. `cases`
    /// tells what its device writes for the number.
    #[must_use]
    pub fn of(topic: &Topic, cases: &Numbers, needs: Vec<Need>, session: &Session) -> Self {
        Self::by(topic, cases, needs, &session.setup.device, &session.rules)
    }

    /// The same for a meeting that this device is to hold by these rules.
    #[must_use]
    pub fn by(
        topic: &Topic,
        cases: &Numbers,
        needs: Vec<Need>,
        device: &str,
        rules: &RuleSet,
    ) -> Self {
        Self {
            topic: numbered(&topic.case, cases, device),
            proposers: topic.proposers.iter().map(|proposer| proposer.name.clone()).collect(),
            lacking: topic.survey.lacking(rules),
            waived: topic.survey_waived.clone(),
            needs,
            despite: None,
        }
    }

    /// Its survey is not complete, and nobody gave a reason to consult on it all the same.
    #[must_use]
    pub fn is_held_back(&self) -> bool {
        !self.lacking.is_empty() && self.waived.is_none()
    }
}

/// What a meeting's record on a device calls a topic: as everybody knows it, unless that means
/// another one there, which the device itself gave that number before it knew of this one.
fn numbered(case: &CaseNo, cases: &Numbers, device: &str) -> CaseNo {
    if cases.known(device, case) == *case { case.clone() } else { cases.written(device, case) }
}

/// The topic that the link of a meeting's record means.
#[must_use]
pub fn linked<'a>(session: &Session, link: &TopicLink, ledger: &'a Ledger) -> Option<&'a Topic> {
    ledger.topics.get(&ledger.cases.known(&session.setup.device, &link.topic))
}

/// Carries a command out. Other rules ask something else of surveys: what the topics on the agenda
/// lack by these is part of the line that adopts them, and is undone with it.
///
/// # Errors
/// As [`Meeting::carry_out`].
pub fn carry_out<'a>(
    meeting: &'a mut Meeting,
    command: &Command,
    ledger: &Ledger,
    at: Moment,
    by: &str,
) -> Result<&'a Line<Event>, Refusal> {
    if matches!(command, Command::AdoptRules(_)) {
        meeting.carry_out_with(command, |session| refreshed(session, ledger), at, by)
    } else {
        meeting.carry_out(command, at, by)
    }
}

/// Takes in what the ledgers say by now of the surveys of topics on the agenda; the lines that tell
/// of it.
pub fn refresh<'a>(
    meeting: &'a mut Meeting,
    ledger: &Ledger,
    at: Moment,
    by: &str,
) -> &'a [Line<Event>] {
    let before = meeting.lines().len();
    for command in refreshed(meeting.session(), ledger) {
        // What is refused would change nothing.
        let _ = meeting.carry_out(&command, at, by);
    }
    meeting.lines().get(before..).unwrap_or_default()
}

/// What has to be entered so that a meeting's record agrees with what the community's ledgers say
/// by now of the surveys of its topics; nothing of items that have ended, and nothing of a meeting
/// that is over.
#[must_use]
pub fn refreshed(session: &Session, ledger: &Ledger) -> Vec<Command> {
    let mut commands = Vec::new();
    if session.phase == Phase::Closed {
        return commands;
    }
    for item in session.agenda() {
        let Some(link) = item.topic.as_deref().filter(|_| !item.is_over()) else { continue };
        let Some(known) = linked(session, link, ledger) else { continue };
        let lacking = known.survey.lacking(&session.rules);
        if lacking != link.lacking {
            commands.push(Command::FindSurvey { item: item.id, lacking: lacking.clone() });
        }
        if let Some(why) = known.survey_waived.as_ref().filter(|_| !lacking.is_empty())
            && link.waived.is_none()
        {
            commands.push(Command::WaiveSurvey { item: item.id, why: why.clone() });
        }
    }
    commands
}
