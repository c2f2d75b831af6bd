//! The scopes that are open at a point of the walk: names are declared in them and resolved through them.

use rustc_hash::{FxHashMap, FxHashSet};
use swc_atoms::Atom;
use swc_common::{BytePos, DUMMY_SP, Span, SyntaxContext};
use swc_ecma_ast::{Expr, Ident};

use super::{
    ArrayFact, BindingKind, CHECK_BIT, Class, ClassId, Facts, FileKind, Function, FunctionId, LoopFacts, LoopId,
    NameId, Names, References, ScopeId, Symbol, SymbolId, TDZ_BIT, ValueType, WITH_BIT, bindings::Declared,
    class_methods::Inherited, edition::Newer, escape::Use, names::ARGUMENTS, skippable::Candidate, symbol::Writes,
};
use crate::{positions::Positions, problem::Problem, syntax::feature::Feature};

/// A scope that is open.
struct Open {
    id: ScopeId,
    /// How long `hidden` was when it was opened.
    hidden: usize,
}

/// What is known of a scope by its id.
struct ScopeFacts {
    /// The innermost loop of the function that makes this scope anew in each iteration.
    in_loop: LoopId,
    kind: ScopeKind,
}

/// What a scope belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ScopeKind {
    /// A script, a module, or the parameters and body of a function.
    Function,
    /// The body of a function whose parameters have scopes of their own to look at.
    Body,
    /// A block, a switch, a catch clause.
    Block,
    /// The head of a `for` loop.
    LoopHead,
}

/// A loop around the current node, in the same function.
struct OpenLoop {
    facts: LoopFacts,
    parent: LoopId,
    part: LoopPart,
    /// What was met before it: a direct `eval` in the same function, and how many in all functions.
    evaluates: bool,
    evals: u32,
}

/// The part of a loop that is being walked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum LoopPart {
    Init,
    Test,
    Body,
}

/// A `with` statement around the current node.
struct OpenWith {
    /// The first scope that may be in it.
    first_scope: ScopeId,
    /// The function that it stands in.
    function: FunctionId,
}

pub(super) struct Environment {
    pub(super) names: Names,
    pub(super) symbols: Vec<Symbol>,
    pub(super) functions: Vec<Function>,
    classes: Vec<Class>,
    pub(super) problems: Vec<Problem>,
    /// The current function.
    pub(super) function: FunctionId,
    scopes: Vec<ScopeFacts>,
    scope_ends: Vec<ScopeId>,
    pub(super) references: Vec<(NameId, SymbolId)>,
    loops: Vec<OpenLoop>,
    closure_loops: FxHashMap<BytePos, LoopFacts>,
    in_loop: LoopId,
    /// A loop is around the current function.
    loops_outside: bool,
    /// How many times a direct `eval` was met.
    evals: u32,
    open_withs: Vec<OpenWith>,
    withs: FxHashMap<BytePos, ScopeId>,
    /// By name: the binding that it means here.
    current: Vec<SymbolId>,
    /// Bindings that inner ones hide, to be restored when scopes close.
    hidden: Vec<(NameId, SymbolId)>,
    open: Vec<Open>,
    /// The scope of a `for-in` or `for-of` head while its right side is walked: never initialised there.
    dead_scope: Option<ScopeId>,
    /// Names that are assigned and that the file does not declare.
    assigned_globals: FxHashSet<NameId>,
    /// Whether references of closures that may come too early are marked as well.
    checks_closures: bool,
    /// Some reference was marked since it may come too early.
    has_checks: bool,
    /// For the function declaration that is about to be opened.
    declared_in: Option<ScopeId>,
    /// How much the walk has met that lowering has to look at.
    pub(super) touched: u32,
    pub(super) candidates: Vec<Candidate>,
    pub(super) tests_for_commonjs: bool,
    /// Each `await` that no function is around.
    pub(super) awaits_at_top: Vec<Span>,
}

