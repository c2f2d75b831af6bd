//! Object literals: shorthand, methods, computed keys, spread, and what ES5 refuses to see twice.
//!
//! ```js
//! ({ x, m() {}, [k()]: v });  ({ ...a, b: 1, c: 2 });  ({ [i]: 1, [j]: 2, get [k]() {} });
//! // becomes
//! _setComputed({ x: x, m: function m() {} }, _toPropertyKey(k()), v);
//! _object = _objectSpread({}, a), _object.b = 1, _object.c = 2, _object;
//! _object = {}, _defineProperty(_object, i, 1), _defineProperty(_object, j, 2),
//!   _defineAccessor(_object, _key = _toPropertyKey(k), _setFunctionName(function () {}, _key, "get")), _object;
//! ```
//!
//! The rules that are easy to miss:
//! - a computed key is converted to a property key before its value is evaluated;
//! - properties are created, not assigned: no setter runs, and one that is there already is replaced;
//! - `__proto__: v` sets the prototype; `__proto__` as a shorthand, a method or a computed key is a property;
//! - ES5 refuses a key twice in strict code, and an accessor beside a data property of its name anywhere;
//! - a method that says `super` must find the object that this evaluation of the literal made. A variable of the
//!   function holds it; in a loop, where that would be another one soon, a parameter does:
//!
//! ```js
//! for (;;) f({ m() { return super.m; } });
//! // becomes
//! for (;;) f(_setComputed(_object = {}, "m", function (_home) {
//!   return function m() { return _superGet(_home, "m", this); };
//! }(_object)));
//! ```
//!
//! With `setSpreadProperties`: `_objectAssign(_objectAssign({}, a), { b: 1, c: 2 })`. With `setComputedProperties`:
//! `_object = { x: x }, _object[k] = v, _object`.
//!
//! `_objectSpread` and `_setComputed` set properties: that is right for an object that the literal has given no accessors
//! and no prototype, as long as nobody gives `Object.prototype` setters or constants. So is the assignment of properties
//! that follow, but for those that `Object.prototype` has. In doubt, and always without `noPrototypeSetters`, it is
//! `_copyDataProperties` and `_defineProperty`.
//!
//! Runtime: `_defineProperty`, `_setComputed`, `_copyDataProperties`, `_defineAccessor`, `_objectSpread`,
//! `_setLiteralPrototype`, `_toPropertyKey`.

use std::mem;

use rustc_hash::FxHashMap;
use swc_atoms::Wtf8Atom;
use swc_common::{DUMMY_SP, Span};
use swc_ecma_ast::*;

use super::{
    Lower,
    evaluate_once::{CapturedValue, repeat},
    jumps::JumpKind,
    literal::{normalize_number, normalize_str},
    object_super::Home,
};
use crate::{
    ast::is_anonymous_function,
    build,
    helpers::Helper,
    scope::{ValueType, is_in_tdz, may_be_in_tdz},
    syntax::{identifier::is_es5_name, number::number_key},
};

/// More steps than this are not nested in each other.
const MAX_NESTED_STEPS: usize = 2;
/// More properties than this are not assigned one by one where a helper for all of them is there.
const MAX_ASSIGNED: usize = 3;

/// An object that is being built: a literal, and what is done to it then.
struct Building {
    /// What ES5 can say in one literal, up to the first property that it can't.
    literal: Vec<PropOrSpread>,
    /// What `__proto__: value` at its beginning gave.
    prototype: Option<Expr>,
    /// Nothing more may be added to the literal.
    is_literal_closed: bool,
    steps: Vec<Step>,
    /// The keys of the literal that was begun last.
    keys: Keys,
    /// What its methods find as their home, if that is not the object itself.
    home: Option<Home>,
    /// The variable that holds the object.
    variable: Option<Ident>,
    /// What adds the properties of another object, and what adds one property.
    helpers: Helpers,
    /// Whether properties with computed keys are assigned whatever the key is, and what comes after them.
    sets_computed: bool,
    /// Whether properties that follow a step may be assigned.
    sets_data: bool,
    has_spread: bool,
    /// Whether the literal may be evaluated more than once while that variable lives.
    is_in_loop: bool,
}

#[derive(Clone, Copy)]
struct Helpers {
    spread: Helper,
    define: Helper,
}

