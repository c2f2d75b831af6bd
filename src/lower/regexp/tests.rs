//! What patterns become, and that they match what they matched: the source on QuickJS, which knows all of ES2018,
//! the output on QuickJS and on Duktape.

use std::fmt::Write;

use swc_common::DUMMY_SP;
use swc_ecma_ast::Regex;

use super::{is_plain, lower_pattern};
use crate::{Code, Errors, Options, Output, transform};

/// Lowers a program that is one literal.
fn literal(source: &str) -> String {
    let code = lowered(source).unwrap_or_else(|errors| panic!("{source}: {errors}")).code;
    let statement = code.trim_end().rsplit('\n').next().unwrap_or_default();
    statement.trim_end_matches(';').to_owned()
}

fn lowered(source: &str) -> Result<Output, Errors> {
    transform(source, &Options::default())
}

#[test]
fn unchanged() {
    for source in [
        r"/a/",
        r"/(a)|b*?[^c-d\]]{1,2}/gim",
        r"/[\ca-\cz\c1]\c\1\08{a}]}/",
        r"/[^][]/",
        r"/\k<a>\u{2}\p{L}/",
        r"/😀[😀]/",
        r"/a/u",
        r"/(\w+)\s\d\/[a-z\]]$/u",
    ] {
        assert_eq!(literal(source), source.trim_end_matches('u'));
    }
}

/// Every pattern of up to five of these pieces that counts as plain is right, and the parser's way leaves it as it is.
#[test]
fn plain() {
    const PIECES: [&str; 12] = ["a", "(", ")", "?", ":", "*", "[", "]", "-", "^", r"\d", "é"];
    let mut patterns = vec![String::new()];
    let mut plain = 0;
    for _ in 0..5 {
        patterns = patterns.iter().flat_map(|start| PIECES.iter().map(move |piece| start.clone() + piece)).collect();
        for exp in &patterns {
            let regex = Regex { span: DUMMY_SP, exp: exp.as_str().into(), flags: "gi".into() };
            if is_plain(&regex) {
                let lowered = lower_pattern(&regex).unwrap_or_else(|_| panic!("{exp}"));
                assert_eq!((lowered.text, lowered.names.len()), (None, 0), "{exp}");
                plain += 1;
            }
        }
    }
    assert!(plain > 10_000, "{plain}");
}

#[test]
fn plain_or_not() {
    let is_plain = |exp: &str, flags: &str| is_plain(&Regex { span: DUMMY_SP, exp: exp.into(), flags: flags.into() });
    for exp in [r"^(?:[a-z_.]+|\d*?)\/$", r"[\]a-]b|c??", "[^-é]", ""] {
        assert!(is_plain(exp, "i"), "{exp}");
    }
    for exp in
        ["a{2}", "(?=a)", r"\1", "[b-a]", "[a-Z]", r"[\d-a]", "(a", "a)", "**", "|*", "[]", "[a", "\\", "\u{2028}"]
    {
        assert!(!is_plain(exp, ""), "{exp}");
    }
    for flags in ["u", "s", "y", "gg", "x"] {
        assert!(!is_plain("a", flags), "{flags}");
    }
}

