//! A parsed pattern to one without what came after ES5. Source text is copied, and only what needs it is replaced.

use std::ops::{Range, RangeInclusive};

use swc_atoms::Atom;
use swc_common::Span;
use swc_ecma_regexp::ast::*;

use super::{
    Flags,
    class::{Class, escaped},
    start::Start,
    unicode::{self, ASTRAL, CodePoints, SURROGATES, cases_that_es5_misses, change, complement, union},
};
use crate::{diagnostic::Problem, feature::Feature};

/// A position where a match may begin: one before a trail surrogate is taken for the middle of a pair, unless a
/// line begins there.
const GUARD: &str = r"(?:^|(?![\uDC00-\uDFFF]))";

/// What became of a pattern.
#[derive(Debug)]
pub(super) struct Es5Pattern {
    /// The pattern, if it is not as it was.
    pub(super) text: Option<String>,
    /// The names of the groups from the first on, empty for those that have none; nothing if none has one.
    pub(super) names: Vec<Atom>,
    pub(super) problems: Vec<Problem>,
    pub(super) warnings: Vec<Problem>,
}

/// Lowers `pattern`, which was parsed from `source`; `place` says where in the file a part of it stands.
pub(super) fn lower(pattern: &Pattern, source: &str, flags: Flags, place: &dyn Fn(Span) -> Span) -> Es5Pattern {
    let mut names = vec![];
    if source.contains("(?<") {
        group_names(&pattern.body, &mut names);
    }
    if names.iter().all(|name| name.is_empty()) {
        names.clear();
    }
    let text = String::with_capacity(source.len());
    let mut walk = Walk { source, flags, place, names, text, copied: 0, groups: 0, problems: vec![], warnings: vec![] };
    let start = walk.disjunction(&pattern.body);
    walk.copy_to(source.len());
    if flags.unicode && start.needs_guard() {
        walk.guard(pattern.body.body.len() == 1);
    }
    if flags.unicode && start == Start::LoneTrail {
        walk.warnings.push(Problem::lone_trail_surrogate(place(pattern.span)));
    }
    let text = (walk.text != source).then_some(walk.text);
    Es5Pattern { text, names: walk.names, problems: walk.problems, warnings: walk.warnings }
}

fn group_names(disjunction: &Disjunction, names: &mut Vec<Atom>) {
    for term in disjunction.body.iter().flat_map(|alternative| &alternative.body) {
        let term = if let Term::Quantifier(quantifier) = term { &quantifier.body } else { term };
        match term {
            Term::CapturingGroup(group) => {
                names.push(group.name.clone().unwrap_or_default());
                group_names(&group.body, names);
            }
            Term::IgnoreGroup(group) => group_names(&group.body, names),
            Term::LookAroundAssertion(assertion) => group_names(&assertion.body, names),
            _ => {}
        }
    }
}

