//! A long, believable meeting: 300 people known, 60 of them in the room, nine items, 5,000 lines.
//!
//! Everything in it was allowed by `decide`, and it is the same every time.

#![allow(dead_code, reason = "each benchmark uses its own part of this")]

use chrono::{DateTime, Days, NaiveDate, TimeDelta};
use yishi::domain::action::Promise;
use yishi::domain::agreement::{Hands, Threshold};
use yishi::domain::command::Command;
use yishi::domain::event::{FORMAT, Setup};
use yishi::domain::ids::{OpinionId, PersonId};
use yishi::domain::item::{Outcome, PlannedItem};
use yishi::domain::ledger::KnownPerson;
use yishi::domain::meeting::Meeting;
use yishi::domain::opinion::Stance;
use yishi::domain::people::{Newcomer, Role, Who};
use yishi::domain::record::Moment;
use yishi::store::chain::encode_log;

/// Lines of the meeting.
pub const LINES: usize = 5_000;
/// People the community knows.
pub const KNOWN: usize = 300;
/// People in the room.
const PRESENT: usize = 60;
/// Lines until an item ends; the last one stays on the table.
const LINES_AN_ITEM: usize = 600;
/// Who writes.
pub const BY: &str = "李敏";

const SURNAMES: [&str; 20] = [
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林",
    "何", "郭", "马", "罗",
];
const GIVEN: [&str; 15] = [
    "桂花", "小明", "强", "丽", "建国", "秀英", "敏", "伟", "玉兰", "志强", "芳", "淑珍", "军",
    "晓燕", "德胜",
];
const ITEMS: [&str; 9] = [
    "通报上次会议事项",
    "停车位改造",
    "下水道疏通",
    "电动车充电",
    "楼道堆物清理",
    "加装电梯",
    "小广场噪声",
    "公共收益使用",
    "垃圾分类点位调整",
];
const TEXTS: [&str; 12] = [
    "停车位应先给老人和行动不便的住户",
    "先公示再划线，上次就是没有公示，大家回家才看见线已经画好了",
    "费用从公共收益里出，账目每个季度要贴出来",
    "夜间可以和旁边的单位共享车位",
    "一楼住户的采光要有书面方案，不能只是口头答应",
    "3栋门口的下水道每逢下雨就倒灌，已经报了四次",
    "同意",
    "同意，但要先问问二单元的意见",
    "楼道里的旧家具请社区统一清一次，清理前三天贴通知",
    "充电桩装在车棚里，不要拉到楼下来",
    "广场舞晚上九点以前结束，音量请物业管一管，家里有高考的孩子；周末也希望早一点",
    "请物业给一个书面答复",
];
const STANCES: [Option<Stance>; 6] = [
    Some(Stance::Support),
    None,
    Some(Stance::Concern),
    Some(Stance::Suggestion),
    Some(Stance::Oppose),
    Some(Stance::Supplement),
];

fn pick<T: Clone>(from: &[T], at: usize) -> T {
    from[at % from.len()].clone()
}

/// The moment the record was made.
pub fn beginning() -> Moment {
    match DateTime::parse_from_rfc3339("2026-11-23T18:30:00+08:00") {
        Ok(moment) => moment,
        Err(error) => panic!("{error}"),
    }
}

fn day() -> NaiveDate {
    beginning().date_naive()
}

fn household(at: usize) -> String {
    format!("{}栋{}", at % 12 + 1, 101 + at % 6 * 100 + at % 4)
}

/// Everybody the community knows.
pub fn known() -> Vec<KnownPerson> {
    (0..KNOWN)
        .map(|at| KnownPerson {
            key: format!("p{at:03}"),
            name: format!("{}{}", pick(&SURNAMES, at), pick(&GIVEN, at / SURNAMES.len())),
            role: if at.is_multiple_of(9) { Role::ResidentRepresentative } else { Role::Resident },
            household: Some(household(at)),
            sector: None,
            grid: None,
        })
        .collect()
}

fn setup() -> Setup {
    let planned = |title: &&str| PlannedItem { title: (*title).to_owned(), minutes: Some(20) };
    Setup {
        format: FORMAT,
        device: "desk".to_owned(),
        community: "jinyuan".to_owned(),
        community_name: "锦苑社区".to_owned(),
        title: "十一月协商会".to_owned(),
        on: day(),
        place: Some("居委会二楼会议室".to_owned()),
        facilitator: Some("周建国".to_owned()),
        starts: None,
        recorder: None,
        turn_seconds: 180,
        threshold: Threshold::MajorityOfPresent,
        agenda: ITEMS.iter().map(planned).collect(),
    }
}

struct Room {
    meeting: Meeting,
    now: Moment,
}

impl Room {
    fn is_full(&self) -> bool {
        self.meeting.lines().len() >= LINES
    }

    /// Carries out what the rules allow; two to nine seconds pass.
    fn tries(&mut self, command: &Command) {
        if self.is_full() {
            return;
        }
        let step = [2, 5, 3, 9, 4, 2, 7];
        self.now += TimeDelta::seconds(pick(&step, self.meeting.lines().len()));
        // What is refused leaves no line: somebody's hand was up already, nobody waits.
        let _ = self.meeting.carry_out(command, self.now, BY);
    }

