//! The source map: pairs of places, collected while printing.
//!
//! Lines are counted as ECMAScript counts them, in the source and in the output (LF, CR LF, CR, U+2028, U+2029):
//! engines report their positions so. Columns are UTF-16 code units. The text in `sourcesContent` has no byte order
//! mark, and neither have the columns of its first line.

use std::borrow::Cow;

use memchr::memchr3_iter;
use oxc_sourcemap::{SourceMap, Token};
use rustc_hash::FxHashMap;
use serde_json::Value;
use swc_common::{BytePos, SourceFile};
use swc_ecma_ast::EsReserved;

use super::{
    input_map::{InputMap, Origin},
    line_starts::Insertion,
};
use crate::{
    options::Options,
    syntax::identifier::{continues_name, starts_name},
};

/// Marks of the places in the output, in order.
pub(super) struct Marks<'s> {
    source: &'s str,
    start: BytePos,
    /// The map of the source, which may know other names.
    input: Option<&'s InputMap>,
    marks: Vec<Mark>,
    /// From the last mark up to here, no line of the output ends.
    seen: usize,
}

struct Mark {
    /// Byte offset in the output.
    at: u32,
    /// Byte offset in the source.
    offset: u32,
    /// Length of the name that the source has there, in bytes; 0 if the output has none, or the same and no input map
    /// could know an older one.
    name: u32,
    /// Whether the output has another name.
    renamed: bool,
    /// Makes it as large as a token, so that the list of tokens can take the place of the marks.
    _room: [u32; 2],
}

const _: () = assert!(size_of::<Mark>() == size_of::<Token>() && align_of::<Mark>() == align_of::<Token>());

impl<'s> Marks<'s> {
    pub(super) fn new(file: &'s SourceFile, input: Option<&'s InputMap>) -> Self {
        let marks = Vec::with_capacity(file.src.len() / 6);
        Self { source: &file.src, start: file.start_pos, input, marks, seen: 0 }
    }

    /// What follows `code` comes from `pos`. Positions outside of the file are left out, and all behind 4 GB of code.
    pub(super) fn add(&mut self, pos: BytePos, code: &str) {
        let Some(offset) = pos.0.checked_sub(self.start.0) else { return };
        if pos.is_dummy() || offset as usize > self.source.len() {
            return;
        }
        let Ok(at) = u32::try_from(code.len()) else { return };
        match self.marks.last_mut() {
            Some(last) if last.at == at => (last.offset, last.name, last.renamed) = (offset, 0, false),
            Some(last) if (last.offset, last.name) == (offset, 0) && is_one_line(code, self.seen) => {}
            _ => self.marks.push(Mark { at, offset, name: 0, renamed: false, _room: [0; 2] }),
        }
        self.seen = code.len();
    }

    /// What follows `code` is `name`, which may be another one in the source.
    pub(super) fn name_last(&mut self, name: &str, code: &str) {
        if let Some(last) = self.marks.last_mut()
            && last.at as usize == code.len()
            && (self.input.is_some() || !has_name(self.source, last.offset as usize, name))
            && let Some(original) = name_at(self.source, last.offset as usize)
            && (original != name || self.input.is_some())
        {
            last.name = original.len() as u32;
            last.renamed = original != name;
        }
    }

    /// Moves the marks of what stands behind texts that were put in, in the order of their places.
    pub(super) fn shift(&mut self, insertions: &[Insertion]) {
        let mut insertions = insertions.iter().peekable();
        let mut by = 0;
        for mark in &mut self.marks {
            while let Some(insertion) = insertions.next_if(|insertion| insertion.at <= mark.at as usize) {
                by += insertion.text.len();
            }
            mark.at = mark.at.saturating_add(by as u32);
        }
    }

