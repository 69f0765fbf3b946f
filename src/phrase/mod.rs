//! Words for the things of the domain, in the language chosen.
//!
//! Recorded text goes into these words as it was recorded: whoever shows them passes them through
//! [`crate::text::width::clean`] last. Only where a phrase must fit a line is recorded text cleaned
//! and clipped here.

pub mod affairs;
mod agreement;
mod calls;
mod events;
pub mod figures;
mod floor;
mod labels;
mod matters;
pub mod mistakes;
mod notice;
mod points;
mod procedures;
mod refusals;
mod setup;
mod time_plan;
pub mod troubles;

pub use agreement::{
    Figures, counted, finding, kind, method, method_short, metres, objection, objection_name, rule,
};
pub use calls::{call_refusal, duty_day, grid_of_nobody, names_of, near, station_kind, weekday};
pub use events::{event, line_told};
pub use floor::{
    hand_kind, provenance, rules_brief, rules_name, rules_told, why_in_queue, why_next,
};
pub use labels::{
    action_name, action_state, agreed_name, agreed_text, bracketed, called, comma_list, count,
    duration, item_label, item_state, lack, next_step, outcome, outcome_typed, parked_name, phase,
    resolution_name, role, role_words, share, stance, threshold,
};
pub use matters::{matter, matters_brief};
pub use notice::notice_state;
pub use points::{fates, point_name, settled};
pub use procedures::{
    after_meeting, ordinal, procedure_source, procedure_title, procedure_told, stage_label,
    stage_told, step, survey_lacking, survey_notice, work,
};
pub use refusals::{refusal, refusal_of_text};
pub use setup::{clock_time, gap, left_from, left_title, warning};
pub use time_plan::proposal;
