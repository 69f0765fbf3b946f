//! The documents of one rich meeting, whole, in both languages.

#[path = "common/meeting.rs"]
mod common;
mod report_support;

use report_support::*;
use yishi::report::{actions, minutes, minutes_json, timeline};
use yishi::text::words::Lang;

use common::day;

#[test]
fn the_time_line() {
    let meeting = rich_meeting().meeting;
    insta::assert_snapshot!("timeline_zh", timeline::timeline(&words(Lang::Zh), &meeting));
    insta::assert_snapshot!("timeline_en", timeline::timeline(&words(Lang::En), &meeting));
}

#[test]
fn the_minutes() {
    let meeting = rich_meeting().meeting;
    let ledger = rich_ledger();
    for (name, lang) in [("minutes_zh", Lang::Zh), ("minutes_en", Lang::En)] {
        insta::assert_snapshot!(name, minutes::markdown(&words(lang), &meeting, &ledger, SESSION));
    }
    insta::assert_snapshot!("minutes_json", minutes_json::json(&meeting, &ledger, SESSION));
}

#[test]
fn the_action_list() {
    let meeting = rich_meeting().meeting;
    let rows =
        actions::rows_of(&meeting, &rich_ledger(), "jinyuan", "锦苑社区", SESSION, day(12, 1));
    for (name, lang) in [("actions_zh", Lang::Zh), ("actions_en", Lang::En)] {
        let words = words(lang);
        let csv = String::from_utf8(actions::csv(&words, &rows)).expect("UTF-8");
        let all = [
            actions::table(&words, &rows, Some(72)),
            actions::markdown(&words, &rows),
            csv.replace('\r', "<CR>"),
        ];
        insta::assert_snapshot!(name, all.join("\n========\n"));
    }
    insta::assert_snapshot!("actions_json", actions::json(&rows));
}
