//! Every way over every file, interleaved: a table of ratios to the floor, with geometric means.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    cost::{geometric_mean, median, milliseconds},
    way::Way,
};

/// What one file takes.
struct Row {
    name: String,
    kilobytes: usize,
    /// Milliseconds, in the best round.
    floor: f64,
    /// Times the floor of the same round, in the median of all rounds: on a machine that others use as well, the best
    /// rounds of two ways need not have had the same conditions.
    downlevel: f64,
    map: f64,
    swc: Option<f64>,
}

pub(crate) fn ratios(paths: &[PathBuf], rounds: usize, with_swc: bool) -> Result<(), Box<dyn std::error::Error>> {
    println!("| file | KB | floor, ms | downlevel / floor | with map / floor | swc / floor | swc / downlevel |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    let mut rows = vec![];
    for path in files(paths)? {
        let row = measure(&path, rounds, with_swc)?;
        let name = format!("{} | {} | {:.1}", row.name, row.kilobytes, row.floor);
        print_row(&name, [&row].into_iter());
        rows.push(row);
    }
    print_row("geometric mean | |", rows.iter());
    Ok(())
}

fn print_row<'r>(name: &str, rows: impl Iterator<Item = &'r Row> + Clone) {
    let mean = |ratio: &dyn Fn(&Row) -> f64| geometric_mean(rows.clone().map(ratio));
    let downlevel = mean(&|row| row.downlevel);
    let map = mean(&|row| row.map);
    let swc = mean(&|row| row.swc.unwrap_or(f64::NAN));
    println!("| {name} | {downlevel:.2} | {map:.2} | {swc:.2} | {:.2} |", swc / downlevel);
}

fn measure(path: &Path, rounds: usize, with_swc: bool) -> Result<Row, Box<dyn std::error::Error>> {
    let source = fs::read_to_string(path)?;
    let ways = [Way::Floor, Way::Downlevel, Way::Map, Way::Swc];
    let ways = &ways[..if with_swc { 4 } else { 3 }];
    let mut floor = f64::INFINITY;
    let mut ratios = [const { vec![] }; 4];
    for _ in 0..rounds {
        let mut times = [f64::NAN; 4];
        for (way, time) in ways.iter().zip(&mut times) {
            let mut result = Ok(0);
            *time = milliseconds(|| result = way.go(&source));
            result.map_err(|error| format!("{}: {}: {error}", path.display(), way.name()))?;
        }
        floor = floor.min(times[0]);
        ratios.iter_mut().zip(times).for_each(|(ratios, time)| ratios.push(time / times[0]));
    }
    let [_, downlevel, map, swc] = ratios.map(median);
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Row { name, kilobytes: source.len() / 1024, floor, downlevel, map, swc: with_swc.then_some(swc) })
}

/// Files as they are, folders with what lies in them.
fn files(paths: &[PathBuf]) -> std::io::Result<Vec<PathBuf>> {
    let mut files = vec![];
    for path in paths {
        if path.is_dir() {
            let mut entries: Vec<_> =
                fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
            entries.sort();
            files.append(&mut entries);
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}
