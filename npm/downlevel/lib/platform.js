// What the native addon for a machine is called: the conventions of @napi-rs/cli.
"use strict";

/** `linux-x64-gnu`, `darwin-arm64`, `win32-x64-msvc`, … */
exports.platformName = function platformName({ platform, arch, musl }) {
  switch (platform) {
    case "linux":
      return `linux-${arch}-${musl ? "musl" : "gnu"}`;
    case "win32":
      return `win32-${arch}-msvc`;
    default:
      return `${platform}-${arch}`;
  }
};

exports.thisPlatform = function thisPlatform() {
  const { platform, arch } = process;
  return exports.platformName({ platform, arch, musl: platform === "linux" && isMusl() });
};

/** The package that carries the addon and the command. */
exports.packageName = (platform) => `@downlevel/binding-${platform}`;

exports.addonFile = (platform) => `downlevel.${platform}.node`;

exports.commandFile = (platform) => (platform.startsWith("win32") ? "downlevel.exe" : "downlevel");

function isMusl() {
  const report = process.report && process.report.getReport();
  return Boolean(report) && !report.header.glibcVersionRuntime;
}
