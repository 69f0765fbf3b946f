//! Where figures are counted from: ledgers, read whole, and digests of meetings. Each community's
//! are counted on one thread, communities side by side.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::crew::each;
use super::index::Folder;
use super::library::{Store, StoreError};
use super::progress::Progress;
use super::scheduling::attend;
use super::slug::Slug;
use crate::domain::digest::Digest;
use crate::domain::figures::{Figures, Period, Records, SessionFacts, Told, What, count, titles};

/// The figures of one community.
#[derive(Debug)]
pub struct Counted {
    /// Its id.
    pub community: Slug,
    /// Its figures.
    pub figures: Figures,
    /// What the cases behind them are called.
    pub titles: BTreeMap<What, Told>,
    /// What could not be read of its ledgers.
    pub troubles: Vec<StoreError>,
}

impl Store {
    /// The figures of some communities of an index, in their order. Progress counts communities.
    ///
    /// # Errors
    /// When a community cannot be listed, and [`StoreError::Cancelled`].
    pub fn figures(
        &self,
        folders: &[Arc<Folder>],
        period: Period,
        today: NaiveDate,
        progress: &Progress,
    ) -> Result<Vec<Counted>, StoreError> {
        progress.expect(folders.len());
        let counted = each(
            folders,
            || (),
            |(), folder| {
                progress.go_on()?;
                let counted = self.figures_of(folder, period, today)?;
                progress.step()?;
                Ok::<Counted, StoreError>(counted)
            },
        );
        counted.into_iter().collect()
    }

    fn figures_of(
        &self,
        folder: &Folder,
        period: Period,
        today: NaiveDate,
    ) -> Result<Counted, StoreError> {
        let mut read = self.ledger(folder.id())?;
        attend(&mut read.ledger, folder);
        let in_period = folder.sessions().iter().filter(|session| {
            // What is wanted of all is told without unpacking.
            session.head().is_some_and(|head| period.has(head.on))
        });
        let digests: Vec<(Arc<str>, Cow<'_, Digest>)> = in_period
            .filter_map(|session| Some((session.id().into(), session.glance()?)))
            .collect();
        let sessions = digests
            .iter()
            .map(|(id, digest)| SessionFacts { id: Arc::clone(id), digest: digest.as_ref() })
            .collect();
        let community = folder.id().as_str().into();
        let records = Records { community, ledger: &read.ledger, sessions };
        let figures = count(&records, period, today);
        let titles = titles(&records, &figures);
        let community = folder.id().clone();
        Ok(Counted { community, figures, titles, troubles: read.troubles })
    }
}
