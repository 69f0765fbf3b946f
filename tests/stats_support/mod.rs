//! A community with topics at every turn, two regions, and the screen of the figures over them.
#![allow(dead_code, reason = "each test crate uses its own part of these helpers")]

use std::sync::Arc;

use chrono::NaiveDate;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use yishi::domain::event::FORMAT;
use yishi::domain::figures::{Records, count, titles};
use yishi::domain::ledger::{Ledger, LedgerEvent};
use yishi::domain::record::{Line, Moment};
use yishi::domain::survey::{Outing, OutingKind};
use yishi::domain::topic::{
    CaseNo, Class, Decision, Level, Proposer, ResultClass, Satisfaction, Slip, Source,
};
use yishi::report::stats::Counts;
use yishi::store::slug::Slug;
use yishi::text::words::{Lang, Words};
use yishi::tui::stats::model::{Model, Scope};
use yishi::tui::stats::msg::{Community, Effect, News, What};
use yishi::tui::stats::update;
use yishi::tui::stats::view::render;

use crate::screen::rows;

pub const TODAY: &str = "2026-11-25";

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn at(text: &str) -> Moment {
    format!("{text}:00+08:00").parse().unwrap()
}

/// What happens in a community, each with its moment.
pub fn events(zh: bool) -> Vec<(Moment, LedgerEvent)> {
    let word = |chinese: &str, english: &str| if zh { chinese } else { english }.to_owned();
    let slip = |title: String, on: &str, class| Slip {
        title,
        reason: None,
        suggestion: None,
        on: day(on),
        source: Source::Slip,
        channel: None,
        class: Some(class),
        place: None,
        group: None,
        origin: None,
    };
    let by = |name: String| vec![Proposer { name, key: None }];
    let no = CaseNo::plain;
    let unit = word("物业", "the property manager");
    let [noise, parking, lamps, lamp] = [
        slip(word("楼上夜间噪声", "noise at night"), "2026-03-02", Class::Neighbours),
        slip(word("停车难", "where to park"), "2026-04-10", Class::Governance),
        slip(word("路灯不亮", "the lamps are out"), "2026-10-08", Class::Livelihood),
        slip(word("路灯坏了", "a broken lamp"), "2026-10-09", Class::Livelihood),
    ];
    let [chen, wang] = [word("陈桂花", "Ann Lee"), word("王小明", "Ben Carter")];
    let accepted = Decision::Accepted { level: Level::Community };
    let solved = ResultClass::Solved;
    let rated = |topic, result| LedgerEvent::TopicRated {
        topic: no(topic),
        name: chen.clone(),
        handling: Satisfaction::Satisfied,
        result,
        note: None,
    };
    let screened = |topic| LedgerEvent::TopicScreened {
        topic: no(topic),
        decision: accepted.clone(),
        approver: None,
    };
    let assigned = |topic, due: &str| LedgerEvent::TopicAssigned {
        topic: no(topic),
        unit: unit.clone(),
        with: Vec::new(),
        due: Some(day(due)),
    };
    let resulted =
        |topic, class| LedgerEvent::TopicResulted { topic: no(topic), class, note: None };
    let raised = |topic, slip, who: &String| LedgerEvent::TopicRaised {
        topic: no(topic),
        slip,
        proposers: by(who.clone()),
    };
    let outing = |kind, on: &str, count, topic: Option<u32>| {
        let place = word("3栋", "house 3");
        let (on, topic) = (day(on), topic.map(no));
        LedgerEvent::OutingMade(Outing {
            kind,
            on,
            place,
            topic,
            count,
            by: Vec::new(),
            note: None,
        })
    };
    vec![
        (at("2026-03-02T10:00"), raised(1, noise, &chen)),
        (at("2026-03-03T10:00"), screened(1)),
        (at("2026-03-05T10:00"), outing(OutingKind::Visit, "2026-03-04", 12, Some(1))),
        (at("2026-03-09T10:00"), assigned(1, "2026-03-31")),
        (at("2026-03-30T10:00"), resulted(1, solved)),
        (at("2026-04-01T10:00"), rated(1, Satisfaction::Satisfied)),
        (at("2026-04-10T10:00"), raised(2, parking, &chen)),
        (at("2026-04-11T10:00"), screened(2)),
        (at("2026-04-12T10:00"), assigned(2, "2026-05-12")),
        (at("2026-06-01T10:00"), resulted(2, solved)),
        (at("2026-06-03T10:00"), rated(2, Satisfaction::Dissatisfied)),
        (at("2026-09-01T10:00"), outing(OutingKind::Briefing, "2026-08-30", 40, None)),
        (at("2026-10-08T10:00"), raised(3, lamps, &wang)),
        (at("2026-10-09T10:00"), raised(4, lamp, &chen)),
        (at("2026-10-10T10:00"), LedgerEvent::TopicsMerged { into: no(3), topics: vec![no(4)] }),
    ]
}

