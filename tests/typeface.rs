//! Large type from a font: what the dots look like, which font is taken, and that no file does harm.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod type_support;

use std::path::{Path, PathBuf};

use proptest::prelude::*;
use type_support::{collection, font, latin, typeface, wide};
use yishi::store::disk::Disk as _;
use yishi::store::testing::{Fault, FaultKind, FaultyDisk, MemoryDisk};
use yishi::tui::typeface::find::find;
use yishi::tui::typeface::{NoTypeface, Pen, Typeface};

fn drawn(text: &str, rows: usize, pen: Pen) -> Vec<String> {
    let line = typeface().line(text, rows, pen).unwrap();
    line.rows().iter().map(|row| row.trim_end().to_owned()).collect()
}

#[test]
fn sixteen_dots_are_eight_rows_of_half_blocks() {
    // A stroke of one dot all around, from the second dot to the second last but one.
    assert_eq!(
        drawn("国", 8, Pen::Halves),
        [
            " ▄▄▄▄▄▄▄▄▄▄▄▄▄▄",
            " █            █",
            " █            █",
            " █            █",
            " █            █",
            " █            █",
            " █            █",
            " ▀▀▀▀▀▀▀▀▀▀▀▀▀▀",
        ]
    );
}

#[test]
fn letters_stand_on_the_line_and_tails_are_not_cut() {
    // The line is 14 dots from the top; a bar has 11 dots above it, two across.
    assert_eq!(drawn("A", 8, Pen::Halves), ["", " ▄▄", " ██", " ██", " ██", " ██", " ██", ""]);
    // A tail reaches four dots below the line, which moves up by two.
    assert_eq!(
        drawn("Ag", 8, Pen::Halves),
        [
            " ▄▄",
            " ██",
            " ██      ██",
            " ██      ██",
            " ██      ██",
            " ██      ██",
            "         ██",
            "         ██",
        ]
    );
}

#[test]
fn filled_cells_need_twice_the_rows() {
    let rows = drawn("国", 16, Pen::Cells);
    assert_eq!(rows.len(), 16);
    // Of 32 columns the first two and the last two are free; a stroke is two columns wide.
    assert_eq!(rows[0], "");
    assert_eq!(rows[1], format!("  {}", "#".repeat(28)));
    assert_eq!(rows[2], format!("  ##{}##", " ".repeat(24)));
    assert_eq!(rows[14], rows[1]);
    assert_eq!(rows[15], "");
    assert_eq!(Pen::Cells.smallest(), 12);
}

#[test]
fn a_line_takes_the_columns_it_says() {
    let face = typeface();
    for rows in 6..=40 {
        for (text, ems_doubled) in [("王小明", 6), ("An", 2), ("王 A", 4)] {
            let cols = face.columns(text, rows, Pen::Halves).unwrap();
            assert_eq!(cols, ems_doubled * rows, "{text} {rows}");
            let line = face.line(text, rows, Pen::Halves).unwrap();
            assert_eq!(line.rows().len(), rows);
            assert!(line.rows().iter().all(|row| row.chars().count() == cols));
        }
    }
    // Three squares of 16 columns.
    assert_eq!(face.rows_that_fit("王小明", 48, 40, Pen::Halves), Some(8));
    assert_eq!(face.rows_that_fit("王小明", 47, 40, Pen::Halves), Some(7));
    assert_eq!(face.rows_that_fit("王小明", 48, 7, Pen::Halves), Some(7));
    assert_eq!(face.rows_that_fit("王小明", 35, 40, Pen::Halves), None);
    assert_eq!(face.rows_that_fit("王小明", 48, 5, Pen::Halves), None);
    assert_eq!(face.rows_that_fit("  ", 48, 40, Pen::Halves), None);
    assert_eq!(face.rows_that_fit(&"王".repeat(1_000_000), 48, 40, Pen::Halves), None);
}

#[test]
fn what_the_font_lacks_is_not_drawn_at_all() {
    let face = typeface();
    for text in ["王喆明", "\u{1b}[2J", "\u{202e}王"] {
        assert_eq!(face.line(text, 8, Pen::Halves), None, "{text:?}");
        assert_eq!(face.rows_that_fit(text, 200, 40, Pen::Halves), None, "{text:?}");
    }
}

#[test]
fn of_a_collection_the_chinese_face_is_taken_unless_another_is_asked_for() {
    let cols = |face| {
        let face = Typeface::read(collection(), face).unwrap();
        face.columns("王", 8, Pen::Halves).unwrap()
    };
    assert_eq!(cols(None), 16);
    assert_eq!(cols(Some(0)), 32);
    assert_eq!(Typeface::read(collection(), Some(2)).err(), Some(NoTypeface::NotAFont));
}

#[test]
fn a_font_without_chinese_is_none() {
    assert_eq!(Typeface::read(latin(), None).err(), Some(NoTypeface::NotChinese));
    assert_eq!(Typeface::read(Vec::new(), None).err(), Some(NoTypeface::NotAFont));
    assert_eq!(Typeface::read(vec![0; 4096], None).err(), Some(NoTypeface::NotAFont));
}

