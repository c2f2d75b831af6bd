//! What the modules of a program export and import. It is decided before they are made, since each names what the
//! others have.

use crate::fuzz::{
    dice::Dice,
    scope::{Declared, NAMES, Type},
};

/// The files of a program; the first is the main one. It imports the second, which mostly imports it, too.
pub const FILES: [&str; 2] = ["main.js", "other.js"];

/// Names that exports are given by `as`.
const ALIASES: [&str; 9] =
    ["default", "first", "second", "class", "a", "x", "two words", "constructor", "hasOwnProperty"];

#[derive(Debug, Default)]
pub struct Plan {
    pub files: Vec<FilePlan>,
    /// Whether what is not initialised yet may be used. If not, the second file uses what the first declares only in
    /// functions that run when the first file's declarations have run: those are `late`.
    ///
    /// Even so, nothing is read through the first file while it waits for the second: what it exports from there, and
    /// what its functions import from there, is in a variable that CommonJS sets afterwards.
    pub is_early: bool,
}

#[derive(Debug, Default, Clone)]
pub struct FilePlan {
    pub own: Vec<Own>,
    pub reexports: Vec<Reexport>,
    pub imports: Vec<Import>,
    /// By file: the local name of its namespace.
    pub namespaces: Vec<(String, usize)>,
    /// All that others can import.
    pub exported: Vec<Exported>,
}

/// An exported binding of a file.
#[derive(Debug, Clone)]
pub struct Own {
    /// Nothing for a default export without a name.
    pub local: Option<String>,
    pub form: Form,
    pub holds: Type,
    /// Its declaration is an `export`, beside those by specifiers.
    pub is_direct: bool,
    /// Names given by `export { local as name }`.
    pub aliases: Vec<String>,
    pub is_late: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Let,
    Const,
    Var,
    Function,
    Class,
    DefaultFunction,
    DefaultClass,
    DefaultValue,
}

impl Form {
    pub fn declared(self) -> Declared {
        match self {
            Self::Const => Declared::Const,
            Self::Var => Declared::Var,
            Self::Function | Self::DefaultFunction => Declared::Function,
            Self::Let | Self::Class | Self::DefaultClass | Self::DefaultValue => Declared::Let,
        }
    }

    pub fn is_default(self) -> bool {
        matches!(self, Self::DefaultFunction | Self::DefaultClass | Self::DefaultValue)
    }
}

#[derive(Debug, Clone)]
pub enum Reexport {
    Star { from: usize },
    Namespace { from: usize, alias: String },
    Named { from: usize, name: String, alias: String },
}

#[derive(Debug, Clone)]
pub struct Import {
    pub from: usize,
    pub local: String,
    pub exported: Exported,
}

/// What can be imported by a name.
#[derive(Debug, Clone)]
pub struct Exported {
    pub name: String,
    pub holds: Type,
    /// The file that declares it.
    pub home: usize,
    pub is_late: bool,
    /// It is exported from another file.
    pub is_reexport: bool,
}

impl Plan {
    pub fn new(dice: &mut Dice<'_>, has_classes: bool) -> Self {
        let is_early = dice.chance(30);
        let count = if dice.chance(75) { 2 } else { 1 };
        let files = (0..count).map(|file| FilePlan::new(dice, file, is_early, has_classes)).collect();
        let mut plan = Self { files, is_early };
        plan.reexport(dice);
        (0..count).for_each(|file| plan.import(dice, file));
        plan
    }

    fn reexport(&mut self, dice: &mut Dice<'_>) {
        let own: Vec<Vec<Exported>> = self.files.iter().map(|file| file.exported.clone()).collect();
        for (at, file) in self.files.iter_mut().enumerate() {
            for (from, exported) in own.iter().enumerate() {
                for _ in 0..dice.below(3) {
                    let original = exported[dice.below(exported.len())].clone();
                    let Some(alias) = file.free_alias(dice) else { continue };
                    file.exported.push(Exported { name: alias.clone(), is_reexport: true, ..original.clone() });
                    file.reexports.push(Reexport::Named { from, name: original.name, alias });
                }
                if dice.chance(30)
                    && let Some(alias) = file.free_alias(dice)
                {
                    file.reexports.push(Reexport::Namespace { from, alias });
                }
                if at != from && dice.chance(40) {
                    let hidden = |it: &&Exported| it.name == "default" || file.has(&it.name);
                    let shown = exported.iter().filter(|it| !hidden(it)).cloned();
                    let shown: Vec<Exported> = shown.map(|it| Exported { is_reexport: true, ..it }).collect();
                    file.exported.extend(shown);
                    file.reexports.push(Reexport::Star { from });
                }
            }
        }
    }

