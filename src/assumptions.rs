//! What a caller promises about its code, so that the output can be shorter and faster.
//!
//! The names are Babel's, where Babel has the assumption. Each line of the table is a promise; with none of them, the
//! output behaves as the specification says.

/// Declares the struct, and the names that files and commands know its fields by.
macro_rules! assumptions {
    ($($(#[doc = $doc:literal])* $field:ident = $name:literal,)*) => {
        /// What a caller promises about its code. Nothing, by default.
        ///
        /// ```
        /// use downlevel::{Assumptions, Options, transform};
        ///
        /// let assumptions = Assumptions { iterable_is_array: true, ..Assumptions::default() };
        /// let output = transform("f(...xs);", &Options { assumptions, ..Options::default() })?;
        /// assert_eq!(output.code, "f.apply(void 0, xs);\n");
        /// # Ok::<(), downlevel::Errors>(())
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[cfg_attr(feature = "serde", serde(default, rename_all = "camelCase", deny_unknown_fields))]
        pub struct Assumptions {
            $($(#[doc = $doc])* pub $field: bool,)*
        }

        impl Assumptions {
            /// The names of all of them, as configuration files and the command line spell them.
            pub const NAMES: &[&str] = &[$($name),*];

            /// The one that is called `name`, to be read or set; `None` if there is no such assumption.
            ///
            /// ```
            /// let mut assumptions = downlevel::Assumptions::default();
            /// *assumptions.by_name("noClassCalls").unwrap() = true;
            /// assert!(assumptions.no_class_calls);
            /// assert!(assumptions.by_name("noClasses").is_none());
            /// ```
            pub fn by_name(&mut self, name: &str) -> Option<&mut bool> {
                match name {
                    $($name => Some(&mut self.$field),)*
                    _ => None,
                }
            }
        }
    };
}

assumptions! {
    /// Whatever is spread, destructured by an array pattern, or walked by `for-of` is an array without holes.
    ///
    /// Saves the look for an iterator: `f(...xs)` is `f.apply(void 0, xs)`. Gives up strings, sets, maps, generators and
    /// every other iterable, and the error for what can't be iterated. `arguments` may still be spread and walked.
    iterable_is_array = "iterableIsArray",
    /// No iterator has a `return` method that matters when a `for-of` loop or an array pattern ends early.
    ///
    /// Saves the `try` around such loops and patterns. Gives up that generators run their `finally` then.
    skip_for_of_iterator_closing = "skipForOfIteratorClosing",
    /// No object that a rest pattern takes apart has properties named by symbols.
    ///
    /// Saves looking for them. Gives up their copies.
    object_rest_no_symbols = "objectRestNoSymbols",
    /// Where an object is spread into a literal, properties may be set rather than defined.
    ///
    /// Saves the look at each property: `{ ...a }` is `Object.assign({}, a)`, where there is one. Differs where
    /// `Object.prototype` has a setter or a read-only property of that name, and for an own `__proto__`.
    set_spread_properties = "setSpreadProperties",
    /// Computed properties of object literals, and those after them, may be set rather than defined.
    ///
    /// Saves a helper: `_object[k] = v`. Differs where `Object.prototype` has a setter or a read-only property of that
    /// name, and for `__proto__`.
    set_computed_properties = "setComputedProperties",
    /// What stands in a template is a primitive, or its `valueOf` and `toString` agree.
    ///
    /// Saves the conversion of each: `a${b}` is `"a" + b`. Gives up objects whose `valueOf` differs, such as those of
    /// `moment`, and the error for symbols of a polyfill.
    ignore_to_primitive_hint = "ignoreToPrimitiveHint",
    /// No tag function freezes, compares or counts on its template object being frozen.
    ///
    /// Saves a helper and two calls of `Object.freeze`. Gives up that the object can't be changed, and that its `raw` is
    /// not enumerable.
    mutable_template_object = "mutableTemplateObject",
    /// Methods of classes may be assigned to the prototype rather than defined.
    ///
    /// Saves a helper: `C.prototype.m = function () {…}`. Gives up that methods are not enumerable, and that a setter
    /// or a read-only property of a parent, or an accessor of the class itself, does not get in the way.
    set_class_methods = "setClassMethods",
    /// Fields of classes may be assigned rather than defined.
    ///
    /// Saves a helper: `this.x = 1`. Differs where a class inherits a setter or a read-only property of that name.
    set_public_class_fields = "setPublicClassFields",
    /// What is private may be a property that is not enumerable, with a name that nothing else has.
    ///
    /// Saves stores and helpers: `this[_x]`. Gives up the errors for objects of other classes, and that
    /// `Object.getOwnPropertyNames` does not find it.
    private_fields_as_properties = "privateFieldsAsProperties",
    /// No class is called without `new`.
    ///
    /// Saves a check in each construction. Gives up the error.
    no_class_calls = "noClassCalls",
    /// Every parent of a class stays its parent, and is a function that can be called without `new` and returns an
    /// object or nothing: no built-in, no native class.
    ///
    /// Saves the largest helpers: `super(x)` is `_super.call(this, x) || this`. Gives up `Error`, `Array`, `Map` and the
    /// like as parents, and most errors for what is no constructor.
    super_is_callable_constructor = "superIsCallableConstructor",
    /// The prototype of a class and that of its `prototype` never change, and no method that `super` calls is found by a
    /// getter.
    ///
    /// Saves looking for them: `super.m()` is `_base.m.call(this)`, in object literals
    /// `Object.getPrototypeOf(_home).m.call(this)`. Gives up `Object.setPrototypeOf` on classes, and `this` in such a
    /// getter. A `super.x` that is not called stays as it is.
    constant_super = "constantSuper",
    /// Nobody reads the `length` of functions with default parameters.
    ///
    /// Saves reading `arguments`: `function f(a, b) { if (b === void 0) b = 1; }`. Gives up their right `length`.
    ignore_function_length = "ignoreFunctionLength",
    /// What a module exports again from another one does not change afterwards.
    ///
    /// Saves getters: `exports.a = other.a`. Gives up live bindings and names that a cycle sets later.
    constant_reexports = "constantReexports",
    /// `__esModule` may be enumerable.
    ///
    /// Saves `Object.defineProperty`: `exports.__esModule = true`. Gives up that it is not among the keys of a namespace.
    enumerable_module_meta = "enumerableModuleMeta",
}