impl Environment {
    /// `size` is about how many names the file declares.
    pub(super) fn new(checks_closures: bool, size: usize) -> Self {
        let no_symbol = Symbol {
            writes: Writes { written: true, reassigned: true, ..Writes::default() },
            value: ValueType::Unknown,
            ..Symbol::new(0, BindingKind::Var, 0, 0, DUMMY_SP)
        };
        let mut symbols = Vec::with_capacity(size);
        symbols.push(no_symbol);
        let mut current = Vec::with_capacity(size);
        current.push(0);
        Self {
            names: Names::with_capacity(size),
            symbols,
            functions: vec![],
            classes: vec![],
            problems: vec![],
            function: 0,
            scopes: vec![],
            scope_ends: vec![],
            references: Vec::with_capacity(4 * size),
            loops: vec![OpenLoop {
                facts: LoopFacts::default(),
                parent: 0,
                part: LoopPart::Body,
                evaluates: false,
                evals: 0,
            }],
            closure_loops: FxHashMap::default(),
            in_loop: 0,
            loops_outside: false,
            evals: 0,
            open_withs: vec![],
            withs: FxHashMap::default(),
            current,
            hidden: vec![],
            open: vec![],
            dead_scope: None,
            assigned_globals: FxHashSet::default(),
            checks_closures,
            has_checks: false,
            declared_in: None,
            touched: 0,
            candidates: vec![],
            tests_for_commonjs: false,
            awaits_at_top: vec![],
        }
    }

    /// Syntax of an edition after ES2018 is to be lowered, or refused.
    #[inline(always)]
    pub(super) fn meet(&mut self, newer: Option<Newer>) {
        if let Some(newer) = newer {
            self.note_newer(newer);
        }
    }

    fn note_newer(&mut self, (span, feature): Newer) {
        self.touched += 1;
        if feature == Feature::TopLevelAwait {
            self.awaits_at_top.push(span);
        }
        self.problems.extend(Problem::refused(span, feature));
    }

    pub(super) fn finish(self) -> (Facts, Vec<Problem>) {
        let facts = Facts {
            references: References::group(&self.references, self.names.len()),
            names: self.names,
            has_checks: self.has_checks,
            symbols: self.symbols,
            functions: self.functions,
            classes: self.classes,
            withs: self.withs,
            loops: self.closure_loops,
            replaced: self.assigned_globals,
            kinds_are_observed: false,
            changes_parents: false,
            scope_ends: self.scope_ends,
            code_strings: vec![],
            candidates: self.candidates,
            skippable: Positions::default(),
            file_kind: FileKind::Script,
            tests_for_commonjs: self.tests_for_commonjs,
            awaits_at_top: false,
        };
        (facts, self.problems)
    }

    // ---- functions ----

    /// Enters a function; returns what [`close_function`](Self::close_function) wants back.
    pub(super) fn open_function(&mut self, is_arrow: bool, strict: bool) -> Outside {
        let outside = Outside {
            function: self.function,
            in_loop: std::mem::take(&mut self.in_loop),
            loops_outside: self.loops_outside,
        };
        self.loops_outside |= outside.in_loop != 0;
        let references = self.references.len() as u32;
        self.function = self.functions.len() as FunctionId;
        self.functions.push(Function {
            parent: outside.function,
            is_arrow,
            strict,
            uses_arguments: false,
            arguments_are_captured: false,
            assigns_arguments: false,
            has_variables: false,
            has_simple_parameters: true,
            is_divided: false,
            has_divided_eval: false,
            uses_new_target: false,
            returns_value: false,
            has_eval: false,
            evaluates: false,
            evaluates_in_parameters: false,
            has_separate_body: false,
            eval_sees_arguments: false,
            declared_in: self.declared_in.take(),
            holder: 0,
            own_name: 0,
            hidden_params: vec![],
            references: references..references,
        });
        outside
    }

    /// Notes that the function that is opened next is declared in the current scope.
    pub(super) fn declares_function(&mut self) {
        self.declared_in = Some(self.scope());
    }

