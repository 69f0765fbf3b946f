//! `yishi board`: the topics of a community, and what is done about them on the screen.

use std::io;
use std::sync::Arc;

use super::Done;
use super::affairs::topics;
use super::app;
use super::args;
use super::failure::Failure;
use super::home::cache;
use super::output::remark;
use super::procedures;
use super::setting::{Look, Setting};
use crate::domain::affairs::{Affair, Ground};
use crate::domain::earlier::{Held, Raisable, left_for_topics};
use crate::domain::session::{Phase, Session};
use crate::domain::station::CallOut;
use crate::domain::topic::CaseNo;
use crate::grammar::directory::Directory;
use crate::phrase::affairs::{affair_refusal, ledger_event};
use crate::phrase::{self, troubles};
use crate::store::calling::Completed;
use crate::store::index::{Index, Sight};
use crate::store::ledgers::ReadLedger;
use crate::store::progress::Progress;
use crate::store::scheduling::{Scheduled, Scheduling, attend, schedule};
use crate::store::session_name::SessionName;
use crate::store::slug::Slug;
use crate::text::width::clean;
use crate::text::words::{Lang, Value, Words, id};
use crate::tui::board::model::{Meeting, Model, Page, Whole};
use crate::tui::board::msg::{Ask, News};
use crate::tui::board::{self, Outside};
use crate::tui::desk::model::{Notice, Tone};
use crate::tui::goto::Goto;
use crate::tui::keymap::{Does, Place};
use crate::tui::stage::Stage;

/// Runs the command: the board, and whatever one goes to from there.
pub fn run(setting: &Setting, args: &args::Board) -> Result<Done, Failure> {
    let community = setting.store.find_community(&args.community)?;
    let look = setting.look();
    let stage = look.take_stage().map_err(|error| match error.kind() {
        io::ErrorKind::Unsupported => {
            Failure::Told(setting.words.tell(id::BOARD_NO_TERMINAL, &commands(setting, &community)))
        }
        _ => Failure::Terminal(error),
    })?;
    app::from(setting, stage, look, Goto::Board(community))
}

/// The same where there are no screens: the topics, and how lines are entered.
pub fn plain(setting: &Setting, args: &args::Board) -> Result<Done, Failure> {
    let community = setting.store.find_community(&args.community)?;
    let topics = args::Topics {
        community: Some(community.to_string()),
        state: None,
        class: None,
        level: None,
        search: None,
        format: args::ActionsFormat::Table,
        output: None,
        import: None,
        gather: None,
        proposer: None,
    };
    let done = topics::run(setting, &topics)?;
    for line in setting.words.tell(id::BOARD_PLAIN, &commands(setting, &community)).lines() {
        remark(line);
    }
    Ok(done)
}

/// The commands that do without a screen what the board does.
fn commands(setting: &Setting, community: &Slug) -> [(&'static str, Value<'static>); 5] {
    let of = |command: &str| setting.command(&format!("{command} {community}")).into();
    [
        ("topics", of("topics")),
        ("topic", of("topic")),
        ("enter", of("enter")),
        ("call", of("call")),
        ("stations", setting.command("stations").into()),
    ]
}

/// Plays the board until it is left, as it was left before if it was; with the bar on a topic, if one
/// is named.
pub fn play(
    setting: &Setting,
    stage: &mut Stage,
    look: &mut Look,
    community: &Slug,
    before: Option<Model>,
    topic: Option<&CaseNo>,
) -> Result<(Goto, Model), Failure> {
    let words = Words::new(look.lang);
    let described = setting.store.read_community(community)?;
    let (ground, wrong) = procedures::ground_in(setting, &words, community)?;
    let ground = Arc::new(ground);
    let by = setting.by(None)?;
    let now = setting.now();
    let mut model = if let Some(before) = before {
        before.again(Arc::clone(&ground), words, now)
    } else {
        let sight = setting.store.sight(community);
        let kept = cache(setting).and_then(|it| it.rows(&setting.store, community, &sight));
        let rows = kept.unwrap_or_default();
        Model::new(community.clone(), described.name, Arc::clone(&ground), rows, words, now)
    };
    if let Some(topic) = topic {
        model.wanted = Some(topic.clone());
        model.go_to(topic);
    }
    model.by.clone_from(&by);
    model.theme = look.theme;
    model.keys = look.keymap.keys(Place::Board);
    model.notice = wrong.into_iter().next().map(|text| Notice { tone: Tone::Refused, text });
    look.tell_on(&mut model.notice);
    let clock = setting.clock();
    let turning = model.keys.key_for(Does::Complete);
    let (setting, community) = (setting.around(), community.clone());
    let mut clerk = Clerk { setting, community, ground, by, turning, seen: None };
    let outside = Outside { clock, work: Box::new(move |ask, lang| clerk.work(ask, lang)) };
    let left = board::run(stage, model, outside).map_err(Failure::Terminal)?;
    look.lang = left.model.words.lang();
    look.theme = left.model.theme;
    match left.unsaved {
        None => Ok((left.goto, left.model)),
        Some(why) => {
            let words = &left.model.words;
            let told = if why.is_empty() {
                words.say(id::BOARD_LEFT_WAITING)
            } else {
                words.tell(id::BOARD_LEFT_UNSAVED, &[("why", why.into())])
            };
            Err(Failure::Told(told))
        }
    }
}

