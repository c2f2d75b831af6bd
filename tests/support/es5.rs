//! Whether a text is ECMAScript 5.1: the check that all output of downlevel goes through.
//!
//! It shares no code with the lowering. It parses the text again as the newest edition and then accepts, node by
//! node, what ES5.1 has; the matches name every variant, so that a new kind of node does not compile until someone
//! decides about it. What trees do not show (spelling of literals and names, trailing commas) is read in the text.
//!
//! Annex B of ES5 is included (octal literals in sloppy code). What engines merely tolerate is not: function
//! declarations in blocks, HTML-like comments.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    fmt,
};

use swc_common::{BytePos, FileName, SourceMap, Span, Spanned, comments::SingleThreadedComments, sync::Lrc};
use swc_ecma_ast::*;
use swc_ecma_parser::{EsSyntax, Syntax, parse_file_as_program};
use swc_ecma_visit::{Visit, VisitWith};
use unicode_id_start::{is_id_continue, is_id_start};

/// Something that is not ES5.1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// From 1, as the column.
    pub line: usize,
    pub column: usize,
    /// Not even the parser takes it.
    pub is_syntax_error: bool,
    pub what: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, is_syntax_error, what } = self;
        let kind = if *is_syntax_error { "syntax error: " } else { "" };
        write!(f, "{line}:{column}: {kind}{what}")
    }
}

/// What is not ES5.1 in `code`, in source order. Empty if nothing is.
///
/// `import` and `export` count as ES5 if `modules` is set, and what belongs to them: a bundler will take them away.
pub fn violations(code: &str, modules: bool) -> Vec<Violation> {
    let map = Lrc::new(SourceMap::default());
    let file = map.new_source_file(Lrc::new(FileName::Anon), code.to_owned());
    let mut recovered = vec![];
    let comments = SingleThreadedComments::default();
    let syntax = Syntax::Es(EsSyntax::default());
    let parsed = parse_file_as_program(&file, syntax, EsVersion::latest(), Some(&comments), &mut recovered);
    let mut check = Check { code: &file.src, start: file.start_pos, modules, strict: false, found: vec![] };
    match parsed {
        Ok(program) => check.program(&program, &comments),
        Err(fatal) => recovered.push(fatal),
    }
    let errors = recovered.iter().map(|error| (error.span().lo, true, error.kind().msg().into_owned()));
    let found = check.found.into_iter().map(|(at, what)| (at, false, what));
    let all: BTreeSet<_> = errors.chain(found).collect();
    let violation = |(at, is_syntax_error, what)| {
        let place = map.lookup_char_pos(at);
        Violation { line: place.line, column: place.col.0 + 1, is_syntax_error, what }
    };
    all.into_iter().map(violation).collect()
}

struct Check<'a> {
    code: &'a str,
    /// The position of the first byte of `code`.
    start: BytePos,
    modules: bool,
    strict: bool,
    found: Vec<(BytePos, String)>,
}

