//! Disks for tests: one in memory that forgets what was not synced, one that fails on demand.

mod faulty_disk;
mod memory_disk;

pub use faulty_disk::{Fault, FaultKind, FaultyDisk};
pub use memory_disk::{Keep, MemoryDisk, Unsynced};
