//! Findings inside of the crate: spans and words. [`located`](crate::diagnostic::located) turns them into what callers
//! see. Every message of the crate is made by a function of [`Problem`], so that wording lives in one place.

use std::borrow::Cow;

use swc_common::{DUMMY_SP, Span};

use crate::{code::Code, syntax::feature::Feature};

/// A finding inside the crate: spans and words.
#[derive(Debug)]
pub(crate) struct Problem {
    pub(crate) span: Span,
    pub(crate) code: Code,
    pub(crate) message: Cow<'static, str>,
    pub(crate) advice: Option<Cow<'static, str>>,
    pub(crate) related: Vec<(Span, String)>,
}

impl Problem {
    fn new(span: Span, code: Code, message: impl Into<Cow<'static, str>>) -> Self {
        Self { span, code, message: message.into(), advice: None, related: vec![] }
    }

    pub(crate) fn advise(mut self, advice: impl Into<Cow<'static, str>>) -> Self {
        self.advice = Some(advice.into());
        self
    }

    /// Adds another place that explains this one.
    fn beside(mut self, span: Span, note: impl Into<String>) -> Self {
        self.related.push((span, note.into()));
        self
    }

    /// The source breaks a rule of the grammar.
    pub(crate) fn syntax(span: Span, message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(span, Code::Syntax, message)
    }

    /// The source is in another language.
    pub(crate) fn foreign(span: Span, language: &str, advice: String) -> Self {
        Self::new(span, Code::NotJavaScript, format!("this is {language}, not JavaScript")).advise(advice)
    }

    /// Whether it is that.
    pub(crate) fn is_foreign(&self) -> bool {
        self.code == Code::NotJavaScript
    }

    /// A name is declared twice in one scope.
    pub(crate) fn redeclared(name: &str, span: Span, first: Span) -> Self {
        Self::new(span, Code::Redeclared, format!("`{name}` is declared twice in this scope"))
            .beside(first, format!("`{name}` is first declared here"))
            .advise("rename one of the two, or drop the second declaration")
    }

    /// A word that is no name where it stands.
    pub(crate) fn reserved_word(span: Span, word: &str, place: &str) -> Self {
        Self::syntax(span, format!("`{word}` is a reserved word in {place}")).advise("choose another name")
    }

    /// A keyword with `\u` in it.
    pub(crate) fn escaped_keyword(span: Span, word: &str) -> Self {
        Self::syntax(span, format!("the keyword `{word}` cannot be written with an escape"))
            .advise(format!("write `{word}` without `\\u`"))
    }

    /// An escape at the start of a name for a character that can't be there.
    pub(crate) fn bad_identifier(span: Span) -> Self {
        Self::syntax(span, "a name cannot begin with this character").advise("choose another name")
    }

    /// `eval` or `arguments` as a binding or target.
    pub(crate) fn strict_target(span: Span, name: &str) -> Self {
        Self::syntax(span, format!("`{name}` cannot be declared or assigned in strict code"))
            .advise("choose another name")
    }

    /// `let let`
    pub(crate) fn let_as_name(span: Span) -> Self {
        Self::syntax(span, "`let` cannot be the name of a lexical declaration")
            .advise("choose another name, or declare it with `var`")
    }

    /// `let [` at the start of an expression statement.
    pub(crate) fn let_bracket(span: Span) -> Self {
        Self::syntax(span, "an expression statement cannot begin with `let [`")
            .advise("write `(let)[…]` if `let` is a variable; put a declaration into a block")
    }

    /// An octal or decimal escape.
    pub(crate) fn octal_escape(span: Span, place: &str) -> Self {
        Self::syntax(span, format!("octal escapes, `\\8` and `\\9` are not allowed in {place}"))
            .advise("use `\\x` and two hexadecimal digits")
    }

