use super::{BASE, BRACKET, LIMIT, LINK, bound::bound, limit::limit};
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
    // So large that words are counted.
    let padding = " ".repeat(LIMIT / LINK);
    for pair in pairs().filter(is_plain) {
        let source = pair.repeat(50);
        let stack = bound(&source).stack;
        assert!(limit(source.as_bytes()).unwrap() >= stack, "{pair}");
        assert!(limit((source + &padding).as_bytes()).unwrap() >= stack, "{pair}");
    }
}

#[test]
fn every_word_that_nests_counts() {
    let padding = " ".repeat(LIMIT / LINK);
    let words = "if for while with do in instanceof typeof void delete new return throw extends class yield await async \
                 function";
    for word in words.split(' ') {
        let source = format!("{word} ").repeat(50);
        let stack = bound(&source).stack;
        assert!(stack >= BASE + 50 * LINK, "{word}");
        assert!(limit((source + &padding).as_bytes()).unwrap() >= stack, "{word}");
    }
}

#[test]
fn every_bracket_and_every_word_counts() {
    let many = LIMIT / BRACKET;
    assert!(limit("(".repeat(many).as_bytes()).unwrap() >= BASE + many * BRACKET);
    assert_eq!(limit("(".repeat(many + 1).as_bytes()), None);
    let many = LIMIT / LINK;
    assert_eq!(limit("ab ".repeat(many).as_bytes()), Some(BASE + many * LINK));
    assert_eq!(limit("ab ".repeat(many + 1).as_bytes()), None);
}

#[test]
fn what_may_take_too_much_time_has_no_limit() {
    assert_eq!(limit("a:".repeat(30_000).as_bytes()), None);
    assert_eq!(limit("if(a);else ".repeat(20_000).as_bytes()), None);
}
