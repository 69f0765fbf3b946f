//! A store of many communities that have met many times, with an evening's record of each meeting.

#![allow(dead_code, reason = "each benchmark uses its own part of this")]

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use chrono::{Datelike as _, Days, NaiveDate, TimeDelta, TimeZone as _};
use yishi::domain::action::{ActionState, Promise};
use yishi::domain::agreement::{Hands, Threshold};
use yishi::domain::command::Command;
use yishi::domain::event::{FORMAT, Setup};
use yishi::domain::ids::{ActionId, PersonId};
use yishi::domain::item::{Outcome, PlannedItem};
use yishi::domain::ledger::LedgerEvent;
use yishi::domain::meeting::Meeting;
use yishi::domain::opinion::Stance;
use yishi::domain::people::{Newcomer, Role, Who};
use yishi::domain::record::{Line, Moment};
use yishi::domain::survey::{Outing, OutingKind};
use yishi::domain::topic::{
    CaseNo, Class, Decision, Level, Proposer, ResultClass, Satisfaction, Slip, Source,
};
use yishi::store::chain::encode_log;
use yishi::store::device::Origin;
use yishi::store::library::Store;
use yishi::store::os_disk::OsDisk;

/// Turns on an item of a usual evening, and of one with 200 lines.
const TURNS: usize = 4;
const LONG_TURNS: usize = 15;
const BY: &str = "李敏";
const PLACES: [&str; 24] = [
    "锦苑",
    "青山",
    "翠湖",
    "河滨",
    "朝阳",
    "新华",
    "甲秀",
    "金阳",
    "观山",
    "宅吉",
    "黔灵",
    "富水",
    "市西",
    "延安",
    "中华",
    "文昌",
    "次南",
    "油榨",
    "太慈",
    "遵义",
    "纪念塔",
    "中曹",
    "花果",
    "云潭",
];
const KINDS: [&str; 9] = ["苑", "里", "园", "路", "巷", "湾", "桥", "坡", "台"];
const MATTERS: [&str; 24] = [
    "停车位改造",
    "下水道疏通",
    "电动车充电",
    "楼道堆物清理",
    "加装电梯",
    "小广场噪声",
    "公共收益使用",
    "垃圾分类点位调整",
    "外墙渗水",
    "路灯维修",
    "门禁更换",
    "绿化补种",
    "快递柜选址",
    "养犬管理",
    "消防通道",
    "水压不足",
    "屋顶防水",
    "儿童游乐设施",
    "老年食堂",
    "晾衣杆安装",
    "监控增设",
    "车棚扩建",
    "道路平整",
    "物业费调整",
];
const OWNERS: [&str; 8] =
    ["物业", "居委会", "业委会", "街道办", "王小明", "陈桂花", "供水公司", "网格员"];
const SAID: [&str; 8] = [
    "停车位应先给老人和行动不便的住户",
    "先公示再划线，上次就是没有公示，大家回家才看见线已经画好了",
    "费用从公共收益里出，账目每个季度要贴出来",
    "一楼住户的采光要有书面方案，不能只是口头答应",
    "门口的下水道每逢下雨就倒灌，已经报了四次",
    "同意，但要先问问二单元的意见",
    "楼道里的旧家具请社区统一清一次，清理前三天贴通知",
    "请物业给一个书面答复",
];

/// A store in a folder of its own.
pub struct Library {
    root: PathBuf,
    /// Gone with the last who holds it.
    _folder: Option<tempfile::TempDir>,
}

fn pick<'a>(from: &[&'a str], at: usize) -> &'a str {
    from[at % from.len()]
}

/// Two neighbouring numbers of a community lie far apart.
fn spread(at: usize) -> usize {
    at.wrapping_mul(2_654_435_761) >> 7
}

pub fn community_id(at: usize) -> String {
    format!("c{at:03}")
}

fn community_name(at: usize) -> String {
    let kind = KINDS[(at / PLACES.len()) % KINDS.len()];
    format!("{}{kind}社区", pick(&PLACES, at))
}

