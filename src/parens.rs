//! Parentheses. The generator writes none of its own, and no other file knows of them: each piece of the program is
//! enclosed as a whole right before it is printed.
//!
//! ```js
//! a * HOLE      HOLE = b + c       a * (b + c)
//! new HOLE()    HOLE = f()         new (f())()
//! HOLE;         HOLE = {}.x        ({}).x;
//! ```
//!
//! The parser keeps the parentheses of the source as `Expr::Paren`; they are never taken away here. They matter
//! beyond grouping: `("use strict");` is no directive, and `(f) = function() {};` gives the function no name.
//! What is easy to miss:
//! - `new a().b()` ends the callee of `new` at the first `(`, however deep it stands on the left;
//! - `-1` as a literal is an operator and its operand once it is printed;
//! - an expression statement, the body of an arrow, a default export and the head of a loop each forbid other
//!   first tokens, and the first token may be the start of a long chain: `function() {}.call(x).y;`
//! - inside the head of a `for`, an `in` outside of any bracket ends the head.
//!
//! Patterns are left alone: none reaches the output.

#[cfg(test)]
mod tests;

use std::mem;

use swc_common::{DUMMY_SP, EqIgnoreSpan, Spanned};
use swc_ecma_ast::{
    ArrowFunctionBody, AssignTarget, AssignTargetPat, BinaryOp, BlockStmt, Callee, Decl, Expr, ExprOrSpread, ForHead,
    Ident, Lit, ModuleDecl, ObjectLit, OptChainBase, ParenExpr, Pat, Program, Prop, PropName, PropOrSpread,
    SimpleAssignTarget, Stmt, VarDecl, VarDeclOrExpr, VarDeclarator,
};
use swc_ecma_visit::{VisitMut, VisitMutWith, noop_visit_mut_type};

use crate::positions::Positions;

/// Encloses every operand of a program that needs it, but for those inside of the statements and the initial values that
/// begin at `skippable`: they came from the parser as they are. Afterwards the generator prints the tree that was built.
pub(crate) fn enclose_program(program: &mut Program, skippable: &Positions) {
    program.visit_mut_with(&mut Enclose { skippable });
    debug_assert!(is_enclosed(program), "something else than the source stands at a skippable position");
}

/// Whether no operand anywhere lacks parentheses that it needs.
fn is_enclosed(program: &Program) -> bool {
    let mut enclosed = program.clone();
    enclosed.visit_mut_with(&mut Enclose { skippable: &Positions::default() });
    enclosed.eq_ignore_span(program)
}

/// Each node encloses its own operands, on the way up: what is in them is enclosed already.
struct Enclose<'a> {
    skippable: &'a Positions,
}

impl VisitMut for Enclose<'_> {
    noop_visit_mut_type!();

    #[inline]
    fn visit_mut_expr(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Ident(_) | Expr::Lit(_) | Expr::This(_) => return,
            _ => expr.visit_mut_children_with(self),
        }
        enclose_operands(expr);
    }

    fn visit_mut_stmt(&mut self, stmt: &mut Stmt) {
        if !self.skippable.contains(stmt.span_lo()) {
            stmt.visit_mut_children_with(self);
        }
        enclose_statement(stmt);
    }

    fn visit_mut_var_declarator(&mut self, variable: &mut VarDeclarator) {
        if !self.skippable.contains(variable.span.lo) {
            variable.visit_mut_children_with(self);
        }
    }

    fn visit_mut_module_decl(&mut self, decl: &mut ModuleDecl) {
        decl.visit_mut_children_with(self);
        enclose_module_declaration(decl);
    }
}

/// What stands around an expression. A place that takes any expression (`x[…]`, `return …`, `if (…)`, `${…}`)
/// needs no name: nothing is enclosed there.
#[derive(Debug, Clone, Copy)]
enum Place {
    /// `….p`, `…[p]`, `…()` or a template's tag.
    Head,
    /// `…?.p`, and what follows in the same optional chain.
    ChainHead,
    /// `new …`; whether a list of arguments follows.
    NewCallee { arguments: bool },
    /// `class extends …`.
    Heritage,
    /// The operand of `++` or `--`.
    Update,
    /// The operand of a unary operator or of `await`.
    Unary,
    /// The left operand of a binary operator.
    Left(BinaryOp),
    /// The right operand of a binary operator.
    Right(BinaryOp),
    /// `… ? a : b`.
    Test,
    /// Where the grammar takes an AssignmentExpression: an argument, an element, an initializer, the right side
    /// of an assignment, a branch of a conditional, a computed key, one item of a sequence.
    Element,
    /// `x => …`.
    ArrowBody,
    /// `…;`.
    Statement,
    /// `export default …;`.
    DefaultExport,
    /// `for (…;;)`, or an initializer in that place: no bare `in`.
    ForInit,
}

