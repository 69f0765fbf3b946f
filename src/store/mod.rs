//! Files: append-only logs, recovery, locks, and where communities and sessions live.
