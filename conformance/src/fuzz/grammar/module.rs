//! Modules: one file, or two in a circle, whose exports are written from everywhere.

use super::{
    Generator, Rule, list, mentions,
    module_plan::{Exported, FILES, FilePlan, Form, Own, Plan, Reexport},
};
use crate::fuzz::{
    dice::Dice,
    scope::{Declared, Type},
    tree::{Tree, expression, fixed, statement},
};

/// The first line of a program that uses what is not initialised yet.
pub const EARLY_LINE: &str = "// Uses what is not initialised yet\n";

/// The line before a file; its name follows.
pub const FILE_LINE: &str = "// File ";

/// About how large the statements of a file get, and what is planned.
const BYTES_OF_STATEMENT: usize = 150;
const BYTES_OF_PLAN: usize = 120;

/// What the file that is being made allows.
#[derive(Debug, Default)]
pub struct FileFacts {
    /// Namespaces that it can name, and what is exported by them.
    namespaces: Vec<(String, Vec<Exported>)>,
    /// What can be used only when all files have declared what they export; none if everything can.
    late: Vec<String>,
    /// Whether such things can be used here.
    pub is_late: bool,
    is_second: bool,
    is_early: bool,
    /// What a function that runs before the file does cannot use: it is imported from the second file.
    imported: Vec<String>,
}

impl<'a> Generator<'a> {
    /// The files of a program, each behind a line that names it.
    pub(super) fn modules(&mut self, bytes: &'a [u8]) -> Tree {
        let (planned, bytes) = bytes.split_at(BYTES_OF_PLAN.min(bytes.len()));
        let plan = Plan::new(&mut Dice::new(planned), self.has(super::Feature::Class));
        self.strict = true;
        self.scopes.is_module = true;
        let share = bytes.len() / plan.files.len().max(1);
        let shares: Vec<&[u8]> = bytes.chunks(share.max(1)).collect();
        let files = (0..plan.files.len()).map(|at| {
            let file = self.file(&plan, at, shares.get(at).copied().unwrap_or_default());
            fixed![format!("{FILE_LINE}{}\n", FILES[at]), file]
        });
        let files: Vec<Tree> = files.collect();
        fixed![if plan.is_early { EARLY_LINE } else { "" }, files]
    }

    fn file(&mut self, plan: &Plan, at: usize, bytes: &'a [u8]) -> Tree {
        let file = &plan.files[at];
        self.file = facts(plan, at);
        self.scopes.enter(true);
        self.declare_exports(plan, at);
        let mut planned = file.own.iter();
        let mut left = planned.len();
        let mut statements = vec![];
        let chunks: Vec<&[u8]> = bytes.chunks(BYTES_OF_STATEMENT).collect();
        for (number, chunk) in chunks.iter().enumerate() {
            self.dice = Dice::new(chunk);
            if self.dice.below(chunks.len() - number) < left
                && let Some(own) = planned.next()
            {
                left -= 1;
                statements.push(self.own_declaration(own));
            } else {
                statements.push(self.module_statement());
            }
            self.end_of_declarations(left, at);
        }
        self.dice = Dice::new(&[]);
        statements.extend(planned.map(|own| self.own_declaration(own)));
        self.end_of_declarations(0, at);
        self.dice = Dice::new(bytes);
        for specifiers in specifiers(plan, file, &mut self.dice) {
            let place = self.dice.below(statements.len() + 1);
            statements.insert(place, specifiers);
        }
        let end = if at == 0 { fixed!["drain();\n", self.exports()] } else { Tree::empty() };
        self.scopes.leave();
        fixed![statements, end]
    }

    fn module_statement(&mut self) -> Tree {
        let statement = self.statement();
        if self.dice.chance(90) { self.attempt(statement) } else { statement }
    }

    /// Makes the planned names known. They can be used from here on, or when their declarations have run.
    fn declare_exports(&mut self, plan: &Plan, at: usize) {
        let file = &plan.files[at];
        for own in &file.own {
            let hidden = !plan.is_early || self.dice.chance(60);
            if let Some(local) = &own.local {
                self.scopes.declare_planned(local, own.form.declared(), own.holds, hidden);
            }
        }
        for import in &file.imports {
            let hidden = self.file.late.contains(&import.local);
            self.scopes.declare_planned(&import.local, Declared::Import, import.exported.holds, hidden);
        }
    }

    fn end_of_declarations(&mut self, left: usize, at: usize) {
        if left == 0 && at == 0 {
            self.set_late(true);
        }
    }

    fn set_late(&mut self, is_late: bool) {
        self.file.is_late = is_late;
        self.scopes.set_hidden(&self.file.late, !is_late);
    }

