//! A generated program as it is lowered and run: a script, or modules that import each other.

use std::fmt;

use downlevel::Modules;

use super::grammar::{EARLY_LINE, FILE_LINE, PRELUDE};
use crate::{
    engine::{Engine, Failure, Transcript, run_in_stack},
    link::link,
};

/// What is lowered.
pub enum Program {
    /// With the prelude in it.
    Script(String),
    /// File names and sources, the main one first. The prelude is a script that runs before.
    Modules { files: Vec<(String, String)>, is_early: bool },
}

/// What is run: a script, and then modules if there are any.
#[derive(Debug, PartialEq, Eq)]
pub struct Runnable {
    script: String,
    modules: Vec<(String, String)>,
}

/// How far a program may recurse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    Usual,
    /// So little that it does not exhaust the stack where it does otherwise.
    Small,
}

impl Program {
    pub fn new(text: &str) -> Self {
        let is_early = text.starts_with(EARLY_LINE);
        if !is_early && !text.starts_with(FILE_LINE) {
            return Self::Script(text.into());
        }
        let files = text.trim_start_matches(EARLY_LINE).split(FILE_LINE).filter_map(|file| file.split_once('\n'));
        let files = files.map(|(name, source)| (name.into(), source.into())).collect();
        Self::Modules { files, is_early }
    }

    /// The formats it is lowered to, of which a script has one. What is read before it is initialised throws with the option
    /// `spec` and in CommonJS only. In AMD and UMD, a module that is imported in a circle does not say yet that it is one.
    pub fn formats(&self, spec: bool) -> &'static [Modules] {
        match self {
            Self::Script(_) => &[Modules::Preserve],
            Self::Modules { is_early: true, .. } if spec => &[Modules::CommonJs],
            Self::Modules { files, .. } if is_circle(files) => &[Modules::CommonJs, Modules::Preserve, Modules::System],
            Self::Modules { .. } => {
                &[Modules::CommonJs, Modules::Preserve, Modules::Amd, Modules::Umd, Modules::System]
            }
        }
    }

    pub fn source(&self) -> Runnable {
        match self {
            Self::Script(source) => Runnable::script(source.clone()),
            Self::Modules { files, .. } => Runnable { script: PRELUDE.into(), modules: files.clone() },
        }
    }

    /// The program after `lower` has been at each file.
    pub fn lowered<E>(&self, format: Modules, mut lower: impl FnMut(&str) -> Result<String, E>) -> Result<Runnable, E> {
        let files = match self {
            Self::Script(source) => return Ok(Runnable::script(lower(source)?)),
            Self::Modules { files, .. } => files,
        };
        let lowered = files.iter().map(|(name, source)| Ok((name.clone(), lower(source)?)));
        let modules = lowered.collect::<Result<Vec<_>, E>>()?;
        Ok(match format {
            Modules::Preserve => Runnable { script: PRELUDE.into(), modules },
            format => Runnable::script(format!("{PRELUDE}{}", link(&modules, format))),
        })
    }
}

/// Whether the second file imports the first.
fn is_circle(files: &[(String, String)]) -> bool {
    files.first().is_some_and(|(main, _)| files.iter().skip(1).any(|(_, source)| source.contains(main.as_str())))
}

impl Runnable {
    pub fn script(script: String) -> Self {
        Self { script, modules: vec![] }
    }

    pub fn run(&self, engine: Engine, depth: Depth) -> Result<Transcript, Failure> {
        match engine {
            Engine::QuickJs => run_in_stack(&self.script_for(depth), &self.modules, None),
            Engine::Duktape => engine.run(&self.script_for(depth)),
        }
    }

    /// On QuickJS, with this many bytes of stack.
    pub fn run_in_stack(&self, bytes: usize) -> Result<Transcript, Failure> {
        run_in_stack(&self.script, &self.modules, Some(bytes))
    }

    fn script_for(&self, depth: Depth) -> String {
        match depth {
            Depth::Usual => self.script.clone(),
            Depth::Small => {
                self.script.replace("var fuel = 150;", "var fuel = 25;").replace("var lines = 500;", "var lines = 100;")
            }
        }
    }
}

/// Without the prelude.
impl fmt::Display for Runnable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(own_part(&self.script))?;
        self.modules.iter().try_for_each(|(name, source)| write!(f, "{FILE_LINE}{name}\n{source}\n"))
    }
}

/// A program without the functions that each has.
pub fn own_part(program: &str) -> &str {
    program.rsplit_once(LAST_LINE_OF_PRELUDE).map_or(program, |(_, own)| own)
}

/// The program itself comes after it.
const LAST_LINE_OF_PRELUDE: &str = "// The program:";
