//! Procedures and exclusions that people write: every kind of mistake is told with its line, its
//! column and what was expected, and the files beside it are read all the same.

#![expect(clippy::unwrap_used, reason = "helpers of tests may panic")]

use std::path::Path;
use std::sync::Arc;

use yishi::domain::exclusion::Exclusion;
use yishi::domain::procedure::{MOST_DAYS, Need, Procedure, Within, Work};
use yishi::domain::rules::Provenance;
use yishi::grammar::procedures::{shipped, shipped_exclusions, shipped_text};
use yishi::store::device::Origin;
use yishi::store::disk::Disk;
use yishi::store::exclusions;
use yishi::store::handwritten::{Expected, Fault, Mistake};
use yishi::store::library::Store;
use yishi::store::procedures::parse;
use yishi::store::slug::Slug;
use yishi::store::testing::MemoryDisk;

/// Line, column, what is wrong.
type Wrong = (usize, usize, String);

fn told(mistakes: &[Mistake]) -> Vec<Wrong> {
    let what = |mistake: &Mistake| match mistake {
        Mistake::Text(Fault::Missing { mark, .. }) => format!("missing {mark}"),
        Mistake::Text(Fault::FullWidth { found, instead, .. }) => format!("{found} for {instead}"),
        Mistake::Text(Fault::NoValue { .. }) => "no value".to_owned(),
        Mistake::Text(fault) => format!("{fault:?}"),
        Mistake::Unknown { name, .. } => format!("unknown {name}"),
        Mistake::Twice { name, .. } => format!("twice {name}"),
        Mistake::Value { name, found, expected, .. } => {
            let expected = match expected {
                Expected::OneOf(words) => format!("one of {}", words.len()),
                other => format!("{other:?}"),
            };
            format!("{name}={found}: {expected}")
        }
    };
    mistakes.iter().map(|it| (it.at().line, it.at().column, what(it))).collect()
}

/// A text, and all that is wrong with it.
fn wrong(text: &str, expected: &[(usize, usize, &str)]) {
    let expected: Vec<Wrong> =
        expected.iter().map(|(line, column, what)| (*line, *column, (*what).to_owned())).collect();
    let found = parse(text.as_bytes()).unwrap_err();
    assert_eq!(told(&found), expected, "{text}");
}

const GOOD: &str = "(name: \"四步\", stages: [(name: \"说\", works: [Intake])])";

#[test]
fn a_short_file_is_enough_and_a_long_one_is_read_whole() {
    let read = parse(GOOD.as_bytes()).unwrap();
    assert_eq!((read.name.as_str(), read.count()), ("四步", 1));
    assert_eq!(read.provenance, Provenance::Own);
    // What editors do is forgiven: byte order mark, CR LF, `Some`, comments.
    let text = "\u{feff}// 我们的\r\n(\r\n name: \"四步\", emergency: Some(2), any_order: true,\r\n \
        provenance: Adapted, stages: [(), (name: \"办\", name_en: \"Do\", works: [Handling, Reply], \
        blocks: [Consulted], warns: [Agreed], within: Some(WorkingDays( 15 )))],\r\n \
        agenda: [(title: \"通报\", minutes: Some(10)), (title: \"商量\")],)";
    let read = parse(text.as_bytes()).unwrap();
    assert_eq!((read.emergency, read.any_order), (Some(2), true));
    // A stage without a name is the community's to name.
    assert_eq!(read.stages[0].name, "");
    let second = &read.stages[1];
    assert_eq!(second.works, [Work::Handling, Work::Reply]);
    assert_eq!(
        (&second.blocks[..], &second.warns[..]),
        (&[Need::Consulted][..], &[Need::Agreed][..])
    );
    assert_eq!(second.within, Some(Within::WorkingDays(15)));
    let minutes: Vec<Option<u32>> = read.agenda.iter().map(|item| item.minutes).collect();
    assert_eq!(minutes, [Some(10), None]);
}

#[test]
fn a_name_and_stages_must_be_there() {
    wrong("()", &[(1, 1, "name=: There"), (1, 1, "stages=: There")]);
    wrong("(stages: [()])", &[(1, 1, "name=: There")]);
    wrong("(name: \"四步\")", &[(1, 1, "stages=: There")]);
    wrong("(name: \"  \", stages: [()])", &[(1, 8, "name=\"  \": Text")]);
    wrong("(name: 4, stages: [()])", &[(1, 8, "name=4: Text")]);
    // An agenda item needs its title.
    wrong("(name: \"四步\", stages: [()],\n agenda: [(minutes: 10)])", &[(2, 11, "title=: There")]);
}

#[test]
fn fields_that_are_not_there_are_told_where_they_stand() {
    wrong(
        "(\n  nmae: \"四步\",\n  name: \"四步\",\n  stages: [\n    (name: \"说\", work: [Intake]),\n  ],\n)",
        &[(2, 3, "unknown nmae"), (5, 17, "unknown stages/work")],
    );
    wrong(
        "(name: \"四步\", stages: [()], agenda: [(name: \"通报\", title: \"通报\")])",
        &[(1, 38, "unknown agenda/name")],
    );
    wrong("(name: \"四步\", name: \"五步\", stages: [()])", &[(1, 14, "twice name")]);
}

