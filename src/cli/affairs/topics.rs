//! `yishi topics` and `yishi topic`: what residents brought up, as a list or one wholly.

use super::{gather, topics_import};
use crate::cli::Done;
use crate::cli::args::{self, ActionsFormat};
use crate::cli::failure::Failure;
use crate::cli::output::{columns, deliver, print, tell};
use crate::cli::procedures;
use crate::cli::setting::Setting;
use crate::domain::affairs::Ground;
use crate::domain::ledger::Ledger;
use crate::domain::topic::{CaseNo, Class, Level, Topic, TopicState};
use crate::grammar::affairs::{Unchosen, choose, class, level};
use crate::phrase::affairs::choices::STATES;
use crate::phrase::affairs::topic_state;
use crate::phrase::troubles;
use crate::report::topics::{
    Board, TopicRow, csv, history, json, markdown, one as page, row_of, table,
};
use crate::store::slug::Slug;
use crate::text::pinyin::Readings;
use crate::text::width::fold;
use crate::text::words::{Words, id};

/// A community whose topics are told.
struct Told {
    id: Slug,
    name: String,
    ledger: Ledger,
    ground: Ground,
}

impl Told {
    fn read(setting: &Setting, community: &Slug) -> Result<(Self, Done), Failure> {
        let read = setting.store.affairs(community)?;
        for trouble in &read.troubles {
            tell(&troubles::store(&setting.words, trouble));
        }
        let (ground, wrong) = procedures::ground(setting, community)?;
        for wrong in &wrong {
            tell(wrong);
        }
        let done = if read.troubles.is_empty() { Done::Well } else { Done::InPart };
        let name = setting.store.read_community(community)?.name;
        Ok((Self { id: community.clone(), name, ledger: read.ledger, ground }, done))
    }

    fn board(&self) -> Board<'_> {
        Board { id: self.id.as_str(), name: &self.name, ledger: &self.ledger, ground: &self.ground }
    }
}

/// Runs `yishi topics`.
///
/// # Errors
/// When a filter is not understood, or the store cannot be read.
pub fn run(setting: &Setting, args: &args::Topics) -> Result<Done, Failure> {
    let community = match &args.community {
        Some(typed) => Some(setting.store.find_community(typed)?),
        None => None,
    };
    if let (Some(community), Some(file)) = (&community, &args.import) {
        return topics_import::run(setting, community, file);
    }
    if let (Some(community), Some(which)) = (&community, &args.gather) {
        return gather::run(setting, community, which, args.proposer.as_deref());
    }
    let filter = Filter::of(&setting.words, args)?;
    let ids = match community {
        Some(id) => vec![id],
        None => setting.store.communities()?.into_iter().map(|listed| listed.id).collect(),
    };
    let mut done = Done::Well;
    let mut all = Vec::new();
    for id in &ids {
        let (told, well) = Told::read(setting, id)?;
        done = done.and(well);
        all.push(told);
    }
    let boards: Vec<Board<'_>> = all.iter().map(Told::board).collect();
    let rows: Vec<TopicRow> = boards
        .iter()
        .flat_map(|board| board.ledger.topics.values().map(|topic| (*board, topic)))
        .filter(|(_, topic)| filter.takes(topic))
        .map(|(board, topic)| row_of(board, topic))
        .collect();
    let words = &setting.words;
    let bytes = match args.format {
        ActionsFormat::Table => {
            let width = if args.output.is_some() { None } else { columns() };
            table(words, &boards, &rows, width).into_bytes()
        }
        ActionsFormat::Md => markdown(words, &boards, &rows).into_bytes(),
        ActionsFormat::Csv => csv(words, &boards, &rows),
        ActionsFormat::Json => json(&rows).into_bytes(),
    };
    deliver(args.output.as_deref(), &bytes)?;
    Ok(done)
}

/// Which topics are told.
struct Filter {
    states: Option<Vec<TopicState>>,
    class: Option<Class>,
    level: Option<Level>,
    words: Vec<String>,
}

