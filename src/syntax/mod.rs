//! What several phases need to know of the language itself: its features, words, names, and how literals are spelled.
//! Nothing here depends on another part of the crate.

pub(crate) mod feature;
pub(crate) mod identifier;
pub(crate) mod keywords;
pub(crate) mod line;
pub(crate) mod number;
pub(crate) mod regexp;
pub(crate) mod string;