#[test]
fn needs_and_works_are_known_words() {
    let works = format!("works=Metting: one of {}", Work::ALL.len());
    let needs = format!("blocks=Serveyed: one of {}", Need::ALL.len());
    let warns = format!("warns=Intake: one of {}", Need::ALL.len());
    wrong(
        "(name: \"四步\", stages: [\n  (name: \"商\", works: [Survey, Metting],\n   blocks: [Serveyed], warns: [Intake]),\n])",
        &[(2, 31, &works), (3, 13, &needs), (3, 32, &warns)],
    );
    wrong(
        "(name: \"四步\", provenance: Copied, any_order: yes, stages: [()])",
        &[(1, 26, "provenance=Copied: one of 3"), (1, 45, "any_order=yes: one of 2")],
    );
}

#[test]
fn numbers_have_bounds() {
    let within = |found: &str| format!("within={found}: Within({MOST_DAYS})");
    for (text, found) in [
        ("Days(0)", "Days(0)"),
        ("Days(3651)", "Days(3651)"),
        ("Days(ten)", "Days(ten)"),
        ("Weeks(2)", "Weeks(2)"),
        ("10", "10"),
    ] {
        let text = format!("(name: \"四步\",\n stages: [(within: {text})])");
        wrong(&text, &[(2, 20, &within(found))]);
    }
    wrong(
        "(name: \"四步\", stages: [()], agenda: [(title: \"通报\", minutes: 0)])",
        &[(1, 60, "minutes=0: Number(1, 1440)")],
    );
    // The stage an emergency goes to is one of those there are.
    wrong("(name: \"四步\", emergency: 2, stages: [()])", &[(1, 25, "emergency=2: StageOf(1)")]);
    wrong("(name: \"四步\", emergency: 0, stages: [()])", &[(1, 25, "emergency=0: Number(1, 20)")]);
    wrong(
        "(name: \"四步\", emergency: 21, stages: [()])",
        &[(1, 25, "emergency=21: Number(1, 20)")],
    );
    let twenty = format!("(name: \"四步\", stages: [{}])", "(),".repeat(20));
    assert_eq!(parse(twenty.as_bytes()).map(|it| it.count()), Ok(20));
    let more = format!("(name: \"四步\",\n  stages: [{}])", "(),".repeat(21));
    wrong(&more, &[(2, 11, "stages=21: Count(1, 20)")]);
    wrong("(name: \"四步\", stages: [])", &[(1, 22, "stages=0: Count(1, 20)")]);
}

#[test]
fn wrong_nesting_and_marks_are_told() {
    wrong("(name: \"四步\", stages: [\"说\", ()])", &[(1, 23, "stages=\"说\": Stage")]);
    wrong(
        "(name: \"四步\", stages: [()], agenda: [\"通报\"])",
        &[(1, 37, "agenda=\"通报\": Item")],
    );
    wrong("(name: \"四步\", stages: ())", &[(1, 22, "missing [")]);
    wrong("(name: \"四步\", stages: [(works: Intake)])", &[(1, 31, "missing [")]);
    wrong("（name: \"四步\", stages: [()])", &[(1, 1, "（ for (")]);
    wrong("(name: \"四步\"，stages: [()])", &[(1, 12, "， for ,")]);
    wrong("(name:, stages: [()])", &[(1, 7, "no value")]);
    // A comma that is missing harms nothing but itself.
    wrong("(name: \"四步\"\n stages: [()])", &[(1, 12, "missing ,")]);
    assert!(parse(b"").is_err());
    // Of another encoding: where the first byte is that is none of UTF-8.
    let gbk = b"(name: \"\xcb\xc4\xb2\xbd\", stages: [()])";
    let found = parse(gbk).unwrap_err();
    let not_utf8 = found.iter().find(|it| matches!(it, Mistake::Text(Fault::NotUtf8 { .. })));
    assert_eq!(not_utf8.map(|it| (it.at().line, it.at().column)), Some((1, 9)));
}

#[test]
fn all_mistakes_of_a_file_are_told_in_its_order() {
    wrong(
        "(\n  name: \"\",\n  stages: [\n    (works: [Talk]),\n    (within: Days(0)),\n  ],\n  emergency: 3,\n)",
        &[
            (2, 9, "name=\"\": Text"),
            (4, 14, &format!("works=Talk: one of {}", Work::ALL.len())),
            (5, 14, &format!("within=Days(0): Within({MOST_DAYS})")),
            (7, 14, "emergency=3: StageOf(2)"),
        ],
    );
}

fn store() -> (Store, Arc<MemoryDisk>) {
    let disk = Arc::new(MemoryDisk::new());
    let origin = Origin { given: Some("laptop-1".to_owned()), folder: None, host: None };
    (Store::new(disk.clone(), "/s", origin), disk)
}

