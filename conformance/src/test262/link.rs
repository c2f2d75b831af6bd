//! Modules that import each other: linked by the engine as they are, and by `require` as CommonJS.

use std::{fs, path::Path, rc::Rc};

use rquickjs::{
    Ctx, Error, Exception, Function, Module, Promise, Runtime,
    loader::{ImportAttributes, Loader, Resolver},
    module::Declared,
};

use super::{linker, realm::script};

const REQUIRE: &str = include_str!("require.js");

/// Gives the text of the CommonJS module at a path, or the message of a `SyntaxError`.
pub type LoadModule = Rc<dyn Fn(&Path) -> Result<String, String>>;

/// Lets the modules of `runtime` import files.
pub fn install_loader(runtime: &Runtime) {
    runtime.set_loader(Files, Files);
}

/// Starts the module in `file`. It ends when the jobs have run.
pub fn evaluate_module<'js>(ctx: &Ctx<'js>, file: &Path) -> Result<Promise<'js>, Error> {
    let (_, evaluation) = Files.load(ctx, &file.to_string_lossy(), None)?.eval()?;
    Ok(evaluation)
}

/// Runs the module in `file` and what it requires, once their names are known to fit together.
pub fn evaluate_common_js(ctx: &Ctx<'_>, file: &Path, load: LoadModule) -> Result<(), Error> {
    if let Some(message) = linker::unresolved(file) {
        return Err(Exception::throw_syntax(ctx, &message));
    }
    let text = Function::new(ctx.clone(), move |ctx: Ctx<'_>, path: String| {
        load(Path::new(&path)).map_err(|message| Exception::throw_syntax(&ctx, &message))
    })?;
    let resolve = Function::new(ctx.clone(), |base: String, specifier: String| beside(&base, &specifier))?;
    let run: Function = script(ctx, REQUIRE)?.get::<Function>()?.call((text, resolve))?;
    run.call((file.to_string_lossy().into_owned(),))
}

/// What `specifier` means in the module `base`: in test262, always a file of the same directory.
pub fn beside(base: &str, specifier: &str) -> String {
    Path::new(base).with_file_name(specifier.trim_start_matches("./")).to_string_lossy().into_owned()
}

/// How the engine finds modules.
struct Files;

impl Resolver for Files {
    fn resolve<'js>(
        &mut self,
        _: &Ctx<'js>,
        base: &str,
        name: &str,
        _: Option<ImportAttributes<'js>>,
    ) -> Result<String, Error> {
        Ok(beside(base, name))
    }
}

impl Loader for Files {
    fn load<'js>(
        &mut self,
        ctx: &Ctx<'js>,
        name: &str,
        _: Option<ImportAttributes<'js>>,
    ) -> Result<Module<'js, Declared>, Error> {
        Module::declare(ctx.clone(), name, fs::read(name)?)
    }
}
