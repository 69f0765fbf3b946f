//! What a community does not take in as a topic, and where to turn instead.
//!
//! Usual grounds, as lists of topics elsewhere have them: litigation or arbitration, petition cases
//! in process, secrets, personal privacy, private or family interest, beyond local powers; always
//! with a redirect.

use serde::{Deserialize, Serialize};

/// Most exclusions a list may have.
pub const MOST_EXCLUSIONS: usize = 50;

/// A ground on which a topic is not taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exclusion {
    /// A short word for it, which others can refer to.
    pub key: String,
    /// What it is called, in Chinese or in the community's own words.
    pub name: String,
    /// The same in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// Where to turn instead (转办指引).
    pub redirect: String,
    /// The same in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redirect_en: Option<String>,
}

impl Exclusion {
    /// What it is called.
    #[must_use]
    pub fn name(&self, english: bool) -> &str {
        self.name_en.as_deref().filter(|_| english).unwrap_or(&self.name)
    }

    /// Where to turn instead.
    #[must_use]
    pub fn redirect(&self, english: bool) -> &str {
        self.redirect_en.as_deref().filter(|_| english).unwrap_or(&self.redirect)
    }
}
