//! JSON to a [tree](super::tree). A [`RawValue`] is a slice of the text: that gives its place.

use std::{borrow::Cow, fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::value::RawValue;

use super::tree::{Entry, Node, Place, Value, Wrong};

/// Reads the text of a file.
pub fn parse(text: &str) -> Result<Node, Wrong> {
    let root = serde_json::from_str::<&RawValue>(text).map_err(|error| {
        let place = place_of(&error, text);
        Wrong::new(&place, format!("this is no JSON: {}", without_place(&error)))
    })?;
    node(root, text, 0)
}

/// Reads the value of one key of an object; nothing if it does not have the key. What is wrong with a text that does
/// not even mention it is for others to say.
pub fn parse_key(text: &str, key: &str) -> Option<Result<Node, Wrong>> {
    match parse(text) {
        Ok(Node { value: Value::Table(entries), .. }) => {
            entries.into_iter().rfind(|entry| entry.key == key).map(|entry| Ok(entry.node))
        }
        Ok(_) => None,
        Err(wrong) => text.contains(&format!("\"{key}\"")).then_some(Err(wrong)),
    }
}

/// Configurations nest less deeply than this; a `package.json` holds other things, too.
const MAX_DEPTH: usize = 8;

fn node(raw: &RawValue, text: &str, depth: usize) -> Result<Node, Wrong> {
    let place = place_in(raw.get(), text);
    let failed = |error: serde_json::Error| Wrong::new(&place, without_place(&error));
    let value = match raw.get().as_bytes().first() {
        _ if depth > MAX_DEPTH => Value::Other("a nested value"),
        Some(b'{') => {
            let Entries(entries) = serde_json::from_str(raw.get()).map_err(failed)?;
            Value::Table(
                entries.into_iter().map(|(key, value)| entry(&key, value, text, depth)).collect::<Result<_, _>>()?,
            )
        }
        Some(b'[') => {
            let values: Vec<&RawValue> = serde_json::from_str(raw.get()).map_err(failed)?;
            Value::List(values.into_iter().map(|value| node(value, text, depth + 1)).collect::<Result<_, _>>()?)
        }
        Some(b'"') => Value::Text(serde_json::from_str(raw.get()).map_err(failed)?),
        Some(b't') => Value::Bool(true),
        Some(b'f') => Value::Bool(false),
        Some(b'n') => Value::Other("null"),
        _ if raw.get().contains(['.', 'e', 'E']) => Value::Other("a fraction"),
        _ => Value::Integer(raw.get().to_owned()),
    };
    Ok(Node { value, place })
}

/// A key is no raw value; it stands before its value, quoted, unless it was written with escapes.
fn entry(key: &str, value: &RawValue, text: &str, depth: usize) -> Result<Entry, Wrong> {
    let node = node(value, text, depth + 1)?;
    let before = text.get(..node.place.start).unwrap_or_default();
    let place = before.rfind(&format!("\"{key}\"")).map_or(node.place.clone(), |at| at..at + key.len() + 2);
    Ok(Entry { key: key.to_owned(), place, node })
}

/// The entries of an object in the order of the file.
struct Entries<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Entries<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect<'a>(PhantomData<&'a ()>);

        impl<'de: 'a, 'a> Visitor<'de> for Collect<'a> {
            type Value = Entries<'a>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = vec![];
                while let Some(entry) = map.next_entry::<Cow<'de, str>, &RawValue>()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(Collect(PhantomData))
    }
}

/// Where `part`, a slice of `text`, lies in it.
fn place_in(part: &str, text: &str) -> Place {
    let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    start..start + part.len()
}

fn place_of(error: &serde_json::Error, text: &str) -> Place {
    let line_start: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let start = line_start + error.column().saturating_sub(1);
    start..start + 1
}

/// The message alone: serde_json ends it in ` at line 1 column 2`.
fn without_place(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.split(" at line ").next().unwrap_or_default().to_owned()
}
