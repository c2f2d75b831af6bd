//! Whether two texts are the same program.

use std::thread;

use swc_common::{EqIgnoreSpan, FileName, SourceMap, sync::Lrc};
use swc_ecma_ast::EsVersion;
use swc_ecma_parser::{EsSyntax, Syntax, parse_file_as_program};

/// Whether two texts differ in comments and layout only.
pub fn same_tree(one: &str, other: &str) -> bool {
    let parse = |code: &str| {
        let map = Lrc::new(SourceMap::default());
        let file = map.new_source_file(Lrc::new(FileName::Anon), code.to_owned());
        parse_file_as_program(&file, Syntax::Es(EsSyntax::default()), EsVersion::latest(), None, &mut vec![]).ok()
    };
    with_stack(|| parse(one).zip(parse(other)).is_some_and(|(one, other)| one.eq_ignore_span(&other))).unwrap_or(false)
}

/// Does what recurses, and makes no room for itself as downlevel does.
pub fn with_stack<T: Send>(work: impl FnOnce() -> T + Send) -> Result<T, String> {
    thread::scope(|scope| {
        let name = thread::current().name().unwrap_or_default().to_owned();
        let thread = thread::Builder::new().name(name).stack_size(LARGE_STACK).spawn_scoped(scope, work);
        thread.map_err(|error| error.to_string())?.join().map_err(|_| "the check panics".to_owned())
    })
}

/// Address space: only what is used of it becomes memory.
const LARGE_STACK: usize = 1 << 30;
