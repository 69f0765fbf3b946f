//! Stations, rosters, calls and reporting in: `/站点`, `/值班`, `/吹哨`, `/报到`, `/销哨`.

use chrono::{NaiveDate, Weekday};

use super::choosing::{by_name, station_kind};
use super::fields::{Field, Label, label, parted, parts_fields};
use super::misread::{AffairMisread, Kind};
use super::naming::{case_alone, count, day, leading_case, need, people, said, text};
use super::verb::{AffairVerb, word};
use super::{AffairContext, AffairEntry, Read};
use crate::domain::affairs::Affair;
use crate::domain::ledger::Ledger;
use crate::domain::nearness::CallRequest;
use crate::domain::station::{Call, CallNo, DutyDay, StationCard, StationKind};
use crate::grammar::naming::list;
use crate::grammar::preparing::is_nothing;
use crate::grammar::spot::spot;
use crate::grammar::verb::Word;
use crate::text::pinyin::Readings;
use crate::text::width::fold;
use crate::text::words::id;

/// The verbs of stations and calls.
pub const CALL_WORDS: &[Word<AffairVerb>] = &[
    word(AffairVerb::Station, &["站点", "工作室"], &["station"], id::AFFAIR_USAGE_STATION),
    word(AffairVerb::Duty, &["值班"], &["duty"], id::AFFAIR_USAGE_DUTY),
    word(AffairVerb::CallOut, &["吹哨"], &["call", "whistle"], id::AFFAIR_USAGE_CALL),
    word(AffairVerb::ReportIn, &["报到"], &["report"], id::AFFAIR_USAGE_REPORT_IN),
    word(AffairVerb::EndCall, &["销哨"], &["endcall"], id::AFFAIR_USAGE_END_CALL),
];

const PLACE: Label = label(Field::Place, &["地点", "地址"], &["place"]);

/// The fields of a station.
pub(super) const STATION: &[Label] = &[
    label(Field::Kind, &["类别", "类型"], &["kind"]),
    label(Field::Sector, &["界别"], &["sector"]),
    PLACE,
    label(Field::By, &["成员", "委员"], &["members", "people"]),
    label(Field::Communities, &["社区"], &["communities"]),
];

/// The fields of a call.
pub(super) const CALL: &[Label] = &[
    label(Field::Grid, &["网格"], &["grid"]),
    PLACE,
    label(Field::Spot, &["坐标"], &["at"]),
    label(Field::Topic, &["议题"], &["topic"]),
    label(Field::Count, &["人数"], &["count"]),
    label(Field::By, &["委员", "人员"], &["members"]),
];

/// The fields of a day of duty.
pub(super) const DUTY: &[Label] = &[
    label(Field::On, &["日期", "时间"], &["day", "on"]),
    label(Field::By, &["人员", "委员"], &["people", "members"]),
];

/// Words that mark an emergency, between two marks of their own.
const URGENT: [&str; 3] = ["紧急", "urgent", "emergency"];
/// What is written behind such a word where it is taken for a field: that it is one, or that it is none.
const YES: [&str; 4] = ["", "是", "yes", "y"];
const NO: [&str; 4] = ["否", "不是", "no", "n"];

/// What one of the verbs above asks for.
pub(super) fn entry(verb: AffairVerb, rest: &str, context: AffairContext<'_>) -> Read<AffairEntry> {
    Ok(AffairEntry::Affair(match verb {
        AffairVerb::Station => station(rest, context)?,
        AffairVerb::Duty => duty(rest, context)?,
        AffairVerb::ReportIn => report_in(rest, context)?,
        AffairVerb::EndCall => end_call(rest, context)?,
        _ => return call_out(rest, context).map(AffairEntry::Call),
    }))
}

