//! The words of the command line. Others depend on them: they change only by addition.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// The command line.
#[derive(Debug, Parser)]
#[command(name = "yishi", version, disable_help_subcommand = true)]
pub struct Line {
    /// The folder everything is kept in.
    #[arg(long, global = true, value_name = "DIR")]
    pub store: Option<PathBuf>,
    /// The language: zh or en.
    #[arg(long, global = true, value_name = "zh|en")]
    pub lang: Option<String>,
    /// A line at a time, without screens: for a screen reader, or a terminal that can do no more.
    #[arg(long, global = true)]
    pub plain: bool,
    /// The theme of the screens.
    #[arg(long, global = true, value_name = "NAME")]
    pub theme: Option<String>,
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What the program can be asked for.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Try it out on sample data.
    Demo(Demo),
    /// Make a community or a session.
    #[command(subcommand)]
    New(New),
    /// Show the people of a community, or import them.
    People(People),
    /// Open the board of a community's topics.
    Board(Board),
    /// Prepare a meeting.
    Prepare(Run),
    /// Open the desk.
    Run(Run),
    /// Open the room's screen.
    Screen(Screen),
    /// Look back at a meeting.
    Review(Review),
    /// Enter notes from a file or a pipe.
    Enter(Enter),
    /// Show the record as a time line.
    Show(Session),
    /// Write the minutes.
    Minutes(Minutes),
    /// Write the action list.
    Actions(Actions),
    /// Show an action, or report what became of it.
    Action(Action),
    /// List the topics of a community, import or gather them.
    Topics(Topics),
    /// Show a topic wholly.
    Topic(Topic),
    /// Find words in all records.
    Search(Search),
    /// Count the figures.
    Stats(Stats),
    /// List communities, sessions or people.
    List(List),
    /// List procedures, or write one out.
    Procedures(Procedures),
    /// List stations and who is on duty.
    Stations(Stations),
    /// Call members, note who reported in, show calls.
    Call(Call),
    /// Write the notice of a meeting, or note that it was given.
    Notice(Notice),
    /// Write the sign-in sheet.
    Signin(SignIn),
    /// Verify every file.
    Check(Check),
    /// Show what is set, and where it comes from.
    Settings,
    /// Show which key does what.
    Keys,
    /// Write a completion script for a shell.
    Completions(Completions),
}

/// `demo`
#[derive(Debug, Args)]
pub struct Demo {
    /// Keep the sample store in this folder.
    #[arg(long, value_name = "DIR")]
    pub keep: Option<PathBuf>,
    /// Be guided through a first meeting.
    #[arg(long)]
    pub tour: bool,
}

/// `new`
#[derive(Debug, Subcommand)]
pub enum New {
    /// Make a community.
    Community(NewCommunity),
    /// Make a session.
    Session(Box<NewSession>),
}

/// `new community`
#[derive(Debug, Args)]
pub struct NewCommunity {
    /// Its name.
    pub name: String,
    /// Its id; made from the name if not given.
    #[arg(long)]
    pub id: Option<String>,
    /// Where it lies.
    #[arg(long)]
    pub region: Option<String>,
}

/// `new session`
#[derive(Debug, Args)]
pub struct NewSession {
    /// The community's id or name.
    pub community: String,
    /// What the meeting is called.
    pub title: String,
    /// The day it is held; today if not given.
    #[arg(long, value_name = "DATE")]
    pub on: Option<String>,
    /// When it begins.
    #[arg(long, value_name = "TIME")]
    pub starts: Option<String>,
    /// A file with an agenda item a line.
    #[arg(long, value_name = "FILE")]
    pub agenda: Option<PathBuf>,
    /// Who chairs.
    #[arg(long, value_name = "NAME")]
    pub facilitator: Option<String>,
    /// Who takes the record.
    #[arg(long, value_name = "NAME")]
    pub recorder: Option<String>,
    /// Where it is held.
    #[arg(long)]
    pub place: Option<String>,
    /// Rules of the floor.
    #[arg(long, value_name = "RULES")]
    pub rules: Option<String>,
    /// The procedure.
    #[arg(long, value_name = "PROCEDURE")]
    pub procedure: Option<String>,
    /// Topics for the agenda.
    #[arg(long, value_name = "NUMBER")]
    pub topic: Vec<String>,
    /// Why topics are on the agenda though their surveys are not complete.
    #[arg(long, value_name = "REASON")]
    pub despite: Option<String>,
}

