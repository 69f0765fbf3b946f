//! The opinions as rows, by item and position: who voiced each, who shares it, how a question was
//! answered, and which action came of it.

use super::places::{Places, Thing};
use super::row::{Kind, Meaning, Piece, Row, push};
use crate::domain::ids::{OpinionId, PersonId};
use crate::domain::item::Item;
use crate::domain::opinion::{Earlier, Opinion, Stance};
use crate::domain::session::Session;
use crate::phrase::{comma_list, parked_name, point_name, role, stance};
use crate::report::actions::{ActionRow, state};
use crate::report::people::speaker;
use crate::report::spreadsheet;
use crate::text::width::{clean, clip, pad_left};
use crate::text::words::{Words, id};

/// Columns an author's name may take.
const AUTHOR_COLS: usize = 20;
/// What stands below an opinion begins here.
const INDENT: &str = "        ";

/// The page. `actions` are those of the meeting.
#[must_use]
pub fn rows(words: &Words, session: &Session, actions: &[ActionRow], places: &Places) -> Vec<Row> {
    let page = Page { words, session, actions, places };
    let title = words.tell(id::REVIEW_OPINIONS_TITLE, &[("title", (&session.setup.title).into())]);
    let made = places.of(Thing::Record);
    let title = Row::new(Kind::Title, made, vec![Piece::new(&title, Meaning::Strong)]);
    let mut rows = vec![title, page.sum()];
    for item in session.agenda().filter(|item| !item.opinions.is_empty()) {
        page.item(&mut rows, item);
    }
    rows
}

/// The positions, those who took none last.
fn positions() -> impl Iterator<Item = Option<Stance>> {
    Stance::ALL.into_iter().map(Some).chain([None])
}

struct Page<'a> {
    words: &'a Words,
    session: &'a Session,
    actions: &'a [ActionRow],
    places: &'a Places,
}

