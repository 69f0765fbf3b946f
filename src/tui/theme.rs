//! Colours by meaning. Nothing is told by colour alone: every colour goes with a mark or a word.
//!
//! Themes are data: those in `data/themes` come with the program, others are files of the user's.
//! A screen has one of them and goes to the next with [`Theme::next`].

use std::fmt;
use std::sync::LazyLock;

use ratatui::style::{Color, Modifier, Style};

use super::glyphs::Glyphs;
use crate::domain::opinion::Stance;
use crate::store::handwritten::{Expected, Mistake, Piece, fields_once, lenient_text};
use crate::text::words::{Words, id};

/// Makes the list of what has a style.
macro_rules! parts {
    ($($(#[$doc:meta])* $part:ident),* $(,)?) => {
        /// How everything looks.
        #[derive(Clone, Copy, PartialEq, Eq)]
        pub struct Theme {
            /// What it is called in settings.
            pub name: &'static str,
            $($(#[$doc])* pub $part: Style,)*
            /// What frames and bars are drawn with.
            pub glyphs: Glyphs,
            /// Those one can change to, this one among them.
            family: &'static [Self],
        }

        /// What has a style, as named in a file.
        pub const PARTS: &[&str] = &[$(stringify!($part),)*];

        impl Theme {
            /// No style for anything.
            const fn bare(name: &'static str) -> Self {
                Self { name, $($part: Style::new(),)* glyphs: Glyphs::ASCII, family: &[] }
            }

            fn part(&mut self, name: &str) -> Option<&mut Style> {
                match name {
                    $(stringify!($part) => Some(&mut self.$part),)*
                    _ => None,
                }
            }

            /// Each part with its style.
            #[must_use]
            pub fn styles(&self) -> Vec<(&'static str, Style)> {
                vec![$((stringify!($part), self.$part),)*]
            }
        }
    };
}

parts! {
    /// The whole screen, where nothing else is said.
    ground,
    /// Headings and the stage the meeting is in.
    strong,
    /// What matters less.
    dim,
    /// Done, saved, carried.
    good,
    /// Nearly used up; open.
    warn,
    /// Over, refused, not saved.
    bad,
    /// What the next-step key does.
    next,
    /// Keys.
    key,
    /// The row under the bar.
    bar,
    /// What lies over the screen.
    popup,
    /// 赞成
    support,
    /// 反对
    oppose,
    /// 提问
    question,
    /// 顾虑
    concern,
    /// 建议
    suggestion,
}

/// The themes that come with the program; the first is what holds unless somebody says otherwise.
const BUILT_IN: [(&str, &str); 4] = [
    ("dark", include_str!("../../data/themes/dark.ron")),
    ("light", include_str!("../../data/themes/light.ron")),
    ("contrast", include_str!("../../data/themes/contrast.ron")),
    (MONO, include_str!("../../data/themes/mono.ron")),
];

/// The theme without colours.
pub const MONO: &str = "mono";

static STANDARD: LazyLock<Vec<Theme>> = LazyLock::new(|| {
    let read = |(name, text): (&'static str, &str)| {
        // The texts are part of the program and a test reads them.
        read_over(Theme::bare(name), text.as_bytes()).0
    };
    BUILT_IN.map(read).to_vec()
});

impl fmt::Debug for Theme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Theme")
            .field("name", &self.name)
            .field("glyphs", &self.glyphs)
            .finish_non_exhaustive()
    }
}

impl Default for Theme {
    fn default() -> Self {
        let family = standard();
        family.first().map_or(Self::bare("dark"), |first| Self { family, ..*first })
    }
}

/// The themes that come with the program.
#[must_use]
pub fn standard() -> &'static [Theme] {
    &STANDARD
}

/// The themes that come with the program, and others behind them; one of the same name takes the
/// place of the program's. They are kept for as long as the program runs.
#[must_use]
pub fn with_own(own: Vec<Theme>) -> &'static [Theme] {
    if own.is_empty() {
        return standard();
    }
    let mut family = standard().to_vec();
    for theme in own {
        match family.iter_mut().find(|it| it.name == theme.name) {
            Some(same) => *same = theme,
            None => family.push(theme),
        }
    }
    Vec::leak(family)
}

