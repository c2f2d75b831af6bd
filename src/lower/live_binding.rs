//! Variables that a module imports and exports, where modules do not stay.
//!
//! ```js
//! import { a } from "m"; export let n = 0; a(n++);
//! // becomes
//! var n = exports.n = 0; (0, _m.a)((_n = n++, exports.n = n, _n));
//! ```
//!
//! What a name stands for is asked here by [`reference`](super::reference); [`modules`](crate::modules) knows what is
//! imported and exported.

use swc_ecma_ast::*;

use super::Lower;

impl Lower {
    /// What is read where an imported name stands.
    pub(super) fn imported(&self, name: &Ident) -> Option<Expr> {
        self.linkage.as_ref().and_then(|linkage| linkage.imported(name))
    }

    /// Whether an expression, perhaps in parentheses, is the name of an import that is read from its module.
    pub(super) fn is_import(&self, expr: &Expr) -> bool {
        let name = match expr {
            Expr::Ident(name) => name,
            Expr::Paren(paren) => return self.is_import(&paren.expr),
            _ => return false,
        };
        self.imported(name).is_some_and(|value| value.is_member())
    }

    /// Whether what is assigned to a variable must be exported.
    pub(super) fn is_exported(&self, name: &Ident) -> bool {
        self.linkage.as_ref().is_some_and(|linkage| linkage.is_exported(name))
    }

    /// `value`, assigned to the exports that `name` stands for: `exports.a = value`.
    pub(super) fn exporting(&self, name: &Ident, value: Expr) -> Expr {
        match &self.linkage {
            Some(linkage) => linkage.exporting(name, value),
            None => value,
        }
    }
}
