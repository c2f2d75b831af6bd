//! The loops. Each turn takes fuel (`tick`), outside of any `try` of the body, so that it ends.

use super::{Feature, Generator, Rule, function::Jump};
use crate::fuzz::{
    scope::{Declared, Type},
    tree::{Tree, fixed, statement},
};

impl<'a> Generator<'a> {
    pub(super) fn loop_statement(&mut self) -> Tree {
        let rules: [(usize, Rule<'a>); 6] = [
            (5, Self::for_loop),
            (6, Self::for_of),
            (3, Self::for_in),
            (2, Self::while_loop),
            (2, Self::do_while),
            (3, Self::destructuring_for),
        ];
        let rule = self.dice.weighted(&rules);
        let label = if self.dice.chance(40) { Some(format!("L{}", self.id())) } else { None };
        match label {
            None => rule(self),
            Some(label) => {
                self.function.jumps.push(Jump::label(&label, true));
                let tree = rule(self);
                self.function.jumps.pop();
                statement![label, ": ", tree]
            }
        }
    }

    /// The block of a loop.
    fn loop_body(&mut self) -> Tree {
        self.function.jumps.push(Jump::innermost_loop());
        self.scopes.enter(false);
        let statements = self.several(1, 4, Self::statement);
        self.scopes.leave();
        self.function.jumps.pop();
        fixed!["{\ntick();\n", statements, "}"]
    }

    /// `for (let i = 0; i < 3; i++)`, with a closure in the last part now and then. There is none in the test, which
    /// QuickJS gets wrong.
    fn for_loop(&mut self) -> Tree {
        self.scopes.enter(false);
        let start = self.expression(Type::Number);
        let (keyword, declared) =
            self.dice.pick(&[("let", Declared::Let), ("let", Declared::Let), ("var", Declared::Var)]);
        let name = self.declare(declared, Type::Number);
        let count = 1 + self.dice.below(3);
        let more = self.more_declarators(declared);
        let closure = self.closure_over(&name);
        let body = self.loop_body();
        let body = if keyword == "let" { without_continue(body, !closure.is_empty()) } else { body };
        self.scopes.leave();
        statement![
            format!("for ({keyword} {name} = "),
            start,
            format!("{more}; {name} < {count}; "),
            closure,
            format!("{name}++) "),
            body
        ]
    }

    fn more_declarators(&mut self, declared: Declared) -> String {
        if self.dice.chance(70) {
            return String::new();
        }
        let name = self.declare(declared, Type::Number);
        format!(", {name} = {}", self.dice.below(4))
    }

    fn closure_over(&mut self, name: &str) -> String {
        match self.dice.below(12) {
            10 => format!("keep(() => {name}), "),
            11 => format!("keep(() => {name} += 1), "),
            _ => String::new(),
        }
    }

    /// `for (let [a, b] = value; ; )`: left by fuel or by a jump, so it sits in a `try`.
    fn destructuring_for(&mut self) -> Tree {
        self.scopes.enter(false);
        let shape = self.shape();
        let value = self.value_of(&shape);
        let (keyword, declared) = self.keyword();
        let pattern = self.binding_pattern(&shape, declared);
        let update = self.assignment();
        let turns = self.id();
        let body = self.loop_body();
        self.scopes.leave();
        statement![
            format!("for ({keyword} "),
            pattern,
            " = ",
            value,
            format!("; turns({turns}) < 3; "),
            update,
            ") ",
            body
        ]
    }

    fn for_of(&mut self) -> Tree {
        self.scopes.enter(false);
        let in_async = self.function.is_async && self.has(Feature::Async) && self.dice.chance(40);
        let word = if in_async { "for await" } else { "for" };
        let (head, iterable) = if self.dice.chance(40) {
            let shape = self.shape();
            let elements = (0..1 + self.dice.below(3)).map(|_| self.value_of(&shape)).collect();
            let iterable = self.iterable_of(elements);
            (self.head(&shape), iterable)
        } else {
            let iterable = self.iterable();
            (self.simple_head(), iterable)
        };
        let body = self.loop_body();
        self.scopes.leave();
        statement![word, " (", head, " of ", iterable, ") ", body]
    }

    fn for_in(&mut self) -> Tree {
        self.scopes.enter(false);
        let object = self.expression(Type::Object);
        let head = self.simple_head();
        let body = self.loop_body();
        self.scopes.leave();
        statement!["for (", head, " in ", object, ") ", body]
    }

    /// What a turn assigns to: a declared name or a target.
    fn simple_head(&mut self) -> Tree {
        if self.dice.chance(15) {
            return fixed![self.target()];
        }
        let (keyword, declared) = self.keyword();
        let name = self.declare(declared, Type::Any);
        fixed![format!("{keyword} {name}")]
    }

    fn head(&mut self, shape: &super::pattern::Shape) -> Tree {
        if self.dice.chance(20) {
            return fixed![self.assignment_pattern(shape)];
        }
        let (keyword, declared) = self.keyword();
        fixed![format!("{keyword} "), self.binding_pattern(shape, declared)]
    }

    fn while_loop(&mut self) -> Tree {
        let (turns, test) = (self.id(), self.expression(Type::Any));
        let body = self.loop_body();
        statement![format!("while (turns({turns}) < 3 && ("), test, ", true)) ", body]
    }

    fn do_while(&mut self) -> Tree {
        let (turns, test) = (self.id(), self.expression(Type::Any));
        let body = self.loop_body();
        statement!["do ", body, format!(" while (turns({turns}) < 3 && ("), test, ", true));"]
    }
}

/// The body of a `for (let …)`. QuickJS makes no new variable for the next turn behind a `continue`, which shows where
/// there are closures: there it becomes a `break`.
fn without_continue(body: Tree, has_closure: bool) -> Tree {
    let text = body.to_string();
    let has_closure = has_closure || ["=>", "function", "class", "({"].iter().any(|sign| text.contains(sign));
    if has_closure && text.contains("continue") { fixed![text.replace("continue", "break")] } else { body }
}
