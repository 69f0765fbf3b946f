//! The home, and what it asks to be done: looking at the store, searching, making, taking in.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::beginning::{self, Asked};
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
use crate::store::disk::{Disk as _, EntryKind, folder_of};
use crate::store::index::{Cache, Index};
use crate::store::library::{NewSession, StoreError};
use crate::store::os_disk::OsDisk;
use crate::store::progress::{Cancelled, Progress};
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

/// How long the first frame waits for what there is, before it is shown without.
const AT_ONCE: Duration = Duration::from_millis(200);
/// How long a search waits for the next letter before it begins.
const PAUSE: Duration = Duration::from_millis(120);
/// Most places in records that are listed.
const MOST_HITS: usize = 200;

/// What the home was about when it was left, so that one comes back to the same place.
#[derive(Default)]
pub struct Before {
    /// A look at the store that has begun already.
    first: Option<FirstLook>,
    narrowed: Option<Slug>,
    bar: usize,
    /// What was looked for, and where it was found.
    line: String,
    found: Vec<FoundMeeting>,
    /// What is known of the store already.
    index: Option<Index>,
}

impl Before {
    /// Begins to look at the store while there is still something else to do before the home is
    /// played for the first time.
    pub fn begin(setting: &Setting) -> Self {
        let first = Some(FirstLook::begin(setting, cache(setting), None));
        Self { first, ..Self::default() }
    }
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
    let begin = || FirstLook::begin(setting, cache.clone(), before.index.take());
    let first = before.first.take().unwrap_or_else(begin);
    let known = first.within(AT_ONCE);
    let words = Words::new(look.lang);
    let mut model = Model::new(Index::default(), words, setting.now());
    match known {
        Some(index) => model.index = index?,
        None => model.reading = Some(Arc::clone(&first.progress)),
    }
    model.theme = look.theme;
    model.keys = look.keymap.keys(Place::Home);
    model.narrowed = before.narrowed.take();
    model.line.set(&before.line);
    model.search.found = std::mem::take(&mut before.found);
    model.bar = before.bar;
    model.notice = notice;
    look.tell_on(&mut model.notice);
    if model.is_searching() {
        // One comes back to what was found; the rest of it follows.
        model.stock = Some(Arc::new(Stock::of(&model.index)));
    }
    model.list();
    let around = setting.around();
    let first = Mutex::new(first);
    let work = move |request: Request| {
        let setting = Setting::new(Words::new(request.lang), around.clone());
        news(&setting, cache.as_ref(), &first, request)
    };
    let outside = Outside { clock: setting.clock(), work: Arc::new(work) };
    let left = home::run(stage, model, &outside).map_err(Failure::Terminal)?;
    look.lang = left.model.words.lang();
    look.theme = left.model.theme;
    *before = Before {
        first: None,
        narrowed: left.model.narrowed.clone(),
        bar: left.model.bar,
        line: left.model.line.text().to_owned(),
        found: left.model.search.found,
        index: Some(left.model.index),
    };
    Ok(left.goto)
}

/// Where what is known of the store is kept from one start to the next; nowhere for a copy of the
/// sample, which is gone by then.
pub fn cache(setting: &Setting) -> Option<Cache> {
    if setting.is_copy() {
        return None;
    }
    let folder = super::setting::cache_folder()?;
    let store = std::path::absolute(setting.store.layout().root()).ok()?;
    Some(Cache::new(&folder, &store))
}

/// The first look at the store, on a thread of its own: with many records and no cache it takes
/// longer than somebody should wait for a screen.
struct FirstLook {
    progress: Arc<Progress>,
    done: Receiver<Result<Index, StoreError>>,
}

impl FirstLook {
    fn begin(setting: &Setting, cache: Option<Cache>, before: Option<Index>) -> Self {
        let progress = Arc::new(Progress::new());
        let (sender, done) = channel();
        let (around, lang) = (setting.around(), setting.words.lang());
        let here = Arc::clone(&progress);
        let looking = move || {
            let store = Setting::new(Words::new(lang), around).store;
            let index = match &before {
                Some(known) => store.index_again(known, &here),
                None => store.index(cache.as_ref(), &here),
            };
            // Nobody waits for it any more once the home was left.
            let _ = sender.send(index);
        };
        // Without a thread the sender is gone at once, and so is the wait.
        let _ = thread::Builder::new().name("first look".to_owned()).spawn(looking);
        Self { progress, done }
    }

    fn within(&self, patience: Duration) -> Option<Result<Index, StoreError>> {
        match self.done.recv_timeout(patience) {
            Ok(index) => Some(index),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Err(Cancelled.into())),
        }
    }
}

/// Does what is asked and tells what came of it.
fn news(
    setting: &Setting,
    cache: Option<&Cache>,
    first: &Mutex<FirstLook>,
    request: Request,
) -> News {
    let progress = request.progress;
    let looks = matches!(request.what, What::FirstLook | What::Look { .. });
    let done = match request.what {
        What::Stock(index) => Ok(News::Stock(Arc::new(Stock::of(&index)))),
        What::FirstLook => {
            let first = first.lock().unwrap_or_else(PoisonError::into_inner);
            let index = first.done.recv().unwrap_or(Err(Cancelled.into()));
            index.map_err(Failure::from).map(|index| News::Looked(keep(setting, cache, index)))
        }
        What::CompletePath(typed) => {
            let completed = completed(&typed);
            Ok(News::Path(typed, completed))
        }
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
            let made = beginning::create(setting, &community, new, &Asked::default())?;
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
        Err(failure) => {
            let told = clean(&failure.tell(&setting.words)).into_owned();
            if looks { News::NotLooked(told) } else { News::Refused(told) }
        }
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
    let now = setting.store.index_again(&known, progress)?;
    Ok(News::Looked(keep(setting, cache, now)))
}

/// Keeps an index for the next start.
fn keep(setting: &Setting, cache: Option<&Cache>, mut index: Index) -> Index {
    if let Some(cache) = cache {
        // Nobody need care: the next start reads what this one did.
        let _ = cache.save(setting.store.disk().as_ref(), &mut index);
    }
    index
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
                setting.store.begin_ledger(&slug, setting.now(), &setting.by(None)?)?;
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

/// The name of a file with as much added as all files that begin so have in common.
fn completed(typed: &str) -> String {
    let path = path_of(typed);
    let whole = typed.is_empty() || typed.ends_with(std::path::is_separator);
    let (folder, begun) = if whole {
        (path.as_path(), String::new())
    } else {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        (folder_of(&path), name.unwrap_or_default())
    };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = OsDisk.list(folder).unwrap_or_default();
    let fitting: Vec<_> = entries.iter().filter(|it| it.name.starts_with(&begun)).collect();
    let Some(first) = fitting.first() else { return typed.to_owned() };
    let common =
        |name: &str| first.name.chars().zip(name.chars()).take_while(|(a, b)| a == b).count();
    let len = fitting.iter().map(|it| common(&it.name)).min().unwrap_or(0);
    let added: String = first.name.chars().take(len).skip(begun.chars().count()).collect();
    // A folder that is the only one is gone into.
    let inside = fitting.len() == 1 && first.kind == EntryKind::Folder;
    let end = if inside { std::path::MAIN_SEPARATOR_STR } else { "" };
    format!("{typed}{added}{end}")
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
