//! What a test says about itself: the YAML between `/*---` and `---*/`.

use serde::Deserialize;

/// The keys of the front matter that decide how a test is run.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Metadata {
    pub flags: Vec<Flag>,
    pub features: Vec<String>,
    /// Files of `harness/` that run before the test.
    pub includes: Vec<String>,
    /// The error that the test has to end with.
    pub negative: Option<Negative>,
}

#[derive(Debug, Deserialize)]
pub struct Negative {
    pub phase: Phase,
    /// The name of the error's constructor.
    #[serde(rename = "type")]
    pub constructor: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    Parse,
    Resolution,
    Runtime,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Flag {
    OnlyStrict,
    NoStrict,
    Module,
    Raw,
    Async,
    #[serde(other)]
    Other,
}

impl Metadata {
    /// Reads the front matter of a test; a test has one.
    pub fn read(source: &str) -> Result<Self, String> {
        let (_, rest) = source.split_once("/*---").ok_or("no front matter")?;
        let (yaml, _) = rest.split_once("---*/").ok_or("the front matter does not end")?;
        // A few tests are about line terminators and use others than line feeds throughout.
        let yaml = yaml.replace("\r\n", "\n").replace('\r', "\n");
        serde_saphyr::from_str(&yaml).map_err(|error| error.to_string())
    }

    pub fn has(&self, flag: Flag) -> bool {
        self.flags.contains(&flag)
    }

    /// Whether the source must be refused before anything of it runs.
    pub fn is_early_error(&self) -> bool {
        self.negative.as_ref().is_some_and(|negative| negative.phase == Phase::Parse)
    }
}
