//! `yishi search`: words in all records, each with meeting, time and speaker.

use super::Done;
use super::args;
use super::failure::Failure;
use super::output::{columns, print_line, remark};
use super::progress::with_bar;
use super::reading;
use super::setting::Setting;
use crate::report::found::hits;
use crate::store::library::StoreError;
use crate::store::progress::Progress;
use crate::store::search::Wanted;
use crate::text::width::{clip, width};
use crate::text::words::id;

/// Runs the command.
pub fn run(setting: &Setting, args: &args::Search) -> Result<Done, Failure> {
    let words: Vec<String> = args.words.split_whitespace().map(str::to_lowercase).collect();
    if words.is_empty() {
        return Err(Failure::Told(setting.words.say(id::SEARCH_NO_WORDS)));
    }
    let community = match &args.community {
        Some(typed) => Some(setting.store.find_community(typed)?),
        None => None,
    };
    let names = setting.store.sessions(community.as_ref())?;
    let mut done = Done::Well;
    let (mut places, mut meetings) = (0_usize, 0_usize);
    let wanted = Wanted::new(&words);
    let search = |progress: &Progress| setting.store.search(&names, &wanted, progress);
    let candidates = with_bar(&setting.words, id::PROGRESS_SEARCHING, search);
    for candidate in candidates.map_err(StoreError::from)? {
        let (read, well) = reading::session(setting, &candidate.name)?;
        done = done.and(well);
        let found = hits(&setting.words, &read.meeting, &candidate.lines, &words);
        if found.is_empty() {
            continue;
        }
        if meetings > 0 {
            print_line("")?;
        }
        meetings += 1;
        places += found.len();
        let title = &read.meeting.session().setup.title;
        print_line(&crate::text::width::clean(&format!("{}  {title}", candidate.name)))?;
        for hit in found {
            let start = format!("  {}  {:>4}  ", hit.at.format("%H:%M:%S"), hit.seq);
            let told = match columns() {
                Some(columns) => {
                    clip(&hit.told, columns.saturating_sub(width(&start))).into_owned()
                }
                None => hit.told,
            };
            print_line(&format!("{start}{told}"))?;
            // Where it stands, to be copied and run.
            let there = format!("review {} --at {}", candidate.name, hit.seq);
            print_line(&format!("{}{}", " ".repeat(width(&start)), setting.command(&there)))?;
        }
    }
    let values = [("places", places.into()), ("meetings", meetings.into())];
    let summary = setting.words.tell(id::SEARCH_SUMMARY, &values);
    if places == 0 {
        remark(&summary);
    } else {
        print_line(&format!("\n{summary}"))?;
    }
    Ok(done)
}
