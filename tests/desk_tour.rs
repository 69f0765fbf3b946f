//! The guide through a first meeting: whoever does word for word what it says comes to its end.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod desk_support;
#[path = "common/screen.rs"]
mod screen;

use crossterm::event::KeyCode;
use desk_support::Desk;
use yishi::domain::session::Phase;
use yishi::text::words::Lang;
use yishi::tui::desk::tour::Tour;

fn told(desk: &Desk) -> String {
    desk.model.tour.unwrap().tell(&desk.model.words, &desk.model.keys)
}

/// The keys that a sentence names, in order: `F9`, `Ctrl+N`.
fn keys_in(sentence: &str) -> Vec<&str> {
    let signs = |c: char| !(c.is_ascii_alphanumeric() || c == '+');
    let mut keys: Vec<&str> = sentence
        .split(signs)
        .filter(|word| {
            let number = word.strip_prefix('F').is_some_and(|it| it.parse::<u8>().is_ok());
            number || word.starts_with("Ctrl+")
        })
        .collect();
    keys.dedup();
    keys
}

/// What a sentence says to type: the longest text between quotation marks.
fn text_in(sentence: &str) -> Option<&str> {
    let quoted = sentence.split('“').skip(1).filter_map(|rest| rest.split('”').next());
    quoted.filter(|text| text.chars().count() > 1).max_by_key(|text| text.len())
}

fn obey(desk: &mut Desk, sentence: &str) {
    for key in keys_in(sentence) {
        match key.strip_prefix("Ctrl+") {
            Some(letter) => desk.ctrl(letter.to_lowercase().chars().next().unwrap()),
            None => desk.key(KeyCode::F(key.trim_start_matches('F').parse().unwrap())),
        }
    }
    if let Some(text) = text_in(sentence) {
        desk.write(text);
    }
    // One Enter for each thing that is read out.
    if desk.model.read_back.is_some() {
        while desk.model.read_back.is_some() {
            desk.key(KeyCode::Enter);
        }
        return;
    }
    if desk.model.panel.is_some() || !desk.model.capture.text().is_empty() {
        desk.key(KeyCode::Enter);
    }
}

#[test]
fn doing_what_it_says_runs_a_whole_meeting() {
    for lang in Lang::ALL {
        let mut desk = Desk::prepared(lang);
        desk.model.tour = Some(Tour::default());
        let mut sentence = told(&desk);
        let mut steps = 0;
        while desk.model.session().phase != Phase::Closed {
            obey(&mut desk, &sentence);
            let next = told(&desk);
            assert_ne!(next, sentence, "nothing came of it: {:?}", desk.model.notice);
            sentence = next;
            steps += 1;
        }
        assert_eq!(steps, 18);
        let session = desk.model.session();
        assert_eq!(session.people.len(), 3);
        assert_eq!(session.opinions.len(), 3);
        assert!(session.resolutions[0].vote.is_some());
        let action = &session.actions[0];
        assert!(action.owner.is_some() && action.due.is_some() && action.test.is_some());
        assert!(sentence.contains("Ctrl+Q"));
    }
}

#[test]
fn whoever_is_ahead_is_not_sent_back() {
    let mut desk = Desk::amid(Lang::Zh);
    desk.model.tour = Some(Tour::default());
    desk.key(KeyCode::Esc);
    // In the middle of this meeting people have signed in, spoken, agreed and asked; the question
    // is still open.
    assert!(told(&desk).contains("10/18"), "{}", told(&desk));
    let at = told(&desk);
    desk.ctrl('z');
    assert_eq!(told(&desk), at);
}

#[test]
fn it_is_shown_above_the_next_step() {
    for lang in Lang::ALL {
        let mut desk = Desk::prepared(lang);
        desk.model.tour = Some(Tour::default());
        let both = format!("{}\n\n{}", desk.screen(80, 24), desk.screen(120, 40));
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(format!("tour_{}", lang.code()), both);
        });
    }
}
