//! A meeting with its history: the lines of its log, what of them stands, and undo without limit.
//!
//! Undo restores the state as if a line had never been written. Keeping every earlier state would
//! cost memory for each line, and starting over from the first line would make undo dearer the
//! longer a meeting lasts; so the state before every 64th standing line is kept, and undoing plays
//! at most 63 lines again.

use super::command::Command;
use super::event::{Event, Setup};
use super::item::PlannedItem;
use super::procedure::Adopted;
use super::record::{Line, Moment};
use super::refusal::Refusal;
use super::rules::RuleSet;
use super::session::Session;
use super::topic::TopicLink;

/// Standing lines between two kept states.
const STRIDE: usize = 64;

/// A log that does not begin as a session's log must.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the log does not begin with the creation of a session")]
pub struct NotASession;

/// One meeting and all its lines.
#[derive(Debug, Clone)]
pub struct Meeting {
    session: Session,
    lines: Vec<Line<Event>>,
    /// Indexes of the lines that stand, in order; the first is the creation.
    standing: Vec<usize>,
    /// Indexes of the lines undone, the latest last.
    undone: Vec<usize>,
    /// `kept[n]` is the state after standing lines 0 to `n * STRIDE`.
    kept: Vec<Session>,
}

/// What a meeting begins with besides what it is called and when it is held.
#[derive(Debug, Clone, Default)]
pub struct Beginning {
    /// The rules of the floor.
    pub rules: Option<RuleSet>,
    /// The procedure.
    pub procedure: Option<Adopted>,
    /// Topics on its agenda, behind the items it was planned with; a reason for each whose survey is
    /// not complete.
    pub topics: Vec<(PlannedItem, TopicLink, Option<String>)>,
}

/// What a line does to the history: most lines simply stand.
enum Step {
    Stands,
    Reverts,
    Reinstates,
}

fn step_of(line: &Line<Event>) -> Step {
    match line.events.first() {
        Some(Event::Reverted { .. }) => Step::Reverts,
        Some(Event::Reinstated { .. }) => Step::Reinstates,
        _ => Step::Stands,
    }
}

/// Lines that belong to the file more than to the meeting and so are never undone.
fn is_fixed(line: &Line<Event>) -> bool {
    matches!(line.events.first(), Some(Event::Created(_) | Event::TakenOver { .. }))
}

/// Which lines stand, in order, and which are undone, the latest last.
fn history(lines: &[Line<Event>]) -> (Vec<usize>, Vec<usize>) {
    let mut standing = Vec::with_capacity(lines.len());
    let mut undone = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        match step_of(line) {
            Step::Stands => {
                standing.push(index);
                if !is_fixed(line) {
                    undone.clear();
                }
            }
            Step::Reverts => {
                if standing.len() > 1 {
                    undone.extend(standing.pop());
                }
            }
            Step::Reinstates => standing.extend(undone.pop()),
        }
    }
    (standing, undone)
}

/// The state after the first line.
fn begun(setup: Setup, first: &Line<Event>) -> Session {
    let mut session = Session::prepared(setup);
    for event in first.events.iter().skip(1) {
        session.evolve(event, first.at);
    }
    session
}

impl Meeting {
    /// A new meeting. Its first line is `lines()[0]`.
    #[must_use]
    pub fn create(setup: Setup, at: Moment, by: &str) -> Self {
        Self::create_by_rules(setup, None, at, by)
    }

    /// A new meeting that begins by these rules of the floor. They are part of the creation, which
    /// is no part of the meeting: what is entered later may have happened earlier.
    #[must_use]
    pub fn create_by_rules(setup: Setup, rules: Option<RuleSet>, at: Moment, by: &str) -> Self {
        let mut events = vec![Event::Created(setup.clone())];
        events.extend(rules.map(|rules| Event::RulesAdopted { rules }));
        Self::created(setup, Line { seq: 0, at, by: by.to_owned(), events })
    }

