//! The floor of the command line: reads, parses, prints and writes the files of a folder, on all cores.

use std::{fs, path::Path};

use rayon::prelude::*;
use swc_common::{SourceMap, comments::SingleThreadedComments, sync::Lrc};
use walkdir::WalkDir;

use crate::way::{parse, print};

type Error = Box<dyn std::error::Error>;

pub(crate) fn folder(input: &Path, out_dir: &Path) -> Result<(), Error> {
    let entries: Vec<_> = WalkDir::new(input).into_iter().collect::<Result<_, _>>()?;
    let files: Vec<_> = entries.iter().filter(|entry| entry.file_type().is_file()).collect();
    let written: Result<Vec<()>, String> = files
        .par_iter()
        .map(|file| {
            let path = file.path();
            let relative = path.strip_prefix(input).map_err(|error| error.to_string())?;
            copy(path, &out_dir.join(relative)).map_err(|error| format!("{}: {error}", path.display()))
        })
        .collect();
    println!("{} files", written?.len());
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    let source = fs::read_to_string(from)?;
    let map = Lrc::new(SourceMap::default());
    let comments = SingleThreadedComments::default();
    let program = parse(&map, &source, &comments)?;
    let code = print(&map, &program, &comments)?;
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent)?;
    }
    Ok(fs::write(to, code)?)
}
