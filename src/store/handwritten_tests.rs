//! What people write, and what is made of it.

use super::handwritten::*;
use proptest::prelude::*;

fn at(line: usize, column: usize) -> Place {
    Place { line, column }
}

fn wide(place: (usize, usize), found: char, instead: char) -> Fault {
    Fault::FullWidth { at: at(place.0, place.1), found, instead }
}

fn missing(place: (usize, usize), mark: char) -> Fault {
    Fault::Missing { at: at(place.0, place.1), mark }
}

fn read(text: &str) -> (Vec<(&str, &str)>, Vec<Fault>) {
    let (fields, faults) = fields(Piece::whole(text));
    (fields.iter().map(|it| (it.name.text, it.value.text)).collect(), faults)
}

#[test]
fn fields_are_found_with_their_places() {
    let text = "// note: (a)\n(\n  one: auto, /* b: c */ two: \"x, (y) // z\",\n  three: [ (k: 1), 2 ], // end\n)\n";
    let (found, faults) = fields(Piece::whole(text));
    assert_eq!(faults, []);
    let found: Vec<_> = found.iter().map(|it| (it.name.text, it.value.text, it.value.at)).collect();
    assert_eq!(
        found,
        [
            ("one", "auto", at(3, 8)),
            ("two", "\"x, (y) // z\"", at(3, 30)),
            ("three", "[ (k: 1), 2 ]", at(4, 10)),
        ]
    );
    for nothing in ["", "  // only a note\n", "()", "Settings()", "( , )"] {
        assert_eq!(read(nothing), (vec![], vec![]), "{nothing}");
    }
}

#[test]
fn what_is_wrong_is_told_and_the_rest_is_there() {
    for (text, found, faults) in [
        ("（a: 1）", vec![("a", "1")], vec![wide((1, 1), '（', '('), wide((1, 6), '）', ')')]),
        ("(a：1, b: 2)", vec![("b", "2")], vec![wide((1, 3), '：', ':')]),
        ("(a: “x，y”, b: 2)", vec![("b", "2")], vec![wide((1, 5), '“', '"')]),
        ("(a: 1，b: 2)", vec![("a", "1"), ("b", "2")], vec![wide((1, 6), '，', ',')]),
        (
            "(a: x\n b: \"y\"\n c: 3)",
            vec![("a", "x"), ("b", "\"y\""), ("c", "3")],
            vec![missing((1, 6), ','), missing((2, 8), ',')],
        ),
        ("(a: \"x\n b: 2)", vec![("b", "2")], vec![missing((1, 5), '"')]),
        ("(a: 1, b: 2", vec![("a", "1"), ("b", "2")], vec![missing((1, 12), ')')]),
        ("a: 1", vec![], vec![missing((1, 1), '(')]),
        ("(a 1, b: 2)", vec![("b", "2")], vec![missing((1, 4), ':')]),
        ("(a: , b: 2)", vec![("b", "2")], vec![Fault::NoValue { at: at(1, 5) }]),
        ("(1: 1, b: 2)", vec![("b", "2")], vec![Fault::NoName { at: at(1, 2) }]),
        ("(: 1, b: 2)", vec![("b", "2")], vec![Fault::NoName { at: at(1, 2) }]),
        ("(a: 1) b", vec![("a", "1")], vec![Fault::BehindEnd { at: at(1, 8) }]),
        (
            "(a: 1,\n ／／ 说明\n b: 2)",
            vec![("a", "1"), ("b", "2")],
            vec![wide((2, 2), '／', '/'), wide((2, 3), '／', '/'), missing((2, 7), ',')],
        ),
        ("(a: \"D:\\议事\\\", b: 2)", vec![("a", "\"D:\\议事\\\""), ("b", "2")], vec![]),
    ] {
        assert_eq!(read(text), (found, faults), "{text}");
    }
}

#[test]
fn rows_are_found_and_a_missing_comma_between_them() {
    let text = "[\n (a: 1), // x\n (a: 2)\n (a: 3),\n]";
    let (found, faults) = rows(Piece::whole(text));
    assert_eq!(faults, [missing((3, 8), ',')]);
    let found: Vec<_> = found.iter().map(|it| (it.text, it.at)).collect();
    assert_eq!(found, [("(a: 1)", at(2, 2)), ("(a: 2)", at(3, 2)), ("(a: 3)", at(4, 2))]);
    assert_eq!(rows(Piece::whole("[]")), (vec![], vec![]));
    assert_eq!(rows(Piece::whole("x")).1, [missing((1, 1), '[')]);
}

#[test]
fn words_quotations_and_paths_are_read() {
    let piece = |text| Piece { text, at: Place::START };
    for (text, word) in
        [("dark", Some("dark")), ("\"我的\"", Some("我的")), ("我的", None), ("1", None)]
    {
        assert_eq!(piece(text).word().as_deref(), word, "{text}");
    }
    for (text, path) in [
        (r#""D:/议事""#, Some("D:/议事")),
        (r#""D:\议事""#, Some(r"D:\议事")),
        (r#""D:\notes\""#, Some(r"D:\notes\")),
        (r#""D:\\notes""#, Some(r"D:\notes")),
        (r#"r"D:\notes""#, Some(r"D:\notes")),
        ("D:/x", None),
    ] {
        assert_eq!(piece(text).path().as_deref(), path, "{text}");
    }
}

#[test]
fn other_encodings_are_told_and_used_as_far_as_they_go() {
    // “说明” in a comment and “李” in a value, in GBK. The first two bytes happen to be UTF-8.
    let bytes = b"// \xcb\xb5\xc3\xf7\n(a: 1, b: \"\xc0\xee\")";
    let (text, fault) = lenient_text(bytes);
    assert_eq!(fault, Some(Fault::NotUtf8 { at: at(1, 5) }));
    let (found, faults) = fields(Piece::whole(&text));
    assert_eq!((found.len(), faults), (2, vec![]));
    assert_eq!(found[0].value.text, "1");
    assert_eq!(found[1].value.word(), None, "no word is made of broken bytes");
    assert_eq!(strict_text(bytes), Err(Fault::NotUtf8 { at: at(1, 5) }));
    let utf16 = b"\xff\xfe(\0a\0)\0";
    assert_eq!(lenient_text(utf16), ("".into(), Some(Fault::NotUtf8 { at: at(1, 1) })));
    assert_eq!(lenient_text("\u{feff}()".as_bytes()), ("()".into(), None));
}

proptest! {
    #[test]
    fn any_text_comes_to_an_end(text in "[(（)）\\[\\]:：,，\"“ \n/*a1\\\\]{0,40}") {
        let (found, _) = fields(Piece::whole(&text));
        for field in found {
            let _ = rows(field.value);
            prop_assert!(!field.value.text.is_empty());
        }
    }
}
