//! `yishi topics COMMUNITY --gather`: what earlier meetings left and is no topic yet.

use super::Neighbourhood;
use crate::cli::Done;
use crate::cli::failure::Failure;
use crate::cli::output::{columns, print, print_line, tell};
use crate::cli::progress::with_bar;
use crate::cli::reading;
use crate::cli::setting::Setting;
use crate::domain::affairs::Affair;
use crate::domain::earlier::{Held, Raisable, left_for_topics};
use crate::domain::ledger::{Ledger, LedgerEvent};
use crate::domain::meeting::Meeting;
use crate::domain::topic::Proposer;
use crate::grammar::affairs::proposers;
use crate::phrase::affairs::{affair_refusal, source};
use crate::phrase::troubles;
use crate::report::table::{Column, Table};
use crate::store::library::StoreError;
use crate::store::progress::Progress;
use crate::store::slug::Slug;
use crate::text::width::{clean, fold};
use crate::text::words::id;

/// Meetings, each by its id.
type Meetings = Vec<(String, Meeting)>;

/// Runs the command: lists, or takes up what `which` says.
///
/// # Errors
/// When a number is none of the list's, nobody is named for something, or the ledger refuses.
pub fn run(
    setting: &Setting,
    community: &Slug,
    which: &str,
    proposer: Option<&str>,
) -> Result<Done, Failure> {
    let read = |progress: &Progress| meetings(setting, community, progress);
    let (meetings, troubles) = with_bar(&setting.words, id::PROGRESS_MEETINGS, read)?;
    for trouble in &troubles {
        tell(trouble);
    }
    let done = if troubles.is_empty() { Done::Well } else { Done::InPart };
    if which.trim().is_empty() {
        let (ledger, well) = reading::ledger(setting, community)?;
        list(setting, community, &offers(&meetings, &ledger))?;
        return Ok(done.and(well));
    }
    let (by, now) = (setting.by(None)?, setting.now());
    let mut held = setting.store.hold_ledger(community, now, &by)?;
    let (hood, wrong) = Neighbourhood::read(setting, community, held.ledger())?;
    for wrong in wrong {
        tell(&wrong);
    }
    let context = hood.context(held.ledger(), setting.today());
    let given = match proposer {
        Some(names) => proposers(names, context)
            .map_err(|misread| Failure::Told(misread.tell(&setting.words)))?,
        None => Vec::new(),
    };
    let offers = offers(&meetings, held.ledger());
    let chosen = chosen(setting, &offers, which)?;
    let affairs = chosen
        .iter()
        .map(|(number, offer)| taking_up(setting, *number, offer, &given))
        .collect::<Result<Vec<_>, _>>()?;
    let together = held.carry_out_together(&hood.ground, &affairs, now, &by, &Progress::new());
    let line = match together.map_err(StoreError::from)? {
        Ok(line) => line,
        Err(refused) => {
            let told = refused.iter().map(|(_, refusal)| {
                affair_refusal(&setting.words, held.ledger(), &hood.ground, refusal)
            });
            return Err(Failure::Told(told.collect::<Vec<_>>().join("\n")));
        }
    };
    held.save()?;
    for event in line.iter().flat_map(|line| &line.events) {
        if let LedgerEvent::TopicRaised { topic, slip, .. } = event {
            let values = [("number", topic.to_string().into()), ("title", (&slip.title).into())];
            print_line(&clean(&setting.words.tell(id::ENTER_TOPIC_NUMBERED, &values)))?;
        }
    }
    Ok(done)
}

/// The community's meetings by their ids, as far as they can be read; what cannot, in words.
fn meetings(
    setting: &Setting,
    community: &Slug,
    progress: &Progress,
) -> Result<(Meetings, Vec<String>), Failure> {
    let names = setting.store.sessions(Some(community))?;
    progress.expect(names.len());
    let (mut meetings, mut troubles) = (Vec::with_capacity(names.len()), Vec::new());
    for name in names {
        let read = setting.store.read_session(&name)?;
        if let Some(stop) = &read.stop {
            let path = setting.store.layout().session_file(&name);
            troubles.push(troubles::reading(&setting.words, &path, stop));
        }
        meetings.push((name.id(), read.meeting));
        progress.step().map_err(StoreError::from)?;
    }
    Ok((meetings, troubles))
}

