//! Makes a program that fails small: leaves out what it fails without.

use std::time::{Duration, Instant};

use super::tree::{Kind, Part, Tree};

/// How long a program is worked on.
const TIME_LIMIT: Duration = Duration::from_secs(30);

/// The smallest program found for which `fails` still holds.
pub fn reduce(mut program: Tree, fails: impl Fn(&Tree) -> bool) -> Tree {
    let deadline = Instant::now() + TIME_LIMIT;
    loop {
        let before = size(&program);
        let mut at = 0;
        while at < size(&program) && Instant::now() < deadline {
            if !improve(&mut program, at, &fails) {
                at += 1;
            }
        }
        if size(&program) == before || Instant::now() >= deadline {
            return program;
        }
    }
}

/// Replaces the piece with this number by something smaller, if the program still fails then.
fn improve(program: &mut Tree, at: usize, fails: &impl Fn(&Tree) -> bool) -> bool {
    let Some(piece) = nth_mut(program, &mut at.clone()) else { return false };
    let (whole, mut replacements) = (size(piece), replacements(piece));
    replacements
        .retain(|replacement| size(replacement) < whole || replacement.to_string().len() < piece.to_string().len());
    let mut original = piece.clone();
    for replacement in replacements {
        if let Some(piece) = nth_mut(program, &mut at.clone()) {
            *piece = replacement;
        }
        if fails(program) {
            return true;
        }
    }
    if let Some(piece) = nth_mut(program, &mut at.clone()) {
        std::mem::swap(piece, &mut original);
    }
    false
}

/// What a piece can become, the smallest first.
fn replacements(piece: &Tree) -> Vec<Tree> {
    let inner = || {
        piece.children().flat_map(
            move |child| {
                if child.kind == piece.kind { vec![child] } else { child.outermost(piece.kind) }
            },
        )
    };
    match piece.kind {
        Kind::Statement => {
            let all = Tree::new(Kind::Statement, inner().cloned().map(Part::Tree).collect());
            let mut found = vec![Tree::text(Kind::Statement, ""), all];
            found.extend(inner().cloned());
            found
        }
        Kind::Expression => {
            let mut found = vec![Tree::text(Kind::Expression, "0")];
            found.extend(inner().cloned());
            found
        }
        Kind::Pattern => inner().cloned().collect(),
        Kind::Optional => vec![Tree::text(Kind::Optional, "")],
        Kind::Fixed => vec![],
    }
}

/// How many pieces a tree has.
fn size(tree: &Tree) -> usize {
    1 + tree.children().map(size).sum::<usize>()
}

/// The piece with a number, in the order of the text; an outer piece comes before those in it.
fn nth_mut<'t>(tree: &'t mut Tree, at: &mut usize) -> Option<&'t mut Tree> {
    if *at == 0 {
        return Some(tree);
    }
    *at -= 1;
    tree.children_mut().find_map(|child| nth_mut(child, at))
}
