//! `community.ron`: what a community is called and how it meets.
//!
//! The program writes this file once; from then on it belongs to the people who edit it and is only
//! ever read; [`super::handwritten`] says how.

use std::fmt::Write as _;
use std::path::Path;

use serde::Deserialize;

use super::disk::{Disk, DiskError, write_new};
use super::handwritten::{Fault, lenient, strict_text, why_not_ron};
use crate::domain::agreement::Threshold;

/// Seconds a turn takes where nobody says otherwise: 3 minutes, as in the community editions of
/// Robert's Rules.
pub const TURN_SECONDS: u32 = 180;

/// Most seconds a turn may take: an hour.
pub const MOST_TURN_SECONDS: u32 = 3_600;

/// A community, and what its new sessions start with.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Community {
    /// Its name, such as `锦苑社区`.
    pub name: String,
    /// The places it lies in, from province to subdistrict, with `/` between.
    #[serde(default)]
    pub region: Option<String>,
    /// Seconds a turn may take.
    #[serde(default = "turn_seconds")]
    pub turn_seconds: u32,
    /// What carries a motion.
    #[serde(default)]
    pub threshold: Threshold,
    /// The rules of the floor that new sessions begin with, by name; plain hand order without.
    #[serde(default)]
    pub rules: Option<String>,
    /// The procedure that its topics follow, by name; that of the program without.
    #[serde(default)]
    pub procedure: Option<String>,
    /// Whom to ask about meetings, as notices say it: an office and its number.
    #[serde(default)]
    pub contact: Option<String>,
    /// Where its office is: degrees north and east.
    #[serde(default)]
    pub spot: Option<(f64, f64)>,
    /// Its grids (网格), by name.
    #[serde(default)]
    pub grids: Vec<String>,
}

const fn turn_seconds() -> u32 {
    TURN_SECONDS
}

/// The fields above, to tell a misspelt one.
const FIELDS: [&str; 9] = [
    "name",
    "region",
    "turn_seconds",
    "threshold",
    "rules",
    "procedure",
    "contact",
    "spot",
    "grids",
];

/// What is wrong with `community.ron`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommunityFault {
    /// It is not written as it should be.
    #[error(transparent)]
    Text(#[from] Fault),
    /// The name is empty.
    #[error("the name is empty")]
    NoName,
    /// A turn of so many seconds is out of bounds.
    #[error("turn_seconds is {given}; use 1 to {MOST_TURN_SECONDS}")]
    TurnSeconds {
        /// What is there.
        given: u32,
    },
    /// There is no such place on earth.
    #[error("spot is ({north}, {east}); use -90 to 90 and -180 to 180")]
    Spot {
        /// Degrees north, as written.
        north: String,
        /// Degrees east, as written.
        east: String,
    },
}

impl Community {
    /// A community as it is before anybody edits its file.
    #[must_use]
    pub fn new(name: &str, region: Option<&str>) -> Self {
        Self {
            name: name.trim().to_owned(),
            region: region.map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()),
            turn_seconds: TURN_SECONDS,
            threshold: Threshold::default(),
            rules: None,
            procedure: None,
            contact: None,
            spot: None,
            grids: Vec::new(),
        }
    }

    /// Reads the file's content.
    ///
    /// # Errors
    /// See [`CommunityFault`].
    pub fn parse(bytes: &[u8]) -> Result<Self, CommunityFault> {
        let text = strict_text(bytes)?;
        let community: Self =
            lenient().from_str(text).map_err(|error| why_not_ron(text, &error))?;
        if community.name.trim().is_empty() {
            return Err(CommunityFault::NoName);
        }
        if !(1..=MOST_TURN_SECONDS).contains(&community.turn_seconds) {
            return Err(CommunityFault::TurnSeconds { given: community.turn_seconds });
        }
        if let Some((north, east)) = community.spot
            && !((-90.0..=90.0).contains(&north) && (-180.0..=180.0).contains(&east))
        {
            let (north, east) = (north.to_string(), east.to_string());
            return Err(CommunityFault::Spot { north, east });
        }
        Ok(community)
    }

    /// The file as it is first written, under a comment for those who edit it.
    #[must_use]
    pub fn to_text(&self, heading: &str) -> String {
        let quoted = |text: &str| ron::ser::to_string(text).unwrap_or_else(|_| "\"\"".to_owned());
        let mut text = String::new();
        for line in heading.lines() {
            text.push_str(format!("// {line}").trim_end());
            text.push('\n');
        }
        text.push_str("(\n");
        // Writing to a String does not fail.
        let _ = writeln!(text, "    name: {},", quoted(&self.name));
        if let Some(region) = &self.region {
            let _ = writeln!(text, "    region: {},", quoted(region));
        }
        let _ = writeln!(text, "    turn_seconds: {},", self.turn_seconds);
        let _ = writeln!(text, "    threshold: {:?},", self.threshold);
        if let Some(rules) = &self.rules {
            let _ = writeln!(text, "    rules: {},", quoted(rules));
        }
        for (field, value) in [("procedure", &self.procedure), ("contact", &self.contact)] {
            if let Some(value) = value {
                let _ = writeln!(text, "    {field}: {},", quoted(value));
            }
        }
        if let Some((north, east)) = self.spot {
            let _ = writeln!(text, "    spot: ({north:?}, {east:?}),");
        }
        if !self.grids.is_empty() {
            let grids: Vec<String> = self.grids.iter().map(|grid| quoted(grid)).collect();
            let _ = writeln!(text, "    grids: [{}],", grids.join(", "));
        }
        text.push_str(")\n");
        text
    }
}