    fn last_opinion(&self) -> OpinionId {
        OpinionId::after(self.meeting.session().opinions.len().saturating_sub(1))
    }

    /// One turn of somebody's, and what goes with it.
    fn round(&mut self, n: usize) {
        let person = |step: usize| PersonId::after((n * 7 + step) % PRESENT);
        self.tries(&Command::RaiseHand { who: person(0).into(), stance: pick(&STANCES, n) });
        if n.is_multiple_of(4) {
            self.tries(&Command::RaiseHand { who: person(11).into(), stance: None });
        }
        self.tries(&Command::GiveFloor(None));
        let (stance, text) = (pick(&STANCES, n), pick(&TEXTS, n).to_owned());
        self.tries(&Command::RecordOpinion { who: None, stance, text });
        if n.is_multiple_of(2) {
            let who = vec![person(3).into(), person(5).into()];
            self.tries(&Command::Endorse { opinion: self.last_opinion(), who });
        }
        if n.is_multiple_of(3) {
            let (who, text) = (Some(person(9).into()), pick(&TEXTS, n + 5).to_owned());
            self.tries(&Command::RecordOpinion { who, stance: pick(&STANCES, n + 1), text });
        }
        if n.is_multiple_of(5) {
            let (who, stance) = (Some(person(13).into()), Some(Stance::Question));
            self.tries(&Command::RecordOpinion { who, stance, text: "费用谁出".to_owned() });
            if !n.is_multiple_of(25) {
                let (opinion, text) = (self.last_opinion(), "从公共收益里出".to_owned());
                self.tries(&Command::Answer { opinion, text });
            }
        }
        self.second_thoughts(n);
        self.agreements(n);
    }

    fn second_thoughts(&mut self, n: usize) {
        if n.is_multiple_of(12) {
            self.tries(&Command::Undo);
            self.tries(&Command::Redo);
        }
        if n.is_multiple_of(20) {
            self.tries(&Command::Undo);
        }
        if n.is_multiple_of(17) {
            let (opinion, text) = (self.last_opinion(), pick(&TEXTS, n + 3).to_owned());
            self.tries(&Command::AmendOpinion { opinion, stance: pick(&STANCES, n), text });
        }
        if n.is_multiple_of(29) {
            self.tries(&Command::WithdrawOpinion(self.last_opinion()));
        }
    }

    fn agreements(&mut self, n: usize) {
        if n.is_multiple_of(40) {
            self.tries(&Command::Resolve("先公示方案，七天无异议后施工".to_owned()));
            let hands = Hands { favour: 38, against: 7, abstain: 5 };
            self.tries(&Command::CountHands { hands, resolution: None, question: None });
        }
        if n.is_multiple_of(30) {
            self.tries(&Command::Promise(Promise {
                what: "张贴方案并公示七天".to_owned(),
                owner: Some("物业".to_owned()),
                due: day().checked_add_days(Days::new(14)),
                test: (n.is_multiple_of(60)).then(|| "公告栏有图".to_owned()),
                from: vec![self.last_opinion()],
                from_points: Vec::new(),
            }));
        }
        if n.is_multiple_of(50) {
            let text = "电动车乱停，请街道协调".to_owned();
            self.tries(&Command::Park { who: None, text });
            self.tries(&Command::Note("有三位住户提前离场".to_owned()));
        }
        if n.is_multiple_of(8) {
            self.tries(&Command::EndTurn);
        }
    }
}

/// The meeting, its last item on the table.
pub fn long_meeting() -> Meeting {
    let mut room = Room { meeting: Meeting::create(setup(), beginning(), BY), now: beginning() };
    let people: Vec<KnownPerson> = known();
    for group in people.iter().take(PRESENT).collect::<Vec<_>>().chunks(4) {
        let joining = group.iter().map(|it| {
            Who::Joining(Newcomer {
                name: it.name.clone(),
                role: it.role.clone(),
                household: it.household.clone(),
                key: Some(it.key.clone()),
            })
        });
        room.tries(&Command::SignIn(joining.collect()));
    }
    room.tries(&Command::Open);
    room.tries(&Command::OpenItem(None));
    let (mut n, mut item) = (0, 1);
    while !room.is_full() {
        n += 1;
        room.round(n);
        if item < ITEMS.len() && room.meeting.lines().len() > item * LINES_AN_ITEM {
            let outcome = pick(&Outcome::ALL, item);
            room.tries(&Command::CloseItem { outcome, why: None, despite: true });
            room.tries(&Command::OpenItem(None));
            item += 1;
        }
    }
    let session = room.meeting.session();
    assert_eq!(room.meeting.lines().len(), LINES);
    assert_eq!(session.people.len(), PRESENT);
    assert!(session.opinions.len() > LINES / 4 && !session.votes.is_empty());
    assert!(session.open_item.is_some() && session.floor.is_some());
    room.meeting
}

/// The meeting as it stands in its file.
pub fn long_file() -> Vec<u8> {
    match encode_log(long_meeting().lines()) {
        Ok((bytes, _)) => bytes,
        Err(error) => panic!("{error}"),
    }
}
