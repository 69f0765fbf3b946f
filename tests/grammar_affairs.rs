//! Lines of a community's ledger, as people type them in either language.
//!
//! The community knows 王芳 of 3栋 and of 13栋, 王小明, 李强国 and Mary Jones. Topic 17 is 楼道堆物, brought
//! up by 王小明 and 李强; 21-4a1c was taken in on another device. Today is Monday, 23 November 2026.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveTime};
use proptest::prelude::*;
use yishi::domain::affairs::{Affair, Ground, NamedProcedure, SlipChange, decide};
use yishi::domain::command::Change;
use yishi::domain::exclusion::Exclusion;
use yishi::domain::ledger::{KnownPerson, Ledger};
use yishi::domain::people::Role;
use yishi::domain::procedure::{Procedure, Stage};
use yishi::domain::record::Moment;
use yishi::domain::rules::{RuleSet, SurveyPart};
use yishi::domain::survey::{Outing, OutingKind};
use yishi::domain::topic::{
    CaseNo, Class, Decision, Level, Origin, Proposer, ResultClass, Satisfaction, Slip, Source,
};
use yishi::grammar::affairs::misread::Kind;
use yishi::grammar::affairs::verb::{AffairVerb, all};
use yishi::grammar::affairs::{
    AffairContext, AffairEntry, AffairMisread, Given, MeetingChoice, complete, leading_moment, read,
};
use yishi::grammar::directory::Directory;
use yishi::text::words::{Lang, Words};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-23")
}

fn at(minute: u32) -> Moment {
    DateTime::parse_from_rfc3339(&format!("2026-11-23T09:{minute:02}:00+08:00")).unwrap()
}

fn person(key: &str, name: &str, household: Option<&str>) -> KnownPerson {
    KnownPerson {
        key: key.to_owned(),
        name: name.to_owned(),
        role: Role::Resident,
        household: household.map(str::to_owned),
        sector: None,
        grid: None,
    }
}

fn new(name: &str) -> Proposer {
    Proposer { name: name.to_owned(), key: None }
}

fn known(name: &str, key: &str) -> Proposer {
    Proposer { name: name.to_owned(), key: Some(key.to_owned()) }
}

/// What a community is read against.
struct Hood {
    ledger: Ledger,
    ground: Ground,
    people: Directory,
    exclusions: Vec<Exclusion>,
    meetings: Vec<MeetingChoice>,
}

impl Hood {
    fn new() -> Self {
        let stage = |name: &str, english: &str| Stage {
            name: name.to_owned(),
            name_en: (!english.is_empty()).then(|| english.to_owned()),
            ..Stage::default()
        };
        let procedure = |name: &str, english: &str, stages: Vec<Stage>| {
            Arc::new(Procedure {
                name: name.to_owned(),
                name_en: Some(english.to_owned()),
                stages,
                ..Procedure::default()
            })
        };
        let six = vec![
            stage("收集议题", "collect"),
            stage("确定议题", "decide"),
            stage("商前调研", "survey"),
            stage("协商议事", "consult"),
        ];
        let ground = Ground {
            today: today(),
            device: "first".to_owned(),
            procedures: vec![
                NamedProcedure {
                    file: "yunyan-6".to_owned(),
                    procedure: procedure("六步工作法", "Six steps", six),
                },
                NamedProcedure {
                    file: "sanhui".to_owned(),
                    procedure: procedure("三会", "Three meetings", vec![stage("听证会", "")]),
                },
                NamedProcedure {
                    file: "wushi".to_owned(),
                    procedure: procedure("五事工作法", "Five matters", vec![stage("", ""); 5]),
                },
            ],
            procedure: "yunyan-6".to_owned(),
            rules: Arc::new(RuleSet::unwritten()),
            rules_of: Vec::new(),
        };
        let mut hood = Self {
            ledger: Ledger::default(),
            ground,
            people: Directory::new([
                person("p1", "王芳", Some("3栋2单元")),
                person("p2", "王芳", Some("13栋")),
                person("p3", "王小明", None),
                person("p4", "李强国", None),
                person("p5", "Mary Jones", None),
            ]),
            exclusions: vec![Exclusion {
                key: "litigation".to_owned(),
                name: "已进入诉讼或仲裁".to_owned(),
                name_en: Some("litigation or arbitration".to_owned()),
                redirect: "向人民法院或仲裁机构提出".to_owned(),
                redirect_en: Some("turn to the court".to_owned()),
            }],
            meetings: [
                ("2026-11-20-tingche", "停车位协商会", "2026-11-20"),
                ("2026-12-03-loudao", "楼道整治协商会", "2026-12-03"),
                ("2026-12-03-dianti", "电梯协商会", "2026-12-03"),
            ]
            .map(|(id, title, on)| MeetingChoice {
                id: id.to_owned(),
                title: title.to_owned(),
                on: day(on),
            })
            .to_vec(),
        };
        for number in 1..=20 {
            let title =
                if number == 17 { "楼道堆物".to_owned() } else { format!("事项{number}") };
            hood.raise("first", &title);
        }
        hood.raise("laptop-4a1c", "电梯");
        assert_eq!(hood.ledger.topics.len(), 21);
        hood
    }

