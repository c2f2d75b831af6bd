//! Where the generator breaks lines inside of lists: where the source does. Lists that were generated stay on a line.

use swc_common::{
    BytePos, FileLines, FileName, Loc, SourceFile, SourceMap, SourceMapper, Span, SpanLinesError, SpanSnippetError,
    sync::Lrc,
};
use swc_ecma_ast::SourceMapperExt;

/// Between two items that are further apart stands a long comment, or one of them has moved.
const WIDEST_GAP: usize = 1_000;

pub(super) struct Layout<'s> {
    map: Lrc<SourceMap>,
    text: &'s [u8],
    start: BytePos,
}

impl<'s> Layout<'s> {
    pub(super) fn new(map: Lrc<SourceMap>, file: &'s SourceFile) -> Self {
        Self { map, text: file.src.as_bytes(), start: file.start_pos }
    }

    /// The offset of a position in the source; `None` for what was generated.
    fn offset(&self, pos: BytePos) -> Option<usize> {
        let offset = pos.0.checked_sub(self.start.0)? as usize;
        (!pos.is_dummy() && offset <= self.text.len()).then_some(offset)
    }
}

impl SourceMapperExt for Layout<'_> {
    fn get_code_map(&self) -> &dyn SourceMapper {
        self
    }

    fn is_on_same_line(&self, a: BytePos, b: BytePos) -> bool {
        let (Some(a), Some(b)) = (self.offset(a), self.offset(b)) else { return true };
        let between = self.text.get(a.min(b)..a.max(b)).unwrap_or_default();
        between.len() <= WIDEST_GAP && !between.iter().any(|byte| matches!(byte, b'\n' | b'\r'))
    }
}

/// The generator cuts text out for imports; the rest is what the trait asks for.
impl SourceMapper for Layout<'_> {
    fn span_to_snippet(&self, span: Span) -> Result<String, Box<SpanSnippetError>> {
        self.map.span_to_snippet(span)
    }

    fn lookup_char_pos(&self, pos: BytePos) -> Loc {
        self.map.lookup_char_pos(pos)
    }

    fn span_to_lines(&self, span: Span) -> Result<FileLines, Box<SpanLinesError>> {
        self.map.span_to_lines(span)
    }

    fn span_to_string(&self, span: Span) -> String {
        self.map.span_to_string(span)
    }

    fn span_to_filename(&self, span: Span) -> Lrc<FileName> {
        self.map.span_to_filename(span)
    }

    fn merge_spans(&self, left: Span, right: Span) -> Option<Span> {
        self.map.merge_spans(left, right)
    }

    fn call_span_if_macro(&self, span: Span) -> Span {
        span
    }

    fn doctest_offset_line(&self, line: usize) -> usize {
        line
    }
}