    fn import(&mut self, dice: &mut Dice<'_>, at: usize) {
        let exported: Vec<Vec<Exported>> = self.files.iter().map(|file| file.exported.clone()).collect();
        let (is_early, file) = (self.is_early, &mut self.files[at]);
        for (from, exported) in exported.into_iter().enumerate() {
            if from == at || dice.chance(70) {
                file.namespaces.push((format!("ns{from}"), from));
            }
            for _ in 0..if from == at { dice.below(2) } else { dice.below(4) } {
                let exported = exported[dice.below(exported.len())].clone();
                if at == 1 && from == 0 && exported.is_reexport && is_early {
                    continue;
                }
                let Some(local) = file.free_local(dice) else { continue };
                file.imports.push(Import { from, local, exported });
            }
        }
    }
}

impl FilePlan {
    fn new(dice: &mut Dice<'_>, at: usize, is_early: bool, has_classes: bool) -> Self {
        let mut file = Self::default();
        for _ in 0..2 + dice.below(3) {
            if let Some(own) = file.some_own(dice, has_classes) {
                file.add(own, at, is_early);
            }
        }
        file
    }

    fn some_own(&mut self, dice: &mut Dice<'_>, has_classes: bool) -> Option<Own> {
        let class = if has_classes { 2 } else { 0 };
        let is_default_taken = self.has("default");
        let default = if is_default_taken { 0 } else { 1 };
        let form = dice.weighted(&[
            (4, Form::Let),
            (2, Form::Const),
            (3, Form::Var),
            (4, Form::Function),
            (class, Form::Class),
            (default, Form::DefaultFunction),
            (default * class / 2, Form::DefaultClass),
            (default, Form::DefaultValue),
        ]);
        let holds = match form {
            Form::Function | Form::DefaultFunction => Type::Function,
            Form::Class | Form::DefaultClass => Type::Class,
            // What is no function fails before its arguments are evaluated, and a `var` is `undefined` early.
            Form::Var => dice.pick(&[Type::Any, Type::Number, Type::Text, Type::List, Type::Object]),
            _ => dice.pick(&[
                Type::Any,
                Type::Number,
                Type::Number,
                Type::Text,
                Type::List,
                Type::Object,
                Type::Function,
            ]),
        };
        let is_anonymous = form == Form::DefaultValue || form.is_default() && dice.chance(40);
        let local = if is_anonymous { None } else { Some(self.free_local(dice)?) };
        let is_direct = form.is_default() || !local.as_ref().is_some_and(|name| self.has(name)) && dice.chance(60);
        let mut own = Own { local, form, holds, is_direct, aliases: vec![], is_late: dice.chance(60) };
        // The names of the first ones must not be given again.
        self.exported.extend(own.direct_name().map(|name| Exported {
            name,
            holds,
            home: 0,
            is_late: false,
            is_reexport: false,
        }));
        let least = usize::from(!is_direct);
        let count = if own.local.is_none() { 0 } else { least + usize::from(dice.chance(25)) };
        for _ in 0..count {
            if let Some(alias) = self.free_alias(dice) {
                self.exported.push(Exported {
                    name: alias.clone(),
                    holds,
                    home: 0,
                    is_late: false,
                    is_reexport: false,
                });
                own.aliases.push(alias);
            }
        }
        Some(own)
    }

    /// Takes up what is exported by all names it got.
    fn add(&mut self, mut own: Own, at: usize, is_early: bool) {
        own.is_late &= own.holds == Type::Function && own.form.declared() == Declared::Function && at == 1 && !is_early;
        let names: Vec<String> = own.direct_name().into_iter().chain(own.aliases.iter().cloned()).collect();
        let exported = self.exported.iter_mut().filter(|it| names.contains(&it.name));
        exported.for_each(|it| (it.home, it.is_late) = (at, own.is_late));
        self.own.push(own);
    }

    fn has(&self, name: &str) -> bool {
        self.exported.iter().any(|exported| exported.name == name)
            || self.reexports.iter().any(|it| matches!(it, Reexport::Namespace { alias, .. } if alias == name))
    }

    fn free_alias(&self, dice: &mut Dice<'_>) -> Option<String> {
        let free: Vec<&str> = ALIASES.into_iter().filter(|name| !self.has(name) && !self.has_own(name)).collect();
        free.get(dice.below(free.len())).map(|name| (*name).to_owned())
    }

    fn has_own(&self, name: &str) -> bool {
        self.own.iter().any(|own| own.local.as_deref() == Some(name))
    }

    fn free_local(&self, dice: &mut Dice<'_>) -> Option<String> {
        let is_free = |name: &&str| !self.has_own(name) && !self.imports.iter().any(|import| import.local == **name);
        let free: Vec<&str> = NAMES.into_iter().filter(is_free).collect();
        free.get(dice.below(free.len())).map(|name| (*name).to_owned())
    }
}

impl Own {
    fn direct_name(&self) -> Option<String> {
        if self.form.is_default() { Some("default".into()) } else { self.local.clone().filter(|_| self.is_direct) }
    }
}