/// The day of a community's meeting: every second week, the latest in November 2026.
fn day(community: usize, meeting: usize, meetings: usize) -> NaiveDate {
    let last = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default();
    let back = (meetings - 1 - meeting) * 14 + community % 14;
    last.checked_sub_days(Days::new(back as u64)).unwrap_or(last)
}

fn evening(on: NaiveDate) -> Moment {
    let zone = chrono::FixedOffset::east_opt(8 * 3_600).unwrap_or_else(|| panic!("no zone"));
    match zone.with_ymd_and_hms(on.year(), on.month(), on.day(), 19, 0, 0).single() {
        Some(moment) => moment,
        None => panic!("no evening on {on}"),
    }
}

struct Room {
    meeting: Meeting,
    now: Moment,
}

impl Room {
    fn tries(&mut self, command: &Command) {
        self.now += TimeDelta::seconds(17);
        // What the rules refuse leaves no line.
        let _ = self.meeting.carry_out(command, self.now, BY);
    }
}

/// One evening: six items, 16 people; with four turns an item some 90 lines, 20 KB.
fn meeting(community: usize, number: usize, on: NaiveDate, turns: usize) -> Meeting {
    let seed = spread(community * 97 + number);
    let items = (0..6).map(|item| PlannedItem {
        title: format!("{}（{}号楼）", pick(&MATTERS, seed + item * 5), seed % 31 + item),
        minutes: Some(15),
    });
    let setup = Setup {
        format: FORMAT,
        device: "desk".to_owned(),
        community: community_id(community),
        community_name: community_name(community),
        title: format!("{}年{}月第{number}次协商会", on.year(), on.month()),
        on,
        place: Some("居委会二楼会议室".to_owned()),
        facilitator: Some("周建国".to_owned()),
        starts: None,
        recorder: None,
        turn_seconds: 180,
        threshold: Threshold::MajorityOfPresent,
        agenda: items.collect(),
    };
    let now = evening(on);
    let mut room = Room { meeting: Meeting::create(setup, now, BY), now };
    let people = (0..16).map(|at| {
        let name = format!(
            "{}{}",
            pick(&["王", "李", "张", "陈"], at),
            pick(&["芳", "强", "敏", "军"], at / 4)
        );
        Who::Joining(Newcomer { name, role: Role::Resident, household: None, key: None })
    });
    room.tries(&Command::SignIn(people.collect()));
    room.tries(&Command::Open);
    for item in 0..6 {
        room.tries(&Command::OpenItem(None));
        for turn in 0..turns {
            let who = Some(PersonId::after((seed + item * 4 + turn) % 16).into());
            let stance = Some(Stance::ALL[(seed + turn) % 2]);
            let text = format!("{}，{}号", pick(&SAID, seed + item + turn), seed % 500);
            room.tries(&Command::RaiseHand {
                who: PersonId::after((seed + turn) % 16).into(),
                stance,
            });
            room.tries(&Command::RecordOpinion { who, stance, text });
        }
        if item % 2 == 0 {
            // There is a resolution, so it may end as agreed.
            room.tries(&Command::Resolve("先公示方案，七天无异议后施工".to_owned()));
            let hands = Hands { favour: 11, against: 3, abstain: 1 };
            room.tries(&Command::CountHands { hands, resolution: None, question: None });
            room.tries(&Command::Promise(Promise {
                what: format!(
                    "{}方案张贴并公示，{}号前",
                    pick(&MATTERS, seed + item * 5),
                    seed % 28 + 1
                ),
                owner: Some(pick(&OWNERS, seed + item).to_owned()),
                due: on.checked_add_days(Days::new(20 + item as u64)),
                test: Some("公告栏有图".to_owned()),
                from: Vec::new(),
                from_points: Vec::new(),
            }));
        }
        let outcome =
            if item % 2 == 0 { Outcome::Agreed } else { Outcome::ALL[1 + (seed + item) % 3] };
        room.tries(&Command::CloseItem { outcome, why: None, despite: true });
    }
    room.tries(&Command::Close { leave: true });
    assert!(room.meeting.session().closed.is_some());
    room.meeting
}

