//! What becomes of `import` and `export`: learned from the items of a module before it is lowered.

mod commonjs;

pub(crate) use commonjs::CommonJs;
