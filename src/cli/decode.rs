//! Bytes to text: UTF-8, or a message that shows the first byte that is not.

use downlevel::{Label, Severity};

use super::notice::Notice;

/// How much of the line after the wrong byte is looked at.
const LOOK_AHEAD: usize = 400;

/// The text of a file that messages call `name`.
pub fn decode(bytes: Vec<u8>, name: &str) -> Result<String, Box<Notice>> {
    String::from_utf8(bytes)
        .map_err(|error| Box::new(not_utf8(error.as_bytes(), error.utf8_error().valid_up_to(), name)))
}

fn not_utf8(bytes: &[u8], valid_up_to: usize, name: &str) -> Notice {
    let (valid, rest) = bytes.split_at_checked(valid_up_to).unwrap_or((bytes, &[]));
    let byte = rest.first().copied().unwrap_or_default();
    let (message, advice) = match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => {
            ("the source is UTF-16, not UTF-8".to_owned(), "convert it, for example with `iconv -f UTF-16 -t UTF-8`")
        }
        _ => (
            format!("the source is not UTF-8: the byte 0x{byte:02X} cannot stand here"),
            "save it as UTF-8, or convert it, for example with `iconv -f WINDOWS-1252 -t UTF-8`",
        ),
    };
    Notice {
        severity: Severity::Error,
        code: "encoding",
        message,
        advice: Some(advice.to_owned()),
        primary: label(&String::from_utf8_lossy(valid), rest, name),
        related: vec![],
    }
}

/// The place after `before`, where `rest` begins.
fn label(before: &str, rest: &[u8], name: &str) -> Label {
    let ahead = String::from_utf8_lossy(rest.get(..LOOK_AHEAD).unwrap_or(rest));
    Label::new(name, &format!("{before}{ahead}"), before.len()..before.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_wrong_byte_is_located() {
        let error = decode(b"var a;\r\nvar \xC3\xA9 = \"\xE9\";\nb".to_vec(), "a.js").unwrap_err();
        let Label { line, column, source_line, .. } = &error.primary;
        assert_eq!((*line, *column, &**source_line), (2, 10, "var é = \"\u{FFFD}\";"));
    }
}
