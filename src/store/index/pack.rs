//! Digests as bytes, for the cache: numbers as short as they are, texts with their length before
//! them. Nothing here outlives the version of the program that wrote it.

use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate};

use crate::domain::action::ActionState;
use crate::domain::digest::{
    ActionDigest, Attendee, Course, Digest, Head, ItemDigest, LedgerDigest, LedgerHead, News,
    Standing,
};
use crate::domain::ids::ActionId;
use crate::domain::item::Outcome;
use crate::domain::record::Moment;
use crate::domain::session::Phase;
use crate::domain::topic::CaseNo;

/// Something that can be packed; reading says `None` for bytes that are none.
pub trait Pack: Sized {
    /// Adds this to `out`.
    fn write(&self, out: &mut Vec<u8>);

    /// Takes it from there again.
    fn read(from: &mut Bytes<'_>) -> Option<Self>;
}

/// Bytes not yet read.
#[derive(Debug)]
pub struct Bytes<'a>(pub(super) &'a [u8]);

impl<'a> Bytes<'a> {
    pub(super) fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        Some(taken)
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(super) fn text(&mut self) -> Option<&'a str> {
        let len = usize::read(self)?;
        str::from_utf8(self.take(len)?).ok()
    }
}

impl Pack for u64 {
    fn write(&self, out: &mut Vec<u8>) {
        let mut rest = *self;
        while rest >= 0x80 {
            out.push((rest & 0x7f) as u8 | 0x80);
            rest >>= 7;
        }
        out.push((rest & 0x7f) as u8);
    }

    fn read(from: &mut Bytes<'_>) -> Option<Self> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = from.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }
}

impl Pack for i64 {
    /// Small negative numbers are short too.
    fn write(&self, out: &mut Vec<u8>) {
        ((self << 1) ^ (self >> 63)).cast_unsigned().write(out);
    }

    fn read(from: &mut Bytes<'_>) -> Option<Self> {
        let number = u64::read(from)?;
        Some((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }
}

macro_rules! pack_as {
    ($($small:ty: $wide:ty),*) => {$(
        impl Pack for $small {
            fn write(&self, out: &mut Vec<u8>) {
                <$wide>::try_from(*self).unwrap_or_default().write(out);
            }

            fn read(from: &mut Bytes<'_>) -> Option<Self> {
                Self::try_from(<$wide>::read(from)?).ok()
            }
        }
    )*};
}
pack_as!(u32: u64, usize: u64, i32: i64);

impl Pack for String {
    fn write(&self, out: &mut Vec<u8>) {
        text(self, out);
    }

    fn read(from: &mut Bytes<'_>) -> Option<Self> {
        from.text().map(str::to_owned)
    }
}

impl Pack for CaseNo {
    fn write(&self, out: &mut Vec<u8>) {
        self.number.write(out);
        self.mark.as_deref().map(str::to_owned).write(out);
    }

    fn read(from: &mut Bytes<'_>) -> Option<Self> {
        let number = u32::read(from)?;
        let mark = Option::<String>::read(from)?;
        Some(Self::marked(number, mark.as_deref()))
    }
}

/// Writes a text.
pub(super) fn text(text: &str, out: &mut Vec<u8>) {
    text.len().write(out);
    out.extend_from_slice(text.as_bytes());
}

impl<T: Pack> Pack for Option<T> {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(u8::from(self.is_some()));
        if let Some(value) = self {
            value.write(out);
        }
    }

    fn read(from: &mut Bytes<'_>) -> Option<Self> {
        match from.byte()? {
            0 => Some(None),
            1 => T::read(from).map(Some),
            _ => None,
        }
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn write(&self, out: &mut Vec<u8>) {
        self.len().write(out);
        for one in self {
            one.write(out);
        }
    }

    fn read(from: &mut Bytes<'_>) -> Option<Self> {
        let len = usize::read(from)?;
        // A length that cannot be true must not ask for memory.
        let mut all = Self::with_capacity(len.min(1_024));
        for _ in 0..len {
            all.push(T::read(from)?);
        }
        Some(all)
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn write(&self, out: &mut Vec<u8>) {
        self.0.write(out);
        self.1.write(out);
    }

    fn read(from: &mut Bytes<'_>) -> Option<Self> {
        Some((A::read(from)?, B::read(from)?))
    }
}

impl Pack for () {
    fn write(&self, _: &mut Vec<u8>) {}

    fn read(_: &mut Bytes<'_>) -> Option<Self> {
        Some(())
    }
}

impl Pack for NaiveDate {
    fn write(&self, out: &mut Vec<u8>) {
        self.num_days_from_ce().write(out);
    }

    fn read(from: &mut Bytes<'_>) -> Option<Self> {
        Self::from_num_days_from_ce_opt(i32::read(from)?)
    }
}

impl Pack for Moment {
    fn write(&self, out: &mut Vec<u8>) {
        self.timestamp().write(out);
        self.timestamp_subsec_nanos().write(out);
        self.offset().local_minus_utc().write(out);
    }

    fn read(from: &mut Bytes<'_>) -> Option<Self> {
        let utc = DateTime::from_timestamp(i64::read(from)?, u32::read(from)?)?;
        Some(utc.with_timezone(&FixedOffset::east_opt(i32::read(from)?)?))
    }
}

/// An enum as the place of the variant in a list.
macro_rules! pack_choice {
    ($($choice:ty: [$($variant:path),* $(,)?]),* $(,)?) => {$(
        impl Pack for $choice {
            fn write(&self, out: &mut Vec<u8>) {
                let all = [$($variant),*];
                let at = all.iter().position(|it| it == self).and_then(|at| u8::try_from(at).ok());
                out.push(at.unwrap_or(u8::MAX));
            }

            fn read(from: &mut Bytes<'_>) -> Option<Self> {
                [$($variant),*].get(usize::from(from.byte()?)).copied()
            }
        }
    )*};
}

pub(super) use pack_choice;

pack_choice! {
    Phase: [Phase::Prepared, Phase::Running, Phase::Paused, Phase::Closed],
    ActionState: [ActionState::Open, ActionState::Underway, ActionState::Done],
    Outcome: [Outcome::Agreed, Outcome::NotAgreed, Outcome::CarriedOver, Outcome::Noted],
}

impl Pack for Attendee {
    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Known(key) => {
                out.push(0);
                key.write(out);
            }
            Self::Named(name, household) => {
                out.push(1);
                name.write(out);
                household.write(out);
            }
        }
    }

    fn read(from: &mut Bytes<'_>) -> Option<Self> {
        match from.byte()? {
            0 => String::read(from).map(Self::Known),
            1 => Some(Self::Named(String::read(from)?, Option::read(from)?)),
            _ => None,
        }
    }
}

impl Pack for Course {
    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Waiting => out.push(0),
            Self::Open => out.push(1),
            Self::Ended(outcome) => {
                out.push(2);
                outcome.write(out);
            }
        }
    }

