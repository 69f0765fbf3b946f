//! Rules of the floor on the command line: those a community begins with, those of a new session, a
//! file that cannot be used, and what minutes tell of a call past them.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod cli_support;

use cli_support::{Place, has};

fn community(place: &Place, file: &str, text: &str) {
    let path = std::path::Path::new(&place.store()).join("communities/jinyuan").join(file);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

#[test]
fn a_session_begins_by_the_rules_of_its_community_or_those_named() {
    let place = Place::new("zh");
    place.run(&["new", "community", "锦苑社区"]).well();
    community(&place, "rules/yuanli.ron", "(name: \"院里规矩\", order: [LeastTime])");
    community(&place, "community.ron", "(name: \"锦苑社区\", rules: \"yuanli\")");
    place.run(&["new", "session", "jinyuan", "停车位"]).well();
    has(&place.run(&["show", "停车位"]).well(), &["发言规则采用“院里规矩”（说得少者先"]);
    place.run(&["new", "session", "jinyuan", "下水道", "--rules", "南塘"]).well();
    has(&place.run(&["show", "下水道"]).well(), &["发言规则采用“南塘十三条”"]);
    // The record holds the rules whole, whatever becomes of the file.
    community(&place, "rules/yuanli.ron", "(name: \"另一种\")");
    has(&place.run(&["minutes", "停车位"]).well(), &["发言规则", "院里规矩"]);
    has(&place.run(&["check"]).well(), &["全部完好"]);
}

#[test]
fn a_call_past_the_rules_is_in_the_minutes() {
    let place = Place::new("zh");
    place.run(&["new", "community", "锦苑社区"]).well();
    place.run(&["new", "session", "jinyuan", "停车位", "--rules", "nantang"]).well();
    let notes = "19:00 /签到 陈桂花 3栋、王小明 5栋、孙丽 物业\n19:00 /议题 停车位 | 20\n19:00 /开会\n19:00 /开始\n\
                 19:01 /举手 王小明\n19:02 /举手 孙丽\n19:03 /发言 孙丽\n19:05 /说完\n19:06 /下一位\n19:07 /说完\n\
                 19:08 /结束 已通报\n19:09 /散会\n";
    let file = place.file("notes.txt", notes.as_bytes());
    place.run(&["enter", "停车位", &file]).well();
    has(
        &place.run(&["minutes", "停车位"]).well(),
        &["主持人先请：", "孙丽（主持人先请，先于王小明）"],
    );
    let json = place.run(&["minutes", "停车位", "--format", "json"]).well();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["rules"]["name"], "南塘十三条");
    let turns = &json["agenda"][0]["turns"];
    assert_eq!(turns[0]["called"], "out_of_order");
    assert_eq!(turns[0]["passed"], 2, "Wang Xiaoming signed in second");
    assert_eq!(turns[0]["seconds"], 120);
    assert_eq!(turns[1]["called"], "in_order");
    assert!(turns[1]["passed"].is_null());
}
