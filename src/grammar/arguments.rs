//! What follows a command word.

use crate::domain::action::Promise;
use crate::domain::command::{Change, Command};
use crate::domain::ids::{ItemId, OpinionId, ParkedId, PersonId};
use crate::domain::item::Outcome;
use crate::domain::people::Who;
use crate::text::clock::parse_minutes;

use super::Context;
use super::agenda::planned;
use super::agreement;
use super::floor::{floor_command, rule};
use super::misread::Misread;
use super::naming::{brackets, list, told};
use super::notice;
use super::numbers::{Reference, leading, number, reference};
use super::opinion;
use super::points;
use super::preparing;
use super::promise::promise;
use super::stance::{stance_of_mark, stance_of_word, take_mark};
use super::time_plan;
use super::topics;
use super::verb::Verb;

pub(super) type Read<T> = Result<T, Misread>;

/// The command that `verb` and what follows it ask for.
pub(super) fn command(verb: Verb, rest: &str, context: Context<'_>) -> Read<Command> {
    match verb {
        Verb::Open => alone(verb, rest, Command::Open),
        Verb::Pause => alone(verb, rest, Command::Pause),
        Verb::Resume => alone(verb, rest, Command::Resume),
        Verb::Done => alone(verb, rest, Command::EndTurn),
        Verb::Undo => alone(verb, rest, Command::Undo),
        Verb::Redo => alone(verb, rest, Command::Redo),
        Verb::Close if is_leave(rest) => Ok(Command::Close { leave: true }),
        Verb::Close => alone(verb, rest, Command::Close { leave: false }),
        Verb::SignIn | Verb::SignOut | Verb::Correct => signing(verb, rest, context),
        Verb::OnTime => alone(verb, rest, Command::KeepTime),
        Verb::Insert | Verb::Split | Verb::Carry | Verb::Ends => {
            time_plan::time_plan(verb, rest, context)
        }
        Verb::Item
        | Verb::Rename
        | Verb::Minutes
        | Verb::Move
        | Verb::Remove
        | Verb::Start
        | Verb::End => agenda(verb, rest, context),
        Verb::Title | Verb::Date | Verb::Time | Verb::Place | Verb::Chair | Verb::Recorder => {
            preparing::setup(verb, rest, context)
        }
        Verb::Papers => notice::list_papers(rest),
        Verb::GiveNotice => notice::give_notice(rest, context),
        Verb::Expect => preparing::expect(rest, context),
        Verb::Unexpect => preparing::unexpect(rest, context),
        Verb::ReadBack => alone(verb, rest, Command::BeginReadBack),
        Verb::Confirm => preparing::confirm(rest, context),
        Verb::Hand | Verb::Lower | Verb::Next | Verb::Floor => floor(verb, rest, context),
        Verb::Endorse => endorse(rest, context),
        Verb::Answer => {
            let (opinion, text) = leading(need(verb, rest)?)?;
            let text = need(verb, text)?.to_owned();
            Ok(Command::Answer { opinion: OpinionId(opinion), text })
        }
        Verb::Merge
        | Verb::Part
        | Verb::Unmerge
        | Verb::Reserve
        | Verb::Reassign
        | Verb::OffTopic
        | Verb::ToTopic
        | Verb::Unanswered => points::command(verb, rest, context),
        Verb::Amend => amend(rest, context),
        Verb::Withdraw => withdraw(rest),
        Verb::Resolve => Ok(Command::Resolve(need(verb, rest)?.to_owned())),
        Verb::Vote => agreement::any_vote(rest),
        Verb::Method => agreement::method(rest),
        Verb::Consensus => agreement::consensus(rest),
        Verb::Fists => agreement::fists(rest),
        Verb::Gradients => agreement::gradients(rest),
        Verb::Object => agreement::object(rest, context),
        Verb::Resolved => agreement::resolved(rest),
        Verb::Announce => alone(verb, rest, Command::Announce),
        Verb::Rule => rule(rest, context),
        Verb::Procedure => topics::adopt(rest, context),
        Verb::Link => topics::link(rest, context),
        Verb::Waive => topics::waive(rest, context),
        Verb::CloseList => alone(verb, rest, Command::CloseList),
        Verb::OpenList => alone(verb, rest, Command::ReopenList),
        Verb::TakeBack => alone(verb, rest, Command::TakeBackChair),
        Verb::Order | Verb::Reply | Verb::QueueTo | Verb::HandOver => {
            floor_command(verb, rest, context)
        }
        Verb::Action => {
            let (what, promise) = promise(need(verb, rest)?, context)?;
            Ok(Command::Promise(Promise { what: need(verb, &what)?.to_owned(), ..promise }))
        }
        Verb::Park => {
            let (who, text) = opinion::speaker(need(verb, rest)?, context)?;
            Ok(Command::Park { who, text: need(verb, text)?.to_owned() })
        }
        Verb::Settle => {
            let (target, how) = reference(need(verb, rest)?)?;
            let parked = match target {
                Reference::Opinion(OpinionId(number)) | Reference::Parked(ParkedId(number)) => {
                    ParkedId(number)
                }
                _ => return Err(Misread::NotAReference(first_word(rest).to_owned())),
            };
            Ok(Command::Settle { parked, how: need(verb, how)?.to_owned() })
        }
        Verb::Note => Ok(Command::Note(need(verb, rest)?.to_owned())),
        Verb::SaveTo
        | Verb::Language
        | Verb::Help
        | Verb::Quit
        | Verb::Where
        | Verb::Queue
        | Verb::Opinions
        | Verb::Decided
        | Verb::Heard => Err(Misread::DeskOnly(verb)),
    }
}

