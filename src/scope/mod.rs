//! The learning walk: what each name refers to, and what else the rewriting walk must know before it starts.
//!
//! [`analyze`] goes over the tree once, in the order of evaluation, and changes nothing but the `ctxt` slots,
//! where it leaves its own dense ids:
//!
//! | node | its `ctxt` holds |
//! | --- | --- |
//! | `Ident` (binding or reference) | the [`SymbolId`] it resolves to, with [`TDZ_BIT`] if the binding is certainly uninitialised there, with [`CHECK_BIT`] if it may be; 0 for a global; with [`WITH_BIT`] if it may be a property of the object of a `with` |
//! | `Function`, `ArrowExpr`, `Constructor` | its [`FunctionId`] |
//! | `Class` | its [`ClassId`] |
//!
//! Everything else it learns is in [`Facts`]. Facts are never updated by lowering: what lowering makes anew
//! (temporaries, aliases) gets a name that nothing else in the file has ([`Names::fresh`]) and needs no symbol.

mod annex_b;
mod bindings;
mod class_methods;
mod early_errors;
pub(crate) mod edition;
mod environment;
mod escape;
mod names;
mod rename;
mod skippable;
mod symbol;
mod value_type;
mod walk;

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use swc_atoms::Atom;
use swc_common::{BytePos, SyntaxContext};
use swc_ecma_ast::{Ident, Program};

use class_methods::Inherited;
pub(crate) use early_errors::{Text, has_legacy_escape};
pub(crate) use escape::{ArrayFact, element_index};
pub(crate) use names::{LocalNames, NameId, Names};
pub(crate) use rename::is_built_in;
#[cfg(test)]
pub(crate) use rename::is_standard;
pub(crate) use symbol::{BindingKind, Symbol};
pub(crate) use value_type::ValueType;

use skippable::Candidate;

use crate::{code_string::CodeString, options::Options, positions::Positions, problem::Problem};

/// Index into [`Facts::symbols`]; 0 stands for "no binding in this file".
pub(crate) type SymbolId = u32;
/// Index into [`Facts::functions`]; 0 is the script or module itself. Ids are in preorder.
pub(crate) type FunctionId = u32;
/// Index into [`Facts::classes`].
pub(crate) type ClassId = u32;
/// Index of a scope. Ids are in preorder.
pub(crate) type ScopeId = u32;
/// Index of a loop; 0 stands for "not in a loop of this function".
pub(crate) type LoopId = u32;

/// Marks a reference that is evaluated before its binding is initialised, whatever happens.
pub(crate) const TDZ_BIT: u32 = 1 << 31;

/// Marks a reference that may be evaluated before its binding is initialised: in a later clause of a `switch`, and
/// without `initializedBindings` in a closure.
pub(crate) const CHECK_BIT: u32 = 1 << 30;

/// Marks a reference that may be a property of the object of a `with` statement around it.
pub(crate) const WITH_BIT: u32 = 1 << 29;

/// The `ctxt` of temporaries that lowering makes: they are assigned once, before they are read.
pub(crate) const TEMP: u32 = TDZ_BIT;

/// In the `ctxt` of an identifier that stands for a label of a state machine, beside the label's index: it becomes the
/// number of a case.
pub(crate) const LABEL_BIT: u32 = 1 << 28;

/// The `ctxt` of a block that the generator transform puts around a statement with a `yield` or `await` in it.
pub(crate) const SUSPENDS: u32 = u32::MAX;

/// Learns all there is to know about `program`, and reports what is wrong with it.
pub(crate) fn analyze(program: &mut Program, text: Text<'_>, options: &Options) -> (Facts, Vec<Problem>) {
    let (mut facts, mut problems) = walk::walk(program, text, options);
    if facts.file_kind == FileKind::Script {
        facts.names.share_top(text.source());
    }
    problems.append(&mut rename::choose_names(&mut facts));
    (facts, problems)
}

/// Whether `program` is the body of a function that CommonJS puts around it. The tree is of no use afterwards.
pub(crate) fn is_commonjs(program: &mut Program, text: Text<'_>, options: &Options) -> bool {
    walk::walk(program, text, options).0.file_kind == FileKind::CommonJs
}

/// Who else sees what a file declares at its top.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileKind {
    /// All scripts of the page.
    Script,
    /// Nobody: CommonJS puts a function around the file.
    CommonJs,
    /// Nobody but by `import`.
    Module,
}

