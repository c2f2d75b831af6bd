//! Words that are no names: reserved everywhere, in strict code, in generators, async functions and modules
//! ([ES2018 §12.1.1](https://tc39.es/ecma262/2018/#sec-identifiers-static-semantics-early-errors)).
//!
//! The parser knows most of it, but not for names written with an escape, nor for names before a directive that
//! makes their function strict.

use swc_common::{BytePos, Span};
use swc_ecma_ast::Ident;

use super::{Around, Code, EarlyErrors, Escape};
use crate::{problem::Problem, scope::BindingKind, syntax::keywords::Shapes};

impl Code {
    /// Where `name` is reserved that is not to be used here.
    fn reserved_in(self, name: &str) -> Option<&'static str> {
        match word(name)? {
            Word::Reserved => Some("JavaScript"),
            Word::Yield if self.in_generator => Some("generators"),
            Word::Await if self.in_async => Some("async functions"),
            Word::Await if self.is_module => Some("modules"),
            Word::Await if self.in_static_block => Some("static blocks"),
            Word::Strict | Word::Yield | Word::Let if self.strict => Some("strict code"),
            _ => None,
        }
    }
}

impl EarlyErrors<'_> {
    /// A name that is declared.
    pub(in crate::scope) fn binding(&mut self, name: &str, span: Span, kind: BindingKind) {
        self.reference(name, span);
        let lexical = matches!(kind, BindingKind::Let | BindingKind::Const | BindingKind::Class);
        if lexical && !self.code.strict && name == "let" {
            self.report(Problem::let_as_name(span));
        }
        self.strict_target(name, span);
    }

    /// The name of a function whose parameters are entered: its own strictness counts. The name of an expression
    /// belongs to it, that of a declaration to the code around.
    pub(in crate::scope) fn own_name(&mut self, name: FunctionName<'_>, around: &Around) {
        let FunctionName { ident, is_inside } = name;
        let own = self.code;
        let of_name = if is_inside { own } else { around.code };
        self.code = Code { strict: own.strict, ..of_name };
        self.binding(&ident.sym, ident.span, BindingKind::FunctionName);
        self.code = own;
    }

    /// A name that is assigned.
    pub(in crate::scope) fn assigned(&mut self, name: &str, span: Span) {
        self.reference(name, span);
        self.strict_target(name, span);
    }

    /// A name that is read, or a label.
    pub(in crate::scope) fn reference(&mut self, name: &str, span: Span) {
        if let Some(place) = self.code.reserved_in(name) {
            self.report(Problem::reserved_word(span, name, place));
        }
        if self.code.no_arguments && name == "arguments" {
            self.report(Problem::arguments_of_element(span));
        }
        if !may_be_escaped(name, span) {
            return;
        }
        self.met_name(name, span);
    }

    /// A name with escapes.
    fn met_name(&mut self, name: &str, span: Span) {
        self.met(span);
        if name.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '\u{200C}' | '\u{200D}')) {
            // An escape can't smuggle in what no identifier begins with.
            self.report(Problem::bad_identifier(span));
        }
    }

    /// Strict code may not bind or assign `eval` and `arguments`.
    fn strict_target(&mut self, name: &str, span: Span) {
        if self.code.strict && matches!(name, "eval" | "arguments") {
            self.report(Problem::strict_target(span, name));
        }
    }

    /// Escapes in a name are in order.
    pub(in crate::scope) fn met_word(&mut self, name: &str, span: Span) {
        if may_be_escaped(name, span) {
            self.met_name(name, span);
        }
    }

    /// Escapes in a name or a literal are in order.
    pub(in crate::scope) fn met(&mut self, span: Span) {
        if self.escapes.is_empty() {
            return;
        }
        let at = |position: BytePos| self.escapes.partition_point(|escape| escape.position < position.0);
        let (first, end) = (at(span.lo), at(span.hi));
        if let Some(held) = self.escapes.get_mut(first..end) {
            held.iter_mut().for_each(|escape| escape.is_met = true);
        }
    }

    /// Escapes that were in no name and no literal are in keywords, if not in comments.
    pub(in crate::scope) fn escapes_left(&mut self) {
        for Escape { position, .. } in std::mem::take(&mut self.escapes).into_iter().filter(|escape| !escape.is_met) {
            let (word, span) = self.text.word_around(position);
            if is_keyword(&word) && !self.text.is_comment(position) {
                self.report(Problem::escaped_keyword(span, &word));
            }
        }
    }
}

/// Whether a name may have escapes: it takes more room than its letters.
fn may_be_escaped(name: &str, span: Span) -> bool {
    span.hi.0.wrapping_sub(span.lo.0) as usize != name.len()
}

/// The name of a function, and whether it is seen inside the function only, as that of an expression.
pub(in crate::scope) struct FunctionName<'a> {
    pub(in crate::scope) ident: &'a Ident,
    pub(in crate::scope) is_inside: bool,
}

enum Word {
    /// A keyword, a literal, or a word kept for the future.
    Reserved,
    /// Reserved in strict code.
    Strict,
    Let,
    Yield,
    Await,
}

fn word(name: &str) -> Option<Word> {
    if !WORDS.may_be(name.as_bytes()) {
        return None;
    }
    Some(match name {
        "implements" | "interface" | "package" | "private" | "protected" | "public" | "static" => Word::Strict,
        "let" => Word::Let,
        "yield" => Word::Yield,
        "await" => Word::Await,
        "break" | "case" | "catch" | "class" | "const" | "continue" | "debugger" | "default" | "delete" | "do"
        | "else" | "enum" | "export" | "extends" | "false" | "finally" | "for" | "function" | "if" | "import"
        | "in" | "instanceof" | "new" | "null" | "return" | "super" | "switch" | "this" | "throw" | "true" | "try"
        | "typeof" | "var" | "void" | "while" | "with" => Word::Reserved,
        _ => return None,
    })
}

const WORDS: Shapes = Shapes::of(
    "implements interface package private protected public static let yield await break case catch class const continue \
     debugger default delete do else enum export extends false finally for function if import in instanceof new null \
     return super switch this throw true try typeof var void while with",
);

/// Whether the grammar has `word` as a terminal symbol somewhere, so that it can't be written with an escape there.
fn is_keyword(name: &str) -> bool {
    word(name).is_some() || matches!(name, "as" | "async" | "from" | "get" | "meta" | "of" | "set" | "target" | "using")
}
