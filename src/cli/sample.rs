//! The sample store that comes with the program, moved to today.
//!
//! The samples were written on fixed days; some of their meetings are in the middle of things. In
//! the copy that `yishi demo` makes, everything is later by the same number of days, and meetings in
//! session by as much as puts their latest entry a moment ago. Records are never rewritten
//! otherwise: this is legitimate because the copy is new and nobody's record.

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeDelta};

use crate::domain::event::Event;
use crate::domain::ledger::LedgerEvent;
use crate::domain::meeting::Meeting;
use crate::domain::record::{Line, Moment};
use crate::domain::session::Phase;
use crate::domain::station::DutyDay;
use crate::store::chain;
use crate::store::chain::encode_log;
use crate::store::layout::{SESSIONS_FOLDER, ledger_device};
use crate::store::log::read_log;
use crate::store::session_name::SessionName;
use crate::store::slug::Slug;
use crate::text::words::Lang;

include!(concat!(env!("OUT_DIR"), "/sample.rs"));

/// How long ago the latest entry of the live meeting seems to have been made.
const AGO: TimeDelta = TimeDelta::seconds(20);

/// A file: its path below the store, with `/` between, and its content.
pub type File = (String, Vec<u8>);

/// A store ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Its files.
    pub files: Vec<File>,
    /// The meeting to open.
    pub live: SessionName,
}

/// The files of the sample store as they were when the program was built.
#[must_use]
pub fn embedded() -> Vec<File> {
    FILES.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())).collect()
}

/// Moves a sample store to `now`; `device` writes all of it from then on, and the meeting to open
/// is one held in `lang` if possible. `None` when it has no session. What cannot be read is copied
/// as it is.
#[must_use]
pub fn moved(files: &[File], now: Moment, device: &Slug, lang: Lang) -> Option<Moved> {
    let sessions: BTreeMap<SessionName, Meeting> = files.iter().filter_map(session).collect();
    let (live, meeting) = live(&sessions, lang)?;
    let shift = Shift::of(meeting, now);
    let ledgers: Vec<Slug> = files.iter().filter_map(|(path, _)| ledger_of(path)).collect();
    let moved = files.iter().map(|file| shift.file(file, &ledgers, device)).collect();
    Some(Moved { files: moved, live: shift.name(live) })
}

/// The session a file holds.
fn session(file: &File) -> Option<(SessionName, Meeting)> {
    let (path, bytes) = file;
    let name = session_name(path)?;
    let log = read_log::<Event>(bytes).ok()?;
    Some((name, Meeting::replay(log.lines).ok()?))
}

/// `communities/<id>/sessions/<session>.ron`
fn session_name(path: &str) -> Option<SessionName> {
    let (community, file) = below_community(path)?;
    let id = file.strip_prefix(SESSIONS_FOLDER)?.strip_prefix('/')?.strip_suffix(".ron")?;
    SessionName::of_id(&community, id)
}

/// The community whose ledger a file is.
fn ledger_of(path: &str) -> Option<Slug> {
    let (community, file) = below_community(path)?;
    ledger_device(file).map(|_| community)
}

/// A community's id, and the rest of the path below its folder.
fn below_community(path: &str) -> Option<(Slug, &str)> {
    let (community, file) = path.strip_prefix("communities/")?.split_once('/')?;
    Some((Slug::parse(community).ok()?, file))
}

/// The meeting that is in session, the newest and if possible one held in the user's language;
/// else the newest of all.
fn live(sessions: &BTreeMap<SessionName, Meeting>, lang: Lang) -> Option<(&SessionName, &Meeting)> {
    let running = |meeting: &Meeting| meeting.session().phase == Phase::Running;
    let held_in = |meeting: &Meeting| {
        if meeting.session().setup.title.is_ascii() { Lang::En } else { Lang::Zh }
    };
    let live = || sessions.iter().rev().filter(|(_, meeting)| running(meeting));
    let found = live().find(|(_, meeting)| held_in(meeting) == lang).or_else(|| live().next());
    found.or_else(|| sessions.iter().next_back())
}

/// When a meeting's latest entry was made; a prepared one has only its creation.
fn latest(meeting: &Meeting) -> Option<Moment> {
    meeting.latest().or_else(|| meeting.lines().last().map(|line| line.at))
}

/// How far a store is moved.
struct Shift {
    days: TimeDelta,
    now: Moment,
}

