//! Object patterns.
//!
//! ```js
//! ({ a, [k()]: b = 1, ...rest } = o);
//! // becomes
//! a = o.a, _key = _toPropertyKey(k()), _value = o[_key], b = _value === void 0 ? 1 : _value,
//!   rest = _objectWithoutProperties(o, ["a", _key]);
//! ```
//!
//! A pattern that reads no property first must still throw for `null` and `undefined`. A computed key is converted to a
//! property key once, before its value is read; a rest leaves out the keys that were read, which are strings also where
//! the pattern says `[null]` or `[1.5]`.

use swc_atoms::{Atom, Wtf8Atom};
use swc_ecma_ast::*;

use super::{Lower, Mode, Step, split_default};
use crate::{build, helpers::Helper, lower::evaluate_once::repeat, syntax::number::number_key};

impl Lower {
    pub(super) fn object_pattern(&mut self, pat: ObjectPat, value: Expr, mode: Mode, steps: &mut Vec<Step>) {
        let [only] = &pat.props[..] else {
            let value = self.hold_step(value, "ref", steps);
            if !pat.props.first().is_some_and(checks_object) {
                self.check_object(repeat(&value), steps);
            }
            return self.properties(pat.props, value, mode, steps);
        };
        let reads_at_once = checks_object(only) && (mode.declares || !only.is_rest());
        let value = if reads_at_once { value } else { self.hold_step(value, "ref", steps) };
        if !checks_object(only) {
            self.check_object(repeat(&value), steps);
        }
        self.properties(pat.props, value, mode, steps);
    }

    /// `_requireObjectCoercible(value)`
    fn check_object(&mut self, value: Expr, steps: &mut Vec<Step>) {
        let check = self.helper(Helper::RequireObjectCoercible, [value]);
        steps.push(Step::Effect(check));
    }

    fn properties(&mut self, props: Vec<ObjectPatProp>, value: Expr, mode: Mode, steps: &mut Vec<Step>) {
        let has_rest = matches!(props.last(), Some(ObjectPatProp::Rest(_)));
        let mut excluded = vec![];
        let mut value = Some(value);
        let count = props.len();
        for (index, prop) in props.into_iter().enumerate() {
            let Some(object) = value.take() else { return };
            if index + 1 < count {
                value = Some(repeat(&object));
            }
            match prop {
                ObjectPatProp::Rest(rest) => {
                    let excluded = std::mem::take(&mut excluded);
                    self.object_rest(*rest.arg, object, excluded, mode, steps);
                }
                ObjectPatProp::Assign(prop) => {
                    let name = prop.key.sym.clone();
                    if has_rest {
                        excluded.push(build::str(&*name));
                    }
                    let property = build::member(object, &name);
                    self.element(Pat::Ident(prop.key), prop.value, property, mode, steps);
                }
                ObjectPatProp::KeyValue(pair) => {
                    let (pat, default) = split_default(*pair.value);
                    let delays = !mode.declares && !pat.is_ident();
                    let key = self.property_key(pair.key, has_rest || delays, steps);
                    if has_rest {
                        excluded.push(key.name());
                    }
                    self.element(pat, default, key.of(object), mode, steps);
                }
            }
        }
    }

    fn object_rest(&mut self, pat: Pat, object: Expr, excluded: Vec<Expr>, mode: Mode, steps: &mut Vec<Step>) {
        let target = self.target(pat, mode, steps);
        let without = if self.assumptions.object_rest_no_symbols {
            Helper::ObjectWithoutKeys
        } else {
            Helper::ObjectWithoutProperties
        };
        // _objectWithoutProperties(object, ["a", …])
        let rest = self.helper(without, [object, build::array(excluded)]);
        self.store(target, rest, mode, steps);
    }

    /// The key of a property; `held` if it is needed again, or later.
    fn property_key(&mut self, key: PropName, held: bool, steps: &mut Vec<Step>) -> Key {
        match key {
            PropName::Ident(name) => Key::Name(name.sym),
            PropName::Str(string) => match string.value.as_str() {
                Some(text) => Key::Name(text.into()),
                None => Key::Value(Expr::Lit(Lit::Str(Str { raw: None, ..string }))),
            },
            PropName::Num(number) => Key::Value(Expr::Lit(Lit::Num(Number { raw: None, ..number }))),
            PropName::BigInt(number) => Key::Name(number.value.to_string().into()),
            PropName::Computed(key) => {
                let key = self.lowered(key.expr);
                if !held || literal_key(&key).is_some() {
                    return Key::Value(key);
                }
                // _key = _toPropertyKey(key)
                let key = self.helper(Helper::ToPropertyKey, [key]);
                Key::Value(self.hold_step(key, "key", steps))
            }
        }
    }
}

/// A property key that is lowered.
enum Key {
    Name(Atom),
    Value(Expr),
}

impl Key {
    /// The key as a value, for the list of keys that a rest leaves out.
    fn name(&self) -> Expr {
        match self {
            Self::Name(name) => build::str(&**name),
            Self::Value(value) => literal_key(value).map_or_else(|| repeat(value), build::str),
        }
    }

    fn of(self, object: Expr) -> Expr {
        match self {
            Self::Name(name) => build::member(object, &name),
            Self::Value(value) => build::index(object, value),
        }
    }
}

/// The property key that a literal gives.
fn literal_key(key: &Expr) -> Option<Wtf8Atom> {
    match key {
        Expr::Paren(paren) => literal_key(&paren.expr),
        Expr::Lit(Lit::Str(string)) => Some(string.value.clone()),
        Expr::Lit(Lit::Num(number)) => Some(number_key(number.value).into()),
        Expr::Lit(Lit::Bool(value)) => Some(if value.value { "true" } else { "false" }.into()),
        Expr::Lit(Lit::Null(_)) => Some("null".into()),
        Expr::Unary(UnaryExpr { op: op!(unary, "-"), arg, .. }) => match &**arg {
            Expr::Lit(Lit::Num(number)) => Some(number_key(-number.value).into()),
            _ => None,
        },
        _ => None,
    }
}

/// Whether reading this first property of a pattern throws for `null` and `undefined` before anything else happens.
fn checks_object(prop: &ObjectPatProp) -> bool {
    match prop {
        ObjectPatProp::Assign(_) | ObjectPatProp::Rest(RestPat { .. }) => true,
        ObjectPatProp::KeyValue(pair) => {
            let target = match &*pair.value {
                Pat::Assign(assign) => &assign.left,
                other => other,
            };
            !pair.key.is_computed() && !target.is_expr()
        }
    }
}
