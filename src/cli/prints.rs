//! The commands that only print: the helper module, completions, the manual pages.

use std::io;

use clap::Command;
use clap_mangen::{
    Man,
    roff::{Roff, roman},
};
use downlevel::helper_module;

use super::args::{CompletionsArgs, HelpersArgs, ManArgs};

/// The module of runtime helpers.
pub fn helpers(args: &HelpersArgs) -> String {
    helper_module(args.format.into())
}

/// The completions of a shell.
pub fn completions(args: &CompletionsArgs, mut command: Command) -> String {
    let mut text = vec![];
    clap_complete::generate(args.shell, &mut command, "downlevel", &mut text);
    String::from_utf8_lossy(&text).into_owned()
}

/// The manual page of the command or of one of its commands, in the language of `man`.
///
/// # Errors
/// There is no such command.
pub fn man(args: &ManArgs, mut command: Command) -> Result<String, clap::Error> {
    command.build();
    let page = match &args.command {
        None => command,
        Some(name) => match command.find_subcommand(name) {
            Some(found) => found.clone().name(format!("downlevel-{name}")).version(env!("CARGO_PKG_VERSION")),
            None => return Err(unknown_command(name, command)),
        },
    };
    let mut text = vec![];
    // A vector takes everything.
    let _ = render(page, &mut text);
    Ok(String::from_utf8_lossy(&text).into_owned())
}

fn unknown_command(name: &str, mut command: Command) -> clap::Error {
    command.error(clap::error::ErrorKind::InvalidSubcommand, format!("there is no command `{name}`"))
}

fn render(page: Command, text: &mut Vec<u8>) -> io::Result<()> {
    let after = page.get_after_long_help().map(ToString::to_string).unwrap_or_default();
    let has_commands = page.has_subcommands();
    // Pages are long: they hold what `-h` leaves out.
    let man = Man::new(page.mut_args(|arg| arg.hide_short_help(false)));
    man.render_title(text)?;
    man.render_name_section(text)?;
    man.render_synopsis_section(text)?;
    man.render_description_section(text)?;
    man.render_options_section(text)?;
    if has_commands {
        man.render_subcommands_section(text)?;
    }
    text.extend(sections(&after).to_roff().bytes());
    Ok(())
}

/// What stands after the flags on a help page: blocks with a heading, whose lines stay as they are, and paragraphs.
fn sections(text: &str) -> Roff {
    let mut roff = Roff::new();
    for block in text.split("\n\n").filter(|block| !block.is_empty()) {
        match block.split_once(":\n") {
            Some((heading, lines)) => {
                roff.control("SH", [heading.to_uppercase().as_str()]).control("nf", []);
                lines.lines().for_each(|line| _ = roff.text([roman(line)]));
                roff.control("fi", []);
            }
            None => _ = roff.control("SH", ["NOTES"]).text([roman(block)]),
        }
    }
    roff
}