    pub(super) fn close_function(&mut self, outside: Outside) {
        self.functions[self.function as usize].references.end = self.references.len() as u32;
        self.function = outside.function;
        self.in_loop = outside.in_loop;
        self.loops_outside = outside.loops_outside;
    }

    /// Enters a class.
    pub(super) fn open_class(&mut self, name: SymbolId) -> ClassId {
        let references = self.references.len() as u32;
        let symbols = self.symbols.len() as SymbolId;
        self.divide();
        let evaluates = std::mem::take(&mut self.functions[self.function as usize].evaluates);
        self.classes.push(Class {
            name,
            evaluates,
            inherited: Inherited::default(),
            references: references..references,
            symbols: symbols..symbols,
        });
        self.classes.len() as ClassId - 1
    }

    /// Enters or leaves the function of a member: when it is called, the class whose name is `name` is there.
    pub(super) fn in_member(&mut self, name: SymbolId, inside: bool) {
        self.symbols[name as usize].zone.initialized = inside;
    }

    pub(super) fn close_class(&mut self, id: ClassId, inherited: Inherited) {
        let class = &mut self.classes[id as usize];
        self.symbols[inherited.parent as usize].is_extended = true;
        class.inherited = inherited;
        // What it holds now stood before the class; what the function has found since stands in it.
        let function = &mut self.functions[self.function as usize];
        let evaluated = std::mem::replace(&mut class.evaluates, function.evaluates);
        function.evaluates |= evaluated;
        class.references.end = self.references.len() as u32;
        class.symbols.end = self.symbols.len() as SymbolId;
    }

    /// Notes that code of this function may use names that the tree does not show.
    pub(super) fn note_eval(&mut self) {
        let mut id = self.function;
        while !self.functions[id as usize].has_eval {
            self.functions[id as usize].has_eval = true;
            id = self.functions[id as usize].parent;
        }
    }

    /// Notes a direct `eval`.
    pub(super) fn note_direct_eval(&mut self) {
        self.note_eval();
        self.evals += 1;
        self.functions[self.function as usize].evaluates = true;
        self.function_of_arrows().eval_sees_arguments = true;
        self.capture_all();
    }

    /// Notes that a closure may refer to each binding of an iteration that is visible here, whatever its name.
    fn capture_all(&mut self) {
        if !self.loops_outside {
            return;
        }
        for name in 0..self.current.len() {
            let id = self.current[name];
            let symbol = &mut self.symbols[id as usize];
            let scope = symbol.scope;
            if id != 0
                && symbol.function != self.function
                && symbol.kind.is_per_iteration()
                && self.scopes[scope as usize].in_loop != 0
            {
                symbol.writes.captured = true;
                symbol.output.held_per_iteration = true;
                self.note_held(scope);
            }
        }
    }

    pub(super) fn is_in_arrow(&self) -> bool {
        self.functions[self.function as usize].is_arrow
    }

    /// Notes that some code of the current function comes to stand in an ES5 function of its own.
    pub(super) fn divide(&mut self) {
        self.functions[self.function as usize].is_divided = true;
    }

    /// Hides what `arguments` means around: the function that was entered has an object of that name.
    pub(super) fn hide_arguments(&mut self) {
        let around = std::mem::take(&mut self.current[ARGUMENTS as usize]);
        if around != 0 {
            self.hidden.push((ARGUMENTS, around));
        }
    }

    fn note_arguments(&mut self) {
        let captured = self.is_in_arrow();
        let function = self.function_of_arrows();
        function.uses_arguments = true;
        function.arguments_are_captured |= captured;
    }

    pub(super) fn note_new_target(&mut self) {
        self.function_of_arrows().uses_new_target = true;
    }

    /// The current function, or the one around if it is an arrow function.
    fn function_of_arrows(&mut self) -> &mut Function {
        let id = self.id_of_function_of_arrows();
        &mut self.functions[id as usize]
    }

    fn id_of_function_of_arrows(&self) -> FunctionId {
        let mut id = self.function;
        while id != 0 && self.functions[id as usize].is_arrow {
            id = self.functions[id as usize].parent;
        }
        id
    }

    // ---- scopes ----

