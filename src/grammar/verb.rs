//! The words that begin a command, in both languages. One table: the parser, the completion
//! popup and the help are all made from it.

use crate::text::pinyin::{Fit, Readings};
use crate::text::width::fold;
use crate::text::words::{Id, Lang, Words, id};

/// Most letters of a command in pinyin (`xiayiwei`).
const MOST_PINYIN: usize = 16;

/// What a command asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verb {
    /// Open the meeting.
    Open,
    /// Stop all clocks.
    Pause,
    /// Let them go on.
    Resume,
    /// Close the meeting.
    Close,
    /// Sign people in.
    SignIn,
    /// Sign somebody out.
    SignOut,
    /// Correct a sign-in entry.
    Correct,
    /// Add an agenda item.
    Item,
    /// Rename an agenda item.
    Rename,
    /// Change an item's minutes.
    Minutes,
    /// Move an item.
    Move,
    /// Add an item at a place.
    Insert,
    /// Part an item.
    Split,
    /// Carry an item that has not begun over.
    Carry,
    /// Say when the meeting is to end.
    Ends,
    /// Make the rest of the agenda fit.
    OnTime,
    /// Put an item on the table.
    Start,
    /// End the item on the table.
    End,
    /// Raise a hand.
    Hand,
    /// Lower a hand.
    Lower,
    /// Give the floor to the next in the queue.
    Next,
    /// Give the floor to somebody by name.
    Floor,
    /// End the turn.
    Done,
    /// Take no more hands.
    CloseList,
    /// Take hands again.
    OpenList,
    /// A point of order.
    Order,
    /// A reply.
    Reply,
    /// Move a hand in the queue.
    QueueTo,
    /// Hand over the chair.
    HandOver,
    /// Take the chair back.
    TakeBack,
    /// Share an opinion.
    Endorse,
    /// Bring opinions together in a point.
    Merge,
    /// Take opinions out of a point.
    Part,
    /// Take a point apart.
    Unmerge,
    /// Keep an opinion in reserve.
    Reserve,
    /// Put an opinion under another item.
    Reassign,
    /// Set an opinion aside as off the topic.
    OffTopic,
    /// Make a parked point an item of the agenda.
    ToTopic,
    /// Open a question again.
    Unanswered,
    /// Answer a question.
    Answer,
    /// Put something right.
    Amend,
    /// Take something back.
    Withdraw,
    /// Put a resolution into words.
    Resolve,
    /// Count hands.
    Vote,
    /// Adopt a procedure.
    Procedure,
    /// Say which topic an item is about.
    Link,
    /// Consult on a topic though its survey is not complete.
    Waive,
    /// Choose how something is decided.
    Method,
    /// Enter whether anybody objects.
    Consensus,
    /// Enter a fist to five.
    Fists,
    /// Enter gradients of agreement.
    Gradients,
    /// Note an objection.
    Object,
    /// Note how an objection was resolved.
    Resolved,
    /// Announce a result.
    Announce,
    /// Adopt rules of the floor, or choose what carries a motion.
    Rule,
    /// Agree on an action.
    Action,
    /// Park a point.
    Park,
    /// Settle a parked point.
    Settle,
    /// Note something.
    Note,
    /// Read out what was agreed.
    ReadBack,
    /// Confirm what was read out.
    Confirm,
    /// Change what the meeting is called.
    Title,
    /// Change the day.
    Date,
    /// Change when it is to begin.
    Time,
    /// Change where it is held.
    Place,
    /// Change who chairs.
    Chair,
    /// Change who is to take the record.
    Recorder,
    /// Take an item off the agenda.
    Remove,
    /// List the papers.
    Papers,
    /// Note that the notice was given.
    GiveNotice,
    /// Expect people.
    Expect,
    /// Expect somebody no more.
    Unexpect,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// Ask where the meeting is (desk only).
    Where,
    /// Ask whose hands are up (desk only).
    Queue,
    /// Ask what was said on this item (desk only).
    Opinions,
    /// Ask what was agreed (desk only).
    Decided,
    /// Ask who has been heard (desk only).
    Heard,
    /// Save to another folder (desk only).
    SaveTo,
    /// Help (desk only).
    Help,
    /// Change language (desk only).
    Language,
    /// Leave the desk (desk only).
    Quit,
}

