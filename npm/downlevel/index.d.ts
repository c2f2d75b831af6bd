/** How one file is lowered. What is left out has its default. */
export interface TransformOptions {
  /** The name that diagnostics and the source map give the source. It is not opened. Default: `"input.js"`. */
  filename?: string;
  /**
   * Whether the source is a script, CommonJS or a module. Default: `"auto"`: by the extension of `filename`, `.mjs` or
   * `.cjs`; else a module if the source has an `import` or `export` declaration, CommonJS if it uses `require`, `module`
   * or `exports` and neither declares it nor asks for it by `typeof`, else a script.
   */
  sourceType?: "auto" | "script" | "commonjs" | "module";
  /**
   * What becomes of `import` and `export`. Default: `"preserve"`: they stay as they are, for a bundler that reads the
   * output. With `"commonjs"`, they become `require` and `exports`; `"none"` makes a script with plain declarations.
   */
  modules?: "preserve" | "commonjs" | "amd" | "umd" | "iife" | "system" | "none";
  /** The name by which AMD, UMD and SystemJS know the module. Default: none. */
  moduleName?: string | null;
  /** The global that holds the exports in a page, for `"umd"` and `"iife"`: `name` or `my.name`. Default: none. */
  globalName?: string | null;
  /** The globals that hold imported modules in a page, by their specifiers: `{ react: "React" }`. Default: none. */
  globals?: Record<string, string>;
  /** Whether to make a source map (version 3). Default: `false`. */
  sourceMap?: boolean;
  /**
   * The map of the source itself, which the new map goes through: as an object, as JSON, or `true` for the one that the
   * source names in its last line, which is read then. A map that the source names and that cannot be read is a
   * warning. Sources are named from where the file is. Without `sourceMap` it is not read. Default: none.
   */
  inputSourceMap?: SourceMap | string | boolean | null;
  /** `sourceRoot` of the source map: what its readers put before the names of sources. Default: none. */
  sourceRoot?: string | null;
  /** Whether the source map holds the texts of its sources. Default: `true`. */
  sourcesContent?: boolean;
  /**
   * What an import from a module that was CommonJS from the start gets, in CommonJS, AMD, UMD and IIFE: what its `__esModule`
   * says (`babel`), what Node gives (`node`), or the property `default` (`none`). Default: `"babel"`.
   */
  interop?: "babel" | "node" | "none";
  /** Whether a module whose only export is the default one is that value: `module.exports = exports.default`. Default: `false`. */
  moduleExports?: boolean;
  /**
   * Where the runtime helpers come from. Default: `"inline"`: each file carries those it uses. With `external`, files
   * load them from the module of that name, as their format loads modules. For UMD and IIFE, `globals` names its global.
   */
  helpers?: "inline" | { external: string };
  /**
   * Whether the output has no whitespace but what it needs; nothing is renamed, and legal comments stay. Default: `"auto"`: a
   * source that is minified stays so.
   */
  compact?: "auto" | boolean;
  /** Whether the output is ASCII: other characters become escapes, in comments too. Default: `false`. */
  asciiOnly?: boolean;
  /** Whether `typeof` knows symbols that a polyfill has made, which are objects. Default: `false`. */
  typeofSymbols?: boolean;
  /**
   * Whether to keep also what costs size or speed everywhere for the sake of a rare program, such as a check at each
   * read of a binding that may come before its declaration has run. Default: `false`.
   */
  spec?: boolean;
  /**
   * What becomes of what ES5 cannot do, such as lookbehind in regular expressions. Default: `"error"`: the file is refused.
   * With `"runtime"` it is left to the engine, with a warning for each place.
   */
  unsupported?: "error" | "runtime";
  /** What is taken for granted of the code. Default: what next to no program breaks. */
  assumptions?: Assumptions;
}