    /// `017`
    pub(crate) fn octal_number(span: Span) -> Self {
        Self::syntax(span, "a number cannot begin with `0` and another digit in strict code")
            .advise("begin an octal number with `0o`; drop the zeros before a decimal one")
    }

    /// A line separator in a regular expression.
    pub(crate) fn unterminated_regex(span: Span) -> Self {
        Self::syntax(span, "a regular expression cannot hold a line terminator").advise("write it as an escape")
    }

    /// A label inside a statement of the same label.
    pub(crate) fn duplicate_label(name: &str, span: Span, first: Span) -> Self {
        Self::syntax(span, format!("the label `{name}` is used twice"))
            .beside(first, format!("`{name}` already labels the statement around"))
            .advise("rename one of the two")
    }

    /// A jump to a label that is not around it.
    pub(crate) fn unknown_label(name: &str, span: Span, keyword: &str) -> Self {
        Self::syntax(span, format!("no statement around this `{keyword}` has the label `{name}`"))
            .advise("labels of other functions can't be jumped to")
    }

    /// `continue` with the label of something else than a loop.
    pub(crate) fn continue_to_statement(name: &str, span: Span, label: Span) -> Self {
        Self::syntax(span, format!("`{name}` is not the label of a loop"))
            .beside(label, "the label stands here")
            .advise("use `break` to leave a statement that is no loop")
    }

    /// `break` or `continue` with nothing around it.
    pub(crate) fn misplaced_jump(span: Span, keyword: &str, around: &str) -> Self {
        Self::syntax(span, format!("`{keyword}` must stand in {around} of the same function"))
    }

    /// A declaration as the body of another statement.
    pub(crate) fn misplaced_declaration(span: Span, what: &str) -> Self {
        Self::syntax(span, format!("{what} cannot be the body of another statement")).advise("put it into a block")
    }

    /// An `await using` in a function that is not async.
    pub(crate) fn misplaced_await(span: Span) -> Self {
        Self::syntax(span, "`await using` must stand in an async function")
            .advise("write `async` before the function around it")
    }

    /// A `using` at the top of a script, or of a clause of a `switch`.
    pub(crate) fn misplaced_using(span: Span, place: &str) -> Self {
        Self::syntax(span, format!("`using` cannot stand {place}"))
            .advise("put it into a block, `{ … }`, with what needs it")
    }

    /// `for (let.x of …)`, `for (async of …)`
    pub(crate) fn head_begins_with(span: Span, word: &str) -> Self {
        Self::syntax(span, format!("the target of a `for-of` loop cannot begin with `{word}`"))
            .advise("put it in parentheses")
    }

    /// `for (let x = 1 of …)`
    pub(crate) fn head_initializer(span: Span) -> Self {
        Self::syntax(span, "what this loop declares cannot have an initial value").advise("drop the value")
    }

    /// `for (var a, b of …)`
    pub(crate) fn head_declares_many(span: Span) -> Self {
        Self::syntax(span, "this loop can declare one variable or pattern only")
    }

    /// `for (var a = b in c; …)`
    pub(crate) fn bare_in(span: Span) -> Self {
        Self::syntax(span, "`in` must stand in parentheses here").advise("put them around the value")
    }

    /// `for (a; b)`
    pub(crate) fn missing_semicolon(span: Span) -> Self {
        Self::syntax(span, "the head of a `for` loop needs two semicolons")
    }

    /// `with` in strict code.
    pub(crate) fn strict_with(span: Span) -> Self {
        Self::syntax(span, "`with` is not allowed in strict code").advise("read the properties of the object by name")
    }

    /// `super()` outside of a derived class's constructor.
    pub(crate) fn misplaced_super_call(span: Span) -> Self {
        Self::syntax(span, "`super()` must stand in the constructor of a class that extends another")
    }

    /// `super.x` outside of a method.
    pub(crate) fn misplaced_super_property(span: Span) -> Self {
        Self::syntax(span, "`super` must stand in a method, or in an arrow function in a method")
    }

