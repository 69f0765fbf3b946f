//! What a new meeting begins with: rules, a procedure, topics of the community.

use std::sync::Arc;

use super::failure::Failure;
use super::output::tell;
use super::procedures::{adopted, rules_of_procedure, titles};
use super::rules;
use super::setting::Setting;
use super::surroundings::Surroundings;
use crate::domain::affairs::{NamedProcedure, meeting_lacks};
use crate::domain::item::PlannedItem;
use crate::domain::meeting::Beginning;
use crate::domain::refusal::Refusal;
use crate::domain::rules::RuleSet;
use crate::domain::topic::{CaseNo, Topic, TopicLink};
use crate::grammar::procedures::named;
use crate::grammar::rule_sets::with_own;
use crate::grammar::topics::{case_number, to_consult};
use crate::phrase;
use crate::store::library::{Created, NewSession};
use crate::store::slug::Slug;
use crate::text::words::id;
use crate::tui::prepare::lists::Offered;

/// What is asked for on the command line.
#[derive(Debug, Default)]
pub struct Asked<'a> {
    /// Rules of the floor, by name.
    pub rules: Option<&'a str>,
    /// A procedure, by name.
    pub procedure: Option<&'a str>,
    /// Topics, by number.
    pub topics: &'a [String],
    /// Why topics are on the agenda though their surveys are not complete.
    pub despite: Option<&'a str>,
}

/// Makes a meeting: with the rules and the procedure asked for, or else those that `community.ron`
/// names.
///
/// # Errors
/// When there is no such thing, or a topic cannot be on the agenda; nothing was made then.
pub fn create(
    setting: &Setting,
    community: &Slug,
    mut new: NewSession,
    asked: &Asked<'_>,
) -> Result<Created, Failure> {
    let around = Surroundings::of(setting, &setting.words, community)?;
    for trouble in &around.troubles {
        tell(trouble);
    }
    let topics = topics(setting, community, &around, asked.topics)?;
    let procedure = procedure(setting, community, &around, asked.procedure, &topics)?;
    let rules = floor_rules(setting, community, &around, asked, procedure)?;
    if let Some(known) = procedure.filter(|_| asked.procedure.is_some())
        && new.agenda.is_empty()
        && topics.is_empty()
    {
        let agenda = Offered::of_procedure(&setting.words, &known.procedure);
        new.agenda = agenda.and_then(|agenda| agenda.items.ok()).unwrap_or_default();
    }
    let unwritten = RuleSet::unwritten();
    let in_force = rules.as_deref().unwrap_or(&unwritten);
    let despite = asked.despite.map(str::to_owned);
    let held = procedure.map(|known| adopted(&around.ledger, known));
    let (cases, device) = (&around.ledger.cases, setting.store.device()?.as_str());
    let items = topics.iter().map(|topic| {
        let planned = PlannedItem { title: topic.slip.title.clone(), minutes: None };
        let needs = meeting_lacks(&around.ledger, &around.ground, topic, held.as_ref());
        (planned, TopicLink::by(topic, cases, needs, device, in_force), despite.clone())
    });
    let beginning = Beginning {
        topics: items.collect(),
        rules: rules.as_deref().cloned(),
        procedure: held.clone(),
    };
    let by = setting.by(None)?;
    let made = setting.store.create_session_from(community, &new, beginning, setting.now(), &by)?;
    made.map_err(|(_, refusal)| refused(setting, &refusal))
}

fn refused(setting: &Setting, refusal: &Refusal) -> Failure {
    let words = &setting.words;
    let why = match refusal {
        Refusal::SurveyLacks(topic, lacking) => {
            let list = phrase::survey_lacking(words, lacking);
            let values = [("topic", topic.to_string().into()), ("list", list.into())];
            words.tell(id::NEW_TOPIC_LACKS, &values)
        }
        Refusal::TopicNeeds(topic, lacking) => {
            let list = phrase::affairs::needs_list(words, lacking);
            let values = [("topic", topic.to_string().into()), ("list", list.into())];
            words.tell(id::NEW_TOPIC_NEEDS, &values)
        }
        Refusal::TopicOnAgenda(topic, _) => {
            words.tell(id::NEW_TOPIC_TWICE, &[("topic", topic.to_string().into())])
        }
        other => phrase::refusal_of_text(words, other),
    };
    Failure::Told(words.tell(id::NEW_TOPIC_REFUSED, &[("why", why.into())]))
}

fn topics<'a>(
    setting: &Setting,
    community: &Slug,
    around: &'a Surroundings,
    typed: &[String],
) -> Result<Vec<&'a Topic>, Failure> {
    let words = &setting.words;
    let find = |text: &String| {
        let case: CaseNo = case_number(text).ok_or_else(|| {
            Failure::Told(words.tell(id::NEW_NOT_A_CASE, &[("text", text.into())]))
        })?;
        let Some(topic) = around.ledger.find(&case) else {
            let community = community.as_str();
            let values = [("topic", case.to_string().into()), ("community", community.into())];
            return Err(Failure::Told(words.tell(id::NEW_NO_SUCH_TOPIC, &values)));
        };
        to_consult(topic).map_err(|misread| {
            let why = misread.tell(words);
            Failure::Told(words.tell(id::NEW_TOPIC_REFUSED, &[("why", why.into())]))
        })?;
        Ok(topic)
    };
    typed.iter().map(find).collect()
}

/// The procedure asked for, or the one all topics follow by choice, or the community's own choice.
fn procedure<'a>(
    setting: &Setting,
    community: &Slug,
    around: &'a Surroundings,
    asked: Option<&str>,
    topics: &[&Topic],
) -> Result<Option<&'a NamedProcedure>, Failure> {
    let (words, all) = (&setting.words, &around.ground.procedures);
    if let Some(name) = asked {
        let found = named(all, name).ok_or_else(|| {
            let values = [("text", name.into()), ("list", titles(words, all).into())];
            Failure::Told(words.tell(id::PROCEDURES_NO_SUCH, &values))
        });
        return found.map(Some);
    }
    let mut chosen = topics.iter().map(|topic| topic.procedure.as_deref());
    let first = chosen.next().flatten();
    if let Some(first) = first
        && chosen.all(|other| other == Some(first))
        && let Some(known) = all.iter().find(|known| known.file == first)
    {
        return Ok(Some(known));
    }
    let described = setting.store.read_community(community)?.procedure;
    let Some(name) = described else { return Ok(None) };
    let found = named(all, &name);
    if found.is_none() {
        tell(&super::procedures::unknown(words, all, &name));
    }
    Ok(found)
}

/// The rules asked for; else those of the procedure asked for; else the community's; else those of
/// its procedure.
fn floor_rules(
    setting: &Setting,
    community: &Slug,
    around: &Surroundings,
    asked: &Asked<'_>,
    procedure: Option<&NamedProcedure>,
) -> Result<Option<Arc<RuleSet>>, Failure> {
    let sets = with_own(around.rules.clone());
    let of_procedure = procedure.and_then(|known| {
        rules_of_procedure(&setting.words, &sets, &known.procedure).unwrap_or_else(|told| {
            tell(&told);
            None
        })
    });
    if asked.rules.is_none() && asked.procedure.is_some() && of_procedure.is_some() {
        return Ok(of_procedure);
    }
    let begun = rules::to_begin_with(setting, community, &sets, asked.rules)?;
    Ok(begun.or(of_procedure))
}
