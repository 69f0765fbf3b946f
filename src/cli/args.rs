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
    /// Find words in all records.
    Search(Search),
    /// Count the figures.
    Stats(Stats),
    /// List communities, sessions or people.
    List(List),
    /// List procedures, or write one out.
    Procedures(Procedures),
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
    Session(NewSession),
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