    /// Something in which the late names can be used, since it runs later.
    fn in_late(&mut self, inner: impl FnOnce(&mut Self) -> Tree) -> Tree {
        let was_late = self.file.is_late;
        self.set_late(true);
        let tree = inner(self);
        self.set_late(was_late);
        tree
    }

    /// A declared function, which may run before the first file does.
    pub(super) fn without_imports(&mut self, inner: impl FnOnce(&mut Self) -> Tree) -> Tree {
        if !self.file.is_early || self.file.is_second {
            return inner(self);
        }
        let namespaces = std::mem::take(&mut self.file.namespaces);
        self.scopes.set_hidden(&self.file.imported, true);
        let tree = inner(self);
        self.scopes.set_hidden(&self.file.imported, false);
        self.file.namespaces = namespaces;
        tree
    }

    fn own_declaration(&mut self, own: &Own) -> Tree {
        let tree = self.declaration_of(own);
        if let Some(local) = own.local.as_ref().filter(|_| !own.is_late) {
            self.scopes.set_hidden(std::slice::from_ref(local), false);
        }
        tree
    }

    fn declaration_of(&mut self, own: &Own) -> Tree {
        let export = if own.form.is_default() {
            "export default "
        } else if own.is_direct {
            "export "
        } else {
            ""
        };
        let name = own.local.as_deref().unwrap_or_default();
        let keyword = match own.form {
            Form::Let => "let",
            Form::Const => "const",
            Form::Var => "var",
            Form::Function | Form::DefaultFunction => return self.own_function(export, name, own.is_late),
            Form::Class | Form::DefaultClass => return self.own_class(export, name),
            Form::DefaultValue => return statement![export, self.expression(own.holds), ";"],
        };
        let value = if self.dice.chance(30) { self.short(own.holds) } else { self.expression(own.holds) };
        match self.dice.below(8) {
            0 => statement![format!("{export}{keyword} {{ p: {name} }} = {{ p: "), value, " };"],
            1 => statement![format!("{export}{keyword} [{name} = "), value, "] = [];"],
            2 if own.form != Form::Const && own.holds != Type::Function => {
                statement![format!("{export}{keyword} {name};")]
            }
            _ => statement![format!("{export}{keyword} {name} = "), value, ";"],
        }
    }

    fn own_function(&mut self, export: &str, name: &str, is_late: bool) -> Tree {
        let facts = self.some_function();
        let keyword = facts.keyword();
        let function = |this: &mut Self| this.parameters_and_body(facts);
        let function = if is_late { self.in_late(function) } else { self.without_imports(function) };
        statement![export, keyword, name, function]
    }

    fn own_class(&mut self, export: &str, name: &str) -> Tree {
        let class = self.class_tail();
        statement![export, "class ", name, class]
    }

    fn short(&mut self, holds: Type) -> Tree {
        match holds {
            Type::Text => self.string(),
            Type::List => self.short_list(),
            Type::Object => self.short_object(),
            Type::Function => self.short_function(),
            Type::Class => self.short_class(),
            Type::Any | Type::Number => self.number(),
        }
    }

    /// Tells what all namespaces hold.
    fn exports(&mut self) -> Tree {
        let mut lines = vec![];
        for (namespace, exported) in std::mem::take(&mut self.file.namespaces) {
            let members = exported.iter().map(|it| fixed![format!("() => {namespace}[{:?}]", it.name)]).collect();
            lines.push(statement![format!("tellAll({namespace:?}, ["), list(members), "]);"]);
        }
        fixed![lines]
    }

