//! What went wrong with files: what, where, and what to do next.

use std::io::ErrorKind;
use std::path::Path;

use super::mistakes::{fault as fault_in, mistake};
use crate::store::access::ReadOnly;
use crate::store::check::{Finding, What};
use crate::store::community::{CommunityFault, MOST_TURN_SECONDS};
use crate::store::contacts::ContactsError;
use crate::store::device::DeviceError;
use crate::store::disk::{DiskError, Op};
use crate::store::exclusions::FIELDS as EXCLUSION_FIELDS;
use crate::store::library::StoreError;
use crate::store::log::{Damage, NotALog, ReadError};
use crate::store::procedures::FIELDS as PROCEDURE_FIELDS;
use crate::store::rules::FIELDS as RULE_FIELDS;
use crate::store::session_name::{Candidate, ResolveError};
use crate::store::slug::{BadSlug, LONGEST, SlugFault};
use crate::store::writer::{LogError, SetAside};
use crate::text::words::{Id, Value, Words, id};

/// Anything the store may refuse.
#[must_use]
pub fn store(words: &Words, error: &StoreError) -> String {
    match error {
        StoreError::Disk(error) => disk(words, error),
        StoreError::Log(error) => log(words, error),
        StoreError::Resolve(error) => resolving(words, error),
        StoreError::BadId(error) => bad_id(words, error),
        StoreError::Device(error) => device(words, error),
        StoreError::Contacts(error) => contacts(words, error),
        StoreError::NoSuchCommunity { typed, known } if known.is_empty() => {
            words.tell(id::STORE_NO_COMMUNITY_YET, &[("typed", typed.into())])
        }
        StoreError::NoSuchCommunity { typed, known } => {
            let known: Vec<String> = known.iter().map(ToString::to_string).collect();
            let known = known.join(&words.say(id::LIST_SEPARATOR));
            words.tell(
                id::STORE_NO_SUCH_COMMUNITY,
                &[("typed", typed.into()), ("known", known.into())],
            )
        }
        StoreError::CommunityExists { id: taken, name } => words.tell(
            id::STORE_COMMUNITY_EXISTS,
            &[("id", taken.to_string().into()), ("name", name.into())],
        ),
        StoreError::Community { path, fault } => {
            at(words, path, line_of(fault), &community(words, fault))
        }
        StoreError::NotASession { path } => {
            at(words, path, None, &words.say(id::STORE_NOT_A_SESSION))
        }
        StoreError::Cancelled(_) => words.say(id::STORE_CANCELLED),
        StoreError::NotAFolder { path } => {
            at(words, path, None, &words.say(id::STORE_NOT_A_FOLDER))
        }
    }
}

/// A file operation that failed.
#[must_use]
pub fn disk(words: &Words, error: &DiskError) -> String {
    let message = match error.op {
        Op::Read | Op::Look => id::STORE_CANNOT_READ,
        Op::List => id::STORE_CANNOT_LIST,
        Op::CreateFolder => id::STORE_CANNOT_MAKE_FOLDER,
        Op::Create | Op::Open | Op::Write | Op::Sync | Op::SetLength | Op::SyncFolder => {
            id::STORE_CANNOT_WRITE
        }
        Op::Remove => id::STORE_CANNOT_REMOVE,
        Op::Rename => id::STORE_CANNOT_RENAME,
        Op::Lock => id::STORE_CANNOT_LOCK,
    };
    let why = why(words, error);
    words.tell(message, &[("path", shown(&error.path)), ("why", why.into())])
}

/// What the system said, and what to do about it.
fn why(words: &Words, error: &DiskError) -> String {
    if error.is_full() {
        return words.say(id::STORE_WHY_FULL);
    }
    let message = match error.source.kind() {
        ErrorKind::NotFound => id::STORE_WHY_MISSING,
        ErrorKind::PermissionDenied => id::STORE_WHY_RIGHTS,
        ErrorKind::ReadOnlyFilesystem => id::STORE_WHY_READ_ONLY,
        ErrorKind::AlreadyExists => id::STORE_WHY_EXISTS,
        ErrorKind::NotADirectory => id::STORE_WHY_NOT_A_FOLDER,
        ErrorKind::IsADirectory => id::STORE_WHY_A_FOLDER,
        _ => {
            let said = error.source.to_string();
            return words.tell(id::STORE_WHY_OTHER, &[("said", said.into())]);
        }
    };
    words.say(message)
}

