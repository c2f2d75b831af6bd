//! A parsed pattern to one without what came after ES5. Source text is copied, and only what needs it is replaced.

use rustc_hash::FxHashSet;
use swc_atoms::Atom;
use swc_common::Span;
use swc_ecma_regexp::ast::*;

use super::{
    class::{Class, escaped},
    emoji,
    flags::{Es5Flags, Flags},
    groups,
    members::{Members, is_code_point_escape},
    range,
    start::Start,
    strings::{self, Strings},
    text_at,
    unicode::{self, Cases},
};
use crate::problem::Problem;

/// A position where a match may begin: one before a trail surrogate is taken for the middle of a pair, unless a
/// line begins there.
const GUARD: &str = r"(?:^|(?![\uDC00-\uDFFF]))";

/// Where no pattern matches any more, unless the input ends.
const END: &str = r"(?![\s\S])";
const END_OF_LINE: &str = r"(?=[\n\r\u2028\u2029]|$)";

/// What became of a pattern.
#[derive(Debug)]
pub(super) struct Es5Pattern {
    /// The pattern, if it is not as it was.
    pub(super) text: Option<String>,
    pub(super) flags: Es5Flags,
    /// The names of the groups from the first on, empty for those that have none; nothing if none has one.
    pub(super) names: Vec<Atom>,
    /// What breaks the rules of the grammar, though the parser takes it.
    pub(super) problems: Vec<Problem>,
    /// What ES5 has no pattern for.
    pub(super) unsupported: Vec<Problem>,
    pub(super) warnings: Vec<Problem>,
}

/// Lowers `pattern`, which was parsed from `source`; `place` says where in the file a part of it stands.
pub(super) fn lower(pattern: &Pattern, source: &str, flags: Flags, place: &dyn Fn(Span) -> Span) -> Es5Pattern {
    let has_modifiers = has_modifiers(source);
    let names = if has_modifiers || source.contains("(?<") { groups::names(pattern) } else { vec![] };
    let es5_flags = if has_modifiers { Es5Flags::chosen(pattern, source, flags) } else { Es5Flags::of_all(flags) };
    let text = String::with_capacity(source.len());
    let mut walk = Walk {
        source,
        flags,
        es5_flags,
        place,
        names,
        has_modifiers,
        text,
        copied: 0,
        problems: vec![],
        unsupported: vec![],
        warnings: vec![],
    };
    let start = walk.disjunction(&pattern.body);
    walk.copy_to(source.len());
    if flags.unicode && start.needs_guard() {
        walk.guard(pattern.body.body.len() == 1);
    }
    if flags.unicode && start == Start::LoneTrail {
        walk.warnings.push(Problem::lone_trail_surrogate(place(pattern.span)));
    }
    let Walk { text, mut names, mut problems, unsupported, warnings, .. } = walk;
    if has_duplicates(&names)
        && let Some(span) = groups::clash(pattern)
    {
        problems.push(Problem::regular_expression(place(span), "two groups of one name can take part in one match"));
    }
    if names.iter().all(|name| name.is_empty()) {
        names.clear();
    }
    let text = (text != source).then_some(text);
    Es5Pattern { text, flags: es5_flags, names, problems, unsupported, warnings }
}

/// Whether there may be a group with modifiers.
fn has_modifiers(source: &str) -> bool {
    source.match_indices("(?").any(|(at, _)| matches!(source.as_bytes().get(at + 2), Some(b'i' | b'm' | b's' | b'-')))
}

pub(super) fn has_duplicates(names: &[Atom]) -> bool {
    let mut known = FxHashSet::default();
    names.iter().any(|name| !name.is_empty() && !known.insert(name))
}

struct Walk<'a> {
    source: &'a str,
    /// Those where the walk is.
    flags: Flags,
    es5_flags: Es5Flags,
    place: &'a dyn Fn(Span) -> Span,
    names: Vec<Atom>,
    has_modifiers: bool,
    text: String,
    /// How much of the source is in `text`, as it was or replaced.
    copied: usize,
    problems: Vec<Problem>,
    unsupported: Vec<Problem>,
    warnings: Vec<Problem>,
}

