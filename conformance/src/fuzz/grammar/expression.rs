//! Expressions by what they are expected to be.

use super::{Feature, Generator, Rule, list};
use crate::fuzz::{
    scope::Type,
    tree::{Tree, expression, fixed, optional},
};

impl<'a> Generator<'a> {
    /// An expression that can stand wherever an AssignmentExpression can.
    pub(super) fn expression(&mut self, holds: Type) -> Tree {
        let (rule, leaf): (Rule<'a>, Rule<'a>) = match holds {
            Type::Any => (Self::any, Self::number),
            Type::Number => (Self::numeric, Self::number),
            Type::Text => (Self::textual, Self::string),
            Type::List => (Self::list_value, Self::short_list),
            Type::Object => (Self::object_value, Self::short_object),
            Type::Function => (Self::function_value, Self::short_function),
            Type::Class => (Self::class_value, Self::short_class),
        };
        let tree = self.nested_expression(rule, leaf);
        if self.dice.chance(12) { self.effect_of(tree) } else { self.suspended(tree) }
    }

    fn effect_of(&mut self, value: Tree) -> Tree {
        let id = self.id();
        expression![format!("e({id}, "), value, ")"]
    }

    fn any(&mut self) -> Tree {
        let mut rules: Vec<(usize, Rule<'a>)> = vec![
            (8, Self::numeric),
            (5, Self::textual),
            (6, Self::list_value),
            (6, Self::object_value),
            (4, Self::function_value),
            (8, Self::variable),
            (8, Self::call),
            (4, Self::member),
            (4, Self::conditional),
            (2, Self::sequence),
            (4, Self::parenthesized_assignment),
            (3, Self::parenthesized_destructuring),
            (3, Self::this),
            (3, Self::arguments),
            (2, Self::construct),
            (1, Self::type_of),
            (1, Self::delete),
            (3, Self::optional_chain),
            (2, Self::nullish),
            (2, Self::logical_assignment),
            (1, Self::unary),
            (1, Self::relation),
        ];
        if self.function.has_super {
            rules.push((4, Self::super_property));
        }
        if self.function.has_new_target {
            rules.push((2, Self::new_target));
        }
        if self.privates.iter().any(|names| !names.is_empty()) {
            rules.push((8, Self::private_use));
        }
        // Duktape has no `BigInt`.
        if self.has(Feature::Async) {
            rules.push((1, |this| expression![this.dice.pick(&["typeof 1_0n", "String(0x1Fn)", "(3n === 3n)"])]));
        }
        if self.has(Feature::Dynamic) {
            rules.push((4, Self::eval));
        }
        self.module_expressions(&mut rules);
        if self.function.is_generator && self.has(Feature::Generator) {
            rules.push((12, Self::yield_expression));
        }
        if self.function.is_async && self.has(Feature::Async) {
            rules.push((10, Self::await_expression));
        }
        self.dice.weighted(&rules)(self)
    }

    pub(super) fn number(&mut self) -> Tree {
        let number =
            self.dice.pick(&["0", "1", "2", "3", "-1", "7", "0b11", "0o17", "1_0", "0.5", "null", "void 0", "true"]);
        expression![number]
    }

    pub(super) fn string(&mut self) -> Tree {
        let text = self.dice.pick(&["\"\"", "\"p\"", "\"q\"", "\"a\"", "\"ab\"", "\"\\u{1F600}z\"", "`t`", "\"0\""]);
        expression![text]
    }

    fn variable_or(&mut self, holds: Type, other: Rule<'a>) -> Tree {
        match self.name_of(holds) {
            Some(name) => expression![name],
            None => other(self),
        }
    }

    fn variable(&mut self) -> Tree {
        self.variable_or(Type::Any, Self::number)
    }

