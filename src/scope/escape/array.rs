//! Arrays that do not escape.
//!
//! ```js
//! const list = []; list.push(1); for (const x of list) f(x, ...list);
//! // nobody but this code can have the array
//! ```
//!
//! A constant that is declared with an array literal holds a true array. As long as the file does nothing with it but
//! what is listed here, nobody can give that array an iterator or a prototype of its own: it is read by index, read or
//! cut by `length`, asked for a method that hands it to no callback, walked, spread, or taken apart by a declaration.
//! Whatever else is done with it lets it escape, such as to pass it on, to return it, or to export it.
//!
//! The easy one to miss: to call `list.m()` or `` list[0]`…` `` gives the function the array as its `this`.

use swc_ecma_ast::*;
use swc_ecma_visit::VisitMutWith;

use super::{
    super::{
        BindingKind, Facts, Symbol,
        bindings::{Declared, names_of_var_decl},
        is_in_tdz,
        walk::Walk,
    },
    Use,
};

/// The methods that neither return the array, nor hand it to a callback, nor leave holes in it.
const CONTAINING: &[&str] =
    &["concat", "indexOf", "join", "lastIndexOf", "pop", "push", "shift", "slice", "splice", "unshift"];

/// What a binding is known to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum ArrayFact {
    #[default]
    Unknown,
    /// An array that may have holes.
    WithHoles,
    /// An array that has none.
    Dense,
}

impl ArrayFact {
    /// What an initialiser makes.
    pub(in crate::scope) fn of(init: &Expr) -> Self {
        match init {
            Expr::Array(array) if array.elems.iter().all(Option::is_some) => Self::Dense,
            Expr::Array(_) => Self::WithHoles,
            _ => Self::Unknown,
        }
    }
}

impl Facts {
    /// What is known of the array that an expression, not lowered yet, gives.
    pub(crate) fn unescaped_array(&self, expr: &Expr) -> ArrayFact {
        match expr {
            Expr::Ident(name) if !is_in_tdz(name) => self.symbol(name).map_or(ArrayFact::Unknown, |symbol| {
                if self.functions[symbol.function as usize].has_eval {
                    ArrayFact::Unknown
                } else {
                    symbol.unescaped_array()
                }
            }),
            Expr::Paren(paren) => self.unescaped_array(&paren.expr),
            other => ArrayFact::of(other),
        }
    }
}

impl Facts {
    /// Whether a name, not lowered yet, is that of a rest for which an arguments object would do: it is only read by
    /// index and by `length`, and handed on by spread.
    pub(crate) fn is_like_arguments(&self, rest: &Ident) -> bool {
        self.symbol(rest).is_some_and(|symbol| {
            symbol.escape.is_rest
                && !symbol.escape.is_more_than_arguments
                && !symbol.writes.reassigned
                && !self.functions[symbol.function as usize].has_eval
        })
    }

    /// Whether such a rest may begin after other parameters: of its elements, those are read whose places the file shows.
    pub(crate) fn is_read_at_positions(&self, rest: &Ident) -> bool {
        self.is_like_arguments(rest) && self.symbol(rest).is_some_and(|symbol| !symbol.escape.is_more_than_positions)
    }
}

impl Symbol {
    fn unescaped_array(&self) -> ArrayFact {
        match self.escape.array {
            _ if self.kind != BindingKind::Const || self.escape.escapes => ArrayFact::Unknown,
            ArrayFact::Dense if self.escape.may_get_holes => ArrayFact::WithHoles,
            known => known,
        }
    }
}

