//! Expressions that hold a `yield` or `await`.
//!
//! ```js
//! o.m(a, yield b, c);
//! // becomes
//! _m2 = o.m; _a = a;
//! _m.state = 1; return b;
//! // case 1:
//! _m2.call(o, _a, _sent, c);
//! ```
//!
//! [`expr`](Machine::expr) writes what must be done first and gives an expression that holds no `yield` for the rest,
//! to be evaluated at once. What comes before a `yield` in the order of evaluation is kept in a variable, unless it is
//! the same at any time.
//!
//! Without `calleesAreFunctions`: `_apply(_m2, o, [_a, _sent, c])`, which evaluates `c` also if `_m2` is no
//! function.

use swc_ecma_ast::*;

use super::{emitter::Machine, suspends};
use crate::{
    ast::without_parens,
    build,
    lower::evaluate_once::{base_name, nameless, repeat},
    scope::{BindingKind, TEMP},
};

impl Machine<'_> {
    /// Writes an expression whose value nobody needs.
    pub(super) fn effect(&mut self, expr: Expr) {
        if !suspends(&expr) {
            return self.push_expr(expr);
        }
        match expr {
            Expr::Paren(paren) => self.effect(*paren.expr),
            Expr::Seq(seq) => seq.exprs.into_iter().for_each(|expr| self.effect(*expr)),
            Expr::Yield(_) | Expr::Await(_) => self.suspend(expr),
            Expr::Cond(CondExpr { test, cons, alt, .. }) if suspends(&*cons) || suspends(&*alt) => {
                let (otherwise, end) = (self.new_label(), self.new_label());
                let test = self.expr(*test);
                self.goto_if(build::unary(op!("!"), test), otherwise);
                self.effect(*cons);
                self.goto(end);
                self.mark(otherwise);
                self.effect(*alt);
                self.mark(end);
            }
            Expr::Bin(BinExpr { op: op @ (op!("&&") | op!("||")), left, right, .. }) if suspends(&*right) => {
                let end = self.new_label();
                let left = self.expr(*left);
                self.goto_if(skips(op, left), end);
                self.effect(*right);
                self.mark(end);
            }
            Expr::Unary(UnaryExpr { op: op!("void") | op!("!"), arg, .. }) => self.effect(*arg),
            other => {
                let rest = self.expr(other);
                self.push_expr(rest);
            }
        }
    }

    /// Writes what must come first; what is returned gives the value.
    pub(super) fn expr(&mut self, expr: Expr) -> Expr {
        if !suspends(&expr) {
            return expr;
        }
        match expr {
            Expr::Paren(paren) => self.expr(*paren.expr),
            Expr::Yield(_) | Expr::Await(_) => {
                self.suspend(expr);
                self.sent()
            }
            Expr::Seq(seq) => self.sequence(seq),
            Expr::Cond(cond) => self.conditional(cond),
            Expr::Bin(bin) => self.binary(bin),
            Expr::Unary(unary) => {
                let arg = Box::new(self.expr(*unary.arg));
                Expr::Unary(UnaryExpr { arg, ..unary })
            }
            Expr::Update(update) => {
                let arg = Box::new(self.expr(*update.arg));
                Expr::Update(UpdateExpr { arg, ..update })
            }
            Expr::Assign(assign) => self.assignment(assign),
            Expr::Member(member) => Expr::Member(self.member(member, false)),
            Expr::Call(call) => self.call(call),
            Expr::New(new) => self.new_expression(new),
            Expr::Array(array) => self.array(array),
            Expr::Object(object) => self.object(object),
            other => other,
        }
    }

    /// `yield value` or `await value`, up to where the machine goes on.
    fn suspend(&mut self, expr: Expr) {
        let (value, delegates, yields) = match expr {
            Expr::Yield(expr) => {
                let is_async = expr.arg.as_deref().is_some_and(Expr::is_await_expr);
                (expr.arg, expr.delegate, is_async)
            }
            Expr::Await(expr) => (Some(expr.arg), false, false),
            _ => return,
        };
        let value = value.map(|value| self.expr(without_parens(*value)));
        let next = self.new_label();
        let number = self.label(next);
        let field = |this: &Self, name| build::member(Expr::Ident(this.names.machine.clone()), name);
        // _m.state = 1;
        self.push_labelled(build::statement(build::assign(field(self, "state"), number)));
        if yields && !delegates {
            // _m.yields = true;
            self.push_expr(build::assign(field(self, "yields"), build::bool(true)));
        }
        self.push(build::return_at(swc_common::DUMMY_SP, value));
        self.mark(next);
    }

    fn sequence(&mut self, seq: SeqExpr) -> Expr {
        let mut last = build::undefined();
        let count = seq.exprs.len();
        for (index, expr) in seq.exprs.into_iter().enumerate() {
            if index + 1 == count {
                last = nameless(self.expr(*expr));
            } else {
                self.effect(*expr);
            }
        }
        last
    }

    fn conditional(&mut self, cond: CondExpr) -> Expr {
        let CondExpr { span, test, cons, alt } = cond;
        let test = self.expr(*test);
        if !suspends(&*cons) && !suspends(&*alt) {
            return Expr::Cond(CondExpr { span, test: Box::new(test), cons, alt });
        }
        let (otherwise, end) = (self.new_label(), self.new_label());
        let result = self.temp("value");
        self.goto_if(build::unary(op!("!"), test), otherwise);
        self.assign_temp(&result, *cons);
        self.goto(end);
        self.mark(otherwise);
        self.assign_temp(&result, *alt);
        self.mark(end);
        Expr::Ident(result)
    }

    fn assign_temp(&mut self, temp: &Ident, value: Expr) {
        let value = self.expr(value);
        self.push_expr(build::assign(Expr::Ident(temp.clone()), nameless(value)));
    }

    fn binary(&mut self, bin: BinExpr) -> Expr {
        let BinExpr { span, op, left, right } = bin;
        if !suspends(&*right) {
            return Expr::Bin(BinExpr { span, op, left: Box::new(self.expr(*left)), right });
        }
        if matches!(op, op!("&&") | op!("||")) {
            let end = self.new_label();
            let result = self.temp("value");
            self.assign_temp(&result, *left);
            self.goto_if(skips(op, Expr::Ident(result.clone())), end);
            self.assign_temp(&result, *right);
            self.mark(end);
            return Expr::Ident(result);
        }
        let left = Box::new(self.kept(*left));
        let right = Box::new(self.expr(*right));
        Expr::Bin(BinExpr { span, op, left, right })
    }

    fn assignment(&mut self, assign: AssignExpr) -> Expr {
        let AssignExpr { span, op, left, right } = assign;
        let mut target = match left {
            AssignTarget::Simple(SimpleAssignTarget::Ident(name)) => Expr::Ident(name.id),
            AssignTarget::Simple(SimpleAssignTarget::Member(member)) => {
                Expr::Member(self.member(member, suspends(&*right)))
            }
            AssignTarget::Simple(SimpleAssignTarget::Paren(paren)) => *paren.expr,
            left => return Expr::Assign(AssignExpr { span, op, left, right }),
        };
        let Some(operator) = op.to_update().filter(|_| suspends(&*right)) else {
            let value = self.expr(*right);
            return match build::assign_at(span, target, value) {
                Expr::Assign(assign) => Expr::Assign(AssignExpr { op, ..assign }),
                other => other,
            };
        };
        // _x = o.x; …; o.x = _x + _sent
        let again = match &mut target {
            Expr::Member(member) => Expr::Member(self.member_again(member)),
            other => repeat(other),
        };
        let old = self.kept_value(again);
        let value = self.expr(*right);
        build::assign_at(span, target, build::binary(operator, old, value))
    }

    /// `object.key`; `later` if something that suspends comes before it is used.
    fn member(&mut self, member: MemberExpr, later: bool) -> MemberExpr {
        let MemberExpr { span, obj, prop } = member;
        let MemberProp::Computed(key) = prop else {
            let obj = if later { self.held(*obj) } else { self.expr(*obj) };
            return MemberExpr { span, obj: Box::new(obj), prop };
        };
        let obj = if later || suspends(&*key.expr) { self.held(*obj) } else { self.expr(*obj) };
        let expr = Box::new(if later { self.held(*key.expr) } else { self.expr(*key.expr) });
        let prop = MemberProp::Computed(ComputedPropName { expr, ..key });
        MemberExpr { span, obj: Box::new(obj), prop }
    }

    /// A second mention of a member whose parts were evaluated.
    fn member_again(&mut self, member: &MemberExpr) -> MemberExpr {
        member.clone()
    }

    fn call(&mut self, call: CallExpr) -> Expr {
        let CallExpr { span, callee, args, .. } = call;
        let Callee::Expr(callee) = callee else {
            // import(_sent)
            let args = self.list(args.into_iter().map(|arg| *arg.expr).collect());
            let args = args.into_iter().map(ExprOrSpread::from).collect();
            return Expr::Call(CallExpr { span, callee, args, ..Default::default() });
        };
        if !args.iter().any(|arg| suspends(&*arg.expr)) {
            let callee = Callee::Expr(Box::new(self.callee(*callee)));
            return Expr::Call(CallExpr { span, callee, args, ..Default::default() });
        }
        let (callee, receiver) = match without_parens(*callee) {
            Expr::Member(member) => {
                // _o = o, _m2 = _o.m; …; _m2.call(_o, args)
                let member = self.member(member, true);
                let receiver = repeat(&member.obj);
                let base = base_name(
                    &Expr::Member(MemberExpr { span, obj: member.obj.clone(), prop: member.prop.clone() }),
                    "method",
                );
                let method = self.temp(&base);
                self.push_expr(build::assign(Expr::Ident(method.clone()), Expr::Member(member)));
                (Expr::Ident(method), Some(receiver))
            }
            // A direct call of eval is one by name.
            Expr::Ident(name) if &*name.sym == "eval" => (Expr::Ident(name), None),
            callee => (self.kept(callee), None),
        };
        let values = self.list(args.into_iter().map(|arg| *arg.expr).collect());
        match receiver {
            None => build::call_at(span, callee, values),
            // _m2.call(_o, args), or _apply(_m2, _o, [args])
            Some(receiver) => self.lower.call_on(span, callee, receiver, values),
        }
    }

    /// The callee of a call whose arguments hold no `yield`: a member stays one, since it gives the receiver.
    fn callee(&mut self, callee: Expr) -> Expr {
        match without_parens(callee) {
            Expr::Member(member) => Expr::Member(self.member(member, false)),
            other => match self.expr(other) {
                // What has become a member would become the receiver as well.
                Expr::Member(member) => build::sequence(vec![build::num(0.0), Expr::Member(member)]),
                other => other,
            },
        }
    }

    fn new_expression(&mut self, new: NewExpr) -> Expr {
        let args: Vec<Expr> = new.args.into_iter().flatten().map(|arg| *arg.expr).collect();
        let later = args.iter().any(suspends);
        let callee = if later { self.kept(*new.callee) } else { self.expr(*new.callee) };
        let args = self.list(args);
        build::new_at(new.span, callee, args)
    }

    fn array(&mut self, array: ArrayLit) -> Expr {
        let holes: Vec<bool> = array.elems.iter().map(Option::is_none).collect();
        let mut values = self.list(array.elems.into_iter().flatten().map(|elem| *elem.expr).collect()).into_iter();
        let elems = holes.into_iter().map(|is_hole| if is_hole { None } else { values.next().map(ExprOrSpread::from) });
        Expr::Array(ArrayLit { span: array.span, elems: elems.collect() })
    }

    fn object(&mut self, object: ObjectLit) -> Expr {
        let holds = |prop: &PropOrSpread| match prop {
            PropOrSpread::Prop(prop) => matches!(&**prop, Prop::KeyValue(pair) if suspends(&*pair.value)),
            PropOrSpread::Spread(_) => false,
        };
        let last = object.props.iter().rposition(holds).unwrap_or(0);
        let mut props = object.props;
        for (index, prop) in props.iter_mut().enumerate() {
            if let PropOrSpread::Prop(prop) = prop
                && let Prop::KeyValue(pair) = &mut **prop
            {
                let value = std::mem::take(&mut *pair.value);
                *pair.value = if index < last { self.kept(value) } else { self.expr(value) };
            }
        }
        Expr::Object(ObjectLit { props, ..object })
    }

    /// Values that are evaluated one after another.
    fn list(&mut self, exprs: Vec<Expr>) -> Vec<Expr> {
        let last = exprs.iter().rposition(suspends).unwrap_or(0);
        let values = exprs.into_iter().enumerate();
        values.map(|(index, expr)| if index < last { self.kept(expr) } else { self.expr(expr) }).collect()
    }
}

