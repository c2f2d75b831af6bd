/** The runtime helpers: what files with `helpers: { external: "downlevel/helpers" }` load. They are no API of their own. */
export {};
