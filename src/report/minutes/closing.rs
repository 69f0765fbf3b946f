//! What comes after the agenda: the action list, the parking list, notes, what was left open, who
//! spoke how long, and which record all of it was made from.

use super::{Page, bullet, clock};
use crate::domain::action::{Action, ActionState};
use crate::domain::event::Matter;
use crate::domain::ids::{ActionId, ItemId};
use crate::domain::open_matters;
use crate::domain::people::Participant;
use crate::domain::session::Phase;
use crate::phrase::{
    action_name, action_state, bracketed, comma_list, duration, item_label, lack, matter,
    parked_name, role,
};
use crate::report::markup;
use crate::report::people::{sources, speaker};
use crate::text::words::id;

impl Page<'_> {
    pub(super) fn actions(&self, text: &mut String) {
        self.heading(text, id::ACTIONS_TITLE);
        if self.session.actions.is_empty() {
            text.push_str(&self.say(id::MINUTES_NO_ACTIONS));
            text.push('\n');
            return;
        }
        let heads = [
            id::ACTIONS_NUMBER,
            id::ACTIONS_WHAT,
            id::ACTIONS_OWNER,
            id::ACTIONS_DUE,
            id::ACTIONS_TEST,
            id::MINUTES_SOURCE,
            id::ACTIONS_STATE,
        ];
        text.push_str(&markup::head(&heads.map(|head| self.say(head))));
        let missing = || self.say(id::REPORT_MISSING);
        for action in &self.session.actions {
            text.push_str(&markup::row(&[
                action_name(action.id),
                markup::text(&action.what),
                action.owner.as_deref().map_or_else(missing, markup::text),
                action.due.map_or_else(missing, |due| due.to_string()),
                action.test.as_deref().map_or_else(missing, markup::text),
                self.sources(action),
                self.progress(action),
            ]));
        }
        let standing = || self.session.actions.iter().filter(|action| action.dropped.is_none());
        let state = |action: &Action| self.ledger.state_of(self.session_id, action.id);
        let done = standing().filter(|action| state(action) == ActionState::Done).count();
        let values = [("done", done.into()), ("total", standing().count().into())];
        text.push('\n');
        text.push_str(&self.tell(id::MINUTES_TALLY, &values));
        text.push('\n');
    }

    /// `3（王小明）、5（李强）`: the opinions an action answers, with who voiced them.
    fn sources(&self, action: &Action) -> String {
        let sources: Vec<String> = sources(self.session, action)
            .iter()
            .map(|opinion| {
                let name = markup::text(&speaker(self.session, opinion.person));
                bracketed(self.words, &opinion.id.to_string(), &name)
            })
            .collect();
        comma_list(self.words, &sources)
    }

    /// Where it stands by the ledger, with the latest report.
    fn progress(&self, action: &Action) -> String {
        if let Some(why) = &action.dropped {
            return bracketed(self.words, &self.say(id::ACTION_DROPPED), &markup::text(why));
        }
        let Some(report) = self.ledger.reports_of(self.session_id, action.id).last() else {
            return action_state(self.words, ActionState::Open);
        };
        let day = report.at.date_naive().to_string();
        let news = match &report.note {
            Some(note) => {
                let values = [("date", day.into()), ("text", markup::text(note).into())];
                self.tell(id::MINUTES_NEWS, &values)
            }
            None => day,
        };
        bracketed(self.words, &action_state(self.words, report.state), &news)
    }

    pub(super) fn parking_list(&self, text: &mut String) {
        if self.session.parked.is_empty() {
            return;
        }
        self.heading(text, id::MINUTES_PARKED);
        for parked in &self.session.parked {
            let mut said = markup::text(&parked.text);
            if let Some(person) = parked.person {
                let name = markup::text(&speaker(self.session, person));
                said = bracketed(
                    self.words,
                    &said,
                    &self.tell(id::MINUTES_BROUGHT_UP, &[("name", name.into())]),
                );
            }
            let state = match &parked.settled {
                Some(how) => self.tell(id::MINUTES_SETTLED, &[("how", markup::text(how).into())]),
                None => self.say(id::MINUTES_NOT_SETTLED),
            };
            let values = [
                ("number", parked_name(parked.id).into()),
                ("text", said.into()),
                ("state", state.into()),
            ];
            bullet(text, &self.tell(id::MINUTES_PARKED_ENTRY, &values));
        }
    }

    pub(super) fn notes(&self, text: &mut String) {
        if self.session.notes.is_empty() {
            return;
        }
        self.heading(text, id::MINUTES_NOTES);
        for note in &self.session.notes {
            let values =
                [("time", clock(note.at).into()), ("text", markup::text(&note.text).into())];
            let said = self.tell(id::MINUTES_NOTE, &values);
            bullet(
                text,
                &note.item.map_or_else(
                    || said.clone(),
                    |item| bracketed(self.words, &said, &self.item_name(item)),
                ),
            );
        }
    }

    fn item_name(&self, item: ItemId) -> String {
        markup::text(&item_label(self.words, self.session, item))
    }

    /// What was left open on purpose when the meeting closed, and what of it has been settled
    /// since; before that, what is open now.
    pub(super) fn left_open(&self, text: &mut String) {
        let open = open_matters(self.session);
        let closed = self.session.phase == Phase::Closed;
        let matters = if closed { &self.session.left } else { &open };
        if matters.is_empty() || self.session.phase == Phase::Prepared {
            return;
        }
        self.heading(text, if closed { id::MINUTES_LEFT } else { id::MINUTES_OPEN });
        for group in matters.chunk_by(|one, next| same_action(*one, *next)) {
            let Some(first) = group.first() else { continue };
            let said = match first {
                Matter::ActionLacks(action, _) => self.lacking(*action, group),
                one => matter(self.words, self.session, one),
            };
            let said = markup::text(&said);
            let never_open_again = matches!(first, Matter::ItemNotReached(_));
            let settled =
                closed && !never_open_again && !group.iter().any(|one| open.contains(one));
            let since = || bracketed(self.words, &said, &self.say(id::MINUTES_SINCE));
            bullet(text, &if settled { since() } else { said.clone() });
        }
    }

    /// What one action lacks, in one entry.
    fn lacking(&self, action: ActionId, matters: &[Matter]) -> String {
        let lacks: Vec<String> = matters
            .iter()
            .filter_map(|one| match one {
                Matter::ActionLacks(_, one) => Some(lack(self.words, *one)),
                _ => None,
            })
            .collect();
        let what = self.session.action(action).map_or("?", |action| &action.what);
        let values = [
            ("number", action_name(action).into()),
            ("lacks", comma_list(self.words, &lacks).into()),
            ("text", what.into()),
        ];
        self.tell(id::MATTER_ACTION, &values)
    }

    pub(super) fn statistics(&self, text: &mut String) {
        if self.session.people.is_empty() || self.session.opened.is_none() {
            return;
        }
        self.heading(text, id::MINUTES_STATISTICS);
        let mut spoke: Vec<&Participant> = self
            .session
            .people
            .iter()
            .map(AsRef::as_ref)
            .filter(|person| !person.is_silent())
            .collect();
        spoke.sort_by_key(|person| std::cmp::Reverse((person.spoken, person.turns)));
        let turns: u32 = spoke.iter().map(|person| person.turns).sum();
        let seconds = spoke.iter().fold(0u32, |sum, person| sum.saturating_add(person.spoken));
        let values = [
            ("people", self.session.people.len().into()),
            ("spoke", spoke.len().into()),
            ("turns", turns.into()),
            ("length", duration(self.words, seconds).into()),
            ("opinions", self.session.opinions.len().into()),
        ];
        text.push_str(&self.tell(id::MINUTES_SPOKE, &values));
        text.push('\n');
        if let Some(floor) = self.session.floor {
            let name = markup::text(&speaker(self.session, floor.person));
            text.push_str(&self.tell(id::MINUTES_SPEAKING, &[("name", name.into())]));
            text.push('\n');
        }
        if spoke.is_empty() {
            return;
        }
        let heads = [
            id::REPORT_NAME,
            id::REPORT_ROLE,
            id::REPORT_TURNS,
            id::REPORT_LENGTH,
            id::REPORT_OPINIONS,
        ];
        text.push('\n');
        text.push_str(&markup::head(&heads.map(|head| self.say(head))));
        for person in spoke {
            text.push_str(&markup::row(&[
                markup::text(&speaker(self.session, person.id)),
                markup::text(&role(self.words, &person.role)),
                person.turns.to_string(),
                // Words taken down without the floor being given have no length.
                match person.turns {
                    0 => self.say(id::MINUTES_NOT_TIMED),
                    _ => duration(self.words, person.spoken),
                },
                person.opinions.to_string(),
            ]));
        }
    }

    /// Which record the minutes were made from.
    pub(super) fn origin(&self, text: &mut String) {
        let values = [
            ("session", markup::text(self.session_id).into()),
            ("count", self.meeting.lines().len().into()),
        ];
        text.push_str("\n---\n\n");
        text.push_str(&self.tell(id::MINUTES_ORIGIN, &values));
        text.push('\n');
    }
}

fn same_action(one: Matter, next: Matter) -> bool {
    match (one, next) {
        (Matter::ActionLacks(one, _), Matter::ActionLacks(next, _)) => one == next,
        _ => false,
    }
}
