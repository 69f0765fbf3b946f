//! Rules of the floor that a community wrote, and those a new meeting begins with.

use std::sync::Arc;

use super::failure::Failure;
use super::output::tell;
use super::setting::Setting;
use crate::domain::rules::RuleSet;
use crate::grammar::rule_sets::{Offered, named};
use crate::phrase::mistakes::mistake;
use crate::phrase::{comma_list, rules_name, troubles};
use crate::store::rules::FIELDS;
use crate::store::slug::Slug;
use crate::text::words::{Id, Words, id};

/// The rule sets that a community wrote, and what is wrong with those that cannot be used.
pub fn own(setting: &Setting, words: &Words, community: &Slug) -> (Vec<Offered>, Vec<String>) {
    let files = match setting.store.rule_files(community) {
        Ok(files) => files,
        Err(error) => return (Vec::new(), vec![troubles::store(words, &error)]),
    };
    let (mut sets, mut wrong) = (Vec::new(), Vec::new());
    for file in files {
        match file.read {
            Ok(rules) => sets.push(Offered { file: file.name, rules: Arc::new(rules) }),
            Err(mistakes) => {
                let Some(first) = mistakes.first() else { continue };
                let line = Some(first.at().line as u64);
                let what = mistake(words, first, &FIELDS);
                let why = troubles::at(words, &file.path, line, &what);
                wrong.push(words.tell(id::RULE_FILE_FAULTY, &[("why", why.into())]));
            }
        }
    }
    (sets, wrong)
}

/// The rules a new meeting begins with: those named, or else those that `community.ron` names.
///
/// # Errors
/// When there are none of the name that was given.
pub fn to_begin_with(
    setting: &Setting,
    community: &Slug,
    sets: &[Offered],
    given: Option<&str>,
) -> Result<Option<Arc<RuleSet>>, Failure> {
    let words = &setting.words;
    let described = setting.store.read_community(community)?.rules;
    let Some(name) = given.or(described.as_deref()) else { return Ok(None) };
    if let Some(set) = named(sets, name) {
        return Ok(Some(Arc::clone(&set.rules)));
    }
    let told = |message: Id| {
        let known: Vec<String> = sets.iter().map(|it| rules_name(words, &it.rules)).collect();
        let list = comma_list(words, &known).into();
        words.tell(message, &[("text", name.into()), ("list", list)])
    };
    if given.is_some() {
        return Err(Failure::Told(told(id::NEW_NO_SUCH_RULES)));
    }
    // The meeting can begin without; whoever edits the file is told.
    tell(&told(id::OWN_RULES_OF_COMMUNITY));
    Ok(None)
}