/** What is taken for granted of the code, for shorter and faster output. Each is `false` by default, unless it says otherwise. */
export interface Assumptions {
  /** Whatever is spread, destructured by an array pattern, or walked by `for-of` is an array without holes. */
  iterableIsArray?: boolean;
  /** Whatever has a `length` and no iterator, such as a `NodeList` of old, can be spread, destructured and walked. */
  arrayLikeIsIterable?: boolean;
  /** No iterator has a `return` method that matters when a `for-of` loop or an array pattern ends early. */
  skipForOfIteratorClosing?: boolean;
  /** No object that a rest pattern takes apart has properties named by symbols. */
  objectRestNoSymbols?: boolean;
  /** Where an object is spread into a literal, properties may be set rather than defined. */
  setSpreadProperties?: boolean;
  /** Computed properties of object literals, and those after them, may be set rather than defined. */
  setComputedProperties?: boolean;
  /** What stands in a template is a primitive, or its `valueOf` and `toString` agree. */
  ignoreToPrimitiveHint?: boolean;
  /** No tag function freezes, compares or counts on its template object being frozen. */
  mutableTemplateObject?: boolean;
  /** Methods of classes may be assigned to the prototype rather than defined. */
  setClassMethods?: boolean;
  /** Fields of classes may be assigned rather than defined. */
  setPublicClassFields?: boolean;
  /** What is private may be a property that is not enumerable. */
  privateFieldsAsProperties?: boolean;
  /** What is private may be a property with a symbol for its name. */
  privateFieldsAsSymbols?: boolean;
  /** No class is called without `new`. */
  noClassCalls?: boolean;
  /** Every parent of a class stays its parent, and can be called without `new`: no built-in, no native class. */
  superIsCallableConstructor?: boolean;
  /** The prototype of a class never changes, and no method that `super` calls is found by a getter. */
  constantSuper?: boolean;
  /** Nobody reads the `length` of functions with default parameters. */
  ignoreFunctionLength?: boolean;
  /** What a module exports again from another one does not change afterwards. */
  constantReexports?: boolean;
  /** `__esModule` may be enumerable. */
  enumerableModuleMeta?: boolean;
  /** What a closure or another module reads has been initialized by then. On by default; `spec` turns it off. */
  initializedBindings?: boolean;
  /** The exports of a CommonJS module will do for its namespace object. On by default; `spec` turns it off. */
  exportsAreNamespaces?: boolean;
  /** Nobody replaces the iterator of arrays and of `arguments`, or what its `next` does. On by default; `spec` turns it off. */
  constantArrayIterator?: boolean;
  /** An iterator keeps its `next`. On by default; `spec` turns it off. */
  constantNext?: boolean;
  /** `Array.prototype` has no setter for an index, `Object.prototype` none for a name that is spread or computed. On by default; `spec` turns it off. */
  noPrototypeSetters?: boolean;
  /** Nobody looks at a function that the file does nothing with but call it. On by default; `spec` turns it off. */
  ignoreCalledFunctions?: boolean;
  /** The engine names a function by its key, where that stands in an object literal and is no name of a function. On by default; `spec` turns it off. */
  inferredNames?: boolean;
  /** What is called is a function, whose `apply` and `call` are those of all functions. On by default; `spec` turns it off. */
  calleesAreFunctions?: boolean;
  /** A method that the file shows in a class stays a method. On by default; `spec` turns it off. */
  constantMethods?: boolean;
  /** An object whose `constructor` is a class that no other extends was made by `new`; so was an instance of its parents on which a derived class is called. On by default; `spec` turns it off. */
  constructorTellsNew?: boolean;
  /** Nobody meets `document.all`. On by default; `spec` turns it off. */
  noDocumentAll?: boolean;
  /** Nobody looks at what a generator or async function inherits from as a function, unless the file has a word for that. On by default; `spec` turns it off. */
  ignoreFunctionKinds?: boolean;
  /** A class keeps its parent, unless the file has the word `setPrototypeOf` or `__proto__`. On by default; `spec` turns it off. */
  constantParents?: boolean;
  /** Nobody reads the variables of an array pattern that failed. On by default; `spec` turns it off. */
  ignoreFailedPatterns?: boolean;
}