pub(super) fn need(verb: Verb, text: &str) -> Read<&str> {
    let text = text.trim();
    if text.is_empty() { Err(Misread::Incomplete(verb)) } else { Ok(text) }
}

/// A command that nothing may follow, so that `/撤销 3` does not undo something else; what one says
/// anyway (`/说完了`) may.
fn alone(verb: Verb, rest: &str, command: Command) -> Read<Command> {
    match bare(rest) {
        "" | "了" | "吧" | "一下" | "会议" => Ok(command),
        _ => Err(Misread::TooMuch(verb, rest.to_owned())),
    }
}

/// The text without the marks that merely end a sentence.
fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || "。.！!".contains(c))
}

fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or(text)
}

fn is_leave(text: &str) -> bool {
    text.contains("留待") || text.contains("留下") || text.eq_ignore_ascii_case("leave")
}

pub(super) fn present(query: &str, context: Context<'_>) -> Read<PersonId> {
    match context.directory.one(context.session, query)?.who {
        Who::Present(person) => Ok(person),
        Who::Joining(_) => Err(Misread::NobodyCalled(query.to_owned())),
    }
}

pub(super) fn anybody(query: &str, context: Context<'_>) -> Read<Who> {
    context.directory.whom(context.session, query)
}

fn signing(verb: Verb, rest: &str, context: Context<'_>) -> Read<Command> {
    let rest = need(verb, rest)?;
    match verb {
        Verb::SignOut => present(rest, context).map(Command::SignOut),
        Verb::Correct => {
            // In brackets stands which of one name is meant, unless nothing else is told.
            let parts = brackets(rest);
            let meant = rest.strip_suffix(parts.after).filter(|_| !parts.after.is_empty());
            let (person, about) = if let Some(meant) = meant {
                // What is told behind the brackets, behind any name at all.
                (present(meant, context)?, told(&format!("某 {}", parts.after)))
            } else {
                let about = told(rest);
                (present(&about.name, context)?, about)
            };
            if let Some(word) = about.doubtful {
                return Err(Misread::UnitOrName(word));
            }
            if !about.is_described() {
                return Err(Misread::Incomplete(verb));
            }
            Ok(Command::CorrectPerson { person, role: about.role, household: about.household })
        }
        _ => names(rest, context)
            .map(|one| arriving(one, context))
            .collect::<Read<_>>()
            .map(Command::SignIn),
    }
}

pub(super) fn arriving(text: &str, context: Context<'_>) -> Read<Who> {
    context.directory.arriving(context.session, told(text))
}

