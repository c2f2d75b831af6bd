//! The table agrees with the files, the files are ES5, and what is made from them is what it should be.

use swc_ecma_ast::{
    AssignOp, AssignTarget, BinaryOp, BlockStmt, CatchClause, Function, Lit, ObjectPatProp, Program, Prop, PropName,
    PropOrSpread, VarDeclKind,
};

use super::*;
use crate::{modules::NAMES_OF_WRAPPERS, scope::is_standard};

#[test]
fn files_agree_with_the_table() {
    for &helper in Helper::ALL {
        let body = parse(helper, helper.source()).unwrap();
        let declared: BTreeSet<_> = declared_in(&body).iter().map(ToString::to_string).collect();
        assert_eq!(declared, BTreeSet::from([helper.name().to_owned()]), "top level of {helper:?}");

        let mut names = Names::default();
        names.in_scope(declared_in(&body), |names| body.visit_with(names));
        let used: BTreeSet<&str> =
            names.free.iter().map(|name| &**name).filter(|name| !GLOBALS.contains(name)).collect();
        let dependencies: BTreeSet<&str> = helper.dependencies().iter().map(|dependency| dependency.name()).collect();
        assert_eq!(used, dependencies, "dependencies of {helper:?}");

        let reserved: Vec<_> = names.locals.iter().filter(|name| name.starts_with('_')).collect();
        assert_eq!(reserved.len(), 1, "locals of {helper:?} that a renamed helper could clash with: {reserved:?}");
        assert!(helper.dependencies().iter().all(|&dependency| dependency < helper), "order of {helper:?}");
    }
}

#[test]
fn files_hide_no_global_that_is_read() {
    // What a wrapper of ours stands around has no variables of these names.
    let is_free = |name: &&&str| **name == "arguments" || NAMES_OF_WRAPPERS.contains(name) || is_standard(name);
    let hidden: Vec<_> = GLOBALS.iter().filter(|name| !is_free(name)).collect();
    assert!(hidden.is_empty(), "modules may declare {hidden:?} under these names");
}

#[test]
fn files_are_es5() {
    for &helper in Helper::ALL {
        let mut es5 = Es5 { helper };
        parse(helper, helper.source()).unwrap().visit_with(&mut es5);
        assert!(helper.source().starts_with("// "), "{helper:?} begins with what it implements");
        assert!(helper.source().ends_with("}\n") || helper.source().ends_with(";\n"), "end of {helper:?}");
    }
}

#[test]
fn sets() {
    let mut set = HelperSet::default();
    assert!(set.is_empty());
    set.insert(Helper::Take);
    set.insert(Helper::ForOf);
    assert_eq!(set.iter().collect::<Vec<_>>(), [Helper::ForOf, Helper::Take]);
    let closed: Vec<_> = set.closed().iter().collect();
    assert_eq!(closed, [Helper::ForOf, Helper::Take]);
    assert!(HelperSet::default().closed().is_empty());
    assert_eq!(set.required_builtins().next(), None);
    set.insert(Helper::AsyncGenerator);
    assert!(set.required_builtins().all(|name| name == "Promise"));
    assert!(set.required_builtins().next().is_some());
}

#[test]
fn statements_have_no_positions() {
    struct NoSpan;
    impl Visit for NoSpan {
        fn visit_span(&mut self, span: &Span) {
            assert!(span.is_dummy());
        }
    }
    let all = Helper::ALL.iter().copied().collect();
    statements(all, |helper| helper.name().into()).unwrap().visit_with(&mut NoSpan);
}

#[test]
fn renamed() {
    let set = [Helper::ToArray].into_iter().collect();
    let text = print(statements(set, |helper| format!("{}2", helper.name()).into()).unwrap());
    for helper in set.closed().iter() {
        let occurrences = text.matches(helper.name()).count();
        assert_eq!(text.matches(&format!("{}2", helper.name())).count(), occurrences, "{helper:?} in {text}");
    }
    for engine in ENGINES {
        check_on(&engine, &text, "same('renamed', _toArray2('ab').join(), 'a,b');");
    }
}