/// What is done to an object after its literal.
enum Step {
    /// Data properties that ES5 can say in one literal.
    Literal(Vec<PropOrSpread>),
    Define {
        key: Expr,
        value: Expr,
    },
    Set {
        key: Expr,
        value: Expr,
    },
    Getter {
        key: Expr,
        function: Expr,
    },
    Setter {
        key: Expr,
        function: Expr,
    },
    Spread(Expr),
    Prototype(Expr),
}

impl Lower {
    pub(super) fn object_literal(&mut self, expr: &mut Expr) {
        let Expr::Object(ObjectLit { span, props }) = mem::take(expr) else { return };
        *expr = self.object(props, None).with_span(span);
    }

    /// An object with the methods and accessors of a class; `home` is where their `super` begins.
    pub(super) fn object_of_methods(&mut self, props: Vec<PropOrSpread>, home: Home) -> Expr {
        self.object(props, Some(home))
    }

    fn object(&mut self, props: Vec<PropOrSpread>, home: Option<Home>) -> Expr {
        let mut object = self.new_building(&props, home);
        for prop in props {
            match prop {
                PropOrSpread::Prop(prop) => self.property(prop, &mut object),
                PropOrSpread::Spread(spread) => {
                    let source = self.lowered(spread.expr);
                    object.steps.push(Step::Spread(source));
                }
            }
        }
        self.built(object)
    }

    /// A method of a class that is no accessor: its key, as a value, and the function. `home` is where its `super` begins.
    pub(super) fn method_of_class(&mut self, method: MethodProp, home: Home) -> (Expr, Expr) {
        let (key, name) = self.key_and_name(method.key);
        let outer = self.super_home.replace(home);
        let function = self.named_method(method.function, name, false);
        self.super_home = outer;
        (into_key_value(key), function)
    }

    /// A lowered key that is needed twice, converted to a property key once.
    pub(super) fn capture_property_key(&mut self, key: Expr, is_primitive: bool) -> CapturedValue {
        if is_well_known_symbol(&key) {
            return CapturedValue { reuse: key.clone(), init: key };
        }
        if is_primitive {
            return self.capture(key, "key");
        }
        let temp = Expr::Ident(self.temp("key"));
        let key = self.helper(Helper::ToPropertyKey, [key]);
        // _key = _toPropertyKey(key)
        CapturedValue { init: build::assign(repeat(&temp), key), reuse: temp }
    }

    fn new_building(&mut self, props: &[PropOrSpread], home: Option<Home>) -> Building {
        let strict = self.is_strict();
        let is_accessor = |prop: &PropOrSpread| prop.as_prop().is_some_and(|prop| prop.is_getter() || prop.is_setter());
        let has_accessor = props.iter().any(is_accessor);
        let may_clash = props.len() > 1 && (strict || has_accessor);
        // Accessors of the object itself or of its `__proto__` would be called.
        let may_set = !has_accessor && !props.iter().any(sets_prototype) && home.is_none();
        let has_spread = props.iter().any(PropOrSpread::is_spread);
        let sets_data =
            may_set && (self.assumptions.no_prototype_setters || self.assumptions.set_spread_properties && has_spread);
        Building {
            literal: Vec::with_capacity(props.len()),
            prototype: None,
            is_literal_closed: false,
            helpers: Helpers {
                spread: self.spread_helper(may_set && has_spread),
                define: if sets_data { Helper::SetComputed } else { Helper::DefineProperty },
            },
            sets_computed: may_set && self.assumptions.set_computed_properties,
            sets_data,
            has_spread,
            steps: vec![],
            keys: Keys { strict, kinds: may_clash.then(FxHashMap::default) },
            home,
            variable: None,
            is_in_loop: self.frame().jumps.iter().any(|jump| jump.kind == JumpKind::Loop),
        }
    }
}

// Properties.
impl Lower {
    /// What adds several properties to an object: by setting them, where that makes no difference (`may_set`).
    fn spread_helper(&self, may_set: bool) -> Helper {
        match may_set {
            true if self.assumptions.set_spread_properties => Helper::ObjectAssign,
            true if self.assumptions.no_prototype_setters => Helper::ObjectSpread,
            _ => Helper::CopyDataProperties,
        }
    }

