//! Finding words in many records without reading them whole: the lines of a file are looked through
//! as bytes, several files at a time, and only the numbers of those that may match are given out.
//! What they really say is for the caller to judge, who knows the events.

use memchr::memmem::Finder;

use super::crew::each;
use super::library::Store;
use super::progress::{Cancelled, Progress};
use super::session_name::SessionName;

/// Words to look for, as they stand in a file.
#[derive(Debug)]
pub struct Wanted {
    finders: Vec<Finder<'static>>,
    /// Some word has letters that come in two cases.
    fold: bool,
}

impl Wanted {
    /// Every one of `words` must be in the file, and at least one in a line: a speaker's name stands
    /// where they signed in, not beside what they said. Small and capital ASCII letters are the same.
    #[must_use]
    pub fn new(words: &[String]) -> Self {
        let fold = words.iter().any(|word| word.bytes().any(|byte| byte.is_ascii_alphabetic()));
        let finders = words.iter().map(|word| {
            let written = as_written(word).to_ascii_lowercase();
            Finder::new(written.as_bytes()).into_owned()
        });
        Self { finders: finders.collect(), fold }
    }

    /// Numbers of the lines of a file that may match, counted from 0 as records count them. Where
    /// letters come in two cases, capitals in `bytes` become small.
    #[must_use]
    pub fn lines_in(&self, bytes: &mut [u8]) -> Vec<usize> {
        if self.fold {
            bytes.make_ascii_lowercase();
        }
        let bytes = &*bytes;
        // Most files hold none of it: one look at the whole tells.
        if !self.finders.iter().all(|finder| finder.find(bytes).is_some()) {
            return Vec::new();
        }
        let lines = bytes.split(|byte| *byte == b'\n').skip(1).enumerate();
        lines
            .filter(|(_, line)| self.finders.iter().any(|finder| finder.find(line).is_some()))
            .map(|(number, _)| number)
            .collect()
    }
}

/// A word as RON writes it inside a text.
fn as_written(word: &str) -> String {
    let quoted = ron::ser::to_string(word).unwrap_or_default();
    quoted.trim_matches('"').to_owned()
}

/// A session that may hold what is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Which.
    pub name: SessionName,
    /// Numbers of its lines that may match.
    pub lines: Vec<usize>,
}

impl Store {
    /// Looks through sessions; those that may hold what is wanted come in the order of `names`.
    /// A file that cannot be read is passed over: `check` tells of it. Progress counts sessions.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn search(
        &self,
        names: &[SessionName],
        wanted: &Wanted,
        progress: &Progress,
    ) -> Result<Vec<Candidate>, Cancelled> {
        progress.expect(names.len());
        let found = each(names, Vec::new, |memory: &mut Vec<u8>, name| {
            progress.go_on()?;
            let path = self.layout().session_file(name);
            let len = self.disk().read_into(&path, memory).unwrap_or(0);
            let lines = wanted.lines_in(memory.get_mut(..len).unwrap_or_default());
            progress.step()?;
            Ok((!lines.is_empty()).then(|| Candidate { name: name.clone(), lines }))
        });
        let found: Result<Vec<Option<Candidate>>, Cancelled> = found.into_iter().collect();
        Ok(found?.into_iter().flatten().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "[\n\
        (seq:0,text:\"停车位 Parking\"), // 00\n\
        (seq:1,text:\"下水道 \\\"旧管\\\"\"), // 11\n\
        (seq:2,text:\"parking 下水道\"), // 22\n]\n";

    fn found(words: &[&str]) -> Vec<usize> {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        Wanted::new(&words).lines_in(&mut FILE.as_bytes().to_vec())
    }

    #[test]
    fn every_word_must_be_in_the_file_and_one_in_the_line() {
        assert_eq!(found(&["下水道"]), [1, 2]);
        assert_eq!(found(&["PARKING"]), [0, 2]);
        assert_eq!(found(&["parking", "下水道"]), [0, 1, 2]);
        assert_eq!(found(&["停车位", "没有"]), [0usize; 0]);
        assert_eq!(found(&["\"旧管\""]), [1], "as RON writes quotation marks");
        assert_eq!(found(&["没有"]), [0usize; 0]);
    }
}
