//! Where a match can begin.
//!
//! With the flag `u` a match never begins between the two halves of a pair of surrogates; without it an engine tries
//! there too. Everything that a lowered pattern consumes is whole, so only the first character needs care.

/// How a match of a part of a pattern can begin, from what is known to be good to what is not. Of several
/// alternatives, the worst counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Start {
    /// Not between the halves of a pair.
    Aligned,
    /// With the second half of a pair, but only where it would match from the first half too, which is tried earlier.
    AnyPair,
    /// With what comes next: this part can be empty.
    Through,
    /// With what comes next, if something about the place holds.
    Asserting,
    /// With the second half of a pair.
    Inside,
    /// With a trail surrogate, and with no pair: what is looked for is a surrogate on its own.
    LoneTrail,
}

impl Start {
    /// How a match of this part with `next` behind it can begin.
    pub(super) fn then(self, next: Self) -> Self {
        match (self, next) {
            // Whether an assertion holds may differ between the halves.
            (Self::Asserting, Self::AnyPair) => Self::Inside,
            (Self::Asserting, Self::Through) => Self::Asserting,
            (Self::Through | Self::Asserting, next) => next,
            (known, _) => known,
        }
    }

    /// How a match of this part can begin, if it may be missing.
    pub(super) fn or_nothing(self) -> Self {
        self.max(Self::Through)
    }

    /// Whether something must keep a match from beginning between the halves.
    pub(super) fn needs_guard(self) -> bool {
        self >= Self::Through
    }
}