    fn property(&mut self, mut prop: Box<Prop>, object: &mut Building) {
        match &mut *prop {
            Prop::KeyValue(KeyValueProp { key: PropName::Computed(_), .. }) => {}
            Prop::KeyValue(KeyValueProp { key, value }) if is_proto(key) => {
                self.expr(value);
                return object.set_prototype(mem::take(value));
            }
            Prop::KeyValue(KeyValueProp { key, value }) => {
                spell_key(key);
                if is_anonymous_function(value) {
                    self.lower_named_by_key(value, key_value(key), object.takes_data(key));
                } else {
                    self.expr(value);
                }
                return object.add_data(prop);
            }
            _ => {}
        }
        match *prop {
            Prop::Shorthand(name) => {
                let key = PropName::Ident(IdentName { span: name.span, sym: name.sym.clone() });
                let value = self.lowered(Box::new(Expr::Ident(name)));
                object.define(spelled(key), value);
            }
            Prop::KeyValue(KeyValueProp { key, value }) => self.computed_property(key, value, object),
            Prop::Method(method) => self.method(method, object),
            Prop::Getter(GetterProp { key, function, .. }) => self.accessor(key, function, Accessor::Get, object),
            Prop::Setter(SetterProp { key, function, .. }) => self.accessor(key, function, Accessor::Set, object),
            // Only patterns have it, or what the parser has complained about.
            Prop::Assign(_) => {}
        }
    }

    /// `[key]: value`
    fn computed_property(&mut self, key: PropName, mut value: Box<Expr>, object: &mut Building) {
        if is_anonymous_function(&value) {
            let (key, name) = self.key_and_name(key);
            self.lower_named_by_key(&mut value, name, false);
            return object.define(key, *value);
        }
        let PropName::Computed(ComputedPropName { span, expr }) = key else { return };
        let is_primitive = self.is_primitive_key(&expr);
        let mut key = self.lowered(expr);
        self.expr(&mut value);
        if !is_primitive && !self.is_inert(&value) && !self.is_untouchable(&value) {
            key = self.helper(Helper::ToPropertyKey, [key]);
        }
        object.define(computed(span, key), *value);
    }

    fn method(&mut self, method: MethodProp, object: &mut Building) {
        let (key, name) = self.key_and_name(method.key);
        // function name() {}
        let is_in_literal = object.takes_data(&key) && !object.is_in_loop;
        let function = self.at_home(object, |this| this.named_method(method.function, name, is_in_literal));
        object.define(key, function);
    }

    fn accessor(&mut self, key: PropName, function: Box<Function>, kind: Accessor, object: &mut Building) {
        let (key, name) = self.key_and_name(key);
        let lowered = self.at_home(object, |this| this.accessor_function(function, kind));
        match lowered {
            Expr::Fn(FnExpr { function, .. })
                if has_es5_parameters(&function, kind) && !key.is_computed() && object.takes_accessor(&key, kind) =>
            {
                let span = function.span;
                let prop = match kind {
                    Accessor::Get => Prop::Getter(GetterProp { span, key, function }),
                    Accessor::Set => Prop::Setter(SetterProp { span, key, function }),
                };
                object.literal.push(PropOrSpread::Prop(Box::new(prop)));
            }
            mut function => {
                self.set_function_name(&mut function, name, Some(kind.prefix()));
                let key = into_key_value(key);
                object.steps.push(match kind {
                    Accessor::Get => Step::Getter { key, function },
                    Accessor::Set => Step::Setter { key, function },
                });
            }
        }
    }

    fn accessor_function(&mut self, mut function: Box<Function>, kind: Accessor) -> Expr {
        let keeps_length = !self.assumptions.ignore_function_length;
        match kind {
            // The `length` of `set a(v = 1) {}` is 0.
            Accessor::Set if !(keeps_length && has_default(&function)) => self.setter(&mut function),
            _ => self.function(&mut function),
        }
        Expr::Fn(FnExpr { ident: None, function })
    }

    /// Lowers a key that a function is called after: the key, and its value again.
    fn key_and_name(&mut self, key: PropName) -> (PropName, Expr) {
        let PropName::Computed(ComputedPropName { span, expr }) = key else {
            let key = spelled(key);
            let name = key_value(&key);
            return (key, name);
        };
        let is_primitive = self.is_primitive_key(&expr);
        let key = self.lowered(expr);
        let CapturedValue { init, reuse } = self.capture_property_key(key, is_primitive);
        (computed(span, init), reuse)
    }