/// Writes a community's file where there is none yet.
///
/// # Errors
/// [`DiskError::is_taken`] when there is one; it is not touched.
pub fn write_once(
    disk: &dyn Disk,
    path: &Path,
    community: &Community,
    heading: &str,
) -> Result<(), DiskError> {
    write_new(disk, path, community.to_text(heading).as_bytes())
}

/// Names in the file that mean nothing to this program: misspelt, or of a newer version.
#[must_use]
pub fn unknown_fields(bytes: &[u8]) -> Vec<String> {
    let value =
        strict_text(bytes).ok().and_then(|text| lenient().from_str::<ron::Value>(text).ok());
    let Some(ron::Value::Map(map)) = value else {
        return Vec::new();
    };
    map.keys()
        .filter_map(|key| match key {
            ron::Value::String(name) => Some(name.clone()),
            _ => None,
        })
        .filter(|name| !FIELDS.contains(&name.as_str()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::handwritten::Place;

    #[test]
    fn what_is_written_is_read_again() {
        for (name, region) in [
            ("锦苑社区", Some("贵州省/贵阳市/观山湖区/金阳街道")),
            ("a \"quoted\" \\ name\n", None),
        ] {
            let community = Community::new(name, region);
            let text = community.to_text("可以改。\n\n第二行");
            assert!(text.starts_with("// 可以改。\n//\n// 第二行\n("), "{text}");
            assert_eq!(Community::parse(text.as_bytes()), Ok(community));
        }
    }

    #[test]
    fn what_editors_do_is_forgiven() {
        let whole = Community {
            turn_seconds: 120,
            threshold: Threshold::TwoThirdsOfPresent,
            ..Community::new("锦苑", Some("贵州省"))
        };
        for text in [
            "(name:\"锦苑\",region:\"贵州省\",turn_seconds:120,threshold:TwoThirdsOfPresent)",
            "\u{feff}(name:\"锦苑\",region:Some(\"贵州省\"),turn_seconds:120,threshold:TwoThirdsOfPresent)",
            "// （注意）\r\n(\r\n  name: \"锦苑\", region: \"贵州省\", later: [1],\r\n turn_seconds: 120, threshold: TwoThirdsOfPresent,\r\n)\r\n",
        ] {
            assert_eq!(Community::parse(text.as_bytes()), Ok(whole.clone()), "{text}");
        }
        assert_eq!(Community::parse(b"(name:\"a\")"), Ok(Community::new("a", None)));
    }

    #[test]
    fn mistakes_are_told_with_their_place() {
        let wide = |line, column, found, instead| {
            Fault::FullWidth { at: Place { line, column }, found, instead }.into()
        };
        for (text, fault) in [
            ("（name:\"锦苑\")", wide(1, 1, '（', '(')),
            ("(\n  name：\"锦苑（东）\",\n)", wide(2, 7, '：', ':')),
            ("// “这里”没事\n(name:“锦苑”)", wide(2, 7, '“', '"')),
            ("(name:\"锦苑\"，turn_seconds:60)", wide(1, 11, '，', ',')),
            ("(name:\"  \")", CommunityFault::NoName),
            ("(name:\"a\",turn_seconds:0)", CommunityFault::TurnSeconds { given: 0 }),
        ] {
            assert_eq!(Community::parse(text.as_bytes()), Err(fault), "{text}");
        }
        match Community::parse(b"(\n name: \"a\",\n turn_seconds: soon,\n)") {
            Err(CommunityFault::Text(Fault::NotRon { at: Place { line: 3, .. }, .. })) => {}
            other => panic!("{other:?}"),
        }
        let gbk = b"(\n name: \"\xbd\xf5\xd4\xb7\")";
        let at = Place { line: 2, column: 9 };
        assert_eq!(Community::parse(gbk), Err(Fault::NotUtf8 { at }.into()));
    }

    #[test]
    fn misspelt_fields_are_found() {
        let text = b"(name:\"a\",turn_second:60,region:\"b\")";
        assert_eq!(unknown_fields(text), ["turn_second"]);
        assert!(unknown_fields(b"(name:\"a\")").is_empty());
    }
}
