//! The flags that say where more flags come from.

use std::path::PathBuf;

use clap::ValueHint;

/// Where the configuration comes from.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Configuration")]
pub struct ConfigArgs {
    /// Read this configuration file
    ///
    /// Without it, the current folder and those around it are searched for a downlevel.toml, a downlevel.json, or a
    /// package.json that has the key "downlevel".
    #[arg(long, value_name = "FILE", conflicts_with = "no_config", value_hint = ValueHint::FilePath)]
    pub config: Option<PathBuf>,

    /// Look for no configuration file
    #[arg(long, hide_short_help = true)]
    pub no_config: bool,
}
