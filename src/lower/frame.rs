//! Function frames: what the ES5 function that is being written needs at its top, and what `this` means in it.
//!
//! Every ES5 function has a frame of its own for its temporaries. Arrow functions and the functions that loop bodies
//! become take `this`, `arguments` and `new.target` from the frame around them, by way of an alias:
//!
//! ```js
//! function f() { return () => this; }
//! // becomes
//! function f() { var _this = this; return function () { return _this; }; }
//! ```

use rustc_hash::FxHashSet;
use swc_atoms::Atom;
use swc_common::SyntaxContext;
use swc_ecma_ast::*;

use super::{
    Lower, class::derived::DerivedThis, direct_eval::EvalScope, evaluate_once::repeat, jumps::Jump,
    loop_closure::LoopBody, statement::insert,
};
use crate::{
    ast::is_directive,
    build,
    scope::{FunctionId, LocalNames, SymbolId, TEMP},
};

/// One ES5 function that is being written.
#[derive(Default)]
pub(super) struct FunctionFrame {
    /// The names generated for it alone.
    names: LocalNames,
    /// Declared at its top: temporaries and aliases.
    vars: Vec<VarDeclarator>,
    /// Run at its top, before the statements of the source.
    pub(super) first: Vec<Stmt>,
    /// The names that [`declare_once`](Lower::declare_once) has declared.
    declared: FxHashSet<Atom>,
    /// Where `this`, `arguments` and `new.target` come from: the frame itself, or the one around arrows.
    pub(super) this_frame: usize,
    pub(super) function: FunctionId,
    this: Option<Atom>,
    /// What gives `this`, where static elements of a class run: the class.
    pub(super) itself: Option<Expr>,
    pub(super) arguments: Option<Atom>,
    /// The rest parameter that `arguments` stands for, 0 for none, and how many parameters there are before it.
    pub(super) rest: SymbolId,
    pub(super) rest_start: usize,
    new_target: Option<Atom>,
    /// What `break` and `continue` can reach without leaving the frame.
    pub(super) jumps: Vec<Jump>,
    /// For the function that a loop body became.
    pub(super) loop_body: Option<LoopBody>,
    pub(super) kind: FunctionKind,
    /// It is the function around a class.
    pub(super) is_class_body: bool,
    pub(super) parents: Parents,
    /// For the constructor of a derived class.
    pub(super) derived: Option<DerivedThis>,
    /// How the body can be suspended. It then becomes a function inside of this one, so that `this` and `arguments`
    /// have aliases.
    pub(super) suspension: Option<Suspension>,
    /// For a generator that bundlers may drop: the variable that holds it, once it is marked.
    pub(super) mark: Option<Ident>,
    /// While its parameter list is lowered: the names that a direct `eval` there may not declare.
    pub(super) closed_to_eval: Vec<Atom>,
    /// What its parts share, if a direct `eval` may declare variables in them.
    pub(super) eval_scope: Option<EvalScope>,
    /// A name by which the function can refer to itself, if it has one that nothing in it hides.
    pub(super) self_name: Option<Ident>,
    /// A name that the function, being an anonymous expression, must get to refer to itself.
    pub(super) wanted_name: Option<Atom>,
}

/// The variables of the function around a class that hold the prototypes which `super.m()` looks in, once a member asks
/// for them.
#[derive(Default)]
pub(super) struct Parents {
    pub(super) of_class: Option<Ident>,
    pub(super) of_prototype: Option<Ident>,
}

/// Whether a function can be called by `new`.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum FunctionKind {
    /// A function declaration or expression: it can.
    #[default]
    Plain,
    /// A method or accessor, a generator or async function: it can't.
    Method,
    /// The constructor of a class: it can be called by nothing else.
    Constructor,
}

/// How a function can be suspended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Suspension {
    Generator,
    Async,
    AsyncGenerator,
}

impl Suspension {
    pub(super) fn of(is_generator: bool, is_async: bool) -> Option<Self> {
        match (is_generator, is_async) {
            (false, false) => None,
            (true, false) => Some(Self::Generator),
            (false, true) => Some(Self::Async),
            (true, true) => Some(Self::AsyncGenerator),
        }
    }
}

impl FunctionFrame {
    /// Declares a variable at the top of the function.
    pub(super) fn declare(&mut self, ident: Ident, init: Option<Expr>) {
        self.vars.push(build::declarator(ident, init));
    }
}

impl Lower {
    /// Enters a function that has its own `this`.
    pub(super) fn open_frame(&mut self, function: FunctionId) {
        let this_frame = self.frames.len();
        let names = self.facts.names.locals();
        self.frames.push(FunctionFrame { function, this_frame, names, ..FunctionFrame::default() });
    }

    /// Enters an arrow function, or a loop body that becomes a function.
    pub(super) fn open_lexical_frame(&mut self, function: FunctionId, loop_body: Option<LoopBody>) {
        let around = self.frames.last();
        let this_frame = around.map_or(0, |frame| frame.this_frame);
        let suspension = around.filter(|frame| frame.function == function).and_then(|frame| frame.suspension);
        let names = self.facts.names.locals();
        self.frames.push(FunctionFrame {
            function,
            this_frame,
            loop_body,
            suspension,
            names,
            ..FunctionFrame::default()
        });
    }

    /// Leaves a function: declares what its frame needs, after the directives of `stmts`.
    pub(super) fn close_frame(&mut self, stmts: &mut Vec<Stmt>) -> FunctionFrame {
        let mut frame = self.frames.pop().unwrap_or_default();
        self.facts.names.forget_locals(frame.names);
        let at = stmts.iter().take_while(|stmt| is_directive(stmt)).count();
        insert(stmts, at, std::mem::take(&mut frame.first));
        let vars = std::mem::take(&mut frame.vars);
        if !vars.is_empty() {
            stmts.insert(at, build::var_at(swc_common::DUMMY_SP, vars));
        }
        frame
    }

