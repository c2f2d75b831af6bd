//! Constructors for ES5 nodes.
//!
//! Nodes hold their operands bare: [`parens`](crate::parens) encloses what needs it right before printing. Nodes that are made have no position of their own
//! (`DUMMY_SP`); what they are made of keeps its own, so source maps and comments follow it.

use swc_atoms::{Atom, Wtf8Atom};
use swc_common::{BytePos, DUMMY_SP, Span, SyntaxContext};
use swc_ecma_ast::*;

use crate::{scope::TEMP, syntax::identifier::is_es5_name};

// ---- names and literals ----

pub(crate) fn ident(name: &Atom) -> Ident {
    Ident { sym: name.clone(), ..Default::default() }
}

pub(crate) fn name(name: &Atom) -> Expr {
    Expr::Ident(ident(name))
}

/// A name that lowering has made and that keeps its value.
pub(crate) fn constant(name: &Atom) -> Expr {
    Expr::Ident(Ident { ctxt: SyntaxContext::from_u32(TEMP), ..ident(name) })
}

/// A name that is known to be global or built in.
pub(crate) fn global(name: &str) -> Expr {
    Expr::Ident(Ident { sym: name.into(), ..Default::default() })
}

pub(crate) fn num(value: f64) -> Expr {
    Expr::Lit(Lit::Num(Number { span: DUMMY_SP, value, raw: None }))
}

pub(crate) fn str(value: impl Into<Wtf8Atom>) -> Expr {
    Expr::Lit(Lit::Str(Str { span: DUMMY_SP, value: value.into(), raw: None }))
}

pub(crate) fn bool(value: bool) -> Expr {
    Expr::Lit(Lit::Bool(Bool { span: DUMMY_SP, value }))
}

pub(crate) fn null() -> Expr {
    Expr::Lit(Lit::Null(Null { span: DUMMY_SP }))
}

pub(crate) fn this() -> Expr {
    Expr::This(ThisExpr { span: DUMMY_SP })
}

/// `void 0`
pub(crate) fn undefined() -> Expr {
    Expr::Unary(UnaryExpr { span: DUMMY_SP, op: op!("void"), arg: Box::new(num(0.0)) })
}

/// `[a, b]`
pub(crate) fn array(elems: Vec<Expr>) -> Expr {
    Expr::Array(ArrayLit { span: DUMMY_SP, elems: elems.into_iter().map(|elem| Some(arg(elem))).collect() })
}

// ---- expressions ----

/// `object.property`, or `object["property"]` where ES5 can't spell it after a dot.
pub(crate) fn member(object: Expr, property: &str) -> Expr {
    if !is_es5_name(property) {
        return index(object, str(property));
    }
    let prop = MemberProp::Ident(IdentName { span: DUMMY_SP, sym: property.into() });
    Expr::Member(MemberExpr { span: DUMMY_SP, obj: Box::new(object), prop })
}

/// `object[key]`
pub(crate) fn index(object: Expr, key: Expr) -> Expr {
    let prop = MemberProp::Computed(ComputedPropName { span: DUMMY_SP, expr: Box::new(key) });
    Expr::Member(MemberExpr { span: DUMMY_SP, obj: Box::new(object), prop })
}

fn arg(expr: Expr) -> ExprOrSpread {
    ExprOrSpread { spread: None, expr: Box::new(expr) }
}

/// A new list: one that takes the place of a list of expressions would have to be cut down to its size.
fn list_of_args(exprs: impl IntoIterator<Item = Expr>) -> Vec<ExprOrSpread> {
    let exprs = exprs.into_iter();
    let mut args = Vec::with_capacity(exprs.size_hint().0);
    args.extend(exprs.map(arg));
    args
}

/// `callee(args)`
pub(crate) fn call(callee: Expr, args: impl IntoIterator<Item = Expr>) -> Expr {
    call_at(DUMMY_SP, callee, args)
}

/// `callee(args)`, standing for what was at `span`.
pub(crate) fn call_at(span: Span, callee: Expr, args: impl IntoIterator<Item = Expr>) -> Expr {
    let (callee, args) = (Callee::Expr(Box::new(callee)), list_of_args(args));
    Expr::Call(CallExpr { span, callee, args, ..Default::default() })
}