    fn read(from: &mut Bytes<'_>) -> Option<Self> {
        match from.byte()? {
            0 => Some(Self::Waiting),
            1 => Some(Self::Open),
            2 => Outcome::read(from).map(Self::Ended),
            _ => None,
        }
    }
}

/// A struct as its fields in order.
macro_rules! pack_fields {
    ($($name:ident { $($field:ident),* $(,)? })*) => {$(
        impl Pack for $name {
            fn write(&self, out: &mut Vec<u8>) {
                // Taken apart whole, so that a new field cannot be forgotten.
                let Self { $($field),* } = self;
                $($field.write(out);)*
            }

            fn read(from: &mut Bytes<'_>) -> Option<Self> {
                Some(Self { $($field: Pack::read(from)?),* })
            }
        }
    )*};
}
pub(super) use pack_fields;

impl Pack for ActionId {
    fn write(&self, out: &mut Vec<u8>) {
        self.0.write(out);
    }

    fn read(from: &mut Bytes<'_>) -> Option<Self> {
        u32::read(from).map(Self)
    }
}

pack_fields! {
    Digest {
        title, device, on, place, facilitator, phase, opened, closed, latest, items, attended,
        opinions, resolutions, actions,
    }
    ItemDigest { title, course, topic }
    ActionDigest { id, what, owner, due }
    Head { on, phase, actions }
    LedgerDigest { people, news }
    LedgerHead { people, states }
    Standing { action, at, state }
    News { session, action, at, by, state, note }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn back<T: Pack + PartialEq + std::fmt::Debug>(value: &T) {
        let mut bytes = Vec::new();
        value.write(&mut bytes);
        let mut from = Bytes(&bytes);
        assert_eq!(T::read(&mut from).as_ref(), Some(value));
        assert!(from.0.is_empty());
        // Cut anywhere, it is no longer the whole value.
        for len in 0..bytes.len() {
            let mut cut = Bytes(bytes.get(..len).unwrap());
            assert_eq!(T::read(&mut cut), None, "{value:?} cut at {len}");
        }
    }

    #[test]
    fn what_is_packed_comes_back() {
        for number in [0, 1, 127, 128, 300, u64::MAX] {
            back(&number);
        }
        for number in [0, -1, 63, -64, 64, i64::MIN, i64::MAX] {
            back(&number);
        }
        back(&"锦苑 Maple".to_owned());
        back(&Some(vec![Some(7_u32), None]));
        back(&NaiveDate::from_ymd_opt(2026, 2, 28).unwrap());
        for moment in ["2026-11-23T19:00:05+08:00", "1969-12-31T23:59:59.25-09:30"] {
            back(&moment.parse::<Moment>().unwrap());
        }
        for outcome in Outcome::ALL {
            back(&Course::Ended(outcome));
        }
        for case in ["17", "4000000000-4a1c"] {
            back(&case.parse::<CaseNo>().unwrap());
        }
        back(&Attendee::Known("wangxiaoming".to_owned()));
        back(&Attendee::Named("王小明".to_owned(), Some("5栋".to_owned())));
        back(&Attendee::Named("Ann".to_owned(), None));
        for phase in [Phase::Prepared, Phase::Running, Phase::Paused, Phase::Closed] {
            back(&phase);
        }
        for state in [ActionState::Open, ActionState::Underway, ActionState::Done] {
            back(&state);
        }
    }

    #[test]
    fn nonsense_is_nothing() {
        assert_eq!(u64::read(&mut Bytes(&[0xff; 11])), None);
        assert_eq!(u32::read(&mut Bytes(&[0xff, 0xff, 0xff, 0xff, 0xff, 0])), None);
        assert_eq!(String::read(&mut Bytes(&[2, 0xff, 0xff])), None);
        assert_eq!(Option::<u64>::read(&mut Bytes(&[2, 1])), None);
        assert_eq!(Phase::read(&mut Bytes(&[4])), None);
        assert_eq!(Course::read(&mut Bytes(&[3])), None);
        let endless = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f];
        assert_eq!(Vec::<u64>::read(&mut Bytes(&endless)), None);
    }
}
