//! `yishi enter COMMUNITY`: lines for the ledger of a community, from a file or a pipe.
//!
//! Every line that can be carried out is; each that cannot is told with its number. The ledger is
//! held open meanwhile. Lines are saved together as long as more are at hand.

use chrono::{NaiveDate, NaiveTime};

use super::Neighbourhood;
use crate::cli::Done;
use crate::cli::args;
use crate::cli::failure::Failure;
use crate::cli::notes::{AHEAD, Note, Notes, TOGETHER, Tally};
use crate::cli::output::{print, remark, tell};
use crate::cli::setting::Setting;
use crate::domain::affairs::{Affair, AffairRefusal, Ground};
use crate::domain::ledger::LedgerEvent;
use crate::domain::nearness::CallRequest;
use crate::domain::record::{Line, Moment};
use crate::domain::topic::CaseNo;
use crate::grammar::affairs::verb::all;
use crate::grammar::affairs::{AffairEntry, Given, leading_moment, read};
use crate::phrase;
use crate::phrase::affairs::{affair_refusal, ledger_event};
use crate::phrase::troubles;
use crate::store::affairs::HeldLedger;
use crate::store::calling::Completed;
use crate::store::library::StoreError;
use crate::store::scheduling::{Scheduled, Scheduling, schedule};
use crate::store::session_name::SessionName;
use crate::store::slug::Slug;
use crate::text::width::clean;
use crate::text::words::{Words, id};

/// The community that somebody means who names one by its id or its whole name.
///
/// # Errors
/// When the store cannot be read.
pub fn community(setting: &Setting, typed: &str) -> Result<Option<Slug>, Failure> {
    let typed = typed.trim();
    let communities = setting.store.communities()?;
    let mut meant = communities.iter().filter(|it| it.id.as_str() == typed || it.name() == typed);
    Ok(meant.next().filter(|_| meant.next().is_none()).map(|it| it.id.clone()))
}

/// Runs the command.
pub fn run(setting: &Setting, community: &Slug, args: &args::Enter) -> Result<Done, Failure> {
    let by = setting.by(args.by.as_deref())?;
    let mut notes = Notes::open(args.file.as_deref())?;
    if notes.typed() {
        let communities = setting.store.communities()?;
        let known = communities.iter().find(|it| it.id == *community);
        let name = known.map_or(community.as_str(), |it| it.name());
        remark(&setting.words.tell(id::ENTER_TYPE_AFFAIRS, &[("name", name.into())]));
    }
    let mut next = notes.next()?;
    while let Some((_, note)) = &next
        && note.said(&setting.words).is_none()
    {
        next = notes.next()?;
    }
    // A ledger that begins with this begins when its first line happened.
    let begins = match &next {
        Some((_, Note::Text(text))) => begins(text, setting.now()),
        _ => setting.now(),
    };
    let held = setting.store.hold_ledger(community, begins, &by)?;
    let (neighbourhood, wrong) = Neighbourhood::read(setting, community, held.ledger())?;
    for wrong in wrong {
        tell(&wrong);
    }
    let mut entering = Entering {
        setting,
        words: &setting.words,
        neighbourhood,
        held,
        by,
        given: None,
        typed: notes.typed(),
        echoes: Vec::new(),
        tally: Tally::default(),
    };
    while let Some((number, note)) = next {
        entering.take(number, &note, setting.now());
        if entering.held.unsaved() >= TOGETHER || notes.may_wait() {
            entering.save()?;
        }
        next = notes.next()?;
    }
    entering.save()?;
    entering.tally.sum_up(&setting.words)
}

struct Entering<'a> {
    setting: &'a Setting,
    words: &'a Words,
    neighbourhood: Neighbourhood,
    held: HeldLedger,
    by: String,
    /// The latest time that a line began with.
    given: Option<Moment>,
    /// Whether somebody types the lines.
    typed: bool,
    /// What is to be told once it is saved.
    echoes: Vec<String>,
    tally: Tally,
}

