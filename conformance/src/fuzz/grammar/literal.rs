//! Literals: templates, arrays and objects.

use super::{Generator, Rule, function::FunctionFacts, list};
use crate::fuzz::{
    scope::Type,
    tree::{Tree, expression, fixed, optional},
};

const KEYS: [&str; 6] = ["p", "q", "r", "m", "1", "\"s t\""];

impl<'a> Generator<'a> {
    /// Only the last substitution may tell that it becomes a string: QuickJS evaluates all of them before.
    pub(super) fn template(&mut self) -> Tree {
        let parts = self.several(0, 2, Self::substitution);
        let id = self.id();
        let last = match self.dice.below(2) {
            0 => optional![format!("${{text(\"t{id}\", \"xyz\")}}")],
            _ => self.substitution(),
        };
        expression!["`", parts, last, "`"]
    }

    /// `${…}` with what comes before it.
    fn substitution(&mut self) -> Tree {
        // No "-" alone: Duktape takes it for the number -0.
        let text = self.dice.pick(&["", "=", "\\n", "\\u{61}", "$"]);
        let holds = self.dice.pick(&[Type::Number, Type::Text]);
        optional![text, "${", self.expression(holds), "}"]
    }

    pub(super) fn tagged_template(&mut self) -> Tree {
        let parts = self.several(0, 2, Self::substitution);
        let tag = match self.dice.below(5) {
            4 => fixed!["({ tag, m: ", self.expression(Type::Function), " }).m"],
            at => fixed![["tag", "(tag)", "({ tag }).tag", "(0, tag)"][at]],
        };
        expression![tag, "`", parts, self.dice.pick(&["", "\\u{62}", "\\xg", "z"]), "`"]
    }

    pub(super) fn short_list(&mut self) -> Tree {
        expression![self.dice.pick(&["[]", "[1, 2]", "[3]"])]
    }

    /// An array with holes and spread elements.
    pub(super) fn array(&mut self) -> Tree {
        let elements = self.several(0, 4, Self::element);
        expression!["cap([", list(elements), "])"]
    }

    fn element(&mut self) -> Tree {
        match self.dice.below(8) {
            0 => fixed![""],
            1 | 2 => fixed!["...", self.spread()],
            _ => self.expression(Type::Any),
        }
    }

    pub(super) fn arguments_of_call(&mut self) -> Tree {
        let argument: Rule<'a> = |this| match this.dice.below(6) {
            1 => fixed!["...", this.spread()],
            _ => this.expression(Type::Any),
        };
        list(self.several(0, 3, argument))
    }

    pub(super) fn short_object(&mut self) -> Tree {
        expression![self.dice.pick(&["({})", "({ p: 1 })", "({ p: [2], q: 3 })"])]
    }

    /// An object that tells how it is used.
    pub(super) fn probe(&mut self) -> Tree {
        let id = self.id();
        let properties = self.several(1, 3, Self::plain_property);
        expression![format!("probe(\"o{id}\", {{ "), list(properties), "})"]
    }

    fn plain_property(&mut self) -> Tree {
        fixed![self.dice.pick(&KEYS), ": ", self.expression(Type::Any)]
    }

    pub(super) fn object(&mut self) -> Tree {
        let prototype = if self.dice.chance(10) {
            optional!["__proto__: ", self.expression(Type::Object), ", "]
        } else {
            Tree::empty()
        };
        let properties = self.several(0, 4, Self::property);
        expression!["({ ", prototype, list(properties), "})"]
    }

    fn property(&mut self) -> Tree {
        let rules: [(usize, Rule<'a>); 7] = [
            (4, Self::plain_property),
            (3, Self::shorthand),
            (3, Self::computed_property),
            (4, Self::method),
            (3, Self::accessor_property),
            (3, Self::spread_property),
            (1, |this| fixed!["...", this.number()]),
        ];
        self.dice.weighted(&rules)(self)
    }

    fn shorthand(&mut self) -> Tree {
        match self.name(|_| true) {
            Some(name) => fixed![name],
            None => self.plain_property(),
        }
    }

    fn computed_property(&mut self) -> Tree {
        fixed!["[", self.expression(Type::Text), "]: ", self.expression(Type::Any)]
    }

    /// The name of a method or of an accessor. Only before these may a key tell that it becomes a string: QuickJS
    /// evaluates the value of a property before.
    pub(super) fn key(&mut self) -> Tree {
        let id = self.id();
        match self.dice.below(8) {
            0 => fixed![format!("[text(\"k{id}\", \"q\")]")],
            1 => fixed!["[", self.expression(Type::Text), "]"],
            _ => fixed![self.dice.pick(&KEYS)],
        }
    }

    fn method(&mut self) -> Tree {
        let facts = self.some_method();
        let key = self.key();
        fixed![facts.prefix(), key, self.parameters_and_body(facts)]
    }

    fn accessor_property(&mut self) -> Tree {
        let key = self.key();
        self.accessor(key)
    }

    pub(super) fn accessor(&mut self, key: Tree) -> Tree {
        if self.dice.chance(50) {
            return fixed!["get ", key, "() ", self.body_of(FunctionFacts::accessor())];
        }
        self.setter(key)
    }

    /// An object in any case: QuickJS copies nothing of a string, which a variable may hold.
    fn spread_property(&mut self) -> Tree {
        let object = self.expression(Type::Object);
        let is_literal = ["({", "probe("].iter().any(|start| object.to_string().starts_with(start));
        if is_literal { fixed!["...", object] } else { fixed!["...Object(", object, ")"] }
    }
}
