//! Times of day and lengths of time, as people type them and as they are shown.

use chrono::NaiveTime;

use super::scan::Scan;
use super::width::fold_char;
use super::words::Lang;

/// A time of day that no clock shows, such as `25:99`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what} is not a time of day")]
pub struct ImpossibleTime {
    /// The time as typed.
    pub what: String,
}

/// The time a line begins with, `HH:MM` or `HH:MM:SS` (a full-width colon will do), and the rest of
/// the line without the space between. `None` when the line does not begin like a time.
///
/// # Errors
/// The line begins like a time, but there is no such time.
pub fn leading_clock(line: &str) -> Result<Option<(NaiveTime, &str)>, ImpossibleTime> {
    let line = line.trim_start();
    let mut parts = vec![(0u32, 0usize)]; // value and number of digits
    let mut end = 0;
    for (start, c) in line.char_indices() {
        let folded = fold_char(c);
        let Some(last) = parts.last_mut() else { break };
        if let Some(digit) = folded.to_digit(10).filter(|_| last.1 < 3) {
            *last = (last.0 * 10 + digit, last.1 + 1);
        } else if folded == ':' && last.1 > 0 && parts.len() < 4 {
            parts.push((0, 0));
        } else if folded.is_ascii_alphanumeric() {
            return Ok(None);
        } else {
            break;
        }
        end = start + c.len_utf8();
    }
    let (hours, minutes, seconds) = match *parts.as_slice() {
        [(h, 1 | 2), (m, 2)] => (h, m, 0),
        [(h, 1 | 2), (m, 2), (s, 2)] => (h, m, s),
        _ => return Ok(None),
    };
    let (typed, rest) = line.split_at_checked(end).unwrap_or((line, ""));
    match NaiveTime::from_hms_opt(hours, minutes, seconds) {
        Some(time) => Ok(Some((time, rest.trim_start()))),
        None => Err(ImpossibleTime { what: typed.to_owned() }),
    }
}

/// Words for a part of the day, and what they make of the hour that follows.
const DAY_PARTS: &[(&str, DayPart)] = &[
    ("凌晨", DayPart::Morning),
    ("早上", DayPart::Morning),
    ("早晨", DayPart::Morning),
    ("上午", DayPart::Morning),
    ("中午", DayPart::Noon),
    ("下午", DayPart::Afternoon),
    ("傍晚", DayPart::Afternoon),
    ("今晚", DayPart::Afternoon),
    ("晚上", DayPart::Afternoon),
    ("晚", DayPart::Afternoon),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DayPart {
    Morning,
    Noon,
    Afternoon,
}

/// A time of day as people write it: `19:00`, `19点`, `晚上7点半`, `下午2点一刻`, `7:30 pm`, `7pm`, `1930`.
/// `None` when it is not written like a time.
///
/// # Errors
/// It is written like a time, but no clock shows it.
pub fn parse_time(text: &str) -> Result<Option<NaiveTime>, ImpossibleTime> {
    let mut scan = Scan::new(text);
    let Some((hour, minute, part)) = time(&mut scan) else { return Ok(None) };
    if !scan.is_done() {
        return Ok(None);
    }
    let hour = match (part, hour) {
        (Some(DayPart::Morning), 12) => 0,
        (Some(DayPart::Afternoon), 1..=11) | (Some(DayPart::Noon), 1 | 2) => hour + 12,
        (Some(DayPart::Noon), 3..=10) => u64::MAX, // no such time
        _ => hour,
    };
    let time = u32::try_from(hour)
        .ok()
        .and_then(|hour| Some((hour, u32::try_from(minute).ok()?)))
        .and_then(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0));
    time.map(Some).ok_or_else(|| ImpossibleTime { what: text.trim().to_owned() })
}

/// Hour, minute, and the part of the day they were told for.
fn time(scan: &mut Scan) -> Option<(u64, u64, Option<DayPart>)> {
    let mut part = scan.any(DAY_PARTS);
    scan.spaces();
    let (hour, digits) = scan.number()?;
    scan.spaces();
    let mut minute = 0;
    let hour = if digits == 4 {
        minute = hour % 100;
        hour / 100
    } else {
        if digits > 2 {
            return None;
        }
        if scan.eat(":") || scan.eat(".") {
            match scan.number()? {
                (value, 2) => minute = value,
                _ => return None,
            }
        } else if scan.eat("点") || scan.eat("时") {
            minute = chinese_minute(scan)?;
        } else if digits == 0 {
            return None; // `七` alone is a number, not a time
        }
        hour
    };
    scan.spaces();
    let english = [
        ("a.m.", DayPart::Morning),
        ("p.m.", DayPart::Afternoon),
        ("am", DayPart::Morning),
        ("pm", DayPart::Afternoon),
    ];
    if part.is_none() {
        part = scan.any(&english);
    }
    Some((hour, minute, part))
}

