//! Arrays that the file makes and shows to nobody.
//!
//! ```js
//! const list = []; list.push(1); for (const x of list) f(x, ...list);
//! // nobody but this code can have the array
//! ```
//!
//! A constant that is declared with an array literal holds a true array. As long as the file does nothing with it but
//! what is listed here, nobody can give that array an iterator or a prototype of its own: it is read by index, read or
//! cut by `length`, asked for a method that hands it to no callback, walked, spread, or taken apart by a declaration.
//! Anything else shows it, such as to pass it on, to return it, or to export it.
//!
//! The easy one to miss: to call `list.m()` or `` list[0]`…` `` gives the function the array as its `this`. Other scripts
//! of a page, which see the constants of this one, are not thought of.

use swc_ecma_ast::*;
use swc_ecma_visit::VisitMutWith;

use super::{
    BindingKind, Facts, Symbol,
    bindings::{Declared, names_of_var_decl},
    is_in_tdz,
    walk::Walk,
};

/// The methods that neither return the array, nor hand it to a callback, nor leave holes in it.
const KEEPING: &[&str] =
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
    pub(super) fn of(init: &Expr) -> Self {
        match init {
            Expr::Array(array) if array.elems.iter().all(Option::is_some) => Self::Dense,
            Expr::Array(_) => Self::WithHoles,
            _ => Self::Unknown,
        }
    }
}

impl Facts {
    /// What is known of the array that an expression, not lowered yet, gives.
    pub(crate) fn kept_array(&self, expr: &Expr) -> ArrayFact {
        match expr {
            Expr::Ident(name) if !is_in_tdz(name) => self.symbol(name).map_or(ArrayFact::Unknown, |symbol| {
                if self.functions[symbol.function as usize].has_eval { ArrayFact::Unknown } else { symbol.kept_array() }
            }),
            Expr::Paren(paren) => self.kept_array(&paren.expr),
            other => ArrayFact::of(other),
        }
    }
}

impl Facts {
    /// Whether a name, not lowered yet, is that of a rest for which an arguments object would do: it is only read by
    /// index and by `length`, and handed on by spread.
    pub(crate) fn is_like_arguments(&self, rest: &Ident) -> bool {
        self.symbol(rest).is_some_and(|symbol| {
            symbol.is_rest
                && !symbol.is_more_than_arguments
                && !symbol.reassigned
                && !self.functions[symbol.function as usize].has_eval
        })
    }
}

impl Symbol {
    fn kept_array(&self) -> ArrayFact {
        match self.array {
            _ if self.kind != BindingKind::Const || self.is_shown => ArrayFact::Unknown,
            ArrayFact::Dense if self.may_get_holes => ArrayFact::WithHoles,
            known => known,
        }
    }
}

impl Walk<'_> {
    /// Walks an expression in a place where an arguments object does for an array.
    pub(super) fn keep_arguments(&mut self, expr: &mut Expr) {
        let Expr::Ident(name) = &*expr else { return self.keep(expr) };
        let id = self.env.lookup(&name.sym) as usize;
        let was_more = self.env.symbols[id].is_more_than_arguments;
        self.keep(expr);
        self.env.symbols[id].is_more_than_arguments = was_more;
    }

    /// Walks an expression in a place that does not show what it holds.
    pub(super) fn keep(&mut self, expr: &mut Expr) {
        let Expr::Ident(name) = &*expr else { return expr.visit_mut_with(self) };
        let id = self.env.lookup(&name.sym) as usize;
        let was_shown = self.env.symbols[id].is_shown;
        expr.visit_mut_with(self);
        self.env.symbols[id].is_shown = was_shown;
    }

    /// `list.length`, `list[i]`
    pub(super) fn member(&mut self, member: &mut MemberExpr) {
        match &member.prop {
            MemberProp::Ident(name) if &*name.sym == "length" => self.keep_arguments(&mut member.obj),
            // A name may be `callee`.
            MemberProp::Computed(key) if is_number(&key.expr) => self.keep_arguments(&mut member.obj),
            MemberProp::Computed(_) => self.keep(&mut member.obj),
            _ => member.obj.visit_mut_with(self),
        }
        member.prop.visit_mut_with(self);
    }

    /// `list.push(x)`; what else is called on it is given the array. A call with a spread asks the function for `apply`.
    pub(super) fn callee(&mut self, callee: &mut Callee, has_spread: bool) {
        let Callee::Expr(callee) = callee else { return callee.visit_mut_with(self) };
        match &mut **callee {
            Expr::Member(MemberExpr { obj, prop: MemberProp::Ident(name), .. }) if KEEPING.contains(&&*name.sym) => {
                self.keep(obj);
                name.visit_mut_with(self);
            }
            function => self.called(function, !has_spread),
        }
    }

    /// Notes that a function gets its object as `this`.
    pub(super) fn show_receiver(&mut self, function: &Expr) {
        if let Expr::Member(MemberExpr { obj, .. }) = function.unwrap_parens()
            && let Expr::Ident(name) = obj.unwrap_parens()
        {
            let id = self.env.lookup(&name.sym);
            let symbol = &mut self.env.symbols[id as usize];
            symbol.is_shown = true;
            symbol.is_more_than_arguments = true;
        }
    }

    /// Notes what the rest of a pattern is bound to.
    pub(super) fn hold_rest(&mut self, target: &Pat) {
        if let Pat::Ident(name) = target {
            let id = self.env.lookup(&name.id.sym);
            self.env.symbols[id as usize].is_rest = true;
        }
    }

    /// Walks arguments. If all of them are one spread, an arguments object does as well.
    pub(super) fn arguments(&mut self, args: &mut [ExprOrSpread]) {
        match args {
            [ExprOrSpread { spread: Some(_), expr }] => self.keep_arguments(expr),
            args => args.iter_mut().for_each(|arg| arg.visit_mut_with(self)),
        }
    }

    /// Notes that other modules see what a declaration declares.
    pub(super) fn show_declared(&mut self, decl: &Decl) {
        let mut show = |declared: Declared<'_>| {
            let id = self.env.lookup(declared.name);
            let symbol = &mut self.env.symbols[id as usize];
            symbol.is_shown = true;
            symbol.is_taken = true;
        };
        match decl {
            Decl::Var(decl) => names_of_var_decl(decl, &mut show),
            Decl::Fn(function) => show(Declared::new(&function.ident, BindingKind::Function)),
            _ => {}
        }
    }

    /// Notes that a member is assigned or deleted: `list[i] = x`, `list.length = n`. A key that is no number may be
    /// that of an iterator.
    pub(super) fn note_written(&mut self, target: &Expr) {
        if let Expr::Member(member) = target.unwrap_parens() {
            self.written_member(member);
        }
    }

    pub(super) fn written_member(&mut self, MemberExpr { obj, prop, .. }: &MemberExpr) {
        let Expr::Ident(name) = &**obj else { return };
        let id = self.env.lookup(&name.sym);
        let symbol = &mut self.env.symbols[id as usize];
        symbol.may_get_holes = true;
        symbol.is_more_than_arguments = true;
        symbol.is_shown |= matches!(prop, MemberProp::Computed(key) if !is_number(&key.expr));
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
