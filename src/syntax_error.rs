//! What the parser complains of, in our words and with advice.
//!
//! People give downlevel what is no JavaScript: TypeScript, JSX, HTML, decorators. The parser says of it that something
//! else was expected. [`suspect`] looks at the text around to say what to do.

use std::borrow::Cow;

use swc_common::{SourceFile, Spanned};
use swc_ecma_parser::error::{Error, SyntaxError};

use crate::{
    foreign::{self, Foreign},
    problem::Problem,
};

/// The parser's errors in our form; if the source is another language, that is the only one.
pub(crate) fn problems<'a>(errors: impl IntoIterator<Item = &'a Error>, file: &SourceFile) -> Vec<Problem> {
    let errors: Vec<&Error> = errors.into_iter().collect();
    // What ends too early does so in any language.
    let ends_early = errors.iter().any(|error| error.span().hi >= file.end_pos || error.span().lo >= file.end_pos);
    let first = errors.first().filter(|_| !ends_early);
    match first.and_then(|first| foreign::explain(file, first.span())) {
        Some(problem) => vec![problem],
        None => errors.into_iter().map(|error| problem(error, file)).collect(),
    }
}

fn problem(error: &Error, file: &SourceFile) -> Problem {
    let span = error.span();
    let at = span.lo.0.saturating_sub(file.start_pos.0) as usize;
    let (before, after) = file.src.split_at(file.src.floor_char_boundary(at.min(file.src.len())));
    let (message, advice) = words(error.kind(), after);
    let problem = Problem::syntax(span, message);
    let foreign = suspect(error.kind(), before, after).map(|foreign| Cow::Owned(foreign.suspicion(file)));
    match foreign.or(advice) {
        Some(advice) => problem.advise(advice),
        None => problem,
    }
}

type Words = (Cow<'static, str>, Option<Cow<'static, str>>);

/// What is wrong, and what to do about it. `after` is the text from the error on.
fn words(kind: &SyntaxError, after: &str) -> Words {
    let (message, advice) = match kind {
        SyntaxError::TS1109 => ("an expression is expected here", ""),
        SyntaxError::ExpectedSemiForExprStmt { .. } | SyntaxError::ExpectedSemi | SyntaxError::TS1005 => {
            ("the statement should end here", "begin the next one on a new line, or put `;` between them")
        }
        SyntaxError::ExpectedIdent | SyntaxError::TS1003 => return expected_name(after),
        SyntaxError::Expected(expected, found) => return expected_token(expected, found),
        SyntaxError::Unexpected { got, expected } => return unexpected_token(got, expected),
        SyntaxError::UnexpectedChar { c } => return unexpected_character(*c),
        SyntaxError::Eof => ("the source ends too early", "close what is open"),
        SyntaxError::UnterminatedStrLit => {
            ("the string is not closed", "end it on its line, with the quote that it begins with")
        }
        SyntaxError::UnterminatedTpl => ("the template literal is not closed", "end it with a backtick"),
        SyntaxError::UnterminatedBlockComment => ("the comment is not closed", "end it with `*/`"),
        SyntaxError::UnterminatedRegExp => {
            ("the regular expression is not closed", "end it with `/` on its line; inside of it write `\\/`")
        }
        SyntaxError::IdentAfterNum => ("a name cannot follow a number", "begin names with a letter"),
        SyntaxError::AwaitInFunction => {
            ("`await` must stand in an async function", "write `async` before the function around it")
        }
        SyntaxError::ImportExportInScript | SyntaxError::ImportMetaInScript => (
            "`import` and `export` must stand in a module",
            "parse it as a module: by the extension .mjs or the source type `module`",
        ),
        SyntaxError::NonTopLevelImportExport => {
            ("`import` and `export` must stand at the top level of a module", "move it out of what is around it")
        }
        SyntaxError::ConstDeclarationsRequireInitialization => {
            ("a `const` declaration needs a value", "give it one, or declare it with `let`")
        }
        SyntaxError::InitRequiredForUsingDecl => {
            ("a `using` declaration needs a value", "give it one; it may be `null` or `undefined`")
        }
        SyntaxError::InvalidNameInUsingDecl => {
            ("a `using` declaration takes names, no patterns", "take the value apart in another declaration")
        }
        SyntaxError::UsingDeclNotAllowed => {
            ("a `using` declaration cannot be the body of another statement", "put it into a block")
        }
        SyntaxError::UsingDeclNotAllowedForForInLoop => {
            ("the keys of a `for-in` loop are nothing to dispose of", "declare them with `const`")
        }
        SyntaxError::PatVarWithoutInit => ("a declaration that takes a value apart needs one", "give it a value"),
        SyntaxError::LineBreakInThrow => ("no line may end between `throw` and its value", "put both on one line"),
        SyntaxError::LineBreakBeforeArrow => ("no line may end before `=>`", "put both on one line"),
        SyntaxError::UnaryInExp { .. } => {
            ("the base of `**` cannot be a unary expression", "use parentheses: `(-a) ** b` or `-(a ** b)`")
        }
        SyntaxError::NotSimpleAssign | SyntaxError::InvalidAssignTarget | SyntaxError::TS2406 => {
            ("this cannot be assigned", "assign a variable, a property or a pattern of them")
        }
        SyntaxError::NonLastRestParam | SyntaxError::TS1014 => ("rest must come last", "move it to the end"),
        SyntaxError::CommaAfterRestElement => ("no comma may follow rest", "drop the comma"),
        SyntaxError::InvalidSuper => ("`super` must stand in a method, or in an arrow function in a method", ""),
        SyntaxError::ConstructorAccessor | SyntaxError::GeneratorConstructor | SyntaxError::AsyncConstructor => {
            ("the constructor of a class cannot be an accessor, a generator or async", "")
        }
        SyntaxError::TS1185 => ("this is the mark of a merge conflict", "resolve the conflict"),
        other => return (tidy(&other.msg()).into(), None),
    };
    (message.into(), (!advice.is_empty()).then_some(advice.into()))
}

