//! Parentheses: the printer writes none of its own, so whoever gives a node another child encloses that child.
//!
//! ```js
//! a * HOLE      HOLE = b + c       a * (b + c)
//! new HOLE()    HOLE = f()         new (f())()
//! HOLE;         HOLE = {}.x        ({}).x;
//! ```
//!
//! The parser keeps the parentheses of the source as `Expr::Paren`; they are never taken away here. They matter
//! beyond grouping: `("use strict");` is no directive, and `(f) = function() {};` gives the function no name.
//! What is easy to miss:
//! - `new a().b()` ends the callee of `new` at the first `(`, however deep it stands on the left;
//! - `-1` as a literal is an operator and its operand once it is printed;
//! - an expression statement, the body of an arrow, a default export and the head of a loop each forbid other
//!   first tokens, and the first token may be the start of a long chain: `function() {}.call(x).y;`
//! - inside the head of a `for`, an `in` outside of any bracket ends the head.
//!
//! Patterns are left alone: none reaches the output.