/// A function, arrow, method or class constructor; the first is the script or module.
#[derive(Debug)]
pub(crate) struct Function {
    pub(crate) parent: FunctionId,
    pub(crate) is_arrow: bool,
    pub(crate) strict: bool,
    /// It, or an arrow in it, refers to its `arguments`.
    pub(crate) uses_arguments: bool,
    /// An arrow in it refers to its `arguments`.
    arguments_are_captured: bool,
    /// It, or an arrow in it, assigns its `arguments`.
    assigns_arguments: bool,
    /// For a static block: it declares something.
    pub(crate) has_variables: bool,
    /// All of its parameters are names alone.
    pub(crate) has_simple_parameters: bool,
    /// Some of its code comes to stand in an ES5 function of its own: the body of a generator or of a loop, a class, a
    /// pattern.
    is_divided: bool,
    /// The body of a loop in it becomes a function, and a direct `eval` stands in that.
    pub(crate) has_divided_eval: bool,
    /// It, or an arrow in it, asks for its `new.target`.
    uses_new_target: bool,
    /// It has a `return` with a value.
    returns_value: bool,
    /// It holds a direct `eval`, or a function in it does: names may be used that the tree does not show.
    pub(crate) has_eval: bool,
    /// A direct `eval` stands in its body, in no function in it.
    pub(crate) evaluates: bool,
    /// The same of its parameter list.
    pub(crate) evaluates_in_parameters: bool,
    /// A direct `eval` in its parameter list must not find what its body declares, and one in its body must.
    pub(crate) has_separate_body: bool,
    /// A direct `eval` in its body, or in an arrow there, sees its `arguments`.
    eval_sees_arguments: bool,
    /// For a function declaration: the scope in which it exists from the beginning.
    declared_in: Option<ScopeId>,
    /// The binding that it is written for, and that of its own name inside of it; 0 for none.
    holder: SymbolId,
    own_name: SymbolId,
    /// Variables of the body that hide a parameter which closures in the parameter list see: (variable, parameter).
    /// They start with the parameter's value. Without a parameter (0), it is `arguments` with which they start.
    pub(crate) hidden_params: Vec<(SymbolId, SymbolId)>,
    /// Its references and those of the functions in it: a range of [`Facts::references`].
    references: Range<u32>,
}

/// A class.
#[derive(Debug)]
pub(crate) struct Class {
    /// The binding of its name that its body sees; 0 if it has no name.
    pub(crate) name: SymbolId,
    /// What its instances have of it.
    inherited: Inherited,
    /// The references in it: a range of [`Facts::references`].
    references: Range<u32>,
    /// A direct `eval` stands in it, in no function in it.
    pub(crate) evaluates: bool,
    /// The bindings declared in it, that of its own name not among them.
    symbols: Range<SymbolId>,
}

/// What must be known about a loop that needs a function for its body.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct LoopFacts {
    /// A closure made in the body holds a binding of the iteration.
    pub(crate) captured_in_body: bool,
    /// A closure made in the test or the update of a `for` holds one of its bindings.
    pub(crate) captured_in_test: bool,
    /// A closure made in the initialisation of a `for` holds one of its bindings.
    pub(crate) captured_in_init: bool,
    /// `yield` or `await` stands in it, in the same function.
    pub(crate) has_yield: bool,
    /// A direct `eval` stands in it, in the same function.
    pub(crate) evaluates: bool,
    /// A direct `eval` stands in it, in some function.
    pub(crate) has_eval: bool,
}

impl LoopFacts {
    /// Whether the body must become a function.
    pub(crate) fn needs_closure(self) -> bool {
        self.captured_in_body || self.captured_in_test || self.captured_in_init
    }
}

/// All that the walk learned.
#[derive(Debug)]
pub(crate) struct Facts {
    pub(crate) names: Names,
    /// Some reference has the [`CHECK_BIT`].
    pub(crate) has_checks: bool,
    pub(crate) symbols: Vec<Symbol>,
    pub(crate) functions: Vec<Function>,
    pub(crate) classes: Vec<Class>,
    /// By the start of a `with` statement: the first scope that may be in it.
    withs: FxHashMap<BytePos, ScopeId>,
    /// By the start of the loop statement; only loops that need a function for their body.
    pub(crate) loops: FxHashMap<BytePos, LoopFacts>,
    /// The names of built-in objects that the file declares or assigns.
    replaced: FxHashSet<NameId>,
    /// Whether the file has generators or async functions, and may see what they inherit from as functions.
    pub(crate) kinds_are_observed: bool,
    /// Whether the file has classes, and a word by which one can be given another parent.
    pub(crate) changes_parents: bool,
    /// The last scope inside each scope: scope ids are in preorder.
    scope_ends: Vec<ScopeId>,
    references: References,
    /// Literals that are run as code.
    pub(crate) code_strings: Vec<CodeString>,
    candidates: Vec<Candidate>,
    pub(crate) skippable: Positions,
    pub(crate) file_kind: FileKind,
    /// A `typeof` asks whether a name of CommonJS is there.
    tests_for_commonjs: bool,
    /// `await` stands at the top of the module.
    pub(crate) awaits_at_top: bool,
}

