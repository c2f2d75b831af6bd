//! Where the heads of statements and the parameters of accessors begin and end, so that spaces stand around them as people
//! write them.
//!
//! ```js
//! for(var x in o)f(x);    do {}while (a);   finally{}   { get a () {}, set a (v){} }   // swc's generator
//! for (var x in o) f(x);  do {} while (a);  finally {}  { get a() {}, set a(v) {} }
//! ```

#[derive(Default)]
pub(super) struct Heads {
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
    /// A keyword has been written: whether a space has to come.
    #[inline]
    pub(super) fn keyword(&mut self, text: &str) -> bool {
        self.next = match text {
            "for" | "while" | "switch" | "with" => Next::Head,
            "get" | "set" => Next::Name,
            _ => Next::Other,
        };
        text == "finally"
    }

    /// `(` comes: whether after a space.
    #[inline]
    pub(super) fn open(&mut self) -> bool {
        self.depth += 1;
        let next = std::mem::take(&mut self.next);
        if next != Next::Other {
            self.open.push(self.depth);
        }
        next == Next::Head
    }

    /// `)` comes: whether before a space.
    #[inline]
    pub(super) fn close(&mut self) -> bool {
        let ends_head = self.open.last() == Some(&self.depth);
        if ends_head {
            self.open.pop();
        }
        self.depth = self.depth.saturating_sub(1);
        ends_head
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