/// A log that cannot be opened or written.
#[must_use]
pub fn log(words: &Words, error: &LogError) -> String {
    match error {
        LogError::Disk(error) => disk(words, error),
        LogError::Read { path, source } => reading(words, path, source),
        LogError::Locked { path, holder } => locked(words, path, holder.as_deref()),
        LogError::Exists { path } => words.tell(id::STORE_EXISTS, &[("path", shown(path))]),
        LogError::Gone { path } => words.tell(id::STORE_GONE, &[("path", shown(path))]),
        LogError::Replaced { path } => words.tell(id::STORE_REPLACED, &[("path", shown(path))]),
        LogError::OutOfOrder { expected, found } => words.tell(
            id::STORE_OUT_OF_ORDER,
            &[("expected", (*expected).into()), ("found", (*found).into())],
        ),
        LogError::Encode(error) => {
            words.tell(id::STORE_CANNOT_ENCODE, &[("said", error.to_string().into())])
        }
    }
}

/// Why saving fails, in a few words: the desk says beside it what to do.
#[must_use]
pub fn saving(words: &Words, error: &LogError) -> String {
    let message = match error {
        LogError::Disk(error) if error.is_full() => id::SAVING_FULL,
        LogError::Disk(error) => match error.source.kind() {
            ErrorKind::PermissionDenied => id::SAVING_RIGHTS,
            ErrorKind::ReadOnlyFilesystem => id::SAVING_READ_ONLY,
            ErrorKind::NotFound => id::SAVING_GONE,
            _ => return disk(words, error),
        },
        LogError::Gone { .. } => id::SAVING_GONE,
        LogError::Replaced { .. } => id::SAVING_REPLACED,
        LogError::Exists { path } => {
            return words.tell(id::SAVING_EXISTS, &[("path", shown(path))]);
        }
        other => return log(words, other),
    };
    words.say(message)
}

/// A log that cannot be read, or not to its end: file, line, and what is wrong there.
#[must_use]
pub fn reading(words: &Words, path: &Path, error: &ReadError) -> String {
    let line = match error {
        ReadError::Damaged { line, .. } | ReadError::Newer { line } => Some(*line),
        ReadError::Empty | ReadError::NotALog { .. } => None,
    };
    at(words, path, line, &read_error(words, error))
}

/// What is wrong with a log, without its place.
#[must_use]
pub fn read_error(words: &Words, error: &ReadError) -> String {
    match error {
        ReadError::Empty => words.say(id::STORE_LOG_EMPTY),
        ReadError::NotALog { why } => words.say(match why {
            NotALog::ByteOrderMark => id::STORE_LOG_BOM,
            NotALog::CarriageReturns => id::STORE_LOG_CRLF,
            NotALog::Other => id::STORE_LOG_NONE,
        }),
        ReadError::Damaged { reason, .. } => damage(words, reason),
        ReadError::Newer { .. } => words.say(id::STORE_LOG_NEWER),
    }
}

/// What is wrong with a line.
#[must_use]
pub fn damage(words: &Words, damage: &Damage) -> String {
    match damage {
        Damage::Form => words.say(id::STORE_DAMAGE_FORM),
        Damage::Hash => words.say(id::STORE_DAMAGE_HASH),
        Damage::Sequence { expected, found } => words.tell(
            id::STORE_DAMAGE_SEQUENCE,
            &[("expected", (*expected).into()), ("found", (*found).into())],
        ),
        Damage::NotRon { detail } => words.tell(id::STORE_DAMAGE_RON, &[("said", detail.into())]),
        Damage::AfterEnd => words.say(id::STORE_DAMAGE_AFTER_END),
    }
}

/// Why a session can only be read, and what to do.
#[must_use]
pub fn read_only(words: &Words, path: &Path, why: &ReadOnly) -> String {
    match why {
        ReadOnly::Locked { holder } => locked(words, path, holder.as_deref()),
        ReadOnly::OtherDevice { device } => {
            words.tell(id::STORE_OTHER_DEVICE, &[("path", shown(path)), ("device", device.into())])
        }
        ReadOnly::Unreadable(error) => reading(words, path, error),
        ReadOnly::Medium(error) => disk(words, error),
    }
}