    /// `return` outside of a function.
    pub(crate) fn misplaced_return(span: Span, is_module: bool) -> Self {
        let problem = Self::syntax(span, "`return` must stand in a function");
        if is_module {
            return problem.advise("put a function around the code: `(function () { … })();`");
        }
        problem.advise(
            "put a function around the code, `(function () { … })();`, or parse it as CommonJS: by the extension .cjs or \
             the source type `commonjs`",
        )
    }

    /// `new.target` outside of a function.
    pub(crate) fn misplaced_new_target(span: Span) -> Self {
        Self::syntax(span, "`new.target` must stand in a function that is no arrow function")
    }

    /// `yield` or `await` in a parameter list.
    pub(crate) fn in_parameters(span: Span, keyword: &str) -> Self {
        Self::syntax(span, format!("`{keyword}` cannot stand in the parameters of a function"))
            .advise("give the parameter its value in the body")
    }

    /// A name that is said inside of a `with`, and that the output can't give to what it is declared as.
    pub(crate) fn name_in_with(name: &str, span: Span) -> Self {
        let message = format!("`{name}` needs another name in ES5, but is used inside of a `with`");
        Self::new(span, Code::With, message).advise("choose a name that ES5 can spell and nothing else in the file has")
    }

    /// A name of a `for` that a closure in its initialisation uses in a `with`: it gets a copy of another name.
    pub(crate) fn loop_name_in_with(name: &str, span: Span) -> Self {
        let message =
            format!("`{name}` needs another name in the head of this loop, but is used inside of a `with` there");
        Self::new(span, Code::With, message)
            .advise("make the function that holds the `with` outside of the loop's head")
    }

    /// A binding of a block in a `with`, used in a `with` inside of it: a variable can't hide the one object and be
    /// hidden by the other.
    pub(crate) fn binding_between_withs(name: &str, span: Span) -> Self {
        let message = format!("`{name}` is declared in a block of one `with` and used inside of another");
        Self::new(span, Code::With, message).advise("put what is inside of the outer `with` into a function")
    }

    /// `arguments` of a function around, where the object of a `with` between them may have it.
    pub(crate) fn arguments_in_with(span: Span) -> Self {
        Self::new(span, Code::With, "`arguments` cannot be assigned here, since the object of the `with` may have it")
            .advise("assign it outside of the `with`, or use a variable of another name")
    }

    /// A binding called `arguments` that `eval` must find, where it gets another name.
    pub(crate) fn arguments_in_eval(span: Span) -> Self {
        Self::new(span, Code::Eval, "`arguments` needs another name in ES5, but `eval` may use it")
            .advise("choose another name")
    }

    /// Direct `eval` in the parameters and in the body of a function whose body can't be a function of its own.
    pub(crate) fn eval_in_parameters_and_body(span: Span) -> Self {
        let message =
            "a generator, async function or derived constructor cannot have `eval` in its parameters and its body";
        Self::new(span, Code::Eval, message).advise("give the parameters their values in the body")
    }

    /// `delete x` in strict code.
    pub(crate) fn delete_name(span: Span) -> Self {
        Self::syntax(span, "a variable cannot be deleted in strict code").advise("assign `undefined` to it")
    }

    /// What is assigned is neither a name nor a member.
    pub(crate) fn invalid_target(span: Span) -> Self {
        Self::syntax(span, "this cannot be assigned").advise("assign a variable, a property or a pattern of them")
    }

    /// A second `__proto__: value`.
    pub(crate) fn duplicate_prototype(span: Span, first: Span) -> Self {
        Self::syntax(span, "an object literal can set `__proto__` only once")
            .beside(first, "it is set here first")
            .advise("drop one of the two; write `[\"__proto__\"]` for a plain property")
    }

    /// `{ a = 1 }` that is no pattern.
    pub(crate) fn shorthand_initializer(span: Span) -> Self {
        Self::syntax(span, "a property of an object literal cannot have a default value").advise("write `:` for `=`")
    }