    fn raise(&mut self, device: &str, title: &str) {
        let slip = Slip::new(title.to_owned(), today(), Source::Slip);
        let proposers = vec![known("王小明", "p3"), new("李强")];
        let raise = Affair::Raise { slip, proposers, procedure: None };
        let ground = Ground { device: device.to_owned(), ..self.ground.clone() };
        let events = decide(&self.ledger, &ground, &raise).unwrap();
        let line = self.ledger.next_line(device, at(0), "test", &events);
        self.ledger.evolve(device, &line);
    }

    fn context(&self) -> AffairContext<'_> {
        AffairContext {
            ledger: &self.ledger,
            ground: &self.ground,
            people: &self.people,
            today: today(),
            exclusions: &self.exclusions,
            meetings: &self.meetings,
            communities: &[],
        }
    }

    fn read(&self, line: &str) -> Result<AffairEntry, AffairMisread> {
        read(line, self.context())
    }

    /// Every line means this.
    fn mean(&self, lines: &[&str], affair: &Affair) {
        for line in lines {
            assert_eq!(self.read(line), Ok(AffairEntry::Affair(affair.clone())), "{line}");
        }
    }

    fn misread(&self, line: &str) -> AffairMisread {
        match self.read(line) {
            Err(misread) => misread,
            Ok(entry) => panic!("{line} is {entry:?}"),
        }
    }
}

fn case(number: u32) -> CaseNo {
    CaseNo::plain(number)
}

fn slip(title: &str) -> Slip {
    Slip::new(title.to_owned(), today(), Source::Slip)
}

#[expect(clippy::unnecessary_wraps, reason = "expected values read better so")]
fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn a_slip_is_read_with_all_its_fields() {
    let hood = Hood::new();
    let bare = Affair::Raise { slip: slip("楼道堆物"), proposers: Vec::new(), procedure: None };
    hood.mean(
        &[
            "/登记 楼道堆物",
            "/登记楼道堆物",
            "/登记：楼道堆物",
            "、登记 楼道堆物",
            "／登记　楼道堆物；",
            "/raise 楼道堆物",
            "/RAISE 题目：楼道堆物",
            "/dengji 楼道堆物",
            "/dj 楼道堆物",
            "\u{feff}/登记 楼道堆物\r\n",
        ],
        &bare,
    );
    let whole = Affair::Raise {
        slip: Slip {
            reason: some("影响消防；老人绊倒过"),
            suggestion: some("集中清理"),
            on: day("2026-11-20"),
            source: Source::Call,
            channel: some("微信群"),
            class: Some(Class::Neighbours),
            place: some("3栋"),
            group: some("老人"),
            ..slip("楼道堆物")
        },
        proposers: vec![known("王小明", "p3"), new("张三"), known("王芳", "p2")],
        procedure: some("sanhui"),
    };
    hood.mean(
        &[
            "/登记 楼道堆物；提出：王小明、张三、王芳(13栋)；来源：来电；渠道：微信群；\
             类别：烦心事·邻里纠纷；地点：3栋；群体：老人；日期：11-20；理由：影响消防；老人绊倒过；\
             建议：集中清理；程序：三会",
            "/登记 楼道堆物|联名:wxm,张三,王芳（13栋）|来源:电话|渠道:微信群|类别:邻里|地点:3栋|群体:老人|\
             日期:2026-11-20|理由:影响消防；老人绊倒过|建议:集中清理|程序:sanhui",
            "/raise 楼道堆物; by: 王小明, 张三, 王芳(13栋); source: call; channel: 微信群; \
             class: neighbours; place: 3栋; group: 老人; date: 20 Nov; why: 影响消防；老人绊倒过; \
             suggestion: 集中清理; procedure: three",
        ],
        &whole,
    );
}

#[test]
fn what_a_meeting_left_tells_by_which_way_it_came() {
    let hood = Hood::new();
    let left = |source, what: &str| Affair::Raise {
        slip: Slip {
            source,
            origin: Some(Origin {
                session: "2026-11-20-tingche".to_owned(),
                what: what.to_owned(),
            }),
            ..slip("路灯")
        },
        proposers: vec![new("张三")],
        procedure: None,
    };
    hood.mean(
        &[
            "/登记 路灯；提出：张三；出处：2026-11-20-tingche/P1",
            "/raise 路灯; by: 张三; from: jinyuan/2026-11-20-tingche/p1",
            "/登记 路灯；提出：张三；出处：停车位协商会/P1",
            "/登记 路灯；提出：张三；出处：11-20/Ｐ1",
        ],
        &left(Source::ParkingList, "P1"),
    );
    hood.mean(
        &["/登记 路灯；提出：张三；出处：2026-11-20-tingche/I3"],
        &left(Source::Unresolved, "I3"),
    );
    let wrong = AffairMisread::NotAnOrigin("2026-11-20-tingche".to_owned());
    assert_eq!(hood.misread("/登记 路灯；出处：2026-11-20-tingche"), wrong);
    assert!(matches!(
        hood.misread("/登记 路灯；出处：2026-12-03/P1"),
        AffairMisread::CouldBe(Kind::Meeting, ..)
    ));
}

