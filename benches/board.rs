//! The board of a community with 10,000 topics, most of them settled long ago.
//!
//! Goals: its first frame less than 50 ms after it is asked for, warm; a letter typed, or the bar
//! moved, less than 2 ms with the frame drawn.

use std::sync::{Arc, OnceLock};

use chrono::{DateTime, NaiveDate, TimeDelta};
use divan::Bencher;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use yishi::domain::affairs::{Affair, Ground, decide};
use yishi::domain::event::FORMAT;
use yishi::domain::ledger::{Ledger, LedgerEvent};
use yishi::domain::record::{Line, Moment};
use yishi::domain::rules::RuleSet;
use yishi::domain::topic::{
    CaseNo, Class, Decision, Level, Proposer, ResultClass, Satisfaction, Slip, Source,
};
use yishi::domain::topic_row::TopicRow;
use yishi::grammar::directory::Directory;
use yishi::grammar::procedures::{DEFAULT, shipped};
use yishi::store::chain::encode_log;
use yishi::store::device::Origin;
use yishi::store::index::Cache;
use yishi::store::library::Store;
use yishi::store::os_disk::OsDisk;
use yishi::store::slug::Slug;
use yishi::text::words::{Lang, Words};
use yishi::tui::board::model::{Model, Whole};
use yishi::tui::board::msg::{Msg, News};
use yishi::tui::board::update::update;
use yishi::tui::board::view::render;

const TOPICS: u32 = 10_000;
const DEVICE: &str = "bench";
const AREA: Rect = Rect { x: 0, y: 0, width: 120, height: 40 };

const MATTERS: [&str; 16] = [
    "停车位改造",
    "下水道疏通",
    "电动车充电",
    "楼道堆物清理",
    "加装电梯",
    "小广场噪声",
    "公共收益使用",
    "垃圾分类点位",
    "外墙渗水",
    "路灯维修",
    "门禁更换",
    "绿化补种",
    "快递柜选址",
    "养犬管理",
    "消防通道",
    "屋顶防水",
];
const NAMES: [&str; 8] = ["王小明", "李强", "陈桂花", "赵敏", "周建国", "吴秀兰", "郑海", "孙丽"];

fn now() -> Moment {
    DateTime::parse_from_rfc3339("2026-11-25T09:30:00+08:00").unwrap_or_else(|it| panic!("{it}"))
}

fn ground(today: NaiveDate) -> Ground {
    Ground {
        today,
        device: DEVICE.to_owned(),
        procedure: DEFAULT.to_owned(),
        rules: Arc::new(RuleSet::unwritten()),
        rules_of: Vec::new(),
        procedures: shipped(),
    }
}

/// What is done about a topic: most are closed, every tenth is at some earlier point.
fn affairs(number: u32, on: NaiveDate) -> Vec<Affair> {
    let case = || CaseNo::plain(number);
    let name = |at: u32| NAMES[(at % 8) as usize].to_owned();
    let matter = MATTERS[(number.wrapping_mul(2_654_435_761) >> 20) as usize % MATTERS.len()];
    let slip = Slip {
        title: format!("{}号楼{matter}", number % 97 + 1),
        reason: Some("居民多次反映".to_owned()),
        suggestion: None,
        on,
        source: Source::ALL[(number % 3) as usize],
        channel: None,
        class: Some(Class::ALL[(number % 5) as usize]),
        place: Some(format!("{}栋", number % 97 + 1)),
        group: None,
        origin: None,
    };
    let proposers = vec![
        Proposer { name: name(number), key: None },
        Proposer { name: name(number + 3), key: None },
    ];
    let decision = Decision::Accepted { level: Level::Community };
    let rated = |at| Affair::Rate {
        topic: case(),
        name: name(at),
        handling: Satisfaction::Satisfied,
        result: Satisfaction::MostlySatisfied,
        note: None,
    };
    let answer = || Affair::Answer { topic: case(), names: Vec::new(), how: "当面".to_owned() };
    let mut all = vec![
        Affair::Raise { slip, proposers, procedure: None },
        Affair::Screen { topic: case(), decision, class: None, approver: None },
        answer(),
        Affair::Assign { topic: case(), unit: "物业".to_owned(), with: Vec::new(), due: None },
        Affair::Result {
            topic: case(), class: ResultClass::Solved, note: Some("已办".to_owned())
        },
        answer(),
        rated(number),
    ];
    let done = if number.is_multiple_of(10) { 1 + (number / 10 % 6) as usize } else { all.len() };
    all.truncate(done);
    all
}

struct Place {
    _folder: tempfile::TempDir,
    store: Store,
    cache: Cache,
    community: Slug,
}

fn lines() -> Vec<Line<LedgerEvent>> {
    let first = now() - TimeDelta::days(2_000);
    let created = LedgerEvent::Created {
        format: FORMAT,
        device: DEVICE.to_owned(),
        community: "big".to_owned(),
    };
    let mut lines =
        vec![Line { seq: 0, at: first, by: "方静".to_owned(), events: vec![created] }];
    let mut ledger = Ledger::of([(DEVICE, lines.as_slice())]);
    let mut ground = ground(first.date_naive());
    for number in 1..=TOPICS {
        let at = first + TimeDelta::minutes(i64::from(number) * 280);
        ground.today = at.date_naive();
        for affair in affairs(number, at.date_naive()) {
            let events =
                decide(&ledger, &ground, &affair).unwrap_or_else(|it| panic!("{affair:?}: {it:?}"));
            let line = ledger.next_line(DEVICE, at, "方静", &events);
            ledger.evolve(DEVICE, &line);
            lines.push(line);
        }
    }
    lines
}

