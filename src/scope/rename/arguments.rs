//! Bindings that are called `arguments`.
//!
//! ```js
//! function f() { var arguments = 1; return () => arguments; }
//! // becomes
//! function f() { var _arguments = arguments; var _arguments = 1; return function () { return _arguments; }; }
//! ```
//!
//! Every ES5 function has an object of that name, which hides what is called so around it: arrow functions, classes and
//! loop bodies that become functions must not say it. What parameters become reads that object. Where neither is at
//! stake, the name stays, as it does in ES5 code.
//!
//! The rule that is easy to miss: a `var arguments` of a function that is no arrow holds the object in the beginning.

use super::super::{BindingKind, Facts, Symbol, SymbolId};

impl Facts {
    /// Whether a binding that is called `arguments` can't be called so in the output.
    pub(super) fn needs_other_name_for_arguments(&self, symbol: &Symbol) -> bool {
        let function = &self.functions[symbol.function as usize];
        let is_split = symbol.writes.captured || function.is_divided;
        match symbol.kind {
            // Nothing refers to it: the function that it names has an object of that name.
            BindingKind::FunctionName => false,
            BindingKind::CatchParam => is_split,
            BindingKind::Var if function.is_arrow => true,
            BindingKind::Var => is_split || !function.has_simple_parameters && !function.eval_sees_arguments,
            BindingKind::Function | BindingKind::Param => is_split || !function.has_simple_parameters,
            _ => true,
        }
    }

    /// Notes that a renamed variable begins with the `arguments` of its function, if it does.
    pub(super) fn begin_with_arguments(&mut self, id: SymbolId) {
        let symbol = &self.symbols[id as usize];
        let function = &mut self.functions[symbol.function as usize];
        let is_parameter = function.hidden_params.iter().any(|(variable, _)| *variable == id);
        if symbol.kind == BindingKind::Var && !function.is_arrow && !is_parameter {
            function.hidden_params.push((id, 0));
        }
    }
}
