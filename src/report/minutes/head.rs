//! Title, time, place, and who was there.

use chrono::Datelike;

use super::{Page, bullet, clock};
use crate::domain::people::{Participant, Role};
use crate::domain::plan::planned_seconds;
use crate::domain::session::Phase;
use crate::phrase::{bracketed, comma_list, duration, role};
use crate::report::markup;
use crate::report::people::{by_role, recorders, speaker};
use crate::text::words::{Id, id};

impl Page<'_> {
    pub(super) fn head(&self, text: &mut String) {
        let setup = &self.session.setup;
        let title = markup::text(&setup.title);
        text.push_str("# ");
        text.push_str(&self.tell(id::MINUTES_TITLE, &[("title", title.into())]));
        text.push_str("\n\n");
        if let Some(warning) = self.not_over() {
            text.push_str("> ");
            text.push_str(&warning);
            text.push_str("\n\n");
        }
        let date = self.tell(
            id::REPORT_DAY,
            &[
                ("year", setup.on.year().to_string().into()),
                ("month", setup.on.month().into()),
                ("day", setup.on.day().into()),
            ],
        );
        self.field(text, id::REPORT_COMMUNITY, &markup::text(&setup.community_name));
        self.field(text, id::REPORT_DATE, &date);
        self.field(text, id::REPORT_TIME, &self.time());
        if let Some(place) = &setup.place {
            self.field(text, id::REPORT_PLACE, &markup::text(place));
        }
        let facilitator = match &setup.facilitator {
            Some(name) => markup::text(name),
            None => self.say(id::REPORT_NOT_RECORDED),
        };
        self.field(text, id::REPORT_FACILITATOR, &facilitator);
        let recorders: Vec<String> =
            recorders(self.meeting.lines()).iter().map(|name| markup::text(name)).collect();
        self.field(text, id::REPORT_RECORDER, &comma_list(self.words, &recorders));
    }

    pub(super) fn field(&self, text: &mut String, label: Id, value: &str) {
        let values = [("label", self.say(label).into()), ("value", value.into())];
        bullet(text, &self.tell(id::REPORT_FIELD, &values));
    }

    /// What to know about minutes that are not those of a whole meeting.
    fn not_over(&self) -> Option<String> {
        let until = self.now().map(clock).unwrap_or_default();
        match self.session.phase {
            Phase::Prepared => Some(self.say(id::MINUTES_PREPARED)),
            Phase::Running => Some(self.tell(id::MINUTES_RUNNING, &[("time", until.into())])),
            Phase::Paused => Some(self.tell(id::MINUTES_PAUSED, &[("time", until.into())])),
            Phase::Closed => None,
        }
    }

    fn time(&self) -> String {
        let (Some(opened), Some(now)) = (self.session.opened, self.now()) else {
            let planned = planned_seconds(self.session);
            if planned == 0 {
                return self.say(id::MINUTES_TIME_NONE);
            }
            let planned = duration(self.words, planned);
            return self.tell(id::MINUTES_TIME_PLANNED, &[("length", planned.into())]);
        };
        let length = duration(self.words, self.session.watch.read(now));
        let opened = ("opened", clock(opened).into());
        match self.session.closed {
            Some(closed) => self.tell(
                id::MINUTES_TIME_CLOSED,
                &[opened, ("closed", clock(closed).into()), ("length", length.into())],
            ),
            None => self.tell(id::MINUTES_TIME_OPEN, &[opened, ("length", length.into())]),
        }
    }

    /// Who signed in, by role; those who attend without a vote (列席) and observers (旁听) apart.
    pub(super) fn attendance(&self, text: &mut String) {
        self.heading(text, id::MINUTES_ATTENDANCE);
        let groups = by_role(self.session);
        if groups.is_empty() {
            text.push_str(&self.say(id::MINUTES_NOBODY));
            text.push('\n');
            return;
        }
        let count = |wanted: fn(&Role) -> bool| -> usize {
            groups.iter().filter(|(role, _)| wanted(role)).map(|(_, people)| people.len()).sum()
        };
        let values = [
            ("present", count(Role::votes).into()),
            ("nonvoting", count(|role| *role == Role::NonVoting).into()),
            ("observers", count(|role| *role == Role::Observer).into()),
        ];
        text.push_str(&self.tell(id::MINUTES_PRESENT, &values));
        text.push_str("\n\n");
        let heads = [id::REPORT_ROLE, id::REPORT_COUNT, id::REPORT_NAMES];
        text.push_str(&markup::head(&heads.map(|head| self.say(head))));
        for (of_role, people) in &groups {
            let names: Vec<String> = people.iter().map(|person| self.attendant(person)).collect();
            text.push_str(&markup::row(&[
                markup::text(&role(self.words, of_role)),
                people.len().to_string(),
                comma_list(self.words, &names),
            ]));
        }
    }

    /// A name, with when they came if that was late and when they left if they did.
    fn attendant(&self, person: &Participant) -> String {
        let name = markup::text(&speaker(self.session, person.id));
        let late = self.session.opened.filter(|opened| person.since > *opened);
        let mut times = Vec::new();
        if late.is_some() {
            times.push(self.tell(id::MINUTES_CAME, &[("time", clock(person.since).into())]));
        }
        if let Some(left) = person.left {
            times.push(self.tell(id::MINUTES_WENT, &[("time", clock(left).into())]));
        }
        if times.is_empty() {
            return name;
        }
        bracketed(self.words, &name, &comma_list(self.words, &times))
    }
}
