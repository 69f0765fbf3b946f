//! The course of a meeting: its parts one after the other, in each of them who had the floor and
//! for how long, what happened beside that, and what was undone.

use crate::domain::event::Event;
use crate::domain::ids::{ItemId, PersonId};
use crate::domain::item::Floor;
use crate::domain::meeting::Meeting;
use crate::domain::record::{Line, Moment, seconds_between};
use crate::domain::session::Session;
use crate::phrase::event as told;
use crate::report::timeline::{ended_turn, is_history, names_twice, tell_apart};
use crate::text::words::{Words, id};

/// Which part of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Before it was opened.
    Before,
    /// Between two items.
    Between,
    /// An item.
    Item(ItemId),
    /// After it was closed.
    After,
}

/// A turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// Who.
    pub person: PersonId,
    /// Seconds, pauses left out; of a turn that goes on, up to the latest line.
    pub seconds: u32,
    /// Seconds beyond what a turn may take.
    pub over: u32,
    /// It has not ended.
    pub goes_on: bool,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Somebody had the floor.
    Turn(Turn),
    /// Something else, in words.
    Else(String),
    /// Something that was undone, in words.
    Undone(String),
}

/// Something that happened, and where the record tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happening {
    /// The line.
    pub seq: u64,
    /// When; of a turn, when it began.
    pub at: Moment,
    /// What.
    pub what: What,
}

/// A part of the meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Which.
    pub of: Of,
    /// The line it begins with.
    pub seq: u64,
    /// When it began.
    pub from: Moment,
    /// When it ended; of one that goes on, the moment of the latest line.
    pub until: Moment,
    /// What happened in it, in order.
    pub happenings: Vec<Happening>,
}

impl Part {
    /// Seconds from its beginning to its end, pauses included.
    #[must_use]
    pub fn seconds(&self) -> u32 {
        seconds_between(self.from, self.until)
    }

    /// The turns in it.
    pub fn turns(&self) -> impl Iterator<Item = (&Happening, Turn)> {
        self.happenings.iter().filter_map(|happening| match happening.what {
            What::Turn(turn) => Some((happening, turn)),
            What::Else(_) | What::Undone(_) => None,
        })
    }

    /// Seconds that people had the floor.
    #[must_use]
    pub fn spoken(&self) -> u32 {
        self.turns().fold(0, |sum, (_, turn)| sum.saturating_add(turn.seconds))
    }
}

/// The course of a meeting, parts in which nothing happened left out. Hands and what is told by
/// the parts and turns themselves are left out too, unless it was undone.
#[must_use]
pub fn course(words: &Words, meeting: &Meeting) -> Vec<Part> {
    let lines = meeting.lines();
    let Some(first) = lines.first() else { return Vec::new() };
    let twice = names_twice(meeting.session());
    let stands = meeting.standing();
    let mut walk = Walk::from(meeting, first);
    // What was undone is told against what it met, which others may have undone since.
    let mut as_it_was: Option<Meeting> = stands
        .iter()
        .any(|stands| !stands)
        .then(|| Meeting::replay(vec![first.clone()]).ok())
        .flatten();
    for (line, stands) in lines.iter().zip(stands) {
        let met = as_it_was.as_ref().filter(|_| !stands).map_or(&walk.state, Meeting::session);
        let tell = |event: &Event| {
            if twice.is_empty() {
                return told(words, met, event);
            }
            let mut apart = met.clone();
            tell_apart(&mut apart, &twice);
            told(words, &apart, event)
        };
        let telling = line.events.iter().filter(|event| tells(event, stands)).map(tell);
        let telling: Vec<String> = telling.collect();
        let text = telling.join(&words.say(id::LIST_CLAUSE));
        if stands {
            walk.stands(line, text);
        } else if !text.is_empty() {
            walk.happens(line.seq, line.at, What::Undone(text));
        }
        if let Some(as_it_was) = as_it_was.as_mut().filter(|_| line.seq > 0) {
            as_it_was.apply(line.clone());
        }
    }
    walk.end(lines.last().map_or(first.at, |line| line.at))
}

