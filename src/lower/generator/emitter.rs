//! What a machine is made of while it is written: cases, jumps between them, and regions that catch errors.
//!
//! Labels get their numbers at the end, in the order in which they stand in the output; those that nothing jumps to
//! get none. Until then an identifier with its index in the `ctxt` stands for each ([`label`](Machine::label)).

use swc_common::{DUMMY_SP, SyntaxContext};
use swc_ecma_ast::*;
use swc_ecma_visit::{VisitMut, VisitMutWith, noop_visit_mut_type};

use super::{
    MachineNames,
    leaps::{Leap, Next},
};
use crate::{build, helpers::Helper, lower::Lower, scope::LABEL_BIT};

/// A place in the machine: an index into [`Machine::labels`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Label(usize);

/// A `try` statement's clause that catches: an index, counted from 1; 0 is what no `try` is around.
pub(super) type Region = usize;

struct LabelFacts {
    region: Region,
    /// How many jumps go there.
    uses: u32,
    /// Something comes there from another region.
    sets_region: bool,
}

/// What catches what is thrown in a region.
#[derive(Clone, Copy)]
pub(super) enum Clause {
    Catch(Label),
    Finally(Label),
}

/// Labels of one place, and the code up to the next one.
struct Case {
    labels: Vec<Label>,
    ops: Vec<Op>,
}

enum Op {
    /// A statement; whether labels are mentioned in it.
    Stmt(Stmt, bool),
    Jump(Label),
}

/// A machine that is being written.
pub(super) struct Machine<'m> {
    pub(super) lower: &'m mut Lower,
    pub(super) names: MachineNames,
    pub(super) leaps: Vec<Leap>,
    pub(super) region: Region,
    /// Whether the current code can be reached.
    pub(super) reachable: bool,
    labels: Vec<LabelFacts>,
    regions: Vec<(Region, Clause)>,
    cases: Vec<Case>,
    /// The label of the machine's own loop, if some jump needs it.
    loop_label: Option<Ident>,
    uses_sent: bool,
}

// Writing.
impl<'m> Machine<'m> {
    pub(super) fn new(lower: &'m mut Lower, names: MachineNames) -> Self {
        Self {
            lower,
            names,
            leaps: vec![],
            region: 0,
            reachable: true,
            labels: vec![],
            regions: vec![],
            cases: vec![Case { labels: vec![], ops: vec![] }],
            loop_label: None,
            uses_sent: false,
        }
    }

    /// A label in the current region, to be placed by [`mark`](Self::mark).
    pub(super) fn new_label(&mut self) -> Label {
        self.labels.push(LabelFacts { region: self.region, uses: 0, sets_region: false });
        Label(self.labels.len() - 1)
    }

    /// A region in the current one. The runtime goes to its clause.
    pub(super) fn new_region(&mut self, clause: Clause) -> Region {
        self.regions.push((self.region, clause));
        if self.reachable {
            let (Clause::Catch(label) | Clause::Finally(label)) = clause;
            self.labels[label.0].uses += 1;
        }
        self.regions.len()
    }

    /// Goes on in `region`: `_m.region = 1;`
    pub(super) fn enter_region(&mut self, region: Region) {
        self.region = region;
        let stmt = self.region_statement(region);
        self.push(stmt);
    }

    fn region_statement(&self, region: Region) -> Stmt {
        let field = build::member(Expr::Ident(self.names.machine.clone()), "region");
        build::statement(build::assign(field, build::num(region as f64)))
    }

    /// Places a label here, in its own region.
    pub(super) fn mark(&mut self, label: Label) {
        let facts = &mut self.labels[label.0];
        facts.sets_region |= self.reachable && self.region != facts.region;
        self.region = facts.region;
        self.reachable |= facts.uses > 0;
        self.cases.push(Case { labels: vec![label], ops: vec![] });
    }

    /// Adds a statement that mentions no labels.
    pub(super) fn push(&mut self, stmt: Stmt) {
        self.add(Op::Stmt(stmt, false));
    }

    /// Adds a statement that mentions labels.
    pub(super) fn push_labelled(&mut self, stmt: Stmt) {
        self.add(Op::Stmt(stmt, true));
    }

    pub(super) fn push_expr(&mut self, expr: Expr) {
        self.push(build::statement(expr));
    }

    fn add(&mut self, op: Op) {
        if !self.reachable {
            return;
        }
        self.reachable = !matches!(op, Op::Jump(_) | Op::Stmt(Stmt::Return(_) | Stmt::Throw(_), _));
        if let Some(case) = self.cases.last_mut() {
            case.ops.push(op);
        }
    }