    /// A line ends after `async`.
    pub(crate) fn line_break_after_async(span: Span) -> Self {
        Self::syntax(span, "no line may end between `async` and what it makes asynchronous")
            .advise("put both on one line")
    }

    /// A second constructor.
    pub(crate) fn duplicate_constructor(span: Span, first: Span) -> Self {
        Self::syntax(span, "a class has one constructor only").beside(first, "the first constructor is here")
    }

    /// `get constructor() {}` and the like.
    pub(crate) fn special_constructor(span: Span) -> Self {
        Self::syntax(span, "the constructor of a class cannot be an accessor, a generator or async")
    }

    /// `static prototype() {}`
    pub(crate) fn static_prototype(span: Span) -> Self {
        Self::syntax(span, "a static member cannot be named `prototype`").advise("choose another name")
    }

    /// `class A { #x; #x; }`
    pub(crate) fn duplicate_private_name(name: &str, span: Span, first: Span) -> Self {
        Self::syntax(span, format!("`#{name}` is declared twice in this class"))
            .beside(first, "it is declared here first")
            .advise("rename one of the two")
    }

    /// `this.#x` in no class that declares `#x`.
    pub(crate) fn unknown_private_name(name: &str, span: Span) -> Self {
        Self::syntax(span, format!("no class around declares `#{name}`"))
            .advise("declare it in the class, as in `class C { #x; }`")
    }

    /// `f(#x)`
    pub(crate) fn misplaced_private_name(name: &str, span: Span) -> Self {
        Self::syntax(span, format!("`#{name}` must stand after a dot, or before `in`"))
    }

    /// `"\u{1F_639}"`
    pub(crate) fn separated_escape(span: Span) -> Self {
        Self::syntax(span, "an escape takes no numeric separator").advise("write the digits without `_`")
    }

    /// `delete this.#x`
    pub(crate) fn delete_private_name(span: Span) -> Self {
        Self::syntax(span, "what is private cannot be deleted").advise("set it to `undefined`")
    }

    /// `#constructor() {}`
    pub(crate) fn private_constructor(span: Span) -> Self {
        Self::syntax(span, "a private member cannot be named `#constructor`").advise("choose another name")
    }

    /// `class A { #x; [this.#x + (yield)]; }`: the key is evaluated before the class is there.
    pub(crate) fn private_name_in_suspended_key(span: Span) -> Self {
        let message = "a key with `yield` or `await`, or one before it, uses a private name of its class";
        Self::new(span, Code::PrivateKey, message).advise("evaluate the key in a `const` before the class")
    }

    /// `class A { x = arguments; }`
    pub(crate) fn arguments_of_element(span: Span) -> Self {
        Self::syntax(span, "`arguments` cannot stand in the initial value of a field or in a static block")
    }

    /// `class A { static { return; } }`
    pub(crate) fn in_static_block(span: Span, keyword: &str) -> Self {
        Self::syntax(span, format!("`{keyword}` cannot stand in a static block"))
    }

    /// `function f(a = 1) { "use strict"; }`
    pub(crate) fn late_strict_directive(span: Span) -> Self {
        Self::syntax(span, "a function with defaults, patterns or rest in its parameters cannot say \"use strict\"")
            .advise("put the directive around the function, or at the top of the file")
    }

    /// A name is exported twice.
    pub(crate) fn duplicate_export(name: &str, span: Span, first: Span) -> Self {
        Self::syntax(span, format!("`{name}` is exported twice"))
            .beside(first, format!("`{name}` is first exported here"))
            .advise("drop one of the two exports")
    }

    /// `import defer * as a from "b"`
    pub(crate) fn import_phase(span: Span, word: &str) -> Self {
        Self::syntax(span, format!("`import {word}` is in no edition of ECMAScript"))
            .advise(format!("drop `{word}`, if the module may be loaded and run at once"))
    }

