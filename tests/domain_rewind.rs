//! Going back to an earlier line gives the meeting as it was then, whatever was undone and redone.

#[path = "common/meeting.rs"]
mod common;

use common::*;
use proptest::prelude::*;
use yishi::domain::command::Command;
use yishi::domain::meeting::Meeting;

/// A long meeting with undo and redo in runs, over many kept states.
fn winding(choices: &[u8]) -> Meeting {
    let mut room = Room::on_parking();
    for choice in choices {
        room.wait(i64::from(*choice));
        let command = match choice % 8 {
            0..=3 => says(WANG, "先公示"),
            4 | 5 => Command::Undo,
            6 => Command::Redo,
            _ => raise(LI),
        };
        // What is refused leaves no line.
        let _ = room.meeting.carry_out(&command, room.now, BY);
    }
    room.meeting
}

fn same(one: &Meeting, other: &Meeting) -> Result<(), TestCaseError> {
    prop_assert_eq!(one.session(), other.session());
    prop_assert_eq!(one.lines(), other.lines());
    prop_assert_eq!(one.standing(), other.standing());
    let seq = |line: Option<&yishi::domain::record::Line<_>>| line.map(|line| line.seq);
    prop_assert_eq!(seq(one.undoable()), seq(other.undoable()));
    prop_assert_eq!(seq(one.redoable()), seq(other.redoable()));
    Ok(())
}

fn prefix(meeting: &Meeting, count: usize) -> Meeting {
    match Meeting::replay(meeting.lines()[..count].to_vec()) {
        Ok(meeting) => meeting,
        Err(error) => panic!("{error}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn going_back_is_as_if_the_rest_had_never_been_written(
        choices in prop::collection::vec(any::<u8>(), 0..400),
        steps in prop::collection::vec(any::<prop::sample::Index>(), 1..6),
    ) {
        let whole = winding(&choices);
        let mut meeting = whole.clone();
        for step in steps {
            let count = step.index(whole.lines().len()) + 1;
            meeting.go_back_to(count);
            let now = meeting.lines().len();
            same(&meeting, &prefix(&whole, now))?;
            // Forward again, line by line, to the end.
            for line in &whole.lines()[now..] {
                meeting.apply(line.clone());
            }
            same(&meeting, &whole)?;
            meeting.go_back_to(count);
        }
    }
}

#[test]
fn the_first_line_stays_and_more_lines_than_there_are_change_nothing() {
    let whole = Room::closed().meeting;
    let mut meeting = whole.clone();
    meeting.go_back_to(usize::MAX);
    assert_eq!(meeting.lines(), whole.lines());
    meeting.go_back_to(0);
    assert_eq!(meeting.lines(), &whole.lines()[..1]);
    assert_eq!(meeting.session(), prefix(&whole, 1).session());
}