/// `people`
#[derive(Debug, Args)]
pub struct People {
    /// The community's id or name.
    pub community: String,
    /// A CSV file to import.
    #[arg(long, value_name = "FILE.csv")]
    pub import: Option<PathBuf>,
}

/// `board`
#[derive(Debug, Args)]
pub struct Board {
    /// The community's id or name.
    pub community: String,
}

/// `run`
#[derive(Debug, Args)]
pub struct Run {
    /// The session.
    pub session: String,
    /// Who takes the record.
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// Go on with a record that another device wrote.
    #[arg(long)]
    pub take_over: bool,
}

/// `screen`
#[derive(Debug, Args)]
pub struct Screen {
    /// The session; the one that is running if not given, else the latest.
    pub session: Option<String>,
}

/// `review`
#[derive(Debug, Args)]
pub struct Review {
    /// The session; the latest that was closed if not given.
    pub session: Option<String>,
    /// The entry to begin at, by its number.
    #[arg(long, value_name = "NUMBER")]
    pub at: Option<u64>,
    /// Begin with the replay.
    #[arg(long)]
    pub replay: bool,
}

/// `enter`
#[derive(Debug, Args)]
pub struct Enter {
    /// The session.
    pub session: String,
    /// The notes; standard input if `-` or not given.
    pub file: Option<PathBuf>,
    /// Who took the notes.
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// Go on with a record that another device wrote.
    #[arg(long)]
    pub take_over: bool,
}

/// `show`
#[derive(Debug, Args)]
pub struct Session {
    /// The session.
    pub session: String,
}

/// The forms minutes come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MinutesFormat {
    /// Markdown.
    Md,
    /// JSON.
    Json,
}

/// `minutes`
#[derive(Debug, Args)]
pub struct Minutes {
    /// The session.
    pub session: String,
    /// The form.
    #[arg(long, value_enum, default_value_t = MinutesFormat::Md)]
    pub format: MinutesFormat,
    /// The file to write; standard output if not given.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// Which actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ActionStatus {
    /// Not done.
    Open,
    /// Not done though the last day has passed.
    Overdue,
    /// Done.
    Done,
    /// All, those given up too.
    All,
}

/// The forms an action list comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ActionsFormat {
    /// A table for the terminal.
    Table,
    /// Markdown.
    Md,
    /// CSV for a spreadsheet.
    Csv,
    /// JSON.
    Json,
}

/// `actions`
#[derive(Debug, Args)]
pub struct Actions {
    /// A community or a session; everything if not given.
    pub scope: Option<String>,
    /// Which.
    #[arg(long, value_enum, default_value_t = ActionStatus::Open)]
    pub status: ActionStatus,
    /// The form.
    #[arg(long, value_enum, default_value_t = ActionsFormat::Table)]
    pub format: ActionsFormat,
    /// The file to write; standard output if not given.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// Where an action stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ActionState {
    /// Nothing done yet.
    Open,
    /// Under way.
    Underway,
    /// Done.
    Done,
}

/// `action`
#[derive(Debug, Args)]
pub struct Action {
    /// The action, as the list shows it: `SESSION/A1`.
    pub id: String,
    /// Where it stands now.
    #[arg(long, value_enum)]
    pub state: Option<ActionState>,
    /// What was done.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

/// `topics`
#[derive(Debug, Args)]
pub struct Topics {
    /// The community; all if not given.
    pub community: Option<String>,
    /// Only in this state.
    #[arg(long, value_name = "STATE")]
    pub state: Option<String>,
    /// Only of this class.
    #[arg(long, value_name = "CLASS")]
    pub class: Option<String>,
    /// Only dealt with at this level.
    #[arg(long, value_name = "LEVEL")]
    pub level: Option<String>,
    /// Only with these words.
    #[arg(long, value_name = "WORDS")]
    pub search: Option<String>,
    /// The form.
    #[arg(long, value_enum, default_value_t = ActionsFormat::Table)]
    pub format: ActionsFormat,
    /// The file to write; standard output if not given.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// A CSV file to import: all of it or nothing.
    #[arg(long, value_name = "FILE.csv", requires = "community", conflicts_with = "gather")]
    pub import: Option<PathBuf>,
    /// What earlier meetings left: list it, or take it up as topics.
    #[arg(long, value_name = "all|1,3", requires = "community", num_args = 0..=1,
          default_missing_value = "")]
    pub gather: Option<String>,
    /// Who brings up what nobody is named for.
    #[arg(long, value_name = "NAME", requires = "gather")]
    pub proposer: Option<String>,
}

