//! What typed dates mean on Monday 23 November 2026.
//!
//! Expected days were worked out on a calendar: that week ends on Sunday 29 November, the next
//! Friday but one is 4 December, and 2027 is no leap year.

use super::dates::{
    DateTrouble, leading_deadline, long_date, parse_date, parse_past_date, short_date,
};
use super::words::Lang;

use chrono::NaiveDate;
use proptest::prelude::*;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    date("2026-11-23")
}

#[test]
fn dates_are_read() {
    for (text, expected) in [
        ("2026-12-05", "2026-12-05"),
        ("2026-12-5", "2026-12-05"),
        ("2026/12/5", "2026-12-05"),
        ("2026年12月5日", "2026-12-05"),
        ("2026 年 12 月 5 日", "2026-12-05"),
        ("２０２６－１２－０５", "2026-12-05"),
        ("2025-01-01", "2025-01-01"),
        ("2028-02-29", "2028-02-29"),
        ("12-05", "2026-12-05"),
        ("12/5", "2026-12-05"),
        ("12.5", "2026-12-05"),
        (" 12月5日 ", "2026-12-05"),
        ("12月5号", "2026-12-05"),
        ("十二月五日", "2026-12-05"),
        ("12月5日前", "2026-12-05"),
        ("5 Dec", "2026-12-05"),
        ("5 december", "2026-12-05"),
        ("December 5, 2027", "2027-12-05"),
        ("may 1", "2027-05-01"),
        ("11-23", "2026-11-23"),
        ("11-22", "2027-11-22"),
        ("2-28", "2027-02-28"),
        ("23日", "2026-11-23"),
        ("5日", "2026-12-05"),
        ("5号", "2026-12-05"),
        ("31日", "2026-12-31"),
        ("今天", "2026-11-23"),
        ("明天", "2026-11-24"),
        ("后天", "2026-11-25"),
        ("大后天", "2026-11-26"),
        ("today", "2026-11-23"),
        ("Tomorrow", "2026-11-24"),
        ("+14d", "2026-12-07"),
        ("+2w", "2026-12-07"),
        ("+1m", "2026-12-23"),
        ("+14天", "2026-12-07"),
        ("＋１４天", "2026-12-07"),
        ("14天内", "2026-12-07"),
        ("十四天之内", "2026-12-07"),
        ("两周内", "2026-12-07"),
        ("两周", "2026-12-07"),
        ("两个星期后", "2026-12-07"),
        ("三个月内", "2027-02-23"),
        ("半个月内", "2026-12-08"),
        ("一个月内", "2026-12-23"),
        ("一个半月内", "2027-01-07"),
        ("半年内", "2027-05-23"),
        ("10日内", "2026-12-03"),
        ("10日前", "2026-12-10"),
        ("5个工作日", "2026-11-30"),
        ("五个工作日内", "2026-11-30"),
        ("in 2 weeks", "2026-12-07"),
        ("in two weeks", "2026-12-07"),
        ("within 10 days", "2026-12-03"),
        ("within a month", "2026-12-23"),
        ("3 working days", "2026-11-26"),
        ("周五", "2026-11-27"),
        ("星期五", "2026-11-27"),
        ("礼拜五", "2026-11-27"),
        ("周一", "2026-11-30"),
        ("周日", "2026-11-29"),
        ("星期天", "2026-11-29"),
        ("本周五", "2026-11-27"),
        ("这周五", "2026-11-27"),
        ("本周一", "2026-11-23"),
        ("下周五", "2026-12-04"),
        ("下个星期天", "2026-12-06"),
        ("friday", "2026-11-27"),
        ("Fri", "2026-11-27"),
        ("next friday", "2026-12-04"),
        ("this monday", "2026-11-23"),
        ("by friday", "2026-11-27"),
        ("月底", "2026-11-30"),
        ("本月底", "2026-11-30"),
        ("月末", "2026-11-30"),
        ("下月底", "2026-12-31"),
        ("12月底", "2026-12-31"),
        ("2月底前", "2027-02-28"),
        ("年底", "2026-12-31"),
        ("end of month", "2026-11-30"),
        ("the end of the month", "2026-11-30"),
    ] {
        assert_eq!(parse_date(text, today()), Ok(date(expected)), "{text}");
    }
}

#[test]
fn other_days_of_the_week_and_month() {
    for (today, text, expected) in [
        ("2026-11-27", "周五", "2026-12-04"),
        ("2026-11-29", "本周五", "2026-11-27"),
        ("2026-11-29", "下周五", "2026-12-04"),
        ("2026-11-28", "1个工作日", "2026-11-30"),
        ("2026-11-27", "6个工作日", "2026-12-07"),
        ("2027-01-31", "+1m", "2027-02-28"),
        ("2027-02-01", "30日", "2027-03-30"),
        ("2027-03-01", "2-29", "2028-02-29"),
        ("2028-02-10", "月底", "2028-02-29"),
        ("2026-12-31", "1-1", "2027-01-01"),
        ("2026-12-31", "年底", "2026-12-31"),
    ] {
        assert_eq!(parse_date(text, date(today)), Ok(date(expected)), "{today} {text}");
    }
}

