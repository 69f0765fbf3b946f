//! The agendas to begin with that come with the program (`data/templates`).

use super::agenda::{Template, template};
use crate::text::words::Lang;

/// Those of a language: name of the file and content.
const fn texts(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::Zh => &[
            ("consultation", include_str!("../../data/templates/zh/consultation.txt")),
            ("hearing", include_str!("../../data/templates/zh/hearing.txt")),
            ("coordination", include_str!("../../data/templates/zh/coordination.txt")),
            ("appraisal", include_str!("../../data/templates/zh/appraisal.txt")),
        ],
        Lang::En => &[
            ("consultation", include_str!("../../data/templates/en/consultation.txt")),
            ("hearing", include_str!("../../data/templates/en/hearing.txt")),
            ("coordination", include_str!("../../data/templates/en/coordination.txt")),
            ("appraisal", include_str!("../../data/templates/en/appraisal.txt")),
        ],
    }
}

/// The templates that come with the program, in the order they are offered.
#[must_use]
pub fn shipped(lang: Lang) -> Vec<Template> {
    // A test reads every one of them.
    texts(lang).iter().filter_map(|(name, text)| template(name, text).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_is_sound_and_fits_an_evening() {
        for lang in Lang::ALL {
            let folder = format!("{}/data/templates/{}", env!("CARGO_MANIFEST_DIR"), lang.code());
            let files = std::fs::read_dir(folder).unwrap().count();
            assert_eq!(shipped(lang).len(), files, "a file that is not offered, or is unsound");
            for template in shipped(lang) {
                assert!(template.items.len() >= 4, "{template:?}");
                let minutes: u32 = template.items.iter().map(|item| item.minutes.unwrap()).sum();
                assert!((30..=120).contains(&minutes), "{minutes}: {template:?}");
            }
        }
    }
}