impl Shift {
    fn of(live: &Meeting, now: Moment) -> Self {
        let latest = latest(live).unwrap_or(now);
        Self { days: (now - AGO).date_naive() - latest.date_naive(), now }
    }

    /// How far a meeting in session moves: so that its latest entry was made a moment ago.
    fn of_running(&self, bytes: &[u8]) -> Option<TimeDelta> {
        let meeting = Meeting::replay(read_log::<Event>(bytes).ok()?.lines).ok()?;
        let latest = latest(&meeting).filter(|_| meeting.session().phase == Phase::Running)?;
        Some(self.now - AGO - latest)
    }

    /// Told in the offset of this computer, as if it had been written here: what is over keeps its
    /// time of day.
    fn moment(&self, at: Moment, running: Option<TimeDelta>) -> Moment {
        let here = *self.now.offset();
        let moved = match running {
            Some(by) => at.checked_add_signed(by).map(|at| at.with_timezone(&here)),
            None => at
                .naive_local()
                .checked_add_signed(self.days)
                .and_then(|at| at.and_local_timezone(here).single()),
        };
        moved.unwrap_or(at)
    }

    fn day(&self, day: NaiveDate) -> NaiveDate {
        day.checked_add_signed(self.days).unwrap_or(day)
    }

    fn name(&self, name: &SessionName) -> SessionName {
        SessionName { on: self.day(name.on), ..name.clone() }
    }

    fn file(&self, file: &File, ledgers: &[Slug], device: &Slug) -> File {
        self.session_file(file, device)
            .or_else(|| self.ledger_file(file, ledgers, device))
            .unwrap_or_else(|| file.clone())
    }

    fn session_file(&self, (path, bytes): &File, device: &Slug) -> Option<File> {
        let name = self.name(&session_name(path)?);
        let running = self.of_running(bytes);
        let bytes = self.log::<Event>(bytes, running, |event| match event {
            Event::Created(setup) => {
                setup.on = self.day(setup.on);
                device.as_str().clone_into(&mut setup.device);
            }
            Event::SetupChanged { on, .. } => *on = self.day(*on),
            Event::TakenOver { device: by } => device.as_str().clone_into(by),
            Event::ActionAgreed { due: Some(due), .. }
            | Event::ActionAmended { due: Some(due), .. } => *due = self.day(*due),
            _ => {}
        })?;
        let path = format!("communities/{}/{SESSIONS_FOLDER}/{}.ron", name.community, name.id());
        Some((path, bytes))
    }

    /// The only ledger of a community becomes this device's, which goes on in it and with its
    /// numbers. Of several each keeps its device: they are only read.
    fn ledger_file(&self, file: &File, ledgers: &[Slug], device: &Slug) -> Option<File> {
        let (path, bytes) = file;
        let community = ledger_of(path)?;
        let alone = ledgers.iter().filter(|other| **other == community).count() == 1;
        let bytes = self.log(bytes, None, |event| match event {
            LedgerEvent::Created { device: by, .. } if alone => device.as_str().clone_into(by),
            other => self.ledger_event(&community, other),
        })?;
        let own = || format!("communities/{community}/ledger.{device}.ron");
        Some((if alone { own() } else { path.clone() }, bytes))
    }

    fn ledger_event(&self, community: &Slug, event: &mut LedgerEvent) {
        let later = |day: &mut NaiveDate| *day = self.day(*day);
        let renamed = |session: &mut String| {
            if let Some(name) = SessionName::of_id(community, session) {
                *session = self.name(&name).id();
            }
        };
        match event {
            LedgerEvent::ActionReported { session, .. } => renamed(session),
            LedgerEvent::TopicRaised { slip, .. } | LedgerEvent::SlipAmended { slip, .. } => {
                later(&mut slip.on);
                slip.origin.iter_mut().for_each(|origin| renamed(&mut origin.session));
            }
            LedgerEvent::OutingMade(outing) => later(&mut outing.on),
            LedgerEvent::DutySet { day: DutyDay::On(day), .. } => later(day),
            LedgerEvent::TopicAssigned { due: Some(due), .. } => later(due),
            LedgerEvent::TopicPosted { from, until, .. } => {
                later(from);
                until.iter_mut().for_each(later);
            }
            _ => {}
        }
    }

