//! What is known of values without running anything.
//!
//! ```js
//! const sep = "/"; let n = 0; n++; n += x;
//! // sep is a string, n is a primitive value
//! ```
//!
//! A binding has the type that all the values given to it have in common. A variable is `undefined` before it gets one,
//! and a parameter may be anything. Of the variables of a script, only constants can be known: other scripts may assign.

use swc_ecma_ast::*;

use super::{BindingKind, Facts};

/// What is known of a value. The lesser type is that of one of two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ValueType {
    Unknown,
    /// A primitive value, but no symbol.
    Primitive,
    String,
}

impl ValueType {
    /// The type of `expr`, where names mean nothing yet.
    pub(super) fn by_form(expr: &Expr) -> Self {
        of(expr, &|_| Self::Unknown)
    }

    /// The type of what `x op= right` gives `x`.
    pub(super) fn of_assignment(op: AssignOp, right: &Expr) -> Self {
        match op {
            op!("=") | op!("&&=") | op!("||=") | op!("??=") => Self::by_form(right),
            _ => Self::Primitive,
        }
    }

    /// What a binding of this kind holds in the beginning.
    pub(super) fn of_kind(kind: BindingKind) -> Self {
        match kind {
            BindingKind::Var => Self::Primitive,
            BindingKind::Let | BindingKind::Const => Self::String,
            _ => Self::Unknown,
        }
    }
}

impl Facts {
    /// The type of an expression that is not lowered yet.
    pub(crate) fn value_type(&self, expr: &Expr) -> ValueType {
        of(expr, &|name| self.type_of_name(name))
    }

    fn type_of_name(&self, name: &Ident) -> ValueType {
        let Some(symbol) = self.symbol(name) else { return ValueType::Unknown };
        let is_foreign = symbol.function == 0 && symbol.kind != BindingKind::Const;
        if is_foreign || self.functions[symbol.function as usize].has_eval {
            return ValueType::Unknown;
        }
        symbol.value
    }
}

fn of(expr: &Expr, type_of_name: &impl Fn(&Ident) -> ValueType) -> ValueType {
    match expr {
        Expr::Lit(Lit::Str(_)) | Expr::Tpl(_) | Expr::Unary(UnaryExpr { op: op!("typeof"), .. }) => ValueType::String,
        Expr::Lit(Lit::Num(_) | Lit::Bool(_) | Lit::Null(_)) | Expr::Unary(_) | Expr::Update(_) => ValueType::Primitive,
        Expr::Ident(name) => type_of_name(name),
        Expr::Paren(paren) => of(&paren.expr, type_of_name),
        Expr::Cond(cond) => of(&cond.cons, type_of_name).min(of(&cond.alt, type_of_name)),
        Expr::Bin(bin) => match bin.op {
            op!("||") | op!("&&") | op!("??") => of(&bin.left, type_of_name).min(of(&bin.right, type_of_name)),
            op!(bin, "+") => of(&bin.right, type_of_name).max(of(&bin.left, type_of_name)).max(ValueType::Primitive),
            _ => ValueType::Primitive,
        },
        _ => ValueType::Unknown,
    }
}
