//! What is pasted: one line goes into the field, several are entered one after the other.

use super::model::{Model, Notice, Tone};
use super::msg::Effect;
use super::read_back;
use super::update::{enter_line, offer, refuse};
use crate::domain::MOST_CHARS;
use crate::text::words::id;

/// Most lines one paste may have.
const MOST_PASTED: usize = 2_000;

pub(super) fn on_paste(model: &mut Model, text: &str, effects: &mut Vec<Effect>) {
    model.asked = None;
    if let Some(aid) = &mut model.aid {
        return aid.paste(text);
    }
    if model.read_back.is_some() {
        return read_back::on_paste(model, text);
    }
    if model.panel.is_some() {
        return;
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let too_long = |line: &str| line.chars().count() > MOST_CHARS;
    if text.lines().any(too_long) || text.lines().count() > MOST_PASTED {
        let limits = [("chars", MOST_CHARS.into()), ("lines", MOST_PASTED.into())];
        let text = model.words.tell(id::NOTICE_PASTE_TOO_LARGE, &limits);
        refuse(model, text);
        return;
    }
    model.notice = None;
    let Some((first, rest)) = text.split_once('\n') else {
        model.capture.insert(&text);
        offer(model);
        return;
    };
    model.capture.insert(first);
    let blank = model.capture.text().trim().is_empty();
    model.pasted.extend(rest.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned));
    let already = usize::from(!blank && !model.pasted.is_empty());
    if blank || enter_line(model, effects) {
        take_pasted(model, already, effects);
    }
}

/// Enters pasted lines one after the other. At the first that is refused it stops, with that line
/// to be put right; Enter goes on. `entered` lines of them have just been entered already.
pub(super) fn take_pasted(model: &mut Model, mut entered: usize, effects: &mut Vec<Effect>) {
    while let Some(line) = model.pasted.pop_front() {
        model.capture.set(&line);
        if !enter_line(model, effects) {
            let why = model.notice.take().map(|notice| notice.text).unwrap_or_default();
            let left = model.pasted.len();
            if model.panel.is_none() {
                let text = model
                    .words
                    .tell(id::NOTICE_PASTE_STOPPED, &[("why", why.into()), ("left", left.into())]);
                refuse(model, text);
            }
            return;
        }
        entered += 1;
    }
    if entered > 0 {
        let text = model.words.tell(id::NOTICE_PASTED, &[("count", entered.into())]);
        model.notice = Some(Notice { tone: Tone::Done, text });
    }
}