/// Encloses `expr`, or the part of it that the place does not take, in parentheses if it needs them.
#[inline]
fn enclose(expr: &mut Expr, place: Place) {
    let alone = match place {
        Place::Head => {
            take_annotation(expr);
            level(expr) < Level::Call
        }
        Place::ChainHead => level(expr) < Level::Chain,
        Place::NewCallee { arguments } => ends_new(expr, arguments),
        Place::Heritage | Place::Update => level(expr) < Level::New,
        Place::Unary => level(expr) < Level::Unary,
        Place::Left(op) => level(expr) < lowest_left(op) || mixes_coalescing(op, expr),
        Place::Right(op) => level(expr) < lowest_right(op) || mixes_coalescing(op, expr),
        Place::Test => level(expr) <= Level::Conditional,
        Place::Element | Place::ArrowBody | Place::DefaultExport => level(expr) == Level::Sequence,
        Place::Statement | Place::ForInit => false,
    };
    if alone {
        return wrap(expr);
    }
    match place {
        Place::ArrowBody => enclose_first(expr, |first| first == First::Brace),
        Place::DefaultExport => enclose_first(expr, |first| matches!(first, First::Function | First::Class)),
        Place::Statement => enclose_first(expr, |first| first != First::Other),
        Place::ForInit => {
            enclose_first(expr, |first| first == First::LetBracket);
            enclose_bare_in(expr);
        }
        _ => {}
    }
}

/// Encloses the operands of one expression that need it.
#[inline]
fn enclose_operands(expr: &mut Expr) {
    match expr {
        Expr::Member(member) => enclose(&mut member.obj, Place::Head),
        Expr::Call(call) => {
            if let Callee::Expr(callee) = &mut call.callee {
                enclose(callee, Place::Head);
            }
            enclose_elements(&mut call.args);
        }
        Expr::New(new) => {
            enclose(&mut new.callee, Place::NewCallee { arguments: new.args.is_some() });
            enclose_elements(new.args.iter_mut().flatten());
        }
        Expr::TaggedTpl(tagged) => enclose(&mut tagged.tag, Place::Head),
        Expr::OptChain(chain) => match &mut *chain.base {
            OptChainBase::Member(member) => enclose(&mut member.obj, Place::ChainHead),
            OptChainBase::Call(call) => {
                enclose(&mut call.callee, Place::ChainHead);
                enclose_elements(&mut call.args);
            }
        },
        Expr::Unary(unary) => enclose(&mut unary.arg, Place::Unary),
        Expr::Await(wait) => enclose(&mut wait.arg, Place::Unary),
        Expr::Update(update) => enclose(&mut update.arg, Place::Update),
        Expr::Bin(binary) => {
            enclose(&mut binary.left, Place::Left(binary.op));
            enclose(&mut binary.right, Place::Right(binary.op));
        }
        Expr::Cond(cond) => {
            enclose(&mut cond.test, Place::Test);
            enclose(&mut cond.cons, Place::Element);
            enclose(&mut cond.alt, Place::Element);
        }
        Expr::Assign(assign) => {
            if let AssignTarget::Simple(SimpleAssignTarget::Member(member)) = &mut assign.left {
                enclose(&mut member.obj, Place::Head);
            }
            enclose(&mut assign.right, Place::Element);
        }
        Expr::Seq(sequence) => sequence.exprs.iter_mut().for_each(|item| enclose(item, Place::Element)),
        Expr::Array(array) => enclose_elements(array.elems.iter_mut().flatten()),
        Expr::Object(object) => enclose_properties(object),
        Expr::Yield(generated) => generated.arg.iter_mut().for_each(|arg| enclose(arg, Place::Element)),
        Expr::Arrow(arrow) => {
            if let ArrowFunctionBody::Expr(body) = &mut *arrow.body {
                enclose(body, Place::ArrowBody);
            }
        }
        Expr::Class(class) => class.class.super_class.iter_mut().for_each(|parent| enclose(parent, Place::Heritage)),
        _ => {}
    }
}

