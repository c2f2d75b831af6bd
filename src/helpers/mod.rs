//! The runtime helpers: small ES5 functions that lowered code calls for what has no short form in ES5.
//!
//! Each is a file of `js/` that declares one name, `_` and the file's name, and may use other helpers by theirs.
//! A new helper is such a file and a line in the table below. `tests.rs` checks the table against the files.
//!
//! `printed/` holds the compact form of each, which is what files get: local names are single letters, and all stands on
//! a line. `just update` makes it of the readable form (`tests/compact.rs`); the file of a new helper begins empty.

#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use swc_atoms::Atom;
use swc_common::{BytePos, DUMMY_SP, Span};
use swc_ecma_ast::{
    CallExpr, Callee, Decl, Expr, ExprOrSpread, Ident, IdentName, ImportDecl, ImportNamedSpecifier, ImportSpecifier,
    MemberExpr, MemberProp, ModuleDecl, ModuleExportName, ModuleItem, Pat, Stmt, Str, VarDecl, VarDeclarator,
};
use swc_ecma_parser::{EsSyntax, Parser, StringInput, Syntax};
use swc_ecma_visit::{VisitMut, VisitMutWith};

use crate::problem::Problem;

/// Declares the enum and, for each helper, its file and the helpers that this file uses.
macro_rules! helpers {
    ($($helper:ident = $file:literal [$($dependency:ident)*])*) => {
        /// A runtime helper. What it does stands at the top of its file.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub(crate) enum Helper {
            $($helper,)*
        }

        impl Helper {
            /// All of them, dependencies before dependents.
            pub(crate) const ALL: &[Self] = &[$(Self::$helper),*];

            /// The name that it declares, unless the file that it is put into uses that name.
            pub(crate) const fn name(self) -> &'static str {
                match self {
                    $(Self::$helper => concat!("_", $file),)*
                }
            }

            const fn source(self) -> &'static str {
                match self {
                    $(Self::$helper => include_str!(concat!("js/", $file, ".js")),)*
                }
            }

            /// Its compact form.
            const fn printed(self) -> &'static str {
                match self {
                    $(Self::$helper => include_str!(concat!("printed/", $file, ".js")),)*
                }
            }

            const fn dependencies(self) -> &'static [Self] {
                match self {
                    $(Self::$helper => &[$(Self::$dependency),*],)*
                }
            }
        }
    };
}

