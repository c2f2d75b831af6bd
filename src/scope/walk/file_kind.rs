//! Scripts, and files that CommonJS puts a function around.
//!
//! ```js
//! var fs = require("fs");                                          // CommonJS
//! if (typeof module === "object") module.exports = f; else g = f;  // a script, which CommonJS can load as well
//! ```
//!
//! In CommonJS, `var Object` is a variable of the file; in a script, it is the property of the global object. So a file
//! that asks by `typeof` where it runs is taken for a script: there, others may use what it declares at its top.

use swc_ecma_ast::{Expr, Program};

use super::{
    super::{Facts, FileKind},
    Walk,
};
use crate::options::{Options, SourceType};

/// What CommonJS calls its means.
const MEANS: [&str; 3] = ["require", "module", "exports"];

impl FileKind {
    /// What `program` is, of which the walk has learned the `facts`.
    pub(super) fn of(program: &Program, options: &Options, facts: &Facts) -> Self {
        if program.is_module() {
            return Self::Module;
        }
        match options.source_type.of_file(&options.filename) {
            SourceType::CommonJs => Self::CommonJs,
            SourceType::Auto if !facts.tests_for_commonjs && MEANS.iter().any(|name| facts.uses_global(name)) => {
                Self::CommonJs
            }
            SourceType::Auto | SourceType::Script | SourceType::Module => Self::Script,
        }
    }
}

impl FileKind {
    /// The option that says the same.
    pub(crate) fn source_type(self) -> SourceType {
        match self {
            Self::Script => SourceType::Script,
            Self::CommonJs => SourceType::CommonJs,
            Self::Module => SourceType::Module,
        }
    }
}

impl Walk<'_> {
    /// Notes what `typeof` is applied to.
    pub(super) fn note_tested(&mut self, operand: &Expr) {
        match operand {
            Expr::Paren(paren) => self.note_tested(&paren.expr),
            Expr::Ident(name) if MEANS.contains(&&*name.sym) => {
                self.env.tests_for_commonjs |= self.env.lookup(&name.sym) == 0;
            }
            _ => {}
        }
    }
}
