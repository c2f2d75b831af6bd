//! Classes.

use super::{Feature, Generator, Rule, function::FunctionFacts};
use crate::fuzz::{
    scope::{Declared, Type},
    tree::{Tree, expression, fixed, optional, statement},
};

/// The name that a class has inside; empty for none.
pub struct OwnName {
    pub name: &'static str,
    /// The heritage or a key is being made. There, an assignment to the name is a ReferenceError, since the class is not
    /// there yet; QuickJS throws a TypeError.
    pub is_early: bool,
}

impl<'a> Generator<'a> {
    pub(super) fn class_rules(&self, rules: &mut Vec<(usize, Rule<'a>)>) {
        if self.has(Feature::Class) {
            rules.push((6, Self::class_declaration));
        }
    }

    fn class_declaration(&mut self) -> Tree {
        // Nothing assigns what holds a class.
        self.own_names.push(OwnName { name: "", is_early: false });
        let heritage = self.heritage();
        let name = self.declare(Declared::Let, Type::Class);
        let members = self.members(heritage.is_some());
        self.own_names.pop();
        statement![format!("class {name}"), extends(heritage), " {\n", members, "}"]
    }

    /// The heritage and the members of a declaration.
    pub(super) fn class_tail(&mut self) -> Tree {
        self.own_names.push(OwnName { name: "", is_early: false });
        let heritage = self.heritage();
        let members = self.members(heritage.is_some());
        self.own_names.pop();
        fixed![extends(heritage), " {\n", members, "}"]
    }

    pub(super) fn class_value(&mut self) -> Tree {
        if self.dice.chance(50)
            && let Some(name) = self.name_of(Type::Class)
        {
            return expression![name];
        }
        let name = self.dice.pick(&["", "", "a", "x"]);
        self.own_names.push(OwnName { name, is_early: true });
        let heritage = self.heritage();
        self.set_early(false);
        let members = self.members(heritage.is_some());
        self.own_names.pop();
        expression!["(class ", name, extends(heritage), " {\n", members, "})"]
    }

    /// Not `Array`: that of QuickJS sets the elements of a new array, so that it calls setters of derived classes.
    pub(super) fn short_class(&mut self) -> Tree {
        expression![self.dice.pick(&["(class {})", "(class { m() { return 1; } })", "Object"])]
    }

    fn set_early(&mut self, is_early: bool) {
        self.own_names.iter_mut().rev().take(1).for_each(|own| own.is_early = is_early);
    }

    fn heritage(&mut self) -> Option<Tree> {
        self.dice.chance(50).then(|| self.expression(Type::Class))
    }

    fn members(&mut self, is_derived: bool) -> Tree {
        let names = self.new_private_names();
        self.privates.push(names);
        let has_constructor = self.dice.chance(50);
        let constructor = if has_constructor { self.constructor(is_derived) } else { Tree::empty() };
        let mut members = self.several(0, 4, Self::member_definition);
        for member in self.private_members() {
            let at = self.dice.below(members.len() + 1);
            members.insert(at, member);
        }
        self.privates.pop();
        fixed![constructor, members]
    }

    fn constructor(&mut self, is_derived: bool) -> Tree {
        let facts = FunctionFacts::method();
        let body: Rule<'a> = if is_derived { Self::derived_body } else { Self::constructor_body };
        let inner = self.in_function(facts, |this| {
            let parameters =
                if this.dice.chance(50) { this.declare(Declared::Parameter, Type::Any) } else { String::new() };
            fixed!["(", parameters, ") {\ntick();\n", body(this), "}"]
        });
        optional!["constructor", inner, "\n"]
    }

    fn constructor_body(&mut self) -> Tree {
        let value = self.expression(Type::Any);
        let statements = self.several(0, 2, Self::statement);
        fixed![statement!["this.p = ", value, ";"], statements]
    }

    /// What a derived constructor does before, with and after `super()`.
    fn derived_body(&mut self) -> Tree {
        self.function.is_before_super = true;
        let has_super = std::mem::replace(&mut self.function.has_super, false);
        let before = self.several(0, 1, Self::statement);
        let arguments = self.arguments_of_call();
        self.function.is_before_super = false;
        self.function.has_super = has_super;
        let after = self.several(0, 2, Self::statement);
        let call = match self.dice.below(5) {
            0 => statement!["(() => super(", arguments, "))();"],
            1 => statement!["log(\"super\", super(", arguments, ") === this);"],
            2 => statement!["try { super(", arguments, "); } finally { log(\"after super\"); }"],
            _ => statement!["super(", arguments, ");"],
        };
        fixed![before, call, after]
    }

    fn member_definition(&mut self) -> Tree {
        let word = if self.dice.chance(25) { "static " } else { "" };
        match self.dice.below(8) {
            0 | 1 => {
                let key = self.key_of_member();
                return optional![word, self.accessor(key), "\n"];
            }
            2 => return self.field(word),
            3 => return self.static_block(),
            _ => {}
        }
        let facts = self.some_method();
        let key = self.key_of_member();
        optional![word, facts.prefix(), key, self.parameters_and_body(facts), "\n"]
    }

    /// `key = value;` or `key;`
    fn field(&mut self, word: &str) -> Tree {
        let key = self.key_of_member();
        optional![word, key, self.initial_value(), ";\n"]
    }

    /// ` = value` of a field, now and then nothing.
    pub(super) fn initial_value(&mut self) -> Tree {
        self.in_function(FunctionFacts::initializer(), |this| optional![" = ", this.expression(Type::Any)])
    }

    fn static_block(&mut self) -> Tree {
        let block = self.in_function(FunctionFacts::initializer(), |this| {
            let statements = this.several(1, 3, Self::statement);
            fixed!["{\n", statements, "}"]
        });
        optional!["static ", block, "\n"]
    }

    fn key_of_member(&mut self) -> Tree {
        self.set_early(true);
        // A key that is evaluated apart from its class, since the function suspends, does not know its private names.
        let suspends = self.function.is_generator || self.function.is_async;
        let privates = suspends.then(|| std::mem::take(&mut self.privates));
        let key = self.key();
        if let Some(privates) = privates {
            self.privates = privates;
        }
        self.set_early(false);
        key
    }
}

fn extends(heritage: Option<Tree>) -> Tree {
    match heritage {
        Some(heritage) => optional![" extends ", heritage],
        None => Tree::empty(),
    }
}
