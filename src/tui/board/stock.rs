//! Everything on the board that can be found by typing, ready to be gone through at every key.

use std::collections::HashMap;

use crate::domain::ledger::Ledger;
use crate::domain::station::CallNo;
use crate::domain::topic::{CaseNo, Topic};
use crate::text::finder::{Finder, Gathering, Grades, TextId};

/// Something that can be found.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Key {
    /// A topic.
    Topic(CaseNo),
    /// An outing, by its place among all.
    Outing(usize),
    /// A call.
    Call(CallNo),
    /// A place with members.
    Station(String),
}

/// What can be found.
#[derive(Debug, Default)]
pub struct Stock {
    finder: Finder,
    /// The texts of all, one after the other.
    texts: Vec<TextId>,
    /// Where those of each are.
    places: HashMap<Key, (u32, u32)>,
}

/// What is typed, compared with everything there is.
#[derive(Debug, Default)]
pub struct Sought(Vec<Grades>);

impl Stock {
    /// Everything in a ledger.
    #[must_use]
    pub fn of(ledger: &Ledger) -> Self {
        let mut gathering = Gathering::new();
        let mut stock = Self::default();
        for topic in ledger.topics.values() {
            let key = Key::Topic(topic.case.clone());
            let number = topic.case.to_string();
            stock.add(&mut gathering, key, std::iter::once(number.as_str()).chain(texts(topic)));
        }
        for (at, entry) in ledger.outings.iter().enumerate() {
            let (outing, on) = (&entry.what, entry.what.on.to_string());
            let texts = [Some(on.as_str()), Some(outing.place.as_str()), outing.note.as_deref()];
            let by = outing.by.iter().map(String::as_str);
            stock.add(&mut gathering, Key::Outing(at), texts.into_iter().flatten().chain(by));
        }
        for call in ledger.calls.values() {
            let number = call.call.to_string();
            let texts = [Some(number.as_str()), Some(&call.out.reason), call.out.place.as_deref()];
            let called = call.out.members.iter().map(|member| member.name.as_str());
            let key = Key::Call(call.call.clone());
            stock.add(&mut gathering, key, texts.into_iter().flatten().chain(called));
        }
        for station in ledger.stations.values() {
            let card = &station.card;
            let texts = [Some(&card.name), card.sector.as_ref(), card.place.as_ref()];
            let known = card.members.iter().filter_map(|key| ledger.people.get(key));
            let members = known.map(|person| person.name.as_str());
            let texts = texts.into_iter().flatten().map(String::as_str).chain(members);
            stock.add(&mut gathering, Key::Station(card.name.clone()), texts);
        }
        stock.finder = gathering.finish();
        stock
    }

    fn add<'t>(
        &mut self,
        gathering: &mut Gathering,
        key: Key,
        texts: impl Iterator<Item = &'t str>,
    ) {
        let from = number(self.texts.len());
        self.texts.extend(texts.map(|text| gathering.add(text)));
        self.places.insert(key, (from, number(self.texts.len())));
    }

    /// Where the texts of something are, to be looked up once and not at every key.
    #[must_use]
    pub fn place(&self, key: &Key) -> Option<(u32, u32)> {
        self.places.get(key).copied()
    }

    /// Compares what is typed with everything; `None` where nothing is looked for.
    #[must_use]
    pub fn seek(&self, typed: &str) -> Option<Sought> {
        let words: Vec<Grades> =
            typed.split_whitespace().filter_map(|word| self.finder.find(word)).collect();
        (!words.is_empty()).then_some(Sought(words))
    }

    /// Whether the texts at a place have every word that is typed.
    #[must_use]
    pub fn fits(&self, sought: &Sought, place: (u32, u32)) -> bool {
        let texts = self.texts.get(place.0 as usize..place.1 as usize).unwrap_or_default();
        sought.0.iter().all(|word| texts.iter().any(|text| word.of(*text).is_some()))
    }
}

fn number(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

/// What a topic is found by besides its number.
fn texts(topic: &Topic) -> impl Iterator<Item = &str> {
    let slip = &topic.slip;
    let units = topic.assignments.iter().map(|it| it.unit.as_str());
    let names = topic.proposers.iter().map(|it| it.name.as_str());
    let optional = [&slip.place, &slip.group, &slip.channel].into_iter().flatten();
    std::iter::once(slip.title.as_str())
        .chain(names)
        .chain(units)
        .chain(optional.map(String::as_str))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ledger::LedgerEvent;
    use crate::domain::topic::{Proposer, Slip, Source};

    fn ledger() -> Ledger {
        let mut ledger = Ledger::default();
        for (number, title, name) in [(1, "楼道堆物", "王小明"), (12, "停车位改造", "陈桂花")]
        {
            let slip = Slip {
                place: Some("3栋".to_owned()),
                ..Slip::new(title.to_owned(), "2026-11-02".parse().unwrap(), Source::Slip)
            };
            let proposers = vec![Proposer { name: name.to_owned(), key: None }];
            let raised = LedgerEvent::TopicRaised { topic: CaseNo::plain(number), slip, proposers };
            let at = "2026-11-02T09:00:00+08:00".parse().unwrap();
            let line = ledger.next_line("x", at, "x", &[raised]);
            ledger.evolve("x", &line);
        }
        ledger
    }

    #[test]
    fn topics_are_found_by_number_title_pinyin_and_proposer() {
        let stock = Stock::of(&ledger());
        let found = |typed: &str| -> Vec<u32> {
            let Some(sought) = stock.seek(typed) else { return Vec::new() };
            let numbers = [1, 12].into_iter();
            numbers
                .filter(|number| {
                    let key = Key::Topic(CaseNo::plain(*number));
                    stock.fits(&sought, stock.place(&key).unwrap())
                })
                .collect()
        };
        assert_eq!(found("堆物"), [1]);
        assert_eq!(found("tcw"), [12]);
        assert_eq!(found("wangxm"), [1]);
        assert_eq!(found("12"), [12]);
        assert_eq!(found("1"), [1, 12]);
        assert_eq!(found("3 chen"), [12], "each word somewhere");
        assert_eq!(found("没有"), [0; 0]);
        assert_eq!(found("  "), [0; 0]);
    }
}
