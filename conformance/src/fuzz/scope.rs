//! The names that a generated program can use at a place, so that it is no early error to declare one more.

/// From few names, so that they shadow each other.
pub const NAMES: [&str; 8] = ["a", "b", "c", "d", "f", "g", "x", "y"];

/// What a binding is expected to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    Any,
    Number,
    Text,
    List,
    Object,
    Function,
    Class,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Declared {
    Var,
    Let,
    Const,
    Function,
    Parameter,
    Import,
}

#[derive(Debug, Clone)]
pub struct Binding {
    pub name: String,
    pub declared: Declared,
    pub holds: Type,
    /// Whether it must not be used, because it may not be initialised.
    hidden: bool,
    /// A parameter of a list that is being made.
    pub is_in_list: bool,
    /// It is exported, or imported.
    pub is_planned: bool,
}

#[derive(Debug, Default)]
struct Scope {
    bindings: Vec<Binding>,
    /// The names of `var` declarations in it and in its blocks.
    vars: Vec<String>,
    /// Outer names that are used in it: to declare one of them would put that use before the declaration.
    used: Vec<String>,
    is_function: bool,
    in_parameters: bool,
}

impl Scope {
    fn declares(&self, name: &str) -> bool {
        self.vars.iter().any(|var| var == name) || self.bindings.iter().any(|binding| binding.name == name)
    }
}

#[derive(Debug, Default)]
pub struct Scopes {
    scopes: Vec<Scope>,
    /// The outermost one is that of a module, whose functions are declared like `let`.
    pub is_module: bool,
    fresh: usize,
}

impl Scopes {
    pub fn enter(&mut self, is_function: bool) {
        self.scopes.push(Scope { is_function, ..Scope::default() });
    }

    pub fn leave(&mut self) {
        self.scopes.pop();
    }

    /// What is declared until `end_parameters` are parameters of the innermost scope.
    pub fn begin_parameters(&mut self) {
        self.scopes.iter_mut().rev().take(1).for_each(|scope| scope.in_parameters = true);
    }

    pub fn end_parameters(&mut self) {
        let Some(scope) = self.scopes.last_mut() else { return };
        scope.in_parameters = false;
        scope.bindings.iter_mut().for_each(|binding| binding.is_in_list = false);
    }

    /// Declares a name in the innermost scope, or as `var` in its function. `wish` chooses among the names.
    pub fn declare(&mut self, declared: Declared, holds: Type, wish: usize) -> String {
        let free = |name: &&str| match declared {
            Declared::Var => self.takes_var(name),
            _ => self.takes_lexical(name),
        };
        let free: Vec<&str> = NAMES.into_iter().filter(free).collect();
        let name = match free.get(wish % free.len().max(1)) {
            Some(name) => (*name).to_owned(),
            None => {
                self.fresh += 1;
                format!("v{}", self.fresh)
            }
        };
        let is_in_list = self.scopes.last().is_some_and(|scope| scope.in_parameters);
        self.add(Binding { name: name.clone(), declared, holds, hidden: false, is_in_list, is_planned: false });
        name
    }

    /// Declares what a module exports or imports.
    pub fn declare_planned(&mut self, name: &str, declared: Declared, holds: Type, hidden: bool) {
        self.add(Binding { name: name.into(), declared, holds, hidden, is_in_list: false, is_planned: true });
    }

    /// Hides what a module exports or imports by these names, or shows it.
    pub fn set_hidden(&mut self, names: &[String], hidden: bool) {
        let planned = self.scopes.iter_mut().take(1).flat_map(|scope| &mut scope.bindings);
        let planned = planned.filter(|binding| binding.is_planned && names.contains(&binding.name));
        planned.for_each(|binding| binding.hidden = hidden);
    }

    fn add(&mut self, binding: Binding) {
        let function = self.scopes.iter().rposition(|scope| scope.is_function).unwrap_or(0);
        // A function in a block of sloppy code is a `var` as well, unless that were an early error. QuickJS makes it
        // one even then, so no scope around may declare its name later.
        if matches!(binding.declared, Declared::Var | Declared::Function) {
            self.scopes.iter_mut().skip(function).for_each(|scope| scope.vars.push(binding.name.clone()));
        }
        let is_var = binding.declared == Declared::Var;
        let home = if is_var { self.scopes.get_mut(function) } else { self.scopes.last_mut() };
        if let Some(home) = home {
            home.bindings.push(binding);
        }
    }

    fn takes_lexical(&self, name: &str) -> bool {
        let Some(scope) = self.scopes.last() else { return false };
        let has = |names: &[String]| names.iter().any(|known| known == name);
        !has(&scope.vars) && !has(&scope.used) && !scope.bindings.iter().any(|binding| binding.name == name)
    }

    fn takes_var(&self, name: &str) -> bool {
        for scope in self.scopes.iter().rev() {
            let same = scope.bindings.iter().find(|binding| binding.name == name);
            let fits = same.is_none_or(|binding| match binding.declared {
                Declared::Var => true,
                Declared::Function if self.is_module && std::ptr::eq(scope, &self.scopes[0]) => false,
                Declared::Parameter | Declared::Function => scope.is_function,
                Declared::Let | Declared::Const | Declared::Import => false,
            });
            if !fits || scope.used.iter().any(|used| used == name) {
                return false;
            }
            if scope.is_function {
                break;
            }
        }
        true
    }

    /// Hides what the innermost scope declares, other than `var`: the next clause of a `switch` may be jumped to.
    pub fn hide_lexical(&mut self) {
        let bindings = self.scopes.iter_mut().rev().take(1).flat_map(|scope| &mut scope.bindings);
        bindings.filter(|binding| binding.declared != Declared::Var).for_each(|binding| binding.hidden = true);
    }

    /// The bindings that can be used, from the innermost to the outermost.
    pub fn visible(&self) -> Vec<&Binding> {
        let mut seen: Vec<&Binding> = vec![];
        for binding in self.scopes.iter().rev().flat_map(|scope| scope.bindings.iter().rev()) {
            if !seen.iter().any(|known| known.name == binding.name) {
                seen.push(binding);
            }
        }
        seen.retain(|binding| !binding.hidden);
        seen
    }

    /// The names that only one of the scopes around declares.
    pub fn declared_once(&self) -> Vec<String> {
        let names = || {
            self.scopes.iter().flat_map(|scope| scope.bindings.iter().map(|binding| &binding.name).chain(&scope.vars))
        };
        let count = |name: &String| self.scopes.iter().filter(|scope| scope.declares(name)).count();
        names().filter(|name| count(name) == 1).cloned().collect()
    }

    /// Keeps all scopes around from declaring a name anew.
    pub fn reserve(&mut self, name: &str) {
        self.scopes.iter_mut().for_each(|scope| scope.used.push(name.to_owned()));
    }

    /// Notes a use of a visible name.
    pub fn uses(&mut self, name: &str) {
        for scope in self.scopes.iter_mut().rev() {
            if scope.bindings.iter().any(|binding| binding.name == name) {
                return;
            }
            scope.used.push(name.to_owned());
        }
    }
}
