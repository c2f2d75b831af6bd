//! A message as people read it: the message, the source line with the place marked, and what to do.
//!
//! ```text
//! error[redeclared]: `a` is declared twice in this scope
//!  --> src/app.js:3:5
//!   |
//! 3 | let a = 2;
//!   |     ^
//!   |
//!  ::: src/app.js:1:5
//!   |
//! 1 | let a = 1;
//!   |     - `a` is first declared here
//!   |
//!   = help: rename one of the two, or drop the second declaration
//! ```
//!
//! A line may be a whole minified program, so it is cut to a window around the place before anything else is
//! done with it; line and column stay those of the file.

use std::{fmt::Write, ops::Range, sync::Arc};

use anstyle::{AnsiColor, Style};
use downlevel::{Label, Severity};
use rustc_hash::FxHashMap;
use unicode_width::UnicodeWidthChar;

use super::notice::Notice;

/// A line longer than this is cut to this many characters around the place.
const WINDOW: usize = 120;
/// How many of these stand before the place.
const BEFORE: usize = 50;
/// Stands where a line was cut.
const ELLIPSIS: char = '…';

const ERROR: Style = AnsiColor::BrightRed.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const STRONG: Style = Style::new().bold();
/// For all that is neither source nor words.
const RULE: Style = AnsiColor::BrightBlue.on_default().bold();

/// Where characters begin in lines that are long: many messages may be about one of them.
#[derive(Default)]
pub struct Lines {
    /// For each line, by its address, the offset of every so many characters.
    known: FxHashMap<*const u8, Vec<usize>>,
}

impl Lines {
    /// The offset of a character, counted from 0; the length of the line if it has not as many.
    fn offset(&mut self, line: &Arc<str>, character: usize) -> usize {
        const STEP: usize = 1024;
        if character == 0 {
            return 0;
        }
        let offsets = self
            .known
            .entry(line.as_ptr())
            .or_insert_with(|| line.char_indices().step_by(STEP).map(|(offset, _)| offset).collect());
        let Some(start) = offsets.get(character / STEP).copied() else { return line.len() };
        let rest = line.get(start..).unwrap_or_default();
        rest.char_indices().nth(character % STEP).map_or(line.len(), |(offset, _)| start + offset)
    }
}

/// Renders `notice`, with colours and an empty line at the end; `name` is what to call the file. `lines` are those of
/// all messages that are rendered together.
pub fn render(notice: &Notice, name: &str, lines: &mut Lines) -> String {
    let frames = frames(notice, lines);
    let gutter = frames.iter().map(|frame| frame.line.to_string().len()).max().unwrap_or_default();
    let mut text = title(notice.severity, &format!("[{}]", notice.code), &notice.message);
    for (index, frame) in frames.iter().enumerate() {
        frame.render(name, gutter, index == 0, &mut text);
    }
    add_advice(notice.advice.as_deref(), gutter, &mut text);
    text
}

/// Renders what is about no place in a source, as [`render`] does.
pub fn render_plain(severity: Severity, code: Option<&str>, message: &str, advice: Option<&str>) -> String {
    let code = code.map(|code| format!("[{code}]")).unwrap_or_default();
    let mut text = title(severity, &code, message);
    add_advice(advice, 1, &mut text);
    text
}

fn title(severity: Severity, code: &str, message: &str) -> String {
    let style = look(severity);
    format!("{style}{severity}{code}{style:#}{STRONG}: {}{STRONG:#}\n", visible(message.chars()))
}

fn look(severity: Severity) -> Style {
    match severity {
        Severity::Error => ERROR,
        _ => WARNING,
    }
}

fn add_advice(advice: Option<&str>, gutter: usize, text: &mut String) {
    if let Some(advice) = advice {
        let advice = visible(advice.chars());
        let _ = writeln!(text, "{RULE}{:gutter$} |\n{:gutter$} = {RULE:#}{STRONG}help{STRONG:#}: {advice}", "", "");
    }
    text.push('\n');
}

/// The primary place first; a place that the window onto a line shows already is marked there.
fn frames<'a>(notice: &'a Notice, lines: &mut Lines) -> Vec<Frame<'a>> {
    let primary = Frame::around(&notice.primary, Mark { sign: "^", style: look(notice.severity) }, lines);
    notice.related.iter().fold(vec![primary], |mut frames, label| {
        let mark = Mark { sign: "-", style: RULE };
        match frames.iter_mut().find(|frame| frame.shows(label)) {
            Some(frame) => frame.labels.push((label, mark)),
            None => frames.push(Frame::around(label, mark, lines)),
        }
        frames
    })
}

/// A window onto one line of a source.
struct Frame<'a> {
    line: usize,
    column: usize,
    /// The characters of the line that are shown, counted from 0.
    window: Range<usize>,
    /// These characters.
    shown: String,
    /// Whether more follow.
    cut_right: bool,
    /// The places to be marked.
    labels: Vec<(&'a Label, Mark)>,
}

/// How a place is underlined.
struct Mark {
    sign: &'static str,
    style: Style,
}

impl<'a> Frame<'a> {
    fn around(label: &'a Label, mark: Mark, lines: &mut Lines) -> Self {
        let line = &label.source_line;
        let fits = line.chars().nth(WINDOW).is_none();
        let start = if fits { 0 } else { start(label).saturating_sub(BEFORE) };
        let mut rest = line.get(lines.offset(line, start)..).unwrap_or_default().chars();
        let shown: String = rest.by_ref().take(WINDOW).collect();
        let window = start..start + shown.chars().count();
        let cut_right = rest.next().is_some();
        Self { line: label.line, column: label.column, window, shown, cut_right, labels: vec![(label, mark)] }
    }