    pub(super) fn frame(&mut self) -> &mut FunctionFrame {
        if self.frames.is_empty() {
            self.frames.push(FunctionFrame::default());
        }
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    /// The facts of the function that the current code belongs to.
    pub(super) fn function_facts(&mut self) -> &crate::scope::Function {
        let function = self.frame().function;
        &self.facts.functions[function as usize]
    }

    /// Whether the current code is strict.
    pub(super) fn is_strict(&mut self) -> bool {
        let function = self.frame().function;
        let frames = self.frames.iter().rev().take_while(|frame| frame.function == function);
        frames.clone().any(|frame| frame.is_class_body) || self.function_facts().strict
    }

    /// A new variable of the current function, for a value that is needed more than once.
    pub(super) fn temp(&mut self, base: &str) -> Ident {
        let ident = self.local_ident(base);
        self.declare(ident.clone(), None);
        ident
    }

    /// A name for a value that is assigned once; whoever asks declares it, in the current function.
    pub(super) fn local_ident(&mut self, base: &str) -> Ident {
        Ident { ctxt: SyntaxContext::from_u32(TEMP), ..build::ident(&self.facts.names.fresh_local(base)) }
    }

    /// The same, declared in any function.
    pub(super) fn fresh_ident(&mut self, base: &str) -> Ident {
        Ident { ctxt: SyntaxContext::from_u32(TEMP), ..build::ident(&self.facts.names.fresh(base)) }
    }

    /// The same, declared at the top of the file and read after the current statement.
    pub(super) fn ident_at_top(&mut self, base: &str) -> Ident {
        Ident { ctxt: SyntaxContext::from_u32(TEMP), ..build::ident(&self.facts.names.fresh_at_top(base)) }
    }

    /// Whether the current code is in no function.
    pub(super) fn is_at_top(&self) -> bool {
        self.frames.len() == 1
    }

    /// Whether the function that `this` belongs to is in no other.
    pub(super) fn is_function_at_top(&self) -> bool {
        self.frames.last().is_some_and(|frame| frame.this_frame == 1)
    }

    /// Declares a variable at the top of the current function.
    pub(super) fn declare(&mut self, ident: Ident, init: Option<Expr>) {
        self.frame().declare(ident, init);
    }

    /// Declares a variable at the top of the current function, unless it is there already.
    pub(super) fn declare_once(&mut self, ident: Ident) {
        let frame = self.frame();
        if frame.declared.insert(ident.sym.clone()) {
            frame.vars.push(build::declarator(Ident { span: swc_common::DUMMY_SP, ..ident }, None));
        }
    }

    /// Declares a variable at the top of the file.
    pub(super) fn declare_at_top(&mut self, ident: Ident) {
        self.frames[0].declare(ident, None);
    }

    /// The frame whose variables `var`s of the source belong to: not that of a loop body.
    pub(super) fn hoisting_frame(&mut self) -> &mut FunctionFrame {
        let at = self.frames.iter().rposition(|frame| frame.loop_body.is_none()).unwrap_or(0);
        &mut self.frames[at]
    }

    /// Declares a variable in that frame, unless it is there already.
    pub(super) fn declare_hoisted(&mut self, ident: Ident) {
        let frame = self.hoisting_frame();
        let declared = frame.vars.iter().any(|var| matches!(&var.name, Pat::Ident(name) if name.sym == ident.sym));
        if !declared {
            frame.vars.push(build::declarator(ident, None));
        }
    }

    /// Whether `this` in the current code is that of a frame further out.
    pub(super) fn is_lexical(&self) -> bool {
        self.frames.last().is_some_and(|frame| frame.suspension.is_some() || frame.this_frame + 1 != self.frames.len())
    }

    /// The frame that `this` belongs to.
    pub(super) fn this_frame(&mut self) -> &mut FunctionFrame {
        let at = self.this_frame_index();
        &mut self.frames[at]
    }

    pub(super) fn this_frame_index(&self) -> usize {
        self.frames.last().map_or(0, |frame| frame.this_frame)
    }

    /// `this`, or its alias.
    pub(super) fn this(&mut self) -> Expr {
        if let Some(itself) = &self.this_frame().itself {
            return repeat(itself);
        }
        if self.linkage.is_some() && self.this_frame_index() == 0 {
            return build::undefined();
        }
        if self.this_frame().derived.as_ref().is_some_and(|derived| !derived.is_plain()) {
            return self.derived_this();
        }
        if !self.is_lexical() {
            return build::this();
        }
        let name = match &self.this_frame().this {
            Some(name) => name.clone(),
            None => {
                let name = self.facts.names.fresh("this");
                let frame = self.this_frame();
                frame.this = Some(name.clone());
                // var _this = this;
                frame.vars.insert(0, build::declarator(build::ident(&name), Some(build::this())));
                name
            }
        };
        build::constant(&name)
    }

    /// A variable that holds `new.target` of the current function; `value` makes it where it is first needed.
    pub(super) fn new_target_alias(&mut self, value: impl FnOnce(&mut Self, FunctionId) -> Expr) -> Expr {
        let name = match &self.this_frame().new_target {
            Some(name) => name.clone(),
            None => {
                let name = self.facts.names.fresh("newTarget");
                let function = self.this_frame().function;
                let value = value(self, function);
                let frame = self.this_frame();
                frame.new_target = Some(name.clone());
                frame.vars.push(build::declarator(build::ident(&name), Some(value)));
                name
            }
        };
        build::name(&name)
    }
}
