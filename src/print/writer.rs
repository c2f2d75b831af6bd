//! What the generator writes into: the text, its indentation, where its lines begin, and the marks of the source map.
//!
//! In compact code, a space, a line end and a semicolon wait for what comes after them, which tells whether they are
//! needed. In other code, the spaces around the heads of statements, which the generator leaves out, are put in
//! ([`heads`](super::heads)).

use std::borrow::Cow;

use memchr::memchr;
use swc_common::{BytePos, Span};
use swc_ecma_codegen::{Result, text_writer::WriteJs};

use super::{
    Printed, ascii,
    heads::Heads,
    inline_script,
    line_starts::{Insertion, LineStarts},
    source_map::Marks,
};
use crate::options::Options;

/// Indentation stops growing here, so that 100,000 nested blocks do not print gigabytes of spaces.
const DEEPEST_INDENT: usize = 40;
const INDENT: &str = "  ";
/// What the generator writes for an expression that is none.
const PLACEHOLDER: &str = "<invalid>";

/// How code is spelled.
#[derive(Clone, Copy)]
pub(super) struct Style {
    /// Without whitespace that means nothing.
    pub(super) compact: bool,
    /// Without characters that are not ASCII.
    pub(super) ascii: bool,
}

pub(super) struct Writer<'s> {
    code: String,
    style: Style,
    /// There is a semicolon or a space that is still to be written.
    waits: bool,
    /// A semicolon of compact code.
    semicolon: Option<Option<Span>>,
    /// A space: in compact code, whatever whitespace was asked for; in other code, one that the generator leaves out.
    space: bool,
    /// The last line ends in a comment that goes up to its end, or is the hashbang.
    ends_in_comment: bool,
    /// What stands around `(…)` in code that is not compact.
    heads: Heads,
    depth: usize,
    line: Line,
    marks: Option<Marks<'s>>,
    /// Where lines begin, if comments may have to be put there later.
    line_starts: Option<LineStarts>,
    /// Positions are asked for: by the marks of a map always, by the start of a line until it has one.
    asks_for_positions: bool,
    /// A mark for whatever comes after the indentation and comments.
    pending: Option<BytePos>,
    comment: Comment,
    /// Lines for the place of the placeholder.
    prelude: Option<&'s str>,
    /// The placeholder was a statement, whose semicolon comes next.
    drops_semicolon: bool,
}

/// How far the last line has got.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    /// Nothing has been written, not even the indentation.
    Start,
    /// There are only comments.
    Comments,
    /// There is code.
    Code,
}

/// A block comment of several lines that begins a line also ends one. That adds no line terminator where there was
/// none, so nothing after `return` changes its meaning.
#[derive(PartialEq, Eq)]
enum Comment {
    None,
    /// `/*` began a line.
    Begun,
    /// Its text had several lines.
    Tall,
    /// `*/` has been written; the generator will write a space.
    Ended,
}

impl<'s> Writer<'s> {
    /// `length` is about what the code will have.
    pub(super) fn new(length: usize, style: Style, marks: Option<Marks<'s>>, line_starts: Option<LineStarts>) -> Self {
        let code = String::with_capacity(length);
        let asks_for_positions = marks.is_some();
        Self {
            code,
            style,
            waits: false,
            semicolon: None,
            space: false,
            ends_in_comment: false,
            heads: Heads::default(),
            depth: 0,
            line: Line::Start,
            marks,
            line_starts,
            asks_for_positions,
            pending: None,
            comment: Comment::None,
            prelude: None,
            drops_semicolon: false,
        }
    }

    /// What stands in the place of the statement that is [`placeholder`](super::placeholder).
    pub(super) fn set_prelude(&mut self, lines: &'s str) {
        self.prelude = Some(lines);
    }

    /// The code, ending in one line feed, and its map. `insertions` says what is still to be put at the starts of lines.
    pub(super) fn finish(
        mut self,
        options: &Options,
        insertions: impl FnOnce(&str, LineStarts) -> Vec<Insertion>,
    ) -> Printed {
        self.end_line();
        if let Some(line_starts) = self.line_starts.take() {
            let mut insertions = insertions(&self.code, line_starts);
            if self.style.ascii {
                insertions
                    .iter_mut()
                    .for_each(|insertion| insertion.text = ascii::escaped(&insertion.text).into_owned());
            }
            self.insert(&insertions);
        }
        let map = self.marks.map(|marks| marks.into_json(&self.code, options));
        self.code.truncate(self.code.trim_end_matches([' ', '\n']).len());
        self.code.push('\n');
        Printed { code: self.code, map }
    }

