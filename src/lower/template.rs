//! Template literals and tagged templates.
//!
//! ```js
//! `a${b}${typeof c}`;  f = () => o.tag`a${b}\u0063`;
//! // becomes
//! var _template;
//! "a" + _toString(b) + typeof c;
//! f = function() { return o.tag(_template || (_template = _templateObject(["a", "c"], ["a", "\\u0063"])), b); };
//! ```
//!
//! A substitution is converted by ToString, which asks an object for `toString` first and refuses a symbol, while `+`
//! asks for `valueOf` first; and it is converted before the next substitution is evaluated. What is certainly a
//! primitive value and no symbol is the same to both.
//!
//! A tagged template has one template object for each place in the source, however often it is evaluated. In it,
//! a string with an escape that means nothing is `undefined`; only the raw text is there. In a script the variable is
//! called `_template_4k1xq`, so that no other script of the page has the same. What is evaluated once needs no variable.
//!
//! With `ignoreToPrimitiveHint`: `"a" + b + typeof c`. With `mutableTemplateObject`:
//! `_template || (_template = ["a", "c"], _template.raw = ["a", "\\u0063"], _template)`.
//!
//! Runtime: `_toString`, `_templateObject`.

use std::mem;

use swc_atoms::{Atom, Wtf8Atom};
use swc_ecma_ast::*;

use super::{Lower, evaluate_once::repeat};
use crate::{
    build,
    helpers::Helper,
    scope::{ValueType, has_legacy_escape},
};

impl Lower {
    pub(super) fn template_literal(&mut self, expr: &mut Expr) {
        let Expr::Tpl(template) = expr else { return };
        let Tpl { span, exprs, quasis } = mem::take(template);
        let mut exprs = exprs.into_iter();
        let mut concatenation = Concatenation::default();
        for quasi in quasis {
            let text = quasi.cooked.unwrap_or_default();
            if !text.is_empty() {
                self.append(&mut concatenation, build::str(text).with_span(quasi.span), ValueType::String);
            }
            if let Some(substitution) = exprs.next() {
                let value_type = self.facts.value_type(&substitution);
                let value = self.lowered(substitution);
                self.append(&mut concatenation, value, value_type);
            }
        }
        let string = match concatenation.value {
            None => build::str(""),
            Some(value) if concatenation.is_string => value,
            Some(value) => self.converted(value),
        };
        *expr = string.with_span(span);
    }

    pub(super) fn tagged_template(&mut self, expr: &mut Expr) {
        let Expr::TaggedTpl(tagged) = expr else { return };
        let TaggedTpl { span, tag, tpl, .. } = mem::take(tagged);
        let object = self.template_object(tpl.quasis);
        let args = [object].into_iter().chain(tpl.exprs.into_iter().map(|substitution| *substitution));
        // tag(_template || (…), b)
        *expr = build::call_at(span, *tag, args);
        self.call(expr);
    }

    /// Appends one part of a template. Once the left side is a string, `+` converts any primitive value.
    fn append(&mut self, concatenation: &mut Concatenation, part: Expr, value_type: ValueType) {
        let needs_conversion = match value_type {
            ValueType::Unknown => !(concatenation.is_string && self.assumptions.ignore_to_primitive_hint),
            ValueType::Primitive => concatenation.value.is_some() && !concatenation.is_string,
            ValueType::String => false,
        };
        let part = if needs_conversion { self.converted(part) } else { part };
        concatenation.is_string |= needs_conversion || value_type == ValueType::String;
        concatenation.value = Some(match concatenation.value.take() {
            // left + part
            Some(left) => build::binary(op!(bin, "+"), left, part),
            None => part,
        });
    }

    /// `_toString(b)`, or `"" + b`
    fn converted(&mut self, value: Expr) -> Expr {
        if self.assumptions.ignore_to_primitive_hint {
            build::binary(op!(bin, "+"), build::str(""), value)
        } else {
            self.helper(Helper::ToString, [value])
        }
    }

    /// The template object of a place in the source.
    fn template_object(&mut self, quasis: Vec<TplElement>) -> Expr {
        let raw: Vec<Atom> = quasis.iter().map(raw_text).collect();
        let is_raw_needed = quasis.iter().zip(&raw).any(|(quasi, raw)| !is_text(quasi, raw));
        let cooked = quasis.into_iter().map(|quasi| cooked_text(quasi).map_or_else(build::undefined, build::str));
        let cooked = build::array(cooked.collect());
        let raw = is_raw_needed.then(|| build::array(raw.into_iter().map(build::str).collect()));
        let is_mutable = self.assumptions.mutable_template_object;
        if !is_mutable && self.is_evaluated_once() {
            return self.frozen_template_object(cooked, raw);
        }
        let place = self.ident_at_top("template");
        self.declare_at_top(place.clone());
        let place = Expr::Ident(place);
        let made = match is_mutable {
            true => mutable_template_object(&place, cooked, raw),
            // _template = _templateObject(…)
            false => build::assign(repeat(&place), self.frozen_template_object(cooked, raw)),
        };
        // _template || (…)
        build::binary(op!("||"), place, made)
    }

    /// `_templateObject(["a", "c"], ["a", "\\u0063"])`
    fn frozen_template_object(&mut self, cooked: Expr, raw: Option<Expr>) -> Expr {
        self.helper(Helper::TemplateObject, [cooked].into_iter().chain(raw))
    }

    /// Whether the current code, at the top of the file, is not evaluated again.
    fn is_evaluated_once(&mut self) -> bool {
        self.is_at_top() && !self.is_in_loop() && self.frame().suspension.is_none()
    }
}

/// `_template = ["a", "c"], _template.raw = ["a", "\\u0063"], _template`
fn mutable_template_object(place: &Expr, cooked: Expr, raw: Option<Expr>) -> Expr {
    let made = build::assign(repeat(place), cooked);
    let raw = raw.unwrap_or_else(|| build::call_method(repeat(place), "slice", []));
    let completed = build::assign(build::member(repeat(place), "raw"), raw);
    build::sequence(vec![made, completed, repeat(place)])
}

/// The parts of a template so far, joined by `+`.
#[derive(Default)]
struct Concatenation {
    value: Option<Expr>,
    /// Whether the value is certainly a string.
    is_string: bool,
}

/// The raw text of a template's string, where every line terminator is a line feed.
fn raw_text(quasi: &TplElement) -> Atom {
    if quasi.raw.contains('\r') {
        quasi.raw.replace("\r\n", "\n").replace('\r', "\n").into()
    } else {
        quasi.raw.clone()
    }
}

/// Whether `raw` is also the text that the escapes of `quasi` stand for.
fn is_text(quasi: &TplElement, raw: &str) -> bool {
    quasi.cooked.as_ref().is_some_and(|cooked| cooked.as_str() == Some(raw))
}

/// What the escapes of a tagged template's string stand for. The parser takes decimal escapes for something.
fn cooked_text(quasi: TplElement) -> Option<Wtf8Atom> {
    quasi.cooked.filter(|_| !has_legacy_escape(&quasi.raw))
}