#[test]
fn slips_are_put_right_field_by_field() {
    let hood = Hood::new();
    let change = |change| Affair::AmendSlip { topic: case(17), change };
    hood.mean(
        &["/修改 17 楼道杂物", "/amend #17 楼道杂物", "/更正 第17号 题目：楼道杂物"],
        &change(SlipChange { title: some("楼道杂物"), ..SlipChange::default() }),
    );
    hood.mean(
        &[
            "/修改 17；地点：5栋；类别：治理难事；理由：无",
            "/修改 17 地点：5栋；类别：治理；理由：",
            "/amend 17; place: 5栋; class: governance; reason: none",
        ],
        &change(SlipChange {
            place: Change::To("5栋".to_owned()),
            class: Change::To(Class::Governance),
            reason: Change::Away,
            ..SlipChange::default()
        }),
    );
    assert_eq!(hood.misread("/修改 17"), AffairMisread::Incomplete(AffairVerb::Amend));
    assert_eq!(
        hood.misread("/修改 17；题目："),
        AffairMisread::EmptyField(AffairVerb::Amend, yishi::grammar::affairs::fields::Field::Title)
    );
}

#[test]
fn topics_are_screened() {
    let hood = Hood::new();
    let accepted = |level, class, approver: Option<&str>| Affair::Screen {
        topic: case(17),
        decision: Decision::Accepted { level },
        class,
        approver: approver.map(str::to_owned),
    };
    hood.mean(
        &["/审定 17 受理", "/审定 17受理", "/screen 17 accept", "/sd 17 受理"],
        &accepted(Level::Community, None, None),
    );
    hood.mean(
        &[
            "/审定 17 受理；级别：街道；类别：民生；审定人：刘书记",
            "/审定 17 受理 街道；类别：急难愁盼；审定人：刘书记",
            "/screen 17 accept; level: street; class: livelihood; approver: 刘书记",
        ],
        &accepted(Level::Street, Some(Class::Livelihood), Some("刘书记")),
    );
    let excluded = |ground: &str, redirect: &str| Affair::Screen {
        topic: case(17),
        decision: Decision::Excluded { ground: ground.to_owned(), redirect: redirect.to_owned() },
        class: None,
        approver: None,
    };
    // A ground of the list fills in where to turn.
    hood.mean(
        &["/审定 17 不受理；理由：诉讼仲裁", "/审定 17 不予受理 诉讼"],
        &excluded("已进入诉讼或仲裁", "向人民法院或仲裁机构提出"),
    );
    hood.mean(
        &[
            "/screen 17 exclude; reason: Litigation or arbitration",
            "/审定 17 不受理；理由：litigation",
        ],
        &excluded("litigation or arbitration", "turn to the court"),
    );
    hood.mean(
        &["/审定 17 不受理；理由：诉讼仲裁；转办：区法院"],
        &excluded("已进入诉讼或仲裁", "区法院"),
    );
    hood.mean(
        &["/审定 17 不受理；理由：纯属私事；转办：亲属协商"],
        &excluded("纯属私事", "亲属协商"),
    );
    assert_eq!(
        hood.misread("/审定 17 不受理；理由：纯属私事"),
        AffairMisread::NoRedirect("纯属私事".to_owned(), vec!["已进入诉讼或仲裁".to_owned()])
    );
    assert!(matches!(hood.misread("/审定 17 也许"), AffairMisread::NotOneOf(Kind::Decision, ..)));
    // A level says that it is dealt with, a reason that it is not.
    assert!(matches!(
        hood.misread("/审定 17 不受理 诉讼仲裁；级别：街道"),
        AffairMisread::TooMuch(AffairVerb::Screen, _)
    ));
    assert!(matches!(
        hood.misread("/审定 17 受理；理由：应该"),
        AffairMisread::TooMuch(AffairVerb::Screen, _)
    ));
}

