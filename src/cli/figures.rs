//! The screen of the counters, and what it asks to be done.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::board;
use super::failure::Failure;
use super::home::cache;
use super::review;
use super::setting::{Look, Setting};
use crate::phrase::troubles;
use crate::report::stats::Counts;
use crate::store::index::{Cache, Index};
use crate::store::library::StoreError;
use crate::store::slug::Slug;
use crate::text::width::clean;
use crate::text::words::Words;
use crate::tui::goto::Goto;
use crate::tui::keeping::expand_home;
use crate::tui::keymap::Place;
use crate::tui::stage::Stage;
use crate::tui::stats::model::{Model, Scope};
use crate::tui::stats::msg::{Community, News, Request, What};
use crate::tui::stats::{self, Exit, Outside};

/// Shows the counters until they are left; from a meeting one comes back to them.
pub fn play(
    setting: &Setting,
    stage: &mut Stage,
    look: &mut Look,
    community: Option<Slug>,
) -> Result<Goto, Failure> {
    let scope = community.map_or(Scope::All, Scope::Community);
    let mut model = Model::new(Words::new(look.lang), setting.today(), scope);
    model.folder = std::env::current_dir().unwrap_or_default();
    let (around, known) = (setting.around(), Mutex::new(None));
    let cache = cache(setting);
    let work = move |request: Request| {
        let setting = Setting::new(Words::new(request.lang), around.clone());
        news(&setting, cache.as_ref(), &known, &request)
    };
    let outside = Outside { clock: setting.clock(), work: Arc::new(work) };
    loop {
        model.keys = look.keymap.keys(Place::Stats);
        model.theme = look.theme;
        if model.words.lang() != look.lang {
            model.words = Words::new(look.lang);
        }
        look.tell_on(&mut model.notice);
        let (left, exit) = stats::run(stage, model, &outside).map_err(Failure::Terminal)?;
        model = left;
        look.lang = model.words.lang();
        look.theme = model.theme;
        let came = match exit {
            Exit::Back => return Ok(Goto::Home),
            Exit::Gone => return Ok(Goto::Leave),
            Exit::Review(name) => review::play(setting, stage, look, &name, None),
            Exit::Board(community, topic) => {
                let played = board::play(setting, stage, look, &community, None, topic.as_ref());
                played.map(|(goto, _)| goto)
            }
        };
        match came {
            Ok(Goto::Home) => {}
            Ok(other) => return Ok(other),
            Err(Failure::Terminal(error)) => return Err(Failure::Terminal(error)),
            Err(failure) => model.notice = Some(super::home::notice_of(&model.words, &failure)),
        }
    }
}

/// Does what is asked and tells what came of it.
fn news(
    setting: &Setting,
    cache: Option<&Cache>,
    known: &Mutex<Option<Index>>,
    request: &Request,
) -> News {
    let counting = match &request.what {
        What::Count { number, .. } => *number,
        What::Write { path, bytes, replace } => {
            let path = expand_home(path);
            return News::Written(review::write(Path::new(&path), bytes, *replace));
        }
    };
    match count(setting, cache, known, request) {
        Ok(news) => news,
        Err(StoreError::Cancelled(_)) => News::NotCounted { number: counting, why: None },
        Err(error) => {
            let why = clean(&troubles::store(&setting.words, &error)).into_owned();
            News::NotCounted { number: counting, why: Some(why) }
        }
    }
}

fn count(
    setting: &Setting,
    cache: Option<&Cache>,
    known: &Mutex<Option<Index>>,
    request: &Request,
) -> Result<News, StoreError> {
    let What::Count { number, period, today } = request.what else {
        return Ok(News::NotCounted { number: 0, why: None });
    };
    let (store, progress) = (&setting.store, request.progress.as_ref());
    let before = known.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let mut index = match &before {
        Some(before) => store.index_again(before, progress)?,
        None => store.index(cache, progress)?,
    };
    if let Some(cache) = cache {
        // Nobody need care: the next program reads what this one did.
        let _ = cache.save(store.disk().as_ref(), &mut index);
    }
    *known.lock().unwrap_or_else(PoisonError::into_inner) = Some(index.clone());
    let counted = store.figures(index.communities(), period, today, progress)?;
    let mut told: Vec<String> =
        index.troubles().map(|trouble| troubles::store(&setting.words, trouble)).collect();
    let mut communities = Vec::with_capacity(counted.len());
    for (folder, one) in index.communities().iter().zip(counted) {
        for trouble in &one.troubles {
            let trouble = troubles::store(&setting.words, trouble);
            if !told.contains(&trouble) {
                told.push(trouble);
            }
        }
        let places = folder.region();
        let regions =
            (1..=places.len()).map(|len| places.get(..len).unwrap_or_default().join("/")).collect();
        communities.push(Community {
            name: clean(folder.name()).into_owned(),
            regions,
            counts: Arc::new(Counts::of(one.community.as_str(), one.figures, one.titles)),
            id: one.community,
        });
    }
    Ok(News::Counted { number, communities, regions: index.regions(), troubles: told })
}
