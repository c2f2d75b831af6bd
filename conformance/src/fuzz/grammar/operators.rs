//! Operators that know absent values, and what `await` and `yield` stand in.

use super::{Feature, Generator, Rule, list};
use crate::fuzz::{
    scope::Type,
    tree::{Tree, expression, fixed},
};

impl<'a> Generator<'a> {
    /// `a?.p`, `a?.[k]`, `a?.m(…)`, `a?.m?.(…)`, and what goes on after it.
    pub(super) fn optional_chain(&mut self) -> Tree {
        let object = self.perhaps_absent(Type::Object);
        let key = match self.dice.below(3) {
            0 => fixed!["[", self.expression(Type::Text), "]"],
            _ => fixed![self.dice.pick(&["p", "q", "m"])],
        };
        let arguments = self.several(0, 2, |this| this.expression(Type::Any));
        match self.dice.below(11) {
            6 => expression!["delete (", object, ")?.", key, "?.p"],
            7 => expression!["(", object, ")?.", key, ".m?.(", list(arguments), ").p"],
            8 => expression!["((", object, ")?.", key, ")?.p"],
            9 => expression!["typeof (", object, ")?.p?.[", self.expression(Type::Text), "]"],
            0 => expression!["(", object, ")?.", key, "?.(", list(arguments), ")"],
            1 => expression!["(", object, ")?.m(", list(arguments), ")"],
            // On something that is not callable, `call` fails before the arguments are evaluated.
            2 => expression!["(({ m: ", self.expression(Type::Function), " })?.m)(", list(arguments), ")"],
            3 => expression!["delete (", object, ")?.", key],
            4 => expression!["(", object, ")?.", key, ".p"],
            5 => expression!["(", self.perhaps_absent(Type::Function), ")?.(", list(arguments), ")"],
            _ => expression!["(", object, ")?.", key],
        }
    }

    fn perhaps_absent(&mut self, holds: Type) -> Tree {
        let value = self.expression(holds);
        match self.dice.below(4) {
            0 => expression!["(", self.expression(Type::Number), ") ? null : (", value, ")"],
            _ => value,
        }
    }

    pub(super) fn nullish(&mut self) -> Tree {
        let value = self.perhaps_absent(Type::Any);
        expression!["((", value, ") ?? (", self.expression(Type::Any), "))"]
    }

    pub(super) fn logical_assignment(&mut self) -> Tree {
        let operator = self.dice.pick(&["&&=", "||=", "??="]);
        let holds = self.dice.pick(&[Type::Any, Type::Function]);
        let target = self.target();
        expression!["(", target, format!(" {operator} "), self.expression(holds), ")"]
    }

    pub(super) fn unary(&mut self) -> Tree {
        let operator = self.dice.pick(&["-", "+", "!", "~", "void "]);
        expression![operator, "(", self.expression(Type::Number), ")"]
    }

    pub(super) fn relation(&mut self) -> Tree {
        match self.dice.below(2) {
            0 => expression!["((", self.expression(Type::Text), ") in Object(", self.expression(Type::Object), "))"],
            _ => expression!["((", self.expression(Type::Object), ") instanceof (", self.expression(Type::Class), "))"],
        }
    }

    /// `value`, but the function may suspend before it is there: in the operands of every operator, so that a
    /// receiver, a head or a key is what suspends.
    pub(super) fn suspended(&mut self, value: Tree) -> Tree {
        let mut rules: Vec<Rule<'a>> = vec![];
        if self.function.is_async && self.has(Feature::Async) {
            rules.push(|_| fixed!["await "]);
        }
        if self.function.is_generator && self.has(Feature::Generator) {
            rules.push(|_| fixed!["yield, "]);
        }
        if rules.is_empty() || !self.dice.chance(15) {
            return value;
        }
        let word = self.dice.pick(&rules)(self);
        match self.dice.below(7) {
            0 => expression!["(0 || (", word, "(", value, ")))"],
            1 => expression!["(1 && (", word, "(", value, ")))"],
            2 => expression!["((", word, "1) ? (", value, ") : 0)"],
            3 => expression!["(0 ? 1 : (", word, "(", value, ")))"],
            4 => expression!["((", word, "null) ?? (", value, "))"],
            5 => expression!["((", word, "0), (", value, "))"],
            _ => expression!["(", word, "(", value, "))"],
        }
    }
}