/// The ledger of that community.
pub fn ledger(zh: bool) -> Ledger {
    let created = LedgerEvent::Created {
        format: FORMAT,
        device: "desk-1".to_owned(),
        community: "jinyuan".to_owned(),
    };
    let first = (at("2026-01-01T10:00"), created);
    let lines: Vec<Line<LedgerEvent>> = std::iter::once(first)
        .chain(events(zh))
        .enumerate()
        .map(|(seq, (at, event))| Line {
            seq: seq as u64,
            at,
            by: "李敏".to_owned(),
            events: vec![event],
        })
        .collect();
    Ledger::of([("desk-1", lines.as_slice())])
}

/// The screen, and what it wanted done.
pub struct Screen {
    pub model: Model,
    pub effects: Vec<Effect>,
    zh: bool,
}

impl Screen {
    /// Two communities in two districts of one city; the second knows nothing.
    pub fn new(lang: Lang) -> Self {
        let zh = lang == Lang::Zh;
        let mut model = Model::new(Words::new(lang), day(TODAY), Scope::All);
        model.folder = "/tmp".into();
        let mut screen = Self { model, effects: Vec::new(), zh };
        let mut effects = Vec::new();
        update::count(&mut screen.model, &mut effects);
        screen.take(effects);
        screen
    }

    fn communities(
        &self,
        ledger: &Ledger,
        period: yishi::domain::figures::Period,
    ) -> Vec<Community> {
        let empty = Ledger::default();
        let places = if self.zh {
            [
                ("jinyuan", "锦苑社区", "贵州省/贵阳市/云岩区"),
                ("nanming", "南明社区", "贵州省/贵阳市/南明区"),
            ]
        } else {
            [
                ("jinyuan", "Maple Court", "Larkshire/Wend/North"),
                ("nanming", "Elm Row", "Larkshire/Wend/South"),
            ]
        };
        let ledgers = [ledger, &empty];
        let each = places.into_iter().zip(ledgers).map(|((id, name, region), ledger)| {
            let records = Records { community: Arc::from(id), ledger, sessions: Vec::new() };
            let figures = count(&records, period, day(TODAY));
            let titles = titles(&records, &figures);
            let parts: Vec<&str> = region.split('/').collect();
            Community {
                id: Slug::parse(id).unwrap(),
                name: name.to_owned(),
                regions: (1..=parts.len()).map(|len| parts[..len].join("/")).collect(),
                counts: Arc::new(Counts::of(id, figures, titles)),
            }
        });
        each.collect()
    }

    /// Does what is asked, as the program would.
    fn take(&mut self, effects: Vec<Effect>) {
        for effect in &effects {
            let Effect::Ask(request) = effect else { continue };
            let What::Count { number, period, .. } = request.what else { continue };
            let communities = self.communities(&ledger(self.zh), period);
            let mut regions: Vec<(String, usize)> = Vec::new();
            for region in communities.iter().flat_map(|it| &it.regions) {
                match regions.iter_mut().find(|(known, _)| known == region) {
                    Some((_, count)) => *count += 1,
                    None => regions.push((region.clone(), 1)),
                }
            }
            regions.sort();
            let troubles = Vec::new();
            update::on_news(
                &mut self.model,
                News::Counted { number, communities, regions, troubles },
            );
        }
        self.effects.extend(effects);
    }

    pub fn press(&mut self, code: KeyCode, with: KeyModifiers) {
        let mut effects = Vec::new();
        update::on_key(&mut self.model, KeyEvent::new(code, with), &mut effects);
        self.take(effects);
    }

    pub fn key(&mut self, code: KeyCode) {
        self.press(code, KeyModifiers::NONE);
    }

    pub fn mouse(&mut self, mouse: crossterm::event::MouseEvent) {
        let mut effects = Vec::new();
        update::on_mouse(&mut self.model, mouse, &mut effects);
        self.take(effects);
    }

    pub fn frame(&mut self, width: u16, height: u16) -> (Buffer, Option<Position>) {
        self.model.size = (width, height);
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let caret = render(&self.model, area, &mut buf);
        (buf, caret)
    }

    pub fn screen(&mut self, width: u16, height: u16) -> String {
        let (buf, _) = self.frame(width, height);
        rows(&buf).join("\n")
    }
}
