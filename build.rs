//! Checks the messages of both languages and turns their ids into constants.
//!
//! `data/lang/zh/*.ftl` and `data/lang/en/*.ftl` hold the same messages. The build fails, naming
//! file and id, when a message lacks one of its languages, is defined twice, takes different
//! variables in the two languages, or uses more of Fluent than variables and selectors.
//!
//! The files below `data/sample`, whichever there are, become a table of paths and contents. The
//! source of `domain` and `store` becomes a number, for the cache of digests.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::{env, fs, process};

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Resource, VariantKey,
};
use fluent_syntax::{parser, serializer};

/// The languages; the first gives the documentation of the constants.
const LANGUAGES: [&str; 2] = ["en", "zh"];

/// What the build needs to know of one message in one language.
struct Told {
    file: String,
    variables: BTreeSet<String>,
    source: String,
}

/// All messages of one language by id, and its files in order.
struct Catalogue {
    messages: BTreeMap<String, Told>,
    files: Vec<String>,
}

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // All of `data`: a folder that may be missing cannot be watched by itself.
    println!("cargo::rerun-if-changed=data");
    let mut troubles = Vec::new();
    let catalogues = LANGUAGES.map(|language| read_language(language, &mut troubles));
    compare(&catalogues, &mut troubles);
    if troubles.is_empty()
        && let Err(error) = write_code(&catalogues)
    {
        troubles.push(format!("the generated words could not be written: {error}"));
    }
    if let Err(error) = write_sample() {
        troubles.push(format!("data/sample: {error}"));
    }
    if let Err(error) = tell_what_digests_come_from() {
        troubles.push(format!("src: {error}"));
    }
    if !troubles.is_empty() {
        for trouble in &troubles {
            println!("cargo::error={trouble}");
        }
        process::exit(1);
    }
}

/// Reads every `.ftl` file of a language.
fn read_language(language: &str, troubles: &mut Vec<String>) -> Catalogue {
    let folder = Path::new("data/lang").join(language);
    let mut catalogue = Catalogue { messages: BTreeMap::new(), files: Vec::new() };
    let mut paths: Vec<PathBuf> = match fs::read_dir(&folder) {
        Ok(entries) => entries.flatten().map(|entry| entry.path()).collect(),
        Err(error) => {
            troubles.push(format!("{}: {error}", folder.display()));
            return catalogue;
        }
    };
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "ftl"));
    paths.sort();
    for path in paths {
        println!("cargo::rerun-if-changed={}", path.display());
        let name =
            path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let file = format!("data/lang/{language}/{name}");
        match fs::read_to_string(&path) {
            Ok(text) => read_file(&file, &text, &mut catalogue, troubles),
            Err(error) => troubles.push(format!("{file}: {error}")),
        }
        catalogue.files.push(name);
    }
    catalogue
}

/// Adds one file's messages to the catalogue, or says what is wrong with them.
fn read_file(file: &str, text: &str, catalogue: &mut Catalogue, troubles: &mut Vec<String>) {
    let resource = match parser::parse(text.to_owned()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let before = text.get(..error.pos.start).unwrap_or(text);
                let line = before.matches('\n').count() + 1;
                troubles.push(format!("{file}:{line}: {error}"));
            }
            resource
        }
    };
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name.clone();
                match read_message(message) {
                    Ok((variables, source)) => {
                        let told = Told { file: file.to_owned(), variables, source };
                        if let Some(first) = catalogue.messages.insert(id.clone(), told) {
                            troubles.push(format!(
                                "{file}: `{id}` is defined twice (first in {})",
                                first.file
                            ));
                        }
                    }
                    Err(reason) => troubles.push(format!("{file}: `{id}` {reason}")),
                }
            }
            Entry::Term(term) => troubles.push(format!(
                "{file}: `-{}` is a term; write a plain message instead",
                term.id.name
            )),
            Entry::Junk { content } => troubles.push(format!(
                "{file}: not a message: {:?}",
                content.lines().next().unwrap_or_default()
            )),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }
}

/// The variables a message takes, and its text as written.
fn read_message(message: Message<String>) -> Result<(BTreeSet<String>, String), String> {
    let id = &message.id.name;
    if let Some(attribute) = message.attributes.first() {
        return Err(format!(
            "has the attribute `.{}`; write a message of its own",
            attribute.id.name
        ));
    }
    let kebab = id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        && !id.ends_with('-')
        && !id.contains("--");
    if !kebab {
        return Err("is not a name in-kebab-case".to_owned());
    }
    let Some(pattern) = &message.value else {
        return Err("has no text".to_owned());
    };
    let mut variables = BTreeSet::new();
    read_pattern(pattern, &mut variables)?;
    let shown = Message { comment: None, ..message };
    let source = serializer::serialize(&Resource { body: vec![Entry::Message(shown)] });
    Ok((variables, source))
}

fn read_pattern(pattern: &Pattern<String>, found: &mut BTreeSet<String>) -> Result<(), String> {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            read_expression(expression, found)?;
        }
    }
    Ok(())
}

