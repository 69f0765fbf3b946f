//! The notice and the sign-in sheet of the meeting that is prepared, as files.

use std::collections::BTreeMap;

use super::model::Model;
use super::msg::Effect;
use super::update::{take_in, tell};
use crate::report::{notice, sign_in_sheet};
use crate::text::words::{Words, id};
use crate::tui::desk::model::Notice;
use crate::tui::keymap::Does;
use crate::tui::writing::{self, Written};

/// What is being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Writing {
    /// The key that asked for it.
    pub does: Does,
    /// A file of that name is there; the same key once more replaces it.
    pub warned: bool,
}

/// Has the document written that a key asks for, once the row under the bar is taken in.
pub(super) fn write(model: &mut Model, does: Does, effects: &mut Vec<Effect>) {
    let again = model.writing.is_some_and(|writing| writing.does == does && writing.warned);
    if !take_in(model, effects) {
        return;
    }
    let words = &model.words;
    let (session, contact) = (model.meeting.session(), model.contact.as_deref());
    let (part, text) = if does == Does::Notice {
        let on = session.notice.as_ref().map_or(model.now.date_naive(), |given| given.on);
        (id::NOTICE_FILE_PART, notice::markdown(words, session, contact, on))
    } else {
        let nobody = BTreeMap::new();
        (id::SIGN_IN_FILE_PART, sign_in_sheet::markdown(words, session, &nobody))
    };
    let name = file_name(words, &model.session_id, part);
    let path = model.folder.join(name).display().to_string();
    effects.push(Effect::Write { path, bytes: text.into_bytes(), replace: again });
    model.writing = Some(Writing { does, warned: false });
}

/// The name of a document's file: `2026-11-23-bins-通知.md`.
#[must_use]
pub fn file_name(words: &Words, session_id: &str, part: crate::text::words::Id) -> String {
    format!("{session_id}-{}.md", words.say(part))
}

/// What became of the file is told.
pub(super) fn on_written(model: &mut Model, path: &str, written: &Written) {
    let Some(asked) = model.writing.take() else { return };
    let words = &model.words;
    let exists = || {
        let values = [("path", path.into()), ("key", model.keys.key_for(asked.does).into())];
        words.tell(id::WRITING_EXISTS_AS_NAMED, &values)
    };
    let Notice { tone, text } = writing::told(words, written, exists);
    if matches!(written, Written::Exists) {
        model.writing = Some(Writing { warned: true, ..asked });
    }
    tell(model, tone, text);
}