/// What meetings left that no topic came of, as it is numbered in the list.
fn offers(meetings: &[(String, Meeting)], ledger: &Ledger) -> Vec<Raisable> {
    let held: Vec<Held<'_>> =
        meetings.iter().map(|(id, it)| Held { id, session: it.session() }).collect();
    left_for_topics(&held, ledger)
}

fn list(setting: &Setting, community: &Slug, offers: &[Raisable]) -> Result<(), Failure> {
    let words = &setting.words;
    if offers.is_empty() {
        return print_line(&words.say(id::GATHER_NOTHING));
    }
    let mut table = Table::new(vec![
        Column::number(words.say(id::GATHER_NUMBER)),
        Column::flexible(words.say(id::TOPICS_TITLE)),
        Column::fixed(words.say(id::TOPICS_SOURCE)),
        Column::flexible(words.say(id::TOPICS_PROPOSERS)),
        Column::flexible(words.say(id::TOPICS_ORIGIN)),
    ]);
    for (number, offer) in (1..).zip(offers) {
        let names: Vec<&str> = offer.proposers.iter().map(|it| it.name.as_str()).collect();
        table.row([
            i32::to_string(&number),
            offer.title.clone(),
            source(words, offer.source),
            names.join(&words.say(id::LIST_SEPARATOR)),
            format!("{}/{}", offer.origin.session, offer.origin.what),
        ]);
    }
    let all = setting.command(&format!("topics {community} --gather all"));
    let one = setting.command(&format!("topics {community} --gather 1"));
    let how = words.tell(id::GATHER_HOW, &[("all", all.into()), ("one", one.into())]);
    print(format!("{}\n{}\n", table.render(columns()), clean(&how)).as_bytes())
}

/// Those of the list that are meant, with their numbers.
fn chosen<'o>(
    setting: &Setting,
    offers: &'o [Raisable],
    which: &str,
) -> Result<Vec<(usize, &'o Raisable)>, Failure> {
    let words = &setting.words;
    let all = || (1..).zip(offers);
    if offers.is_empty() {
        return Err(Failure::Told(words.say(id::GATHER_NOTHING)));
    }
    let folded = fold(which.trim()).to_lowercase();
    if matches!(folded.as_str(), "all" | "全部") {
        return Ok(all().collect());
    }
    let mut chosen: Vec<(usize, &Raisable)> = Vec::new();
    for part in folded.split(|c: char| matches!(c, ',' | '、' | ';') || c.is_whitespace()) {
        if part.is_empty() {
            continue;
        }
        let number = part.parse().ok().filter(|number| (1..=offers.len()).contains(number));
        let Some(found) = number.and_then(|number| all().find(|(at, _)| *at == number)) else {
            let values = [("text", part.into()), ("count", offers.len().into())];
            return Err(Failure::Told(words.tell(id::GATHER_NO_SUCH, &values)));
        };
        if !chosen.iter().any(|(at, _)| *at == found.0) {
            chosen.push(found);
        }
    }
    Ok(chosen)
}

fn taking_up(
    setting: &Setting,
    number: usize,
    offer: &Raisable,
    given: &[Proposer],
) -> Result<Affair, Failure> {
    let proposers = if offer.proposers.is_empty() { given } else { &offer.proposers };
    if proposers.is_empty() {
        let values = [("number", number.into()), ("title", (&offer.title).into())];
        let told = setting.words.tell(id::GATHER_NO_PROPOSER, &values);
        return Err(Failure::Told(clean(&told).into_owned()));
    }
    Ok(offer.raise(proposers.to_vec()))
}
