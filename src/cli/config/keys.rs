//! Keys and their values as flags: `outDir` is `--out-dir`, and takes what `--out-dir` takes.

use std::{any::TypeId, error::Error, ffi::OsString, path::Path};

use clap::{
    Arg, ArgAction, Command, ValueHint,
    error::{ContextKind, ContextValue},
};

use super::{
    super::{args::TAKEN_BACK, paths},
    tree::{Entry, Node, Value, Wrong},
};

/// Flags that make no sense in a file: what is about this one run, or about the file itself.
const NO_KEYS: [&str; 11] = [
    "output",
    "stdin-filename",
    "config",
    "no-config",
    "print-config",
    "color",
    "quiet",
    "verbose",
    "watch",
    "in-place",
    "help",
];

/// A key of the file as flags.
#[derive(Debug)]
pub struct Setting {
    id: String,
    pub flags: Vec<OsString>,
    /// The flags are inputs.
    pub is_input: bool,
    /// The flag says where inputs go.
    pub is_out_dir: bool,
}

/// `sourceMaps = "external"`
const EXTERNAL_SOURCE_MAPS: &str = "--source-maps=external";

impl Setting {
    /// Whether the flag is one of `command`.
    pub fn is_of(&self, command: &Command) -> bool {
        command.get_arguments().any(|arg| arg.get_id() == self.id.as_str())
    }

    /// Whether it asks for source maps that stand beside results.
    pub fn is_external_source_maps(&self) -> bool {
        self.flags.last().is_some_and(|flag| flag == EXTERNAL_SOURCE_MAPS)
    }

    /// The value of the flag.
    pub fn value(&self) -> Option<OsString> {
        let flag = self.flags.last()?.as_encoded_bytes();
        let at = flag.iter().position(|byte| *byte == b'=')?;
        Some(paths::of_bytes(flag.get(at + 1..)?.to_vec()).into())
    }
}

/// What a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Switch,
    /// A flag that takes `true` or `false`.
    Boolean,
    Number,
    Text,
    /// `true` or a text.
    OptionalText,
    List,
    /// A list of names, or a table of them with booleans.
    Names,
}

/// A flag that is a key too.
pub struct Key<'a> {
    pub name: String,
    pub kind: Kind,
    pub arg: &'a Arg,
}

/// All keys.
pub fn keys(command: &Command) -> impl Iterator<Item = Key<'_>> {
    command.get_arguments().filter_map(|arg| {
        let name = arg.get_long().or(arg.is_positional().then_some(arg.get_id().as_str()))?;
        let is_key = !NO_KEYS.contains(&name) && !arg.is_hide_set();
        is_key.then(|| Key { name: spelling(name), kind: kind(arg), arg })
    })
}

/// `outDir` for `out-dir`; one key has Babel's name.
fn spelling(flag: &str) -> String {
    if flag == "assume" {
        return "assumptions".to_owned();
    }
    let mut words = flag.split('-');
    let mut name = words.next().unwrap_or_default().to_owned();
    for word in words {
        name.extend(word.chars().take(1).flat_map(char::to_uppercase));
        name.extend(word.chars().skip(1));
    }
    name
}

fn kind(arg: &Arg) -> Kind {
    let has_names = arg.get_value_parser().possible_values().is_some();
    let takes = |id: TypeId| arg.get_value_parser().type_id() == id;
    match arg.get_action() {
        ArgAction::SetTrue => Kind::Switch,
        ArgAction::Append if has_names => Kind::Names,
        ArgAction::Append => Kind::List,
        _ if takes(TypeId::of::<bool>()) => Kind::Boolean,
        _ if takes(TypeId::of::<u16>()) || takes(TypeId::of::<u32>()) => Kind::Number,
        _ if arg.get_num_args().is_some_and(|range| range.min_values() == 0) => Kind::OptionalText,
        _ => Kind::Text,
    }
}

/// The flags of a whole file in `folder`.
pub fn settings(root: &Node, folder: &Path, command: &Command) -> Result<Vec<Setting>, Wrong> {
    let Value::Table(entries) = &root.value else {
        return Err(Wrong::new(&root.place, format!("the configuration is {}, not an object", root.value.kind())));
    };
    let keys: Vec<Key> = keys(command).collect();
    // `$schema` is for editors.
    entries.iter().filter(|entry| entry.key != "$schema").map(|entry| setting(entry, folder, &keys)).collect()
}