/// What follows `点`: nothing, `整`, `钟`, `半`, `一刻`, `20分`, `20`.
fn chinese_minute(scan: &mut Scan) -> Option<u64> {
    scan.spaces();
    if scan.is_done() || scan.eat("整") || scan.eat("钟") {
        return Some(0);
    }
    if scan.eat("半") {
        return Some(30);
    }
    let (number, _) = scan.number()?;
    if scan.eat("刻") {
        return (number == 1 || number == 3).then_some(number * 15);
    }
    scan.eat("分");
    Some(number)
}

/// A length of time in minutes: `15`, `15分钟`, `15 min`, `1小时`, `1.5h`, `一个半小时`, `1h30`.
#[must_use]
pub fn parse_minutes(text: &str) -> Option<u32> {
    let mut scan = Scan::new(text);
    let minutes = minutes(&mut scan)?;
    if !scan.is_done() {
        return None;
    }
    u32::try_from(minutes).ok()
}

fn minutes(scan: &mut Scan) -> Option<u64> {
    if scan.eat("半") {
        scan.eat("个");
        return hour(scan).then_some(30);
    }
    let number = scan.count()?;
    let mut tenths = 0;
    if scan.eat(".") || scan.eat("点") {
        match scan.number()? {
            (tenth, 0 | 1) if tenth < 10 => tenths = tenth,
            _ => return None,
        }
    }
    scan.spaces();
    if tenths == 0 && (scan.is_done() || minute(scan)) {
        return Some(number);
    }
    if scan.eat("刻钟") {
        return (tenths == 0).then(|| number.saturating_mul(15));
    }
    let measure = scan.eat("个");
    let half = measure && scan.eat("半");
    if !hour(scan) {
        return None;
    }
    let mut sum = number.saturating_mul(60).saturating_add(tenths * 6);
    if half || scan.eat("半") {
        sum = sum.saturating_add(30);
    } else if !scan.is_done() {
        scan.spaces();
        let more = scan.number()?.0;
        scan.spaces();
        if !minute(scan) && !scan.is_done() {
            return None;
        }
        sum = sum.saturating_add(more);
    }
    Some(sum)
}

fn hour(scan: &mut Scan) -> bool {
    ["小时", "钟头", "hours", "hour", "hrs", "hr", "h"].iter().any(|unit| scan.eat(unit))
}

fn minute(scan: &mut Scan) -> bool {
    ["分钟", "分", "minutes", "minute", "mins", "min", "m"].iter().any(|unit| scan.eat(unit))
}

/// Seconds as a running clock: `1:42`, `75:00`, `-0:20` when overrun.
#[must_use]
pub fn clock_mm_ss(seconds: i64) -> String {
    let size = seconds.unsigned_abs();
    let sign = if seconds < 0 { "-" } else { "" };
    format!("{sign}{}:{:02}", size / 60, size % 60)
}

