//! Statements other than loops.

use super::{Feature, Generator, Rule, function::Jump};
use crate::fuzz::{
    scope::{Declared, Type},
    tree::{Kind, Tree, fixed, optional, statement},
};

impl<'a> Generator<'a> {
    pub(super) fn statement(&mut self) -> Tree {
        self.nested_statement(Self::any_statement, Self::log)
    }

    fn any_statement(&mut self) -> Tree {
        let mut rules: Vec<(usize, Rule<'a>)> = vec![
            (8, Self::log),
            (6, Self::effect),
            (10, Self::declaration),
            (8, Self::destructuring_declaration),
            (5, Self::assignment_statement),
            (5, Self::destructuring_statement),
            (4, Self::keep),
            (4, Self::branch),
            (3, Self::block_statement),
            (2, Self::labelled_block),
            (2, Self::using_block),
            (4, Self::switch),
            (6, Self::try_statement),
            (6, Self::function_declaration),
            (10, Self::loop_statement),
            (1, Self::type_of_name),
        ];
        if self.function.is_function {
            rules.push((3, Self::return_statement));
        }
        if !self.function.jumps.is_empty() {
            rules.push((6, Self::jump));
        }
        if self.function.tries > 0 {
            rules.push((2, Self::throw));
        }
        if self.takes_with() {
            rules.push((4, Self::with_statement));
        }
        if !self.has(Feature::Module) || self.file.is_late {
            rules.push((2, Self::drain));
        }
        self.module_statements(&mut rules);
        self.class_rules(&mut rules);
        self.dice.weighted(&rules)(self)
    }

    pub(super) fn log(&mut self) -> Tree {
        let id = self.id();
        let value = self.expression(Type::Any);
        statement![format!("log({id}, "), value, ");"]
    }

    fn effect(&mut self) -> Tree {
        let value = self.expression(Type::Any);
        statement!["void (", value, ");"]
    }

    fn declaration(&mut self) -> Tree {
        let holds = self.some_type();
        let value = self.expression(holds);
        let (keyword, declared) = self.keyword();
        let name = self.declare(declared, holds);
        statement![format!("{keyword} {name} = "), value, ";"]
    }

    fn destructuring_declaration(&mut self) -> Tree {
        let shape = self.shape();
        let value = self.value_of(&shape);
        let (keyword, declared) = self.keyword();
        let pattern = self.binding_pattern(&shape, declared);
        statement![format!("{keyword} "), pattern, " = ", value, ";"]
    }

    pub(super) fn keyword(&mut self) -> (&'static str, Declared) {
        self.dice.pick(&[("let", Declared::Let), ("const", Declared::Const), ("var", Declared::Var)])
    }

    /// What a variable may be meant to hold.
    pub(super) fn some_type(&mut self) -> Type {
        self.dice.pick(&[Type::Any, Type::Number, Type::Number, Type::Text, Type::List, Type::Object, Type::Function])
    }

    fn assignment_statement(&mut self) -> Tree {
        let assignment = self.assignment();
        statement![assignment, ";"]
    }

    fn destructuring_statement(&mut self) -> Tree {
        let assignment = self.destructuring_assignment();
        statement!["(", assignment, ");"]
    }

    /// A closure that is called later.
    fn keep(&mut self) -> Tree {
        let closure = self.expression(Type::Function);
        statement!["keep(", closure, ");"]
    }

    fn drain(&mut self) -> Tree {
        statement!["drain();"]
    }

    /// `typeof` of a name, which is no error even if nothing of that name can be seen.
    fn type_of_name(&mut self) -> Tree {
        let name = self.name(|_| true).unwrap_or_else(|| "nothing".into());
        statement![format!("log({}, typeof {name});", self.id())]
    }

    fn branch(&mut self) -> Tree {
        let test = self.expression(Type::Any);
        let then = self.block(1, 3);
        // What is not written must not be made: it may declare a `var`.
        let otherwise = if self.dice.chance(50) { Tree::empty() } else { optional![" else ", self.block(1, 2)] };
        statement!["if (", test, ") ", then, otherwise]
    }

    pub(super) fn block(&mut self, least: usize, most: usize) -> Tree {
        self.scopes.enter(false);
        let statements = self.several(least, most, Self::statement);
        self.scopes.leave();
        fixed!["{\n", statements, "}"]
    }

    fn block_statement(&mut self) -> Tree {
        let block = self.block(1, 4);
        statement![block]
    }

    fn labelled_block(&mut self) -> Tree {
        let label = format!("L{}", self.id());
        self.function.jumps.push(Jump::label(&label, false));
        // Duktape compiles a jump out of a labelled statement that is no block wrongly.
        let labelled = match self.dice.below(6) {
            0 if self.has(Feature::Async) => self.branch(),
            1 if self.has(Feature::Async) => self.try_statement(),
            2 if self.has(Feature::Async) => self.switch(),
            _ => self.block(1, 4),
        };
        self.function.jumps.pop();
        statement![label, ": ", labelled]
    }