    /// A new meeting that begins by these rules, as part of this procedure, about these topics of
    /// the community.
    ///
    /// # Errors
    /// Why a topic cannot be on its agenda, with the place of that topic in the list.
    pub fn create_from(
        setup: Setup,
        beginning: Beginning,
        at: Moment,
        by: &str,
    ) -> Result<Self, (usize, Refusal)> {
        let Beginning { rules, procedure, topics } = beginning;
        let mut meeting = Self::create_by_rules(setup, rules, at, by);
        if let Some(Adopted { file, procedure, stage }) = procedure {
            meeting.begin_with(vec![Event::ProcedureAdopted { procedure, file, stage }]);
        }
        for (place, (planned, link, despite)) in topics.into_iter().enumerate() {
            let command = Command::AddTopic { planned, link, despite };
            let events = super::decide::decide(&meeting.session, &command, by);
            meeting.begin_with(events.map_err(|why| (place, why))?);
        }
        meeting.kept = vec![meeting.session.clone()];
        Ok(meeting)
    }

    /// Adds to the line that creates the meeting, which is the only one still.
    fn begin_with(&mut self, events: Vec<Event>) {
        let first = &mut self.lines[0];
        for event in &events {
            self.session.evolve(event, first.at);
        }
        first.events.extend(events);
    }

    fn created(setup: Setup, first: Line<Event>) -> Self {
        let session = begun(setup, &first);
        Self {
            kept: vec![session.clone()],
            session,
            lines: vec![first],
            standing: vec![0],
            undone: Vec::new(),
        }
    }

    /// The meeting that these lines tell of.
    ///
    /// # Errors
    /// [`NotASession`] when the first line does not create one.
    pub fn replay(lines: Vec<Line<Event>>) -> Result<Self, NotASession> {
        let Some(first) = lines.first() else { return Err(NotASession) };
        let Some(Event::Created(setup)) = first.events.first() else {
            return Err(NotASession);
        };
        let session = begun(setup.clone(), first);
        // First which lines stand, then only those are played: a meeting with many undone lines
        // takes no longer than one without.
        let (standing, undone) = history(&lines);
        let mut meeting = Self { kept: vec![session.clone()], session, standing, undone, lines };
        for place in 1..meeting.standing.len() {
            meeting.play(place);
        }
        Ok(meeting)
    }

    /// Goes back to when the meeting had only its first `count` lines; the first of all stays.
    /// More lines than there are change nothing. As dear as an undo, however far it goes.
    pub fn go_back_to(&mut self, count: usize) {
        let count = count.max(1);
        if count >= self.lines.len() {
            return;
        }
        self.lines.truncate(count);
        let before = std::mem::take(&mut self.standing);
        (self.standing, self.undone) = history(&self.lines);
        // What stood then as it stands now, from the first line on, has been played already.
        let same =
            before.iter().zip(&self.standing).take_while(|(one, other)| one == other).count();
        self.kept.truncate(same.saturating_sub(1) / STRIDE + 1);
        self.play_on();
    }

    /// Plays the standing line at `place` onto the state.
    fn play(&mut self, place: usize) {
        let line = &self.lines[self.standing[place]];
        for event in &line.events {
            self.session.evolve(event, line.at);
        }
        if place.is_multiple_of(STRIDE) {
            self.kept.push(self.session.clone());
        }
    }

    /// Takes in the next line, as `decide` produced it.
    pub fn apply(&mut self, line: Line<Event>) {
        let index = self.lines.len();
        let step = step_of(&line);
        if matches!(step, Step::Stands) && !is_fixed(&line) {
            self.undone.clear();
        }
        self.lines.push(line);
        match step {
            Step::Stands => {
                self.standing.push(index);
                self.play(self.standing.len() - 1);
            }
            Step::Reverts => self.take_back(),
            Step::Reinstates => {
                if let Some(again) = self.undone.pop() {
                    self.standing.push(again);
                    self.play(self.standing.len() - 1);
                }
            }
        }
    }

    fn take_back(&mut self) {
        if self.standing.len() <= 1 {
            return;
        }
        self.undone.extend(self.standing.pop());
        let last = self.standing.len() - 1;
        self.kept.truncate(last / STRIDE + 1);
        self.play_on();
    }

