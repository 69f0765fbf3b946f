//! Topics taken in, put right, screened, brought together.

use super::choosing::{class, decision, level, source};
use super::fields::{Field, parted};
use super::misread::AffairMisread;
use super::naming::{
    case, case_alone, meeting, need, past_day, people, procedure, said, text, text_or,
};
use super::verb::AffairVerb;
use super::{AffairContext, Read};
use crate::domain::affairs::{Affair, SlipChange};
use crate::domain::command::Change;
use crate::domain::exclusion::Exclusion;
use crate::domain::topic::{Decision, Origin, Proposer, Slip, Source};
use crate::grammar::naming::list;
use crate::grammar::preparing::is_nothing;
use crate::text::width::{fold, fold_char};

pub(super) fn raise(rest: &str, context: AffairContext<'_>) -> Read<Affair> {
    const VERB: AffairVerb = AffairVerb::Raise;
    let parted = parted(VERB, rest)?;
    let title = need(VERB, text_or(VERB, &parted, Field::Title)?.unwrap_or_default())?;
    let origin = said(VERB, &parted, Field::Origin)?.map(|it| origin(it, context)).transpose()?;
    let given = said(VERB, &parted, Field::Source)?.map(source).transpose()?;
    // What a meeting left tells by which way it comes.
    let left = origin.as_ref().map(|(_, source)| *source);
    let day = said(VERB, &parted, Field::On)?;
    let named = [said(VERB, &parted, Field::By)?, said(VERB, &parted, Field::Signers)?];
    let mut proposers = Vec::new();
    for names in named.into_iter().flatten() {
        proposers.extend(people(names, context)?);
    }
    let chosen = said(VERB, &parted, Field::Procedure)?;
    let slip = Slip {
        title: title.to_owned(),
        reason: text(VERB, &parted, Field::Reason)?,
        suggestion: text(VERB, &parted, Field::Suggestion)?,
        on: day.map_or(Ok(context.today), |day| past_day(day, context.today))?,
        source: given.or(left).unwrap_or(Source::Slip),
        channel: text(VERB, &parted, Field::Channel)?,
        class: said(VERB, &parted, Field::Class)?.map(class).transpose()?,
        place: text(VERB, &parted, Field::Place)?,
        group: text(VERB, &parted, Field::Group)?,
        origin: origin.map(|(origin, _)| origin),
    };
    Ok(Affair::Raise {
        slip,
        proposers,
        procedure: chosen.map(|name| procedure(name, context)).transpose()?,
    })
}

/// People who bring a topic up, as a list names them: known to the community, or new.
///
/// # Errors
/// When a name could be several people, or is the beginning of a known one.
pub fn proposers(names: &str, context: AffairContext<'_>) -> Result<Vec<Proposer>, AffairMisread> {
    people(names, context)
}

/// Where in a meeting's record a topic comes from, `SESSION/P1` a parked point, `SESSION/I3` an item,
/// and by which way it comes in then.
///
/// # Errors
/// When it is not written so, or there is no such meeting.
pub fn origin(typed: &str, context: AffairContext<'_>) -> Result<(Origin, Source), AffairMisread> {
    let wrong = || AffairMisread::NotAnOrigin(typed.to_owned());
    let folded = fold(typed.trim());
    let (session, what) = folded.rsplit_once('/').ok_or_else(wrong)?;
    let what = what.to_ascii_uppercase();
    let source = match what.chars().next() {
        Some('P') => Source::ParkingList,
        Some('I') => Source::Unresolved,
        _ => return Err(wrong()),
    };
    let number: Option<u32> = what.get(1..).and_then(|digits| digits.parse().ok());
    if number.is_none_or(|number| number == 0) {
        return Err(wrong());
    }
    Ok((Origin { session: meeting(session, context)?, what }, source))
}