/// The names in a list. Where a later word is somebody's name, as in `王芳 李强`, the spaces part
/// it, too.
pub(super) fn names<'a>(text: &'a str, context: Context<'_>) -> impl Iterator<Item = &'a str> {
    let called =
        move |word: &str| !word.is_ascii() && context.directory.is_called(context.session, word);
    list(text).flat_map(move |one| {
        let spaced = one.split_whitespace().skip(1).any(called);
        let (whole, words) = if spaced { (None, one) } else { (Some(one), "") };
        words.split_whitespace().chain(whole)
    })
}

/// The item at a place of the agenda, as people count.
pub(super) fn item_at(place: u32, context: Context<'_>) -> Read<ItemId> {
    let order = &context.session.order;
    let at = (place as usize).wrapping_sub(1);
    match order.get(at) {
        Some(item) => Ok(*item),
        // Where items were taken off, another item may have the number of a place that is not there.
        None if order.contains(&ItemId(place)) => {
            Err(Misread::NoSuchPlace { place, places: order.len() })
        }
        // No item on the agenda has that number, and `decide` refuses it.
        None => Ok(ItemId(place)),
    }
}

fn agenda(verb: Verb, rest: &str, context: Context<'_>) -> Read<Command> {
    match verb {
        Verb::Start if bare(rest).is_empty() => Ok(Command::OpenItem(None)),
        Verb::Start => Ok(Command::OpenItem(Some(item_at(number(rest)?, context)?))),
        Verb::Remove => Ok(Command::RemoveItem(item_at(number(need(verb, rest)?)?, context)?)),
        Verb::End => close_item(need(verb, rest)?),
        Verb::Item => {
            let text = need(verb, rest)?;
            let topic = topics::item_of_topic(text, context)?;
            Ok(topic.unwrap_or_else(|| Command::AddItem(planned(text))))
        }
        _ => {
            let (place, argument) = leading(need(verb, rest)?)?;
            let item = item_at(place, context)?;
            let argument = need(verb, argument)?;
            Ok(match verb {
                Verb::Rename => {
                    let title = Some(argument.to_owned());
                    Command::ChangeItem { item, title, minutes: Change::Keep }
                }
                Verb::Minutes if preparing::is_nothing(argument) => {
                    Command::ChangeItem { item, title: None, minutes: Change::Away }
                }
                Verb::Minutes => {
                    let minutes = parse_minutes(argument)
                        .ok_or_else(|| Misread::NotANumber(argument.to_owned()))?;
                    Command::ChangeItem { item, title: None, minutes: Change::To(minutes) }
                }
                _ => {
                    let to = number(
                        argument.trim_start_matches("to ").trim_start_matches('到').trim_start(),
                    )?;
                    Command::MoveItem { item, to: to.wrapping_sub(1) }
                }
            })
        }
    }
}

const OUTCOMES: &[(&str, Outcome)] = &[
    ("未达成一致", Outcome::NotAgreed),
    ("未达成", Outcome::NotAgreed),
    ("不一致", Outcome::NotAgreed),
    ("达成一致", Outcome::Agreed),
    ("达成", Outcome::Agreed),
    ("一致", Outcome::Agreed),
    ("结转", Outcome::CarriedOver),
    ("已通报", Outcome::Noted),
    ("通报", Outcome::Noted),
    ("not-agreed", Outcome::NotAgreed),
    ("not agreed", Outcome::NotAgreed),
    ("agreed", Outcome::Agreed),
    ("carry over", Outcome::CarriedOver),
    ("carried over", Outcome::CarriedOver),
    ("carried", Outcome::CarriedOver),
    ("carry", Outcome::CarriedOver),
    ("noted", Outcome::Noted),
];

