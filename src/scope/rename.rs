//! Which bindings keep their names when block scopes become function scope, and what the others are called.
//!
//! ```js
//! let x = 1; { let x = 2; print(x); } print(x);
//! // becomes
//! var x = 1; { var _x = 2; print(_x); } print(x);
//! ```
//!
//! A binding of a block moves to its function. Its name may stay unless
//! - a binding around it, of the same function, has it (it would be overwritten),
//! - a binding beside it has it and one of the two is held by a closure (they would be one variable), or
//! - something in the function says that name and means a binding outside of the function.
//!
//! A name that is said inside of a `with` may be a property of its object: a binding from outside keeps it, and what it
//! would clash with gets another name. A binding of a block inside gets one that the object should not have.

mod arguments;

use std::collections::BTreeMap;

use swc_atoms::Atom;

use super::{Facts, FileKind, FunctionId, NameId, ScopeId, Symbol, SymbolId, annex_b, names::ARGUMENTS};
use crate::{problem::Problem, syntax::identifier::is_es5_identifier};

/// Gives every binding its name in the output. Returns what can't get the name that it must have.
pub(super) fn choose_names(facts: &mut Facts) -> Vec<Problem> {
    let mut problems = respell(facts);
    annex_b::share_names(facts);
    let mut hoisted = hoisted_by_name(facts);
    hoisted.sort_unstable();
    for group in hoisted.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        keep_names_of_with(facts, group, &mut problems);
        rename_group(facts, group);
    }
    annex_b::take_names(facts);
    problems
}

/// Renames what can't have its name in ES5, whatever is around it:
/// - names that ES5 cannot spell, such as `𠮷`;
/// - `arguments`, where the object of that name is needed or in the way ([`arguments`]);
/// - a binding of a block in a `with`, and what a direct `eval` in a parameter list must not find;
/// - a catch parameter that would be assigned in place of a `var`;
/// - what belongs to a block at the top of a script, and closures hold: all scripts of the page share its variables;
/// - names of built-in objects at the top of a file: those of a module, also of CommonJS, would hide them from the
///   helpers, and a script's `let`, `const` or `class` would overwrite the property of the global object, as a `var`. So
///   would a module's that is loaded as a script in the end.
fn respell(facts: &mut Facts) -> Vec<Problem> {
    let mut problems = vec![];
    for index in 1..facts.symbols.len() {
        let symbol = &facts.symbols[index];
        let name = facts.names.atom(symbol.name);
        let hides_arguments = symbol.name == ARGUMENTS && facts.needs_other_name_for_arguments(symbol);
        if is_built_in(name) {
            facts.replaced.insert(symbol.name);
        }
        let is_exposed = symbol.is_variable_of_file()
            && !facts.functions[0].has_eval
            && (facts.file_kind == FileKind::Script && outlives_block(symbol) || hides_global(facts, symbol));
        let is_hidden = symbol.lookups.is_in_with || symbol.lookups.is_hidden_from_eval;
        let is_unspellable = !name.is_ascii() && !is_es5_identifier(name);
        if hides_arguments || is_exposed || symbol.output.hides_var || is_hidden || is_unspellable {
            if symbol.lookups.is_seen_in_with && symbol.lookups.is_in_with {
                problems.push(Problem::binding_between_withs(name, symbol.span));
            } else if symbol.lookups.is_seen_in_with {
                problems.push(Problem::name_in_with(name, symbol.span));
            } else if hides_arguments && facts.functions[symbol.function as usize].eval_sees_arguments {
                problems.push(Problem::arguments_in_eval(symbol.span));
            }
            if hides_arguments {
                facts.begin_with_arguments(index as SymbolId);
            }
            facts.rename(index as SymbolId);
        }
    }
    problems
}

