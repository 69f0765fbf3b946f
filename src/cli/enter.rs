//! `yishi enter`: notes taken elsewhere become a record; for a community, lines of its ledger.
//!
//! Every line that can be carried out is; each that cannot is told with its number. Lines are saved
//! together as long as more are at hand, and at once when somebody types.

use chrono::{Days, TimeDelta};

use super::Done;
use super::affairs;
use super::args;
use super::failure::Failure;
use super::notes::{AHEAD, Note, Notes, TOGETHER, Tally};
use super::output::{remark, tell};
use super::setting::Setting;
use super::surroundings::Surroundings;
use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::domain::linking;
use crate::domain::meeting::Meeting;
use crate::domain::record::{Line, Moment};
use crate::grammar::directory::Directory;
use crate::grammar::misread::Misread;
use crate::grammar::verb::Verb;
use crate::grammar::{Context, Entry, Wish, read};
use crate::phrase;
use crate::phrase::troubles;
use crate::store::access::Opened;
use crate::store::writer::LogWriter;
use crate::text::clock::leading_clock;
use crate::text::words::{Words, id};

/// A time that lies further back than this behind the latest entry means the next day: meetings
/// run past midnight, not half a day backwards.
const PAST_MIDNIGHT: TimeDelta = TimeDelta::hours(12);

/// Runs the command.
pub fn run(setting: &Setting, args: &args::Enter) -> Result<Done, Failure> {
    if let Some(community) = affairs::enter::community(setting, &args.session)? {
        return affairs::enter::run(setting, &community, args);
    }
    let name = match setting.store.find_session(&args.session) {
        Ok(name) => name,
        // No session: perhaps part of a community's name.
        Err(none) => match setting.store.find_community(&args.session) {
            Ok(community) => return affairs::enter::run(setting, &community, args),
            Err(_) => return Err(none.into()),
        },
    };
    let by = setting.by(args.by.as_deref())?;
    let mut notes = Notes::open(args.file.as_deref())?;
    let opened = setting.store.open(&name, args.take_over, setting.now(), &by)?;
    let around = Surroundings::of(setting, &setting.words, &name.community)?;
    for trouble in &around.troubles {
        tell(trouble);
    }
    let (meeting, writer) = match opened {
        Opened::Reading { why, .. } => {
            let path = setting.store.layout().session_file(&name);
            return Err(Failure::ReadOnly { name, path, why: Box::new(why) });
        }
        Opened::Writing { meeting, writer, set_aside } => {
            if let Some(set_aside) = set_aside {
                tell(&troubles::set_aside(&setting.words, &set_aside));
            }
            (*meeting, *writer)
        }
    };
    if notes.typed() {
        let title = (&meeting.session().setup.title).into();
        remark(&setting.words.tell(id::ENTER_TYPE_NOTES, &[("name", title)]));
    }
    let mut directory = Directory::new(around.ledger.people.values().cloned());
    directory.catch_up(meeting.session());
    around.offer(&mut directory);
    let mut entering = Entering {
        words: &setting.words,
        meeting,
        directory,
        writer,
        by,
        unsaved: Vec::new(),
        given: None,
        typed: notes.typed(),
        tally: Tally::default(),
        stale: true,
    };
    while let Some((number, note)) = notes.next()? {
        entering.take(number, &note, setting.now());
        if entering.unsaved.len() >= TOGETHER || notes.may_wait() {
            entering.save()?;
        }
    }
    entering.save()?;
    entering.tally.sum_up(&setting.words)
}

struct Entering<'a> {
    words: &'a Words,
    meeting: Meeting,
    directory: Directory,
    writer: LogWriter<Event>,
    by: String,
    unsaved: Vec<Line<Event>>,
    /// The latest time that a line began with.
    given: Option<Moment>,
    /// Whether somebody types the lines.
    typed: bool,
    tally: Tally,
    /// What the record knows of surveys may not be what the community's ledgers say by now.
    stale: bool,
}

