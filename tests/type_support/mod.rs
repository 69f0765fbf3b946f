//! A font made for tests: every Chinese character is a square of one stroke all around, letters are
//! bars. What it looks like in dots can be worked out by hand.
#![allow(dead_code, reason = "each test crate uses its own part of these helpers")]

use std::collections::BTreeMap;

use yishi::tui::typeface::Typeface;

/// Units in an em: in an em of 16 dots a dot has 64.
pub const EM: i16 = 1024;
/// A stroke: one dot where an em has 16.
const STROKE: i16 = 64;
/// Chinese characters that it has.
const SQUARES: &str =
    "议国王小明陈桂花孙丽停车位改造下水道疏通十一月协商会先公示划线方案，七天无异后施工期";
/// Letters that are bars from the line upwards.
const BARS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefhiklmnorstuvwxz.,;";
/// Letters that are bars with a tail below the line.
const TAILS: &str = "gjpqy";

/// The bytes of the font.
pub fn font() -> Vec<u8> {
    face("Test Sans", EM, 0)
}

/// The font, read.
pub fn typeface() -> Typeface {
    Typeface::read(font(), None).unwrap()
}

/// A collection of two faces, the second of which is the one for simplified Chinese. Characters of
/// the first are twice as wide.
pub fn collection() -> Vec<u8> {
    let header = 12 + 2 * 4;
    let first = face("Test Sans JP", 2 * EM, header);
    let second = face("Test Sans SC", EM, header + first.len());
    let mut bytes = b"ttcf".to_vec();
    bytes.extend(0x0001_0000_u32.to_be_bytes());
    bytes.extend(2_u32.to_be_bytes());
    bytes.extend(number(header).to_be_bytes());
    bytes.extend(number(header + first.len()).to_be_bytes());
    bytes.extend(first);
    bytes.extend(second);
    bytes
}

/// A font whose Chinese characters are twice as wide.
pub fn wide() -> Vec<u8> {
    face("Test Wide", 2 * EM, 0)
}

/// A font that has letters only.
pub fn latin() -> Vec<u8> {
    made("Test Latin", EM, 0, "")
}

fn face(family: &str, advance: i16, at: usize) -> Vec<u8> {
    made(family, advance, at, SQUARES)
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap()
}

fn made(family: &str, advance: i16, at: usize, squares: &str) -> Vec<u8> {
    let half = EM / 2;
    // The glyphs: what is missing, a space, a square, a bar, a bar with a tail.
    let frame = [
        // Thirteen dots above the line and one below it, one dot free at either side.
        rectangle(STROKE, -STROKE, 15 * STROKE, 13 * STROKE, false),
        rectangle(2 * STROKE, 0, 14 * STROKE, 12 * STROKE, true),
    ];
    let glyphs = [
        glyph(&[rectangle(0, 0, 256, 256, false)]),
        Vec::new(),
        glyph(&frame),
        glyph(&[rectangle(STROKE, 0, 3 * STROKE, 11 * STROKE, false)]),
        glyph(&[rectangle(STROKE, -4 * STROKE, 3 * STROKE, 8 * STROKE, false)]),
    ];
    let advances = [half, half, advance, half, half];
    let mut mapped = BTreeMap::from([(' ', 1_u32)]);
    mapped.extend(squares.chars().map(|c| (c, 2)));
    mapped.extend(BARS.chars().map(|c| (c, 3)));
    mapped.extend(TAILS.chars().map(|c| (c, 4)));
    let (glyf, loca) = outlines(&glyphs);
    let tables: [([u8; 4], Vec<u8>); 8] = [
        (*b"cmap", cmap(&mapped)),
        (*b"glyf", glyf),
        (*b"head", head()),
        (*b"hhea", hhea(advances.len())),
        (*b"hmtx", advances.iter().flat_map(|it| [be(*it), be(0)].concat()).collect()),
        (*b"loca", loca),
        (*b"maxp", [0x0001_0000_u32.to_be_bytes().as_slice(), &[0, 5], &[0; 26]].concat()),
        (*b"name", name(family)),
    ];
    assemble(&tables, at)
}

fn be(value: i16) -> [u8; 2] {
    value.to_be_bytes()
}

