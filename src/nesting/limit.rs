//! How much stack a source needs at most, whatever its bytes mean.
//!
//! ```js
//! if (a) f([b], "c"); // three brackets, three that close, and three words that may nest, as if all were open at once
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
    let arrows = count(b'>');
    // As if each byte were one link, and a `>` the end of an arrow.
    let of_size = source.len() + (HEAVY - 1) * arrows;
    let links = if of_size <= MANY_LINKS { of_size } else { links(source, arrows) };
    (links <= MANY_LINKS).then_some(BASE + brackets * BRACKET + links * LINK)
}

/// How many links there would be if all operators and keywords of a source were open at once. Without branches, so that
/// the compiler counts for many bytes at once.
fn links(source: &[u8], arrows: usize) -> usize {
    /// As many as one byte can count.
    const CHUNK: usize = 240;
    // Behind the `=` of an arrow, which counts as a word, as the `>` does.
    let mut links = (HEAVY - 1) * memmem::find_iter(source, b"class").count() + (HEAVY - 2) * arrows;
    // The kind of the byte before comes first.
    let mut kinds = [0; CHUNK + 1];
    for bytes in source.chunks(CHUNK) {
        for (kind, &byte) in kinds[1..].iter_mut().zip(bytes) {
            *kind = self::kind(byte);
        }
        let mut counted = 0;
        for ((&byte, &before), &kind) in bytes.iter().zip(&kinds).zip(&kinds[1..]) {
            let begins = (kind == 0) | (kind > before);
            let nests = begins_keyword(byte) | !((kind == LETTER) | is_separator(byte));
            counted += u8::from(begins & nests);
        }
        links += usize::from(counted);
        kinds[0] = kinds[CHUNK];
    }
    links
}

const LETTER: u8 = 2;

/// Words begin with letters, or with digits that no letter comes before: with a byte of a greater kind than the one before
/// it. All other bytes, of no kind, begin something.
fn kind(byte: u8) -> u8 {
    let is_letter = ((byte | 0x20).wrapping_sub(b'a') < 26) | (byte == b'_');
    let is_digit = byte.wrapping_sub(b'0') < 10;
    u8::from(is_letter) * LETTER + u8::from(is_digit)
}

/// Whether a word that begins with this letter may be one that nests, as `if` and `new` do.
fn begins_keyword(letter: u8) -> bool {
    let is_common = (b'c'..=b'f').contains(&letter) | (letter == b'i') | (letter == b'r') | (letter == b't');
    is_common | (letter == b'a') | (letter == b'n') | (letter == b'v') | (letter == b'w') | (letter == b'y')
}

/// Whether a byte nests nothing.
fn is_separator(byte: u8) -> bool {
    (byte <= b' ') | (byte == b',') | (byte == b';') | (byte == b'"') | (byte == b'\'')
}