#[test]
fn topics_are_brought_together_and_parted() {
    let hood = Hood::new();
    hood.mean(
        &[
            "/归并 18、19 到 17",
            "/归并 18,19到17",
            "/归并 #18 #19 归并到 第17号",
            "/归并 18和19并入17",
            "/merge 18, 19 into 17",
            "/merge 18 and 19 to 17",
            "/gb 18号、19号到17号",
        ],
        &Affair::Merge { into: case(17), topics: vec![case(18), case(19)] },
    );
    hood.mean(&["/拆出 18", "/part 18", "/拆出18号。"], &Affair::Part(case(18)));
    for line in ["/归并 18 19", "/归并", "/归并 到 17", "/归并 18 到"] {
        assert_eq!(hood.misread(line), AffairMisread::Incomplete(AffairVerb::Merge), "{line}");
    }
    assert_eq!(hood.misread("/归并 甲 到 17"), AffairMisread::NotACase("甲".to_owned()));
    assert!(matches!(hood.misread("/拆出 18 19"), AffairMisread::TooMuch(..)));
}

#[test]
fn topics_of_other_devices_are_found_by_their_number() {
    let hood = Hood::new();
    let other: CaseNo = "21-4a1c".parse().unwrap();
    hood.mean(&["/拆出 21", "/拆出 21-4a1c", "/拆出 #２１－４Ａ１Ｃ"], &Affair::Part(other));
    // One that nobody has is refused where it is judged, not here.
    hood.mean(&["/拆出 99"], &Affair::Part(case(99)));
    for line in ["/拆出 0", "/拆出 x", "/拆出 17-", "/拆出 3号楼", "/拆出 99999999999"]
    {
        assert!(matches!(hood.misread(line), AffairMisread::NotACase(_)), "{line}");
    }
}

#[test]
fn surveys_are_written_part_by_part() {
    let hood = Hood::new();
    let parts = vec![
        (SurveyPart::Method, "入户走访".to_owned()),
        (SurveyPart::Facts, "三个单元都有；五楼最多".to_owned()),
        (SurveyPart::Questions, "无".to_owned()),
        (SurveyPart::Policy, String::new()),
    ];
    hood.mean(
        &[
            "/调研 17；方式：入户走访；情况：三个单元都有；五楼最多；问题：无；政策：",
            "/调研 17 方式：入户走访；基本情况：三个单元都有；五楼最多；待议问题：无；政策依据：",
            "/survey 17; method: 入户走访; facts: 三个单元都有；五楼最多; questions: 无; policy:",
        ],
        &Affair::WriteSurvey { topic: case(17), parts },
    );
    for line in ["/调研 17", "/调研 17 走访了三户"] {
        assert_eq!(hood.misread(line), AffairMisread::Incomplete(AffairVerb::Survey), "{line}");
    }
}

#[test]
fn visits_and_briefings_have_a_place_and_a_day() {
    let hood = Hood::new();
    let visit = Outing {
        kind: OutingKind::Visit,
        on: day("2026-11-20"),
        place: "3栋2单元".to_owned(),
        topic: Some(case(17)),
        count: 3,
        by: vec!["王小明".to_owned(), "张三".to_owned()],
        note: some("都愿意清理"),
    };
    hood.mean(
        &[
            "/走访 3栋2单元；议题：17；日期：11-20；户数：3户；人员：王小明、张三；情况：都愿意清理",
            "/走访 17 3栋2单元；日期：11月20日；户数：3；人员：xiaoming、张三；情况：都愿意清理",
            "/visit 3栋2单元; topic: #17; date: 2026-11-20; households: 3; by: 王小明, 张三; note: 都愿意清理",
            "/走访 17；地点：3栋2单元；日期：11/20；户数：3家；人员：王小明、张三；情况：都愿意清理",
        ],
        &Affair::GoOut(visit.clone()),
    );
    let at_once =
        Outing { on: today(), topic: None, count: 1, by: Vec::new(), note: None, ..visit };
    hood.mean(&["/走访 3栋2单元", "/zoufang 3栋2单元"], &Affair::GoOut(at_once.clone()));
    hood.mean(
        &["/宣讲 3栋2单元；人数：40人", "/briefing 3栋2单元; people: 40"],
        &Affair::GoOut(Outing { kind: OutingKind::Briefing, count: 40, ..at_once.clone() }),
    );
    let at_unit = Outing { place: "12 单元".to_owned(), ..at_once.clone() };
    hood.mean(&["/走访 12 单元"], &Affair::GoOut(at_unit));
    // How many came is not guessed; nor is a number of a building a topic's.
    assert_eq!(hood.misread("/宣讲 3栋"), AffairMisread::Incomplete(AffairVerb::Briefing));
    assert_eq!(hood.misread("/走访 17"), AffairMisread::Incomplete(AffairVerb::Visit));
    assert_eq!(hood.misread("/走访 3栋；户数：几户"), AffairMisread::NotANumber("几户".to_owned()));
    assert_eq!(
        hood.misread("/走访 3栋；日期：2026-11-24"),
        AffairMisread::FutureDay("2026-11-24".to_owned())
    );
}