    pub(super) fn open_scope(&mut self, kind: ScopeKind) {
        let id = self.scopes.len() as ScopeId;
        self.scopes.push(ScopeFacts { in_loop: self.in_loop, kind });
        self.scope_ends.push(id);
        self.open.push(Open { id, hidden: self.hidden.len() });
    }

    pub(super) fn close_scope(&mut self) {
        let Some(open) = self.open.pop() else { return };
        self.scope_ends[open.id as usize] = self.scopes.len() as ScopeId - 1;
        for (name, symbol) in self.hidden.drain(open.hidden..).rev() {
            self.current[name as usize] = symbol;
        }
    }

    fn scope(&self) -> ScopeId {
        self.open.last().map_or(0, |open| open.id)
    }

    /// Whether what is declared here belongs to a block, not to a function or the file.
    pub(super) fn is_in_block(&self) -> bool {
        !matches!(self.scopes[self.scope() as usize].kind, ScopeKind::Function | ScopeKind::Body)
    }

    /// Runs `work` while the bindings of the current scope can't be initialised.
    pub(super) fn begin_dead(&mut self) {
        self.dead_scope = Some(self.scope());
    }

    pub(super) fn end_dead(&mut self) {
        self.dead_scope = None;
    }

    /// Enters another clause of the `switch` whose scope was opened last, by way of a jump perhaps.
    pub(super) fn next_clause(&mut self) {
        let scope = self.scope();
        let declared = self.hidden[self.open.last().map_or(0, |open| open.hidden)..].iter();
        for symbol in declared.filter_map(|(name, _)| self.current.get(*name as usize)) {
            let symbol = &mut self.symbols[*symbol as usize];
            symbol.zone.may_be_skipped |= symbol.scope == scope && symbol.zone.initialized && symbol.kind.is_lexical();
        }
    }

    // ---- with ----

    /// Enters the body of the `with` statement that begins at `lo`.
    pub(super) fn open_with(&mut self, lo: BytePos) {
        let first_scope = self.scopes.len() as ScopeId;
        self.withs.insert(lo, first_scope);
        self.open_withs.push(OpenWith { first_scope, function: self.function });
    }

    pub(super) fn close_with(&mut self) {
        self.open_withs.pop();
    }

    /// Whether a reference to `name`, which resolves to `id`, may be a property of the object of a `with` around it.
    fn may_be_property(&self, name: NameId, id: SymbolId) -> bool {
        let Some(with) = self.open_withs.last() else { return false };
        match id {
            0 if name == ARGUMENTS => self.id_of_function_of_arrows() <= with.function,
            id => self.symbols[id as usize].scope < with.first_scope,
        }
    }

    /// Whether the current function has a `with` around the current code.
    fn is_in_with(&self) -> bool {
        self.open_withs.last().is_some_and(|with| with.function == self.function)
    }

    // ---- loops ----

    pub(super) fn open_loop(&mut self) {
        self.loops.push(OpenLoop {
            facts: LoopFacts::default(),
            parent: self.in_loop,
            part: LoopPart::Body,
            evaluates: std::mem::take(&mut self.functions[self.function as usize].evaluates),
            evals: self.evals,
        });
        self.in_loop = self.loops.len() as LoopId - 1;
    }

    pub(super) fn loop_part(&mut self, part: LoopPart) {
        self.loops[self.in_loop as usize].part = part;
    }

    /// Leaves the loop whose statement starts at `lo`.
    pub(super) fn close_loop(&mut self, lo: BytePos) {
        let OpenLoop { mut facts, parent, evaluates, evals, .. } = self.loops[self.in_loop as usize];
        let function = &mut self.functions[self.function as usize];
        facts.evaluates = function.evaluates;
        facts.has_eval = self.evals > evals;
        function.evaluates |= evaluates;
        if facts.needs_closure() {
            self.closure_loops.insert(lo, facts);
            self.divide();
            self.functions[self.function as usize].has_divided_eval |= facts.evaluates;
        }
        self.in_loop = parent;
        if parent != 0 {
            let outer = &mut self.loops[parent as usize].facts;
            outer.has_yield |= facts.has_yield;
            // The variables of the initialisation are made once for each iteration of the loop around.
            outer.captured_in_body |= facts.captured_in_init;
        }
    }

