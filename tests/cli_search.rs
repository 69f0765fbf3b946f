//! Finding words in all records: whose they are, where they stand, and what is not found.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod cli_support;

use cli_support::{Place, has};

const NOTES: &str = "19:00 /开会\n\
/签到 陈桂花 3栋、王小明 5栋\n\
19:02 /开始\n\
19:03 王小明：+停车位应先给老人\n\
19:04 陈桂花：Parking “先公示”再划线\n\
19:05 王小明：说错了的停车位\n\
19:06 /撤销\n\
19:07 /行动 公示停车位方案 @物业 #2026-12-07 =公告栏有图\n";

fn held() -> (Place, String) {
    let (place, name) = Place::prepared("zh");
    let (_, told) = place.run_on(&["enter", &name], NOTES.as_bytes()).any();
    assert!(told.is_empty(), "{told}");
    (place, name)
}

/// What was found, the meeting's name first; nothing when nothing was. The commands that go there
/// are left out.
fn lines(place: &Place, args: &[&str]) -> Vec<String> {
    let (shown, told) = place.run(args).any();
    assert_eq!(shown.is_empty(), told.contains("没有找到"), "{shown}{told}");
    let (found, _) = shown.rsplit_once("\n\n").unwrap_or_default();
    let is_command = |line: &&str| line.trim_start().starts_with("yishi review");
    found.lines().filter(|line| !is_command(line)).map(str::to_owned).collect()
}

#[test]
fn a_hit_has_its_meeting_time_and_speaker_and_what_was_undone_is_none() {
    let (place, name) = held();
    let found = lines(&place, &["search", "停车位应"]);
    assert_eq!(found.len(), 2, "{found:?}");
    has(&found[0], &[&name, "十一月协商会"]);
    has(&found[1], &["19:03:00", "王小明", "停车位应先给老人"]);
    // The agenda of the record, an opinion and an action; not what was undone.
    let found = lines(&place, &["search", "停车位"]);
    assert_eq!(found.len(), 4, "{found:?}");
    assert!(!found.concat().contains("说错了"));
}

#[test]
fn all_words_must_be_there_and_a_speaker_is_one_of_them() {
    let (place, _) = held();
    let found = lines(&place, &["search", "王小明 停车位"]);
    assert_eq!(found.len(), 2, "{found:?}");
    has(&found[1], &["先给老人"]);
    assert_eq!(lines(&place, &["search", "陈桂花 老人"]).len(), 0);
}

#[test]
fn letters_of_either_case_and_marks_as_people_write_them() {
    let (place, _) = held();
    for words in ["parking", "PARKING 公示", "“先公示”"] {
        let found = lines(&place, &["search", words, "jinyuan"]);
        assert_eq!(found.len(), 2, "{words}: {found:?}");
        has(&found[1], &["陈桂花"]);
    }
}

#[test]
fn field_names_of_the_file_are_not_found() {
    let (place, _) = held();
    for words in ["seq", "OpinionRecorded", "events", "person"] {
        assert_eq!(lines(&place, &["search", words]).len(), 0, "{words}");
    }
}

#[test]
fn nothing_found_is_told_and_nothing_asked_is_refused() {
    let (place, _) = held();
    has(&place.run(&["search", "加装电梯"]).with_err(), &["没有找到"]);
    let told = place.run(&["search", "  "]).refused();
    has(&told, &["没有写要找的词"]);
    has(&place.run(&["search", "停车位", "nowhere"]).refused(), &["nowhere"]);
}

#[test]
fn a_damaged_record_is_told_and_the_others_are_searched() {
    let (place, name) = held();
    place.run(&["new", "session", "jinyuan", "停车位座谈"]).well();
    let file = place.session_file(&name);
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("先给老人", "先给新人")).unwrap();
    let (shown, told) = place.run(&["search", "停车位"]).in_part();
    has(&shown, &["停车位座谈"]);
    has(&told, &[file.file_name().unwrap().to_str().unwrap()]);
}