    /// Puts texts into the code, which are in the order of their places.
    fn insert(&mut self, insertions: &[Insertion]) {
        if insertions.is_empty() {
            return;
        }
        let length: usize = insertions.iter().map(|insertion| insertion.text.len()).sum();
        let with_insertions = String::with_capacity(self.code.len() + length);
        let before = std::mem::replace(&mut self.code, with_insertions);
        let mut from = 0;
        for Insertion { at, text } in insertions {
            self.code.push_str(&before[from..*at]);
            self.code.push_str(text);
            from = *at;
        }
        self.code.push_str(&before[from..]);
        if let Some(marks) = &mut self.marks {
            marks.shift(insertions);
        }
    }

    /// Writes whole lines as they are, indented.
    pub(super) fn write_text(&mut self, text: &str) {
        self.end_line();
        for line in text.split_inclusive('\n') {
            self.indent();
            self.code.push_str(line);
        }
    }

    #[inline]
    pub(super) fn end_line(&mut self) {
        self.end_statement();
        self.space = false;
        self.waits = false;
        self.ends_in_comment = false;
        self.pending = None;
        if self.line != Line::Start {
            self.code.push('\n');
            self.line = Line::Start;
        }
    }

    #[inline]
    fn write(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.begin_code(text);
        self.code.push_str(text);
    }

    #[inline]
    fn write_at(&mut self, span: Span, text: &str) {
        if text.is_empty() {
            return;
        }
        self.begin_code(text);
        self.mark(span.lo);
        self.code.push_str(text);
        self.mark(span.hi);
    }

    /// Writes what waits, as far as `text` needs it before it.
    fn begin_token(&mut self, text: &str) {
        self.waits = false;
        self.end_statement();
        if std::mem::take(&mut self.space) && self.line != Line::Start {
            let is_needed = if self.style.compact { needs_space(&self.code, text) } else { text != ";" };
            if is_needed {
                self.code.push(' ');
            }
        }
        if self.line == Line::Code
            && let Some(pos) = self.pending.take()
        {
            self.mark(pos);
        }
    }

    /// Writes the semicolon that waits.
    #[inline]
    fn end_statement(&mut self) {
        if let Some(span) = self.semicolon.take() {
            self.write_at(span.unwrap_or_default(), ";");
        }
    }

    #[inline]
    fn wait_for_space(&mut self) {
        self.space = true;
        self.waits = true;
    }

    /// A text in the characters that the code may have.
    #[inline]
    fn spelled<'t>(&self, text: &'t str, escaped: fn(&'t str) -> Cow<'t, str>) -> Cow<'t, str> {
        if self.style.ascii { escaped(text) } else { Cow::Borrowed(text) }
    }

    #[inline]
    fn begin_code(&mut self, text: &str) {
        if self.waits {
            self.begin_token(text);
        }
        if self.line != Line::Code {
            self.begin_line(Line::Code);
        }
    }

    /// What comes next is the first code of a line, or a comment before it.
    fn begin_line(&mut self, line: Line) {
        if self.line == Line::Start {
            self.indent();
        }
        if let Some(line_starts) = &mut self.line_starts
            && self.line != line
        {
            line_starts.begin(self.code.len());
            self.asks_for_positions = true;
        }
        self.line = line;
        if let Some(pos) = self.pending.take() {
            self.mark(pos);
        }
    }

    fn indent(&mut self) {
        let depth = if self.style.compact { 0 } else { self.depth.min(DEEPEST_INDENT) };
        for _ in 0..depth {
            self.code.push_str(INDENT);
        }
    }

    #[inline]
    fn mark(&mut self, pos: BytePos) {
        if self.asks_for_positions {
            self.take_position(pos);
        }
    }

    fn take_position(&mut self, pos: BytePos) {
        let has_position = self.line_starts.as_mut().is_none_or(|line_starts| line_starts.mark(pos));
        self.asks_for_positions = !has_position;
        if let Some(marks) = &mut self.marks {
            marks.add(pos, &self.code);
            self.asks_for_positions = true;
        }
    }
}

/// Whether two tokens would be another one without a space between them, or `<!--`, or `</script`.
fn needs_space(before: &str, text: &str) -> bool {
    let (Some(&last), Some(&next)) = (before.as_bytes().last(), text.as_bytes().first()) else { return false };
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'\\' | b'#' | 0x80..);
    is_word(last) && is_word(next)
        || matches!((last, next), (b'+', b'+') | (b'-', b'-') | (b'/', b'/' | b'*') | (b'<', b'!' | b'/'))
        || last.is_ascii_digit() && next == b'.'
}