impl Walk<'_> {
    /// Walks an expression of which only the elements are read.
    pub(in crate::scope) fn elements(&mut self, expr: &mut Expr) {
        self.used(expr, Use::Elements);
    }

    fn used(&mut self, expr: &mut Expr, how: Use) {
        match expr {
            Expr::Ident(name) => self.name(name, how),
            expr => expr.visit_mut_with(self),
        }
    }

    /// `list.length`, `list[i]`
    pub(in crate::scope) fn member(&mut self, member: &mut MemberExpr) {
        match &member.prop {
            MemberProp::Ident(name) if &*name.sym == "length" => self.used(&mut member.obj, Use::Position),
            MemberProp::Computed(key) if element_index(&key.expr).is_some() => {
                self.used(&mut member.obj, Use::Position)
            }
            // A name may be `callee`.
            MemberProp::Computed(key) if is_number(&key.expr) => self.used(&mut member.obj, Use::Arguments),
            MemberProp::Computed(_) => self.elements(&mut member.obj),
            _ => member.obj.visit_mut_with(self),
        }
        member.prop.visit_mut_with(self);
    }

    /// `list.push(x)`; what else is called on it is given the array. A call with a spread asks the function for `apply`.
    pub(in crate::scope) fn callee(&mut self, callee: &mut Callee, has_spread: bool) {
        let Callee::Expr(callee) = callee else { return callee.visit_mut_with(self) };
        match &mut **callee {
            Expr::Member(MemberExpr { obj, prop: MemberProp::Ident(name), .. }) if CONTAINING.contains(&&*name.sym) => {
                self.elements(obj);
                name.visit_mut_with(self);
            }
            function => self.called(function, !has_spread),
        }
    }

    /// Notes that a function gets its object as `this`.
    pub(in crate::scope) fn receiver_escapes(&mut self, function: &Expr) {
        if let Expr::Member(MemberExpr { obj, .. }) = function.unwrap_parens()
            && let Expr::Ident(name) = obj.unwrap_parens()
        {
            let id = self.env.lookup(&name.sym);
            self.env.symbols[id as usize].escape.note(Use::Any);
        }
    }

    /// Notes that a chain asks whether a name has a value: `list?.[0]`.
    pub(in crate::scope) fn head_of_chain(&mut self, chain: &OptChainExpr) {
        if let OptChainBase::Member(MemberExpr { obj, .. }) = &*chain.base
            && let Expr::Ident(name) = obj.unwrap_parens()
        {
            let id = self.env.lookup(&name.sym);
            self.env.symbols[id as usize].escape.note(Use::Arguments);
        }
    }

    /// Notes what the rest of a pattern is bound to.
    pub(in crate::scope) fn hold_rest(&mut self, target: &Pat) {
        if let Pat::Ident(name) = target {
            let id = self.env.lookup(&name.id.sym);
            self.env.symbols[id as usize].escape.is_rest = true;
        }
    }

    /// Walks arguments. If all of them are one spread, an arguments object does as well.
    pub(in crate::scope) fn arguments(&mut self, args: &mut [ExprOrSpread]) {
        match args {
            [ExprOrSpread { spread: Some(_), expr }] => self.used(expr, Use::Arguments),
            args => args.iter_mut().for_each(|arg| arg.visit_mut_with(self)),
        }
    }

    /// Notes that other modules see what a declaration declares.
    pub(in crate::scope) fn declared_escapes(&mut self, decl: &Decl) {
        let mut escape = |declared: Declared<'_>| {
            let id = self.env.lookup(declared.name);
            self.env.symbols[id as usize].escape.note(Use::Any);
        };
        match decl {
            Decl::Var(decl) => names_of_var_decl(decl, &mut escape),
            Decl::Fn(function) => escape(Declared::new(&function.ident, BindingKind::Function)),
            _ => {}
        }
    }

    /// Notes that a member is assigned or deleted: `list[i] = x`, `list.length = n`. A key that is no number may be
    /// that of an iterator.
    pub(in crate::scope) fn note_written(&mut self, target: &Expr) {
        if let Expr::Member(member) = target.unwrap_parens() {
            self.written_member(member);
        }
    }

    pub(in crate::scope) fn written_member(&mut self, MemberExpr { obj, prop, .. }: &MemberExpr) {
        let Expr::Ident(name) = &**obj else { return };
        let id = self.env.lookup(&name.sym);
        let symbol = &mut self.env.symbols[id as usize];
        symbol.escape.may_get_holes = true;
        symbol.escape.is_more_than_arguments = true;
        symbol.escape.escapes |= matches!(prop, MemberProp::Computed(key) if !is_number(&key.expr));
    }
}

/// The index that a key is, as it is written.
pub(crate) fn element_index(key: &Expr) -> Option<u32> {
    match key {
        Expr::Lit(Lit::Num(number)) if number.value.fract() == 0.0 && (0.0..1e9).contains(&number.value) => {
            Some(number.value as u32)
        }
        _ => None,
    }
}

/// Whether an expression certainly gives a number.
fn is_number(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(Lit::Num(_)) | Expr::Update(_) => true,
        Expr::Unary(unary) => matches!(unary.op, op!(unary, "+") | op!(unary, "-") | op!("~")),
        Expr::Bin(bin) => matches!(
            bin.op,
            op!(bin, "-")
                | op!("*")
                | op!("/")
                | op!("%")
                | op!("**")
                | op!("&")
                | op!("|")
                | op!("^")
                | op!("<<")
                | op!(">>")
                | op!(">>>")
        ),
        Expr::Paren(paren) => is_number(&paren.expr),
        _ => false,
    }
}
