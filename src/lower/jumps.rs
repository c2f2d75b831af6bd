//! `break`, `continue`, `return`, and labels.
//!
//! ```js
//! for (let x of xs) { f(() => x); if (x) continue; if (y) return x; break; }  𝓁: for (;;) break 𝓁;
//! // becomes
//! var _loop = function _loop(x) {
//!   f(function () { return x; }); if (x) return; if (y) return { v: x }; return 1;
//! };
//! …  _label: for (;;) break _label;
//! ```
//!
//! Most jumps stay what they are. In a loop body that became a function ([`loop_closure`](super::loop_closure)), a jump out
//! of it is a number that the function returns, and a `return` an object that holds the value.
//!
//! The rule that is easy to miss: where the body assigns what the head declared, `continue` goes to the end of the function,
//! where it is copied out.

use swc_atoms::Atom;
use swc_common::{DUMMY_SP, Span, Spanned};
use swc_ecma_ast::*;

use super::{
    Lower, evaluate_once::nameless, frame::Suspension, generator::await_value, loop_closure::LoopBody, loops::Labels,
};
use crate::{build, syntax::identifier::is_es5_name};

/// A statement that `break` or `continue` may end.
pub(super) struct Jump {
    pub(super) labels: Vec<Atom>,
    pub(super) kind: JumpKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum JumpKind {
    Loop,
    Switch,
    Label,
}

/// A way out of a loop body that became a function, other than going on.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Exit {
    Break(Option<Atom>),
    Continue(Atom),
    Return,
}

impl Lower {
    /// `break` and `continue`.
    pub(super) fn jump_statement(&mut self, mut stmt: Stmt, out: &mut Vec<Stmt>) {
        let (label, is_break) = match &mut stmt {
            Stmt::Break(stmt) => (stmt.label.as_mut(), true),
            Stmt::Continue(stmt) => (stmt.label.as_mut(), false),
            _ => (None, false),
        };
        let label = label.map(|label| {
            self.rename_label(label);
            label.sym.clone()
        });
        let frame = self.frame();
        let stays = frame.jumps.iter().any(|jump| match &label {
            Some(label) => jump.labels.contains(label),
            None => jump.kind == JumpKind::Loop || is_break && jump.kind == JumpKind::Switch,
        });
        let Some(body) = frame.loop_body.as_mut().filter(|_| !stays) else { return out.push(stmt) };
        let is_own = label.as_ref().is_none_or(|label| body.labels.contains(label));
        let exit = match (label, is_break) {
            (_, true) if is_own => Exit::Break(None),
            (label, true) => Exit::Break(label),
            (Some(label), false) if !is_own => Exit::Continue(label),
            _ => return out.push(self.go_on()),
        };
        let code = body.code(exit);
        out.push(build::return_at(DUMMY_SP, Some(build::num(code))));
    }

    /// `continue`: `return;`, or `break _end;` if copies are to be made, also after a `finally` on the way.
    fn go_on(&mut self) -> Stmt {
        let body = self.frame().loop_body.as_ref();
        let label = match body.map(|body| (body.copy_out.is_empty(), body.end.clone())) {
            None | Some((true, _)) => return build::return_at(DUMMY_SP, None),
            Some((false, Some(label))) => label,
            Some((false, None)) => self.fresh_ident("end").sym,
        };
        if let Some(body) = &mut self.frame().loop_body {
            body.end = Some(label.clone());
        }
        Stmt::Break(BreakStmt { span: DUMMY_SP, label: Some(build::ident(&label)) })
    }

    /// Lowers a `return` that stays what it is where it stands; returns whether it is one.
    pub(super) fn return_in_place(&mut self, stmt: &mut ReturnStmt) -> bool {
        let frame = self.frame();
        let awaits = frame.suspension == Some(Suspension::AsyncGenerator);
        if awaits || frame.loop_body.is_some() || self.is_in_derived_constructor() {
            return false;
        }
        if let Some(value) = &mut stmt.arg {
            self.expr(value);
        }
        true
    }

    pub(super) fn return_statement(&mut self, stmt: ReturnStmt, out: &mut Vec<Stmt>) {
        let value = stmt.arg.map(|value| self.lowered(value));
        let value = self.returned_by_constructor(value);
        let awaits = self.frame().suspension == Some(Suspension::AsyncGenerator);
        let value = value.map(|value| if awaits { await_value(value) } else { value });
        self.return_lowered(stmt.span, value, out);
    }

    pub(super) fn return_lowered(&mut self, span: Span, value: Option<Expr>, out: &mut Vec<Stmt>) {
        let Some(body) = &mut self.frame().loop_body else {
            return out.push(build::return_at(span, value));
        };
        body.code(Exit::Return);
        // return { v: value };
        let value = build::object(vec![build::property("v", value.map_or_else(build::undefined, nameless))]);
        out.push(build::return_at(span, Some(value)));
    }

    pub(super) fn labeled_statement(&mut self, labeled: LabeledStmt, out: &mut Vec<Stmt>) {
        let mut labels = vec![(labeled.span, labeled.label)];
        let mut body = *labeled.body;
        while let Stmt::Labeled(inner) = body {
            labels.push((inner.span, inner.label));
            body = *inner.body;
        }
        // They are lowered here, whether they could be skipped or not.
        labels.iter().for_each(|(span, _)| self.facts.skippable.remove(span.lo));
        self.facts.skippable.remove(body.span_lo());
        labels.iter_mut().for_each(|(_, label)| self.rename_label(label));
        match body {
            Stmt::For(_) | Stmt::ForIn(_) | Stmt::ForOf(_) | Stmt::While(_) | Stmt::DoWhile(_) => {
                self.loop_statement(body, labels, out);
            }
            mut body => {
                let names = labels.iter().map(|(_, label)| label.sym.clone()).collect();
                self.frame().jumps.push(Jump { labels: names, kind: JumpKind::Label });
                self.body(&mut body);
                self.frame().jumps.pop();
                out.push(with_labels(labels, body));
            }
        }
    }

    /// Gives a label that ES5 cannot spell another name.
    pub(super) fn rename_label(&mut self, label: &mut Ident) {
        if label.sym.is_ascii() || is_es5_name(&label.sym) {
            return;
        }
        let known = self.labels.iter().find(|(source, _)| *source == label.sym);
        label.sym = match known {
            Some((_, name)) => name.clone(),
            None => {
                let name = self.facts.names.fresh("label");
                self.labels.push((label.sym.clone(), name.clone()));
                name
            }
        };
    }
}

impl LoopBody {
    /// The number that the function returns for a way out.
    pub(super) fn code(&mut self, exit: Exit) -> f64 {
        let at = self.exits.iter().position(|known| *known == exit).unwrap_or_else(|| {
            self.exits.push(exit);
            self.exits.len() - 1
        });
        (at + 1) as f64
    }
}

/// The names of labels.
pub(super) fn label_names(labels: &Labels) -> Vec<swc_atoms::Atom> {
    labels.iter().map(|(_, label)| label.sym.clone()).collect()
}

/// Puts labels before a statement.
pub(super) fn with_labels(labels: Labels, stmt: Stmt) -> Stmt {
    labels
        .into_iter()
        .rev()
        .fold(stmt, |body, (span, label)| Stmt::Labeled(LabeledStmt { span, label, body: Box::new(body) }))
}
