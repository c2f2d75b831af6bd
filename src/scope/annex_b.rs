//! Function declarations in blocks of sloppy code
//! ([Annex B.3.3](https://tc39.es/ecma262/2018/#sec-block-level-function-declarations-web-legacy-compatibility-semantics)).
//!
//! Such a declaration makes two bindings: one of the block, and a `var` of the function that gets the value when
//! the declaration is evaluated. They can be one ES5 variable unless someone could tell them apart: the variable that
//! they share has its value from the beginning of the block.

use super::{BindingKind, Facts};

/// Lets a block function and its `var` be one variable where that cannot be observed.
pub(super) fn share_names(facts: &mut Facts) {
    for index in 1..facts.symbols.len() {
        let symbol = &facts.symbols[index];
        if symbol.kind != BindingKind::BlockFunction || symbol.annex_b == 0 || symbol.is_in_with {
            continue;
        }
        let var = &facts.symbols[symbol.annex_b as usize];
        let is_var_seen = var.used || facts.functions[var.function as usize].has_eval;
        let is_early = is_var_seen && !symbol.leads_block;
        if is_early || symbol.reassigned || symbol.held_per_iteration || symbol.captured && var.reassigned {
            continue;
        }
        let symbol = &mut facts.symbols[index];
        symbol.shares_annex_b = true;
        symbol.may_clash = false;
        let (var, is_more_than_called, is_seen_in_with) =
            (symbol.annex_b, symbol.escape.is_more_than_called, symbol.is_seen_in_with);
        let var = &mut facts.symbols[var as usize];
        var.escape.is_more_than_called |= is_more_than_called;
        var.is_seen_in_with |= is_seen_in_with;
    }
}

/// Gives the functions that share a variable with their `var` its name, which has been chosen.
pub(super) fn take_names(facts: &mut Facts) {
    for index in 1..facts.symbols.len() {
        let symbol = &facts.symbols[index];
        if symbol.shares_annex_b {
            let renamed = facts.symbols[symbol.annex_b as usize].renamed.clone();
            facts.symbols[index].renamed = renamed;
        }
    }
}
