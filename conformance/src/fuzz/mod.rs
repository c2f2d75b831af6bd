//! Random programs: what one prints must not change when it is lowered.
//!
//! A program is a number (its seed). One that fails is made small and printed, with what it became.

mod check;
mod dice;
mod grammar;
mod reduce;
mod scope;
mod tree;

use std::{collections::BTreeSet, panic};

use clap::Args;
use indicatif::{ParallelProgressIterator, ProgressBar};
use rayon::prelude::*;

use self::{
    check::{Fault, Finding, check},
    grammar::Feature,
    tree::Tree,
};

#[derive(Debug, Args)]
pub struct FuzzArgs {
    /// The seed of the first program
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,

    /// How many programs
    #[arg(long, value_name = "N", default_value_t = 1000)]
    count: u64,

    /// Features that programs may use beside the others
    #[arg(long, value_enum, value_delimiter = ',')]
    features: Vec<Feature>,

    /// Print the failing programs as they were made
    #[arg(long)]
    no_reduce: bool,

    /// Only print the programs
    #[arg(long)]
    print: bool,
}

/// Checks the programs. `false` if one of them fails.
pub fn run(args: &FuzzArgs) -> Result<bool, String> {
    let features: BTreeSet<Feature> = args.features.iter().copied().collect();
    let seeds = args.seed..args.seed.saturating_add(args.count);
    if args.print {
        seeds.for_each(|seed| println!("// seed {seed}\n{}", program(seed, &features)));
        return Ok(true);
    }
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let progress = ProgressBar::new(args.count);
    let findings = seeds.into_par_iter().progress_with(progress.clone()).map(|seed| {
        let finding = examine(seed, &features, !args.no_reduce);
        if let Examined::Failure(report) = &finding {
            progress.suspend(|| println!("{report}"));
        }
        finding
    });
    let findings: Vec<Examined> = findings.collect();
    panic::set_hook(hook);
    Ok(summarize(&findings))
}

enum Examined {
    Fine,
    /// What is to be said about a program that fails.
    Failure(String),
    /// The program does not run as it is.
    NotJudged,
}

fn examine(seed: u64, features: &BTreeSet<Feature>, reduces: bool) -> Examined {
    let program = program(seed, features);
    match check(&program.to_string(), runs_on_duktape(features)) {
        Finding::Fine => Examined::Fine,
        Finding::NoProgram => Examined::NotJudged,
        Finding::Fault(fault) => {
            let program = if reduces { reduced(program, &fault, features) } else { program };
            Examined::Failure(report(seed, &program, &fault, features))
        }
    }
}

fn program(seed: u64, features: &BTreeSet<Feature>) -> Tree {
    grammar::program(&dice::bytes(seed), features)
}

/// Duktape has no promises.
fn runs_on_duktape(features: &BTreeSet<Feature>) -> bool {
    !features.contains(&Feature::Async)
}

/// The smallest program found with the same fault.
fn reduced(program: Tree, fault: &Fault, features: &BTreeSet<Feature>) -> Tree {
    reduce::reduce(program, |candidate| {
        let finding = check(&candidate.to_string(), runs_on_duktape(features));
        matches!(finding, Finding::Fault(found) if found.is_like(fault))
    })
}

fn report(seed: u64, program: &Tree, fault: &Fault, features: &BTreeSet<Feature>) -> String {
    let source = program.to_string();
    let finding = check(&source, runs_on_duktape(features));
    let fault = match &finding {
        Finding::Fault(fault) => fault,
        Finding::Fine | Finding::NoProgram => fault,
    };
    let output = fault.output.as_deref().map_or(String::new(), |output| format!("--- output\n{}", own_part(output)));
    let mode = if source.starts_with("\"use strict\"") { " // strict" } else { "" };
    let (kind, detail, source) = (fault.kind, &fault.detail, own_part(&source));
    format!("=== seed {seed}: {kind}{mode}\n{detail}\n--- source\n{source}\n{output}")
}

/// A program without the functions that each has.
fn own_part(program: &str) -> &str {
    program.rsplit_once(grammar::LAST_LINE_OF_PRELUDE).map_or(program, |(_, own)| own)
}

fn summarize(findings: &[Examined]) -> bool {
    let count = |is: fn(&Examined) -> bool| findings.iter().filter(|finding| is(finding)).count();
    let failures = count(|finding| matches!(finding, Examined::Failure(_)));
    let not_judged = count(|finding| matches!(finding, Examined::NotJudged));
    println!("{} programs: {failures} fail, {not_judged} do not run as they are", findings.len());
    failures == 0
}
