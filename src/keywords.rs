//! Words that mean something to the grammar: nearly every name is none of them, and its first two letters show it.

/// Which pairs of letters the words of a list begin with.
pub(crate) struct Beginnings([u32; 26]);

impl Beginnings {
    /// Of words that are separated by single spaces and begin with two small letters.
    pub(crate) const fn of(words: &str) -> Self {
        let words = words.as_bytes();
        let mut letters = [0; 26];
        let mut at = 0;
        while at + 1 < words.len() {
            letters[(words[at] - b'a') as usize] |= 1 << (words[at + 1] - b'a');
            while at < words.len() && words[at] != b' ' {
                at += 1;
            }
            at += 1;
        }
        Self(letters)
    }

    /// Whether `name` may be one of the words.
    #[inline]
    pub(crate) fn may_be(&self, name: &[u8]) -> bool {
        match *name {
            [first @ b'a'..=b'z', second @ b'a'..=b'z', ..] => {
                self.0[usize::from(first - b'a')] & 1 << (second - b'a') != 0
            }
            _ => false,
        }
    }
}
