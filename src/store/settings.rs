//! `settings.ron`: how somebody wants the program on this laptop.
//!
//! The program writes the file once, with every field at what holds without it and a note on each;
//! from then on it belongs to those who edit it and is only read. A field that is wrong is told and
//! left aside, the others hold.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::disk::{Disk, DiskError, folder_of, write_new};
use super::handwritten::{Expected, Field, Mistake, Piece, Place, fields_once, lenient_text};
use crate::text::words::Lang;

/// What the lines of frames are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Borders {
    /// Lines where the terminal shows them in one column, else ASCII.
    #[default]
    Auto,
    /// `-`, `|` and `+`, which every terminal has.
    Ascii,
    /// Lines.
    Lines,
}

impl Borders {
    /// How they are written.
    pub const NAMES: [&str; 3] = ["auto", "ascii", "lines"];

    /// Reads what is written.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let all = [Self::Auto, Self::Ascii, Self::Lines];
        all.into_iter().find(|it| it.name() == text)
    }

    /// How it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Ascii => "ascii",
            Self::Lines => "lines",
        }
    }
}

/// When the terminal's bell is rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Bell {
    /// Never.
    #[default]
    Off,
    /// When the time of a turn is used up.
    TurnOver,
    /// When something is refused.
    Refusals,
    /// Both.
    Both,
}

impl Bell {
    /// How they are written.
    pub const NAMES: [&str; 4] = ["off", "turn_over", "refusals", "both"];

    /// Reads what is written.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let all = [Self::Off, Self::TurnOver, Self::Refusals, Self::Both];
        all.into_iter().find(|it| it.name() == text)
    }

    /// How it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::TurnOver => "turn_over",
            Self::Refusals => "refusals",
            Self::Both => "both",
        }
    }

    /// Whether it is rung when the time of a turn is used up.
    #[must_use]
    pub const fn at_turn_over(self) -> bool {
        matches!(self, Self::TurnOver | Self::Both)
    }

    /// Whether it is rung when something is refused.
    #[must_use]
    pub const fn at_refusals(self) -> bool {
        matches!(self, Self::Refusals | Self::Both)
    }
}

/// How yes and no are written.
pub const YES_NO: [&str; 2] = ["true", "false"];

/// Reads yes or no.
#[must_use]
pub fn yes_no(text: &str) -> Option<bool> {
    match text {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// How the language is written.
pub const LANGUAGES: [&str; 3] = ["auto", "zh", "en"];

/// What the file says; nothing where it says nothing, or something wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// The language; none to follow the system.
    pub language: Option<Lang>,
    /// A theme.
    pub theme: Option<ThemeName>,
    /// What frames are drawn with.
    pub borders: Option<Borders>,
    /// Whether the program takes the mouse.
    pub mouse: Option<bool>,
    /// When the bell is rung.
    pub bell: Option<Bell>,
    /// Who takes the record.
    pub recorder: Option<String>,
    /// The folder everything is kept in.
    pub store: Option<PathBuf>,
    /// The font from which the room's screen makes large characters: a file.
    pub font: Option<PathBuf>,
    /// Whether the output is linear, for those who have it read to them.
    pub plain: Option<bool>,
}

/// The name of a theme, and where it is written: only whoever has read all themes can tell whether
/// there is one of that name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeName {
    /// The name.
    pub name: String,
    /// Where.
    pub at: Place,
}

/// The fields with what stands in a file that nobody has edited.
pub const FIELDS: [(&str, &str); 9] = [
    ("language", "auto"),
    ("theme", "dark"),
    ("borders", "auto"),
    ("mouse", "false"),
    ("bell", "off"),
    ("recorder", "\"\""),
    ("store", "\"\""),
    ("font", "\"\""),
    ("plain", "false"),
];