#[test]
fn what_is_no_date_is_told_from_what_cannot_be() {
    for text in [
        "",
        "王小明",
        "19:04",
        "12",
        "三天前",
        "周八",
        "下周",
        "18 3 2",
        "12-05-2026",
        "12.5.1",
        "2026-12",
        "+14",
        "friday night",
        "两周内公示",
        "半",
        "5%",
        "today's",
        "下水道",
    ] {
        assert_eq!(parse_date(text, today()), Err(DateTrouble::NotADate), "{text}");
    }
    for (text, what) in [
        ("2-30", "02-30"),
        ("13-01", "13-01"),
        ("2-29", "02-29"),
        ("2026-2-30", "2026-02-30"),
        ("32日", "32"),
        ("0日", "0"),
        ("13月底", "13"),
        ("+999999999d", "+999999999"),
        ("+9999999y", ""),
        ("99999999999999999999天内", "+18446744073709551615"),
        ("9000年内", "+9000"),
        ("99999999个工作日", "+99999999"),
    ] {
        let what = what.to_owned();
        let expected = if what.is_empty() {
            DateTrouble::NotADate // there is no unit `y`
        } else {
            DateTrouble::Impossible { what }
        };
        assert_eq!(parse_date(text, today()), Err(expected), "{text}");
    }
}

#[test]
fn a_deadline_leads_an_action() {
    for (text, expected, taken) in [
        ("两周内公示方案", "2026-12-07", "两周内"),
        ("两周内，公示方案", "2026-12-07", "两周内"),
        ("在三天之内答复", "2026-11-26", "在三天之内"),
        ("１０日内答复", "2026-12-03", "１０日内"),
        ("12月5日前完成划线", "2026-12-05", "12月5日前"),
        ("周五之前答复", "2026-11-27", "周五之前"),
        ("月底前公示", "2026-11-30", "月底前"),
        ("within two weeks publish the plan", "2026-12-07", "within two weeks"),
        ("Within 10 days: reply", "2026-12-03", "Within 10 days"),
        ("by friday publish", "2026-11-27", "by friday"),
        ("by 12-05 publish", "2026-12-05", "by 12-05"),
        ("by the end of the month publish", "2026-11-30", "by the end of the month"),
    ] {
        let found = leading_deadline(text, today());
        assert_eq!(found, Some((date(expected), taken.len())), "{text}");
    }
    for text in [
        "公示方案，两周内",
        "两周一次巡查",
        "12月5日前往现场",
        "周五开会",
        "三天前的问题",
        "by bus",
        "within reason",
        "2-30前完成",
        "fix the pump by friday",
        "",
    ] {
        assert_eq!(leading_deadline(text, today()), None, "{text}");
    }
}

#[test]
fn dates_are_shown() {
    assert_eq!(short_date(date("2026-12-05"), Lang::Zh), "12-05");
    assert_eq!(short_date(date("2026-12-05"), Lang::En), "5 Dec");
    assert_eq!(long_date(today(), Lang::Zh), "2026年11月23日 星期一");
    assert_eq!(long_date(today(), Lang::En), "Monday 23 November 2026");
}

proptest! {
    #[test]
    fn nothing_typed_panics(
        text in "\\PC{0,12}|[+0-9一二十两半个年月日天周五下底内前dwm /.-]{0,12}|[a-z0-9 ]{0,20}",
        day in 0i32..4_000_000,
    ) {
        let today = NaiveDate::from_num_days_from_ce_opt(day).unwrap_or_default();
        let _ = parse_date(&text, today);
        if let Some((_, taken)) = leading_deadline(&text, today) {
            prop_assert!(text.is_char_boundary(taken) && taken > 0);
        }
    }

    #[test]
    fn a_written_date_is_read_back(day in 719_163i32..800_000) {
        let day = NaiveDate::from_num_days_from_ce_opt(day).unwrap_or_default();
        prop_assert_eq!(parse_date(&day.to_string(), today()), Ok(day));
        let chinese = long_date(day, Lang::Zh);
        let written = chinese.split(' ').next().unwrap_or_default();
        prop_assert_eq!(parse_date(written, today()), Ok(day));
        let english = long_date(day, Lang::En);
        let (_, written) = english.split_once(' ').unwrap_or_default();
        prop_assert_eq!(parse_date(written, today()), Ok(day));
    }
}

#[test]
fn days_that_have_been_are_the_latest_such_days() {
    // A Monday.
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    for (text, expected) in [
        ("11-20", "2026-11-20"),
        ("11月23日", "2026-11-23"),
        ("12-05", "2025-12-05"),
        ("5日", "2026-11-05"),
        ("28日", "2026-10-28"),
        ("20 Nov", "2026-11-20"),
        ("2025-01-31", "2025-01-31"),
        ("2-29", "2024-02-29"),
        ("今天", "2026-11-23"),
        ("昨天", "2026-11-22"),
        ("前天", "2026-11-21"),
        ("yesterday", "2026-11-22"),
        // Written out in full it may lie ahead; that is for the caller.
        ("2026-12-05", "2026-12-05"),
    ] {
        let expected = if text == "2-29" { None } else { Some(day(expected)) };
        assert_eq!(parse_past_date(text, today).ok(), expected, "{text}");
    }
    assert_eq!(parse_past_date("某天", today), Err(DateTrouble::NotADate));
}
