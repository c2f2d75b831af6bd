//! Deep nesting against the same number side by side.

use crate::{cost::milliseconds, way::Way};

/// What is nested: its name, what stands before the inner one and what behind it. `#` is its number.
const SHAPES: &[(&str, &str, &str)] = &[
    ("closures", "var f# = (...a#) => { let b# = a#; use(() => b#);", "};"),
    ("functions", "function f#(x = y, [a#, ...b#]) { let c# = a#;", "return () => c#; }"),
    ("loops", "for (let i# = 0; i# < 1; i#++) { use(() => i#);", "}"),
    ("for-of loops", "for (const [a#, b#] of list) { use(() => a#);", "}"),
    ("generators", "function* g#(a) { let b# = yield a; try {", "yield* b#; } finally { yield b#; } }"),
    ("async functions", "async function h#(a) { let b# = await a; if (b#) {", "await b#; } }"),
    ("classes", "class C# extends B { m() { super.m(...arguments);", "} static get s() { return super.s; } }"),
    ("blocks", "{ let a = 1; use(() => a);", "}"),
];

/// How often each is measured; the least time counts.
const ROUNDS: usize = 40;

pub(crate) fn nesting(depth: usize) -> Result<(), Box<dyn std::error::Error>> {
    println!("| {depth} | flat, ms | nested, ms | nested / flat | floor: nested / flat |");
    println!("| --- | ---: | ---: | ---: | ---: |");
    for (name, before, after) in SHAPES {
        let sources = [flat(before, after, depth), nested(before, after, depth)];
        let [flat_floor, nested_floor] = times(Way::Floor, &sources)?;
        let [flat, nested] = times(Way::Downlevel, &sources)?;
        let (ratio, floor) = (nested / flat, nested_floor / flat_floor);
        println!("| {name} | {flat:.2} | {nested:.2} | {ratio:.2} | {floor:.2} |");
    }
    Ok(())
}

/// Of flat and nested in turn, so that a machine that slows down does so for both.
fn times(way: Way, sources: &[String; 2]) -> Result<[f64; 2], String> {
    let mut least = [f64::INFINITY; 2];
    for _ in 0..ROUNDS {
        for (source, least) in sources.iter().zip(&mut least) {
            let mut result = Ok(0);
            *least = least.min(milliseconds(|| result = way.go(source)));
            result?;
        }
    }
    Ok(least)
}

fn flat(before: &str, after: &str, depth: usize) -> String {
    (0..depth).map(|number| format!("{before} {after}\n").replace('#', &number.to_string())).collect()
}

fn nested(before: &str, after: &str, depth: usize) -> String {
    let numbered = |text: &str, number: usize| format!("{text}\n").replace('#', &number.to_string());
    let opening: String = (0..depth).map(|number| numbered(before, number)).collect();
    let closing: String = (0..depth).rev().map(|number| numbered(after, number)).collect();
    opening + &closing
}
