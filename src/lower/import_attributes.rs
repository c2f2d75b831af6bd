//! Import attributes, where `import` does not stay.
//!
//! ```js
//! import data from "./data.json" with { type: "json" };
//! // becomes
//! var _data = _interopDefault(require("./data.json"));
//! ```
//!
//! `require` takes no attributes. It reads JSON by the name of the file, so `type: "json"` is dropped, with a warning;
//! whatever else is said of a module would be lost.

use swc_ecma_ast::*;

use super::Lower;
use crate::problem::Problem;

impl Lower {
    /// The attributes of `import` or `export … from`.
    pub(super) fn drop_attributes_of(&mut self, decl: &ModuleDecl) {
        let attributes = match decl {
            ModuleDecl::Import(import) => &import.with,
            ModuleDecl::ExportNamed(export) => &export.with,
            ModuleDecl::ExportAll(export) => &export.with,
            _ => return,
        };
        if let Some(attributes) = attributes {
            self.drop_attributes(attributes);
        }
    }

    /// The second argument of `import()`, if it is as `{ with: { type: "json" } }`. Returns whether nothing is left of it.
    pub(super) fn drop_options(&mut self, options: &Expr) -> bool {
        let Some([option]) = options.unwrap_parens().as_object().map(|options| &options.props[..]) else {
            return false;
        };
        let Some(attributes) = value_of(option, "with").and_then(Expr::as_object) else { return false };
        let is_known = |attribute| entry(attribute).is_some_and(|(_, value)| matches!(value, Expr::Lit(Lit::Str(_))));
        if attributes.props.iter().all(is_known) {
            self.drop_attributes(attributes);
            return true;
        }
        false
    }

    fn drop_attributes(&mut self, attributes: &ObjectLit) {
        match &attributes.props[..] {
            [] => {}
            [attribute] if value_of(attribute, "type").is_some_and(is_json) => {
                self.warnings.push(Problem::dropped_attributes(attributes.span));
            }
            _ => self.problems.push(Problem::lost_attributes(attributes.span)),
        }
    }
}

fn is_json(value: &Expr) -> bool {
    matches!(value, Expr::Lit(Lit::Str(string)) if string.value == *"json")
}

/// The value of a property, if it is that of this name.
fn value_of<'a>(prop: &'a PropOrSpread, name: &str) -> Option<&'a Expr> {
    entry(prop).filter(|(key, _)| *key == name).map(|(_, value)| value)
}

/// A property and its value, in `{ key: value }`.
fn entry(prop: &PropOrSpread) -> Option<(&str, &Expr)> {
    let PropOrSpread::Prop(prop) = prop else { return None };
    let Prop::KeyValue(KeyValueProp { key, value }) = &**prop else { return None };
    match key {
        PropName::Ident(key) => Some((&key.sym, value)),
        PropName::Str(key) => Some((key.value.as_str()?, value)),
        _ => None,
    }
}