fn close_item(text: &str) -> Read<Command> {
    let lower = text.to_ascii_lowercase();
    let (spelling, outcome) = OUTCOMES
        .iter()
        .find(|(spelling, _)| lower.starts_with(spelling))
        .ok_or_else(|| Misread::NotAnOutcome(first_word(text).to_owned()))?;
    let is_apart = |c: char| c.is_whitespace() || "，,。：:；;".contains(c);
    let rest = text.get(spelling.len()..).unwrap_or_default().trim_matches(is_apart);
    let (why, despite) = ["照结", "anyway"]
        .iter()
        .find_map(|mark| {
            let at = rest.len().checked_sub(mark.len())?;
            let (why, end) = rest.split_at_checked(at)?;
            end.eq_ignore_ascii_case(mark).then(|| why.trim_matches(is_apart))
        })
        .map_or((rest, false), |why| (why, true));
    let why = (!why.is_empty()).then(|| why.to_owned());
    Ok(Command::CloseItem { outcome: *outcome, why, despite })
}

fn floor(verb: Verb, rest: &str, context: Context<'_>) -> Read<Command> {
    match verb {
        Verb::Next if bare(rest).is_empty() => Ok(Command::GiveFloor(None)),
        Verb::Next | Verb::Floor => {
            anybody(need(verb, rest)?, context).map(|who| Command::GiveFloor(Some(who)))
        }
        Verb::Lower => present(need(verb, rest)?, context).map(Command::LowerHand),
        _ => {
            let rest = need(verb, rest)?;
            let announced = rest.rsplit_once(char::is_whitespace).and_then(|(name, last)| {
                let mut chars = last.chars();
                let mark = chars.next().and_then(stance_of_mark).filter(|_| chars.next().is_none());
                mark.or_else(|| stance_of_word(last)).map(|stance| (name, stance))
            });
            let (name, stance) = match announced {
                Some((name, stance)) => (name, Some(stance)),
                None => (rest, told(rest).stance),
            };
            Ok(Command::RaiseHand { who: anybody(name, context)?, stance })
        }
    }
}

fn endorse(rest: &str, context: Context<'_>) -> Read<Command> {
    let rest = need(Verb::Endorse, rest)?;
    if let Ok((Reference::Point(point), people)) = reference(rest) {
        return points::endorse(point, people, context);
    }
    let (opinion, people) = leading(rest)?;
    let who = names(people, context).map(|one| anybody(one, context)).collect::<Read<_>>()?;
    Ok(Command::Endorse { opinion: OpinionId(opinion), who })
}

fn amend(rest: &str, context: Context<'_>) -> Read<Command> {
    let (target, text) = reference(need(Verb::Amend, rest)?)?;
    let text = need(Verb::Amend, text)?;
    match target {
        Reference::Opinion(opinion) => {
            let (stance, words) = match text.strip_prefix([':', '：']) {
                Some(words) => (None, words),
                None => take_mark(text)?,
            };
            let text = need(Verb::Amend, words)?.to_owned();
            Ok(Command::AmendOpinion { opinion, stance, text })
        }
        Reference::Resolution(resolution) => {
            Ok(Command::AmendResolution { resolution, text: text.to_owned() })
        }
        Reference::Action(action) => {
            let (what, promise) = promise(text, context)?;
            let what = (!what.is_empty()).then_some(what);
            if what.is_none() && promise == Promise::default() {
                return Err(Misread::Incomplete(Verb::Amend)); // a mark with nothing behind it
            }
            Ok(Command::AmendAction { action, what, promise })
        }
        Reference::Point(point) => Ok(Command::AmendPoint { point, text: text.to_owned() }),
        Reference::Parked(_) => Err(Misread::NotAReference(first_word(rest).to_owned())),
    }
}

fn withdraw(rest: &str) -> Read<Command> {
    let (target, why) = reference(need(Verb::Withdraw, rest)?)?;
    match target {
        Reference::Opinion(opinion) => Ok(Command::WithdrawOpinion(opinion)),
        Reference::Resolution(resolution) => Ok(Command::WithdrawResolution(resolution)),
        Reference::Point(point) => Ok(Command::DissolvePoint(point)),
        Reference::Action(action) => {
            Ok(Command::DropAction { action, why: need(Verb::Withdraw, why)?.to_owned() })
        }
        Reference::Parked(_) => Err(Misread::NotAReference(first_word(rest).to_owned())),
    }
}