impl Settings {
    /// Reads the file's content as far as it goes, and says what is wrong in it.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> (Self, Vec<Mistake>) {
        let (text, broken) = lenient_text(bytes);
        let (found, wrong) = fields_once(Piece::whole(&text));
        let mut mistakes: Vec<Mistake> = broken.into_iter().map(Into::into).collect();
        mistakes.extend(wrong);
        let mut settings = Self::default();
        mistakes.extend(found.iter().filter_map(|field| settings.take(field).err()));
        mistakes.sort_by_key(Mistake::at);
        (settings, mistakes)
    }

    fn take(&mut self, field: &Field<'_>) -> Result<(), Mistake> {
        let value = field.value;
        let name = field.name.text;
        let wrong = |expected| field.cannot_be(expected);
        let one_of = |names: &[&str]| wrong(Expected::one_of(names));
        let word = value.word();
        let word = word.as_deref();
        let text = || value.quoted().ok_or_else(|| wrong(Expected::Text));
        let path = || value.path().ok_or_else(|| wrong(Expected::Path));
        match name {
            "language" => {
                self.language = match word {
                    Some("auto") => None,
                    Some("zh") => Some(Lang::Zh),
                    Some("en") => Some(Lang::En),
                    _ => return Err(one_of(&LANGUAGES)),
                }
            }
            "theme" => {
                let name = given(&value.word().ok_or_else(|| wrong(Expected::Text))?);
                self.theme = name.map(|name| ThemeName { name, at: value.at });
            }
            "borders" => {
                let borders = word.and_then(Borders::parse);
                self.borders = Some(borders.ok_or_else(|| one_of(&Borders::NAMES))?);
            }
            "mouse" => {
                self.mouse = Some(yes_no(value.text).ok_or_else(|| one_of(&YES_NO))?);
            }
            "bell" => {
                let bell = word.and_then(Bell::parse);
                self.bell = Some(bell.ok_or_else(|| one_of(&Bell::NAMES))?);
            }
            "recorder" => self.recorder = given(&text()?),
            "store" => self.store = given(&path()?).map(PathBuf::from),
            "font" => self.font = given(&path()?).map(PathBuf::from),
            "plain" => {
                self.plain = Some(yes_no(value.text).ok_or_else(|| one_of(&YES_NO))?);
            }
            _ => return Err(field.unknown()),
        }
        Ok(())
    }
}

/// Nothing between the quotes is as good as no field.
fn given(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The file as it is first written: a heading, and each field under its note.
#[must_use]
pub fn to_text(heading: &str, note: impl Fn(&str) -> String) -> String {
    let mut text = String::new();
    let comment = |text: &mut String, indent: &str, words: &str| {
        for line in words.lines() {
            text.push_str(format!("{indent}// {line}").trim_end());
            text.push('\n');
        }
    };
    comment(&mut text, "", heading);
    text.push_str("(\n");
    for (at, (name, value)) in FIELDS.into_iter().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        comment(&mut text, "    ", &note(name));
        // Writing to a String does not fail.
        let _ = writeln!(text, "    {name}: {value},");
    }
    text.push_str(")\n");
    text
}

