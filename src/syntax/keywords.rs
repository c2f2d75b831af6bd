//! Words that mean something to the grammar: nearly every name is none of them, and its first two letters and its length
//! show it.

/// How the words of a list look.
pub(crate) struct Shapes([Shape; 26]);

/// Of words that begin with the same letter.
#[derive(Clone, Copy)]
struct Shape {
    /// A bit for each second letter.
    seconds: u32,
    /// A bit for each length.
    lengths: u32,
}

impl Shapes {
    /// Of words that are separated by single spaces and begin with two small letters.
    pub(crate) const fn of(words: &str) -> Self {
        let words = words.as_bytes();
        let mut shapes = [Shape { seconds: 0, lengths: 0 }; 26];
        let mut start = 0;
        while start + 1 < words.len() {
            let mut end = start;
            while end < words.len() && words[end] != b' ' {
                end += 1;
            }
            let shape = &mut shapes[(words[start] - b'a') as usize];
            shape.seconds |= 1 << (words[start + 1] - b'a');
            shape.lengths |= 1 << (end - start);
            start = end + 1;
        }
        Self(shapes)
    }

    /// Whether `name` may be one of the words.
    #[inline]
    pub(crate) fn may_be(&self, name: &[u8]) -> bool {
        match *name {
            [first @ b'a'..=b'z', second @ b'a'..=b'z', ..] if name.len() < 32 => {
                let Shape { seconds, lengths } = self.0[usize::from(first - b'a')];
                seconds & 1 << (second - b'a') != 0 && lengths & 1 << name.len() != 0
            }
            _ => false,
        }
    }
}
