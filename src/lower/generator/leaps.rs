//! Where `break`, `continue` and `return` lead: the statements around the current code that were taken apart.

use swc_atoms::Atom;
use swc_ecma_ast::*;

use super::emitter::{Label, Machine};
use crate::{build, lower::evaluate_once::nameless};

/// A statement that was taken apart, and that jumps in it may leave or begin anew.
pub(super) enum Leap {
    Loop {
        labels: Vec<Atom>,
        break_to: Label,
        continue_to: Label,
    },
    Switch {
        break_to: Label,
    },
    Block {
        labels: Vec<Atom>,
        break_to: Label,
    },
    /// A `finally` clause, through which every jump must go: where it begins, and the variable that says what comes
    /// after it.
    Finally {
        begin: Label,
        completion: Ident,
    },
}

impl Machine<'_> {
    /// Where `break label` leads.
    pub(super) fn break_target(&self, label: Option<&Atom>) -> Option<Label> {
        self.leaps.iter().rev().find_map(|leap| match (leap, label) {
            (Leap::Loop { break_to, .. } | Leap::Switch { break_to }, None) => Some(*break_to),
            (Leap::Loop { labels, break_to, .. } | Leap::Block { labels, break_to }, Some(label))
                if labels.contains(label) =>
            {
                Some(*break_to)
            }
            _ => None,
        })
    }

    /// Where `continue label` leads.
    pub(super) fn continue_target(&self, label: Option<&Atom>) -> Option<Label> {
        self.leaps.iter().rev().find_map(|leap| match leap {
            Leap::Loop { labels, continue_to, .. } if label.is_none_or(|label| labels.contains(label)) => {
                Some(*continue_to)
            }
            _ => None,
        })
    }

    /// The statements that lead to `target`, by way of the `finally` clauses in between.
    pub(super) fn leap(&mut self, target: Label, next: Next) -> Vec<Stmt> {
        let leaves = |leap: &Leap| match leap {
            Leap::Loop { break_to, continue_to, .. } => *break_to == target || *continue_to == target,
            Leap::Switch { break_to } | Leap::Block { break_to, .. } => *break_to == target,
            Leap::Finally { .. } => false,
        };
        let at = self.leaps.iter().rposition(leaves).unwrap_or(0);
        let mut stmts = vec![];
        let mut to = target;
        for index in at..self.leaps.len() {
            if let Leap::Finally { begin, completion } = &self.leaps[index] {
                let (begin, completion) = (*begin, completion.clone());
                // _finally = target;
                let after = self.label_outside(to, begin);
                stmts.push(build::statement(build::assign(Expr::Ident(completion), after)));
                to = begin;
            }
        }
        stmts.append(&mut self.jump(to, next));
        stmts
    }

    /// `return value`, which goes through the `finally` clauses around it.
    pub(super) fn return_leap(&mut self, stmt: ReturnStmt, next: Next) -> Vec<Stmt> {
        let Some((begin, completion)) = self.innermost_finally() else { return vec![Stmt::Return(stmt)] };
        let value = stmt.arg.map_or_else(build::undefined, |value| *value);
        // _finally = { value: value };
        let returned = build::object(vec![build::property("value", nameless(value))]);
        let mut stmts = vec![build::statement(build::assign(Expr::Ident(completion), returned))];
        stmts.append(&mut self.jump(begin, next));
        stmts
    }

    /// The `finally` clause that a `return` here goes to.
    pub(super) fn innermost_finally(&self) -> Option<(Label, Ident)> {
        self.leaps.iter().rev().find_map(|leap| match leap {
            Leap::Finally { begin, completion } => Some((*begin, completion.clone())),
            _ => None,
        })
    }
}

/// How a jump gets from where it stands to the machine's own loop.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// `continue`
    Nearest,
    /// `continue` with the label of the machine's loop, since another loop is in between.
    Labelled,
}