/** A source map, version 3. */
export interface SourceMap {
  version: number;
  file?: string | null;
  names?: string[];
  sources?: (string | null)[];
  sourcesContent?: (string | null)[] | null;
  sourceRoot?: string | null;
  mappings?: string;
  sections?: { offset: { line: number; column: number }; map: SourceMap }[];
}

/** What a source was made into. */
export interface TransformResult {
  /** The ES5 code, ending in a line feed. It holds no comment that names a map. */
  code: string;
  /** The source map, if `sourceMap` asked for it. */
  map: (SourceMap & { names: string[]; sources: string[]; mappings: string }) | null;
  /** Findings that did not keep the file from being lowered. */
  warnings: Diagnostic[];
  /**
   * The built-ins after ES5 without which the code cannot do all of its work, such as `Promise` for async functions.
   * What the source itself refers to is not counted.
   */
  requiredBuiltins: string[];
}

/** A place in a source. */
export interface Place {
  /** `filename` of the options. */
  file: string;
  /** From 1. */
  line: number;
  /** In Unicode characters, from 1. */
  column: number;
  /** How many characters of that line the place covers, at least 1. */
  length: number;
  /** In UTF-16 code units, from 1: as editors and source maps count, which begin at 0. */
  utf16Column: number;
  /** How many UTF-16 code units of that line the place covers, at least 1. */
  utf16Length: number;
  /** The place in bytes of the source in UTF-8; it may go over several lines. */
  range: { start: number; end: number };
  /** What to say about this place. */
  note?: string;
}

/** Something to say about a source. */
export interface Diagnostic extends Place {
  severity: "error" | "warning";
  /** A stable name for its kind, such as `syntax` or `unsupported`. */
  code: string;
  /** What is wrong: one sentence without a full stop. */
  message: string;
  /** What to do about it, if something can be done. */
  advice?: string;
  /** All of this as people read it: the line with the place marked. */
  frame: string;
  /** Further places that explain it, such as the first of two declarations. */
  related: Place[];
}

/** A piece of syntax that is newer than ES5. */
export interface Finding extends Place {
  /** A stable name, such as `arrow-function`. */
  feature: string;
  /** The year of the edition of ECMAScript that it is from, such as 2015. */
  edition: number;
  /** `an arrow function is from ES2015` */
  message: string;
  /** It is in a string that is run as code, such as that of `eval("…")`, which `transform` leaves alone. */
  inString: boolean;
}

/** A source cannot be lowered. */
export class DownlevelError extends Error {
  name: "DownlevelError";
  /** Every error that was found, in the order of the source; never empty. */
  errors: Diagnostic[];
}

/**
 * Lowers a source on the thread pool.
 *
 * Rejects with a {@link DownlevelError} if it cannot be lowered, with a `TypeError` if an option is wrong.
 */
export function transform(code: string | Uint8Array, options?: TransformOptions): Promise<TransformResult>;

/** {@link transform} on the thread that calls. */
export function transformSync(code: string | Uint8Array, options?: TransformOptions): TransformResult;

/** Lowers a file; `filename` is its path unless given. */
export function transformFile(path: string | URL, options?: TransformOptions): Promise<TransformResult>;

/** {@link transformFile} on the thread that calls. */
export function transformFileSync(path: string | URL, options?: TransformOptions): TransformResult;

/**
 * Finds the syntax that is newer than ES5, in the order of the source; nothing if the source is ES5. Of the options,
 * `filename`, `sourceType` and `modules` count. Rejects with a {@link DownlevelError} if the source has syntax errors.
 */
export function check(code: string | Uint8Array, options?: TransformOptions): Promise<Finding[]>;

/** {@link check} on the thread that calls. */
export function checkSync(code: string | Uint8Array, options?: TransformOptions): Finding[];

/** The module that files with `helpers: { external }` load: every helper. Default: `"esm"`. */
export function helpers(format?: "esm" | "cjs"): string;

/** The version of downlevel. */
export const version: string;
