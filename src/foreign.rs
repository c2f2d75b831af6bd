//! Sources that are no JavaScript: TypeScript, JSX, Flow, HTML, JSON, CSS.
//!
//! They break the grammar in many places, and no message about one of these helps. What another language takes as a
//! whole is called by its name instead, once. It is looked at only when the parser gave up.

use std::path::Path;

use swc_common::{BytePos, SourceFile, Span};
use swc_ecma_ast::EsVersion;
use swc_ecma_parser::{EsSyntax, Syntax, TsSyntax, parse_file_as_program};

use crate::problem::Problem;

/// What a source is that is no JavaScript.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Foreign {
    TypeScript,
    /// TypeScript with JSX.
    Tsx,
    Jsx,
    Flow,
    Decorators,
    Html,
    Json,
    Css,
}

/// The one problem of `file`, if it is something else; `at` is where the parser gave up.
pub(crate) fn explain(file: &SourceFile, at: Span) -> Option<Problem> {
    let found = Foreign::of(file)?;
    let place = if found.is_superset() { at } else { first_character(file) };
    Some(found.problem(file, place))
}

/// Languages by the beginning of a text; those of which JavaScript is a part by their own grammar.
impl Foreign {
    fn of(file: &SourceFile) -> Option<Self> {
        let text = file.src.trim_start_matches('\u{FEFF}').trim_start();
        if is_html(text) {
            Some(Self::Html)
        } else if is_json(text) {
            Some(Self::Json)
        } else if is_flow(text) {
            Some(Self::Flow)
        } else if is_css(text) {
            Some(Self::Css)
        } else if is_parsed(file, Syntax::Es(LENIENT)) {
            None
        } else {
            SYNTAXES.into_iter().find(|(_, syntax)| is_parsed(file, *syntax)).map(|(language, _)| language)
        }
    }

    /// Whether JavaScript is a part of it.
    fn is_superset(self) -> bool {
        !matches!(self, Self::Html | Self::Json | Self::Css)
    }

    fn problem(self, file: &SourceFile, place: Span) -> Problem {
        Problem::foreign(place, self.name(), self.advice(file))
    }

    /// What to do about an error that looks as if it came of this.
    pub(crate) fn suspicion(self, file: &SourceFile) -> String {
        format!("if this is {}, {}", self.name(), self.advice(file))
    }

    fn name(self) -> &'static str {
        match self {
            Self::TypeScript => "TypeScript",
            Self::Tsx => "TypeScript with JSX",
            Self::Jsx => "JSX",
            Self::Flow => "Flow",
            Self::Decorators => "JavaScript with decorators, which are in no edition",
            Self::Html => "HTML",
            Self::Json => "JSON",
            Self::Css => "CSS",
        }
    }

    fn advice(self, file: &SourceFile) -> String {
        match self {
            Self::TypeScript => esbuild("compile", "ts", file),
            Self::Tsx => esbuild("compile", "tsx", file),
            Self::Jsx => esbuild("compile", "jsx", file),
            Self::Decorators => esbuild("lower", "js", file),
            Self::Flow => "take the types out first, for example with `npx flow-remove-types`".to_owned(),
            Self::Html => "give the JavaScript alone: what stands between `<script>` and `</script>`".to_owned(),
            Self::Json => "leave it out, for example with `--ignore`: JSON needs no lowering".to_owned(),
            Self::Css => "leave it out, for example with `--ignore`".to_owned(),
        }
    }
}

/// esbuild knows the language of a file by its extension.
fn esbuild(verb: &str, loader: &str, file: &SourceFile) -> String {
    let name = file.name.to_string();
    let extension = Path::new(&name).extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let is_known = match loader {
        "ts" => matches!(extension, "ts" | "mts" | "cts"),
        "js" => matches!(extension, "js" | "mjs" | "cjs"),
        _ => extension == loader,
    };
    let loader = match extension {
        _ if is_known => String::new(),
        // What comes by standard input has no extension.
        "" => format!(" --loader={loader}"),
        _ => format!(" --loader:.{extension}={loader}"),
    };
    format!("{verb} it first, for example with `esbuild --target=es2018{loader}`")
}

/// Those that are tried, the nearest to JavaScript first.
const SYNTAXES: [(Foreign, Syntax); 4] = [
    (Foreign::Jsx, Syntax::Es(EsSyntax { jsx: true, ..ES })),
    (
        Foreign::Decorators,
        Syntax::Es(EsSyntax { decorators: true, decorators_before_export: true, auto_accessors: true, ..ES }),
    ),
    (Foreign::TypeScript, Syntax::Typescript(TYPESCRIPT)),
    (Foreign::Tsx, Syntax::Typescript(TsSyntax { tsx: true, ..TYPESCRIPT })),
];

const ES: EsSyntax = EsSyntax {
    jsx: false,
    fn_bind: false,
    decorators: false,
    decorators_before_export: false,
    export_default_from: false,
    import_attributes: true,
    allow_super_outside_method: false,
    allow_return_outside_function: true,
    auto_accessors: false,
    explicit_resource_management: false,
};