#[test]
fn external() {
    let set = [Helper::ToArray, Helper::ForOf].into_iter().collect();
    let names = |helper| if helper == Helper::ToArray { "_toArray2".into() } else { Helper::name(helper).into() };
    assert_eq!(
        print(required(set, "a \"module\"", names)),
        "var _forOf = require('a \"module\"').forOf;\nvar _toArray2 = require('a \"module\"').toArray;\n"
    );
    let import = imported(set, "m", names);
    let program = Program::Module(swc_ecma_ast::Module { body: vec![import], ..Default::default() });
    assert_eq!(print_program(&program), "import { forOf as _forOf, toArray as _toArray2 } from \"m\";\n");
}

#[test]
fn helper_modules() {
    let module = super::super::helper_module(HelperModule::CommonJs);
    let test = "
        same('toArray', helpers.toArray('ab').join(), 'a,b');
        same('objectSpread', helpers.objectSpread({}, { a: 1 }).a, 1);
        throws('tdzError', 'ReferenceError', function () { helpers.tdzError('x'); });
    ";
    for engine in ENGINES {
        check_on(&engine, &format!("var helpers = {{}};\n(function (exports) {{\n{module}\n}})(helpers);"), test);
    }
}

#[test]
fn helper_es_module() {
    use rquickjs::{CatchResultExt, Context, Module, Runtime};
    let runtime = Runtime::new().unwrap();
    Context::full(&runtime).unwrap().with(|ctx| {
        let module = Module::declare(ctx.clone(), "helpers", super::super::helper_module(HelperModule::EsModule))
            .catch(&ctx)
            .unwrap();
        let (module, promise) = module.eval().catch(&ctx).unwrap();
        promise.finish::<()>().catch(&ctx).unwrap();
        for helper in Helper::ALL {
            let exported: rquickjs::Value = module.get(helper.exported_name()).unwrap();
            assert!(!exported.is_undefined(), "{helper:?}");
        }
        let to_array: rquickjs::Function = module.get("toArray").unwrap();
        let letters: Vec<String> = to_array.call(("ab",)).unwrap();
        assert_eq!(letters, ["a", "b"]);
    });
}

const GLOBALS: [&str; 24] = [
    "Array",
    "BigInt",
    "Error",
    "EvalError",
    "Function",
    "Iterator",
    "Math",
    "Object",
    "Promise",
    "Proxy",
    "RangeError",
    "ReferenceError",
    "Reflect",
    "String",
    "SuppressedError",
    "Symbol",
    "SyntaxError",
    "TypeError",
    "WeakMap",
    "arguments",
    "globalThis",
    "undefined",
    "document",
    "location",
];

/// The names that `var` and function declarations make in a function body or a file.
pub(super) fn declared_in(body: &[Stmt]) -> Vec<Atom> {
    #[derive(Default)]
    struct Declarations(Vec<Atom>);
    impl Visit for Declarations {
        fn visit_var_declarator(&mut self, declarator: &VarDeclarator) {
            self.0.extend(declarator.name.as_ident().map(|name| name.sym.clone()));
            declarator.visit_children_with(self);
        }
        fn visit_fn_decl(&mut self, function: &FnDecl) {
            self.0.push(function.ident.sym.clone());
        }
        fn visit_function(&mut self, _: &Function) {}
    }
    let mut declarations = Declarations::default();
    body.visit_with(&mut declarations);
    declarations.0
}

/// Which names a file uses without declaring them, and which it declares anywhere.
#[derive(Default)]
struct Names {
    scopes: Vec<Vec<Atom>>,
    free: BTreeSet<Atom>,
    locals: BTreeSet<Atom>,
}

impl Names {
    fn in_scope(&mut self, declared: Vec<Atom>, visit: impl FnOnce(&mut Self)) {
        self.locals.extend(declared.iter().cloned());
        self.scopes.push(declared);
        visit(self);
        self.scopes.pop();
    }
}

impl Visit for Names {
    fn visit_ident(&mut self, ident: &Ident) {
        if !self.scopes.iter().flatten().any(|name| *name == ident.sym) {
            self.free.insert(ident.sym.clone());
        }
    }

    fn visit_function(&mut self, function: &Function) {
        let mut declared = function.body.as_ref().map_or(vec![], |body| declared_in(&body.stmts));
        declared.extend(function.params.iter().filter_map(|param| Some(param.pat.as_ident()?.sym.clone())));
        self.in_scope(declared, |names| function.visit_children_with(names));
    }

