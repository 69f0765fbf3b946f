//! Coordinates as people type them or copy them from a map.

use crate::domain::nearness::Spot;
use crate::text::width::fold;

/// Degrees: `26.6476`, `26.6476°`, `２６.6`, `26.6476 N`.
#[must_use]
pub fn degrees(text: &str) -> Option<f64> {
    let folded = fold(text.trim());
    let mark = |c: char| c.is_whitespace() || matches!(c, '°' | 'N' | 'E' | 'n' | 'e');
    let number = folded.trim_end_matches(mark);
    let digits = number.strip_prefix('-').unwrap_or(number);
    let plain = digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    if plain { number.parse().ok() } else { None }
}

/// Latitude and longitude with a comma or a blank between. What cannot be a latitude is the
/// longitude, for maps in China put that first: `26.6476,106.6302` and `106.6302，26.6476` are one
/// place.
#[must_use]
pub fn spot(text: &str) -> Option<Spot> {
    let folded = fold(text.trim());
    let apart = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '、' | '/');
    let mut numbers = folded.split(apart).filter(|part| !part.is_empty()).map(degrees);
    let (one, other) = (numbers.next()??, numbers.next()??);
    if numbers.next().is_some() {
        return None;
    }
    if one.abs() > 90.0 { Spot::of(other, one) } else { Spot::of(one, other) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_read_as_maps_write_them() {
        let guiyang = Some(Spot { lat: 26_647_600, lon: 106_630_200 });
        for text in [
            "26.6476,106.6302",
            "106.6302,26.6476",
            " 26.6476，106.6302 ",
            "26.6476° 106.6302°",
            "26.6476N, 106.6302E",
            "２６.6476、106.6302",
        ] {
            assert_eq!(spot(text), guiyang, "{text}");
        }
        assert_eq!(spot("-33.9, 18.4"), Some(Spot { lat: -33_900_000, lon: 18_400_000 }));
        for text in [
            "",
            "26.6",
            "26.6,",
            "106.6,106.6",
            "1,2,3",
            "inf,nan",
            "1e1,2",
            "北,东",
            "26.6 106.6 0",
        ] {
            assert_eq!(spot(text), None, "{text}");
        }
    }
}
