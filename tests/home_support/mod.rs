//! A home on the sample store as it lies in the repository, on a day of its own.

#![allow(dead_code, reason = "each test file uses its part")]
#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::DateTime;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use yishi::domain::record::Moment;
use yishi::store::device::Origin;
use yishi::store::index::Index;
use yishi::store::library::Store;
use yishi::store::os_disk::OsDisk;
use yishi::store::progress::Progress;
use yishi::text::words::{Lang, Words};
use yishi::tui::home::model::Model;
use yishi::tui::home::msg::{Effect, News, What};
use yishi::tui::home::stock::Stock;
use yishi::tui::home::update;
use yishi::tui::home::view::render;

/// The Tuesday after the meetings of the sample that are in session.
pub fn now() -> Moment {
    DateTime::parse_from_rfc3339("2026-11-24T09:30:00+08:00").unwrap()
}

pub fn sample() -> Index {
    index(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sample"))
}

pub fn index(root: &Path) -> Index {
    let store = Store::new(Arc::new(OsDisk), PathBuf::from(root), Origin::default());
    store.index(None, &Progress::new()).unwrap()
}

/// A dozen communities, each with the records of the sample's first.
pub fn many() -> Index {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sample/communities/jinyuan");
    let folder = tempfile::tempdir().unwrap();
    let names = [
        "安井", "北门", "翠湖", "东山", "枫林", "观水", "河滨", "锦苑", "柳岸", "梅园", "南明",
        "青石",
    ];
    for (at, name) in names.iter().enumerate() {
        let to = folder.path().join(format!("communities/c{at:02}"));
        std::fs::create_dir_all(to.join("sessions")).unwrap();
        std::fs::write(to.join("community.ron"), format!("(name: \"{name}社区\")")).unwrap();
        std::fs::copy(from.join("ledger.sample.ron"), to.join("ledger.sample.ron")).unwrap();
        for entry in std::fs::read_dir(from.join("sessions")).unwrap() {
            let entry = entry.unwrap();
            std::fs::copy(entry.path(), to.join("sessions").join(entry.file_name())).unwrap();
        }
    }
    index(folder.path())
}

/// A home and what it has asked for.
pub struct Home {
    pub model: Model,
    pub effects: Vec<Effect>,
}

impl Home {
    pub fn of(index: Index, lang: Lang) -> Self {
        Self::at(index, lang, now())
    }

    pub fn at(index: Index, lang: Lang, now: Moment) -> Self {
        let mut model = Model::new(index, Words::new(lang), now);
        model.stock = Some(Arc::new(Stock::of(&model.index)));
        Self { model, effects: Vec::new() }
    }

    pub fn sample(lang: Lang) -> Self {
        Self::of(sample(), lang)
    }

    pub fn press(&mut self, code: KeyCode) {
        self.send(KeyEvent::new(code, KeyModifiers::NONE));
    }

    pub fn ctrl(&mut self, letter: char) {
        self.send(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL));
    }

    pub fn send(&mut self, key: KeyEvent) {
        update::on_key(&mut self.model, key, &mut self.effects);
    }

    pub fn write(&mut self, text: &str) {
        for c in text.chars() {
            self.press(KeyCode::Char(c));
        }
    }

    /// Types an answer in place of what is proposed, and goes on.
    pub fn answer(&mut self, text: &str) {
        self.ctrl('u');
        self.write(text);
        self.press(KeyCode::Enter);
    }

    pub fn news(&mut self, news: News) {
        update::on_news(&mut self.model, news, &mut self.effects);
    }

    /// The latest thing asked for.
    pub fn asked(&self) -> Option<&What> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Ask(request) => Some(&request.what),
            Effect::Go(_) => None,
        })
    }

    pub fn frame(&self, width: u16, height: u16) -> (Buffer, Option<Position>) {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let caret = render(&self.model, area, &mut buf);
        (buf, caret)
    }
}