impl Check<'_> {
    fn refuse(&mut self, span: Span, what: impl Into<String>) {
        self.found.push((span.lo.max(self.start), what.into()));
    }

    fn text(&self, span: Span) -> &str {
        self.code.get((span.lo - self.start).0 as usize..(span.hi - self.start).0 as usize).unwrap_or_default()
    }

    /// What follows a position, without white space and comments.
    fn after(&self, pos: BytePos) -> &str {
        let mut rest = self.code.get((pos - self.start).0 as usize..).unwrap_or_default();
        loop {
            rest = rest.trim_start();
            rest = match (rest.strip_prefix("/*"), rest.strip_prefix("//")) {
                (Some(comment), _) => comment.split_once("*/").map_or("", |(_, after)| after),
                (_, Some(comment)) => comment.split_once('\n').map_or("", |(_, after)| after),
                _ => return rest,
            };
        }
    }

    fn program(&mut self, program: &Program, comments: &SingleThreadedComments) {
        let (leading, trailing) = comments.borrow_all();
        for comment in leading.values().chain(trailing.values()).flatten() {
            if !self.text(comment.span).starts_with('/') {
                self.refuse(comment.span, "HTML-like comment");
            }
        }
        match program {
            Program::Script(script) => {
                self.strict = has_use_strict(&script.body);
                self.body(&script.body);
            }
            Program::Module(module) => {
                self.strict = true;
                for item in &module.body {
                    match item {
                        ModuleItem::ModuleDecl(declaration) => self.module_declaration(declaration),
                        ModuleItem::Stmt(statement) => self.source_element(statement),
                    }
                }
            }
        }
    }

    /// The statements of a script or of a function: the only places where ES5 has function declarations.
    fn body(&mut self, statements: &[Stmt]) {
        for statement in statements {
            self.source_element(statement);
        }
    }

    fn source_element(&mut self, statement: &Stmt) {
        match statement {
            Stmt::Decl(Decl::Fn(declaration)) => self.function_declaration(declaration),
            other => self.visit_stmt(other),
        }
    }

    fn function_declaration(&mut self, declaration: &FnDecl) {
        self.function(Some(&declaration.ident), &declaration.function);
    }

    /// A function with its name, which is strict if the body is.
    fn function(&mut self, name: Option<&Ident>, function: &Function) {
        let outside = self.strict;
        self.strict |= function.body.as_ref().is_some_and(|body| has_use_strict(&body.stmts));
        if let Some(name) = name {
            self.declared(name);
        }
        self.visit_function(function);
        self.strict = outside;
    }

    fn no_trailing_comma(&mut self, last: Option<Span>, place: &str) {
        if let Some(last) = last
            && self.after(last.hi).starts_with(',')
        {
            self.refuse(Span::new(last.hi, last.hi), format!("trailing comma in {place}"));
        }
    }

    fn module_declaration(&mut self, declaration: &ModuleDecl) {
        if !self.modules {
            self.refuse(declaration.span(), "import or export declaration");
        }
        match declaration {
            ModuleDecl::ExportDecl(export) => match &export.decl {
                Decl::Fn(function) => self.function_declaration(function),
                other => self.visit_decl(other),
            },
            ModuleDecl::ExportDefaultDecl(export) => match &export.decl {
                DefaultDecl::Fn(function) => self.function(function.ident.as_ref(), &function.function),
                DefaultDecl::Class(_) => self.refuse(export.span, "class"),
                DefaultDecl::TsInterfaceDecl(_) => self.refuse(export.span, "TypeScript"),
            },
            ModuleDecl::ExportDefaultExpr(export) => self.visit_expr(&export.expr),
            ModuleDecl::Import(import) => import.specifiers.visit_with(self),
            ModuleDecl::ExportNamed(export) => {
                for specifier in &export.specifiers {
                    match specifier {
                        ExportSpecifier::Named(_) => specifier.visit_children_with(self),
                        ExportSpecifier::Namespace(_) => self.refuse(export.span, "export of a namespace"),
                        ExportSpecifier::Default(_) => self.refuse(export.span, "export of a default"),
                    }
                }
            }
            ModuleDecl::ExportAll(_) => {}
            ModuleDecl::TsImportEquals(_) | ModuleDecl::TsExportAssignment(_) | ModuleDecl::TsNamespaceExport(_) => {
                self.refuse(declaration.span(), "TypeScript");
            }
        }
    }

    fn call(&mut self, arguments: &[ExprOrSpread]) {
        self.no_trailing_comma(arguments.last().map(Spanned::span), "arguments");
    }

    /// A declared name: ES5 declares nothing but single identifiers.
    fn binding(&mut self, pattern: &Pat) {
        match pattern {
            Pat::Ident(name) => self.declared(&name.id),
            Pat::Array(_) | Pat::Object(_) | Pat::Rest(_) | Pat::Assign(_) | Pat::Invalid(_) | Pat::Expr(_) => {
                self.visit_pat(pattern);
            }
        }
    }

    fn declared(&mut self, name: &Ident) {
        self.visit_ident(name);
        if self.strict && matches!(&*name.sym, "eval" | "arguments") {
            self.refuse(name.span, format!("{} declared in strict code", name.sym));
        }
    }

    /// ES5 §11.1.5: two data properties of one name are an error in strict code, a data property and an accessor
    /// or two equal accessors always.
    fn duplicates(&mut self, object: &ObjectLit) {
        #[derive(Clone, Copy, PartialEq)]
        enum Kind {
            Data,
            Get,
            Set,
        }
        let mut seen: HashMap<String, Vec<Kind>> = HashMap::new();
        for property in &object.props {
            let PropOrSpread::Prop(property) = property else { continue };
            let (key, kind) = match &**property {
                Prop::KeyValue(property) => (&property.key, Kind::Data),
                Prop::Getter(property) => (&property.key, Kind::Get),
                Prop::Setter(property) => (&property.key, Kind::Set),
                Prop::Shorthand(_) | Prop::Assign(_) | Prop::Method(_) => continue,
            };
            let Some(name) = property_name(key) else { continue };
            let earlier = seen.entry(name).or_default();
            let clash = earlier.iter().any(|&other| match (other, kind) {
                (Kind::Data, Kind::Data) => self.strict,
                (Kind::Get, Kind::Set) | (Kind::Set, Kind::Get) => false,
                _ => true,
            });
            earlier.push(kind);
            if clash {
                self.refuse(key.span(), "duplicate property");
            }
        }
    }
}