    /// Lowers a function whose home the object is.
    fn at_home(&mut self, object: &mut Building, function: impl FnOnce(&mut Self) -> Expr) -> Expr {
        let variable = object.variable.as_ref().filter(|_| !object.is_in_loop);
        let is_at_top = self.is_at_top() && !object.is_in_loop;
        let own = || Home { object: variable.cloned().map(Expr::Ident), parent: None, is_at_top };
        let home = object.home.clone().unwrap_or_else(own);
        let outer = self.super_home.replace(home);
        let function = function(self);
        let home = mem::replace(&mut self.super_home, outer).and_then(|home| home.object);
        let Some(Expr::Ident(home)) = home.filter(|_| object.home.is_none()) else { return function };
        if !object.is_in_loop {
            if object.variable.is_none() {
                self.declare(home.clone(), None);
                object.variable = Some(home);
            }
            return function;
        }
        object.is_literal_closed = true;
        let variable = object.variable.get_or_insert_with(|| self.temp("object"));
        // (function (_home) { return function; })(_object)
        let with_home = build::function(None, vec![home], vec![build::return_at(DUMMY_SP, Some(function))]);
        build::call(with_home, [Expr::Ident(variable.clone())])
    }

    /// Whether evaluating a lowered expression has no effect, and no effect changes its value.
    fn is_inert(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Fn(_) | Expr::Lit(_)) || self.is_repeatable(expr)
    }

    /// Whether a lowered expression is a variable that no code elsewhere can change.
    fn is_untouchable(&self, expr: &Expr) -> bool {
        let Expr::Ident(name) = expr else { return false };
        self.facts.symbol(name).is_some_and(|symbol| {
            let is_own = symbol.function != 0 && !symbol.writes.captured && !self.facts.is_tied_to_arguments(symbol);
            let has_eval = self.facts.functions[symbol.function as usize].has_eval;
            is_own && !has_eval && !is_in_tdz(name) && !may_be_in_tdz(name)
        })
    }
}

// Putting it together.
impl Lower {
    fn built(&mut self, object: Building) -> Expr {
        let Building { literal, prototype, steps, mut variable, helpers, sets_data, has_spread, .. } = object;
        let mut steps = match steps {
            steps if sets_data && (has_spread || !are_nested_definitions(&steps)) => {
                with_assignments(steps, has_spread)
            }
            steps => steps,
        };
        let nests = steps.len() <= MAX_NESTED_STEPS && !steps.iter().any(|step| matches!(step, Step::Set { .. }));
        let mut literal = object_of(literal);
        if let Some(prototype) = prototype {
            // _withPrototype(prototype, { a: 1 })
            literal = self.helper(Helper::WithPrototype, [prototype, literal]);
        }
        if !nests && variable.is_none() {
            variable = Some(self.temp("object"));
            let nested = steps.iter().take_while(|step| !matches!(step, Step::Set { .. })).count();
            if nested <= MAX_NESTED_STEPS && nested < steps.len() {
                // _object = _defineProperty({ a: 1 }, key, value), _object.b = 2, _object
                let nested = steps.drain(..nested);
                literal = nested.fold(literal, |target, step| self.step(step, target, helpers));
            }
        }
        let Some(variable) = variable else {
            // _defineProperty({ a: 1 }, key, value)
            return steps.into_iter().fold(literal, |target, step| self.step(step, target, helpers));
        };
        let object = build::assign(Expr::Ident(variable.clone()), literal);
        if nests {
            // _defineProperty(_object = { a: 1 }, key, value)
            return steps.into_iter().fold(object, |target, step| self.step(step, target, helpers));
        }
        // _object = { a: 1 }, _defineProperty(_object, key, value), …, _object
        let mut exprs = vec![object];
        exprs.extend(steps.into_iter().map(|step| self.step(step, Expr::Ident(variable.clone()), helpers)));
        exprs.push(Expr::Ident(variable));
        build::sequence(exprs)
    }

