//! Bindings, and what the walk learns of each.

use swc_atoms::Atom;
use swc_common::Span;

use super::{ClassId, FunctionId, NameId, ScopeId, SymbolId, ValueType, escape::Escape};

/// How a binding came to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BindingKind {
    Var,
    Let,
    Const,
    Class,
    Param,
    /// A function declaration at the top of a function, script or module: hoisted like `var`.
    Function,
    /// A function declaration in a block: scoped like `let`, initialised where the block begins.
    BlockFunction,
    /// `catch (e)`: ES5 scopes it to its block as well.
    CatchParam,
    /// The same in a generator or async function, where it becomes a variable of the function.
    SuspendedCatchParam,
    /// A name in `catch ({ name })`.
    CatchPattern,
    Import,
    /// The name of a function expression, seen inside it only.
    FunctionName,
    /// The name of a class, seen inside it only.
    ClassName,
}

impl BindingKind {
    /// Whether a reference before the initialisation throws.
    pub(crate) fn has_tdz(self) -> bool {
        matches!(self, Self::Let | Self::Const | Self::Class | Self::ClassName | Self::Param)
    }

    /// Whether an assignment throws.
    pub(crate) fn is_immutable(self) -> bool {
        matches!(self, Self::Const | Self::Import | Self::ClassName)
    }

    /// Whether it may be declared again by `var`.
    pub(super) fn is_var_like(self) -> bool {
        matches!(self, Self::Var | Self::Function | Self::Param)
    }

    /// Whether it has a temporal dead zone that closures can see.
    pub(crate) fn is_lexical(self) -> bool {
        matches!(self, Self::Let | Self::Const | Self::Class)
    }

    /// Whether it has a scope of its own in ES5, so that it can never clash with a variable of its function.
    pub(crate) fn is_native_scope(self) -> bool {
        matches!(self, Self::CatchParam | Self::FunctionName | Self::ClassName)
    }

    /// Whether each entry of its block, and so each iteration of a loop around it, makes a new one.
    pub(super) fn is_per_iteration(self) -> bool {
        matches!(
            self,
            Self::Let
                | Self::Const
                | Self::Class
                | Self::BlockFunction
                | Self::CatchPattern
                | Self::SuspendedCatchParam
        )
    }
}

/// A binding.
#[derive(Debug)]
pub(crate) struct Symbol {
    pub(crate) name: NameId,
    pub(crate) kind: BindingKind,
    /// The function whose ES5 variable it becomes.
    pub(crate) function: FunctionId,
    pub(super) scope: ScopeId,
    pub(crate) span: Span,
    /// The class that it is declared as.
    pub(super) class: Option<ClassId>,
    /// Some class extends what it holds.
    pub(crate) is_extended: bool,
    /// Some reference is there at all.
    pub(crate) used: bool,
    pub(crate) writes: Writes,
    pub(crate) zone: DeadZone,
    /// What the values have in common that it is given.
    pub(super) value: ValueType,
    /// What is done with what it holds.
    pub(super) escape: Escape,
    pub(crate) annex_b: AnnexB,
    pub(crate) lookups: DynamicLookups,
    pub(crate) output: OutputVariable,
}

/// Who writes a binding, and who may see that.
#[derive(Debug, Default)]
pub(crate) struct Writes {
    /// It has had a value assigned once; the next assignment makes it `reassigned`.
    pub(super) written: bool,
    /// It is assigned after its initialisation.
    pub(crate) reassigned: bool,
    /// For a binding of a `for` head: the body, or some closure, assigns it.
    pub(crate) assigned_in_body: bool,
    /// A function other than its own refers to it.
    pub(crate) captured: bool,
}

/// Its temporal dead zone.
#[derive(Debug, Default)]
pub(crate) struct DeadZone {
    /// The walk has passed its initialisation.
    pub(super) initialized: bool,
    /// Its initialisation stands in an earlier clause of the current `switch`, which may have been skipped.
    pub(super) may_be_skipped: bool,
    /// A reference with [`CHECK_BIT`](super::CHECK_BIT) is there.
    pub(crate) is_checked: bool,
}

/// Of a function in a block ([Annex B.3.3](https://tc39.es/ecma262/2025/#sec-block-level-function-declarations-web-legacy-compatibility-semantics)).
#[derive(Debug, Default)]
pub(crate) struct AnnexB {
    /// The `var` that the function has beside its binding in the block, if any.
    pub(crate) var: SymbolId,
    /// It is one variable with this `var`.
    pub(crate) is_shared: bool,
    /// Its scope may declare it again.
    pub(super) is_repeatable: bool,
    /// Nothing in its block can happen before it.
    pub(super) leads_block: bool,
}

/// Who looks names up when the code runs: `with` and direct `eval`.
#[derive(Debug, Default)]
pub(crate) struct DynamicLookups {
    /// A reference to it stands in a `with` outside of which it is declared: the object may have a property of its name.
    pub(crate) is_seen_in_with: bool,
    /// It is a binding of a block in a `with` of its function: as a variable, it would be a property of the object.
    pub(crate) is_in_with: bool,
    /// It belongs to the body of a function whose parameter list holds a direct `eval`, which must not find it.
    pub(super) is_hidden_from_eval: bool,
}

/// The ES5 variable that it becomes.
#[derive(Debug, Default)]
pub(crate) struct OutputVariable {
    /// Its name, if not that of the binding.
    pub(crate) renamed: Option<Atom>,
    /// It is that of another binding too.
    pub(crate) shares_name: bool,
    /// Moving it to its function may make it clash with another binding of the same name.
    pub(super) may_clash: bool,
    /// It is a catch parameter with the name of a `var` that is assigned where it is visible.
    pub(super) hides_var: bool,
    /// It is held by a closure, and each iteration of the loop around it makes a new one.
    pub(crate) held_per_iteration: bool,
}

impl Symbol {
    /// A binding that nothing refers to yet.
    pub(super) fn new(name: NameId, kind: BindingKind, function: FunctionId, scope: ScopeId, span: Span) -> Self {
        let written = matches!(kind, BindingKind::Param | BindingKind::Function | BindingKind::CatchParam);
        let initialized =
            !kind.has_tdz() && !matches!(kind, BindingKind::CatchPattern | BindingKind::SuspendedCatchParam);
        Self {
            name,
            kind,
            function,
            scope,
            span,
            class: None,
            is_extended: false,
            used: false,
            writes: Writes { written, ..Writes::default() },
            zone: DeadZone { initialized, ..DeadZone::default() },
            value: ValueType::of_kind(kind),
            escape: Escape::default(),
            annex_b: AnnexB::default(),
            lookups: DynamicLookups::default(),
            output: OutputVariable::default(),
        }
    }

    /// Whether it is an ES5 variable of the file itself.
    pub(crate) fn is_variable_of_file(&self) -> bool {
        self.function == 0 && !self.kind.is_native_scope()
    }
}