/// What is written of something that may also be taken away, by nothing or a word for it.
fn change(said: Option<&str>) -> Change<String> {
    match said {
        None => Change::Keep,
        Some(text) if text.is_empty() || is_nothing(text) => Change::Away,
        Some(text) => Change::To(text.to_owned()),
    }
}

pub(super) fn amend(rest: &str, context: AffairContext<'_>) -> Read<Affair> {
    const VERB: AffairVerb = AffairVerb::Amend;
    let (topic, rest) = case(VERB, rest, context)?;
    let parted = parted(VERB, rest)?;
    let class = match change(parted.field(Field::Class)) {
        Change::To(word) => Change::To(class(&word)?),
        Change::Away => Change::Away,
        Change::Keep => Change::Keep,
    };
    let day = said(VERB, &parted, Field::On)?;
    let made = SlipChange {
        title: text_or(VERB, &parted, Field::Title)?.map(str::to_owned),
        reason: change(parted.field(Field::Reason)),
        suggestion: change(parted.field(Field::Suggestion)),
        on: day.map(|day| past_day(day, context.today)).transpose()?,
        source: said(VERB, &parted, Field::Source)?.map(source).transpose()?,
        channel: change(parted.field(Field::Channel)),
        class,
        place: change(parted.field(Field::Place)),
        group: change(parted.field(Field::Group)),
    };
    if made == SlipChange::default() {
        return Err(AffairMisread::Incomplete(VERB));
    }
    Ok(Affair::AmendSlip { topic, change: made })
}

pub(super) fn join(rest: &str, context: AffairContext<'_>) -> Read<Affair> {
    const VERB: AffairVerb = AffairVerb::Join;
    let (topic, rest) = case(VERB, rest, context)?;
    let names = parted(VERB, rest)?.text;
    Ok(Affair::Join { topic, proposers: people(need(VERB, names)?, context)? })
}

pub(super) fn screen(rest: &str, context: AffairContext<'_>) -> Read<Affair> {
    const VERB: AffairVerb = AffairVerb::Screen;
    let (topic, rest) = case(VERB, rest, context)?;
    let parted = parted(VERB, rest)?;
    let (accepted, more) = decision(need(VERB, parted.text)?)?;
    let class = said(VERB, &parted, Field::Class)?.map(class).transpose()?;
    let approver = text(VERB, &parted, Field::Approver)?;
    let (at, why) = (said(VERB, &parted, Field::Level)?, said(VERB, &parted, Field::Reason)?);
    let redirect = said(VERB, &parted, Field::Redirect)?;
    let decision = if accepted {
        // A reason would say that it is not dealt with.
        if let Some(text) = why.or(redirect) {
            return Err(AffairMisread::TooMuch(VERB, text.to_owned()));
        }
        let at = at.or(Some(more).filter(|more| !more.is_empty()));
        Decision::Accepted { level: at.map(level).transpose()?.unwrap_or_default() }
    } else {
        if let Some(text) = at {
            return Err(AffairMisread::TooMuch(VERB, text.to_owned()));
        }
        let why = match (Some(more).filter(|more| !more.is_empty()), why) {
            (Some(_), Some(why)) => return Err(AffairMisread::TooMuch(VERB, why.to_owned())),
            (more, why) => more.or(why).unwrap_or_default(),
        };
        excluded(need(VERB, why)?, redirect, context.exclusions)?
    };
    Ok(Affair::Screen { topic, decision, class, approver })
}