/// Seconds in words: `1分20秒`, `1 min 20 s`.
#[must_use]
pub fn spell_seconds(seconds: i64, lang: Lang) -> String {
    let size = seconds.unsigned_abs();
    let (names, space) = match lang {
        Lang::Zh => (["小时", "分", "秒"], ""),
        Lang::En => ([" h", " min", " s"], " "),
    };
    let values = [size / 3600, size / 60 % 60, size % 60];
    let parts: Vec<String> = values
        .iter()
        .zip(names)
        .enumerate()
        .filter(|(place, (value, _))| **value > 0 || (*place == 2 && size == 0))
        .map(|(_, (value, name))| format!("{value}{name}"))
        .collect();
    let sign = if seconds < 0 { "-" } else { "" };
    format!("{sign}{}", parts.join(space))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_may_begin_with_a_time() {
        let time = |h, m, s| NaiveTime::from_hms_opt(h, m, s).unwrap();
        for (line, clock) in [
            ("19:04 同意", Some((time(19, 4, 0), "同意"))),
            ("9:04 同意", Some((time(9, 4, 0), "同意"))),
            (" 19:04:30 王：好", Some((time(19, 4, 30), "王：好"))),
            ("１９：０４　好", Some((time(19, 4, 0), "好"))),
            ("19：04王小明：同意", Some((time(19, 4, 0), "王小明：同意"))),
            ("19:04", Some((time(19, 4, 0), ""))),
            ("00:00:00", Some((time(0, 0, 0), ""))),
            ("同意 19:04", None),
            ("王：同意", None),
            ("3:2 通过", None),
            ("19:041 x", None),
            ("19:04:3 x", None),
            ("19:04pm", None),
            ("123:45", None),
            ("12", None),
            (":30", None),
            ("", None),
        ] {
            assert_eq!(leading_clock(line), Ok(clock), "{line}");
        }
        for line in ["25:99 好", "24:00", "19:60", "19:04:75 好"] {
            let what = line.split(' ').next().unwrap_or_default().to_owned();
            assert_eq!(leading_clock(line), Err(ImpossibleTime { what }), "{line}");
        }
    }

    #[test]
    fn times_of_day_are_read_as_people_write_them() {
        let time = |h, m| Ok(NaiveTime::from_hms_opt(h, m, 0));
        for (text, found) in [
            ("19:00", time(19, 0)),
            (" ９：０５ ", time(9, 5)),
            ("19点", time(19, 0)),
            ("19时30分", time(19, 30)),
            ("7点", time(7, 0)),
            ("晚上7点半", time(19, 30)),
            ("晚上 7:30", time(19, 30)),
            ("下午2点一刻", time(14, 15)),
            ("下午2点20", time(14, 20)),
            ("上午九点整", time(9, 0)),
            ("上午12点", time(0, 0)),
            ("中午12点", time(12, 0)),
            ("中午1点", time(13, 0)),
            ("下午14:00", time(14, 0)),
            ("7pm", time(19, 0)),
            ("7:30 PM", time(19, 30)),
            ("12 am", time(0, 0)),
            ("12:15pm", time(12, 15)),
            ("9 a.m.", time(9, 0)),
            ("19.30", time(19, 30)),
            ("1930", time(19, 30)),
            ("0900", time(9, 0)),
            ("19", time(19, 0)),
            ("19:5", Ok(None)),
            ("七", Ok(None)),
            ("193", Ok(None)),
            ("19:00 开始", Ok(None)),
            ("不够", Ok(None)),
            ("下午", Ok(None)),
            ("2点二刻", Ok(None)),
            ("", Ok(None)),
        ] {
            assert_eq!(parse_time(text), found, "{text}");
        }
        for text in ["25:00", "24点", "19:60", "中午5点", "9961"] {
            assert_eq!(parse_time(text), Err(ImpossibleTime { what: text.to_owned() }), "{text}");
        }
    }

    #[test]
    fn lengths_are_read_in_minutes() {
        for (text, minutes) in [
            ("15", Some(15)),
            ("90", Some(90)),
            ("１５", Some(15)),
            ("15分", Some(15)),
            ("15分钟", Some(15)),
            ("15m", Some(15)),
            ("15 min", Some(15)),
            (" 15 Minutes ", Some(15)),
            ("十五分钟", Some(15)),
            ("一刻钟", Some(15)),
            ("1小时", Some(60)),
            ("2 hours", Some(120)),
            ("an hour", Some(60)),
            ("半小时", Some(30)),
            ("半个小时", Some(30)),
            ("一个半小时", Some(90)),
            ("一小时半", Some(90)),
            ("1.5h", Some(90)),
            ("1小时20分", Some(80)),
            ("1h30", Some(90)),
            ("", None),
            ("m", None),
            ("15天", None),
            ("15 x", None),
            ("1.5", None),
            ("-5", None),
            ("99999999999", None),
        ] {
            assert_eq!(parse_minutes(text), minutes, "{text}");
        }
    }

    #[test]
    fn seconds_are_shown() {
        for (seconds, clock, zh, en) in [
            (0, "0:00", "0秒", "0 s"),
            (80, "1:20", "1分20秒", "1 min 20 s"),
            (120, "2:00", "2分", "2 min"),
            (4500, "75:00", "1小时15分", "1 h 15 min"),
            (3605, "60:05", "1小时5秒", "1 h 5 s"),
            (-20, "-0:20", "-20秒", "-20 s"),
        ] {
            assert_eq!(clock_mm_ss(seconds), clock);
            assert_eq!(spell_seconds(seconds, Lang::Zh), zh);
            assert_eq!(spell_seconds(seconds, Lang::En), en);
        }
    }

    proptest! {
        #[test]
        fn nothing_typed_panics(text in "\\PC{0,12}|[0-9:：分半个小时h.]{0,10}", seconds: i64) {
            let _ = (leading_clock(&text), parse_minutes(&text), parse_time(&text));
            let _ = (clock_mm_ss(seconds), spell_seconds(seconds, Lang::Zh));
        }
    }
}
