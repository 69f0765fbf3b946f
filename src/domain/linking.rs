//! What a meeting's record takes over of a topic, and what has to be looked at again.

use super::command::Command;
use super::rules::RuleSet;
use super::session::{Phase, Session};
use super::topic::{Topic, TopicLink};

impl TopicLink {
    /// What a meeting by these rules needs to know of a topic.
    #[must_use]
    pub fn of(topic: &Topic, rules: &RuleSet) -> Self {
        Self {
            topic: topic.case.clone(),
            proposers: topic.proposers.iter().map(|proposer| proposer.name.clone()).collect(),
            lacking: topic.survey.lacking(rules),
            waived: topic.survey_waived.clone(),
        }
    }

    /// Its survey is not complete, and nobody gave a reason to consult on it all the same.
    #[must_use]
    pub fn is_held_back(&self) -> bool {
        !self.lacking.is_empty() && self.waived.is_none()
    }
}

/// What has to be entered so that a meeting's record agrees with what the community's ledgers say
/// by now of the surveys of its topics; nothing of items that have ended, and nothing of a meeting
/// that is over.
#[must_use]
pub fn refreshed<'a>(
    session: &Session,
    topic: impl Fn(&super::topic::CaseNo) -> Option<&'a Topic>,
) -> Vec<Command> {
    let mut commands = Vec::new();
    if session.phase == Phase::Closed {
        return commands;
    }
    for item in session.agenda() {
        let Some(link) = item.topic.as_deref().filter(|_| !item.is_over()) else { continue };
        let Some(known) = topic(&link.topic) else { continue };
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
