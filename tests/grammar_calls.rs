//! Lines about stations, rosters and calls, as people type them in either language.
//!
//! The community knows 王芳, 李强 and 陈桂花; 锦苑联络站 is a station. Call 1 is open and went out to 王芳, and
//! to 王芳 and 赵敏 of 翠湖. Today is Monday, 23 November 2026.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Weekday};
use yishi::domain::affairs::{Affair, Ground, decide};
use yishi::domain::ledger::{KnownPerson, Ledger, LedgerEvent};
use yishi::domain::nearness::{CallRequest, Spot};
use yishi::domain::people::Role;
use yishi::domain::rules::RuleSet;
use yishi::domain::station::{CallOut, CalledMember, DutyDay, Near, StationCard, StationKind};
use yishi::domain::topic::CaseNo;
use yishi::grammar::affairs::misread::Kind;
use yishi::grammar::affairs::verb::AffairVerb;
use yishi::grammar::affairs::{AffairContext, AffairEntry, AffairMisread, complete, read};
use yishi::grammar::directory::Directory;
use yishi::text::words::{Lang, Words};

fn s(text: &str) -> String {
    text.to_owned()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn called(key: &str, name: &str, community: Option<&str>) -> CalledMember {
    let near = Near::SameCommunity;
    CalledMember { key: s(key), community: community.map(s), name: s(name), near }
}

struct Hood {
    ledger: Ledger,
    ground: Ground,
    people: Directory,
    communities: Vec<(String, String)>,
}

impl Hood {
    fn new() -> Self {
        let ground = Ground {
            today: day("2026-11-23"),
            device: s("first"),
            procedures: Vec::new(),
            procedure: s("yunyan-six"),
            rules: Arc::new(RuleSet::unwritten()),
            rules_of: Vec::new(),
        };
        let person = |key: &str, name: &str| KnownPerson {
            key: s(key),
            name: s(name),
            role: Role::CppccMember,
            household: None,
            sector: None,
            grid: Some(s("二网格")),
        };
        let known = [person("wang", "王芳"), person("li", "李强"), person("chen", "陈桂花")];
        let mut ledger = Ledger::default();
        let mut minute = 0;
        let mut write = |ledger: &mut Ledger, events: &[LedgerEvent]| {
            minute += 1;
            let at = format!("2026-11-23T09:{minute:02}:00+08:00");
            let at = DateTime::parse_from_rfc3339(&at).unwrap();
            let line = ledger.next_line("first", at, "李敏", events);
            ledger.evolve("first", &line);
        };
        for person in known.clone() {
            let KnownPerson { key, name, role, household, sector, grid } = person;
            let entered = LedgerEvent::PersonEntered { key, name, role, household, sector, grid };
            write(&mut ledger, &[entered]);
        }
        for affair in [
            Affair::EnterStation(card("锦苑联络站", StationKind::Station)),
            Affair::CallOut(CallOut {
                reason: s("围墙"),
                topic: None,
                place: None,
                grid: None,
                urgent: false,
                members: vec![
                    called("wang", "王芳", None),
                    called("wang", "王芳", Some("cuihu")),
                    called("zhao", "赵敏", Some("cuihu")),
                ],
            }),
        ] {
            let events = decide(&ledger, &ground, &affair).unwrap();
            write(&mut ledger, &events);
        }
        let communities = vec![(s("jinyuan"), s("锦苑社区")), (s("cuihu"), s("翠湖社区"))];
        Self { ledger, ground, people: Directory::new(known), communities }
    }

    fn context(&self) -> AffairContext<'_> {
        AffairContext {
            ledger: &self.ledger,
            ground: &self.ground,
            people: &self.people,
            today: self.ground.today,
            exclusions: &[],
            meetings: &[],
            communities: &self.communities,
        }
    }

    #[track_caller]
    fn check(&self, rows: &[(&str, Affair)]) {
        for (line, affair) in rows {
            let expected = Ok(AffairEntry::Affair(affair.clone()));
            assert_eq!(read(line, self.context()), expected, "{line}");
        }
    }

    #[track_caller]
    fn check_misread(&self, rows: &[(&str, AffairMisread)]) {
        for (line, misread) in rows {
            assert_eq!(read(line, self.context()), Err(misread.clone()), "{line}");
            for lang in [Lang::Zh, Lang::En] {
                assert!(!misread.tell(&Words::new(lang)).is_empty());
            }
        }
    }

    fn offers(&self, line: &str) -> Vec<String> {
        let words = Words::new(Lang::Zh);
        complete(line, self.context(), &words).into_iter().map(|it| it.insert).collect()
    }
}

fn card(name: &str, kind: StationKind) -> StationCard {
    StationCard {
        name: s(name),
        kind,
        sector: None,
        place: None,
        members: Vec::new(),
        communities: Vec::new(),
    }
}

