//! What becomes of a topic: stages, agendas, handling, notices, results, ratings, answers.

use chrono::NaiveDate;

use super::choosing::{by_name, result as result_class, satisfaction, trailing_rating};
use super::fields::{Field, parted};
use super::misread::{AffairMisread, Kind};
use super::naming::{
    case, day, meeting, need, procedure as procedure_named, proposer, said, text, text_or, units,
};
use super::verb::AffairVerb;
use super::{AffairContext, AffairEntry, Read};
use crate::domain::affairs::{Affair, stage_name};
use crate::domain::topic::CaseNo;
use crate::grammar::naming::list;
use crate::text::clock::parse_minutes;
use crate::text::dates::{parse_date, parse_past_date};
use crate::text::width::fold;

pub(super) fn answer(rest: &str, context: AffairContext<'_>) -> Read<Affair> {
    const VERB: AffairVerb = AffairVerb::Answer;
    let (topic, rest) = case(VERB, rest, context)?;
    let parted = parted(VERB, rest)?;
    let how = need(VERB, text_or(VERB, &parted, Field::Note)?.unwrap_or_default())?;
    let names = said(VERB, &parted, Field::By)?.map_or(Ok(Vec::new()), |names| {
        list(names).map(|name| proposer(&topic, name, context)).collect()
    })?;
    Ok(Affair::Answer { topic, names, how: how.to_owned() })
}

pub(super) fn procedure(rest: &str, context: AffairContext<'_>) -> Read<Affair> {
    const VERB: AffairVerb = AffairVerb::Procedure;
    let (topic, rest) = case(VERB, rest, context)?;
    let name = need(VERB, parted(VERB, rest)?.text)?;
    Ok(Affair::ChooseProcedure { topic, procedure: procedure_named(name, context)? })
}

pub(super) fn stage(rest: &str, context: AffairContext<'_>) -> Read<Affair> {
    const VERB: AffairVerb = AffairVerb::Stage;
    let (topic, rest) = case(VERB, rest, context)?;
    let parted = parted(VERB, rest)?;
    let despite = text(VERB, &parted, Field::Reason)?;
    let stage = match parted.text {
        "" | "下一步" | "下一阶段" | "下一" => None,
        text if text.eq_ignore_ascii_case("next") => None,
        text => Some(stage_of(&topic, text, context)?),
    };
    Ok(Affair::EnterStage { topic, stage, despite })
}

/// A stage of a topic's procedure by its number or its name.
fn stage_of(case: &CaseNo, typed: &str, context: AffairContext<'_>) -> Read<u32> {
    let folded = fold(typed);
    let number = folded.trim_start_matches('第').trim_end_matches(['步', '阶', '段']).trim();
    if let Ok(number) = number.parse() {
        return Ok(number);
    }
    let (ledger, ground) = (context.ledger, context.ground);
    let file = match ledger.topics.get(case) {
        Some(topic) => ground.procedure_name(topic),
        None => ground.procedure.as_str(),
    };
    let mut things = Vec::new();
    if let Some(procedure) = ground.procedure(file) {
        for stage in 1..=procedure.count() {
            let names: Vec<String> = [false, true]
                .into_iter()
                .filter_map(|english| stage_name(ledger, file, procedure, stage, english))
                .map(str::to_owned)
                .collect();
            if !names.is_empty() {
                things.push((stage, names));
            }
        }
    }
    by_name(Kind::Stage, &things, typed)
}

/// `/阶段名 五事：甲、乙、丙、丁、戊`
pub(super) fn stage_names(rest: &str, context: AffairContext<'_>) -> Read<Affair> {
    const VERB: AffairVerb = AffairVerb::StageNames;
    let parted = parted(VERB, need(VERB, rest)?)?;
    let apart = |c: char| c.is_whitespace() || matches!(c, ':' | '：');
    let (file, more) = parted.text.split_once(apart).unwrap_or((parted.text, ""));
    let written = match (more.trim(), said(VERB, &parted, Field::Names)?) {
        ("", Some(names)) => names,
        (more, None) => more,
        (more, Some(_)) => return Err(AffairMisread::TooMuch(VERB, more.to_owned())),
    };
    let names: Vec<String> = list(need(VERB, written)?).map(str::to_owned).collect();
    Ok(Affair::NameStages { procedure: procedure_named(need(VERB, file)?, context)?, names })
}

