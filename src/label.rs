//! Places: from offsets in a source to lines and columns.
//!
//! A line may be a whole minified program with thousands of findings, so that nothing here counts a line from its start for
//! each of them.

use std::{cell::RefCell, ops::Range, sync::Arc};

use rustc_hash::FxHashMap;
use swc_common::{BytePos, SourceFile, Span};

use crate::syntax::line::LINE_TERMINATORS;

/// A place in a source, with the line it stands on.
///
/// A byte order mark at the start of the source counts neither for columns nor for [`range`](Self::range).
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
#[non_exhaustive]
pub struct Label {
    /// [`Options::filename`](crate::Options::filename).
    pub file: String,
    /// The place in bytes from the start of the source; it may go over several lines, and may be empty.
    pub range: Range<usize>,
    /// Line, from 1.
    pub line: usize,
    /// Column in Unicode characters, from 1.
    pub column: usize,
    /// How many characters of that line the place covers, at least 1.
    pub length: usize,
    /// Column in UTF-16 code units, from 1: as JavaScript, editors and source maps count, most of them from 0.
    pub utf16_column: usize,
    /// How many UTF-16 code units of that line the place covers, at least 1.
    pub utf16_length: usize,
    /// The text of the line, without its terminator. Diagnostics of one line share it.
    pub source_line: Arc<str>,
    /// What to say about this place; empty for a primary place that needs no more than the message.
    pub note: String,
}

impl Label {
    /// A place in any text, for findings of your own that are shown beside those of the library. What of `range` is
    /// beyond the text or within a character is moved back.
    ///
    /// ```
    /// use downlevel::Label;
    ///
    /// let label = Label::new("a.js", "f();\n'😀' + x;", 14..15);
    /// assert_eq!((label.line, label.column, label.utf16_column), (2, 7, 8));
    /// assert_eq!(&*label.source_line, "'😀' + x;");
    /// ```
    pub fn new(file: impl Into<String>, text: &str, range: Range<usize>) -> Self {
        Source::of_text(&file.into(), text).label_of_range(range, String::new())
    }
}

/// Where spans lead: the source text by lines, and the name to show for it.
pub(crate) struct Source<'a> {
    filename: &'a str,
    text: &'a str,
    /// What spans give for the start of the text.
    start: BytePos,
    /// The offset at which each line starts.
    line_starts: Vec<usize>,
    /// The lines that were quoted: diagnostics of one line share its text.
    quoted: RefCell<FxHashMap<usize, Arc<str>>>,
    /// The length of what stands before each [`STEP`] bytes.
    lengths: Vec<Length>,
}

const STEP: usize = 1024;

impl<'a> Source<'a> {
    pub(crate) fn new(filename: &'a str, file: &'a SourceFile) -> Self {
        Self { start: file.start_pos, ..Self::of_text(filename, &file.src) }
    }

    fn of_text(filename: &'a str, text: &'a str) -> Self {
        let line_starts = [0].into_iter().chain(line_ends(text)).collect();
        let steps = text.as_bytes().chunks(STEP).map(Length::of);
        let lengths = [Length::default()].into_iter().chain(steps).scan(Length::default(), |sum, step| {
            *sum = sum.and(step);
            Some(*sum)
        });
        Self { filename, text, start: BytePos(0), line_starts, quoted: RefCell::default(), lengths: lengths.collect() }
    }

    pub(crate) fn label(&self, span: Span, note: String) -> Label {
        let offset = |pos: BytePos| pos.0.saturating_sub(self.start.0) as usize;
        self.label_of_range(offset(span.lo)..offset(span.hi), note)
    }

    fn label_of_range(&self, range: Range<usize>, note: String) -> Label {
        let start = self.boundary(range.start);
        let end = self.boundary(range.end).max(start);
        let line = self.line_starts.partition_point(|line_start| *line_start <= start) - 1;
        let line_start = self.line_starts[line];
        let source_line = self.quote(line);
        let end_on_line = end.clamp(start, (line_start + source_line.len()).max(start));
        let before = self.length_before(start).without(self.length_before(line_start));
        let covered = self.length_before(end_on_line).without(self.length_before(start));
        Label {
            file: self.filename.to_owned(),
            range: start..end,
            line: line + 1,
            column: 1 + before.characters,
            length: covered.characters.max(1),
            utf16_column: 1 + before.utf16,
            utf16_length: covered.utf16.max(1),
            source_line,
            note,
        }
    }

    /// The length of what stands before an offset.
    fn length_before(&self, at: usize) -> Length {
        let step = at / STEP;
        self.lengths[step].and(Length::of(&self.text.as_bytes()[step * STEP..at]))
    }

    /// The text of a line without its terminator.
    fn quote(&self, line: usize) -> Arc<str> {
        let text = || {
            let end = self.line_starts.get(line + 1).copied().unwrap_or(self.text.len());
            self.text[self.line_starts[line]..end].trim_end_matches(LINE_TERMINATORS).into()
        };
        self.quoted.borrow_mut().entry(line).or_insert_with(text).clone()
    }

    /// The offset, moved back onto a character boundary of the text.
    fn boundary(&self, offset: usize) -> usize {
        self.text.floor_char_boundary(offset.min(self.text.len()))
    }
}

/// How long a piece of text is.
#[derive(Clone, Copy, Default)]
struct Length {
    characters: usize,
    /// In code units.
    utf16: usize,
}

impl Length {
    /// Of the characters that begin in these bytes of UTF-8.
    fn of(bytes: &[u8]) -> Self {
        let characters = bytes.iter().filter(|byte| !matches!(byte, 0x80..=0xBF)).count();
        // They are spelled by two surrogates.
        let pairs = bytes.iter().filter(|byte| **byte >= 0xF0).count();
        Self { characters, utf16: characters + pairs }
    }

    fn and(self, other: Self) -> Self {
        Self { characters: self.characters + other.characters, utf16: self.utf16 + other.utf16 }
    }

    fn without(self, start: Self) -> Self {
        Self { characters: self.characters - start.characters, utf16: self.utf16 - start.utf16 }
    }
}

/// Where lines end, behind their terminators; CR LF is one.
fn line_ends(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices(LINE_TERMINATORS)
        .filter(|(at, terminator)| *terminator != "\r" || text.as_bytes().get(at + 1) != Some(&b'\n'))
        .map(|(at, terminator)| at + terminator.len())
}
