//! What stands in a class, or would if it were one: a character, an escape for many of them, a property.

use std::ops::RangeInclusive;

use swc_ecma_regexp::ast::*;

use super::{
    class::{Class, escaped},
    flags::Flags,
    text_at,
    unicode::{self, ASTRAL, Cases, CodePoints, SURROGATES, change, complement, union},
};

pub(super) struct Members<'a> {
    source: &'a str,
    flags: Flags,
    /// What ES5 spells the same, in the words of the source.
    plain: String,
    /// What `plain` stands for.
    plain_set: CodePoints,
    rest: CodePoints,
    is_negative: bool,
}

impl<'a> Members<'a> {
    /// What `term` matches, if it matches one character. A class with strings is [`Strings`](super::strings::Strings).
    pub(super) fn of(source: &'a str, term: &Term, flags: Flags) -> Self {
        let none = || unicode::none();
        let mut members =
            Self { source, flags, plain: String::new(), plain_set: none(), rest: none(), is_negative: false };
        match term {
            Term::Character(character) => members.character(character),
            Term::CharacterClassEscape(escape) => {
                let (positive, is_complement) = positive(escape.kind);
                members.class_escape(positive);
                members.is_negative = is_complement;
            }
            Term::UnicodePropertyEscape(escape) => members.property(escape),
            Term::CharacterClass(class) => {
                class.body.iter().for_each(|member| members.member(member));
                members.is_negative = class.negative;
            }
            _ => {}
        }
        members
    }

    fn member(&mut self, member: &CharacterClassContents) {
        match member {
            CharacterClassContents::Character(character) => self.character(character),
            CharacterClassContents::CharacterClassRange(range) => self.range(range),
            CharacterClassContents::CharacterClassEscape(escape) => match positive(escape.kind) {
                (escape, false) => self.class_escape(escape),
                (escape, true) => self.add(&complement(&folded(class_escape(escape), self.flags))),
            },
            CharacterClassContents::UnicodePropertyEscape(escape) => self.property(escape),
            // These make a set.
            CharacterClassContents::NestedCharacterClass(_) | CharacterClassContents::ClassStringDisjunction(_) => {}
        }
    }

    fn character(&mut self, character: &Character) {
        if self.is_plain(character.value..=character.value) {
            self.push_plain(character);
            self.plain_set = change(&self.plain_set, |set| set.add32(character.value));
        } else {
            self.rest = change(&self.rest, |set| set.add32(character.value));
        }
    }

    fn range(&mut self, range: &CharacterClassRange) {
        let code_points = range.min.value..=range.max.value;
        if self.is_plain(code_points.clone()) {
            self.push_plain(&range.min);
            self.plain.push('-');
            self.push_plain(&range.max);
            self.plain_set = change(&self.plain_set, |set| set.add_range32(code_points));
        } else {
            self.rest = change(&self.rest, |set| set.add_range32(code_points));
        }
    }

    /// Whether ES5 can have these in a class as the source has them, and each is all of a character. Without the flag `u`
    /// there are escapes that mean something only where they stand.
    fn is_plain(&self, range: RangeInclusive<u32>) -> bool {
        self.flags.unicode
            && (*range.end() < *SURROGATES.start()
                || *range.start() > *SURROGATES.end() && *range.end() < *ASTRAL.start())
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

    fn property(&mut self, escape: &UnicodePropertyEscape) {
        self.add(&property(escape, self.flags));
    }

    fn add(&mut self, set: &CodePoints) {
        self.rest = union(&self.rest, set);
    }

    /// Whether it matters whether the case of what is matched is ignored.
    pub(super) fn has_cases(&self) -> bool {
        let all = union(&self.plain_set, &self.rest);
        !Cases::Uppercased.missing(&all).is_empty()
    }

    /// The class, with the cases that have to be spelled out.
    pub(super) fn class(self, cases: Cases) -> Class {
        let Self { flags, plain, plain_set, rest, is_negative: negative, .. } = self;
        let all = union(&plain_set, &rest);
        if flags.unicode && all == CodePoints::all() {
            return Class { negative: !negative, ..Class::new(unicode::none(), true) };
        }
        let rest = union(&rest, &cases.missing(&all));
        Class { negative, plain, ..Class::new(rest, flags.unicode) }
    }
}

/// What `\p{…}` matches; nothing if Unicode does not know it, which the parser has told before.
pub(super) fn property(escape: &UnicodePropertyEscape, flags: Flags) -> CodePoints {
    let set = unicode::property(&escape.name, escape.value.as_deref()).unwrap_or_else(unicode::none);
    match escape.negative {
        false => set,
        // With `v`, the cases of what is named are looked at before they are excluded.
        true if flags.sets => complement(&folded(set, flags)),
        true => complement(&set),
    }
}

/// What `\d`, `\D` and the like match.
pub(super) fn escape(kind: CharacterClassEscapeKind, flags: Flags) -> CodePoints {
    let (escape, is_complement) = positive(kind);
    let set = folded(class_escape(escape), flags);
    if is_complement { complement(&set) } else { set }
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
pub(super) fn folded(set: CodePoints, flags: Flags) -> CodePoints {
    if flags.ignore_case && flags.unicode { union(&set, &Cases::Folded.missing(&set)) } else { set }
}

/// `\u{61}`
pub(super) fn is_code_point_escape(text: &str) -> bool {
    text.starts_with(r"\u{")
}
