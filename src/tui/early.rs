//! What a terminal sends before the program listens: keys typed ahead, and the answer to a question.
//!
//! Whoever types before the terminal is taken has Enter turned into a line end, which crossterm
//! makes Ctrl+J of once the terminal is taken: the line would stay where it is.
//!
//! The answer stands among the keys, and whatever stands before it has been typed by somebody who
//! did not wait. crossterm waits two seconds for a terminal that does not answer, and holds back
//! every key in the meantime; so until the answer is there the bytes are read here, and made into
//! the same events.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

/// A part of what was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A key, or a paste.
    Event(Event),
    /// The answer: at which column the cursor is, counted from 1.
    Column(u16),
    /// Something that is no key.
    Nothing,
}

/// The first part of some bytes, and how many it takes; `None` while its end is missing. Where
/// nothing more is to be expected, an Esc by itself is the key.
#[must_use]
pub fn part(bytes: &[u8], more: bool) -> Option<(usize, Part)> {
    match bytes {
        [] | [0x1b, b'O'] => None,
        [0x1b] if more => None,
        [0x1b] | [0x1b, 0x1b, ..] => Some((1, key(KeyCode::Esc))),
        [0x1b, b'[', rest @ ..] => control_sequence(rest).map(|(len, part)| (len + 2, part)),
        [0x1b, b'O', letter, ..] => Some((3, named(*letter, KeyModifiers::NONE))),
        [0x1b, rest @ ..] => part(rest, more).map(|(len, part)| (len + 1, with_alt(part))),
        [first, ..] => Some(match first {
            // A line end is Enter, pressed before the terminal was taken.
            b'\r' | b'\n' => (1, key(KeyCode::Enter)),
            b'\t' => (1, key(KeyCode::Tab)),
            0x7f => (1, key(KeyCode::Backspace)),
            0 => (1, control(' ')),
            0x01..=0x1a => (1, control(char::from(first - 1 + b'a'))),
            0x1c..=0x1f => (1, control(char::from(first - 0x1c + b'4'))),
            _ => return character(bytes),
        }),
    }
}

fn key(code: KeyCode) -> Part {
    Part::Event(Event::Key(code.into()))
}

fn control(letter: char) -> Part {
    let key = KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
    Part::Event(Event::Key(key))
}

fn with_alt(part: Part) -> Part {
    match part {
        Part::Event(Event::Key(key)) => {
            let modifiers = key.modifiers | KeyModifiers::ALT;
            Part::Event(Event::Key(KeyEvent { modifiers, ..key }))
        }
        other => other,
    }
}

/// A character in UTF-8; a byte that belongs to none is passed over.
fn character(bytes: &[u8]) -> Option<(usize, Part)> {
    let len = match bytes.first()? {
        0x20..=0x7f => 1,
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Some((1, Part::Nothing)),
    };
    let Some(bytes) = bytes.get(..len) else {
        return if bytes.iter().skip(1).all(|byte| (0x80..0xc0).contains(byte)) {
            None
        } else {
            Some((1, Part::Nothing))
        };
    };
    let Some(c) = std::str::from_utf8(bytes).ok().and_then(|text| text.chars().next()) else {
        return Some((1, Part::Nothing));
    };
    let modifiers = if c.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
    Some((len, Part::Event(Event::Key(KeyEvent::new(KeyCode::Char(c), modifiers)))))
}

/// What begins with `ESC [`.
fn control_sequence(bytes: &[u8]) -> Option<(usize, Part)> {
    // The Linux console's F1 to F5.
    if let [b'[', letter, ..] = bytes {
        let part = match letter {
            b'A'..=b'E' => key(KeyCode::F(letter - b'A' + 1)),
            _ => Part::Nothing,
        };
        return Some((2, part));
    }
    let end = bytes.iter().position(|byte| (0x40..=0x7e).contains(byte) && *byte != b'[')?;
    let (numbers, last) = (bytes.get(..end)?, *bytes.get(end)?);
    let text = std::str::from_utf8(numbers).unwrap_or("?");
    let numbers: Option<Vec<u16>> = match text {
        "" => Some(Vec::new()),
        text => text.split(';').map(|number| number.parse().ok()).collect(),
    };
    let Some(numbers) = numbers else { return Some((end + 1, Part::Nothing)) };
    let modifiers = modifiers(numbers.get(1).copied().unwrap_or(1));
    let part = match (last, numbers.as_slice()) {
        (b'~', [200]) => return paste(bytes, end + 1),
        (b'~', [number, ..]) => numbered(*number, modifiers),
        // The question was asked in the second row: in the first this would be a key.
        (b'R', [row, column]) if *row > 1 => Part::Column(*column),
        (b'R', _) => with(KeyCode::F(3), modifiers),
        (b'Z', []) => with(KeyCode::BackTab, KeyModifiers::SHIFT),
        (letter, [] | [1] | [1, _]) => named(letter, modifiers),
        _ => Part::Nothing,
    };
    Some((end + 1, part))
}