/// News of the actions of all meetings but the last ones, as one device entered it.
fn ledger(community: usize, sessions: &[(String, NaiveDate)]) -> Vec<Line<LedgerEvent>> {
    let mut lines = Vec::new();
    let mut line = |at: Moment, events| {
        lines.push(Line { seq: lines.len() as u64, at, by: BY.to_owned(), events });
    };
    let first = evening(sessions.first().map_or_else(NaiveDate::default, |it| it.1));
    let created = LedgerEvent::Created {
        format: FORMAT,
        device: "desk".to_owned(),
        community: community_id(community),
    };
    line(first, vec![created]);
    let people = (0..120).map(|at| LedgerEvent::PersonEntered {
        key: format!("p{at:03}"),
        name: format!("住户{at}"),
        role: Role::Resident,
        household: Some(format!("{}栋", at % 12 + 1)),
        sector: None,
        grid: None,
    });
    line(first, people.collect());
    for (session, on) in sessions.iter().take(sessions.len().saturating_sub(2)) {
        let reports = (1..=3).map(|action| LedgerEvent::ActionReported {
            session: session.clone(),
            action: ActionId(action),
            state: ActionState::Done,
            note: Some("已完成，照片存档".to_owned()),
        });
        line(evening(*on), reports.collect());
    }
    lines
}

/// Topics from slip to rating, one every eighth day.
fn topics(community: usize, count: u32, lines: &mut Vec<Line<LedgerEvent>>) {
    let begin = NaiveDate::from_ymd_opt(2025, 8, 1).unwrap_or_default();
    let mut put = |on: NaiveDate, event: LedgerEvent| {
        let at = lines.last().map_or(evening(on), |line| line.at.max(evening(on)));
        lines.push(Line { seq: lines.len() as u64, at, by: BY.to_owned(), events: vec![event] });
    };
    for number in 1..=count {
        let seed = spread(community * 131 + number as usize);
        let topic = CaseNo::plain(number);
        let on = begin.checked_add_days(Days::new(u64::from(number) * 8)).unwrap_or(begin);
        let after = |days: u64| on.checked_add_days(Days::new(days)).unwrap_or(on);
        let slip = Slip {
            title: format!("{}（{}号楼）", pick(&MATTERS, seed), seed % 31 + 1),
            reason: Some(pick(&SAID, seed).to_owned()),
            suggestion: None,
            on,
            source: Source::ALL[seed % 5],
            channel: None,
            class: (!seed.is_multiple_of(7)).then(|| Class::ALL[seed % 5]),
            place: Some(format!("{}栋", seed % 12 + 1)),
            group: None,
            origin: None,
        };
        let name = pick(&["王芳", "李强", "张敏", "陈军"], seed).to_owned();
        let proposers = vec![Proposer { name: name.clone(), key: None }];
        put(on, LedgerEvent::TopicRaised { topic: topic.clone(), slip, proposers });
        let decision = Decision::Accepted { level: Level::Community };
        put(
            after(1),
            LedgerEvent::TopicScreened { topic: topic.clone(), decision, approver: None },
        );
        let visit = Outing {
            kind: OutingKind::Visit,
            on: after(2),
            place: "3栋".to_owned(),
            topic: Some(topic.clone()),
            count: u32::try_from(seed % 20).unwrap_or(0),
            by: Vec::new(),
            note: None,
        };
        put(after(2), LedgerEvent::OutingMade(visit));
        let unit = pick(&OWNERS, seed).to_owned();
        let (with, due) = (Vec::new(), Some(after(20)));
        put(after(3), LedgerEvent::TopicAssigned { topic: topic.clone(), unit, with, due });
        let class = ResultClass::ALL[seed % 4];
        put(after(4), LedgerEvent::TopicResulted { topic: topic.clone(), class, note: None });
        let result = Satisfaction::ALL[seed % 3];
        let handling = Satisfaction::Satisfied;
        put(after(5), LedgerEvent::TopicRated { topic, name, handling, result, note: None });
    }
}

