//! `new.target`.
//!
//! ```js
//! function F() { return () => new.target; }
//! // becomes
//! function F() { var _newTarget = _newTarget2(this, F); return function () { return _newTarget; }; }
//! ```
//!
//! ES5 passes no such value. What `new` was applied to can be told from the prototype of the object that it made:
//! that of the function itself, or one that inherits from it and knows its constructor. A call of the function as a
//! method of such an object looks the same. It is found out before anything else in the function runs, since
//! prototypes can be replaced. Methods and accessors can't be constructed, so that it is `undefined` there.
//!
//! The function refers to itself by its name, unless it has none or something in it hides the name: then by
//! `arguments.callee`, and in strict code by a name that it gets for this, while its property `name` stays as it was.
//!
//! Runtime: `_newTarget`, `_setFunctionName`.

use swc_atoms::Atom;
use swc_common::Spanned;
use swc_ecma_ast::*;

use super::{Lower, frame::FunctionKind};
use crate::{build, helpers::Helper, scope::FunctionId};

impl Lower {
    pub(super) fn new_target(&mut self, expr: &mut Expr) {
        let span = expr.span();
        let frame = self.this_frame();
        if frame.function == 0 {
            // CommonJS calls the function that it puts around a file.
            *expr = build::undefined().with_span(span);
            return;
        }
        let value = match frame.kind {
            FunctionKind::Method => build::undefined(),
            FunctionKind::Plain | FunctionKind::Constructor => self.new_target_alias(|this, function| {
                let itself = this.self_reference(function);
                // _newTarget(this, F)
                this.helper(Helper::NewTarget, [build::this(), itself])
            }),
        };
        *expr = value.with_span(span);
    }

    /// What gives the function that `this` belongs to, at its top.
    pub(super) fn self_reference(&mut self, function: FunctionId) -> Expr {
        let own = self.this_frame().self_name.clone();
        if let Some(own) = own.filter(|own| &*own.sym != "arguments" && !self.declares_in(function, &own.sym)) {
            return build::name(&own.sym);
        }
        if !self.facts.functions[function as usize].strict && !self.declares_in(function, "arguments") {
            // arguments.callee
            return build::member(build::global("arguments"), "callee");
        }
        // A declaration gets a variable beside it.
        let is_beside = self.is_function_at_top();
        let names = &mut self.facts.names;
        let name = if is_beside { names.fresh_at_top("self") } else { names.fresh("self") };
        self.this_frame().wanted_name = Some(name.clone());
        build::name(&name)
    }

    /// Whether a variable of `function` has this name in the output; what has a scope of its own is none.
    pub(super) fn declares_in(&mut self, function: FunctionId, name: &str) -> bool {
        let facts = &self.facts;
        let declared = self.declared_names.get_or_insert_with(|| {
            let variables =
                (1..).zip(facts.symbols.iter().skip(1)).filter(|(_, symbol)| !symbol.kind.is_native_scope());
            variables.map(|(id, symbol)| (symbol.function, facts.output_name(id).clone())).collect()
        });
        declared.contains(&(function, Atom::from(name)))
    }
}