    /// `import(...x)`
    pub(crate) fn spread_in_import(span: Span) -> Self {
        Self::syntax(span, "`import()` takes no spread").advise("give it the specifier alone")
    }

    /// `new import(x)`
    pub(crate) fn new_import(span: Span) -> Self {
        Self::syntax(span, "`new` cannot stand before `import()`").advise("put `import()` into parentheses")
    }

    /// `export { a as "\\uD800" }`
    pub(crate) fn surrogate_in_name(span: Span) -> Self {
        Self::syntax(span, "the name of an import or export cannot hold a lone surrogate").advise("choose another name")
    }

    /// `with { type: "json", type: "json" }`
    pub(crate) fn duplicate_attribute(span: Span, first: Span) -> Self {
        Self::syntax(span, "an import attribute is given twice")
            .beside(first, "it is given here first")
            .advise("drop one of the two")
    }

    /// `with { type: 1 }`
    pub(crate) fn attribute_value(span: Span) -> Self {
        Self::syntax(span, "the value of an import attribute must be a string")
    }

    /// `with { type: "json" }`, where `import` becomes `require`.
    pub(crate) fn dropped_attributes(span: Span) -> Self {
        Self::new(span, Code::ImportAttribute, "the attribute `type: \"json\"` is dropped, since `require` takes none")
            .advise("make sure that the name of the file ends in `.json`: `require` reads it as JSON by that")
    }

    /// Other attributes there.
    pub(crate) fn lost_attributes(span: Span) -> Self {
        Self::new(span, Code::ImportAttribute, "`require` takes no import attributes but `{ type: \"json\" }`")
            .advise("keep the import with `--modules preserve` (`Modules::Preserve`), for a bundler that knows them")
    }

    /// `import.meta`, where modules become CommonJS.
    pub(crate) fn import_meta(span: Span) -> Self {
        let message = "CommonJS has nothing for `import.meta` but its `url`, `filename` and `dirname`";
        Self::new(span, Code::ImportMeta, message)
            .advise("read one of these, or keep it with `--modules preserve` (`Modules::Preserve`), for a bundler")
    }

    /// `import()` or `import.meta` in a format that has nothing like it.
    pub(crate) fn not_in_format(span: Span, what: &str, formats: &str) -> Self {
        Self::new(span, Code::ModuleFormat, format!("{what} has no equal in this format of modules"))
            .advise(format!("choose {formats}, or bundle the file first"))
    }

    /// `import`, where a module becomes a script.
    pub(crate) fn import_in_script(span: Span) -> Self {
        Self::new(span, Code::ModuleFormat, "a script without modules cannot import")
            .advise("bundle the file first, for example with `esbuild --bundle --format=esm`")
    }

    /// `await` at the top of a module, where that cannot wait.
    pub(crate) fn top_level_await(span: Span) -> Self {
        Self::new(span, Code::TopLevelAwait, "of all formats, SystemJS alone waits for `await` at the top of a module")
            .advise("choose `--modules system` (`Modules::System`), or put it into an async function that is called at once")
    }

    /// An import of a module that a page has no name for.
    pub(crate) fn no_global(span: Span, specifier: &str) -> Self {
        Self::new(span, Code::NoGlobal, format!("nothing says which global of a page holds `{specifier}`"))
            .advise(format!("say so with `--globals {specifier}=NAME` (`Options::globals`), or bundle the file first"))
    }

    /// An import for its effects alone, in a format for pages.
    pub(crate) fn loaded_by_page(span: Span, specifier: &str) -> Self {
        Self::new(span, Code::NoGlobal, format!("a page does not load `{specifier}` by this import"))
            .advise("let the page load it before this file, or bundle the two")
    }

    /// A name given by the caller that is none.
    pub(crate) fn bad_global(span: Span, name: &str) -> Self {
        Self::new(span, Code::NoGlobal, format!("`{name}` is no name of a global in ES5"))
            .advise("give a name, or several with dots between them")
    }

