//! `yishi call`: members are called (吹哨), report in (报到), and the call ends (销哨).

use std::collections::BTreeMap;
use std::path::Path;

use super::Done;
use super::args;
use super::failure::Failure;
use super::output::{columns, deliver, print, remark, tell};
use super::procedures;
use super::reading;
use super::setting::Setting;
use crate::domain::affairs::Affair;
use crate::domain::ledger::Ledger;
use crate::domain::nearness::CallRequest;
use crate::domain::station::{Call, CallNo};
use crate::domain::topic::CaseNo;
use crate::grammar::affairs::calls::called_as;
use crate::grammar::spot::spot;
use crate::phrase::affairs::affair_refusal;
use crate::phrase::{self, troubles};
use crate::report::call_sheet::{self, MemberCard};
use crate::report::table::{Column, Table};
use crate::store::calling::Completed;
use crate::store::contacts;
use crate::store::slug::Slug;
use crate::text::width::clean;
use crate::text::words::id;

/// Runs the command.
pub fn run(setting: &Setting, args: &args::Call) -> Result<Done, Failure> {
    let (community, call) = match args.which.rsplit_once('/') {
        Some((community, number)) => (community, Some(number)),
        None => (args.which.as_str(), None),
    };
    let community = setting.store.find_community(community)?;
    let Some(number) = call else {
        return match &args.reason {
            Some(reason) => call_out(setting, &community, reason, args),
            None => list(setting, &community),
        };
    };
    if args.reason.is_some() {
        let values = [("which", (&args.which).into()), ("community", community.as_str().into())];
        return Err(Failure::Told(setting.words.tell(id::CALL_REASON_OF_ANOTHER, &values)));
    }
    let (ledger, done) = reading::ledger(setting, &community)?;
    let call = find(setting, &ledger, number)?;
    if args.reported.is_empty() && args.close.is_none() {
        return Ok(done.and(show(setting, &community, &ledger, &call, args)?));
    }
    for name in &args.reported {
        let member = called_as(&ledger, &call, name)
            .map_err(|misread| Failure::Told(misread.tell(&setting.words)))?;
        let affair = Affair::ReportIn { call: call.clone(), member };
        carry_out(setting, &community, &affair)?;
    }
    if let Some(how) = &args.close {
        let affair = Affair::CloseCall { call, how: how.clone() };
        carry_out(setting, &community, &affair)?;
    }
    Ok(done)
}

/// The call that a number means.
fn find(setting: &Setting, ledger: &Ledger, typed: &str) -> Result<CallNo, Failure> {
    let number = typed.trim().trim_start_matches(['#', '＃']).trim_end_matches('号');
    let call: Option<CallNo> = number.parse().ok();
    let call = call.ok_or_else(|| {
        let values = [("text", typed.into())];
        Failure::Told(setting.words.tell(id::CALL_NOT_A_NUMBER, &values))
    })?;
    Ok(ledger.find_call(&call).map_or(call, |known| known.call.clone()))
}

/// Asks something of the ledger, and tells what was done.
fn carry_out(setting: &Setting, community: &Slug, affair: &Affair) -> Result<Ledger, Failure> {
    let words = &setting.words;
    let (ground, wrong) = procedures::ground(setting, community)?;
    for wrong in wrong {
        tell(&wrong);
    }
    let by = setting.by(None)?;
    let now = setting.now();
    match setting.store.carry_out_affair(community, &ground, affair, now, &by)? {
        Ok((line, ledger)) => {
            for event in &line.events {
                let told = phrase::affairs::ledger_event(words, &ledger, &ground, event);
                print(format!("{}\n", clean(&told)).as_bytes())?;
            }
            Ok(ledger)
        }
        Err(refusal) => {
            let (ledger, _) = reading::ledger(setting, community)?;
            Err(Failure::Told(affair_refusal(words, &ledger, &ground, &refusal)))
        }
    }
}