impl Entering<'_> {
    /// Takes one line in, or tells why not.
    fn take(&mut self, number: usize, note: &Note, now: Moment) {
        let Some(said) = note.said(self.words) else { return };
        match said.and_then(|text| self.enter(text, now)) {
            Ok(true) => self.tally.entered(),
            Ok(false) => {}
            Err(why) => self.tally.refused(self.words, number, note, why),
        }
    }

    /// Carries a line out; false where it only asked for help.
    fn enter(&mut self, text: &str, now: Moment) -> Result<bool, String> {
        let (at, text) = self.moment(text, now)?;
        let context = self.neighbourhood.context(self.held.ledger(), at.date_naive());
        match read(text, context).map_err(|misread| misread.tell(self.words))? {
            AffairEntry::Affair(affair) => self.carry_out(&affair, at)?,
            AffairEntry::Schedule { topic, session, minutes, despite } => {
                self.schedule(&topic, &session, minutes, despite.as_deref(), at)?;
            }
            AffairEntry::Call(request) => self.call(&request, at)?,
            AffairEntry::TakeBack => self.take_back(at)?,
            AffairEntry::Help => {
                for word in all() {
                    let (_, about) = word.explained(self.words);
                    remark(&format!("{}  {about}", word.verb.usage(self.words)));
                }
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn ground(&self, today: NaiveDate) -> Ground {
        Ground { today, ..self.neighbourhood.ground.clone() }
    }

    fn carry_out(&mut self, affair: &Affair, at: Moment) -> Result<(), String> {
        let ground = self.ground(at.date_naive());
        // A time that is told is kept; one from the clock never lies before what is there.
        let carried = if self.given == Some(at) {
            self.held.carry_out_at(&ground, affair, at, &self.by)
        } else {
            self.held.carry_out(&ground, affair, at, &self.by)
        };
        match carried {
            Ok(line) => {
                self.echo(&line);
                Ok(())
            }
            Err(refusal) => Err(affair_refusal(self.words, self.held.ledger(), &ground, &refusal)),
        }
    }

    /// Tells the number that something was given, so that scripts can go on with it; and somebody who
    /// types, what was entered.
    fn echo(&mut self, line: &Line<LedgerEvent>) {
        let told = line.events.iter().filter_map(|event| match event {
            LedgerEvent::LedgerSeen { .. } => None,
            LedgerEvent::TopicRaised { topic, slip, .. } => {
                let values =
                    [("number", topic.to_string().into()), ("title", (&slip.title).into())];
                Some(self.words.tell(id::ENTER_TOPIC_NUMBERED, &values))
            }
            event if self.typed || matches!(event, LedgerEvent::CalledOut { .. }) => {
                let ground = &self.neighbourhood.ground;
                Some(ledger_event(self.words, self.held.ledger(), ground, event))
            }
            _ => None,
        });
        self.echoes.extend(told);
    }

    fn schedule(
        &mut self,
        case: &CaseNo,
        session: &str,
        minutes: Option<u32>,
        despite: Option<&str>,
        at: Moment,
    ) -> Result<(), String> {
        let words = self.words;
        let ground = self.ground(at.date_naive());
        if !self.held.ledger().topics.contains_key(case) {
            let refusal = AffairRefusal::NoSuchTopic(case.clone());
            return Err(affair_refusal(words, self.held.ledger(), &ground, &refusal));
        }
        let store = &self.setting.store;
        let Some(name) = SessionName::of_id(&self.neighbourhood.community, session) else {
            return Err(words.tell(id::AFFAIR_MISREAD_NO_MEETING, &[("text", session.into())]));
        };
        let told = |error: &StoreError| troubles::store(words, error);
        // What the record of a meeting tells of has to be there.
        self.held.save().map_err(|error| told(&error))?;
        let ledger = self.held.ledger();
        let Some(topic) = ledger.topics.get(case) else { return Ok(()) };
        let asked = Scheduling { ledger, ground: &ground, topic, minutes, despite };
        let done = schedule(store, &name, &asked, at, &self.by);
        match done.map_err(|error| told(&error))? {
            Scheduled::Done { meeting, .. } => {
                if self.typed {
                    let title = (&meeting.session().setup.title).into();
                    let values = [("topic", case.to_string().into()), ("meeting", title)];
                    self.echoes.push(words.tell(id::BOARD_SCHEDULED, &values));
                }
                self.held.refresh(store).map_err(|error| told(&error))
            }
            Scheduled::Refused { why, meeting } => {
                Err(phrase::refusal(words, meeting.session(), &why))
            }
            Scheduled::NotReady(refusal) => {
                Err(affair_refusal(words, self.held.ledger(), &ground, &refusal))
            }
            Scheduled::ReadOnly(why) => {
                let path = store.layout().session_file(&name);
                Err(troubles::read_only(words, &path, &why))
            }
        }
    }

    fn call(&mut self, request: &CallRequest, at: Moment) -> Result<(), String> {
        let words = self.words;
        let told = |error: &StoreError| troubles::store(words, error);
        let community = &self.neighbourhood.community;
        let completed = self.setting.store.complete_call(community, request);
        match completed.map_err(|error| told(&error))? {
            Completed::Call { out, troubles } => {
                for trouble in &troubles {
                    tell(&told(trouble));
                }
                let nobody = phrase::grid_of_nobody(words, &out);
                self.carry_out(&Affair::CallOut(out), at)?;
                if let Some(nobody) = nobody {
                    remark(&nobody);
                }
                Ok(())
            }
            Completed::NoSuchMember(name) => {
                Err(words.tell(id::CALL_NO_SUCH_MEMBER, &[("name", name.into())]))
            }
        }
    }

    fn take_back(&mut self, at: Moment) -> Result<(), String> {
        let Some(line) = self.held.take_back(at, &self.by) else {
            return Err(self.words.say(id::ENTER_NOTHING_TO_TAKE_BACK));
        };
        let ground = &self.neighbourhood.ground;
        let told =
            line.events.iter().filter(|event| !matches!(event, LedgerEvent::LedgerSeen { .. }));
        let told: Vec<String> = told
            .map(|event| ledger_event(self.words, self.held.ledger(), ground, event))
            .take(1)
            .collect();
        let what = told.first().map(String::as_str).unwrap_or_default();
        self.echoes.push(self.words.tell(id::ENTER_TAKEN_BACK, &[("what", what.into())]));
        Ok(())
    }

    /// When a line happened: at the day and the time it begins with, else with the line before it,
    /// else now.
    fn moment<'t>(&mut self, text: &'t str, now: Moment) -> Result<(Moment, &'t str), String> {
        let (given, rest) =
            leading_moment(text, now.date_naive()).map_err(|misread| misread.tell(self.words))?;
        let Some(moment) = moment_of(given, self.given, now) else {
            return Ok((self.given.unwrap_or(now), rest));
        };
        if moment > now + AHEAD {
            let shown = |moment: Moment| moment.format("%Y-%m-%d %H:%M").to_string();
            let values = [("given", shown(moment).into()), ("now", shown(now).into())];
            return Err(self.words.tell(id::ENTER_IN_FUTURE, &values));
        }
        self.given = Some(moment);
        Ok((moment, rest))
    }

    /// Puts everything on the medium, and tells what was numbered.
    fn save(&mut self) -> Result<(), Failure> {
        let unsaved = self.held.unsaved();
        if let Err(error) = self.held.save() {
            let why = troubles::store(self.words, &error);
            return Err(self.tally.not_saved(self.words, unsaved, why));
        }
        let mut text = String::new();
        for echo in self.echoes.drain(..) {
            text.push_str(&clean(&echo));
            text.push('\n');
        }
        if text.is_empty() { Ok(()) } else { print(text.as_bytes()) }
    }
}

/// The time that a line begins with, after one that happened at `latest`.
fn moment_of(given: Given, latest: Option<Moment>, now: Moment) -> Option<Moment> {
    let at = |day: NaiveDate, time| {
        day.and_time(time).and_local_timezone(*now.offset()).single().unwrap_or(now)
    };
    match (given.day, given.time) {
        (None, None) => None,
        (day, Some(time)) => {
            let usual = latest.map_or(now.date_naive(), |latest| latest.date_naive());
            Some(at(day.unwrap_or(usual), time))
        }
        (Some(day), None) if day == now.date_naive() => Some(now),
        // What stands before it and happened on that day came first.
        (Some(day), None) => {
            let same = latest.filter(|latest| latest.date_naive() == day);
            Some(same.unwrap_or_else(|| at(day, NaiveTime::MIN)))
        }
    }
}

/// When the first line happened, as far as that can be understood.
fn begins(text: &str, now: Moment) -> Moment {
    let given = leading_moment(text, now.date_naive()).map(|(given, _)| given);
    given.ok().and_then(|given| moment_of(given, None, now)).unwrap_or(now).min(now)
}
