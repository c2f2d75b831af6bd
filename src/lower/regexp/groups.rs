//! Capturing groups and their names.
//!
//! Groups of different alternatives may have the same name: at most one of them takes part in a match. A reference to
//! the name refers to all of them, `\1\2`, since a group that takes no part matches nothing, wherever that is.

use rustc_hash::FxHashSet;
use swc_atoms::Atom;
use swc_common::Span;
use swc_ecma_regexp::ast::*;

/// The names of the groups of a pattern from the first on, empty for those that have none.
pub(super) fn names(pattern: &Pattern) -> Vec<Atom> {
    let mut names = vec![];
    collect(&pattern.body, &mut |group| names.push(group.name.clone().unwrap_or_default()));
    names
}

fn collect<'a>(disjunction: &'a Disjunction, found: &mut dyn FnMut(&'a CapturingGroup)) {
    for term in disjunction.body.iter().flat_map(|alternative| &alternative.body) {
        match unquantified(term) {
            Term::CapturingGroup(group) => {
                found(group);
                collect(&group.body, found);
            }
            term => {
                if let Some(inner) = inner(term) {
                    collect(inner, found);
                }
            }
        }
    }
}

/// The second of two groups that have one name, although both can take part in a match.
pub(super) fn clash(pattern: &Pattern) -> Option<Span> {
    names_in(&pattern.body).err()
}

/// The names of all groups in `disjunction`, or the place of a clash.
fn names_in(disjunction: &Disjunction) -> Result<FxHashSet<&Atom>, Span> {
    let mut names = FxHashSet::default();
    for alternative in &disjunction.body {
        let mut known = FxHashSet::default();
        for term in &alternative.body {
            let term = unquantified(term);
            if let Term::CapturingGroup(group) = term
                && let Some(name) = &group.name
                && !known.insert(name)
            {
                return Err(opening(group));
            }
            for name in inner(term).map(names_in).transpose()?.into_iter().flatten() {
                if !known.insert(name) {
                    return Err(place_of(term, name));
                }
            }
        }
        names.extend(known);
    }
    Ok(names)
}

/// Where the group `name` in `term` is, or `term` itself.
fn place_of(term: &Term, name: &Atom) -> Span {
    let mut place = None;
    if let Some(inner) = inner(term) {
        collect(inner, &mut |group| {
            if group.name.as_ref() == Some(name) {
                place.get_or_insert_with(|| opening(group));
            }
        });
    }
    place.unwrap_or_default()
}

/// `(?<year>`
pub(super) fn opening(group: &CapturingGroup) -> Span {
    group.span.with_hi(group.body.span.lo)
}

fn unquantified(term: &Term) -> &Term {
    if let Term::Quantifier(quantifier) = term { &quantifier.body } else { term }
}

fn inner(term: &Term) -> Option<&Disjunction> {
    match term {
        Term::CapturingGroup(group) => Some(&group.body),
        Term::IgnoreGroup(group) => Some(&group.body),
        Term::LookAroundAssertion(assertion) => Some(&assertion.body),
        _ => None,
    }
}
