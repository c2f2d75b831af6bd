//! The map that came with a source: where its lines and columns come from in turn.
//!
//! TypeScript → esbuild → downlevel: our marks lead into what esbuild wrote, and its map leads from there to the
//! TypeScript. A place that the input map does not know leads nowhere, and the output says so: the mapping before it
//! would hold for it otherwise. Both forms of [ECMA-426](https://tc39.es/ecma426/) are read, plain and with sections.

use std::borrow::Cow;

use oxc_sourcemap::{JSONSourceMap, SourceMap, Token};
use serde_json::{Value, from_str, from_value};

/// A source map, read and flattened.
#[derive(Default)]
pub(crate) struct InputMap {
    /// URLs, with `sourceRoot` before them.
    sources: Vec<String>,
    /// One for each source.
    contents: Vec<Option<Cow<'static, str>>>,
    names: Vec<Cow<'static, str>>,
    /// Indices of sources that debuggers pass over.
    ignored: Vec<u32>,
    /// By place in the text that the map is of.
    tokens: Vec<Token>,
}

/// A place in a source of the input map.
pub(super) struct Origin<'n> {
    pub(super) source: u32,
    pub(super) line: u32,
    pub(super) column: u32,
    /// The name that the source has there, if the output has another one.
    pub(super) name: Option<&'n str>,
}

impl InputMap {
    /// Reads a source map in JSON.
    ///
    /// # Errors
    /// What is wrong with it, as the end of a sentence.
    pub(crate) fn read(json: &str) -> Result<Self, String> {
        // Servers put this line before a map so that it is no script.
        let json = match json.strip_prefix(")]}'") {
            Some(rest) => rest.split_once('\n').map_or("", |(_, json)| json),
            None => json,
        };
        let value: Value =
            from_str(json.trim_start_matches('\u{FEFF}')).map_err(|error| format!("it is no JSON: {error}"))?;
        let mut map = Self::default();
        match value {
            Value::Object(mut fields) if fields.contains_key("sections") => {
                let sections = fields.remove("sections");
                map.add_sections(sections.unwrap_or_default())?;
            }
            Value::Object(_) => map.add(value, (0, 0))?,
            _ => return Err("it is no object".to_owned()),
        }
        map.tokens.sort_by_key(place);
        Ok(map)
    }

    /// Where the text at a place comes from. `name` is the name that the text has there, and the output another one if
    /// it was `renamed`.
    pub(super) fn trace<'n>(&'n self, at: (u32, u32), name: Option<&'n str>, renamed: bool) -> Option<Origin<'n>> {
        let after = self.tokens.partition_point(|token| place(token) <= at);
        let token = self.tokens.get(after.checked_sub(1)?)?;
        if token.get_dst_line() != at.0 {
            return None;
        }
        // A mapping that begins before the name is not about the name alone.
        let name = name.filter(|_| place(token) == at);
        let older = token.get_name_id().and_then(|id| self.names.get(id as usize)).map(Cow::as_ref);
        Some(Origin {
            source: token.get_source_id()?,
            line: token.get_src_line(),
            column: token.get_src_col(),
            name: name.and_then(|name| older.or(Some(name)).filter(|older| renamed || *older != name)),
        })
    }

