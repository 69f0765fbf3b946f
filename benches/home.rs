//! What there is in 200 communities that met 50 times each: 10,000 records, some 200 MB.
//!
//! `YISHI_BENCH_STORE` names a folder in which they stay, for `scripts/measure --home`.
//!
//! Goal: with the first frame of home less than 40 ms, warm, from the start of the program.

#[path = "support/library.rs"]
mod library;

use std::cell::Cell;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, SystemTime};

use chrono::DateTime;
use divan::Bencher;
use library::Library;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use yishi::domain::record::Moment;
use yishi::store::index::{Cache, Index};
use yishi::store::library::Store;
use yishi::store::progress::Progress;
use yishi::text::words::{Lang, Words};
use yishi::tui::home::model::Model;
use yishi::tui::home::stock::Stock;
use yishi::tui::home::view::render;

const COMMUNITIES: usize = 200;
const MEETINGS: usize = 50;

struct Place {
    library: Library,
    store: Store,
    cache: Cache,
}

fn place() -> &'static Place {
    static PLACE: OnceLock<Place> = OnceLock::new();
    PLACE.get_or_init(|| {
        let library = match std::env::var_os("YISHI_BENCH_STORE") {
            Some(folder) => Library::kept_in(Path::new(&folder), COMMUNITIES, MEETINGS),
            None => Library::new(COMMUNITIES, MEETINGS),
        };
        let store = library.store();
        let cache = Cache::new(&std::env::temp_dir().join("yishi-bench"), library.root());
        let mut index = read(&store, Some(&cache));
        let saved = cache.save(store.disk().as_ref(), &mut index);
        assert!(saved.is_ok_and(|written| written));
        let bytes = std::fs::metadata(cache.file()).map_or(0, |file| file.len());
        println!("cache: {bytes} bytes");
        Place { library, store, cache }
    })
}

fn read(store: &Store, cache: Option<&Cache>) -> Index {
    let index = store.index(cache, &Progress::new()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(index.communities().len(), COMMUNITIES);
    assert_eq!(index.troubles().count(), 0);
    let meetings: usize = index.communities().iter().map(|it| it.sessions().len()).sum();
    assert_eq!(meetings, COMMUNITIES * MEETINGS);
    index
}

#[divan::bench(sample_count = 5)]
fn without_a_cache(bencher: Bencher) {
    let place = place();
    bencher.bench(|| read(&place.store, None));
}

#[divan::bench(sample_count = 50)]
fn with_a_cache(bencher: Bencher) {
    let place = place();
    let index = read(&place.store, Some(&place.cache));
    assert!(!index.is_unsaved(), "nothing changed");
    bencher.bench(|| read(&place.store, Some(&place.cache)));
}

#[divan::bench(sample_count = 50)]
fn after_one_record_changed(bencher: Bencher) {
    let place = place();
    let path = place.library.root().join("communities/c100/sessions");
    let path = std::fs::read_dir(path).ok().and_then(|mut it| it.next()?.ok()).map(|it| it.path());
    let Some(path) = path else { panic!("no record") };
    // Long enough ago to be settled, and another moment each time.
    let then = Cell::new(SystemTime::now() - Duration::from_mins(50));
    let touch = || {
        then.set(then.get() + Duration::from_secs(1));
        let touched = std::fs::File::options().append(true).open(&path);
        assert!(touched.and_then(|it| it.set_modified(then.get())).is_ok());
    };
    bencher.with_inputs(touch).bench_local_values(|()| {
        let index = read(&place.store, Some(&place.cache));
        assert!(index.is_unsaved());
        index
    });
    let mut index = read(&place.store, Some(&place.cache));
    assert!(place.cache.save(place.store.disk().as_ref(), &mut index).is_ok());
}

#[divan::bench(sample_count = 50)]
fn again_in_the_same_program(bencher: Bencher) {
    let place = place();
    let index = read(&place.store, Some(&place.cache));
    let again = || place.store.index_again(&index, &Progress::new()).map_err(|it| it.to_string());
    assert!(again().is_ok());
    bencher.bench(again);
}

#[divan::bench(sample_count = 5)]
fn doubting_every_stamp(bencher: Bencher) {
    let place = place();
    let index = read(&place.store, Some(&place.cache));
    let doubted = || index.doubted(&place.store, &Progress::new()).map(|it| it.1).ok();
    assert_eq!(doubted(), Some(0));
    bencher.bench(doubted);
}

fn now() -> Moment {
    DateTime::parse_from_rfc3339("2026-11-25T09:00:00+08:00").unwrap_or_else(|it| panic!("{it}"))
}

/// From what the cache told to what is on the screen.
#[divan::bench(sample_count = 50)]
fn first_frame(bencher: Bencher) {
    let place = place();
    let area = Rect::new(0, 0, 120, 40);
    // A new index each time: nothing of it has been looked at yet.
    bencher.with_inputs(|| read(&place.store, Some(&place.cache))).bench_values(|index| {
        let model = Model::new(index, Words::new(Lang::Zh), now());
        let mut buf = Buffer::empty(area);
        let caret = render(&model, area, &mut buf);
        (model, buf, caret)
    });
}

/// On a thread of its own, once the first frame is there.
#[divan::bench(sample_count = 10)]
fn making_it_findable(bencher: Bencher) {
    let index = read(&place().store, Some(&place().cache));
    bencher.bench(|| Stock::of(&index));
}

/// One key: everything gone through, the best listed, the frame drawn.
#[divan::bench(sample_count = 50, args = ["t", "tc", "tcwgz", "停", "停车位", "王 tcw", "qqq"])]
fn a_key(bencher: Bencher, typed: &str) {
    static KNOWN: OnceLock<(Index, Arc<Stock>)> = OnceLock::new();
    let (index, stock) = KNOWN.get_or_init(|| {
        let index = read(&place().store, Some(&place().cache));
        let stock = Arc::new(Stock::of(&index));
        (index, stock)
    });
    let mut model = Model::new(index.clone(), Words::new(Lang::Zh), now());
    model.stock = Some(Arc::clone(stock));
    let area = Rect::new(0, 0, 120, 40);
    bencher.bench_local(|| {
        model.line.set(typed);
        model.list();
        let mut buf = Buffer::empty(area);
        render(&model, area, &mut buf);
        buf
    });
}

fn main() {
    divan::main();
}