impl Walk<'_> {
    fn disjunction(&mut self, disjunction: &Disjunction) -> Start {
        let starts = disjunction.body.iter().map(|alternative| self.alternative(alternative));
        starts.max().unwrap_or(Start::Through)
    }

    fn alternative(&mut self, alternative: &Alternative) -> Start {
        alternative.body.iter().fold(Start::Through, |start, term| start.then(self.term(term, false)))
    }

    fn term(&mut self, term: &Term, is_quantified: bool) -> Start {
        match term {
            Term::BoundaryAssertion(assertion) => self.boundary(assertion),
            Term::LookAroundAssertion(assertion) => self.look_around(assertion),
            Term::Quantifier(quantifier) => {
                let start = self.term(&quantifier.body, true);
                if quantifier.min == 0 { start.or_nothing() } else { start }
            }
            Term::CapturingGroup(group) => self.capturing_group(group),
            Term::IgnoreGroup(group) => self.group(group),
            Term::IndexedReference(reference) => self.indexed_reference(reference),
            Term::NamedReference(reference) => self.named_reference(reference),
            Term::Dot(dot) => self.dot(dot.span, is_quantified),
            _ if !self.flags.unicode && self.cases() == Cases::AsWritten => Start::Aligned,
            Term::Character(character) => self.character(term, character, is_quantified),
            Term::CharacterClassEscape(escape) => self.class_escape(term, escape, is_quantified),
            Term::UnicodePropertyEscape(escape) => self.property_escape(term, escape, is_quantified),
            Term::CharacterClass(class) => self.character_class(term, class, is_quantified),
        }
    }

    fn cases(&self) -> Cases {
        self.es5_flags.cases(self.flags)
    }

    fn boundary(&mut self, assertion: &BoundaryAssertion) -> Start {
        match assertion.kind {
            BoundaryAssertionKind::Start => {
                if self.flags.multiline != self.es5_flags.multiline {
                    self.unsupported.push(Problem::mixed_line_starts((self.place)(assertion.span)));
                }
                return Start::Aligned;
            }
            BoundaryAssertionKind::End => match (self.flags.multiline, self.es5_flags.multiline) {
                (true, false) => self.replace(assertion.span, END_OF_LINE),
                (false, true) => self.replace(assertion.span, END),
                _ => {}
            },
            BoundaryAssertionKind::Boundary | BoundaryAssertionKind::NegativeBoundary => {}
        }
        Start::Asserting
    }

    fn look_around(&mut self, assertion: &LookAroundAssertion) -> Start {
        use LookAroundAssertionKind::*;
        if matches!(assertion.kind, Lookbehind | NegativeLookbehind) {
            self.unsupported.push(Problem::lookbehind((self.place)(assertion.span)));
        }
        self.disjunction(&assertion.body);
        Start::Asserting
    }

    /// `(?<year>` becomes `(`.
    fn capturing_group(&mut self, group: &CapturingGroup) -> Start {
        if group.name.is_some() {
            self.replace(groups::opening(group), "(");
        }
        self.disjunction(&group.body)
    }

    /// `(?i:` becomes `(?:`.
    fn group(&mut self, group: &IgnoreGroup) -> Start {
        let outer = self.flags;
        if let Some(modifiers) = &group.modifiers {
            self.replace(modifiers.span, "");
            self.flags = outer.modified(Some(modifiers));
        }
        let start = self.disjunction(&group.body);
        self.flags = outer;
        start
    }

    fn indexed_reference(&mut self, reference: &IndexedReference) -> Start {
        // The parser takes groups with modifiers for capturing ones.
        if self.has_modifiers && reference.index as usize > self.names.len() {
            if self.flags.unicode {
                let message = "there is no group of this number";
                self.problems.push(Problem::regular_expression((self.place)(reference.span), message));
            }
            return Start::Aligned;
        }
        self.check_reference(reference.span);
        Start::Through
    }

    /// `\k<year>` becomes `\1`, or `(?:\1\2)` if two groups have the name.
    fn named_reference(&mut self, reference: &NamedReference) -> Start {
        let groups = self.names.iter().enumerate().filter(|(_, name)| **name == reference.name);
        let numbers: Vec<String> = groups.map(|(index, _)| format!(r"\{}", index + 1)).collect();
        let is_digit_next = self.source.as_bytes().get(range(reference.span).end).is_some_and(u8::is_ascii_digit);
        let text = match &*numbers {
            [only] if !is_digit_next => only.clone(),
            all => format!("(?:{})", all.concat()),
        };
        self.replace(reference.span, &text);
        self.check_reference(reference.span);
        Start::Through
    }

    /// A reference ignores the case of what it repeats if the literal does.
    fn check_reference(&mut self, span: Span) {
        if self.flags.ignore_case && !self.es5_flags.ignore_case {
            self.unsupported.push(Problem::reference_ignoring_case((self.place)(span)));
        }
    }

    fn dot(&mut self, span: Span, is_quantified: bool) -> Start {
        match self.flags {
            Flags { unicode: true, dot_all, .. } => {
                let plain = if dot_all { "" } else { r"\n\r\u2028\u2029" };
                let class = Class { negative: true, plain: plain.into(), ..Class::new(unicode::none(), true) };
                self.class(span, &class, is_quantified)
            }
            Flags { dot_all: true, .. } => {
                self.replace(span, r"[\s\S]");
                Start::Aligned
            }
            _ => Start::Aligned,
        }
    }

    fn character(&mut self, term: &Term, character: &Character, is_quantified: bool) -> Start {
        let class = Members::of(self.source, term, self.flags).class(self.cases());
        let is_itself = !self.flags.unicode && class.rest.size() == 1;
        if !is_itself && !class.rest.is_empty() {
            return self.class(character.span, &class, is_quantified);
        }
        if self.flags.unicode && is_code_point_escape(text_at(self.source, character.span)) {
            self.replace(character.span, &escaped(character.value));
        }
        Start::Aligned
    }

    fn class_escape(&mut self, term: &Term, escape: &CharacterClassEscape, is_quantified: bool) -> Start {
        let class = Members::of(self.source, term, self.flags).class(self.cases());
        if self.flags.unicode && (class.negative || !class.rest.is_empty()) {
            return self.class(escape.span, &class, is_quantified);
        }
        Start::Aligned
    }

    fn property_escape(&mut self, term: &Term, escape: &UnicodePropertyEscape, is_quantified: bool) -> Start {
        self.check_property(escape);
        if escape.strings {
            let (pattern, start) = Strings::of_property(escape, self.flags).pattern(self.cases(), is_quantified);
            self.replace(escape.span, &pattern);
            return start;
        }
        self.class(escape.span, &Members::of(self.source, term, self.flags).class(self.cases()), is_quantified)
    }

    fn character_class(&mut self, term: &Term, class: &CharacterClass, is_quantified: bool) -> Start {
        self.check_members(class);
        if strings::is_set(class) {
            let (pattern, start) = Strings::of_class(class, self.flags).pattern(self.cases(), is_quantified);
            self.replace(class.span, &pattern);
            return start;
        }
        self.class(class.span, &Members::of(self.source, term, self.flags).class(self.cases()), is_quantified)
    }

    /// What the parser takes, but the grammar or Unicode does not.
    fn check_members(&mut self, class: &CharacterClass) {
        for member in &class.body {
            match member {
                CharacterClassContents::Character(character) => self.check_control_letter(character),
                CharacterClassContents::CharacterClassRange(range) => self.check_control_letter(&range.max),
                CharacterClassContents::UnicodePropertyEscape(escape) => self.check_property(escape),
                CharacterClassContents::NestedCharacterClass(class) => self.check_members(class),
                CharacterClassContents::CharacterClassEscape(_) | CharacterClassContents::ClassStringDisjunction(_) => {
                }
            }
        }
    }

    /// `\c1` in a class is good without the flag `u`; the parser takes it in both cases for a backslash, `c` and `1`.
    fn check_control_letter(&mut self, character: &Character) {
        if self.flags.unicode && character.value == u32::from('\\') && text_at(self.source, character.span) == "\\" {
            self.problems.push(Problem::regular_expression((self.place)(character.span), "invalid escape"));
        }
    }

    fn check_property(&mut self, escape: &UnicodePropertyEscape) {
        let is_known = match escape.strings {
            true => emoji::property(&escape.name).is_some(),
            false => unicode::property(&escape.name, escape.value.as_deref()).is_some(),
        };
        if !is_known {
            self.unsupported.push(Problem::unsupported((self.place)(escape.span), "this Unicode property"));
        }
    }

    fn class(&mut self, span: Span, class: &Class, is_quantified: bool) -> Start {
        self.replace(span, &class.pattern(is_quantified));
        class.start()
    }

    fn guard(&mut self, is_one_alternative: bool) {
        let pattern = &self.text;
        self.text = if is_one_alternative { format!("{GUARD}{pattern}") } else { format!("{GUARD}(?:{pattern})") };
    }

    fn replace(&mut self, span: Span, text: &str) {
        let range = range(span);
        self.copy_to(range.start);
        self.text.push_str(text);
        self.copied = range.end;
    }

    fn copy_to(&mut self, end: usize) {
        self.text.push_str(self.source.get(self.copied..end).unwrap_or_default());
    }
}
