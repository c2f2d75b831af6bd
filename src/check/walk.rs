//! The walk: every node that ES5 does not have, and those of its nodes that hold more than it lets them.

use rustc_hash::FxHashMap;
use swc_atoms::Atom;
use swc_common::{SourceFile, Span, Spanned, comments::SingleThreadedComments};
use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitWith};

use super::text::{self, Text, first};
use crate::{ast::use_strict, code_string::CodeString, options::Modules, scope::edition, syntax::feature::Feature};

/// A feature and its place.
pub(super) type Found = (Span, Feature);

/// What the walk meets.
pub(super) struct Walked {
    /// Everything that is newer than ES5, in no order.
    pub(super) found: Vec<Found>,
    /// Each `return` that no function is around.
    pub(super) returns: Vec<Span>,
    /// Literals that seem to be run as code: no scope is known here.
    pub(super) code_strings: Vec<CodeString>,
}

/// Walks `program`.
pub(super) fn walk(
    program: &Program,
    comments: &SingleThreadedComments,
    file: &SourceFile,
    modules: Modules,
) -> Walked {
    let mut walk = Walk {
        text: Text::new(file),
        is_strict: false,
        in_function: false,
        in_pattern: false,
        found: vec![],
        returns: vec![],
        code_strings: vec![],
    };
    walk.comments(comments);
    program.visit_with(&mut walk);
    walk.found.retain(|(_, feature)| modules != Modules::Preserve || !feature.is_left_to_bundlers());
    Walked { found: walk.found, returns: walk.returns, code_strings: walk.code_strings }
}

struct Walk<'a> {
    text: Text<'a>,
    is_strict: bool,
    in_function: bool,
    /// A pattern is around: what stands in it is part of it, but for expressions.
    in_pattern: bool,
    found: Vec<Found>,
    returns: Vec<Span>,
    code_strings: Vec<CodeString>,
}

/// What was around a function or an expression.
struct Around {
    is_strict: bool,
    in_function: bool,
    in_pattern: bool,
}

impl Walk<'_> {
    fn report(&mut self, span: Span, feature: Feature) {
        self.found.push((span, feature));
    }

    /// Goes into a function or an expression, which is no part of the pattern around.
    fn enter(&mut self, in_function: bool) -> Around {
        let Self { is_strict, in_function: outer, in_pattern, .. } = *self;
        self.in_pattern = false;
        self.in_function |= in_function;
        Around { is_strict, in_function: outer, in_pattern }
    }

    fn leave(&mut self, Around { is_strict, in_function, in_pattern }: Around) {
        self.is_strict = is_strict;
        self.in_function = in_function;
        self.in_pattern = in_pattern;
    }

    /// `<!--` and `-->` (Annex B of ES2015).
    fn comments(&mut self, comments: &SingleThreadedComments) {
        let (leading, trailing) = comments.borrow_all();
        for comment in leading.values().chain(trailing.values()).flatten() {
            if !self.text.of(comment.span).starts_with('/') {
                self.report(comment.span, Feature::HtmlLikeComment);
            }
        }
    }

    fn hashbang(&mut self, program: Span, hashbang: Option<&Atom>) {
        if hashbang.is_some() {
            self.report(first(program, 2), Feature::Hashbang);
        }
    }

    /// The statements of a script or function: the only places where ES5 has function declarations.
    fn body(&mut self, statements: &[Stmt]) {
        self.is_strict |= use_strict(statements).is_some();
        for statement in statements {
            match statement {
                Stmt::Decl(Decl::Fn(declaration)) => declaration.visit_with(self),
                other => other.visit_with(self),
            }
        }
    }

    fn operator(&self, operator: &str, left: &impl Spanned, right: &impl Spanned) -> Span {
        self.text.sign(operator, left.span_hi(), right.span_lo())
    }

    /// What a function is beside a function. `head` ends where the body or the parameters begin.
    fn function_kind(&mut self, head: Span, is_async: bool, is_generator: bool) {
        let feature = match (is_async, is_generator) {
            (true, true) => Feature::AsyncGenerator,
            (true, false) => Feature::AsyncFunction,
            (false, true) => Feature::Generator,
            (false, false) => return,
        };
        self.report(head, feature);
    }

    fn no_trailing_comma<T: Spanned>(&mut self, items: &[T]) {
        if let Some(comma) = items.last().and_then(|last| self.text.comma_after(last.span_hi())) {
            self.report(comma, Feature::TrailingComma);
        }
    }

    /// A pattern in braces or brackets.
    fn pattern(&mut self, pattern: &impl VisitWith<Self>, span: Span) {
        if !self.in_pattern {
            self.report(span, Feature::Destructuring);
        }
        let is_nested = std::mem::replace(&mut self.in_pattern, true);
        pattern.visit_children_with(self);
        self.in_pattern = is_nested;
    }

    /// ES5 §11.1.5: a name may come twice as plain data in sloppy code, and as one getter and one setter.
    fn duplicates(&mut self, object: &ObjectLit) {
        let mut seen: FxHashMap<String, Vec<PropertyKind>> = FxHashMap::default();
        for property in &object.props {
            let Some((key, kind)) = named_property(property) else { continue };
            let Some(name) = property_name(key) else { continue };
            let before = seen.entry(name).or_default();
            if before.iter().any(|other| kind.clashes_with(*other, self.is_strict)) {
                self.found.push((key.span(), Feature::DuplicateProperty));
            }
            before.push(kind);
        }
    }
}

