//! `yishi people`: who a community knows, and importing them from a spreadsheet.

use std::path::Path;

use super::Done;
use super::args;
use super::failure::Failure;
use super::list;
use super::output::{print, tell};
use super::people_file::{FileFault, Row, RowFault, Rows, read};
use super::progress::with_bar;
use super::setting::Setting;
use crate::domain::MOST_CHARS;
use crate::store::contacts;
use crate::store::disk::Disk as _;
use crate::store::ledgers::NewPerson;
use crate::store::library::StoreError;
use crate::store::os_disk::OsDisk;
use crate::store::progress::Progress;
use crate::store::slug::Slug;
use crate::text::encoding::Encoding;
use crate::text::width::clean;
use crate::text::words::{Words, id};

/// Runs the command.
pub fn run(setting: &Setting, args: &args::People) -> Result<Done, Failure> {
    let community = setting.store.find_community(&args.community)?;
    match &args.import {
        None => list::people(setting, &community),
        Some(file) => import(setting, &community, file),
    }
}

fn import(setting: &Setting, community: &Slug, file: &Path) -> Result<Done, Failure> {
    let import = |progress: &Progress| take_in(setting, community, file, progress);
    let imported = with_bar(&setting.words, id::PROGRESS_IMPORTING, import)?;
    for row in &imported.refused {
        tell(row);
    }
    print(format!("{}\n", imported.summary).as_bytes())?;
    Ok(if imported.refused.is_empty() { Done::Well } else { Done::InPart })
}

/// What became of a file of people, in words.
pub struct Imported {
    /// How many were taken in, corrected, refused.
    pub summary: String,
    /// Each row that was refused: where and why.
    pub refused: Vec<String>,
}

/// Takes people in from a file, as one step: those that can be read, or, when the file as a whole
/// cannot, nobody.
pub fn take_in(
    setting: &Setting,
    community: &Slug,
    file: &Path,
    progress: &Progress,
) -> Result<Imported, Failure> {
    let words = &setting.words;
    let shown = file.display().to_string();
    let bytes = OsDisk.read(file)?;
    progress.go_on().map_err(StoreError::from)?;
    let rows = read(&bytes).map_err(|fault| {
        Failure::Told(match fault {
            FileFault::NotText { line } => {
                words.tell(id::FILE_NOT_TEXT, &[("file", (&shown).into()), ("line", line.into())])
            }
            FileFault::NoNameColumn => {
                words.tell(id::PEOPLE_NO_NAME_COLUMN, &[("file", (&shown).into())])
            }
        })
    })?;
    let people: Vec<NewPerson> = rows.good.iter().map(|row| row.person.clone()).collect();
    let by = setting.by(None)?;
    let now = setting.now();
    let entered = setting.store.enter_people(community, &people, now, &by, progress)?;
    let kept = keep_contacts(setting, community, &rows.good, &entered.keys)?;
    let values = [
        ("new", entered.new.into()),
        ("corrected", entered.corrected.into()),
        ("phones", kept.phones.into()),
        ("refused", rows.bad.len().into()),
    ];
    let mut summary = words.tell(id::PEOPLE_IMPORTED, &values);
    if kept.homes > 0 {
        summary.push_str(&words.tell(id::PEOPLE_HOMES_IMPORTED, &[("count", kept.homes.into())]));
    }
    if let Some(assumed) = assumed(words, rows.encoding) {
        summary.push_str(&assumed);
    }
    Ok(Imported { summary, refused: bad_rows(setting, &shown, &rows) })
}

/// What is to be said of how a file was written, where that was found out.
pub fn assumed(words: &Words, encoding: Encoding) -> Option<String> {
    let values = [("encoding", encoding.name().into())];
    (encoding != Encoding::Utf8).then(|| words.tell(id::FILE_READ_AS, &values))
}

fn bad_rows(setting: &Setting, file: &str, rows: &Rows) -> Vec<String> {
    let words = &setting.words;
    let told = rows.bad.iter().map(|bad| {
        let why = match bad.fault {
            RowFault::NoName => words.say(id::PEOPLE_NO_NAME),
            RowFault::TooLong => {
                words.tell(id::PEOPLE_CELL_TOO_LONG, &[("most", MOST_CHARS.into())])
            }
            RowFault::NotCsv => words.say(id::PEOPLE_NOT_CSV),
            RowFault::NotASpot => words.say(id::PEOPLE_NOT_A_SPOT),
        };
        let values = [("file", file.into()), ("line", bad.line.into()), ("why", why.into())];
        clean(&words.tell(id::PEOPLE_BAD_ROW, &values)).into_owned()
    });
    told.collect()
}

/// How many phone numbers and homes are new or changed.
#[derive(Default)]
struct KeptContacts {
    phones: usize,
    homes: usize,
}

/// Keeps phone numbers and homes, apart from the record.
fn keep_contacts(
    setting: &Setting,
    community: &Slug,
    rows: &[Row],
    keys: &[String],
) -> Result<KeptContacts, Failure> {
    let told = |row: &&Row| row.phone.is_some() || row.home.is_some();
    let mut kept = KeptContacts::default();
    if !rows.iter().any(|row| told(&row)) {
        return Ok(kept);
    }
    let path = setting.store.layout().contacts_file(community);
    contacts::change(setting.store.disk().as_ref(), &path, |contacts| {
        for (key, row) in keys.iter().zip(rows) {
            if let Some(phone) = &row.phone {
                let before = contacts.phones.insert(key.clone(), phone.clone());
                kept.phones += usize::from(before.as_ref() != Some(phone));
            }
            if let Some(home) = row.home {
                let before = contacts.homes.insert(key.clone(), home);
                kept.homes += usize::from(before != Some(home));
            }
        }
    })
    .map_err(StoreError::from)?;
    Ok(kept)
}
