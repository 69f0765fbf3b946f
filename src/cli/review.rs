//! `yishi review`: a meeting looked back at.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Done;
use super::args;
use super::failure::Failure;
use super::output::is_record;
use super::setting::{Look, Setting};
use super::show;
use crate::domain::session::Phase;
use crate::phrase::troubles;
use crate::store::disk::{Disk as _, DiskError, EntryKind, replace, write_new};
use crate::store::follow::Follower;
use crate::store::os_disk::OsDisk;
use crate::store::session_name::SessionName;
use crate::text::words::{Words, id};
use crate::tui::desk::model::{Notice, Tone};
use crate::tui::goto::Goto;
use crate::tui::keymap::Place;
use crate::tui::review::model::{Model, Subject, Tab};
use crate::tui::review::{self, Left, Outside};
use crate::tui::stage::Stage;
use crate::tui::writing::Written;

/// Runs the command.
pub fn run(setting: &Setting, args: &args::Review) -> Result<Done, Failure> {
    let name = match &args.session {
        Some(typed) => setting.store.find_session(typed)?,
        None => latest_closed(setting)?,
    };
    let mut look = setting.look();
    let mut stage = look.take_stage().map_err(|error| match error.kind() {
        io::ErrorKind::Unsupported => {
            let values = [("session", name.to_string().into())];
            Failure::Told(setting.words.tell(id::REVIEW_NO_TERMINAL, &values))
        }
        _ => Failure::Terminal(error),
    })?;
    if args.replay {
        let review = load(setting, &look, &name, args.at)?;
        perform(&mut stage, &mut look, review, Some(args.at.unwrap_or(0)))?;
    } else {
        play(setting, &mut stage, &mut look, &name, args.at)?;
    }
    Ok(Done::Well)
}

/// The same a line at a time: the minutes, or the whole record where that is wanted.
pub fn plain(setting: &Setting, args: &args::Review) -> Result<Done, Failure> {
    let name = match &args.session {
        Some(typed) => setting.store.find_session(typed)?,
        None => latest_closed(setting)?,
    };
    if args.replay {
        return show::run(setting, &args::Session { session: name.to_string() });
    }
    minutes(setting, &name)
}

/// The minutes of a session.
pub fn minutes(setting: &Setting, name: &SessionName) -> Result<Done, Failure> {
    let session = name.to_string();
    let format = args::MinutesFormat::Md;
    show::minutes(setting, &args::Minutes { session, format, output: None })
}

/// Looks back at a meeting until that is left; a language chosen there is spoken from then on.
pub fn play(
    setting: &Setting,
    stage: &mut Stage,
    look: &mut Look,
    name: &SessionName,
    at: Option<u64>,
) -> Result<Goto, Failure> {
    let review = load(setting, look, name, at)?;
    let left = perform(stage, look, review, None)?;
    Ok(if left.gone { Goto::Leave } else { Goto::Home })
}

/// A meeting that is ready to be looked back at.
#[derive(Debug)]
pub struct Review {
    /// What is shown.
    pub model: Model,
    outside: Outside,
}

fn perform(
    stage: &mut Stage,
    look: &mut Look,
    review: Review,
    replay: Option<u64>,
) -> Result<Left, Failure> {
    let mut review = review;
    look.tell_on(&mut review.model.notice);
    let left = review::run(stage, review.model, review.outside, replay);
    let left = left.map_err(Failure::Terminal)?;
    look.lang = left.model.words.lang();
    look.theme = left.model.theme;
    Ok(left)
}

/// Reads what is needed, without a terminal yet; `at` is the line to begin at.
pub fn load(
    setting: &Setting,
    look: &Look,
    name: &SessionName,
    at: Option<u64>,
) -> Result<Review, Failure> {
    let path = setting.store.layout().session_file(name);
    let read = setting.store.read_session(name)?;
    let known = setting.store.ledger(&name.community)?;
    let words = Words::new(look.lang);
    let lines = read.meeting.lines().len() as u64;
    // What is damaged, or of a newer version, stays so: there is nothing to follow.
    let follower = read.stop.is_none().then(|| {
        let follower = Follower::after(&path, read.log.chain, read.log.end, lines);
        (Arc::clone(setting.store.disk()), follower)
    });
    let trouble = known.troubles.first().map(|trouble| troubles::store(&words, trouble));
    let subject = Subject {
        community_id: name.community.to_string(),
        community_name: read.meeting.session().setup.community_name.clone(),
        session_id: name.id(),
        hash: Some(read.log.chain.to_string()),
        stop: read.stop.map(|stop| (path, stop)),
        meeting: read.meeting,
        ledger: known.ledger,
        today: setting.today(),
    };
    let mut model = Model::new(subject, words);
    model.theme = look.theme;
    model.keys = look.keymap.keys(Place::Review);
    model.folder = std::env::current_dir().unwrap_or_default();
    model.notice = trouble.map(|text| Notice { tone: Tone::Refused, text });
    let phase = model.session().phase;
    if model.notice.is_none() && matches!(phase, Phase::Running | Phase::Paused) {
        let text = model.words.say(id::REVIEW_LIVE);
        model.notice = Some(Notice { tone: Tone::Done, text });
    }
    if let Some(at) = at {
        model.show(Tab::TimeLine);
        model.go_to(at);
        if at >= lines {
            let values = [("at", at.into()), ("last", lines.saturating_sub(1).into())];
            let text = model.words.tell(id::REVIEW_NO_SUCH_LINE, &values);
            model.notice = Some(Notice { tone: Tone::Refused, text });
        }
    }
    let outside = Outside {
        follower,
        clock: setting.clock(),
        write: Arc::new(write),
        keymap: look.keymap.clone(),
    };
    Ok(Review { model, outside })
}

/// The latest meeting that was closed. One that cannot be read is passed over.
fn latest_closed(setting: &Setting) -> Result<SessionName, Failure> {
    let names = setting.store.sessions(None)?;
    let closed = |name: &SessionName| {
        let read = setting.store.read_session(name);
        read.is_ok_and(|read| read.meeting.session().phase == Phase::Closed)
    };
    let found = names.into_iter().find(closed);
    found.ok_or_else(|| Failure::Told(setting.words.say(id::REVIEW_NONE_CLOSED)))
}

/// Writes a file that somebody asked for; a record is never replaced.
pub fn write(path: &Path, bytes: &[u8], may_replace: bool) -> Written {
    let written = || -> Result<Written, DiskError> {
        match OsDisk.look(path)? {
            Some(EntryKind::Folder) => return Ok(Written::IsFolder),
            Some(_) if is_record(path)? => return Ok(Written::IsRecord),
            Some(_) if !may_replace => return Ok(Written::Exists),
            Some(_) => replace(&OsDisk, path, bytes)?,
            None => match write_new(&OsDisk, path, bytes) {
                Err(error) if error.is_taken() => return Ok(Written::Exists),
                other => other?,
            },
        }
        Ok(Written::Done(whole(path)))
    };
    written().unwrap_or_else(Written::Failed)
}

/// The path as it is found from anywhere.
fn whole(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}
