//! Classes with the flag `v`: sets of characters and of strings.
//!
//! ```js
//! /[\w--[aeiou]]/v;  /[\p{L}&&\p{ASCII}]/v;  /[\q{ab|abc|x}yz]/v;
//! // becomes
//! /[0-9A-Z_b-df-hj-np-tv-z]/;  /[A-Za-z]/;  /(?:ab(?:c)?|[x-z])/;
//! ```
//!
//! Of the strings, the longest that matches is tried first, then single characters, then the empty string. Strings that
//! match at one place begin with each other, so what they have in common is said once, and its continuation first.
//!
//! If case is ignored, it is so in each operand, before the sets are combined.

use std::collections::{BTreeMap, BTreeSet};

use swc_ecma_regexp::ast::*;

use super::{
    class::Class,
    emoji,
    flags::Flags,
    members::{escape, folded, property},
    start::Start,
    unicode::{self, Cases, CodePoints, change, complement, folded_character, union},
};

/// Characters, and strings that are none: shorter or longer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Strings {
    characters: CodePoints,
    strings: BTreeSet<Vec<u32>>,
}

/// Whether a class is more than a list of characters.
pub(super) fn is_set(class: &CharacterClass) -> bool {
    class.kind != CharacterClassContentsKind::Union
        || class.body.iter().any(|member| {
            matches!(
                member,
                CharacterClassContents::NestedCharacterClass(_) | CharacterClassContents::ClassStringDisjunction(_)
            ) || matches!(member, CharacterClassContents::UnicodePropertyEscape(escape) if escape.strings)
        })
}

impl Strings {
    pub(super) fn of_class(class: &CharacterClass, flags: Flags) -> Self {
        let mut members = class.body.iter().map(|member| Self::of_member(member, flags));
        let first = members.next().unwrap_or_else(|| Self::of_characters(unicode::none()));
        let set = members.fold(first, |set, operand| match class.kind {
            CharacterClassContentsKind::Union => set.union(operand),
            CharacterClassContentsKind::Intersection => set.intersection(&operand),
            CharacterClassContentsKind::Subtraction => set.without(&operand),
        });
        if class.negative { Self::of_characters(complement(&set.characters)) } else { set }
    }

    fn of_member(member: &CharacterClassContents, flags: Flags) -> Self {
        match member {
            CharacterClassContents::CharacterClassRange(range) => {
                Self::of_characters(folded([range.min.value..=range.max.value].into_iter().collect(), flags))
            }
            CharacterClassContents::CharacterClassEscape(it) => Self::of_characters(escape(it.kind, flags)),
            CharacterClassContents::UnicodePropertyEscape(it) if it.strings => Self::of_property(it, flags),
            CharacterClassContents::UnicodePropertyEscape(it) => {
                Self::of_characters(folded(property(it, flags), flags))
            }
            CharacterClassContents::Character(it) => Self::of_string(&[it.value], flags),
            CharacterClassContents::NestedCharacterClass(class) => Self::of_class(class, flags),
            CharacterClassContents::ClassStringDisjunction(strings) => {
                let none = Self::of_characters(unicode::none());
                strings.body.iter().fold(none, |set, string| {
                    let code_points: Vec<u32> = string.body.iter().map(|character| character.value).collect();
                    set.union(Self::of_string(&code_points, flags))
                })
            }
        }
    }

    /// What `\p{…}` matches that is a property of strings; nothing if Unicode does not know it.
    pub(super) fn of_property(escape: &UnicodePropertyEscape, flags: Flags) -> Self {
        let (characters, strings) =
            emoji::property(&escape.name).map_or_else(|| (unicode::none(), vec![]), |make| make());
        let strings = strings.iter().map(|string| canonical(string, flags)).collect();
        Self { characters: folded(characters, flags), strings }
    }

    fn of_characters(characters: CodePoints) -> Self {
        Self { characters, strings: BTreeSet::new() }
    }