/// `object.method(args)`
pub(crate) fn call_method(object: Expr, method: &str, args: impl IntoIterator<Item = Expr>) -> Expr {
    call(member(object, method), args)
}

/// `new callee(args)`
pub(crate) fn new_at(span: Span, callee: Expr, args: impl IntoIterator<Item = Expr>) -> Expr {
    let args = Some(list_of_args(args));
    Expr::New(NewExpr { span, callee: Box::new(callee), args, ..Default::default() })
}

/// `target = value`; the target is a name or a member.
pub(crate) fn assign(target: Expr, value: Expr) -> Expr {
    assign_at(DUMMY_SP, target, value)
}

/// `target = value`, standing for what was at `span`.
pub(crate) fn assign_at(span: Span, target: Expr, value: Expr) -> Expr {
    let target = match target {
        Expr::Ident(id) => SimpleAssignTarget::Ident(BindingIdent { id, type_ann: None }),
        Expr::Member(member) => SimpleAssignTarget::Member(member),
        other => SimpleAssignTarget::Paren(ParenExpr { span: DUMMY_SP, expr: Box::new(other) }),
    };
    let left = AssignTarget::Simple(target);
    Expr::Assign(AssignExpr { span, op: op!("="), left, right: Box::new(value) })
}

pub(crate) fn binary(op: BinaryOp, left: Expr, right: Expr) -> Expr {
    Expr::Bin(BinExpr { span: DUMMY_SP, op, left: Box::new(left), right: Box::new(right) })
}

pub(crate) fn unary(op: UnaryOp, operand: Expr) -> Expr {
    Expr::Unary(UnaryExpr { span: DUMMY_SP, op, arg: Box::new(operand) })
}

/// `name++`
pub(crate) fn increment(name: Ident) -> Expr {
    Expr::Update(UpdateExpr { span: DUMMY_SP, op: op!("++"), prefix: false, arg: Box::new(Expr::Ident(name)) })
}

/// `test ? yes : no`
pub(crate) fn conditional(test: Expr, yes: Expr, no: Expr) -> Expr {
    Expr::Cond(CondExpr { span: DUMMY_SP, test: Box::new(test), cons: Box::new(yes), alt: Box::new(no) })
}

/// `value === void 0`
pub(crate) fn is_undefined(value: Expr) -> Expr {
    binary(op!("==="), value, undefined())
}

/// `a, b, c`; one expression alone stays itself, sequences within are flattened.
pub(crate) fn sequence(exprs: Vec<Expr>) -> Expr {
    let mut flat: Vec<Box<Expr>> = Vec::with_capacity(exprs.len());
    for expr in exprs {
        match expr {
            Expr::Seq(seq) => flat.extend(seq.exprs),
            other => flat.push(Box::new(other)),
        }
    }
    match flat.len() {
        0 => undefined(),
        1 => flat.pop().map_or_else(undefined, |expr| *expr),
        _ => Expr::Seq(SeqExpr { span: DUMMY_SP, exprs: flat }),
    }
}

/// `function name(params) { body }` as an expression.
pub(crate) fn function(name: Option<Ident>, params: Vec<Ident>, stmts: Vec<Stmt>) -> Expr {
    let params = params.into_iter().map(|id| Param::from(Pat::from(id))).collect();
    let body = Some(FunctionBody { span: DUMMY_SP, stmts });
    let function = Box::new(Function { params, body, ..Default::default() });
    Expr::Fn(FnExpr { ident: name, function })
}

// ---- object literals ----

pub(crate) fn object(props: Vec<Prop>) -> Expr {
    let props = props.into_iter().map(|prop| PropOrSpread::Prop(Box::new(prop))).collect();
    Expr::Object(ObjectLit { span: DUMMY_SP, props })
}

/// `key: value` in an object literal.
pub(crate) fn property(key: &str, value: Expr) -> Prop {
    let key = PropName::Ident(IdentName { span: DUMMY_SP, sym: key.into() });
    Prop::KeyValue(KeyValueProp { key, value: Box::new(value) })
}

