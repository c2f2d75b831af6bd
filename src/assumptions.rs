//! What the output takes for granted of the code, so that it can be shorter and faster.
//!
//! There are two kinds. What the caller may promise is off by default. What next to no program breaks is on by default:
//! [`Options::spec`](crate::Options::spec) turns all of it off, and then the output behaves as the specification says. The
//! names are Babel's, where Babel has the assumption.

/// Declares the struct, and the names that files and commands know its fields by.
macro_rules! assumptions {
    (
        off by default { $($(#[doc = $off_doc:literal])* $off:ident = $off_name:literal,)* }
        on by default { $($(#[doc = $on_doc:literal])* $on:ident = $on_name:literal,)* }
    ) => {
        /// What is taken for granted of the code.
        ///
        /// The default is what next to no program breaks; what a caller may promise besides is off.
        ///
        /// ```
        /// use downlevel::{Assumptions, Options, transform};
        ///
        /// let assumptions = Assumptions { iterable_is_array: true, ..Assumptions::default() };
        /// let output = transform("f(...xs);", &Options { assumptions, ..Options::default() })?;
        /// assert_eq!(output.code, "f.apply(void 0, xs);\n");
        ///
        /// let assumptions = Assumptions { no_document_all: false, ..Assumptions::default() };
        /// let output = transform("const f = a => a ?? 1;", &Options { assumptions, ..Options::default() })?;
        /// assert!(output.code.contains("a !== null && a !== void 0 ? a : 1"));
        /// # Ok::<(), downlevel::Errors>(())
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[cfg_attr(feature = "serde", serde(default, rename_all = "camelCase", deny_unknown_fields))]
        pub struct Assumptions {
            $($(#[doc = $off_doc])* pub $off: bool,)*
            $($(#[doc = $on_doc])* #[doc = ""] #[doc = "On by default."] pub $on: bool,)*
        }

        impl Default for Assumptions {
            fn default() -> Self {
                Self { $($off: false,)* $($on: true,)* }
            }
        }

        impl Assumptions {
            /// The names of all of them, as configuration files and the command line spell them.
            pub const NAMES: &[&str] = &[$($off_name,)* $($on_name,)*];

            /// The names of those that are on by default.
            pub const ON_BY_DEFAULT: &[&str] = &[$($on_name),*];

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
                    $($off_name => Some(&mut self.$off),)*
                    $($on_name => Some(&mut self.$on),)*
                    _ => None,
                }
            }

            /// These, without those that are on by default.
            pub(crate) fn promised(self) -> Self {
                Self { $($on: false,)* ..self }
            }
        }
    };
}

assumptions! {
    off by default {
        /// Whatever is spread, destructured by an array pattern, or walked by `for-of` is an array without holes.
        ///
        /// Saves the look for an iterator: `f(...xs)` is `f.apply(void 0, xs)`. Gives up strings, sets, maps, generators and
        /// every other iterable, and the error for what can't be iterated. `arguments` may still be spread and walked.
        iterable_is_array = "iterableIsArray",
        /// Whatever has a `length` and no iterator can be spread, destructured by an array pattern, and walked by `for-of`, as an
        /// array can.
        ///
        /// Saves the polyfill for DOM lists: browsers before 2016 have no iterator for a `NodeList`. Costs a helper. Gives up
        /// the error for such objects.
        array_like_is_iterable = "arrayLikeIsIterable",
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
        /// What is private may be a property with a symbol for its name.
        ///
        /// As `privateFieldsAsProperties`, which it goes before; `Object.getOwnPropertyNames` does not find it, but
        /// `Object.getOwnPropertySymbols` does. Where there are no symbols, the name is one that nothing else has.
        private_fields_as_symbols = "privateFieldsAsSymbols",
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
    on by default {
        /// What a closure or another module reads has been initialized by then.
        ///
        /// Saves a check at each such read, and getters for exports. Gives up the ReferenceError: the binding is
        /// `undefined`. What is provably read too early throws nevertheless.
        initialized_bindings = "initializedBindings",
        /// The exports of a CommonJS module will do for its namespace object.
        ///
        /// Saves a helper: `import * as ns` and `import()` give `exports` itself, where that comes from a module. Gives up
        /// that the object is sealed, has no prototype and tells its names in order.
        exports_are_namespaces = "exportsAreNamespaces",
        /// Nobody replaces the iterator of arrays and of `arguments`, or what its `next` does.
        ///
        /// Saves asking for it: arrays are read by index, a literal that is taken apart needs no array, and a rest that is
        /// only read by index or handed on by spread is `arguments`. Gives up the replaced iterator.
        constant_array_iterator = "constantArrayIterator",
        /// An iterator keeps its `next`.
        ///
        /// Saves a helper, and a call that engines do not inline: `next` is called as a method at each step, where the
        /// specification reads it once. Differs where it is an accessor, or is replaced during a loop.
        constant_next = "constantNext",
        /// `Array.prototype` has no setter for an index, and `Object.prototype` none for a name that is spread or computed.
        ///
        /// Saves defining each element and property: `[...x]` and rest push, `{ ...x }` and `{ [k]: x }` set. Differs where
        /// there are such setters, or read-only properties.
        no_prototype_setters = "noPrototypeSetters",
        /// Nobody looks at a function that the file does nothing with but call it.
        ///
        /// Saves `length` and names: `(x = 1) => x` of a constant needs no `arguments`. Gives up both, which others see if a
        /// script declares the function at its top.
        ignore_called_functions = "ignoreCalledFunctions",
        /// The engine names a function by its key, where that stands in an object literal and is no name of a function.
        ///
        /// Saves a helper's call for each: `{ "a-b": function () {…} }`. Gives up the name on engines of ES5 that let it be set.
        inferred_names = "inferredNames",
        /// What is called is a function, whose `apply` and `call` are those of all functions.
        ///
        /// Saves a helper: `f(...args)` is `f.apply(void 0, args)`. Where `f` is no function, the TypeError comes before the
        /// arguments are evaluated.
        callees_are_functions = "calleesAreFunctions",
        /// A method that the file shows in a class stays a method.
        ///
        /// Saves looking for a getter: `super.m()` is `_base.m.call(this)`. Gives up `this` in an accessor that someone has
        /// put in its place.
        constant_methods = "constantMethods",
        /// An object whose `constructor` is a class that no other extends was made by `new`; so was an instance of its parents on
        /// which a derived class is called.
        ///
        /// Saves a helper's call in each construction. Gives up the TypeError for `C.call(x)`, where `x` has such a property or is an
        /// instance of a parent in the file.
        constructor_tells_new = "constructorTellsNew",
        /// Nobody meets `document.all`, which is `== null` and neither `null` nor `undefined`.
        ///
        /// Saves a comparison in each `?.` and `??`. Gives up that object.
        no_document_all = "noDocumentAll",
        /// Nobody looks at what a generator or an async function inherits from as a function, unless the file has a word for
        /// that, such as `prototype`, `constructor` or `Reflect`.
        ///
        /// Saves the intrinsics `GeneratorFunction`, `AsyncFunction` and the like. Gives up them, for other files.
        ignore_function_kinds = "ignoreFunctionKinds",
        /// A class keeps its parent, unless the file has the word `setPrototypeOf` or `__proto__`.
        ///
        /// Saves looking for it: `super(x)` calls the parent that the class was made with. Gives up another parent that
        /// other files give it.
        constant_parents = "constantParents",
        /// Nobody reads the variables of an array pattern that failed.
        ///
        /// Saves taking the values one by one: all are there before the first is bound. Gives up those that were bound
        /// before an iterator threw.
        ignore_failed_patterns = "ignoreFailedPatterns",
    }
}