#[test]
fn stages_are_entered_by_number_or_name() {
    let hood = Hood::new();
    let enter = |stage, despite: Option<&str>| Affair::EnterStage {
        topic: case(17),
        stage,
        despite: despite.map(str::to_owned),
    };
    hood.mean(&["/阶段 17", "/stage 17", "/阶段17 下一步", "/stage 17 next"], &enter(None, None));
    hood.mean(
        &[
            "/阶段 17 4；理由：急",
            "/阶段 17 第4步；理由：急",
            "/阶段 17 协商议事；理由：急",
            "/阶段 17 xsys；理由：急",
            "/stage 17 consult; reason: 急",
        ],
        &enter(Some(4), Some("急")),
    );
    assert!(matches!(hood.misread("/阶段 17 睡觉"), AffairMisread::NotOneOf(Kind::Stage, ..)));
    let names = ["甲", "乙", "丙", "丁", "戊"].map(str::to_owned).to_vec();
    let asked = Affair::NameStages { procedure: "wushi".to_owned(), names };
    hood.mean(
        &[
            "/阶段名 五事：甲、乙、丙、丁、戊",
            "/阶段名 五事 甲、乙、丙、丁、戊",
            "/命名 wushi；名称：甲；乙；丙；丁；戊",
            "/stagenames five: 甲, 乙, 丙, 丁, 戊",
            "/name wushi; names: 甲, 乙, 丙, 丁, 戊",
        ],
        &asked,
    );
    let chosen = Affair::ChooseProcedure { topic: case(17), procedure: "sanhui".to_owned() };
    hood.mean(&["/程序 17 三会", "/procedure 17 three meetings", "/程序 17 sanhui"], &chosen);
    assert!(matches!(hood.misread("/程序 17 四会"), AffairMisread::NotOneOf(Kind::Procedure, ..)));
}

#[test]
fn a_topic_is_put_on_an_agenda() {
    let hood = Hood::new();
    let scheduled = |minutes, despite: Option<&str>| {
        Ok(AffairEntry::Schedule {
            topic: case(17),
            session: "2026-12-03-loudao".to_owned(),
            minutes,
            despite: despite.map(str::to_owned),
        })
    };
    for line in [
        "/列入 17 2026-12-03-loudao",
        "/列入 17 楼道整治",
        "/schedule 17 2026-12-03-l",
        "/列入 17 jinyuan/2026-12-03-loudao",
    ] {
        assert_eq!(hood.read(line), scheduled(None, None), "{line}");
    }
    assert_eq!(
        hood.read("/列入 17 楼道整治；时长：20分；理由：急"),
        scheduled(Some(20), Some("急"))
    );
    // Two meetings on one day are asked back.
    for line in ["/列入 17 12-03", "/列入 17 2026-12-03", "/列入 17 协商会"] {
        assert!(matches!(hood.misread(line), AffairMisread::CouldBe(Kind::Meeting, ..)), "{line}");
    }
    assert!(matches!(hood.misread("/列入 17 明年"), AffairMisread::NotOneOf(Kind::Meeting, ..)));
}

#[test]
fn what_becomes_of_a_topic() {
    let hood = Hood::new();
    hood.mean(
        &[
            "/交办 17 物业公司；会办：居委会、业委会；期限：两周内",
            "/assign 17 物业公司; with: 居委会, 业委会; due: 12-07",
        ],
        &Affair::Assign {
            topic: case(17),
            unit: "物业公司".to_owned(),
            with: vec!["居委会".to_owned(), "业委会".to_owned()],
            due: Some(day("2026-12-07")),
        },
    );
    hood.mean(
        &[
            "/公示 17 公告栏；自：11-20；至：11-27",
            "/post 17; note: 公告栏; from: 20 Nov; until: 27 Nov",
        ],
        &Affair::Post {
            topic: case(17),
            from: day("2026-11-20"),
            until: Some(day("2026-11-27")),
            note: some("公告栏"),
        },
    );
    hood.mean(
        &["/公示 17"],
        &Affair::Post { topic: case(17), from: today(), until: None, note: None },
    );
    assert_eq!(
        hood.misread("/公示 17；至：2026-11-01"),
        AffairMisread::EndsBefore("2026-11-01".to_owned())
    );
    let result = |class, note: Option<&str>| Affair::Result {
        topic: case(17),
        class,
        note: note.map(str::to_owned),
    };
    for (lines, class) in [
        (
            ["/结果 17 A", "/结果 17 已解决", "/result 17 solved", "/结果 17 ａ"],
            ResultClass::Solved,
        ),
        (
            ["/结果 17 B", "/结果 17 正在解决", "/result 17 under way", "/结果 17 办理中"],
            ResultClass::Underway,
        ),
        (
            ["/结果 17 C", "/结果 17 列入计划", "/result 17 planned", "/结果 17 jihua"],
            ResultClass::Planned,
        ),
        (
            ["/结果 17 D", "/结果 17 留作参考", "/result 17 for reference", "/结果 17 lzck"],
            ResultClass::Reference,
        ),
    ] {
        hood.mean(&lines, &result(class, None));
    }
    hood.mean(
        &[
            "/结果 17 A 已清理三车",
            "/结果 17 A已清理三车",
            "/结果 17 已解决，已清理三车",
            "/result 17 a; note: 已清理三车",
        ],
        &result(ResultClass::Solved, Some("已清理三车")),
    );
    assert!(matches!(hood.misread("/结果 17 好"), AffairMisread::NotOneOf(Kind::Result, ..)));
    hood.mean(
        &["/答复 17 电话告知；对象：王小明、李强", "/answer 17 电话告知; to: wxm, lq"],
        &Affair::Answer {
            topic: case(17),
            names: vec!["王小明".to_owned(), "李强".to_owned()],
            how: "电话告知".to_owned(),
        },
    );
    hood.mean(
        &["/答复 17；内容：电话告知"],
        &Affair::Answer { topic: case(17), names: Vec::new(), how: "电话告知".to_owned() },
    );
    hood.mean(
        &["/撤回 17 误登", "/withdraw 17; reason: 误登"],
        &Affair::Withdraw { topic: case(17), why: "误登".to_owned() },
    );
    hood.mean(
        &["/免调研 17 事情紧急", "/waive 17 事情紧急"],
        &Affair::WaiveSurvey { topic: case(17), why: "事情紧急".to_owned() },
    );
    hood.mean(
        &["/联名 17 张三、王小明", "/join 17 张三, wangxiaoming"],
        &Affair::Join { topic: case(17), proposers: vec![new("张三"), known("王小明", "p3")] },
    );
}