impl Page<'_> {
    /// How many there are, and how many of them are questions without an answer.
    fn sum(&self) -> Row {
        let opinions = || self.session.opinions.iter();
        let count = opinions().filter(|opinion| !opinion.withdrawn).count();
        let open = opinions().filter(|opinion| opinion.awaits_answer()).count();
        let withdrawn = self.session.opinions.len() - count;
        let values =
            [("count", count.into()), ("open", open.into()), ("withdrawn", withdrawn.into())];
        let told = vec![Piece::plain(&self.words.tell(id::REVIEW_OPINIONS_SUM, &values))];
        Row::new(Kind::Entry, None, told).after(vec![Piece::plain("  ")])
    }

    fn item(&self, rows: &mut Vec<Row>, item: &Item) {
        let place = self.session.place_of(item.id).unwrap_or_default();
        let values = [("place", place.into()), ("title", item.title.as_ref().into())];
        let title = self.words.tell(id::MINUTES_ITEM, &values);
        let seq = self.places.of(Thing::ItemOpened(item.id));
        let title = vec![Piece::new(&title, Meaning::Strong)];
        rows.extend([Row::blank(), Row::new(Kind::Heading, seq, title)]);
        let opinions: Vec<&Opinion> =
            item.opinions.iter().filter_map(|id| self.session.opinion(*id)).collect();
        self.points(rows, item);
        for position in positions() {
            let taken = |it: &&&Opinion| it.stance == position;
            let group: Vec<&&Opinion> = opinions.iter().filter(taken).collect();
            if group.is_empty() {
                continue;
            }
            let standing = group.iter().filter(|opinion| !opinion.withdrawn).count();
            let name = self.position(position);
            let values = [("stance", name.into()), ("count", standing.into())];
            let name = self.words.tell(id::MINUTES_STANCE, &values);
            let meaning = position.map_or(Meaning::Strong, Meaning::Stance);
            let lead = vec![Piece::plain("  ")];
            rows.push(Row::new(Kind::Group, None, vec![Piece::new(&name, meaning)]).after(lead));
            for opinion in group {
                self.opinion(rows, opinion);
            }
        }
    }

    /// What the item came down to, each point with everybody behind it.
    fn points(&self, rows: &mut Vec<Row>, item: &Item) {
        let mut points = self.session.points_of(item.id).peekable();
        if points.peek().is_none() {
            return;
        }
        let name = vec![Piece::new(&self.words.say(id::MINUTES_POINTS), Meaning::Strong)];
        rows.push(Row::new(Kind::Group, None, name).after(vec![Piece::plain("  ")]));
        for point in points {
            let seq = self.places.of(Thing::Point(point.id));
            let number = pad_left(&point_name(point.id), 5);
            let lead = vec![Piece::new(&number, Meaning::Dim), Piece::plain("   ")];
            let text = vec![Piece::new(&point.text, Meaning::Strong)];
            let supporters = self.session.supporters_of(point);
            let count = [("count", supporters.len().into())];
            let support = self.words.tell(id::POINT_SUPPORT, &count);
            let right = vec![Piece::new(&support, Meaning::Good)];
            push(rows, Row::new(Kind::Entry, seq, text).after(lead).with(right));
            let names = |people: &[PersonId]| {
                let names: Vec<String> =
                    people.iter().map(|it| speaker(self.session, *it)).collect();
                comma_list(self.words, &names)
            };
            let authors = self.session.authors_of(point);
            let numbers: Vec<String> =
                self.session.opinions_of(point).map(|it| it.id.to_string()).collect();
            let values = [
                ("names", names(&authors).into()),
                ("opinions", comma_list(self.words, &numbers).into()),
            ];
            detail(rows, seq, &self.words.tell(id::MINUTES_POINT_AUTHORS, &values));
            let others: Vec<PersonId> =
                supporters.iter().filter(|it| !authors.contains(it)).copied().collect();
            if !others.is_empty() {
                let values = [("count", supporters.len().into()), ("names", names(&others).into())];
                detail(rows, seq, &self.words.tell(id::MINUTES_POINT_SUPPORTERS, &values));
            }
            for earlier in &point.earlier {
                self.before(rows, seq, earlier, None);
            }
        }
    }

    /// A former wording and when others took its place.
    fn before(
        &self,
        rows: &mut Vec<Row>,
        seq: Option<u64>,
        earlier: &Earlier,
        now: Option<Stance>,
    ) {
        let time = ("time", earlier.until.format("%H:%M").to_string().into());
        let text = ("text", earlier.text.as_ref().into());
        let told = match earlier.stance.filter(|_| earlier.stance != now) {
            Some(position) => {
                let position = ("stance", stance(self.words, position).into());
                self.words.tell(id::MINUTES_AMENDED_STANCE, &[time, position, text])
            }
            None => self.words.tell(id::MINUTES_AMENDED, &[time, text]),
        };
        detail(rows, seq, &told);
    }

    fn position(&self, position: Option<Stance>) -> String {
        position.map_or_else(
            || self.words.say(id::MINUTES_NO_STANCE),
            |position| stance(self.words, position),
        )
    }

    fn opinion(&self, rows: &mut Vec<Row>, opinion: &Opinion) {
        let seq = self.places.of(Thing::Opinion(opinion.id));
        let meaning = if opinion.withdrawn { Meaning::Dim } else { Meaning::Plain };
        let mark = opinion.stance.map_or(' ', Stance::mark).to_string();
        let marked = opinion.stance.filter(|_| !opinion.withdrawn);
        let lead = vec![
            Piece::new(&pad_left(&opinion.id.to_string(), 5), Meaning::Dim),
            Piece::plain(" "),
            Piece::new(&mark, marked.map_or(meaning, Meaning::Stance)),
            Piece::plain(" "),
        ];
        let author = clean(&speaker(self.session, opinion.person)).into_owned();
        let mut right = vec![Piece::new(&clip(&author, AUTHOR_COLS), meaning)];
        let fate = if opinion.withdrawn {
            Some((id::OPINION_WITHDRAWN, Meaning::Dim))
        } else if opinion.reserved.is_some() {
            Some((id::OPINION_RESERVED, Meaning::Warn))
        } else if opinion.awaits_answer() {
            Some((id::OPINION_OPEN, Meaning::Warn))
        } else if opinion.amended {
            Some((id::REVIEW_AMENDED, Meaning::Dim))
        } else {
            None
        };
        if let Some((fate, meaning)) = fate {
            right.push(Piece::new(&format!(" {}", self.words.say(fate)), meaning));
        }
        let text = vec![Piece::new(&opinion.text, meaning)];
        push(rows, Row::new(Kind::Entry, seq, text).after(lead).with(right));
        self.below(rows, opinion, seq);
        self.history(rows, opinion, seq);
    }

    /// What it was before, where it came from and where it went.
    fn history(&self, rows: &mut Vec<Row>, opinion: &Opinion, seq: Option<u64>) {
        for point in &opinion.points {
            let values = [("point", point_name(*point).into())];
            detail(rows, seq, &self.words.tell(id::POINT_OF_OPINION, &values));
        }
        for earlier in &opinion.earlier {
            self.before(rows, seq, earlier, opinion.stance);
        }
        if let Some(from) = opinion.came_from {
            let place = self.session.place_of(from).unwrap_or(from.0 as usize);
            let title = self.session.item(from).map_or("?", |item| &item.title);
            let values = [("place", place.into()), ("title", title.into())];
            detail(rows, seq, &self.words.tell(id::MINUTES_CAME_FROM, &values));
        }
        if let Some(parked) = opinion.set_aside {
            let values = [("parked", parked_name(parked).into())];
            detail(rows, seq, &self.words.tell(id::MINUTES_SET_ASIDE, &values));
        }
    }

    /// Who shares it, its answer, and what came of it.
    fn below(&self, rows: &mut Vec<Row>, opinion: &Opinion, seq: Option<u64>) {
        let mut detail = |seq: Option<u64>, told: &str, meaning: Meaning| {
            let lead = vec![Piece::plain(INDENT)];
            push(rows, Row::new(Kind::Detail, seq, vec![Piece::new(told, meaning)]).after(lead));
        };
        if let Some(last) = opinion.endorsed.last() {
            let names: Vec<String> =
                opinion.endorsed.iter().map(|it| speaker(self.session, *it)).collect();
            let values =
                [("count", names.len().into()), ("names", comma_list(self.words, &names).into())];
            let told = self.words.tell(id::MINUTES_ENDORSED, &values);
            let place = self.places.of(Thing::Endorsed(opinion.id, *last));
            detail(place.or(seq), &told, Meaning::Good);
        }
        if let Some(answer) = &opinion.answer {
            let values = [("text", answer.as_ref().into())];
            let place = self.places.of(Thing::Answer(opinion.id));
            detail(place.or(seq), &self.words.tell(id::MINUTES_ANSWER, &values), Meaning::Good);
        }
        for action in actions_from(self.actions, opinion.id) {
            let values = [
                ("number", format!("A{}", action.number).into()),
                ("text", (&action.what).into()),
                ("state", state(self.words, action).into()),
            ];
            let place = self.places.of(Thing::Action(crate::domain::ids::ActionId(action.number)));
            detail(place.or(seq), &self.words.tell(id::REVIEW_LED_TO, &values), Meaning::Name);
        }
    }
}

