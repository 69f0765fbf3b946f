//! The home, and what it asks to be done: looking at the store, searching, making, taking in.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::failure::Failure;
use super::people;
use super::setting::{Look, Setting};
use crate::domain::item::PlannedItem;
use crate::domain::ledger::LedgerEvent;
use crate::domain::planned_item;
use crate::phrase;
use crate::phrase::troubles;
use crate::report::found::hits;
use crate::store::check::{Severity, check};
use crate::store::community::Community;
use crate::store::index::{Cache, Index};
use crate::store::library::{NewSession, StoreError};
use crate::store::progress::Progress;
use crate::store::search::Wanted;
use crate::store::slug::Slug;
use crate::text::width::clean;
use crate::text::words::{Words, id};
use crate::tui::desk::model::{Notice, Tone};
use crate::tui::goto::Goto;
use crate::tui::home::model::Model;
use crate::tui::home::msg::{FoundMeeting, News, Request, What};
use crate::tui::home::stock::Stock;
use crate::tui::home::{self, Outside};
use crate::tui::keymap::Place;
use crate::tui::stage::Stage;

/// How long a search waits for the next letter before it begins.
const PAUSE: Duration = Duration::from_millis(120);
/// Most places in records that are listed.
const MOST_HITS: usize = 200;

/// What the home was about when it was left, so that one comes back to the same place.
#[derive(Debug, Default)]
pub struct Before {
    narrowed: Option<Slug>,
    bar: usize,
    /// What is known of the store already.
    index: Option<Index>,
}

/// Plays the home until something is chosen.
pub fn play(
    setting: &Setting,
    stage: &mut Stage,
    look: &mut Look,
    before: &mut Before,
    notice: Option<Notice>,
) -> Result<Goto, Failure> {
    let cache = cache(setting);
    let index = match &before.index {
        Some(known) => setting.store.index_again(known, &Progress::new()),
        None => setting.store.index(cache.as_ref(), &Progress::new()),
    };
    let words = Words::new(look.lang);
    let mut model = Model::new(index?, words, setting.now());
    model.theme = look.theme;
    model.keys = look.keymap.keys(Place::Home);
    model.narrowed = before.narrowed.take();
    model.list();
    model.bar = before.bar;
    model.list();
    model.notice = notice;
    look.tell_on(&mut model.notice);
    let around = setting.around();
    let work = move |request: Request| {
        let setting = Setting::new(Words::new(request.lang), around.clone());
        news(&setting, cache.as_ref(), request)
    };
    let outside = Outside { clock: setting.clock(), work: Arc::new(work) };
    let left = home::run(stage, model, &outside).map_err(Failure::Terminal)?;
    look.lang = left.model.words.lang();
    look.theme = left.model.theme;
    *before = Before {
        narrowed: left.model.narrowed.clone(),
        bar: left.model.bar,
        index: Some(left.model.index),
    };
    Ok(left.goto)
}

/// Where what is known of the store is kept from one start to the next.
pub fn cache(setting: &Setting) -> Option<Cache> {
    let folder = super::setting::cache_folder()?;
    let store = std::path::absolute(setting.store.layout().root()).ok()?;
    Some(Cache::new(&folder, &store))
}

/// Does what is asked and tells what came of it.
fn news(setting: &Setting, cache: Option<&Cache>, request: Request) -> News {
    let progress = request.progress;
    let done = match request.what {
        What::Stock(index) => Ok(News::Stock(Arc::new(Stock::of(&index)))),
        What::Look { index, doubt } => look_again(setting, cache, index, doubt, &progress),
        What::Search { number, wanted, community } => {
            search(setting, number, &wanted, community.as_ref(), &progress)
        }
        What::MakeCommunity { name, region } => make_community(setting, &name, &region),
        What::MakeMeeting { community, title, on } => title_of(setting, &title).and_then(|title| {
            let new = NewSession {
                title,
                on,
                starts: None,
                place: None,
                facilitator: None,
                recorder: None,
                agenda: Vec::new(),
            };
            let by = setting.by(None)?;
            let made = setting.store.create_session(&community, &new, setting.now(), &by)?;
            Ok(News::Go(Goto::Prepare(made.name)))
        }),
        What::Import { community, path } => import(setting, &community, &path, &progress),
        What::Report { session, action, state, note } => {
            let note = note.trim();
            let note = (!note.is_empty()).then(|| title_of(setting, note)).transpose();
            note.and_then(|note| {
                let news =
                    LedgerEvent::ActionReported { session: session.id(), action, state, note };
                let by = setting.by(None)?;
                let now = setting.now();
                setting.store.append_to_ledger(&session.community, vec![news], now, &by)?;
                let words = &setting.words;
                let values = [
                    ("what", phrase::action_name(action).into()),
                    ("state", phrase::action_state(words, state).into()),
                ];
                Ok(News::Done(words.tell(id::HOME_REPORTED, &values)))
            })
        }
        What::Check => checked(setting, &progress).map(News::Told),
    };
    match done {
        Ok(news) => news,
        Err(Failure::Store(StoreError::Cancelled(_))) => News::Stopped,
        Err(failure) => News::Refused(clean(&failure.tell(&setting.words)).into_owned()),
    }
}

