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

use super::{
    BASE, BRACKET, LIMIT, LINK,
    bound::{HEAVY, SLOW},
};

/// More labels and `else` than this may take too much time.
const MANY_SLOW: usize = LIMIT / (SLOW * LINK);

/// Bytes of stack; `usize::MAX` where only [`bound`](super::bound) can tell.
pub(super) fn limit(source: &[u8]) -> usize {
    let (mut links, mut slow) = (0, 0);
    let mut last = Kind::Other;
    for &byte in source {
        let Byte { kind, weight, is_slow } = BYTES[usize::from(byte)];
        let begins = kind == Kind::Other || kind > last;
        links += usize::from(weight) * usize::from(begins);
        slow += usize::from(is_slow && begins);
        last = kind;
    }
    if slow > MANY_SLOW { usize::MAX } else { links.saturating_mul(LINK).saturating_add(BASE) }
}

/// What a byte belongs to. A word begins where this grows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Other,
    Digit,
    Letter,
}

#[derive(Clone, Copy)]
struct Byte {
    kind: Kind,
    /// How many links what begins with it counts at most, a bracket being [`BRACKET`] of them.
    weight: u8,
    /// Whether it ends a label or may begin an `else`.
    is_slow: bool,
}

const BYTES: [Byte; 256] = {
    let mut bytes = [Byte { kind: Kind::Other, weight: 1, is_slow: false }; 256];
    let mut at = 0;
    while at < bytes.len() {
        let byte = at as u8;
        bytes[at].kind = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'$' => Kind::Letter,
            b'0'..=b'9' => Kind::Digit,
            _ => Kind::Other,
        };
        bytes[at].weight = match byte {
            b'(' | b'[' | b'{' | b'`' => 1 + (BRACKET / LINK) as u8,
            // `class` and `=>`
            b'c' | b'=' => HEAVY as u8,
            b' ' | b'\t' | b'\n' | b'\r' | b',' | b';' => 0,
            _ => 1,
        };
        bytes[at].is_slow = matches!(byte, b'e' | b':');
        at += 1;
    }
    bytes
};