#[test]
fn stations_are_entered_and_put_right() {
    let studio = StationCard {
        sector: Some(s("教育界")),
        place: Some(s("二楼")),
        members: vec![s("wang"), s("li")],
        ..card("教育界", StationKind::Studio)
    };
    let area = StationCard {
        communities: vec![s("jinyuan"), s("cuihu")],
        ..card("东片区", StationKind::Area)
    };
    let known =
        StationCard { place: Some(s("一楼")), ..card("锦苑联络站", StationKind::Station) };
    let enter = |card: &StationCard| Affair::EnterStation(card.clone());
    Hood::new().check(&[
        (
            "/站点 教育界；类别：委员工作室；界别：教育界；地点：二楼；成员：王芳、李强",
            enter(&studio),
        ),
        (
            "/station 教育界; kind: studio; sector: 教育界; place: 二楼; members: wf, lq",
            enter(&studio),
        ),
        // A name may tell the kind; communities are named by name or id.
        ("/站点 东片区；社区：锦苑社区、翠湖", enter(&area)),
        ("/station 东片区; communities: jinyuan, cuihu", enter(&area)),
        // What is not said of a station that is there stays.
        ("/站点 锦苑联络站；地点：一楼", enter(&known)),
        ("/站点 锦苑联络站；类别：工作室；成员：无", {
            enter(&card("锦苑联络站", StationKind::Studio))
        }),
    ]);
}

#[test]
fn rosters_are_set_by_the_week_or_the_day() {
    let duty = |day, people: &[&str]| Affair::SetDuty {
        station: s("锦苑联络站"),
        day,
        people: people.iter().map(|key| s(key)).collect(),
    };
    let wednesday = DutyDay::Weekly(Weekday::Wed);
    let on = DutyDay::On(day("2026-11-25"));
    let both = duty(wednesday, &["wang", "li"]);
    Hood::new().check(&[
        ("/值班 锦苑联络站 周三 王芳、李强", both.clone()),
        ("/值班锦苑联络站 每周三 王芳、李强", both.clone()),
        ("/值班 锦苑联络站 星期三 wf，lq", both.clone()),
        ("/值班 锦苑 礼拜三 王芳、李强", both.clone()),
        ("/值班 锦苑联络站；日期：周三；人员：王芳、李强", both.clone()),
        ("/duty 锦苑联络站 wed 王芳, 李强", both.clone()),
        ("/duty 锦苑联络站 every Wednesday 王芳, 李强", both),
        ("/值班 锦苑联络站 周日 王芳", duty(DutyDay::Weekly(Weekday::Sun), &["wang"])),
        ("/值班 锦苑联络站 周天 王芳", duty(DutyDay::Weekly(Weekday::Sun), &["wang"])),
        ("/值班 锦苑联络站 11-25 王芳", duty(on, &["wang"])),
        ("/值班 锦苑联络站 11月25日 王芳", duty(on, &["wang"])),
        ("/值班 锦苑联络站 周三 无", duty(wednesday, &[])),
        ("/duty 锦苑联络站 wed none", duty(wednesday, &[])),
    ]);
}

#[test]
fn calls_say_what_where_and_how_many() {
    let hood = Hood::new();
    let plain = CallRequest { reason: s("3栋水管爆裂"), ..CallRequest::default() };
    let full = CallRequest {
        place: Some(s("地下室")),
        grid: Some(s("二网格")),
        spot: Spot::of(26.65, 106.63),
        topic: Some(CaseNo::plain(17)),
        urgent: true,
        count: Some(5),
        ..plain.clone()
    };
    let named = CallRequest { names: vec![s("王芳"), s("赵敏")], ..plain.clone() };
    let urgent = CallRequest { urgent: true, ..plain.clone() };
    for (line, request) in [
        ("/吹哨 3栋水管爆裂", &plain),
        ("/call 3栋水管爆裂", &plain),
        ("/whistle 3栋水管爆裂", &plain),
        (
            "/吹哨 3栋水管爆裂；网格：二网格；地点：地下室；坐标：26.65,106.63；议题：17；人数：5；紧急",
            &full,
        ),
        (
            "/call 3栋水管爆裂; urgent; count: 5 people; grid: 二网格; place: 地下室; \
             at: 106.63 26.65; topic: #17",
            &full,
        ),
        ("/吹哨 3栋水管爆裂；委员：王芳、赵敏", &named),
        ("/吹哨 3栋水管爆裂 | 紧急。", &urgent),
        ("/吹哨 3栋水管爆裂；紧急；", &urgent),
        // Written like the fields beside it.
        ("/吹哨 3栋水管爆裂；紧急：是", &urgent),
        ("/吹哨 3栋水管爆裂；紧急：", &urgent),
        ("/吹哨 3栋水管爆裂；紧急：否", &plain),
        ("/call 3栋水管爆裂; urgent: yes", &urgent),
    ] {
        let expected = Ok(AffairEntry::Call(request.clone()));
        assert_eq!(read(line, hood.context()), expected, "{line}");
    }
    // In the reason people write what they like.
    let reason = CallRequest { reason: s("紧急"), ..CallRequest::default() };
    assert_eq!(read("/吹哨 紧急", hood.context()), Ok(AffairEntry::Call(reason)));
}