    /// Goes to `label`, in the same region or out of one without a `finally`.
    pub(super) fn goto(&mut self, label: Label) {
        if self.reachable {
            self.use_label(label, self.region);
            self.add(Op::Jump(label));
        }
    }

    /// `if (test) { _state = 1; continue; }`
    pub(super) fn goto_if(&mut self, test: Expr, label: Label) {
        if self.reachable {
            let jump = self.jump(label, Next::Nearest);
            self.push_labelled(build::when(test, build::block(jump)));
        }
    }

    /// `_state = 1; continue;`
    pub(super) fn jump(&mut self, label: Label, next: Next) -> Vec<Stmt> {
        let to = self.label(label);
        let state = Expr::Ident(self.names.state.clone());
        let label = match next {
            Next::Nearest => None,
            Next::Labelled => Some(self.loop_label()),
        };
        vec![build::statement(build::assign(state, to)), Stmt::Continue(ContinueStmt { span: DUMMY_SP, label })]
    }

    fn loop_label(&mut self) -> Ident {
        let label = self.loop_label.take().unwrap_or_else(|| self.lower.fresh_ident("run"));
        self.loop_label = Some(label.clone());
        label
    }

    /// The number of a label that is gone to from here.
    pub(super) fn label(&mut self, label: Label) -> Expr {
        self.label_from(label, self.region)
    }

    /// The number of a label that is gone to from where `place` is.
    pub(super) fn label_outside(&mut self, label: Label, place: Label) -> Expr {
        self.label_from(label, self.labels[place.0].region)
    }

    fn label_from(&mut self, label: Label, region: Region) -> Expr {
        if self.reachable {
            self.use_label(label, region);
        }
        let ctxt = SyntaxContext::from_u32(LABEL_BIT | label.0 as u32);
        Expr::Ident(Ident { ctxt, ..Ident::default() })
    }

    fn use_label(&mut self, label: Label, from: Region) {
        let facts = &mut self.labels[label.0];
        facts.uses += 1;
        facts.sets_region |= from != facts.region;
    }

    /// The value that the machine was resumed with.
    pub(super) fn sent(&mut self) -> Expr {
        self.uses_sent = true;
        Expr::Ident(self.names.sent.clone())
    }
}

