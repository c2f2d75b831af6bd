//! Private names: the members that declare them, and expressions that use them.

use super::{Feature, Generator, function::FunctionFacts, list};
use crate::fuzz::{
    scope::Type,
    tree::{Tree, expression, fixed, optional},
};

/// From few names, so that those of nested classes shadow each other.
const NAMES: [&str; 3] = ["#p", "#q", "#m"];

#[derive(Debug, Clone, Copy)]
pub struct PrivateName {
    name: &'static str,
    kind: PrivateKind,
    is_static: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PrivateKind {
    Field,
    Method,
    Getter,
    Setter,
    Accessor,
}

impl Generator<'_> {
    pub(super) fn new_private_names(&mut self) -> Vec<PrivateName> {
        if self.dice.chance(40) {
            return vec![];
        }
        let names = NAMES.into_iter().take(1 + self.dice.below(NAMES.len()));
        let kinds = [
            (4, PrivateKind::Field),
            (3, PrivateKind::Method),
            (1, PrivateKind::Getter),
            (1, PrivateKind::Setter),
            (1, PrivateKind::Accessor),
        ];
        names
            .map(|name| PrivateName { name, kind: self.dice.weighted(&kinds), is_static: self.dice.chance(25) })
            .collect()
    }

    /// The members that declare the names of the innermost class.
    pub(super) fn private_members(&mut self) -> Vec<Tree> {
        let names = self.privates.last().cloned().unwrap_or_default();
        names.into_iter().map(|name| self.private_member(name)).collect()
    }

    fn private_member(&mut self, PrivateName { name, kind, is_static }: PrivateName) -> Tree {
        let word = if is_static { "static " } else { "" };
        match kind {
            PrivateKind::Field => optional![word, name, self.initial_value(), ";\n"],
            PrivateKind::Method => {
                let facts = self.some_method();
                optional![word, facts.prefix(), name, self.parameters_and_body(facts), "\n"]
            }
            PrivateKind::Getter => optional![word, self.getter(fixed![name]), "\n"],
            PrivateKind::Setter => optional![word, self.setter(fixed![name]), "\n"],
            PrivateKind::Accessor => {
                optional![word, self.getter(fixed![name]), "\n", word, self.setter(fixed![name]), "\n"]
            }
        }
    }

    fn getter(&mut self, key: Tree) -> Tree {
        fixed!["get ", key, "() ", self.body_of(FunctionFacts::accessor())]
    }

    /// A private name in one of the places where one can stand.
    pub(super) fn private_use(&mut self) -> Tree {
        let names: Vec<PrivateName> = self.privates.concat();
        let PrivateName { name, kind, .. } = self.dice.pick(&names);
        let object = self.receiver();
        let dot = self.dice.pick(&[".", ".", "?."]);
        match self.dice.below(14) {
            0 => expression![format!("({name} in "), object, ")"],
            1 => expression!["(", object, format!("{dot}{name})")],
            2 => expression!["(", object, format!(".{name} = cap("), self.expression(Type::Any), "))"],
            3 => {
                let operator = self.dice.pick(&["+=", "-=", "**="]);
                expression!["(", object, format!(".{name} {operator} cap("), self.expression(Type::Number), "))"]
            }
            4 => {
                let operator = self.dice.pick(&["&&=", "||=", "??="]);
                expression!["(", object, format!(".{name} {operator} "), self.expression(Type::Any), ")"]
            }
            5 => expression!["(", object, format!(".{name}++)")],
            6 => expression!["(--", object, format!(".{name})")],
            7 => expression!["([", object, format!(".{name}] = ["), self.expression(Type::Any), "])"],
            8 => {
                let default = self.expression(Type::Any);
                expression![
                    "({ p: ",
                    object,
                    format!(".{name} = "),
                    default,
                    " } = ",
                    self.expression(Type::Object),
                    ")"
                ]
            }
            9 => expression!["delete ", object, format!("?.{name}.p")],
            10 => expression![object, format!("{dot}{name}?.p")],
            // What is no function fails before its arguments are evaluated.
            _ if kind != PrivateKind::Method => expression![object, format!("{dot}{name}?.()")],
            11 => expression![object, format!(".{name}`t${{"), self.expression(Type::Number), "}`"],
            12 => expression![object, format!("{dot}{name}?.("), list(self.several(0, 2, Self::any_value)), ")"],
            _ => expression![object, format!("{dot}{name}("), self.arguments_of_call(), ")"],
        }
    }

    fn any_value(&mut self) -> Tree {
        self.expression(Type::Any)
    }

    fn receiver(&mut self) -> Tree {
        match self.dice.below(4) {
            0 if self.has(Feature::Class) => expression!["(", self.expression(Type::Class), ")"],
            1 => expression!["(", self.expression(Type::Object), ")"],
            _ if self.function.is_before_super => expression!["({})"],
            _ => expression!["this"],
        }
    }
}
