//! The ways from a source to printed code that are held against each other.

use clap::ValueEnum;
use downlevel::{Options, transform};
use swc_common::{
    FileName, GLOBALS, Globals, Mark, SourceMap,
    comments::{Comments, SingleThreadedComments},
    sync::Lrc,
};
use swc_ecma_ast::{EsVersion, Pass, Program};
use swc_ecma_codegen::{Config, Emitter, text_writer::JsWriter};
use swc_ecma_parser::{EsSyntax, Syntax, parse_file_as_program};
use swc_ecma_preset_env::transform_from_es_version;
use swc_ecma_transforms_base::{
    assumptions::Assumptions,
    fixer::{fixer, paren_remover},
    helpers::{HELPERS, Helpers, inject_helpers},
    hygiene::hygiene,
    resolver,
};
use swc_ecma_transforms_module::{
    common_js::{FeatureFlag, common_js},
    import_analysis::import_analyzer,
    path::Resolver,
    util,
};

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Way {
    /// swc's parser and code generator, nothing between them
    Floor,
    /// `downlevel::transform`
    Downlevel,
    /// The same with a source map
    Map,
    /// SWC's ES5 and CommonJS passes, as its compiler puts them together
    Swc,
}

impl Way {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Floor => "floor",
            Self::Downlevel => "downlevel",
            Self::Map => "map",
            Self::Swc => "swc",
        }
    }

    /// Goes it once. Returns the length of the code.
    pub(crate) fn go(self, source: &str) -> Result<usize, String> {
        match self {
            Self::Floor => parse_and_print(source, |_, _| ()),
            Self::Downlevel => lower(source, &Options::default()),
            Self::Map => lower(source, &Options { source_map: true, ..Options::default() }),
            Self::Swc => {
                let globals = Globals::new();
                GLOBALS.set(&globals, || HELPERS.set(&Helpers::new(false), || parse_and_print(source, swc_passes)))
            }
        }
    }
}

fn lower(source: &str, options: &Options) -> Result<usize, String> {
    let output = transform(source, options).map_err(|errors| errors.to_string())?;
    Ok(output.code.len() + output.map.map_or(0, |map| map.len()))
}

fn parse_and_print(source: &str, between: impl FnOnce(&mut Program, &SingleThreadedComments)) -> Result<usize, String> {
    let map = Lrc::new(SourceMap::default());
    let comments = SingleThreadedComments::default();
    let program = parse(&map, source, &comments).map(|mut program| {
        between(&mut program, &comments);
        program
    })?;
    print(&map, &program, &comments).map(|code| code.len())
}

/// A file to a tree, with its comments.
pub(crate) fn parse(map: &Lrc<SourceMap>, source: &str, comments: &SingleThreadedComments) -> Result<Program, String> {
    let file = map.new_source_file(Lrc::new(FileName::Anon), source.to_owned());
    let (syntax, version) = (Syntax::Es(EsSyntax::default()), EsVersion::latest());
    parse_file_as_program(&file, syntax, version, Some(comments), &mut vec![])
        .map_err(|error| error.kind().msg().into_owned())
}

/// A tree to code, with its comments.
pub(crate) fn print(
    map: &Lrc<SourceMap>,
    program: &Program,
    comments: &SingleThreadedComments,
) -> Result<Vec<u8>, String> {
    let mut code = vec![];
    let mut emitter = Emitter {
        cfg: Config::default().with_target(EsVersion::Es5),
        cm: map.clone(),
        comments: Some(comments as &dyn Comments),
        wr: JsWriter::new(map.clone(), "\n", &mut code, None),
    };
    emitter.emit_program(program).map_err(|error| error.to_string())?;
    Ok(code)
}

fn swc_passes(program: &mut Program, comments: &SingleThreadedComments) {
    let (unresolved, top_level) = (Mark::new(), Mark::new());
    let comments = Some(comments);
    let modules = util::Config::default();
    (
        resolver(unresolved, top_level, false),
        paren_remover(comments.map(|comments| comments as &dyn Comments)),
        transform_from_es_version(unresolved, comments, EsVersion::Es5, Assumptions::default(), false),
        import_analyzer(modules.import_interop(), modules.ignore_dynamic),
        inject_helpers(unresolved),
        common_js(Resolver::Default, unresolved, modules, FeatureFlag::default()),
        hygiene(),
        fixer(comments.map(|comments| comments as &dyn Comments)),
    )
        .process(program);
}
