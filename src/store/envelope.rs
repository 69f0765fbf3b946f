//! A line of a log read the short way.
//!
//! Every line begins alike: number, moment, name. Reading these three by hand and leaving only the
//! events to RON takes a third less time than RON takes for the whole line, and opening a long
//! meeting is mostly that. A line that does not look exactly as this program writes it is no
//! concern of this module: RON reads it whole then, and says what is wrong with it.

use chrono::DateTime;
use serde::de::DeserializeOwned;

use crate::domain::record::Line;

/// The line, if its RON is exactly of the form `(seq:1,at:"…",by:"…",events:[…])` with nothing
/// escaped before the events; else `None`, which says nothing about whether it is a line.
pub(super) fn read<E: DeserializeOwned>(ron: &[u8]) -> Option<Line<E>> {
    let text = str::from_utf8(ron).ok()?;
    let rest = text.strip_prefix("(seq:")?;
    let (seq, rest) = rest.split_once(',')?;
    let (at, rest) = rest.strip_prefix("at:\"")?.split_once('"')?;
    let (by, rest) = rest.strip_prefix(",by:\"")?.split_once('"')?;
    let events = rest.strip_prefix(",events:")?.strip_suffix(')')?;
    if by.contains('\\') || !seq.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut events: Vec<E> = ron::de::from_str(events).ok()?;
    // Most lines have one event; a growing list had made room for four.
    events.shrink_to_fit();
    let (seq, at) = (seq.parse().ok()?, DateTime::parse_from_rfc3339(at).ok()?);
    Some(Line { seq, at, by: by.to_owned(), events })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::Event;

    fn whole(ron: &str) -> Line<Event> {
        ron::de::from_str(ron).unwrap()
    }

    #[test]
    fn what_is_read_the_short_way_is_what_ron_reads() {
        let at = r#"at:"2026-11-23T19:00:05+08:00""#;
        for line in [
            format!(r#"(seq:0,{at},by:"李敏",events:[Opened])"#),
            format!(r#"(seq:18446744073709551615,{at},by:"",events:[])"#),
            format!(r#"(seq:7,{at},by:"a,b) ]",events:[Left(person:2),Noted(note:1,text:"x")])"#),
            format!(r#"(seq:7,{at},by:"李",events:[Noted(note:1,text:"\",events:[] \\ “”)")])"#),
            r#"(seq:1,at:"2026-11-23T19:00:05.25Z",by:"李",events:[Paused])"#.to_owned(),
        ] {
            assert_eq!(read::<Event>(line.as_bytes()), Some(whole(&line)), "{line}");
        }
    }

    #[test]
    fn whatever_looks_otherwise_is_left_to_ron() {
        let at = r#"at:"2026-11-23T19:00:05+08:00""#;
        for line in [
            String::new(),
            format!(r#"(seq:1,{at},by:"李\n敏",events:[Opened])"#),
            format!(r#"(seq:1,{at},by:"李\",by:\"敏",events:[Opened])"#),
            format!(r#"(seq: 1,{at},by:"李敏",events:[Opened])"#),
            format!(r#"(seq:+1,{at},by:"李敏",events:[Opened])"#),
            format!(r#"(seq:18446744073709551616,{at},by:"李敏",events:[Opened])"#),
            format!(r#"(seq:1,{at},by:"李敏",events:[Opened],more:1)"#),
            format!(r#"(seq:1,{at},by:"李敏",events:[Opened])) "#),
            format!(r#"(seq:1,{at},by:"李敏",events:[Unheard(of:1)])"#),
            format!(r#"(seq:1,{at},by:"李敏",at:"x",events:[Opened])"#),
            r#"(seq:1,at:"yesterday",by:"李敏",events:[Opened])"#.to_owned(),
            r#"(seq:1,at:"2026-02-30T19:00:05+08:00",by:"李敏",events:[Opened])"#.to_owned(),
        ] {
            assert_eq!(read::<Event>(line.as_bytes()), None, "{line}");
        }
    }
}