    /// The map of `code`, version 3, as JSON.
    pub(super) fn into_json(self, code: &str, options: &Options) -> String {
        let mut names = Names::default();
        let [printed, source] = [code, self.source].map(Text::new);
        let (mut here, mut near) = (Place::default(), Place::default());
        let mut traced = Traced::default();
        let token = |mark: Mark| {
            let offset = mark.offset as usize;
            here = printed.place(mark.at as usize, here);
            near = source.place(offset, near);
            let name = self.source.get(offset..offset + mark.name as usize).filter(|name| !name.is_empty());
            let (line, column) = (near.line as u32, near.column);
            match self.input {
                None => {
                    let name = name.map(|name| names.add(name));
                    Some(Token::new(here.line as u32, here.column, line, column, Some(0), name))
                }
                Some(input) => traced.token(here, input.trace((line, column), name, mark.renamed), &mut names),
            }
        };
        let tokens: Vec<Token> = self.marks.into_iter().filter_map(token).collect();
        let (sources, mut contents, ignored) = match self.input {
            None => (vec![Cow::Borrowed(options.filename.as_str())], vec![Some(Cow::Borrowed(self.source))], &[][..]),
            Some(input) => (input.sources(&options.filename), input.contents(), input.ignored()),
        };
        if !options.sources_content {
            contents.clear();
        }
        let has_nameless = self.input.is_some() && sources.iter().any(|source| source.is_empty());
        let root = options.source_root.as_deref().map(Cow::Borrowed);
        let mut map = SourceMap::new(None, names.list, root, sources, contents, tokens.into_boxed_slice(), None);
        if !ignored.is_empty() {
            map.set_ignore_list(ignored.to_vec());
        }
        let json = map.to_json_string();
        if has_nameless { without_names(json) } else { json }
    }
}

/// `null` for the names of sources that have none: the writer of maps has texts only.
fn without_names(json: String) -> String {
    let Ok(mut map) = serde_json::from_str::<Value>(&json) else { return json };
    let sources = map.get_mut("sources").and_then(Value::as_array_mut);
    sources.into_iter().flatten().filter(|source| **source == "").for_each(|source| *source = Value::Null);
    map.to_string()
}

/// Tokens that lead through an input map.
#[derive(Default)]
struct Traced {
    last: Option<Token>,
}

impl Traced {
    /// Where a mark leads; nothing if that would repeat the mapping before it.
    fn token<'n>(&mut self, here: Place, origin: Option<Origin<'n>>, names: &mut Names<'n>) -> Option<Token> {
        let name = origin.as_ref().and_then(|origin| origin.name).map(|name| names.add(name));
        let token = match origin {
            Some(Origin { source, line, column, .. }) => {
                Token::new(here.line as u32, here.column, line, column, Some(source), name)
            }
            None => Token::new(here.line as u32, here.column, 0, 0, None, None),
        };
        let origin =
            |token: &Token| (token.get_source_id(), token.get_src_line(), token.get_src_col(), token.get_name_id());
        let repeats = match &self.last {
            Some(last) if last.get_dst_line() == here.line as u32 => name.is_none() && origin(last) == origin(&token),
            _ => token.get_source_id().is_none(),
        };
        (!repeats).then(|| *self.last.insert(token))
    }
}

/// The names of a map, each once.
#[derive(Default)]
struct Names<'n> {
    list: Vec<Cow<'n, str>>,
    ids: FxHashMap<&'n str, u32>,
}

impl<'n> Names<'n> {
    fn add(&mut self, name: &'n str) -> u32 {
        *self.ids.entry(name).or_insert_with(|| {
            self.list.push(Cow::Borrowed(name));
            self.list.len() as u32 - 1
        })
    }
}

/// Whether the source has `name`, and nothing more of a name, at `offset`. It may say no where a letter outside of ASCII
/// or an escape follows.
fn has_name(source: &str, offset: usize, name: &str) -> bool {
    let rest = source.as_bytes().get(offset..).unwrap_or_default();
    let ends = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric() && !matches!(byte, b'_' | b'$' | b'\\');
    rest.strip_prefix(name.as_bytes()).is_some_and(|behind| behind.first().is_none_or(ends))
}

/// The name that begins at `offset`, if one does that may be renamed: no keyword but `this` and `arguments`, and spelled as it is.
pub(super) fn name_at(source: &str, offset: usize) -> Option<&str> {
    let rest = source.get(offset..)?;
    let end = rest.find(|char| !continues_name(char)).unwrap_or(rest.len());
    let name = &rest[..end];
    let begins = name.starts_with(starts_name);
    let escaped = rest[end..].starts_with('\\');
    (begins && !escaped && (matches!(name, "this" | "arguments") || !name.is_reserved_in_any())).then_some(name)
}

