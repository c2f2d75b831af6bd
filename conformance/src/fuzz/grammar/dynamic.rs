//! Names that are found at run time: `with` and direct `eval`.

use super::{Feature, Generator, list};
use crate::fuzz::{
    scope::{Binding, Declared, NAMES, Type},
    tree::{Tree, expression, fixed, statement},
};

impl Generator<'_> {
    /// Not where code is strict: at the top by a directive, in classes always.
    pub(super) fn takes_with(&self) -> bool {
        self.has(Feature::Dynamic) && !self.strict && self.own_names.is_empty()
    }

    /// `with`, whose object has the names of some variables. Nothing suspends in it, which is refused.
    pub(super) fn with_statement(&mut self) -> Tree {
        let id = self.id();
        let property: fn(&mut Self) -> Tree = |this| fixed![this.dice.pick(&NAMES), ": ", this.expression(Type::Any)];
        let properties = self.several(0, 3, property);
        let around = self.function.clone();
        // In an asynchronous generator, `return` waits.
        self.function.is_function &= !(around.is_generator && around.is_async);
        (self.function.is_generator, self.function.is_async) = (false, false);
        self.withs += 1;
        let body = self.block(1, 3);
        self.withs -= 1;
        self.function = around;
        statement![format!("with (probe(\"w{id}\", {{ "), list(properties), "})) ", body]
    }

    /// A name that code in a string can use: one that nothing else in the function has. Of a block, it may have become another
    /// one if so, and in a `with` (README, "What differs").
    fn name_for_code(&mut self, fits: impl Fn(&Binding) -> bool) -> Option<String> {
        if self.withs > 0 {
            return None;
        }
        let alone = self.scopes.declared_once();
        let name = self.name(|binding| fits(binding) && !binding.is_in_list && alone.contains(&binding.name))?;
        self.scopes.reserve(&name);
        Some(name)
    }

    /// Direct `eval`. Its code is ES5, and declares no name that another one has.
    pub(super) fn eval(&mut self) -> Tree {
        let id = self.id();
        let name = self.name_for_code(|binding| binding.holds == Type::Number).unwrap_or_else(|| "fuel".into());
        match self.dice.below(6) {
            0 if !self.function.is_before_super => expression!["self(eval(\"this\"))"],
            1 if self.function.has_arguments => expression!["eval(\"arguments.length\")"],
            2 => match self.name_for_code(|it| it.holds == Type::Number && it.declared == Declared::Let) {
                Some(name) => expression![format!("eval(\"{name} = 4\")")],
                None => expression!["eval(\"0\")"],
            },
            3 => expression![format!("eval(\"var ev{id} = {name}; typeof ev{id}\")")],
            4 => expression![format!("eval(\"(function () {{ return {name}; }})\")()")],
            _ => expression![format!("eval(\"{name}\")")],
        }
    }
}
