//! `yishi stations`: the places where members meet residents, and who is on duty in the days to come.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::{Datelike as _, Days, NaiveDate};

use super::Done;
use super::args;
use super::failure::Failure;
use super::output::{columns, print, print_line, remark};
use super::reading;
use super::setting::Setting;
use crate::domain::ledger::Ledger;
use crate::domain::station::Station;
use crate::phrase::{self, comma_list, names_of};
use crate::report::table::{Column, Table};
use crate::store::slug::Slug;
use crate::text::dates::parse_date;
use crate::text::width::clean;
use crate::text::words::id;

/// Days of the roster that are shown.
const WEEK: u64 = 7;

/// Runs the command.
pub fn run(setting: &Setting, args: &args::Stations) -> Result<Done, Failure> {
    let from = match &args.on {
        None => setting.today(),
        Some(typed) => parse_date(typed, setting.today()).map_err(|_| {
            let values = [("text", typed.into())];
            Failure::Told(setting.words.tell(id::AFFAIR_MISREAD_NOT_A_DATE, &values))
        })?,
    };
    let listed = setting.store.communities()?;
    let names: BTreeMap<&str, &str> = listed.iter().map(|it| (it.id.as_str(), it.name())).collect();
    if let Some(typed) = &args.community {
        let community = setting.store.find_community(typed)?;
        return of_community(setting, &community, &names, from);
    }
    let mut done = Done::Well;
    for (at, it) in listed.iter().enumerate() {
        if at > 0 {
            print_line("")?;
        }
        print_line(&clean(it.name()))?;
        done = done.and(of_community(setting, &it.id, &names, from)?);
    }
    Ok(done)
}

fn of_community(
    setting: &Setting,
    community: &Slug,
    names: &BTreeMap<&str, &str>,
    from: NaiveDate,
) -> Result<Done, Failure> {
    let words = &setting.words;
    let (ledger, done) = reading::ledger(setting, community)?;
    if ledger.stations.is_empty() {
        let command = setting.command(&format!("enter {community}"));
        remark(&words.tell(id::STATIONS_NONE, &[("command", command.into())]));
        return Ok(done);
    }
    let mut table = Table::new(vec![
        Column::fixed(words.say(id::STATIONS_NAME)),
        Column::fixed(words.say(id::STATIONS_KIND)),
        Column::flexible(words.say(id::LIST_SECTOR)),
        Column::flexible(words.say(id::CALL_PLACE)),
        Column::flexible(words.say(id::STATIONS_MEMBERS)),
        Column::flexible(words.say(id::STATIONS_COMMUNITIES)),
    ]);
    for Station { card, .. } in ledger.stations.values() {
        let grouped: Vec<&str> = card
            .communities
            .iter()
            .map(|it| names.get(it.as_str()).copied().unwrap_or(it))
            .collect();
        table.row([
            card.name.clone(),
            phrase::station_kind(words, card.kind),
            card.sector.clone().unwrap_or_default(),
            card.place.clone().unwrap_or_default(),
            names_of(words, &ledger, &card.members),
            comma_list(words, &grouped),
        ]);
    }
    let mut text = table.render(columns());
    text.push('\n');
    text.push_str(&roster(setting, &ledger, from));
    print(text.as_bytes())?;
    Ok(done)
}

/// Who is on duty in the week from a day on, a line a station and day.
fn roster(setting: &Setting, ledger: &Ledger, from: NaiveDate) -> String {
    let words = &setting.words;
    let mut table = Table::new(vec![
        Column::fixed(words.say(id::STATIONS_DAY)),
        Column::fixed(words.say(id::STATIONS_NAME)),
        Column::flexible(words.say(id::STATIONS_ON_DUTY)),
    ]);
    for day in (0..WEEK).filter_map(|after| from.checked_add_days(Days::new(after))) {
        for station in ledger.stations.values() {
            let people = station.on_duty(day);
            if people.is_empty() {
                continue;
            }
            let weekday = phrase::weekday(words, day.weekday());
            let mut told = format!("{} {weekday}", day.format("%m-%d"));
            if day == setting.today() {
                // Writing to a String does not fail.
                let _ = write!(told, " {}", words.say(id::STATIONS_TODAY));
            }
            table.row([told, station.card.name.clone(), names_of(words, ledger, people)]);
        }
    }
    if table.is_empty() {
        return format!("{}\n", words.say(id::STATIONS_NOBODY_ON_DUTY));
    }
    table.render(columns())
}
