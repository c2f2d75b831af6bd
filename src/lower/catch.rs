//! The parameter of `catch`: a pattern, or none.
//!
//! ```js
//! try { f(); } catch ({ name }) { g(name); }  try { f(); } catch { g(); }
//! // becomes
//! try { f(); } catch (_e) { var name = _e.name; g(name); }  try { f(); } catch (_e2) { g(); }
//! ```
//!
//! The rule that is easy to miss: `catch (e) { var e = 1; }` assigns the parameter (Annex B.3.5).

use swc_common::DUMMY_SP;
use swc_ecma_ast::*;

use super::Lower;
use crate::{build, scope::BindingKind};

impl Lower {
    pub(super) fn catch_clause(&mut self, clause: &mut CatchClause) {
        let mut bound = match clause.param.take() {
            Some(Pat::Ident(mut ident)) => {
                self.rename(&mut ident);
                clause.param = Some(Pat::Ident(ident));
                vec![]
            }
            Some(pat) => {
                let error = self.local_ident("e");
                clause.param = Some(error.clone().into());
                self.bind_pattern(pat, Expr::Ident(error), DUMMY_SP)
            }
            // catch (_e) { … }
            None => {
                clause.param = Some(self.local_ident("e").into());
                vec![]
            }
        };
        self.statements(&mut clause.body.stmts);
        if !bound.is_empty() {
            bound.append(&mut clause.body.stmts);
            clause.body.stmts = bound;
        }
    }

    /// `catch (e) { var e = 1; }` assigns the parameter (Annex B.3.5). Where that becomes a variable of its own, the `var`
    /// must still be declared.
    pub(super) fn declare_beside_catch(&mut self, name: &Ident) {
        if self.is_suspended_catch_parameter(name) {
            self.declare_hoisted(build::ident(&name.sym));
        }
    }

    pub(super) fn is_suspended_catch_parameter(&self, name: &Ident) -> bool {
        self.facts.symbol(name).is_some_and(|symbol| symbol.kind == BindingKind::SuspendedCatchParam)
    }
}