impl Visit for Walk<'_> {
    fn visit_script(&mut self, script: &Script) {
        self.hashbang(script.span, script.shebang.as_ref());
        self.body(&script.body);
    }

    fn visit_module(&mut self, module: &Module) {
        self.hashbang(module.span, module.shebang.as_ref());
        self.is_strict = true;
        for item in &module.body {
            match item {
                ModuleItem::Stmt(Stmt::Decl(Decl::Fn(declaration))) => declaration.visit_with(self),
                other => other.visit_with(self),
            }
        }
    }

    fn visit_module_decl(&mut self, declaration: &ModuleDecl) {
        let span = declaration.span();
        match declaration {
            ModuleDecl::Import(_) => self.report(first(span, "import".len()), Feature::Import),
            _ => self.report(first(span, "export".len()), Feature::Export),
        }
        self.found.extend(edition::of_module_decl(declaration));
        match declaration {
            ModuleDecl::Import(import) => import.specifiers.visit_with(self),
            ModuleDecl::ExportNamed(export) => export.specifiers.visit_with(self),
            ModuleDecl::ExportAll(_) => {}
            other => other.visit_children_with(self),
        }
    }

    fn visit_module_export_name(&mut self, name: &ModuleExportName) {
        if let ModuleExportName::Ident(name) = name {
            self.visit_ident(name);
        }
    }

    fn visit_stmt(&mut self, statement: &Stmt) {
        if let Stmt::Decl(Decl::Fn(declaration)) = statement {
            let keyword = self.text.of(declaration.function.span).find("function").unwrap_or_default();
            self.report(first(declaration.function.span, keyword + "function".len()), Feature::BlockFunction);
        }
        statement.visit_children_with(self);
    }

    fn visit_var_decl(&mut self, declaration: &VarDecl) {
        match declaration.kind {
            VarDeclKind::Var => {}
            VarDeclKind::Let => self.report(first(declaration.span, "let".len()), Feature::Let),
            VarDeclKind::Const => self.report(first(declaration.span, "const".len()), Feature::Const),
        }
        declaration.visit_children_with(self);
    }

    fn visit_using_decl(&mut self, declaration: &UsingDecl) {
        let newer = edition::of_using(declaration, !self.in_function).into_iter().flatten();
        self.found.extend(newer.map(|(span, feature)| (first(span, "using".len()), feature)));
        declaration.visit_children_with(self);
    }

    fn visit_for_of_stmt(&mut self, statement: &ForOfStmt) {
        let feature = if statement.is_await { Feature::ForAwait } else { Feature::ForOf };
        self.report(statement.span.with_hi(statement.body.span_lo()), feature);
        self.found.extend(edition::of_for_of(statement, !self.in_function));
        statement.visit_children_with(self);
    }

    fn visit_return_stmt(&mut self, statement: &ReturnStmt) {
        if !self.in_function {
            self.returns.push(statement.span);
        }
        statement.visit_children_with(self);
    }

    fn visit_catch_clause(&mut self, clause: &CatchClause) {
        let newer = edition::of_catch(clause).map(|(span, feature)| (first(span, "catch".len()), feature));
        self.found.extend(newer);
        clause.visit_children_with(self);
    }

    fn visit_function(&mut self, function: &Function) {
        let around = self.enter(true);
        let end = function.params.first().map(|param| param.span.lo);
        let end = end.or(function.body.as_ref().map(|body| body.span.lo)).unwrap_or(function.span.hi);
        self.function_kind(function.span.with_hi(end), function.is_async, function.is_generator);
        self.no_trailing_comma(&function.params);
        function.visit_children_with(self);
        self.leave(around);
    }

    fn visit_constructor(&mut self, constructor: &Constructor) {
        let around = self.enter(true);
        self.no_trailing_comma(&constructor.params);
        constructor.visit_children_with(self);
        self.leave(around);
    }

    fn visit_arrow_expr(&mut self, arrow: &ArrowExpr) {
        let around = self.enter(true);
        let start = arrow.params.last().map_or(arrow.span.lo, Spanned::span_hi);
        let sign = self.text.sign("=>", start, arrow.body.span_lo());
        self.report(sign, Feature::ArrowFunction);
        self.function_kind(first(arrow.span, "async".len()), arrow.is_async, arrow.is_generator);
        self.no_trailing_comma(&arrow.params);
        arrow.visit_children_with(self);
        self.leave(around);
    }

    fn visit_function_body(&mut self, body: &FunctionBody) {
        self.body(&body.stmts);
    }

    fn visit_class(&mut self, class: &Class) {
        let around = self.enter(false);
        self.is_strict = true;
        self.report(first(class.span, "class".len()), Feature::Class);
        class.visit_children_with(self);
        self.leave(around);
    }

    fn visit_class_member(&mut self, member: &ClassMember) {
        self.found.extend(edition::of_class_member(member));
        let around = self.enter(!matches!(member, ClassMember::Method(_) | ClassMember::PrivateMethod(_)));
        member.visit_children_with(self);
        self.leave(around);
    }

    fn visit_expr(&mut self, expression: &Expr) {
        let around = self.enter(false);
        if let Some((span, feature)) = edition::of_expr(expression, !self.in_function) {
            let sign = match expression {
                Expr::OptChain(chain) => self.text.optional_sign(chain),
                Expr::Bin(binary) => self.operator(binary.op.as_str(), &*binary.left, &*binary.right),
                Expr::Assign(assignment) => self.operator(assignment.op.as_str(), &assignment.left, &*assignment.right),
                _ => span,
            };
            self.report(sign, feature);
        }
        expression.visit_children_with(self);
        self.leave(around);
    }

    fn visit_call_expr(&mut self, call: &CallExpr) {
        self.no_trailing_comma(&call.args);
        if let Callee::Expr(callee) = &call.callee {
            self.code_strings.extend(CodeString::of_call(callee, &call.args).map(|(_, code)| code));
        }
        call.visit_children_with(self);
    }

    fn visit_opt_call(&mut self, call: &OptCall) {
        self.no_trailing_comma(&call.args);
        call.visit_children_with(self);
    }

    fn visit_new_expr(&mut self, call: &NewExpr) {
        let args = call.args.as_deref().unwrap_or_default();
        self.no_trailing_comma(args);
        self.code_strings.extend(CodeString::of_call(&call.callee, args).map(|(_, code)| code));
        call.visit_children_with(self);
    }

    fn visit_expr_or_spread(&mut self, item: &ExprOrSpread) {
        if let Some(dots) = item.spread {
            self.report(dots, Feature::Spread);
        }
        item.visit_children_with(self);
    }

    fn visit_bin_expr(&mut self, expression: &BinExpr) {
        if expression.op == op!("**") {
            let sign = self.operator("**", &*expression.left, &*expression.right);
            self.report(sign, Feature::Exponentiation);
        }
        expression.visit_children_with(self);
    }

    fn visit_assign_expr(&mut self, expression: &AssignExpr) {
        if expression.op == op!("**=") {
            let sign = self.operator("**=", &expression.left, &*expression.right);
            self.report(sign, Feature::Exponentiation);
        }
        expression.visit_children_with(self);
    }

    fn visit_meta_prop_expr(&mut self, property: &MetaPropExpr) {
        if property.kind == MetaPropKind::NewTarget {
            self.report(property.span, Feature::NewTarget);
        }
    }

    fn visit_tpl(&mut self, template: &Tpl) {
        self.report(template.span, Feature::TemplateLiteral);
        template.visit_children_with(self);
    }

    fn visit_tpl_element(&mut self, element: &TplElement) {
        // The parser lets them pass where a tag stands before.
        if element.cooked.is_none() {
            self.report(element.span, Feature::TemplateEscape);
        }
    }

    fn visit_object_lit(&mut self, object: &ObjectLit) {
        self.duplicates(object);
        object.visit_children_with(self);
    }

    fn visit_spread_element(&mut self, spread: &SpreadElement) {
        self.report(spread.dot3_token, Feature::ObjectSpread);
        spread.visit_children_with(self);
    }

    fn visit_prop(&mut self, property: &Prop) {
        match property {
            Prop::Shorthand(name) => self.report(name.span, Feature::ShorthandProperty),
            Prop::Method(method) => self.report(method.key.span(), Feature::ShorthandMethod),
            Prop::KeyValue(_) | Prop::Assign(_) | Prop::Getter(_) | Prop::Setter(_) => {}
        }
        property.visit_children_with(self);
    }

    fn visit_prop_name(&mut self, key: &PropName) {
        if key.is_computed() && !self.in_pattern {
            self.report(key.span(), Feature::ComputedProperty);
        }
        key.visit_children_with(self);
    }

    fn visit_array_pat(&mut self, pattern: &ArrayPat) {
        self.pattern(pattern, pattern.span);
    }

    fn visit_object_pat(&mut self, pattern: &ObjectPat) {
        self.pattern(pattern, pattern.span);
    }

    fn visit_object_pat_prop(&mut self, property: &ObjectPatProp) {
        if let ObjectPatProp::Rest(rest) = property {
            self.report(rest.dot3_token, Feature::ObjectRest);
        }
        property.visit_children_with(self);
    }

    fn visit_assign_pat(&mut self, pattern: &AssignPat) {
        if !self.in_pattern {
            self.report(pattern.span, Feature::DefaultParameter);
        }
        pattern.visit_children_with(self);
    }

    fn visit_rest_pat(&mut self, pattern: &RestPat) {
        if !self.in_pattern {
            self.report(pattern.dot3_token, Feature::RestParameter);
        }
        pattern.visit_children_with(self);
    }

    fn visit_str(&mut self, string: &Str) {
        self.found.extend(text::of_string(string, self.text.of(string.span)));
    }

    fn visit_number(&mut self, number: &Number) {
        self.found.extend(edition::of_number(number));
        self.found.extend(text::of_number(number, self.text.of(number.span)));
    }

    fn visit_big_int(&mut self, number: &BigInt) {
        self.report(number.span, Feature::BigInt);
    }

    fn visit_regex(&mut self, regex: &Regex) {
        self.found.extend(text::of_regex(regex));
    }

    fn visit_ident(&mut self, name: &Ident) {
        let newer = text::of_name(&name.sym, self.text.of(name.span));
        self.found.extend(newer.map(|feature| (name.span, feature)));
    }

    fn visit_ident_name(&mut self, name: &IdentName) {
        let newer = text::of_name(&name.sym, self.text.of(name.span));
        self.found.extend(newer.map(|feature| (name.span, feature)));
    }
}

