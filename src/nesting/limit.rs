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

use std::sync::LazyLock;

use memchr::{memchr_iter, memmem::Finder};

use super::{
    BASE, BRACKET, LIMIT, LINK,
    bound::{HEAVY, SLOW},
};

/// Bytes of stack; `None` where only [`bound`](super::bound) can tell whether so many brackets or words may be nested, or
/// whether so many labels and `else` take too much time.
pub(super) fn limit(source: &[u8]) -> Option<usize> {
    const MANY_LINKS: usize = LIMIT / LINK;
    let Counts { brackets, slow, heavy } = counts(source);
    if brackets > LIMIT / BRACKET || slow > LIMIT / (SLOW * LINK) {
        return None;
    }
    // As if each byte were one link.
    let of_size = source.len() + heavy;
    let links = if of_size <= MANY_LINKS { of_size } else { links(source) + heavy };
    (links <= MANY_LINKS).then_some(BASE + brackets * BRACKET + links * LINK)
}

#[derive(Default)]
struct Counts {
    brackets: usize,
    /// Labels and `else`.
    slow: usize,
    /// What arrows and classes count beyond the words that they are.
    heavy: usize,
}

fn counts(source: &[u8]) -> Counts {
    /// So much stays in the processor's cache until all is counted.
    const CHUNK: usize = 1 << 14;
    static ELSE: LazyLock<Finder> = LazyLock::new(|| Finder::new("else"));
    static CLASS: LazyLock<Finder> = LazyLock::new(|| Finder::new("class"));
    let mut counts = Counts::default();
    for start in (0..source.len()).step_by(CHUNK) {
        let rest = &source[start..];
        let count = |byte| memchr_iter(byte, &rest[..rest.len().min(CHUNK)]).count();
        // One that begins here may end behind.
        let count_word = |word: &Finder| {
            let end = CHUNK + word.needle().len() - 1;
            word.find_iter(&rest[..rest.len().min(end)]).count()
        };
        counts.brackets += b"([{`".iter().map(|bracket| count(*bracket)).sum::<usize>();
        counts.slow += count(b':') + count_word(&ELSE);
        counts.heavy += (HEAVY - 2) * count(b'>') + (HEAVY - 1) * count_word(&CLASS);
    }
    counts
}

/// How many links there would be if all operators and keywords of a source were open at once, none of them heavy. Without
/// branches, so that the compiler counts for many bytes at once.
fn links(source: &[u8]) -> usize {
    /// As many as one byte can count.
    const CHUNK: usize = 240;
    let mut links = 0;
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