impl WriteJs for Writer<'_> {
    #[inline]
    fn increase_indent(&mut self) -> Result {
        self.depth += 1;
        Ok(())
    }

    #[inline]
    fn decrease_indent(&mut self) -> Result {
        self.depth = self.depth.saturating_sub(1);
        Ok(())
    }

    #[inline]
    fn write_line(&mut self) -> Result {
        if self.style.compact && !self.ends_in_comment {
            self.wait_for_space();
        } else {
            self.end_line();
        }
        Ok(())
    }

    #[inline]
    fn write_semi(&mut self, span: Option<Span>) -> Result {
        if std::mem::take(&mut self.drops_semicolon) {
            return Ok(());
        }
        if self.style.compact {
            self.semicolon = Some(span);
            self.waits = true;
            return Ok(());
        }
        self.write_operator(span, ";")
    }

    #[inline]
    fn write_space(&mut self) -> Result {
        if self.style.compact {
            self.wait_for_space();
            return Ok(());
        }
        self.space = false;
        if self.heads.is_space_before_parameters() {
            return Ok(());
        }
        if self.comment == Comment::Ended {
            self.comment = Comment::None;
            return self.write_line();
        }
        if self.line != Line::Comments {
            self.begin_code(" ");
        }
        self.code.push(' ');
        Ok(())
    }

    #[inline]
    fn write_keyword(&mut self, span: Option<Span>, text: &'static str) -> Result {
        if text == "while" && self.code.ends_with('}') {
            self.wait_for_space();
        }
        self.write_operator(span, text)?;
        if self.heads.keyword(text) {
            self.wait_for_space();
        }
        Ok(())
    }

    #[inline]
    fn write_operator(&mut self, span: Option<Span>, text: &str) -> Result {
        match span {
            Some(span) => self.write_at(span, text),
            None => self.write(text),
        }
        Ok(())
    }

    #[inline]
    fn write_punct(&mut self, span: Option<Span>, text: &'static str, ends_statement: bool) -> Result {
        if !ends_statement {
            self.semicolon = None;
        }
        match text {
            "(" if self.heads.open() && !self.code.ends_with(' ') => self.wait_for_space(),
            ")" if self.heads.close() => {
                self.write_operator(span, text)?;
                self.wait_for_space();
                return Ok(());
            }
            "#!" => self.ends_in_comment = true,
            _ => {}
        }
        self.write_operator(span, text)
    }

    #[inline]
    fn write_param(&mut self, text: &str) -> Result {
        self.write(text);
        Ok(())
    }

    #[inline]
    fn write_property(&mut self, text: &str) -> Result {
        self.write(text);
        Ok(())
    }

    #[inline]
    fn write_lit(&mut self, span: Span, text: &str) -> Result {
        let text = self.spelled(text, ascii::literal);
        self.write_at(span, &text);
        Ok(())
    }

    /// A string, with its quotes or without.
    #[inline]
    fn write_str_lit(&mut self, span: Span, text: &str) -> Result {
        let text = self.spelled(text, ascii::literal);
        match memchr(b'<', text.as_bytes()) {
            Some(_) if *text == *PLACEHOLDER => {
                if let Some(prelude) = self.prelude.take() {
                    self.write_text(prelude);
                    self.drops_semicolon = true;
                }
            }
            Some(_) => self.write_at(span, &inline_script::escaped(&text)),
            None => self.write_at(span, &text),
        }
        Ok(())
    }

    #[inline]
    fn write_str(&mut self, text: &str) -> Result {
        let text = self.spelled(text, ascii::literal);
        self.write(&text);
        Ok(())
    }

    fn write_comment(&mut self, text: &str) -> Result {
        self.comment = match (text, &self.comment) {
            ("/*", _) if self.line == Line::Start => Comment::Begun,
            ("*/", Comment::Tall) => Comment::Ended,
            (text, Comment::Begun) if text.contains('\n') => Comment::Tall,
            _ => Comment::None,
        };
        if self.waits {
            self.begin_token(text);
        }
        self.ends_in_comment |= self.style.compact && text == "//";
        if self.line != Line::Code {
            self.begin_line(Line::Comments);
        }
        let text = self.spelled(text, ascii::escaped);
        self.code.push_str(&text);
        Ok(())
    }

    /// An identifier. The generator has marked its position just before.
    #[inline]
    fn write_symbol(&mut self, _: Span, name: &str) -> Result {
        self.begin_code(name);
        if let Some(marks) = &mut self.marks {
            marks.name_last(name, &self.code);
        }
        let name = self.spelled(name, ascii::name);
        self.code.push_str(&name);
        Ok(())
    }

    #[inline]
    fn care_about_srcmap(&self) -> bool {
        self.marks.is_some() || self.line_starts.is_some()
    }

    #[inline]
    fn add_srcmap(&mut self, pos: BytePos) -> Result {
        if self.line == Line::Code && !self.waits {
            self.mark(pos);
        } else {
            self.pending = Some(pos);
        }
        Ok(())
    }

    #[inline]
    fn commit_pending_semi(&mut self) -> Result {
        self.end_statement();
        Ok(())
    }

    /// Names come from the parser, which has decoded their escapes.
    #[inline]
    fn can_ignore_invalid_unicodes(&mut self) -> bool {
        true
    }
}