fn look_again(
    setting: &Setting,
    cache: Option<&Cache>,
    index: Index,
    doubt: bool,
    progress: &Progress,
) -> Result<News, Failure> {
    let known = if doubt { index.doubted(&setting.store, progress)?.0 } else { index };
    let mut now = setting.store.index_again(&known, progress)?;
    if let Some(cache) = cache {
        // Nobody need care: the next start reads what this one did.
        let _ = cache.save(setting.store.disk().as_ref(), &mut now);
    }
    Ok(News::Looked(now))
}

fn search(
    setting: &Setting,
    number: u64,
    wanted: &[String],
    community: Option<&Slug>,
    progress: &Progress,
) -> Result<News, Failure> {
    // Somebody who types on wants something else.
    thread::sleep(PAUSE);
    progress.go_on().map_err(StoreError::from)?;
    let names = setting.store.sessions(community)?;
    let mut found = Vec::new();
    let mut count = 0;
    let candidates = setting.store.search(&names, &Wanted::new(wanted), progress);
    for candidate in candidates.map_err(StoreError::from)? {
        progress.go_on().map_err(StoreError::from)?;
        let Ok(read) = setting.store.read_session(&candidate.name) else { continue };
        let mut hits = hits(&setting.words, &read.meeting, &candidate.lines, wanted);
        hits.truncate(MOST_HITS - count);
        if hits.is_empty() {
            continue;
        }
        count += hits.len();
        let setup = &read.meeting.session().setup;
        found.push(FoundMeeting {
            name: candidate.name,
            title: setup.title.clone(),
            community: setup.community_name.clone(),
            hits,
        });
        if count >= MOST_HITS {
            break;
        }
    }
    Ok(News::Found(number, found))
}

fn make_community(setting: &Setting, name: &str, region: &str) -> Result<News, Failure> {
    let name = title_of(setting, name)?;
    let region = Some(region.trim()).filter(|region| !region.is_empty());
    let community = Community::new(&name, region);
    let heading = setting.words.say(id::STORE_COMMUNITY_HEADING);
    let first = Slug::of(&name, "community");
    let mut number = 1;
    loop {
        let slug = if number == 1 { first.clone() } else { first.numbered(number) };
        match setting.store.create_community(&slug, &community, &heading) {
            // Two communities may be spelt alike; one of the very same name is a slip.
            Err(StoreError::CommunityExists { name: taken, .. })
                if taken != name && number < 100 =>
            {
                number += 1;
            }
            made => {
                made?;
                return Ok(News::Made(slug));
            }
        }
    }
}

fn title_of(setting: &Setting, given: &str) -> Result<String, Failure> {
    let item = PlannedItem { title: given.to_owned(), minutes: None };
    planned_item(&item, 0)
        .map(|item| item.title)
        .map_err(|refusal| Failure::Told(phrase::refusal_of_text(&setting.words, &refusal)))
}

fn import(
    setting: &Setting,
    community: &Slug,
    typed: &str,
    progress: &Progress,
) -> Result<News, Failure> {
    let imported = people::take_in(setting, community, &path_of(typed), progress)?;
    if imported.refused.is_empty() {
        return Ok(News::Done(imported.summary));
    }
    let mut rows = vec![imported.summary, String::new()];
    rows.extend(imported.refused);
    Ok(News::Told(rows))
}

/// A path as people type it, paste it or drag it into a terminal.
fn path_of(typed: &str) -> PathBuf {
    let typed = typed.trim().trim_matches(['"', '\'']);
    let typed = typed.strip_prefix("file://").unwrap_or(typed).replace("\\ ", " ");
    crate::tui::keeping::expand_home(&typed)
}

fn checked(setting: &Setting, progress: &Progress) -> Result<Vec<String>, Failure> {
    let words = &setting.words;
    let root: &Path = setting.store.layout().root();
    let report = check(setting.store.disk().as_ref(), root, progress).map_err(StoreError::from)?;
    let faults = report.faults();
    let values = [
        ("files", report.files.into()),
        ("lines", report.lines.into()),
        ("faults", faults.into()),
        ("notes", (report.findings.len() - faults).into()),
    ];
    let mut rows = vec![words.tell(id::CHECK_SUMMARY, &values)];
    for severity in [Severity::Fault, Severity::Note] {
        let label = match severity {
            Severity::Fault => words.say(id::CHECK_FAULT),
            Severity::Note => words.say(id::CHECK_NOTE),
        };
        for finding in report.findings.iter().filter(|it| it.severity == severity) {
            rows.push(String::new());
            rows.push(format!("{label} {}", clean(&troubles::finding(words, finding))));
        }
    }
    Ok(rows)
}

/// What kept one from going somewhere, as a message at home.
pub fn notice_of(words: &Words, failure: &Failure) -> Notice {
    Notice { tone: Tone::Refused, text: clean(&failure.tell(words)).into_owned() }
}
