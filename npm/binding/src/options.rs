//! Options from JSON, and what is said of those that are wrong: the path of the option, and the name that was meant.

use downlevel::Options;
use napi::{Error, Result, Status};
use serde_json::{Map, Value};

/// Reads options that came as JSON.
///
/// # Errors
/// An option does not exist, or can't have its value.
pub fn read(json: &str) -> Result<Options> {
    let value: Value = serde_json::from_str(json).map_err(|error| wrong(error.to_string()))?;
    if let Some(message) = unknown(&value) {
        return Err(wrong(message));
    }
    serde_path_to_error::deserialize(value).map_err(|error| {
        let (path, reason) = (error.path().to_string(), error.inner());
        wrong(if path == "." { format!("options: {reason}") } else { format!("option `{path}`: {reason}") })
    })
}

fn wrong(message: String) -> Error {
    Error::new(Status::InvalidArg, message)
}

/// What to say of a name that no option has, also among the assumptions. The names are those of the default options.
fn unknown(given: &Value) -> Option<String> {
    let known = serde_json::to_value(Options::default()).ok()?;
    let (given, known) = (given.as_object()?, known.as_object()?);
    unknown_in(given, known, "").or_else(|| {
        given.iter().find_map(|(name, value)| unknown_in(value.as_object()?, known.get(name)?.as_object()?, name))
    })
}

fn unknown_in(given: &Map<String, Value>, known: &Map<String, Value>, group: &str) -> Option<String> {
    let name = given.keys().find(|name| !known.contains_key(*name))?;
    let full = |name: &str| if group.is_empty() { name.to_owned() } else { format!("{group}.{name}") };
    let advice = match nearest(name, known) {
        Some(nearest) => format!("did you mean `{}`?", full(nearest)),
        None => {
            format!("there are {}", known.keys().map(|name| format!("`{}`", full(name))).collect::<Vec<_>>().join(", "))
        }
    };
    Some(format!("there is no option `{}`; {advice}", full(name)))
}

/// The known name that is most like `name`, if one is like it at all, as clap judges it.
fn nearest<'a>(name: &str, known: &'a Map<String, Value>) -> Option<&'a str> {
    let likeness = |known: &str| strsim::jaro(&name.to_lowercase(), &known.to_lowercase());
    let best = known.keys().max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
    (likeness(best) > 0.7).then_some(best)
}
