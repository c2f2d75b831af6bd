//! Functions of all kinds, their parameters, and calls.

use super::{Feature, Generator, Rule, list, pattern::Shape};
use crate::fuzz::{
    scope::{Declared, Type},
    tree::{Tree, expression, fixed, optional, statement},
};

/// What the innermost function allows in it.
#[derive(Debug, Clone, Default)]
pub struct FunctionFacts {
    pub is_function: bool,
    pub is_generator: bool,
    pub is_async: bool,
    pub has_arguments: bool,
    pub has_super: bool,
    pub has_new_target: bool,
    /// In a derived constructor that has not called `super()` yet.
    pub is_before_super: bool,
    /// What `break` and `continue` can lead to, innermost last.
    pub jumps: Vec<Jump>,
    /// How many `try` blocks are around.
    pub tries: usize,
}

/// A statement that a jump can leave.
#[derive(Debug, Clone)]
pub struct Jump {
    label: Option<String>,
    is_loop: bool,
}

impl Jump {
    pub fn label(label: &str, is_loop: bool) -> Self {
        Self { label: Some(label.into()), is_loop }
    }

    pub fn innermost_loop() -> Self {
        Self { label: None, is_loop: true }
    }

    pub fn switch() -> Self {
        Self { label: None, is_loop: false }
    }
}

impl FunctionFacts {
    fn function() -> Self {
        Self { is_function: true, has_arguments: true, has_new_target: true, ..Self::default() }
    }

    pub fn method() -> Self {
        Self { has_super: true, ..Self::function() }
    }

    /// Duktape gives a getter and a setter their key as an argument.
    pub fn accessor() -> Self {
        Self { has_arguments: false, ..Self::method() }
    }

    /// The initial value of a field, and a static block.
    pub fn initializer() -> Self {
        Self { has_super: true, has_new_target: true, ..Self::default() }
    }

    /// An arrow has the `this`, `arguments` and `super` of what is around it.
    fn arrow(&self) -> Self {
        let around = self.clone();
        Self { is_function: true, is_generator: false, is_async: false, jumps: vec![], tries: 0, ..around }
    }

    /// What stands before the name of a method.
    pub fn prefix(&self) -> &'static str {
        match (self.is_async, self.is_generator) {
            (false, false) => "",
            (false, true) => "* ",
            (true, false) => "async ",
            (true, true) => "async * ",
        }
    }

    /// What stands before the name of a function.
    pub fn keyword(&self) -> &'static str {
        match (self.is_async, self.is_generator) {
            (false, false) => "function ",
            (false, true) => "function* ",
            (true, false) => "async function ",
            (true, true) => "async function* ",
        }
    }

    /// The text of a jump to the statement at `at`, or to the nearest without a label.
    pub fn jump(&self, at: usize, wants_label: bool, can_continue: bool) -> Option<String> {
        let jump = self.jumps.get(at)?;
        match &jump.label {
            Some(label) if wants_label || !jump.is_loop => {
                let word = if jump.is_loop && can_continue { "continue" } else { "break" };
                Some(format!("{word} {label}"))
            }
            _ => {
                let unlabelled = self.jumps.iter().rev().filter(|jump| jump.label.is_none());
                let can_continue = can_continue && unlabelled.clone().any(|jump| jump.is_loop);
                unlabelled.clone().next()?;
                Some(if can_continue { "continue" } else { "break" }.into())
            }
        }
    }
}

