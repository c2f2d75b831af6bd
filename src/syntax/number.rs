//! The text of numbers.

/// The property key of a number
/// ([ES2018 §7.1.12.1](https://tc39.es/ecma262/2018/#sec-tostring-applied-to-the-number-type)).
pub(crate) fn number_key(value: f64) -> String {
    ryu_js::Buffer::new().format(value).to_owned()
}
