//! TOML to a [tree](super::tree).

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::tree::{Entry, Node, Value, Wrong};

/// Reads the text of a file.
pub fn parse(text: &str) -> Result<Node, Wrong> {
    let table = DeTable::parse(text).map_err(|error| {
        let place = error.span().unwrap_or_default();
        Wrong::new(&place, format!("this is no TOML: {}", error.message().replace('\n', ", ")))
    })?;
    let place = table.span();
    Ok(Node { value: entries(table.into_inner()), place })
}

fn entries(table: DeTable<'_>) -> Value {
    let entry = |(key, value): (Spanned<_>, _)| {
        let place = key.span();
        Entry { key: String::from(key.into_inner()), place, node: node(value) }
    };
    let mut entries: Vec<Entry> = table.into_iter().map(entry).collect();
    entries.sort_by_key(|entry| entry.place.start);
    Value::Table(entries)
}

fn node(value: Spanned<DeValue<'_>>) -> Node {
    let place = value.span();
    let value = match value.into_inner() {
        DeValue::Boolean(value) => Value::Bool(value),
        DeValue::Integer(value) => Value::Integer(value.as_str().to_owned()),
        DeValue::String(value) => Value::Text(value.into_owned()),
        DeValue::Array(values) => Value::List(values.into_iter().map(node).collect()),
        DeValue::Table(table) => entries(table),
        DeValue::Float(_) => Value::Other("a fraction"),
        DeValue::Datetime(_) => Value::Other("a date"),
    };
    Node { value, place }
}