impl<'a> Generator<'a> {
    pub(super) fn function_value(&mut self) -> Tree {
        let rules: [(usize, Rule<'a>); 4] = [
            (5, Self::arrow),
            (4, Self::function_expression),
            (3, Self::function_variable),
            (1, |this| expression!["({ m", this.parameters_and_body(FunctionFacts::method()), " }).m"]),
        ];
        self.dice.weighted(&rules)(self)
    }

    pub(super) fn short_function(&mut self) -> Tree {
        expression![self.dice.pick(&["(() => 1)", "(function () { return 2; })", "((x) => x)"])]
    }

    fn function_variable(&mut self) -> Tree {
        match self.name_of(Type::Function) {
            Some(name) => expression![name],
            None => self.short_function(),
        }
    }

    /// An ordinary function, a generator or an asynchronous function.
    pub(super) fn some_function(&mut self) -> FunctionFacts {
        self.some_kind(FunctionFacts::function())
    }

    pub(super) fn some_method(&mut self) -> FunctionFacts {
        self.some_kind(FunctionFacts::method())
    }

    fn some_kind(&mut self, facts: FunctionFacts) -> FunctionFacts {
        let is_generator = self.has(Feature::Generator) && self.dice.chance(35);
        let is_async = self.has(Feature::Async) && self.dice.chance(30);
        FunctionFacts { is_generator, is_async, has_new_target: !is_generator && !is_async, ..facts }
    }

    pub(super) fn function_declaration(&mut self) -> Tree {
        let facts = self.some_function();
        let is_plain = !facts.is_generator && !facts.is_async;
        let name = self.declare(Declared::Function, if is_plain { Type::Function } else { Type::Any });
        let keyword = facts.keyword();
        let function = self.without_imports(|this| this.parameters_and_body(facts.clone()));
        let calls = if is_plain { fixed![""] } else { self.use_of(&facts, &name, &function) };
        statement![keyword, name, function, calls]
    }

    /// A call that runs a generator or an asynchronous function. None throws into `yield*` of an asynchronous generator:
    /// QuickJS does as later editions say, where an iterator without `throw` is closed and the error another one.
    fn use_of(&mut self, facts: &FunctionFacts, name: &str, function: &Tree) -> Tree {
        let arguments = self.arguments_of_call();
        let id = self.id();
        let may_throw = !facts.is_async || !function.to_string().contains("yield*");
        let kinds = if may_throw { ['n', 'n', 'n', 'r', 't'] } else { ['n', 'n', 'n', 'r', 'r'] };
        let steps: String = (0..1 + self.dice.below(4)).map(|_| self.dice.pick(&kinds)).collect();
        let (before, after) = match (facts.is_async, facts.is_generator) {
            (false, _) => (format!("drive({id}, "), format!(", \"{steps}\");")),
            (true, false) => (format!("settle({id}, "), ");".into()),
            (true, true) => (format!("driveAsync({id}, "), format!(", \"{steps}\");")),
        };
        optional!["\n", before, name, "(", arguments, ")", after]
    }

    fn function_expression(&mut self) -> Tree {
        let facts = FunctionFacts::function();
        // With an `eval` in it, QuickJS takes a parameter or a variable of that name for the function's name.
        let has_name = !self.has(Feature::Dynamic) && self.dice.chance(20);
        let name = if has_name { self.dice.pick(&["a", "f", "x"]) } else { "" };
        expression!["(function ", name, self.parameters_and_body(facts), ")"]
    }

    pub(super) fn arrow(&mut self) -> Tree {
        let is_async = self.has(Feature::Async) && self.dice.chance(20);
        let facts = FunctionFacts { is_async, ..self.function.arrow() };
        let word = facts.prefix();
        if self.dice.chance(50) {
            return expression!["(", word, self.parameters_and(facts, " => ", Self::body), ")"];
        }
        let value: Rule<'a> = |this| fixed!["(tick(), ", this.expression(Type::Any), ")"];
        expression!["(", word, self.parameters_and(facts, " => ", value), ")"]
    }

    /// A generator that is called at once.
    pub(super) fn generator_call(&mut self) -> Option<Tree> {
        if !self.has(Feature::Generator) {
            return None;
        }
        let facts = FunctionFacts { is_generator: true, has_new_target: false, ..FunctionFacts::function() };
        let function = self.parameters_and_body(facts);
        let arguments = self.arguments_of_call();
        Some(expression!["(function* ", function, ")(", arguments, ")"])
    }

    pub(super) fn parameters_and_body(&mut self, facts: FunctionFacts) -> Tree {
        self.parameters_and(facts, " ", Self::body)
    }

    fn parameters_and(&mut self, facts: FunctionFacts, between: &str, body: Rule<'a>) -> Tree {
        self.in_function(facts, |this| {
            let parameters = this.parameters();
            fixed!["(", parameters, ")", between, body(this)]
        })
    }

    /// The body of a function without parameters.
    pub(super) fn body_of(&mut self, facts: FunctionFacts) -> Tree {
        self.in_function(facts, Self::body)
    }

    pub(super) fn setter(&mut self, key: Tree) -> Tree {
        self.in_function(FunctionFacts::accessor(), |this| {
            let parameter = this.parameter();
            fixed!["set ", key, "(", parameter, ") ", this.body()]
        })
    }

    pub(super) fn in_function(&mut self, facts: FunctionFacts, inner: impl FnOnce(&mut Self) -> Tree) -> Tree {
        let around = std::mem::replace(&mut self.function, facts);
        self.scopes.enter(true);
        let tree = inner(self);
        self.scopes.leave();
        self.function = around;
        tree
    }

    fn body(&mut self) -> Tree {
        let statements = self.several(0, 4, Self::statement);
        let value = self.expression(Type::Any);
        fixed!["{\ntick();\n", statements, statement!["return ", value, ";"], "}"]
    }

    fn parameters(&mut self) -> Tree {
        // Neither `yield` nor `await` may stand in parameters.
        let (is_generator, is_async) = (self.function.is_generator, self.function.is_async);
        (self.function.is_generator, self.function.is_async) = (false, false);
        // QuickJS does not find `arguments` in an `eval` there.
        let has_arguments = self.function.has_arguments;
        self.function.has_arguments &= !self.has(Feature::Dynamic);
        self.scopes.begin_parameters();
        let parameters = list(self.several(0, 3, Self::parameter));
        let rest = if self.dice.chance(20) { self.rest_parameter() } else { Tree::empty() };
        self.scopes.end_parameters();
        self.function.has_arguments = has_arguments;
        (self.function.is_generator, self.function.is_async) = (is_generator, is_async);
        fixed![parameters, rest]
    }

    fn parameter(&mut self) -> Tree {
        match self.dice.below(6) {
            0 => {
                let shape = self.shape();
                let default = self.value_of(&shape);
                fixed![self.binding_pattern(&shape, Declared::Parameter), " = ", default]
            }
            1 => {
                let holds = self.dice.pick(&[Type::Any, Type::Function]);
                let default = self.expression(holds);
                fixed![self.declare(Declared::Parameter, Type::Any), optional![" = ", default]]
            }
            _ => fixed![self.declare(Declared::Parameter, Type::Any)],
        }
    }

    fn rest_parameter(&mut self) -> Tree {
        let shape = if self.dice.chance(25) { self.shape() } else { Shape::Leaf };
        optional!["...", self.binding_pattern(&shape, Declared::Parameter)]
    }

    pub(super) fn call(&mut self) -> Tree {
        let function = self.expression(Type::Function);
        let arguments = self.arguments_of_call();
        let key = self.dice.pick(&["m", "p", "[\"m\"]"]);
        match self.dice.below(6) {
            0 if !key.starts_with('[') => {
                expression![format!("({{ {key}: "), function, format!(" }}).{key}("), arguments, ")"]
            }
            1 => self.call_of_any_method(),
            2 => expression!["(", function, ").call(", self.expression(Type::Object), ", ", arguments, ")"],
            3 => expression!["(0, ", function, ")(", arguments, ")"],
            _ => expression!["(", function, ")(", arguments, ")"],
        }
    }

    /// Without spread: on something that is not callable, `apply` fails before the arguments are evaluated.
    fn call_of_any_method(&mut self) -> Tree {
        let arguments = self.several(0, 2, |this| this.expression(Type::Any));
        expression!["(", self.expression(Type::Object), ").m(", list(arguments), ")"]
    }

    pub(super) fn construct(&mut self) -> Tree {
        let arguments = self.arguments_of_call();
        if self.has(Feature::Class) && self.dice.chance(60) {
            return expression!["new (", self.expression(Type::Class), ")(", arguments, ")"];
        }
        let facts = FunctionFacts::function();
        expression!["new (function ", self.parameters_and_body(facts), ")(", arguments, ")"]
    }
}
