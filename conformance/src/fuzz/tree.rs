//! A program as the generator makes it: text with parts that can be left out or stand alone.

use std::fmt;

/// A piece of a program.
#[derive(Debug, Clone)]
pub struct Tree {
    pub kind: Kind,
    pub parts: Vec<Part>,
}

/// What a piece can be replaced by when a program is reduced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Nothing, or the statements in it.
    Statement,
    /// `0`, or an expression in it.
    Expression,
    /// A pattern in it.
    Pattern,
    /// Nothing: a clause, or an element of a list with its comma.
    Optional,
    /// It has to stay, but what is in it need not.
    Fixed,
}

#[derive(Debug, Clone)]
pub enum Part {
    Text(String),
    Tree(Tree),
}

impl Tree {
    pub fn new(kind: Kind, parts: Vec<Part>) -> Self {
        Self { kind, parts }
    }

    pub fn text(kind: Kind, text: impl Into<String>) -> Self {
        Self::new(kind, vec![Part::Text(text.into())])
    }

    pub fn empty() -> Self {
        Self::new(Kind::Fixed, vec![])
    }

    pub fn children(&self) -> impl Iterator<Item = &Tree> {
        self.parts.iter().filter_map(|part| match part {
            Part::Tree(tree) => Some(tree),
            Part::Text(_) => None,
        })
    }

    pub fn children_mut(&mut self) -> impl Iterator<Item = &mut Tree> {
        self.parts.iter_mut().filter_map(|part| match part {
            Part::Tree(tree) => Some(tree),
            Part::Text(_) => None,
        })
    }

    /// The outermost pieces of a kind in this one.
    pub fn outermost(&self, kind: Kind) -> Vec<&Tree> {
        let mut found = vec![];
        for child in self.children() {
            if child.kind == kind {
                found.push(child);
            } else {
                found.extend(child.outermost(kind));
            }
        }
        found
    }
}

impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts.iter().try_for_each(|part| match part {
            Part::Text(text) => f.write_str(text),
            Part::Tree(tree) => tree.fmt(f),
        })
    }
}

impl From<&str> for Part {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Part {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Tree> for Part {
    fn from(tree: Tree) -> Self {
        Self::Tree(tree)
    }
}

impl From<Vec<Tree>> for Part {
    fn from(trees: Vec<Tree>) -> Self {
        Self::Tree(Tree::new(Kind::Fixed, trees.into_iter().map(Part::Tree).collect()))
    }
}

/// `statement!["if (", test, ") ", body]`: a statement of texts and pieces. It ends its line.
macro_rules! statement {
    ($($part:expr),* $(,)?) => {
        $crate::fuzz::tree::Tree::new(
            $crate::fuzz::tree::Kind::Statement,
            vec![$($crate::fuzz::tree::Part::from($part),)* "\n".into()],
        )
    };
}

/// The same for an expression.
macro_rules! expression {
    ($($part:expr),* $(,)?) => {
        $crate::fuzz::tree::Tree::new($crate::fuzz::tree::Kind::Expression, vec![$($crate::fuzz::tree::Part::from($part)),*])
    };
}

/// The same for what can be left out.
macro_rules! optional {
    ($($part:expr),* $(,)?) => {
        $crate::fuzz::tree::Tree::new($crate::fuzz::tree::Kind::Optional, vec![$($crate::fuzz::tree::Part::from($part)),*])
    };
}

/// The same for a pattern.
macro_rules! pattern {
    ($($part:expr),* $(,)?) => {
        $crate::fuzz::tree::Tree::new($crate::fuzz::tree::Kind::Pattern, vec![$($crate::fuzz::tree::Part::from($part)),*])
    };
}

/// The same for what has to stay.
macro_rules! fixed {
    ($($part:expr),* $(,)?) => {
        $crate::fuzz::tree::Tree::new($crate::fuzz::tree::Kind::Fixed, vec![$($crate::fuzz::tree::Part::from($part)),*])
    };
}

pub(crate) use {expression, fixed, optional, pattern, statement};