    /// UMD without a name.
    pub(crate) fn no_global_name() -> Self {
        Self::new(DUMMY_SP, Code::NoGlobal, "nothing says which global of a page gets the exports")
            .advise("say so with `--global-name NAME` (`Options::global_name`)")
    }

    /// Exports of a function that is called at once.
    pub(crate) fn lost_exports() -> Self {
        Self::new(DUMMY_SP, Code::NoGlobal, "no global gets the exports of this module")
            .advise("name one with `--global-name NAME` (`Options::global_name`)")
    }

    /// An export that a direct `eval` may assign, in SystemJS.
    pub(crate) fn export_and_eval(name: &str) -> Self {
        Self::new(DUMMY_SP, Code::Eval, format!("a direct `eval` may assign `{name}`, which SystemJS would not see"))
            .advise("call `eval` by another name, as in `(0, eval)(code)`")
    }

    /// A function that a script should have under a name that it cannot have.
    pub(crate) fn renamed_export(span: Span, name: &str) -> Self {
        Self::new(span, Code::ModuleFormat, format!("`{name}` cannot be declared by a script under this name"))
            .advise("choose a name that no global of the language has and that ES5 can spell")
    }

    /// Helpers of another module in a format that can't load it.
    pub(crate) fn external_helpers() -> Self {
        Self::new(DUMMY_SP, Code::ModuleFormat, "a script has no module to load the helpers from in this format")
            .advise("leave the helpers in the file: `--helpers inline` (`Helpers::Inline`)")
    }

    /// Helpers of another module for SystemJS, which are called before they are loaded.
    pub(crate) fn registered_helpers() -> Self {
        Self::new(
            DUMMY_SP,
            Code::ModuleFormat,
            "SystemJS loads no helpers before the functions of a module are made, and one of these needs them",
        )
        .advise("leave the helpers in the file: `--helpers inline` (`Helpers::Inline`)")
    }

    /// A name is exported that the module does not declare.
    pub(crate) fn unknown_export(name: &str, span: Span) -> Self {
        Self::syntax(span, format!("`{name}` is exported, but not declared at the top level of this module"))
            .advise("declare or import it")
    }

    /// Valid JavaScript that is not lowered.
    pub(crate) fn unsupported(span: Span, feature: &str) -> Self {
        Self::new(span, Code::Unsupported, format!("{feature} cannot be lowered to ES5 yet"))
            .advise("lower this construct with another tool first, or write it without it")
    }

    /// A global name that ES5 has no way to spell.
    pub(crate) fn unspellable(span: Span, name: &str) -> Self {
        Self::new(span, Code::Unspellable, format!("ES5 cannot spell the global name `{name}`"))
            .advise("declare it in this file, or read it as a property of the global object")
    }

    /// The pattern or the flags of a regular expression break the grammar.
    pub(crate) fn regular_expression(span: Span, message: &str) -> Self {
        let mut message = message.trim_start_matches("Invalid regular expression: ").to_owned();
        if let Some(first) = message.get_mut(..1) {
            first.make_ascii_lowercase();
        }
        Self::syntax(span, format!("invalid regular expression: {message}"))
    }

    /// A lookbehind assertion in a regular expression.
    pub(crate) fn lookbehind(span: Span) -> Self {
        Self::new(span, Code::Lookbehind, "ES5 regular expressions cannot look behind")
            .advise("match what comes before as well, in a group of its own, and leave it out of what you use")
    }

    /// What ES5 cannot do, as a warning where it is left to the engine.
    pub(crate) fn left_to_engine(self) -> Self {
        let advice = match self.code {
            Code::Unspellable => "it is read through the global object",
            _ => "it is left to the engine by `new RegExp(…)`, which throws where the engine cannot do it",
        };
        Self { advice: Some(advice.into()), ..self }
    }

