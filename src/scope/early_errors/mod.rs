//! Early errors that the parser does not report: rules of the grammar that need to know what is around a node.
//!
//! The walk of [`scope`](super) asks here while it passes a node; nothing walks the tree a second time. What it
//! knows of names (a second declaration, an unknown export) it reports itself.
//!
//! | file | rules about |
//! | --- | --- |
//! | [`words`] | reserved words, names that strict code may not bind, escapes in keywords |
//! | [`literals`] | numbers and escapes that strict code and templates may not have |
//! | [`statements`] | labels and jumps, declarations as the body of a statement, heads of `for` |
//! | [`expressions`] | `super`, `new.target`, `delete`, `yield` in parameters, targets, object literals |
//! | [`modules`] | exported names |
//! | [`private_names`] | private names |

mod expressions;
mod literals;
mod modules;
mod private_names;
mod statements;
mod text;
mod words;

use swc_atoms::Atom;
use swc_common::Span;

pub(crate) use literals::has_legacy_escape;
pub(crate) use text::Text;

use crate::problem::Problem;
use statements::Label;
pub(super) use statements::{Body, HeadOf};
pub(super) use words::FunctionName;

/// What the current code may say: fixed where a function begins, and passed on to arrows as far as they share it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Code {
    pub(super) strict: bool,
    is_module: bool,
    /// `yield` is no name here.
    in_generator: bool,
    /// `await` is no name here, in a script too.
    in_async: bool,
    /// This is a parameter list, where `yield` and `await` may not be evaluated.
    in_parameters: bool,
    super_property: bool,
    super_call: bool,
    new_target: bool,
    in_loop: bool,
    in_switch: bool,
    /// `await` is no name and no operator here, and nothing returns.
    in_static_block: bool,
    /// `arguments` means nothing here: this is the initial value of a field, or a static block.
    no_arguments: bool,
}

/// What a function is, as far as these rules tell functions apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Arrow,
    Plain,
    Method,
    Constructor,
    DerivedConstructor,
    /// The initial value of a field.
    Initializer,
    StaticBlock,
}

impl Role {
    /// Whether it is no function of the source, but a part of a class that runs like a method.
    pub(super) fn is_element(self) -> bool {
        matches!(self, Self::Initializer | Self::StaticBlock)
    }
}

/// A function that is entered.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entered {
    pub(super) role: Role,
    pub(super) is_async: bool,
    pub(super) is_generator: bool,
    pub(super) strict: bool,
}

/// What was around a function.
pub(super) struct Around {
    code: Code,
    labels: Vec<Label>,
}

/// A `\u` of the source.
#[derive(Clone, Copy)]
struct Escape {
    position: u32,
    /// A name or literal that was walked holds it.
    is_met: bool,
}

/// The rules, and what they know of the current place.
pub(super) struct EarlyErrors<'s> {
    pub(super) code: Code,
    pub(super) problems: Vec<Problem>,
    /// What may stand in functions only, and so at the top of CommonJS.
    pub(super) outside_of_functions: Vec<Problem>,
    text: Text<'s>,
    labels: Vec<Label>,
    /// What the classes around declare, outermost first.
    private_names: Vec<Vec<Atom>>,
    /// Every `\u` of the source, in order.
    escapes: Vec<Escape>,
}

impl<'s> EarlyErrors<'s> {
    pub(super) fn new(text: Text<'s>) -> Self {
        let escapes = text.unicode_escapes().map(|position| Escape { position, is_met: false }).collect();
        Self {
            code: Code::default(),
            problems: vec![],
            outside_of_functions: vec![],
            labels: vec![],
            private_names: vec![],
            escapes,
            text,
        }
    }

    pub(super) fn begin_script(&mut self, strict: bool) {
        self.code = Code { strict, ..Code::default() };
    }

    pub(super) fn begin_module(&mut self) {
        self.code = Code { strict: true, is_module: true, ..Code::default() };
    }

    /// Enters the parameters of a function.
    pub(super) fn enter_parameters(&mut self, function: Entered) -> Around {
        let around = Around { code: self.code, labels: std::mem::take(&mut self.labels) };
        let Entered { role, is_async, is_generator, strict } = function;
        let is_arrow = role == Role::Arrow;
        let outer = around.code;
        self.code = Code {
            strict,
            is_module: outer.is_module,
            in_generator: is_generator || is_arrow && outer.in_generator,
            in_async: is_async || is_arrow && outer.in_async,
            in_parameters: true,
            super_property: if is_arrow { outer.super_property } else { role != Role::Plain },
            super_call: if is_arrow { outer.super_call } else { role == Role::DerivedConstructor },
            new_target: !is_arrow || outer.new_target,
            in_loop: false,
            in_switch: false,
            in_static_block: is_arrow && outer.in_static_block,
            no_arguments: if is_arrow { outer.no_arguments } else { role.is_element() },
        };
        around
    }

    /// Goes on to the body of the function.
    pub(super) fn enter_body(&mut self, function: Entered) {
        self.code.in_parameters = false;
        self.code.in_generator = function.is_generator;
        self.code.in_async = function.is_async;
        self.code.in_static_block = function.role == Role::StaticBlock;
    }

    pub(super) fn leave_function(&mut self, around: Around) {
        self.code = around.code;
        self.labels = around.labels;
    }

    fn report(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Whether the source text of `span` begins with `word`, without an escape.
    fn begins_with(&self, span: Span, word: &str) -> bool {
        self.text.of(span).starts_with(word)
    }
}