helpers! {
    Array = "Array" []
    Object = "Object" []
    TypeError = "TypeError" []
    ReferenceError = "ReferenceError" []

    HasIterators = "hasIterators" []
    ArrayLike = "arrayLike" []
    Iterated = "iterated" [HasIterators]
    NextOnce = "nextOnce" []
    ForOf = "forOf" []
    Close = "close" []
    Iterator = "iterator" [ForOf]
    List = "list" [ForOf]
    ToArray = "toArray" [ForOf]
    Take = "take" [ForOf]
    OwnElements = "ownElements" []
    Apply = "apply" []
    WithThis = "withThis" []

    ToPropertyKey = "toPropertyKey" []
    RequireObjectCoercible = "requireObjectCoercible" []
    DefineProperty = "defineProperty" []
    SetComputed = "setComputed" []
    DefineAccessor = "defineAccessor" []
    OwnKeys = "ownKeys" []
    CopyDataProperties = "copyDataProperties" [OwnKeys DefineProperty]
    ObjectSpread = "objectSpread" []
    ObjectWithoutProperties = "objectWithoutProperties" []
    ObjectWithoutKeys = "objectWithoutKeys" []
    ObjectAssign = "objectAssign" []

    FindProperty = "findProperty" []
    SuperGet = "superGet" []
    SuperSet = "superSet" [FindProperty ToPropertyKey DefineProperty]

    SetFunctionName = "setFunctionName" []
    SetPrototypeOf = "setPrototypeOf" []
    NewTarget = "newTarget" []
    WithPrototype = "withPrototype" []
    SetLiteralPrototype = "setLiteralPrototype" [SetPrototypeOf]
    FunctionText = "functionText" []
    Native = "native" [SetPrototypeOf]
    Callable = "callable" [FunctionText Native]
    Subclass = "subclass" [SetPrototypeOf]
    Inherits = "inherits" [Callable Subclass]
    Link = "link" [Inherits]
    Parent = "parent" [Callable]
    Members = "members" []
    ComputedMembers = "computedMembers" [OwnKeys]
    Class = "class" []
    Field = "field" []
    PrivateStore = "privateStore" []
    PrivateKey = "privateKey" []
    PrivateSymbol = "privateSymbol" []
    PrivateError = "privateError" []
    PrivateAdd = "privateAdd" []
    PrivateMethod = "privateMethod" [PrivateError]
    PrivateGet = "privateGet" [PrivateMethod]
    PrivateSet = "privateSet" [PrivateMethod]
    PrivateSetter = "privateSetter" [PrivateMethod]
    PrivateIn = "privateIn" []
    CheckNew = "checkNew" []
    CheckDerivedNew = "checkDerivedNew" [CheckNew]
    BindThis = "bindThis" []
    BindThisOnce = "bindThisOnce" [BindThis]
    AssertThis = "assertThis" []
    Constructed = "constructed" [AssertThis]
    CalleeError = "calleeError" []
    DeleteSuperError = "deleteSuperError" []

    IteratorResult = "iteratorResult" []
    Resume = "resume" []
    Machine = "machine" []
    Unwind = "unwind" []
    After = "after" []
    Instead = "instead" [Resume]
    Inner = "inner" [Resume Instead]
    IteratorOf = "iteratorOf" [ForOf IteratorResult]
    Delegate = "delegate" [IteratorResult Instead IteratorOf]
    KeysIn = "keysIn" []
    GeneratorKind = "generatorKind" [SetFunctionName SetPrototypeOf]
    AsGenerator = "asGenerator" [Resume]
    Generator = "generator" [AsGenerator]
    AsAsync = "asAsync" []
    Await = "await" []
    Async = "async" [Resume Await]
    AsyncIteratorOf = "asyncIteratorOf" [IteratorResult IteratorOf]
    AsyncCursor = "asyncCursor" [IteratorResult AsyncIteratorOf]
    AsyncDelegate = "asyncDelegate" [IteratorResult Instead AsyncIteratorOf]
    AsAsyncGenerator = "asAsyncGenerator" []
    AsyncGenerator = "asyncGenerator" [Resume Await AsAsyncGenerator]

    DisposeMethod = "disposeMethod" []
    Suppress = "suppress" []
    Using = "using" [DisposeMethod]
    Dispose = "dispose" [Suppress]
    AsyncUsing = "asyncUsing" [DisposeMethod]
    AsyncDispose = "asyncDispose" [Suppress]

    ParameterCode = "parameterCode" []
    EvalCode = "evalCode" []
    Pow = "pow" []
    BigIntPower = "bigintPower" [Pow]
    ToString = "toString" []
    TypeOf = "typeof" []
    TemplateObject = "templateObject" []
    DynamicImport = "dynamicImport" [ToString]
    RequireLater = "requireLater" []
    RequireAnywhere = "requireAnywhere" [RequireLater]
    ImportWith = "importWith" [ToString]
    InteropDefault = "interopDefault" []
    InteropNamespace = "interopNamespace" []
    NodeNamespace = "nodeNamespace" []
    ModuleNamespace = "moduleNamespace" [InteropNamespace]
    ScriptUrl = "scriptUrl" []
    AbsoluteUrl = "absoluteUrl" []
    ExportStar = "exportStar" []
    ExportStars = "exportStars" []
    ExportNames = "exportNames" []
    ExportValues = "exportValues" []
    ReadOnlyError = "readOnlyError" []
    TdzError = "tdzError" []
    Uninitialized = "uninitialized" []
    Initialized = "initialized" [TdzError Uninitialized]
    Assignable = "assignable" [TdzError Uninitialized]
    NamedGroups = "namedGroups" [ToString]
    GlobalObject = "globalObject" []
    DuplicateGroups = "duplicateGroups" [ToString NamedGroups]
}

impl Helper {
    /// Those that hold a built-in object for the others, in files that give its name another meaning.
    pub(crate) const GUARDS: [Self; 4] = [Self::Array, Self::Object, Self::TypeError, Self::ReferenceError];

