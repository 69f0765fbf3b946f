//! `yishi stats` in its three forms, for a community, a region and everything; what is wrong is told;
//! and the documents tell of every figure.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod cli_support;
#[path = "common/screen.rs"]
mod screen;
mod stats_support;

use std::collections::BTreeSet;
use std::sync::Arc;

use cli_support::{Place, has};
use yishi::domain::figures::FigureId;
use yishi::store::device::Origin;
use yishi::store::library::Store;
use yishi::store::os_disk::OsDisk;
use yishi::store::slug::Slug;

/// A community with topics in a region, and one that has nothing elsewhere.
fn counted(lang: &'static str) -> Place {
    let mut place = Place::new(lang).at("2026-01-01T08:00:00+08:00");
    let [here, there] = match lang {
        "zh" => [("锦苑社区", "贵州省/贵阳市/云岩区"), ("南明社区", "贵州省/贵阳市/南明区")],
        _ => [("Maple Court", "Larkshire/Wend/North"), ("Elm Row", "Larkshire/Wend/South")],
    };
    for ((name, region), id) in [here, there].into_iter().zip(["jinyuan", "nanming"]) {
        let made = place.run(&["new", "community", name, "--id", id, "--region", region]);
        made.with_err();
    }
    let origin = Origin { given: Some("desk-1".to_owned()), ..Origin::default() };
    let store = Store::new(Arc::new(OsDisk), place.store(), origin);
    let jinyuan = Slug::parse("jinyuan").unwrap();
    for (at, event) in stats_support::events(lang == "zh") {
        store.append_to_ledger(&jinyuan, vec![event], at, "李敏").unwrap();
    }
    place.set_now("2026-11-25T10:00:00+08:00");
    place
}

#[test]
fn the_table_and_the_cases() {
    for lang in ["zh", "en"] {
        let place = counted(lang);
        let told = place.run(&["stats", "jinyuan", "--cases"]).well();
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(format!("table_{lang}"), told);
        });
    }
}

#[test]
fn for_a_spreadsheet() {
    for lang in ["zh", "en"] {
        let place = counted(lang);
        let told = place.run(&["stats", "--format", "csv"]).well();
        assert!(told.starts_with('\u{feff}') && told.contains("\r\n"));
        let cases = place.run(&["stats", "--format", "csv", "--cases"]).well();
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(format!("csv_{lang}"), format!("{told}\n{cases}"));
        });
    }
}

