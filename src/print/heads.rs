//! Where the heads of statements and the parameters of accessors begin and end, so that spaces stand around them as people
//! write them.
//!
//! ```js
//! for(var x in o)f(x);    do {}while (a);   finally{}   { get a () {}, set a (v){} }   // swc's generator
//! for (var x in o) f(x);  do {} while (a);  finally {}  { get a() {}, set a(v) {} }
//! ```

#[derive(Default)]
pub(super) struct Heads {
    /// A space has to stand before the next token of the line, unless that is a semicolon.
    pub(super) wants_space: bool,
    /// What comes next, after a keyword.
    next: Next,
    /// How many parentheses are open.
    depth: usize,
    /// The depths within the heads that are open.
    open: Vec<usize>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Next {
    #[default]
    Other,
    Head,
    /// The name of an accessor.
    Name,
    /// The parameters of an accessor.
    Parameters,
}

impl Heads {
    /// A keyword has been written.
    #[inline]
    pub(super) fn keyword(&mut self, text: &str) {
        self.next = match text {
            "for" | "while" | "switch" | "with" => Next::Head,
            "get" | "set" => Next::Name,
            _ => Next::Other,
        };
        self.wants_space = text == "finally";
    }

    /// `(` comes, after a space or not.
    #[inline]
    pub(super) fn open(&mut self, has_space: bool) {
        self.depth += 1;
        if self.next != Next::Other {
            self.wants_space |= self.next == Next::Head && !has_space;
            self.next = Next::Other;
            self.open.push(self.depth);
        }
    }

    /// `)` has been written.
    #[inline]
    pub(super) fn close(&mut self) {
        if self.open.last() == Some(&self.depth) {
            self.open.pop();
            self.wants_space = true;
        }
        self.depth = self.depth.saturating_sub(1);
    }

    /// Whether the space that comes is the one between the name of an accessor and its parameters.
    #[inline]
    pub(super) fn is_space_before_parameters(&mut self) -> bool {
        match self.next {
            Next::Name => self.next = Next::Parameters,
            Next::Parameters => return true,
            Next::Other | Next::Head => {}
        }
        false
    }
}
