//! What the generator writes into: the text, its indentation, and the marks of the source map.

use swc_common::{BytePos, Span};
use swc_ecma_codegen::{Result, text_writer::WriteJs};

use super::{Printed, source_map::Marks};
use crate::options::Options;

/// Indentation stops growing here, so that 100,000 nested blocks do not print gigabytes of spaces.
const DEEPEST_INDENT: usize = 40;
const INDENT: &str = "  ";

pub(super) struct Writer<'s> {
    code: String,
    depth: usize,
    at_line_start: bool,
    marks: Option<Marks<'s>>,
    /// A mark for whatever comes after the indentation.
    pending: Option<BytePos>,
    comment: Comment,
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
    pub(super) fn new(length: usize, marks: Option<Marks<'s>>) -> Self {
        let code = String::with_capacity(length);
        Self { code, depth: 0, at_line_start: true, marks, pending: None, comment: Comment::None }
    }

    /// The code, ending in one line feed, and its map.
    pub(super) fn finish(mut self, options: &Options) -> Printed {
        let map = self.marks.map(|marks| marks.into_json(&self.code, options));
        self.code.truncate(self.code.trim_end_matches([' ', '\n']).len());
        self.code.push('\n');
        Printed { code: self.code, map }
    }

    /// Writes whole lines as they are.
    pub(super) fn write_text(&mut self, text: &str) {
        self.end_line();
        self.code.push_str(text);
    }

    #[inline]
    pub(super) fn end_line(&mut self) {
        self.pending = None;
        if !self.at_line_start {
            self.code.push('\n');
            self.at_line_start = true;
        }
    }

    #[inline]
    fn write(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.begin_line();
        self.code.push_str(text);
    }

    #[inline]
    fn write_at(&mut self, span: Span, text: &str) {
        if text.is_empty() {
            return;
        }
        self.begin_line();
        self.mark(span.lo);
        self.code.push_str(text);
        self.mark(span.hi);
    }

    #[inline]
    fn begin_line(&mut self) {
        if self.at_line_start {
            self.at_line_start = false;
            for _ in 0..self.depth.min(DEEPEST_INDENT) {
                self.code.push_str(INDENT);
            }
            if let Some(pos) = self.pending.take() {
                self.mark(pos);
            }
        }
    }

    #[inline]
    fn mark(&mut self, pos: BytePos) {
        if let Some(marks) = &mut self.marks {
            marks.add(pos, &self.code);
        }
    }
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
        self.end_line();
        Ok(())
    }

    #[inline]
    fn write_semi(&mut self, span: Option<Span>) -> Result {
        self.write_punct(span, ";", false)
    }

    #[inline]
    fn write_space(&mut self) -> Result {
        if self.comment == Comment::Ended {
            self.comment = Comment::None;
            return self.write_line();
        }
        self.write(" ");
        Ok(())
    }

    #[inline]
    fn write_keyword(&mut self, span: Option<Span>, text: &'static str) -> Result {
        self.write_operator(span, text)
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
    fn write_punct(&mut self, span: Option<Span>, text: &'static str, _: bool) -> Result {
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
        self.write_at(span, text);
        Ok(())
    }

    #[inline]
    fn write_str_lit(&mut self, span: Span, text: &str) -> Result {
        self.write_at(span, text);
        Ok(())
    }

    #[inline]
    fn write_str(&mut self, text: &str) -> Result {
        self.write(text);
        Ok(())
    }

    fn write_comment(&mut self, text: &str) -> Result {
        self.comment = match (text, &self.comment) {
            ("/*", _) if self.at_line_start => Comment::Begun,
            ("*/", Comment::Tall) => Comment::Ended,
            (text, Comment::Begun) if text.contains('\n') => Comment::Tall,
            _ => Comment::None,
        };
        self.write(text);
        Ok(())
    }

    /// An identifier. The generator has marked its position just before.
    #[inline]
    fn write_symbol(&mut self, _: Span, name: &str) -> Result {
        self.begin_line();
        if let Some(marks) = &mut self.marks {
            marks.name_last(name, &self.code);
        }
        self.code.push_str(name);
        Ok(())
    }

    #[inline]
    fn care_about_srcmap(&self) -> bool {
        self.marks.is_some()
    }

    #[inline]
    fn add_srcmap(&mut self, pos: BytePos) -> Result {
        if self.at_line_start {
            self.pending = Some(pos);
        } else {
            self.mark(pos);
        }
        Ok(())
    }

    #[inline]
    fn commit_pending_semi(&mut self) -> Result {
        Ok(())
    }

    /// Names come from the parser, which has decoded their escapes.
    #[inline]
    fn can_ignore_invalid_unicodes(&mut self) -> bool {
        true
    }
}