/// Writes the file where there is none yet; whether it was written.
///
/// # Errors
/// When the system refuses. One that is there is no error, and is not touched.
pub fn write_once(disk: &dyn Disk, path: &Path, text: &str) -> Result<bool, DiskError> {
    if disk.look(path)?.is_some() {
        return Ok(false);
    }
    disk.create_dir_all(folder_of(path))?;
    match write_new(disk, path, text.as_bytes()) {
        Ok(()) => Ok(true),
        Err(error) if error.is_taken() => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::handwritten::Fault;
    use crate::store::testing::MemoryDisk;

    const PATH: &str = "/config/settings.ron";

    fn theme(name: &str, at: Place) -> ThemeName {
        ThemeName { name: name.to_owned(), at }
    }

    fn at(line: usize, column: usize) -> Place {
        Place { line, column }
    }

    #[test]
    fn every_field_is_read() {
        let text = "(language: en, theme: \"我的\", borders: lines, mouse: true, bell: both,\n\
                    recorder: \" 李敏 \", store: \"D:\\议事\", font: \"/f/song.ttc\", plain: true)";
        let settings = Settings {
            language: Some(Lang::En),
            theme: Some(theme("我的", at(1, 23))),
            borders: Some(Borders::Lines),
            mouse: Some(true),
            bell: Some(Bell::Both),
            recorder: Some("李敏".to_owned()),
            store: Some("D:\\议事".into()),
            font: Some("/f/song.ttc".into()),
            plain: Some(true),
        };
        assert_eq!(Settings::parse(text.as_bytes()), (settings, vec![]));
        for nothing in
            ["", "()", "// later\n", "\u{feff}(language: auto, recorder: \"\", store: \" \")"]
        {
            assert_eq!(Settings::parse(nothing.as_bytes()), (Settings::default(), vec![]));
        }
    }

    #[test]
    fn what_is_wrong_is_told_and_left_aside() {
        let text = "(\n    langauge: zh,\n    theme: light\n    borders: \"round\",\n    mouse：true,\n    \
                    bell: refusals,\n    recorder: 李敏,\n    bell: off,\n)\n";
        let (settings, mistakes) = Settings::parse(text.as_bytes());
        let expected = Settings {
            theme: Some(theme("light", at(3, 12))),
            bell: Some(Bell::Refusals),
            ..Settings::default()
        };
        assert_eq!(settings, expected);
        let value = |at, name: &str, found: &str, expected| Mistake::Value {
            at,
            name: name.to_owned(),
            found: found.to_owned(),
            expected,
        };
        assert_eq!(
            mistakes,
            [
                Mistake::Unknown { at: at(2, 5), name: "langauge".to_owned() },
                Fault::Missing { at: at(3, 17), mark: ',' }.into(),
                value(at(4, 14), "borders", "\"round\"", Expected::one_of(&Borders::NAMES)),
                Fault::FullWidth { at: at(5, 10), found: '：', instead: ':' }.into(),
                value(at(7, 15), "recorder", "李敏", Expected::Text),
                Mistake::Twice { at: at(8, 5), first: at(6, 5), name: "bell".to_owned() },
            ]
        );
    }

    #[test]
    fn another_encoding_costs_what_is_written_in_it_only() {
        let (settings, mistakes) =
            Settings::parse(b"// \xc9\xe8\xd6\xc3\n(theme: light, recorder: \"\xc0\xee\xc3\xf4\")");
        assert_eq!(
            settings,
            Settings { theme: Some(theme("light", at(2, 9))), ..Settings::default() }
        );
        assert_eq!(mistakes.len(), 2, "{mistakes:?}");
        assert_eq!(mistakes[0], Fault::NotUtf8 { at: at(1, 4) }.into());
    }

    #[test]
    fn the_file_is_written_once_and_says_what_holds_without_it() {
        let disk = MemoryDisk::new();
        let text = to_text("标题\n\n第二行", |name| format!("{name} 的说明"));
        assert!(text.starts_with("// 标题\n//\n// 第二行\n(\n    // language 的说明\n"), "{text}");
        assert_eq!(Settings::parse(text.as_bytes()).1, [], "{text}");
        let path = Path::new(PATH);
        assert!(write_once(&disk, path, &text).unwrap());
        assert!(!write_once(&disk, path, "something else").unwrap());
        assert_eq!(disk.read(path).unwrap(), text.as_bytes());
        let (settings, _) = Settings::parse(text.as_bytes());
        let unset = Settings {
            theme: Some(theme("dark", settings.theme.as_ref().unwrap().at)),
            borders: Some(Borders::default()),
            mouse: Some(false),
            bell: Some(Bell::default()),
            plain: Some(false),
            ..Settings::default()
        };
        assert_eq!(settings, unset);
    }

    #[test]
    fn names_are_read_as_they_are_written() {
        for name in Borders::NAMES {
            assert_eq!(Borders::parse(name).map(Borders::name), Some(name));
        }
        for name in Bell::NAMES {
            assert_eq!(Bell::parse(name).map(Bell::name), Some(name));
        }
    }
}