#[test]
fn reporting_in_and_ending_a_call() {
    let report = |member: &str| Affair::ReportIn { call: CaseNo::plain(1), member: s(member) };
    let close = |how: &str| Affair::CloseCall { call: CaseNo::plain(1), how: s(how) };
    let hood = Hood::new();
    hood.check(&[
        ("/报到 1 赵敏", report("cuihu/zhao")),
        ("/报到 1号 zm", report("cuihu/zhao")),
        ("/report #1 赵敏。", report("cuihu/zhao")),
        // Only one is open.
        ("/报到 赵敏", report("cuihu/zhao")),
        // Nobody of that name was called, and `decide` tells who was.
        ("/报到 1 陈桂花", report("陈桂花")),
        ("/销哨 1 已加固", close("已加固")),
        ("/endcall 1 done", close("done")),
        ("/销哨 已加固", close("已加固")),
    ]);
    // Two of one name were called: whoever has not reported yet is meant once only one is left.
    let several = AffairMisread::SeveralPeople(s("王芳"), vec![s("王芳"), s("王芳")]);
    hood.check_misread(&[("/报到 1 王芳", several)]);
}

#[test]
fn what_cannot_be_understood_is_asked_back() {
    let kinds = ["委员工作室", "联络站", "片区", "协商议事室"].map(s).to_vec();
    let all = vec![s("锦苑社区"), s("翠湖社区")];
    Hood::new().check_misread(&[
        ("/站点", AffairMisread::Incomplete(AffairVerb::Station)),
        // Its kind is neither said nor told by its name.
        ("/站点 教育界", AffairMisread::Incomplete(AffairVerb::Station)),
        ("/站点 甲；类别：饭店", AffairMisread::NotOneOf(Kind::StationKind, s("饭店"), kinds)),
        ("/站点 甲片区；社区：远方", AffairMisread::NotOneOf(Kind::Community, s("远方"), all)),
        ("/站点 甲工作室；成员：何人", AffairMisread::NobodyCalled(s("何人"))),
        ("/值班", AffairMisread::Incomplete(AffairVerb::Duty)),
        ("/值班 锦苑联络站", AffairMisread::Incomplete(AffairVerb::Duty)),
        ("/值班 锦苑联络站 周三", AffairMisread::Incomplete(AffairVerb::Duty)),
        (
            "/值班 湖边站 周三 王芳",
            AffairMisread::NotOneOf(Kind::Station, s("湖边站"), vec![s("锦苑联络站")]),
        ),
        ("/值班 锦苑联络站 某天 王芳", AffairMisread::NotADate(s("某天"))),
        ("/值班 锦苑联络站 周三 何人", AffairMisread::NobodyCalled(s("何人"))),
        ("/吹哨", AffairMisread::Incomplete(AffairVerb::CallOut)),
        ("/吹哨 ；紧急", AffairMisread::Incomplete(AffairVerb::CallOut)),
        ("/吹哨 x；坐标：北", AffairMisread::NotASpot(s("北"))),
        ("/吹哨 x；人数：0", AffairMisread::NotANumber(s("0"))),
        ("/吹哨 x；人数：许多", AffairMisread::NotANumber(s("许多"))),
        ("/报到", AffairMisread::Incomplete(AffairVerb::ReportIn)),
        ("/报到 1", AffairMisread::Incomplete(AffairVerb::ReportIn)),
        ("/销哨 1", AffairMisread::Incomplete(AffairVerb::EndCall)),
    ]);
}

#[test]
fn what_may_follow_is_offered() {
    let hood = Hood::new();
    assert_eq!(hood.offers("/值班 锦"), ["锦苑联络站 "]);
    assert_eq!(hood.offers("/值班 锦苑联络站 周三 wf"), ["王芳"]);
    assert_eq!(hood.offers("/报到 "), ["1 "]);
    assert_eq!(hood.offers("/报到 1 z"), ["赵敏"]);
    assert_eq!(hood.offers("/吹哨 x；网格：二"), ["二网格"]);
    assert!(hood.offers("/站点 甲；类别：联").contains(&s("联络站")));
    assert!(hood.offers("/吹哨 x；坐").iter().any(|it| it.starts_with("坐标")));
}
