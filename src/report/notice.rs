//! The notice of a meeting (会议通知): theme, time, place, participants, timed agenda, papers, contact.
//!
//! It goes to those who are invited, so it has names and nothing else of them: no phone, no home.

use super::markup;
use crate::domain::expected::{Expected, Standing};
use crate::domain::people::Role;
use crate::domain::rehearsal::{Rehearsal, rehearse};
use crate::domain::session::Session;
use crate::domain::topic::TopicLink;
use crate::phrase::{clock_time, comma_list, role};
use crate::text::dates::long_date;
use crate::text::words::{Id, Value, Words, id};

/// The notice as a Markdown document, in the name of the community. `contact` is whom to ask;
/// `on` the day it is given.
#[must_use]
pub fn markdown(
    words: &Words,
    session: &Session,
    contact: Option<&str>,
    on: chrono::NaiveDate,
) -> String {
    let mut page = Page { words, session, rehearsal: rehearse(session), text: String::new() };
    page.head();
    page.time_and_place();
    page.participants();
    page.agenda();
    page.papers();
    page.foot(contact, on);
    page.text
}

struct Page<'a> {
    words: &'a Words,
    session: &'a Session,
    rehearsal: Rehearsal,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn section(&mut self, heading: Id) {
        let heading = self.words.say(heading);
        self.line(&format!("\n## {heading}\n"));
    }

    fn tell(&self, id: Id, values: &[(&'static str, Value<'_>)]) -> String {
        self.words.tell(id, values)
    }

    fn day(&self) -> String {
        long_date(self.session.setup.on, self.words.lang())
    }

    fn head(&mut self) {
        let setup = &self.session.setup;
        let title = || markup::inline(&setup.title);
        let heading = self.tell(id::NOTICE_HEADING, &[("title", title().into())]);
        let opening = self.tell(
            id::NOTICE_OPENING,
            &[
                ("community", markup::text(&setup.community_name).into()),
                ("date", self.day().into()),
                ("title", title().into()),
            ],
        );
        let to = self.words.say(id::NOTICE_TO);
        self.line(&format!("# {heading}\n\n{to}\n\n{opening}"));
    }

    fn time_and_place(&mut self) {
        let setup = &self.session.setup;
        let day = self.day();
        let planned = self.rehearsal.ends().filter(|_| self.rehearsal.total > 0);
        let ends = self.session.ends.or(planned);
        let when = match (setup.starts, ends) {
            (Some(from), Some(to)) => self.tell(
                id::NOTICE_WHEN,
                &[
                    ("date", day.into()),
                    ("from", clock_time(from).into()),
                    ("to", clock_time(to).into()),
                ],
            ),
            (Some(from), None) => self.tell(
                id::NOTICE_WHEN_STARTS,
                &[("date", day.into()), ("from", clock_time(from).into())],
            ),
            (None, _) => self.tell(id::NOTICE_WHEN_DAY, &[("date", day.into())]),
        };
        let place = setup.place.as_deref().map(markup::text);
        let place = place.unwrap_or_else(|| self.words.say(id::NOTICE_WHERE_UNSET));
        self.section(id::NOTICE_SECTION_WHEN);
        self.line(&when);
        self.section(id::NOTICE_SECTION_WHERE);
        self.line(&place);
    }

    fn participants(&mut self) {
        self.section(id::NOTICE_SECTION_WHO);
        let setup = &self.session.setup;
        let leads = [
            (id::NOTICE_WHO_FACILITATOR, setup.facilitator.as_deref()),
            (id::NOTICE_WHO_RECORDER, setup.recorder.as_deref()),
        ];
        let mut rows: Vec<String> = leads
            .into_iter()
            .filter_map(|(message, name)| {
                let name = markup::text(name?);
                Some(self.tell(message, &[("name", name.into())]))
            })
            .collect();
        rows.extend(by_capacity(self.session).into_iter().map(|(capacity, names)| {
            let names: Vec<String> = names.iter().map(|name| markup::text(name)).collect();
            let values = [
                ("role", markup::text(&role(self.words, capacity)).into()),
                ("names", comma_list(self.words, &names).into()),
            ];
            self.tell(id::NOTICE_WHO_ROW, &values)
        }));
        if rows.is_empty() {
            rows.push(self.words.say(id::NOTICE_WHO_NONE));
        }
        for row in rows {
            self.line(&format!("- {row}"));
        }
    }

    fn agenda(&mut self) {
        self.section(id::NOTICE_SECTION_AGENDA);
        if self.rehearsal.slots.is_empty() {
            let none = self.words.say(id::NOTICE_AGENDA_NONE);
            return self.line(&none);
        }
        let timed = self.rehearsal.starts.is_some();
        let mut heads = Vec::new();
        if timed {
            heads.push(self.words.say(id::NOTICE_COLUMN_TIME));
        }
        heads.extend(
            [id::NOTICE_COLUMN_ITEM, id::NOTICE_COLUMN_MINUTES].map(|id| self.words.say(id)),
        );
        let linked = self.session.agenda().any(|item| item.topic.is_some());
        heads.extend(linked.then(|| self.words.say(id::NOTICE_COLUMN_TOPIC)));
        let mut table = markup::head(&heads);
        for slot in &self.rehearsal.slots {
            let Some(item) = self.session.item(slot.item) else { continue };
            let mut cells = Vec::new();
            if timed {
                let until = slot.minutes.map(|minutes| slot.from.saturating_add(minutes));
                let clock = |minutes| self.rehearsal.clock(minutes).map(clock_time);
                let from = clock(slot.from).unwrap_or_default();
                cells.push(match until.and_then(clock) {
                    Some(until) => format!("{from}-{until}"),
                    None => from,
                });
            }
            cells.push(markup::text(&item.title));
            cells.push(slot.minutes.map_or_else(String::new, |minutes| {
                self.tell(id::NOTICE_MINUTES, &[("minutes", minutes.into())])
            }));
            if linked {
                cells.push(item.topic.as_deref().map(|link| self.topic(link)).unwrap_or_default());
            }
            table.push_str(&markup::row(&cells));
        }
        self.text.push_str(&table);
    }

    /// `12号：王小明、李强`
    fn topic(&self, link: &TopicLink) -> String {
        let case = ("case", link.topic.to_string().into());
        if link.proposers.is_empty() {
            return self.tell(id::NOTICE_TOPIC_ALONE, &[case]);
        }
        let names: Vec<String> = link.proposers.iter().map(|name| markup::text(name)).collect();
        self.tell(id::NOTICE_TOPIC, &[case, ("names", comma_list(self.words, &names).into())])
    }

    fn papers(&mut self) {
        self.section(id::NOTICE_SECTION_PAPERS);
        if self.session.papers.is_empty() {
            let none = self.words.say(id::NOTICE_PAPERS_NONE);
            return self.line(&none);
        }
        let session = self.session;
        for (at, paper) in session.papers.iter().enumerate() {
            self.line(&format!("{}. {}", at + 1, markup::text(paper)));
        }
    }

    fn foot(&mut self, contact: Option<&str>, on: chrono::NaiveDate) {
        self.section(id::NOTICE_SECTION_CONTACT);
        let contact = contact.map(str::trim).filter(|contact| !contact.is_empty());
        let contact = contact.map(markup::text);
        let contact = contact.unwrap_or_else(|| self.words.say(id::NOTICE_CONTACT_NONE));
        let please = self.words.say(id::NOTICE_PLEASE);
        let from = markup::text(&self.session.setup.community_name);
        let values = [
            ("year", on.format("%Y").to_string().into()),
            ("month", chrono::Datelike::month(&on).into()),
            ("day", chrono::Datelike::day(&on).into()),
        ];
        let day = self.tell(id::REPORT_DAY, &values);
        self.line(&format!("{contact}\n\n{please}\n\n{from}  \n{day}"));
    }
}

/// Who is expected, by capacity in the usual order; those excused are not invited. Two of one name
/// are told apart by their unit.
fn by_capacity(session: &Session) -> Vec<(&Role, Vec<String>)> {
    let invited: Vec<&Expected> = session
        .expected
        .iter()
        .map(AsRef::as_ref)
        .filter(|expected| expected.standing == Standing::Expected)
        .collect();
    let mut groups: Vec<(&Role, Vec<String>)> = Vec::new();
    for person in &invited {
        let twice = invited.iter().filter(|other| other.name == person.name).count() > 1;
        let name = match &person.household {
            Some(household) if twice => format!("{}({household})", person.name),
            _ => person.name.clone(),
        };
        match groups.iter_mut().find(|(capacity, _)| **capacity == person.role) {
            Some((_, names)) => names.push(name),
            None => groups.push((&person.role, vec![name])),
        }
    }
    let rank = |role: &Role| Role::NAMED.iter().position(|it| it == role).unwrap_or(usize::MAX);
    groups.sort_by_key(|(role, _)| rank(role));
    groups
}