fn with(code: KeyCode, modifiers: KeyModifiers) -> Part {
    Part::Event(Event::Key(KeyEvent::new(code, modifiers)))
}

/// A key that is told by a letter.
fn named(letter: u8, modifiers: KeyModifiers) -> Part {
    let code = match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'P'..=b'S' => KeyCode::F(letter - b'P' + 1),
        _ => return Part::Nothing,
    };
    with(code, modifiers)
}

/// A key that is told by a number.
fn numbered(number: u16, modifiers: KeyModifiers) -> Part {
    let f =
        |first: u16, base: u16| KeyCode::F(u8::try_from(number - base + first).unwrap_or_default());
    let code = match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => f(1, 11),
        17..=21 => f(6, 17),
        23..=24 => f(11, 23),
        _ => return Part::Nothing,
    };
    with(code, modifiers)
}

/// A Shift, Alt and Ctrl as sequences count them.
fn modifiers(number: u16) -> KeyModifiers {
    let bits = number.saturating_sub(1);
    let each = [KeyModifiers::SHIFT, KeyModifiers::ALT, KeyModifiers::CONTROL];
    let held = (0..).zip(each).filter(|(at, _)| bits & (1 << at) != 0);
    held.fold(KeyModifiers::NONE, |all, (_, one)| all | one)
}

/// A paste, of which `begun` bytes have announced it.
fn paste(bytes: &[u8], begun: usize) -> Option<(usize, Part)> {
    const END: &[u8] = b"\x1b[201~";
    let rest = bytes.get(begun..)?;
    let len = rest.windows(END.len()).position(|window| window == END)?;
    let text = String::from_utf8_lossy(rest.get(..len)?).into_owned();
    Some((begun + len + END.len(), Part::Event(Event::Paste(text))))
}

/// Reads what was typed ahead and what a terminal sends until it has answered, or `patience` is over;
/// hands on each part. What is left of a key at the end is waited for a moment longer.
#[cfg(unix)]
pub fn listen(patience: std::time::Duration, mut hear: impl FnMut(Part)) {
    use std::time::{Duration, Instant};
    const REST: Duration = Duration::from_millis(50);

    let until = Instant::now() + patience;
    let mut pending: Vec<u8> = Vec::new();
    let mut answered = false;
    // Whatever is there already, however short the patience. Whoever reads next finds the same fault.
    while more(Duration::ZERO, &mut pending).unwrap_or(false) {}
    loop {
        while let Some((len, part)) = part(&pending, true) {
            pending.drain(..len);
            answered |= matches!(part, Part::Column(_));
            hear(part);
        }
        let left = until.saturating_duration_since(Instant::now());
        let over = answered || left.is_zero();
        if over && pending.is_empty() {
            return;
        }
        let wait = if over { REST } else { left };
        // Nobody presses Esc and then waits to see whether it was meant.
        let wait = if pending == [0x1b] { wait.min(REST) } else { wait };
        match more(wait, &mut pending) {
            Ok(true) => {}
            Ok(false) if pending.is_empty() => return,
            Ok(false) => {
                while let Some((len, part)) = part(&pending, false) {
                    pending.drain(..len);
                    hear(part);
                }
                if over {
                    return;
                }
                // Half a key that never got its end.
                pending.clear();
            }
            // Whoever reads next will find the same.
            Err(_) => return,
        }
    }
}

