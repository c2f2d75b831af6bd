//! The source text: it alone shows escapes and line breaks.

use memchr::{memchr_iter, memmem};
use swc_common::{BytePos, SourceFile, Span, comments::SingleThreadedComments};

/// The source that a tree was parsed from. A tree without one has nothing that only text could show.
#[derive(Clone, Copy)]
pub(crate) struct Text<'s> {
    source: &'s str,
    start: BytePos,
    comments: Option<&'s SingleThreadedComments>,
}

impl<'s> Text<'s> {
    pub(crate) fn new(file: &'s SourceFile, comments: Option<&'s SingleThreadedComments>) -> Self {
        Self { source: &file.src, start: file.start_pos, comments }
    }

    /// All of it.
    pub(in crate::scope) fn source(&self) -> &'s str {
        self.source
    }

    /// Whether there is a word by which the prototype of a function can be seen. `constructors` classes have a `constructor`.
    pub(in crate::scope) fn mentions_kinds(&self, constructors: usize) -> bool {
        self.mentions(&["rototype", "__proto__", "toStringTag", "toString.call", "Reflect"])
            || memmem::find_iter(self.source.as_bytes(), "constructor").nth(constructors).is_some()
    }

    /// Whether there is a word by which the prototype of an object can be set.
    pub(in crate::scope) fn mentions_parents(&self) -> bool {
        self.mentions(&["setPrototypeOf", "__proto__"])
    }

    fn mentions(&self, words: &[&str]) -> bool {
        words.iter().any(|word| memmem::find(self.source.as_bytes(), word.as_bytes()).is_some())
    }

    pub(super) fn of(&self, span: Span) -> &'s str {
        let start = span.lo.0.saturating_sub(self.start.0) as usize;
        let end = span.hi.0.saturating_sub(self.start.0) as usize;
        self.source.get(start..end).unwrap_or_default()
    }

    /// The positions of all `\u`.
    pub(super) fn unicode_escapes(self) -> impl Iterator<Item = u32> {
        let source = self.source.as_bytes();
        memchr_iter(b'\\', source)
            .filter(|at| source.get(at + 1) == Some(&b'u'))
            .map(move |at| self.start.0 + at as u32)
    }

    /// Whether a comment holds the position. Hashbangs are no comments to the parser.
    pub(super) fn is_comment(&self, at: u32) -> bool {
        let hashbang = self.source.strip_prefix("#!").map_or(0, |rest| rest.find('\n').unwrap_or(rest.len()));
        if ((at - self.start.0) as usize) < hashbang {
            return true;
        }
        self.comments.is_some_and(|comments| {
            let (leading, trailing) = comments.borrow_all();
            let holds = |span: Span| span.lo.0 <= at && at < span.hi.0;
            leading.values().chain(trailing.values()).flatten().any(|comment| holds(comment.span))
        })
    }

    /// The word that an escape is part of, its escapes decoded, and its place.
    pub(super) fn word_around(&self, at: u32) -> (String, Span) {
        let at = (at - self.start.0) as usize;
        let is_part = |char: char| char.is_alphanumeric() || matches!(char, '_' | '$');
        let before = self.source.get(..at).unwrap_or_default();
        let head = before.len() - before.trim_end_matches(is_part).len();
        let start = before.len() - head;
        let mut word = before[start..].to_owned();
        let mut rest = self.source.get(at..).unwrap_or_default();
        let length = rest.len();
        loop {
            if let Some((char, after)) = decode_escape(rest) {
                word.push(char);
                rest = after;
            } else if let Some(char) = rest.chars().next().filter(|char| is_part(*char)) {
                word.push(char);
                rest = &rest[char.len_utf8()..];
            } else {
                break;
            }
        }
        let position = |offset: usize| BytePos(self.start.0 + offset as u32);
        (word, Span { lo: position(start), hi: position(at + length - rest.len()) })
    }
}

/// The character of `\u0061` or `\u{61}`, and what follows.
fn decode_escape(text: &str) -> Option<(char, &str)> {
    let digits = text.strip_prefix("\\u")?;
    let (digits, rest) = match digits.strip_prefix('{') {
        Some(braced) => braced.split_once('}')?,
        None => digits.split_at_checked(4)?,
    };
    let code = u32::from_str_radix(digits, 16).ok()?;
    Some((char::from_u32(code)?, rest))
}