/// `yishi call COMMUNITY REASON`
fn call_out(
    setting: &Setting,
    community: &Slug,
    reason: &str,
    args: &args::Call,
) -> Result<Done, Failure> {
    let words = &setting.words;
    let told = |id, text: &str| Failure::Told(words.tell(id, &[("text", text.into())]));
    let place =
        |typed: &String| spot(typed).ok_or_else(|| told(id::AFFAIR_MISREAD_NOT_A_SPOT, typed));
    let topic = |typed: &String| -> Result<CaseNo, Failure> {
        let number = typed.trim().trim_start_matches(['#', '＃']).trim_end_matches('号');
        number.parse().map_err(|_| told(id::AFFAIR_MISREAD_NOT_A_CASE, typed))
    };
    let request = CallRequest {
        reason: reason.to_owned(),
        topic: args.topic.as_ref().map(topic).transpose()?,
        place: args.place.clone(),
        grid: args.grid.clone(),
        spot: args.at.as_ref().map(place).transpose()?,
        urgent: args.urgent,
        count: args.count.map(usize::from),
        names: args.member.clone(),
    };
    let completed = setting.store.complete_call(community, &request)?;
    let (out, wrong) = match completed {
        Completed::Call { out, troubles } => (out, troubles),
        Completed::NoSuchMember(name) => {
            let values = [("name", (&name).into())];
            return Err(Failure::Told(words.tell(id::CALL_NO_SUCH_MEMBER, &values)));
        }
    };
    for trouble in &wrong {
        tell(&troubles::store(words, trouble));
    }
    let nobody = phrase::grid_of_nobody(words, &out);
    let ledger = carry_out(setting, community, &Affair::CallOut(out))?;
    if let Some(nobody) = nobody {
        remark(&nobody);
    }
    let made = ledger.calls.values().max_by_key(|call| (call.at, call.call.number));
    let Some(call) = made else { return Ok(Done::Well) };
    let table = members(setting, community, call);
    print(format!("\n{table}").as_bytes())?;
    let command = setting.command(&format!("call {community}/{} --sheet", call.call));
    remark(&words.tell(id::CALL_HOW_ON, &[("command", command.into())]));
    Ok(if wrong.is_empty() { Done::Well } else { Done::InPart })
}

/// `yishi call COMMUNITY`: every call, the latest first.
fn list(setting: &Setting, community: &Slug) -> Result<Done, Failure> {
    let words = &setting.words;
    let (ledger, done) = reading::ledger(setting, community)?;
    if ledger.calls.is_empty() {
        let command =
            setting.command(&format!("call {community} \"{}\"", words.say(id::CALL_REASON)));
        remark(&words.tell(id::CALL_LIST_NONE, &[("command", command.into())]));
        return Ok(done);
    }
    let mut table = Table::new(vec![
        Column::number(words.say(id::CALL_COLUMN_NUMBER)),
        Column::fixed(words.say(id::CALL_AT)),
        Column::flexible(words.say(id::CALL_REASON)),
        Column::fixed(words.say(id::CALL_LIST_REPORTED)),
        Column::flexible(words.say(id::CALL_CLOSED)),
    ]);
    let mut calls: Vec<&Call> = ledger.calls.values().collect();
    calls.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| b.call.cmp(&a.call)));
    for call in calls {
        let closed = call.closed.as_ref().map(|(_, how)| how.clone());
        table.row([
            call.call.to_string(),
            call.at.format("%Y-%m-%d %H:%M").to_string(),
            reason(setting, call),
            format!("{}/{}", call.reported.len(), call.out.members.len()),
            closed.unwrap_or_else(|| words.say(id::CALL_OPEN)),
        ]);
    }
    print(table.render(columns()).as_bytes())?;
    Ok(done)
}

/// The reason, marked where it is urgent.
fn reason(setting: &Setting, call: &Call) -> String {
    if !call.out.urgent {
        return call.out.reason.clone();
    }
    let mark = setting.words.say(id::CALL_URGENT_SHORT);
    phrase::bracketed(&setting.words, &call.out.reason, &mark)
}

