//! Grounds on which a topic is not dealt with (不予受理情形), each with another way to turn to.

use serde::{Deserialize, Serialize};

/// A ground of exclusion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exclusion {
    /// A short name, never used twice.
    pub key: String,
    /// What it is called, in Chinese or in the community's own words.
    pub name: String,
    /// What it is called in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// Where to turn instead (转办指引).
    pub redirect: String,
    /// The same in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redirect_en: Option<String>,
}
