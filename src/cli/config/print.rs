//! `--print-config`: what flags and configuration come to, in the form of a `downlevel.json` for the current folder.

use std::ffi::OsStr;

use clap::ArgMatches;
use serde_json::{Map, Value};

use super::{
    super::args,
    keys::{Key, Kind, keys},
};

/// A JSON object with every key that has a value.
pub fn print(matches: &ArgMatches) -> String {
    let command = args::command();
    let values: Map<String, Value> =
        keys(&command).filter_map(|key| Some((key.name.clone(), value(&key, matches)?))).collect();
    serde_json::to_string_pretty(&values).map(|text| text + "\n").unwrap_or_default()
}

fn value(key: &Key<'_>, matches: &ArgMatches) -> Option<Value> {
    let id = key.arg.get_id().as_str();
    if key.kind == Kind::Switch {
        return Some(matches.get_flag(id).into());
    }
    let text = |raw: &OsStr| raw.to_string_lossy().into_owned();
    let mut values = matches.get_raw(id)?.map(text);
    match key.kind {
        Kind::List | Kind::Names => Some(values.collect::<Vec<_>>().into()),
        Kind::Boolean => values.next()?.parse::<bool>().ok().map(Value::from),
        Kind::Number => values.next()?.parse::<usize>().ok().map(Value::from),
        Kind::Switch | Kind::Text | Kind::OptionalText => values.next().map(Value::from),
    }
}