/// A command as people type it: of the desk, or of another place that has verbs of its own.
#[derive(Debug, Clone, Copy)]
pub struct Word<V = Verb> {
    /// What it asks for.
    pub verb: V,
    /// Chinese words, the usual one first.
    pub zh: &'static [&'static str],
    /// English words, the usual one first.
    pub en: &'static [&'static str],
    /// What follows it and what it does: `NAME [stance] | raises a hand`.
    pub usage: Id,
    /// Its beginning stands for others that begin alike: it is needed once a meeting, while those
    /// are typed in a hurry.
    pub yields: bool,
}

const fn word(
    verb: Verb,
    zh: &'static [&'static str],
    en: &'static [&'static str],
    usage: Id,
) -> Word {
    Word { verb, zh, en, usage, yields: false }
}

const fn seldom(
    verb: Verb,
    zh: &'static [&'static str],
    en: &'static [&'static str],
    usage: Id,
) -> Word {
    Word { yields: true, ..word(verb, zh, en, usage) }
}

/// Every command, in the order a meeting needs them.
pub const WORDS: &[Word] = &[
    word(Verb::Open, &["开会"], &["open"], id::USAGE_OPEN),
    word(Verb::SignIn, &["签到"], &["in", "signin"], id::USAGE_SIGN_IN),
    word(Verb::Start, &["开始", "下一项"], &["start"], id::USAGE_START),
    word(Verb::Hand, &["举手"], &["hand"], id::USAGE_HAND),
    word(Verb::Next, &["下一位"], &["next"], id::USAGE_NEXT),
    word(Verb::Floor, &["发言"], &["floor"], id::USAGE_FLOOR),
    word(Verb::Done, &["说完"], &["done"], id::USAGE_DONE),
    word(Verb::Lower, &["放下"], &["lower"], id::USAGE_LOWER),
    word(Verb::Endorse, &["同意", "附议"], &["agree"], id::USAGE_ENDORSE),
    word(Verb::Answer, &["答复"], &["answer"], id::USAGE_ANSWER),
    word(Verb::Resolve, &["决议"], &["resolve"], id::USAGE_RESOLVE),
    word(Verb::Vote, &["表决"], &["vote"], id::USAGE_VOTE),
    word(Verb::Action, &["行动"], &["action"], id::USAGE_ACTION),
    word(Verb::Park, &["搁置"], &["park"], id::USAGE_PARK),
    word(Verb::Settle, &["了结"], &["settle"], id::USAGE_SETTLE),
    word(Verb::Note, &["备注", "记录"], &["note"], id::USAGE_NOTE),
    word(Verb::End, &["结束"], &["end"], id::USAGE_END),
    word(Verb::Pause, &["暂停"], &["pause"], id::USAGE_PAUSE),
    word(Verb::Resume, &["继续"], &["resume"], id::USAGE_RESUME),
    word(Verb::Close, &["散会"], &["close"], id::USAGE_CLOSE),
    word(Verb::Amend, &["改"], &["amend"], id::USAGE_AMEND),
    word(Verb::Withdraw, &["撤回"], &["withdraw"], id::USAGE_WITHDRAW),
    word(Verb::Undo, &["撤销"], &["undo"], id::USAGE_UNDO),
    word(Verb::Redo, &["重做"], &["redo"], id::USAGE_REDO),
    word(Verb::SignOut, &["离场"], &["out"], id::USAGE_SIGN_OUT),
    word(Verb::Correct, &["改签"], &["correct"], id::USAGE_CORRECT),
    word(Verb::Item, &["议题", "议程"], &["item", "topic"], id::USAGE_ITEM),
    word(Verb::Minutes, &["时长"], &["minutes"], id::USAGE_MINUTES),
    word(Verb::Rename, &["更名"], &["rename"], id::USAGE_RENAME),
    word(Verb::Move, &["移到"], &["move"], id::USAGE_MOVE),
    seldom(Verb::OnTime, &["按时"], &["ontime"], id::USAGE_ON_TIME),
    seldom(Verb::Insert, &["插入"], &["insert"], id::USAGE_INSERT),
    seldom(Verb::Split, &["拆分"], &["split"], id::USAGE_SPLIT),
    seldom(Verb::Carry, &["结转"], &["carry"], id::USAGE_CARRY),
    seldom(Verb::Ends, &["几点散会"], &["ends"], id::USAGE_ENDS),
    word(Verb::Rule, &["规则"], &["rule"], id::USAGE_RULE),
    seldom(Verb::Procedure, &["程序"], &["procedure"], id::USAGE_PROCEDURE),
    seldom(Verb::Link, &["关联"], &["link"], id::USAGE_LINK),
    seldom(Verb::Waive, &["免调研"], &["waive"], id::USAGE_WAIVE),
    seldom(Verb::Method, &["方式"], &["method"], id::USAGE_METHOD),
    seldom(Verb::Consensus, &["共识"], &["consensus"], id::USAGE_CONSENSUS),
    seldom(Verb::Fists, &["五指"], &["fists"], id::USAGE_FISTS),
    seldom(Verb::Gradients, &["程度"], &["gradients"], id::USAGE_GRADIENTS),
    seldom(Verb::Object, &["异议"], &["object"], id::USAGE_OBJECT),
    seldom(Verb::Resolved, &["化解"], &["resolved"], id::USAGE_RESOLVED),
    seldom(Verb::Announce, &["宣布"], &["announce"], id::USAGE_ANNOUNCE),
    seldom(Verb::CloseList, &["截止"], &["closelist"], id::USAGE_CLOSE_LIST),
    seldom(Verb::OpenList, &["重开"], &["openlist"], id::USAGE_OPEN_LIST),
    seldom(Verb::Order, &["程序问题"], &["order"], id::USAGE_ORDER),
    seldom(Verb::Reply, &["回应"], &["reply"], id::USAGE_REPLY),
    seldom(Verb::QueueTo, &["排到"], &["queueto"], id::USAGE_QUEUE_TO),
    seldom(Verb::HandOver, &["代主持"], &["handover"], id::USAGE_HAND_OVER),
    seldom(Verb::TakeBack, &["收回主持"], &["takeback"], id::USAGE_TAKE_BACK),
    seldom(Verb::Merge, &["归并"], &["merge"], id::USAGE_MERGE),
    seldom(Verb::Part, &["拆出"], &["part"], id::USAGE_PART),
    seldom(Verb::Unmerge, &["拆散"], &["unmerge"], id::USAGE_UNMERGE),
    seldom(Verb::Reserve, &["保留"], &["reserve"], id::USAGE_RESERVE),
    seldom(Verb::Reassign, &["改归"], &["reassign"], id::USAGE_REASSIGN),
    seldom(Verb::OffTopic, &["离题"], &["offtopic"], id::USAGE_OFF_TOPIC),
    seldom(Verb::ToTopic, &["转议题"], &["totopic"], id::USAGE_TO_TOPIC),
    seldom(Verb::Unanswered, &["未答"], &["unanswered"], id::USAGE_UNANSWERED),
    seldom(Verb::ReadBack, &["宣读"], &["readback"], id::USAGE_READ_BACK),
    seldom(Verb::Confirm, &["确认"], &["confirm"], id::USAGE_CONFIRM),
    seldom(Verb::Title, &["会名"], &["title"], id::USAGE_TITLE),
    seldom(Verb::Date, &["日期"], &["date"], id::USAGE_DATE),
    seldom(Verb::Time, &["时间"], &["time"], id::USAGE_TIME),
    seldom(Verb::Place, &["地点"], &["place"], id::USAGE_PLACE),
    seldom(Verb::Chair, &["主持", "主持人"], &["chair"], id::USAGE_CHAIR),
    seldom(Verb::Recorder, &["记录人"], &["recorder"], id::USAGE_RECORDER),
    seldom(Verb::Papers, &["材料"], &["papers"], id::USAGE_PAPERS),
    seldom(Verb::GiveNotice, &["发通知"], &["notice"], id::USAGE_GIVE_NOTICE),
    seldom(Verb::Expect, &["应到"], &["expect"], id::USAGE_EXPECT),
    seldom(Verb::Unexpect, &["不来", "请假"], &["unexpect", "excuse"], id::USAGE_UNEXPECT),
    seldom(Verb::Remove, &["删项"], &["remove"], id::USAGE_REMOVE),
    seldom(Verb::Where, &["现在"], &["where"], id::USAGE_WHERE),
    seldom(Verb::Queue, &["排队"], &["queue"], id::USAGE_QUEUE),
    seldom(Verb::Opinions, &["意见"], &["opinions"], id::USAGE_OPINIONS),
    seldom(Verb::Decided, &["商定"], &["decided"], id::USAGE_DECIDED),
    seldom(Verb::Heard, &["谁没说"], &["heard"], id::USAGE_HEARD),
    word(Verb::SaveTo, &["另存"], &["saveto"], id::USAGE_SAVE_TO),
    word(Verb::Language, &["语言"], &["lang"], id::USAGE_LANGUAGE),
    word(Verb::Help, &["帮助"], &["help"], id::USAGE_HELP),
    word(Verb::Quit, &["退出"], &["quit"], id::USAGE_QUIT),
];