    fn visit_fn_expr(&mut self, function: &FnExpr) {
        let name = function.ident.iter().map(|name| name.sym.clone()).collect();
        self.in_scope(name, |names| function.visit_children_with(names));
    }

    fn visit_catch_clause(&mut self, clause: &CatchClause) {
        let name = clause.param.iter().filter_map(|param| Some(param.as_ident()?.sym.clone())).collect();
        self.in_scope(name, |names| clause.visit_children_with(names));
    }
}

/// Fails on any node that ES5 does not have.
struct Es5 {
    helper: Helper,
}

impl Es5 {
    fn require(&self, es5: bool, what: impl std::fmt::Debug) {
        assert!(es5, "not ES5 in {:?}: {what:?}", self.helper);
    }
}

impl Visit for Es5 {
    fn visit_expr(&mut self, expr: &Expr) {
        use Expr::*;
        let es5 = matches!(
            expr,
            This(_)
                | Array(_)
                | Object(_)
                | Fn(_)
                | Unary(_)
                | Update(_)
                | Bin(_)
                | Assign(_)
                | Member(_)
                | Cond(_)
                | Call(_)
                | New(_)
                | Seq(_)
                | Ident(_)
                | Lit(_)
                | Paren(_)
        );
        self.require(es5, expr);
        expr.visit_children_with(self);
    }

    fn visit_stmt(&mut self, stmt: &Stmt) {
        self.require(!matches!(stmt, Stmt::ForOf(_)), stmt);
        self.require(stmt.as_decl().is_none_or(|decl| decl.is_var() || decl.is_fn_decl()), stmt);
        stmt.visit_children_with(self);
    }

    fn visit_block_stmt(&mut self, block: &BlockStmt) {
        self.require(!block.stmts.iter().any(|stmt| stmt.as_decl().is_some_and(Decl::is_fn_decl)), block);
        block.visit_children_with(self);
    }

    fn visit_var_decl(&mut self, declaration: &VarDecl) {
        self.require(declaration.kind == VarDeclKind::Var, declaration);
        declaration.visit_children_with(self);
    }

    fn visit_pat(&mut self, pattern: &Pat) {
        self.require(pattern.is_ident(), pattern);
    }

    fn visit_assign_target(&mut self, target: &AssignTarget) {
        self.require(target.is_simple(), target);
        target.visit_children_with(self);
    }

    fn visit_object_pat_prop(&mut self, property: &ObjectPatProp) {
        self.require(false, property);
    }

    fn visit_function(&mut self, function: &Function) {
        self.require(!function.is_async && !function.is_generator, function);
        function.visit_children_with(self);
    }

    fn visit_catch_clause(&mut self, clause: &CatchClause) {
        self.require(clause.param.is_some(), clause);
        clause.visit_children_with(self);
    }

    fn visit_prop_or_spread(&mut self, property: &PropOrSpread) {
        let es5 =
            property.as_prop().is_some_and(|p| matches!(**p, Prop::KeyValue(_) | Prop::Getter(_) | Prop::Setter(_)));
        self.require(es5, property);
        property.visit_children_with(self);
    }

    fn visit_prop_name(&mut self, name: &PropName) {
        self.require(matches!(name, PropName::Ident(_) | PropName::Str(_) | PropName::Num(_)), name);
    }

    fn visit_expr_or_spread(&mut self, element: &ExprOrSpread) {
        self.require(element.spread.is_none(), element);
        element.visit_children_with(self);
    }

    fn visit_binary_op(&mut self, operator: &BinaryOp) {
        self.require(!matches!(operator, BinaryOp::Exp | BinaryOp::NullishCoalescing), operator);
    }

    fn visit_assign_op(&mut self, operator: &AssignOp) {
        use AssignOp::*;
        self.require(!matches!(operator, ExpAssign | AndAssign | OrAssign | NullishAssign), operator);
    }

    fn visit_lit(&mut self, literal: &Lit) {
        let es5 = match literal {
            Lit::BigInt(_) | Lit::JSXText(_) => false,
            Lit::Regex(regex) => regex.flags.chars().all(|flag| "gim".contains(flag)),
            _ => true,
        };
        self.require(es5, literal);
    }
}
