//! What there is, with numbers: one types a number or a name, and comes back to the list.

use std::time::Duration;

use super::ear::{Ear, Heard};
use crate::cli::Done;
use crate::cli::desk;
use crate::cli::failure::Failure;
use crate::cli::home::cache;
use crate::cli::notes::Note;
use crate::cli::review;
use crate::cli::setting::Setting;
use crate::domain::session::Phase;
use crate::phrase;
use crate::store::index::Index;
use crate::store::progress::Progress;
use crate::store::session_name::SessionName;
use crate::store::slug::Slug;
use crate::text::dates::long_date;
use crate::text::width::fold;
use crate::text::words::id;
use crate::tui::home::overview::{self, At, Entry, Section, digest, folder, groups, name_of};

/// How long a line is waited for at a time.
const HOUR: Duration = Duration::from_hours(1);

/// Parts that are listed to their end; the first only of a single community.
const WHOLE: [Section; 4] =
    [Section::Recent, Section::Resume, Section::Prepared, Section::Communities];

/// Runs it: lists, and opens what is chosen, until an empty line or the end.
pub fn run(setting: &Setting) -> Result<Done, Failure> {
    let mut ear = Ear::open()?;
    let mut narrowed = None;
    let mut done = Done::Well;
    let mut list = shown(setting, &mut ear, None)?;
    while let Some(typed) = typed(setting, &mut ear)? {
        let chosen = match (typed.is_empty(), narrowed.is_some()) {
            (true, false) => break,
            (true, true) => Ok(None),
            (false, _) => list.chosen(setting, &typed).map(Some),
        };
        let visited = match chosen {
            Ok(None) => {
                narrowed = None;
                Ok(Done::Well)
            }
            Ok(Some(Chosen::Community(community))) => {
                narrowed = Some(community);
                Ok(Done::Well)
            }
            Ok(Some(Chosen::Session(name))) => visit(setting, &mut ear, &name),
            Err(failure) => {
                // The list is as it was.
                ear.say(&[failure.tell(&setting.words)]).map_err(Failure::Output)?;
                continue;
            }
        };
        match visited {
            Ok(ended) => done = done.and(ended),
            Err(failure) => ear.say(&[failure.tell(&setting.words)]).map_err(Failure::Output)?,
        }
        if ear.is_over() {
            break;
        }
        list = shown(setting, &mut ear, narrowed.as_ref())?;
    }
    Ok(done)
}

fn shown(setting: &Setting, ear: &mut Ear, narrowed: Option<&Slug>) -> Result<List, Failure> {
    let list = List::of(setting, narrowed)?;
    ear.say(&list.lines).map_err(Failure::Output)?;
    Ok(list)
}

/// The next line that is typed; none at the end.
fn typed(setting: &Setting, ear: &mut Ear) -> Result<Option<String>, Failure> {
    loop {
        ear.prompt(&setting.words).map_err(Failure::Output)?;
        match ear.next(HOUR) {
            Some(Heard::Line(Note::Text(line))) => return Ok(Some(line.trim().to_owned())),
            // No name is written like that: it is told so.
            Some(Heard::Line(Note::NotUtf8 | Note::TooLong)) => return Ok(Some("?".to_owned())),
            Some(Heard::End) => return Ok(None),
            Some(Heard::News(..)) | None => {}
        }
    }
}

/// Opens a meeting: one that is over is read, any other is the desk's.
fn visit(setting: &Setting, ear: &mut Ear, name: &SessionName) -> Result<Done, Failure> {
    let read = setting.store.read_session(name)?;
    if read.meeting.session().phase == Phase::Closed {
        return review::minutes(setting, name);
    }
    let by = desk::recorder(setting, name, None)?;
    let left = super::open(setting, ear, name, &by, false)?;
    Ok(desk::tell_of_trouble(&left))
}

/// What a number or a name stands for.
enum Chosen {
    Community(Slug),
    Session(SessionName),
}

/// The list: what is said, and what the numbers in it stand for.
struct List {
    lines: Vec<String>,
    numbered: Vec<Chosen>,
}

