//! The record as a time line: every line as it was written, those undone included.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::people::recorders;
use crate::domain::event::Event;
use crate::domain::item::Floor;
use crate::domain::meeting::Meeting;
use crate::domain::record::{Line, Moment};
use crate::domain::session::Session;
use crate::phrase::{bracketed, comma_list, duration, event as told, phase};
use crate::text::width::{clean, pad, pad_left, width};
use crate::text::words::{Id, Words, id};

/// Columns a writer's name may take.
const MOST_NAME_COLS: usize = 12;

/// The record as plain text, a line an event: clock, number, who wrote it, what happened, told
/// against the state that the event met. What was undone says so.
#[must_use]
pub fn timeline(words: &Words, meeting: &Meeting) -> String {
    let mut text = head(words, meeting);
    text.push('\n');
    let page = Page::of(words, meeting);
    let twice = names_twice(meeting.session());
    let stands = meeting.standing();
    let mut day = None;
    let mut so_far: Option<Meeting> = None;
    for (line, stands) in meeting.lines().iter().zip(stands) {
        page.day(&mut text, &mut day, line.at);
        let mut state = so_far
            .as_ref()
            .map_or_else(|| meeting.session().clone(), |before| before.session().clone());
        for event in &line.events {
            tell_apart(&mut state, &twice);
            let undone = !stands && !is_history(event);
            page.event(&mut text, line, event, &mut state, undone);
        }
        match &mut so_far {
            Some(so_far) => so_far.apply(line.clone()),
            None => so_far = Meeting::replay(vec![line.clone()]).ok(),
        }
    }
    text
}

/// What a line tells, in one line, against the state that it met.
#[must_use]
pub fn line_told(words: &Words, met: &Session, events: &[Event]) -> String {
    let twice = names_twice(met);
    let mut met = met.clone();
    tell_apart(&mut met, &twice);
    let parts: Vec<String> = events.iter().map(|event| told(words, &met, event)).collect();
    clean(&parts.join(&words.say(id::LIST_CLAUSE))).into_owned()
}

/// Names that more than one person of the meeting has.
pub(super) fn names_twice(session: &Session) -> BTreeSet<String> {
    let mut once = BTreeSet::new();
    let mut twice = BTreeSet::new();
    for person in &session.people {
        if !once.insert(&person.name) {
            twice.insert(person.name.clone());
        }
    }
    twice
}

/// Puts the unit after such a name, in a state that is only told from.
pub(super) fn tell_apart(state: &mut Session, twice: &BTreeSet<String>) {
    if twice.is_empty() {
        return;
    }
    for person in &mut state.people {
        if twice.contains(&person.name)
            && let Some(household) = &person.household
        {
            let name = format!("{}({household})", person.name);
            Arc::make_mut(person).name = name;
        }
    }
}

/// Lines that undo or redo do not stand themselves, but nothing has undone them either.
pub(super) fn is_history(event: &Event) -> bool {
    matches!(event, Event::Reverted { .. } | Event::Reinstated { .. })
}

fn head(words: &Words, meeting: &Meeting) -> String {
    let session = meeting.session();
    let setup = &session.setup;
    let mut text = words.tell(id::TIMELINE_TITLE, &[("title", (&setup.title).into())]);
    text = format!("{}\n", clean(&text));
    let mut field = |label: Id, value: &str| {
        let label = words.say(label);
        let line = words.tell(
            id::REPORT_FIELD,
            &[("label", label.into()), ("value", clean(value).as_ref().into())],
        );
        text.push_str(&line);
        text.push('\n');
    };
    field(id::REPORT_COMMUNITY, &setup.community_name);
    field(id::REPORT_DATE, &setup.on.to_string());
    if let Some(place) = &setup.place {
        field(id::REPORT_PLACE, place);
    }
    if let Some(facilitator) = &setup.facilitator {
        field(id::REPORT_FACILITATOR, facilitator);
    }
    let recorders = recorders(meeting);
    if !recorders.is_empty() {
        field(id::REPORT_RECORDER, &comma_list(words, &recorders));
    }
    field(id::REPORT_STATE, &phase(words, session.phase));
    text
}

/// How wide the columns before the words are.
struct Page<'a> {
    words: &'a Words,
    number_cols: usize,
    name_cols: usize,
}

impl<'a> Page<'a> {
    fn of(words: &'a Words, meeting: &Meeting) -> Self {
        let names = meeting.lines().iter().map(|line| width(&clean(&line.by)));
        Self {
            words,
            number_cols: meeting.lines().len().saturating_sub(1).to_string().len(),
            name_cols: names.max().unwrap_or(0).min(MOST_NAME_COLS),
        }
    }

    /// A line with the day, when another day begins.
    fn day(&self, text: &mut String, day: &mut Option<NaiveDate>, at: Moment) {
        let today = at.date_naive();
        if *day != Some(today) {
            text.push_str(
                &self.words.tell(id::TIMELINE_DAY, &[("date", today.to_string().into())]),
            );
            text.push('\n');
            *day = Some(today);
        }
    }

    fn event(
        &self,
        text: &mut String,
        line: &Line<Event>,
        event: &Event,
        state: &mut Session,
        undone: bool,
    ) {
        let mut said = told(self.words, state, event);
        let speaking = [state.floor, state.interrupted];
        state.evolve(event, line.at);
        for turn in speaking.into_iter().filter_map(|turn| ended_turn(turn, state)) {
            said = bracketed(self.words, &said, &self.turn(state, turn, event, line.at));
        }
        if undone {
            said = self.words.tell(id::TIMELINE_UNDONE, &[("text", said.into())]);
        }
        let lead = format!(
            "{}  {}  {}  ",
            line.at.format("%H:%M:%S"),
            pad_left(&line.seq.to_string(), self.number_cols),
            pad(&clean(&line.by), self.name_cols),
        );
        let indent = " ".repeat(width(&lead));
        let said = said.replace("\r\n", "\n");
        for (at, part) in said.split('\n').enumerate() {
            text.push_str(if at == 0 { &lead } else { &indent });
            text.push_str(&clean(part));
            text.truncate(text.trim_end().len());
            text.push('\n');
        }
    }

    /// How long the turn was; with the name, unless the event has it.
    fn turn(&self, session: &Session, floor: Floor, event: &Event, at: Moment) -> String {
        let length = duration(self.words, floor.watch.read(at));
        let named = match event {
            Event::FloorEnded => true,
            Event::Left { person } => *person == floor.person,
            _ => false,
        };
        if named {
            return self.words.tell(id::TIMELINE_TURN, &[("length", length.into())]);
        }
        let name = session.name_of(floor.person).into();
        self.words.tell(id::TIMELINE_TURN_OF, &[("name", name), ("length", length.into())])
    }
}

/// The turn that an event ended.
pub(super) fn ended_turn(before: Option<Floor>, after: &Session) -> Option<Floor> {
    let before = before?;
    // A turn that a point of order interrupts has not ended.
    let mut going = [after.floor, after.interrupted].into_iter().flatten();
    let goes_on = going.any(|it| it.person == before.person && it.began == before.began);
    (!goes_on).then_some(before)
}
