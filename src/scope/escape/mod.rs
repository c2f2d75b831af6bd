//! Escape analysis: how far can what a binding holds get, and what is done with it?
//!
//! ```js
//! const list = []; list.push(1); for (const x of list) f(x, ...list);   // the array does not escape
//! function add(a, b = 1) { return a + b; }  add(1);                     // the function is only called
//! ```
//!
//! Each reference says what is done with the value ([`Use`]); whatever is not known to keep it in the file lets it escape.
//! What nobody else can have may be written in another way: [`array`] for arrays that are read by index, [`function`] for
//! functions that are only called. Other scripts of a page, which see what this one declares, are not thought of.

mod array;
mod function;

pub(crate) use array::{ArrayFact, element_index};

/// What is done with the value of a reference.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// Anything else: whoever gets it may do what they like.
    Any,
    /// It is called, with a `this` that is not the value.
    Call,
    /// Its elements or its length are read: `x[i]`, `...x`, `for (… of x)`, `[a] = x`.
    Elements,
    /// The same, where an arguments object would do as well: `x[+i]`, `f(...x)`.
    Arguments,
    /// The same, at a place that the file shows: `x.length`, `x[0]`.
    Position,
    /// The binding gets another value.
    Write,
}

/// What all references to a binding do with what it holds.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Escape {
    /// The array that the binding is declared with.
    pub(super) array: ArrayFact,
    /// An element of it is assigned or deleted, or its length.
    pub(super) may_get_holes: bool,
    /// Others than this file may get hold of it.
    pub(super) escapes: bool,
    /// The binding is the rest of an array pattern or of a parameter list.
    pub(super) is_rest: bool,
    /// Something is done with it that an arguments object would not do for.
    pub(super) is_more_than_arguments: bool,
    /// More is done with it than to read its length and elements at places that the file shows.
    pub(super) is_more_than_positions: bool,
    /// Something else is done with it than to call it.
    pub(super) is_more_than_called: bool,
}

impl Escape {
    pub(super) fn note(&mut self, how: Use) {
        self.escapes |= !matches!(how, Use::Elements | Use::Arguments | Use::Position);
        self.is_more_than_arguments |= !matches!(how, Use::Arguments | Use::Position);
        self.is_more_than_positions |= how != Use::Position;
        self.is_more_than_called |= !matches!(how, Use::Call | Use::Write);
    }
}