impl List {
    fn of(setting: &Setting, narrowed: Option<&Slug>) -> Result<Self, Failure> {
        let words = &setting.words;
        let index = setting.store.index(cache(setting).as_ref(), &Progress::new())?;
        let mut list = Self { lines: Vec::new(), numbered: Vec::new() };
        let place = |slug: &Slug| index.communities().iter().position(|it| it.id() == slug);
        let (today, narrowed_to) = (setting.today(), narrowed.and_then(place));
        let whole = if narrowed.is_some() { &WHOLE[..] } else { &WHOLE[1..] };
        for group in groups(&index, narrowed_to, whole, today) {
            let heading = overview::heading(words, group.section, today);
            let values = [("heading", heading.into()), ("count", group.all.into())];
            match group.section {
                Section::Begin => {}
                Section::Overdue | Section::ThisWeek | Section::Open => {
                    // How many there are; `yishi actions` tells which.
                    list.lines.push(words.tell(id::PLAIN_HOME_COUNT, &values));
                }
                _ => {
                    list.lines.push(words.tell(id::PLAIN_HOME_HEADING, &values));
                    for entry in group.entries {
                        list.add(setting, &index, entry);
                    }
                }
            }
        }
        list.lines.push(words.say(match (list.numbered.is_empty(), narrowed) {
            (true, None) => id::PLAIN_HOME_NOTHING,
            (_, None) => id::PLAIN_HOME_HOW,
            (_, Some(_)) => id::PLAIN_HOME_NARROWED_HOW,
        }));
        Ok(list)
    }

    fn add(&mut self, setting: &Setting, index: &Index, entry: Entry) {
        let words = &setting.words;
        let number = self.numbered.len() + 1;
        match entry {
            Entry::Meeting(at) => {
                let Some(name) = name_of(index, at) else { return };
                self.lines.push(meeting(setting, index, at, &name, number));
                self.numbered.push(Chosen::Session(name));
            }
            Entry::Community(place) => {
                let Some(folder) = folder(index, place) else { return };
                let values = [
                    ("number", number.into()),
                    ("name", folder.name().into()),
                    ("meetings", folder.sessions().len().into()),
                ];
                self.lines.push(words.tell(id::PLAIN_HOME_COMMUNITY, &values));
                self.numbered.push(Chosen::Community(folder.id().clone()));
            }
            Entry::More(_, hidden) => {
                self.lines.push(words.tell(id::HOME_UNFOLD, &[("count", hidden.into())]));
            }
            Entry::Offer(_) | Entry::Action(..) | Entry::Hit(..) => {}
        }
    }

    /// What was typed: a number of the list, or the name of a community or a meeting.
    fn chosen(&self, setting: &Setting, typed: &str) -> Result<Chosen, Failure> {
        let number = fold(typed.trim_end_matches(['.', '。', '、'])).parse::<usize>().ok();
        if let Some(number) = number {
            return match number.checked_sub(1).and_then(|at| self.numbered.get(at)) {
                Some(Chosen::Community(community)) => Ok(Chosen::Community(community.clone())),
                Some(Chosen::Session(name)) => Ok(Chosen::Session(name.clone())),
                None => {
                    let values = [("number", number.into()), ("last", self.numbered.len().into())];
                    Err(Failure::Told(setting.words.tell(id::PLAIN_HOME_NO_NUMBER, &values)))
                }
            };
        }
        if let Ok(community) = setting.store.find_community(typed) {
            return Ok(Chosen::Community(community));
        }
        Ok(Chosen::Session(setting.store.find_session(typed)?))
    }
}

fn meeting(setting: &Setting, index: &Index, at: At, name: &SessionName, number: usize) -> String {
    let words = &setting.words;
    let Some(digest) = digest(index, at) else {
        let name = name.to_string();
        let values = [("number", number.into()), ("name", name.into())];
        return words.tell(id::PLAIN_HOME_UNREADABLE, &values);
    };
    let community = folder(index, at.folder).map(|it| it.name().to_owned()).unwrap_or_default();
    let values = [
        ("number", number.into()),
        ("title", (&digest.title).into()),
        ("community", community.into()),
        ("day", long_date(digest.on, words.lang()).into()),
        ("phase", phrase::phase(words, digest.phase).into()),
    ];
    words.tell(id::PLAIN_HOME_MEETING, &values)
}
