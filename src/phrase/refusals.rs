//! Why a command was not carried out, and what to do next.

use super::agreement::counted;
use super::floor::floor_refusal;
use super::labels::{
    action_name, agreed_name, outcome, outcome_typed, parked_name, place_and_title,
    resolution_name, threshold,
};
use super::matters::matters_brief;
use super::points::point_refusal;
use crate::domain::MOST_MINUTES;
use crate::domain::agreement::Agreed;
use crate::domain::event::Matter;
use crate::domain::ids::{
    ActionId, ExpectedId, ItemId, OpinionId, ParkedId, PersonId, ResolutionId,
};
use crate::domain::item::{ItemState, Outcome};
use crate::domain::queue;
use crate::domain::record::Moment;
use crate::domain::refusal::Refusal;
use crate::domain::session::{Phase, Session};
use crate::text::words::{Id, Words, id};

/// One or two sentences: what is wrong, and what to do next.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one arm for each refusal, so that none is forgotten")]
pub fn refusal(words: &Words, session: &Session, refusal: &Refusal) -> String {
    let say = Saying { words, session };
    match refusal {
        Refusal::NotOpened => words.say(id::REFUSAL_NOT_OPENED),
        Refusal::AlreadyOpen if session.phase == Phase::Paused => {
            words.say(id::REFUSAL_ALREADY_OPEN_PAUSED)
        }
        Refusal::AlreadyOpen => words.say(id::REFUSAL_ALREADY_OPEN),
        Refusal::Closed => words.say(id::REFUSAL_CLOSED),
        Refusal::Paused => words.say(id::REFUSAL_PAUSED),
        Refusal::NotPaused => words.say(id::REFUSAL_NOT_PAUSED),
        Refusal::TimeRunsBack { given, latest } => say.time_runs_back(*given, *latest),
        Refusal::ItemStillOpen(item) => say.about_item(id::REFUSAL_ITEM_STILL_OPEN, *item),
        Refusal::NoItemOpen => session.next_item().map_or_else(
            || words.say(id::REFUSAL_NO_ITEM_OPEN_NONE_LEFT),
            |next| say.about_item(id::REFUSAL_NO_ITEM_OPEN, next.id),
        ),
        Refusal::NoItemLeft => words.say(id::REFUSAL_NO_ITEM_LEFT),
        Refusal::NoSuchItem(item) => {
            let values = [("number", item.0.into()), ("count", session.order.len().into())];
            words.tell(id::REFUSAL_NO_SUCH_ITEM, &values)
        }
        Refusal::ItemClosed(item) => say.item_closed(*item),
        Refusal::ItemNotWaiting(item) => say.about_item(id::REFUSAL_ITEM_NOT_WAITING, *item),
        Refusal::ItemBegun(item) => say.about_item(id::REFUSAL_ITEM_BEGUN, *item),
        Refusal::NoSuchPlace(places) => {
            words.tell(id::REFUSAL_NO_SUCH_PLACE, &[("count", (*places).into())])
        }
        Refusal::OnTime => words.say(id::REFUSAL_ON_TIME),
        Refusal::NoEnd => words.say(id::REFUSAL_NO_END),
        Refusal::NothingToShorten => words.say(id::REFUSAL_NOTHING_TO_SHORTEN),
        Refusal::AgendaFull(_)
        | Refusal::MinutesOutOfBounds(_)
        | Refusal::NoWords
        | Refusal::TooLong { .. } => refusal_of_text(words, refusal),
        Refusal::NoSuchPerson(person) => {
            words.tell(id::REFUSAL_NO_SUCH_PERSON, &[("number", person.0.into())])
        }
        Refusal::TooManyPapers { .. }
        | Refusal::NoticeAhead(_)
        | Refusal::NoticeAfterMeeting { .. } => {
            super::notice::notice_refusal(words, refusal).unwrap_or_default()
        }
        Refusal::AlreadyExpected(expected) => say.already_expected(*expected),
        Refusal::NotExpected(expected) => say.not_expected(*expected),
        Refusal::AlreadyHere(person) => say.about_person(id::REFUSAL_ALREADY_HERE, *person),
        Refusal::NotHere(person) => say.not_here(*person),
        Refusal::HandAlreadyUp(person) => say.hand_already_up(*person),
        Refusal::HandNotUp(person) => say.about_person(id::REFUSAL_HAND_NOT_UP, *person),
        Refusal::HasTheFloor(person) => say.about_person(id::REFUSAL_HAS_THE_FLOOR, *person),
        Refusal::ListIsClosed(_)
        | Refusal::ListClosedAlready
        | Refusal::ListIsOpen
        | Refusal::TurnsUsedUp(..)
        | Refusal::NoSuchQueuePlace(_)
        | Refusal::ChairMustHandOver(_)
        | Refusal::ChairsAlready(_)
        | Refusal::ChairNotGiven
        | Refusal::RulesInForce => floor_refusal(words, session, refusal),
        Refusal::FloorIsFree => words.say(id::REFUSAL_FLOOR_IS_FREE),
        Refusal::NobodyWaiting => words.say(id::REFUSAL_NOBODY_WAITING),
        Refusal::WhoseOpinion => words.say(id::REFUSAL_WHOSE_OPINION),
        Refusal::NoSuchOpinion(opinion) => {
            let values = [("number", opinion.0.into()), ("count", session.opinions.len().into())];
            words.tell(id::REFUSAL_NO_SUCH_OPINION, &values)
        }
        Refusal::OpinionWithdrawn(opinion) => {
            say.by_author(id::REFUSAL_OPINION_WITHDRAWN, *opinion)
        }
        Refusal::OwnOpinion(opinion, person) => {
            say.opinion_and_person(id::REFUSAL_OWN_OPINION, *opinion, *person)
        }
        Refusal::AlreadyEndorsed(opinion, person) => {
            say.opinion_and_person(id::REFUSAL_ALREADY_ENDORSED, *opinion, *person)
        }
        Refusal::NotAQuestion(opinion) => say.by_author(id::REFUSAL_NOT_A_QUESTION, *opinion),
        Refusal::NotAnswered(_)
        | Refusal::SetAside(..)
        | Refusal::BelongsToPoint(..)
        | Refusal::UnderItem(..)
        | Refusal::AlreadyReserved(_)
        | Refusal::NoSuchPoint(_)
        | Refusal::PointDissolved(_)
        | Refusal::AlreadyInPoint(..)
        | Refusal::NotInPoint(..)
        | Refusal::LastOfPoint(..)
        | Refusal::SupportsAlready(..)
        | Refusal::ItemHasOpinions(_) => point_refusal(words, session, refusal),
        Refusal::NoSuchResolution(resolution) => {
            let count = session.resolutions.len();
            say.none_of(id::REFUSAL_NO_SUCH_RESOLUTION, resolution_name(*resolution), count)
        }
        Refusal::ResolutionWithdrawn(resolution) => {
            let values = [("number", resolution_name(*resolution).into())];
            words.tell(id::REFUSAL_RESOLUTION_WITHDRAWN, &values)
        }
        Refusal::ResolutionElsewhere(resolution, item) => say.elsewhere(*resolution, *item),
        Refusal::NothingAgreed => words.say(id::REFUSAL_NOTHING_AGREED),
        Refusal::VotedDown(resolution) => say.voted_down(*resolution),
        Refusal::ThresholdLocked(locked) => {
            let values = [("threshold", threshold(words, *locked).into())];
            words.tell(id::REFUSAL_THRESHOLD_LOCKED, &values)
        }
        Refusal::TooManyHands { counted, present } => {
            let values = [("counted", (*counted).into()), ("present", (*present).into())];
            words.tell(id::REFUSAL_TOO_MANY_HANDS, &values)
        }
        Refusal::MethodLocked(_)
        | Refusal::OtherMethod(_)
        | Refusal::NoEligible
        | Refusal::PresentBeyondEligible { .. }
        | Refusal::TooMuchArea { .. }
        | Refusal::ObjectionsStand(_)
        | Refusal::NoObjection
        | Refusal::NoSuchObjection(_)
        | Refusal::ObjectionResolved(_)
        | Refusal::NothingToAnnounce => {
            super::agreement::refusal(words, session, refusal).unwrap_or_default()
        }
        Refusal::NoHands => words.say(id::REFUSAL_NO_HANDS),
        Refusal::NothingToVoteOn => words.say(id::REFUSAL_NOTHING_TO_VOTE_ON),
        Refusal::NoSuchAction(action) => {
            let count = session.actions.len();
            say.none_of(id::REFUSAL_NO_SUCH_ACTION, action_name(*action), count)
        }
        Refusal::ActionDropped(action) => say.dropped(*action),
        Refusal::DueInThePast(due) => {
            let values =
                [("due", due.to_string().into()), ("on", session.setup.on.to_string().into())];
            words.tell(id::REFUSAL_DUE_IN_THE_PAST, &values)
        }
        Refusal::NothingToReadOut => words.say(id::REFUSAL_NOTHING_TO_READ_OUT),
        Refusal::BeingReadOut(Some(next)) => say.agreed(id::REFUSAL_BEING_READ_OUT, *next),
        Refusal::BeingReadOut(None) | Refusal::AllConfirmed => words.say(id::REFUSAL_ALL_CONFIRMED),
        Refusal::AlreadyConfirmed(what) => say.agreed(id::REFUSAL_ALREADY_CONFIRMED, *what),
        Refusal::NotAgreedOn(resolution) => {
            say.agreed(id::REFUSAL_NOT_AGREED_ON, Agreed::Resolution(*resolution))
        }
        Refusal::NoSuchParked(parked) => {
            let count = session.parked.len();
            say.none_of(id::REFUSAL_NO_SUCH_PARKED, parked_name(*parked), count)
        }
        Refusal::AlreadySettled(parked) => say.settled(*parked),
        Refusal::ItemHindered(how, matters) => say.item_hindered(*how, matters),
        Refusal::MeetingHindered(matters) => {
            let matters = matters_brief(words, matters);
            words.tell(id::REFUSAL_MEETING_HINDERED, &[("matters", matters.into())])
        }
        Refusal::NoMeetingInStage(_)
        | Refusal::ProcedureInForce
        | Refusal::NoTopic(_)
        | Refusal::TopicOnAgenda(..)
        | Refusal::TopicNeeds(..)
        | Refusal::SurveyLacks(..)
        | Refusal::ItemSurveyLacks(..)
        | Refusal::SurveyComplete(_) => super::procedures::topic_refusal(words, session, refusal),
        Refusal::NothingToUndo => words.say(id::REFUSAL_NOTHING_TO_UNDO),
        Refusal::NothingToRedo => words.say(id::REFUSAL_NOTHING_TO_REDO),
        Refusal::NoChange => words.say(id::REFUSAL_NO_CHANGE),
    }
}