fn setting(entry: &Entry, folder: &Path, keys: &[Key<'_>]) -> Result<Setting, Wrong> {
    let Some(key) = keys.iter().find(|key| key.name == entry.key) else {
        let wrong = Wrong::new(&entry.place, format!("there is no key `{}`", entry.key));
        return Err(match nearest(&entry.key, keys.iter().map(|key| key.name.as_str())) {
            Some(name) => wrong.advise(format!("did you mean `{name}`?")),
            None => wrong.advise(format!("the keys are {}", list(keys.iter().map(|key| key.name.as_str())))),
        });
    };
    let flags = key.texts(&entry.node)?.into_iter().map(|text| key.flag(text, folder)).collect();
    let id = key.arg.get_id().as_str().to_owned();
    Ok(Setting { flags, is_input: key.arg.is_positional(), is_out_dir: id == "out_dir", id })
}

impl Key<'_> {
    /// The values for the flag; an empty one for the flag alone.
    fn texts(&self, node: &Node) -> Result<Vec<String>, Wrong> {
        match (self.kind, &node.value) {
            (Kind::Switch, Value::Bool(false)) | (Kind::OptionalText, Value::Bool(false)) => Ok(vec![]),
            (Kind::Switch | Kind::OptionalText, Value::Bool(true)) => Ok(vec![String::new()]),
            (Kind::Boolean, Value::Bool(value)) => Ok(vec![value.to_string()]),
            (Kind::Number, Value::Integer(text)) => Ok(vec![self.checked(text, node)?]),
            (Kind::Text | Kind::OptionalText, Value::Text(text)) => Ok(vec![self.checked(text, node)?]),
            (Kind::List | Kind::Names, Value::List(nodes)) => nodes.iter().map(|node| self.item(node)).collect(),
            (Kind::Names, Value::Table(entries)) => entries.iter().map(|entry| self.named(entry)).collect(),
            (_, value) => {
                Err(Wrong::new(&node.place, format!("`{}` takes {}, not {}", self.name, self.expected(), value.kind())))
            }
        }
    }

    fn expected(&self) -> &'static str {
        match self.kind {
            Kind::Switch | Kind::Boolean => "true or false",
            Kind::Number => "an integer",
            Kind::Text => "a string",
            Kind::OptionalText => "true, false or a string",
            Kind::List => "a list of strings",
            Kind::Names => "a list of names, or a table of them with true or false",
        }
    }

    /// One item of a list.
    fn item(&self, node: &Node) -> Result<String, Wrong> {
        match &node.value {
            Value::Text(text) if text == "-" && self.arg.is_positional() => {
                Err(Wrong::new(&node.place, "standard input cannot be an input of every run"))
            }
            Value::Text(text) => self.checked(text, node),
            value => {
                let message = format!("`{}` takes {}, not {} in it", self.name, self.expected(), value.kind());
                Err(Wrong::new(&node.place, message))
            }
        }
    }

    /// `name: true`, or `name: false`
    fn named(&self, Entry { key, place, node }: &Entry) -> Result<String, Wrong> {
        let name = self.checked(key, &Node { value: Value::Text(key.clone()), place: place.clone() })?;
        match node.value {
            Value::Bool(true) => Ok(name),
            Value::Bool(false) => Ok(format!("{name}{TAKEN_BACK}")),
            ref value => {
                let message = format!("`{}.{key}` takes true or false, not {}", self.name, value.kind());
                Err(Wrong::new(&node.place, message))
            }
        }
    }

    /// Lets the flag judge a value.
    fn checked(&self, text: &str, node: &Node) -> Result<String, Wrong> {
        let arg = Arg::new("value").long("value").value_parser(self.arg.get_value_parser().clone());
        let judge = Command::new("judge").no_binary_name(true).arg(arg);
        match judge.try_get_matches_from([format!("--value={text}")]) {
            Ok(_) => Ok(text.to_owned()),
            Err(error) => Err(self.refused(text, node, &error)),
        }
    }

    fn refused(&self, text: &str, node: &Node, error: &clap::Error) -> Wrong {
        let wrong = Wrong::new(&node.place, format!("`{}` cannot be `{text}`", self.name));
        let strings = |kind| match error.get(kind) {
            Some(ContextValue::Strings(values)) => values.clone(),
            Some(ContextValue::String(value)) => vec![value.clone()],
            _ => vec![],
        };
        match (strings(ContextKind::SuggestedValue).first(), strings(ContextKind::ValidValue), error.source()) {
            (Some(suggested), ..) => wrong.advise(format!("did you mean `{suggested}`?")),
            (None, valid, _) if !valid.is_empty() => {
                wrong.advise(format!("it can be {}", list(valid.iter().map(String::as_str))))
            }
            (None, _, Some(reason)) => wrong.advise(reason.to_string()),
            (None, _, None) => wrong,
        }
    }

    /// The flag for a value, which for a path begins at the folder of the file.
    fn flag(&self, text: String, folder: &Path) -> OsString {
        let is_path =
            matches!(self.arg.get_value_hint(), ValueHint::AnyPath | ValueHint::FilePath | ValueHint::DirPath);
        let value = match self.kind {
            Kind::Switch => OsString::new(),
            _ if is_path && !is_keyword(&text) => folder.join(text).into_os_string(),
            _ if self.arg.get_id() == "ignore" => rebased(&text, folder),
            _ => text.into(),
        };
        let Some(long) = self.arg.get_long() else { return value };
        let mut flag = OsString::from(format!("--{long}"));
        if !value.is_empty() {
            flag.push("=");
            flag.push(value);
        }
        flag
    }
}

/// A pattern of `ignore` that names a place begins at the folder of the file; one that is a name fits anywhere.
fn rebased(pattern: &str, folder: &Path) -> OsString {
    let (sign, place) = match pattern.strip_prefix('!') {
        Some(place) => ("!", place),
        None => ("", pattern),
    };
    if folder.as_os_str().is_empty() || !place.trim_end_matches('/').contains('/') {
        return pattern.into();
    }
    let mut rebased = OsString::from(sign);
    rebased.push(folder.join(place.trim_start_matches('/')));
    rebased
}

/// What flags take instead of a path.
fn is_keyword(text: &str) -> bool {
    matches!(text, "auto" | "none")
}

/// The name that looks most like `word`, if one does.
fn nearest<'a>(word: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    /// How alike they are at least.
    const ALIKE: f64 = 0.7;
    let alike = |name: &str| strsim::jaro_winkler(&word.to_lowercase().replace(['-', '_'], ""), &name.to_lowercase());
    names
        .map(|name| (alike(name), name))
        .filter(|(likeness, _)| *likeness > ALIKE)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, name)| name)
}

fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
