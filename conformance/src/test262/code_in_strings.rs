//! Whether a program hands code to the engine that is not ES5: what lowering ahead of time cannot reach.
//!
//! Only what the program's own text shows is found: literals in the arguments of `eval`, of `Function` and its
//! relatives, and of `$262.evalScript`. Code in a variable is not followed.

use swc_common::{FileName, SourceMap, sync::Lrc};
use swc_ecma_ast::{BinaryOp, Callee, EsVersion, Expr, ExprOrSpread, Lit, MemberProp, NewExpr, Tpl};
use swc_ecma_parser::{EsSyntax, Syntax, parse_file_as_script};
use swc_ecma_visit::{Visit, VisitWith};

use crate::es5;

/// Whether `source` passes code that is newer than ES5 to a function that runs it.
pub fn is_newer_than_es5(source: &str) -> bool {
    let map = Lrc::new(SourceMap::default());
    let file = map.new_source_file(Lrc::new(FileName::Anon), source.to_owned());
    let syntax = Syntax::Es(EsSyntax { explicit_resource_management: true, ..EsSyntax::default() });
    let Ok(script) = parse_file_as_script(&file, syntax, EsVersion::latest(), None, &mut vec![]) else { return false };
    let mut calls = Calls::default();
    script.visit_with(&mut calls);
    calls.newer
}

#[derive(Default)]
struct Calls {
    newer: bool,
}

impl Calls {
    fn call(&mut self, callee: &Expr, arguments: &[ExprOrSpread]) {
        let Some(goal) = runs_code(callee) else { return };
        let texts: Vec<String> = arguments.iter().map(|argument| literal_text(&argument.expr)).collect();
        self.newer |= match goal {
            Goal::Script => texts.first().is_some_and(|text| is_newer(text)),
            Goal::FunctionBody => is_newer_function(&texts),
            Goal::GeneratorOrAsync => true,
        };
    }
}

impl Visit for Calls {
    fn visit_expr(&mut self, expression: &Expr) {
        match expression {
            Expr::Call(call) => {
                if let Callee::Expr(callee) = &call.callee {
                    self.call(callee, &call.args);
                }
            }
            Expr::New(NewExpr { callee, args, .. }) => self.call(callee, args.as_deref().unwrap_or_default()),
            _ => {}
        }
        expression.visit_children_with(self);
    }
}

/// What a function takes its text as.
enum Goal {
    Script,
    FunctionBody,
    GeneratorOrAsync,
}

fn runs_code(callee: &Expr) -> Option<Goal> {
    let name = match callee {
        Expr::Ident(name) => &*name.sym,
        Expr::Member(member) => match &member.prop {
            MemberProp::Ident(name) => &*name.sym,
            MemberProp::Computed(_) | MemberProp::PrivateName(_) => return None,
        },
        Expr::Paren(inner) => return runs_code(&inner.expr),
        Expr::Seq(sequence) => return sequence.exprs.last().and_then(|last| runs_code(last)),
        _ => return None,
    };
    match name {
        "eval" | "evalScript" => Some(Goal::Script),
        "Function" => Some(Goal::FunctionBody),
        "GeneratorFunction" | "AsyncFunction" | "AsyncGeneratorFunction" => Some(Goal::GeneratorOrAsync),
        _ => None,
    }
}

/// The text of literals put together with `+`; what is no literal counts as empty.
fn literal_text(expression: &Expr) -> String {
    match expression {
        Expr::Lit(Lit::Str(string)) => string.value.to_string_lossy().into_owned(),
        Expr::Tpl(Tpl { quasis, .. }) => {
            let cooked = quasis.iter().filter_map(|quasi| quasi.cooked.as_ref());
            cooked.map(|cooked| cooked.to_string_lossy()).collect()
        }
        Expr::Bin(sum) if sum.op == BinaryOp::Add => literal_text(&sum.left) + &literal_text(&sum.right),
        Expr::Paren(inner) => literal_text(&inner.expr),
        _ => String::new(),
    }
}

fn is_newer(code: &str) -> bool {
    es5::violations(code, false).iter().any(|violation| !violation.is_syntax_error)
}

fn is_newer_function(texts: &[String]) -> bool {
    let Some((body, parameters)) = texts.split_last() else { return false };
    is_newer(&format!("(function ({}\n) {{\n{body}\n}})", parameters.join(",")))
}
