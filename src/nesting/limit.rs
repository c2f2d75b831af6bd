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
    BASE, BRACKET, LIMIT, LINK,
    bound::{HEAVY, SLOW},
};

/// Bytes of stack; `None` where only [`bound`](super::bound) can tell whether so many brackets or words may be nested, or
/// whether so many labels and `else` take too much time.
pub(super) fn limit(source: &[u8]) -> Option<usize> {
    const MANY_LINKS: usize = LIMIT / LINK;
    let count = |byte| memchr_iter(byte, source).count();
    let brackets: usize = b"([{`".iter().map(|bracket| count(*bracket)).sum();
    let slow = count(b':') + memmem::find_iter(source, b"else").count();
    if brackets > LIMIT / BRACKET || slow > LIMIT / (SLOW * LINK) {
        return None;
    }
    // As if each byte were one link, and a `>` the end of an arrow.
    let of_size = source.len() + (HEAVY - 1) * count(b'>');
    let links = if of_size <= MANY_LINKS { of_size } else { links(source, MANY_LINKS)? };
    Some(BASE + brackets * BRACKET + links * LINK)
}

/// How many links there would be if all operators and words of a source were open at once, unless that is more than `most`.
fn links(source: &[u8], most: usize) -> Option<usize> {
    /// So many bytes are counted before it is asked whether they are too many.
    const CHUNK: usize = 1 << 14;
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
        if links > most {
            return None;
        }
    }
    Some(links)
}

/// Words begin with letters, or with digits that no letter comes before. A byte begins something if it `enters` more
/// than the byte before `leaves`.
#[derive(Clone, Copy)]
struct Byte {
    enters: u8,
    leaves: u8,
    /// How many links what begins here counts at most, beside the bracket that it may be.
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