    pub(super) fn module_statements(&self, rules: &mut Vec<(usize, Rule<'a>)>) {
        if !self.has(super::Feature::Module) {
            return;
        }
        rules.push((12, Self::written_export));
        rules.push((5, Self::loop_over_export));
        if self.file.is_second {
            rules.push((6, Self::late_closure));
        }
    }

    pub(super) fn module_expressions(&self, rules: &mut Vec<(usize, Rule<'a>)>) {
        if !self.has(super::Feature::Module) {
            return;
        }
        rules.push((6, Self::export_write));
        rules.push((8, Self::namespace_member));
    }

    /// A closure that is called when all files have run.
    fn late_closure(&mut self) -> Tree {
        let closure = self.in_late(Self::arrow);
        statement!["keep(", closure, ");"]
    }

    fn written_export(&mut self) -> Tree {
        let write = self.export_write();
        statement!["log(", self.id(), ", ", write, ");"]
    }

    /// A binding of the file that others see, and now and then an import or a constant, which throws. (Of a constant that is not
    /// initialised, QuickJS does not throw a ReferenceError.)
    fn exported_name(&mut self) -> Option<(String, Type)> {
        let takes_constants = !self.file.is_early && self.dice.chance(10);
        let fits = |declared| takes_constants || !matches!(declared, Declared::Const | Declared::Import);
        let name = self.name(|binding| binding.is_planned && fits(binding.declared))?;
        let binding = self.scopes.visible().into_iter().find(|binding| binding.name == name)?;
        Some((name, binding.holds))
    }

    /// An assignment to an exported name, in one of all forms.
    fn export_write(&mut self) -> Tree {
        let Some((name, holds)) = self.exported_name() else { return self.number() };
        let value = self.expression(holds);
        // For Duktape, as in `read_at_once`.
        let reads = !mentions(&value, &name);
        match self.dice.below(17) {
            // What is extended must be a class: an arrow function becomes one in ES5.
            0 | 1 | 2 | 8 | 9 | 10 | 11 | 14 if holds == Type::Class => expression![format!("({name} = "), value, ")"],
            0 if reads => {
                let operator = self.dice.pick(&["+=", "-=", "**=", "%="]);
                expression![format!("({name} {operator} cap("), value, "))"]
            }
            1 => expression![format!("({name}++)")],
            2 => expression![format!("(--{name})")],
            3 | 4 => {
                let operator = self.dice.pick(&["&&=", "||=", "??="]);
                expression![format!("({name} {operator} "), value, ")"]
            }
            5 => expression![format!("([{name}] = ["), value, "])"],
            6 => expression![format!("([, {name} = "), value, "] = [1])"],
            7 => expression![format!("({{ {name} }} = {{ {name}: "), value, " })"],
            8 => expression![format!("({{ p: {name} = "), value, " } = ", self.expression(Type::Object), ")"],
            9 => expression![format!("([...{name}] = "), self.expression(Type::List), ")"],
            10 => expression![
                format!("({{ q: Object({{}}).p, ...{name} }} = Object("),
                self.expression(Type::Object),
                "))"
            ],
            11 => self.swap(&name),
            12 => expression![format!("(({name}) = cap("), value, "))"],
            13 => expression![format!("(x => {name} = x)("), value, ")"],
            14 => expression![format!("({name} = "), self.target_beside(), " = cap(", value, "))"],
            15 => expression![format!("([Object({{}}).p, [{name}]] = [1, ["), value, "]])"],
            _ => expression![format!("({name} = cap("), value, "))"],
        }
    }

    fn target_beside(&mut self) -> Tree {
        match self.exported_name() {
            Some((name, holds)) if holds != Type::Class => expression![name],
            _ => expression!["Object({}).p"],
        }
    }

    fn swap(&mut self, name: &str) -> Tree {
        let Some((other, _)) = self.exported_name().filter(|(_, holds)| *holds != Type::Class) else {
            return expression![name.to_owned()];
        };
        expression![format!("([{name}, {other}] = [{other}, {name}])")]
    }

    /// A loop whose head assigns an exported name.
    fn loop_over_export(&mut self) -> Tree {
        let Some((name, _)) = self.exported_name().filter(|(_, holds)| *holds != Type::Class) else {
            return self.log();
        };
        let log = statement![format!("log({}, {name});", self.id())];
        let head = match self.dice.below(6) {
            0 => fixed![format!("{name} in "), self.expression(Type::Object)],
            1 => fixed![format!("[{name}] of [["), self.expression(Type::Any), "], [1]]"],
            2 => fixed![format!("{{ p: {name} = "), self.expression(Type::Any), " } of [{}, { p: 2 }]"],
            3 => {
                let turns = self.id();
                fixed![format!("{name} = "), self.expression(Type::Number), format!("; turns({turns}) < 3; {name}++")]
            }
            _ => fixed![format!("{name} of "), self.iterable()],
        };
        let body = self.block(0, 2);
        statement!["for (", head, ") {\ntick();\n", log, body, "\n}"]
    }

    /// What a namespace has, and what can be done with it.
    fn namespace_member(&mut self) -> Tree {
        let is_late = self.file.is_late;
        let members = self.file.namespaces.iter().flat_map(|(namespace, exported)| {
            exported.iter().filter(|it| is_late || !it.is_late).map(|it| (namespace.clone(), it.clone()))
        });
        let members: Vec<(String, Exported)> = members.collect();
        if members.is_empty() {
            return self.number();
        }
        let (namespace, Exported { name, holds, .. }) = members[self.dice.below(members.len())].clone();
        let is_identifier = !name.contains(' ');
        let dot = if is_identifier && self.dice.chance(60) { format!(".{name}") } else { format!("[{name:?}]") };
        let chain = if dot.starts_with('.') { format!("?{dot}") } else { format!("?.{dot}") };
        match self.dice.below(12) {
            0 => expression![format!("({name:?} in {namespace})")],
            1 => expression![format!("typeof {namespace}{dot}")],
            2 => expression![format!("{namespace}{chain}")],
            3 => {
                let target = self.target();
                // Not its value, which is the namespace.
                expression![format!("typeof ({{ {name:?}: "), target, format!(" }} = {namespace})")]
            }
            4 => expression![format!("typeof {namespace}.missing")],
            5 | 6 if holds == Type::Function => {
                expression![format!("{namespace}{dot}("), self.arguments_of_call(), ")"]
            }
            7 if holds == Type::Function => {
                expression![format!("(0, {namespace}{dot})("), self.arguments_of_call(), ")"]
            }
            8 if holds == Type::Function => {
                expression![format!("{namespace}{dot}`t${{"), self.expression(Type::Number), "}`"]
            }
            5 | 6 if holds == Type::Class => {
                expression![format!("new {namespace}{dot}("), self.arguments_of_call(), ")"]
            }
            _ => expression![format!("{namespace}{dot}")],
        }
    }
}

fn facts(plan: &Plan, at: usize) -> FileFacts {
    let file = &plan.files[at];
    // What the first file declares is late for the second one; what one declares itself, by another name.
    let is_late = |it: &Exported| !plan.is_early && (it.is_late || it.home == at || (it.home == 0 && at == 1));
    let own_late = file.own.iter().filter(|own| own.is_late).filter_map(|own| own.local.clone());
    let imports = file.imports.iter().filter(|it| is_late(&it.exported)).map(|it| it.local.clone());
    let is_hasty = |from: usize| plan.is_early && at == 1 && from == 0;
    let has_star = |from: usize| plan.files[from].reexports.iter().any(|it| matches!(it, Reexport::Star { .. }));
    let exported = |from: usize| {
        // With the option `spec`, a namespace has the names that there are when it is first used.
        let is_left_out = move |it: &Exported| is_hasty(from) && (it.is_reexport || has_star(from));
        let all = plan.files[from].exported.iter().filter(move |it| !is_left_out(it));
        all.map(|it| Exported { is_late: is_late(it), ..it.clone() }).collect()
    };
    let namespaces = file.namespaces.iter().flat_map(|(local, from)| {
        let path = local.clone();
        let is_hasty = is_hasty(*from);
        let inner = plan.files[*from].reexports.iter().filter_map(move |reexport| match reexport {
            Reexport::Namespace { from, alias } if !is_hasty => Some((format!("{path}[{alias:?}]"), *from)),
            _ => None,
        });
        std::iter::once((local.clone(), *from)).chain(inner)
    });
    FileFacts {
        namespaces: namespaces.map(|(path, from)| (path, exported(from))).collect(),
        late: own_late.chain(imports).collect(),
        imported: match plan.is_early && at == 0 {
            true => file.imports.iter().map(|import| import.local.clone()).collect(),
            false => vec![],
        },
        is_late: plan.is_early,
        is_second: at == 1,
        is_early: plan.is_early,
    }
}

/// The `import` and `export` statements of a file.
fn specifiers(plan: &Plan, file: &FilePlan, dice: &mut Dice<'_>) -> Vec<Tree> {
    let mut all = vec![];
    // Also when the first file names nothing of the second, it has to run.
    if plan.files.len() > 1 {
        all.push(statement![format!("import \"./{}\";", FILES[1])]);
    }
    for (local, from) in &file.namespaces {
        all.push(statement![format!("import * as {local} from \"./{}\";", FILES[*from])]);
    }
    for import in &file.imports {
        let (name, local, from) = (&import.exported.name, &import.local, FILES[import.from]);
        let specifier = match name.as_str() {
            "default" if dice.chance(60) => local.clone(),
            _ if name == local && dice.chance(60) => format!("{{ {local} }}"),
            _ => format!("{{ {} as {local} }}", spelled(name, dice)),
        };
        all.push(statement![format!("import {specifier} from \"./{from}\";")]);
    }
    for own in &file.own {
        let local = own.local.as_deref().unwrap_or_default();
        for alias in &own.aliases {
            all.push(statement![format!("export {{ {local} as {} }};", spelled(alias, dice))]);
        }
    }
    for reexport in &file.reexports {
        all.push(match reexport {
            Reexport::Star { from } => statement![format!("export * from \"./{}\";", FILES[*from])],
            Reexport::Namespace { from, alias } => {
                statement![format!("export * as {} from \"./{}\";", spelled(alias, dice), FILES[*from])]
            }
            Reexport::Named { from, name, alias } => {
                let (name, alias) = (spelled(name, dice), spelled(alias, dice));
                statement![format!("export {{ {name} as {alias} }} from \"./{}\";", FILES[*from])]
            }
        });
    }
    all
}

/// The name of an export, as a word or as a string.
fn spelled(name: &str, dice: &mut Dice<'_>) -> String {
    if name.contains(' ') || dice.chance(20) { format!("{name:?}") } else { name.to_owned() }
}
