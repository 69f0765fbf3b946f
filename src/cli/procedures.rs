//! `yishi procedures`: the procedures there are, and the ground on which a community's affairs are
//! decided.

use std::fmt::Write as _;
use std::sync::Arc;

use super::Done;
use super::args;
use super::failure::Failure;
use super::output::{print, tell};
use super::rules;
use super::setting::Setting;
use crate::domain::affairs::{Ground, NamedProcedure};
use crate::domain::exclusion::Exclusion;
use crate::domain::ledger::Ledger;
use crate::domain::procedure::{Adopted, Procedure};
use crate::domain::rules::RuleSet;
use crate::grammar::procedures::{
    DEFAULT, named, shipped, shipped_exclusions, shipped_text, with_own,
};
use crate::grammar::rule_sets;
use crate::phrase::mistakes::mistake;
use crate::phrase::{
    comma_list, procedure_source, procedure_title, provenance, rules_name, stage_label, stage_told,
    step, troubles,
};
use crate::store::community::Community;
use crate::store::exclusions::FIELDS as EXCLUSION_FIELDS;
use crate::store::handwritten::Mistake;
use crate::store::procedures::{FIELDS, ProcedureFile};
use crate::store::slug::Slug;
use crate::text::width::clean;
use crate::text::words::{Words, id};

/// The procedures that a community can use, and what is wrong with files that cannot be used.
pub fn all(
    setting: &Setting,
    words: &Words,
    community: &Slug,
) -> (Vec<NamedProcedure>, Vec<String>) {
    let files = match setting.store.procedure_files(community) {
        Ok(files) => files,
        Err(error) => return (shipped(), vec![troubles::store(words, &error)]),
    };
    let (own, wrong) = sorted_out(words, files);
    (with_own(own), wrong)
}

fn sorted_out(words: &Words, files: Vec<ProcedureFile>) -> (Vec<NamedProcedure>, Vec<String>) {
    let (mut own, mut wrong) = (Vec::new(), Vec::new());
    for file in files {
        match file.read {
            Ok(procedure) => {
                own.push(NamedProcedure { file: file.name, procedure: Arc::new(procedure) });
            }
            Err(mistakes) => wrong.extend(mistakes.iter().map(|found| {
                let why = place(words, &file.path, found, &FIELDS);
                words.tell(id::PROCEDURE_FILE_FAULTY, &[("why", why.into())])
            })),
        }
    }
    (own, wrong)
}

fn place(words: &Words, path: &std::path::Path, found: &Mistake, fields: &[&str]) -> String {
    troubles::at(words, path, Some(found.at().line as u64), &mistake(words, found, fields))
}

/// What a community does not take in as topics, and what is wrong with its own list of that.
pub fn exclusions(
    setting: &Setting,
    words: &Words,
    community: &Slug,
) -> (Vec<Exclusion>, Vec<String>) {
    let file = match setting.store.exclusions_file(community) {
        Ok(Some(file)) => file,
        Ok(None) => return (shipped_exclusions(), Vec::new()),
        Err(error) => return (shipped_exclusions(), vec![troubles::store(words, &error)]),
    };
    match file.read {
        Ok(own) => (own, Vec::new()),
        Err(mistakes) => {
            let told = mistakes.iter().map(|found| {
                let why = place(words, &file.path, found, &EXCLUSION_FIELDS);
                words.tell(id::EXCLUSIONS_FILE_FAULTY, &[("why", why.into())])
            });
            (shipped_exclusions(), told.collect())
        }
    }
}

/// The ground on which a community's affairs are decided, and what is wrong with its own files.
///
/// # Errors
/// When the community cannot be read, or this device has no name.
pub fn ground(setting: &Setting, community: &Slug) -> Result<(Ground, Vec<String>), Failure> {
    ground_in(setting, &setting.words, community)
}

/// The same in the language of a screen.
///
/// # Errors
/// As [`ground`].
pub fn ground_in(
    setting: &Setting,
    words: &Words,
    community: &Slug,
) -> Result<(Ground, Vec<String>), Failure> {
    let described = setting.store.read_community(community)?;
    let (procedures, mut wrong) = all(setting, words, community);
    let (sets, faulty) = rules::own(setting, words, community);
    wrong.extend(faulty);
    let (ground, missing) = on(setting, words, &described, procedures, sets)?;
    wrong.extend(missing);
    Ok((ground, wrong))
}