/// Encloses what one statement needs enclosed: its own expressions, and an `if` that would catch its `else`.
fn enclose_statement(stmt: &mut Stmt) {
    match stmt {
        Stmt::Expr(stmt) => enclose(&mut stmt.expr, Place::Statement),
        Stmt::Decl(decl) => enclose_declaration(decl),
        Stmt::If(stmt) if stmt.alt.is_some() && ends_in_open_if(&stmt.cons) => brace(&mut stmt.cons),
        Stmt::For(stmt) => match &mut stmt.init {
            Some(VarDeclOrExpr::Expr(init)) => enclose(init, Place::ForInit),
            Some(VarDeclOrExpr::VarDecl(init)) => enclose_for_variables(init),
            None => {}
        },
        Stmt::ForIn(stmt) => match &mut stmt.left {
            ForHead::VarDecl(variables) => enclose_for_variables(variables),
            ForHead::Pat(target) => {
                if let Pat::Expr(target) = &mut **target {
                    enclose(target, Place::ForInit);
                }
            }
            ForHead::UsingDecl(_) => {}
        },
        Stmt::ForOf(stmt) => {
            if let ForHead::Pat(target) = &mut stmt.left {
                enclose_for_of_target(target, stmt.is_await);
            }
            enclose(&mut stmt.right, Place::Element);
        }
        _ => {}
    }
}

/// Encloses what one export needs enclosed.
fn enclose_module_declaration(decl: &mut ModuleDecl) {
    match decl {
        ModuleDecl::ExportDefaultExpr(export) => enclose(&mut export.expr, Place::DefaultExport),
        ModuleDecl::ExportDecl(export) => enclose_declaration(&mut export.decl),
        _ => {}
    }
}

fn enclose_declaration(decl: &mut Decl) {
    match decl {
        Decl::Var(variables) => enclose_variables(variables),
        Decl::Class(class) => class.class.super_class.iter_mut().for_each(|parent| enclose(parent, Place::Heritage)),
        _ => {}
    }
}

fn enclose_variables(variables: &mut VarDecl) {
    for init in variables.decls.iter_mut().flat_map(|variable| &mut variable.init) {
        enclose(init, Place::Element);
    }
}

fn enclose_for_variables(variables: &mut VarDecl) {
    enclose_variables(variables);
    for init in variables.decls.iter_mut().flat_map(|variable| &mut variable.init) {
        enclose_bare_in(init);
    }
}

fn enclose_elements<'a>(elements: impl IntoIterator<Item = &'a mut ExprOrSpread>) {
    for element in elements {
        enclose(&mut element.expr, Place::Element);
    }
}

fn enclose_properties(object: &mut ObjectLit) {
    for property in &mut object.props {
        let property = match property {
            PropOrSpread::Spread(spread) => {
                enclose(&mut spread.expr, Place::Element);
                continue;
            }
            PropOrSpread::Prop(property) => &mut **property,
        };
        let key = match property {
            Prop::KeyValue(pair) => {
                enclose(&mut pair.value, Place::Element);
                &mut pair.key
            }
            Prop::Getter(getter) => &mut getter.key,
            Prop::Setter(setter) => &mut setter.key,
            Prop::Method(method) => &mut method.key,
            Prop::Shorthand(_) | Prop::Assign(_) => continue,
        };
        if let PropName::Computed(key) = key {
            enclose(&mut key.expr, Place::Element);
        }
    }
}

/// `for (let of x)`, `for (let.x of y)` and `for (async of x)` are none; `for await (async of x)` is one.
fn enclose_for_of_target(target: &mut Pat, is_await: bool) {
    match target {
        Pat::Ident(name) if name.sym == "let" || (name.sym == "async" && !is_await) => {
            let mut name = Expr::Ident(Ident::from(mem::take(name)));
            wrap(&mut name);
            *target = Pat::Expr(Box::new(name));
        }
        Pat::Expr(target) => {
            let at_start = target.unwrap_mut_with(left);
            if at_start.is_ident_ref_to("let") {
                wrap(at_start);
            }
        }
        _ => {}
    }
}