fn assemble(tables: &[([u8; 4], Vec<u8>)], at: usize) -> Vec<u8> {
    let count = u16::try_from(tables.len()).unwrap();
    let mut bytes = 0x0001_0000_u32.to_be_bytes().to_vec();
    bytes.extend(count.to_be_bytes());
    bytes.extend([0; 6]);
    let mut offset = at + 12 + 16 * tables.len();
    for (tag, table) in tables {
        bytes.extend(tag);
        bytes.extend([0; 4]);
        bytes.extend(number(offset).to_be_bytes());
        bytes.extend(number(table.len()).to_be_bytes());
        offset += table.len().next_multiple_of(4);
    }
    for (_, table) in tables {
        bytes.extend(table);
        bytes.resize(bytes.len().next_multiple_of(4), 0);
    }
    bytes
}

type Contour = Vec<(i16, i16)>;

/// The corners of a rectangle, one way round or the other.
fn rectangle(left: i16, bottom: i16, right: i16, top: i16, inside: bool) -> Contour {
    let mut corners = vec![(left, bottom), (left, top), (right, top), (right, bottom)];
    if inside {
        corners.reverse();
    }
    corners
}

fn glyph(contours: &[Contour]) -> Vec<u8> {
    let points: Contour = contours.concat();
    let all = |of: fn(&(i16, i16)) -> i16| points.iter().map(of);
    let mut bytes = be(i16::try_from(contours.len()).unwrap()).to_vec();
    for bound in [
        all(|it| it.0).min().unwrap(),
        all(|it| it.1).min().unwrap(),
        all(|it| it.0).max().unwrap(),
        all(|it| it.1).max().unwrap(),
    ] {
        bytes.extend(be(bound));
    }
    let mut last = -1;
    for contour in contours {
        last += i16::try_from(contour.len()).unwrap();
        bytes.extend(be(last));
    }
    bytes.extend([0, 0]);
    // Every point is on the curve, its coordinates are of two bytes.
    bytes.extend(vec![1; points.len()]);
    for of in [|it: &(i16, i16)| it.0, |it: &(i16, i16)| it.1] {
        let mut before = 0;
        for point in &points {
            bytes.extend(be(of(point) - before));
            before = of(point);
        }
    }
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    bytes
}

fn outlines(glyphs: &[Vec<u8>]) -> (Vec<u8>, Vec<u8>) {
    let (mut glyf, mut loca) = (Vec::new(), 0_u32.to_be_bytes().to_vec());
    for glyph in glyphs {
        glyf.extend(glyph);
        loca.extend(number(glyf.len()).to_be_bytes());
    }
    (glyf, loca)
}

fn head() -> Vec<u8> {
    let mut bytes = vec![0; 54];
    bytes[0..4].copy_from_slice(&0x0001_0000_u32.to_be_bytes());
    bytes[12..16].copy_from_slice(&0x5f0f_3cf5_u32.to_be_bytes());
    bytes[18..20].copy_from_slice(&be(EM));
    // Offsets of glyphs are of four bytes.
    bytes[51] = 1;
    bytes
}

fn hhea(glyphs: usize) -> Vec<u8> {
    let mut bytes = vec![0; 36];
    bytes[0..4].copy_from_slice(&0x0001_0000_u32.to_be_bytes());
    bytes[4..6].copy_from_slice(&be(13 * STROKE));
    bytes[6..8].copy_from_slice(&be(-3 * STROKE));
    bytes[34..36].copy_from_slice(&be(i16::try_from(glyphs).unwrap()));
    bytes
}

/// A table of characters that has a group for each.
fn cmap(mapped: &BTreeMap<char, u32>) -> Vec<u8> {
    let mut bytes = vec![0, 0, 0, 1, 0, 3, 0, 10];
    bytes.extend(12_u32.to_be_bytes());
    bytes.extend([0, 12, 0, 0]);
    bytes.extend(number(16 + 12 * mapped.len()).to_be_bytes());
    bytes.extend([0; 4]);
    bytes.extend(number(mapped.len()).to_be_bytes());
    for (c, glyph) in mapped {
        for value in [u32::from(*c), u32::from(*c), *glyph] {
            bytes.extend(value.to_be_bytes());
        }
    }
    bytes
}

/// The name of the family, as Windows writes it.
fn name(family: &str) -> Vec<u8> {
    let text: Vec<u8> = family.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut bytes = vec![0, 0, 0, 1, 0, 18];
    for value in [3, 1, 0x409, 1, u16::try_from(text.len()).unwrap(), 0] {
        bytes.extend(value.to_be_bytes());
    }
    bytes.extend(text);
    bytes
}