    /// The built-ins that it needs and ES5 lacks, without which it can't do all of its work.
    const fn required_builtins(self) -> &'static [&'static str] {
        match self {
            Self::Await | Self::AsyncIteratorOf | Self::AsAsyncGenerator | Self::DynamicImport => &["Promise"],
            Self::DisposeMethod => &["Symbol.dispose"],
            Self::AsyncUsing => &["Promise", "Symbol.asyncDispose"],
            // Without them, `exec` alone knows the groups.
            Self::NamedGroups => &["Symbol.match", "Symbol.replace"],
            _ => &[],
        }
    }

    /// The name under which a helper module exports it: without the underscore.
    pub(crate) fn exported_name(self) -> &'static str {
        self.name().trim_start_matches('_')
    }
}

/// Whether a helper declares this name.
pub(crate) fn is_helper_name(name: &str) -> bool {
    static NAMES: LazyLock<FxHashSet<&str>> =
        LazyLock::new(|| Helper::ALL.iter().map(|helper| helper.name()).collect());
    name.starts_with('_') && NAMES.contains(name)
}

/// The helpers that a file calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct HelperSet(u128);

const _: () = assert!(Helper::ALL.len() <= u128::BITS as usize, "a HelperSet has a bit for each helper");

impl HelperSet {
    pub(crate) fn insert(&mut self, helper: Helper) {
        self.0 |= 1 << helper as u8;
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Dependencies before dependents.
    pub(crate) fn iter(mut self) -> impl Iterator<Item = Helper> {
        std::iter::from_fn(move || {
            let &first = Helper::ALL.get(self.0.trailing_zeros() as usize)?;
            self.0 &= self.0 - 1;
            Some(first)
        })
    }

    /// With all that its members use. Dependencies come before dependents, so one walk from the last helper finds all.
    pub(crate) fn closed(self) -> Self {
        let (mut closed, mut left) = (self, self);
        while let Some(last) = left.pop_last() {
            for &dependency in last.dependencies() {
                closed.insert(dependency);
                left.insert(dependency);
            }
        }
        closed
    }

    fn pop_last(&mut self) -> Option<Helper> {
        let &last = Helper::ALL.get(self.0.checked_ilog2()? as usize)?;
        self.0 &= !(1 << last as u8);
        Some(last)
    }

    /// The built-ins after ES5 that its members, and what these use, need.
    pub(crate) fn required_builtins(self) -> impl Iterator<Item = &'static str> {
        self.closed().iter().flat_map(Helper::required_builtins).copied()
    }
}

impl FromIterator<Helper> for HelperSet {
    fn from_iter<I: IntoIterator<Item = Helper>>(helpers: I) -> Self {
        let mut set = Self::default();
        helpers.into_iter().for_each(|helper| set.insert(helper));
        set
    }
}

/// The declarations of the helpers in `set` and of all that they use, to stand first in a file.
/// `names` says what each is called there; names that do not begin with `_` may clash with locals of the helpers.
///
/// # Errors
/// None that a user can cause: the text of a helper does not parse.
pub(crate) fn statements(set: HelperSet, names: impl Fn(Helper) -> Atom) -> Result<Vec<Stmt>, Problem> {
    let set = set.closed();
    let mut adopt = Adopt { renames: vec![] };
    for helper in set.iter() {
        adopt.renames.push((helper.name(), names(helper)));
    }
    let mut all = vec![];
    for helper in set.iter() {
        let mut statements = parse(helper, helper.printed())?;
        adopt.helper(&mut statements);
        all.append(&mut statements);
        if Helper::GUARDS.contains(&helper) {
            // The helpers after it use it in place of the global.
            adopt.renames.push((helper.exported_name(), names(helper)));
        }
    }
    Ok(all)
}

/// The text of the same declarations, if they are printed as their files say: no name is another.
pub(crate) fn ready_text(set: HelperSet, names: impl Fn(Helper) -> Atom) -> Option<String> {
    let all = set.closed();
    let is_as_printed = |helper| *names(helper) == *helper.name() && !Helper::GUARDS.contains(&helper);
    all.iter().all(is_as_printed).then(|| all.iter().map(Helper::printed).collect())
}

fn parse(helper: Helper, source: &str) -> Result<Vec<Stmt>, Problem> {
    let start = BytePos(1);
    let input = StringInput::new(source, start, start + BytePos(source.len() as u32));
    match Parser::new(Syntax::Es(EsSyntax::default()), input, None).parse_script() {
        Ok(script) => Ok(script.body),
        Err(error) => Err(Problem::broken_helper(helper.name(), &error.kind().msg())),
    }
}