pub(super) fn schedule(rest: &str, context: AffairContext<'_>) -> Read<AffairEntry> {
    const VERB: AffairVerb = AffairVerb::Schedule;
    let (topic, rest) = case(VERB, rest, context)?;
    let parted = parted(VERB, rest)?;
    let session = meeting(need(VERB, parted.text)?, context)?;
    let minutes = said(VERB, &parted, Field::Minutes)?
        .map(|typed| {
            parse_minutes(typed).ok_or_else(|| AffairMisread::NotANumber(typed.to_owned()))
        })
        .transpose()?;
    let despite = text(VERB, &parted, Field::Reason)?;
    Ok(AffairEntry::Schedule { topic, session, minutes, despite })
}

pub(super) fn assign(rest: &str, context: AffairContext<'_>) -> Read<Affair> {
    const VERB: AffairVerb = AffairVerb::Assign;
    let (topic, rest) = case(VERB, rest, context)?;
    let parted = parted(VERB, rest)?;
    let due = said(VERB, &parted, Field::Until)?;
    Ok(Affair::Assign {
        topic,
        unit: need(VERB, parted.text)?.to_owned(),
        with: said(VERB, &parted, Field::With)?.map(units).unwrap_or_default(),
        due: due.map(|typed| day(typed, context.today)).transpose()?,
    })
}

/// The day that is meant, before or after today, whichever is nearer.
fn nearest_day(typed: &str, today: NaiveDate) -> Read<NaiveDate> {
    let ahead = day(typed, today)?;
    let back = parse_past_date(typed, today).unwrap_or(ahead);
    let far = |date: NaiveDate| (date - today).num_days().abs();
    Ok(if far(back) < far(ahead) { back } else { ahead })
}

pub(super) fn post(rest: &str, context: AffairContext<'_>) -> Read<Affair> {
    const VERB: AffairVerb = AffairVerb::Post;
    let (topic, rest) = case(VERB, rest, context)?;
    let parted = parted(VERB, rest)?;
    let from = match said(VERB, &parted, Field::On)? {
        Some("昨天") => parse_past_date("昨天", context.today).unwrap_or(context.today),
        Some(typed) => nearest_day(typed, context.today)?,
        None => context.today,
    };
    let until = said(VERB, &parted, Field::Until)?
        .map(|typed| match parse_date(typed, from) {
            Ok(until) if until >= from => Ok(until),
            Ok(_) => Err(AffairMisread::EndsBefore(typed.to_owned())),
            Err(_) => day(typed, from),
        })
        .transpose()?;
    let note = text_or(VERB, &parted, Field::Note)?.map(str::to_owned);
    Ok(Affair::Post { topic, from, until, note })
}

pub(super) fn result(rest: &str, context: AffairContext<'_>) -> Read<Affair> {
    const VERB: AffairVerb = AffairVerb::Result;
    let (topic, rest) = case(VERB, rest, context)?;
    let parted = parted(VERB, rest)?;
    let (class, more) = result_class(need(VERB, parted.text)?)?;
    let said = text(VERB, &parted, Field::Note)?;
    let note = match (Some(more).filter(|more| !more.is_empty()), said) {
        (Some(more), Some(_)) => return Err(AffairMisread::TooMuch(VERB, more.to_owned())),
        (more, said) => more.map(str::to_owned).or(said),
    };
    Ok(Affair::Result { topic, class, note })
}

/// `/评价 17 王小明 满意 基本满意；说：…`: first of the handling, then of the result.
pub(super) fn rate(rest: &str, context: AffairContext<'_>) -> Read<Affair> {
    const VERB: AffairVerb = AffairVerb::Rate;
    let (topic, rest) = case(VERB, rest, context)?;
    let parted = parted(VERB, rest)?;
    let mut name = parted.text;
    let mut handling = said(VERB, &parted, Field::Handling)?.map(satisfaction).transpose()?;
    let mut result = said(VERB, &parted, Field::Outcome)?.map(satisfaction).transpose()?;
    if handling.is_none() && result.is_none() {
        let (before, last) = trailing_rating(name).ok_or_else(|| ratings_missing(name))?;
        let (before, first) = trailing_rating(before).ok_or(AffairMisread::Incomplete(VERB))?;
        (name, handling, result) = (before, Some(first), Some(last));
    }
    let (Some(handling), Some(result)) = (handling, result) else {
        return Err(AffairMisread::Incomplete(VERB));
    };
    Ok(Affair::Rate {
        name: proposer(&topic, need(VERB, name)?, context)?,
        topic,
        handling,
        result,
        note: text(VERB, &parted, Field::Note)?,
    })
}

/// The last word that should be a rating and is none; all of it where there is but a name.
fn ratings_missing(text: &str) -> AffairMisread {
    match text.split_whitespace().skip(1).last().map(satisfaction) {
        Some(Err(misread)) => misread,
        _ => AffairMisread::Incomplete(AffairVerb::Rate),
    }
}