/// An exclusion on a known ground, which says where to turn, or on another, which must.
///
/// # Errors
/// [`AffairMisread::NoRedirect`], where neither says so.
pub fn excluded(
    why: &str,
    redirect: Option<&str>,
    known: &[Exclusion],
) -> Result<Decision, AffairMisread> {
    let folded = fold(why).to_lowercase();
    let is = |name: &str| fold(name).to_lowercase() == folded;
    let begins = |name: &str| fold(name).to_lowercase().starts_with(&folded);
    let one = |fits: &dyn Fn(&str) -> bool| {
        let mut fitting = known.iter().filter(|it| {
            fits(&it.name) || fits(&it.key) || it.name_en.as_deref().is_some_and(fits)
        });
        fitting.next().filter(|_| fitting.next().is_none())
    };
    // `诉讼仲裁` is short for `已进入诉讼或仲裁`.
    let shortens = |name: &str| {
        let mut rest = name.chars();
        !why.is_ascii()
            && why.chars().nth(1).is_some()
            && why.chars().all(|c| rest.any(|other| other == c))
    };
    let Some(found) = one(&is).or_else(|| one(&begins)).or_else(|| one(&shortens)) else {
        let names = known.iter().map(|it| it.name.clone()).collect();
        let redirect = redirect.ok_or_else(|| AffairMisread::NoRedirect(why.to_owned(), names))?;
        return Ok(Decision::Excluded { ground: why.to_owned(), redirect: redirect.to_owned() });
    };
    // In the language it was named in.
    let english = found.name_en.as_ref().filter(|name| begins(name) && !begins(&found.name));
    let usual = found.redirect_en.as_ref().filter(|_| english.is_some()).unwrap_or(&found.redirect);
    Ok(Decision::Excluded {
        ground: english.unwrap_or(&found.name).clone(),
        redirect: redirect.unwrap_or(usual).to_owned(),
    })
}

/// Words between the topics that are merged and the one that stays.
const INTO: [&str; 5] = ["归并到", "并入", "到", "into", "to"];

pub(super) fn merge(rest: &str, context: AffairContext<'_>) -> Read<Affair> {
    const VERB: AffairVerb = AffairVerb::Merge;
    let rest = parted(VERB, need(VERB, rest)?)?.text;
    let lower: String = rest.chars().map(|c| fold_char(c).to_ascii_lowercase()).collect();
    let at = INTO.iter().find_map(|word| {
        let at = lower.find(word)?;
        Some((lower.get(..at)?.chars().count(), word.chars().count()))
    });
    let (kept, taken) = at.ok_or(AffairMisread::Incomplete(VERB))?;
    let cut = |chars: usize| rest.char_indices().nth(chars).map_or(rest.len(), |(at, _)| at);
    let (from, into) = (rest.get(..cut(kept)), rest.get(cut(kept + taken)..));
    let (from, into) =
        (need(VERB, from.unwrap_or_default())?, need(VERB, into.unwrap_or_default())?);
    let parts_more = |c: char| matches!(c, '和' | '与' | '及' | '&') || c.is_whitespace();
    let topics = list(from)
        .flat_map(|one| one.split(parts_more))
        .map(str::trim)
        .filter(|one| !one.is_empty() && !one.eq_ignore_ascii_case("and"))
        .map(|one| case_alone(one, context))
        .collect::<Read<Vec<_>>>()?;
    if topics.is_empty() {
        return Err(AffairMisread::Incomplete(VERB));
    }
    Ok(Affair::Merge { into: case_alone(into, context)?, topics })
}

pub(super) fn part(rest: &str, context: AffairContext<'_>) -> Read<Affair> {
    const VERB: AffairVerb = AffairVerb::Part;
    let (topic, rest) = case(VERB, rest, context)?;
    match rest {
        "" => Ok(Affair::Part(topic)),
        more => Err(AffairMisread::TooMuch(VERB, more.to_owned())),
    }
}

pub(super) fn withdraw(rest: &str, context: AffairContext<'_>) -> Read<Affair> {
    const VERB: AffairVerb = AffairVerb::Withdraw;
    let (topic, rest) = case(VERB, rest, context)?;
    let parted = parted(VERB, rest)?;
    let why = text_or(VERB, &parted, Field::Reason)?.unwrap_or_default();
    Ok(Affair::Withdraw { topic, why: need(VERB, why)?.to_owned() })
}