    fn shows(&self, label: &Label) -> bool {
        self.line == label.line && self.window.contains(&start(label))
    }

    fn render(&self, name: &str, gutter: usize, is_first: bool, text: &mut String) {
        let Self { line, column, .. } = self;
        if is_first {
            let _ = writeln!(text, "{RULE}{:gutter$}--> {RULE:#}{name}:{line}:{column}", "");
        } else {
            let _ = writeln!(text, "{RULE}{:gutter$} |\n{:gutter$}::: {RULE:#}{name}:{line}:{column}", "", "");
        }
        let _ = writeln!(text, "{RULE}{:gutter$} |\n{line:>gutter$} |{RULE:#} {}", "", self.source());
        for (label, Mark { sign, style }) in &self.labels {
            let (before, width) = self.extent(label);
            let _ = write!(text, "{RULE}{:gutter$} |{RULE:#} {:before$}{style}{}", "", "", sign.repeat(width));
            if !label.note.is_empty() {
                let _ = write!(text, " {}", visible(label.note.chars()));
            }
            let _ = writeln!(text, "{style:#}");
        }
    }

    fn source(&self) -> String {
        let left = self.is_cut_left().then_some(ELLIPSIS);
        let right = self.cut_right.then_some(ELLIPSIS);
        visible(left.into_iter().chain(self.shown.chars()).chain(right))
    }

    /// How many columns of the terminal stand before a place, and how many it takes.
    fn extent(&self, label: &Label) -> (usize, usize) {
        let skip = start(label).saturating_sub(self.window.start);
        let before = width(self.shown.chars().take(skip)) + usize::from(self.is_cut_left());
        (before, width(self.shown.chars().skip(skip).take(label.length)).max(1))
    }

    fn is_cut_left(&self) -> bool {
        self.window.start > 0
    }
}

/// The first character of a place, counted from 0.
fn start(label: &Label) -> usize {
    label.column.saturating_sub(1)
}

fn width(characters: impl Iterator<Item = char>) -> usize {
    visible(characters).chars().filter_map(UnicodeWidthChar::width).sum()
}

/// Text as a terminal can be given it: nothing moves the cursor, changes colours or turns the reading direction.
fn visible(characters: impl Iterator<Item = char>) -> String {
    let mut text = String::new();
    for character in characters {
        match character {
            '\t' => text.push_str("    "),
            '\0'..='\x1F' => text.extend(char::from_u32(0x2400 + u32::from(character))),
            '\x7F' => text.push('␡'),
            '\u{80}'..='\u{9F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
                text.push(char::REPLACEMENT_CHARACTER);
            }
            _ => text.push(character),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(line: usize, column: usize, length: usize, source_line: &str, note: &str) -> Label {
        let text = "\n".repeat(line - 1) + source_line;
        let offset = |characters: usize| {
            let characters = characters.saturating_add(line - 1);
            text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at)
        };
        let start = column.saturating_sub(1);
        let mut label = Label::new("a.js", &text, offset(start)..offset(start.saturating_add(length)));
        label.note = note.into();
        label
    }

    fn show(primary: Label, related: Vec<Label>) -> String {
        let notice = Notice {
            severity: Severity::Error,
            code: "syntax",
            message: "wrong".into(),
            advice: Some("mend it".into()),
            primary,
            related,
        };
        anstream::adapter::strip_str(&render(&notice, "src/a.js", &mut Lines::default())).to_string()
    }

    #[test]
    fn two_places_on_one_line_share_it() {
        let source = "let a; let a;";
        let text = show(label(3, 12, 1, source, ""), vec![label(3, 5, 1, source, "first")]);
        assert_eq!(
            text,
            "\
error[syntax]: wrong
 --> src/a.js:3:12
  |
3 | let a; let a;
  |            ^
  |     - first
  |
  = help: mend it

"
        );
    }

    #[test]
    fn places_on_other_lines_have_their_own() {
        let text = show(label(30, 5, 3, "let 年末a;", ""), vec![label(3, 9, 1, "\tlet é, a;", "first")]);
        assert_eq!(
            text,
            "\
error[syntax]: wrong
  --> src/a.js:30:5
   |
30 | let 年末a;
   |     ^^^^^
   |
  ::: src/a.js:3:9
   |
 3 |     let é, a;
   |            - first
   |
   = help: mend it

"
        );
    }

    #[test]
    fn any_place_of_any_line_can_be_shown() {
        for line in ["", "a", "\u{9b}31m\u{1b}\t\u{0}é\u{202e}", &"𠮷".repeat(1000)] {
            for column in [0, 1, 2, 3, 119, 120, 121, 500, 999, 1000, 1001, 5000, usize::MAX] {
                for length in [0, 1, 2, 1000, usize::MAX] {
                    let text = show(label(1, column, length, line, ""), vec![label(1, 1, 1, line, "note")]);
                    assert!(!text.contains(['\u{9b}', '\u{1b}', '\u{202e}']), "{text}");
                    assert!(text.contains('^'), "{text}");
                }
            }
        }
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let line = format!("{}X{}", "a".repeat(500_000), "b".repeat(500_000));
        let text = show(label(1, 500_001, 1, &line, ""), vec![]);
        assert!(text.contains(&format!("…{}X{}…\n", "a".repeat(50), "b".repeat(69))), "{text}");
        assert!(text.contains(&format!("  | {}^\n", " ".repeat(51))), "{text}");
        assert!(text.contains("src/a.js:1:500001"), "{text}");
    }
}
