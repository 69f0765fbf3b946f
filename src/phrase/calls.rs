//! Words for stations, rosters and calls (站点、值班、吹哨报到).

use chrono::Weekday;

use super::comma_list;
use crate::domain::affairs::CallRefusal;
use crate::domain::ledger::Ledger;
use crate::domain::nearness::MOST_CALLED;
use crate::domain::station::{CallOut, DutyDay, Near, StationKind};
use crate::text::words::{Id, Value, Words, id};

/// How near somebody lives: `同网格`, `600 米内`, `1.2 公里内`.
#[must_use]
pub fn near(words: &Words, near: Near) -> String {
    match near {
        Near::SameGrid => words.say(id::NEAR_SAME_GRID),
        Near::SameCommunity => words.say(id::NEAR_SAME_COMMUNITY),
        Near::Metres(metres) if metres < 1_000 => {
            words.tell(id::NEAR_METRES, &[("metres", metres.into())])
        }
        Near::Metres(metres) => {
            let kilometres = format!("{}.{}", metres / 1_000, metres % 1_000 / 100);
            words.tell(id::NEAR_KILOMETRES, &[("kilometres", kilometres.into())])
        }
        Near::Unknown => words.say(id::NEAR_UNKNOWN),
    }
}

/// That a call names a grid in which none of those called is known to live: perhaps it is called
/// otherwise.
#[must_use]
pub fn grid_of_nobody(words: &Words, call: &CallOut) -> Option<String> {
    let grid = call.grid.as_deref()?;
    let nobody = call.members.iter().all(|member| member.near != Near::SameGrid);
    nobody.then(|| words.tell(id::CALL_GRID_OF_NOBODY, &[("grid", grid.into())]))
}

/// What kind of place a station is.
#[must_use]
pub fn station_kind(words: &Words, kind: StationKind) -> String {
    words.say(match kind {
        StationKind::Studio => id::STATION_STUDIO,
        StationKind::Station => id::STATION_STATION,
        StationKind::Area => id::STATION_AREA,
        StationKind::Room => id::STATION_ROOM,
    })
}

/// A day of the week.
#[must_use]
pub fn weekday(words: &Words, day: Weekday) -> String {
    words.say(match day {
        Weekday::Mon => id::WEEKDAY_MON,
        Weekday::Tue => id::WEEKDAY_TUE,
        Weekday::Wed => id::WEEKDAY_WED,
        Weekday::Thu => id::WEEKDAY_THU,
        Weekday::Fri => id::WEEKDAY_FRI,
        Weekday::Sat => id::WEEKDAY_SAT,
        Weekday::Sun => id::WEEKDAY_SUN,
    })
}

/// When somebody is on duty: `每周三`, `2026-11-25`.
#[must_use]
pub fn duty_day(words: &Words, day: DutyDay) -> String {
    match day {
        DutyDay::On(date) => date.to_string(),
        DutyDay::Weekly(day) => words.tell(id::DUTY_WEEKLY, &[("day", weekday(words, day).into())]),
    }
}

/// Names of people by key; a key that nobody has stands for itself.
#[must_use]
pub fn names_of(words: &Words, ledger: &Ledger, keys: &[String]) -> String {
    let names: Vec<&str> = keys
        .iter()
        .map(|key| ledger.people.get(key).map_or(key.as_str(), |it| it.name.as_str()))
        .collect();
    comma_list(words, &names)
}

/// Why something about a station or a call was refused, and what to do next.
#[must_use]
pub fn call_refusal(words: &Words, ledger: &Ledger, refusal: &CallRefusal) -> String {
    let tell = |message: Id, values: &[(&'static str, Value<'_>)]| words.tell(message, values);
    let named = |message: Id, name: &str| words.tell(message, &[("name", name.into())]);
    match refusal {
        CallRefusal::NoSuchStation(name) => {
            let known: Vec<&str> = ledger.stations.keys().map(String::as_str).collect();
            if known.is_empty() {
                return named(id::CALL_NO_STATION_YET, name);
            }
            let list = comma_list(words, &known);
            tell(id::CALL_NO_SUCH_STATION, &[("name", name.into()), ("list", list.into())])
        }
        CallRefusal::NobodyKnown(name) => named(id::CALL_NOBODY_KNOWN, name),
        CallRefusal::NotAnArea(name) => named(id::CALL_NOT_AN_AREA, name),
        CallRefusal::NoCommunities(name) => named(id::CALL_NO_COMMUNITIES, name),
        CallRefusal::NoChange => words.say(id::CALL_NO_CHANGE),
        CallRefusal::NobodyToCall => words.say(id::CALL_NOBODY_TO_CALL),
        CallRefusal::TooMany(given) => {
            tell(id::CALL_TOO_MANY, &[("given", (*given).into()), ("most", MOST_CALLED.into())])
        }
        CallRefusal::NoSuchCall(call) => {
            let known: Vec<String> = ledger.calls.keys().map(ToString::to_string).collect();
            let call = ("call", call.to_string().into());
            if known.is_empty() {
                return tell(id::CALL_NONE_YET, &[call]);
            }
            tell(id::CALL_NO_SUCH_CALL, &[call, ("list", comma_list(words, &known).into())])
        }
        CallRefusal::Closed(call) => tell(id::CALL_IS_CLOSED, &[("call", call.to_string().into())]),
        CallRefusal::NotCalled { call, member } => {
            let known = ledger.calls.get(call);
            let called: Vec<&str> = known
                .iter()
                .flat_map(|known| &known.out.members)
                .map(|member| member.name.as_str())
                .collect();
            let name = ledger.people.get(member).map_or(member.as_str(), |it| it.name.as_str());
            let values = [
                ("call", call.to_string().into()),
                ("name", name.into()),
                ("list", comma_list(words, &called).into()),
            ];
            tell(id::CALL_NOT_CALLED, &values)
        }
        CallRefusal::AlreadyReported { call, name } => {
            let values = [("call", call.to_string().into()), ("name", name.into())];
            tell(id::CALL_ALREADY_REPORTED, &values)
        }
    }
}
