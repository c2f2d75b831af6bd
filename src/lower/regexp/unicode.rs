//! Sets of code points, and what Unicode says about them: properties and cases.

use std::{ops::RangeInclusive, sync::LazyLock};

use icu_collections::codepointinvlist::{CodePointInversionList, CodePointInversionListBuilder};
use icu_properties::{
    CodePointMapData, CodePointSetData, PropertyParser,
    props::{ChangesWhenCasemapped, GeneralCategory, GeneralCategoryGroup, Script},
    script::ScriptWithExtensions,
};
use regex_syntax::hir::{ClassUnicode, ClassUnicodeRange};
use rustc_hash::FxHashSet;

/// Code points, surrogates included.
pub(super) type CodePoints = CodePointInversionList<'static>;

pub(super) const LEAD_SURROGATES: RangeInclusive<u32> = 0xD800..=0xDBFF;
pub(super) const TRAIL_SURROGATES: RangeInclusive<u32> = 0xDC00..=0xDFFF;
pub(super) const SURROGATES: RangeInclusive<u32> = 0xD800..=0xDFFF;
/// What one code unit can be.
pub(super) const UNITS: RangeInclusive<u32> = 0..=0xFFFF;
/// What a pair of surrogates encodes.
pub(super) const ASTRAL: RangeInclusive<u32> = 0x10000..=0x10FFFF;

pub(super) fn none() -> CodePoints {
    CodePointInversionListBuilder::new().build()
}

pub(super) fn change(set: &CodePoints, change: impl FnOnce(&mut CodePointInversionListBuilder)) -> CodePoints {
    let mut builder = CodePointInversionListBuilder::new();
    builder.add_set(set);
    change(&mut builder);
    builder.build()
}

pub(super) fn union(a: &CodePoints, b: &CodePoints) -> CodePoints {
    change(a, |set| set.add_set(b))
}

pub(super) fn complement(set: &CodePoints) -> CodePoints {
    change(set, CodePointInversionListBuilder::complement)
}

/// The part of `set` that lies in `range`.
pub(super) fn within(set: &CodePoints, range: RangeInclusive<u32>) -> CodePoints {
    change(set, |set| set.retain_range32(range))
}

/// The code points that `\p{name=value}` or `\p{name}` stands for; `None` if Unicode does not know it.
pub(super) fn property(name: &str, value: Option<&str>) -> Option<CodePoints> {
    Some(match (name, value) {
        ("General_Category" | "gc", Some(value)) => category(PropertyParser::new().get_strict(value)?),
        ("Script" | "sc", Some(value)) => {
            let script = PropertyParser::<Script>::new().get_strict(value)?;
            CodePointMapData::<Script>::new().iter_ranges_for_value(script).collect()
        }
        ("Script_Extensions" | "scx", Some(value)) => {
            let script = PropertyParser::<Script>::new().get_strict(value)?;
            ScriptWithExtensions::new().get_script_extensions_ranges(script).collect()
        }
        ("Any", None) => CodePoints::all(),
        ("ASCII", None) => [0..=0x7F].into_iter().collect(),
        ("Assigned", None) => complement(&category(GeneralCategoryGroup::Unassigned)),
        // A name that the data has under its other aliases only.
        ("space", None) => return property("White_Space", None),
        (name, None) => CodePointSetData::new_for_ecma262(name.as_bytes())?.iter_ranges().collect(),
        _ => return None,
    })
}

fn category(group: GeneralCategoryGroup) -> CodePoints {
    CodePointMapData::<GeneralCategory>::new().iter_ranges_for_group(group).collect()
}

/// What `\s` matches: WhiteSpace and LineTerminator.
pub(super) fn white_space() -> CodePoints {
    change(&category(GeneralCategoryGroup::SpaceSeparator), |set| {
        set.add_range32(0x09..=0x0D);
        set.add32(0x2028);
        set.add32(0x2029);
        set.add32(0xFEFF);
    })
}

pub(super) fn digits() -> CodePoints {
    ['0'..='9'].into_iter().map(code_points).collect()
}

/// What `\w` matches where case matters.
pub(super) fn word_characters() -> CodePoints {
    ['0'..='9', 'A'..='Z', '_'..='_', 'a'..='z'].into_iter().map(code_points).collect()
}