/// Reads a theme of the user's, and says what is wrong in it. What it does not say, or says wrong,
/// is as in the theme that its field `like` names, else as in the first.
#[must_use]
pub fn read(name: &str, bytes: &[u8]) -> (Theme, Vec<Mistake>) {
    let name: &'static str = String::leak(name.to_owned());
    let (text, _) = lenient_text(bytes);
    let (found, _) = fields_once(Piece::whole(&text));
    let like = found.iter().find(|field| field.name.text == "like");
    let like = like.and_then(|field| field.value.word());
    let like = like.and_then(|like| standard().iter().find(|it| it.name == like).copied());
    read_over(Theme { name, ..like.unwrap_or_default() }, bytes)
}

fn read_over(mut theme: Theme, bytes: &[u8]) -> (Theme, Vec<Mistake>) {
    let (text, broken) = lenient_text(bytes);
    let mut mistakes: Vec<Mistake> = broken.into_iter().map(Into::into).collect();
    let (found, wrong) = fields_once(Piece::whole(&text));
    mistakes.extend(wrong);
    for field in found {
        if field.name.text == "like" {
            let like = field.value.word().filter(|it| BUILT_IN.iter().any(|(name, _)| name == it));
            if like.is_none() {
                let names = BUILT_IN.map(|(name, _)| name);
                mistakes.push(field.cannot_be(Expected::one_of(&names)));
            }
            continue;
        }
        let style = field.value.quoted().and_then(|text| style(&text));
        match (theme.part(field.name.text), style) {
            (None, _) => mistakes.push(field.unknown()),
            (Some(_), None) => mistakes.push(field.cannot_be(Expected::Style)),
            (Some(part), Some(style)) => *part = style,
        }
    }
    mistakes.sort_by_key(Mistake::at);
    (theme, mistakes)
}

/// Reads how something looks: `lightred bold`, `black on #ffd700`. Blinking is not to be had.
fn style(text: &str) -> Option<Style> {
    let mut style = Style::new();
    let mut behind = false;
    for word in text.split_whitespace() {
        let weight = match word {
            "bold" => Some(Modifier::BOLD),
            "faint" => Some(Modifier::DIM),
            "italic" => Some(Modifier::ITALIC),
            "underlined" => Some(Modifier::UNDERLINED),
            "reversed" => Some(Modifier::REVERSED),
            _ => None,
        };
        match weight {
            Some(weight) if !behind => style = style.add_modifier(weight),
            Some(_) => return None,
            None if word == "on" && !behind && style.bg.is_none() => behind = true,
            None => {
                let colour: Color = word.parse().ok()?;
                let taken = if behind { &mut style.bg } else { &mut style.fg };
                if taken.replace(colour).is_some() {
                    return None;
                }
                behind = false;
            }
        }
    }
    (!behind).then_some(style)
}

impl Theme {
    /// No colour at all, for `NO_COLOR`; weight and reversal stay, and there is no other theme to
    /// change to.
    #[must_use]
    pub fn plain() -> Self {
        let mono = standard().iter().find(|theme| theme.name == MONO);
        mono.map_or(Self::bare(MONO), |mono| Self { family: &[], ..*mono })
    }

    /// The theme of that name among these, from which one can change to the others.
    #[must_use]
    pub fn named(name: &str, family: &'static [Self]) -> Option<Self> {
        family.iter().find(|theme| theme.name == name).map(|theme| Self { family, ..*theme })
    }

    /// The same, frames and bars drawn with these signs.
    #[must_use]
    pub fn drawn_with(self, glyphs: Glyphs) -> Self {
        Self { glyphs, ..self }
    }

    /// The next one, drawn with the same signs; after the last the first.
    #[must_use]
    pub fn next(self) -> Self {
        let at = self.family.iter().position(|theme| theme.name == self.name);
        let next = at.and_then(|at| self.family.get(at + 1)).or_else(|| self.family.first());
        next.map_or(self, |next| Self { glyphs: self.glyphs, family: self.family, ..*next })
    }