    /// An expression that does a step to `target`. All but [`Step::Set`] give it back.
    fn step(&mut self, step: Step, target: Expr, helpers: Helpers) -> Expr {
        let (helper, args) = match step {
            // target[key] = value
            Step::Set { key, value } => return build::assign(member(target, key), value),
            // _defineProperty(target, "a", 1)
            Step::Literal(props) if helpers.spread == Helper::CopyDataProperties => match one_property(props) {
                Ok((key, value)) => (helpers.define, vec![key, value]),
                Err(props) => (helpers.spread, vec![object_of(props)]),
            },
            // _objectSpread(target, { a: 1, b: 2 })
            Step::Literal(props) => (helpers.spread, vec![object_of(props)]),
            // _defineProperty(target, key, value)
            Step::Define { key, value } => (helpers.define, vec![key, value]),
            // _defineAccessor(target, key, getter)
            Step::Getter { key, function } => (Helper::DefineAccessor, vec![key, function]),
            // _defineAccessor(target, key, void 0, setter)
            Step::Setter { key, function } => (Helper::DefineAccessor, vec![key, build::undefined(), function]),
            // _objectSpread(target, source)
            Step::Spread(source) => (helpers.spread, vec![source]),
            // _setLiteralPrototype(target, prototype)
            Step::Prototype(prototype) => (Helper::SetLiteralPrototype, vec![prototype]),
        };
        self.helper(helper, [target].into_iter().chain(args))
    }
}

impl Building {
    /// Whether what comes next can still be a part of the first literal.
    fn is_in_literal(&self) -> bool {
        self.steps.is_empty() && !self.is_literal_closed
    }

    /// Whether a property with this key, which is spelled in ES5, is a part of the first literal.
    fn takes_data(&self, key: &PropName) -> bool {
        !key.is_computed() && !is_proto(key) && self.is_in_literal() && self.keys.admits(key, DATA)
    }

    /// Adds an own property, whatever its key, which is spelled in ES5.
    fn define(&mut self, key: PropName, value: Expr) {
        if key.is_computed() && (self.sets_computed || self.sets_data && is_never_proto(&key)) {
            self.steps.push(Step::Set { key: into_key_value(key), value });
        } else if key.is_computed() || is_proto(&key) {
            self.steps.push(Step::Define { key: into_key_value(key), value });
        } else {
            self.add_data(Box::new(Prop::KeyValue(KeyValueProp { key, value: Box::new(value) })));
        }
    }

    /// Adds `key: value` to the last literal, or to a new one.
    fn add_data(&mut self, prop: Box<Prop>) {
        let Prop::KeyValue(KeyValueProp { key, .. }) = &*prop else { return };
        let is_in_literal = self.is_in_literal();
        match self.steps.last_mut() {
            None if is_in_literal && self.keys.admit(key, DATA) => self.literal.push(PropOrSpread::Prop(prop)),
            Some(Step::Literal(props)) if self.keys.admit(key, DATA) => props.push(PropOrSpread::Prop(prop)),
            Some(Step::Set { .. }) if self.sets_computed => {
                if let Prop::KeyValue(KeyValueProp { key, value }) = *prop {
                    self.steps.push(Step::Set { key: into_key_value(key), value: *value });
                }
            }
            _ => {
                self.keys.clear();
                self.keys.admit(key, DATA);
                self.steps.push(Step::Literal(vec![PropOrSpread::Prop(prop)]));
            }
        }
    }

    /// Adds `__proto__: value`. ES5 has no such literals; `is_inert` says that the value may be evaluated after the
    /// properties that follow.
    fn set_prototype(&mut self, value: Expr) {
        if self.is_in_literal() && self.literal.is_empty() && self.prototype.is_none() {
            self.prototype = Some(value);
        } else {
            self.steps.push(Step::Prototype(value));
        }
    }

    fn takes_accessor(&mut self, key: &PropName, kind: Accessor) -> bool {
        self.is_in_literal() && self.keys.admit(key, kind.kind())
    }
}

#[derive(Clone, Copy)]
enum Accessor {
    Get,
    Set,
}

impl Accessor {
    fn prefix(self) -> &'static str {
        match self {
            Self::Get => "get",
            Self::Set => "set",
        }
    }

    fn kind(self) -> Kind {
        match self {
            Self::Get => GETTER,
            Self::Set => SETTER,
        }
    }
}

fn has_default(setter: &Function) -> bool {
    setter.params.iter().any(|param| param.pat.is_assign())
}

