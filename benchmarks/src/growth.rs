//! How time and memory grow with the size of a file. Peak memory belongs to a process, so each is measured in its own.

use std::{fmt::Write, fs, path::Path, process::Command};

use crate::{
    cost::{milliseconds, peak_megabytes},
    way::Way,
};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// One way over one file: prints milliseconds of CPU and megabytes at the peak.
pub(crate) fn run(way: Way, file: &Path, times: usize) -> Result<()> {
    let source = fs::read_to_string(file)?;
    let mut result = Ok(0);
    let time = milliseconds(|| (0..times).for_each(|_| result = way.go(&source)));
    result?;
    println!("{:.2} {:.1}", time / times as f64, peak_megabytes());
    Ok(())
}

pub(crate) fn growth(file: &Path, out: &Path) -> Result<()> {
    let unit = fs::read_to_string(file)?;
    fs::create_dir_all(out)?;
    println!("| input, MB | floor, ms/MB | downlevel, ms/MB | floor, peak MB | downlevel, peak MB | memory ratio |");
    println!("| ---: | ---: | ---: | ---: | ---: | ---: |");
    for size in [100_000, 1_000_000, 10_000_000, 100_000_000] {
        let path = out.join(format!("{size}.js"));
        let source = repeated(&unit, size);
        fs::write(&path, &source)?;
        let megabytes = source.len() as f64 / 1e6;
        let (floor_time, floor_memory) = in_own_process(Way::Floor, &path)?;
        let (time, memory) = in_own_process(Way::Downlevel, &path)?;
        println!(
            "| {megabytes:.1} | {:.1} | {:.1} | {floor_memory:.0} | {memory:.0} | {:.2} |",
            floor_time / megabytes,
            time / megabytes,
            memory / floor_memory
        );
    }
    Ok(())
}

/// The statements of a script, each time in a function of their own, until there are `size` bytes.
fn repeated(unit: &str, size: usize) -> String {
    let mut source = String::with_capacity(size + unit.len());
    let mut count = 0;
    while source.len() < size {
        let _ = writeln!(source, "(function part{count}() {{\n{unit}\n}})();");
        count += 1;
    }
    source
}

/// The best of three.
fn in_own_process(way: Way, file: &Path) -> Result<(f64, f64)> {
    let mut best = (f64::INFINITY, f64::INFINITY);
    for _ in 0..3 {
        let output = Command::new(std::env::current_exe()?).args(["run", way.name()]).arg(file).output()?;
        let text = String::from_utf8(output.stdout)?;
        let (time, memory) = text.trim().split_once(' ').ok_or(String::from_utf8(output.stderr)?)?;
        best = (best.0.min(time.parse()?), best.1.min(memory.parse()?));
    }
    Ok(best)
}
