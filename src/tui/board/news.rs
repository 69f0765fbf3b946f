//! What came of something that the board has asked for, taken in.

use super::earlier;
use super::model::{Model, Whole};
use super::msg::{Ask, Effect, News};
use super::speak::offer;
use super::update::{ask, go_on, tell};
use crate::text::words::id;
use crate::tui::desk::model::{Notice, Tone};

/// Takes in what came of something that was asked for.
pub(super) fn on_news(model: &mut Model, news: News, effects: &mut Vec<Effect>) {
    match news {
        News::Read(whole) => {
            was_read(model);
            // What is being written is not in what was read before it; its own news follows.
            if model.saving.pending == 0 || model.whole.is_none() {
                take_whole(model, *whole);
                go_on(model, effects);
            }
        }
        News::Same => {}
        News::Written { whole, told } => {
            written(model);
            model.saving.saved = true;
            model.saving.trouble = None;
            match whole {
                Ok(whole) => {
                    was_read(model);
                    // What was granted since is not in it yet; its own news follows.
                    if model.saving.pending == 0 {
                        take_whole(model, *whole);
                    }
                }
                Err(why) => {
                    let values = [("why", why.into())];
                    let stale = model.words.tell(id::BOARD_SAVED_NOT_RENEWED, &values);
                    let told: Vec<String> = told.into_iter().chain([stale]).collect();
                    let told = told.join(&model.words.say(id::BOARD_BETWEEN));
                    return tell(model, Tone::Refused, told);
                }
            }
            if let Some(told) = told {
                tell(model, Tone::Done, told);
            }
        }
        News::Refused { why, whole } => {
            back_into_line(model);
            if let Some(whole) = whole {
                take_whole(model, *whole);
            }
            tell(model, Tone::Refused, why);
        }
        News::NotSaved(why) => {
            back_into_line(model);
            let told = model.words.tell(id::BOARD_NOT_SAVED, &[("why", why.as_str().into())]);
            model.saving.trouble = Some(why);
            tell(model, Tone::Refused, told);
            // What was shown at once is not so.
            ask(model, Ask::Read, effects);
        }
        News::NotRead(why) => {
            let told = model.words.tell(id::BOARD_NOT_READ, &[("why", why.into())]);
            model.read_only = Some(told.clone());
            tell(model, Tone::Refused, told);
            go_on(model, effects);
        }
        News::Earlier(left) => earlier::found(model, left),
        News::Open(Ok(goto)) => effects.push(Effect::Go(goto)),
        News::Open(Err(why)) => tell(model, Tone::Refused, why),
    }
}

/// The ledgers could be read: what kept the board from writing is over.
fn was_read(model: &mut Model) {
    if let Some(why) = model.read_only.take()
        && model.notice.as_ref().is_some_and(|notice| notice.text == why)
    {
        model.notice = None;
    }
}

fn take_whole(model: &mut Model, whole: Whole) {
    if let Some(trouble) = whole.troubles.first()
        && model.notice.is_none()
    {
        model.notice = Some(Notice { tone: Tone::Refused, text: trouble.clone() });
    }
    model.take_whole(whole);
    offer(model);
    earlier::again(model);
}

/// Something that was to be written is, or is not; the line that was typed for it.
fn written(model: &mut Model) -> Option<String> {
    model.saving.pending = model.saving.pending.saturating_sub(1);
    (!model.saving.typed.is_empty()).then(|| model.saving.typed.remove(0))
}

/// What was not written is there to be entered again, unless something else is being typed.
fn back_into_line(model: &mut Model) {
    if let Some(typed) = written(model).filter(|typed| !typed.is_empty())
        && model.line.text().trim().is_empty()
    {
        model.line.set(&typed);
    }
}