/// The ground of a community with these procedures, and these rules of the floor of its own; and what
/// is named and is not there.
///
/// # Errors
/// When this device has no name.
pub fn on(
    setting: &Setting,
    words: &Words,
    described: &Community,
    procedures: Vec<NamedProcedure>,
    own: Vec<rule_sets::Offered>,
) -> Result<(Ground, Vec<String>), Failure> {
    let mut wrong = Vec::new();
    let sets = rule_sets::with_own(own);
    let mut procedure = DEFAULT.to_owned();
    if let Some(name) = &described.procedure {
        match named(&procedures, name) {
            Some(known) => procedure.clone_from(&known.file),
            None => wrong.push(unknown(words, &procedures, name)),
        }
    }
    let set = described.rules.as_deref().and_then(|name| rule_sets::named(&sets, name));
    let mut rules_of = Vec::new();
    for known in &procedures {
        // What a community wrote for itself goes before what its usual procedure says.
        if set.is_some() && known.file == procedure {
            continue;
        }
        match rules_of_procedure(words, &sets, &known.procedure) {
            Ok(Some(rules)) => rules_of.push((known.file.clone(), rules)),
            Ok(None) => {}
            Err(told) => wrong.push(told),
        }
    }
    let ground = Ground {
        today: setting.today(),
        device: setting.store.device()?.to_string(),
        procedure,
        rules: set.map_or_else(|| Arc::new(RuleSet::unwritten()), |set| Arc::clone(&set.rules)),
        rules_of,
        procedures,
    };
    Ok((ground, wrong))
}

/// That `community.ron` names a procedure that is not there.
pub fn unknown(words: &Words, procedures: &[NamedProcedure], name: &str) -> String {
    let used = named(procedures, DEFAULT).map(|it| procedure_title(words, &it.procedure));
    let values = [
        ("text", name.into()),
        ("name", used.unwrap_or_default().into()),
        ("list", titles(words, procedures).into()),
    ];
    words.tell(id::PROCEDURE_OF_COMMUNITY, &values)
}

/// What procedures are called, as a list.
pub fn titles(words: &Words, procedures: &[NamedProcedure]) -> String {
    let titles: Vec<String> =
        procedures.iter().map(|it| procedure_title(words, &it.procedure)).collect();
    comma_list(words, &titles)
}

/// The rules of the floor that a procedure names; an error tells that there are none of that name.
pub fn rules_of_procedure(
    words: &Words,
    sets: &[rule_sets::Offered],
    procedure: &Procedure,
) -> Result<Option<Arc<RuleSet>>, String> {
    let Some(name) = &procedure.rules else { return Ok(None) };
    if let Some(set) = rule_sets::named(sets, name) {
        return Ok(Some(Arc::clone(&set.rules)));
    }
    let known: Vec<String> = sets.iter().map(|it| rules_name(words, &it.rules)).collect();
    let values = [
        ("name", procedure_title(words, procedure).into()),
        ("text", name.into()),
        ("list", comma_list(words, &known).into()),
    ];
    Err(words.tell(id::PROCEDURE_RULES_MISSING, &values))
}

/// A procedure as a meeting adopts it: with the names that the community gave its stages.
#[must_use]
pub fn adopted(ledger: &Ledger, known: &NamedProcedure) -> Adopted {
    let names = ledger.stage_names.get(&known.file).map_or(&[][..], Vec::as_slice);
    let procedure = known.procedure.with_names(names);
    Adopted { file: known.file.clone(), procedure, stage: None }
}

/// `yishi procedures`
pub fn run(setting: &Setting, args: &args::Procedures) -> Result<Done, Failure> {
    match args.format {
        Some(args::ProcedureFormat::Ron) => write_out(setting, args.which.as_deref()),
        None => list(setting, args.which.as_deref()),
    }
}