/// Who reads and writes the ledger for the board, one thing after the other.
struct Clerk {
    setting: super::setting::Around,
    community: Slug,
    ground: Arc<Ground>,
    by: String,
    /// The key that turns the pages of the board.
    turning: String,
    /// The files as they were before they were read last.
    seen: Option<Sight>,
}

impl Clerk {
    fn work(&mut self, ask: Ask, lang: Lang) -> News {
        let setting = Setting::new(Words::new(lang), self.setting.clone());
        let told = |failure: &Failure| in_words(&setting, failure);
        match ask {
            Ask::Read => self.read(&setting).map_or_else(|it| News::NotRead(told(&it)), News::Read),
            Ask::Look => {
                let still = self
                    .seen
                    .as_ref()
                    .is_some_and(|seen| setting.store.sight(&self.community).is_still(seen));
                if still {
                    return News::Same;
                }
                self.read(&setting).map_or_else(|it| News::NotRead(told(&it)), News::Read)
            }
            Ask::CarryOut(affair) => self
                .carry_out(&setting, &affair)
                .unwrap_or_else(|failure| News::NotSaved(told(&failure))),
            Ask::CallOut(request) => self
                .call_out(&setting, &request)
                .unwrap_or_else(|failure| News::NotSaved(told(&failure))),
            Ask::TakeBack => {
                self.take_back(&setting).unwrap_or_else(|failure| News::NotSaved(told(&failure)))
            }
            Ask::Schedule { topic, session, minutes, despite } => self
                .schedule(&setting, &topic, &session, minutes, despite.as_deref())
                .unwrap_or_else(|failure| News::NotSaved(told(&failure))),
            Ask::Earlier => News::Earlier(self.earlier(&setting).map_err(|it| told(&it))),
            Ask::Open(session) => News::Open(self.open(&setting, &session).map_err(|it| told(&it))),
        }
    }

    fn today(&self, setting: &Setting) -> Ground {
        Ground { today: setting.today(), ..(*self.ground).clone() }
    }

    /// What the ledgers say, with what meetings did by their digests, and these.
    fn known(&self, setting: &Setting) -> Result<(ReadLedger, Index), Failure> {
        let store = &setting.store;
        let mut read = store.ledger(&self.community)?;
        let index = store.index_of(&self.community, cache(setting).as_ref(), &Progress::new())?;
        for folder in index.communities() {
            attend(&mut read.ledger, folder);
        }
        Ok((read, index))
    }