/// Words for topics of which something is still to be done.
const OPEN: [&str; 4] = ["open", "在办", "未了", "未办结"];

impl Filter {
    fn of(words: &Words, args: &args::Topics) -> Result<Self, Failure> {
        let told =
            |misread: crate::grammar::affairs::AffairMisread| Failure::Told(misread.tell(words));
        Ok(Self {
            states: args.state.as_deref().map(|typed| states(words, typed)).transpose()?,
            class: args.class.as_deref().map(class).transpose().map_err(told)?,
            level: args.level.as_deref().map(level).transpose().map_err(told)?,
            words: args
                .search
                .iter()
                .flat_map(|search| search.split_whitespace())
                .map(|word| fold(word).to_lowercase())
                .collect(),
        })
    }

    fn takes(&self, topic: &Topic) -> bool {
        self.states.as_ref().is_none_or(|states| states.contains(&topic.state()))
            && self.class.is_none_or(|class| topic.slip.class == Some(class))
            && self.level.is_none_or(|level| topic.level() == Some(level))
            && self.words.iter().all(|word| has(topic, word))
    }
}

/// Whether a word stands anywhere in what is told of a topic; names and the title by their pinyin,
/// too.
fn has(topic: &Topic, word: &str) -> bool {
    let slip = &topic.slip;
    let texts = [&slip.reason, &slip.suggestion, &slip.place, &slip.group, &slip.channel];
    let texts = texts.into_iter().flatten().chain([&slip.title]);
    let names = topic.proposers.iter().map(|it| &it.name);
    let units = topic.assignments.iter().map(|it| &it.unit);
    let written = |text: &String| fold(text).to_lowercase().contains(word);
    let spoken = |text: &String| word.is_ascii() && Readings::of(text).matches(word).is_some();
    topic.case.to_string() == word
        || texts.chain(names.clone()).chain(units).any(written)
        || names.chain([&slip.title]).any(spoken)
}

fn states(words: &Words, typed: &str) -> Result<Vec<TopicState>, Failure> {
    let folded = fold(typed.trim()).to_lowercase();
    if OPEN.contains(&folded.as_str()) {
        return Ok(TopicState::ALL.into_iter().filter(|state| !state.is_over()).collect());
    }
    choose(STATES, typed).map(|state| vec![state]).map_err(|unchosen| {
        let of = match unchosen {
            Unchosen::None => TopicState::ALL.to_vec(),
            Unchosen::Several(of) => of,
        };
        let names: Vec<String> = of.into_iter().map(|state| topic_state(words, state)).collect();
        let list = names.join(&words.say(id::LIST_SEPARATOR));
        let values = [("text", typed.into()), ("list", list.into())];
        Failure::Told(words.tell(id::TOPICS_NOT_A_STATE, &values))
    })
}

/// Runs `yishi topic`.
///
/// # Errors
/// When there is no such topic, or it is not clear of which community.
pub fn one(setting: &Setting, args: &args::Topic) -> Result<Done, Failure> {
    let words = &setting.words;
    let typed = fold(args.id.trim());
    let none = || Failure::Told(words.tell(id::TOPIC_NO_SUCH, &[("typed", (&args.id).into())]));
    let (community, number) = if let Some((community, number)) = typed.rsplit_once('/') {
        (setting.store.find_community(community)?, number)
    } else {
        // Where there is one community only, it need not be said.
        let mut all = setting.store.communities()?.into_iter();
        match (all.next(), all.next()) {
            (Some(only), None) => (only.id, typed.as_str()),
            _ => return Err(none()),
        }
    };
    let number = number.trim_start_matches(['#', '第']).trim_end_matches('号').to_lowercase();
    let case: CaseNo = number.parse().map_err(|_| none())?;
    let (told, done) = Told::read(setting, &community)?;
    let topic = told.ledger.find(&case).ok_or_else(none)?;
    let lines = setting.store.ledger_lines(&community)?;
    let happened = history(words, &told.ledger, &told.ground, &lines, &topic.case);
    print(page(words, told.board(), topic, &happened, columns()).as_bytes())?;
    Ok(done)
}
