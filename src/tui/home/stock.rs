//! Everything on the home that can be found by typing, ready to be gone through at every key.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::overview::{At, Entry};
use crate::domain::action::ActionState;
use crate::store::index::{Folder, Index};
use crate::text::finder::{Finder, Gathering, Grades, TextId};

/// What can be found.
#[derive(Debug, Default)]
pub struct Stock {
    finder: Finder,
    rows: Vec<Row>,
    /// The texts of all rows, one row after the other.
    fields: Vec<(TextId, Weight)>,
}

/// Something that can be found.
#[derive(Debug)]
struct Row {
    entry: Entry,
    /// Where its texts end in `fields`.
    end: usize,
    /// An action that is done.
    done: bool,
    /// The day of its meeting.
    on: Option<NaiveDate>,
}

/// How much a text says about what it belongs to: the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    /// What it is called.
    Name,
    /// What is in it, or who does it.
    Part,
    /// When, where, with whom.
    About,
    /// What it belongs to.
    Around,
}

/// What was found of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// What fits best.
    pub best: Vec<Entry>,
    /// How much fits.
    pub all: usize,
}

/// What was found, by kind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AllFound {
    /// Communities.
    pub communities: Found,
    /// Meetings.
    pub meetings: Found,
    /// Actions.
    pub actions: Found,
}

/// What things found are sorted by: how well they fit, what is not done, the latest day, their place.
type Rank = (u32, bool, Reverse<Option<NaiveDate>>, usize);

impl Stock {
    /// Everything in an index: communities, meetings with their items, actions with their owners.
    #[must_use]
    pub fn of(index: &Index) -> Self {
        let mut gathering = Gathering::new();
        let mut stock = Self::default();
        for (place, folder) in index.communities().iter().enumerate() {
            stock.community(&mut gathering, place, folder);
        }
        stock.finder = gathering.finish();
        stock
    }

    fn community(&mut self, gathering: &mut Gathering, place: usize, folder: &Folder) {
        let name = gathering.add(folder.name());
        self.fields.push((name, Weight::Name));
        self.fields.push((gathering.add(folder.id().as_str()), Weight::Part));
        if let Some(region) = folder.card().and_then(|card| card.region.as_deref()) {
            self.fields.push((gathering.add(region), Weight::About));
        }
        self.end(Entry::Community(place), false, None);
        let states = folder.states();
        for (session, leaf) in folder.sessions().iter().enumerate() {
            let Some(digest) = leaf.glance() else { continue };
            let (at, on) = (At { folder: place, session }, Some(digest.on));
            let title = gathering.add(&digest.title);
            self.fields.push((title, Weight::Name));
            for item in &digest.items {
                self.fields.push((gathering.add(&item.title), Weight::Part));
            }
            let day = digest.on.to_string();
            let about =
                [Some(day.as_str()), digest.place.as_deref(), digest.facilitator.as_deref()];
            for text in about.into_iter().flatten() {
                self.fields.push((gathering.add(text), Weight::About));
            }
            self.fields.push((name, Weight::Around));
            self.end(Entry::Meeting(at), false, on);
            for action in &digest.actions {
                self.fields.push((gathering.add(&action.what), Weight::Name));
                if let Some(owner) = &action.owner {
                    self.fields.push((gathering.add(owner), Weight::Part));
                }
                self.fields.push((title, Weight::Around));
                self.fields.push((name, Weight::Around));
                let done = states.state_of(leaf.id(), action.id) == ActionState::Done;
                self.end(Entry::Action(at, action.id), done, on);
            }
        }
    }

    fn end(&mut self, entry: Entry, done: bool, on: Option<NaiveDate>) {
        self.rows.push(Row { entry, end: self.fields.len(), done, on });
    }

    /// What has all the words typed, each of them somewhere: at most so many of each kind, those
    /// that fit best first. `only` leaves all communities out, and what is not of this one.
    #[must_use]
    pub fn find(&self, typed: &str, only: Option<usize>, most: usize) -> AllFound {
        let words: Vec<Grades> =
            typed.split_whitespace().filter_map(|word| self.finder.find(word)).collect();
        if words.is_empty() {
            return AllFound::default();
        }
        let mut kinds: [Vec<Rank>; 3] = Default::default();
        let mut from = 0;
        for (at, row) in self.rows.iter().enumerate() {
            let fields = self.fields.get(from..row.end).unwrap_or_default();
            from = row.end;
            let kind = match (row.entry, only) {
                (Entry::Community(_), None) => 0,
                (Entry::Meeting(at), only) if only.is_none_or(|it| it == at.folder) => 1,
                (Entry::Action(at, _), only) if only.is_none_or(|it| it == at.folder) => 2,
                _ => continue,
            };
            if let Some(fit) = fit(fields, &words) {
                kinds[kind].push((fit, row.done, Reverse(row.on), at));
            }
        }
        let [communities, meetings, actions] = kinds.map(|kind| self.best(kind, most));
        AllFound { communities, meetings, actions }
    }

