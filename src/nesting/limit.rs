//! How much stack a source needs at most, whatever its bytes mean.
//!
//! ```js
//! if (a) f([b], "c"); // three brackets and five words, as if all of them were open at once
//! ```
//!
//! Nothing is understood but where words begin, so nothing can be misunderstood: strings, comments and regular
//! expressions count as code. That takes a few instructions for a byte, and it is enough for all but large files.
//!
//! The rule that is easy to miss: behind an error the parser goes on in the midst of a token. `3in` is two words.

use memchr::{memchr_iter, memmem};

use super::{
    BASE, BRACKET, LIMIT, LINK, QUICK_LIMIT,
    bound::{HEAVY, SLOW},
};

/// Bytes of stack; `None` where only [`bound`](super::bound) can tell.
pub(super) fn limit(source: &[u8]) -> Option<usize> {
    if !is_plain(source) {
        return None;
    }
    limit_of_size(source).or_else(|| limit_of_words(source))
}

/// Whether all brackets might be nested, as far as [`LIMIT`] goes, and there are so few labels and `else` that they can't
/// take too much time.
fn is_plain(source: &[u8]) -> bool {
    let count = |byte| memchr_iter(byte, source).count();
    let brackets: usize = b"([{`".iter().map(|bracket| count(*bracket)).sum();
    brackets <= LIMIT / BRACKET && count(b':') + memmem::find_iter(source, b"else").count() <= LIMIT / (SLOW * LINK)
}

/// As if all of a source were brackets.
fn limit_of_size(source: &[u8]) -> Option<usize> {
    source.len().checked_mul(BRACKET)?.checked_add(BASE).filter(|stack| *stack <= QUICK_LIMIT)
}

/// As if all brackets, operators and words of a source were open at once.
pub(super) fn limit_of_words(source: &[u8]) -> Option<usize> {
    /// So many bytes are counted before it is asked whether they are too many.
    const CHUNK: usize = 1 << 14;
    const MANY_LINKS: usize = (QUICK_LIMIT - BASE) / LINK;
    let mut links = 0;
    let mut left = 0;
    for chunk in source.chunks(CHUNK) {
        let mut counted = 0;
        for &byte in chunk {
            let Byte { enters, leaves, weight } = BYTES[usize::from(byte)];
            counted += weight * u32::from(enters > left);
            left = leaves;
        }
        links += counted as usize;
        if links > MANY_LINKS {
            return None;
        }
    }
    Some(BASE + links * LINK)
}

/// Words begin with letters, or with digits that no letter comes before. A byte begins something if it `enters` more
/// than the byte before `leaves`.
#[derive(Clone, Copy)]
struct Byte {
    enters: u8,
    leaves: u8,
    /// How many links what begins here counts at most, a bracket being [`BRACKET`] of them.
    weight: u32,
}

const BYTES: [Byte; 256] = {
    let mut bytes = [Byte { enters: 3, leaves: 0, weight: 1 }; 256];
    let mut at = 0;
    while at < bytes.len() {
        let byte = at as u8;
        (bytes[at].enters, bytes[at].leaves) = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'$' => (2, 2),
            b'0'..=b'9' => (1, 1),
            _ => (3, 0),
        };
        bytes[at].weight = match byte {
            b'(' | b'[' | b'{' | b'`' => (BRACKET / LINK) as u32,
            // `class`
            b'c' => HEAVY as u32,
            // Behind the `=` of an arrow
            b'>' => HEAVY as u32 - 1,
            b' ' | b'\t' | b'\n' | b'\r' | b',' | b';' | b'"' | b'\'' => 0,
            _ => 1,
        };
        at += 1;
    }
    bytes
};