impl Verb {
    /// Its row in [`WORDS`].
    #[must_use]
    pub fn word(self) -> &'static Word {
        // Every verb has a row; a test makes sure. The fallback keeps this free of panics.
        WORDS.iter().find(|word| word.verb == self).unwrap_or(&WORDS[0])
    }
}

impl<V> Word<V> {
    /// Every way to write it.
    pub fn spellings(&self) -> impl Iterator<Item = &'static str> {
        self.zh.iter().chain(self.en).copied()
    }

    /// What follows the word, and what it does.
    #[must_use]
    pub fn explained(&self, words: &Words) -> (String, String) {
        let said = words.say(self.usage);
        let (arguments, about) = said.rsplit_once('|').unwrap_or((&said, ""));
        (arguments.trim().to_owned(), about.trim().to_owned())
    }

    /// The usual way to write it in a language.
    #[must_use]
    pub fn usual(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh[0],
            Lang::En => self.en[0],
        }
    }
}

/// What a typed command word turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found<'a, V = Verb> {
    /// This command, followed by this.
    Verb(V, &'a str),
    /// The beginning of several.
    Several(Vec<V>),
    /// None.
    Unknown,
}

/// Finds the command that `text` begins with, the mark before it already taken off. A Chinese
/// word may be followed by its argument without a space, or by a colon; the unmistakable beginning of a word
/// stands for the whole, and so do a Chinese word's pinyin and initials. Words that are seldom needed
/// give way to those that begin or sound alike.
#[must_use]
pub fn find(text: &str) -> Found<'_> {
    find_among(WORDS.iter(), text)
}

