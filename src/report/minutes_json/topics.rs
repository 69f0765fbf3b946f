//! The procedure of the meeting, and the topics of the community on its agenda.

use serde::Serialize;

use crate::domain::item::Item;
use crate::domain::session::Session;
use crate::domain::survey::Lacking;

/// The procedure that was adopted.
#[derive(Debug, Serialize)]
pub struct OfProcedure {
    /// The name of its file.
    pub file: String,
    /// What it is called.
    pub name: String,
    /// `documented`, `adapted` or `own`.
    pub provenance: String,
    /// What its stages are called; empty where nobody has said so.
    pub stages: Vec<String>,
    /// The stage of the meeting, counted from 1.
    pub stage: Option<u32>,
}

/// The topic that an item is about.
#[derive(Debug, Serialize)]
pub struct OfTopic {
    /// Its case number.
    pub case: String,
    /// Who brought it up.
    pub proposers: Vec<String>,
    /// What it lacked of what its procedure needs first, in lower case.
    pub lacks: Vec<String>,
    /// Why it was put on the agenda all the same.
    pub despite: Option<String>,
    /// What its survey lacked: parts in lower case, `visits` and `briefings` once each.
    pub survey_lacks: Vec<String>,
    /// Why it was consulted on all the same.
    pub survey_waived: Option<String>,
}

/// The procedure the meeting adopted.
pub(super) fn procedure(session: &Session) -> Option<OfProcedure> {
    session.procedure.as_ref().map(|adopted| {
        let procedure = &adopted.procedure;
        OfProcedure {
            file: adopted.file.clone(),
            name: procedure.name.clone(),
            provenance: procedure.provenance.written().to_lowercase(),
            stages: procedure.stages.iter().map(|stage| stage.name.clone()).collect(),
            stage: adopted.stage(),
        }
    })
}

/// The topic of an item.
pub(super) fn topic(item: &Item) -> Option<OfTopic> {
    let lacks = |lacking: &Lacking| match lacking {
        Lacking::Part(part) => part.written().to_lowercase(),
        Lacking::Visits(_) => "visits".to_owned(),
        Lacking::Briefings(_) => "briefings".to_owned(),
    };
    item.topic.as_ref().map(|link| OfTopic {
        case: link.topic.to_string(),
        proposers: link.proposers.clone(),
        lacks: link.needs.iter().map(|need| need.written().to_lowercase()).collect(),
        despite: link.despite.clone(),
        survey_lacks: link.lacking.iter().map(lacks).collect(),
        survey_waived: link.waived.clone(),
    })
}
