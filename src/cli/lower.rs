//! Lowering the inputs: what is done without the name of a command.

use std::{path::Path, time::Instant};

use super::{
    FAILED, SUCCESS, USAGE,
    args::{self, Args, Format, ReportArgs, ReportFormat},
    job, jobs, package_type, paths,
    plan::{self, Plan},
    report::{self, Builtins, Failure, Report},
    write,
};

/// Lowers the inputs of `args` and returns the exit code.
pub fn run(args: &Args) -> u8 {
    let planned = misplaced_command(args).map_or_else(|| plan::plan(args), Err);
    match planned {
        Ok(plan) => carry_out(&plan, args),
        Err(failure) => {
            Report::from(failure).print(&args.messages);
            USAGE
        }
    }
}

fn carry_out(plan: &Plan, args: &Args) -> u8 {
    let started = Instant::now();
    let reports = jobs::run(&plan.jobs.iter().collect::<Vec<_>>(), &plan.results, args);
    let mut whole: Report =
        plan.problems.iter().chain(&plan.warnings).cloned().map(Report::from).chain(reports).collect();
    whole.extend(package_type::warnings(&whole, args).into_iter().map(Report::from));
    if let Err(failure) = report_builtins(&whole, args) {
        whole.fail(failure);
    }
    whole.drop_warnings(&args.messages);
    whole.print(&args.messages);
    if has_summary(args) {
        report::to_stderr(&(plan.summary(&whole, started.elapsed()) + "\n"));
    }
    if whole.has_errors() { FAILED } else { SUCCESS }
}

/// Whether people wait for a last line.
fn has_summary(args: &Args) -> bool {
    let messages = &args.messages;
    messages.diagnostics_format == Format::Human && !messages.quiet && (args.has_many() || messages.verbose)
}

/// Obeys `--report`.
fn report_builtins(whole: &Report, args: &Args) -> Result<(), Failure> {
    let ReportArgs { report: Some(format), report_file } = &args.report else { return Ok(()) };
    let builtins = Builtins::of(whole);
    let text = match format {
        ReportFormat::Human => builtins.text(),
        ReportFormat::Json => builtins.json(),
    };
    let has_code = !args.has_many() && args.output.as_deref().is_none_or(|output| output == Path::new("-"));
    match report_file {
        Some(path) => {
            write::to_file(path, &text, false).map_err(|error| job::failure("write", &paths::display(path), &error))?
        }
        None if has_code => report::to_stderr(&text),
        None => report::to_stdout(&text).map_err(|error| job::failure("write", "<stdout>", &error))?,
    }
    Ok(())
}

/// `downlevel --quiet check dist`: the name of a command, where it is an input.
fn misplaced_command(args: &Args) -> Option<Failure> {
    let first = args.inputs.first()?;
    let name = first.to_str()?;
    let is_command = !first.exists() && args::command().find_subcommand(name).is_some();
    is_command.then(|| {
        Failure::new(format!("there is no file `{name}`"))
            .advise(format!("the command of that name stands first: `downlevel {name} …`"))
    })
}
