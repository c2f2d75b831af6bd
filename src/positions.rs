//! Sets of positions in a source, a bit for each: asked far more often than they say yes.

use swc_common::BytePos;

#[derive(Debug, Default)]
pub(crate) struct Positions {
    start: u32,
    bits: Vec<u64>,
}

impl Positions {
    /// A set of positions that lie at `start` or behind it.
    pub(crate) fn new(start: BytePos, positions: impl Iterator<Item = BytePos>) -> Self {
        let mut set = Self { start: start.0, bits: vec![] };
        for position in positions {
            let (word, bit) = set.bit(position);
            if set.bits.len() <= word {
                set.bits.resize(word + 1, 0);
            }
            set.bits[word] |= bit;
        }
        set
    }

    #[inline]
    fn bit(&self, position: BytePos) -> (usize, u64) {
        let offset = position.0.wrapping_sub(self.start);
        (offset as usize / 64, 1 << (offset % 64))
    }

    pub(crate) fn remove(&mut self, position: BytePos) {
        let (word, bit) = self.bit(position);
        if let Some(bits) = self.bits.get_mut(word) {
            *bits &= !bit;
        }
    }

    #[inline]
    pub(crate) fn contains(&self, position: BytePos) -> bool {
        let (word, bit) = self.bit(position);
        self.bits.get(word).is_some_and(|bits| bits & bit != 0)
    }
}