/// What a write cut short had left.
#[must_use]
pub fn set_aside(words: &Words, set_aside: &SetAside) -> String {
    words.tell(
        id::STORE_SET_ASIDE,
        &[("path", shown(&set_aside.path)), ("bytes", set_aside.bytes_len.into())],
    )
}

/// Why it is not clear which session is meant, with those it could be.
#[must_use]
pub fn resolving(words: &Words, error: &ResolveError) -> String {
    let list = |candidates: &[Candidate]| -> String {
        let shown: Vec<String> =
            candidates.iter().map(|it| format!("\n  {}  {}", it.name, it.title)).collect();
        shown.concat()
    };
    match error {
        ResolveError::None { typed, latest } if latest.is_empty() => {
            words.tell(id::STORE_NO_SESSION_YET, &[("typed", typed.into())])
        }
        ResolveError::None { typed, latest } => {
            words.tell(id::STORE_NO_SUCH_SESSION, &[("typed", typed.into())]) + &list(latest)
        }
        ResolveError::Several { typed, candidates, count } => {
            let values = [("typed", typed.into()), ("count", (*count).into())];
            words.tell(id::STORE_SEVERAL_SESSIONS, &values) + &list(candidates)
        }
    }
}

fn bad_id(words: &Words, error: &BadSlug) -> String {
    let text = [("text", Value::from(&error.text))];
    match error.reason {
        SlugFault::Empty => words.say(id::STORE_ID_EMPTY),
        SlugFault::TooLong => words.tell(
            id::STORE_ID_TOO_LONG,
            &[("text", (&error.text).into()), ("most", LONGEST.into())],
        ),
        SlugFault::Characters => words.tell(id::STORE_ID_CHARACTERS, &text),
        SlugFault::Reserved => words.tell(id::STORE_ID_RESERVED, &text),
    }
}

fn device(words: &Words, error: &DeviceError) -> String {
    match error {
        DeviceError::NoFolder => words.say(id::STORE_DEVICE_NO_FOLDER),
        DeviceError::Disk(error) => {
            words.tell(id::STORE_DEVICE_DISK, &[("why", disk(words, error).into())])
        }
    }
}

fn contacts(words: &Words, error: &ContactsError) -> String {
    match error {
        ContactsError::Disk(error) => disk(words, error),
        ContactsError::Unreadable { path, line, column, detail } => {
            let what = not_ron(words, *column, detail);
            at(words, path, Some(*line as u64), &what)
        }
        ContactsError::Newer { path } => at(words, path, None, &words.say(id::STORE_LOG_NEWER)),
        ContactsError::Locked { path } => locked(words, path, None),
    }
}

fn not_ron(words: &Words, column: usize, detail: &str) -> String {
    words.tell(id::STORE_NOT_RON, &[("column", column.into()), ("said", detail.into())])
}

fn community(words: &Words, fault: &CommunityFault) -> String {
    match fault {
        CommunityFault::Text(fault) => fault_in(words, fault),
        CommunityFault::NoName => words.say(id::STORE_COMMUNITY_NO_NAME),
        CommunityFault::TurnSeconds { given } => words.tell(
            id::STORE_COMMUNITY_TURN_SECONDS,
            &[("given", (*given).into()), ("most", MOST_TURN_SECONDS.into())],
        ),
        CommunityFault::Spot { north, east } => {
            words.tell(id::STORE_COMMUNITY_SPOT, &[("north", north.into()), ("east", east.into())])
        }
    }
}

fn line_of(fault: &CommunityFault) -> Option<u64> {
    match fault {
        CommunityFault::Text(fault) => Some(fault.at().line as u64),
        CommunityFault::NoName
        | CommunityFault::TurnSeconds { .. }
        | CommunityFault::Spot { .. } => None,
    }
}

