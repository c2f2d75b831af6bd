//! What lowering leaves as it is, so that it need not walk there.
//!
//! ```js
//! function f(a) { if (a) return g(a) + 1; }  // a statement with nothing to lower
//! const x = a.b(c);                          // `const` is to be lowered, the value is not
//! ```
//!
//! The walk counts whatever it meets that lowering has to look at ([`Walk::touch_if`]); where it has met nothing from
//! the beginning of a statement to its end, or of a variable's initial value, that is a [`Candidate`]. In doubt,
//! something is counted.
//!
//! The rule that is easy to miss: a name may get another one in the output, and only after the walk it is known which.
//! [`decide`] drops the candidates that say or declare such a name. Statements in a loop body that becomes a function
//! are candidates, too: whoever asks must know that it is not in one.

#[cfg(test)]
mod tests;

use std::ops::Range;

use rustc_hash::FxHashSet;
use swc_common::BytePos;
use swc_ecma_ast::*;

use super::{BindingKind, Facts, ScopeId, Symbol, SymbolId, bindings::Declared, walk::Walk};
use crate::{
    ast::has_spread,
    positions::Positions,
    syntax::{regexp::is_plain, string::is_es5_string},
};

/// A statement or an initial value in which nothing was found.
#[derive(Debug)]
pub(super) struct Candidate {
    position: BytePos,
    /// Its references, in the order of the walk.
    references: Range<u32>,
    /// The bindings that functions and blocks in it declare.
    symbols: Range<SymbolId>,
}

/// How far the walk was at the beginning of something.
pub(super) struct Beginning {
    touched: u32,
    references: u32,
    symbols: SymbolId,
}

impl Walk<'_> {
    /// Notes that lowering has to look at the current node, if it has to.
    pub(super) fn touch_if(&mut self, is_touched: bool) {
        self.env.touched += u32::from(is_touched);
    }

    pub(super) fn begin_candidate(&self) -> Beginning {
        Beginning {
            touched: self.env.touched,
            references: self.env.references.len() as u32,
            symbols: self.env.symbols.len() as SymbolId,
        }
    }

    pub(super) fn end_candidate(&mut self, position: BytePos, beginning: Beginning) {
        let Beginning { touched, references, symbols } = beginning;
        if touched == self.env.touched {
            self.env.candidates.push(Candidate {
                position,
                references: references..self.env.references.len() as u32,
                symbols: symbols..self.env.symbols.len() as SymbolId,
            });
        }
    }

    /// Looks at a statement itself, not at what is in it.
    pub(super) fn touch_statement(&mut self, stmt: &Stmt) {
        let is_touched = self.is_special
            || match stmt {
                Stmt::Decl(Decl::Var(decl)) => self.is_variable_touched(decl),
                Stmt::Decl(Decl::Fn(function)) => self.env.is_in_block() || is_function_touched(&function.function),
                Stmt::Decl(_) | Stmt::ForOf(_) | Stmt::With(_) => true,
                Stmt::Labeled(stmt) => !stmt.label.sym.is_ascii(),
                Stmt::Break(BreakStmt { label: Some(label), .. })
                | Stmt::Continue(ContinueStmt { label: Some(label), .. }) => !label.sym.is_ascii(),
                Stmt::For(ForStmt { init: Some(VarDeclOrExpr::VarDecl(decl)), .. }) => self.is_variable_touched(decl),
                Stmt::ForIn(stmt) => match &stmt.left {
                    ForHead::VarDecl(decl) => {
                        self.is_exposed()
                            || decl.kind != VarDeclKind::Var
                            || decl.decls.iter().any(|it| it.init.is_some() || !it.name.is_ident())
                    }
                    ForHead::Pat(pat) => !pat.is_ident(),
                    ForHead::UsingDecl(_) => true,
                },
                Stmt::Try(stmt) => {
                    stmt.handler.as_ref().is_some_and(|handler| !handler.param.as_ref().is_some_and(Pat::is_ident))
                }
                _ => false,
            };
        self.touch_if(is_touched);
    }

    /// Whether a variable that is declared here may be exported.
    fn is_exposed(&self) -> bool {
        self.is_module && self.env.function == 0
    }

    fn is_variable_touched(&self, decl: &VarDecl) -> bool {
        self.is_exposed()
            || decl.kind != VarDeclKind::Var
            || decl
                .decls
                .iter()
                .any(|variable| !variable.name.is_ident() || variable.init.as_deref().is_none_or(is_nameless_function))
    }

    /// Looks at what a block declares. ES5 has scopes for catch parameters alone.
    pub(super) fn touch_declaration(&mut self, declared: Declared<'_>) {
        self.touch_if(declared.kind != BindingKind::CatchParam);
    }

    /// Looks at an expression itself, not at its operands.
    #[inline(always)]
    pub(super) fn touch_expression(&mut self, expr: &Expr) {
        let is_touched = match expr {
            Expr::This(_) => self.is_special || self.env.function == 0 || self.env.is_in_arrow(),
            Expr::Array(array) => array.elems.iter().flatten().any(|element| element.spread.is_some()),
            Expr::Object(object) => is_object_touched(object),
            Expr::Fn(function) => is_function_touched(&function.function),
            Expr::Unary(unary) => unary.op == op!("delete") || self.lowers_typeof && unary.op == op!("typeof"),
            Expr::Bin(binary) => binary.op == op!("**"),
            Expr::Assign(assign) => is_assignment_touched(assign),
            Expr::Member(member) => member.prop.as_ident().is_some_and(|name| !name.sym.is_ascii()),
            Expr::Call(call) => match &call.callee {
                Callee::Expr(callee) => has_spread(&call.args) || callee.unwrap_parens().is_ident_ref_to("eval"),
                Callee::Super(_) | Callee::Import(_) => true,
            },
            Expr::New(new) => new.args.as_deref().is_some_and(has_spread),
            Expr::Lit(Lit::Str(string)) => !is_es5_string(string),
            Expr::Lit(Lit::Num(number)) => is_number_touched(number),
            Expr::Lit(Lit::Regex(regex)) => !is_plain(regex),
            Expr::Lit(Lit::Null(_) | Lit::Bool(_)) => false,
            Expr::Update(_) | Expr::Cond(_) | Expr::Seq(_) | Expr::Paren(_) => false,
            _ => true,
        };
        self.touch_if(is_touched);
    }
}