/// [`find`] among other words.
pub fn find_among<V: Copy + 'static>(
    words: impl Iterator<Item = &'static Word<V>> + Clone,
    text: &str,
) -> Found<'_, V> {
    let (first, rest) = match text.split_once(char::is_whitespace) {
        Some((first, rest)) => (first, rest.trim_start()),
        None => (text, ""),
    };
    if first.is_empty() {
        return Found::Unknown;
    }
    let folded = fold(first).to_lowercase();
    let folded = folded.trim_end_matches([':', '.']);
    let same = |spelling: &str| spelling == folded;
    if let Some(word) = words.clone().find(|word| word.spellings().any(same)) {
        return Found::Verb(word.verb, rest);
    }
    let glued = words
        .clone()
        .flat_map(|word| word.zh.iter().map(move |zh| (word.verb, *zh)))
        .filter_map(|(verb, zh)| text.strip_prefix(zh).map(|rest| (zh.len(), verb, rest)))
        .max_by_key(|(len, ..)| *len);
    if let Some((_, verb, rest)) = glued {
        let apart = |c: char| c.is_whitespace() || matches!(c, ':' | '：');
        return Found::Verb(verb, rest.trim_start_matches(apart));
    }
    let begins = |word: &&Word<V>| word.spellings().any(|spelling| spelling.starts_with(folded));
    let mut begun = meant(words.clone().filter(begins));
    if begun.is_empty() && folded.is_ascii() && folded.len() <= MOST_PINYIN {
        let whole = |zh: &&str| {
            matches!(Readings::of(zh).matches(folded), Some(Fit::Whole | Fit::Initials))
        };
        let read = |word: &&Word<V>| word.zh.iter().any(whole);
        begun = meant(words.filter(read));
    }
    match begun.as_slice() {
        [] => Found::Unknown,
        [verb] => Found::Verb(*verb, rest),
        _ => Found::Several(begun),
    }
}

/// The commands that a beginning may mean.
fn meant<V: Copy + 'static>(words: impl Iterator<Item = &'static Word<V>>) -> Vec<V> {
    let (seldom, usual): (Vec<&Word<V>>, Vec<&Word<V>>) = words.partition(|word| word.yields);
    let meant = if usual.is_empty() { seldom } else { usual };
    meant.into_iter().map(|word| word.verb).collect()
}
