//! A program of many cases: each a function of the current kind, or a block at the top of a module.

/// What the cases are part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Function,
    Generator,
    Async,
    AsyncGenerator,
    /// Functions of a source that is CommonJS.
    CommonJsSource,
    /// Functions of a module that becomes CommonJS.
    CommonJs,
    /// Blocks at the top of a module that becomes CommonJS.
    CommonJsTop,
    /// Functions of a module that stays one.
    Preserved,
    /// Blocks at the top of a module that stays one.
    PreservedTop,
}

impl Kind {
    pub const ALL: [Self; 9] = [
        Self::Function,
        Self::Generator,
        Self::Async,
        Self::AsyncGenerator,
        Self::CommonJsSource,
        Self::CommonJs,
        Self::CommonJsTop,
        Self::Preserved,
        Self::PreservedTop,
    ];

    pub fn is_module(self) -> bool {
        matches!(self, Self::CommonJs | Self::CommonJsTop | Self::Preserved | Self::PreservedTop)
    }

    pub fn is_top(self) -> bool {
        matches!(self, Self::CommonJsTop | Self::PreservedTop)
    }

    pub fn is_preserved(self) -> bool {
        matches!(self, Self::Preserved | Self::PreservedTop)
    }

    /// The words before `(…) { … }` of a case.
    fn function(self) -> &'static str {
        match self {
            Self::Generator => "function*",
            Self::Async => "async function",
            Self::AsyncGenerator => "async function*",
            _ => "function",
        }
    }

    /// Whether cases may hold what the text says.
    pub fn takes(self, body: &str) -> bool {
        let suspends = matches!(self, Self::Async | Self::AsyncGenerator);
        let yields = matches!(self, Self::Generator | Self::AsyncGenerator);
        (suspends || !body.contains("await"))
            && (yields || !body.contains("yield"))
            && !(body.contains("with (")
                && (self.is_module() || ["await", "yield"].iter().any(|word| body.contains(word))))
            && !is_documented(body)
            && !is_taken_wrongly(body)
            && !(self.is_top() && ["return", "arguments", "new.target"].iter().any(|word| body.contains(word)))
    }
}

/// Whether something is constructed that is no constructor, which is not told apart (README, "What differs").
fn is_documented(body: &str) -> bool {
    let constructs = ["new (", "extends ("].iter().any(|word| body.contains(word));
    constructs && ["=>", "function*", "async"].iter().any(|word| body.contains(word))
}

/// Whether QuickJS is wrong about it: in a `with`, a constant that stays as it is throws; computed keys of a class are not
/// strict code.
fn is_taken_wrongly(body: &str) -> bool {
    let keeps_constant = body.contains("with (") && body.contains("K ??= ");
    let writes_in_key = body.contains("class { [") && ["++", "--", "= "].iter().any(|write| body.contains(write));
    keeps_constant || writes_in_key
}

/// The file name of the module that holds the cases, and of the one it imports.
pub const MAIN: &str = "main.js";
pub const PRELUDE: &str = "prelude.js";

const WORLD: &str = "var { a, b, k, s, xs, o, f, C } = world(), x, y; const K = 7;";

/// The source of a case: a function, or a block.
pub fn case(kind: Kind, body: &str) -> String {
    if kind.is_top() {
        let reset = "({ a, b, k, s, xs, o, f, C } = world()); x = y = undefined; ex = o;";
        return format!(
            "{reset} try {{ {body} }} catch (error) {{ log(\"throws\", error); }} log(\"ex\", ex, self.ex);\n"
        );
    }
    // A parameter that the case may count as an argument.
    let head = format!("{} () {{ {WORLD}", kind.function());
    if kind.is_module() {
        format!("{head} ex = o; try {{ {body} }} finally {{ log(\"ex\", ex, self.ex); }} }}")
    } else {
        format!("{head} var ex = o; {body} }}")
    }
}

/// The source of a whole program. `cases` are of [`case`].
pub fn program(kind: Kind, cases: &[String]) -> String {
    let opening = "import \"./prelude.js\"; import * as self from \"./main.js\"; export let ex;\n";
    if kind.is_top() {
        let cases: String =
            cases.iter().enumerate().map(|(id, case)| format!("log(\"# {id}\"); {{ {case} }}\n")).collect();
        return format!("{opening} var {{ a, b, k, s, xs, o, f, C }} = world(), x, y; const K = 7;\n{cases}");
    }
    let list: String = cases.iter().map(|case| format!("  {case},\n")).collect();
    let opening = if kind.is_module() { opening } else { "" };
    format!("{opening}run([\n{list}]);\n")
}
