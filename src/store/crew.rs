//! Doing one thing with each of many, on as many threads as the computer has.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// So many things are faster done alone than a thread is begun.
const FEW: usize = 4;

/// The results of `work` for each of `things`, in their order. Every thread has a `tool` of its own,
/// such as memory to read into. With little to do nobody is called to help.
pub(super) fn each<T: Sync, Tool, Made: Send>(
    things: &[T],
    tool: impl Fn() -> Tool + Sync,
    work: impl Fn(&mut Tool, &T) -> Made + Sync,
) -> Vec<Made> {
    each_beside(things, || (), tool, work).1
}

/// As [`each`]; the calling thread does something else first while the others begin.
pub(super) fn each_beside<T: Sync, First, Tool, Made: Send>(
    things: &[T],
    first: impl FnOnce() -> First,
    tool: impl Fn() -> Tool + Sync,
    work: impl Fn(&mut Tool, &T) -> Made + Sync,
) -> (First, Vec<Made>) {
    let helpers = if things.len() <= FEW {
        0
    } else {
        thread::available_parallelism().map_or(0, |threads| threads.get() - 1).min(things.len())
    };
    let next = AtomicUsize::new(0);
    let made: Mutex<Vec<(usize, Made)>> = Mutex::new(Vec::with_capacity(things.len()));
    let share = || {
        let mut tool = tool();
        let mut mine = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(thing) = things.get(at) else { break };
            mine.push((at, work(&mut tool, thing)));
        }
        made.lock().unwrap_or_else(PoisonError::into_inner).append(&mut mine);
    };
    let first = thread::scope(|scope| {
        for _ in 0..helpers {
            scope.spawn(share);
        }
        let first = first();
        share();
        first
    });
    let mut made = made.into_inner().unwrap_or_else(PoisonError::into_inner);
    made.sort_unstable_by_key(|(at, _)| *at);
    (first, made.into_iter().map(|(_, made)| made).collect())
}

#[cfg(test)]
mod tests {
    use super::each;

    #[test]
    fn results_come_in_the_order_of_things() {
        for count in [0_usize, 1, 4, 5, 1_000] {
            let things: Vec<usize> = (0..count).collect();
            let doubled = each(&things, || 2, |tool, thing| *tool * thing);
            let expected: Vec<usize> = things.iter().map(|thing| 2 * thing).collect();
            assert_eq!(doubled, expected);
        }
    }
}