    /// The first BigInt literal of a file.
    pub(crate) fn bigint(span: Span) -> Self {
        Self::new(span, Code::BigInt, "this and all other BigInt literals of the file need an engine that has `BigInt`")
            .advise("on any other, the code throws where it reaches one; a polyfill cannot make operators work")
    }

    /// A BigInt literal beside a `BigInt` of the file's own.
    pub(crate) fn replaced_bigint(span: Span) -> Self {
        Self::new(
            span,
            Code::BigInt,
            "a BigInt literal becomes a call of `BigInt`, which this file declares or assigns",
        )
        .advise("choose another name for what the file declares")
    }

    /// The flag `d`.
    pub(crate) fn match_indices(span: Span) -> Self {
        Self::new(span, Code::MatchIndices, "ES5 regular expressions do not tell where groups match (flag `d`)")
            .advise("add up the lengths of the groups, or use a polyfill by `new RegExp(source, \"d\")`")
    }

    /// `^` with and without multiline matching in one pattern.
    pub(crate) fn mixed_line_starts(span: Span) -> Self {
        let message = "an ES5 pattern cannot have a `^` that matches at lines and one that does not";
        Self::new(span, Code::LineStarts, message)
            .advise("match the line terminator before the line, or use two regular expressions")
    }

    /// A reference in a part of a pattern that ignores case, beside one that does not.
    pub(crate) fn reference_ignoring_case(span: Span) -> Self {
        let message = "an ES5 pattern cannot ignore case in a reference to a group alone";
        Self::new(span, Code::IgnoredCase, message)
            .advise("ignore case in the whole pattern, or compare what the groups matched afterwards")
    }

    /// A pattern with the flag `u` that looks for trail surrogates on their own.
    pub(crate) fn lone_trail_surrogate(span: Span) -> Self {
        Self::new(
            span,
            Code::LoneSurrogate,
            "ES5 finds a match that begins with a trail surrogate only where a line begins",
        )
        .advise("match what may come before as well, as in `/(?:^|[^])\\uDC00/u`")
    }

    /// What is wrong with a feature, if it is not lowered.
    pub(crate) fn refused(span: Span, feature: Feature) -> Option<Self> {
        let advice = feature.refused()?;
        let message = format!("{feature} (ES{}) is not lowered to ES5", feature.edition());
        Some(Self::new(span, Code::TooNew, message).advise(advice))
    }

    /// A string that is run as code, and holds syntax that is newer than ES5.
    pub(crate) fn code_string(span: Span, feature: Feature) -> Self {
        let edition = feature.edition();
        Self::new(
            span,
            Code::CodeString,
            format!("the code in this string stays as it is: it has {feature}, which is ES{edition}"),
        )
        .advise("write it in ES5; with webpack, choose a `devtool` without `eval`")
    }

    /// The source nests more deeply than can be handled.
    pub(crate) fn too_deep(span: Span) -> Self {
        Self::new(span, Code::TooDeep, "the source nests too deeply to be lowered")
            .advise("split the expression or statement that nests here")
    }

    /// The source map of the source, which the caller gave, is none.
    pub(crate) fn input_source_map(span: Span, reason: &str) -> Self {
        Self::new(span, Code::InputSourceMap, format!("the input source map cannot be read: {reason}"))
            .advise("make it anew, or leave it out: positions will lead to this file then")
    }

    /// The printer refused the tree.
    pub(crate) fn unprintable(span: Span, error: &std::io::Error) -> Self {
        Self::new(span, Code::Internal, format!("the lowered code could not be printed: {error}"))
            .advise("this is a fault of downlevel: please report it, with the source")
    }

    /// The text of a runtime helper is not what the parser takes: a mistake in this crate, not in the source.
    pub(crate) fn broken_helper(name: &str, reason: &str) -> Self {
        Self::new(DUMMY_SP, Code::Internal, format!("the helper `{name}` does not parse: {reason}"))
            .advise("this is a bug in downlevel: please report it")
    }
}
