//! Source maps of all fixtures: what a mapping says about an identifier is true.
//!
//! A mapping that points at an identifier of the output leads to the same word in the input, or names the word that
//! it leads to.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use downlevel::{Options, transform};
use libtest_mimic::{Arguments, Trial};
use oxc_sourcemap::SourceMap;

#[allow(dead_code, reason = "nothing runs here, but a fixture names the polyfills it needs")]
#[path = "support/engine.rs"]
mod engine;
#[allow(dead_code, reason = "one module is mapped, not those that it imports")]
#[path = "support/fixture.rs"]
mod fixture;

use fixture::Fixture;

fn main() {
    let arguments = Arguments::from_args();
    let trial = |(name, directory): (String, PathBuf)| Trial::test(name, move || Ok(test(&directory)?));
    let cases = fixture::all()
        .into_iter()
        .filter(|(name, directory)| name != MISPLACED && !directory.join("error.txt").exists());
    libtest_mimic::run(&arguments, cases.map(trial).collect()).exit();
}

/// swc's parser gives a name behind an HTML-like comment the position of that comment.
const MISPLACED: &str = "literals/html_comments";

fn test(directory: &Path) -> Result<(), String> {
    let fixture = Fixture::load(directory)?;
    let plain = transform(&fixture.input, &fixture.options).map_err(|errors| errors.to_string())?;
    let options = Options { source_map: true, ..fixture.options.clone() };
    let output = transform(&fixture.input, &options).map_err(|errors| errors.to_string())?;
    if output.code != plain.code {
        return Err("the code is another one when a source map is made".to_owned());
    }
    let json = output.map.ok_or("there is no source map")?;
    let map = SourceMap::from_json_string(&json).map_err(|error| format!("the source map cannot be read: {error}"))?;
    check(&map, &fixture, &output.code)
}

fn check(map: &SourceMap, fixture: &Fixture, code: &str) -> Result<(), String> {
    if map.get_sources().collect::<Vec<_>>() != [fixture.options.filename.as_str()] {
        return Err(format!("the sources are {:?}", map.get_sources().collect::<Vec<_>>()));
    }
    if map.get_source_contents().collect::<Vec<_>>() != [Some(fixture.input.as_str())] {
        return Err("sourcesContent is not the input".to_owned());
    }
    let (input, output) = (Lines::new(&fixture.input), Lines::new(code));
    // `Math` begins what `a ** b` becomes.
    let mut made_up = &words(code) - &words(&fixture.input);
    made_up.insert("Math".to_owned());
    let (mut problems, mut identifiers) = (vec![], 0);
    for token in map.get_source_view_tokens() {
        let (to, from) = ((token.get_dst_line(), token.get_dst_col()), (token.get_src_line(), token.get_src_col()));
        let (Some(written), Some(read)) = (output.word(to), input.word(from)) else {
            problems.push(format!("{} -> {} is outside of the text", place(to), place(from)));
            continue;
        };
        if !is_identifier(&written) {
            continue;
        }
        identifiers += 1;
        if token.get_name().is_none() && made_up.contains(&written) {
            // It begins what an expression became, such as `_toArray(xs)`, and leads to where the expression began.
            continue;
        }
        let named = token.get_name().unwrap_or(&written);
        if named != read {
            problems.push(format!("{} `{written}` as `{named}` -> {} `{read}`", place(to), place(from)));
        }
    }
    if identifiers == 0 {
        problems.push("no identifier is mapped".to_owned());
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

fn place((line, column): (u32, u32)) -> String {
    format!("{}:{}", line + 1, column + 1)
}

/// The words of a text.
fn words(text: &str) -> BTreeSet<String> {
    let is_part = |char: char| char == '$' || unicode_id_start::is_id_continue(char);
    text.split(|char| !is_part(char)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The lines of a text, by UTF-16 units: what positions of source maps count in.
struct Lines(Vec<Vec<u16>>);

impl Lines {
    fn new(text: &str) -> Self {
        let mut lines = vec![vec![]];
        let mut chars = text.chars().peekable();
        while let Some(char) = chars.next() {
            match char {
                '\r' if chars.peek() == Some(&'\n') => {}
                '\n' | '\r' | '\u{2028}' | '\u{2029}' => lines.push(vec![]),
                _ => {
                    if let Some(line) = lines.last_mut() {
                        line.extend(char.encode_utf16(&mut [0; 2]).iter());
                    }
                }
            }
        }
        Self(lines)
    }

    /// The word that starts at a place, empty if none does; nothing if the text has no such place.
    fn word(&self, (line, column): (u32, u32)) -> Option<String> {
        let rest = self.0.get(line as usize)?.get(column as usize..)?;
        let text = String::from_utf16_lossy(rest);
        let mut rest = text.as_str();
        let is_part = |char| matches!(char, '$' | '\u{200c}' | '\u{200d}') || unicode_id_start::is_id_continue(char);
        Some(std::iter::from_fn(|| next_char(&mut rest)).take_while(|&char| is_part(char)).collect())
    }
}

/// Takes a character off `rest`; an escape, `\uXXXX` or `\u{X}`, stands for one.
fn next_char(rest: &mut &str) -> Option<char> {
    let (code, after) = match rest.strip_prefix("\\u") {
        Some(braced) if braced.starts_with('{') => braced[1..].split_once('}')?,
        Some(escape) => escape.split_at_checked(4)?,
        None => {
            let char = rest.chars().next()?;
            *rest = &rest[char.len_utf8()..];
            return Some(char);
        }
    };
    *rest = after;
    char::from_u32(u32::from_str_radix(code, 16).ok()?)
}

/// Whether a word is the name of something: no number, and no keyword, since those come and go.
fn is_identifier(word: &str) -> bool {
    let keywords = [
        "break",
        "case",
        "catch",
        "const",
        "continue",
        "debugger",
        "default",
        "delete",
        "do",
        "else",
        "false",
        "finally",
        "for",
        "function",
        "get",
        "if",
        "in",
        "instanceof",
        "let",
        "new",
        "null",
        "return",
        "set",
        "switch",
        "this",
        "throw",
        "true",
        "try",
        "typeof",
        "var",
        "void",
        "while",
        "with",
    ];
    !word.is_empty() && !word.starts_with(|char: char| char.is_ascii_digit()) && !keywords.contains(&word)
}
