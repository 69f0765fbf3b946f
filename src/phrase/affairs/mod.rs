//! Words for topics and what is done about them between meetings.

pub mod choices;
mod events;
mod labels;
mod refusals;
mod steps;

pub use events::ledger_event;
pub use labels::{
    case, case_titled, class, class_in_full, lacking, lacking_list, level, need, needs_list,
    outing_kind, procedure_name, result_class, satisfaction, source, stage_label, survey_part,
    topic_state,
};
pub use refusals::affair_refusal;
pub use steps::{topic_step, topic_step_begun};
