//! The stages of the procedure in a line, the one the meeting is in marked; cut at its ends where
//! the screen is too narrow for all of them.

use ratatui::text::Line;

use crate::domain::procedure::Adopted;
use crate::domain::session::Phase;
use crate::phrase;
use crate::text::width::{clean, width};
use crate::tui::desk::model::Model;
use crate::tui::paint::{fit, piece, plain};

/// Between two stages.
const BETWEEN: &str = " > ";
/// In place of stages that are cut off.
const CUT: &str = "..";

/// The line, in at most `cols` columns wherever the marked stage alone fits into them.
pub fn line(model: &Model, cols: usize) -> Line<'static> {
    let adopted = model.procedure();
    let here = here(&adopted, model.session().phase);
    let labels: Vec<String> = (1..)
        .zip(&adopted.procedure.stages)
        .map(|(number, stage)| {
            let label = clean(&phrase::stage_label(&model.words, stage, number)).into_owned();
            if Some(number) == here { format!("[{label}]") } else { label }
        })
        .collect();
    let at = here.and_then(|number| usize::try_from(number).ok()).unwrap_or(1).saturating_sub(1);
    let (first, last) = shown(&labels, at, cols.saturating_sub(1));
    let theme = &model.theme;
    let mut line = Line::from(plain(" "));
    if first == last
        && labels.len() > 1
        && !is_room_for_ends(&labels, first, cols.saturating_sub(1))
    {
        let label = labels.get(first).map_or("", String::as_str);
        line.spans.push(piece(label, if here.is_some() { theme.strong } else { theme.dim }));
        return fit(line, cols);
    }
    if first > 0 {
        line.spans.push(piece(&format!("{CUT}{BETWEEN}"), theme.dim));
    }
    for (place, label) in labels.iter().enumerate().take(last + 1).skip(first) {
        if place > first {
            line.spans.push(piece(BETWEEN, theme.dim));
        }
        let marked = here.is_some() && place == at;
        line.spans.push(piece(label, if marked { theme.strong } else { theme.dim }));
    }
    if last + 1 < labels.len() {
        line.spans.push(piece(&format!("{BETWEEN}{CUT}"), theme.dim));
    }
    line
}

/// The stage that is marked, counted from 1: the meeting's, and the one after it when the meeting
/// is over.
fn here(adopted: &Adopted, phase: Phase) -> Option<u32> {
    let meeting = adopted.stage();
    match phase {
        Phase::Closed => adopted.stage_after().or(meeting),
        Phase::Prepared | Phase::Running | Phase::Paused => meeting,
    }
}

/// Whether one stage alone leaves room for what says that there are others.
fn is_room_for_ends(labels: &[String], at: usize, cols: usize) -> bool {
    let ends = usize::from(at > 0) + usize::from(at + 1 < labels.len());
    let label = labels.get(at).map_or(0, |label| width(label));
    label + ends * (width(CUT) + width(BETWEEN)) <= cols
}

/// The first and the last stage that are shown: the one at `at`, then what comes after it and what
/// came before it by turns, as long as there is room.
fn shown(labels: &[String], at: usize, cols: usize) -> (usize, usize) {
    let end = labels.len().saturating_sub(1);
    let fits = |first: usize, last: usize| {
        let texts: usize = labels.iter().take(last + 1).skip(first).map(|it| width(it)).sum();
        let ends = usize::from(first > 0) + usize::from(last < end);
        let gaps = last - first + ends;
        texts + ends * width(CUT) + gaps * width(BETWEEN) <= cols
    };
    let (mut first, mut last) = (at.min(end), at.min(end));
    loop {
        let after = last < end && fits(first, last + 1);
        last += usize::from(after);
        let before = first > 0 && fits(first - 1, last);
        first -= usize::from(before);
        if !after && !before {
            return (first, last);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn the_marked_stage_stays_and_what_comes_next_goes_before_what_was() {
        let labels = of("aaaa bbbb cccc dddd eeee ffff");
        // All of them: six of four columns and five gaps of three.
        assert_eq!(shown(&labels, 3, 39), (0, 5));
        // One column less, and one end gives way to two columns.
        assert_eq!(shown(&labels, 3, 38), (1, 5));
        // `.. > cccc > dddd > eeee > ..`: three of four, four gaps, two ends.
        assert_eq!(shown(&labels, 3, 28), (2, 4));
        // One column less: `.. > dddd > eeee > ffff` has 23.
        assert_eq!(shown(&labels, 3, 27), (3, 5));
        assert_eq!(shown(&labels, 3, 22), (3, 4));
        assert_eq!(shown(&labels, 3, 4), (3, 3));
        assert_eq!(shown(&labels, 0, 18), (0, 1));
        assert_eq!(shown(&labels, 5, 18), (4, 5));
    }

    #[test]
    fn an_end_is_not_cut_where_the_last_stage_is_no_longer_than_its_sign() {
        assert_eq!(shown(&of("aaaa bb"), 0, 9), (0, 1));
        assert_eq!(shown(&of("a"), 0, 80), (0, 0));
        assert_eq!(shown(&[], 0, 80), (0, 0));
    }
}
