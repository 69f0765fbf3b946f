//! The desk on the stage: keys, ticks and news of saving in; frames and lines to save out.
//!
//! One thread saves, or follows what another program writes; all it has in common with the desk is
//! a channel.

use std::io;
use std::path::PathBuf;

use ratatui::Frame;

use super::model::Model;
use super::msg::{Effect, Msg};
use super::update::update;
use super::view;
use crate::domain::event::Event;
use crate::domain::record::{Line, Moment};
use crate::tui::following::Change;
use crate::tui::keeping::{Keeper, Kept, News, Outside, PATIENCE};
use crate::tui::stage::{Inbox, Scene, Stage, Then, Told};

/// How the desk was left.
#[derive(Debug)]
pub struct Left {
    /// The desk as it was.
    pub model: Model,
    /// Where the record was saved to in the meantime, if it was moved.
    pub moved: Option<PathBuf>,
    /// Where the whole record was put because its own place failed.
    pub rescued: Option<PathBuf>,
    /// Lines that could be saved nowhere.
    pub lost: Vec<Line<Event>>,
}

/// Runs the desk until it is left.
///
/// # Errors
/// When the terminal refuses the first frame, or the system gives no thread. What was entered is
/// safe or in [`Left`]; a terminal that goes away later ends the desk like leaving it.
pub fn run(stage: &mut Stage, model: Model, outside: Outside) -> io::Result<Left> {
    let inbox = Inbox::new();
    let Outside { access, clock, file_below, on_move } = outside;
    let keeper = Keeper::begin(access, on_move, file_below, inbox.reporter())?;
    let mut desk = Desk { model, keeper, rings: false };
    stage.play(&mut desk, &inbox, &*clock)?;
    let Desk { model, keeper, .. } = desk;
    let failing = model.saving.trouble.is_some() && model.unsaved() > 0;
    let kept = keeper.finish(&model.meeting, failing, || inbox.next_news(PATIENCE));
    let Kept { moved, rescued, lost } = kept;
    Ok(Left { model, moved, rescued, lost })
}

/// The desk as a scene: the model, and where its lines go to.
struct Desk {
    model: Model,
    keeper: Keeper,
    /// Whether the bell is to be rung.
    rings: bool,
}

impl Scene for Desk {
    type News = News;
    type Exit = ();

    fn update(&mut self, told: Told<News>, now: Moment) -> Then<()> {
        let msg = match told {
            Told::Key(key) => Msg::Key(key),
            Told::Mouse(pointer) => Msg::Mouse(pointer),
            Told::Paste(text) => Msg::Paste(text),
            Told::Resized => Msg::Resized,
            Told::Tick => Msg::Tick,
            Told::Hangup => Msg::Hangup,
            Told::News(News::Save(report)) => {
                Msg::Saving(self.keeper.told(&self.model.words, report))
            }
            Told::News(News::Changed(Change::Lines(lines))) => Msg::Followed(lines),
            Told::News(News::Changed(Change::Replaced(lines))) => Msg::Reread(lines),
        };
        let outcomes = update(&mut self.model, msg, now);
        for effect in outcomes.effects {
            if self.carry_out(effect) {
                return Then::Leave(());
            }
        }
        if outcomes.redraw { Then::Draw } else { Then::Wait }
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        view::draw(&self.model, frame);
    }

    fn clocks_run(&self) -> bool {
        self.model.clocks_run()
    }

    fn take_bell(&mut self) -> bool {
        std::mem::take(&mut self.rings)
    }
}

impl Desk {
    /// Does what the desk wants done. True when that is to leave.
    fn carry_out(&mut self, effect: Effect) -> bool {
        self.rings |= effect == Effect::Ring;
        let asked = match effect {
            Effect::Save(line) => self.keeper.save(line),
            Effect::Retry => self.keeper.retry(),
            Effect::SaveTo(folder) => self.keeper.save_to(&folder),
            Effect::Quit => return true,
            Effect::Ring => return false,
        };
        if let Err(stopped) = asked {
            self.model.saving.trouble = Some(stopped.to_string());
        }
        false
    }
}
