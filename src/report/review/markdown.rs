//! A page of rows as Markdown, for those who want it as text.

use super::row::{Kind, Piece, Row};
use crate::report::markup;

/// The page. Bars are left out: the figures beside them say the same.
#[must_use]
pub fn markdown(rows: &[Row]) -> String {
    let mut text = String::new();
    let mut before = Kind::Blank;
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| !row.continues) {
        let rest = rows.iter().skip(at + 1).take_while(|row| row.continues);
        let body = row.body.iter().chain(rest.flat_map(|row| &row.body));
        let told = [together(&row.lead), together(body), together(&row.right)];
        let told: Vec<&str> = told.iter().map(|it| it.trim()).filter(|it| !it.is_empty()).collect();
        let told = told.join("  ");
        let listed = |kind| matches!(kind, Kind::Entry | Kind::Detail);
        let told = if listed(row.kind) { markup::text(&told) } else { markup::inline(&told) };
        let (start, end) = match row.kind {
            Kind::Blank => continue,
            Kind::Title => ("# ", "\n"),
            Kind::Heading => ("\n## ", "\n"),
            Kind::Group => ("\n**", "**\n"),
            Kind::Detail if listed(before) => ("  - ", "\n"),
            Kind::Entry | Kind::Detail => ("- ", "\n"),
        };
        if listed(row.kind) && !listed(before) {
            text.push('\n');
        }
        text.extend([start, &told, end]);
        before = row.kind;
    }
    text
}

fn together<'a>(pieces: impl IntoIterator<Item = &'a Piece>) -> String {
    pieces.into_iter().map(|piece| piece.text.as_str()).collect()
}
