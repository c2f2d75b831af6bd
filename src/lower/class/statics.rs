//! Static fields and static blocks.
//!
//! ```js
//! class C { static x = 1; static y = this.x; static { const z = C.y; f(z); } }
//! // becomes
//! _class(C);
//! _field(C, "x", 1);
//! _field(C, "y", C.x);
//! (function () { var z = C.y; f(z); })();
//! return C;
//! ```
//!
//! They run in their order, when all members are defined, the class is finished, and its name is initialised. `this`
//! is the class, for which the function around it has a name that nothing assigns. A block that declares something is a
//! function of its own, and so is an initial value in which a direct `eval` stands.

use std::mem;

use swc_ecma_ast::*;

use super::{Building, fields::Field};
use crate::{
    build,
    lower::{
        Lower,
        evaluate_once::repeat,
        frame::{FunctionFrame, FunctionKind, Suspension},
    },
    scope::{Function, FunctionId, function_id},
};

/// What runs when the class is evaluated.
pub(super) enum StaticElement {
    Field(Field),
    Block(StaticBlock),
}

impl Lower {
    /// Adds the statements that run static fields and static blocks.
    pub(super) fn static_elements(&mut self, elements: Vec<StaticElement>, class: &Building, out: &mut Vec<Stmt>) {
        let outer_home = self.super_home.replace(class.home(true));
        let outer = StaticFrame::enter(self.frame(), class);
        for element in elements {
            self.static_element(element, class, out);
        }
        outer.leave(self.frame());
        self.super_home = outer_home;
    }

    fn static_element(&mut self, element: StaticElement, class: &Building, out: &mut Vec<Stmt>) {
        match element {
            StaticElement::Field(field) if self.evaluates(&field) => {
                // (function () { _field(this, "x", eval(code)); }).call(C);
                self.open_element(None);
                let mut stmts = self.defined_fields(vec![field]);
                self.close_frame(&mut stmts);
                let function = build::function(None, vec![], stmts);
                out.push(build::statement(build::call_method(function, "call", [repeat(&class.itself)])));
            }
            StaticElement::Field(field) => out.append(&mut self.defined_fields(vec![field])),
            StaticElement::Block(block) => self.static_block(block, class, out),
        }
    }

    fn static_block(&mut self, block: StaticBlock, class: &Building, out: &mut Vec<Stmt>) {
        let StaticBlock { span, body: BlockStmt { ctxt, mut stmts, .. } } = block;
        let id = function_id(ctxt);
        let Function { has_variables, has_eval, .. } = self.facts.functions[id as usize];
        if !has_variables && !has_eval {
            let outer = mem::replace(&mut self.frame().function, id);
            stmts.into_iter().for_each(|stmt| self.statement(stmt, out));
            self.frame().function = outer;
            return;
        }
        self.open_frame(id);
        let frame = self.frame();
        frame.kind = FunctionKind::Method;
        if !has_eval {
            frame.itself = Some(repeat(&class.itself));
        }
        self.function_statements(&mut stmts, vec![]);
        let function = build::function(None, vec![], stmts);
        let called = if has_eval {
            // (function () { eval(code); }).call(C);
            build::call_method(function, "call", [repeat(&class.itself)])
        } else {
            // (function () { … })();
            build::call(function, [])
        };
        out.push(build::statement_at(span, called));
    }
}

/// What the frame of the function around a class was before static elements ran in it.
struct StaticFrame {
    this_frame: usize,
    kind: FunctionKind,
    function: FunctionId,
    suspension: Option<Suspension>,
}

impl StaticFrame {
    /// `this` becomes the class.
    fn enter(frame: &mut FunctionFrame, class: &Building) -> Self {
        frame.itself = Some(repeat(&class.itself));
        Self {
            this_frame: mem::replace(&mut frame.this_frame, class.frame),
            kind: mem::replace(&mut frame.kind, FunctionKind::Method),
            function: frame.function,
            suspension: frame.suspension.take(),
        }
    }

    fn leave(self, frame: &mut FunctionFrame) {
        let Self { this_frame, kind, function, suspension } = self;
        frame.itself = None;
        frame.this_frame = this_frame;
        frame.kind = kind;
        frame.function = function;
        frame.suspension = suspension;
    }
}