// Finishing.
impl Machine<'_> {
    /// The function of the machine and, if it has regions, what finds their clauses: `_unwind([0, 5, 1, -8])`.
    pub(super) fn finish(mut self) -> Vec<Expr> {
        if self.reachable {
            self.push(build::return_at(DUMMY_SP, None));
        }
        let mut cases = self.merge_cases();
        let mut numbers = vec![0; self.labels.len()];
        for (number, case) in cases.iter().enumerate() {
            case.labels.iter().for_each(|label| numbers[label.0] = number);
        }
        let end = cases.pop_if(|case| case.is_end());
        let end_number = end.as_ref().map(|_| cases.len());
        let mut numbering = Numbering { numbers: &numbers, end: end_number, needs_end: false };
        let count = cases.len();
        let mut switch_cases: Vec<_> =
            (0..).zip(cases).map(|(number, case)| self.switch_case(number, case, &mut numbering)).collect();
        let falls_through = switch_cases
            .last()
            .is_none_or(|case| !matches!(case.cons.last(), Some(Stmt::Return(_) | Stmt::Throw(_) | Stmt::Continue(_))));
        if let Some(end) = end.filter(|_| numbering.needs_end || falls_through) {
            switch_cases.push(self.switch_case(count, end, &mut numbering));
        }
        let switch = Stmt::Switch(SwitchStmt {
            span: DUMMY_SP,
            discriminant: Box::new(Expr::Ident(self.names.state.clone())),
            cases: switch_cases,
            ..Default::default()
        });
        // for (;;) switch (_state) { … }
        let mut body =
            Stmt::For(ForStmt { span: DUMMY_SP, init: None, test: None, update: None, body: Box::new(switch) });
        if let Some(label) = self.loop_label.take() {
            body = Stmt::Labeled(LabeledStmt { span: DUMMY_SP, label, body: Box::new(body) });
        }
        let MachineNames { machine, state, sent } = self.names.clone();
        let params = if self.uses_sent { vec![machine, state, sent] } else { vec![machine, state] };
        let mut parts = vec![build::function(None, params, vec![body])];
        if !self.regions.is_empty() {
            let table = self.table(&numbers);
            parts.push(self.lower.helper(Helper::Unwind, [table]));
        }
        parts
    }

    /// Drops jumps to what comes next, and labels that nothing uses.
    fn merge_cases(&mut self) -> Vec<Case> {
        let mut merged: Vec<Case> = vec![];
        for case in std::mem::take(&mut self.cases) {
            let (Some(last), Some(&label)) = (merged.last_mut(), case.labels.first()) else {
                merged.push(case);
                continue;
            };
            if last.ops.last().is_some_and(|op| matches!(op, Op::Jump(target) if *target == label)) {
                last.ops.pop();
                self.labels[label.0].uses -= 1;
            }
            let facts = &self.labels[label.0];
            let is_same_place = last.ops.is_empty() && !facts.sets_region;
            if facts.uses > 0 && !is_same_place {
                merged.push(case);
                continue;
            }
            if is_same_place {
                last.labels.push(label);
            } else if facts.sets_region {
                last.ops.push(Op::Stmt(self.region_statement(self.labels[label.0].region), false));
            }
            last.ops.extend(case.ops);
        }
        merged
    }

    fn switch_case(&mut self, number: usize, case: Case, numbering: &mut Numbering) -> SwitchCase {
        let mut cons = vec![];
        if let Some(&label) = case.labels.first()
            && self.labels[label.0].sets_region
        {
            cons.push(self.region_statement(self.labels[label.0].region));
        }
        for op in case.ops {
            match op {
                Op::Stmt(stmt, false) => cons.push(stmt),
                Op::Stmt(mut stmt, true) => {
                    stmt.visit_mut_with(numbering);
                    match stmt {
                        Stmt::Block(block) => cons.extend(block.stmts),
                        stmt => cons.push(stmt),
                    }
                }
                Op::Jump(label) => {
                    let mut stmts = self.jump(label, Next::Nearest);
                    stmts.visit_mut_with(numbering);
                    cons.append(&mut stmts);
                }
            }
        }
        SwitchCase { span: DUMMY_SP, test: Some(Box::new(build::num(number as f64))), cons }
    }

    /// `[0, 5, 1, -8]`
    fn table(&self, numbers: &[usize]) -> Expr {
        let entries = self.regions.iter().flat_map(|(parent, clause)| {
            let label = match clause {
                Clause::Catch(label) => numbers[label.0] as f64,
                Clause::Finally(label) => -(numbers[label.0] as f64),
            };
            [build::num(*parent as f64), build::num(label)]
        });
        build::array(entries.collect())
    }
}

impl Case {
    /// Whether there is nothing left to do from here.
    fn is_end(&self) -> bool {
        matches!(&self.ops[..], [Op::Stmt(Stmt::Return(ReturnStmt { arg: None, .. }), _)])
    }
}

/// Gives labels their numbers. A jump to the end becomes a `return`.
struct Numbering<'n> {
    numbers: &'n [usize],
    /// The number of the case that only returns.
    end: Option<usize>,
    /// Something else than a jump mentions it.
    needs_end: bool,
}

impl Numbering<'_> {
    fn number(&self, label: &Expr) -> Option<usize> {
        let ctxt = label.as_ident().map_or(0, |ident| ident.ctxt.as_u32());
        // Beside `LABEL_BIT` a temporary would have `TEMP`.
        let is_label = ctxt & !(LABEL_BIT - 1) == LABEL_BIT;
        is_label.then(|| self.numbers.get((ctxt - LABEL_BIT) as usize).copied().unwrap_or_default())
    }

    /// Whether a statement is `_state = end;`.
    fn leads_to_end(&self, stmt: &Stmt) -> bool {
        let Stmt::Expr(stmt) = stmt else { return false };
        let Expr::Assign(assign) = &*stmt.expr else { return false };
        self.end.is_some() && self.number(&assign.right) == self.end
    }
}

impl VisitMut for Numbering<'_> {
    noop_visit_mut_type!();

    fn visit_mut_stmts(&mut self, stmts: &mut Vec<Stmt>) {
        if let [.., state, Stmt::Continue(_)] = &stmts[..]
            && self.leads_to_end(state)
        {
            stmts.truncate(stmts.len() - 2);
            stmts.push(build::return_at(DUMMY_SP, None));
        }
        stmts.visit_mut_children_with(self);
    }

    fn visit_mut_expr(&mut self, expr: &mut Expr) {
        match self.number(expr) {
            Some(at) => {
                self.needs_end |= self.end == Some(at);
                *expr = build::num(at as f64);
            }
            None => expr.visit_mut_children_with(self),
        }
    }

    fn visit_mut_function(&mut self, _: &mut Function) {}
}