/// Writes out a procedure that comes with the program, comments and all.
fn write_out(setting: &Setting, name: Option<&str>) -> Result<Done, Failure> {
    let name = name.unwrap_or(DEFAULT);
    let known = shipped();
    let Some(text) = named(&known, name).and_then(|known| shipped_text(&known.file)) else {
        let list = titles(&setting.words, &known);
        let values = [("text", name.into()), ("list", list.into())];
        return Err(Failure::Told(setting.words.tell(id::PROCEDURES_NO_SUCH, &values)));
    };
    print(text.as_bytes())?;
    Ok(Done::Well)
}

/// A list of procedures, with where a community's own ones are.
fn list(setting: &Setting, community: Option<&str>) -> Result<Done, Failure> {
    let words = &setting.words;
    let mut ledger = Ledger::default();
    let mut usual = DEFAULT.to_owned();
    let files = match community {
        Some(typed) => {
            let community = setting.store.find_community(typed)?;
            ledger = setting.store.ledger(&community)?.ledger;
            let (ground, _) = ground(setting, &community)?;
            usual = ground.procedure;
            setting.store.procedure_files(&community)?
        }
        None => setting.store.procedure_files_of_all()?,
    };
    let paths: Vec<(String, String)> =
        files.iter().map(|it| (it.name.clone(), it.path.display().to_string())).collect();
    let (own, wrong) = sorted_out(words, files);
    let own_names: Vec<String> = own.iter().map(|known| known.file.clone()).collect();
    let mut text = String::new();
    for known in with_own(own) {
        let path = paths.iter().find(|(name, _)| *name == known.file);
        let path = path.filter(|_| own_names.contains(&known.file)).map(|(_, path)| path.as_str());
        let adopted = adopted(&ledger, &known);
        describe(words, &adopted, known.file == usual, path, &mut text);
    }
    print(text.as_bytes())?;
    for told in &wrong {
        tell(told);
    }
    Ok(if wrong.is_empty() { Done::Well } else { Done::InPart })
}

/// One of them: name, stages, where it comes from.
fn describe(words: &Words, it: &Adopted, usual: bool, path: Option<&str>, text: &mut String) {
    let procedure = &it.procedure;
    let line = |text: &mut String, told: &str| {
        // Writing to a String does not fail.
        let _ = writeln!(text, "{}", clean(told));
    };
    let values =
        [("name", procedure_title(words, procedure).into()), ("file", it.file.as_str().into())];
    let mut heading = words.tell(id::PROCEDURES_HEADING, &values);
    if usual {
        heading = format!("{heading}  {}", words.say(id::PROCEDURES_DEFAULT));
    }
    line(text, &heading);
    let mut unnamed = false;
    for (number, stage) in (1..).zip(&procedure.stages) {
        let (label, step) = (stage_label(words, stage, number), step(words, number));
        unnamed |= label == step;
        let named = if label == step { step } else { format!("{step}  {label}") };
        let told = stage_told(words, stage).join(&words.say(id::PROCEDURES_PARTS));
        line(text, format!("  {named}  {told}").trim_end());
    }
    let mut about = Vec::new();
    if unnamed {
        about.push(words.tell(id::PROCEDURES_UNNAMED, &[("file", it.file.as_str().into())]));
    }
    if procedure.any_order {
        about.push(words.say(id::PROCEDURES_ANY_ORDER));
    }
    if let Some((number, stage)) =
        procedure.emergency.and_then(|number| Some((number, procedure.stage(number)?)))
    {
        let label = stage_label(words, stage, number);
        about.push(words.tell(id::PROCEDURES_EMERGENCY, &[("stage", label.into())]));
    }
    if let Some(rules) = &procedure.rules {
        about.push(words.tell(id::PROCEDURES_RULES, &[("rules", rules.into())]));
    }
    let from = provenance(words, procedure.provenance);
    about.push(words.tell(id::PROCEDURES_PROVENANCE, &[("provenance", from.into())]));
    about.extend(
        procedure_source(words, procedure)
            .map(|source| words.tell(id::PROCEDURES_SOURCE, &[("source", source.into())])),
    );
    about.extend(path.map(|path| words.tell(id::PROCEDURES_OWN_FILE, &[("path", path.into())])));
    for told in about {
        line(text, &format!("  {told}"));
    }
    text.push('\n');
}