    /// Notes a `yield` or `await`.
    pub(super) fn note_yield(&mut self) {
        self.loops[self.in_loop as usize].facts.has_yield = true;
    }

    /// Notes that a closure holds a binding of `scope`, which its loop makes anew in each iteration.
    fn note_held(&mut self, scope: ScopeId) {
        let ScopeFacts { in_loop, kind } = self.scopes[scope as usize];
        let open = &mut self.loops[in_loop as usize];
        let part = if kind == ScopeKind::LoopHead { open.part } else { LoopPart::Body };
        match part {
            LoopPart::Init => open.facts.captured_in_init = true,
            LoopPart::Test => open.facts.captured_in_test = true,
            LoopPart::Body => open.facts.captured_in_body = true,
        }
    }

    // ---- declaring ----

    /// Declares a name in the innermost scope, or reports why it can't be declared there.
    pub(super) fn declare(&mut self, Declared { name, span, kind, is_repeatable }: Declared<'_>) -> SymbolId {
        let name = self.name_id(name);
        let scope = self.scope();
        let found = self.current[name as usize];
        if found != 0 && self.symbols[found as usize].scope == scope {
            return self.declare_again(found, span, kind, is_repeatable);
        }
        let id = self.symbols.len() as SymbolId;
        let scope_kind = self.scopes[scope as usize].kind;
        let mut symbol = Symbol::new(name, kind, self.function, scope, span);
        symbol.annex_b.is_repeatable = is_repeatable;
        symbol.output.may_clash = scope_kind != ScopeKind::Function && kind != BindingKind::CatchParam;
        symbol.lookups.is_in_with =
            (kind.is_per_iteration() || kind == BindingKind::SuspendedCatchParam) && self.is_in_with();
        // It may be handed from one iteration to the next.
        symbol.escape.is_more_than_called = scope_kind == ScopeKind::LoopHead;
        self.symbols.push(symbol);
        self.hidden.push((name, found));
        self.current[name as usize] = id;
        id
    }

    /// A second declaration of a name in one scope: fine for `var`, parameters and functions, and for functions of
    /// one block in sloppy code (Annex B.3.3.4).
    fn declare_again(&mut self, id: SymbolId, span: Span, kind: BindingKind, is_repeatable: bool) -> SymbolId {
        use BindingKind::{BlockFunction, CatchParam, Function, Param, SuspendedCatchParam, Var};
        let strict = self.functions[self.function as usize].strict;
        let symbol = &mut self.symbols[id as usize];
        let is_fixed = |kind, is_repeatable: bool| kind == Function && !is_repeatable;
        let allowed = match (symbol.kind, kind) {
            (Var | Function | Param, Var | Function) => {
                !is_fixed(symbol.kind, symbol.annex_b.is_repeatable) && !is_fixed(kind, is_repeatable)
            }
            (Param, Param) => !strict,
            (BlockFunction, BlockFunction) => !strict && symbol.annex_b.is_repeatable && is_repeatable,
            (CatchParam | SuspendedCatchParam, Var) => true,
            _ => false,
        };
        if !allowed {
            let name = self.names.atom(symbol.name).clone();
            self.problems.push(Problem::redeclared(&name, span, symbol.span));
        }
        if kind != Var {
            symbol.writes.reassigned = true;
            symbol.value = ValueType::Unknown;
        }
        id
    }

    /// Declares the name of a function expression or a class, which nothing else can be in the scope of: it belongs to
    /// the function around.
    pub(super) fn declare_outside(&mut self, declared: Declared<'_>, outside: FunctionId) {
        let id = self.declare(declared);
        let symbol = &mut self.symbols[id as usize];
        symbol.function = outside;
        symbol.output.may_clash = false;
        symbol.writes.written = true;
    }

