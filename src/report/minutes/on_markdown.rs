//! Minutes as a Markdown document.

use super::{Cells, Shape, Sheet};
use crate::report::markup;
use crate::text::words::{Id, Words, id};

/// A document that grows.
#[derive(Default)]
pub(super) struct Markdown {
    pub(super) text: String,
}

impl Markdown {
    fn put(&mut self, parts: &[&str]) {
        self.text.extend(parts.iter().copied());
    }
}

impl Sheet for Markdown {
    fn recorded(&self, text: &str) -> String {
        markup::text(text)
    }

    fn title(&mut self, text: &str) {
        self.put(&["# ", text, "\n\n"]);
    }

    fn warning(&mut self, text: &str) {
        self.put(&["> ", text, "\n\n"]);
    }

    fn heading(&mut self, text: &str) {
        self.put(&["\n## ", text, "\n\n"]);
    }

    fn item(&mut self, text: &str, _: Option<u64>, first: bool) {
        self.put(&[if first { "" } else { "\n" }, "### ", text, "\n\n"]);
    }

    fn group(&mut self, text: &str) {
        self.put(&["\n**", text, "**\n\n"]);
    }

    fn field(&mut self, words: &Words, label: Id, value: &str, seq: Option<u64>) {
        let values = [("label", words.say(label).into()), ("value", value.into())];
        self.entry(&words.tell(id::REPORT_FIELD, &values), seq);
    }

    fn entry(&mut self, text: &str, _: Option<u64>) {
        self.put(&["- ", text, "\n"]);
    }

    fn detail(&mut self, text: &str, _: Option<u64>) {
        self.put(&["  - ", text, "\n"]);
    }

    fn sentence(&mut self, text: &str) {
        self.put(&[text, "\n"]);
    }

    fn gap(&mut self) {
        self.put(&["\n"]);
    }

    fn table(&mut self, _: Shape, heads: &[String], rows: &[Cells]) {
        self.put(&[&markup::head(heads)]);
        for (_, cells) in rows {
            self.put(&[&markup::row(cells)]);
        }
    }

    fn origin(&mut self, text: &str) {
        self.put(&["\n---\n\n", text, "\n"]);
    }
}
