//! Texts as their syntax: comments between tokens, and whether two texts are the same program.

use downlevel::SourceType;
use swc_common::{BytePos, EqIgnoreSpan, FileName, SourceFile, SourceMap, comments::SingleThreadedComments, sync::Lrc};
use swc_ecma_ast::*;
use swc_ecma_parser::{
    EsSyntax, Parser, StringInput, Syntax,
    lexer::Lexer,
    parse_file_as_commonjs, parse_file_as_module, parse_file_as_program, parse_file_as_script,
    unstable::{Capturing, Token, TokenAndSpan},
};
use swc_ecma_visit::{VisitMut, VisitMutWith};

/// Fixtures that swc's parser refuses, though they are legal: nobody tells their tokens. Those of `await` at the top of
/// a module it refuses once a line ends after an `await`.
pub const REFUSED: &[&str] = &[
    "arrow_functions/parameter_called_let",
    "block_scope/for_in_with_value",
    "literals/mixed_surrogate_escapes",
    "literals/strings_that_are_no_directives",
    "modules_system/top_level_await",
    "names/await_in_annex_b_script",
    "using/await_at_top",
    "using/await_using_for",
    "using/for",
];

/// `source` with a comment in each gap between its tokens where it may stand, and how many there are.
pub fn with_comments(source: &str, source_type: SourceType, comment: impl Fn(usize) -> String) -> (String, usize) {
    let mut commented = String::new();
    let mut from = 0;
    let mut count = 0;
    for gap in gaps(source, source_type) {
        let comment = comment(count);
        if gap.forbids_line_end && comment.contains('\n') {
            continue;
        }
        commented.push_str(&source[from..gap.offset]);
        commented.push_str(&comment);
        from = gap.offset;
        count += 1;
    }
    commented.push_str(&source[from..]);
    (commented, count)
}

/// A place where a comment may stand.
struct Gap {
    offset: usize,
    /// A line that ended here would end the statement, or be wrong.
    forbids_line_end: bool,
}

/// The places before each token and at the end.
fn gaps(source: &str, source_type: SourceType) -> Vec<Gap> {
    let file = load(source);
    let lexer = Lexer::new(syntax(), EsVersion::latest(), StringInput::from(&*file), None);
    let mut parser = Parser::new_from(Capturing::new(lexer));
    let parsed = match source_type {
        SourceType::Script => parser.parse_script().map(Program::Script),
        SourceType::CommonJs => parser.parse_commonjs().map(Program::Script),
        SourceType::Module => parser.parse_module().map(Program::Module),
        _ => parser.parse_program(),
    };
    parsed.expect(source);
    let tokens = parser.input_mut().iter.take();
    let offset = |pos: BytePos| (pos.0 - file.start_pos.0) as usize;
    let text = |token: &TokenAndSpan| &source[offset(token.span.lo)..offset(token.span.hi)];
    let mut gaps = vec![];
    let mut last = "";
    for token in &tokens {
        // `#` and a name are two tokens to this lexer.
        if matches!(token.token, Token::TemplateMiddle | Token::TemplateTail) || last == "#" {
            last = "";
            continue;
        }
        let next = text(token);
        let ends_statement = matches!(last, "return" | "throw" | "break" | "continue" | "yield" | "async" | "using")
            || last == "await" && next == "using";
        let forbids_line_end = !token.had_line_break && (ends_statement || matches!(next, "=>" | "++" | "--"));
        gaps.push(Gap { offset: offset(token.span.lo), forbids_line_end });
        last = next;
    }
    gaps
}

/// The tree of a file, and its comments.
#[allow(dead_code, reason = "most tests compare texts")]
pub fn tree(file: &SourceFile, source_type: SourceType) -> Result<(Program, SingleThreadedComments), String> {
    let comments = SingleThreadedComments::default();
    let (syntax, target, errors) = (syntax(), EsVersion::latest(), &mut vec![]);
    let parsed = match source_type {
        SourceType::Script => parse_file_as_script(file, syntax, target, Some(&comments), errors).map(Program::Script),
        SourceType::CommonJs => {
            parse_file_as_commonjs(file, syntax, target, Some(&comments), errors).map(Program::Script)
        }
        SourceType::Module => parse_file_as_module(file, syntax, target, Some(&comments), errors).map(Program::Module),
        _ => parse_file_as_program(file, syntax, target, Some(&comments), errors),
    };
    Ok((parsed.map_err(|error| error.kind().msg().into_owned())?, comments))
}

/// `_template_4k1xq` is `_template`: such names stand for the text of a script, to which its comments belong.
pub fn without_marks(code: &str) -> String {
    let is_part = |char: char| char.is_alphanumeric() || matches!(char, '_' | '$');
    let is_mark = |mark: &str| mark.len() == 5 && mark.chars().all(|char| matches!(char, '0'..='9' | 'a'..='z'));
    let mut out = String::new();
    for piece in code.split_inclusive(|char| !is_part(char)) {
        let word = piece.trim_end_matches(|char| !is_part(char));
        match word.rsplit_once('_') {
            Some((name, mark)) if name.starts_with('_') && is_mark(mark) => {
                out.push_str(name);
                out.push_str(&piece[word.len()..]);
            }
            _ => out.push_str(piece),
        }
    }
    out
}

/// Whether two texts differ in comments, white space and needless parentheses only.
pub fn is_same_program(a: &str, b: &str) -> Result<bool, String> {
    let (a, b) = (parsed(a)?, parsed(b)?);
    Ok(a.eq_ignore_span(&b))
}

/// The tree of a program, without parentheses.
pub fn parsed(source: &str) -> Result<Program, String> {
    let file = load(source);
    let parsed = parse_file_as_program(&file, syntax(), EsVersion::latest(), None, &mut vec![]);
    let mut program = parsed.map_err(|error| format!("{}:\n{source}", error.kind().msg()))?;
    program.visit_mut_with(&mut WithoutParens);
    Ok(program)
}

struct WithoutParens;

impl VisitMut for WithoutParens {
    fn visit_mut_expr(&mut self, expr: &mut Expr) {
        while let Expr::Paren(paren) = expr {
            *expr = std::mem::take(&mut *paren.expr);
        }
        expr.visit_mut_children_with(self);
    }
}

fn load(source: &str) -> Lrc<SourceFile> {
    SourceMap::default().new_source_file(Lrc::new(FileName::Anon), source.to_owned())
}

fn syntax() -> Syntax {
    Syntax::Es(EsSyntax {
        import_attributes: true,
        allow_return_outside_function: true,
        explicit_resource_management: true,
        ..EsSyntax::default()
    })
}
