//! What one can choose from while preparing: agendas to begin with, what earlier meetings left, the
//! people of the community.

use crate::domain::earlier::{Candidate, Held, left_by_others};
use crate::domain::expected::Expected;
use crate::domain::ids::ExpectedId;
use crate::domain::item::PlannedItem;
use crate::domain::ledger::{KnownPerson, Ledger};
use crate::domain::people::Newcomer;
use crate::domain::procedure::Procedure;
use crate::domain::session::Session;
use crate::grammar::agenda::{AgendaFault, Template};
use crate::phrase;
use crate::text::pinyin::Readings;
use crate::text::words::{Lang, Words};

/// A template that can be chosen, or one of the store's own that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// What it is called.
    pub title: String,
    /// Its items.
    pub items: Result<Vec<PlannedItem>, Unusable>,
    /// From the store's own folder.
    pub own: bool,
}

/// Why a template cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unusable {
    /// Its text is not UTF-8.
    NotUtf8,
    /// A line of it is no item.
    Line(AgendaFault),
}

impl Offered {
    /// A template that comes with the program.
    #[must_use]
    pub fn shipped(template: Template) -> Self {
        Self { title: template.title, items: Ok(template.items), own: false }
    }

    /// The agenda that a procedure has for its meetings, if it has one.
    #[must_use]
    pub fn of_procedure(words: &Words, procedure: &Procedure) -> Option<Self> {
        let items = match words.lang() {
            Lang::En if !procedure.agenda_en.is_empty() => procedure.agenda_en.clone(),
            _ => procedure.agenda.clone(),
        };
        let title = phrase::procedure_title(words, procedure);
        (!items.is_empty()).then_some(Self { title, items: Ok(items), own: false })
    }

    /// A template of the store's own; its name stands in where it has no title.
    #[must_use]
    pub fn own(name: &str, read: Result<Template, Unusable>) -> Self {
        match read {
            Ok(template) => Self { title: template.title, items: Ok(template.items), own: true },
            Err(why) => Self { title: name.to_owned(), items: Err(why), own: true },
        }
    }
}

/// The other meetings of the community and what became of their actions.
#[derive(Debug, Clone, Default)]
pub struct Earlier {
    /// Each meeting, by its id within the community.
    pub held: Vec<(String, Session)>,
    /// What the community's ledgers say.
    pub ledger: Ledger,
    /// How many meetings could not be read.
    pub unread: usize,
}

impl Earlier {
    /// What they left that `current`, whose id is `own`, has not taken up.
    #[must_use]
    pub fn candidates(&self, own: &str, current: &Session) -> Vec<Candidate> {
        let held: Vec<Held<'_>> =
            self.held.iter().map(|(id, session)| Held { id, session }).collect();
        left_by_others(&held, &self.ledger, own, current)
    }
}

/// Somebody of the community, and every way to read their name.
#[derive(Debug, Clone)]
pub struct Neighbour {
    /// Who.
    pub person: KnownPerson,
    readings: Readings,
}

impl Neighbour {
    /// Works out how the name is read.
    #[must_use]
    pub fn of(person: KnownPerson) -> Self {
        Self { readings: Readings::of(&person.name), person }
    }

    /// As they are expected.
    #[must_use]
    pub fn newcomer(&self) -> Newcomer {
        Newcomer {
            name: self.person.name.clone(),
            role: self.person.role.clone(),
            household: self.person.household.clone(),
            key: Some(self.person.key.clone()),
        }
    }

    /// The number under which they are expected or excused, if they are.
    #[must_use]
    pub fn expected(&self, session: &Session) -> Option<ExpectedId> {
        let person = self.newcomer();
        let listed = |expected: &&std::sync::Arc<Expected>| {
            expected.is_listed() && expected.is_same(&person)
        };
        session.expected.iter().find(listed).map(|expected| expected.id)
    }

    /// Whether what is typed means them: by name, pinyin or initials, by unit, or by capacity.
    fn fits(&self, words: &Words, typed: &str) -> bool {
        let household = self.person.household.as_deref().unwrap_or_default();
        self.readings.matches(typed).is_some()
            || household.contains(typed)
            || phrase::role(words, &self.person.role).to_lowercase().contains(typed)
    }
}

/// The places of those people that what is typed means, in their order.
#[must_use]
pub fn fitting(people: &[Neighbour], words: &Words, typed: &str) -> Vec<usize> {
    let typed = typed.trim().to_lowercase();
    let all = people.iter().enumerate();
    let found = all.filter(|(_, one)| typed.is_empty() || one.fits(words, &typed));
    found.map(|(at, _)| at).collect()
}
