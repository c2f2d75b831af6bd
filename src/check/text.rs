//! What only the text of a source shows.

use swc_common::{BytePos, SourceFile, Span, Spanned};
use swc_ecma_ast::{Number, OptChainBase, OptChainExpr, Regex, Str};

use crate::syntax::{feature::Feature, identifier::is_es5_name, line::LINE_TERMINATORS};

/// The text that spans lie in.
#[derive(Clone, Copy)]
pub(super) struct Text<'a> {
    source: &'a str,
    start: BytePos,
}

impl<'a> Text<'a> {
    pub(super) fn new(file: &'a SourceFile) -> Self {
        Self { source: &file.src, start: file.start_pos }
    }

    pub(super) fn of(self, span: Span) -> &'a str {
        self.source.get(self.offset(span.lo)..self.offset(span.hi)).unwrap_or_default()
    }

    fn offset(self, position: BytePos) -> usize {
        position.0.saturating_sub(self.start.0) as usize
    }

    /// The last `sign` between two places, such as the `=>` between parameters and body.
    pub(super) fn sign(self, sign: &str, lo: BytePos, hi: BytePos) -> Span {
        let between = Span::new(lo, hi);
        match self.of(between).rfind(sign) {
            Some(at) => part(between, at, sign.len()),
            None => between,
        }
    }

    /// The `?.` of a link of a chain: the first behind what it is a link of.
    pub(super) fn optional_sign(self, chain: &OptChainExpr) -> Span {
        let lo = match &*chain.base {
            OptChainBase::Member(member) => member.obj.span_hi(),
            OptChainBase::Call(call) => call.callee.span_hi(),
        };
        match self.of(chain.span.with_lo(lo)).find("?.") {
            Some(at) => part(chain.span.with_lo(lo), at, 2),
            None => chain.span,
        }
    }

    /// The comma that follows a position, behind white space and comments.
    pub(super) fn comma_after(self, position: BytePos) -> Option<Span> {
        let all = self.source.get(self.offset(position)..)?;
        let mut rest = all;
        loop {
            rest = rest.trim_start();
            rest = match (rest.strip_prefix("/*"), rest.strip_prefix("//")) {
                (Some(comment), _) => comment.split_once("*/").map_or("", |(_, after)| after),
                (None, Some(comment)) => comment.find(LINE_TERMINATORS).map_or("", |at| &comment[at..]),
                (None, None) => break,
            };
        }
        let at = position + BytePos((all.len() - rest.len()) as u32);
        rest.starts_with(',').then(|| Span::new(at, at + BytePos(1)))
    }
}

/// `length` bytes of a span from `at` on.
fn part(span: Span, at: usize, length: usize) -> Span {
    let lo = span.lo + BytePos(at as u32);
    Span::new(lo, lo + BytePos(length as u32))
}

/// The first `length` bytes of a span: its keyword.
pub(super) fn first(span: Span, length: usize) -> Span {
    part(span, 0, length.min(span.hi.0.saturating_sub(span.lo.0) as usize))
}

/// What is newer about a name as it is written
/// ([ES5.1 §7.6](https://262.ecma-international.org/5.1/#sec-7.6): letters of the first plane, escapes of four digits).
pub(super) fn of_name(name: &str, written: &str) -> Option<Feature> {
    if name.is_ascii() && !written.contains('\\') {
        return None;
    }
    if has_braced_escape(written) {
        return Some(Feature::CodePointEscape);
    }
    (!is_es5_name(name)).then_some(Feature::NewerName)
}

/// What is newer about a string ([ES5.1 §7.8.4](https://262.ecma-international.org/5.1/#sec-7.8.4)).
pub(super) fn of_string(string: &Str, written: &str) -> Vec<(Span, Feature)> {
    let mut found = vec![];
    if has_braced_escape(written) {
        found.push((string.span, Feature::CodePointEscape));
    }
    if unescaped(written).any(|(_, char)| matches!(char, '\u{2028}' | '\u{2029}')) {
        found.push((string.span, Feature::LineSeparator));
    }
    found
}

/// What is newer about a number ([ES5.1 §7.8.3](https://262.ecma-international.org/5.1/#sec-7.8.3)).
pub(super) fn of_number(number: &Number, written: &str) -> Option<(Span, Feature)> {
    let feature = match written.as_bytes() {
        [b'0', b'b' | b'B' | b'o' | b'O', ..] => Feature::BinaryOrOctalNumber,
        // Octal if all digits are.
        [b'0', rest @ ..] if rest.first().is_some_and(u8::is_ascii_digit) && rest.iter().any(|byte| *byte > b'7') => {
            Feature::LeadingZero
        }
        _ => return None,
    };
    Some((number.span, feature))
}

/// What is newer about a regular expression ([ES5.1 §15.10.1](https://262.ecma-international.org/5.1/#sec-15.10.1)).
pub(super) fn of_regex(regex: &Regex) -> Vec<(Span, Feature)> {
    let flags = regex.flags.chars().filter_map(|flag| match flag {
        'y' => Some(Feature::RegExpSticky),
        'u' => Some(Feature::RegExpUnicode),
        's' => Some(Feature::RegExpDotAll),
        'd' => Some(Feature::RegExpIndices),
        'v' => Some(Feature::RegExpSets),
        _ => None,
    });
    let mut found: Vec<_> = flags.map(|feature| (regex.span, feature)).collect();
    let mut in_class = false;
    let mut names = vec![];
    for (at, char) in unescaped(&regex.exp) {
        match char {
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class => {
                let inside = regex.exp.get(at + 1..).unwrap_or_default();
                let name = inside.split_once('>').map(|(name, _)| name);
                let feature = match of_group(inside) {
                    Some(Feature::RegExpNamedGroup) if names.contains(&name) => Some(Feature::RegExpDuplicateGroup),
                    feature => feature,
                };
                names.push(name);
                found.extend(feature.map(|feature| (part(regex.span, at + 1, 3), feature)));
            }
            _ => {}
        }
    }
    if regex.flags.contains(['u', 'v']) {
        let escapes =
            regex.exp.as_bytes().windows(3).enumerate().filter(|(_, text)| matches!(text, [b'\\', b'p' | b'P', b'{']));
        found.extend(escapes.map(|(at, _)| (part(regex.span, at + 1, 2), Feature::RegExpProperty)));
    }
    found
}

/// What follows the `(` of a group.
fn of_group(inside: &str) -> Option<Feature> {
    match inside.as_bytes() {
        [b'?', b'<', b'=' | b'!', ..] => Some(Feature::RegExpLookbehind),
        [b'?', b'<', ..] => Some(Feature::RegExpNamedGroup),
        [b'?', b'i' | b'm' | b's' | b'-', ..] => Some(Feature::RegExpModifiers),
        _ => None,
    }
}

/// The characters that no backslash stands before.
fn unescaped(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut is_escaped = false;
    text.char_indices().filter(move |(_, char)| {
        let is_free = !is_escaped && *char != '\\';
        is_escaped = *char == '\\' && !is_escaped;
        is_free
    })
}

/// Whether `\u{` stands in a literal or a name.
fn has_braced_escape(text: &str) -> bool {
    let mut rest = text;
    while let Some((_, escape)) = rest.split_once('\\') {
        if escape.starts_with("u{") {
            return true;
        }
        let mut chars = escape.chars();
        chars.next();
        rest = chars.as_str();
    }
    false
}