fn code_points(range: RangeInclusive<char>) -> RangeInclusive<u32> {
    u32::from(*range.start())..=u32::from(*range.end())
}

/// How the cases of characters come into a pattern in which case is ignored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cases {
    /// Nothing is to be added: case is not ignored, or the flag `i` of ES5 means the same.
    AsWritten,
    /// ES5 has the flag `i`, which compares by toUpperCase and knows nothing of pairs of surrogates, for one that compares
    /// by simple case folding.
    MissedByEs5,
    /// Simple case folding, without the flag `i`.
    Folded,
    /// toUpperCase, without the flag `i`.
    Uppercased,
}

impl Cases {
    /// What must be added to `set`.
    pub(super) fn missing(self, set: &CodePoints) -> CodePoints {
        let is_missed = |char: char| match self {
            Self::MissedByEs5 => !is_found_by_es5(char, set),
            _ => true,
        };
        match self {
            Self::AsWritten => none(),
            Self::MissedByEs5 | Self::Folded => {
                same_by_folding(set).filter(|&char| !set.contains(char) && is_missed(char)).map(one).collect()
            }
            Self::Uppercased => same_by_uppercase(set).filter(|&char| !set.contains(char)).map(one).collect(),
        }
    }
}

fn one(char: char) -> RangeInclusive<u32> {
    u32::from(char)..=u32::from(char)
}

/// What is equal to a character of `set` by simple case folding.
fn same_by_folding(set: &CodePoints) -> impl Iterator<Item = char> {
    let cased: CodePoints = CodePointSetData::new::<ChangesWhenCasemapped>().iter_ranges().collect();
    let cased = change(set, |set| {
        set.retain_set(&cased);
        set.remove_range32(SURROGATES);
    });
    let mut folded = ClassUnicode::new(cased.iter_ranges().filter_map(class_range));
    folded.case_fold_simple();
    let ranges: Vec<_> = folded.ranges().iter().map(|range| range.start()..=range.end()).collect();
    ranges.into_iter().flatten()
}

/// What is equal to a character of `set` by toUpperCase.
fn same_by_uppercase(set: &CodePoints) -> impl Iterator<Item = char> {
    static CASED: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
        let cased = CodePointSetData::new::<ChangesWhenCasemapped>().iter_ranges().flatten().filter_map(char::from_u32);
        cased.filter(|char| *char < '\u{10000}').map(|char| (char, es5_canonicalize(char))).collect()
    });
    let canonical: FxHashSet<char> =
        CASED.iter().filter(|(char, _)| set.contains(*char)).map(|(_, canonical)| *canonical).collect();
    CASED.iter().filter(move |(_, it)| canonical.contains(it)).map(|(char, _)| *char)
}

/// One character for all that are equal by simple case folding.
pub(super) fn folded_character(code_point: u32) -> u32 {
    let has_cases = |char: char| !char.to_lowercase().eq([char]) || !char.to_uppercase().eq([char]);
    if !char::from_u32(code_point).is_some_and(has_cases) {
        return code_point;
    }
    let set = [code_point..=code_point].into_iter().collect();
    same_by_folding(&set).next().map_or(code_point, u32::from)
}

fn class_range(range: RangeInclusive<u32>) -> Option<ClassUnicodeRange> {
    Some(ClassUnicodeRange::new(char::from_u32(*range.start())?, char::from_u32(*range.end())?))
}

/// Whether ES5 takes `char` for one of `set` by the flag `i`.
fn is_found_by_es5(char: char, set: &CodePoints) -> bool {
    let mut cases = ClassUnicode::new([ClassUnicodeRange::new(char, char)]);
    cases.case_fold_simple();
    let mut cases = cases.ranges().iter().flat_map(|range| range.start()..=range.end());
    cases.any(|case| set.contains(case) && es5_canonicalize(case) == es5_canonicalize(char))
}

/// Canonicalize (ES5 15.10.2.8).
pub(super) fn es5_canonicalize(char: char) -> char {
    let mut upper = char.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(upper), None) if char < '\u{10000}' && (char.is_ascii() || !upper.is_ascii()) => upper,
        _ => char,
    }
}