struct Walk<'a> {
    source: &'a str,
    flags: Flags,
    place: &'a dyn Fn(Span) -> Span,
    names: Vec<Atom>,
    text: String,
    /// How much of the source is in `text`, as it was or replaced.
    copied: usize,
    /// How many capturing groups have begun.
    groups: usize,
    problems: Vec<Problem>,
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
            Term::BoundaryAssertion(assertion) => match assertion.kind {
                BoundaryAssertionKind::Start => Start::Aligned,
                _ => Start::Asserting,
            },
            Term::LookAroundAssertion(assertion) => self.look_around(assertion),
            Term::Quantifier(quantifier) => {
                let start = self.term(&quantifier.body, true);
                if quantifier.min == 0 { start.or_nothing() } else { start }
            }
            Term::CapturingGroup(group) => self.capturing_group(group),
            Term::IgnoreGroup(group) => {
                if group.modifiers.is_some() {
                    self.problems.extend(Problem::refused((self.place)(group.span), Feature::RegExpModifiers));
                }
                self.disjunction(&group.body)
            }
            Term::IndexedReference(_) => Start::Through,
            Term::NamedReference(reference) => self.named_reference(reference),
            Term::Dot(dot) => self.dot(dot.span, is_quantified),
            _ if !self.flags.unicode => Start::Aligned,
            Term::Character(character) => self.character(character, is_quantified),
            Term::CharacterClassEscape(escape) => self.class_escape(escape, is_quantified),
            Term::UnicodePropertyEscape(escape) => self.property_escape(escape, is_quantified),
            Term::CharacterClass(class) => self.character_class(class, is_quantified),
        }
    }

    fn look_around(&mut self, assertion: &LookAroundAssertion) -> Start {
        use LookAroundAssertionKind::*;
        if matches!(assertion.kind, Lookbehind | NegativeLookbehind) {
            self.problems.push(Problem::lookbehind((self.place)(assertion.span)));
        }
        self.disjunction(&assertion.body);
        Start::Asserting
    }

    /// `(?<year>` becomes `(`.
    fn capturing_group(&mut self, group: &CapturingGroup) -> Start {
        if let Some(name) = &group.name {
            if self.names.iter().take(self.groups).any(|earlier| earlier == name) {
                let span = (self.place)(group.span.with_hi(group.body.span.lo));
                self.problems.extend(Problem::refused(span, Feature::RegExpDuplicateGroup));
            }
            self.replace(group.span.with_hi(group.body.span.lo), "(");
        }
        self.groups += 1;
        self.disjunction(&group.body)
    }

    /// `\k<year>` becomes `\1`.
    fn named_reference(&mut self, reference: &NamedReference) -> Start {
        let group = self.names.iter().position(|name| *name == reference.name).map_or(0, |index| index + 1);
        let is_digit_next = self.source.as_bytes().get(range(reference.span).end).is_some_and(u8::is_ascii_digit);
        let text = if is_digit_next { format!(r"(?:\{group})") } else { format!(r"\{group}") };
        self.replace(reference.span, &text);
        Start::Through
    }

    fn dot(&mut self, span: Span, is_quantified: bool) -> Start {
        match self.flags {
            Flags { unicode: true, dot_all, .. } => {
                let plain = if dot_all { "" } else { r"\n\r\u2028\u2029" };
                let class = Class { negative: true, plain: plain.into(), rest: unicode::none() };
                self.class(span, &class, is_quantified)
            }
            Flags { dot_all: true, .. } => {
                self.replace(span, r"[\s\S]");
                Start::Aligned
            }
            _ => Start::Aligned,
        }
    }

    fn character(&mut self, character: &Character, is_quantified: bool) -> Start {
        let mut members = Members::new(self.source, self.flags);
        members.character(character);
        let class = members.class(false);
        if !class.rest.is_empty() {
            return self.class(character.span, &class, is_quantified);
        }
        if is_code_point_escape(text_at(self.source, character.span)) {
            self.replace(character.span, &escaped(character.value));
        }
        Start::Aligned
    }

    fn class_escape(&mut self, escape: &CharacterClassEscape, is_quantified: bool) -> Start {
        let (positive, is_complement) = positive(escape.kind);
        let mut members = Members::new(self.source, self.flags);
        members.class_escape(positive);
        let class = members.class(is_complement);
        if class.negative || !class.rest.is_empty() {
            return self.class(escape.span, &class, is_quantified);
        }
        Start::Aligned
    }

    fn property_escape(&mut self, escape: &UnicodePropertyEscape, is_quantified: bool) -> Start {
        let mut members = Members::new(self.source, self.flags);
        members.add(&self.property(escape));
        self.class(escape.span, &members.class(false), is_quantified)
    }

    fn character_class(&mut self, class: &CharacterClass, is_quantified: bool) -> Start {
        let mut members = Members::new(self.source, self.flags);
        for member in &class.body {
            match member {
                CharacterClassContents::Character(character) => {
                    self.check_control_letter(character);
                    members.character(character);
                }
                CharacterClassContents::CharacterClassRange(range) => {
                    self.check_control_letter(&range.max);
                    members.range(range);
                }
                CharacterClassContents::CharacterClassEscape(escape) => match positive(escape.kind) {
                    (escape, false) => members.class_escape(escape),
                    (escape, true) => members.add(&complement(&folded(class_escape(escape), self.flags))),
                },
                CharacterClassContents::UnicodePropertyEscape(escape) => members.add(&self.property(escape)),
                // Only with the flag `v`, which is refused before.
                CharacterClassContents::NestedCharacterClass(_) | CharacterClassContents::ClassStringDisjunction(_) => {
                }
            }
        }
        self.class(class.span, &members.class(class.negative), is_quantified)
    }

    /// `\c1` in a class is good without the flag `u`; the parser takes it in both cases for a backslash, `c` and `1`.
    fn check_control_letter(&mut self, character: &Character) {
        if character.value == u32::from('\\') && text_at(self.source, character.span) == "\\" {
            self.problems.push(Problem::regular_expression((self.place)(character.span), "invalid escape"));
        }
    }

    fn property(&mut self, escape: &UnicodePropertyEscape) -> CodePoints {
        let set = unicode::property(&escape.name, escape.value.as_deref()).unwrap_or_else(|| {
            self.problems.push(Problem::unsupported((self.place)(escape.span), "this Unicode property"));
            unicode::none()
        });
        if escape.negative { complement(&set) } else { set }
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

/// What stands in a class, or would if it were one.
struct Members<'a> {
    source: &'a str,
    flags: Flags,
    plain: String,
    /// What `plain` stands for.
    plain_set: CodePoints,
    rest: CodePoints,
}