/// Whether a lowered function can be an accessor of an ES5 literal: a setter has exactly one parameter there.
fn has_es5_parameters(function: &Function, kind: Accessor) -> bool {
    match kind {
        Accessor::Get => function.params.is_empty(),
        Accessor::Set => function.params.len() == 1,
    }
}

/// The kinds of properties that a key of a literal has: a set of bits.
type Kind = u8;
const DATA: Kind = 1;
const GETTER: Kind = 2;
const SETTER: Kind = 4;

/// The keys of a literal: ES5 refuses some repetitions
/// ([ES5.1 §11.1.5](https://262.ecma-international.org/5.1/#sec-11.1.5)).
struct Keys {
    strict: bool,
    /// `None` if there are no two keys that may clash.
    kinds: Option<FxHashMap<Wtf8Atom, Kind>>,
}

impl Keys {
    /// Adds a key, unless ES5 refuses it beside those that are there.
    fn admit(&mut self, key: &PropName, kind: Kind) -> bool {
        let refused = self.refused_beside(kind);
        let Some(kinds) = &mut self.kinds else { return true };
        let known = kinds.entry(key_text(key)).or_default();
        let admitted = *known & refused == 0;
        if admitted {
            *known |= kind;
        }
        admitted
    }

    fn admits(&self, key: &PropName, kind: Kind) -> bool {
        let known = self.kinds.as_ref().and_then(|kinds| kinds.get(&key_text(key)));
        known.is_none_or(|known| known & self.refused_beside(kind) == 0)
    }

    /// The kinds of properties that ES5 refuses beside one of `kind`.
    fn refused_beside(&self, kind: Kind) -> Kind {
        match kind {
            DATA if self.strict => DATA | GETTER | SETTER,
            DATA => GETTER | SETTER,
            accessor => DATA | accessor,
        }
    }

    fn clear(&mut self) {
        if let Some(kinds) = &mut self.kinds {
            kinds.clear();
        }
    }
}

// Keys.

impl Lower {
    /// Whether a key, not lowered yet, is certainly a primitive value, which converts to a property key without effect.
    pub(super) fn is_primitive_key(&self, key: &Expr) -> bool {
        self.facts.value_type(key) != ValueType::Unknown || is_well_known_symbol(key)
    }
}

/// Whether a lowered key is a value that is certainly not `"__proto__"`.
fn is_never_proto(key: &PropName) -> bool {
    key.as_computed().is_some_and(|key| is_well_known_symbol(&key.expr) || key.expr.is_lit())
}

/// `Symbol.iterator` and the like, which can't be changed.
fn is_well_known_symbol(key: &Expr) -> bool {
    let Expr::Member(MemberExpr { obj, prop: MemberProp::Ident(name), .. }) = key else { return false };
    let is_symbol = matches!(&**obj, Expr::Ident(object) if object.ctxt.as_u32() == 0 && &*object.sym == "Symbol");
    is_symbol
        && matches!(
            &*name.sym,
            "asyncIterator"
                | "hasInstance"
                | "isConcatSpreadable"
                | "iterator"
                | "match"
                | "replace"
                | "search"
                | "species"
                | "split"
                | "toPrimitive"
                | "toStringTag"
                | "unscopables"
        )
}

/// Whether a key that is not computed is `__proto__`.
fn is_proto(key: &PropName) -> bool {
    match key {
        PropName::Ident(name) => &*name.sym == "__proto__",
        PropName::Str(string) => string.value == *"__proto__",
        PropName::Num(_) | PropName::BigInt(_) | PropName::Computed(_) => false,
    }
}

/// Whether a property is `__proto__: value`.
fn sets_prototype(prop: &PropOrSpread) -> bool {
    let prop = prop.as_prop().and_then(|prop| prop.as_key_value());
    prop.is_some_and(|prop| is_proto(&prop.key))
}

/// Spells a key in ES5; a computed one is left to others.
fn spell_key(key: &mut PropName) {
    match key {
        PropName::Ident(name) if !name.sym.is_ascii() && !is_es5_name(&name.sym) => {
            *key = PropName::Str(Str { span: name.span, value: name.sym.clone().into(), raw: None });
        }
        PropName::Str(string) => normalize_str(string),
        PropName::Num(number) => normalize_number(number),
        PropName::BigInt(number) => {
            *key = PropName::Str(Str { span: number.span, value: number.value.to_string().into(), raw: None });
        }
        PropName::Ident(_) | PropName::Computed(_) => {}
    }
}