    /// What the sources are called from where `filename` is relative to.
    pub(super) fn sources(&self, filename: &str) -> Vec<Cow<'_, str>> {
        self.sources.iter().map(|source| Cow::Owned(resolve(source, filename))).collect()
    }

    /// The texts of the sources, where they are known.
    pub(super) fn contents(&self) -> Vec<Option<Cow<'_, str>>> {
        self.contents.iter().map(|content| content.as_deref().map(Cow::Borrowed)).collect()
    }

    /// Which sources debuggers pass over.
    pub(super) fn ignored(&self) -> &[u32] {
        &self.ignored
    }

    fn add_sections(&mut self, sections: Value) -> Result<(), String> {
        let Value::Array(sections) = sections else { return Err("its `sections` are no list".to_owned()) };
        for mut section in sections {
            let offset = |name| section["offset"][name].as_u64().and_then(|number| u32::try_from(number).ok());
            let (Some(line), Some(column)) = (offset("line"), offset("column")) else {
                return Err("a section has no `offset`".to_owned());
            };
            match section.get_mut("map").map(Value::take) {
                Some(map) if map.get("sections").is_some() => return Err("a section has sections itself".to_owned()),
                Some(map @ Value::Object(_)) => self.add(map, (line, column))?,
                _ => return Err("a section has no `map`; a `url` in its place is not followed".to_owned()),
            }
        }
        Ok(())
    }

    /// Adds a map whose text begins at a place.
    fn add(&mut self, mut map: Value, (line, column): (u32, u32)) -> Result<(), String> {
        // A source may have no name.
        let sources = map.get_mut("sources").and_then(Value::as_array_mut);
        for source in sources.into_iter().flatten().filter(|source| source.is_null()) {
            *source = Value::String(String::new());
        }
        let map: JSONSourceMap = from_value(map).map_err(|error| error.to_string())?;
        let map = SourceMap::from_json(map).map_err(|error| error.to_string())?.into_parts();
        let (sources_before, names_before) = (self.sources.len() as u32, self.names.len() as u32);
        let root = map.source_root.unwrap_or_default();
        self.sources.extend(map.sources.iter().map(|source| with_root(&root, source)));
        self.contents.extend(map.source_contents);
        self.contents.resize(self.sources.len(), None);
        self.names.extend(map.names);
        self.ignored.extend(map.ignore_list.iter().flatten().map(|index| index + sources_before));
        self.tokens.extend(map.tokens.iter().map(|token| {
            Token::new(
                token.get_dst_line().saturating_add(line),
                if token.get_dst_line() == 0 {
                    token.get_dst_col().saturating_add(column)
                } else {
                    token.get_dst_col()
                },
                token.get_src_line(),
                token.get_src_col(),
                token.get_source_id().map(|source| source + sources_before),
                token.get_name_id().map(|name| name + names_before),
            )
        }));
        Ok(())
    }
}

fn place(token: &Token) -> (u32, u32) {
    (token.get_dst_line(), token.get_dst_col())
}

fn with_root(root: &str, source: &str) -> String {
    match root.trim_end_matches('/') {
        _ if root.is_empty() || source.is_empty() || is_absolute(source) => source.to_owned(),
        root => format!("{root}/{source}"),
    }
}

/// A URL relative to the file `base`: `../src/app.ts` for `app.ts` beside `../src/app.js`.
fn resolve(url: &str, base: &str) -> String {
    let Some((folder, _)) = base.rsplit_once('/').filter(|_| !url.is_empty() && !is_absolute(url)) else {
        return url.to_owned();
    };
    // What names the host or the drive is no folder to go up from.
    let fixed = match folder.split_once("://") {
        Some((scheme, rest)) => scheme.len() + "://".len() + rest.find('/').unwrap_or(rest.len()),
        None => 0,
    };
    let (fixed, folder) = folder.split_at(fixed);
    let mut path: Vec<&str> = folder.split('/').collect();
    for name in url.split('/') {
        match (name, path.last()) {
            (".", _) => {}
            ("..", Some(&last)) if !matches!(last, "" | "." | "..") => {
                path.pop();
            }
            ("..", Some(&"")) => {}
            _ => path.push(name),
        }
    }
    format!("{fixed}{}", path.join("/"))
}

fn is_absolute(url: &str) -> bool {
    let scheme = url.split_once(':').map_or("", |(scheme, _)| scheme);
    url.starts_with('/')
        || scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_relative_to_the_file() {
        let cases = [
            ("app.ts", "app.js", "app.ts"),
            ("app.ts", "../src/app.js", "../src/app.ts"),
            ("../app.ts", "../src/app.js", "../app.ts"),
            ("../../app.ts", "../src/app.js", "../../app.ts"),
            ("../../../app.ts", "src/app.js", "../../app.ts"),
            ("./x/./app.ts", "src/app.js", "src/x/app.ts"),
            ("../../app.ts", "file:///a/app.js", "file:///app.ts"),
            ("app.ts", "http://host/app.js", "http://host/app.ts"),
            ("../app.ts", "/a/b/app.js", "/a/app.ts"),
            ("../../../app.ts", "/a/app.js", "/app.ts"),
            ("webpack:///./app.ts", "src/app.js", "webpack:///./app.ts"),
            ("/app.ts", "src/app.js", "/app.ts"),
            ("", "src/app.js", ""),
        ];
        for (url, base, expected) in cases {
            assert_eq!(resolve(url, base), expected, "{url} from {base}");
        }
    }
}