/// The keys of people whom a list names and the community knows; a word for nobody names none.
fn keys(typed: &str, context: AffairContext<'_>) -> Read<Vec<String>> {
    if is_nothing(typed) {
        return Ok(Vec::new());
    }
    let named = people(typed, context)?.into_iter();
    named.map(|person| person.key.ok_or(AffairMisread::NobodyCalled(person.name))).collect()
}

/// `/站点 锦苑联络站；类别：联络站；地点：…；成员：王芳、李强`. What is not said of a station that is
/// there stays.
fn station(rest: &str, context: AffairContext<'_>) -> Read<Affair> {
    const VERB: AffairVerb = AffairVerb::Station;
    let parted = parted(VERB, rest)?;
    let name = need(VERB, parted.text)?.to_owned();
    let known = context.ledger.stations.get(&name).map(|station| station.card.clone());
    let kind = match (said(VERB, &parted, Field::Kind)?, &known) {
        (Some(typed), _) => station_kind(typed)?,
        (None, Some(known)) => known.kind,
        (None, None) => kind_in(&name).ok_or(AffairMisread::Incomplete(VERB))?,
    };
    let mut card = known.unwrap_or(StationCard {
        name,
        kind,
        sector: None,
        place: None,
        members: Vec::new(),
        communities: Vec::new(),
    });
    card.kind = kind;
    let some = |text: String| Some(text).filter(|text| !is_nothing(text));
    if let Some(sector) = text(VERB, &parted, Field::Sector)? {
        card.sector = some(sector);
    }
    if let Some(place) = text(VERB, &parted, Field::Place)? {
        card.place = some(place);
    }
    if let Some(members) = said(VERB, &parted, Field::By)? {
        card.members = keys(members, context)?;
    }
    if let Some(typed) = said(VERB, &parted, Field::Communities)? {
        card.communities = communities(typed, context)?;
    }
    Ok(Affair::EnterStation(card))
}

/// The kind that a name tells by how it ends.
fn kind_in(name: &str) -> Option<StationKind> {
    let ends = [
        ("工作室", StationKind::Studio),
        ("联络站", StationKind::Station),
        ("工作站", StationKind::Station),
        ("片区", StationKind::Area),
        ("议事室", StationKind::Room),
    ];
    ends.into_iter().find(|(end, _)| name.ends_with(end)).map(|(_, kind)| kind)
}

fn communities(typed: &str, context: AffairContext<'_>) -> Read<Vec<String>> {
    if is_nothing(typed) {
        return Ok(Vec::new());
    }
    let things: Vec<(String, Vec<String>)> = context
        .communities
        .iter()
        .map(|(id, name)| (id.clone(), vec![name.clone(), id.clone()]))
        .collect();
    list(typed).map(|one| by_name(Kind::Community, &things, one)).collect()
}

/// `/值班 锦苑联络站 周三 王芳、李强`; a word for nobody takes the day off the roster.
fn duty(rest: &str, context: AffairContext<'_>) -> Read<Affair> {
    const VERB: AffairVerb = AffairVerb::Duty;
    let parted = parted(VERB, rest)?;
    let (station, behind) = station_of(need(VERB, parted.text)?, context)?;
    let (when, behind) = match said(VERB, &parted, Field::On)? {
        Some(when) => (when, behind),
        None => word_and_rest(need(VERB, behind)?),
    };
    let day = duty_day(when, context.today)?;
    let who = match (said(VERB, &parted, Field::By)?, behind.trim()) {
        (Some(_), more) if !more.is_empty() => {
            return Err(AffairMisread::TooMuch(VERB, more.to_owned()));
        }
        (Some(who), _) => who,
        (None, who) => need(VERB, who)?,
    };
    Ok(Affair::SetDuty { station, day, people: keys(who, context)? })
}

fn word_and_rest(text: &str) -> (&str, &str) {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let every = ["every ", "each "].into_iter().find(|every| lower.starts_with(every));
    let from = every.map_or(0, str::len);
    let end = text.get(from..).and_then(|text| text.find(char::is_whitespace));
    end.and_then(|end| text.split_at_checked(from + end)).unwrap_or((text, ""))
}