fn write(disk: &MemoryDisk, path: &str, text: &str) {
    let path = Path::new(path);
    disk.create_dir_all(path.parent().unwrap()).unwrap();
    yishi::store::disk::replace(disk, path, text.as_bytes()).unwrap();
}

#[test]
fn a_community_s_file_counts_before_the_store_s_and_a_wrong_one_harms_no_other() {
    let (store, disk) = store();
    let id = Slug::parse("jinyuan").unwrap();
    assert_eq!(store.procedure_files(&id).unwrap(), []);
    let named = |name: &str| format!("(name: \"{name}\", stages: [()])");
    write(&disk, "/s/procedures/a.ron", &named("全店"));
    write(&disk, "/s/procedures/b.ron", &named("全店二"));
    write(&disk, "/s/communities/jinyuan/procedures/a.ron", &named("本社区"));
    write(&disk, "/s/communities/jinyuan/procedures/c.ron", "(name: \"坏\", stage: [()])");
    write(&disk, "/s/communities/jinyuan/procedures/notes.txt", "x");
    let files = store.procedure_files(&id).unwrap();
    let listed: Vec<(&str, Option<&str>)> = files
        .iter()
        .map(|file| (file.name.as_str(), file.read.as_ref().ok().map(|it| it.name.as_str())))
        .collect();
    assert_eq!(listed, [("a", Some("本社区")), ("b", Some("全店二")), ("c", None)]);
    let wrong = told(files[2].read.as_ref().unwrap_err());
    assert_eq!(wrong, [(1, 1, "stages=: There".to_owned()), (1, 13, "unknown stage".to_owned())]);
    let of_all = store.procedure_files_of_all().unwrap();
    assert_eq!(of_all.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["a", "b"]);
}

#[test]
fn what_comes_with_the_program_is_read_as_one_s_own_would_be() {
    assert_eq!(shipped().len(), 11);
    for known in shipped() {
        let text = shipped_text(&known.file).unwrap();
        assert_eq!(parse(text.as_bytes()).as_ref(), Ok(&*known.procedure), "{}", known.file);
        assert!(known.procedure.is_sound());
        // An older program, or another one, reads what a record embeds.
        let record = ron::ser::to_string(&*known.procedure).unwrap();
        assert_eq!(ron::from_str::<Procedure>(&record).unwrap(), *known.procedure);
    }
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/data/exclusions.ron");
    let text = std::fs::read(file).unwrap();
    assert_eq!(exclusions::parse(&text), Ok(shipped_exclusions()));
    let keys: Vec<String> = shipped_exclusions().into_iter().map(|it| it.key).collect();
    assert_eq!(keys, ["litigation", "petition", "secrets", "privacy", "private", "powers"]);
}

#[test]
fn exclusions_are_read_and_what_is_wrong_in_them_is_told() {
    let text = "[(key: \"a\", name: \"甲\", redirect: \"找甲\", name_en: \"A\")]";
    let read = exclusions::parse(text.as_bytes()).unwrap();
    let expected = Exclusion {
        key: "a".to_owned(),
        name: "甲".to_owned(),
        name_en: Some("A".to_owned()),
        redirect: "找甲".to_owned(),
        redirect_en: None,
    };
    assert_eq!(read, [expected]);
    assert_eq!((read[0].name(true), read[0].redirect(true)), ("A", "找甲"));
    let row = "(key: \"a\", name: \"甲\", redirect: \"找甲\")";
    for (text, expected) in [
        (format!("[{row},\n {row}]"), vec![(2, 8, "key=\"a\": OtherKey")]),
        ("[\n (key: \"a\", name: \"甲\")]".to_owned(), vec![(2, 2, "redirect=: There")]),
        ("[(key: a, name: \"甲\", redirect: \"x\")]".to_owned(), vec![(1, 8, "key=a: Text")]),
        ("[(key: \"a\", nmae: \"甲\", redirect: \"x\")]".to_owned(), vec![(1, 13, "unknown nmae")]),
        ("[\"a\"]".to_owned(), vec![(1, 2, "[]=\"a\": Exclusion")]),
        ("[]".to_owned(), vec![(1, 1, "[]=0: Count(1, 50)")]),
        (row.to_owned(), vec![(1, 1, "missing [")]),
    ] {
        let found = told(&exclusions::parse(text.as_bytes()).unwrap_err());
        let expected: Vec<Wrong> = expected
            .into_iter()
            .map(|(line, column, what)| (line, column, what.to_owned()))
            .collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_community_s_exclusions_take_the_place_of_the_store_s() {
    let (store, disk) = store();
    let id = Slug::parse("jinyuan").unwrap();
    assert_eq!(store.exclusions_file(&id).unwrap(), None);
    let of = |key: &str| format!("[(key: \"{key}\", name: \"甲\", redirect: \"找甲\")]");
    write(&disk, "/s/exclusions.ron", &of("store"));
    let key = || {
        let file = store.exclusions_file(&id).unwrap().unwrap();
        file.read.unwrap().remove(0).key
    };
    assert_eq!(key(), "store");
    write(&disk, "/s/communities/jinyuan/exclusions.ron", &of("own"));
    assert_eq!(key(), "own");
}