    /// Reads everything the board tells.
    fn read(&mut self, setting: &Setting) -> Result<Box<Whole>, Failure> {
        let (store, words) = (&setting.store, &setting.words);
        // Before anything is read: what changes meanwhile is younger than this.
        let sight = store.sight(&self.community);
        // Whatever cannot be read now is tried again at the next look, changed or not.
        self.seen = None;
        let (read, index) = self.known(setting)?;
        let people = Directory::new(read.ledger.people.values().cloned());
        let mut meetings = Vec::new();
        let mut troubles: Vec<String> =
            read.troubles.iter().map(|trouble| troubles::store(words, trouble)).collect();
        for folder in index.communities() {
            for leaf in folder.sessions() {
                troubles.extend(leaf.trouble().map(|trouble| troubles::store(words, trouble)));
                let Some(digest) = leaf.content() else { continue };
                let (id, title) = (leaf.id().to_owned(), digest.title.clone());
                meetings.push(Meeting { id, title, on: digest.on, phase: digest.phase });
            }
        }
        let (exclusions, wrong) = procedures::exclusions(setting, words, &self.community);
        troubles.extend(wrong);
        let communities = store.communities()?;
        let names = communities.iter().map(|it| (it.id.to_string(), it.name().to_owned()));
        let mut whole = Whole::of(read.ledger, &self.today(setting), people, meetings);
        (whole.exclusions, whole.troubles) = (exclusions, troubles);
        whole.communities = names.collect();
        if let Some(cache) = cache(setting) {
            // Nobody need care: the next start reads what this one did.
            let _ = cache.save_rows(store, &self.community, &sight, &whole.rows);
        }
        self.seen = Some(sight);
        Ok(Box::new(whole))
    }

    /// Something was written. That it is shown is another matter.
    fn written(&mut self, setting: &Setting, told: Option<String>) -> News {
        News::Written { whole: self.read(setting).map_err(|it| in_words(setting, &it)), told }
    }

    fn carry_out(&mut self, setting: &Setting, affair: &Affair) -> Result<News, Failure> {
        let ground = self.today(setting);
        let now = setting.now();
        let granted =
            setting.store.carry_out_affair(&self.community, &ground, affair, now, &self.by)?;
        match granted {
            Ok(_) => Ok(self.written(setting, None)),
            Err(refusal) => {
                let whole = self.read(setting)?;
                let why = affair_refusal(&setting.words, &whole.ledger, &ground, &refusal);
                Ok(News::Refused { why, whole: Some(whole) })
            }
        }
    }

    fn take_back(&mut self, setting: &Setting) -> Result<News, Failure> {
        let ground = &self.ground;
        let before = self.known(setting)?.0.ledger;
        let taken = setting.store.take_back(&self.community, setting.now(), &self.by)?;
        let words = &setting.words;
        let Some(line) = taken else {
            let why = words.say(id::BOARD_NOTHING_TO_TAKE_BACK);
            return Ok(News::Refused { why, whole: None });
        };
        let told: Vec<String> =
            line.events.iter().map(|event| ledger_event(words, &before, ground, event)).collect();
        let what = told.join(&words.say(id::BOARD_BETWEEN));
        let told = words.tell(id::BOARD_TAKEN_BACK, &[("what", what.into())]);
        Ok(self.written(setting, Some(told)))
    }

    fn schedule(
        &mut self,
        setting: &Setting,
        topic: &CaseNo,
        session: &str,
        minutes: Option<u32>,
        despite: Option<&str>,
    ) -> Result<News, Failure> {
        let (store, words) = (&setting.store, &setting.words);
        let missing = || Failure::Told(words.say(id::BOARD_NO_SUCH_MEETING));
        let name = SessionName::of_id(&self.community, session).ok_or_else(missing)?;
        let ledger = self.known(setting)?.0.ledger;
        let Some(known) = ledger.standing(topic) else {
            let refusal = crate::domain::affairs::AffairRefusal::NoSuchTopic(topic.clone());
            let why = affair_refusal(words, &ledger, &self.ground, &refusal);
            return Ok(News::Refused { why, whole: None });
        };
        let ground = self.today(setting);
        let asked = Scheduling { ledger: &ledger, ground: &ground, topic: known, minutes, despite };
        match schedule(store, &name, &asked, setting.now(), &self.by)? {
            Scheduled::Done { meeting, .. } => {
                let title = meeting.session().setup.title.clone();
                let values = [("topic", known.case.to_string().into()), ("meeting", title.into())];
                let told = words.tell(id::BOARD_SCHEDULED, &values);
                Ok(self.written(setting, Some(told)))
            }
            Scheduled::Refused { why, meeting } => {
                let why = phrase::refusal(words, meeting.session(), &why);
                Ok(News::Refused { why, whole: None })
            }
            Scheduled::NotReady(refusal) => {
                let why = affair_refusal(words, &ledger, &self.ground, &refusal);
                Ok(News::Refused { why, whole: None })
            }
            Scheduled::ReadOnly(why) => {
                let path = store.layout().session_file(&name);
                let why = troubles::read_only(words, &path, &why);
                Ok(News::Refused { why, whole: None })
            }
        }
    }