/// The station that a text begins with: one that is known, by its whole name, else by one word.
fn station_of<'a>(typed: &'a str, context: AffairContext<'_>) -> Read<(String, &'a str)> {
    let stations = &context.ledger.stations;
    let whole = stations
        .keys()
        .filter_map(|name| Some((name, typed.strip_prefix(name.as_str())?)))
        .max_by_key(|(name, _)| name.len());
    if let Some((name, rest)) = whole {
        return Ok((name.clone(), rest));
    }
    let (word, rest) = word_and_rest(typed);
    let things: Vec<(String, Vec<String>)> =
        stations.keys().map(|name| (name.clone(), vec![name.clone()])).collect();
    Ok((by_name(Kind::Station, &things, word)?, rest))
}

const DAYS: [(Weekday, &[&str]); 7] = [
    (Weekday::Mon, &["一", "1", "mon", "monday"]),
    (Weekday::Tue, &["二", "2", "tue", "tues", "tuesday"]),
    (Weekday::Wed, &["三", "3", "wed", "wednesday"]),
    (Weekday::Thu, &["四", "4", "thu", "thur", "thurs", "thursday"]),
    (Weekday::Fri, &["五", "5", "fri", "friday"]),
    (Weekday::Sat, &["六", "6", "sat", "saturday"]),
    (Weekday::Sun, &["日", "天", "7", "sun", "sunday"]),
];

/// Every week on a day, `周三`, `每周三`, `every Wednesday`; or a date.
pub(super) fn duty_day(typed: &str, today: NaiveDate) -> Read<DutyDay> {
    let folded = fold(typed.trim()).to_lowercase();
    let bare = folded.trim_start_matches('每').trim_start_matches("every ");
    let bare = bare.trim_start_matches("each ");
    let marked = ["星期", "礼拜", "周"].into_iter().find_map(|week| bare.strip_prefix(week));
    let (name, chinese) = marked.map_or((bare, false), |name| (name, true));
    let is = |word: &&str| *word == name && chinese != (word.is_ascii() && word.len() > 1);
    let found = DAYS.into_iter().find(|(_, words)| words.iter().any(is));
    match found {
        Some((weekday, _)) => Ok(DutyDay::Weekly(weekday)),
        None => day(typed, today).map(DutyDay::On),
    }
}

/// `/吹哨 3栋水管爆裂；网格：二网格；人数：5；紧急`
fn call_out(rest: &str, context: AffairContext<'_>) -> Read<CallRequest> {
    const VERB: AffairVerb = AffairVerb::CallOut;
    let (rest, urgent) = without_urgent(rest);
    let parted = parted(VERB, &rest)?;
    let place = said(VERB, &parted, Field::Spot)?;
    let place =
        place.map(|typed| spot(typed).ok_or_else(|| AffairMisread::NotASpot(typed.to_owned())));
    let names = said(VERB, &parted, Field::By)?;
    Ok(CallRequest {
        reason: need(VERB, parted.text)?.to_owned(),
        topic: said(VERB, &parted, Field::Topic)?.map(|it| case_alone(it, context)).transpose()?,
        place: text(VERB, &parted, Field::Place)?,
        grid: text(VERB, &parted, Field::Grid)?,
        spot: place.transpose()?,
        urgent,
        count: said(VERB, &parted, Field::Count)?.map(positive).transpose()?,
        names: names.map(|names| list(names).map(str::to_owned).collect()).unwrap_or_default(),
    })
}

fn positive(typed: &str) -> Read<usize> {
    let number = count(typed)?;
    let number = usize::try_from(number).ok().filter(|number| *number > 0);
    number.ok_or_else(|| AffairMisread::NotANumber(typed.to_owned()))
}

