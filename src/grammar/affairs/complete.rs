//! What could come next while somebody types a line of a ledger: verbs, topics, fields, what these
//! can say.

use super::fields::{Field, Label, labels, parts_fields};
use super::naming::leading_case;
use super::verb::{AffairVerb, all, find};
use super::{AffairContext, MeetingChoice};
use crate::domain::affairs::stage_name;
use crate::domain::topic::Topic;
use crate::grammar::MOST_LINE;
use crate::grammar::complete::{Completion, behind_mark, capacity, commands, word_in};
use crate::grammar::verb::Found;
use crate::phrase;
use crate::phrase::affairs as phrases;
use crate::phrase::affairs::choices::{
    CLASSES, Choice, LEVELS, RESULTS, SATISFACTION, SOURCES, STATION_KINDS, usual,
};
use crate::text::pinyin::Readings;
use crate::text::width::{clip, fold};
use crate::text::words::{Lang, Words, id};

/// Most completions offered.
const MOST: usize = 8;
/// Most columns of a title beside its number.
const MOST_TOLD: usize = 40;

/// What the line up to the cursor could become, best first.
#[must_use]
pub fn complete(line: &str, context: AffairContext<'_>, words: &Words) -> Vec<Completion> {
    if line.len() > MOST_LINE * 4 {
        return Vec::new();
    }
    let Some(body) = behind_mark(line) else { return Vec::new() };
    let found = find(body);
    if let Some(typed) = word_in(body, &found, AffairVerb::word) {
        return commands(all(), typed, line.len() - typed.len(), words);
    }
    match found {
        Found::Verb(verb, rest) => Typing { verb, context, words, end: line.len() }.behind(rest),
        _ => Vec::new(),
    }
}

/// A line whose verb is known.
struct Typing<'a> {
    verb: AffairVerb,
    context: AffairContext<'a>,
    words: &'a Words,
    /// Bytes of the line.
    end: usize,
}

