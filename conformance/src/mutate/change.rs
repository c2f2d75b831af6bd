//! Changes to a text: some keep most of it valid, some do not.

use fastrand::Rng;

/// What is put into a text.
const WORDS: &[&str] = &[
    "let ",
    "const ",
    "var ",
    "function ",
    "function* ",
    "async ",
    "await ",
    "yield ",
    "class ",
    "extends ",
    "super",
    "this",
    "arguments",
    "new.target",
    "=>",
    "...",
    "**",
    "**=",
    "`",
    "${",
    "}",
    "{",
    "(",
    ")",
    "[",
    "]",
    ",",
    ";",
    ":",
    "?",
    "=",
    "in ",
    "of ",
    "for (",
    "while (",
    "do ",
    "if (",
    "else ",
    "switch (",
    "case ",
    "default:",
    "break ",
    "continue ",
    "return ",
    "throw ",
    "try {",
    "catch ",
    "finally {",
    "import ",
    "export ",
    "from ",
    "delete ",
    "typeof ",
    "void ",
    "static ",
    "get ",
    "set ",
    "__proto__",
    "constructor",
    "prototype",
    "eval",
    "\"use strict\";",
    "/",
    "/(?<a>.)/su",
    "\\",
    "\\u{61}",
    "\\u0061",
    "'",
    "\"",
    "<!--",
    "-->",
    "//",
    "/*",
    "*/",
    "#!",
    "0b1",
    "0o7",
    "017",
    "1n",
    "?.",
    "??",
    "@",
    "#a",
    "\n",
    "\r",
    "\u{2028}",
    "\u{feff}",
    "\0",
    "é",
    "😀",
    "\u{200d}",
    "with (",
    "debugger",
    "label: ",
    "a",
    "_a",
    "0",
    "1.",
];

/// How often what nests is repeated.
const DEPTHS: [usize; 3] = [50, 500, 5000];

/// What nests.
const NESTING: &[(&str, &str)] = &[
    ("(", ")"),
    ("[", "]"),
    ("{", "}"),
    ("`${", "}`"),
    ("(() => ", ")"),
    ("(function () { return ", " })"),
    ("if (a) ", ""),
    ("!", ""),
    ("f(", ")"),
    ("({ a: ", " })"),
    ("for (let i of a) { ", " }"),
    ("class A extends ", " {}"),
    ("a + ", ""),
];

/// The text of a case.
pub fn text(seed: u64, corpus: &[String]) -> String {
    let mut rng = Rng::with_seed(seed);
    if rng.u8(..) < 8 {
        let bytes: Vec<u8> = (0..rng.usize(..300)).map(|_| rng.u8(..)).collect();
        return String::from_utf8_lossy(&bytes).into_owned();
    }
    let mut text: Vec<char> = pick(&mut rng, corpus).chars().collect();
    for _ in 0..rng.usize(1..6) {
        change(&mut text, corpus, &mut rng);
    }
    text.into_iter().collect()
}

fn pick<'c>(rng: &mut Rng, corpus: &'c [String]) -> &'c str {
    rng.choice(corpus).map_or("", String::as_str)
}

fn change(text: &mut Vec<char>, corpus: &[String], rng: &mut Rng) {
    let (from, to) = range(text.len(), rng);
    match rng.u8(..12) {
        0 | 1 => drop(text.drain(from..to)),
        2 => {
            let copy = text[from..to].to_vec();
            let at = rng.usize(..=text.len());
            text.splice(at..at, copy);
        }
        3 => drop(text.splice(from..to, [char::from(rng.u8(..128))])),
        4 => text.truncate(to),
        5 | 6 => {
            let other: Vec<char> = pick(rng, corpus).chars().collect();
            let (other_from, other_to) = range(other.len(), rng);
            text.splice(from..from, other[other_from..other_to].iter().copied());
        }
        7 => {
            let (before, after) = NESTING[rng.usize(..NESTING.len())];
            let depth = DEPTHS[rng.usize(..DEPTHS.len())];
            let nested = before.repeat(depth) + &text[from..to].iter().collect::<String>() + &after.repeat(depth);
            text.splice(from..to, nested.chars());
        }
        8 => exchange(text, rng),
        _ => drop(text.splice(from..from, WORDS[rng.usize(..WORDS.len())].chars())),
    }
}

/// Replaces a word of the text by another one of it.
fn exchange(text: &mut Vec<char>, rng: &mut Rng) {
    let (from, to) = word(text, rng);
    let (other_from, other_to) = word(text, rng);
    let other = text[other_from..other_to].to_vec();
    text.splice(from..to, other);
}

/// A range of a text, mostly a short one.
fn range(length: usize, rng: &mut Rng) -> (usize, usize) {
    let from = rng.usize(..=length);
    let longest = if rng.bool() { 8 } else { 80 };
    (from, length.min(from + rng.usize(..longest)))
}

fn word(text: &[char], rng: &mut Rng) -> (usize, usize) {
    let at = rng.usize(..=text.len());
    let is_part = |char: &char| char.is_alphanumeric() || matches!(char, '_' | '$');
    let before = text[..at].iter().rev().take_while(|char| is_part(char)).count();
    let after = text[at..].iter().take_while(|char| is_part(char)).count();
    (at - before, at + after)
}