impl Facts {
    /// Gives a binding a name that nothing else in the file has.
    fn rename(&mut self, id: SymbolId) {
        let symbol = &self.symbols[id as usize];
        let base = self.names.atom(symbol.name).clone();
        let is_lasting = outlives_block(symbol);
        let name = if is_lasting { self.names.fresh_at_top(&base) } else { self.names.fresh(&base) };
        self.symbols[id as usize].output.renamed = Some(name);
    }
}

/// Whether a variable of the file has the name of a global that it must not hide or overwrite.
fn hides_global(facts: &Facts, symbol: &Symbol) -> bool {
    let name = facts.names.atom(symbol.name);
    match (facts.file_kind, symbol.kind.is_var_like()) {
        (FileKind::Script, true) => false,
        (FileKind::Script | FileKind::Module, false) => is_built_in(name),
        (FileKind::Module, true) | (FileKind::CommonJs, _) => is_standard(name),
    }
}

/// Whether a binding of a block at the top of the file becomes a variable of the file that is used after the block.
fn outlives_block(symbol: &Symbol) -> bool {
    // A loop around the block makes a function of its body.
    symbol.function == 0 && symbol.output.may_clash && symbol.writes.captured && !symbol.output.held_per_iteration
}

/// Whether engines or browsers have a global of this name, which helpers or other scripts rely on.
pub(crate) fn is_built_in(name: &str) -> bool {
    is_standard(name)
        || matches!(
            name,
            "closed"
                | "document"
                | "event"
                | "global"
                | "history"
                | "length"
                | "location"
                | "name"
                | "navigator"
                | "opener"
                | "origin"
                | "parent"
                | "process"
                | "screen"
                | "self"
                | "status"
                | "top"
                | "window"
        )
}

/// Whether the specification has a global of this name.
pub(crate) fn is_standard(name: &str) -> bool {
    matches!(
        name,
        "Array"
            | "BigInt"
            | "Boolean"
            | "Date"
            | "Error"
            | "EvalError"
            | "Function"
            | "Infinity"
            | "Iterator"
            | "JSON"
            | "Map"
            | "Math"
            | "NaN"
            | "Number"
            | "Object"
            | "Promise"
            | "Proxy"
            | "RangeError"
            | "ReferenceError"
            | "Reflect"
            | "RegExp"
            | "Set"
            | "String"
            | "SuppressedError"
            | "Symbol"
            | "SyntaxError"
            | "TypeError"
            | "WeakMap"
            | "WeakSet"
            | "eval"
            | "globalThis"
            | "isNaN"
            | "parseFloat"
            | "parseInt"
            | "undefined"
    )
}

/// (function, name, binding) for every binding whose name some block binding of the file has.
fn hoisted_by_name(facts: &Facts) -> Vec<(FunctionId, NameId, SymbolId)> {
    let mut in_question = vec![false; facts.names.len()];
    for symbol in &facts.symbols[1..] {
        in_question[symbol.name as usize] |= symbol.output.may_clash;
    }
    (1..facts.symbols.len())
        .filter(|index| in_question[facts.symbols[*index].name as usize])
        .map(|index| (facts.symbols[index].function, facts.symbols[index].name, index as SymbolId))
        .collect()
}

/// Gives others another name where they would clash with a binding of a block that a `with` in its scope may not miss.
fn keep_names_of_with(facts: &mut Facts, group: &[(FunctionId, NameId, SymbolId)], problems: &mut Vec<Problem>) {
    for (at, (function, name, id)) in group.iter().enumerate() {
        let symbol = &facts.symbols[*id as usize];
        if !symbol.lookups.is_seen_in_with || symbol.output.renamed.is_some() {
            continue;
        }
        let earlier = group[..at].iter();
        let mut others: Vec<SymbolId> = vec![];
        if symbol.output.may_clash {
            let atom = facts.names.atom(*name);
            others.extend(facts.outward_references(*function, atom));
            others.extend(earlier.map(|(_, _, other)| *other).filter(|other| clashes(facts, *other, *id)));
        }
        for other in others {
            let fixed = &facts.symbols[other as usize];
            if fixed.output.renamed.is_some() {
                continue;
            }
            let is_shared = facts.file_kind == FileKind::Script && is_property_of_global_object(fixed);
            if other == 0 || fixed.lookups.is_seen_in_with || is_shared {
                problems.push(Problem::name_in_with(facts.names.atom(*name), facts.symbols[*id as usize].span));
                break;
            }
            facts.rename(other);
        }
    }
}

