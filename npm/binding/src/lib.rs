//! downlevel as an addon for Node.js.
//!
//! It knows no option by name: options come as the JSON of [`downlevel::Options`], and diagnostics and findings go as
//! JSON. What people call is `npm/downlevel/lib/api.js`, which gives this its face.

mod message;
mod options;
mod work;

/// What the command does with bytes that are no text.
#[path = "../../../src/cli/decode.rs"]
mod decode;
/// Messages look as they do in the command.
#[allow(dead_code, reason = "the command also renders what is about no place")]
#[path = "../../../src/cli/frame.rs"]
mod frame;
/// Both are of the command's messages.
#[path = "../../../src/cli/notice.rs"]
mod notice;

use downlevel::{HelperModule, Options};
use napi::{
    Result,
    bindgen_prelude::{AsyncTask, Either, Uint8Array},
};
use napi_derive::napi;

use work::{Check, Reply, Source, Transform};

/// Trees are many small boxes, which the system's allocator makes and drops slowly.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Lowers a source on the thread that calls.
///
/// # Errors
/// The options are wrong.
#[napi(catch_unwind)]
pub fn transform_sync(source: Either<String, Uint8Array>, options: String) -> Result<Reply> {
    Ok(Transform::new(source, &options)?.run())
}

/// Lowers a source on the thread pool.
///
/// # Errors
/// The options are wrong.
#[napi(catch_unwind)]
pub fn transform(source: Either<String, Uint8Array>, options: String) -> Result<AsyncTask<Transform>> {
    Transform::new(source, &options).map(AsyncTask::new)
}

/// Finds what is newer than ES5, on the thread that calls.
///
/// # Errors
/// The options are wrong.
#[napi(catch_unwind)]
pub fn check_sync(source: Either<String, Uint8Array>, options: String) -> Result<Reply> {
    Ok(Check::new(source, &options)?.run())
}

/// Finds what is newer than ES5, on the thread pool.
///
/// # Errors
/// The options are wrong.
#[napi(catch_unwind)]
pub fn check(source: Either<String, Uint8Array>, options: String) -> Result<AsyncTask<Check>> {
    Check::new(source, &options).map(AsyncTask::new)
}

/// The module of runtime helpers; `None` for a format that it does not come in.
#[napi(catch_unwind)]
pub fn helpers(format: String) -> Option<String> {
    let kind = match format.as_str() {
        "cjs" => HelperModule::CommonJs,
        "esm" => HelperModule::EsModule,
        _ => return None,
    };
    Some(downlevel::helper_module(kind))
}

/// Where the last lines of a source say that its map is.
#[napi(catch_unwind)]
pub fn source_mapping_url(source: String) -> Option<String> {
    downlevel::source_mapping_url(&source).map(str::to_owned)
}

/// A place in a source.
#[napi(object)]
pub struct Origin {
    /// The name of the source, as the map has it.
    pub source: String,
    /// From 1.
    pub line: u32,
    /// From 1.
    pub column: u32,
}

/// Where a place in code (both from 1) came from by its source map; `None` if the map does not say.
#[napi(catch_unwind)]
pub fn origin(map: String, line: u32, column: u32) -> Option<Origin> {
    let map = oxc_sourcemap::SourceMap::from_json_string(&map).ok()?;
    let table = map.generate_lookup_table();
    let token = map.lookup_source_view_token(&table, line.checked_sub(1)?, column.checked_sub(1)?)?;
    Some(Origin {
        source: token.get_source()?.to_string(),
        line: token.get_src_line() + 1,
        column: token.get_src_col() + 1,
    })
}

/// The options as they are unless given, as JSON.
///
/// # Errors
/// None: options can be written.
#[napi(catch_unwind)]
pub fn default_options() -> Result<String> {
    serde_json::to_string(&Options::default()).map_err(|error| napi::Error::from_reason(error.to_string()))
}

/// The version of the library.
#[napi(catch_unwind)]
pub fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

impl From<Either<String, Uint8Array>> for Source {
    fn from(source: Either<String, Uint8Array>) -> Self {
        match source {
            Either::A(text) => Self::Text(text),
            Either::B(bytes) => Self::Bytes(bytes.to_vec()),
        }
    }
}