impl Visit for Check<'_> {
    fn visit_stmt(&mut self, statement: &Stmt) {
        match statement {
            Stmt::Block(_)
            | Stmt::Empty(_)
            | Stmt::Debugger(_)
            | Stmt::Return(_)
            | Stmt::Labeled(_)
            | Stmt::Break(_)
            | Stmt::Continue(_)
            | Stmt::If(_)
            | Stmt::Switch(_)
            | Stmt::Throw(_)
            | Stmt::Try(_)
            | Stmt::While(_)
            | Stmt::DoWhile(_)
            | Stmt::For(_)
            | Stmt::ForIn(_)
            | Stmt::Expr(_)
            | Stmt::Decl(_) => statement.visit_children_with(self),
            Stmt::With(_) if self.strict => self.refuse(statement.span(), "with in strict code"),
            Stmt::With(_) => statement.visit_children_with(self),
            Stmt::ForOf(_) => self.refuse(statement.span(), "for-of"),
        }
    }

    fn visit_decl(&mut self, declaration: &Decl) {
        match declaration {
            Decl::Var(_) => declaration.visit_children_with(self),
            Decl::Fn(_) => self.refuse(declaration.span(), "function declaration in a block"),
            Decl::Class(_) => self.refuse(declaration.span(), "class"),
            Decl::Using(_) => self.refuse(declaration.span(), "using"),
            Decl::TsInterface(_) | Decl::TsTypeAlias(_) | Decl::TsEnum(_) | Decl::TsModule(_) => {
                self.refuse(declaration.span(), "TypeScript");
            }
        }
    }

    fn visit_var_decl(&mut self, declaration: &VarDecl) {
        match declaration.kind {
            VarDeclKind::Var => {}
            VarDeclKind::Let => self.refuse(declaration.span, "let"),
            VarDeclKind::Const => self.refuse(declaration.span, "const"),
        }
        for declarator in &declaration.decls {
            self.binding(&declarator.name);
            declarator.init.visit_with(self);
        }
    }

    fn visit_for_head(&mut self, head: &ForHead) {
        match head {
            ForHead::VarDecl(declaration) => self.visit_var_decl(declaration),
            ForHead::UsingDecl(declaration) => self.refuse(declaration.span, "using"),
            ForHead::Pat(target) => self.visit_pat(target),
        }
    }

    fn visit_catch_clause(&mut self, clause: &CatchClause) {
        match &clause.param {
            Some(parameter) => self.binding(parameter),
            None => self.refuse(clause.span, "catch without a parameter"),
        }
        self.visit_block_stmt(&clause.body);
    }

    fn visit_function(&mut self, function: &Function) {
        if function.is_generator {
            self.refuse(function.span, "generator");
        }
        if function.is_async {
            self.refuse(function.span, "async function");
        }
        let mut names = HashSet::new();
        for parameter in &function.params {
            self.binding(&parameter.pat);
            if let Pat::Ident(name) = &parameter.pat
                && !names.insert(&name.sym)
                && self.strict
            {
                self.refuse(parameter.span, "duplicate parameter in strict code");
            }
        }
        self.no_trailing_comma(function.params.last().map(|last| last.span), "parameters");
        if let Some(body) = &function.body {
            self.body(&body.stmts);
        }
    }

    fn visit_expr(&mut self, expression: &Expr) {
        let what = match expression {
            Expr::This(_)
            | Expr::Array(_)
            | Expr::Object(_)
            | Expr::Unary(_)
            | Expr::Update(_)
            | Expr::Bin(_)
            | Expr::Assign(_)
            | Expr::Member(_)
            | Expr::Cond(_)
            | Expr::Seq(_)
            | Expr::Ident(_)
            | Expr::Lit(_)
            | Expr::Paren(_) => return expression.visit_children_with(self),
            Expr::Fn(function) => return self.function(function.ident.as_ref(), &function.function),
            Expr::Call(call) => {
                self.call(&call.args);
                return expression.visit_children_with(self);
            }
            Expr::New(call) => {
                self.call(call.args.as_deref().unwrap_or_default());
                return expression.visit_children_with(self);
            }
            Expr::SuperProp(_) => "super",
            Expr::Tpl(_) => "template literal",
            Expr::TaggedTpl(_) => "tagged template",
            Expr::Arrow(_) => "arrow function",
            Expr::Class(_) => "class",
            Expr::Yield(_) => "yield",
            Expr::MetaProp(MetaPropExpr { kind: MetaPropKind::NewTarget, .. }) => "new.target",
            Expr::MetaProp(MetaPropExpr { kind: MetaPropKind::ImportMeta, .. }) if self.modules => return,
            Expr::MetaProp(MetaPropExpr { kind: MetaPropKind::ImportMeta, .. }) => "import.meta",
            Expr::Await(_) => "await",
            Expr::OptChain(_) => "optional chaining",
            Expr::PrivateName(_) => "private name",
            Expr::JSXMember(_)
            | Expr::JSXNamespacedName(_)
            | Expr::JSXEmpty(_)
            | Expr::JSXElement(_)
            | Expr::JSXFragment(_) => "JSX",
            Expr::TsTypeAssertion(_)
            | Expr::TsConstAssertion(_)
            | Expr::TsNonNull(_)
            | Expr::TsAs(_)
            | Expr::TsInstantiation(_)
            | Expr::TsSatisfies(_) => "TypeScript",
            Expr::Invalid(_) => "invalid expression",
        };
        self.refuse(expression.span(), what);
    }

    fn visit_callee(&mut self, callee: &Callee) {
        match callee {
            Callee::Expr(callee) => self.visit_expr(callee),
            Callee::Super(callee) => self.refuse(callee.span, "super"),
            Callee::Import(_) if self.modules => {}
            Callee::Import(callee) => self.refuse(callee.span, "import()"),
        }
    }

    fn visit_expr_or_spread(&mut self, item: &ExprOrSpread) {
        if let Some(dots) = item.spread {
            self.refuse(dots, "spread");
        }
        self.visit_expr(&item.expr);
    }

    fn visit_member_prop(&mut self, property: &MemberProp) {
        match property {
            MemberProp::Ident(name) => self.visit_ident_name(name),
            MemberProp::PrivateName(name) => self.refuse(name.span, "private name"),
            MemberProp::Computed(key) => self.visit_expr(&key.expr),
        }
    }

    fn visit_unary_expr(&mut self, expression: &UnaryExpr) {
        match expression.op {
            UnaryOp::Minus | UnaryOp::Plus | UnaryOp::Bang | UnaryOp::Tilde | UnaryOp::TypeOf | UnaryOp::Void => {}
            UnaryOp::Delete if self.strict && expression.arg.unwrap_parens().is_ident() => {
                self.refuse(expression.span, "delete of a name in strict code");
            }
            UnaryOp::Delete => {}
        }
        self.visit_expr(&expression.arg);
    }

    fn visit_bin_expr(&mut self, expression: &BinExpr) {
        match expression.op {
            BinaryOp::EqEq
            | BinaryOp::NotEq
            | BinaryOp::EqEqEq
            | BinaryOp::NotEqEq
            | BinaryOp::Lt
            | BinaryOp::LtEq
            | BinaryOp::Gt
            | BinaryOp::GtEq
            | BinaryOp::LShift
            | BinaryOp::RShift
            | BinaryOp::ZeroFillRShift
            | BinaryOp::Add
            | BinaryOp::Sub
            | BinaryOp::Mul
            | BinaryOp::Div
            | BinaryOp::Mod
            | BinaryOp::BitOr
            | BinaryOp::BitXor
            | BinaryOp::BitAnd
            | BinaryOp::LogicalOr
            | BinaryOp::LogicalAnd
            | BinaryOp::In
            | BinaryOp::InstanceOf => {}
            BinaryOp::Exp => self.refuse(expression.span, "**"),
            BinaryOp::NullishCoalescing => self.refuse(expression.span, "??"),
        }
        expression.visit_children_with(self);
    }

    fn visit_assign_expr(&mut self, expression: &AssignExpr) {
        match expression.op {
            AssignOp::Assign
            | AssignOp::AddAssign
            | AssignOp::SubAssign
            | AssignOp::MulAssign
            | AssignOp::DivAssign
            | AssignOp::ModAssign
            | AssignOp::LShiftAssign
            | AssignOp::RShiftAssign
            | AssignOp::ZeroFillRShiftAssign
            | AssignOp::BitOrAssign
            | AssignOp::BitXorAssign
            | AssignOp::BitAndAssign => {}
            AssignOp::ExpAssign => self.refuse(expression.span, "**="),
            AssignOp::AndAssign | AssignOp::OrAssign | AssignOp::NullishAssign => {
                self.refuse(expression.span, "logical assignment");
            }
        }
        expression.visit_children_with(self);
    }

    fn visit_assign_target(&mut self, target: &AssignTarget) {
        match target {
            AssignTarget::Simple(target) => self.visit_simple_assign_target(target),
            AssignTarget::Pat(_) => self.refuse(target.span(), "destructuring"),
        }
    }

    fn visit_simple_assign_target(&mut self, target: &SimpleAssignTarget) {
        match target {
            SimpleAssignTarget::Ident(_) | SimpleAssignTarget::Member(_) | SimpleAssignTarget::Paren(_) => {
                target.visit_children_with(self);
            }
            SimpleAssignTarget::SuperProp(_) => self.refuse(target.span(), "super"),
            SimpleAssignTarget::OptChain(_) => self.refuse(target.span(), "optional chaining"),
            SimpleAssignTarget::TsAs(_)
            | SimpleAssignTarget::TsSatisfies(_)
            | SimpleAssignTarget::TsNonNull(_)
            | SimpleAssignTarget::TsTypeAssertion(_)
            | SimpleAssignTarget::TsInstantiation(_) => self.refuse(target.span(), "TypeScript"),
            SimpleAssignTarget::Invalid(_) => self.refuse(target.span(), "invalid assignment target"),
        }
    }

    fn visit_pat(&mut self, pattern: &Pat) {
        let what = match pattern {
            Pat::Ident(_) | Pat::Expr(_) => return pattern.visit_children_with(self),
            Pat::Array(_) | Pat::Object(_) => "destructuring",
            Pat::Rest(_) => "rest element",
            Pat::Assign(_) => "default value",
            Pat::Invalid(_) => "invalid pattern",
        };
        self.refuse(pattern.span(), what);
    }

    fn visit_object_lit(&mut self, object: &ObjectLit) {
        self.duplicates(object);
        object.visit_children_with(self);
    }

    fn visit_prop_or_spread(&mut self, property: &PropOrSpread) {
        match property {
            PropOrSpread::Prop(property) => self.visit_prop(property),
            PropOrSpread::Spread(spread) => self.refuse(spread.dot3_token, "object spread"),
        }
    }

    fn visit_prop(&mut self, property: &Prop) {
        match property {
            Prop::KeyValue(_) => property.visit_children_with(self),
            Prop::Getter(GetterProp { key, function, .. }) | Prop::Setter(SetterProp { key, function, .. }) => {
                self.visit_prop_name(key);
                self.function(None, function);
            }
            Prop::Shorthand(_) => self.refuse(property.span(), "shorthand property"),
            Prop::Assign(_) => self.refuse(property.span(), "default value"),
            Prop::Method(_) => self.refuse(property.span(), "method"),
        }
    }

    fn visit_prop_name(&mut self, name: &PropName) {
        match name {
            PropName::Ident(_) | PropName::Str(_) | PropName::Num(_) => name.visit_children_with(self),
            PropName::Computed(_) => self.refuse(name.span(), "computed property name"),
            PropName::BigInt(_) => self.refuse(name.span(), "BigInt"),
        }
    }

    fn visit_lit(&mut self, literal: &Lit) {
        match literal {
            Lit::Str(_) | Lit::Bool(_) | Lit::Null(_) | Lit::Num(_) | Lit::Regex(_) => {
                literal.visit_children_with(self);
            }
            Lit::BigInt(_) => self.refuse(literal.span(), "BigInt"),
            Lit::JSXText(_) => self.refuse(literal.span(), "JSX"),
        }
    }

    fn visit_str(&mut self, string: &Str) {
        let text = self.text(string.span);
        if text.contains(['\u{2028}', '\u{2029}']) && !separators_are_escaped(text) {
            self.refuse(string.span, "line separator in a string");
        }
        if has_braced_escape(self.text(string.span)) {
            self.refuse(string.span, "\\u{...} in a string");
        }
    }

    fn visit_number(&mut self, number: &Number) {
        let text = self.text(number.span).as_bytes();
        let legacy = text.len() > 1 && text[0] == b'0' && text[1].is_ascii_digit();
        if text.len() > 1 && text[0] == b'0' && matches!(text[1], b'b' | b'B' | b'o' | b'O') {
            self.refuse(number.span, "binary or octal literal");
        } else if text.contains(&b'_') {
            self.refuse(number.span, "numeric separator");
        } else if legacy && (self.strict || text.iter().any(|digit| matches!(digit, b'8' | b'9'))) {
            self.refuse(number.span, "decimal literal that starts with 0");
        }
    }

    fn visit_regex(&mut self, regex: &Regex) {
        if regex.flags.chars().any(|flag| !matches!(flag, 'g' | 'i' | 'm')) {
            self.refuse(regex.span, format!("regular expression flags {}", regex.flags));
        }
        if let Some(group) = newer_group(&regex.exp) {
            self.refuse(regex.span, format!("{group}...) in a regular expression"));
        }
    }

    fn visit_ident(&mut self, identifier: &Ident) {
        self.spelling(identifier.span);
        if is_reserved(&identifier.sym, self.strict) {
            self.refuse(identifier.span, format!("reserved word {} as an identifier", identifier.sym));
        }
    }

    fn visit_module_export_name(&mut self, name: &ModuleExportName) {
        match name {
            ModuleExportName::Ident(name) => self.spelling(name.span),
            ModuleExportName::Str(_) if self.modules => {}
            ModuleExportName::Str(name) => self.refuse(name.span, "string as the name of an export"),
        }
    }

    fn visit_ident_name(&mut self, name: &IdentName) {
        self.spelling(name.span);
    }
}