#[test]
fn two_ratings_follow_a_name() {
    let hood = Hood::new();
    let rated = |name: &str, handling, result, note: Option<&str>| Affair::Rate {
        topic: case(17),
        name: name.to_owned(),
        handling,
        result,
        note: note.map(str::to_owned),
    };
    hood.mean(
        &[
            "/评价 17 王小明 满意 基本满意；说：快",
            "/评价 17 王小明满意基本满意；说：快",
            "/评价 17 wxm 满意、基本满意；说：快",
            "/rate 17 王小明 satisfied mostly satisfied; says: 快",
            "/评价 17 王小明；办理：满意；结果：基本满意；说：快",
        ],
        &rated("王小明", Satisfaction::Satisfied, Satisfaction::MostlySatisfied, Some("快")),
    );
    hood.mean(
        &["/评价 17 李强 不满意 不满意", "/rate 17 lq dissatisfied not satisfied"],
        &rated("李强", Satisfaction::Dissatisfied, Satisfaction::Dissatisfied, None),
    );
    for line in ["/评价 17 王小明 满意", "/评价 17 王小明", "/评价 17"] {
        assert_eq!(hood.misread(line), AffairMisread::Incomplete(AffairVerb::Rate), "{line}");
    }
    assert!(matches!(
        hood.misread("/评价 17 王小明 满意 很好"),
        AffairMisread::NotOneOf(Kind::Satisfaction, ..)
    ));
}

#[test]
fn nothing_is_guessed() {
    let hood = Hood::new();
    let text = |text: &str| text.to_owned();
    for (line, misread) in [
        ("", AffairMisread::Empty),
        ("  \u{feff}", AffairMisread::Empty),
        ("楼道堆物", AffairMisread::NoVerb(text("楼道堆物"))),
        ("/飞 上天", AffairMisread::UnknownVerb(text("飞"))),
        (
            "/cx 17",
            AffairMisread::SeveralVerbs(
                text("cx"),
                vec![AffairVerb::Procedure, AffairVerb::Undo, AffairVerb::CallOut],
            ),
        ),
        ("/登记", AffairMisread::Incomplete(AffairVerb::Raise)),
        ("/登记；提出：王小明", AffairMisread::Incomplete(AffairVerb::Raise)),
        ("/登记 甲；题目：乙", AffairMisread::TooMuch(AffairVerb::Raise, text("甲"))),
        ("/登记 甲；时间：下午", AffairMisread::UnknownLabel(AffairVerb::Raise, text("时间"))),
        ("/登记 甲；地点：乙；地点：丙", AffairMisread::LabelTwice(text("地点"))),
        ("/登记 甲；提出 王小明", AffairMisread::LabelWithoutColon(text("提出"))),
        ("/登记 甲 提出：王小明", AffairMisread::LabelInText(text("提出"))),
        ("/登记 甲；地点：3栋，提出：王小明", AffairMisread::LabelInText(text("提出"))),
        ("/登记 甲；日期：某天", AffairMisread::NotADate(text("某天"))),
        ("/登记 甲；日期：2-30", AffairMisread::NoSuchDay(text("02-30"))),
        ("/登记 甲；日期：明天", AffairMisread::FutureDay(text("明天"))),
        (
            "/登记 甲；提出：王芳",
            AffairMisread::SeveralPeople(
                text("王芳"),
                vec![text("王芳(3栋2单元)"), text("王芳(13栋)")],
            ),
        ),
        ("/登记 甲；提出：李强", AffairMisread::LikeKnown(text("李强"), vec![text("李强国")])),
        ("/登记 甲；提出：zhangsan", AffairMisread::NobodyCalled(text("zhangsan"))),
        ("/登记 甲；提出：张三 李四", AffairMisread::UnitOrName(text("李四"))),
        ("/审定 十七 受理", AffairMisread::NotACase(text("十七"))),
        ("/撤销 3", AffairMisread::TooMuch(AffairVerb::Undo, text("3"))),
        ("/撤回 17", AffairMisread::Incomplete(AffairVerb::Withdraw)),
    ] {
        assert_eq!(hood.misread(line), misread, "{line}");
    }
    let choices = ["邻里纠纷", "信访诉求", "权益保障"].map(str::to_owned).to_vec();
    assert_eq!(
        hood.misread("/登记 甲；类别：烦心事"),
        AffairMisread::CouldBe(Kind::Class, "烦心事".to_owned(), choices)
    );
    assert!(matches!(
        hood.misread("/登记 甲；类别：大事"),
        AffairMisread::NotOneOf(Kind::Class, ..)
    ));
    // A name with its unit is somebody new, whatever other names are like it.
    let raised =
        Affair::Raise { slip: slip("甲"), proposers: vec![new("李强")], procedure: None };
    hood.mean(&["/登记 甲；提出：李强（5栋）"], &raised);
    assert_eq!(hood.read("/撤销"), Ok(AffairEntry::TakeBack));
    assert_eq!(hood.read("/undo."), Ok(AffairEntry::TakeBack));
    assert_eq!(hood.read("/帮助"), Ok(AffairEntry::Help));
}