    fn numeric(&mut self) -> Tree {
        let rules: [(usize, Rule<'a>); 7] = [
            (4, Self::number),
            (8, |this| this.variable_or(Type::Number, Self::number)),
            (6, Self::arithmetic),
            (2, Self::power),
            (3, Self::update),
            (2, Self::comparison),
            (1, |this| expression![this.expression(Type::List), ".length"]),
        ];
        self.dice.weighted(&rules)(self)
    }

    fn arithmetic(&mut self) -> Tree {
        let operator = self.dice.pick(&["+", "-", "*", "|", "&", "%", "<<"]);
        let (left, right) = (self.expression(Type::Number), self.expression(Type::Number));
        let left = read_at_once(left, &right);
        expression!["((", left, ") ", operator, " (", right, ") | 0)"]
    }

    fn power(&mut self) -> Tree {
        let (base, exponent) = (self.expression(Type::Number), self.expression(Type::Number));
        expression!["((", base, ") ** (", exponent, ") % 100)"]
    }

    fn update(&mut self) -> Tree {
        let name = self.variable_name(Type::Number);
        let operator = self.dice.pick(&["++", "--"]);
        let is_prefix = self.dice.chance(50);
        let target = match name {
            Some(name) if self.dice.chance(70) => expression![name],
            _ => expression!["(", self.expression(Type::Object), ").", self.dice.pick(&["p", "q"])],
        };
        if is_prefix { expression!["(", operator, target, ")"] } else { expression!["(", target, operator, ")"] }
    }

    fn comparison(&mut self) -> Tree {
        let operator = self.dice.pick(&["<", "===", "!==", ">=", "&&", "||"]);
        let (left, right) = (self.expression(Type::Any), self.expression(Type::Number));
        let left = read_at_once(left, &right);
        expression!["((", left, ") ", operator, " (", right, "))"]
    }

    fn textual(&mut self) -> Tree {
        let rules: [(usize, Rule<'a>); 5] = [
            (3, Self::string),
            (5, |this| this.variable_or(Type::Text, Self::string)),
            (6, Self::template),
            (2, |this| expression!["String(", this.expression(Type::Text), ")"]),
            (1, Self::type_of),
        ];
        self.dice.weighted(&rules)(self)
    }

    fn list_value(&mut self) -> Tree {
        let rules: [(usize, Rule<'a>); 4] = [
            (3, |this| this.variable_or(Type::List, Self::short_list)),
            (6, Self::array),
            (2, Self::destructured_rest),
            (1, Self::tagged_template),
        ];
        self.dice.weighted(&rules)(self)
    }

    fn object_value(&mut self) -> Tree {
        let rules: [(usize, Rule<'a>); 4] = [
            (4, |this| this.variable_or(Type::Object, Self::short_object)),
            (6, Self::object),
            (2, Self::probe),
            (1, Self::this),
        ];
        self.dice.weighted(&rules)(self)
    }

    /// An array that a function made of its arguments.
    fn destructured_rest(&mut self) -> Tree {
        let arguments = self.arguments_of_call();
        expression!["((...list) => list)(", arguments, ")"]
    }

    fn type_of(&mut self) -> Tree {
        expression!["typeof (", self.expression(Type::Any), ")"]
    }

    fn delete(&mut self) -> Tree {
        expression!["delete (", self.expression(Type::Object), ").", self.dice.pick(&["p", "q"])]
    }

    fn conditional(&mut self) -> Tree {
        let test = self.expression(Type::Any);
        expression!["((", test, ") ? ", self.expression(Type::Any), " : ", self.expression(Type::Any), ")"]
    }

    fn sequence(&mut self) -> Tree {
        expression!["(", self.expression(Type::Any), ", ", self.expression(Type::Any), ")"]
    }

    fn member(&mut self) -> Tree {
        let object = self.expression(Type::Object);
        if self.dice.chance(60) {
            return expression!["(", object, ").", self.dice.pick(&["p", "q", "r", "m", "class"])];
        }
        expression!["(", object, ")[", self.expression(Type::Text), "]"]
    }

    fn parenthesized_assignment(&mut self) -> Tree {
        expression!["(", self.assignment(), ")"]
    }

    fn parenthesized_destructuring(&mut self) -> Tree {
        expression!["(", self.destructuring_assignment(), ")"]
    }

    /// `target = value`, or with an operator.
    pub(super) fn assignment(&mut self) -> Tree {
        let holds = self.dice.pick(&[Type::Number, Type::Any, Type::Text, Type::List, Type::Object]);
        let name = self.variable_name(holds);
        let value = self.expression(holds);
        let Some(name) = name.filter(|_| self.dice.chance(75)) else {
            let target = self.target();
            // A name may hold a letter. Duktape takes the text "e0" for a number.
            let is_name = target.to_string().chars().all(char::is_alphanumeric);
            let operator = if is_name { "=" } else { self.dice.pick(&["=", "=", "+=", "-=", "**="]) };
            return expression![target, format!(" {operator} cap("), value, ")"];
        };
        match holds {
            Type::Number => {
                let operator = self.dice.pick(&["=", "+=", "-=", "**=", "*=", "%="]);
                // For Duktape, as in `read_at_once`.
                let operator = if mentions(&value, &name) { "=" } else { operator };
                expression![format!("{name} {operator} ("), value, ") % 100"]
            }
            _ => expression![format!("{name} = cap("), value, ")"],
        }
    }

    /// `this`, which at the top of a script shows the helpers.
    fn this(&mut self) -> Tree {
        if self.function.is_before_super { expression!["0"] } else { expression!["self(this)"] }
    }

    fn arguments(&mut self) -> Tree {
        if !self.function.has_arguments {
            return self.variable();
        }
        let rules = ["arguments.length", "arguments[0]", "Array.prototype.slice.call(arguments)", "[...arguments]"];
        expression![self.dice.pick(&rules)]
    }

    fn new_target(&mut self) -> Tree {
        let forms = ["typeof new.target", "(new.target === void 0)", "typeof new.target?.prototype"];
        expression![self.dice.pick(&forms)]
    }

    fn super_property(&mut self) -> Tree {
        let name = self.dice.pick(&["p", "q", "m"]);
        let key = match self.dice.below(3) {
            0 => fixed![format!("super.{name}")],
            1 => fixed!["super[", self.expression(Type::Text), "]"],
            _ => fixed![format!("super.{name} = "), self.expression(Type::Any)],
        };
        let arguments = self.arguments_of_call();
        let test = self.dice.pick(&[" && super.m && super.m(", " && super.m?.("]);
        let call = optional![test, arguments, ")"];
        expression!["(", key, call, ")"]
    }

    /// What can be iterated over.
    pub(super) fn iterable(&mut self) -> Tree {
        match self.dice.below(4) {
            0 => self.expression(Type::List),
            1 => self.expression(Type::Text),
            2 => {
                let elements = self.several(0, 3, |this| this.expression(Type::Any));
                self.iterable_of(elements)
            }
            _ => self.generator_call().unwrap_or_else(|| self.short_list()),
        }
    }

    /// What can be spread. QuickJS closes an iterator whose `next` fails there, so none does.
    pub(super) fn spread(&mut self) -> Tree {
        if self.dice.chance(30) {
            let elements = self.several(0, 3, |this| this.expression(Type::Any));
            return expression![format!("iter(\"i{}\", [", self.id()), list(elements), "], 0)"];
        }
        self.expression(Type::List)
    }

    /// An iterable of these elements: an array, or an iterator that tells how it is used.
    pub(super) fn iterable_of(&mut self, elements: Vec<Tree>) -> Tree {
        if self.dice.chance(50) {
            return expression!["[", list(elements), "]"];
        }
        let id = self.id();
        // What asynchronous functions iterate over, QuickJS closes even if `next` failed.
        let failing = if self.function.is_async { 0 } else { 1 };
        let mode = self.dice.weighted(&[(12, 0), (2, 1), (failing, 2), (1, 3), (1, 4), (failing, 5)]);
        expression![format!("iter(\"i{id}\", ["), list(elements), format!("], {mode})")]
    }

    fn yield_expression(&mut self) -> Tree {
        match self.dice.below(4) {
            0 => expression!["(yield)"],
            1 => expression!["(yield* ", self.iterable(), ")"],
            _ => expression!["(yield ", self.expression(Type::Any), ")"],
        }
    }

    fn await_expression(&mut self) -> Tree {
        let value = self.expression(Type::Any);
        match self.dice.below(4) {
            0 => expression!["(await Promise.resolve(", value, "))"],
            1 => expression!["(await Promise.reject(", value, "))"],
            _ => expression!["(await ", value, ")"],
        }
    }
}

/// A left operand. Duktape reads a name there too late if the right one assigns it.
fn read_at_once(left: Tree, right: &Tree) -> Tree {
    let name = left.to_string();
    if mentions(right, &name) { expression!["cap(", left, ")"] } else { left }
}

pub(super) fn mentions(tree: &Tree, name: &str) -> bool {
    tree.to_string().split(|unit: char| !unit.is_alphanumeric()).any(|word| word == name)
}