/// A refusal that says something of a text alone, so that it needs no meeting: a title or a plan
/// that no record can take.
#[must_use]
pub fn refusal_of_text(words: &Words, refusal: &Refusal) -> String {
    match refusal {
        Refusal::AgendaFull(most) => {
            words.tell(id::REFUSAL_AGENDA_FULL, &[("count", (*most).into())])
        }
        Refusal::MinutesOutOfBounds(minutes) => {
            let values = [("minutes", (*minutes).into()), ("most", MOST_MINUTES.into())];
            words.tell(id::REFUSAL_MINUTES, &values)
        }
        Refusal::TooLong { given, most } => words
            .tell(id::REFUSAL_TOO_LONG, &[("given", (*given).into()), ("most", (*most).into())]),
        _ => words.say(id::REFUSAL_NO_WORDS),
    }
}

/// What every sentence needs at hand.
#[derive(Clone, Copy)]
struct Saying<'a> {
    words: &'a Words,
    session: &'a Session,
}

impl Saying<'_> {
    fn about_item(self, message: Id, item: ItemId) -> String {
        let (place, title) = place_and_title(self.session, item);
        self.words.tell(message, &[("place", place.into()), ("title", title.into())])
    }

    fn about_person(self, message: Id, person: PersonId) -> String {
        self.words.tell(message, &[("name", self.session.name_of(person).into())])
    }

    fn opinion_and_person(self, message: Id, opinion: OpinionId, person: PersonId) -> String {
        let name = self.session.name_of(person);
        self.words.tell(message, &[("number", opinion.0.into()), ("name", name.into())])
    }

    fn by_author(self, message: Id, opinion: OpinionId) -> String {
        let author = self.session.opinion(opinion).map(|opinion| opinion.person);
        self.opinion_and_person(message, opinion, author.unwrap_or(PersonId(0)))
    }

    fn agreed(self, message: Id, what: Agreed) -> String {
        self.words.tell(message, &[("number", agreed_name(what).into())])
    }

    fn already_expected(self, expected: ExpectedId) -> String {
        let name = self.session.expected(expected).map_or("?", |it| it.name.as_str());
        self.words.tell(id::REFUSAL_ALREADY_EXPECTED, &[("name", name.into())])
    }

    fn not_expected(self, expected: ExpectedId) -> String {
        let Some(known) = self.session.expected(expected) else {
            let values = [("number", expected.0.into())];
            return self.words.tell(id::REFUSAL_NO_SUCH_EXPECTED, &values);
        };
        let values = [("name", known.name.as_str().into())];
        self.words.tell(id::REFUSAL_NOT_EXPECTED, &values)
    }

    /// There is no such thing; there are `count` of its kind, numbered from 1.
    fn none_of(self, message: Id, number: String, count: usize) -> String {
        self.words.tell(message, &[("number", number.into()), ("count", count.into())])
    }

    fn time_runs_back(self, given: Moment, latest: Moment) -> String {
        let given = given.with_timezone(latest.offset());
        let same_day = given.date_naive() == latest.date_naive();
        let form = if same_day { "%H:%M:%S" } else { "%Y-%m-%d %H:%M:%S" };
        let values = [
            ("given", given.format(form).to_string().into()),
            ("latest", latest.format(form).to_string().into()),
        ];
        self.words.tell(id::REFUSAL_TIME_RUNS_BACK, &values)
    }

    fn item_closed(self, item: ItemId) -> String {
        let (place, title) = place_and_title(self.session, item);
        let how = match self.session.item(item).map(|item| &item.state) {
            Some(ItemState::Closed(how, _)) => outcome(self.words, *how),
            _ => "?".to_owned(),
        };
        let values = [("place", place.into()), ("title", title.into()), ("outcome", how.into())];
        self.words.tell(id::REFUSAL_ITEM_CLOSED, &values)
    }

    fn not_here(self, person: PersonId) -> String {
        let Some(left) = self.session.person(person).and_then(|person| person.left) else {
            return self.about_person(id::REFUSAL_NOT_HERE, person);
        };
        let values = [
            ("name", self.session.name_of(person).into()),
            ("time", left.format("%H:%M").to_string().into()),
        ];
        self.words.tell(id::REFUSAL_NOT_HERE_SINCE, &values)
    }

    fn hand_already_up(self, person: PersonId) -> String {
        let order = queue::order(self.session, usize::MAX);
        let place = order.iter().position(|next| next.person == person);
        let values = [
            ("name", self.session.name_of(person).into()),
            ("place", (place.unwrap_or_default() + 1).into()),
        ];
        self.words.tell(id::REFUSAL_HAND_ALREADY_UP, &values)
    }

    fn elsewhere(self, resolution: ResolutionId, item: ItemId) -> String {
        let (place, title) = place_and_title(self.session, item);
        let values = [
            ("number", resolution_name(resolution).into()),
            ("place", place.into()),
            ("title", title.into()),
        ];
        self.words.tell(id::REFUSAL_RESOLUTION_ELSEWHERE, &values)
    }

    fn voted_down(self, id: ResolutionId) -> String {
        let number = resolution_name(id);
        let vote = self.session.resolution(id).and_then(|it| it.vote);
        let Some(vote) = vote.and_then(|vote| self.session.vote(vote)) else {
            return self.words.tell(id::REFUSAL_VOTED_DOWN, &[("number", number.into())]);
        };
        let count = counted(self.words, vote.into());
        let values = [("number", number.into()), ("count", count.into())];
        self.words.tell(id::REFUSAL_VOTED_DOWN_COUNT, &values)
    }

    fn dropped(self, action: ActionId) -> String {
        let why = self.session.action(action).and_then(|action| action.dropped.as_deref());
        let values = [("number", action_name(action).into()), ("why", why.unwrap_or("?").into())];
        self.words.tell(id::REFUSAL_ACTION_DROPPED, &values)
    }

    fn settled(self, parked: ParkedId) -> String {
        let how = self.session.parked(parked).and_then(|parked| parked.settled.as_deref());
        let values = [("number", parked_name(parked).into()), ("how", how.unwrap_or("?").into())];
        self.words.tell(id::REFUSAL_ALREADY_SETTLED, &values)
    }

    fn item_hindered(self, how: Outcome, matters: &[Matter]) -> String {
        let values = [
            ("outcome", outcome(self.words, how).into()),
            ("matters", matters_brief(self.words, matters).into()),
            ("typed", outcome_typed(self.words, how).into()),
        ];
        self.words.tell(id::REFUSAL_ITEM_HINDERED, &values)
    }
}