/// Whether an event has a place of its own in the course.
fn tells(event: &Event, stands: bool) -> bool {
    if is_history(event) {
        return false;
    }
    let by_itself = matches!(
        event,
        Event::HandRaised { .. }
            | Event::HandLowered { .. }
            | Event::FloorGiven { .. }
            | Event::FloorEnded
            | Event::ItemOpened { .. }
    );
    !(stands && by_itself)
}

/// The way through the lines that stand.
struct Walk {
    state: Session,
    parts: Vec<Part>,
    /// Where the turn that goes on stands: the part and the happening in it.
    speaking: Option<(usize, usize)>,
    /// Where the turn stands that a point of order interrupts.
    interrupted: Option<(usize, usize)>,
}

impl Walk {
    fn from(meeting: &Meeting, first: &Line<Event>) -> Self {
        let created = first.events.iter().find_map(|event| match event {
            Event::Created(setup) => Some(setup),
            _ => None,
        });
        let setup = created.unwrap_or(&meeting.session().setup).clone();
        let mut walk = Self {
            state: Session::prepared(setup),
            parts: Vec::new(),
            speaking: None,
            interrupted: None,
        };
        walk.begin(Of::Before, first.seq, first.at);
        walk
    }

    fn begin(&mut self, of: Of, seq: u64, at: Moment) {
        if let Some(before) = self.parts.last_mut() {
            before.until = at;
        }
        self.parts.push(Part { of, seq, from: at, until: at, happenings: Vec::new() });
    }

    fn happens(&mut self, seq: u64, at: Moment, what: What) {
        if let Some(part) = self.parts.last_mut() {
            part.happenings.push(Happening { seq, at, what });
        }
    }

    /// A line that stands, told.
    fn stands(&mut self, line: &Line<Event>, text: String) {
        let opens = line.events.iter().find_map(|event| match event {
            Event::ItemOpened { item } => Some(*item),
            _ => None,
        });
        if let Some(item) = opens {
            self.begin(Of::Item(item), line.seq, line.at);
        }
        for event in &line.events {
            let (before, waited) = (self.state.floor, self.state.interrupted);
            self.state.evolve(event, line.at);
            let waits = self.state.interrupted;
            if waited.is_none() && waits.is_some() {
                // It goes on after the point of order.
                self.interrupted = self.speaking.take();
            } else if let Some(ended) = ended_turn(before, &self.state) {
                self.times(ended, line.at, false);
                self.speaking = None;
            }
            if waited.is_some() && waits.is_none() {
                self.speaking = self.interrupted.take();
                if let Some(ended) = ended_turn(waited, &self.state) {
                    self.times(ended, line.at, false);
                    self.speaking = None;
                }
            }
            if let Event::FloorGiven { person, .. } = event {
                let turn = Turn { person: *person, seconds: 0, over: 0, goes_on: true };
                self.happens(line.seq, line.at, What::Turn(turn));
                let part = self.parts.len() - 1;
                let last = self.parts.get(part).map_or(0, |it| it.happenings.len());
                self.speaking = last.checked_sub(1).map(|at| (part, at));
            }
        }
        if !text.is_empty() {
            self.happens(line.seq, line.at, What::Else(text));
        }
        for event in &line.events {
            match event {
                Event::ItemClosed { .. } | Event::Opened => {
                    self.begin(Of::Between, line.seq, line.at);
                }
                Event::Closed { .. } => self.begin(Of::After, line.seq, line.at),
                _ => {}
            }
        }
    }

    /// Puts its length into the turn that goes on.
    fn times(&mut self, floor: Floor, at: Moment, goes_on: bool) {
        let limit = self.state.turn_seconds();
        let seconds = floor.watch.read(at);
        let over = if limit == 0 { 0 } else { seconds.saturating_sub(limit) };
        let Some((part, happening)) = self.speaking else { return };
        let happenings = self.parts.get_mut(part).map(|part| &mut part.happenings);
        if let Some(it) = happenings.and_then(|all| all.get_mut(happening)) {
            it.what = What::Turn(Turn { person: floor.person, seconds, over, goes_on });
        }
    }

    fn end(mut self, at: Moment) -> Vec<Part> {
        if let Some(floor) = self.state.floor {
            self.times(floor, at, true);
        }
        if let Some(last) = self.parts.last_mut() {
            last.until = at;
        }
        self.parts.retain(|part| matches!(part.of, Of::Item(_)) || !part.happenings.is_empty());
        self.parts
    }
}
