//! Title, time, place, and who was there.

use chrono::Datelike;

use super::{Cells, Page, Shape, Sheet, clock};
use crate::domain::expected::{Standing, attendance};
use crate::domain::ids::ExpectedId;
use crate::domain::people::{Participant, Role};
use crate::domain::plan::planned_seconds;
use crate::domain::session::Phase;
use crate::phrase::{bracketed, clock_time, comma_list, duration, role};
use crate::report::people::{by_role, recorders, speaker};
use crate::report::review::places::Thing;
use crate::text::words::id;

impl Page<'_> {
    pub(super) fn head(&self, sheet: &mut dyn Sheet) {
        let setup = &self.session.setup;
        let made = self.places.of(Thing::Setup).or(self.places.of(Thing::Record));
        let title = sheet.recorded(&setup.title);
        sheet.title(&self.tell(id::MINUTES_TITLE, &[("title", title.into())]));
        if let Some(warning) = self.not_over() {
            sheet.warning(&warning);
        }
        let date = self.tell(
            id::REPORT_DAY,
            &[
                ("year", setup.on.year().to_string().into()),
                ("month", setup.on.month().into()),
                ("day", setup.on.day().into()),
            ],
        );
        let community = sheet.recorded(&setup.community_name);
        sheet.field(self.words, id::REPORT_COMMUNITY, &community, made);
        sheet.field(self.words, id::REPORT_DATE, &date, made);
        let opened = self.places.of(Thing::Opened);
        sheet.field(self.words, id::REPORT_TIME, &self.time(), opened);
        if let Some(place) = &setup.place {
            let place = sheet.recorded(place);
            sheet.field(self.words, id::REPORT_PLACE, &place, made);
        }
        let facilitator = match &setup.facilitator {
            Some(name) => sheet.recorded(name),
            None => self.say(id::REPORT_NOT_RECORDED),
        };
        sheet.field(self.words, id::REPORT_FACILITATOR, &facilitator, made);
        self.procedure(sheet);
        self.floor_rules(sheet);
        let recorders: Vec<String> =
            recorders(self.meeting).iter().map(|name| sheet.recorded(name)).collect();
        let recorders = if recorders.is_empty() {
            self.say(id::REPORT_NOT_RECORDED)
        } else {
            comma_list(self.words, &recorders)
        };
        sheet.field(self.words, id::REPORT_RECORDER, &recorders, None);
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
            return self.planned_time();
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

    /// When a meeting that was not held yet is to begin, and how long it is planned to take.
    fn planned_time(&self) -> String {
        let seconds = planned_seconds(self.session);
        let length = || ("length", duration(self.words, seconds).into());
        let starts = self.session.setup.starts.map(|it| ("time", clock_time(it).into()));
        match (starts, seconds) {
            (None, 0) => self.say(id::MINUTES_TIME_NONE),
            (None, _) => self.tell(id::MINUTES_TIME_PLANNED, &[length()]),
            (Some(starts), 0) => self.tell(id::MINUTES_TIME_STARTS, &[starts]),
            (Some(starts), _) => self.tell(id::MINUTES_TIME_STARTS_PLANNED, &[starts, length()]),
        }
    }

    /// Who signed in, by role; those who attend without a vote (列席) and observers (旁听) apart.
    pub(super) fn attendance(&self, sheet: &mut dyn Sheet) {
        sheet.heading(&self.say(id::MINUTES_ATTENDANCE));
        let groups = by_role(self.session);
        if groups.is_empty() {
            sheet.sentence(&self.say(id::MINUTES_NOBODY));
            return self.expected(sheet);
        }
        let count = |wanted: fn(&Role) -> bool| -> usize {
            groups.iter().filter(|(role, _)| wanted(role)).map(|(_, people)| people.len()).sum()
        };
        let values = [
            ("present", count(Role::votes).into()),
            ("nonvoting", count(|role| *role == Role::NonVoting).into()),
            ("observers", count(|role| *role == Role::Observer).into()),
        ];
        sheet.sentence(&self.tell(id::MINUTES_PRESENT, &values));
        sheet.gap();
        let rows: Vec<Cells> = groups
            .iter()
            .map(|(of_role, people)| {
                let names: Vec<String> =
                    people.iter().map(|person| self.attendant(sheet, person)).collect();
                let first = people.first();
                let seq = first.and_then(|person| self.places.of(Thing::Person(person.id)));
                let role = sheet.recorded(&role(self.words, of_role));
                (seq, vec![role, people.len().to_string(), comma_list(self.words, &names)])
            })
            .collect();
        let heads = self.says(&[id::REPORT_ROLE, id::REPORT_COUNT, id::REPORT_NAMES]);
        sheet.table(Shape::Columns, &heads, &rows);
        self.expected(sheet);
    }

    /// Who was expected (应到) and did not come, and who was excused; before the meeting, all of them.
    fn expected(&self, sheet: &mut dyn Sheet) {
        let attendance = attendance(self.session);
        let name = |id: &ExpectedId| {
            let expected = self.session.expected(*id)?;
            let name = sheet.recorded(&expected.name);
            Some(match &expected.standing {
                Standing::Excused(why) => bracketed(self.words, &name, &sheet.recorded(why)),
                Standing::Expected | Standing::Dropped => name,
            })
        };
        let names = |ids: &[ExpectedId]| -> Vec<String> { ids.iter().filter_map(name).collect() };
        let (missing, excused) = (names(&attendance.missing), names(&attendance.excused));
        if attendance.expected() == 0 && excused.is_empty() {
            return;
        }
        let values =
            [("expected", attendance.expected().into()), ("came", attendance.came.len().into())];
        sheet.gap();
        sheet.sentence(&self.tell(id::MINUTES_EXPECTED, &values));
        sheet.gap();
        let label = match self.session.phase {
            Phase::Prepared => id::MINUTES_EXPECTED_NAMES,
            Phase::Running | Phase::Paused => id::MINUTES_MISSING,
            Phase::Closed => id::MINUTES_ABSENT,
        };
        let first = |ids: &[ExpectedId], thing: fn(ExpectedId) -> Thing| {
            ids.first().and_then(|id| self.places.of(thing(*id)))
        };
        let missed = first(&attendance.missing, Thing::Expected);
        let unexpected = first(&attendance.excused, Thing::Unexpected);
        for (label, names, seq) in
            [(label, missing, missed), (id::MINUTES_EXCUSED, excused, unexpected)]
        {
            if !names.is_empty() {
                sheet.field(self.words, label, &comma_list(self.words, &names), seq);
            }
        }
    }

    /// A name, with when they came if that was late and when they left if they did.
    fn attendant(&self, sheet: &dyn Sheet, person: &Participant) -> String {
        let name = sheet.recorded(&speaker(self.session, person.id));
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