/// Uses a font for everything it can be used for.
fn use_up(bytes: Vec<u8>) {
    let Ok(face) = Typeface::read(bytes, None) else { return };
    for pen in [Pen::Halves, Pen::Cells] {
        let rows = face.rows_that_fit("王小明 Ag", 200, 40, pen).unwrap_or(12);
        if let Some(line) = face.line("王小明 Ag", rows, pen) {
            assert!(line.rows().len() <= 40);
        }
    }
}

#[test]
fn a_font_cut_short_anywhere_does_no_harm() {
    for (whole, step) in [(font(), 1), (collection(), 7)] {
        for len in (0..whole.len()).step_by(step) {
            use_up(whole[..len].to_vec());
        }
    }
}

proptest! {
    #[test]
    fn a_damaged_font_does_no_harm(at in proptest::collection::vec((0_usize..8_000, any::<u8>()), 1..8)) {
        let mut bytes = font();
        let len = bytes.len();
        for (at, byte) in at {
            bytes[at % len] = byte;
        }
        use_up(bytes);
    }
}

fn disk(files: &[(&str, Vec<u8>)]) -> MemoryDisk {
    let disk = MemoryDisk::new();
    for (path, bytes) in files {
        let path = Path::new(path);
        disk.create_dir_all(path.parent().unwrap()).unwrap();
        disk.put(path, bytes);
    }
    disk
}

fn places(places: &[&str]) -> Vec<PathBuf> {
    places.iter().map(PathBuf::from).collect()
}

#[test]
fn the_font_asked_for_is_taken_and_else_a_known_one() {
    let other = ("/other/mine.ttf", collection());
    let known = ("/fonts/truetype/wqy/wqy-zenhei.ttc", font());
    let disk = disk(&[other, known]);
    let fonts = places(&["/nowhere", "/fonts"]);
    // The first face of the collection is twice as wide.
    for (named, cols, unusable) in [
        (None, Some(16), None),
        (Some("  "), Some(16), None),
        (Some("/other/mine.ttf"), Some(16), None),
        (Some("/other/mine.ttf#0"), Some(32), None),
        (Some("/other/none.ttf"), Some(16), Some("/other/none.ttf")),
        (Some("/other/mine.ttf#9"), Some(16), Some("/other/mine.ttf#9")),
        (Some("/other"), Some(16), Some("/other")),
        (Some("off"), None, None),
    ] {
        let found = find(&disk, named, &fonts);
        let typeface = found.typeface;
        let wide = typeface.and_then(|face| face.columns("王", 8, Pen::Halves));
        assert_eq!(wide, cols, "{named:?}");
        assert_eq!(found.unusable.as_deref(), unusable, "{named:?}");
    }
}

#[test]
fn the_better_font_goes_first_and_what_is_broken_is_passed_over() {
    let disk = disk(&[
        // Letters only, broken, not a font by its name, and no known name.
        ("/a/NotoSansSC-Regular.otf", latin()),
        ("/a/NotoSansCJK-Regular.ttc", vec![7; 100]),
        ("/a/msyh.txt", font()),
        ("/a/mystery.ttf", font()),
        ("/a/x/y/z/simsun.ttc", font()),
        ("/b/SimHei.TTF", wide()),
    ]);
    let widest = |at: &[&str]| {
        let found = find(&disk, None, &places(at)).typeface;
        found.and_then(|face| face.columns("王", 8, Pen::Halves))
    };
    assert_eq!(widest(&["/a"]), Some(16));
    assert_eq!(widest(&[]), None);
    // SimHei is better on a screen than SimSun, wherever it is.
    assert_eq!(widest(&["/a", "/b"]), Some(32));
    disk.remove(Path::new("/b/SimHei.TTF")).unwrap();
    assert_eq!(widest(&["/a", "/b"]), Some(16));
    disk.put(Path::new("/a/x/y/z/simsun.ttc"), &[0; 10]);
    assert_eq!(widest(&["/a", "/b"]), None);
}

#[test]
fn a_disk_that_fails_is_no_trouble() {
    let memory = disk(&[("/fonts/simhei.ttf", font())]);
    for at in 0..6 {
        let disk = FaultyDisk::over(&memory);
        let kind = FaultKind::Error(std::io::ErrorKind::TimedOut);
        disk.set(Fault { at, times: 1, kind });
        let found = find(&disk, Some("/fonts/simhei.ttf"), &places(&["/fonts"]));
        // Whatever fails once, one of the two ways leads to the font.
        assert!(found.typeface.is_some(), "{at}");
    }
    let disk = FaultyDisk::over(&memory);
    let kind = FaultKind::Error(std::io::ErrorKind::TimedOut);
    disk.set(Fault { at: 0, times: usize::MAX, kind });
    assert!(find(&disk, None, &places(&["/fonts"])).typeface.is_none());
}