impl Typing<'_> {
    /// What may follow, `rest` being what stands behind the verb.
    fn behind(&self, rest: &str) -> Vec<Completion> {
        let last = rest.rsplit(parts_fields).next().unwrap_or_default();
        let is_first = last.len() == rest.len();
        if let Some((label, said)) = last.split_once([':', '：'])
            && let Some(label) = self.label(label)
        {
            return self.value(label.field, said.trim_start(), rest);
        }
        let typed = last.trim_start();
        if is_first {
            return self.text(typed, rest);
        }
        self.fields(typed, rest)
    }

    fn label(&self, typed: &str) -> Option<&'static Label> {
        let folded = fold(typed.trim()).to_lowercase();
        let is = |label: &&Label| label.zh.iter().chain(label.en).any(|word| *word == folded);
        labels(self.verb).iter().find(is)
    }

    /// Fields that are not there yet.
    fn fields(&self, typed: &str, rest: &str) -> Vec<Completion> {
        let folded = fold(typed).to_lowercase();
        let lang = self.words.lang();
        let there = |label: &Label| {
            rest.split(parts_fields)
                .filter_map(|part| part.split_once([':', '：']))
                .any(|(word, _)| self.label(word).is_some_and(|it| it.field == label.field))
        };
        let fits = |label: &Label| {
            let begins = |word: &&str| word.starts_with(&folded);
            let sounds = |word: &&str| Readings::of(word).matches(&folded).is_some();
            label.zh.iter().chain(label.en).any(begins)
                || folded.is_ascii() && label.zh.iter().any(sounds)
        };
        let colon = self.words.say(id::NAME_COLON);
        let left = labels(self.verb).iter().filter(|label| !there(label) && fits(label));
        left.take(MOST)
            .map(|label| Completion {
                from: self.end - typed.len(),
                insert: format!("{}{colon}", label.usual(lang)),
                label: label.usual(lang).to_owned(),
                about: String::new(),
            })
            .collect()
    }

    /// What stands before the first field: a topic, and what the verb asks for behind it.
    fn text(&self, typed: &str, rest: &str) -> Vec<Completion> {
        let takes_topic = !matches!(
            self.verb,
            AffairVerb::Raise
                | AffairVerb::StageNames
                | AffairVerb::Visit
                | AffairVerb::Briefing
                | AffairVerb::CallOut
                | AffairVerb::Undo
                | AffairVerb::Help
        );
        if matches!(
            self.verb,
            AffairVerb::Station | AffairVerb::Duty | AffairVerb::ReportIn | AffairVerb::EndCall
        ) {
            return self.of_calls(typed, rest);
        }
        if self.verb == AffairVerb::StageNames {
            return self.procedures(typed);
        }
        if !takes_topic {
            return Vec::new();
        }
        let behind = leading_case(rest).filter(|_| rest.contains(char::is_whitespace));
        let Some((number, more)) = behind else {
            return self.topics(typed);
        };
        let topic = number.parse().ok().and_then(|case| self.context.ledger.find(&case));
        match self.verb {
            AffairVerb::Screen => self.decisions(more),
            AffairVerb::Result => self.choices(RESULTS, more),
            AffairVerb::Procedure => self.procedures(more),
            AffairVerb::Stage => topic.map(|it| self.stages(it, more)).unwrap_or_default(),
            AffairVerb::Schedule => self.meetings(more),
            AffairVerb::Join => self.people(more),
            AffairVerb::Rate => topic.map(|it| self.rating(it, more)).unwrap_or_default(),
            AffairVerb::Merge => {
                let last = more.rsplit(char::is_whitespace).next().unwrap_or_default();
                if last.is_empty() { Vec::new() } else { self.topics(last) }
            }
            _ => Vec::new(),
        }
    }

    /// What a field can say.
    fn value(&self, field: Field, typed: &str, rest: &str) -> Vec<Completion> {
        match field {
            Field::Class => self.choices(CLASSES, typed),
            Field::Source => self.choices(SOURCES, typed),
            Field::Level => self.choices(LEVELS, typed),
            Field::Handling | Field::Outcome => self.choices(SATISFACTION, typed),
            Field::Kind => self.choices(STATION_KINDS, typed),
            Field::Grid => self.grids(typed),
            Field::Procedure => self.procedures(typed),
            Field::Topic => self.topics(typed),
            Field::By if self.verb == AffairVerb::Answer => {
                let case = leading_case(rest).and_then(|(number, _)| number.parse().ok());
                let topic = case.and_then(|case| self.context.ledger.find(&case));
                topic.map(|it| self.proposers(it, last_of_list(typed), "")).unwrap_or_default()
            }
            Field::By | Field::Signers | Field::Approver => self.people(typed),
            Field::Reason if self.verb == AffairVerb::Screen => self.exclusions(typed),
            _ => Vec::new(),
        }
    }

    fn completion(&self, typed: &str, insert: String, about: String) -> Completion {
        let label = insert.trim_end().to_owned();
        Completion { from: self.end - typed.len(), insert, label, about }
    }

    /// Topics that are not over, by number or by what they are about.
    fn topics(&self, typed: &str) -> Vec<Completion> {
        let folded = fold(typed.trim_start_matches(['#', '＃', '第'])).to_lowercase();
        let fits = |topic: &&Topic| {
            let number = topic.case.to_string();
            let title = || fold(&topic.slip.title).to_lowercase();
            number.starts_with(&folded)
                || !folded.is_empty()
                    && (title().contains(&folded)
                        || folded.is_ascii()
                            && Readings::of(&topic.slip.title).matches(&folded).is_some())
        };
        let over = |topic: &&Topic| topic.state().is_over();
        let known = self.context.ledger.topics.values();
        let open = known.clone().rev().filter(|topic| !over(topic)).filter(fits);
        let closed = known.rev().filter(|topic| over(topic) && !folded.is_empty()).filter(fits);
        open.chain(closed)
            .take(MOST)
            .map(|topic| {
                let state = phrases::topic_state(self.words, topic.state());
                let title = clip(&topic.slip.title, MOST_TOLD);
                self.completion(typed, format!("{} ", topic.case), format!("{title} {state}"))
            })
            .collect()
    }

    fn choices<T: Copy + PartialEq>(&self, table: &[Choice<T>], typed: &str) -> Vec<Completion> {
        let folded = fold(typed.trim()).to_lowercase();
        let fits = |words: &[&str]| {
            words.iter().any(|word| word.starts_with(&folded))
                || folded.is_ascii()
                    && words.iter().any(|word| Readings::of(word).matches(&folded).is_some())
        };
        let lang = self.words.lang();
        let fitting = table.iter().filter(|(_, words)| fits(words));
        let found = fitting.map(|(value, _)| usual(table, value, lang));
        let found = found.filter(|word| *word != folded).take(MOST);
        found.map(|word| self.completion(typed, word.to_owned(), String::new())).collect()
    }

    fn decisions(&self, typed: &str) -> Vec<Completion> {
        let words = [("受理", "accept"), ("不受理", "exclude")];
        let usual = |(zh, en): (&'static str, &'static str)| {
            if self.words.lang() == Lang::Zh { zh } else { en }
        };
        let typed_lower = typed.trim().to_lowercase();
        let found = words.map(usual).into_iter();
        let found = found.filter(|word| word.starts_with(&typed_lower) && *word != typed_lower);
        found.map(|word| self.completion(typed, word.to_owned(), String::new())).collect()
    }

    fn exclusions(&self, typed: &str) -> Vec<Completion> {
        let folded = fold(typed.trim()).to_lowercase();
        let english = self.words.lang() == Lang::En;
        let named = self.context.exclusions.iter().map(|known| {
            let name = known.name_en.as_ref().filter(|_| english).unwrap_or(&known.name);
            let way = known.redirect_en.as_ref().filter(|_| english).unwrap_or(&known.redirect);
            (name, way)
        });
        let fits = |name: &str| {
            fold(name).to_lowercase().contains(&folded)
                || Readings::of(name).matches(&folded).is_some()
        };
        let found = named.filter(|(name, _)| fits(name)).take(MOST);
        found
            .map(|(name, way)| {
                self.completion(typed, name.clone(), clip(way, MOST_TOLD).into_owned())
            })
            .collect()
    }

    fn procedures(&self, typed: &str) -> Vec<Completion> {
        let folded = fold(typed.trim()).to_lowercase();
        let ground = self.context.ground;
        let fits = |name: &str| {
            fold(name).to_lowercase().contains(&folded)
                || Readings::of(name).matches(&folded).is_some()
        };
        let known = ground.procedures.iter().filter(|known| {
            fits(&known.procedure.name)
                || known.file.starts_with(&folded)
                || known.procedure.name_en.as_deref().is_some_and(fits)
        });
        known
            .take(MOST)
            .map(|known| {
                let name = phrases::procedure_name(self.words, ground, &known.file);
                self.completion(typed, name, known.file.clone())
            })
            .collect()
    }

    fn stages(&self, topic: &Topic, typed: &str) -> Vec<Completion> {
        let file = self.context.ground.procedure_name(topic);
        let Some(procedure) = self.context.ground.procedure(file) else { return Vec::new() };
        let english = self.words.lang() == Lang::En;
        let numbers = (1..=procedure.count()).filter(|stage| *stage != topic.stage());
        numbers
            .filter(|stage| stage.to_string().starts_with(typed.trim()))
            .take(MOST)
            .map(|stage| {
                let name = stage_name(self.context.ledger, file, procedure, stage, english);
                self.completion(typed, stage.to_string(), name.unwrap_or_default().to_owned())
            })
            .collect()
    }

    /// Meetings: those to come, the next one first; then, where something is typed of it, one that
    /// was to be held already and may go on.
    fn meetings(&self, typed: &str) -> Vec<Completion> {
        let folded = fold(typed.trim()).to_lowercase();
        let fits = |it: &&MeetingChoice| {
            it.id.starts_with(&folded)
                || fold(&it.title).to_lowercase().contains(&folded)
                || folded.is_ascii() && Readings::of(&it.title).matches(&folded).is_some()
        };
        let today = self.context.today;
        let (mut coming, mut begun): (Vec<_>, Vec<_>) =
            self.context.meetings.iter().filter(fits).partition(|it| it.on >= today);
        coming.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
        begun.sort_by(|a, b| (b.on, &b.id).cmp(&(a.on, &a.id)));
        begun.truncate(if folded.is_empty() { 0 } else { MOST });
        coming
            .into_iter()
            .chain(begun)
            .take(MOST)
            .map(|it| {
                self.completion(typed, it.id.clone(), clip(&it.title, MOST_TOLD).into_owned())
            })
            .collect()
    }

    fn people(&self, typed: &str) -> Vec<Completion> {
        let typed = last_of_list(typed);
        if typed.is_empty() {
            return Vec::new();
        }
        let mut found = self.context.people.neighbours(typed);
        found.truncate(MOST);
        let twice = |name: &str| found.iter().filter(|it| it.name == name).count() > 1;
        found
            .iter()
            .map(|person| {
                let name = if twice(&person.name) { person.label() } else { person.name.clone() };
                let about = capacity(self.words, &person.role, person.household.as_deref());
                self.completion(typed, name, about)
            })
            .collect()
    }

    /// Stations by name, then who is on duty; open calls by number, then who was called.
    fn of_calls(&self, typed: &str, rest: &str) -> Vec<Completion> {
        let ledger = self.context.ledger;
        if matches!(self.verb, AffairVerb::Station | AffairVerb::Duty) {
            let behind = ledger.stations.keys().find_map(|name| rest.strip_prefix(name.as_str()));
            if let Some(behind) = behind.filter(|_| self.verb == AffairVerb::Duty) {
                // The day comes first.
                let named = behind.trim_start().split_once(char::is_whitespace);
                return named.map(|(_, names)| self.people(names)).unwrap_or_default();
            }
            let folded = fold(typed).to_lowercase();
            let fits = |name: &str| {
                name != typed
                    && (fold(name).to_lowercase().contains(&folded)
                        || Readings::of(name).matches(&folded).is_some())
            };
            let names = ledger.stations.values().filter(|it| fits(&it.card.name)).take(MOST);
            return names
                .map(|it| {
                    let kind = phrase::station_kind(self.words, it.card.kind);
                    self.completion(typed, format!("{} ", it.card.name), kind)
                })
                .collect();
        }
        let behind = leading_case(rest).filter(|_| rest.contains(char::is_whitespace));
        let Some((number, more)) = behind else {
            let number = typed.trim_start_matches(['#', '＃', '第']);
            let open = ledger.calls.values().rev().filter(|call| call.closed.is_none());
            let fitting = open.filter(|call| call.call.to_string().starts_with(number)).take(MOST);
            return fitting
                .map(|call| {
                    let reason = clip(&call.out.reason, MOST_TOLD).into_owned();
                    self.completion(typed, format!("{} ", call.call), reason)
                })
                .collect();
        };
        let call = number.parse().ok().and_then(|call| ledger.calls.get(&call));
        let Some(call) = call.filter(|_| self.verb == AffairVerb::ReportIn) else {
            return Vec::new();
        };
        let query = fold(more);
        let fits = |name: &str| query.is_empty() || Readings::of(name).matches(&query).is_some();
        let here = |id: &str| call.reported.iter().any(|(who, _)| who == id);
        let missing = call.out.members.iter().filter(|it| !here(&it.id()) && fits(&it.name));
        missing
            .take(MOST)
            .map(|it| {
                let near = phrase::near(self.words, it.near);
                self.completion(more, it.name.clone(), near)
            })
            .collect()
    }

    /// Grids that somebody is known to live in.
    fn grids(&self, typed: &str) -> Vec<Completion> {
        let mut grids: Vec<&str> =
            self.context.ledger.people.values().filter_map(|it| it.grid.as_deref()).collect();
        grids.sort_unstable();
        grids.dedup();
        let found = grids.into_iter().filter(|grid| grid.contains(typed) && *grid != typed);
        found
            .take(MOST)
            .map(|grid| self.completion(typed, grid.to_owned(), String::new()))
            .collect()
    }

    fn proposers(&self, topic: &Topic, typed: &str, after: &str) -> Vec<Completion> {
        let query = fold(typed);
        let fits = |name: &str| query.is_empty() || Readings::of(name).matches(&query).is_some();
        let known = topic.proposers.iter().filter(|it| fits(&it.name)).take(MOST);
        known
            .map(|it| self.completion(typed, format!("{}{after}", it.name), String::new()))
            .collect()
    }

    /// A proposer, then how satisfied they are.
    fn rating(&self, topic: &Topic, typed: &str) -> Vec<Completion> {
        match typed.rsplit_once(char::is_whitespace) {
            None => self.proposers(topic, typed, " "),
            Some((_, last)) => {
                let mut found = self.choices(SATISFACTION, last);
                for completion in &mut found {
                    completion.insert.push(' ');
                }
                found
            }
        }
    }
}

/// What is typed of the last name in a list.
fn last_of_list(typed: &str) -> &str {
    typed.rsplit(['、', '，', ',']).next().unwrap_or_default().trim_start()
}