impl Check<'_> {
    /// ES5 §7.6: letters of the Basic Multilingual Plane, and escapes of exactly four digits.
    fn spelling(&mut self, span: Span) {
        let text = self.text(span);
        if has_braced_escape(text) {
            self.refuse(span, "\\u{...} in an identifier");
        } else if let Some(unescaped) = unescape(text)
            && !is_es5_identifier_name(&unescaped)
        {
            self.refuse(span, format!("identifier {unescaped}"));
        }
    }
}

fn has_use_strict(statements: &[Stmt]) -> bool {
    statements.iter().take_while(|statement| statement.can_precede_directive()).any(Stmt::is_use_strict)
}

/// The name that a literal key gives, or nothing if it is no literal.
fn property_name(key: &PropName) -> Option<String> {
    match key {
        PropName::Ident(name) => Some(name.sym.to_string()),
        PropName::Str(string) => Some(format!("{}", string.value.to_string_lossy())),
        PropName::Num(number) => Some(number.value.to_string()),
        PropName::Computed(_) | PropName::BigInt(_) => None,
    }
}

fn separators_are_escaped(text: &str) -> bool {
    let mut escaped = false;
    text.chars().all(|char| {
        let fine = escaped || !matches!(char, '\u{2028}' | '\u{2029}');
        escaped = char == '\\' && !escaped;
        fine
    })
}

