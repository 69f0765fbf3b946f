//! What is under the bar, in full, beside the list of a wide screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::list::day;
use crate::domain::digest::Course;
use crate::domain::ids::ActionId;
use crate::phrase;
use crate::text::dates::long_date;
use crate::text::words::{Id, id};
use crate::tui::home::model::Model;
use crate::tui::home::overview::{self, At, Entry};
use crate::tui::paint::{piece, plain, put_all, wrapped};

/// Most rows a text takes.
const TEXT_ROWS: usize = 6;

/// Draws it.
pub fn draw(model: &Model, area: Rect, buf: &mut Buffer) {
    let cols = usize::from(area.width);
    let mut page = Page { model, cols, rows: Vec::new() };
    match model.chosen() {
        Some(Entry::Meeting(at)) => page.meeting(at),
        Some(Entry::Action(at, action)) => page.action(at, action),
        Some(Entry::Community(at)) => page.community(at),
        Some(Entry::Hit(meeting, place)) => page.hit(meeting, place),
        Some(Entry::Offer(_) | Entry::More(..)) | None => {}
    }
    put_all(buf, area, page.rows);
}

struct Page<'a> {
    model: &'a Model,
    cols: usize,
    rows: Vec<Line<'static>>,
}

impl Page<'_> {
    fn text(&mut self, text: &str, style: Style) {
        let rows = wrapped(text, self.cols, TEXT_ROWS);
        self.rows.extend(rows.iter().map(|row| Line::from(piece(row, style))));
    }

    fn field(&mut self, label: Id, value: &str) {
        let label = self.model.words.say(label);
        let told = self
            .model
            .words
            .tell(id::REPORT_FIELD, &[("label", label.into()), ("value", value.into())]);
        self.text(&told, Style::new());
    }

    fn gap(&mut self) {
        self.rows.push(Line::default());
    }

    fn meeting(&mut self, at: At) {
        let (words, theme) = (&self.model.words, &self.model.theme);
        let index = &self.model.index;
        let (Some(digest), Some(folder)) =
            (overview::digest(index, at), overview::folder(index, at.folder))
        else {
            return;
        };
        self.text(&digest.title, theme.strong);
        self.text(folder.name(), Style::new());
        let when = format!("{} {}", long_date(digest.on, words.lang()), day(self.model, digest.on));
        self.text(&when, Style::new());
        if let Some(place) = &digest.place {
            self.field(id::REPORT_PLACE, place);
        }
        if let Some(facilitator) = &digest.facilitator {
            self.field(id::REPORT_FACILITATOR, facilitator);
        }
        self.field(id::REPORT_STATE, &phrase::phase(words, digest.phase));
        self.gap();
        for (number, item) in digest.items.iter().enumerate() {
            let course = match item.course {
                Course::Waiting => String::new(),
                Course::Open => words.say(id::HOME_ITEM_OPEN),
                Course::Ended(outcome) => phrase::outcome(words, outcome),
            };
            let told = format!("{}. {}  {course}", number + 1, item.title);
            self.text(told.trim_end(), Style::new());
        }
        if !digest.attended.is_empty() {
            self.gap();
            let values = [
                ("people", digest.attended.len().into()),
                ("opinions", digest.opinions.into()),
                ("resolutions", digest.resolutions.into()),
            ];
            self.text(&words.tell(id::HOME_MEETING_COUNTS, &values), theme.dim);
        }
        self.gap();
        for action in &digest.actions {
            self.brief(at, action.id);
        }
    }

    /// An action in a line, with where it stands.
    fn brief(&mut self, at: At, number: ActionId) {
        let words = &self.model.words;
        let Some((action, state)) = overview::action(&self.model.index, at, number) else { return };
        let state = phrase::action_state(words, state);
        let told = format!("{} {}  {state}", phrase::action_name(number), action.what);
        self.text(&told, Style::new());
    }

    fn action(&mut self, at: At, number: ActionId) {
        let (words, theme) = (&self.model.words, &self.model.theme);
        let index = &self.model.index;
        let Some((action, state)) = overview::action(index, at, number) else { return };
        self.text(&action.what, theme.strong);
        self.gap();
        if let Some(owner) = &action.owner {
            self.field(id::HOME_OWNER, owner);
        }
        if let Some(due) = action.due {
            let told = format!("{}  {}", long_date(due, words.lang()), day(self.model, due));
            self.field(id::HOME_DUE, &told);
        }
        self.field(id::REPORT_STATE, &phrase::action_state(words, state));
        let folder = overview::folder(index, at.folder);
        let session = folder.and_then(|folder| folder.sessions().get(at.session));
        if let (Some(folder), Some(session)) = (folder, session)
            && let Some(news) = folder.news_of(session.id(), number)
        {
            let at = news.at.format("%Y-%m-%d");
            let note = news.note.as_deref().unwrap_or_default();
            self.text(format!("{at}  {}  {note}", news.by).trim_end(), theme.dim);
        }
        if let (Some(folder), Some(digest)) = (folder, overview::digest(index, at)) {
            self.gap();
            self.text(&format!("{}  {}", folder.name(), digest.title), Style::new());
            self.text(&long_date(digest.on, words.lang()), theme.dim);
        }
    }

    fn community(&mut self, at: usize) {
        let (words, theme) = (&self.model.words, &self.model.theme);
        let Some(folder) = overview::folder(&self.model.index, at) else { return };
        self.text(folder.name(), theme.strong);
        if let Some(region) = folder.card().and_then(|card| card.region.clone()) {
            self.text(&region, Style::new());
        }
        let values =
            [("meetings", folder.sessions().len().into()), ("people", folder.people().into())];
        self.text(&words.tell(id::HOME_COMMUNITY_COUNTS, &values), Style::new());
        self.gap();
        let latest = folder.sessions().iter().rev().filter_map(|leaf| leaf.content());
        for digest in latest.take(usize::from(u8::MAX)) {
            self.rows.push(Line::from(plain(&format!("{}  {}", digest.on, digest.title))));
        }
    }

    fn hit(&mut self, meeting: usize, place: usize) {
        let theme = &self.model.theme;
        let Some(found) = self.model.search.found.get(meeting) else { return };
        let Some(hit) = found.hits.get(place) else { return };
        self.text(&found.title, theme.strong);
        self.text(&found.community, Style::new());
        self.text(
            &format!("{}  {}", hit.at.format("%Y-%m-%d"), hit.at.format("%H:%M:%S")),
            theme.dim,
        );
        self.gap();
        self.text(&hit.told, Style::new());
    }
}