#[test]
fn spelled_otherwise() {
    for (source, expected) in [
        (r"/a./s", r"/a[\s\S]/"),
        (r"/.+[.]\./gs", r"/[\s\S]+[.]\./g"),
        (r"/\u{61}/u", r"/\u0061/"),
        (r"/[\u{61}-\u{62}^-]/u", r"/[\u0061-\u0062\^\-]/"),
        (r"/😀/u", r"/\uD83D\uDE00/"),
        (r"/\u{1F600}/u", r"/\uD83D\uDE00/"),
        (r"/a\uD83D\uDE00*/u", r"/a(?:\uD83D\uDE00)*/"),
        (r"/[😀]/u", r"/\uD83D\uDE00/"),
        (r"/[a😀-😂]/u", r"/(?:[a]|\uD83D[\uDE00-\uDE02])/"),
        (r"/[\u{1F3FF}-\u{1F501}]/u", r"/(?:\uD83C\uDFFF|\uD83D[\uDC00-\uDD01])/"),
        (r"/[\u{10000}-\u{20000}]/u", r"/(?:[\uD800-\uD83F][\uDC00-\uDFFF]|\uD840\uDC00)/"),
        (r"/[\u{10001}\u{10401}]/u", r"/[\uD800\uD801]\uDC01/"),
        (r"/\uD83D/u", r"/\uD83D(?![\uDC00-\uDFFF])/"),
        (r"/^\uDE00/u", r"/^[\uDE00]/"),
        (r"/[]/u", r"/[]/"),
        (r"/[\0\d😀]/u", r"/(?:[\x00\d]|\uD83D\uDE00)/"),
        (r"/(?i:a)\1/", r"/(?:[Aa])\1/"),
        (r"/(?i:a1)/g", r"/(?:a1)/gi"),
        (r"/(?-i:1)a/i", r"/(?:1)a/i"),
        (r"/(?m:^)a/g", r"/(?:^)a/gm"),
        (r"/^a(?m:$)/", r"/^a(?:(?=[\n\r\u2028\u2029]|$))/"),
        (r"/^a(?-m:$)/m", r"/^a(?:(?![\s\S]))/m"),
        (r"/(?s-i:.)b/", r"/(?:[\s\S])b/"),
        (r"/(?<a>b)|(?<a>c)\k<a>/", r#"_duplicateGroups(/(b)|(c)(?:\1\2)/, ["a", "a"])"#),
        (r"/[a-z.]/v", r"/[a-z.]/"),
        (r"/[[a-z]--[c-y]]/v", r"/[abz]/"),
        (
            r"/[^[a-z]]/v",
            r"/(?:[^a-z\uD800-\uDBFF]|[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF]))/",
        ),
        (r"/[\q{abc|abd|x}yz]+/v", r"/(?:ab[cd]|[x-z])+/"),
        (r"/[\q{ab|abc|cd|ad}]/v", r"/(?:a(?:b(?:c)?|d)|cd)/"),
        (r"/(?<a>b)\k<a>/", r#"_namedGroups(/(b)\1/, ["a"])"#),
        (r"/(?<a>b)\k<a>1/", r#"_namedGroups(/(b)(?:\1)1/, ["a"])"#),
        (r"/\k<b>(c)(?<b>d)/u", r#"_namedGroups(/\2(c)(d)/, ["", "b"])"#),
        (r"/(?<\u0061\u{62}>.)\k<ab>/", r#"_namedGroups(/(.)\1/, ["ab"])"#),
        (r"/(?<𝒜>.)(?<\ud835\udc9e>.)\k<\u{1d49c}>/", r#"_namedGroups(/(.)(.)\1/, ["\uD835\uDC9C", "\uD835\uDC9E"])"#),
        (r"/a/y", r#"new RegExp("a", "y")"#),
        (r"/\/./ygs", r#"new RegExp("\\/[\\s\\S]", "gy")"#),
        (r"/(?<a>b)/y", r#"_namedGroups(new RegExp("(b)", "y"), ["a"])"#),
        (r"/a/iu", r"/a/i"),
        (r"/k/iu", r"/[k\u212A]/i"),
        (r"/[a-z]/iu", r"/[a-z\u017F\u212A]/i"),
        (r"/\w/iu", r"/[\w\u017F\u212A]/i"),
        (r"/ß/iu", r"/[ß\u1E9E]/i"),
        (r"/𐐀/iu", r"/\uD801[\uDC00\uDC28]/i"),
        (r"/[а-яё]/iu", r"/[а-яё]/i"),
    ] {
        assert_eq!(literal(source), expected, "{source}");
    }
}

#[test]
fn any_code_point() {
    let rest = r"|[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF]))/";
    for (source, expected) in [
        (r"/./u", r"/(?:[^\n\r\u2028\u2029\uD800-\uDBFF]"),
        (r"/./su", r"/(?:[^\uD800-\uDBFF]"),
        (r"/[^]/u", r"/(?:[^\uD800-\uDBFF]"),
        (r"/[\s\S]/u", r"/(?:[^\uD800-\uDBFF]"),
        (r"/[^a-z\d]/u", r"/(?:[^a-z\d\uD800-\uDBFF]"),
        (r"/\W/u", r"/(?:[^\w\uD800-\uDBFF]"),
        (r"/\P{ASCII}/u", r"/(?:[\x80-\uD7FF\uDC00-\uFFFF]"),
    ] {
        assert_eq!(literal(source), format!("{expected}{rest}"), "{source}");
    }
}

#[test]
fn guarded() {
    let is_guarded = |source: &str| literal(source).starts_with(r"/(?:^|(?![\uDC00-\uDFFF]))");
    for source in
        [r"/(?:)/u", r"/a*/u", r"/[^😀]/u", r"/\P{L}/u", r"/a|$/u", r"/\B./u", r"/(?!a)[^]/u", r"/(?:[^😀]|a)+/u"]
    {
        assert!(is_guarded(source), "{source}: {}", literal(source));
    }
    for source in
        [r"/./u", r"/a*b/u", r"/^[^😀]*/u", r"/a[^😀]/u", r"/(?=a)b/u", r"/(?:^|x)[^😀]/u", r"/a*/", r"/\S+|a/u"]
    {
        assert!(!is_guarded(source), "{source}: {}", literal(source));
    }
}

#[test]
fn warnings() {
    for (source, is_warned) in [
        (r"/\uDE00/u", true),
        (r"/a|[\uD800-\uDFFF]/u", true),
        (r"/\p{Cs}/u", true),
        (r"/[^a]/u", false),
        (r"/^\uDE00/u", false),
    ] {
        let warnings = lowered(source).unwrap().warnings;
        assert_eq!(warnings.iter().any(|warning| warning.code == Code::LoneSurrogate), is_warned, "{source}");
    }
}

/// The code and the column of the only error.
#[test]
fn refused() {
    for (source, code, column) in [
        (r"/a(?<=b)/", "lookbehind", 3),
        (r"/a(b(?<!b))/u", "lookbehind", 5),
        (r"/[\u{41}](?<!b)/u", "lookbehind", 10),
        (r"/a/d", "match-indices", 1),
        (r"/^a(?m:^b)/", "line-starts", 8),
        (r"/(a)(?i:\1)/", "ignored-case", 9),
        (r"/(?<a>b)(?i:\k<a>)/", "ignored-case", 13),
        (r"/(?:(?<a>b)|c)(?:(?<a>d))/", "syntax", 18),
        (r"/(?<a>b|(?<a>c))/", "syntax", 9),
        (r"/(?i:b)\1/u", "syntax", 8),
        (r"/(?i-i:b)/", "syntax", 4),
        (r"/(?ss:b)/", "syntax", 4),
        (r"/(?-:b)/", "syntax", 4),
        (r"/(?x:b)/", "syntax", 4),
        (r"/a/uv", "syntax", 5),
        (r"/[a--b-c]/v", "syntax", 7),
        (r"/[a-z--b]/v", "syntax", 2),
        (r"/[a&&b--c]/v", "syntax", 7),
        (r"/[(]/v", "syntax", 3),
        (r"/[^\q{ab}]/v", "syntax", 2),
        (r"/[^[\q{a|}]]/v", "syntax", 2),
        (r"/\P{RGI_Emoji}/v", "syntax", 2),
        (r"/\q{a}/v", "syntax", 3),
        (r"/a**/", "syntax", 4),
        (r"/b\k<a>(?<b>c)/", "syntax", 3),
        (r"/(?<a>b)(?<a>c)/", "syntax", 5),
        (r"/(?<a>b)(?<\u0061>c)/", "syntax", 1),
        (r"/[\c1]/u", "syntax", 3),
        (r"/\p{Lu}\p{lu}/u", "syntax", 11),
        ("/\u{2028}/", "syntax", 1),
        ("/\\\u{2029}/", "syntax", 1),
        ("/[\u{2028}]/", "syntax", 1),
    ] {
        let errors = lowered(source).err().unwrap_or_else(|| panic!("{source} is lowered"));
        let found: Vec<_> = errors.iter().map(|error| (error.code.name(), error.primary.column)).collect();
        assert_eq!(found, [(code, column)], "{source}: {errors}");
    }
}

#[test]
fn nested_deeply() {
    let nested = |depth: usize| format!("/{}a{}/u", "(?:".repeat(depth), ")".repeat(depth));
    assert!(lowered(&nested(super::MOST_GROUPS)).is_ok());
    assert_eq!(lowered(&nested(super::MOST_GROUPS + 1)).unwrap_err().as_slice()[0].code, Code::TooDeep);
}

/// ES5 takes no two characters for the same that `iu` takes for two.
#[test]
fn cases_of_es5_are_among_those_of_unicode() {
    use super::unicode::{CodePoints, es5_canonicalize};
    use regex_syntax::hir::{ClassUnicode, ClassUnicodeRange};
    let same = |char: char| {
        let mut class = ClassUnicode::new([ClassUnicodeRange::new(char, char)]);
        class.case_fold_simple();
        class.ranges().iter().map(|range| u32::from(range.start())..=u32::from(range.end())).collect::<CodePoints>()
    };
    for char in ('\0'..='\u{FFFF}').filter(|&char| es5_canonicalize(char) != char) {
        // New in Unicode 17, of which the tables for folding know nothing yet.
        let is_new = matches!(char, '\u{A7CF}' | '\u{A7D3}' | '\u{A7D5}');
        assert!(is_new || same(char).contains(es5_canonicalize(char)), "{char:?}");
    }
}

/// Every property of ES2018, and the shortest and longest names.
#[test]
fn properties() {
    let binary = "ASCII AHex ASCII_Hex_Digit Alpha Any Assigned Bidi_C Bidi_M CI Case_Ignorable Cased CWCF CWCM CWKCF CWL \
        CWT CWU Changes_When_Uppercased Dash DI Dep Dia Emoji Emoji_Component Emoji_Modifier Emoji_Modifier_Base \
        Emoji_Presentation Ext Gr_Base Gr_Ext Hex IDSB IDST IDC IDS Ideo Join_C LOE Lower Math NChar Pat_Syn Pat_WS \
        QMark Radical RI STerm SD Term UIdeo Upper VS space White_Space XIDC XIDS";
    let categories = "LC Cased_Letter Pe Close_Punctuation Pc Cc cntrl Control Sc Pd Nd digit Me Pf Cf Pi L Letter Nl Zl Ll \
        Lowercase_Letter M Mark Combining_Mark Sm Lm Sk Mn N No Ps C Other Lo Po So Zp Co P punct Z Zs Mc Cs Surrogate \
        S Symbol Lt Cn Unassigned Lu";
    let scripts = "Latin Latn Greek Han Hani Zyyy Common Zinh Inherited Qaai Coptic Qaac Adlam Zanabazar_Square Nushu";
    let program = binary
        .split_whitespace()
        .chain(categories.split_whitespace())
        .map(|name| format!(r"/^\p{{{name}}}$/u"))
        .chain(
            categories
                .split_whitespace()
                .flat_map(|name| ["gc", "General_Category"].map(|key| format!(r"/^\P{{{key}={name}}}$/u"))),
        )
        .chain(scripts.split_whitespace().flat_map(|name| {
            ["sc", "Script", "scx", "Script_Extensions"].map(|key| format!(r"/^[\p{{{key}={name}}}]$/u"))
        }))
        .fold(String::new(), |mut program, literal| {
            let _ = writeln!(program, "{literal};");
            program
        });
    assert_eq!(lowered(&program).map_err(|errors| errors.to_string()).map(|_| ()), Ok(()));
}

mod behaviour;
