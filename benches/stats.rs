//! The figures of 200 communities that met 50 times each, with 200 entries a meeting, and 60 topics
//! in each community's ledger.
//!
//! `YISHI_BENCH_STATS` names a folder in which they stay.
//!
//! Goal: less than 1 s on two cores, with what is known of the store kept from before.

#[path = "support/library.rs"]
mod library;

use std::path::Path;
use std::sync::OnceLock;

use chrono::NaiveDate;
use divan::Bencher;
use library::Library;
use yishi::domain::figures::{FigureId, Figures, Period};
use yishi::store::index::Cache;
use yishi::store::library::Store;
use yishi::store::progress::Progress;

const COMMUNITIES: usize = 200;
const MEETINGS: usize = 50;
const TOPICS: u32 = 60;

struct Place {
    store: Store,
    cache: Cache,
    _library: Library,
}

fn place() -> &'static Place {
    static PLACE: OnceLock<Place> = OnceLock::new();
    PLACE.get_or_init(|| {
        let library = match std::env::var_os("YISHI_BENCH_STATS") {
            Some(folder) => {
                Library::long_kept_in(Path::new(&folder), COMMUNITIES, MEETINGS, TOPICS)
            }
            None => Library::long(COMMUNITIES, MEETINGS, TOPICS),
        };
        let store = library.store();
        let cache = Cache::new(&std::env::temp_dir().join("yishi-bench"), library.root());
        let mut index =
            store.index(Some(&cache), &Progress::new()).unwrap_or_else(|error| panic!("{error}"));
        let _ = cache.save(store.disk().as_ref(), &mut index);
        Place { store, cache, _library: library }
    })
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// From the files to the figures of all communities together.
fn counted(place: &Place, cache: Option<&Cache>, period: Period) -> Figures {
    let (store, progress) = (&place.store, Progress::new());
    let index = store.index(cache, &progress).unwrap_or_else(|error| panic!("{error}"));
    let today = day(2026, 11, 25);
    let all = store.figures(index.communities(), period, today, &progress);
    let mut together = Figures::default();
    for one in all.unwrap_or_else(|error| panic!("{error}")) {
        assert!(one.troubles.is_empty());
        together.add(one.figures);
    }
    let raised = together.get(FigureId::Raised).map_or(0, |figure| figure.numerator);
    assert!(raised > 0);
    together
}

/// Everything there is.
fn ever() -> Period {
    Period { from: day(2020, 1, 1), to: day(2026, 11, 25) }
}

#[divan::bench(sample_count = 20)]
fn all_years_with_a_cache(bencher: Bencher) {
    let place = place();
    let held = counted(place, Some(&place.cache), ever());
    let held = held.get(FigureId::Held).map_or(0, |figure| figure.numerator);
    assert_eq!(held, (COMMUNITIES * MEETINGS) as u64);
    bencher.bench(|| counted(place, Some(&place.cache), ever()));
}

#[divan::bench(sample_count = 20)]
fn this_year_with_a_cache(bencher: Bencher) {
    let place = place();
    let period = Period { from: day(2026, 1, 1), to: day(2026, 11, 25) };
    bencher.bench(|| counted(place, Some(&place.cache), period));
}

#[divan::bench(sample_count = 3)]
fn all_years_without_a_cache(bencher: Bencher) {
    let place = place();
    bencher.bench(|| counted(place, None, ever()));
}

fn main() {
    divan::main();
}
