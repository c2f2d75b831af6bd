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
/// Diagnostics look as they do in the command.
#[allow(dead_code, reason = "the command also renders what is about no place")]
#[path = "../../../src/cli/frame.rs"]
mod frame;

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
