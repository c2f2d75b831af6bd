//! Two texts side by side, for whoever reads a failed test.

use std::{
    fmt::Write,
    io::{IsTerminal, stdout},
};

use similar::{ChangeTag, TextDiff};

/// What turns `old` into `new`, line by line with three lines of context; coloured if a terminal shows it.
pub fn unified((old_name, old): (&str, &str), (new_name, new): (&str, &str)) -> String {
    let coloured = stdout().is_terminal();
    let paint = |code: &str, text: &str| {
        if coloured { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    };
    let mut result =
        format!("{}\n{}\n", paint("31", &format!("--- {old_name}")), paint("32", &format!("+++ {new_name}")));
    let diff = TextDiff::from_lines(old, new);
    for hunk in diff.unified_diff().context_radius(3).iter_hunks() {
        let _ = writeln!(result, "{}", paint("36", &hunk.header().to_string()));
        for change in hunk.iter_changes() {
            let (sign, colour) = match change.tag() {
                ChangeTag::Equal => (' ', "0"),
                ChangeTag::Delete => ('-', "31"),
                ChangeTag::Insert => ('+', "32"),
            };
            let line = change.value().trim_end_matches('\n');
            let _ = writeln!(result, "{}", paint(colour, &format!("{sign}{line}")));
            if change.missing_newline() {
                result.push_str("\\ no newline at the end\n");
            }
        }
    }
    result
}
