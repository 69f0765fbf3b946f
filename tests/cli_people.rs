//! People of a community from a spreadsheet, and trying the program out.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod cli_support;

use cli_support::{Place, has};

const LIST: &str = "\u{feff}姓名,身份,楼栋,电话\r\n\
王芳,政协委员,3栋,13800000001\r\n\
王芳,居民,5栋,\r\n\
李强,楼长,,13800000002\r\n";

fn import(place: &Place, bytes: &[u8]) -> cli_support::Ended {
    let file = place.file("名单.csv", bytes);
    place.run(&["people", "jinyuan", "--import", &file])
}

#[test]
fn people_are_imported_once_and_found_when_typing() {
    let (place, name) = Place::prepared("zh");
    has(&place.run(&["people", "jinyuan"]).with_err(), &["--import"]);
    has(&import(&place, LIST.as_bytes()).well(), &["新增 3 人", "电话 2 个", "0 行"]);
    has(&import(&place, LIST.as_bytes()).well(), &["新增 0 人", "更正 0 人", "电话 0 个"]);
    for args in [&["people", "jinyuan"][..], &["list", "people", "锦苑"], &["list", "people"]] {
        has(&place.run(args).well(), &["王芳", "政协委员", "3栋", "5栋", "李强", "楼长"]);
    }
    let corrected = LIST.replace("王芳,居民", "王芳,专家");
    has(&import(&place, corrected.as_bytes()).well(), &["新增 0 人", "更正 1 人"]);
    assert_eq!(place.run(&["people", "jinyuan"]).well().matches("王芳").count(), 2);
    has(&place.run(&["people", "jinyuan"]).well(), &["专家"]);
    let notes = "19:00 /开会\n/开始\n李强：我来说\n";
    has(&place.run_on(&["enter", &name], notes.as_bytes()).well(), &["3", "0"]);
    has(&place.run(&["check"]).well(), &["全部完好"]);
    // Phones are in no record, only in the file that can be forgotten.
    let community = place.store().join("communities/jinyuan");
    for file in ["ledger.test.ron", &format!("sessions/{}.ron", name.split_once('/').unwrap().1)] {
        let text = std::fs::read_to_string(community.join(file)).unwrap();
        assert!(!text.contains("138"), "{file}");
    }
    let contacts = std::fs::read_to_string(community.join("contacts.ron")).unwrap();
    has(&contacts, &["13800000001", "13800000002"]);
    assert!(!place.run(&["minutes", &name]).well().contains("138"));
}

#[cfg(unix)]
#[test]
fn phones_are_for_the_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let (place, _) = Place::prepared("zh");
    import(&place, LIST.as_bytes()).well();
    let contacts = place.store().join("communities/jinyuan/contacts.ron");
    assert_eq!(std::fs::metadata(contacts).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn bad_rows_are_told_and_the_others_are_imported() {
    let (place, _) = Place::prepared("zh");
    let long = "长".repeat(5_001);
    let list = format!("王芳,3栋\n,5栋\n{long},1栋\n李\u{1b}[31m强,,居民\n");
    let (out, told) = import(&place, list.as_bytes()).in_part();
    has(&out, &["新增 2 人", "2 行"]);
    has(&told, &["名单.csv", "第 2 行", "第 3 行", "5000"]);
    has(&place.run(&["people", "jinyuan"]).well(), &["王芳", "李␛[31m强"]);
}

#[test]
fn a_list_in_the_encoding_of_chinese_systems_is_read_and_told() {
    let (place, _) = Place::prepared("zh");
    let told = import(&place, b"name,unit\n\xcd\xf5\xb7\xbc,3\n").well();
    has(&told, &["新增 1 人", "GB18030"]);
    has(&place.run(&["people", "jinyuan"]).well(), &["王芳"]);
    let wide = "\u{feff}姓名\t楼栋\r\n李强\t5栋\r\n".encode_utf16();
    let wide: Vec<u8> = wide.flat_map(u16::to_le_bytes).collect();
    has(&import(&place, &wide).well(), &["新增 1 人", "UTF-16"]);
    assert!(!import(&place, LIST.as_bytes()).well().contains("编码"));
    let (place, _) = Place::prepared("en");
    has(&import(&place, b"name,unit\n\xcd\xf5\xb7\xbc,3\n").well(), &["1 new", "GB18030"]);
}

#[test]
fn a_list_that_is_no_text_is_refused_with_a_way_out() {
    let (place, _) = Place::prepared("zh");
    let told = import(&place, b"name,unit\ncaf\xe9,3\n").refused();
    has(&told, &["第 2 行", "UTF-8", "GB18030", "Excel", "另存为"]);
    // UTF-8 with a byte lost is not read as other characters.
    let mut damaged = LIST.trim_start_matches('\u{feff}').as_bytes().to_vec();
    damaged.remove(1);
    has(&import(&place, &damaged).refused(), &["第 1 行"]);
    has(&place.run(&["people", "jinyuan"]).with_err(), &["--import"]);
    has(&import(&place, "电话,楼栋\n1,2\n".as_bytes()).refused(), &["姓名"]);
    let missing = place.run(&["people", "jinyuan", "--import", "nowhere.csv"]);
    has(&missing.refused(), &["nowhere.csv"]);
    has(&place.run(&["people", "elsewhere", "--import", "x"]).refused(), &["elsewhere", "jinyuan"]);
    has(&place.run(&["people", "jinyuan"]).with_err(), &["--import"]);
}

#[test]
fn a_large_list_is_no_trouble() {
    use std::fmt::Write as _;
    let (place, _) = Place::prepared("en");
    let mut list = String::from("name,unit\n");
    for number in 0..10_000 {
        writeln!(list, "Ann Lee,{number}").unwrap();
    }
    has(&import(&place, list.as_bytes()).well(), &["10000 new"]);
    has(&import(&place, list.as_bytes()).well(), &["0 new"]);
}

/// Whether the program was built with sample data.
fn has_sample() -> bool {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sample/communities").exists()
}

#[test]
fn the_demo_leaves_a_sound_store_and_touches_no_other_folder() {
    let place = Place::new("zh");
    let kept = place.home().join("demo").display().to_string();
    // There is no terminal here: the copy is made and told of, the desk is not opened.
    let told = place.run(&["demo", "--keep", &kept]).refused();
    if !has_sample() {
        has(&told, &["示例"]);
        return;
    }
    has(&told, &[&kept, "终端"]);
    has(&place.run(&["--store", &kept, "check"]).well(), &["，全部完好"]);
    // The live meeting's latest entry seems to be 20 seconds old.
    let log = std::fs::read_dir(format!("{kept}/communities"))
        .unwrap()
        .flatten()
        .flat_map(|it| std::fs::read_dir(it.path().join("sessions")).unwrap().flatten())
        .map(|it| std::fs::read_to_string(it.path()).unwrap_or_default())
        .find(|log| log.contains("2026-11-23T21:59:40+08:00"));
    let log = log.expect("a meeting was written in a moment ago");
    has(&log, &["Opened", "device:\"test\""]);
    has(&place.run(&["--store", &kept, "list"]).well(), &["会议进行中"]);
    let told = place.run(&["demo", "--keep", &kept]).refused();
    has(&told, &[&kept, "不是空的"]);
    assert!(!place.store().exists());
}