fn place() -> &'static Place {
    static PLACE: OnceLock<Place> = OnceLock::new();
    PLACE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
        let community = Slug::parse("big").unwrap_or_else(|error| panic!("{error}"));
        let below = folder.path().join("communities/big");
        let lines = lines();
        let (bytes, _) = encode_log(&lines).unwrap_or_else(|error| panic!("{error}"));
        println!("ledger: {} lines, {} bytes", lines.len(), bytes.len());
        let written = std::fs::create_dir_all(&below)
            .and_then(|()| std::fs::write(below.join("community.ron"), "(name: \"大社区\")"))
            .and_then(|()| {
                let path = below.join("ledger.bench.ron");
                std::fs::write(&path, &bytes)?;
                // Long enough ago to be settled.
                let then = std::time::SystemTime::now() - std::time::Duration::from_mins(50);
                std::fs::File::options().append(true).open(&path)?.set_modified(then)
            });
        assert!(written.is_ok());
        let origin = Origin { given: Some(DEVICE.to_owned()), ..Origin::default() };
        let store = Store::new(Arc::new(OsDisk), folder.path().to_path_buf(), origin);
        let cache = Cache::new(&folder.path().join("cache"), folder.path());
        let place = Place { _folder: folder, store, cache, community };
        let whole = whole(&place);
        let sight = place.store.sight(&place.community);
        let saved = place.cache.save_rows(&place.store, &place.community, &sight, &whole.rows);
        assert!(saved.is_ok_and(|saved| saved), "stamps are not settled yet");
        place
    })
}

fn whole(place: &Place) -> Whole {
    let read = place.store.affairs(&place.community).unwrap_or_else(|error| panic!("{error}"));
    assert!(read.troubles.is_empty());
    assert_eq!(read.ledger.topics.len(), TOPICS as usize);
    let people = Directory::new(read.ledger.people.values().cloned());
    Whole::of(read.ledger, &ground(now().date_naive()), people, Vec::new())
}

fn board(place: &Place, rows: Vec<TopicRow>) -> Model {
    let ground = Arc::new(ground(now().date_naive()));
    let (name, words) = ("大社区".to_owned(), Words::new(Lang::Zh));
    Model::new(place.community.clone(), name, ground, rows, words, now())
}

fn frame(model: &Model) -> Buffer {
    let mut buf = Buffer::empty(AREA);
    render(model, AREA, &mut buf);
    buf
}

/// From the key that opens it to its first frame.
#[divan::bench(sample_count = 50)]
fn first_frame(bencher: Bencher) {
    let place = place();
    bencher.bench(|| {
        let sight = place.store.sight(&place.community);
        let rows = place.cache.rows(&place.store, &place.community, &sight);
        let rows = rows.unwrap_or_else(|| panic!("nothing is kept"));
        assert_eq!(rows.len(), TOPICS as usize);
        let model = board(place, rows);
        (frame(&model), model)
    });
}

/// The same where nothing is kept: everything is read first.
#[divan::bench(sample_count = 20)]
fn first_frame_without_a_cache(bencher: Bencher) {
    let place = place();
    bencher.bench(|| {
        let mut model = board(place, Vec::new());
        model.take_whole(whole(place));
        (frame(&model), model)
    });
}

/// On a thread of its own, right after the first frame.
#[divan::bench(sample_count = 20)]
fn reading_all(bencher: Bencher) {
    let place = place();
    bencher.bench(|| whole(place));
}

/// What was read takes the place of what was kept.
#[divan::bench(sample_count = 20)]
fn taking_it_in(bencher: Bencher) {
    let place = place();
    let rows = whole(place).rows;
    bencher
        .with_inputs(|| (board(place, rows.clone()), Box::new(whole(place))))
        .bench_local_values(|(mut model, whole)| {
            update(&mut model, Msg::News(News::Read(whole)), now());
            (frame(&model), model)
        });
}

#[divan::bench(sample_count = 50, args = ["t", "tc", "wxm", "停车位", "17", "王 tcw", "qqq"])]
fn a_letter(bencher: Bencher, typed: &str) {
    let place = place();
    let mut model = board(place, Vec::new());
    model.take_whole(whole(place));
    bencher.bench_local(|| {
        model.line.set("");
        model.filter_by_line();
        model.line.set(typed);
        model.filter_by_line();
        frame(&model)
    });
}

#[divan::bench(sample_count = 50)]
fn moving_the_bar(bencher: Bencher) {
    use crossterm::event::{KeyCode, KeyEvent};
    let place = place();
    let mut model = board(place, Vec::new());
    model.take_whole(whole(place));
    model.bar = 5_000;
    let mut down = false;
    bencher.bench_local(|| {
        down = !down;
        let code = if down { KeyCode::Down } else { KeyCode::Up };
        update(&mut model, Msg::Key(KeyEvent::from(code)), now());
        frame(&model)
    });
}

/// A command granted: decided, shown at once.
#[divan::bench(sample_count = 20)]
fn entering_a_line(bencher: Bencher) {
    use crossterm::event::{KeyCode, KeyEvent};
    let place = place();
    bencher
        .with_inputs(|| {
            let mut model = board(place, Vec::new());
            "方静".clone_into(&mut model.by);
            model.take_whole(whole(place));
            let open = model.rows.iter().find(|row| row.case.number % 60 == 0);
            let case = open.map_or(10, |row| row.case.number);
            model.line.set(&format!("/审定 {case} 受理"));
            model
        })
        .bench_local_values(|mut model| {
            update(&mut model, Msg::Key(KeyEvent::from(KeyCode::Enter)), now());
            (frame(&model), model)
        });
}

fn main() {
    divan::main();
}
