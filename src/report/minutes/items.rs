//! The agenda, item by item: time, opinions, answers, what was agreed and how, actions.

use super::{Page, Sheet};
use crate::domain::agreement::{Agreed, Method, Resolution, Vote};
use crate::domain::ids::ResolutionId;
use crate::domain::item::{Item, ItemState, Outcome};
use crate::domain::opinion::{Opinion, Stance};
use crate::phrase::{
    self, action_name, bracketed, comma_list, duration, item_state, resolution_name, stance,
};
use crate::report::people::speaker;
use crate::report::review::places::Thing;
use crate::text::words::{Id, id};

/// A line below the heading of what came of an item.
enum ResultLine {
    Entry(String, Option<u64>),
    Detail(String, Option<u64>),
    Field(Id, String),
}

impl Page<'_> {
    pub(super) fn agenda(&self, sheet: &mut dyn Sheet) {
        sheet.heading(&self.say(id::MINUTES_AGENDA));
        if self.session.order.is_empty() {
            sheet.sentence(&self.say(id::MINUTES_NO_ITEMS));
        }
        for (at, item) in self.session.agenda().enumerate() {
            let title = sheet.recorded(&item.title);
            let values = [("place", (at + 1).into()), ("title", title.into())];
            let begun = self.places.of(Thing::ItemOpened(item.id));
            sheet.item(&self.tell(id::MINUTES_ITEM, &values), begun, at == 0);
            self.item(sheet, item);
        }
    }

    fn item(&self, sheet: &mut dyn Sheet, item: &Item) {
        self.topic(sheet, item);
        let mut state = item_state(self.words, &item.state);
        if let ItemState::Closed(_, Some(why)) = &item.state {
            state = bracketed(self.words, &state, &sheet.recorded(why));
        }
        let ended = self.places.of(Thing::ItemClosed(item.id));
        sheet.field(self.words, id::REPORT_OUTCOME, &state, ended);
        let begun = self.places.of(Thing::ItemOpened(item.id));
        sheet.field(self.words, id::REPORT_TIME_SPENT, &self.spent(item), begun);
        if let Some(called) = self.called_past(sheet, item) {
            sheet.field(self.words, id::MINUTES_CALLED_PAST, &called, None);
        }
        self.points(sheet, item);
        self.opinions(sheet, item);
        let mut results = self.agreement(sheet, item);
        results.extend(self.reserved(sheet, item));
        let actions = item.actions.iter().filter_map(|id| self.session.action(*id));
        results.extend(actions.filter(|action| action.dropped.is_none()).map(|action| {
            let values = [
                ("number", action_name(action.id).into()),
                ("text", sheet.recorded(&action.what).into()),
            ];
            let seq = self.places.of(Thing::Action(action.id));
            ResultLine::Entry(self.tell(id::MINUTES_ITEM_ACTION, &values), seq)
        }));
        if results.is_empty() {
            return;
        }
        sheet.group(&self.say(id::MINUTES_RESULT));
        for result in results {
            match result {
                ResultLine::Entry(text, seq) => sheet.entry(&text, seq),
                ResultLine::Detail(text, seq) => sheet.detail(&text, seq),
                ResultLine::Field(label, value) => sheet.field(self.words, label, &value, None),
            }
        }
    }

    fn spent(&self, item: &Item) -> String {
        let plan = match item.minutes {
            Some(minutes) => {
                let planned = duration(self.words, minutes.saturating_mul(60));
                self.tell(id::MINUTES_PLANNED, &[("length", planned.into())])
            }
            None => self.say(id::MINUTES_UNPLANNED),
        };
        let spent = self.now().map_or(0, |now| item.watch.read(now));
        let begun = item.state == ItemState::Open || spent > 0 || !item.turns.is_empty();
        if !begun && item.opinions.is_empty() {
            return bracketed(self.words, &self.say(id::MINUTES_NOT_BEGUN), &plan);
        }
        bracketed(self.words, &duration(self.words, spent), &plan)
    }

    /// Opinions that stand, by position; those taken back are only counted.
    fn opinions(&self, sheet: &mut dyn Sheet, item: &Item) {
        let all = || item.opinions.iter().filter_map(|id| self.session.opinion(*id));
        let standing: Vec<&Opinion> = all().filter(|opinion| !opinion.withdrawn).collect();
        let positions = Stance::ALL.into_iter().map(Some).chain([None]);
        for position in positions {
            let group: Vec<&&Opinion> =
                standing.iter().filter(|opinion| opinion.stance == position).collect();
            if group.is_empty() {
                continue;
            }
            let name = position
                .map_or_else(|| self.say(id::MINUTES_NO_STANCE), |it| stance(self.words, it));
            let values = [("stance", name.into()), ("count", group.len().into())];
            sheet.group(&self.tell(id::MINUTES_STANCE, &values));
            for opinion in group {
                self.opinion(sheet, opinion);
            }
        }
        let taken_back: Vec<String> =
            all().filter(|opinion| opinion.withdrawn).map(|it| it.id.to_string()).collect();
        if !taken_back.is_empty() {
            let numbers = comma_list(self.words, &taken_back);
            sheet.gap();
            sheet.sentence(&self.tell(id::MINUTES_WITHDRAWN, &[("numbers", numbers.into())]));
        }
    }

    fn opinion(&self, sheet: &mut dyn Sheet, opinion: &Opinion) {
        let values = [
            ("number", opinion.id.0.into()),
            ("name", sheet.recorded(&speaker(self.session, opinion.person)).into()),
            ("text", sheet.recorded(&opinion.text).into()),
        ];
        let mut said = self.tell(id::MINUTES_OPINION, &values);
        if !opinion.endorsed.is_empty() {
            let names: Vec<String> = opinion
                .endorsed
                .iter()
                .map(|person| sheet.recorded(&speaker(self.session, *person)))
                .collect();
            let values =
                [("count", names.len().into()), ("names", comma_list(self.words, &names).into())];
            said = bracketed(self.words, &said, &self.tell(id::MINUTES_ENDORSED, &values));
        }
        let seq = self.places.of(Thing::Opinion(opinion.id));
        sheet.entry(&said, seq);
        if let Some(answer) = &opinion.answer {
            let values = [("text", sheet.recorded(answer).into())];
            let answered = self.places.of(Thing::Answer(opinion.id));
            sheet.detail(&self.tell(id::MINUTES_ANSWER, &values), answered);
        } else if opinion.awaits_answer() {
            sheet.detail(&self.say(id::MINUTES_NO_ANSWER), seq);
        }
        self.history(sheet, opinion);
    }

    /// What is kept beside what was agreed: reserved opinions (保留意见) that name no resolution, what was
    /// said against it, and open questions.
    fn reserved(&self, sheet: &dyn Sheet, item: &Item) -> Vec<ResultLine> {
        let numbers = |wanted: &dyn Fn(&Opinion) -> bool| -> Vec<String> {
            item.opinions
                .iter()
                .filter_map(|id| self.session.opinion(*id))
                .filter(|opinion| !opinion.withdrawn && wanted(opinion))
                .map(|opinion| {
                    let number = opinion.id.to_string();
                    let name = sheet.recorded(&speaker(self.session, opinion.person));
                    bracketed(self.words, &number, &name)
                })
                .collect()
        };
        let agreed = matches!(item.state, ItemState::Closed(Outcome::Agreed, _));
        let reserved =
            numbers(&|opinion| opinion.reserved.is_some_and(|it| it.resolution.is_none()));
        let against = numbers(&|opinion| {
            agreed && opinion.reserved.is_none() && opinion.stance == Some(Stance::Oppose)
        });
        let open = numbers(&Opinion::awaits_answer);
        [
            (id::MINUTES_RESERVED, reserved),
            (id::MINUTES_AGAINST, against),
            (id::MINUTES_UNANSWERED, open),
        ]
        .into_iter()
        .filter(|(_, list)| !list.is_empty())
        .map(|(label, list)| ResultLine::Field(label, comma_list(self.words, &list)))
        .collect()
    }

    /// Resolutions in full with the count on each, then counts on other questions and earlier
    /// ones, which no longer decide anything.
    fn agreement(&self, sheet: &dyn Sheet, item: &Item) -> Vec<ResultLine> {
        let resolutions: Vec<&Resolution> = item
            .resolutions
            .iter()
            .filter_map(|id| self.session.resolution(*id))
            .filter(|resolution| !resolution.withdrawn)
            .collect();
        let agreed = matches!(item.state, ItemState::Closed(Outcome::Agreed, _));
        let mut results = Vec::new();
        for resolution in &resolutions {
            let values = [
                ("number", resolution_name(resolution.id).into()),
                ("text", sheet.recorded(&resolution.text).into()),
            ];
            let vote = resolution.vote.and_then(|vote| self.session.vote(vote));
            let message = match vote {
                Some(vote) if agreed && vote.body().is_some() => id::MINUTES_STATUTORY_RESOLUTION,
                _ if agreed => id::MINUTES_RESOLUTION,
                _ => id::MINUTES_DRAFT,
            };
            let seq = self.places.of(Thing::Resolution(resolution.id));
            results.push(ResultLine::Entry(self.tell(message, &values), seq));
            results.push(match vote {
                Some(vote) => {
                    let counted = self.places.of(Thing::Vote(vote.id));
                    ResultLine::Detail(self.counted(sheet, vote), counted)
                }
                None => ResultLine::Detail(self.say(id::MINUTES_NOT_COUNTED), seq),
            });
            let reserved = self.reserved_against(sheet, resolution.id).into_iter();
            results.extend(reserved.map(|(told, at)| ResultLine::Detail(told, at.or(seq))));
            results.extend(self.objections(sheet, resolution.id));
            if self.session.read_back.is_some() && agreed {
                let confirmed = self.places.of(Thing::Confirmed(Agreed::Resolution(resolution.id)));
                let told = self.read_out(sheet, resolution.confirmed.as_ref());
                results.push(ResultLine::Detail(told, confirmed.or(seq)));
            }
        }
        for vote in item.votes.iter().filter_map(|id| self.session.vote(*id)) {
            if resolutions.iter().any(|resolution| resolution.vote == Some(vote.id)) {
                continue;
            }
            let counted = self.counted(sheet, vote);
            let told = match (vote.resolution, &vote.question) {
                (Some(id), _) => {
                    let values =
                        [("number", resolution_name(id).into()), ("count", counted.into())];
                    self.tell(id::MINUTES_EARLIER_COUNT, &values)
                }
                (None, question) => {
                    let question = sheet.recorded(question.as_deref().unwrap_or("?"));
                    let values = [("text", question.into()), ("count", counted.into())];
                    self.tell(id::MINUTES_COUNT_ON, &values)
                }
            };
            results.push(ResultLine::Entry(told, self.places.of(Thing::Vote(vote.id))));
        }
        results
    }

    /// A count with all its figures; a consultation opinion is told apart from a statutory vote.
    fn counted(&self, sheet: &dyn Sheet, vote: &Vote) -> String {
        let words = self.words;
        let message = match vote.method {
            Method::Hands => id::MINUTES_COUNTED,
            Method::Statutory(_) => id::MINUTES_STATUTORY,
            _ => id::MINUTES_COUNTED_BY,
        };
        self.tell(
            message,
            &[
                ("count", phrase::counted(words, vote.into()).into()),
                ("kind", phrase::kind(words, vote.method).into()),
                ("method", phrase::method(words, vote.method).into()),
                ("rule", phrase::rule(words, vote.method, vote.threshold).into()),
                ("counter", sheet.recorded(&vote.counter).into()),
            ],
        )
    }

    /// Objections to a resolution, with how each was resolved.
    fn objections(&self, sheet: &dyn Sheet, id: ResolutionId) -> Vec<ResultLine> {
        let about = self.session.objections.iter().filter(|it| it.resolution == Some(id));
        about
            .map(|it| {
                let told = phrase::objection(self.words, self.session, it);
                ResultLine::Detail(sheet.recorded(&told), self.places.of(Thing::Objection(it.id)))
            })
            .collect()
    }
}
