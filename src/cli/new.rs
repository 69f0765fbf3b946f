//! `yishi new`: a community, or a session of one.

use std::io::IsTerminal as _;
use std::path::Path;

use super::Done;
use super::args;
use super::beginning::{self, Asked};
use super::failure::Failure;
use super::output::{print_line, remark};
use super::setting::Setting;
use crate::domain::item::PlannedItem;
use crate::domain::planned_item;
use crate::grammar::agenda::items;
use crate::phrase;
use crate::store::community::Community;
use crate::store::disk::Disk as _;
use crate::store::library::NewSession;
use crate::store::os_disk::OsDisk;
use crate::store::slug::Slug;
use crate::text::clock::parse_time;
use crate::text::dates::parse_date;
use crate::text::words::id;

/// `yishi new community`
pub fn community(setting: &Setting, args: &args::NewCommunity) -> Result<Done, Failure> {
    let name = title(setting, &args.name)?;
    let slug = match &args.id {
        Some(given) => Slug::parse(given).map_err(crate::store::library::StoreError::from)?,
        None => Slug::of(&name, "community"),
    };
    let community = Community::new(&name, args.region.as_deref());
    setting.store.create_community(
        &slug,
        &community,
        &setting.words.say(id::STORE_COMMUNITY_HEADING),
    )?;
    setting.store.begin_ledger(&slug, setting.now(), &setting.by(None)?)?;
    print_line(slug.as_str())?;
    advise(setting, id::CLI_COMMUNITY_MADE, slug.as_str());
    Ok(Done::Well)
}

/// `yishi new session`
pub fn session(setting: &Setting, args: &args::NewSession) -> Result<Done, Failure> {
    let community = setting.store.find_community(&args.community)?;
    let on = match &args.on {
        None => setting.today(),
        Some(text) => parse_date(text, setting.today()).map_err(|_| {
            Failure::Told(setting.words.tell(id::CLI_NOT_A_DATE, &[("text", text.into())]))
        })?,
    };
    let starts = match &args.starts {
        None => None,
        Some(text) => Some(parse_time(text).ok().flatten().ok_or_else(|| {
            Failure::Told(setting.words.tell(id::CLI_NOT_A_TIME, &[("text", text.into())]))
        })?),
    };
    let agenda = match &args.agenda {
        Some(file) => agenda(setting, file)?,
        None => Vec::new(),
    };
    let some = |text: &Option<String>| {
        text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let new = NewSession {
        title: title(setting, &args.title)?,
        on,
        starts,
        place: some(&args.place),
        facilitator: some(&args.facilitator),
        recorder: some(&args.recorder),
        agenda,
    };
    let asked = Asked {
        rules: args.rules.as_deref(),
        procedure: args.procedure.as_deref(),
        topics: &args.topic,
        despite: args.despite.as_deref(),
    };
    let created = beginning::create(setting, &community, new, &asked)?;
    print_line(&created.name.to_string())?;
    advise(setting, id::CLI_SESSION_MADE, &created.name.to_string());
    Ok(Done::Well)
}

/// Tells a person at a terminal what to do next; a script gets the bare name.
fn advise(setting: &Setting, message: crate::text::words::Id, name: &str) {
    if std::io::stdout().is_terminal() {
        remark(&setting.words.tell(message, &[("name", name.into())]));
    }
}

/// A name or title that a record can take.
fn title(setting: &Setting, given: &str) -> Result<String, Failure> {
    let item = PlannedItem { title: given.to_owned(), minutes: None };
    planned_item(&item, 0)
        .map(|item| item.title)
        .map_err(|refusal| Failure::Told(phrase::refusal_of_text(&setting.words, &refusal)))
}

/// Reads an agenda: an item a line, optionally `| minutes`.
fn agenda(setting: &Setting, file: &Path) -> Result<Vec<PlannedItem>, Failure> {
    let bytes = OsDisk.read(file)?;
    let wrong = |line: usize, why: String| {
        let values = [
            ("file", file.display().to_string().into()),
            ("line", line.into()),
            ("why", why.into()),
        ];
        Failure::Told(setting.words.tell(id::CLI_AGENDA_LINE, &values))
    };
    let text = std::str::from_utf8(&bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count();
        wrong(line, setting.words.say(id::NOT_UTF8))
    })?;
    items(text, 0)
        .map_err(|fault| wrong(fault.line, phrase::refusal_of_text(&setting.words, &fault.why)))
}