impl<'a> Members<'a> {
    fn new(source: &'a str, flags: Flags) -> Self {
        Self { source, flags, plain: String::new(), plain_set: unicode::none(), rest: unicode::none() }
    }

    fn character(&mut self, character: &Character) {
        if is_plain(character.value..=character.value) {
            self.push_plain(character);
            self.plain_set = change(&self.plain_set, |set| set.add32(character.value));
        } else {
            self.rest = change(&self.rest, |set| set.add32(character.value));
        }
    }

    fn range(&mut self, range: &CharacterClassRange) {
        let code_points = range.min.value..=range.max.value;
        if is_plain(code_points.clone()) {
            self.push_plain(&range.min);
            self.plain.push('-');
            self.push_plain(&range.max);
            self.plain_set = change(&self.plain_set, |set| set.add_range32(code_points));
        } else {
            self.rest = change(&self.rest, |set| set.add_range32(code_points));
        }
    }

    /// A character as the source has it, but so that its neighbours do not matter.
    fn push_plain(&mut self, character: &Character) {
        match text_at(self.source, character.span) {
            "-" => self.plain.push_str(r"\-"),
            "^" => self.plain.push_str(r"\^"),
            r"\0" => self.plain.push_str(r"\x00"),
            text if is_code_point_escape(text) => self.plain.push_str(&escaped(character.value)),
            text => self.plain.push_str(text),
        }
    }

    /// `\d`, `\s` or `\w`
    fn class_escape(&mut self, escape: &str) {
        self.plain.push_str(escape);
        self.plain_set = union(&self.plain_set, &class_escape(escape));
    }

    fn add(&mut self, set: &CodePoints) {
        self.rest = union(&self.rest, set);
    }

    fn class(self, negative: bool) -> Class {
        let Self { flags, plain, plain_set, rest, .. } = self;
        let all = union(&plain_set, &rest);
        if all == CodePoints::all() {
            return Class { negative: !negative, plain: String::new(), rest: unicode::none() };
        }
        let rest = if flags.ignore_case { union(&rest, &cases_that_es5_misses(&all)) } else { rest };
        Class { negative, plain, rest }
    }
}

/// Whether ES5 can have these in a class, and each is all of a character.
fn is_plain(range: RangeInclusive<u32>) -> bool {
    *range.end() < *SURROGATES.start() || *range.start() > *SURROGATES.end() && *range.end() < *ASTRAL.start()
}

/// `\d`, `\s` or `\w`, and whether `kind` is its complement.
fn positive(kind: CharacterClassEscapeKind) -> (&'static str, bool) {
    use CharacterClassEscapeKind::*;
    match kind {
        D => (r"\d", false),
        NegativeD => (r"\d", true),
        S => (r"\s", false),
        NegativeS => (r"\s", true),
        W => (r"\w", false),
        NegativeW => (r"\w", true),
    }
}

/// What `\d`, `\s` or `\w` matches where case matters.
fn class_escape(escape: &str) -> CodePoints {
    match escape {
        r"\d" => unicode::digits(),
        r"\s" => unicode::white_space(),
        _ => unicode::word_characters(),
    }
}

/// `set`, with what counts as one of it if case is ignored.
fn folded(set: CodePoints, flags: Flags) -> CodePoints {
    if flags.ignore_case { union(&set, &cases_that_es5_misses(&set)) } else { set }
}

/// `\u{61}`
fn is_code_point_escape(text: &str) -> bool {
    text.starts_with(r"\u{")
}

fn text_at(source: &str, span: Span) -> &str {
    source.get(range(span)).unwrap_or_default()
}

fn range(span: Span) -> Range<usize> {
    span.lo.0 as usize..span.hi.0 as usize
}