impl Entering<'_> {
    /// Takes one line of notes in, or tells why not.
    fn take(&mut self, number: usize, note: &Note, now: Moment) {
        let Some(said) = note.said(self.words) else { return };
        match said.and_then(|text| self.enter(text, now)) {
            Ok(()) => self.tally.entered(),
            Err(why) => self.tally.refused(self.words, number, note, why),
        }
    }

    fn enter(&mut self, text: &str, now: Moment) -> Result<(), String> {
        let (at, text) = self.moment(text, now)?;
        let context = Context {
            session: self.meeting.session(),
            directory: &self.directory,
            today: at.date_naive(),
        };
        let command = match read(text, context) {
            Ok(Entry::Meeting(command)) => command,
            Ok(Entry::Desk(wish)) => return Err(Misread::DeskOnly(verb_of(&wish)).tell(self.words)),
            Err(misread) => return Err(misread.tell(self.words)),
        };
        self.carry_out(&command, at)
    }

    /// Enters what is known by now of the surveys of topics on the agenda; at the moment of the
    /// entry that it is needed for, for notes may be older than this call.
    fn refresh(&mut self, at: Moment) {
        let lines = linking::refresh(&mut self.meeting, self.directory.ledger(), at, &self.by);
        self.unsaved.extend_from_slice(lines);
        self.stale = false;
    }

    fn carry_out(&mut self, command: &Command, at: Moment) -> Result<(), String> {
        if self.stale && !matches!(command, Command::Undo | Command::Redo) {
            self.refresh(at);
        }
        let ledger = self.directory.ledger();
        match linking::carry_out(&mut self.meeting, command, ledger, at, &self.by) {
            Ok(line) => {
                let events = line.events.clone();
                self.unsaved.push(line.clone());
                let session = self.meeting.session();
                if let Some(lacks) = phrase::survey_notice(self.words, session, &events) {
                    remark(&lacks);
                }
                self.directory.catch_up(self.meeting.session());
                Ok(())
            }
            Err(refusal) => Err(phrase::refusal(self.words, self.meeting.session(), &refusal)),
        }
    }

    /// When a line happened: at the time it begins with, else with the line before it, else now.
    fn moment<'t>(&mut self, text: &'t str, now: Moment) -> Result<(Moment, &'t str), String> {
        let latest = self.meeting.latest();
        let clock = leading_clock(text)
            .map_err(|error| Misread::NoSuchTime(error.what).tell(self.words))?;
        let Some((time, rest)) = clock else {
            let at = self.given.unwrap_or(now);
            return Ok((latest.map_or(at, |latest| latest.max(at)), text));
        };
        let zone = latest.map_or(*now.offset(), |latest| *latest.offset());
        let day = latest.map_or(self.meeting.session().setup.on, |latest| latest.date_naive());
        let on = |day: chrono::NaiveDate| day.and_time(time).and_local_timezone(zone).single();
        let mut at = on(day).unwrap_or(now);
        if latest.is_some_and(|latest| at + PAST_MIDNIGHT < latest) {
            at = day.checked_add_days(Days::new(1)).and_then(on).unwrap_or(at);
        }
        if at > now + AHEAD {
            let values = [
                ("given", at.format("%Y-%m-%d %H:%M").to_string().into()),
                ("now", now.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string().into()),
            ];
            return Err(self.words.tell(id::ENTER_IN_FUTURE, &values));
        }
        self.given = Some(at);
        Ok((at, rest))
    }

    /// Puts everything on the medium.
    fn save(&mut self) -> Result<(), Failure> {
        if let Err(error) = self.writer.append(&self.unsaved) {
            let why = troubles::log(self.words, &error);
            return Err(self.tally.not_saved(self.words, self.unsaved.len(), why));
        }
        for line in self.unsaved.drain(..) {
            if self.typed {
                remark(&phrase::line_told(self.words, self.meeting.session(), &line.events));
            }
        }
        Ok(())
    }
}

fn verb_of(wish: &Wish) -> Verb {
    match wish {
        Wish::SaveTo(_) => Verb::SaveTo,
        Wish::Help => Verb::Help,
        Wish::Tell(topic) => topic.verb(),
        Wish::Language(_) => Verb::Language,
        Wish::Quit => Verb::Quit,
    }
}