    fn best(&self, mut ranks: Vec<Rank>, most: usize) -> Found {
        let all = ranks.len();
        // Sorting what nobody sees would take longer than finding it.
        if all > most {
            ranks.select_nth_unstable(most);
            ranks.truncate(most);
        }
        ranks.sort_unstable();
        let rows = ranks.iter().filter_map(|(.., at)| self.rows.get(*at));
        Found { best: rows.map(|row| row.entry).collect(), all }
    }
}

/// How well texts fit words, each word by the text it fits best; the least is the best.
fn fit(fields: &[(TextId, Weight)], words: &[Grades]) -> Option<u32> {
    let mut sum = 0;
    for word in words {
        let fits = fields.iter().filter_map(|(text, weight)| {
            let grade = word.of(*text)?;
            Some(*weight as u32 * 4 + grade as u32)
        });
        sum += fits.min()?;
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ActionId;

    fn day(day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(2026, 11, day)
    }

    /// Three communities with a meeting each, and actions of the first.
    fn stock() -> Stock {
        let mut gathering = Gathering::new();
        let mut stock = Stock::default();
        for (place, (name, title, item)) in [
            ("锦苑社区", "十一月协商会", "停车位改造"),
            ("停车场社区", "十月协商会", "下水道疏通"),
            ("Maple Court", "November meeting", "Blocked drains"),
        ]
        .into_iter()
        .enumerate()
        {
            let name = gathering.add(name);
            stock.fields.push((name, Weight::Name));
            stock.end(Entry::Community(place), false, None);
            stock.fields.push((gathering.add(title), Weight::Name));
            stock.fields.push((gathering.add(item), Weight::Part));
            stock.fields.push((name, Weight::Around));
            let at = At { folder: place, session: 0 };
            stock.end(Entry::Meeting(at), false, day(20 + u32::try_from(place).unwrap_or(0)));
        }
        let at = At { folder: 0, session: 0 };
        for (id, what, done) in
            [(1, "公示停车方案", true), (2, "公示停车方案", false), (3, "停车", true)]
        {
            stock.fields.push((gathering.add(what), Weight::Name));
            stock.end(Entry::Action(at, ActionId(id)), done, day(20));
        }
        stock.finder = gathering.finish();
        stock
    }

    fn meetings(typed: &str, only: Option<usize>) -> Vec<usize> {
        let found = stock().find(typed, only, 10).meetings.best;
        let place = |entry: &Entry| match entry {
            Entry::Meeting(at) => Some(at.folder),
            _ => None,
        };
        found.iter().filter_map(place).collect()
    }

    #[test]
    fn what_says_most_about_a_thing_comes_first() {
        // An item of the first, the community of the second: items say more.
        assert_eq!(meetings("停车", None), [0, 1]);
        // Both are called so; the later one first.
        assert_eq!(meetings("xsh", None), [1, 0]);
        assert_eq!(meetings("meeting", None), [2]);
    }

    #[test]
    fn all_words_must_be_there_wherever_they_are() {
        assert_eq!(meetings("锦苑 停车", None), [0]);
        assert_eq!(meetings("tc jy", None), [0]);
        assert_eq!(meetings("停车 maple", None), [0_usize; 0]);
        assert_eq!(meetings("mc drains", None), [2]);
        assert_eq!(meetings("，", None), [0_usize; 0], "marks alone are nothing");
    }

    #[test]
    fn what_is_not_done_comes_before_what_is() {
        let found = stock().find("停车", None, 10).actions;
        let action = |id| Entry::Action(At { folder: 0, session: 0 }, ActionId(id));
        // The third begins with it, and so fits best, done or not.
        assert_eq!(found.best, [action(3), action(2), action(1)]);
    }

    #[test]
    fn only_the_best_are_listed_and_all_are_counted() {
        let found = stock().find("停车", None, 1);
        assert_eq!((found.actions.best.len(), found.actions.all), (1, 3));
        assert_eq!(found.communities.best, [Entry::Community(1)]);
        let only = stock().find("停车", Some(1), 10);
        assert_eq!((only.communities.all, only.meetings.all, only.actions.all), (0, 1, 0));
    }
}
