//! Doing one thing with each of many, on as many threads as the computer has.

use std::sync::PoisonError;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard};
use std::thread;

/// The results of `work` for each of `things`, in their order. Every thread has a `tool` of its own,
/// such as memory to read into. With little to do nobody is called to help.
pub(super) fn each<T: Sync, Tool, Made: Send>(
    things: &[T],
    tool: impl Fn() -> Tool + Sync,
    work: impl Fn(&mut Tool, &T) -> Made + Sync,
) -> Vec<Made> {
    /// So many are faster done alone than a thread is begun.
    const FEW: usize = 4;
    let helpers = if things.len() <= FEW {
        1
    } else {
        thread::available_parallelism().map_or(1, usize::from).min(things.len())
    };
    let next = AtomicUsize::new(0);
    let made: Mutex<Vec<(usize, Made)>> = Mutex::new(Vec::with_capacity(things.len()));
    let toil = || {
        let mut tool = tool();
        let mut mine = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(thing) = things.get(at) else { break };
            mine.push((at, work(&mut tool, thing)));
        }
        held(&made).append(&mut mine);
    };
    thread::scope(|scope| {
        for _ in 1..helpers {
            scope.spawn(toil);
        }
        toil();
    });
    let mut made = made.into_inner().unwrap_or_else(PoisonError::into_inner);
    made.sort_unstable_by_key(|(at, _)| *at);
    made.into_iter().map(|(_, made)| made).collect()
}

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
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
