//! Words found in 10,000 records of 20 KB, 200 MB together, warm.
//!
//! Goal: less than 100 ms; beside it, where it is installed, ripgrep over the same files.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Arc, OnceLock};

use divan::Bencher;
use yishi::store::device::Origin;
use yishi::store::library::Store;
use yishi::store::os_disk::OsDisk;
use yishi::store::progress::Progress;
use yishi::store::search::Wanted;
use yishi::store::session_name::SessionName;

const COMMUNITIES: usize = 100;
const MEETINGS: usize = 100;
const BYTES: usize = 20_000;
/// Every so many meetings one has what is looked for.
const EVERY: usize = 97;

struct Library {
    folder: tempfile::TempDir,
    store: Store,
    names: Vec<SessionName>,
}

/// Text of the kind that records hold, with the word in one line or in none.
fn record(with: bool) -> String {
    let mut text = "[\n".to_owned();
    let mut seq = 0;
    while text.len() < BYTES {
        let said = if with && seq == 40 {
            "停车位改造方案应先公示"
        } else {
            "下水道疏通费用由谁承担，楼道照明何时修好"
        };
        let _ = writeln!(
            text,
            "(seq:{seq},at:\"2026-11-23T19:00:05+08:00\",by:\"李敏\",events:[OpinionRecorded(opinion:{seq},item:1,person:1,text:\"{said}\")]), // 00112233445566778899aabbccddeeff"
        );
        seq += 1;
    }
    text.push_str("]\n");
    text
}

fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("no folder: {error}"));
        let (with, without) = (record(true), record(false));
        for community in 0..COMMUNITIES {
            let sessions = folder.path().join(format!("communities/c{community}/sessions"));
            std::fs::create_dir_all(&sessions).unwrap_or_else(|error| panic!("{error}"));
            for meeting in 0..MEETINGS {
                let here = (community * MEETINGS + meeting).is_multiple_of(EVERY);
                let path = sessions.join(format!("2026-01-01-m{meeting}.ron"));
                let text = if here { &with } else { &without };
                std::fs::write(path, text).unwrap_or_else(|error| panic!("{error}"));
            }
        }
        let store = Store::new(Arc::new(OsDisk), folder.path(), Origin::default());
        let names = store.sessions(None).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(names.len(), COMMUNITIES * MEETINGS);
        Library { folder, store, names }
    })
}

#[divan::bench(sample_count = 20)]
fn one_chinese_word(bencher: Bencher) {
    let library = library();
    let wanted = Wanted::new(&["停车位".to_owned()]);
    let search = || library.store.search(&library.names, &wanted, &Progress::new());
    assert_eq!(search().map(|it| it.len()), Ok((COMMUNITIES * MEETINGS).div_ceil(EVERY)));
    bencher.bench(search);
}

/// Letters come in two cases: every byte is looked at once more.
#[divan::bench(sample_count = 20)]
fn one_word_in_letters(bencher: Bencher) {
    let library = library();
    let wanted = Wanted::new(&["parking".to_owned()]);
    let search = || library.store.search(&library.names, &wanted, &Progress::new());
    assert_eq!(search().map(|it| it.len()), Ok(0));
    bencher.bench(search);
}

#[divan::bench(sample_count = 20)]
fn with_listing_the_sessions(bencher: Bencher) {
    let library = library();
    let wanted = Wanted::new(&["停车位".to_owned()]);
    bencher.bench(|| {
        let names = library.store.sessions(None).unwrap_or_default();
        library.store.search(&names, &wanted, &Progress::new())
    });
}

#[divan::bench(sample_count = 20)]
fn ripgrep(bencher: Bencher) {
    let folder: &Path = library().folder.path();
    let search = || {
        let mut command = Command::new("rg");
        command.args(["--no-config", "--fixed-strings", "--count", "停车位"]).arg(folder);
        command.stdout(Stdio::null()).stderr(Stdio::null()).status()
    };
    if search().is_err() {
        println!("ripgrep is not installed");
        return;
    }
    bencher.bench(search);
}

fn main() {
    divan::main();
}