fn read_expression(
    expression: &Expression<String>,
    found: &mut BTreeSet<String>,
) -> Result<(), String> {
    match expression {
        Expression::Inline(inline) => read_inline(inline, found),
        Expression::Select { selector, variants } => {
            read_inline(selector, found)?;
            let mut keys = BTreeSet::new();
            for variant in variants {
                let (VariantKey::Identifier { name: key }
                | VariantKey::NumberLiteral { value: key }) = &variant.key;
                if !keys.insert(key) {
                    return Err(format!("has the case [{key}] twice"));
                }
                read_pattern(&variant.value, found)?;
            }
            Ok(())
        }
    }
}

fn read_inline(
    inline: &InlineExpression<String>,
    found: &mut BTreeSet<String>,
) -> Result<(), String> {
    match inline {
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => Ok(()),
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.clone());
            Ok(())
        }
        InlineExpression::Placeable { expression } => read_expression(expression, found),
        InlineExpression::FunctionReference { id, .. } => {
            Err(format!("calls the function {}(); none is known", id.name))
        }
        InlineExpression::MessageReference { id, .. } => {
            Err(format!("refers to the message `{}`; write the words out", id.name))
        }
        InlineExpression::TermReference { id, .. } => {
            Err(format!("refers to the term `-{}`; write the words out", id.name))
        }
    }
}

/// Every id in both languages, in files of the same name, with the same variables.
fn compare(catalogues: &[Catalogue; 2], troubles: &mut Vec<String>) {
    let [first, second] = catalogues;
    for (here, there, missing) in [(first, second, "zh"), (second, first, "en")] {
        for file in &here.files {
            if !there.files.contains(file) {
                troubles.push(format!("data/lang/{missing}/{file} is missing"));
            }
        }
        for (id, told) in &here.messages {
            if !there.messages.contains_key(id) {
                troubles.push(format!("{}: `{id}` has no text in data/lang/{missing}", told.file));
            }
        }
    }
    for (id, one) in &first.messages {
        let Some(other) = second.messages.get(id) else {
            continue;
        };
        if one.variables != other.variables {
            troubles.push(format!(
                "{}: `{id}` takes {}, but {} in {}",
                one.file,
                list(&one.variables),
                list(&other.variables),
                other.file
            ));
        }
    }
}

fn list(variables: &BTreeSet<String>) -> String {
    if variables.is_empty() {
        return "no variable".to_owned();
    }
    let names: Vec<String> = variables.iter().map(|name| format!("${name}")).collect();
    names.join(", ")
}

/// Writes `words.rs`: one constant an id, the ids' names, and the files themselves.
fn write_code(catalogues: &[Catalogue; 2]) -> Result<(), Box<dyn std::error::Error>> {
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let mut code =
        String::from("/// One constant for every message.\npub mod id {\n    use super::Id;\n");
    let mut names = String::new();
    for (index, (id, told)) in catalogues[0].messages.iter().enumerate() {
        let constant = id.to_uppercase().replace('-', "_");
        let doc = format!("```text\n{}\n```", told.source.trim_end());
        writeln!(code, "    #[doc = {doc:?}]")?;
        writeln!(code, "    pub const {constant}: Id = Id({index});")?;
        write!(names, "{id:?}, ")?;
    }
    writeln!(code, "}}\n\nconst NAMES: &[&str] = &[{names}];")?;
    for (language, catalogue) in LANGUAGES.iter().zip(catalogues) {
        let mut files = String::new();
        for file in &catalogue.files {
            let path = Path::new(&root).join("data/lang").join(language).join(file);
            write!(files, "include_str!({:?}), ", path.display().to_string())?;
        }
        let constant = language.to_uppercase();
        writeln!(code, "const {constant}: &[&str] = &[{files}];")?;
    }
    let out = PathBuf::from(env::var("OUT_DIR")?).join("words.rs");
    fs::write(out, code)?;
    Ok(())
}

/// Writes `sample.rs`: every file below `data/sample` with its path, in order.
fn write_sample() -> Result<(), Box<dyn std::error::Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("data/sample");
    let mut paths = Vec::new();
    if root.is_dir() {
        find_files(&root, &mut paths)?;
    }
    paths.sort();
    let mut code = String::from("const FILES: &[(&str, &[u8])] = &[\n");
    for path in paths {
        let parts: Vec<String> = path
            .strip_prefix(&root)?
            .iter()
            .map(|part| part.to_string_lossy().into_owned())
            .collect();
        let (name, path) = (parts.join("/"), path.display().to_string());
        writeln!(code, "    ({name:?}, include_bytes!({path:?})),")?;
    }
    code.push_str("];\n");
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("sample.rs"), code)?;
    Ok(())
}

/// Sets `YISHI_DIGESTS` to digits that change with the version and with the source of everything
/// that digests of records come from: a cache of digests is used by no other program.
fn tell_what_digests_come_from() -> Result<(), Box<dyn std::error::Error>> {
    let mut paths = Vec::new();
    for folder in ["src/domain", "src/store"] {
        println!("cargo::rerun-if-changed={folder}");
        find_files(Path::new(folder), &mut paths)?;
    }
    paths.sort();
    let mut hasher = DefaultHasher::new();
    env::var("CARGO_PKG_VERSION")?.hash(&mut hasher);
    for path in paths {
        fs::read(path)?.hash(&mut hasher);
    }
    println!("cargo::rustc-env=YISHI_DIGESTS={:016x}", hasher.finish());
    Ok(())
}

fn find_files(folder: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            find_files(&path, found)?;
        } else if path.extension().is_none_or(|extension| extension != "lock") {
            found.push(path);
        }
    }
    Ok(())
}