fn has_braced_escape(text: &str) -> bool {
    let mut escaped = false;
    let mut braces = false;
    text.chars().any(|char| {
        let found = braces && char == '{';
        braces = escaped && char == 'u';
        escaped = char == '\\' && !escaped;
        found
    })
}

/// How a group begins that has a name or modifiers, or looks behind.
fn newer_group(pattern: &str) -> Option<&str> {
    let (mut escaped, mut in_class) = (false, false);
    pattern.char_indices().find_map(|(at, char)| {
        if escaped {
            escaped = false;
            return None;
        }
        match char {
            '\\' => escaped = true,
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class => {
                let group = pattern[at..].get(..3)?;
                return (group.starts_with("(?") && !group.ends_with([':', '=', '!'])).then_some(group);
            }
            _ => {}
        }
        None
    })
}

/// `text` with `\uXXXX` replaced; nothing if an escape is malformed, which the parser reports.
fn unescape(text: &str) -> Option<String> {
    let mut parts = text.split("\\u");
    let mut result = parts.next()?.to_owned();
    for part in parts {
        let code = u32::from_str_radix(part.get(..4)?, 16).ok()?;
        result.push(char::from_u32(code)?);
        result.push_str(part.get(4..)?);
    }
    Some(result)
}

fn is_es5_identifier_name(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(is_start) && chars.all(|char| is_start(char) || is_part(char))
}