/// Makes the tree of a helper part of a file: no positions, and the names that the file gives.
struct Adopt {
    renames: Vec<(&'static str, Atom)>,
}

impl Adopt {
    /// All statements of a helper. A call that is the value of its variable has no effect, and bundlers keep a call unless
    /// they are told: `var _helper = /*#__PURE__*/ call();`. The comment in its text is not part of its tree.
    fn helper(&mut self, statements: &mut [Stmt]) {
        for statement in statements {
            statement.visit_mut_with(self);
            let Stmt::Decl(Decl::Var(variables)) = statement else { continue };
            for init in variables.decls.iter_mut().filter_map(|variable| variable.init.as_mut()) {
                if let Expr::Call(call) = &mut **init {
                    call.span = Span::new(BytePos::PURE, BytePos::PURE);
                }
            }
        }
    }
}

impl VisitMut for Adopt {
    fn visit_mut_span(&mut self, span: &mut Span) {
        *span = DUMMY_SP;
    }

    fn visit_mut_ident(&mut self, ident: &mut Ident) {
        ident.span = DUMMY_SP;
        if let Some((_, name)) = self.renames.iter().find(|(canonical, _)| ident.sym == **canonical) {
            ident.sym = name.clone();
        }
    }
}

/// For each helper in `set`: `var _toArray = require("module").toArray;`
pub(crate) fn required(set: HelperSet, module: &str, names: impl Fn(Helper) -> Atom) -> Vec<Stmt> {
    set.iter().map(|helper| require_statement(helper, module, names(helper))).collect()
}

fn require_statement(helper: Helper, module: &str, name: Atom) -> Stmt {
    let module = Expr::Lit(Str::from(module).into());
    let require = CallExpr {
        callee: Callee::Expr(Ident::from("require").into()),
        args: vec![ExprOrSpread { spread: None, expr: module.into() }],
        ..CallExpr::default()
    };
    let member = MemberExpr {
        span: DUMMY_SP,
        obj: require.into(),
        prop: MemberProp::Ident(IdentName::from(helper.exported_name())),
    };
    let declarator = VarDeclarator {
        span: DUMMY_SP,
        name: Pat::from(Ident::from(name)),
        init: Some(member.into()),
        definite: false,
    };
    Stmt::Decl(Decl::from(VarDecl { decls: vec![declarator], ..VarDecl::default() }))
}

/// `import { toArray as _toArray, … } from "module";`
pub(crate) fn imported(set: HelperSet, module: &str, names: impl Fn(Helper) -> Atom) -> ModuleItem {
    let specifiers = set
        .iter()
        .map(|helper| {
            ImportSpecifier::Named(ImportNamedSpecifier {
                span: DUMMY_SP,
                local: Ident::from(names(helper)),
                imported: Some(ModuleExportName::Ident(Ident::from(helper.exported_name()))),
                is_type_only: false,
            })
        })
        .collect();
    ModuleItem::ModuleDecl(ModuleDecl::Import(ImportDecl {
        span: DUMMY_SP,
        specifiers,
        src: Str::from(module).into(),
        type_only: false,
        with: None,
        phase: Default::default(),
    }))
}

/// How a helper module exports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum HelperModule {
    /// By `exports.name = …`.
    CommonJs,
    /// By `export { … }`.
    EsModule,
}

/// The text of the module that files lowered with [`Helpers::External`](crate::Helpers::External) load: every helper,
/// with its comment. It is ES5 and depends on nothing.
///
/// ```
/// use downlevel::{HelperModule, helper_module};
///
/// assert!(helper_module(HelperModule::CommonJs).contains("exports.toArray = _toArray;"));
/// ```
pub fn helper_module(kind: HelperModule) -> String {
    let mut text = String::new();
    for helper in Helper::ALL {
        text.push_str(helper.source());
        text.push('\n');
    }
    for helper in Helper::ALL {
        let (name, exported) = (helper.name(), helper.exported_name());
        text.push_str(&match kind {
            HelperModule::CommonJs => format!("exports.{exported} = {name};\n"),
            HelperModule::EsModule => format!("export {{ {name} as {exported} }};\n"),
        });
    }
    text
}