/// The line without the words that mark an emergency, and whether there was one. Before the first
/// mark stands the reason, where people write what they like.
fn without_urgent(rest: &str) -> (String, bool) {
    let mut urgent = false;
    let mut kept = String::new();
    for (at, piece) in rest.split(parts_fields).enumerate() {
        let folded = fold(piece.trim()).to_lowercase();
        let folded = folded.trim_end_matches(['。', '.', '!']);
        let (word, answer) = folded.split_once(':').unwrap_or((folded, ""));
        let (word, answer) = (word.trim(), answer.trim());
        if at > 0 && URGENT.contains(&word) && (YES.contains(&answer) || NO.contains(&answer)) {
            urgent |= YES.contains(&answer);
            continue;
        }
        if at > 0 {
            kept.push('；');
        }
        kept.push_str(piece);
    }
    (kept, urgent)
}

/// The call that what follows a verb begins with, and the rest. Without a number it is the one that
/// is open, if only one is.
fn call<'a>(
    verb: AffairVerb,
    rest: &'a str,
    context: AffairContext<'_>,
) -> Read<(CallNo, &'a str)> {
    need(verb, rest)?;
    if let Some((typed, rest)) = leading_case(rest) {
        let call: CallNo = typed.parse().map_err(|_| AffairMisread::NotACall(typed.clone()))?;
        let known = context.ledger.find_call(&call).map(|known| known.call.clone());
        return Ok((known.unwrap_or(call), rest));
    }
    let calls = &context.ledger.calls;
    let open: Vec<&Call> = calls.values().filter(|call| call.closed.is_none()).collect();
    match open.as_slice() {
        [one] => Ok((one.call.clone(), rest)),
        _ => Err(AffairMisread::NotACall(word_and_rest(rest).0.to_owned())),
    }
}

/// `/报到 1 王芳`: one who was called, by name or by its letters.
fn report_in(rest: &str, context: AffairContext<'_>) -> Read<Affair> {
    const VERB: AffairVerb = AffairVerb::ReportIn;
    let (call, rest) = call(VERB, rest, context)?;
    let typed = need(VERB, rest)?.trim_end_matches(['。', '.']);
    let member = called_as(context.ledger, &call, typed)?;
    Ok(Affair::ReportIn { call, member })
}

/// The one of those called whom a name or its letters mean. A name that nobody of them has stays as
/// it was typed: that they were not called is told then.
///
/// # Errors
/// When several could be meant. Of two of one name who reported in already is not.
pub fn called_as(ledger: &Ledger, call: &CallNo, typed: &str) -> Result<String, AffairMisread> {
    let typed = typed.trim();
    let known = ledger.calls.get(call);
    let called = known.map_or(&[][..], |known| &known.out.members);
    let mut meant: Vec<_> = called.iter().filter(|member| member.name == typed).collect();
    if meant.is_empty() {
        let query = fold(typed);
        let fits = |name: &str| Readings::of(name).matches(&query);
        let best = called.iter().filter_map(|member| fits(&member.name)).min();
        meant = called.iter().filter(|it| best.is_some() && fits(&it.name) == best).collect();
    }
    let here = |id: &str| {
        known.is_some_and(|call| call.reported.iter().any(|(reported, _)| reported == id))
    };
    let missing: Vec<_> = meant.iter().filter(|member| !here(&member.id())).collect();
    match (meant.as_slice(), missing.as_slice()) {
        ([], _) => Ok(typed.to_owned()),
        ([one], _) => Ok(one.id()),
        (_, [one]) => Ok(one.id()),
        (several, _) => {
            let names = several.iter().map(|member| member.name.clone()).collect();
            Err(AffairMisread::SeveralPeople(typed.to_owned(), names))
        }
    }
}

/// `/销哨 1 已处置`
fn end_call(rest: &str, context: AffairContext<'_>) -> Read<Affair> {
    const VERB: AffairVerb = AffairVerb::EndCall;
    let (call, how) = call(VERB, rest, context)?;
    Ok(Affair::CloseCall { call, how: need(VERB, how)?.to_owned() })
}