    /// Notes that a function in a block has a `var` as well. Catch parameters between the two must not hide it
    /// (Annex B.3.5).
    pub(super) fn declare_var_of_block_function(&mut self, function: SymbolId, var: SymbolId, leads: bool) {
        let symbol = &mut self.symbols[function as usize];
        symbol.annex_b.var = var;
        symbol.annex_b.leads_block = leads;
        let name = symbol.name;
        for (_, hidden) in self.hidden.iter().filter(|(hidden, _)| *hidden == name) {
            let symbol = &mut self.symbols[*hidden as usize];
            symbol.output.hides_var |= symbol.kind == BindingKind::CatchParam && symbol.function == self.function;
        }
    }

    /// Whether a binding belongs to the innermost scope.
    pub(super) fn is_local(&self, id: SymbolId) -> bool {
        self.symbols[id as usize].scope == self.scope()
    }

    /// Whether a binding has this name in the source.
    pub(super) fn is_named(&self, id: SymbolId, name: &swc_atoms::Atom) -> bool {
        self.names.atom(self.symbols[id as usize].name) == name
    }

    /// The number of a name, for which there is room in `current`.
    fn name_id(&mut self, name: &Atom) -> NameId {
        let id = self.names.intern(name);
        if id as usize >= self.current.len() {
            self.current.resize(self.names.len(), 0);
        }
        id
    }

    /// The binding that `name` means here; 0 for none.
    pub(super) fn lookup(&self, name: &swc_atoms::Atom) -> SymbolId {
        self.names.find(name).and_then(|name| self.current.get(name as usize)).copied().unwrap_or(0)
    }

    // ---- resolving ----

    /// Resolves a reference that is read.
    pub(super) fn read(&mut self, ident: &mut Ident, how: Use) {
        self.resolve(ident, how);
    }

    /// Resolves a reference that is assigned.
    pub(super) fn assign(&mut self, ident: &mut Ident, value: ValueType, how: Use) {
        let id = self.resolve(ident, how);
        if id == 0 {
            let name = self.names.intern(&ident.sym);
            self.assigned_globals.insert(name);
            if name == ARGUMENTS {
                self.function_of_arrows().assigns_arguments = true;
            }
        } else {
            let symbol = &mut self.symbols[id as usize];
            symbol.writes.reassigned = true;
            symbol.value = symbol.value.min(value);
            // A variable at the top may be exported.
            self.touched += u32::from(symbol.kind.is_immutable() || symbol.function == 0);
            let ScopeFacts { in_loop, kind } = &self.scopes[symbol.scope as usize];
            symbol.writes.assigned_in_body |= *kind == ScopeKind::LoopHead
                && (symbol.function != self.function || self.loops[*in_loop as usize].part == LoopPart::Body);
        }
    }

    /// Resolves the name in a declaration, and notes that its binding is initialised from here on, perhaps with a value.
    pub(super) fn initialize(&mut self, ident: &mut Ident, value: Option<ValueType>) {
        let id = self.lookup(&ident.sym);
        let symbol = &mut self.symbols[id as usize];
        symbol.zone.initialized = true;
        if let Some(value) = value {
            symbol.value = symbol.value.min(value);
            symbol.writes.reassigned |= symbol.writes.written && symbol.kind != BindingKind::Param;
            symbol.writes.written = true;
        }
        ident.ctxt = SyntaxContext::from_u32(id);
    }

    /// Like [`initialize`](Self::initialize) for a `var` with an initialiser, which may stand anywhere in its function
    /// and counts as a reference.
    pub(super) fn initialize_var(&mut self, ident: &mut Ident, value: Option<ValueType>, how: Use) {
        let id = self.resolve(ident, how);
        if let Some(value) = value {
            let symbol = &mut self.symbols[id as usize];
            symbol.value = symbol.value.min(value);
            symbol.writes.reassigned |= symbol.writes.written;
            symbol.writes.written = true;
        }
    }