/// Something a check found, with its place.
#[must_use]
pub fn finding(words: &Words, finding: &Finding) -> String {
    let told = |message: Id| words.say(message);
    let other = |message: Id, path: &Path| words.tell(message, &[("other", shown(path))]);
    let what = match &finding.what {
        What::Disk(error) => return disk(words, error),
        What::Contacts(error) => return contacts(words, error),
        What::Log(error) => read_error(words, error),
        What::Community(fault) => community(words, fault),
        What::Torn { bytes_len: 0 } => told(id::CHECK_TORN_BRACKET),
        What::Torn { bytes_len } => words.tell(id::CHECK_TORN, &[("bytes", (*bytes_len).into())]),
        What::NotASession => told(id::STORE_NOT_A_SESSION),
        What::NotALedger => told(id::CHECK_NOT_A_LEDGER),
        What::OtherCommunity { inside, folder } => words.tell(
            id::CHECK_OTHER_COMMUNITY,
            &[("inside", inside.into()), ("folder", folder.into())],
        ),
        What::OtherDevice { inside } => {
            words.tell(id::CHECK_OTHER_DEVICE, &[("inside", inside.into())])
        }
        What::Diverged { other: path } => other(id::CHECK_DIVERGED, path),
        What::Copy { other: path } => other(id::CHECK_COPY, path),
        What::Rules(wrong) => mistake(words, wrong, &RULE_FIELDS),
        What::Procedure(wrong) => mistake(words, wrong, &PROCEDURE_FIELDS),
        What::Exclusions(wrong) => mistake(words, wrong, &EXCLUSION_FIELDS),
        What::NoCommunityFile => told(id::CHECK_NO_COMMUNITY_FILE),
        What::UnknownField(name) => words.tell(id::CHECK_UNKNOWN_FIELD, &[("name", name.into())]),
        What::LeftOver => told(id::CHECK_LEFT_OVER),
        What::SameNumber { number, known, call } => {
            let message = if *call { id::CHECK_SAME_CALL_NUMBER } else { id::CHECK_SAME_NUMBER };
            let (number, known) = (number.to_string(), known.to_string());
            words.tell(message, &[("number", number.into()), ("known", known.into())])
        }
        What::SetAside => told(id::CHECK_SET_ASIDE),
        What::NotOurs => told(id::CHECK_NOT_OURS),
        What::Nothing => told(id::CHECK_NOTHING),
    };
    at(words, &finding.path, finding.line, &what)
}

fn locked(words: &Words, path: &Path, holder: Option<&str>) -> String {
    match holder {
        Some(holder) => {
            words.tell(id::STORE_LOCKED_BY, &[("path", shown(path)), ("holder", holder.into())])
        }
        None => words.tell(id::STORE_LOCKED, &[("path", shown(path))]),
    }
}

/// What is wrong, after the file and the line it is in.
#[must_use]
pub fn at(words: &Words, path: &Path, line: Option<u64>, what: &str) -> String {
    match line {
        Some(line) => words.tell(
            id::STORE_AT_LINE,
            &[("path", shown(path)), ("line", line.into()), ("what", what.into())],
        ),
        None => words.tell(id::STORE_AT, &[("path", shown(path)), ("what", what.into())]),
    }
}

fn shown(path: &Path) -> Value<'static> {
    path.display().to_string().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::Lang;

    #[test]
    fn file_line_and_remedy_are_named() {
        let reason = Damage::Hash;
        let source = ReadError::Damaged { line: 7, offset: 300, reason };
        let error = LogError::Read { path: "/s/a.ron".into(), source };
        let zh = log(&Words::new(Lang::Zh), &error);
        assert!(zh.starts_with("/s/a.ron 第 7 行："), "{zh}");
        assert!(zh.contains("备份"), "{zh}");
        let en = log(&Words::new(Lang::En), &error);
        assert!(en.starts_with("/s/a.ron, line 7: "), "{en}");
        assert!(en.contains("backup"), "{en}");
    }

    #[test]
    fn the_system_is_translated() {
        for (kind, zh, en) in [
            (ErrorKind::PermissionDenied, "权限", "permission"),
            (ErrorKind::ReadOnlyFilesystem, "只读", "read-only"),
            (ErrorKind::StorageFull, "已满", "full"),
            (ErrorKind::NotADirectory, "不是文件夹", "not a folder"),
        ] {
            let error = DiskError::new(Op::Write, Path::new("/s/x"), kind.into());
            for (lang, part) in [(Lang::Zh, zh), (Lang::En, en)] {
                let told = disk(&Words::new(lang), &error);
                assert!(told.contains("/s/x") && told.contains(part), "{told}");
            }
        }
    }
}