fn is_function_touched(function: &Function) -> bool {
    function.is_async || function.is_generator || function.params.iter().any(|param| !param.pat.is_ident())
}

/// Whether an expression gets the name of what it is assigned to. Arrows and classes are touched already.
pub(super) fn is_nameless_function(expr: &Expr) -> bool {
    matches!(expr.unwrap_parens(), Expr::Fn(function) if function.ident.is_none())
}

fn is_assignment_touched(assign: &AssignExpr) -> bool {
    match &assign.left {
        AssignTarget::Simple(SimpleAssignTarget::Ident(_)) if is_nameless_function(&assign.right) => true,
        AssignTarget::Simple(SimpleAssignTarget::Ident(_)) => assign.op == op!("**="),
        AssignTarget::Simple(SimpleAssignTarget::Member(member)) => {
            assign.op == op!("**=") || member.prop.as_ident().is_some_and(|name| !name.sym.is_ascii())
        }
        _ => true,
    }
}

/// More properties than this are not held against each other.
const MANY: usize = 16;

/// Whether an object literal is more than data properties of different names.
fn is_object_touched(object: &ObjectLit) -> bool {
    let mut keys = [""; MANY];
    let Some(keys) = keys.get_mut(..object.props.len()) else { return true };
    for (index, prop) in object.props.iter().enumerate() {
        match prop.as_prop().and_then(|prop| plain_key(prop)) {
            Some(key) if !keys[..index].contains(&key) => keys[index] = key,
            _ => return true,
        }
    }
    false
}

fn plain_key(prop: &Prop) -> Option<&str> {
    let Prop::KeyValue(KeyValueProp { key, value }) = prop else { return None };
    let key = match key {
        PropName::Ident(name) => &*name.sym,
        PropName::Str(string) if is_es5_string(string) => string.value.as_str()?,
        _ => return None,
    };
    (key.is_ascii() && key != "__proto__" && !is_nameless_function(value)).then_some(key)
}

/// Whether ES5 may spell it otherwise.
fn is_number_touched(number: &Number) -> bool {
    number.raw.as_ref().is_some_and(|raw| matches!(raw.as_bytes(), [b'0', b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z', ..]))
}

/// The positions of the candidates in which no name changes, once it is known which do.
pub(super) fn decide(candidates: Vec<Candidate>, facts: &Facts) -> Positions {
    let changing = changing_symbols(facts);
    let references = Marks::new(facts.references.entries.len(), facts.references_to(&changing));
    let symbols = Marks::new(facts.symbols.len(), changing.iter().copied());
    let is_skippable = |it: &&Candidate| !references.are_in(&it.references) && !symbols.are_in(&it.symbols);
    let start = candidates.iter().map(|candidate| candidate.position).min().unwrap_or_default();
    Positions::new(start, candidates.iter().filter(is_skippable).map(|candidate| candidate.position))
}

/// The bindings that have another name in the output, at least in some places, in order. Where closures hold one
/// binding of a loop's head in each iteration, all of the head may get copies.
fn changing_symbols(facts: &Facts) -> Vec<SymbolId> {
    let held: FxHashSet<ScopeId> =
        facts.symbols.iter().filter(|symbol| symbol.output.held_per_iteration).map(|symbol| symbol.scope).collect();
    let changes = |symbol: &Symbol| symbol.output.renamed.is_some() || held.contains(&symbol.scope);
    (1..).zip(&facts.symbols[1..]).filter(|(_, symbol)| changes(symbol)).map(|(id, _)| id).collect()
}

/// Marked numbers: how many there are below each number.
struct Marks(Vec<u32>);

impl Marks {
    /// Of numbers below `end`.
    fn new(end: usize, marked: impl Iterator<Item = u32>) -> Self {
        let mut below = vec![0; end + 1];
        marked.for_each(|number| below[number as usize + 1] = 1);
        let mut count = 0;
        for mark in &mut below {
            count += *mark;
            *mark = count;
        }
        Self(below)
    }

    /// Whether one lies in the range.
    fn are_in(&self, range: &Range<u32>) -> bool {
        self.0[range.end as usize] > self.0[range.start as usize]
    }
}