#[test]
fn for_programs() {
    let place = counted("en");
    let told = place.run(&["stats", "--format", "json", "--to", "2026-06"]).well();
    let json: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(json["format"], 1);
    assert_eq!((&json["from"], &json["to"]), (&"2026-01-01".into(), &"2026-06-30".into()));
    assert_eq!(json["counted_on"], "2026-11-25");
    assert_eq!(json["communities"], serde_json::json!(["jinyuan", "nanming"]));
    let ids: Vec<&str> =
        json["figures"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect();
    let all: Vec<&str> = FigureId::ALL.iter().map(|id| id.code()).collect();
    assert_eq!(ids, all);
    let figure = |id: FigureId| &json["figures"][id.at()];
    // Two topics until June: the one dispute is settled, the other topic is to be done again.
    assert_eq!(
        figure(FigureId::RaisedSolved),
        &serde_json::json!({
            "id": "raised.solved",
            "numerator": 1,
            "denominator": 2,
            "percent": "50.0",
            "cases": [
                { "case": "jinyuan/1", "counted": 1, "of": 1 },
                { "case": "jinyuan/2", "counted": 0, "of": 1 },
            ],
        })
    );
    assert_eq!(figure(FigureId::Redo)["numerator"], 1);
    assert_eq!(figure(FigureId::Households)["denominator"], serde_json::Value::Null);
    assert_eq!(figure(FigureId::Households)["percent"], serde_json::Value::Null);
    assert_eq!(json["units"][0]["unit"], "the property manager");
    // The same in every language.
    let chinese = place.run(&["--lang", "zh", "stats", "--format", "json", "--to", "2026-06"]);
    assert_eq!(chinese.well(), told);
}

#[test]
fn regions_are_parts_of_a_path_or_its_beginning() {
    let place = counted("zh");
    let raised = |scope: &str| {
        let told = place.run(&["stats", scope, "--format", "json"]).well();
        let json: serde_json::Value = serde_json::from_str(&told).unwrap();
        (json["communities"].as_array().unwrap().len(), json["figures"][0]["numerator"].as_u64())
    };
    for (scope, communities, topics) in [
        ("云岩区", 1, 3),
        ("南明区", 1, 0),
        ("贵阳市", 2, 3),
        ("贵州省/贵阳市", 2, 3),
        ("贵阳市／云岩区", 1, 3),
        ("jinyuan", 1, 3),
        ("锦苑社区", 1, 3),
        ("锦苑", 1, 3),
        // The name of one community, not a region.
        ("南明", 1, 0),
    ] {
        assert_eq!(raised(scope), (communities, Some(topics)), "{scope}");
    }
}

#[test]
fn what_is_wrong_is_told_with_what_there_is() {
    let place = counted("zh");
    let told = place.run(&["stats", "观山湖区"]).refused();
    has(&told, &["观山湖区", "jinyuan（锦苑社区）", "贵州省/贵阳市/云岩区"]);
    has(&place.run(&["stats", "社区"]).refused(), &["jinyuan", "nanming", "编号"]);
    let told = place.run(&["stats", "--from", "2026-12-01", "--to", "2026-11-01"]).refused();
    has(&told, &["2026-12-01", "2026-11-01", "对调"]);
    has(&place.run(&["stats", "--from", "某天"]).refused(), &["--from", "某天"]);
    let english = counted("en");
    has(&english.run(&["stats", "Atlantis"]).refused(), &["Atlantis", "Larkshire/Wend/North"]);
    has(&english.run(&["stats", "--to", "2026-02-30"]).refused(), &["--to", "2026-02-30"]);
    has(&english.run(&["stats", "--format", "xml"]).misused(), &["table, csv, json"]);
    let empty = Place::new("en");
    has(&empty.run(&["stats", "jinyuan"]).refused(), &["new community"]);
}

#[test]
fn a_record_is_never_overwritten_and_a_file_is_what_is_shown() {
    let place = counted("zh");
    let file = place.home().join("台账.csv").display().to_string();
    assert_eq!(place.run(&["stats", "--format", "csv", "-o", &file]).well(), "");
    let told = place.run(&["stats", "--format", "csv"]).well();
    assert_eq!(std::fs::read_to_string(&file).unwrap(), told);
    let record = place.store().join("communities/jinyuan/community.ron").display().to_string();
    has(&place.run(&["stats", "-o", &record]).refused(), &["没有覆盖"]);
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_counted() {
    let place = counted("zh");
    let ledger = place.store().join("communities/jinyuan/ledger.desk-1.ron");
    let mut bytes = std::fs::read(&ledger).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&ledger, &bytes).unwrap();
    let (told, trouble) = place.run(&["stats", "jinyuan"]).in_part();
    has(&told, &["提出议题"]);
    has(&trouble, &["ledger.desk-1.ron"]);
}

/// Each figure stands in the table of each document, and nothing else does.
#[test]
fn the_documents_define_every_figure() {
    let all: BTreeSet<&str> = FigureId::ALL.iter().map(|id| id.code()).collect();
    assert_eq!(all.len(), FigureId::ALL.len());
    for document in [include_str!("../docs/figures.md"), include_str!("../docs/figures.zh.md")] {
        let rows = document.lines().filter_map(|line| line.strip_prefix("| `"));
        let mut defined = Vec::new();
        for row in rows {
            let (code, rest) = row.split_once("` |").unwrap();
            let id = *FigureId::ALL
                .iter()
                .find(|id| id.code() == code)
                .unwrap_or_else(|| panic!("{code} is no figure"));
            let without = rest.trim_end().trim_end_matches('|').rsplit('|').next().unwrap().trim();
            let plain = matches!(without, "none" | "无");
            assert_eq!(plain, id.whole().is_none(), "{code}");
            defined.push(code);
        }
        let order: Vec<&str> = FigureId::ALL.iter().map(|id| id.code()).collect();
        let mut sorted = order.clone();
        sorted.sort_unstable();
        let mut told = defined.clone();
        told.sort_unstable();
        assert_eq!(told, sorted);
        assert_eq!(defined, order, "in the order in which they are shown");
    }
}
