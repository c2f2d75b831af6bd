//! The commands that only print: the helper module, completions, the manual page.

use clap::Command;
use clap_mangen::Man;
use downlevel::helper_module;

use super::args::{CompletionsArgs, HelpersArgs};

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

/// The manual page, in the language of `man`; the commands of their own after it.
pub fn man(mut command: Command) -> String {
    command.build();
    let mut text = vec![];
    // A vector takes everything.
    let _ = Man::new(command).render(&mut text);
    String::from_utf8_lossy(&text).into_owned()
}
