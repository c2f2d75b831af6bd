//! `--max-errors`: of many messages about one file, or for one reason, the first are told, and how many more there are.

use std::borrow::Cow;

use downlevel::Severity;
use rustc_hash::FxHashMap;

use super::{Entry, Failure, Notice, count, grouped};

/// What messages have in common that are limited together.
#[derive(PartialEq, Eq, Hash)]
enum Group<'a> {
    /// They are about places in this file.
    File(&'a str, Severity),
    /// They are about files that one thing happened to, such as a full disk.
    Reason(String, Severity),
}

impl<'a> Group<'a> {
    fn of(entry: &'a Entry) -> Option<Self> {
        match entry {
            Entry::Found { name, notice, .. } => Some(Self::File(name, notice.severity)),
            Entry::Failed(failure) => Some(Self::Reason(failure.of_files("")?, failure.severity)),
            Entry::Lowered(_) | Entry::Copied { .. } => None,
        }
    }
}

/// The first `limit` of each group, with a last one that says how many more there are.
pub fn limited(entries: &[Entry], limit: usize) -> Vec<Cow<'_, Entry>> {
    let mut totals: FxHashMap<Group, usize> = FxHashMap::default();
    entries.iter().filter_map(Group::of).for_each(|group| *totals.entry(group).or_default() += 1);
    let mut seen: FxHashMap<Group, usize> = FxHashMap::default();
    let mut told = vec![];
    for entry in entries {
        let Some(group) = Group::of(entry) else {
            told.push(Cow::Borrowed(entry));
            continue;
        };
        let total = totals.get(&group).copied().unwrap_or_default();
        let number = seen.entry(group).and_modify(|number| *number += 1).or_insert(1);
        if *number <= limit {
            told.push(Cow::Borrowed(entry));
        } else if *number == total {
            told.extend(more(entry, total - limit).map(Entry::Failed).map(Cow::Owned));
        }
    }
    told
}

/// `number` more messages that are like the one of `entry`.
fn more(entry: &Entry, number: usize) -> Option<Failure> {
    let (severity, message, file) = match entry {
        Entry::Found { name, notice: Notice { severity, .. }, .. } => {
            let more = count(number, &format!("more {severity}"));
            (*severity, format!("{more} in `{name}`"), Some(name.clone()))
        }
        Entry::Failed(failure) => {
            (failure.severity, failure.of_files(&format!("{} more files", grouped(number)))?, None)
        }
        Entry::Lowered(_) | Entry::Copied { .. } => return None,
    };
    let failure = Failure { severity, file, ..Failure::new(message) };
    Some(failure.advise("`--max-errors 0` tells all"))
}