/// Takes `/*#__PURE__*/` from a call that begins another one: minifiers would say it of both, and drop what
/// `/*#__PURE__*/ f()()` does.
#[inline]
fn take_annotation(expr: &mut Expr) {
    if let Expr::Call(call) = expr
        && call.span.lo.is_pure()
    {
        call.span = DUMMY_SP;
    }
}

/// The parentheses themselves. They carry the span of what they enclose, so that its comments come out, once,
/// and its place in the source map stays; `/*#__PURE__*/` is a span too, and it would come out twice.
#[cold]
fn wrap(expr: &mut Expr) {
    let span = expr.span();
    let span = if span.is_pure() { DUMMY_SP } else { span };
    let inside = Box::new(mem::take(expr));
    *expr = Expr::Paren(ParenExpr { span, expr: inside });
}

fn brace(stmt: &mut Stmt) {
    let span = stmt.span();
    let inside = mem::take(stmt);
    *stmt = Stmt::Block(BlockStmt { span, stmts: vec![inside], ..BlockStmt::default() });
}

/// Whether an `else` that follows `stmt` would belong to an `if` inside of it.
fn ends_in_open_if(mut stmt: &Stmt) -> bool {
    loop {
        stmt = match stmt {
            Stmt::If(inner) => match &inner.alt {
                Some(alt) => alt,
                None => return true,
            },
            Stmt::For(inner) => &inner.body,
            Stmt::ForIn(inner) => &inner.body,
            Stmt::ForOf(inner) => &inner.body,
            Stmt::While(inner) => &inner.body,
            Stmt::With(inner) => &inner.body,
            Stmt::Labeled(inner) => &inner.body,
            _ => return false,
        };
    }
}

/// How tightly the grammar holds an expression together, loosest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Sequence,
    /// Also arrows and `yield`.
    Assignment,
    Conditional,
    /// From `??` and `||` (1) to `**` (11).
    Binary(u8),
    /// Also `await`.
    Unary,
    Update,
    /// `new` without arguments.
    New,
    /// An optional chain.
    Chain,
    Call,
    /// Literals, names, members, `new` with arguments, functions, and whatever has parentheses already.
    Primary,
}

#[inline]
fn level(expr: &Expr) -> Level {
    match expr {
        Expr::Seq(_) => Level::Sequence,
        Expr::Assign(_) | Expr::Arrow(_) | Expr::Yield(_) => Level::Assignment,
        Expr::Cond(_) => Level::Conditional,
        Expr::Bin(binary) => Level::Binary(binary.op.precedence()),
        Expr::Unary(_) | Expr::Await(_) => Level::Unary,
        Expr::Lit(Lit::Num(number)) if number.value.is_sign_negative() => Level::Unary,
        Expr::Update(_) => Level::Update,
        Expr::New(new) if new.args.is_none() => Level::New,
        Expr::OptChain(_) => Level::Chain,
        Expr::Call(_) => Level::Call,
        _ => Level::Primary,
    }
}

/// The loosest left operand: `a - b - c` goes on to the left; `-a ** b` and `await a ** b` are none.
fn lowest_left(op: BinaryOp) -> Level {
    match op {
        BinaryOp::Exp => Level::Update,
        _ => Level::Binary(op.precedence()),
    }
}

/// The loosest right operand: `a ** b ** c` goes on to the right.
fn lowest_right(op: BinaryOp) -> Level {
    match op {
        BinaryOp::Exp => Level::Binary(op.precedence()),
        _ => Level::Binary(op.precedence() + 1),
    }
}

/// `??` stands next to `||` or `&&` only with parentheses, whichever of them is inside.
fn mixes_coalescing(op: BinaryOp, operand: &Expr) -> bool {
    let logical = |op| matches!(op, BinaryOp::LogicalOr | BinaryOp::LogicalAnd);
    match operand {
        Expr::Bin(inner) if op == BinaryOp::NullishCoalescing => logical(inner.op),
        Expr::Bin(inner) => inner.op == BinaryOp::NullishCoalescing && logical(op),
        _ => false,
    }
}