/// A place in a text.
#[derive(Clone, Copy, Default)]
struct Place {
    offset: usize,
    line: usize,
    column: u32,
}

/// A text, prepared to be asked for lines and columns in any order.
struct Text<'s> {
    bytes: &'s [u8],
    lines: Vec<Line>,
    /// How many code units stand before each block of [`BLOCK`] bytes; none if each byte is one.
    blocks: Vec<u32>,
}

#[derive(Clone, Copy)]
struct Line {
    /// The offset where it begins.
    begin: usize,
    is_ascii: bool,
}

const BLOCK: usize = 128;

impl<'s> Text<'s> {
    fn new(source: &'s str) -> Self {
        let bytes = source.as_bytes();
        let (lines, blocks) = match source.is_ascii() {
            true => (lines(bytes, |_| true), vec![]),
            false => (lines(bytes, <[u8]>::is_ascii), block_units(bytes)),
        };
        Self { bytes, lines, blocks }
    }

    /// The line and the column of `offset`. `near` is the place that was asked for last: the next one is close to it.
    fn place(&self, offset: usize, near: Place) -> Place {
        let line = self.line_of(offset, near.line);
        let column = match self.lines.get(line) {
            Some(Line { begin, is_ascii: true }) => (offset - begin) as u32,
            Some(Line { begin, is_ascii: false }) => match self.bytes.get(near.offset..offset) {
                Some(between) if line == near.line && between.len() < BLOCK => near.column + units(between),
                _ => self.units_before(offset) - self.units_before(*begin),
            },
            None => 0,
        };
        Place { offset, line, column }
    }

    fn line_of(&self, offset: usize, near: usize) -> usize {
        let begins = |line: usize| self.lines.get(line).is_some_and(|line| line.begin <= offset);
        let holds = |line: usize| begins(line) && !begins(line + 1);
        match near {
            line if holds(line) => line,
            line if holds(line + 1) => line + 1,
            _ => self.lines.partition_point(|line| line.begin <= offset).saturating_sub(1),
        }
    }

    fn units_before(&self, offset: usize) -> u32 {
        match self.blocks.get(offset / BLOCK) {
            Some(before) => before + units(self.bytes.get(offset / BLOCK * BLOCK..offset).unwrap_or_default()),
            None => offset as u32,
        }
    }
}

/// The lines of a text.
fn lines(bytes: &[u8], is_ascii: impl Fn(&[u8]) -> bool) -> Vec<Line> {
    let mut begin = 0;
    let ends = line_ends(bytes).chain([bytes.len()]);
    let line = |end| {
        let line = Line { begin, is_ascii: is_ascii(&bytes[begin..end]) };
        begin = end;
        line
    };
    ends.map(line).collect()
}

/// How many code units stand before each block, and before the end.
fn block_units(bytes: &[u8]) -> Vec<u32> {
    let mut before = vec![0];
    let mut total = 0;
    for block in bytes.chunks(BLOCK) {
        total += units(block);
        before.push(total);
    }
    before
}

/// How many UTF-16 code units a piece of UTF-8 holds: one for each first byte, two for those of four.
fn units(bytes: &[u8]) -> u32 {
    if bytes.is_ascii() {
        return bytes.len() as u32;
    }
    bytes.iter().map(|&byte| u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0)).sum()
}

/// The offsets behind the line terminators of a piece of UTF-8.
fn line_ends(bytes: &[u8]) -> impl Iterator<Item = usize> {
    memchr3_iter(b'\n', b'\r', 0xE2, bytes).filter_map(|at| {
        match (bytes[at], bytes.get(at + 1..).unwrap_or_default()) {
            (b'\n', _) => Some(at + 1),
            (b'\r', after) if after.first() != Some(&b'\n') => Some(at + 1),
            (0xE2, [0x80, 0xA8 | 0xA9, ..]) => Some(at + 3),
            _ => None,
        }
    })
}

/// Whether no line ends from `start` on.
fn is_one_line(code: &str, start: usize) -> bool {
    line_ends(code.as_bytes().get(start..).unwrap_or_default()).next().is_none()
}
