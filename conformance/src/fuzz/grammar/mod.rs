//! Makes random programs: valid ones, that end, and that print what they do.
//!
//! Each construct is a rule, which asks other rules for what it contains; all constructs meet in all places. A rule may
//! use the names that are visible where it is, and the functions of `prelude.js`.

mod class;
mod dynamic;
mod expression;
mod function;
mod literal;
mod loops;
mod module;
mod module_plan;
mod operators;
mod pattern;
mod private;
mod statement;

use std::collections::BTreeSet;

use self::{class::OwnName, expression::mentions, function::FunctionFacts, module::FileFacts, private::PrivateName};
use super::{
    dice::Dice,
    scope::{Binding, Declared, Scopes, Type},
    tree::{Kind, Part, Tree, fixed},
};

pub use self::{
    module::{EARLY_LINE, FILE_LINE},
    module_plan::FILES,
};

/// What every program finds.
pub const PRELUDE: &str = include_str!("../prelude.js");

/// About how large the statements of a program get.
const BYTES_OF_STATEMENT: usize = 250;

/// How deep statements nest.
const STATEMENT_DEPTH: usize = 7;

/// How deep expressions nest in a statement.
const EXPRESSION_DEPTH: usize = 4;

/// A part of the language that can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Feature {
    Class,
    Generator,
    Async,
    /// `with` and direct `eval`.
    Dynamic,
    /// The program is one file or two that import each other, instead of a script.
    Module,
}

pub struct Generator<'a> {
    dice: Dice<'a>,
    features: BTreeSet<Feature>,
    scopes: Scopes,
    function: FunctionFacts,
    strict: bool,
    statement_depth: usize,
    /// From the innermost statement.
    expression_depth: usize,
    /// How many names the program has given to its effects, iterables and labels.
    ids: usize,
    own_names: Vec<OwnName>,
    /// Of the classes around, the outermost first.
    privates: Vec<Vec<PrivateName>>,
    file: FileFacts,
    /// How many `with` statements are around.
    withs: usize,
}

/// A rule that makes an expression or a statement.
type Rule<'a> = fn(&mut Generator<'a>) -> Tree;

/// The program that these bytes stand for.
pub fn program(bytes: &[u8], features: &BTreeSet<Feature>) -> Tree {
    let mut generator = Generator {
        dice: Dice::new(bytes),
        features: features.clone(),
        scopes: Scopes::default(),
        function: FunctionFacts::default(),
        strict: false,
        statement_depth: 0,
        expression_depth: 0,
        ids: 0,
        own_names: vec![],
        privates: vec![],
        file: FileFacts::default(),
        withs: 0,
    };
    if generator.has(Feature::Module) { generator.modules(bytes) } else { generator.script(bytes) }
}

impl<'a> Generator<'a> {
    fn script(&mut self, bytes: &'a [u8]) -> Tree {
        self.strict = self.dice.chance(40);
        let directive = if self.strict { "\"use strict\";\n" } else { "" };
        self.scopes.enter(true);
        let statements = bytes.chunks(BYTES_OF_STATEMENT).map(|bytes| {
            self.dice = Dice::new(bytes);
            let statement = self.statement();
            if self.dice.chance(60) { self.attempt(statement) } else { statement }
        });
        let statements: Vec<Tree> = statements.collect();
        self.scopes.leave();
        fixed![directive, PRELUDE, "\n", statements, "drain();\n"]
    }

    fn has(&self, feature: Feature) -> bool {
        self.features.contains(&feature)
    }

    fn id(&mut self) -> String {
        self.ids += 1;
        self.ids.to_string()
    }

    /// A statement one level deeper, or `leaf` at the bottom.
    fn nested_statement(&mut self, rule: Rule<'a>, leaf: Rule<'a>) -> Tree {
        if self.statement_depth >= STATEMENT_DEPTH || self.dice.is_used_up() {
            return leaf(self);
        }
        let around = std::mem::take(&mut self.expression_depth);
        self.statement_depth += 1;
        let tree = rule(self);
        self.statement_depth -= 1;
        self.expression_depth = around;
        tree
    }

    /// An expression one level deeper, or `leaf` at the bottom.
    fn nested_expression(&mut self, rule: Rule<'a>, leaf: Rule<'a>) -> Tree {
        if self.expression_depth >= EXPRESSION_DEPTH || self.dice.is_used_up() {
            return leaf(self);
        }
        self.expression_depth += 1;
        let tree = rule(self);
        self.expression_depth -= 1;
        tree
    }

    fn declare(&mut self, declared: Declared, holds: Type) -> String {
        let wish = self.dice.below(8);
        self.scopes.declare(declared, holds, wish)
    }

    /// The name of one of the visible bindings that `fits`, now used.
    fn name(&mut self, fits: impl Fn(&Binding) -> bool) -> Option<String> {
        let names: Vec<&Binding> = self.scopes.visible().into_iter().filter(|binding| fits(binding)).collect();
        if names.is_empty() {
            return None;
        }
        let name = names[self.dice.below(names.len())].name.clone();
        self.scopes.uses(&name);
        Some(name)
    }

    /// The name of a variable that can be assigned to. Not a parameter, as long as there are others to come: there,
    /// QuickJS sometimes loses the assignment.
    fn variable_name(&mut self, holds: Type) -> Option<String> {
        let early: Vec<&'static str> = self.own_names.iter().filter(|own| own.is_early).map(|own| own.name).collect();
        self.name(|it| {
            let is_constant = matches!(it.declared, Declared::Const | Declared::Function | Declared::Import);
            let is_variable = !is_constant && !it.is_in_list;
            it.holds == holds && is_variable && !early.contains(&&*it.name)
        })
    }

    fn name_of(&mut self, holds: Type) -> Option<String> {
        self.name(|binding| binding.holds == holds)
    }

    /// Between `least` and `most` of what `rule` makes.
    fn several(&mut self, least: usize, most: usize, rule: Rule<'a>) -> Vec<Tree> {
        let count = least + self.dice.below(most - least + 1);
        (0..count).map(|_| rule(self)).collect()
    }
}

/// A list whose elements can be left out with their commas.
fn list(elements: Vec<Tree>) -> Tree {
    let element = |tree| Part::Tree(Tree::new(Kind::Optional, vec![Part::Tree(tree), ", ".into()]));
    Tree::new(Kind::Fixed, elements.into_iter().map(element).collect())
}