/// A UnicodeLetter: ID_Start without the symbols that later editions of Unicode grandfathered in.
fn is_start(char: char) -> bool {
    let grandfathered = matches!(char, '\u{2118}' | '\u{212e}' | '\u{309b}' | '\u{309c}');
    matches!(char, '$' | '_') || (char <= '\u{ffff}' && is_id_start(char) && !grandfathered)
}

/// A UnicodeCombiningMark, UnicodeDigit, UnicodeConnectorPunctuation, or a joiner.
fn is_part(char: char) -> bool {
    let grandfathered = matches!(
        char,
        '\u{b7}' | '\u{387}' | '\u{1369}'
            ..='\u{1371}' | '\u{19da}' | '\u{2118}' | '\u{212e}' | '\u{309b}' | '\u{309c}' | '\u{30fb}' | '\u{ff65}'
    );
    matches!(char, '\u{200c}' | '\u{200d}') || (char <= '\u{ffff}' && is_id_continue(char) && !grandfathered)
}

/// ES5 §7.6.1.
fn is_reserved(word: &str, strict: bool) -> bool {
    let always = matches!(
        word,
        "break"
            | "case"
            | "catch"
            | "class"
            | "const"
            | "continue"
            | "debugger"
            | "default"
            | "delete"
            | "do"
            | "else"
            | "enum"
            | "export"
            | "extends"
            | "false"
            | "finally"
            | "for"
            | "function"
            | "if"
            | "import"
            | "in"
            | "instanceof"
            | "new"
            | "null"
            | "return"
            | "super"
            | "switch"
            | "this"
            | "throw"
            | "true"
            | "try"
            | "typeof"
            | "var"
            | "void"
            | "while"
            | "with"
    );
    let in_strict_code = matches!(
        word,
        "implements" | "interface" | "let" | "package" | "private" | "protected" | "public" | "static" | "yield"
    );
    always || (strict && in_strict_code)
}
