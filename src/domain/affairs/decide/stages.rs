//! The stages of procedures: which one a topic is in, and what a community calls them.

use super::{Verdict, need_dealt_with, need_open, some_words, words};
use crate::domain::affairs::{AffairRefusal, Blank, Ground, needs_lacking};
use crate::domain::ledger::{Ledger, LedgerEvent};
use crate::domain::procedure::Stage;
use crate::domain::topic::Topic;

/// A topic follows another procedure, from its first stage.
pub(super) fn choosing(topic: &Topic, ground: &Ground, procedure: &str) -> Verdict {
    need_open(topic)?;
    ground.need_procedure(procedure)?;
    if ground.procedure_name(topic) == procedure {
        return Err(AffairRefusal::Unchanged(topic.case.clone()));
    }
    let procedure = procedure.to_owned();
    Ok(vec![LedgerEvent::ProcedureChosen { topic: topic.case.clone(), procedure }])
}

/// A topic enters a stage. What the stage needs is there, or somebody says why not; going back, or
/// past a stage, needs a reason where the procedure has an order.
///
/// From then on it keeps the procedure it follows, though the community may turn to another one.
pub(super) fn entering(
    ledger: &Ledger,
    ground: &Ground,
    topic: &Topic,
    stage: Option<u32>,
    despite: Option<&str>,
) -> Verdict {
    need_dealt_with(topic)?;
    let case = || topic.case.clone();
    let file = ground.procedure_name(topic);
    let procedure = ground.need_procedure(file)?;
    let despite = some_words(despite)?;
    let (from, count) = (topic.stage(), procedure.count());
    let stage = match stage {
        Some(stage) if procedure.stage(stage).is_none() => {
            return Err(AffairRefusal::NoSuchStage { procedure: file.to_owned(), stage, count });
        }
        Some(stage) => stage,
        None if from >= count => return Err(AffairRefusal::NoStageLeft(case())),
        None => from + 1,
    };
    if stage == from && !procedure.any_order {
        return Err(AffairRefusal::InStage { topic: case(), stage });
    }
    if stage != from + 1 && !procedure.any_order && despite.is_none() {
        return Err(AffairRefusal::OutOfOrder { topic: case(), stage, from });
    }
    let (lacking, _) = needs_lacking(ledger, ground, topic, stage);
    if !lacking.is_empty() && despite.is_none() {
        return Err(AffairRefusal::StageNeeds { topic: case(), stage, lacking });
    }
    let mut events = Vec::new();
    if topic.procedure.is_none() {
        let procedure = file.to_owned();
        events.push(LedgerEvent::ProcedureChosen { topic: case(), procedure });
    }
    // Where the first stage already was a meeting, it is told that it was gone through: the next
    // stage may hold one of its own.
    let met = topic.stages.is_empty() && topic.is_consulted();
    if met && stage != 1 && procedure.stage(1).is_some_and(Stage::meets) {
        events.push(LedgerEvent::StageEntered { topic: case(), stage: 1, despite: None });
    }
    events.push(LedgerEvent::StageEntered { topic: case(), stage, despite });
    Ok(events)
}

/// A community says what it calls the stages of a procedure: one name for each.
pub(super) fn naming(
    ledger: &Ledger,
    ground: &Ground,
    procedure: &str,
    names: &[String],
) -> Verdict {
    let known = ground.need_procedure(procedure)?;
    let (given, stages) = (names.len(), known.stages.len());
    if given != stages {
        let procedure = procedure.to_owned();
        return Err(AffairRefusal::NamesDoNotFit { procedure, given, stages });
    }
    let tidy = names.iter().map(|name| words(name, Blank::StageName));
    let names = tidy.collect::<Result<Vec<String>, AffairRefusal>>()?;
    if ledger.stage_names.get(procedure) == Some(&names) {
        return Err(AffairRefusal::NamedBefore(procedure.to_owned()));
    }
    Ok(vec![LedgerEvent::StagesNamed { procedure: procedure.to_owned(), names }])
}