/// Whether a binding of a script is a property of the global object too.
fn is_property_of_global_object(symbol: &Symbol) -> bool {
    symbol.function == 0 && symbol.kind.is_var_like()
}

/// Decides for the bindings of one name in one function, outer scopes first.
fn rename_group(facts: &mut Facts, group: &[(FunctionId, NameId, SymbolId)]) {
    let (function, name, _) = group[0];
    let atom: Atom = facts.names.atom(name).clone();
    let mut outward = None;
    let mut keepers = Keepers::default();
    for (at, (_, _, id)) in group.iter().enumerate() {
        let symbol = &facts.symbols[*id as usize];
        if symbol.output.may_clash && symbol.output.renamed.is_none() && !symbol.lookups.is_seen_in_with {
            let clash = *outward.get_or_insert_with(|| facts.outward_references(function, &atom).next().is_some())
                || keepers.clash_with(symbol);
            if clash {
                facts.rename(*id);
            } else {
                facts.symbols[*id as usize].output.shares_name = at > 0;
            }
        }
        let symbol = &facts.symbols[*id as usize];
        if symbol.output.renamed.is_none() {
            keepers.add(symbol, facts.scope_ends[symbol.scope as usize]);
        }
    }
    share_escapes(facts, group);
}

/// What is done with one of several bindings that are one variable in the output is done with all of them there.
fn share_escapes(facts: &mut Facts, group: &[(FunctionId, NameId, SymbolId)]) {
    let is_more = group.iter().any(|(_, _, id)| facts.symbols[*id as usize].escape.is_more_than_called);
    group.iter().for_each(|(_, _, id)| facts.symbols[*id as usize].escape.is_more_than_called |= is_more);
}

/// The bindings of one name in one function that keep it.
#[derive(Default)]
struct Keepers {
    /// Their scopes, first to last, without those inside of others.
    scopes: BTreeMap<ScopeId, ScopeId>,
    /// Some are none of a native scope.
    any: bool,
    /// Some of these are captured.
    any_captured: bool,
}

impl Keepers {
    fn add(&mut self, symbol: &Symbol, scope_end: ScopeId) {
        if !self.contain(symbol.scope) {
            let inside: Vec<ScopeId> = self.scopes.range(symbol.scope..=scope_end).map(|(scope, _)| *scope).collect();
            for scope in inside {
                self.scopes.remove(&scope);
            }
            self.scopes.insert(symbol.scope, scope_end);
        }
        if !symbol.kind.is_native_scope() {
            self.any = true;
            self.any_captured |= symbol.writes.captured;
        }
    }

    fn contain(&self, scope: ScopeId) -> bool {
        self.scopes.range(..=scope).next_back().is_some_and(|(_, end)| scope <= *end)
    }

    /// Whether `symbol` cannot share its name with one of them.
    fn clash_with(&self, symbol: &Symbol) -> bool {
        self.contain(symbol.scope) || self.any_captured || self.any && symbol.writes.captured
    }
}

/// Whether `later` cannot share its name with `earlier`, a binding of the same name in the same function.
fn clashes(facts: &Facts, earlier: SymbolId, later: SymbolId) -> bool {
    let (a, b) = (&facts.symbols[earlier as usize], &facts.symbols[later as usize]);
    if a.output.renamed.is_some() {
        return false;
    }
    let is_around = a.scope <= b.scope && b.scope <= facts.scope_ends[a.scope as usize];
    is_around || !a.kind.is_native_scope() && (a.writes.captured || b.writes.captured)
}
