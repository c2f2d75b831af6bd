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
        if symbol.kind != BindingKind::BlockFunction || symbol.annex_b.var == 0 || symbol.lookups.is_in_with {
            continue;
        }
        let var = &facts.symbols[symbol.annex_b.var as usize];
        let is_var_seen = var.used || facts.functions[var.function as usize].has_eval;
        let is_early = is_var_seen && !symbol.annex_b.leads_block;
        if is_early
            || symbol.writes.reassigned
            || symbol.output.held_per_iteration
            || symbol.writes.captured && var.writes.reassigned
        {
            continue;
        }
        let symbol = &mut facts.symbols[index];
        symbol.annex_b.is_shared = true;
        symbol.output.may_clash = false;
        let (var, is_more_than_called, is_seen_in_with) =
            (symbol.annex_b.var, symbol.escape.is_more_than_called, symbol.lookups.is_seen_in_with);
        let var = &mut facts.symbols[var as usize];
        var.escape.is_more_than_called |= is_more_than_called;
        var.lookups.is_seen_in_with |= is_seen_in_with;
    }
}

/// Gives the functions that share a variable with their `var` its name, which has been chosen.
pub(super) fn take_names(facts: &mut Facts) {
    for index in 1..facts.symbols.len() {
        let symbol = &facts.symbols[index];
        if symbol.annex_b.is_shared {
            let renamed = facts.symbols[symbol.annex_b.var as usize].output.renamed.clone();
            facts.symbols[index].output.renamed = renamed;
        }
    }
}