    /// What it is called, in words.
    #[must_use]
    pub fn title(&self, words: &Words) -> String {
        let own = standard().iter().all(|theme| theme.name != self.name);
        match self.name {
            _ if own => self.name.to_owned(),
            "light" => words.say(id::THEME_LIGHT),
            "contrast" => words.say(id::THEME_CONTRAST),
            MONO => words.say(id::THEME_MONO),
            _ => words.say(id::THEME_DARK),
        }
    }

    /// Which theme it is now, to be told when one has changed to it.
    #[must_use]
    pub fn told(&self, words: &Words) -> String {
        if self.family.is_empty() {
            return words.say(id::THEME_NO_COLOR);
        }
        words.tell(id::THEME_NOW, &[("name", self.title(words).into())])
    }

    /// The style of a position's mark.
    #[must_use]
    pub fn stance(&self, stance: Option<Stance>) -> Style {
        match stance {
            Some(Stance::Support) => self.support,
            Some(Stance::Oppose) => self.oppose,
            Some(Stance::Question) => self.question,
            Some(Stance::Concern) => self.concern,
            Some(Stance::Suggestion) => self.suggestion,
            Some(Stance::Supplement) | None => Style::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::handwritten::Place;

    /// The sixteen colours as terminals show them: xterm's, Windows', the Linux console's.
    const PALETTES: [[u32; 16]; 3] = [
        [
            0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5,
            0x7f_7f7f, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
        ],
        [
            0x0c_0c0c, 0xc5_0f1f, 0x13_a10e, 0xc1_9c00, 0x00_37da, 0x88_1798, 0x3a_96dd, 0xcc_cccc,
            0x76_7676, 0xe7_4856, 0x16_c60c, 0xf9_f1a5, 0x3b_78ff, 0xb4_009e, 0x61_d6d6, 0xf2_f2f2,
        ],
        [
            0x00_0000, 0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_00aa, 0xaa_00aa, 0x00_aaaa, 0xaa_aaaa,
            0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
        ],
    ];

    const SIXTEEN: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];

    /// Relative luminance as WCAG 2 defines it.
    fn luminance(rgb: u32) -> f64 {
        let part = |shift: u32| {
            let part = f64::from((rgb >> shift) & 0xff) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    }

    /// The contrast of a style on its theme's ground, the least of all palettes.
    fn contrast(theme: &Theme, style: Style) -> f64 {
        let [fore, back] = [(style.fg, theme.ground.fg), (style.bg, theme.ground.bg)]
            .map(|(own, ground)| own.or(ground).unwrap());
        let least = PALETTES.iter().map(|palette| {
            let shown = |colour: Color| {
                let at = SIXTEEN.iter().position(|it| *it == colour).expect("one of sixteen");
                luminance(palette[at])
            };
            let (one, other) = (shown(fore), shown(back));
            (one.max(other) + 0.05) / (one.min(other) + 0.05)
        });
        least.fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn the_themes_of_the_program_are_sound() {
        for (name, text) in BUILT_IN {
            let (theme, mistakes) = read_over(Theme::bare(name), text.as_bytes());
            assert_eq!(mistakes, [], "{name}");
            for part in PARTS {
                assert!(text.contains(&format!("    {part}: ")), "{name} says nothing of {part}");
            }
            assert_eq!(theme, *standard().iter().find(|it| it.name == name).unwrap());
        }
        assert_eq!(Theme::default().name, "dark");
    }

    #[test]
    fn everything_can_be_read_in_every_theme_on_every_terminal() {
        // WCAG: 4.5 to 1 for text, 3 for a mark beside words, 7 for enhanced contrast. What matters
        // less may be less; the Linux console's dark gray is the least of it.
        for (name, text, mark, dim) in
            [("dark", 4.5, 3.0, 2.8), ("light", 4.5, 4.5, 3.9), ("contrast", 7.0, 7.0, 7.0)]
        {
            let theme = Theme::named(name, standard()).unwrap();
            for (part, style) in theme.styles() {
                let least = match part {
                    "dim" => dim,
                    "support" | "oppose" | "question" | "concern" | "suggestion" => mark,
                    _ => text,
                };
                let contrast = contrast(&theme, style);
                assert!(contrast >= least, "{name}: {part} has {contrast:.2} to 1, not {least}");
            }
        }
    }

    #[test]
    fn nothing_blinks() {
        let blinking = Modifier::SLOW_BLINK | Modifier::RAPID_BLINK;
        for theme in standard() {
            for (part, style) in theme.styles() {
                assert!(!style.add_modifier.intersects(blinking), "{}: {part}", theme.name);
            }
        }
        for word in ["blink", "blinking", "slow_blink", "rapid_blink"] {
            assert_eq!(style(word), None, "{word}");
        }
    }

    #[test]
    fn the_theme_without_colours_has_none_but_marks_what_matters() {
        let mono = Theme::plain();
        for (part, style) in mono.styles() {
            assert_eq!((style.fg, style.bg), (None, None), "{part}");
        }
        assert!(mono.bar.add_modifier.contains(Modifier::REVERSED));
        assert!(mono.bad.add_modifier.contains(Modifier::BOLD));
        assert_eq!(mono.next(), mono, "there are no colours to change to");
    }

    #[test]
    fn styles_are_read() {
        let plain = Style::new();
        for (text, expected) in [
            ("", Some(plain)),
            ("red", Some(plain.fg(Color::Red))),
            ("bold lightred", Some(plain.fg(Color::LightRed).add_modifier(Modifier::BOLD))),
            ("black on #ffd700", Some(plain.fg(Color::Black).bg(Color::Rgb(255, 215, 0)))),
            ("on 236 underlined", Some(plain.bg(Color::Indexed(236)).underlined())),
            ("red green", None),
            ("red on", None),
            ("on bold", None),
            ("red on blue on green", None),
            ("rosso", None),
        ] {
            assert_eq!(style(text), expected, "{text}");
        }
    }

    #[test]
    fn a_theme_of_ones_own_says_only_what_differs() {
        let text = b"(like: light, good: \"#005f00\", warn: \"yelow\", shiny: \"red\")";
        let (own, mistakes) = read("mine", text);
        let light = Theme::named("light", standard()).unwrap();
        assert_eq!(own.good, Style::new().fg(Color::Rgb(0, 0x5f, 0)));
        assert_eq!((own.warn, own.ground, own.name), (light.warn, light.ground, "mine"));
        let at = |column| Place { line: 1, column };
        let found = "\"yelow\"".to_owned();
        assert_eq!(
            mistakes,
            [
                Mistake::Value {
                    at: at(38),
                    name: "warn".into(),
                    found,
                    expected: Expected::Style
                },
                Mistake::Unknown { at: at(47), name: "shiny".into() },
            ]
        );
        let (_, mistakes) = read("mine", b"(like: sepia)");
        let names = BUILT_IN.map(|(name, _)| name);
        let expected = Expected::one_of(&names);
        assert_eq!(
            mistakes,
            [Mistake::Value { at: at(8), name: "like".into(), found: "sepia".into(), expected }]
        );
    }

    #[test]
    fn one_goes_round_all_of_them_and_keeps_the_signs() {
        let (own, _) = read("mine", b"()");
        let (dark, _) = read("dark", b"(good: \"white\")");
        let family = with_own(vec![own, dark]);
        let mut theme = Theme::named("dark", family).unwrap().drawn_with(Glyphs::LINES);
        assert_eq!(theme.good.fg, Some(Color::White), "one's own goes before the program's");
        let mut names = Vec::new();
        for _ in 0..6 {
            names.push(theme.name);
            theme = theme.next();
            assert_eq!(theme.glyphs, Glyphs::LINES);
        }
        assert_eq!(names, ["dark", "light", "contrast", "mono", "mine", "dark"]);
        assert_eq!(Theme::named("sepia", family), None);
    }
}
