//! Code in strings: it runs as it is, so nothing lowers what it holds, and nobody sees that it is newer than ES5.
//!
//! ```js
//! eval("let a = 1;");  new Function("a", "return a ?? 1");  setTimeout("f(() => 1)", 10);
//! ```
//!
//! Webpack makes whole bundles of `eval("…")` with some values of `devtool`. Only literals are read.

use swc_common::{Span, Spanned};
use swc_ecma_ast::*;

/// What a call runs as code.
#[derive(Debug)]
pub(crate) struct CodeString {
    pub(crate) span: Span,
    /// A script.
    pub(crate) text: String,
}

impl CodeString {
    /// The code that a call of `callee` runs if the name that it begins with is a global, and that name.
    pub(crate) fn of_call<'a>(callee: &'a Expr, args: &[ExprOrSpread]) -> Option<(&'a Ident, Self)> {
        let (root, name) = global(callee)?;
        let code = match name {
            "eval" | "setTimeout" | "setInterval" => {
                let (span, text) = literal(&args.first()?.expr)?;
                Self { span, text }
            }
            "Function" => {
                let (body, params) = args.split_last()?;
                let (span, body) = literal(&body.expr)?;
                let params: Vec<String> =
                    params.iter().filter_map(|arg| literal(&arg.expr)).map(|(_, text)| text).collect();
                Self { span, text: format!("(function ({}\n) {{\n{body}\n}});", params.join(",")) }
            }
            _ => return None,
        };
        Some((root, code))
    }
}

/// `eval`, `(0, eval)`, `window.eval`: the name that is looked up, and that of the global.
fn global(callee: &Expr) -> Option<(&Ident, &str)> {
    match callee {
        Expr::Ident(name) => Some((name, &*name.sym)),
        Expr::Paren(paren) => global(&paren.expr),
        Expr::Seq(sequence) => global(sequence.exprs.last()?),
        Expr::Member(MemberExpr { obj, prop: MemberProp::Ident(name), .. }) => match &**obj {
            Expr::Ident(object) if matches!(&*object.sym, "window" | "self" | "globalThis" | "global") => {
                Some((object, &*name.sym))
            }
            _ => None,
        },
        _ => None,
    }
}

fn literal(expr: &Expr) -> Option<(Span, String)> {
    let text = match expr {
        Expr::Lit(Lit::Str(string)) => string.value.as_str()?.to_owned(),
        Expr::Tpl(template) => match template.quasis.as_slice() {
            [text] => text.cooked.as_ref()?.as_str()?.to_owned(),
            _ => return None,
        },
        Expr::Paren(paren) => return literal(&paren.expr),
        // Webpack asks for the permission of the browser: `eval(__webpack_require__.ts("…"))`.
        Expr::Call(CallExpr { callee: Callee::Expr(callee), args, .. }) => match (&**callee, args.as_slice()) {
            (Expr::Member(MemberExpr { prop: MemberProp::Ident(name), .. }), [arg]) if &*name.sym == "ts" => {
                return literal(&arg.expr);
            }
            _ => return None,
        },
        _ => return None,
    };
    Some((expr.span(), text))
}
