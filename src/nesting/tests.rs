use super::{
    bound::bound,
    limit::{limit, limit_of_words},
};
use crate::{Options, transform};

#[rustfmt::skip]
const PIECES: &[&str] = &[
    "(", "[", "{", "`${", "a=>", "class a extends ", "else ", "if(a)b;else ", "a:", "!", "new ", "a+", "a.b()", "?",
    "? :", "do ", "for(;;)", "a / ( / ", "\"\\u1(", "<!--(", "yield ", "function(){", "--", "...", "a=", "3in ", "3class ",
    "\\u{", "é(", "1_", "#a ", "@a ", ")", "}",
];

fn pairs() -> impl Iterator<Item = String> {
    PIECES.iter().flat_map(|first| PIECES.iter().map(move |second| (*first).to_owned() + second))
}

#[test]
fn nothing_needs_more_than_its_limit() {
    for pair in pairs() {
        // An overflow would end the process.
        let _ = transform(&pair.repeat(300), &Options::default());
    }
}

#[test]
fn the_limit_is_never_below_the_bound() {
    // What counts for its time, or as not to be trusted, counts for more than its stack.
    let is_plain = |pair: &String| !["else", ":", "/", "\\", "<!--", "--"].iter().any(|slow| pair.contains(slow));
    for pair in pairs().filter(is_plain) {
        let source = pair.repeat(50);
        assert!(limit_of_words(source.as_bytes()).unwrap() >= bound(&source).stack, "{pair}");
    }
}

#[test]
fn nothing_is_lost_of_what_is_counted() {
    // The stack for so many brackets, or none.
    for brackets in [100_000, 200_000, 1 << 20] {
        let source = "(".repeat(brackets);
        let enough = super::BASE + brackets * super::BRACKET;
        assert_eq!(limit_of_words(source.as_bytes()), Some(enough).filter(|enough| *enough <= super::QUICK_LIMIT));
    }
}

#[test]
fn what_may_be_too_much_has_no_limit() {
    assert_eq!(limit("(".repeat(100_000).as_bytes()), None);
    assert_eq!(limit("a:".repeat(30_000).as_bytes()), None);
    assert_eq!(limit("if(a);else ".repeat(20_000).as_bytes()), None);
}