fn expected_name(after: &str) -> Words {
    let is_part = |char: char| char.is_alphanumeric() || matches!(char, '_' | '$');
    let word = after.split(|char| !is_part(char)).next().unwrap_or_default();
    if word.is_empty() || word.starts_with(|char: char| char.is_ascii_digit()) {
        return ("a name is expected here".into(), None);
    }
    (format!("`{word}` is a reserved word").into(), Some("choose another name".into()))
}

fn expected_token(expected: &str, found: &str) -> Words {
    let message = format!("expected {}, found {}", token(expected), token(found)).into();
    let opening = match expected {
        "}" => '{',
        ")" => '(',
        "]" => '[',
        _ => return (message, None),
    };
    let is_end = found == END;
    (message, is_end.then(|| format!("find the `{opening}` that is not closed").into()))
}

fn unexpected_token(found: &str, expected: &str) -> Words {
    let expected = match expected {
        // All that they can begin with.
        _ if expected.starts_with("* for generator") => "a method or a field",
        _ if expected.starts_with("... , *") => "a property",
        _ if expected.starts_with("yield, an identifier") => "a name or a pattern",
        _ => expected.trim_end_matches('.'),
    };
    (format!("expected {expected}, found {}", token(found)).into(), None)
}

/// What the parser calls the end.
const END: &str = "<eof>";

/// A token as messages show it.
fn token(name: &str) -> Cow<'static, str> {
    match name {
        END => "the end of the source".into(),
        "ident" => "a name".into(),
        _ if name.contains(' ') => format!("a {name}").into(),
        _ => format!("`{name}`").into(),
    }
}

fn unexpected_character(char: char) -> Words {
    let message = format!("unexpected character `{char}`");
    let advice = match char {
        '‘' | '’' | '“' | '”' | '«' | '»' | '„' | '‚' => "use straight quotes".to_owned(),
        '–' | '—' | '−' => "write `-`".to_owned(),
        '\u{FF01}'..='\u{FF5E}' => {
            let ascii = char::from_u32(u32::from(char) - 0xFEE0).unwrap_or_default();
            format!("write `{ascii}`")
        }
        '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\0'..=' ' => {
            let code = u32::from(char);
            return (format!("unexpected character U+{code:04X}").into(), Some("delete it: it is invisible".into()));
        }
        _ => return (message.into(), None),
    };
    (message.into(), Some(advice.into()))
}

/// A message of the parser in the form of ours: no capital, no full stop, backticks around code.
fn tidy(message: &str) -> String {
    let message = message.trim_end_matches('.').replace('\n', " ");
    let mut chars = message.chars();
    let first: String = chars.next().into_iter().flat_map(char::to_lowercase).collect();
    let text = first + chars.as_str();
    let pairs = text.matches('\'').count();
    if pairs.is_multiple_of(2) { text.replace('\'', "`") } else { text }
}

/// What a source seems to be, in which `before` and `after` stand around the place where the parser stopped.
fn suspect(kind: &SyntaxError, before: &str, after: &str) -> Option<Foreign> {
    let is_tag = |text: &str| {
        text.strip_prefix('<')
            .is_some_and(|rest| rest.starts_with(|char: char| char.is_ascii_alphabetic() || "/>!".contains(char)))
    };
    let is_first = before.trim().is_empty();
    match kind {
        SyntaxError::TS1109 if is_tag(after) && is_first => Some(Foreign::Html),
        SyntaxError::TS1109 if is_tag(after) => Some(Foreign::Jsx),
        SyntaxError::UnterminatedRegExp if before.ends_with('<') => Some(Foreign::Jsx),
        SyntaxError::TS1109 if after.starts_with('@') => Some(Foreign::Decorators),
        SyntaxError::UnexpectedChar { c: '@' } => Some(Foreign::Decorators),
        // `a ? b : c : d`
        SyntaxError::ExpectedSemiForExprStmt { .. } if after.starts_with(':') => None,
        _ => is_typescript(before, after).then_some(Foreign::TypeScript),
    }
}

/// Whether a type annotation or a keyword of TypeScript stands here.
fn is_typescript(before: &str, after: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default().trim_end();
    let last_word = line.rsplit(|char: char| !char.is_alphanumeric()).next().unwrap_or_default();
    let next_word = after.split(|char: char| !char.is_alphanumeric()).next().unwrap_or_default();
    let type_follows = || {
        let rest = after.trim_start_matches([':', '?']).trim_start();
        rest.starts_with(|char: char| char.is_alphabetic() || "{[(".contains(char))
    };
    let follows_name = line.ends_with(|char: char| char.is_alphanumeric() || matches!(char, '_' | '$' | ')' | ']'));
    let is_annotation = (after.starts_with(':') || after.starts_with("?:")) && type_follows() && follows_name;
    let is_assertion = after.starts_with('!') && !after.starts_with("!=") && follows_name;
    let is_optional = after.starts_with("?)") || after.starts_with("?,");
    is_annotation
        || is_assertion
        || is_optional
        || matches!(next_word, "as" | "satisfies" | "enum" | "implements")
        || matches!(
            last_word,
            "interface"
                | "type"
                | "enum"
                | "namespace"
                | "module"
                | "declare"
                | "abstract"
                | "private"
                | "protected"
                | "public"
                | "readonly"
                | "override"
        )
}