/// What a property of an object literal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PropertyKind {
    Data,
    Getter,
    Setter,
}

impl PropertyKind {
    fn clashes_with(self, other: Self, is_strict: bool) -> bool {
        match (self, other) {
            (Self::Data, Self::Data) => is_strict,
            (Self::Getter, Self::Setter) | (Self::Setter, Self::Getter) => false,
            _ => true,
        }
    }
}

/// The key of a property that ES5 has too.
fn named_property(property: &PropOrSpread) -> Option<(&PropName, PropertyKind)> {
    match property.as_prop()?.as_ref() {
        Prop::KeyValue(property) => Some((&property.key, PropertyKind::Data)),
        Prop::Getter(property) => Some((&property.key, PropertyKind::Getter)),
        Prop::Setter(property) => Some((&property.key, PropertyKind::Setter)),
        Prop::Shorthand(_) | Prop::Assign(_) | Prop::Method(_) => None,
    }
}

/// The name that a literal key gives.
fn property_name(key: &PropName) -> Option<String> {
    match key {
        PropName::Ident(name) => Some(name.sym.to_string()),
        PropName::Str(string) => string.value.as_str().map(str::to_owned),
        PropName::Num(number) => Some(number.value.to_string()),
        PropName::Computed(_) | PropName::BigInt(_) => None,
    }
}
