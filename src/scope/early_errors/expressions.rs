//! Expressions and classes: what must be around `super`, `new.target`, `yield` and `await`; what may be deleted or
//! assigned; properties that may be there only once.

use swc_common::{Span, Spanned};
use swc_ecma_ast::*;

use super::EarlyErrors;
use crate::{problem::Problem, syntax::line::LINE_TERMINATORS};

impl EarlyErrors<'_> {
    #[inline(always)]
    pub(in crate::scope) fn expression(&mut self, expr: &Expr) {
        match expr {
            Expr::Call(CallExpr { callee: Callee::Super(callee), .. }) if !self.code.super_call => {
                self.report(Problem::misplaced_super_call(callee.span));
            }
            Expr::Call(CallExpr { callee: Callee::Import(callee), args, .. }) => {
                self.import_phase(callee.span, callee.phase);
                if let Some(spread) = args.iter().find_map(|arg| arg.spread) {
                    self.report(Problem::spread_in_import(spread));
                }
            }
            Expr::New(new) if is_import_call(&new.callee) => self.report(Problem::new_import(new.callee.span())),
            Expr::MetaProp(MetaPropExpr { kind: MetaPropKind::NewTarget, span }) if !self.code.new_target => {
                self.outside_of_functions.push(Problem::misplaced_new_target(*span));
            }
            Expr::Yield(expr) if self.code.in_parameters => {
                self.report(Problem::in_parameters(expr.span, "yield"));
            }
            Expr::Await(expr) if self.code.in_parameters => {
                self.report(Problem::in_parameters(expr.span, "await"));
            }
            Expr::Await(expr) if self.code.in_static_block => {
                self.report(Problem::in_static_block(expr.span, "await"));
            }
            Expr::Unary(UnaryExpr { op: op!("delete"), arg, span }) if self.code.strict && is_name(arg) => {
                self.report(Problem::delete_name(*span));
            }
            Expr::Unary(UnaryExpr { op: op!("delete"), arg, span }) => self.deleted(arg, *span),
            Expr::PrivateName(name) => self.bare_private_name(name),
            Expr::Object(object) => self.object(object),
            Expr::Arrow(arrow) if arrow.is_async => self.async_on_one_line(arrow.span),
            Expr::Lit(Lit::Regex(regex)) => self.regex(regex),
            _ => {}
        }
    }

    pub(in crate::scope) fn super_property(&mut self, prop: &SuperPropExpr) {
        if !self.code.super_property {
            self.report(Problem::misplaced_super_property(prop.span));
        }
    }

    /// A target that is no pattern: a name or a member, perhaps in parentheses.
    pub(in crate::scope) fn target(&mut self, expr: &Expr) {
        match expr.unwrap_parens() {
            Expr::Ident(_) | Expr::Member(_) | Expr::SuperProp(_) => {}
            other => self.report(Problem::invalid_target(other.span())),
        }
    }

    pub(in crate::scope) fn simple_target(&mut self, target: &SimpleAssignTarget) {
        match target {
            SimpleAssignTarget::Paren(paren) => self.target(&paren.expr),
            SimpleAssignTarget::Invalid(invalid) => self.report(Problem::invalid_target(invalid.span)),
            _ => {}
        }
    }

    /// The rest of an object: no pattern.
    pub(in crate::scope) fn object_rest(&mut self, pat: &Pat) {
        if !matches!(pat, Pat::Ident(_) | Pat::Expr(_)) {
            self.report(Problem::invalid_target(pat.span()));
        }
    }

    fn object(&mut self, object: &ObjectLit) {
        let mut first: Option<Span> = None;
        for prop in object.props.iter().filter_map(PropOrSpread::as_prop) {
            match &**prop {
                Prop::KeyValue(pair) if is_key(&pair.key, "__proto__") => {
                    let span = pair.key.span();
                    match first {
                        Some(first) => self.report(Problem::duplicate_prototype(span, first)),
                        None => first = Some(span),
                    }
                }
                // Valid in a pattern only, which the parser did not find this to be.
                Prop::Assign(prop) => self.report(Problem::shorthand_initializer(prop.span)),
                Prop::Method(method) if method.function.is_async => {
                    self.async_on_one_line(method.function.span.with_hi(method.key.span().lo));
                }
                _ => {}
            }
        }
    }

    /// No line may end after `async`.
    fn async_on_one_line(&mut self, span: Span) {
        let text = self.text.of(span);
        let Some(rest) = text.strip_prefix("async") else { return };
        let gap = rest.trim_start_matches(|char: char| char.is_whitespace() || matches!(char, '\u{2028}' | '\u{2029}'));
        if rest[..rest.len() - gap.len()].contains(LINE_TERMINATORS) {
            self.report(Problem::line_break_after_async(span.with_hi(span.lo + swc_common::BytePos(5))));
        }
    }

    pub(in crate::scope) fn class(&mut self, class: &Class) {
        let mut constructor: Option<Span> = None;
        for member in &class.body {
            match member {
                ClassMember::Constructor(member) => match constructor {
                    Some(first) => self.report(Problem::duplicate_constructor(member.key.span(), first)),
                    None => constructor = Some(member.key.span()),
                },
                ClassMember::Method(method) if method.is_static && is_key(&method.key, "prototype") => {
                    self.report(Problem::static_prototype(method.key.span()));
                }
                ClassMember::Method(method) if !method.is_static && is_key(&method.key, "constructor") => {
                    self.report(Problem::special_constructor(method.key.span()));
                }
                ClassMember::PrivateMethod(method) if &*method.key.name == "constructor" => {
                    self.report(Problem::private_constructor(method.key.span));
                }
                ClassMember::ClassProp(field) if field.is_static && is_key(&field.key, "prototype") => {
                    self.report(Problem::static_prototype(field.key.span()));
                }
                _ => {}
            }
        }
    }

    /// A Use Strict Directive needs parameters that are plain names.
    pub(in crate::scope) fn strict_directive(&mut self, directive: Span) {
        self.report(Problem::late_strict_directive(directive));
    }
}

fn is_name(expr: &Expr) -> bool {
    expr.unwrap_parens().is_ident()
}

/// Whether a property key that is not computed is `name`.
fn is_key(key: &PropName, name: &str) -> bool {
    match key {
        PropName::Ident(ident) => &*ident.sym == name,
        PropName::Str(string) => string.value.as_str() == Some(name),
        _ => false,
    }
}

/// `import(x)`, `import(x).y` or `import(x)[y]()`, in no parentheses.
fn is_import_call(callee: &Expr) -> bool {
    match callee {
        Expr::Call(call) => match &call.callee {
            Callee::Import(_) => true,
            Callee::Expr(callee) => is_import_call(callee),
            Callee::Super(_) => false,
        },
        Expr::Member(member) => is_import_call(&member.obj),
        _ => false,
    }
}