    /// What earlier meetings left; none of them is the one it would be left for.
    fn earlier(&self, setting: &Setting) -> Result<(Vec<Raisable>, usize), Failure> {
        let store = &setting.store;
        let ledger = store.ledger(&self.community)?.ledger;
        let mut held: Vec<(String, Session)> = Vec::new();
        let mut unread = 0;
        for name in store.sessions(Some(&self.community))? {
            match store.read_session(&name) {
                Ok(read) => held.push((name.id(), read.meeting.session().clone())),
                Err(_) => unread += 1,
            }
        }
        let others: Vec<Held<'_>> = held.iter().map(|(id, session)| Held { id, session }).collect();
        Ok((left_for_topics(&others, &ledger), unread))
    }

    /// Where a meeting is opened: prepared, run or looked back at.
    fn open(&self, setting: &Setting, session: &str) -> Result<Goto, Failure> {
        let missing = || Failure::Told(setting.words.say(id::BOARD_NO_SUCH_MEETING));
        let name = SessionName::of_id(&self.community, session).ok_or_else(missing)?;
        let read = setting.store.read_session(&name)?;
        Ok(match read.meeting.session().phase {
            Phase::Prepared => Goto::Prepare(name),
            Phase::Running | Phase::Paused => Goto::Desk(name),
            Phase::Closed => Goto::Review { name, at: None },
        })
    }

    fn call_out(
        &mut self,
        setting: &Setting,
        request: &crate::domain::nearness::CallRequest,
    ) -> Result<News, Failure> {
        match setting.store.complete_call(&self.community, request)? {
            Completed::Call { out, .. } => {
                let told = called(&setting.words, &out, &self.turning);
                Ok(match self.carry_out(setting, &Affair::CallOut(out))? {
                    News::Written { whole, .. } => News::Written { whole, told: Some(told) },
                    other => other,
                })
            }
            Completed::NoSuchMember(name) => {
                let values = [("name", name.into())];
                let why = setting.words.tell(id::BOARD_NO_SUCH_MEMBER, &values);
                Ok(News::Refused { why, whole: None })
            }
        }
    }
}

/// To whom a call goes out, and where it is seen who comes.
fn called(words: &Words, out: &CallOut, turning: &str) -> String {
    let members = &out.members;
    let names: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
    let values = [
        ("count", members.len().into()),
        ("names", names.join(&words.say(id::LIST_SEPARATOR)).into()),
        ("key", turning.into()),
        ("page", words.say(Page::Calls.name()).into()),
    ];
    let told = words.tell(id::BOARD_CALLED_OUT, &values);
    let further = phrase::grid_of_nobody(words, out);
    std::iter::once(told).chain(further).collect::<Vec<_>>().join(" ")
}

/// Why something was not done, for one line of the board.
fn in_words(setting: &Setting, failure: &Failure) -> String {
    clean(&failure.tell(&setting.words)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::station::{CalledMember, Near};

    #[test]
    fn a_call_tells_to_whom_it_goes_and_where_it_is_followed() {
        let member = |key: &str, name: &str| CalledMember {
            key: key.to_owned(),
            name: name.to_owned(),
            near: Near::SameCommunity,
            community: None,
        };
        let call = |members| CallOut {
            reason: "水泵坏了".to_owned(),
            topic: None,
            place: None,
            grid: None,
            urgent: true,
            members,
        };
        let two = call(vec![member("longhai", "龙海"), member("shihui", "石慧")]);
        let told = called(&Words::new(Lang::Zh), &two, "Tab");
        for part in ["2 人", "龙海、石慧", "吹哨报到", "Tab"] {
            assert!(told.contains(part), "{part} in {told}");
        }
        // A grid that nobody is known to live in may be called otherwise.
        let elsewhere = CallOut { grid: Some("第二网格".to_owned()), ..two };
        let told = called(&Words::new(Lang::Zh), &elsewhere, "Tab");
        assert!(told.contains("没有人登记在“第二网格”"), "{told}");
        let one = call(vec![member("longhai", "龙海")]);
        let told = called(&Words::new(Lang::En), &one, "Tab");
        for part in ["1 member:", "龙海", "“calls”", "Tab"] {
            assert!(told.contains(part), "{part} in {told}");
        }
    }
}
