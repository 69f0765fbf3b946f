//! A community office's own agendas to begin with: text files in the folder `templates` of the store,
//! which people write and the program only reads.

use super::disk::EntryKind;
use super::layout::TEMPLATE_EXTENSION;
use super::library::{Store, StoreError};

/// A template as it stands in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFile {
    /// The name of the file, without its ending.
    pub name: String,
    /// Its content; `None` where that is not UTF-8.
    pub text: Option<String>,
}

impl Store {
    /// The templates of this store, by name; none where there is no such folder.
    pub fn templates(&self) -> Result<Vec<TemplateFile>, StoreError> {
        let folder = self.layout().templates();
        let mut names = self.entries(&folder, EntryKind::File)?;
        names.sort();
        let mut templates = Vec::new();
        for file in names {
            let ending = file.strip_suffix(TEMPLATE_EXTENSION);
            let Some(name) = ending.and_then(|name| name.strip_suffix('.')) else { continue };
            if name.starts_with('.') || name.is_empty() {
                continue; // what editors and other systems leave behind
            }
            let text = String::from_utf8(self.disk().read(&folder.join(&file))?).ok();
            templates.push(TemplateFile { name: name.to_owned(), text });
        }
        Ok(templates)
    }
}
