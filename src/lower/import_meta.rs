//! `import.meta` ([ECMAScript §13.3.12](https://tc39.es/ecma262/2025/#sec-meta-properties)).
//!
//! ```js
//! import.meta.url;  import.meta.filename;  import.meta.dirname;
//! // becomes
//! require("url").pathToFileURL(__filename).href;  __filename;  __dirname;
//! ```
//!
//! These are the properties that Node and CommonJS both have. Anything else of `import.meta` is made by bundlers, or has
//! no equal, and is refused. Where modules are preserved it stays; SystemJS has `_context.meta`. In AMD there is the `url`, which
//! is made of `module.uri`, and in a function that is called at once, for a page, where it is that of the script: it is
//! asked for at the beginning, since later there is no current script. UMD has that of the loader that it meets.
//!
//! Runtime: `_absoluteUrl` for AMD, `_scriptUrl` for a page.

use swc_common::{Span, Spanned};
use swc_ecma_ast::*;

use super::Lower;
use crate::{build, options::Modules, problem::Problem};

/// Whether an expression, perhaps in parentheses, is `import.meta`.
pub(super) fn is_import_meta(expr: &Expr) -> bool {
    match expr {
        Expr::MetaProp(meta) => meta.kind == MetaPropKind::ImportMeta,
        Expr::Paren(paren) => is_import_meta(&paren.expr),
        _ => false,
    }
}

impl Lower {
    /// `import.meta`
    pub(super) fn import_meta(&mut self, expr: &mut Expr) {
        match self.modules {
            Modules::Preserve => {}
            Modules::System => {
                // _context.meta
                let context = self.loader().unwrap_or_else(build::undefined);
                *expr = build::member(context, "meta").with_span(expr.span());
            }
            _ => self.refuse_import_meta(expr.span()),
        }
    }

    /// `import.meta.name`, which is read.
    pub(super) fn import_meta_property(&mut self, expr: &mut Expr) {
        let Expr::Member(MemberExpr { span, obj, prop }) = expr else { return };
        match self.modules {
            Modules::CommonJs => {}
            Modules::Amd | Modules::Umd | Modules::Iife if prop.is_ident_with("url") => {
                if let Some(url) = self.module_url() {
                    *expr = url.with_span(*span);
                }
                return;
            }
            Modules::Preserve | Modules::System => {
                self.import_meta(obj);
                return self.member_property(prop);
            }
            _ => return self.refuse_import_meta(*span),
        }
        let value = match prop.as_ident().map(|name| &*name.sym) {
            Some("filename") => self.wrapper_name("__filename"),
            Some("dirname") => self.wrapper_name("__dirname"),
            Some("url") => {
                // require("url").pathToFileURL(__filename).href
                let url = build::call(self.wrapper_name("require"), [build::str("url")]);
                let file = self.wrapper_name("__filename");
                build::member(build::call_method(url, "pathToFileURL", [file]), "href")
            }
            _ => return self.refuse_import_meta(*span),
        };
        *expr = value.with_span(*span);
    }

    /// The variable that holds the URL of the module.
    fn module_url(&mut self) -> Option<Expr> {
        let Self { linkage, facts, .. } = self;
        linkage.as_mut().map(|linkage| build::name(&linkage.url(facts)))
    }

    fn refuse_import_meta(&mut self, span: Span) {
        self.problems.push(match self.modules {
            Modules::CommonJs => Problem::import_meta(span),
            _ => Problem::not_in_format(span, "`import.meta`", "`--modules commonjs` or `system`"),
        });
    }
}