// ---- statements ----

/// A statement made of an expression.
pub(crate) fn statement(expr: Expr) -> Stmt {
    statement_at(DUMMY_SP, expr)
}

pub(crate) fn statement_at(span: Span, expr: Expr) -> Stmt {
    Stmt::Expr(ExprStmt { span, expr: Box::new(expr) })
}

pub(crate) fn declarator(id: Ident, init: Option<Expr>) -> VarDeclarator {
    VarDeclarator { span: DUMMY_SP, name: id.into(), init: init.map(Box::new), definite: false }
}

/// `var a = …, b = …;`
pub(crate) fn var_at(span: Span, decls: Vec<VarDeclarator>) -> Stmt {
    let decl = VarDecl { span, kind: VarDeclKind::Var, decls, ..Default::default() };
    Stmt::Decl(Decl::Var(Box::new(decl)))
}

/// `var name = value;`
pub(crate) fn var(id: Ident, init: Expr) -> Stmt {
    var_at(DUMMY_SP, vec![declarator(id, Some(init))])
}

pub(crate) fn block(stmts: Vec<Stmt>) -> Stmt {
    Stmt::Block(BlockStmt { stmts, ..Default::default() })
}

/// One statement of several: a block unless it is one already.
pub(crate) fn one(mut stmts: Vec<Stmt>) -> Stmt {
    match stmts.pop() {
        Some(stmt) if stmts.is_empty() => stmt,
        Some(last) => {
            stmts.push(last);
            block(stmts)
        }
        None => block(stmts),
    }
}

pub(crate) fn return_at(span: Span, value: Option<Expr>) -> Stmt {
    Stmt::Return(ReturnStmt { span, arg: value.map(Box::new) })
}

pub(crate) fn throw(value: Expr) -> Stmt {
    Stmt::Throw(ThrowStmt { span: DUMMY_SP, arg: Box::new(value) })
}

/// `if (test) then`
pub(crate) fn when(test: Expr, then: Stmt) -> Stmt {
    Stmt::If(IfStmt { span: DUMMY_SP, test: Box::new(test), cons: Box::new(then), alt: None })
}

/// `for (; test;) body`
pub(crate) fn repeat_while(test: Expr, body: Stmt) -> Stmt {
    Stmt::For(ForStmt { span: DUMMY_SP, init: None, test: Some(Box::new(test)), update: None, body: Box::new(body) })
}

/// `try { body } catch (error) { handler }`
pub(crate) fn try_catch(body: Vec<Stmt>, error: Ident, handler: Vec<Stmt>) -> Stmt {
    let block = |stmts| BlockStmt { stmts, ..Default::default() };
    Stmt::Try(Box::new(TryStmt {
        span: DUMMY_SP,
        block: block(body),
        handler: Some(CatchClause { span: DUMMY_SP, param: Some(error.into()), body: block(handler) }),
        finalizer: None,
    }))
}

/// `try { body } catch (error) { handler } finally { finalizer }`
pub(crate) fn try_catch_finally(body: Vec<Stmt>, error: Ident, handler: Vec<Stmt>, finalizer: Vec<Stmt>) -> Stmt {
    let block = |stmts| BlockStmt { stmts, ..Default::default() };
    Stmt::Try(Box::new(TryStmt {
        span: DUMMY_SP,
        block: block(body),
        handler: Some(CatchClause { span: DUMMY_SP, param: Some(error.into()), body: block(handler) }),
        finalizer: Some(block(finalizer)),
    }))
}

/// `if (test) then; else otherwise;`
pub(crate) fn when_else(test: Expr, then: Stmt, otherwise: Option<Stmt>) -> Stmt {
    let alt = otherwise.map(Box::new);
    Stmt::If(IfStmt { span: DUMMY_SP, test: Box::new(test), cons: Box::new(then), alt })
}

/// `/*#__PURE__*/ call`: bundlers drop a call that has no effect but its result, which nobody uses.
pub(crate) fn pure(call: Expr) -> Expr {
    call.with_span(Span::new(BytePos::PURE, BytePos::PURE))
}
