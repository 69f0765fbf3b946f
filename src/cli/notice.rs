//! `yishi notice` and `yishi signin`: the papers that go out before a meeting.

use std::collections::BTreeMap;
use std::path::Path;

use super::Done;
use super::args;
use super::failure::Failure;
use super::output::{deliver, print, remark, tell};
use super::reading;
use super::setting::Setting;
use crate::domain::command::Command;
use crate::domain::notice::state;
use crate::phrase::{self, notice_state, troubles};
use crate::report::{notice, sign_in_sheet};
use crate::store::access::Opened;
use crate::store::contacts;
use crate::store::library::StoreError;
use crate::store::session_name::SessionName;
use crate::text::dates::{DateTrouble, parse_past_date};
use crate::text::width::clean;
use crate::text::words::id;

/// `yishi notice`
pub fn run(setting: &Setting, args: &args::Notice) -> Result<Done, Failure> {
    let name = setting.store.find_session(&args.session)?;
    let words = &setting.words;
    if let Some(given) = &args.given {
        return note_given(setting, &name, given);
    }
    let (read, done) = reading::session(setting, &name)?;
    let session = read.meeting.session();
    let contact = setting.store.read_community(&name.community)?.contact;
    let today = setting.today();
    let on = session.notice.as_ref().map_or(today, |given| given.on);
    let text = notice::markdown(words, session, contact.as_deref(), on);
    deliver(args.output.as_deref().map(Path::new), text.as_bytes())?;
    let told = notice_state(words, state(session, today));
    remark(&words.tell(id::NOTICE_CHECK, &[("state", told.into())]));
    Ok(done)
}

/// Notes in the record that the notice was given.
fn note_given(setting: &Setting, name: &SessionName, given: &str) -> Result<Done, Failure> {
    let words = &setting.words;
    let today = setting.today();
    let on = if given.trim().is_empty() {
        today
    } else {
        parse_past_date(given, today).map_err(|trouble| {
            let (id, text) = match trouble {
                DateTrouble::NotADate => (id::AFFAIR_MISREAD_NOT_A_DATE, given.to_owned()),
                DateTrouble::Impossible { what } => (id::MISREAD_NO_SUCH_DAY, what),
            };
            Failure::Told(words.tell(id, &[("text", text.into())]))
        })?
    };
    let by = setting.by(None)?;
    let now = setting.now();
    let (mut meeting, mut writer) = match setting.store.open(name, false, now, &by)? {
        Opened::Reading { why, .. } => {
            let path = setting.store.layout().session_file(name);
            return Err(Failure::ReadOnly { name: name.clone(), path, why: Box::new(why) });
        }
        Opened::Writing { meeting, writer, set_aside } => {
            if let Some(set_aside) = set_aside {
                tell(&troubles::set_aside(words, &set_aside));
            }
            (*meeting, *writer)
        }
    };
    let at = meeting.latest().map_or(now, |latest| latest.max(now));
    let line = match meeting.carry_out(&Command::GiveNotice(on), at, &by) {
        Ok(line) => line.clone(),
        Err(refusal) => {
            return Err(Failure::Told(phrase::refusal(words, meeting.session(), &refusal)));
        }
    };
    writer.append(std::slice::from_ref(&line)).map_err(StoreError::from)?;
    let told = notice_state(words, state(meeting.session(), today));
    let values = [("session", name.to_string().into()), ("what", told.into())];
    print(format!("{}\n", clean(&words.tell(id::NOTICE_GIVEN_TOLD, &values))).as_bytes())?;
    Ok(Done::Well)
}

/// `yishi signin`
pub fn sign_in(setting: &Setting, args: &args::SignIn) -> Result<Done, Failure> {
    let name = setting.store.find_session(&args.session)?;
    let (read, done) = reading::session(setting, &name)?;
    let phones = if args.phones {
        let path = setting.store.layout().contacts_file(&name.community);
        let known = contacts::read(setting.store.disk().as_ref(), &path);
        known.map_err(StoreError::from)?.phones
    } else {
        BTreeMap::new()
    };
    let text = sign_in_sheet::markdown(&setting.words, read.meeting.session(), &phones);
    deliver(args.output.as_deref().map(Path::new), text.as_bytes())?;
    Ok(done)
}
