//! `yishi list`: communities, sessions, people.

use super::Done;
use super::args::{self, Kind};
use super::failure::Failure;
use super::output::{columns, print, print_line, remark};
use super::reading;
use super::setting::Setting;
use crate::domain::ledger::KnownPerson;
use crate::phrase;
use crate::phrase::troubles;
use crate::report::table::{Column, Table};
use crate::store::ledgers::in_order;
use crate::store::session_name::SessionName;
use crate::store::slug::Slug;
use crate::text::width::clean;
use crate::text::words::id;

/// Sessions shown beside the communities.
const LATEST: usize = 10;

/// Runs the command.
pub fn run(setting: &Setting, args: &args::List) -> Result<Done, Failure> {
    let community = match &args.community {
        Some(typed) => Some(setting.store.find_community(typed)?),
        None => None,
    };
    match args.kind {
        Some(Kind::Communities) => communities(setting),
        Some(Kind::Sessions) => sessions(setting, &setting.store.sessions(community.as_ref())?),
        Some(Kind::People) => {
            if let Some(community) = community {
                return people(setting, &community);
            }
            let mut done = Done::Well;
            for listed in setting.store.communities()? {
                print_line(&clean(listed.name()))?;
                done = done.and(people(setting, &listed.id)?);
            }
            Ok(done)
        }
        None => {
            let done = communities(setting)?;
            let mut names = setting.store.sessions(None)?;
            names.truncate(LATEST);
            if names.is_empty() {
                return Ok(done);
            }
            print_line("")?;
            Ok(done.and(sessions(setting, &names)?))
        }
    }
}

fn communities(setting: &Setting) -> Result<Done, Failure> {
    let words = &setting.words;
    let communities = setting.store.communities()?;
    if communities.is_empty() {
        remark(&words.say(id::LIST_NO_COMMUNITY));
        return Ok(Done::Well);
    }
    let mut table = Table::new(vec![
        Column::fixed(words.say(id::LIST_ID)),
        Column::flexible(words.say(id::LIST_NAME)),
        Column::number(words.say(id::LIST_SESSIONS)),
        Column::flexible(words.say(id::LIST_REGION)),
    ]);
    let mut done = Done::Well;
    for listed in &communities {
        let region = match &listed.community {
            Ok(community) => community.region.clone().unwrap_or_default(),
            Err(error) => {
                done = Done::InPart;
                troubles::store(words, error)
            }
        };
        let count = setting.store.sessions(Some(&listed.id))?.len().to_string();
        table.row([listed.id.as_str(), listed.name(), &count, &region]);
    }
    print(table.render(columns()).as_bytes())?;
    Ok(done)
}

fn sessions(setting: &Setting, names: &[SessionName]) -> Result<Done, Failure> {
    let words = &setting.words;
    if names.is_empty() {
        remark(&words.say(id::LIST_NO_SESSION));
        return Ok(Done::Well);
    }
    let mut table = Table::new(vec![
        Column::fixed(words.say(id::LIST_SESSION)),
        Column::flexible(words.say(id::LIST_TITLE)),
        Column::fixed(words.say(id::LIST_PHASE)),
        Column::number(words.say(id::LIST_ACTIONS)),
    ]);
    let mut done = Done::Well;
    for name in names {
        let shown = name.to_string();
        match setting.store.read_session(name) {
            Ok(read) => {
                let session = read.meeting.session();
                let standing = session.actions.iter().filter(|it| it.dropped.is_none()).count();
                let phase = phrase::phase(words, session.phase);
                table.row([shown, session.setup.title.clone(), phase, standing.to_string()]);
            }
            Err(error) => {
                done = Done::InPart;
                table.row([shown, troubles::store(words, &error), String::new(), String::new()]);
            }
        }
    }
    print(table.render(columns()).as_bytes())?;
    Ok(done)
}

/// Everybody a community knows.
pub fn people(setting: &Setting, community: &Slug) -> Result<Done, Failure> {
    let words = &setting.words;
    let (ledger, done) = reading::ledger(setting, community)?;
    let people = in_order(ledger.people.into_values());
    if people.is_empty() {
        let values = [("name", community.as_str().into())];
        remark(&words.tell(id::LIST_NO_PEOPLE, &values));
        return Ok(done);
    }
    print(people_table(setting, &people).render(columns()).as_bytes())?;
    Ok(done)
}

/// People in rows. Sector and grid have a column as soon as they are known of somebody.
fn people_table(setting: &Setting, people: &[KnownPerson]) -> Table {
    let words = &setting.words;
    let sectors = people.iter().any(|person| person.sector.is_some());
    let grids = people.iter().any(|person| person.grid.is_some());
    let mut heads = vec![
        Column::fixed(words.say(id::LIST_PERSON)),
        Column::fixed(words.say(id::LIST_ROLE)),
        Column::flexible(words.say(id::LIST_HOUSEHOLD)),
    ];
    heads.extend(sectors.then(|| Column::flexible(words.say(id::LIST_SECTOR))));
    heads.extend(grids.then(|| Column::flexible(words.say(id::LIST_GRID))));
    let mut table = Table::new(heads);
    for person in people {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let mut cells =
            vec![person.name.clone(), phrase::role(words, &person.role), text(&person.household)];
        cells.extend(sectors.then(|| text(&person.sector)));
        cells.extend(grids.then(|| text(&person.grid)));
        table.row(cells);
    }
    table
}