    /// Notes what a binding is declared with.
    pub(super) fn holds(&mut self, name: &Atom, init: &Expr) {
        let id = self.lookup(name);
        let symbol = &mut self.symbols[id as usize];
        match init {
            Expr::Array(_) => symbol.escape.array = ArrayFact::of(init),
            Expr::Class(class) => symbol.class = Some(class.class.ctxt.as_u32()),
            _ => {}
        }
    }

    /// Notes that a binding is declared as a class.
    pub(super) fn holds_class(&mut self, name: &Atom, class: &swc_ecma_ast::Class) {
        let id = self.lookup(name);
        self.symbols[id as usize].class = Some(class.ctxt.as_u32());
    }

    /// The binding that a name means here. `how`: what is done with its value.
    fn resolve(&mut self, ident: &mut Ident, how: Use) -> SymbolId {
        let name = self.name_id(&ident.sym);
        let id = self.current[name as usize];
        self.references.push((name, id));
        let may_be_property = self.may_be_property(name, id);
        if id == 0 {
            if name == ARGUMENTS {
                self.note_arguments();
            }
            self.touched += u32::from(name == ARGUMENTS || !ident.sym.is_ascii());
            ident.ctxt = SyntaxContext::from_u32(if may_be_property { WITH_BIT } else { 0 });
            return 0;
        }
        let function = self.function;
        let may_be_uninitialized = !may_be_property && self.may_be_uninitialized(id);
        self.has_checks |= may_be_uninitialized;
        let symbol = &mut self.symbols[id as usize];
        symbol.lookups.is_seen_in_with |= may_be_property;
        symbol.used = true;
        symbol.escape.note(how);
        let dead = self.dead_scope == Some(symbol.scope);
        let is_early = !symbol.zone.initialized && (dead || symbol.function == function) && !may_be_property;
        symbol.zone.is_checked |= may_be_uninitialized && !is_early;
        self.touched +=
            u32::from(is_early || may_be_uninitialized || symbol.kind == BindingKind::Import || symbol.escape.is_rest);
        ident.ctxt = SyntaxContext::from_u32(match (is_early, may_be_uninitialized) {
            (true, _) => id | TDZ_BIT,
            (false, true) => id | CHECK_BIT,
            (false, false) if may_be_property => id | WITH_BIT,
            (false, false) => id,
        });
        if symbol.function != function && symbol.kind != BindingKind::FunctionName {
            symbol.writes.captured = true;
            if symbol.kind.is_per_iteration() && self.scopes[symbol.scope as usize].in_loop != 0 {
                symbol.output.held_per_iteration = true;
                let scope = symbol.scope;
                self.note_held(scope);
            }
        }
        id
    }
}

/// References that may come too early.
impl Environment {
    /// Whether a reference to `id` from here may be evaluated before the binding is initialised.
    fn may_be_uninitialized(&self, id: SymbolId) -> bool {
        let symbol = &self.symbols[id as usize];
        symbol.zone.may_be_skipped || self.checks_closures && self.may_be_uninitialized_in_closure(symbol)
    }

    fn may_be_uninitialized_in_closure(&self, symbol: &Symbol) -> bool {
        let in_closure = symbol.function != self.function;
        match symbol.kind {
            // Where functions are declared that could be called too early, all parameters have their value.
            BindingKind::Param => in_closure && !symbol.zone.initialized,
            BindingKind::Let | BindingKind::Const | BindingKind::Class | BindingKind::ClassName => {
                in_closure && (!symbol.zone.initialized || self.is_declared_beside(symbol))
            }
            _ => false,
        }
    }

    /// Whether the current code belongs to a function declaration in the scope of `symbol`, which can be called before
    /// the walk comes by.
    fn is_declared_beside(&self, symbol: &Symbol) -> bool {
        let mut id = self.function;
        loop {
            let Function { parent, declared_in, .. } = self.functions[id as usize];
            if parent == symbol.function || parent == id {
                return declared_in == Some(symbol.scope);
            }
            id = parent;
        }
    }
}

/// What lies outside of the current function.
pub(super) struct Outside {
    pub(super) function: FunctionId,
    in_loop: LoopId,
    loops_outside: bool,
}
