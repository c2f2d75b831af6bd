//! One character of a set of code points, as ES5 spells it: a class for what is one code unit, and pairs of
//! surrogates for the rest.

use std::{fmt::Write, ops::RangeInclusive};

use super::{
    start::Start,
    unicode::{ASTRAL, CodePoints, LEAD_SURROGATES, SURROGATES, TRAIL_SURROGATES, UNITS, change, complement, within},
};

/// A class.
#[derive(Debug)]
pub(super) struct Class {
    /// `[^…]`
    pub(super) negative: bool,
    /// What ES5 spells the same, in the words of the source; no surrogates.
    pub(super) plain: String,
    /// What else is in it.
    pub(super) rest: CodePoints,
    /// Whether it is one of code points: with the flag `u` or `v`.
    pub(super) is_unicode: bool,
}

impl Class {
    pub(super) fn new(rest: CodePoints, is_unicode: bool) -> Self {
        Self { negative: false, plain: String::new(), rest, is_unicode }
    }

    pub(super) fn is_empty(&self) -> bool {
        !self.negative && self.plain.is_empty() && self.rest.is_empty()
    }

    /// The ES5 pattern of a part of a sequence: `a` rather than `[a]`.
    pub(super) fn sequence(&self) -> String {
        match char::from_u32(self.rest.iter_ranges().next().map_or(0, |range| *range.start())) {
            Some(char) if self.rest.size() == 1 && self.plain.is_empty() && !self.negative => match char {
                char if char.is_ascii_alphanumeric() => char.into(),
                char if char.is_ascii() => self.pattern(false),
                char => escaped(char.into()),
            },
            _ => self.pattern(false),
        }
    }

    /// The ES5 pattern; one that a quantifier may follow, if `is_quantified`.
    pub(super) fn pattern(&self, is_quantified: bool) -> String {
        if !self.is_unicode {
            let sign = if self.negative { "^" } else { "" };
            return format!("[{sign}{}{}]", self.plain, ranges(&within(&self.rest, UNITS)));
        }
        let others = self.others();
        let mut alternatives: Vec<String> = self.units().into_iter().collect();
        let is_class = !alternatives.is_empty();
        pairs(&within(&others, ASTRAL), &mut alternatives);
        let leads = within(&others, LEAD_SURROGATES);
        if !leads.is_empty() {
            alternatives.push(format!(r"{}(?![\uDC00-\uDFFF])", one_of(&leads)));
        }
        match alternatives.len() {
            0 => "[]".into(),
            1 if is_class || !is_quantified => alternatives.concat(),
            _ => format!("(?:{})", alternatives.join("|")),
        }
    }

    /// The class of those of its characters that are one code unit; no lead surrogates, for the second half of a pair
    /// may follow them.
    fn units(&self) -> Option<String> {
        let Self { negative, plain, rest, .. } = self;
        let units = change(rest, |rest| {
            rest.remove_range32(LEAD_SURROGATES);
            rest.remove_range32(ASTRAL);
        });
        let units = ranges(&units);
        match negative {
            true => Some(format!(r"[^{plain}{units}\uD800-\uDBFF]")),
            false if plain.is_empty() && units.is_empty() => None,
            false => Some(format!("[{plain}{units}]")),
        }
    }

    /// The surrogates and pairs of surrogates in it.
    fn others(&self) -> CodePoints {
        let others = if self.negative { &complement(&self.rest) } else { &self.rest };
        change(others, |others| others.retain_range32(*SURROGATES.start()..=*ASTRAL.end()))
    }

    /// How a match may begin with it.
    pub(super) fn start(&self) -> Start {
        let others = self.others();
        if within(&others, TRAIL_SURROGATES).is_empty() {
            return Start::Aligned;
        }
        let pairs = within(&others, ASTRAL);
        if pairs.is_empty() {
            Start::LoneTrail
        } else if pairs.size() == ASTRAL.count() {
            Start::AnyPair
        } else {
            Start::Inside
        }
    }
}

/// `\uD83D[\uDE00-\uDE4F]` and the like, one for all lead surrogates that have the same trail surrogates.
fn pairs(set: &CodePoints, alternatives: &mut Vec<String>) {
    let mut leads_of: Vec<(CodePoints, CodePoints)> = vec![];
    for (leads, trails) in by_lead(set) {
        match leads_of.iter_mut().find(|(known, _)| *known == trails) {
            Some((_, known)) => *known = change(known, |known| known.add_range32(leads)),
            None => leads_of.push((trails, [leads].into_iter().collect())),
        }
    }
    alternatives.extend(leads_of.iter().map(|(trails, leads)| one_of(leads) + &one_of(trails)));
}

/// Lead surrogates in ascending order, each with the trail surrogates that may follow it.
fn by_lead(set: &CodePoints) -> Vec<(RangeInclusive<u32>, CodePoints)> {
    let mut rows: Vec<(RangeInclusive<u32>, CodePoints)> = vec![];
    for range in set.iter_ranges() {
        let (first, last) = (surrogates(*range.start()), surrogates(*range.end()));
        let all = (*TRAIL_SURROGATES.start(), *TRAIL_SURROGATES.end());
        let pieces = if first.0 == last.0 {
            vec![(first.0..=first.0, first.1..=last.1)]
        } else {
            vec![
                (first.0..=first.0, first.1..=all.1),
                (first.0 + 1..=last.0 - 1, all.0..=all.1),
                (last.0..=last.0, all.0..=last.1),
            ]
        };
        for (leads, trails) in pieces.into_iter().filter(|(leads, _)| !leads.is_empty()) {
            match rows.last_mut() {
                Some((known, row)) if *known == leads => *row = change(row, |row| row.add_range32(trails)),
                _ => rows.push((leads, [trails].into_iter().collect())),
            }
        }
    }
    rows
}

fn surrogates(code_point: u32) -> (u32, u32) {
    let offset = code_point.saturating_sub(*ASTRAL.start());
    (LEAD_SURROGATES.start() + (offset >> 10), TRAIL_SURROGATES.start() + (offset & 0x3FF))
}

/// `x` or `[x-z]`
fn one_of(set: &CodePoints) -> String {
    if set.size() == 1 { ranges(set) } else { format!("[{}]", ranges(set)) }
}

/// What stands in the brackets of a class.
fn ranges(set: &CodePoints) -> String {
    let mut text = String::new();
    for range in set.iter_ranges() {
        let (first, last) = range.into_inner();
        push_unit(&mut text, first);
        if last > first + 1 {
            text.push('-');
        }
        if last > first {
            push_unit(&mut text, last);
        }
    }
    text
}

/// A code unit, as it can stand in a class, whatever comes before and after.
fn push_unit(text: &mut String, unit: u32) {
    match char::from_u32(unit) {
        Some('\t') => text.push_str("\\t"),
        Some('\n') => text.push_str("\\n"),
        Some('\r') => text.push_str("\\r"),
        Some(char @ ('\\' | '[' | ']' | '^' | '-' | '/')) => text.extend(['\\', char]),
        Some(char) if char.is_ascii_graphic() => text.push(char),
        // Writing to a String can't fail.
        _ if unit < 0x100 => _ = write!(text, "\\x{unit:02X}"),
        _ => _ = write!(text, "\\u{unit:04X}"),
    }
}

/// `\u0061` or `\uD83D\uDE00`
pub(super) fn escaped(code_point: u32) -> String {
    if ASTRAL.contains(&code_point) {
        let (lead, trail) = surrogates(code_point);
        format!("\\u{lead:04X}\\u{trail:04X}")
    } else {
        format!("\\u{code_point:04X}")
    }
}
