//! Which days are counted.

use chrono::{Datelike as _, Days, Months, NaiveDate};

/// Days from one to another, both of them in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

/// How long a period is that one goes through a calendar with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Span {
    /// A month.
    Month,
    /// A quarter.
    Quarter,
    /// A year.
    #[default]
    Year,
}

impl Span {
    /// All, the shortest first.
    pub const ALL: [Self; 3] = [Self::Month, Self::Quarter, Self::Year];

    /// How many months it has.
    #[must_use]
    pub const fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }

    /// The first day of the span that a day lies in.
    #[must_use]
    pub fn begin(self, day: NaiveDate) -> NaiveDate {
        let month = day.month0() / self.months() * self.months() + 1;
        NaiveDate::from_ymd_opt(day.year(), month, 1).unwrap_or(day)
    }

    /// The span that begins on a day.
    #[must_use]
    pub fn from(self, first: NaiveDate) -> Period {
        let next = first.checked_add_months(Months::new(self.months()));
        let last = next.and_then(|next| next.checked_sub_days(Days::new(1)));
        Period { from: first, to: last.unwrap_or(NaiveDate::MAX) }
    }

    /// The first day of the span before the one that begins on a day, or of the one after it.
    #[must_use]
    pub fn step(self, first: NaiveDate, forward: bool) -> NaiveDate {
        let months = Months::new(self.months());
        let stepped = if forward {
            first.checked_add_months(months)
        } else {
            first.checked_sub_months(months)
        };
        stepped.unwrap_or(first)
    }
}

impl Period {
    /// Whether a day lies in it.
    #[must_use]
    pub fn has(&self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// Without the days after this one; a period that begins later stays as it is.
    #[must_use]
    pub fn until(self, day: NaiveDate) -> Self {
        if self.from <= day { Self { to: self.to.min(day), ..self } } else { self }
    }
}
