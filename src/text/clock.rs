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
            let _ = (leading_clock(&text), parse_minutes(&text));
            let _ = (clock_mm_ss(seconds), spell_seconds(seconds, Lang::Zh));
        }
    }
}