impl Facts {
    /// The binding that `ident` stands for, if it is declared in this file.
    pub(crate) fn symbol(&self, ident: &Ident) -> Option<&Symbol> {
        let id = symbol_id(ident);
        (id != 0).then(|| &self.symbols[id as usize])
    }

    /// The name that a binding has in the output.
    pub(crate) fn output_name(&self, id: SymbolId) -> &Atom {
        let symbol = &self.symbols[id as usize];
        symbol.output.renamed.as_ref().unwrap_or_else(|| self.names.atom(symbol.name))
    }

    /// Whether reading `ident` twice certainly gives the same value and has no effect: a temporary, a binding that is
    /// never reassigned, or a built-in object that the file leaves as it is.
    pub(crate) fn is_stable(&self, ident: &Ident) -> bool {
        if ident.ctxt.as_u32() == TEMP {
            return true;
        }
        match self.symbol(ident) {
            Some(symbol) => {
                !is_in_tdz(ident)
                    && !may_be_in_tdz(ident)
                    && !symbol.writes.reassigned
                    && !self.is_tied_to_arguments(symbol)
                    && !self.functions[symbol.function as usize].has_eval
            }
            None => rename::is_standard(&ident.sym) && !self.functions[0].has_eval && !self.is_replaced(&ident.sym),
        }
    }

    /// Whether the `arguments` of a function must be a variable of the output, since ES5 functions that hold some of its
    /// code have an object of their own, and it is assigned.
    pub(crate) fn arguments_are_variable(&self, function: FunctionId) -> bool {
        let function = &self.functions[function as usize];
        function.assigns_arguments
            && (function.arguments_are_captured || function.is_divided || !function.has_simple_parameters)
    }

    /// Whether the `arguments` of a function may be something else than the object that the function got.
    pub(crate) fn arguments_may_change(&self, function: FunctionId) -> bool {
        let facts = &self.functions[function as usize];
        function == 0 || facts.assigns_arguments || facts.has_eval
    }

    /// Whether a binding that is referred to in the `with` statement that begins at `with` is declared outside of it.
    pub(crate) fn is_outside_with(&self, symbol: SymbolId, with: BytePos) -> bool {
        self.withs.get(&with).is_some_and(|first| self.symbols[symbol as usize].scope < *first)
    }

    /// Whether assigning an element of `arguments` may assign a parameter.
    pub(crate) fn is_tied_to_arguments(&self, symbol: &Symbol) -> bool {
        let function = &self.functions[symbol.function as usize];
        symbol.kind == BindingKind::Param && function.uses_arguments && !function.strict
    }

    /// The bindings outside of `function` that `name` refers to when said in it.
    pub(crate) fn outward_references(&self, function: FunctionId, name: &Atom) -> impl Iterator<Item = SymbolId> {
        let range = &self.functions[function as usize].references;
        let references = self.names.find(name).map(|name| self.references.of(name, range));
        references.into_iter().flatten().filter(move |symbol| self.is_outside(*symbol, function))
    }

    /// Whether the file declares or assigns the name of a built-in object somewhere.
    pub(crate) fn is_replaced(&self, built_in: &str) -> bool {
        self.names.find(&built_in.into()).is_some_and(|name| self.replaced.contains(&name))
    }

    /// Whether the file refers to `name` where it declares no such name.
    pub(crate) fn uses_global(&self, name: &str) -> bool {
        let references = self.names.find(&name.into()).map(|name| self.references.in_order(name));
        references.is_some_and(|references| references.iter().any(|(_, symbol)| *symbol == 0))
    }

    /// The bindings outside of `class` that `name` refers to when said in it; 0 for none in this file.
    pub(crate) fn outward_references_of_class(&self, class: ClassId, name: &Atom) -> impl Iterator<Item = SymbolId> {
        let Class { references, symbols, .. } = &self.classes[class as usize];
        let references = self.names.find(name).map(|name| self.references.of(name, references));
        references.into_iter().flatten().filter(move |symbol| !symbols.contains(symbol))
    }

    /// Whether a binding declared in `class` has this name in the output.
    pub(crate) fn declares_in_class(&self, class: ClassId, name: &Atom) -> bool {
        self.classes[class as usize].symbols.clone().any(|symbol| self.output_name(symbol) == name)
    }

    /// Whether one of `functions`, or the name of something in them, hides a name of the wrapper around the file.
    pub(crate) fn is_hidden_in(&self, name: &Atom, functions: &[FunctionId]) -> bool {
        let hides = |symbol: &Symbol| functions.contains(&symbol.function) && !symbol.is_variable_of_file();
        let id = self.names.find(name);
        id.is_some_and(|id| self.symbols.iter().skip(1).any(|symbol| symbol.name == id && hides(symbol)))
    }

