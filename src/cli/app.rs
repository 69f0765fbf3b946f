//! `yishi` on a terminal: the home, and the screens one goes to from there. Whichever is left, one
//! comes back to the home.

use std::io::{IsTerminal as _, stdin, stdout};

use super::Done;
use super::board;
use super::demo;
use super::desk;
use super::failure::Failure;
use super::figures;
use super::home::{self, Before};
use super::overview;
use super::prepare;
use super::review;
use super::setting::{Look, Setting};
use crate::store::session_name::SessionName;
use crate::store::slug::Slug;
use crate::text::words::{Words, id};
use crate::tui::board::model::Model;
use crate::tui::desk::model::{Notice, Tone};
use crate::tui::desk::shell::Left;
use crate::tui::goto::Goto;
use crate::tui::stage::Stage;

/// Runs it; without a terminal what there is is only told.
pub fn run(setting: &Setting) -> Result<Done, Failure> {
    if !stdin().is_terminal() || !stdout().is_terminal() {
        return overview::run(setting);
    }
    // While the store is looked at the terminal is taken.
    let before = Before::begin(setting);
    let mut look = setting.look();
    let mut stage = desk::take_stage(&look)?;
    let mut troubled = Vec::new();
    let played = rounds(setting, &mut stage, &mut look, &mut troubled, before, None);
    // The terminal is given back before anything is told on it.
    drop(stage);
    let done = troubled.iter().map(desk::tell_of_trouble).fold(Done::Well, Done::and);
    played.map(|()| done)
}

/// Plays a screen, and whatever follows it, until that leads home.
pub fn from(
    setting: &Setting,
    mut stage: Stage,
    mut look: Look,
    goto: Goto,
) -> Result<Done, Failure> {
    let mut troubled = Vec::new();
    let played = visit(setting, &mut stage, &mut look, &mut troubled, goto);
    // The terminal is given back before anything is told on it.
    drop(stage);
    let done = troubled.iter().map(desk::tell_of_trouble).fold(Done::Well, Done::and);
    played.map(|_| done)
}

/// Plays one screen after the other until the home is left. `troubled` gathers desks whose records
/// could not be saved where they belong: that is told last, when it can be read.
fn rounds(
    setting: &Setting,
    stage: &mut Stage,
    look: &mut Look,
    troubled: &mut Vec<Left>,
    mut before: Before,
    first: Option<Notice>,
) -> Result<(), Failure> {
    let mut notice = first;
    loop {
        let goto = home::play(setting, stage, look, &mut before, notice.take())?;
        notice = match visit(setting, stage, look, troubled, goto) {
            Ok(Some(Goto::Leave)) => return Ok(()),
            Ok(_) => None,
            // A terminal that fails would fail at home as well.
            Err(Failure::Terminal(error)) => return Err(Failure::Terminal(error)),
            Err(failure) => Some(home::notice_of(&Words::new(look.lang), &failure)),
        };
        if stage.is_over() {
            return Ok(());
        }
    }
}

/// Plays whatever was chosen at home, and whatever follows it, until that leads home again.
fn visit(
    setting: &Setting,
    stage: &mut Stage,
    look: &mut Look,
    troubled: &mut Vec<Left>,
    goto: Goto,
) -> Result<Option<Goto>, Failure> {
    let mut next = goto;
    // A board that one went on from, and comes back to.
    let mut behind: Option<(Slug, Model)> = None;
    loop {
        next = match next {
            Goto::Home => match behind.take() {
                Some((community, model)) => {
                    let (goto, model) =
                        board::play(setting, stage, look, &community, Some(model), None)?;
                    behind = (!is_end(&goto)).then_some((community, model));
                    goto
                }
                None => return Ok(None),
            },
            Goto::Board(community) => {
                let (goto, model) = board::play(setting, stage, look, &community, None, None)?;
                behind = (!is_end(&goto)).then_some((community, model));
                goto
            }
            Goto::Leave => return Ok(Some(Goto::Leave)),
            Goto::Desk(name) => run_desk(setting, stage, look, troubled, &name)?,
            Goto::Prepare(name) => {
                let by = desk::recorder(setting, &name, None)?;
                prepare::play(setting, stage, look, &name, &by, false)?
            }
            Goto::Review { name, at } => review::play(setting, stage, look, &name, at)?,
            Goto::Stats(community) => figures::play(setting, stage, look, community)?,
            Goto::Sample => {
                let sample = demo::copy(setting)?;
                let words = Words::new(look.lang);
                let text = words.say(id::HOME_SAMPLE);
                let notice = Notice { tone: Tone::Done, text };
                rounds(&sample, stage, look, troubled, Before::default(), Some(notice))?;
                Goto::Home
            }
        };
        if stage.is_over() {
            return Ok(None);
        }
    }
}

/// Whether nothing follows.
const fn is_end(goto: &Goto) -> bool {
    matches!(goto, Goto::Home | Goto::Leave)
}

fn run_desk(
    setting: &Setting,
    stage: &mut Stage,
    look: &mut Look,
    troubled: &mut Vec<Left>,
    name: &SessionName,
) -> Result<Goto, Failure> {
    let by = desk::recorder(setting, name, None)?;
    let loaded = desk::load(setting, look, name, &by, false)?;
    let left = desk::play(stage, look, loaded)?;
    if left.rescued.is_some() || !left.lost.is_empty() {
        troubled.push(left);
    }
    Ok(Goto::Home)
}