fn write(path: &Path, bytes: &[u8]) {
    let long_ago = SystemTime::now() - Duration::from_hours(1);
    let written = fs::write(path, bytes)
        .and_then(|()| File::options().write(true).open(path)?.set_modified(long_ago));
    if let Err(error) = written {
        panic!("{}: {error}", path.display());
    }
}

fn encoded<E: yishi::store::chain::Event>(lines: &[Line<E>]) -> Vec<u8> {
    encode_log(lines).unwrap_or_else(|error| panic!("{error}")).0
}

impl Library {
    /// So many communities with so many closed meetings each, written an hour ago.
    pub fn new(communities: usize, meetings: usize) -> Self {
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("no folder: {error}"));
        fill(folder.path(), communities, meetings);
        Self { root: folder.path().to_path_buf(), _folder: Some(folder) }
    }

    /// The same in a folder that stays; what is there already is used again.
    pub fn kept_in(root: &Path, communities: usize, meetings: usize) -> Self {
        if !root.join("communities").is_dir() {
            fill(root, communities, meetings);
        }
        Self { root: root.to_path_buf(), _folder: None }
    }

    /// The same with some 200 lines of each meeting, and so many topics in each ledger.
    pub fn long(communities: usize, meetings: usize, topics: u32) -> Self {
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("no folder: {error}"));
        fill_with(folder.path(), communities, meetings, Kind { turns: LONG_TURNS, topics });
        Self { root: folder.path().to_path_buf(), _folder: Some(folder) }
    }

    /// That in a folder that stays; what is there already is used again.
    pub fn long_kept_in(root: &Path, communities: usize, meetings: usize, topics: u32) -> Self {
        if !root.join("communities").is_dir() {
            fill_with(root, communities, meetings, Kind { turns: LONG_TURNS, topics });
        }
        Self { root: root.to_path_buf(), _folder: None }
    }

    /// The store's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The store.
    pub fn store(&self) -> Store {
        Store::new(Arc::new(OsDisk), &self.root, Origin::default())
    }
}

/// Fills a folder with a store.
pub fn fill(root: &Path, communities: usize, meetings: usize) {
    fill_with(root, communities, meetings, Kind { turns: TURNS, topics: 0 });
}

/// What is in a store besides how much of it there is.
#[derive(Clone, Copy)]
struct Kind {
    /// Turns on each item.
    turns: usize,
    /// Topics in each ledger.
    topics: u32,
}

fn fill_with(root: &Path, communities: usize, meetings: usize, kind: Kind) {
    for community in 0..communities {
        let folder = root.join("communities").join(community_id(community));
        let sessions = folder.join("sessions");
        fs::create_dir_all(&sessions).unwrap_or_else(|error| panic!("{error}"));
        let card = format!(
            "(\n    name: \"{}\",\n    region: \"贵州省/贵阳市/云岩区\",\n    turn_seconds: 180,\n    threshold: MajorityOfPresent,\n)\n",
            community_name(community)
        );
        write(&folder.join("community.ron"), card.as_bytes());
        let mut held = Vec::new();
        for number in 0..meetings {
            let on = day(community, number, meetings);
            let session = format!("{on}-m{number:02}");
            write(
                &path_of(root, community, &session),
                &encoded(meeting(community, number, on, kind.turns).lines()),
            );
            held.push((session, on));
        }
        let mut lines = ledger(community, &held);
        topics(community, kind.topics, &mut lines);
        write(&folder.join("ledger.desk.ron"), &encoded(&lines));
    }
}

/// Where a session is.
pub fn path_of(root: &Path, community: usize, session: &str) -> PathBuf {
    let id = community_id(community);
    root.join("communities").join(id).join("sessions").join(format!("{session}.ron"))
}
