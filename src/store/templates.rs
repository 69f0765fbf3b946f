//! A community office's own agendas to begin with: text files in the folder `templates` of the store,
//! which people write and the program only reads.

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
        let mut templates = Vec::new();
        for (name, path) in self.named_files(&folder, TEMPLATE_EXTENSION)? {
            let text = String::from_utf8(self.disk().read(&path)?).ok();
            templates.push(TemplateFile { name, text });
        }
        Ok(templates)
    }
}
