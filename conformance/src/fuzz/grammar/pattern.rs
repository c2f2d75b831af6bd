//! Destructuring: patterns, values that fit them, and targets to assign to.

use super::{EXPRESSION_DEPTH, Generator, list};
use crate::fuzz::{
    scope::{Declared, Type},
    tree::{Tree, expression, fixed, optional, pattern},
};

/// What a pattern and its value have in common.
pub enum Shape {
    Leaf,
    Array { elements: Vec<Option<Slot>>, has_rest: bool },
    Object { properties: Vec<(String, Slot)>, has_rest: bool },
}

/// A place in a pattern.
pub struct Slot {
    shape: Shape,
    has_default: bool,
    /// Whether the value has nothing there.
    is_missing: bool,
}

impl<'a> Generator<'a> {
    pub(super) fn shape(&mut self) -> Shape {
        if self.dice.chance(50) { self.array_shape() } else { self.object_shape() }
    }

    fn array_shape(&mut self) -> Shape {
        let count = self.dice.below(4);
        let elements = (0..count).map(|_| if self.dice.chance(15) { None } else { Some(self.slot()) });
        Shape::Array { elements: elements.collect(), has_rest: self.dice.chance(30) }
    }

    pub(super) fn object_shape(&mut self) -> Shape {
        let count = 1 + self.dice.below(3);
        let mut properties: Vec<(String, Slot)> = vec![];
        for _ in 0..count {
            let (key, slot) = (self.dice.pick(&["p", "q", "r", "0", "length", "class"]), self.slot());
            // Each has a value of its own shape.
            if !properties.iter().any(|(known, _)| known == key) {
                properties.push((key.into(), slot));
            }
        }
        Shape::Object { properties, has_rest: self.dice.chance(30) }
    }

    fn slot(&mut self) -> Slot {
        self.expression_depth += 1;
        let is_nested = self.expression_depth < EXPRESSION_DEPTH && self.dice.chance(25);
        let shape = if is_nested { self.shape() } else { Shape::Leaf };
        self.expression_depth -= 1;
        let has_default = self.dice.chance(35);
        Slot { shape, has_default, is_missing: has_default && self.dice.chance(50) }
    }

    /// An expression whose value the pattern of a shape can take apart.
    pub(super) fn value_of(&mut self, shape: &Shape) -> Tree {
        match shape {
            Shape::Leaf => self.expression(Type::Any),
            Shape::Array { elements, has_rest } => {
                let slots =
                    elements.iter().map(|slot| slot.as_ref().map_or(expression!["0"], |slot| self.value_at(slot)));
                let mut values: Vec<Tree> = slots.collect();
                values.extend(has_rest.then(|| self.expression(Type::Any)));
                self.iterable_of(values)
            }
            Shape::Object { properties, has_rest } => self.object_of(properties, *has_rest),
        }
    }

    fn value_at(&mut self, slot: &Slot) -> Tree {
        if slot.is_missing { expression!["void 0"] } else { self.value_of(&slot.shape) }
    }

    fn object_of(&mut self, properties: &[(String, Slot)], has_rest: bool) -> Tree {
        let present = properties.iter().filter(|(_, slot)| !slot.is_missing);
        let present = present.map(|(key, slot)| fixed![format!("{key}: "), self.value_of(&slot.shape)]);
        let mut properties: Vec<Tree> = present.collect();
        properties.extend(has_rest.then(|| fixed!["z: ", self.expression(Type::Any)]));
        let id = self.id();
        match self.dice.below(3) {
            0 => expression!["({ ", list(properties), "})"],
            1 => expression![format!("probe(\"o{id}\", {{ "), list(properties), "})"],
            _ => expression![format!("e({id}, {{ "), list(properties), "})"],
        }
    }

    /// A pattern that declares names.
    pub(super) fn binding_pattern(&mut self, shape: &Shape, declared: Declared) -> Tree {
        self.pattern(shape, Some(declared))
    }

    /// A pattern of targets.
    pub(super) fn assignment_pattern(&mut self, shape: &Shape) -> Tree {
        self.pattern(shape, None)
    }

    fn pattern(&mut self, shape: &Shape, declared: Option<Declared>) -> Tree {
        match (shape, declared) {
            (Shape::Leaf, Some(declared)) => pattern![self.declare(declared, Type::Any)],
            (Shape::Leaf, None) => pattern![self.target()],
            (Shape::Array { elements, has_rest }, _) => {
                let elements = elements.iter().map(|slot| match slot {
                    Some(slot) => self.place(slot, declared),
                    None => fixed![""],
                });
                let elements: Vec<Tree> = elements.collect();
                let rest = if *has_rest { optional!["...", self.rest_element(declared)] } else { Tree::empty() };
                pattern!["[", list(elements), rest, "]"]
            }
            (Shape::Object { properties, has_rest }, _) => {
                let properties = properties.iter().map(|(key, slot)| {
                    let key = self.pattern_key(key);
                    fixed![key, ": ", self.place(slot, declared)]
                });
                let properties: Vec<Tree> = properties.collect();
                let rest =
                    if *has_rest { optional!["...", self.pattern(&Shape::Leaf, declared)] } else { Tree::empty() };
                pattern!["{ ", list(properties), rest, " }"]
            }
        }
    }

    fn place(&mut self, slot: &Slot, declared: Option<Declared>) -> Tree {
        let default = slot.has_default.then(|| match &slot.shape {
            Shape::Leaf => self.default_value(),
            shape => self.value_of(shape),
        });
        let target = self.pattern(&slot.shape, declared);
        match default {
            Some(default) => fixed![target, " = ", default],
            None => target,
        }
    }

    /// A default, often an anonymous function, which the target names.
    fn default_value(&mut self) -> Tree {
        let holds = if self.dice.chance(30) { Type::Function } else { Type::Any };
        self.expression(holds)
    }

    /// What stands after `...` in an array pattern: a pattern in its turn, now and then.
    fn rest_element(&mut self, declared: Option<Declared>) -> Tree {
        let shape = if self.dice.chance(25) { self.array_shape() } else { Shape::Leaf };
        self.pattern(&shape, declared)
    }

    fn pattern_key(&mut self, key: &str) -> Tree {
        let id = self.id();
        match self.dice.below(4) {
            0 => fixed![format!("[e({id}, \"{key}\")]")],
            1 => fixed![format!("\"{key}\"")],
            _ => fixed![key],
        }
    }

    /// What can be assigned to: a name, or a property of an object that tells when it is evaluated. It is an object in
    /// any case: when one of `undefined` throws is another matter in each engine.
    pub(super) fn target(&mut self) -> Tree {
        let name = self.variable_name(Type::Any);
        let id = self.id();
        match (name, self.dice.below(5)) {
            (Some(name), 0..=2) => pattern![name],
            (_, 3) => {
                let object = self.expression(Type::Object);
                pattern![format!("Object(e({id}, "), object, ")).p"]
            }
            _ => {
                let object = self.expression(Type::Object);
                let key = self.expression(Type::Text);
                pattern!["Object(", object, ")[", key, "]"]
            }
        }
    }

    /// `[a, b] = value` or `{ a, b } = value`, without the parentheses that a statement needs.
    pub(super) fn destructuring_assignment(&mut self) -> Tree {
        let shape = self.shape();
        let pattern = self.assignment_pattern(&shape);
        let value = self.value_of(&shape);
        expression![pattern, " = ", value]
    }
}