#[test]
fn texts_keep_what_is_no_field() {
    let hood = Hood::new();
    for (line, title) in [
        ("/登记 关于3栋：电梯太慢", "关于3栋：电梯太慢"),
        ("/登记 19:30 后噪声", "19:30 后噪声"),
        ("/登记 甲；乙", "甲；乙"),
        ("/登记 http://a.b/c", "http://a.b/c"),
    ] {
        let raised = Affair::Raise { slip: slip(title), proposers: Vec::new(), procedure: None };
        hood.mean(&[line], &raised);
    }
}

#[test]
fn every_answer_says_what_to_do_in_both_languages() {
    let hood = Hood::new();
    for lang in [Lang::Zh, Lang::En] {
        let words = Words::new(lang);
        let told = |line: &str| hood.misread(line).tell(&words);
        for (line, zh, en) in [
            ("/飞", "/帮助", "/help"),
            ("/登记 甲；时间：下午", "来源、类别", "source, class"),
            ("/登记 甲；提出：李强", "（5栋）", "(unit 5)"),
            ("/登记", "/登记 题目", "/raise TITLE"),
            ("/cx", "/程序、/撤销", "/procedure, /undo"),
            ("/审定 17 不受理；理由：私事", "；转办：", "; redirect:"),
            ("/登记 甲；日期：某天", "11-20", "11-20"),
            ("/登记 甲；地点：", "地点", "place"),
            ("/评价 17 王小明 满意 很好", "基本满意", "基本满意"),
        ] {
            let expected = if lang == Lang::Zh { zh } else { en };
            assert!(told(line).contains(expected), "{line}: {}", told(line));
        }
        // What is typed comes back short and harmless.
        let long = format!("/登记 甲；提出：{}", "长".repeat(3_000));
        if let Err(misread) = hood.read(&long) {
            assert!(misread.tell(&words).chars().count() < 300);
        }
    }
}

#[test]
fn every_verb_has_its_words() {
    let words = [Words::new(Lang::Zh), Words::new(Lang::En)];
    for word in all() {
        assert_eq!(word.verb.word().usage, word.usage, "{:?}", word.verb);
        assert!(!word.zh.is_empty() && !word.en.is_empty());
        for words in &words {
            let (_, about) = word.explained(words);
            assert!(!about.is_empty(), "{:?}", word.verb);
        }
        // No spelling belongs to two verbs.
        for spelling in word.spellings() {
            let owners = all().filter(|it| it.spellings().any(|other| other == spelling)).count();
            assert_eq!(owners, 1, "{spelling}");
        }
    }
}