/// Whether `callee` would give away the arguments of `new` to a call of its own, or take them for a `new` of its own.
fn ends_new(callee: &Expr, arguments: bool) -> bool {
    match callee {
        Expr::New(inner) if inner.args.is_none() => arguments,
        _ => {
            let head = callee.unwrap_with(|expr| match expr {
                Expr::Member(member) => Some(&member.obj),
                Expr::TaggedTpl(tagged) => Some(&tagged.tag),
                _ => None,
            });
            level(head) < Level::Primary
        }
    }
}

/// The first token of an expression, as far as a place may forbid it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum First {
    Function,
    Class,
    /// `{`.
    Brace,
    /// `let [`.
    LetBracket,
    Other,
}

/// Encloses the leftmost part of `expr` if the place forbids that it comes first.
#[inline]
fn enclose_first(expr: &mut Expr, forbidden: impl Fn(First) -> bool) {
    let mut bracket_follows = false;
    let leftmost = expr.unwrap_mut_with(|expr| {
        let indexed = is_indexed(expr);
        let next = left(expr)?;
        bracket_follows = indexed;
        Some(next)
    });
    if forbidden(first(leftmost, bracket_follows)) {
        wrap(leftmost);
    }
}

fn first(leftmost: &Expr, bracket_follows: bool) -> First {
    match leftmost {
        Expr::Fn(_) => First::Function,
        Expr::Class(_) => First::Class,
        Expr::Object(_) => First::Brace,
        Expr::Assign(assign) if matches!(assign.left, AssignTarget::Pat(AssignTargetPat::Object(_))) => First::Brace,
        Expr::Ident(name) if bracket_follows && name.sym == "let" => First::LetBracket,
        _ => First::Other,
    }
}

/// Whether a `[` follows what the expression begins with.
fn is_indexed(expr: &Expr) -> bool {
    match expr {
        Expr::Member(member) => member.prop.is_computed(),
        Expr::Assign(assign) => match &assign.left {
            AssignTarget::Simple(SimpleAssignTarget::Member(member)) => member.prop.is_computed(),
            _ => false,
        },
        _ => false,
    }
}

/// The operand that an expression begins with.
fn left(expr: &mut Expr) -> Option<&mut Expr> {
    match expr {
        Expr::Member(member) => Some(&mut member.obj),
        Expr::Call(call) => match &mut call.callee {
            Callee::Expr(callee) => Some(callee),
            Callee::Super(_) | Callee::Import(_) => None,
        },
        Expr::TaggedTpl(tagged) => Some(&mut tagged.tag),
        Expr::OptChain(chain) => match &mut *chain.base {
            OptChainBase::Member(member) => Some(&mut member.obj),
            OptChainBase::Call(call) => Some(&mut call.callee),
        },
        Expr::Update(update) if !update.prefix => Some(&mut update.arg),
        Expr::Bin(binary) => Some(&mut binary.left),
        Expr::Cond(cond) => Some(&mut cond.test),
        Expr::Assign(assign) => match &mut assign.left {
            AssignTarget::Simple(SimpleAssignTarget::Member(member)) => Some(&mut member.obj),
            _ => None,
        },
        Expr::Seq(sequence) => sequence.exprs.first_mut().map(|item| &mut **item),
        _ => None,
    }
}

/// Encloses every `in` that stands outside of brackets. What has brackets of its own, also the middle of a
/// conditional, may hold one.
fn enclose_bare_in(expr: &mut Expr) {
    let mut open = vec![expr];
    while let Some(expr) = open.pop() {
        match expr {
            Expr::Bin(binary) if binary.op == BinaryOp::In => wrap(expr),
            Expr::Bin(binary) => open.extend([&mut *binary.left, &mut *binary.right]),
            Expr::Cond(cond) => open.extend([&mut *cond.test, &mut *cond.alt]),
            Expr::Assign(assign) => open.push(&mut assign.right),
            Expr::Seq(sequence) => open.extend(sequence.exprs.iter_mut().map(|item| &mut **item)),
            Expr::Unary(unary) => open.push(&mut unary.arg),
            Expr::Await(wait) => open.push(&mut wait.arg),
            Expr::Yield(generated) => open.extend(generated.arg.as_deref_mut()),
            Expr::Arrow(arrow) => {
                if let ArrowFunctionBody::Expr(body) = &mut *arrow.body {
                    open.push(body);
                }
            }
            _ => {}
        }
    }
}