/// `yishi call COMMUNITY/1`
fn show(
    setting: &Setting,
    community: &Slug,
    ledger: &Ledger,
    number: &CallNo,
    args: &args::Call,
) -> Result<Done, Failure> {
    let words = &setting.words;
    let Some(call) = ledger.calls.get(number) else {
        let refusal = crate::domain::affairs::CallRefusal::NoSuchCall(number.clone());
        return Err(Failure::Told(phrase::call_refusal(words, ledger, &refusal)));
    };
    let title = call.out.topic.as_ref().and_then(|case| ledger.topics.get(case));
    let title = title.map(|topic| topic.slip.title.as_str());
    if args.sheet || args.output.is_some() {
        let name = setting.store.read_community(community)?.name;
        let (cards, done) = cards(setting, community, call, true);
        let sheet = call_sheet::markdown(words, &name, call, title, &cards);
        deliver(args.output.as_deref().map(Path::new), sheet.as_bytes())?;
        return Ok(done);
    }
    let mut text = format!("{}  {}\n", call.call, reason(setting, call));
    for (label, value) in call_sheet::about(words, call, title) {
        let values = [("label", label.into()), ("value", value.into())];
        text.push_str(&words.tell(id::REPORT_FIELD, &values));
        text.push('\n');
    }
    let text: Vec<String> = text.lines().map(|line| clean(line).into_owned()).collect();
    let table = members(setting, community, call);
    print(format!("{}\n\n{table}", text.join("\n")).as_bytes())?;
    Ok(Done::Well)
}

/// Those called, the nearest first, and when they reported in.
fn members(setting: &Setting, community: &Slug, call: &Call) -> String {
    let words = &setting.words;
    let (cards, _) = cards(setting, community, call, false);
    let mut table = Table::new(vec![
        Column::fixed(words.say(id::CALL_COLUMN_NAME)),
        Column::flexible(words.say(id::CALL_COLUMN_SECTOR)),
        Column::flexible(words.say(id::CALL_COLUMN_COMMUNITY)),
        Column::fixed(words.say(id::CALL_COLUMN_NEAR)),
        Column::fixed(words.say(id::CALL_COLUMN_REPORTED)),
    ]);
    let unknown = MemberCard::default();
    for member in &call.out.members {
        let id = member.id();
        let card = cards.get(&id).unwrap_or(&unknown);
        let reported = call.reported.iter().find(|(who, _)| *who == id);
        table.row([
            member.name.clone(),
            card.sector.clone().unwrap_or_default(),
            card.community.clone().unwrap_or_default(),
            phrase::near(words, member.near),
            reported.map(|(_, at)| at.format("%m-%d %H:%M").to_string()).unwrap_or_default(),
        ]);
    }
    table.render(columns())
}

/// What is known of those called, each from the ledger and the contacts of their community.
fn cards(
    setting: &Setting,
    community: &Slug,
    call: &Call,
    phones: bool,
) -> (BTreeMap<String, MemberCard>, Done) {
    let mut cards = BTreeMap::new();
    let mut done = Done::Well;
    let mut homes: Vec<Option<&str>> =
        call.out.members.iter().map(|member| member.community.as_deref()).collect();
    homes.sort_unstable();
    homes.dedup();
    for home in homes {
        // A community that is gone, or was never one, tells nothing.
        let Ok(id) = home.map_or_else(|| Ok(community.clone()), Slug::parse) else { continue };
        let read = match setting.store.ledger(&id) {
            Ok(read) => read,
            Err(error) => {
                tell(&troubles::store(&setting.words, &error));
                done = Done::InPart;
                continue;
            }
        };
        let numbers = if phones {
            let path = setting.store.layout().contacts_file(&id);
            match contacts::read(setting.store.disk().as_ref(), &path) {
                Ok(contacts) => contacts.phones,
                Err(error) => {
                    tell(&troubles::store(&setting.words, &error.into()));
                    done = Done::InPart;
                    BTreeMap::new()
                }
            }
        } else {
            BTreeMap::new()
        };
        let name = home.map(|id_text| {
            let described = setting.store.read_community(&id);
            described.map_or_else(|_| id_text.to_owned(), |community| community.name)
        });
        for member in call.out.members.iter().filter(|it| it.community.as_deref() == home) {
            let card = MemberCard {
                sector: read.ledger.people.get(&member.key).and_then(|it| it.sector.clone()),
                community: name.clone(),
                phone: numbers.get(&member.key).cloned(),
            };
            cards.insert(member.id(), card);
        }
    }
    (cards, done)
}
