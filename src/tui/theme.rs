//! Colours by meaning. Nothing is told by colour alone: every colour goes with a mark or a word.

use ratatui::style::{Color, Modifier, Style};

use crate::domain::opinion::Stance;

/// The styles of the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Headings and the stage the meeting is in.
    pub strong: Style,
    /// What matters less.
    pub dim: Style,
    /// Done, saved, carried.
    pub good: Style,
    /// Nearly used up; open.
    pub warn: Style,
    /// Over, refused, not saved.
    pub bad: Style,
    /// What the next-step key does.
    pub next: Style,
    /// Keys.
    pub key: Style,
    /// The row under the bar.
    pub bar: Style,
    /// What lies over the desk.
    pub popup: Style,
    /// 赞成
    pub support: Style,
    /// 反对
    pub oppose: Style,
    /// 提问
    pub question: Style,
    /// 顾虑
    pub concern: Style,
    /// 建议
    pub suggestion: Style,
}

impl Default for Theme {
    fn default() -> Self {
        let plain = Style::new();
        Self {
            strong: plain.add_modifier(Modifier::BOLD),
            dim: plain.fg(Color::DarkGray),
            good: plain.fg(Color::Green),
            warn: plain.fg(Color::Yellow),
            bad: plain.fg(Color::Red).add_modifier(Modifier::BOLD),
            next: plain.fg(Color::Cyan).add_modifier(Modifier::BOLD),
            key: plain.fg(Color::Cyan),
            bar: plain.add_modifier(Modifier::REVERSED),
            popup: plain.fg(Color::Black).bg(Color::Gray),
            support: plain.fg(Color::Green),
            oppose: plain.fg(Color::Red),
            question: plain.fg(Color::Yellow),
            concern: plain.fg(Color::Magenta),
            suggestion: plain.fg(Color::Cyan),
        }
    }
}

impl Theme {
    /// No colour at all, for `NO_COLOR`; weight and reversal stay.
    #[must_use]
    pub fn plain() -> Self {
        let strip = |style: Style| Style { fg: None, bg: None, ..style };
        let theme = Self::default();
        Self {
            strong: theme.strong,
            dim: strip(theme.dim),
            good: strip(theme.good),
            warn: strip(theme.warn),
            bad: strip(theme.bad),
            next: strip(theme.next),
            key: strip(theme.key),
            bar: theme.bar,
            popup: strip(theme.popup),
            support: strip(theme.support),
            oppose: strip(theme.oppose),
            question: strip(theme.question),
            concern: strip(theme.concern),
            suggestion: strip(theme.suggestion),
        }
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