// Values that outlast a suspension.
impl Machine<'_> {
    /// Evaluates `expr` now; what is returned gives its value once, later.
    fn kept(&mut self, expr: Expr) -> Expr {
        let value = self.expr(expr);
        self.kept_value(value)
    }

    fn kept_value(&mut self, value: Expr) -> Expr {
        match value {
            Expr::Fn(_) => value,
            value => self.hold(value, "value"),
        }
    }

    /// Evaluates `expr` now; what is returned gives its value any number of times.
    fn held(&mut self, expr: Expr) -> Expr {
        let value = self.expr(expr);
        self.hold(value, "value")
    }

    /// The same for an expression without `yield`.
    pub(super) fn hold(&mut self, value: Expr, base: &str) -> Expr {
        if self.is_lasting(&value) {
            return value;
        }
        let temp = self.temp(&base_name(&value, base));
        self.push_expr(build::assign(Expr::Ident(temp.clone()), nameless(value)));
        Expr::Ident(temp)
    }

    /// Whether an expression has no effect, and the same value after the machine was suspended.
    fn is_lasting(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Paren(paren) => self.is_lasting(&paren.expr),
            Expr::Ident(ident) if ident.sym == self.names.sent.sym => false,
            Expr::Ident(ident) if ident.ctxt.as_u32() == TEMP => true,
            Expr::Ident(ident) => {
                let facts = &self.lower.facts;
                facts.is_stable(ident)
                    && facts.symbol(ident).is_some_and(|symbol| {
                        !matches!(symbol.kind, BindingKind::Var | BindingKind::Let | BindingKind::Import)
                    })
            }
            Expr::This(_) => true,
            other => self.lower.is_repeatable(other),
        }
    }
}

/// Whether `&&` or `||` is done after its left operand.
fn skips(op: BinaryOp, left: Expr) -> Expr {
    if op == op!("&&") { build::unary(op!("!"), left) } else { left }
}
