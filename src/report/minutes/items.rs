//! The agenda, item by item: time, opinions, answers, what was agreed and how, actions.

use super::{Page, bullet, sub_bullet};
use crate::domain::agreement::{Resolution, Vote};
use crate::domain::item::{Item, ItemState, Outcome};
use crate::domain::opinion::{Opinion, Stance};
use crate::phrase::{
    action_name, bracketed, comma_list, count, duration, item_state, resolution_name, stance,
    threshold,
};
use crate::report::markup;
use crate::report::people::speaker;
use crate::text::words::id;

impl Page<'_> {
    pub(super) fn agenda(&self, text: &mut String) {
        self.heading(text, id::MINUTES_AGENDA);
        if self.session.order.is_empty() {
            text.push_str(&self.say(id::MINUTES_NO_ITEMS));
            text.push('\n');
        }
        for (at, item) in self.session.agenda().enumerate() {
            if at > 0 {
                text.push('\n');
            }
            let values = [("place", (at + 1).into()), ("title", markup::text(&item.title).into())];
            text.push_str("### ");
            text.push_str(&self.tell(id::MINUTES_ITEM, &values));
            text.push_str("\n\n");
            self.item(text, item);
        }
    }

    fn item(&self, text: &mut String, item: &Item) {
        let mut state = item_state(self.words, &item.state);
        if let ItemState::Closed(_, Some(why)) = &item.state {
            state = bracketed(self.words, &state, &markup::text(why));
        }
        self.field(text, id::REPORT_OUTCOME, &state);
        self.field(text, id::REPORT_TIME_SPENT, &self.spent(item));
        self.opinions(text, item);
        let mut result = String::new();
        self.agreement(&mut result, item);
        self.reserved(&mut result, item);
        let actions = item.actions.iter().filter_map(|id| self.session.action(*id));
        for action in actions.filter(|action| action.dropped.is_none()) {
            let values = [
                ("number", action_name(action.id).into()),
                ("text", markup::text(&action.what).into()),
            ];
            bullet(&mut result, &self.tell(id::MINUTES_ITEM_ACTION, &values));
        }
        if !result.is_empty() {
            bold(text, &self.say(id::MINUTES_RESULT));
            text.push_str(&result);
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
    fn opinions(&self, text: &mut String, item: &Item) {
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
            bold(text, &self.tell(id::MINUTES_STANCE, &values));
            for opinion in group {
                self.opinion(text, opinion);
            }
        }
        let taken_back: Vec<String> =
            all().filter(|opinion| opinion.withdrawn).map(|it| it.id.to_string()).collect();
        if !taken_back.is_empty() {
            let numbers = comma_list(self.words, &taken_back);
            text.push('\n');
            text.push_str(&self.tell(id::MINUTES_WITHDRAWN, &[("numbers", numbers.into())]));
            text.push('\n');
        }
    }

    fn opinion(&self, text: &mut String, opinion: &Opinion) {
        let values = [
            ("number", opinion.id.0.into()),
            ("name", markup::text(&speaker(self.session, opinion.person)).into()),
            ("text", markup::text(&opinion.text).into()),
        ];
        let mut said = self.tell(id::MINUTES_OPINION, &values);
        if !opinion.endorsed.is_empty() {
            let names: Vec<String> = opinion
                .endorsed
                .iter()
                .map(|person| markup::text(&speaker(self.session, *person)))
                .collect();
            let values =
                [("count", names.len().into()), ("names", comma_list(self.words, &names).into())];
            said = bracketed(self.words, &said, &self.tell(id::MINUTES_ENDORSED, &values));
        }
        bullet(text, &said);
        if let Some(answer) = &opinion.answer {
            let values = [("text", markup::text(answer).into())];
            sub_bullet(text, &self.tell(id::MINUTES_ANSWER, &values));
        } else if opinion.awaits_answer() {
            sub_bullet(text, &self.say(id::MINUTES_NO_ANSWER));
        }
    }

    /// Opinions against what was agreed are kept (保留意见), and so are open questions.
    fn reserved(&self, text: &mut String, item: &Item) {
        let numbers = |wanted: &dyn Fn(&Opinion) -> bool| -> Vec<String> {
            item.opinions
                .iter()
                .filter_map(|id| self.session.opinion(*id))
                .filter(|opinion| !opinion.withdrawn && wanted(opinion))
                .map(|opinion| {
                    let number = opinion.id.to_string();
                    let name = markup::text(&speaker(self.session, opinion.person));
                    bracketed(self.words, &number, &name)
                })
                .collect()
        };
        let agreed = matches!(item.state, ItemState::Closed(Outcome::Agreed, _));
        let against = numbers(&|opinion| agreed && opinion.stance == Some(Stance::Oppose));
        let open = numbers(&Opinion::awaits_answer);
        for (label, list) in [(id::MINUTES_RESERVED, against), (id::MINUTES_UNANSWERED, open)] {
            if !list.is_empty() {
                self.field(text, label, &comma_list(self.words, &list));
            }
        }
    }

    /// Resolutions in full with the count on each, then counts on other questions and earlier
    /// ones, which no longer decide anything.
    fn agreement(&self, text: &mut String, item: &Item) {
        let resolutions: Vec<&Resolution> = item
            .resolutions
            .iter()
            .filter_map(|id| self.session.resolution(*id))
            .filter(|resolution| !resolution.withdrawn)
            .collect();
        let agreed = matches!(item.state, ItemState::Closed(Outcome::Agreed, _));
        let message = if agreed { id::MINUTES_RESOLUTION } else { id::MINUTES_DRAFT };
        for resolution in &resolutions {
            let values = [
                ("number", resolution_name(resolution.id).into()),
                ("text", markup::text(&resolution.text).into()),
            ];
            bullet(text, &self.tell(message, &values));
            let counted = match resolution.vote.and_then(|vote| self.session.vote(vote)) {
                Some(vote) => self.counted(vote),
                None => self.say(id::MINUTES_NOT_COUNTED),
            };
            sub_bullet(text, &counted);
        }
        for vote in item.votes.iter().filter_map(|id| self.session.vote(*id)) {
            if resolutions.iter().any(|resolution| resolution.vote == Some(vote.id)) {
                continue;
            }
            let counted = self.counted(vote);
            bullet(
                text,
                &match (vote.resolution, &vote.question) {
                    (Some(id), _) => {
                        let values =
                            [("number", resolution_name(id).into()), ("count", counted.into())];
                        self.tell(id::MINUTES_EARLIER_COUNT, &values)
                    }
                    (None, question) => {
                        let question = markup::text(question.as_deref().unwrap_or("?"));
                        let values = [("text", question.into()), ("count", counted.into())];
                        self.tell(id::MINUTES_COUNT_ON, &values)
                    }
                },
            );
        }
    }

    fn counted(&self, vote: &Vote) -> String {
        let hands = count(self.words, vote.hands, vote.present, vote.threshold, vote.carried);
        self.tell(
            id::MINUTES_COUNTED,
            &[
                ("count", hands.into()),
                ("rule", threshold(self.words, vote.threshold).into()),
                ("counter", markup::text(&vote.counter).into()),
            ],
        )
    }
}

/// A heading below those of the items.
fn bold(text: &mut String, heading: &str) {
    text.push_str("\n**");
    text.push_str(heading);
    text.push_str("**\n\n");
}