    fn of_string(string: &[u32], flags: Flags) -> Self {
        if let [character] = *string {
            return Self::of_characters(folded([character..=character].into_iter().collect(), flags));
        }
        Self { characters: unicode::none(), strings: BTreeSet::from([canonical(string, flags)]) }
    }

    fn union(mut self, mut other: Self) -> Self {
        self.characters = union(&self.characters, &other.characters);
        self.strings.append(&mut other.strings);
        self
    }

    fn intersection(mut self, other: &Self) -> Self {
        self.characters = change(&self.characters, |set| set.retain_set(&other.characters));
        self.strings.retain(|string| other.strings.contains(string));
        self
    }

    fn without(mut self, other: &Self) -> Self {
        self.characters = change(&self.characters, |set| set.remove_set(&other.characters));
        self.strings.retain(|string| !other.strings.contains(string));
        self
    }

    /// The ES5 pattern, which a quantifier may follow if `is_quantified`, and how a match of it may begin.
    pub(super) fn pattern(self, cases: Cases, is_quantified: bool) -> (String, Start) {
        let Self { characters, strings } = self;
        let singles = class_of(characters, cases);
        if strings.is_empty() {
            return (singles.pattern(is_quantified), singles.start());
        }
        let mut trie = Trie::default();
        strings.iter().for_each(|string| trie.insert(string));
        let matches_nothing = std::mem::take(&mut trie.is_end);
        let mut alternatives = trie.alternatives(cases);
        let mut start = trie.start(cases);
        if !singles.is_empty() {
            alternatives.push(singles.pattern(false));
            start = start.max(singles.start());
        }
        if matches_nothing {
            alternatives.push(String::new());
            start = start.or_nothing();
        }
        (format!("(?:{})", alternatives.join("|")), start)
    }
}

/// A string, of which the case does not matter if case is ignored.
fn canonical(string: &[u32], flags: Flags) -> Vec<u32> {
    let canonical = |&character: &u32| if flags.ignore_case { folded_character(character) } else { character };
    string.iter().map(canonical).collect()
}

/// Characters with the cases that have to be spelled out.
fn class_of(characters: CodePoints, cases: Cases) -> Class {
    let missing = cases.missing(&characters);
    // [^…] is shorter than all the rest.
    let rest = complement(&union(&characters, &missing));
    let all = union(&characters, &missing);
    if rest.size() < all.size() && characters.size() > CodePoints::all().size() / 2 {
        return Class { negative: true, ..Class::new(complement(&characters), true) };
    }
    Class::new(all, true)
}

/// Strings by their first characters.
#[derive(Debug, Default)]
struct Trie {
    next: BTreeMap<u32, Self>,
    is_end: bool,
}

impl Trie {
    fn insert(&mut self, string: &[u32]) {
        let mut node = self;
        for character in string {
            node = node.next.entry(*character).or_default();
        }
        node.is_end = true;
    }

    /// One pattern for each way to go on; characters that lead to the same are in one class.
    fn alternatives(&self, cases: Cases) -> Vec<String> {
        let mut ways: Vec<(String, CodePoints)> = vec![];
        for (&character, node) in &self.next {
            let rest = node.rest(cases);
            match ways.iter_mut().find(|(known, _)| *known == rest) {
                Some((_, characters)) => *characters = change(characters, |set| set.add32(character)),
                None => ways.push((rest, [character..=character].into_iter().collect())),
            }
        }
        ways.into_iter().map(|(rest, characters)| class_of(characters, cases).sequence() + &rest).collect()
    }

    /// What follows the characters up to here.
    fn rest(&self, cases: Cases) -> String {
        let alternatives = self.alternatives(cases);
        match &*alternatives {
            [] => String::new(),
            [only] if !self.is_end => only.clone(),
            _ => format!("(?:{}){}", alternatives.join("|"), if self.is_end { "?" } else { "" }),
        }
    }

    fn start(&self, cases: Cases) -> Start {
        let characters: CodePoints = self.next.keys().map(|&character| character..=character).collect();
        class_of(characters, cases).start()
    }
}