/// JavaScript in which something stands where it may not, or is too new. The parser is as lenient with TypeScript.
const LENIENT: EsSyntax = EsSyntax { allow_super_outside_method: true, explicit_resource_management: true, ..ES };

const TYPESCRIPT: TsSyntax =
    TsSyntax { tsx: false, decorators: true, dts: false, no_early_errors: false, disallow_ambiguous_jsx_like: false };

/// Whether a language takes the source as a whole.
fn is_parsed(file: &SourceFile, syntax: Syntax) -> bool {
    let mut errors = vec![];
    parse_file_as_program(file, syntax, EsVersion::latest(), None, &mut errors).is_ok() && errors.is_empty()
}

fn is_html(text: &str) -> bool {
    let tag = text.strip_prefix('<').map(|rest| rest.trim_start_matches(['!', '?']));
    let name: Option<String> = tag.map(|tag| {
        let name = tag.chars().take_while(char::is_ascii_alphanumeric);
        name.map(|char| char.to_ascii_lowercase()).collect()
    });
    // What else begins with a tag may be JSX.
    name.is_some_and(|name| {
        matches!(&*name, "doctype" | "html" | "head" | "body" | "script" | "xml" | "meta" | "title")
    })
}

/// Lists, strings and numbers are JavaScript as well.
fn is_json(text: &str) -> bool {
    text.starts_with(['{', '[']) && serde_json::from_str::<serde_json::Value>(text).is_ok()
}

/// The first comments say so.
fn is_flow(text: &str) -> bool {
    let is_comment = text.starts_with("//") || text.starts_with("/*");
    let end = text.find("*/").or_else(|| text.find("\n\n")).unwrap_or(text.len());
    is_comment && text[..end].split_whitespace().any(|word| word == "@flow")
}

/// ```css
/// a.b:hover, #c > d { font-size: 1px; }
/// ```
fn is_css(text: &str) -> bool {
    const AT_RULES: [&str; 7] =
        ["@charset ", "@import ", "@media ", "@font-face", "@keyframes ", "@supports ", "@layer "];
    if AT_RULES.iter().any(|rule| text.starts_with(rule)) {
        return true;
    }
    let text = match text.strip_prefix("/*").and_then(|comment| comment.split_once("*/")) {
        Some((_, rest)) => rest.trim_start(),
        None => text,
    };
    let Some((selector, block)) = text.split_once('{') else { return false };
    let is_selector = selector.split(',').map(str::trim).all(|part| {
        let name = part.split([' ', '.', ':', '>', '#', '[']).next();
        part.starts_with(['.', '#', ':', '*']) || name.is_some_and(is_element)
    });
    let Some((property, value)) = block.split_once('}').and_then(|(block, _)| block.split_once(':')) else {
        return false;
    };
    is_selector && is_property(property.trim()) && !value.contains("=>")
}

/// What rules most often begin with.
fn is_property(name: &str) -> bool {
    const PLAIN: [&str; 18] = [
        "animation",
        "background",
        "border",
        "bottom",
        "color",
        "content",
        "cursor",
        "display",
        "fill",
        "float",
        "font",
        "height",
        "left",
        "margin",
        "opacity",
        "padding",
        "position",
        "width",
    ];
    let is_compound = || name.contains('-') && name.chars().all(|char| char.is_ascii_lowercase() || char == '-');
    PLAIN.contains(&name) || is_compound()
}

/// The elements that style sheets begin with.
fn is_element(name: &str) -> bool {
    matches!(
        name,
        "html"
            | "body"
            | "a"
            | "p"
            | "div"
            | "span"
            | "ul"
            | "ol"
            | "li"
            | "h1"
            | "h2"
            | "h3"
            | "table"
            | "button"
            | "input"
            | "img"
            | "main"
            | "section"
            | "header"
            | "footer"
            | "nav"
    )
}

fn first_character(file: &SourceFile) -> Span {
    let text = file.src.trim_start_matches('\u{FEFF}').trim_start();
    let lo = file.start_pos + BytePos((file.src.len() - text.len()) as u32);
    let length = text.chars().next().map_or(0, char::len_utf8);
    Span::new(lo, lo + BytePos(length as u32))
}

#[cfg(test)]
mod tests {
    use swc_common::{FileName, FilePathMapping, SourceMap, sync::Lrc};

    use super::*;

    fn language(source: &str) -> Option<Foreign> {
        let map = Lrc::new(SourceMap::new(FilePathMapping::empty()));
        let file = map.new_source_file(Lrc::new(FileName::Anon), source.to_owned());
        Foreign::of(&file)
    }

    #[test]
    fn javascript_with_an_error_is_nothing_else() {
        for source in [
            "var = 1;",
            "function f( {",
            "a { b: c }",
            "els { color: red }",
            "try { a: b } cach (e) {}",
            "class A { x: 1 y }",
            "{ \"a\": 1, }",
            "if (a < b { c() }",
            "foo(a: b)",
            "// flow\nvar = 1",
            ".5.toFixed() {",
            "super.x;",
            "return 1;",
            "{ using a = b; }",
        ] {
            assert_eq!(language(source), None, "{source}");
        }
    }
}
