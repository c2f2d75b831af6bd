//! Private names: each is declared once in its class, and said in a class that declares it, or in one inside of that
//! ([ECMAScript §15.7.1](https://tc39.es/ecma262/2025/#sec-class-definitions-static-semantics-early-errors)).

use swc_atoms::Atom;
use swc_common::Span;
use swc_ecma_ast::*;

use super::EarlyErrors;
use crate::problem::Problem;

/// What a class declares under a private name.
struct Declared<'a> {
    name: &'a PrivateName,
    is_static: bool,
    /// A getter or a setter, which may have a counterpart of its name.
    accessor: Option<MethodKind>,
}

impl Declared<'_> {
    fn goes_with(&self, other: &Self) -> bool {
        self.is_static == other.is_static
            && self.accessor.zip(other.accessor).is_some_and(|(accessor, other)| accessor != other)
    }
}

impl EarlyErrors<'_> {
    /// Enters the body of a class.
    pub(in crate::scope) fn open_private_names(&mut self, class: &Class) {
        let mut known: Vec<Declared<'_>> = vec![];
        for declared in class.body.iter().filter_map(declared) {
            self.met_word(&declared.name.name, declared.name.span);
            if let Some(first) = known.iter().find(|it| it.name.name == declared.name.name && !it.goes_with(&declared))
            {
                let problem = Problem::duplicate_private_name(&declared.name.name, declared.name.span, first.name.span);
                self.report(problem);
            }
            known.push(declared);
        }
        let names: Vec<Atom> = known.into_iter().map(|declared| declared.name.name.clone()).collect();
        self.private_names.push(names);
    }

    pub(in crate::scope) fn close_private_names(&mut self) {
        self.private_names.pop();
    }

    /// A private name that is said.
    pub(in crate::scope) fn private_reference(&mut self, name: &PrivateName) {
        self.met_word(&name.name, name.span);
        if !self.private_names.iter().flatten().any(|known| *known == name.name) {
            self.report(Problem::unknown_private_name(&name.name, name.span));
        }
    }

    /// A private name that is no operand of `in`.
    pub(super) fn bare_private_name(&mut self, name: &PrivateName) {
        self.report(Problem::misplaced_private_name(&name.name, name.span));
    }

    /// `delete this.#x`
    pub(super) fn deleted(&mut self, operand: &Expr, span: Span) {
        let prop = match operand.unwrap_parens() {
            Expr::Member(member) => Some(&member.prop),
            Expr::OptChain(chain) => match &*chain.base {
                OptChainBase::Member(member) => Some(&member.prop),
                OptChainBase::Call(_) => None,
            },
            _ => None,
        };
        if prop.is_some_and(MemberProp::is_private_name) {
            self.report(Problem::delete_private_name(span));
        }
    }
}

fn declared(member: &ClassMember) -> Option<Declared<'_>> {
    match member {
        ClassMember::PrivateProp(PrivateProp { key: name, is_static, .. }) => {
            Some(Declared { name, is_static: *is_static, accessor: None })
        }
        ClassMember::PrivateMethod(PrivateMethod { key: name, is_static, kind, .. }) => {
            let accessor = (*kind != MethodKind::Method).then_some(*kind);
            Some(Declared { name, is_static: *is_static, accessor })
        }
        _ => None,
    }
}