/// `topic`
#[derive(Debug, Args)]
pub struct Topic {
    /// The topic, as the list shows it: `COMMUNITY/17`.
    pub id: String,
}

/// `search`
#[derive(Debug, Args)]
pub struct Search {
    /// The words, all of which must be there.
    pub words: String,
    /// Only in this community.
    pub community: Option<String>,
}

/// The forms figures come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum StatsFormat {
    /// A table for the terminal.
    Table,
    /// CSV for a spreadsheet.
    Csv,
    /// JSON.
    Json,
}

/// `stats`
#[derive(Debug, Args)]
pub struct Stats {
    /// A community or a region; everything if not given.
    #[arg(value_name = "COMMUNITY|REGION")]
    pub scope: Option<String>,
    /// The first day.
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// The last day.
    #[arg(long, value_name = "DATE")]
    pub to: Option<String>,
    /// The form.
    #[arg(long, value_enum, default_value_t = StatsFormat::Table)]
    pub format: StatsFormat,
    /// List the cases behind each figure.
    #[arg(long)]
    pub cases: bool,
    /// The file to write; standard output if not given.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// What can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// Communities.
    Communities,
    /// Sessions.
    Sessions,
    /// People.
    People,
}

/// `list`
#[derive(Debug, Args)]
pub struct List {
    /// What to list; communities and their latest sessions if not given.
    #[arg(value_enum)]
    pub kind: Option<Kind>,
    /// Of which community.
    pub community: Option<String>,
}

/// The forms a procedure comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ProcedureFormat {
    /// A file to start one's own from.
    Ron,
}

/// `procedures`
#[derive(Debug, Args)]
pub struct Procedures {
    /// A community; with a form, a procedure.
    pub which: Option<String>,
    /// The form.
    #[arg(long, value_enum)]
    pub format: Option<ProcedureFormat>,
}

/// `stations`
#[derive(Debug, Args)]
pub struct Stations {
    /// Of which community; of all if not given.
    pub community: Option<String>,
    /// The day the roster begins with.
    #[arg(long, value_name = "DATE")]
    pub on: Option<String>,
}

/// `call`
#[derive(Debug, Args)]
pub struct Call {
    /// The community, or a call of it: `COMMUNITY/1`.
    pub which: String,
    /// Why members are called.
    pub reason: Option<String>,
    /// The grid where it is.
    #[arg(long, value_name = "GRID")]
    pub grid: Option<String>,
    /// Where, in words.
    #[arg(long, value_name = "PLACE")]
    pub place: Option<String>,
    /// Where, on the map.
    #[arg(long, value_name = "LAT,LON", allow_hyphen_values = true)]
    pub at: Option<String>,
    /// The topic it is about.
    #[arg(long, value_name = "NUMBER")]
    pub topic: Option<String>,
    /// How many are called.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=200))]
    pub count: Option<u16>,
    /// Whom to call by name, instead of the nearest.
    #[arg(long, value_name = "NAME")]
    pub member: Vec<String>,
    /// An emergency.
    #[arg(long)]
    pub urgent: bool,
    /// Write the call sheet.
    #[arg(long)]
    pub sheet: bool,
    /// The file to write the call sheet to.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Note that somebody reported in.
    #[arg(long, value_name = "NAME")]
    pub reported: Vec<String>,
    /// End the call.
    #[arg(long, value_name = "HOW")]
    pub close: Option<String>,
}

/// The forms a notice comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum NoticeFormat {
    /// Markdown.
    Md,
}

/// `notice`
#[derive(Debug, Args)]
pub struct Notice {
    /// The session.
    pub session: String,
    /// The form.
    #[arg(long, value_enum, default_value_t = NoticeFormat::Md)]
    pub format: NoticeFormat,
    /// The file to write; standard output if not given.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Note that the notice was given.
    #[arg(long, value_name = "DATE", num_args = 0..=1, default_missing_value = "")]
    pub given: Option<String>,
}

/// `signin`
#[derive(Debug, Args)]
pub struct SignIn {
    /// The session.
    pub session: String,
    /// The file to write; standard output if not given.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Fill in phone numbers.
    #[arg(long)]
    pub phones: bool,
}

/// `check`
#[derive(Debug, Args)]
pub struct Check {
    /// A file or folder; the whole store if not given.
    pub path: Option<PathBuf>,
}

/// `completions`
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell.
    #[arg(value_enum)]
    pub shell: Shell,
}