    /// A block that disposes of something.
    fn using_block(&mut self) -> Tree {
        self.scopes.enter(false);
        let before = self.several(0, 1, Self::statement);
        let fails = self.function.tries > 0 && self.dice.chance(30);
        let (id, name) = (self.id(), self.declare(Declared::Const, Type::Object));
        let statements = self.several(1, 4, Self::statement);
        self.scopes.leave();
        statement!["{\n", before, format!("using {name} = resource({id}, {fails});\n"), statements, "}"]
    }

    fn switch(&mut self) -> Tree {
        let value = self.expression(Type::Any);
        self.scopes.enter(false);
        self.function.jumps.push(Jump::switch());
        let default = self.dice.below(4);
        let clauses = (0..1 + self.dice.below(3)).map(|at| self.clause(at == default)).collect::<Vec<_>>();
        self.function.jumps.pop();
        self.scopes.leave();
        // With a variable alone, Duktape compares what a clause made of it.
        statement!["switch (cap(", value, ")) {\n", clauses, "}"]
    }

    fn clause(&mut self, is_default: bool) -> Tree {
        let test = self.expression(Type::Number);
        let statements = self.several(0, 3, Self::statement);
        self.scopes.hide_lexical();
        let end = if self.dice.chance(40) { "break;\n" } else { "" };
        if is_default {
            optional!["default:\n", statements, end]
        } else {
            optional!["case ", test, ":\n", statements, end]
        }
    }

    fn try_statement(&mut self) -> Tree {
        self.function.tries += 1;
        let block = self.block(1, 4);
        self.function.tries -= 1;
        let clauses = match self.dice.below(5) {
            0 => self.catch_clause(),
            4 => fixed![" catch ", self.block(0, 3)],
            1 => self.catch_pattern_clause(),
            2 => self.finally_clause(),
            _ => {
                let text = block.to_string();
                let leaves = ["break", "continue", "return"].iter().any(|jump| text.contains(jump));
                let (catch, finally) = (self.catch_clause(), self.finally_clause());
                // Duktape catches what the `finally` throws after a jump out of the block.
                return match leaves {
                    true => statement!["try {\ntry ", block, catch, "\n}", finally],
                    false => statement!["try ", block, catch, finally],
                };
            }
        };
        statement!["try ", block, clauses]
    }

    fn catch_clause(&mut self) -> Tree {
        self.scopes.enter(false);
        let parameter = self.declare(Declared::Parameter, Type::Any);
        self.catch_body(fixed![parameter])
    }

    /// Without a `finally`, which QuickJS skips if the pattern does not fit.
    fn catch_pattern_clause(&mut self) -> Tree {
        self.scopes.enter(false);
        let shape = self.object_shape();
        let parameter = self.binding_pattern(&shape, Declared::Parameter);
        self.catch_body(parameter)
    }

    fn catch_body(&mut self, parameter: Tree) -> Tree {
        let statements = self.several(0, 3, Self::statement);
        self.scopes.leave();
        fixed![" catch (", parameter, ") {\n", statements, "}"]
    }

    fn finally_clause(&mut self) -> Tree {
        fixed![" finally ", self.block(1, 3)]
    }

    fn throw(&mut self) -> Tree {
        let value = self.expression(Type::Any);
        statement!["throw ", value, ";"]
    }

    /// Sets a statement up so that an exception in it does not end the program.
    pub(super) fn attempt(&mut self, inner: Tree) -> Tree {
        if !declares_nothing(&inner) {
            return inner;
        }
        statement!["try {\n", inner, "} catch (error) { log(\"caught\", error); }"]
    }

    /// `break` or `continue`, mostly under a condition.
    fn jump(&mut self) -> Tree {
        let at = self.dice.below(self.function.jumps.len());
        let wants_label = self.dice.chance(60);
        let can_continue = self.dice.chance(50);
        let Some(jump) = self.function.jump(at, wants_label, can_continue) else { return self.log() };
        if self.dice.chance(30) {
            return statement![jump, ";"];
        }
        let test = self.expression(Type::Any);
        statement!["if (", test, ") ", jump, ";"]
    }

    fn return_statement(&mut self) -> Tree {
        let value = self.expression(Type::Any);
        if self.dice.chance(50) {
            return statement!["return ", value, ";"];
        }
        let test = self.expression(Type::Number);
        statement!["if (", test, ") return ", value, ";"]
    }
}

/// Whether a statement can go into a block without taking a declaration from what follows.
fn declares_nothing(statement: &Tree) -> bool {
    debug_assert_eq!(statement.kind, Kind::Statement);
    let text = statement.to_string();
    !["let ", "const ", "class ", "function ", "async "].iter().any(|word| text.starts_with(word))
}