/// Adds what comes within `wait`; false when nothing does.
#[cfg(unix)]
fn more(wait: std::time::Duration, pending: &mut Vec<u8>) -> std::io::Result<bool> {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    let input = std::io::stdin();
    let mut fds = [PollFd::new(&input, PollFlags::IN)];
    let wait = Timespec::try_from(wait).map_err(|_| std::io::ErrorKind::InvalidInput)?;
    match poll(&mut fds, Some(&wait)) {
        Ok(0) => return Ok(false),
        // A signal: the time that is left is worked out again.
        Err(rustix::io::Errno::INTR) => return Ok(true),
        other => other?,
    };
    let mut bytes = [0; 1024];
    let count = rustix::io::read(&input, &mut bytes)?;
    if count == 0 {
        return Err(std::io::ErrorKind::UnexpectedEof.into());
    }
    pending.extend(bytes.iter().take(count));
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(mut bytes: &[u8]) -> Vec<Part> {
        let mut parts = Vec::new();
        while let Some((len, part)) = part(bytes, false) {
            parts.push(part);
            bytes = bytes.get(len..).unwrap();
        }
        assert_eq!(bytes, b"", "left over after {parts:?}");
        parts
    }

    fn keys(bytes: &str) -> Vec<(KeyCode, KeyModifiers)> {
        let key = |part| match part {
            Part::Event(Event::Key(key)) => (key.code, key.modifiers),
            other => panic!("{other:?}"),
        };
        parts(bytes.as_bytes()).into_iter().map(key).collect()
    }

    const NONE: KeyModifiers = KeyModifiers::NONE;

    #[test]
    fn keys_are_what_crossterm_makes_of_them() {
        let char = |c| (KeyCode::Char(c), NONE);
        let ctrl = |c| (KeyCode::Char(c), KeyModifiers::CONTROL);
        let f = |number| (KeyCode::F(number), NONE);
        for (bytes, expected) in [
            ("王a，", vec![char('王'), char('a'), char('，')]),
            ("A", vec![(KeyCode::Char('A'), KeyModifiers::SHIFT)]),
            ("\n", vec![(KeyCode::Enter, NONE)]),
            (
                "\r\t\u{7f}",
                vec![(KeyCode::Enter, NONE), (KeyCode::Tab, NONE), (KeyCode::Backspace, NONE)],
            ),
            (
                "\u{1}\u{11}\u{1a}\u{1c}\0",
                vec![ctrl('a'), ctrl('q'), ctrl('z'), ctrl('4'), ctrl(' ')],
            ),
            ("\u{1b}", vec![(KeyCode::Esc, NONE)]),
            ("\u{1b}\u{1b}", vec![(KeyCode::Esc, NONE), (KeyCode::Esc, NONE)]),
            ("\u{1b}中", vec![(KeyCode::Char('中'), KeyModifiers::ALT)]),
            ("\u{1b}\u{1b}[A", vec![(KeyCode::Esc, NONE), (KeyCode::Up, NONE)]),
            (
                "\u{1b}OP\u{1b}OS\u{1b}[15~\u{1b}[21~\u{1b}[24~",
                vec![f(1), f(4), f(5), f(10), f(12)],
            ),
            ("\u{1b}[[A\u{1b}[[E", vec![f(1), f(5)]),
            (
                "\u{1b}[H\u{1b}[4~\u{1b}[5~\u{1b}[6~",
                vec![
                    (KeyCode::Home, NONE),
                    (KeyCode::End, NONE),
                    (KeyCode::PageUp, NONE),
                    (KeyCode::PageDown, NONE),
                ],
            ),
            (
                "\u{1b}[1;3A\u{1b}[3;5~\u{1b}[Z",
                vec![
                    (KeyCode::Up, KeyModifiers::ALT),
                    (KeyCode::Delete, KeyModifiers::CONTROL),
                    (KeyCode::BackTab, KeyModifiers::SHIFT),
                ],
            ),
            ("\u{1b}[1;3R", vec![(KeyCode::F(3), KeyModifiers::ALT)]),
        ] {
            assert_eq!(keys(bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn the_answer_is_found_among_them() {
        let found = parts(b"/x\x1b[2;3R\x1b[200~a\r\nb\x1b[201~\x1b[?62c");
        let text: Vec<Part> = ['/', 'x'].map(|c| key(KeyCode::Char(c))).to_vec();
        let paste = Part::Event(Event::Paste("a\r\nb".to_owned()));
        assert_eq!(found, [text, vec![Part::Column(3), paste, Part::Nothing]].concat());
    }

    #[test]
    fn what_has_no_end_yet_is_waited_for() {
        for bytes in ["\u{1b}", "\u{1b}[", "\u{1b}[2;", "\u{1b}O", "\u{1b}[200~abc", "\u{1b}[["] {
            assert_eq!(part(bytes.as_bytes(), true), None, "{bytes:?}");
        }
        assert_eq!(part("中".as_bytes().get(..2).unwrap(), true), None);
        assert_eq!(part(&[0xff, b'a'], true), Some((1, Part::Nothing)));
        assert_eq!(part(&[0xe4, b'a'], true), Some((1, Part::Nothing)));
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_come_to_an_end(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..40)) {
            let mut rest = bytes.as_slice();
            while let Some((len, _)) = part(rest, false) {
                proptest::prop_assert!(len > 0 && len <= rest.len());
                rest = rest.get(len..).unwrap();
            }
        }
    }
}
