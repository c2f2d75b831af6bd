//! Choices, taken from the bytes that a seed stands for.
//!
//! The bytes run out: from then on every choice is the first one and no chance is taken, so that programs end.

use arbitrary::Unstructured;

/// About how large programs get.
const BYTES: usize = 3000;

/// The bytes of a seed: the same on every machine.
pub fn bytes(seed: u64) -> Vec<u8> {
    let mut rng = fastrand::Rng::with_seed(seed);
    let mut bytes = vec![0; rng.usize(BYTES / 4..=BYTES)];
    rng.fill(&mut bytes);
    bytes
}

pub struct Dice<'a>(Unstructured<'a>);

impl<'a> Dice<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(Unstructured::new(bytes))
    }

    pub fn is_used_up(&self) -> bool {
        self.0.is_empty()
    }

    /// A number from 0 to `limit - 1`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0.int_in_range(0..=limit.saturating_sub(1)).unwrap_or(0)
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) + percent >= 100
    }

    pub fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    /// One of the choices, each as likely as its weight says.
    pub fn weighted<T: Copy>(&mut self, choices: &[(usize, T)]) -> T {
        let mut at = self.below(choices.iter().map(|(weight, _)| weight).sum());
        for (weight, choice) in choices {
            if at < *weight {
                return *choice;
            }
            at -= weight;
        }
        choices[0].1
    }
}
