//! What holds for every line, whoever typed it and whatever the cat did on the keys.

#[path = "common/meeting.rs"]
mod meeting;

mod grammar_support;

use grammar_support::{Hall, by, here};
use meeting::{CHEN, LI, SUN, WANG, ZHAO, ZHOU};
use proptest::prelude::*;
use yishi::domain::command::Command;
use yishi::grammar::Entry;
use yishi::grammar::complete::complete;
use yishi::grammar::verb::{Found, WORDS, Word, find};
use yishi::text::width::fold;
use yishi::text::words::{Lang, Words};

/// Any Unicode, and lines that come close to being entries.
fn line() -> impl Strategy<Value = String> {
    let words: Vec<&str> = WORDS.iter().flat_map(Word::spellings).collect();
    let piece = prop_oneof![
        2 => prop::sample::select(words).prop_map(str::to_owned),
        6 => prop::sample::select(vec![
            "/", "、", "／", "：", ":", "+", "－", "？", "!", "×", "@", "＠", "#", "＃", "=", "<", "《", "》",
            " ", "　", "(", "（", ")", "）", "，", "|", "王小明", "王芳", "wxm", "mary", "3栋", "R1", "A", "P1",
            "12-05", "两周内", "friday", "赞成", "反对", "for", "18", "３", "99999999999", "2月30日", "物业",
            "照结", "一致", "第", "号", "\u{feff}", "\u{200d}", "\u{301}", "\u{202e}", "\u{0}", "\n",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn any_line_is_read_or_answered(line in line()) {
        let hall = Hall::new();
        match hall.read(&line) {
            Ok(Entry::Meeting(command)) => {
                // Whether the rules allow it is theirs to say, but they say it without panic.
                let _ = hall.meeting.decide(&command, meeting::after(60), meeting::BY);
            }
            Ok(Entry::Desk(_)) => {}
            Err(misread) => {
                for lang in Lang::ALL {
                    prop_assert!(!misread.tell(&Words::new(lang)).is_empty());
                }
            }
        }
    }

    #[test]
    fn what_is_offered_fits_the_line(line in line()) {
        let hall = Hall::new();
        for lang in Lang::ALL {
            let offered = complete(&line, hall.context(), &Words::new(lang));
            prop_assert!(offered.len() <= 8);
            for completion in offered {
                prop_assert!(line.is_char_boundary(completion.from), "{:?}", completion);
                prop_assert!(!completion.insert.is_empty());
            }
        }
    }

    /// Words after a speaker who is in the room are that speaker's, all of them.
    #[test]
    fn a_speaker_keeps_every_word(
        (name, person) in prop::sample::select(vec![
            ("陈桂花", CHEN), ("王小明", WANG), ("李强", LI), ("孙丽", SUN), ("周涛", ZHOU), ("赵敏", ZHAO),
        ]),
        colon in prop::sample::select(vec![":", "：", " ： "]),
        words in "[停车位先公示，。0-9a-z]{2,30}",
    ) {
        prop_assume!(!words.starts_with(' '));
        let hall = Hall::new();
        let read = hall.read(&format!("{name}{colon}{words}"));
        prop_assert_eq!(read, Ok(Entry::Meeting(by(here(person), None, &words))));
    }

    /// A leading colon takes any words as they are.
    #[test]
    fn a_colon_before_the_line_takes_it_as_it_is(words in "[-+/、:：王小明a-z0-9，]{1,20}") {
        let hall = Hall::new();
        let plain = hall.read(&format!(":{words}"));
        prop_assert_eq!(plain, hall.read(&format!("：{words}")));
    }

    /// Full-width letters, digits and marks say what their half-width counterparts say.
    #[test]
    fn width_makes_no_difference_to_commands(
        word in prop::sample::select(WORDS),
        at in any::<prop::sample::Index>(),
    ) {
        let spellings: Vec<&str> = word.spellings().collect();
        let spelling = spellings[at.index(spellings.len())];
        let wide: String = spelling.chars().map(|c| match c {
            '!'..='~' => char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c),
            other => other,
        }).collect();
        prop_assert_eq!(fold(&wide), spelling);
        prop_assert_eq!(find(&wide), Found::Verb(word.verb, ""));
    }
}

#[test]
fn a_megabyte_is_answered() {
    let hall = Hall::new();
    let words = Words::new(Lang::Zh);
    for line in [
        "字".repeat(350_000),
        ":".repeat(1_000_000),
        "/签到 ".to_owned() + &"王、".repeat(170_000),
        "/行动 ".to_owned() + &"@王 #1 <3 ".repeat(100_000),
        "/表决 ".to_owned() + &"1 ".repeat(500_000),
        "(".repeat(1_000_000),
        "+".repeat(1_000_000),
    ] {
        assert!(hall.read(&line).is_err(), "no entry is that long");
        assert!(complete(&line, hall.context(), &words).is_empty());
    }
    // The longest lines that are read.
    let text = "字".repeat(9_000);
    let said = hall.read(&format!("王小明：{text}"));
    assert_eq!(said, Ok(Entry::Meeting(by(here(WANG), None, &text))));
    let names = hall.read(&format!("/签到 {}", "何伟、".repeat(3_000)));
    let Ok(Entry::Meeting(Command::SignIn(people))) = names else { panic!("{names:?}") };
    assert_eq!(people.len(), 3_000);
    let action = hall.read(&format!("/行动 疏通 {}", "@物业 #12-05 <3 ".repeat(700)));
    let Ok(Entry::Meeting(Command::Promise(promise))) = action else { panic!("{action:?}") };
    assert_eq!((promise.what.as_str(), promise.from.len()), ("疏通", 1));
}
