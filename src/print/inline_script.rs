//! Strings that can stand in an HTML page, within a `<script>` element: `</script` would end it, and after `<!--` a
//! `<script` would keep the next `</script>` from ending it.
//!
//! Sources break them up by escapes, which a template loses when it becomes a string. So they are always broken up:
//! `"<\/script>"`, `"<\!--"`.

use std::borrow::Cow;

use memchr::memchr_iter;

const CLOSING_TAG: &[u8] = b"</script";
const COMMENT: &[u8] = b"<!--";

/// `text`, which is that of a string, with a backslash in each of them. It means what it meant: the escapes are of
/// characters that stand for themselves.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    let mut escaped = String::new();
    let mut from = 0;
    for at in memchr_iter(b'<', text.as_bytes()) {
        let rest = &text.as_bytes()[at..];
        let begins = |word: &[u8]| rest.get(..word.len()).is_some_and(|text| text.eq_ignore_ascii_case(word));
        if begins(CLOSING_TAG) || begins(COMMENT) {
            escaped.push_str(&text[from..=at]);
            escaped.push('\\');
            from = at + 1;
        }
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    escaped.push_str(&text[from..]);
    Cow::Owned(escaped)
}
