//! Random programs: what one prints must not change when it is lowered.
//!
//! A program is a number (its seed). One that fails is made small and printed, with what it became.

mod check;
mod dice;
mod grammar;
mod program;
mod reduce;
mod scope;
mod tree;

use std::{collections::BTreeSet, panic};

use clap::Args;
use indicatif::{ParallelProgressIterator, ProgressBar};
use rayon::prelude::*;

use self::{
    check::{Demands, Fault, Finding, check},
    grammar::Feature,
    program::own_part,
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

    /// Lower with the option `spec`
    #[arg(long)]
    spec: bool,

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
    // Duktape has no promises.
    let demands = Demands { on_duktape: !features.contains(&Feature::Async), spec: args.spec };
    let seeds = args.seed..args.seed.saturating_add(args.count);
    if args.print {
        seeds.for_each(|seed| println!("// seed {seed}\n{}", program(seed, &features)));
        return Ok(true);
    }
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let progress = ProgressBar::new(args.count);
    let findings = seeds.into_par_iter().progress_with(progress.clone()).map(|seed| {
        let finding = examine(seed, &features, demands, !args.no_reduce);
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
    Fine {
        meets_range_error: bool,
    },
    FineWithSpec,
    StackDepth {
        is_compared: bool,
    },
    Refused,
    /// What is to be said about a program that fails.
    Failure(String),
    /// The program does not run as it is.
    NotJudged,
}

fn examine(seed: u64, features: &BTreeSet<Feature>, demands: Demands, reduces: bool) -> Examined {
    let program = program(seed, features);
    match check(&program.to_string(), demands) {
        Finding::Fine { meets_range_error } => Examined::Fine { meets_range_error },
        Finding::FineWithSpec => Examined::FineWithSpec,
        Finding::StackDepth { is_compared } => Examined::StackDepth { is_compared },
        Finding::Refused => Examined::Refused,
        Finding::NoProgram => Examined::NotJudged,
        Finding::Fault(fault) => {
            let program = if reduces { reduced(program, &fault, demands) } else { program };
            Examined::Failure(report(seed, &program, &fault, demands))
        }
    }
}

fn program(seed: u64, features: &BTreeSet<Feature>) -> Tree {
    grammar::program(&dice::bytes(seed), features)
}

/// The smallest program found with the same fault.
fn reduced(program: Tree, fault: &Fault, demands: Demands) -> Tree {
    reduce::reduce(program, |candidate| {
        let finding = check(&candidate.to_string(), demands);
        matches!(finding, Finding::Fault(found) if found.is_like(fault))
    })
}

fn report(seed: u64, program: &Tree, fault: &Fault, demands: Demands) -> String {
    let source = program.to_string();
    let finding = check(&source, demands);
    let fault = match &finding {
        Finding::Fault(fault) => fault,
        _ => fault,
    };
    let output = fault.output.as_ref().map_or(String::new(), |output| format!("--- output\n{output}"));
    let mode = match source.starts_with("\"use strict\"") {
        _ if source.contains(grammar::FILE_LINE) => format!(" // {:?}", fault.format),
        true => " // strict".into(),
        false => String::new(),
    };
    let (kind, detail, source) = (fault.kind, &fault.detail, own_part(&source));
    format!("=== seed {seed}: {kind}{mode}\n{detail}\n--- source\n{source}\n{output}")
}

fn summarize(findings: &[Examined]) -> bool {
    let count = |is: fn(&Examined) -> bool| findings.iter().filter(|finding| is(finding)).count();
    let failures = count(|finding| matches!(finding, Examined::Failure(_)));
    let with_spec = count(|finding| matches!(finding, Examined::FineWithSpec));
    let alike = count(|finding| matches!(finding, Examined::Fine { meets_range_error: true }));
    let stack_depth = count(|finding| matches!(finding, Examined::StackDepth { .. }));
    let compared = count(|finding| matches!(finding, Examined::StackDepth { is_compared: true }));
    let refused = count(|finding| matches!(finding, Examined::Refused));
    let not_judged = count(|finding| matches!(finding, Examined::NotJudged));
    println!(
        "{} programs: {failures} fail, {with_spec} need the option spec, {alike} meet a RangeError and are the same, \
         {stack_depth} differ by the depth of the stack alone ({compared} of them are the same when they recurse less), \
         {refused} are refused for `with` or `eval`, {not_judged} do not run as they are",
        findings.len()
    );
    failures == 0
}
