//! Other names for the modules that a file loads: `import "./a.mjs"` → `import "./a.cjs"`.
//!
//! Nothing but literals is renamed: in `import`, `export … from`, `import("…")` and `require("…")`. What a file calls
//! `require` need not be that of CommonJS; the caller, who knows which files there are, decides by the name.

use std::{fmt, sync::Arc};

use swc_ecma_ast::*;
use swc_ecma_visit::{VisitMut, VisitMutWith, noop_visit_mut_type};

/// A function that gives modules other names: gets the specifier, returns the one to put in its place, if any.
///
/// ```
/// use downlevel::{Options, RenameModules, transform};
///
/// let rename = RenameModules::new(|specifier| Some(format!("{}.cjs", specifier.strip_suffix(".mjs")?)));
/// let options = Options { rename_modules: Some(rename), ..Options::default() };
/// let output = transform("import './a.mjs'; import 'b'; import('./c.mjs');", &options)?;
/// assert_eq!(output.code, "import \"./a.cjs\";\nimport 'b';\nimport(\"./c.cjs\");\n");
/// # Ok::<(), downlevel::Errors>(())
/// ```
#[derive(Clone)]
pub struct RenameModules(Arc<Rename>);

type Rename = dyn Fn(&str) -> Option<String> + Send + Sync;

impl RenameModules {
    /// Gives modules the names that `rename` returns for their specifiers.
    pub fn new(rename: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> Self {
        Self(Arc::new(rename))
    }

    /// Renames what `program` loads.
    pub(crate) fn apply(&self, program: &mut Program) {
        program.visit_mut_with(&mut Specifiers { rename: &*self.0 });
    }
}

impl fmt::Debug for RenameModules {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("RenameModules")
    }
}

/// Two are equal if they are the same one.
impl PartialEq for RenameModules {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for RenameModules {}

struct Specifiers<'r> {
    rename: &'r Rename,
}

impl Specifiers<'_> {
    fn rename(&self, specifier: &mut Str) {
        if let Some(name) = specifier.value.as_str().and_then(|name| (self.rename)(name)) {
            *specifier = Str { span: specifier.span, value: name.into(), raw: None };
        }
    }
}

impl VisitMut for Specifiers<'_> {
    noop_visit_mut_type!();

    fn visit_mut_import_decl(&mut self, import: &mut ImportDecl) {
        self.rename(&mut import.src);
    }

    fn visit_mut_export_all(&mut self, export: &mut ExportAll) {
        self.rename(&mut export.src);
    }

    fn visit_mut_named_export(&mut self, export: &mut NamedExport) {
        if let Some(specifier) = &mut export.src {
            self.rename(specifier);
        }
    }

    fn visit_mut_call_expr(&mut self, call: &mut CallExpr) {
        call.visit_mut_children_with(self);
        let loads = match &call.callee {
            Callee::Import(_) => true,
            Callee::Expr(callee) => callee.is_ident_ref_to("require") && call.args.len() == 1,
            Callee::Super(_) => false,
        };
        if let Some(ExprOrSpread { spread: None, expr }) = call.args.first_mut().filter(|_| loads)
            && let Expr::Lit(Lit::Str(specifier)) = &mut **expr
        {
            self.rename(specifier);
        }
    }
}
