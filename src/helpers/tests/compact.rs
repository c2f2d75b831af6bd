//! The compact form of a helper: its local names are single letters, and it stands on one line.

use swc_ecma_ast::{CatchClause, FnExpr, Function};
use swc_ecma_visit::{VisitMut, VisitMutWith};

use super::{registry::declared_in, *};
use crate::print::print_compact;

const LETTERS: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

#[test]
fn printed_is_what_is_printed() {
    for &helper in Helper::ALL {
        let compact = compact(helper);
        if std::env::var_os("UPDATE_FIXTURES").is_some() {
            let file = helper.exported_name();
            let path = format!("{}/src/helpers/printed/{file}.js", env!("CARGO_MANIFEST_DIR"));
            std::fs::write(path, compact).unwrap();
        } else {
            assert_eq!(helper.printed(), compact, "`just update` writes {helper:?} anew");
        }
    }
}

fn compact(helper: Helper) -> String {
    let mut statements = parse(helper, helper.source()).unwrap();
    Adopt { renames: vec![] }.helper(&mut statements);
    statements.visit_mut_with(&mut Shorten { names: vec![] });
    print_compact(statements).unwrap()
}

/// Gives locals new names: those of a function and of all around it are different letters, so that none is hidden.
struct Shorten {
    /// The current locals, innermost last: the n-th of them is called by the n-th letter.
    names: Vec<Atom>,
}

impl Shorten {
    fn in_scope<T: VisitMutWith<Self>>(&mut self, mut declared: Vec<Atom>, node: &mut T) {
        let outside = self.names.len();
        declared.retain(|name| !is_helper_name(name));
        for name in declared {
            if !self.names[outside..].contains(&name) {
                self.names.push(name);
            }
        }
        node.visit_mut_children_with(self);
        self.names.truncate(outside);
    }
}

impl VisitMut for Shorten {
    fn visit_mut_ident(&mut self, ident: &mut Ident) {
        if let Some(index) = self.names.iter().rposition(|name| *name == ident.sym) {
            ident.sym = LETTERS[index..=index].into();
        }
    }

    fn visit_mut_function(&mut self, function: &mut Function) {
        let mut declared: Vec<_> =
            function.params.iter().filter_map(|param| Some(param.pat.as_ident()?.sym.clone())).collect();
        declared.extend(function.body.as_ref().map_or(vec![], |body| declared_in(&body.stmts)));
        self.in_scope(declared, function);
    }

    fn visit_mut_fn_expr(&mut self, function: &mut FnExpr) {
        let name = function.ident.iter().map(|name| name.sym.clone()).collect();
        self.in_scope(name, function);
    }

    fn visit_mut_catch_clause(&mut self, clause: &mut CatchClause) {
        let name = clause.param.iter().filter_map(|param| Some(param.as_ident()?.sym.clone())).collect();
        self.in_scope(name, clause);
    }
}