#[test]
fn a_line_may_begin_with_when_it_was() {
    let given = |day: Option<&str>, time: Option<(u32, u32)>| Given {
        day: day.map(|it| it.parse().unwrap()),
        time: time.map(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0).unwrap()),
    };
    for (line, expected) in [
        ("/登记 甲", given(None, None)),
        ("09:30 /登记 甲", given(None, Some((9, 30)))),
        ("11-20 /登记 甲", given(Some("2026-11-20"), None)),
        ("2026-11-20 09:30 /登记 甲", given(Some("2026-11-20"), Some((9, 30)))),
        ("2026/11/20 ９：３０ /登记 甲", given(Some("2026-11-20"), Some((9, 30)))),
        ("11月20日/登记 甲", given(Some("2026-11-20"), None)),
        // A day of the year that is still to come was last year's.
        ("12-05 /登记 甲", given(Some("2025-12-05"), None)),
    ] {
        assert_eq!(leading_moment(line, today()), Ok((expected, "/登记 甲")), "{line}");
    }
    for (line, misread) in [
        ("2026-12-05 /登记 甲", AffairMisread::FutureDay("2026-12-05".to_owned())),
        ("13-45 /登记 甲", AffairMisread::NoSuchDay("13-45".to_owned())),
        ("25:99 /登记 甲", AffairMisread::NoSuchTime("25:99".to_owned())),
        ("17 /登记 甲", AffairMisread::NotADate("17".to_owned())),
    ] {
        assert_eq!(leading_moment(line, today()), Err(misread), "{line}");
    }
}

#[test]
fn what_could_come_next_is_offered() {
    let hood = Hood::new();
    let zh = Words::new(Lang::Zh);
    let offered = |line: &str| -> Vec<String> {
        let found = complete(line, hood.context(), &zh);
        found
            .into_iter()
            .map(|it| format!("{}{}", line.get(..it.from).unwrap(), it.insert))
            .collect()
    };
    assert_eq!(offered("/登"), ["/登记 "]);
    assert_eq!(offered("/dj"), ["/登记 "]);
    assert_eq!(offered("/登记 楼道；提"), ["/登记 楼道；提出："]);
    assert_eq!(offered("/登记 楼道；提出：wxm"), ["/登记 楼道；提出：王小明"]);
    assert_eq!(offered("/登记 楼道；提出：张三、wxm"), ["/登记 楼道；提出：张三、王小明"]);
    assert_eq!(offered("/登记 楼道；类别：邻"), ["/登记 楼道；类别：邻里纠纷"]);
    assert_eq!(offered("/审定 楼道"), ["/审定 17 "]);
    assert_eq!(offered("/审定 ldd"), ["/审定 17 "]);
    assert_eq!(offered("/审定 17 "), ["/审定 17 受理", "/审定 17 不受理"]);
    assert_eq!(offered("/审定 17 不受理；理由：诉"), ["/审定 17 不受理；理由：已进入诉讼或仲裁"]);
    assert_eq!(offered("/程序 17 三"), ["/程序 17 三会"]);
    assert_eq!(offered("/列入 17 楼"), ["/列入 17 2026-12-03-loudao"]);
    assert_eq!(offered("/列入 17 dt"), ["/列入 17 2026-12-03-dianti"]);
    // One that was to be held before today may go on, but it is not the first that is thought of.
    let coming = ["/列入 17 2026-12-03-dianti", "/列入 17 2026-12-03-loudao"];
    assert_eq!(offered("/列入 17 "), coming);
    let all = [&coming[..], &["/列入 17 2026-11-20-tingche"]].concat();
    assert_eq!(offered("/列入 17 2026"), all);
    assert_eq!(offered("/评价 17 w"), ["/评价 17 王小明 "]);
    assert_eq!(offered("/评价 17 王小明 不"), ["/评价 17 王小明 不满意 "]);
    assert_eq!(offered("/结果 17 正"), ["/结果 17 正在解决"]);
    let fields = offered("/登记 楼道；地点：3栋；");
    assert!(fields.contains(&"/登记 楼道；地点：3栋；提出：".to_owned()), "{fields:?}");
    assert!(!fields.iter().any(|it| it.ends_with("；地点：")), "{fields:?}");
    assert!(offered("楼道").is_empty());
}

proptest! {
    #[test]
    fn nothing_typed_panics(line in "(/|、|)(登记|审定|归并|调研|走访|评价|阶段名|列入|公示|raise|rate|)[ ]?[0-9#；;:：|、，/a-zA-Z王小明满意到第号栋日月 -]{0,40}") {
        let hood = HOOD.with(Arc::clone);
        let context = hood.context();
        let words = Words::new(Lang::En);
        if let Err(misread) = read(&line, context) {
            prop_assert!(!misread.tell(&words).is_empty());
        }
        let _ = leading_moment(&line, today());
        for completion in complete(&line, context, &words) {
            prop_assert!(line.is_char_boundary(completion.from), "{completion:?}");
        }
    }

    #[test]
    fn any_characters_do_no_harm(line in any::<String>()) {
        let hood = HOOD.with(Arc::clone);
        let _ = read(&line, hood.context());
        let _ = read(&format!("/登记 {line}"), hood.context());
        let _ = read(&format!("/评价 17 {line}"), hood.context());
        let _ = leading_moment(&line, today());
        let _ = complete(&line, hood.context(), &Words::new(Lang::Zh));
    }
}

thread_local! {
    static HOOD: Arc<Hood> = Arc::new(Hood::new());
}
