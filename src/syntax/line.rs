//! Where lines end ([LineTerminator](https://tc39.es/ecma262/2025/#sec-line-terminators)).

pub(crate) const LINE_TERMINATORS: [char; 4] = ['\n', '\r', '\u{2028}', '\u{2029}'];