/// Something that stands below an entry.
fn detail(rows: &mut Vec<Row>, seq: Option<u64>, told: &str) {
    let lead = vec![Piece::plain(INDENT)];
    push(rows, Row::new(Kind::Detail, seq, vec![Piece::new(told, Meaning::Dim)]).after(lead));
}

/// The actions that answer an opinion, by their number.
fn actions_from(actions: &[ActionRow], opinion: OpinionId) -> Vec<&ActionRow> {
    let mut found: Vec<&ActionRow> =
        actions.iter().filter(|action| action.opinions.contains(&opinion.0)).collect();
    found.sort_by_key(|action| action.number);
    found
}

/// The page for spreadsheets: a row for each opinion, those taken back too.
#[must_use]
pub fn csv(words: &Words, session: &Session, actions: &[ActionRow]) -> Vec<u8> {
    let heads = [
        id::ACTIONS_ITEM,
        id::ACTIONS_NUMBER,
        id::REVIEW_CSV_STANCE,
        id::REPORT_NAME,
        id::REPORT_ROLE,
        id::REVIEW_CSV_WHAT,
        id::REVIEW_CSV_ENDORSED,
        id::REVIEW_CSV_ENDORSED_BY,
        id::REVIEW_CSV_ANSWER,
        id::REVIEW_CSV_POINTS,
        id::REVIEW_CSV_ACTIONS,
        id::REPORT_STATE,
        id::REPORT_TIME,
    ];
    let heads = heads.map(|head| words.say(head));
    let places = Places::default();
    let page = Page { words, session, actions, places: &places };
    let in_order = session.agenda().flat_map(|item| {
        let of_item = move |position: Option<Stance>| {
            let all = item.opinions.iter().filter_map(|id| session.opinion(*id));
            all.filter(move |opinion| opinion.stance == position)
        };
        positions().flat_map(of_item).map(move |opinion| (item, opinion))
    });
    let rows = in_order.map(|(item, opinion)| {
        let names: Vec<String> =
            opinion.endorsed.iter().map(|person| speaker(session, *person)).collect();
        let actions: Vec<String> = actions_from(actions, opinion.id)
            .into_iter()
            .map(|action| format!("A{}", action.number))
            .collect();
        let points: Vec<String> = opinion.points.iter().map(|point| point_name(*point)).collect();
        let fate = match opinion {
            opinion if opinion.withdrawn => words.say(id::OPINION_WITHDRAWN),
            opinion if opinion.awaits_answer() => words.say(id::OPINION_OPEN),
            opinion if opinion.answer.is_some() => words.say(id::OPINION_ANSWERED),
            Opinion { set_aside: Some(parked), .. } => {
                words.tell(id::OPINION_SET_ASIDE, &[("parked", parked_name(*parked).into())])
            }
            Opinion { reserved: Some(_), .. } => words.say(id::OPINION_RESERVED),
            _ => String::new(),
        };
        [
            item.title.to_string(),
            opinion.id.to_string(),
            page.position(opinion.stance),
            speaker(session, opinion.person),
            session.person(opinion.person).map(|it| role(words, &it.role)).unwrap_or_default(),
            opinion.text.to_string(),
            names.len().to_string(),
            comma_list(words, &names),
            opinion.answer.as_deref().unwrap_or_default().to_owned(),
            points.join(" "),
            actions.join(" "),
            fate,
            opinion.at.format("%Y-%m-%d %H:%M:%S").to_string(),
        ]
    });
    spreadsheet::csv(&heads, rows)
}
