//! The counters, by tables worked out by hand from the definitions in `docs/figures.md`, and what
//! always holds of them.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::sync::Arc;

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::prelude::*;
use yishi::domain::action::ActionState;
use yishi::domain::digest::{ActionDigest, Attendee, Course, Digest, ItemDigest};
use yishi::domain::event::FORMAT;
use yishi::domain::figures::{
    FigureId, Figures, Period, Records, SessionFacts, Span, Whole, count, percent, tenths,
};
use yishi::domain::ids::ActionId;
use yishi::domain::item::Outcome;
use yishi::domain::ledger::{Ledger, LedgerEvent};
use yishi::domain::people::Role;
use yishi::domain::record::{Line, Moment};
use yishi::domain::session::Phase;
use yishi::domain::station::{CallOut, CalledMember, Near};
use yishi::domain::survey::{Outing, OutingKind};
use yishi::domain::topic::{
    CaseNo, Class, Decision, Level, Proposer, ResultClass, Satisfaction, Slip, Source,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> Moment {
    format!("{text}:00+08:00").parse().unwrap()
}

fn no(number: u32) -> CaseNo {
    CaseNo::plain(number)
}

/// One device's ledger.
struct Book {
    device: &'static str,
    lines: Vec<Line<LedgerEvent>>,
}

impl Book {
    fn new(device: &'static str) -> Self {
        let mut book = Self { device, lines: Vec::new() };
        let created = LedgerEvent::Created {
            format: FORMAT,
            device: device.to_owned(),
            community: "jinyuan".to_owned(),
        };
        book.add("2025-01-01T08:00", created);
        book
    }

    fn add(&mut self, when: &str, event: LedgerEvent) -> &mut Self {
        let seq = self.lines.len() as u64;
        self.lines.push(Line { seq, at: at(when), by: "李敏".to_owned(), events: vec![event] });
        self
    }

    fn raise(&mut self, number: u32, on: &str, class: Option<Class>, who: &[&str]) -> &mut Self {
        let proposer = |name: &&str| Proposer { name: (*name).to_owned(), key: None };
        let slip = Slip { class, ..Slip::new(format!("议题{number}"), day(on), Source::Slip) };
        let proposers = who.iter().map(proposer).collect();
        self.add(
            &format!("{on}T09:00"),
            LedgerEvent::TopicRaised { topic: no(number), slip, proposers },
        )
    }

    fn screen(&mut self, number: u32, when: &str, accepted: bool) -> &mut Self {
        let decision = if accepted {
            Decision::Accepted { level: Level::Community }
        } else {
            Decision::Excluded { ground: "诉讼中".to_owned(), redirect: "法院".to_owned() }
        };
        self.add(when, LedgerEvent::TopicScreened { topic: no(number), decision, approver: None })
    }

    fn assign(&mut self, number: u32, when: &str, unit: &str, due: Option<&str>) -> &mut Self {
        let (topic, unit, due) = (no(number), unit.to_owned(), due.map(day));
        self.add(when, LedgerEvent::TopicAssigned { topic, unit, with: Vec::new(), due })
    }

    fn result(&mut self, number: u32, when: &str, class: ResultClass) -> &mut Self {
        self.add(when, LedgerEvent::TopicResulted { topic: no(number), class, note: None })
    }

    fn rate(&mut self, number: u32, when: &str, name: &str, result: Satisfaction) -> &mut Self {
        let (topic, name, handling) = (no(number), name.to_owned(), Satisfaction::Satisfied);
        self.add(when, LedgerEvent::TopicRated { topic, name, handling, result, note: None })
    }
}

fn ledger(books: &[&Book]) -> Ledger {
    Ledger::of(books.iter().map(|book| (book.device, book.lines.as_slice())))
}

fn session(on: &str, opened: bool) -> Digest {
    Digest {
        title: "协商会".to_owned(),
        device: "one-1".to_owned(),
        on: day(on),
        place: None,
        facilitator: None,
        phase: if opened { Phase::Closed } else { Phase::Prepared },
        opened: opened.then(|| at(&format!("{on}T19:00"))),
        closed: None,
        latest: None,
        items: Vec::new(),
        attended: Vec::new(),
        opinions: 0,
        resolutions: 0,
        actions: Vec::new(),
    }
}

fn item(topic: u32, course: Course) -> ItemDigest {
    ItemDigest { title: "一项".to_owned(), course, topic: Some(no(topic)) }
}

fn figures(ledger: &Ledger, sessions: &[(&str, Digest)], from: &str, to: &str) -> Figures {
    let sessions =
        sessions.iter().map(|(id, digest)| SessionFacts { id: Arc::from(*id), digest }).collect();
    let records = Records { community: Arc::from("jinyuan"), ledger, sessions };
    count(&records, Period { from: day(from), to: day(to) }, day("2026-11-25"))
}

/// The figure called so.
fn of_code(code: &str) -> FigureId {
    *FigureId::ALL.iter().find(|id| id.code() == code).unwrap()
}

/// A figure as it is written: `2/3`, or `2`.
fn told(figures: &Figures, code: &str) -> String {
    let figure = figures.get(of_code(code)).unwrap();
    match figure.denominator {
        Some(whole) => format!("{}/{whole}", figure.numerator),
        None => figure.numerator.to_string(),
    }
}

#[track_caller]
fn are(figures: &Figures, expected: &[(&str, &str)]) {
    for (code, fraction) in expected {
        assert_eq!(told(figures, code), *fraction, "{code}");
    }
}

fn behind(figures: &Figures, code: &str) -> Vec<(String, u32, u32)> {
    let figure = figures.get(of_code(code)).unwrap();
    figure.cases.iter().map(|case| (case.to_string(), case.counted, case.of)).collect()
}

#[test]
fn topics_count_once_by_class() {
    let mut book = Book::new("one-1");
    book.raise(1, "2026-01-05", Some(Class::Livelihood), &["甲"])
        .raise(2, "2026-02-05", Some(Class::Neighbours), &["乙"])
        .raise(3, "2026-02-06", Some(Class::Petition), &["丙"])
        .raise(4, "2026-02-07", Some(Class::Rights), &["丁"])
        .raise(5, "2026-03-01", Some(Class::Governance), &["戊"])
        .raise(6, "2026-03-02", None, &["己"])
        // 7 is part of 2; 8 was taken back; 9 is of another year.
        .raise(7, "2026-03-03", Some(Class::Neighbours), &["庚"])
        .raise(8, "2026-03-04", Some(Class::Livelihood), &["辛"])
        .raise(9, "2025-12-31", Some(Class::Livelihood), &["壬"])
        .add("2026-03-05T10:00", LedgerEvent::TopicsMerged { into: no(2), topics: vec![no(7)] })
        .add("2026-03-05T11:00", LedgerEvent::TopicWithdrawn { topic: no(8), why: "误报".into() });
    let ledger = ledger(&[&book]);
    let year = figures(&ledger, &[], "2026-01-01", "2026-11-25");
    are(
        &year,
        &[
            ("topics.raised", "6/8"),
            ("topics.livelihood", "1/6"),
            ("topics.vexing", "3/6"),
            ("topics.neighbours", "1/6"),
            ("topics.petition", "1/6"),
            ("topics.rights", "1/6"),
            ("topics.governance", "1/6"),
            ("topics.unclassified", "1/6"),
        ],
    );
    assert_eq!(behind(&year, "topics.neighbours").len(), 6, "every case of the whole is there");
    let counted: Vec<String> = behind(&year, "topics.vexing")
        .into_iter()
        .filter(|(_, counted, _)| *counted == 1)
        .map(|(case, ..)| case)
        .collect();
    assert_eq!(counted, ["jinyuan/2", "jinyuan/3", "jinyuan/4"]);
    // The days at both ends count, those outside do not.
    are(&figures(&ledger, &[], "2025-12-31", "2026-01-05"), &[("topics.raised", "2/2")]);
    are(&figures(&ledger, &[], "2026-01-01", "2026-01-04"), &[("topics.raised", "0/0")]);
    are(&figures(&ledger, &[], "2026-01-06", "2026-02-05"), &[("topics.raised", "1/1")]);
}

#[test]
fn screening_counts_on_the_day_of_the_latest_decision() {
    let mut book = Book::new("one-1");
    book.raise(1, "2026-01-05", None, &["甲"])
        .raise(2, "2026-01-06", None, &["乙"])
        .raise(3, "2026-01-07", None, &["丙"])
        .screen(1, "2026-01-10T09:00", true)
        .screen(2, "2026-01-31T23:59", false)
        // Excluded first, then accepted in February.
        .screen(3, "2026-01-12T09:00", false)
        .screen(3, "2026-02-01T00:00", true);
    let ledger = ledger(&[&book]);
    let january = figures(&ledger, &[], "2026-01-01", "2026-01-31");
    are(&january, &[("screening.accepted", "1/2"), ("screening.excluded", "1/2")]);
    let both = figures(&ledger, &[], "2026-01-01", "2026-02-28");
    are(&both, &[("screening.accepted", "2/3"), ("screening.excluded", "1/3")]);
}

#[test]
fn meetings_are_neither_topics_nor_people() {
    let mut book = Book::new("one-1");
    book.raise(1, "2026-01-05", None, &["甲"])
        .raise(2, "2026-01-06", None, &["乙"])
        .raise(3, "2026-01-07", None, &["丙"])
        .raise(4, "2026-01-07", None, &["丁"])
        .add("2026-01-20T10:00", LedgerEvent::TopicsMerged { into: no(1), topics: vec![no(4)] })
        .add(
            "2026-01-02T10:00",
            LedgerEvent::PersonEntered {
                key: "wang".to_owned(),
                name: "王小明".to_owned(),
                role: Role::Resident,
                household: Some("5栋".to_owned()),
                sector: None,
                grid: None,
            },
        );
    let known = |key: &str| Attendee::Known(key.to_owned());
    let named =
        |name: &str, unit: Option<&str>| Attendee::Named(name.to_owned(), unit.map(str::to_owned));
    let mut first = session("2026-02-10", true);
    // Topic 1 twice: carried over, and dealt with as the topic that was merged into it.
    first.items = vec![
        item(1, Course::Ended(Outcome::CarriedOver)),
        item(4, Course::Ended(Outcome::NotAgreed)),
        item(2, Course::Ended(Outcome::CarriedOver)),
    ];
    first.attended = vec![known("wang"), named("陈桂花", None), named("陈桂花", Some("3栋"))];
    first.opinions = 7;
    let mut second = session("2026-02-24", true);
    second.items = vec![item(1, Course::Ended(Outcome::Agreed)), item(3, Course::Waiting)];
    // The same Wang without his key, the same Chen of 3栋, somebody new.
    second.attended =
        vec![named("王小明", Some("5栋")), named("陈桂花", Some("3栋")), named("李强", None)];
    second.opinions = 5;
    let third = session("2026-02-28", false);
    let sessions = [("2026-02-10-a", first), ("2026-02-24-b", second), ("2026-02-28-c", third)];
    let ledger = ledger(&[&book]);
    let all = figures(&ledger, &sessions, "2026-02-01", "2026-02-28");
    are(
        &all,
        &[
            ("sessions.held", "2/3"),
            ("topics.consulted", "1/3"),
            ("people.person_times", "6"),
            ("people.persons", "4/6"),
            ("opinions.given", "12"),
        ],
    );
    assert_eq!(
        behind(&all, "people.persons"),
        [("jinyuan/2026-02-10-a".to_owned(), 3, 3), ("jinyuan/2026-02-24-b".to_owned(), 1, 3)]
    );
    let consulted = behind(&all, "topics.consulted");
    assert_eq!(consulted.first(), Some(&("jinyuan/1".to_owned(), 1, 1)));
    let later = figures(&ledger, &sessions, "2026-02-11", "2026-02-28");
    are(
        &later,
        &[("sessions.held", "1/2"), ("people.persons", "3/3"), ("topics.consulted", "1/2")],
    );
}

#[test]
fn outings_and_calls() {
    let mut book = Book::new("one-1");
    let outing = |kind, on: &str, count| {
        let (on, place) = (day(on), "3栋".to_owned());
        LedgerEvent::OutingMade(Outing {
            kind,
            on,
            place,
            topic: None,
            count,
            by: Vec::new(),
            note: None,
        })
    };
    let member = |key: &str, community: Option<&str>| CalledMember {
        key: key.to_owned(),
        community: community.map(str::to_owned),
        name: key.to_owned(),
        near: Near::SameGrid,
    };
    let call = |members: Vec<CalledMember>| CallOut {
        reason: "水管爆裂".to_owned(),
        topic: None,
        place: None,
        grid: None,
        urgent: true,
        members,
    };
    let came = |number, member: &str| LedgerEvent::ReportedIn {
        call: no(number),
        member: member.to_owned(),
    };
    book.add("2026-03-01T10:00", outing(OutingKind::Visit, "2026-02-28", 12))
        .add("2026-03-01T11:00", outing(OutingKind::Visit, "2026-02-28", 3))
        .add("2026-03-01T12:00", outing(OutingKind::Briefing, "2026-02-27", 40))
        .add("2026-03-01T13:00", outing(OutingKind::Visit, "2026-03-01", 9))
        .add(
            "2026-02-20T10:00",
            LedgerEvent::CalledOut {
                call: no(1),
                out: call(vec![member("a", None), member("b", None), member("a", Some("maple"))]),
            },
        )
        .add("2026-02-20T10:20", came(1, "a"))
        .add("2026-02-20T10:30", came(1, "maple/a"))
        .add("2026-03-01T00:00", came(1, "b"))
        .add(
            "2026-02-21T10:00",
            LedgerEvent::CalledOut { call: no(2), out: call(vec![member("c", None)]) },
        );
    let ledger = ledger(&[&book]);
    let february = figures(&ledger, &[], "2026-02-01", "2026-02-28");
    are(
        &february,
        &[
            ("outings.visits", "2"),
            ("outings.households", "15"),
            ("outings.briefings", "1"),
            ("outings.reached", "40"),
            ("calls.out", "2"),
            ("calls.answered", "1/2"),
            // The third came in March.
            ("calls.reported_in", "2/4"),
        ],
    );
    let visits: Vec<String> =
        behind(&february, "outings.visits").into_iter().map(|it| it.0).collect();
    assert_eq!(visits, ["jinyuan/visit-2026-02-28-1", "jinyuan/visit-2026-02-28-2"]);
    are(
        &figures(&ledger, &[], "2026-02-01", "2026-03-31"),
        &[("calls.reported_in", "3/4"), ("outings.households", "24")],
    );
}

/// Four topics with results; 2 was dissatisfied first and solved later.
fn handled() -> Book {
    let mut book = Book::new("one-1");
    book.raise(1, "2026-01-05", Some(Class::Neighbours), &["甲", "乙"])
        .raise(2, "2026-01-06", Some(Class::Neighbours), &["丙"])
        .raise(3, "2026-01-07", Some(Class::Governance), &["丁"])
        .raise(4, "2025-12-20", Some(Class::Livelihood), &["戊"])
        .assign(1, "2026-01-10T09:00", "物业", Some("2026-02-10"))
        .assign(2, "2026-01-10T09:00", "物业", Some("2026-02-10"))
        .assign(3, "2026-01-10T09:00", "街道", Some("2026-03-01"))
        .assign(4, "2025-12-22T09:00", "街道", None)
        // On its last day: in time.
        .result(1, "2026-02-10T23:59", ResultClass::Solved)
        .result(2, "2026-02-01T09:00", ResultClass::Solved)
        .result(3, "2026-02-20T09:00", ResultClass::Planned)
        .result(4, "2026-02-21T09:00", ResultClass::Solved)
        .rate(1, "2026-02-12T09:00", "甲", Satisfaction::Satisfied)
        .rate(1, "2026-02-13T09:00", "乙", Satisfaction::MostlySatisfied)
        .rate(2, "2026-02-15T09:00", "丙", Satisfaction::Dissatisfied)
        .add(
            "2026-02-16T09:00",
            LedgerEvent::ProposersAnswered {
                topic: no(1),
                names: vec!["甲".to_owned()],
                how: "电话".to_owned(),
            },
        )
        .result(2, "2026-03-05T09:00", ResultClass::Solved)
        .rate(2, "2026-03-06T09:00", "丙", Satisfaction::Satisfied);
    book
}

#[test]
fn a_dissatisfied_one_counts_as_solved_when_it_is() {
    let ledger = ledger(&[&handled()]);
    let february = figures(&ledger, &[], "2026-02-01", "2026-02-28");
    are(
        &february,
        &[
            ("results.solved", "2/4"),
            ("results.underway", "0/4"),
            ("results.planned", "1/4"),
            ("results.reference", "0/4"),
            ("results.redo", "1/4"),
            ("ratings.satisfied", "1/2"),
            ("ratings.dissatisfied", "1/2"),
            ("ratings.reopened", "1/2"),
            // 1: two proposers, one told. 2, 3, 4: one each, none told.
            ("answers.given", "1/5"),
        ],
    );
    let year = figures(&ledger, &[], "2026-01-01", "2026-11-25");
    are(
        &year,
        &[
            // 2 has one latest result, that of March: it is solved once.
            ("results.solved", "3/4"),
            ("results.redo", "0/4"),
            ("ratings.satisfied", "2/2"),
            ("ratings.dissatisfied", "0/2"),
            ("ratings.reopened", "1/2"),
            ("raised.resulted", "3/3"),
            ("raised.solved", "2/3"),
            ("disputes.settled", "2/2"),
        ],
    );
    // At the end of February one of the two disputes was settled: what came later does not count.
    are(
        &figures(&ledger, &[], "2026-01-01", "2026-02-28"),
        &[("disputes.settled", "1/2"), ("raised.solved", "1/3"), ("raised.resulted", "2/3")],
    );
}

#[test]
fn the_ledger_row_of_units() {
    let ledger = ledger(&[&handled()]);
    let year = figures(&ledger, &[], "2026-01-01", "2026-11-25");
    are(
        &year,
        &[
            // 4 was assigned the year before and closed in this.
            ("assigned.new", "3/4"),
            ("assigned.closed", "3/4"),
            ("assigned.open", "1/4"),
            // 3 is planned only, due on 1 March.
            ("assigned.overdue", "1/4"),
            ("assigned.on_time", "1/3"),
            // 2 was due on 10 February and solved on 5 March.
            ("assigned.late", "1/3"),
            ("assigned.no_limit", "1/3"),
            ("assigned.dissatisfied", "0/2"),
        ],
    );
    let of_unit = |unit: &str, id: FigureId| {
        let figure = year.units[unit].iter().find(|figure| figure.id == id).unwrap();
        (figure.numerator, figure.denominator.unwrap())
    };
    assert_eq!(of_unit("物业", FigureId::AssignedClosed), (2, 2));
    assert_eq!(of_unit("物业", FigureId::Late), (1, 2));
    assert_eq!(of_unit("街道", FigureId::AssignedClosed), (1, 2));
    // What was closed before the period is off the books: 1 and 4 in March.
    let march = figures(&ledger, &[], "2026-03-01", "2026-03-31");
    are(&march, &[("assigned.closed", "1/2"), ("assigned.new", "0/2"), ("assigned.late", "1/1")]);
    // 2, which is to be done again, is overdue; 3 is not on its last day.
    let due = figures(&ledger, &[], "2026-02-01", "2026-03-01");
    are(&due, &[("assigned.overdue", "1/4"), ("assigned.open", "2/4")]);
    assert_eq!(behind(&due, "assigned.overdue")[1], ("jinyuan/2".to_owned(), 1, 1));
}

#[test]
fn within_one_second_the_order_of_entries_counts() {
    let mut book = Book::new("one-1");
    let when = "2026-02-01T09:00";
    book.raise(1, "2026-01-05", None, &["甲"])
        .result(1, when, ResultClass::Solved)
        .rate(1, when, "甲", Satisfaction::Dissatisfied)
        .result(1, when, ResultClass::Solved);
    let ledger = ledger(&[&book]);
    let all = figures(&ledger, &[], "2026-01-01", "2026-12-31");
    are(&all, &[("results.solved", "1/1"), ("results.redo", "0/1"), ("answers.given", "0/1")]);
    are(&all, &[("ratings.dissatisfied", "1/1"), ("ratings.reopened", "1/1")]);
}

#[test]
fn a_time_that_goes_back_moves_no_rating_to_another_result() {
    let mut book = Book::new("one-1");
    book.raise(1, "2026-01-05", None, &["甲"])
        .result(1, "2026-02-01T09:00", ResultClass::Solved)
        .rate(1, "2026-02-20T09:00", "甲", Satisfaction::Dissatisfied)
        // Told afterwards, for a day before the rating that it follows.
        .result(1, "2026-02-10T09:00", ResultClass::Solved)
        .rate(1, "2026-02-25T09:00", "甲", Satisfaction::Satisfied)
        .result(1, "2026-03-01T09:00", ResultClass::Solved);
    let ledger = ledger(&[&book]);
    let february = figures(&ledger, &[], "2026-02-01", "2026-02-28");
    are(&february, &[("results.solved", "1/1"), ("results.redo", "0/1")]);
    are(&february, &[("ratings.satisfied", "1/1"), ("ratings.reopened", "1/1")]);

    // Taken back as far as the second result, it is as if only the first had been there.
    for seq in [6, 5, 4] {
        book.add("2026-03-02T09:00", LedgerEvent::TakenBack { seq });
    }
    let ledger = self::ledger(&[&book]);
    let february = figures(&ledger, &[], "2026-02-01", "2026-02-28");
    are(&february, &[("results.solved", "0/1"), ("results.redo", "1/1")]);
    are(&february, &[("ratings.dissatisfied", "1/1"), ("ratings.reopened", "1/1")]);
}

#[test]
fn two_devices_count_one_store() {
    let mut one = Book::new("one-1");
    one.raise(1, "2026-01-05", Some(Class::Neighbours), &["甲"]);
    let mut two = Book::new("two-2");
    // The other laptop knew of nothing and gave the same number; later it solved the first one.
    two.raise(1, "2026-01-06", Some(Class::Petition), &["乙"]);
    let both = ledger(&[&one, &two]);
    let year = figures(&both, &[], "2026-01-01", "2026-11-25");
    are(
        &year,
        &[("topics.raised", "2/2"), ("topics.neighbours", "1/2"), ("topics.petition", "1/2")],
    );
    let cases: Vec<String> = behind(&year, "topics.raised").into_iter().map(|it| it.0).collect();
    assert_eq!(cases, ["jinyuan/1", "jinyuan/1-2"]);
}

#[test]
fn actions_are_those_of_the_meetings_of_the_period() {
    let mut held = session("2026-02-10", true);
    let action = |number, due: Option<&str>| ActionDigest {
        id: ActionId(number),
        what: "张贴方案".to_owned(),
        owner: None,
        due: due.map(day),
    };
    held.actions = vec![
        action(1, Some("2026-02-20")),
        action(2, Some("2026-02-28")),
        action(3, Some("2026-02-27")),
        action(4, None),
    ];
    let mut book = Book::new("one-1");
    let done = |number, state| LedgerEvent::ActionReported {
        session: "2026-02-10-a".to_owned(),
        action: ActionId(number),
        state,
        note: None,
    };
    book.add("2026-02-20T10:00", done(1, ActionState::Done))
        .add("2026-03-02T10:00", done(2, ActionState::Done))
        .add("2026-02-21T10:00", done(3, ActionState::Underway));
    let ledger = ledger(&[&book]);
    let sessions = [("2026-02-10-a", held)];
    let february = figures(&ledger, &sessions, "2026-02-01", "2026-02-28");
    // 2 was done in March; on the last day of February it was not late yet.
    are(&february, &[("actions.agreed", "4"), ("actions.done", "1/4"), ("actions.overdue", "1/4")]);
    let march = figures(&ledger, &sessions, "2026-02-01", "2026-03-31");
    are(&march, &[("actions.done", "2/4"), ("actions.overdue", "1/4")]);
    assert_eq!(behind(&march, "actions.overdue")[2], ("jinyuan/2026-02-10-a/A3".to_owned(), 1, 1));
}

#[test]
fn a_share_is_rounded_half_up_from_whole_numbers() {
    let shown = |part, whole| tenths(part, whole).map(percent);
    for (part, whole, expected) in [
        (216, 220, "98.2%"),
        (1, 3, "33.3%"),
        (2, 3, "66.7%"),
        (1, 8, "12.5%"),
        // 0.25 % and 0.15 %: half up.
        (1, 400, "0.3%"),
        (3, 2_000, "0.2%"),
        (0, 7, "0.0%"),
        (7, 7, "100.0%"),
        (u64::MAX, u64::MAX, "100.0%"),
    ] {
        assert_eq!(shown(part, whole).as_deref(), Some(expected), "{part}/{whole}");
    }
    assert_eq!(shown(0, 0), None);
}

#[test]
fn spans_go_through_the_calendar() {
    let days = |span: Span, text: &str| {
        let period = span.from(span.begin(day(text)));
        (period.from.to_string(), period.to.to_string())
    };
    let expect = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    assert_eq!(days(Span::Month, "2024-02-10"), expect("2024-02-01", "2024-02-29"));
    assert_eq!(days(Span::Quarter, "2026-11-25"), expect("2026-10-01", "2026-12-31"));
    assert_eq!(days(Span::Year, "2026-11-25"), expect("2026-01-01", "2026-12-31"));
    assert_eq!(Span::Quarter.step(day("2026-01-01"), false), day("2025-10-01"));
    assert_eq!(Span::Month.step(day("2025-12-01"), true), day("2026-01-01"));
    let year = Span::Year.from(day("2026-01-01")).until(day("2026-11-25"));
    assert!(year.has(day("2026-01-01")) && year.has(day("2026-11-25")));
    assert!(!year.has(day("2025-12-31")) && !year.has(day("2026-11-26")));
}

/// Something that happens to one of a few topics on a day of the year.
#[derive(Debug, Clone)]
enum Happens {
    Raised(u8, u16),
    Merged(u8, u8),
    Withdrawn(u8),
    Screened(u8, bool),
    Assigned(u8, bool),
    Resulted(u8, u8),
    Rated(u8, bool),
    Answered(u8),
    Went(bool, u8),
}

fn happens() -> impl Strategy<Value = Happens> {
    let topic = || 1..9_u8;
    prop_oneof![
        6 => (any::<u8>(), 0..365_u16).prop_map(|(class, on)| Happens::Raised(class, on)),
        1 => (topic(), topic()).prop_map(|(into, which)| Happens::Merged(into, which)),
        1 => topic().prop_map(Happens::Withdrawn),
        3 => (topic(), any::<bool>()).prop_map(|(it, yes)| Happens::Screened(it, yes)),
        3 => (topic(), any::<bool>()).prop_map(|(it, due)| Happens::Assigned(it, due)),
        4 => (topic(), 0..4_u8).prop_map(|(it, class)| Happens::Resulted(it, class)),
        4 => (topic(), any::<bool>()).prop_map(|(it, good)| Happens::Rated(it, good)),
        2 => topic().prop_map(Happens::Answered),
        2 => (any::<bool>(), any::<u8>()).prop_map(|(visit, count)| Happens::Went(visit, count)),
    ]
}

/// What happened, each a few days after the other.
fn written(all: &[(u8, Happens)]) -> Book {
    let mut book = Book::new("one-1");
    let first = day("2025-11-01");
    let (mut after, mut raised) = (0_u64, 0_u32);
    for (days, what) in all {
        after += u64::from(*days);
        let on = (first + chrono::Days::new(after)).to_string();
        let when = format!("{on}T12:00");
        match what {
            Happens::Raised(class, back) => {
                raised += 1;
                let classes = Class::ALL.map(Some);
                let class = classes.get(usize::from(*class % 6)).copied().flatten();
                let on = (first + chrono::Days::new(u64::from(*back))).to_string();
                book.raise(raised, &on, class, &["甲", "乙"]);
                // It was entered when it was entered.
                book.lines.last_mut().unwrap().at = at(&when);
            }
            Happens::Merged(into, topic) => {
                let (into, topics) = (no((*into).into()), vec![no((*topic).into())]);
                book.add(&when, LedgerEvent::TopicsMerged { into, topics });
            }
            Happens::Withdrawn(topic) => {
                let (topic, why) = (no((*topic).into()), "误报".to_owned());
                book.add(&when, LedgerEvent::TopicWithdrawn { topic, why });
            }
            Happens::Screened(topic, yes) => drop(book.screen((*topic).into(), &when, *yes)),
            Happens::Assigned(topic, due) => {
                let due = due.then(|| (first + chrono::Days::new(after + 5)).to_string());
                book.assign((*topic).into(), &when, "物业", due.as_deref());
            }
            Happens::Resulted(topic, class) => {
                let class = ResultClass::ALL[usize::from(*class)];
                book.result((*topic).into(), &when, class);
            }
            Happens::Rated(topic, good) => {
                let rating =
                    if *good { Satisfaction::Satisfied } else { Satisfaction::Dissatisfied };
                book.rate((*topic).into(), &when, "甲", rating);
            }
            Happens::Answered(topic) => {
                let (topic, names) = (no((*topic).into()), vec!["乙".to_owned()]);
                let how = "电话".to_owned();
                book.add(&when, LedgerEvent::ProposersAnswered { topic, names, how });
            }
            Happens::Went(visit, count) => {
                let kind = if *visit { OutingKind::Visit } else { OutingKind::Briefing };
                let (on, count) = (day(&on), u32::from(*count));
                let place = "3栋".to_owned();
                let (by, note, topic) = (Vec::new(), None, None);
                book.add(
                    &when,
                    LedgerEvent::OutingMade(Outing { kind, on, place, topic, count, by, note }),
                );
            }
        }
    }
    book
}

/// Those that count events, each on its own day.
const EVENTS: [&str; 12] = [
    "topics.raised",
    "topics.livelihood",
    "topics.vexing",
    "topics.governance",
    "topics.unclassified",
    "screening.accepted",
    "screening.excluded",
    "outings.visits",
    "outings.households",
    "outings.briefings",
    "outings.reached",
    "calls.out",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn no_figure_is_more_than_its_whole_or_its_cases(
        all in vec((0..20_u8, happens()), 0..60), from in 0..400_u64, days in 0..400_u64
    ) {
        let ledger = ledger(&[&written(&all)]);
        let from = day("2025-10-01") + chrono::Days::new(from);
        let to = from + chrono::Days::new(days);
        let counted = figures(&ledger, &[], &from.to_string(), &to.to_string());
        for figure in &counted.all {
            let code = figure.id.code();
            let (part, whole) = figure.cases.iter().fold((0, 0), |(part, whole), case| {
                (part + u64::from(case.counted), whole + u64::from(case.of))
            });
            prop_assert_eq!(figure.numerator, part, "{}", code);
            prop_assert_eq!(figure.denominator, figure.id.whole().map(|_| whole), "{}", code);
            prop_assert!(figure.denominator.is_none_or(|whole| figure.numerator <= whole), "{code}");
            let mut cases: Vec<String> = figure.cases.iter().map(ToString::to_string).collect();
            cases.sort();
            cases.dedup();
            prop_assert_eq!(cases.len(), figure.cases.len(), "{} counts something twice", code);
        }
        let sum = |ids: &[FigureId]| -> u64 {
            ids.iter().map(|id| counted.get(*id).unwrap().numerator).sum()
        };
        let raised = sum(&[FigureId::Raised]);
        let classes = [
            FigureId::Livelihood,
            FigureId::Vexing,
            FigureId::Governance,
            FigureId::Unclassified,
        ];
        prop_assert_eq!(sum(&classes), raised);
        let vexing = [FigureId::Neighbours, FigureId::Petition, FigureId::Rights];
        prop_assert_eq!(sum(&vexing), sum(&[FigureId::Vexing]));
        // Parts that together are the whole.
        for (whole, parts) in [
            (Whole::Screened, &[FigureId::Accepted, FigureId::Excluded][..]),
            (Whole::Resulted, &[
                FigureId::Solved,
                FigureId::Underway,
                FigureId::Planned,
                FigureId::Reference,
                FigureId::Redo,
            ]),
            (Whole::Rated, &[FigureId::Satisfied, FigureId::Dissatisfied]),
            (Whole::OnBooks, &[FigureId::AssignedClosed, FigureId::AssignedOpen]),
            (Whole::Closed, &[FigureId::OnTime, FigureId::Late, FigureId::NoLimit]),
        ] {
            let all = counted.get(parts[0]).unwrap().denominator;
            prop_assert_eq!(Some(sum(parts)), all, "{:?}", whole);
        }
        for id in FigureId::ALL.iter().filter(|id| id.code().starts_with("assigned.")) {
            let of_units = counted.units.values().flatten().filter(|it| it.id == *id);
            let together: u64 = of_units.map(|it| it.numerator).sum();
            prop_assert_eq!(together, counted.get(*id).unwrap().numerator, "{:?}", id);
        }
    }

    #[test]
    fn the_months_of_a_year_are_the_year(all in vec((0..20_u8, happens()), 0..60)) {
        let ledger = ledger(&[&written(&all)]);
        let year = figures(&ledger, &[], "2026-01-01", "2026-12-31");
        let mut together = Figures::default();
        let mut first = day("2026-01-01");
        for _ in 0..12 {
            let month = Span::Month.from(first);
            together.add(figures(&ledger, &[], &month.from.to_string(), &month.to.to_string()));
            first = Span::Month.step(first, true);
        }
        for code in EVENTS {
            prop_assert_eq!(told(&together, code), told(&year, code), "{}", code);
        }
    }

    #[test]
    fn communities_together_are_their_region(
        one in vec((0..20_u8, happens()), 0..30), two in vec((0..20_u8, happens()), 0..30)
    ) {
        let of = |all: &[(u8, Happens)]| {
            figures(&ledger(&[&written(all)]), &[], "2026-01-01", "2026-12-31")
        };
        let (one, two) = (of(&one), of(&two));
        let mut both = one.clone();
        both.add(two.clone());
        for id in FigureId::ALL {
            let get = |from: &Figures| from.get(*id).map(|it| (it.numerator, it.denominator)).unwrap();
            let ((a, of_a), (b, of_b), (sum, of_sum)) = (get(&one), get(&two), get(&both));
            prop_assert_eq!(a + b, sum);
            prop_assert_eq!(of_a.map(|of_a| of_a + of_b.unwrap()), of_sum);
        }
    }
}
