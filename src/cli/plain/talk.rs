//! The desk as a conversation: a line in, what came of it out.

use std::io;
use std::time::Duration;

use super::ear::{Ear, Heard};
use crate::cli::desk::Desk;
use crate::cli::notes::Note;
use crate::domain::record::Moment;
use crate::text::words::{Id, id};
use crate::tui::desk::model::Model;
use crate::tui::desk::msg::{Effect, Msg};
use crate::tui::desk::shell::Left;
use crate::tui::desk::update::update;
use crate::tui::following::Change;
use crate::tui::keeping::{Keeper, Kept, News, Outside, PATIENCE};
use crate::tui::plain::{Heard as Understood, Speaker};

/// How often the clocks are looked at while they run.
const SECOND: Duration = Duration::from_secs(1);
/// The same while they stand.
const MINUTE: Duration = Duration::from_mins(1);

/// Talks until the desk is left, or there are no more lines.
///
/// # Errors
/// When standard output cannot be written, or the system gives no thread. What was entered is safe
/// or in [`Left`] otherwise.
pub fn run(ear: &mut Ear, desk: Desk) -> io::Result<Left> {
    let Outside { access, clock, file_below, on_move } = desk.outside;
    let keeper = Keeper::begin(access, on_move, file_below, ear.desk())?;
    let speaker = Speaker::new(&desk.model);
    let mut talk = Talk { model: desk.model, keeper, speaker };
    let talked = talk.through(ear, &*clock);
    let Talk { model, keeper, .. } = talk;
    let failing = model.saving.trouble.is_some() && model.unsaved() > 0;
    let kept = keeper.finish(&model.meeting, failing, || ear.next_news(PATIENCE));
    talked?;
    let Kept { moved, rescued, lost } = kept;
    Ok(Left { model, moved, rescued, lost })
}

struct Talk {
    model: Model,
    keeper: Keeper,
    speaker: Speaker,
}

impl Talk {
    fn through(&mut self, ear: &mut Ear, clock: &dyn Fn() -> Moment) -> io::Result<()> {
        ear.say(&Speaker::opening(&self.model))?;
        loop {
            ear.prompt(&self.model.words)?;
            let patience = if self.model.clocks_run() { SECOND } else { MINUTE };
            let over = match ear.next(patience) {
                None => self.take_in(ear, Msg::Tick, clock(), false)?,
                Some(Heard::End) => self.take_in(ear, Msg::Hangup, clock(), false)?,
                Some(Heard::News(_, news)) => self.on_news(ear, news, clock())?,
                Some(Heard::Line(note)) => self.on_line(ear, note, clock())?,
            };
            if over {
                return Ok(());
            }
        }
    }

    fn on_line(&mut self, ear: &mut Ear, note: Note, now: Moment) -> io::Result<bool> {
        let line = match note {
            Note::Text(line) => line,
            Note::NotUtf8 => return self.cannot(ear, id::NOT_UTF8),
            Note::TooLong => return self.cannot(ear, id::ENTER_TOO_LONG),
        };
        match self.speaker.hear(&self.model, line) {
            Understood::Answered(lines) => {
                ear.say(&lines)?;
                Ok(false)
            }
            Understood::For(msg) => self.take_in(ear, msg, now, true),
        }
    }

    fn cannot(&self, ear: &mut Ear, why: Id) -> io::Result<bool> {
        let words = &self.model.words;
        ear.say(&[words.tell(id::PLAIN_REFUSED, &[("why", words.say(why).into())])])?;
        Ok(false)
    }

    fn on_news(&mut self, ear: &mut Ear, news: News, now: Moment) -> io::Result<bool> {
        let msg = match news {
            News::Save(report) => Msg::Saving(self.keeper.told(&self.model.words, report)),
            News::Changed(Change::Replaced(lines)) => Msg::Reread(lines),
            News::Changed(Change::Lines(lines)) => {
                let over = self.take_in(ear, Msg::Followed(lines.clone()), now, false)?;
                ear.say(&Speaker::followed(&self.model, &lines))?;
                return Ok(over);
            }
        };
        self.take_in(ear, msg, now, false)
    }

    /// Tells the desk something, does what it wants, and says what came of it. Whether it is left.
    fn take_in(&mut self, ear: &mut Ear, msg: Msg, now: Moment, entered: bool) -> io::Result<bool> {
        let effects = update(&mut self.model, msg, now).effects;
        let mut over = false;
        for effect in effects.iter().cloned() {
            let asked = match effect {
                Effect::Save(line) => self.keeper.save(line),
                Effect::Retry => self.keeper.retry(),
                Effect::SaveTo(folder) => self.keeper.save_to(&folder),
                Effect::Ring => {
                    ear.ring()?;
                    Ok(())
                }
                Effect::Quit => {
                    over = true;
                    Ok(())
                }
            };
            if let Err(stopped) = asked {
                self.model.saving.trouble = Some(stopped.to_string());
            }
        }
        ear.say(&self.speaker.after(&self.model, &effects, entered))?;
        Ok(over)
    }
}