    /// Starts from the latest state kept, and plays what stands after it.
    fn play_on(&mut self) {
        let from = self.kept.len() - 1;
        self.session = self.kept[from].clone();
        for place in from * STRIDE + 1..self.standing.len() {
            self.play(place);
        }
    }

    /// Judges a command that happened at `at` without changing anything.
    ///
    /// # Errors
    /// The [`Refusal`] that says why the rules do not allow it.
    pub fn decide(&self, command: &Command, at: Moment, by: &str) -> Result<Vec<Event>, Refusal> {
        if let Some(latest) = self.latest().filter(|latest| at < *latest) {
            return Err(Refusal::TimeRunsBack { given: at, latest });
        }
        match command {
            Command::Undo => {
                let line = self.undoable().ok_or(Refusal::NothingToUndo)?;
                Ok(vec![Event::Reverted { seq: line.seq }])
            }
            Command::Redo => {
                let line = self.redoable().ok_or(Refusal::NothingToRedo)?;
                Ok(vec![Event::Reinstated { seq: line.seq }])
            }
            Command::KeepTime => self.session.keeping_time(at),
            Command::GiveNotice(on) => self.session.giving_notice(*on, at.date_naive()),
            other => super::decide::decide(&self.session, other, by),
        }
    }

    /// Judges a command and, if it is allowed, takes its line in.
    ///
    /// # Errors
    /// As [`Meeting::decide`].
    pub fn carry_out(
        &mut self,
        command: &Command,
        at: Moment,
        by: &str,
    ) -> Result<&Line<Event>, Refusal> {
        let events = self.decide(command, at, by)?;
        Ok(self.enter(events, at, by))
    }

    /// The same, with what follows from it by the state it leads to, in one line. Of what follows
    /// only what is granted is taken in.
    ///
    /// # Errors
    /// As [`Meeting::decide`].
    pub fn carry_out_with(
        &mut self,
        command: &Command,
        following: impl FnOnce(&Session) -> Vec<Command>,
        at: Moment,
        by: &str,
    ) -> Result<&Line<Event>, Refusal> {
        let mut events = self.decide(command, at, by)?;
        let mut after = self.session.clone();
        for event in &events {
            after.evolve(event, at);
        }
        for command in following(&after) {
            let Ok(more) = super::decide::decide(&after, &command, by) else { continue };
            for event in &more {
                after.evolve(event, at);
            }
            events.extend(more);
        }
        Ok(self.enter(events, at, by))
    }

    fn enter(&mut self, events: Vec<Event>, at: Moment, by: &str) -> &Line<Event> {
        let index = self.lines.len();
        self.apply(Line { seq: index as u64, at, by: by.to_owned(), events });
        &self.lines[index]
    }

    /// The state now.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Every line, in order.
    #[must_use]
    pub fn lines(&self) -> &[Line<Event>] {
        &self.lines
    }

    /// The moment of the latest entry; what follows may not be earlier. Creating the record, or
    /// moving it to another device, is no part of the meeting: notes taken on paper the evening
    /// before are entered with the times they tell.
    #[must_use]
    pub fn latest(&self) -> Option<Moment> {
        self.lines.iter().rev().find(|line| !is_fixed(line)).map(|line| line.at)
    }

    /// The line that undo would take back.
    #[must_use]
    pub fn undoable(&self) -> Option<&Line<Event>> {
        let line = &self.lines[*self.standing.last()?];
        (!is_fixed(line)).then_some(line)
    }

    /// The line that redo would bring back.
    #[must_use]
    pub fn redoable(&self) -> Option<&Line<Event>> {
        Some(&self.lines[*self.undone.last()?])
    }

    /// Whether each line stands, by its number; lines that undo or redo do not count as standing.
    #[must_use]
    pub fn standing(&self) -> Vec<bool> {
        let mut stands = vec![false; self.lines.len()];
        for index in &self.standing {
            stands[*index] = true;
        }
        stands
    }
}
