//! yishi (议事) steps a facilitator through one neighbourhood consultation meeting and keeps a
//! record that cannot be lost. `docs/architecture.md` is the map of this crate.
//!
//! What people type becomes a command, a command becomes a line of the record, and the lines are the
//! meeting:
//!
//! ```
//! use yishi::domain::agreement::Threshold;
//! use yishi::domain::event::{FORMAT, Setup};
//! use yishi::domain::item::PlannedItem;
//! use yishi::domain::meeting::Meeting;
//! use yishi::grammar::directory::Directory;
//! use yishi::grammar::{Context, Entry, read};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let setup = Setup {
//!     format: FORMAT,
//!     device: "laptop".to_owned(),
//!     community: "jinyuan".to_owned(),
//!     community_name: "锦苑社区".to_owned(),
//!     title: "十一月协商会".to_owned(),
//!     on: "2026-11-23".parse()?,
//!     place: None,
//!     facilitator: None,
//!     starts: None,
//!     recorder: None,
//!     turn_seconds: 180,
//!     threshold: Threshold::MajorityOfPresent,
//!     agenda: vec![PlannedItem { title: "停车位改造".to_owned(), minutes: Some(20) }],
//! };
//! let at = "2026-11-23T19:00:00+08:00".parse()?;
//! let mut meeting = Meeting::create(setup, at, "李敏");
//! let mut directory = Directory::new([]);
//! for typed in ["/签到 王小明 5栋", "/开会", "/开始", "王小明：＋先给老人"] {
//!     let session = meeting.session();
//!     let entry = read(typed, Context { session, directory: &directory, today: at.date_naive() });
//!     let Ok(Entry::Meeting(command)) = entry else { panic!("{entry:?}") };
//!     meeting.carry_out(&command, at, "李敏").map_err(|refusal| format!("{refusal:?}"))?;
//!     directory.catch_up(meeting.session());
//! }
//! assert_eq!(meeting.lines().len(), 5);
//! assert_eq!(meeting.session().opinions[0].text.as_ref(), "先给老人");
//! # Ok(())
//! # }
//! ```

pub mod cli;
pub mod domain;
pub mod grammar;
pub mod phrase;
pub mod report;
pub mod store;
pub mod text;
pub mod tui;