    fn log<E: chain::Event>(
        &self,
        bytes: &[u8],
        running: Option<TimeDelta>,
        change: impl Fn(&mut E),
    ) -> Option<Vec<u8>> {
        let mut lines: Vec<Line<E>> = read_log(bytes).ok()?.lines;
        for line in &mut lines {
            line.at = self.moment(line.at, running);
            line.events.iter_mut().for_each(&change);
        }
        Some(encode_log(&lines).ok()?.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::action::{ActionState, Promise};
    use crate::domain::agreement::Threshold;
    use crate::domain::command::Command;
    use crate::domain::event::{FORMAT, Setup};
    use crate::domain::ids::ActionId;
    use crate::domain::item::PlannedItem;
    use crate::domain::ledger::Ledger;

    fn at(text: &str) -> Moment {
        text.parse().unwrap()
    }

    fn meeting(title: &str, on: &str, open: &[(&str, Command)]) -> Vec<u8> {
        let setup = Setup {
            format: FORMAT,
            device: "sample".to_owned(),
            community: "jinyuan".to_owned(),
            community_name: "锦苑社区".to_owned(),
            title: title.to_owned(),
            on: on.parse().unwrap(),
            starts: None,
            place: None,
            facilitator: None,
            recorder: None,
            turn_seconds: 180,
            threshold: Threshold::default(),
            agenda: vec![PlannedItem { title: "停车".to_owned(), minutes: Some(20) }],
        };
        let mut meeting = Meeting::create(setup, at("2026-08-01T09:00:00+08:00"), "李敏");
        for (moment, command) in open {
            meeting.carry_out(command, at(moment), "李敏").unwrap();
        }
        encode_log(meeting.lines()).unwrap().0
    }

    fn files() -> Vec<File> {
        let promise = Promise {
            what: "公示方案".to_owned(),
            due: Some("2026-12-07".parse().unwrap()),
            ..Promise::default()
        };
        let live = [
            ("2026-11-23T19:00:00+08:00", Command::Open),
            ("2026-11-23T19:10:00+08:00", Command::Promise(promise)),
        ];
        let reported = |seq, events| Line {
            seq,
            at: at("2026-09-04T17:10:00+08:00"),
            by: "何伟".to_owned(),
            events,
        };
        let ledger = encode_log(&[
            reported(
                0,
                vec![LedgerEvent::Created {
                    format: FORMAT,
                    device: "sample".to_owned(),
                    community: "jinyuan".to_owned(),
                }],
            ),
            reported(
                1,
                vec![LedgerEvent::ActionReported {
                    session: "2026-11-23-live".to_owned(),
                    action: ActionId(1),
                    state: ActionState::Underway,
                    note: None,
                }],
            ),
        ]);
        let sessions = "communities/jinyuan/sessions";
        vec![
            ("communities/jinyuan/community.ron".to_owned(), b"(name:\"x\")".to_vec()),
            ("communities/jinyuan/ledger.sample.ron".to_owned(), ledger.unwrap().0),
            (format!("{sessions}/2026-11-23-live.ron"), meeting("进行", "2026-11-23", &live)),
            (format!("{sessions}/2026-12-03-next.ron"), meeting("下次", "2026-12-03", &[])),
            (format!("{sessions}/2026-12-04-broken.ron"), b"rubbish".to_vec()),
            ("README.md".to_owned(), b"# \xff".to_vec()),
        ]
    }

    #[test]
    fn the_live_meeting_was_written_in_a_moment_ago() {
        let device = Slug::parse("laptop").unwrap();
        let before = files();
        // 5:05 in the morning at another offset: the same instant as 12:05 at +08:00.
        let now = at("2027-03-01T05:05:00+01:00");
        let after = moved(&before, now, &device, Lang::Zh).unwrap();
        assert_eq!(after.live.to_string(), "jinyuan/2027-03-01-live");
        let by_path: BTreeMap<&str, &[u8]> =
            after.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
        let live = by_path["communities/jinyuan/sessions/2027-03-01-live.ron"];
        let live = Meeting::replay(read_log::<Event>(live).unwrap().lines).unwrap();
        assert_eq!(live.latest(), Some(at("2027-03-01T05:04:40+01:00")));
        assert_eq!(live.latest().unwrap().offset(), now.offset());
        let session = live.session();
        assert_eq!(session.opened, Some(at("2027-03-01T04:54:40+01:00")));
        assert_eq!(session.setup.on.to_string(), "2027-03-01");
        assert_eq!(session.setup.device, "laptop");
        // 2026-11-23 to 2027-03-01 are 98 days, and 98 after 2026-12-07 is 2027-03-15.
        let action = session.action(ActionId(1)).unwrap();
        assert_eq!(action.due.unwrap().to_string(), "2027-03-15");
        assert!(by_path.contains_key("communities/jinyuan/sessions/2027-03-11-next.ron"));
        // The ledger is this device's, which goes on in it.
        let ledger = by_path["communities/jinyuan/ledger.laptop.ron"];
        let ledger = read_log::<LedgerEvent>(ledger).unwrap();
        assert!(matches!(
            &ledger.lines[0].events[0],
            LedgerEvent::Created { device, .. } if device == "laptop"
        ));
        match &ledger.lines[1].events[0] {
            LedgerEvent::ActionReported { session, .. } => assert_eq!(session, "2027-03-01-live"),
            other => panic!("{other:?}"),
        }
        // What is no log of ours is copied as it is.
        for name in ["README.md", "communities/jinyuan/community.ron"] {
            let same = before.iter().find(|(path, _)| path == name).unwrap();
            assert_eq!(by_path[name], same.1, "{name}");
        }
        assert_eq!(by_path["communities/jinyuan/sessions/2026-12-04-broken.ron"], b"rubbish");
        assert_eq!(after.files.len(), before.len());
    }

    #[test]
    fn without_a_running_meeting_the_newest_is_opened() {
        let device = Slug::parse("laptop").unwrap();
        let files: Vec<File> =
            files().into_iter().filter(|(path, _)| !path.ends_with("live.ron")).collect();
        let after = moved(&files, at("2027-03-01T19:05:00+08:00"), &device, Lang::En).unwrap();
        assert_eq!(after.live.slug.as_str(), "next");
        assert_eq!(moved(&[], at("2027-03-01T19:05:00+08:00"), &device, Lang::En), None);
    }

    #[test]
    fn the_live_meeting_is_held_in_the_users_language() {
        let device = Slug::parse("laptop").unwrap();
        let now = at("2027-03-01T19:05:00+08:00");
        for (lang, community) in [(Lang::Zh, "jinyuan"), (Lang::En, "maple")] {
            let moved = moved(&embedded(), now, &device, lang).unwrap();
            assert_eq!(moved.live.community.as_str(), community);
        }
    }

    #[test]
    fn what_is_numbered_in_a_copy_goes_on_from_the_sample() {
        let device = Slug::parse("laptop-1a2b").unwrap();
        let now = at("2027-03-01T19:05:00+08:00");
        let moved = moved(&embedded(), now, &device, Lang::Zh).unwrap();
        let ledgers: Vec<&File> =
            moved.files.iter().filter(|(path, _)| ledger_of(path).is_some()).collect();
        assert_eq!(ledgers.len(), 3);
        for (path, bytes) in ledgers {
            assert!(path.ends_with("/ledger.laptop-1a2b.ron"), "{path}");
            let lines = read_log::<LedgerEvent>(bytes).unwrap().lines;
            assert!(lines.iter().all(|line| line.at < now), "nothing is to be entered before it");
            let ledger = Ledger::of([(device.as_str(), lines.as_slice())]);
            let next = ledger.next_case(device.as_str()).to_string();
            assert!(next.parse::<u32>().is_ok(), "{path}: {next}");
        }
    }

    #[test]
    fn several_ledgers_of_a_community_stay_whose_they_are() {
        let device = Slug::parse("laptop").unwrap();
        let mut files = files();
        let other = ("communities/jinyuan/ledger.tablet.ron".to_owned(), files[1].1.clone());
        files.push(other);
        let after = moved(&files, at("2027-03-01T19:05:00+08:00"), &device, Lang::Zh).unwrap();
        let ledgers = after.files.iter().map(|(path, _)| path.as_str());
        let ledgers: Vec<&str> = ledgers.filter(|path| path.contains("/ledger.")).collect();
        assert_eq!(
            ledgers,
            ["communities/jinyuan/ledger.sample.ron", "communities/jinyuan/ledger.tablet.ron"]
        );
    }

    #[test]
    fn the_sample_that_comes_with_the_program_is_sound() {
        let files = embedded();
        for (path, bytes) in &files {
            if session_name(path).is_some() {
                assert!(session(&(path.clone(), bytes.clone())).is_some(), "{path}");
            }
        }
    }
}