/// A key that is not computed, as ES5 spells it.
pub(super) fn spelled(mut key: PropName) -> PropName {
    spell_key(&mut key);
    key
}

/// `[key]`, or `"key"` if it is a string: that needs no step.
fn computed(span: Span, key: Expr) -> PropName {
    match key {
        Expr::Lit(Lit::Str(key)) => PropName::Str(key),
        key => PropName::Computed(ComputedPropName { span, expr: Box::new(key) }),
    }
}

/// The value of a key that is not computed.
fn key_value(key: &PropName) -> Expr {
    build::str(key_text(key))
}

/// A key as a value.
pub(super) fn into_key_value(key: PropName) -> Expr {
    match key {
        PropName::Computed(key) => *key.expr,
        PropName::Str(key) => Expr::Lit(Lit::Str(key)),
        key => key_value(&key),
    }
}

/// What a key that is not computed says.
fn key_text(key: &PropName) -> Wtf8Atom {
    match key {
        PropName::Ident(name) => name.sym.clone().into(),
        PropName::Str(string) => string.value.clone(),
        PropName::Num(number) => number_key(number.value).into(),
        PropName::BigInt(number) => number.value.to_string().into(),
        PropName::Computed(_) => Wtf8Atom::default(),
    }
}

/// Whether no variable is needed for these steps: each defines one property.
fn are_nested_definitions(steps: &[Step]) -> bool {
    let defines_one = |step: &Step| match step {
        Step::Define { .. } => true,
        Step::Literal(props) => props.len() == 1,
        _ => false,
    };
    steps.len() <= MAX_NESTED_STEPS && steps.iter().all(defines_one)
}

/// Steps in which properties are assigned, or defined, one by one: all of them, or, where a helper for several is there
/// (`has_spread`), a few that can all be assigned.
fn with_assignments(steps: Vec<Step>, has_spread: bool) -> Vec<Step> {
    let is_split =
        |props: &[PropOrSpread]| !has_spread || props.len() <= MAX_ASSIGNED && props.iter().all(is_assignable);
    let mut all = Vec::with_capacity(steps.len());
    for step in steps {
        match step {
            Step::Literal(props) if is_split(&props) => all.extend(props.into_iter().filter_map(assignment)),
            step => all.push(step),
        }
    }
    all
}

fn assignment(prop: PropOrSpread) -> Option<Step> {
    let is_assignable = is_assignable(&prop);
    let (key, value) = one_property(vec![prop]).ok()?;
    Some(if is_assignable { Step::Set { key, value } } else { Step::Define { key, value } })
}

/// Whether a property is `key: value` with a key that no object inherits.
fn is_assignable(prop: &PropOrSpread) -> bool {
    let pair = prop.as_prop().and_then(|prop| prop.as_key_value());
    pair.is_some_and(|pair| {
        let key = key_text(&pair.key);
        let is_inherited = key.as_str().is_some_and(|key| {
            matches!(
                key,
                "constructor"
                    | "hasOwnProperty"
                    | "isPrototypeOf"
                    | "propertyIsEnumerable"
                    | "toLocaleString"
                    | "toString"
                    | "valueOf"
            ) || key.starts_with("__")
        });
        !pair.key.is_computed() && !is_inherited
    })
}

fn object_of(props: Vec<PropOrSpread>) -> Expr {
    Expr::Object(ObjectLit { span: DUMMY_SP, props })
}

/// `object[key]`, or `object.key`
pub(super) fn member(object: Expr, key: Expr) -> Expr {
    match &key {
        Expr::Lit(Lit::Str(Str { value, .. })) if let Some(name) = value.as_str() => build::member(object, name),
        _ => build::index(object, key),
    }
}

/// Key and value of the only property, if it is alone.
fn one_property(mut props: Vec<PropOrSpread>) -> Result<(Expr, Expr), Vec<PropOrSpread>> {
    match props.pop() {
        Some(PropOrSpread::Prop(prop)) if props.is_empty() && prop.is_key_value() => match *prop {
            Prop::KeyValue(KeyValueProp { key, value }) => Ok((into_key_value(key), *value)),
            other => Err(vec![PropOrSpread::Prop(Box::new(other))]),
        },
        last => {
            props.extend(last);
            Err(props)
        }
    }
}