    /// The names of what a function in `class` declares.
    pub(crate) fn declared_in_class_by(&self, class: ClassId, function: FunctionId) -> impl Iterator<Item = &Atom> {
        let Range { start, end } = self.classes[class as usize].symbols;
        let symbols = self.symbols[start as usize..end as usize].iter();
        symbols.filter(move |symbol| symbol.function == function).map(|symbol| self.names.atom(symbol.name))
    }

    /// To be called when all names in the output are known that differ from those in the source.
    pub(crate) fn decide_skippable(&mut self) {
        self.skippable = skippable::decide(std::mem::take(&mut self.candidates), self);
    }

    /// The references to bindings, by their order in the walk.
    fn references_to(&self, ids: &[SymbolId]) -> impl Iterator<Item = u32> {
        let mut is_meant = vec![false; self.symbols.len()];
        ids.iter().for_each(|id| is_meant[*id as usize] = true);
        let mut names: Vec<NameId> = ids.iter().map(|id| self.symbols[*id as usize].name).collect();
        // Many bindings may have one name.
        names.sort_unstable();
        names.dedup();
        let all = names.into_iter().flat_map(|name| self.references.in_order(name));
        all.filter(move |(_, symbol)| is_meant[*symbol as usize]).map(|(order, _)| *order)
    }

    /// Whether a binding that is referred to from inside `function` belongs to a function around it, or to none.
    fn is_outside(&self, symbol: SymbolId, function: FunctionId) -> bool {
        symbol == 0 || self.symbols[symbol as usize].function < function
    }
}

/// The [`SymbolId`] that the walk left in `ident`.
pub(crate) fn symbol_id(ident: &Ident) -> SymbolId {
    ident.ctxt.as_u32() & !(TDZ_BIT | CHECK_BIT | WITH_BIT)
}

/// Whether `ident` is a temporary that lowering made.
pub(crate) fn is_temporary(ident: &Ident) -> bool {
    ident.ctxt.as_u32() == TEMP
}

/// Whether `ident` is certainly evaluated before its binding is initialised.
pub(crate) fn is_in_tdz(ident: &Ident) -> bool {
    ident.ctxt.as_u32() > TDZ_BIT
}

/// Whether `ident` may be evaluated before its binding is initialised.
pub(crate) fn may_be_in_tdz(ident: &Ident) -> bool {
    ident.ctxt.as_u32() & CHECK_BIT != 0
}

/// Whether `ident` may be a property of the object of a `with` statement around it.
pub(crate) fn may_be_property(ident: &Ident) -> bool {
    !is_in_tdz(ident) && ident.ctxt.as_u32() & WITH_BIT != 0
}

/// `ident`, when what [`may_be_in_tdz`] asks for is done.
pub(crate) fn without_check(ident: &Ident) -> Ident {
    Ident { ctxt: SyntaxContext::from_u32(ident.ctxt.as_u32() & !CHECK_BIT), ..ident.clone() }
}

/// The [`FunctionId`] that the walk left in a function-like node's `ctxt`.
pub(crate) fn function_id(ctxt: SyntaxContext) -> FunctionId {
    ctxt.as_u32()
}

/// Every reference of the file, grouped by name; within a name in the order of the walk.
#[derive(Debug, Default)]
struct References {
    /// For each name, where its references start in `entries`; one more at the end.
    starts: Vec<u32>,
    /// (position in the order of the walk, the binding it resolves to)
    entries: Vec<(u32, SymbolId)>,
}

impl References {
    /// Groups references, given in the order of the walk, by name (a counting sort).
    fn group(references: &[(NameId, SymbolId)], names: usize) -> Self {
        let mut starts = vec![0; names + 1];
        for (name, _) in references {
            starts[*name as usize + 1] += 1;
        }
        for index in 1..starts.len() {
            starts[index] += starts[index - 1];
        }
        let mut next = starts.clone();
        let mut entries = vec![(0, 0); references.len()];
        for (order, (name, symbol)) in references.iter().enumerate() {
            let slot = &mut next[*name as usize];
            entries[*slot as usize] = (order as u32, *symbol);
            *slot += 1;
        }
        Self { starts, entries }
    }

    /// The references to `name`, in the order of the walk.
    fn in_order(&self, name: NameId) -> &[(u32, SymbolId)] {
        match self.starts.get(name as usize..name as usize + 2) {
            Some(bounds) => &self.entries[bounds[0] as usize..bounds[1] as usize],
            None => &[],
        }
    }

    /// What the references to `name` within `range` of the walk resolve to.
    fn of(&self, name: NameId, range: &Range<u32>) -> impl Iterator<Item = SymbolId> {
        let entries = self.in_order(name);
        let start = entries.partition_point(|(order, _)| *order < range.start);
        let end = range.end;
        entries[start..].iter().take_while(move |(order, _)| *order < end).map(|(_, symbol)| *symbol)
    }
}
