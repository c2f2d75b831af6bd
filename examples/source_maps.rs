//! TypeScript → esbuild → downlevel: the map of the last leads to the first. `cargo run --example source_maps`

use std::error::Error;

use downlevel::{Options, source_mapping_url, transform};
use oxc_sourcemap::SourceMap;

/// What `esbuild src/greet.ts --sourcemap --target=es2018 --outfile=out/greet.js` made of
/// `export const greet = (...names: string[]): string => …`.
const CODE: &str = "\
export const greet = (...names) => `Hello ${names.join(\", \")}`;
//# sourceMappingURL=greet.js.map
";
const MAP: &str = r#"{
  "version": 3,
  "sources": ["../src/greet.ts"],
  "mappings": "AAAO,aAAM,QAAQ,IAAI,UAA4B,SAAS,MAAM,KAAK,IAAI,CAAC;",
  "names": []
}"#;

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    // The library opens no files. This is where the map would be read from, as a URL relative to the file.
    assert_eq!(source_mapping_url(CODE), Some("greet.js.map"));
    let options = Options {
        // Relative to where the new map will be: names of sources are made from it.
        filename: "../out/greet.js".into(),
        source_map: true,
        input_source_map: Some(MAP.into()),
        ..Options::default()
    };
    let output = transform(CODE, &options)?;
    let json = output.map.ok_or("a map was asked for")?;
    println!("{}//# sourceMappingURL=greet.js.map\n\n{json}\n", output.code);

    // Where does `names.join` come from?
    let map = SourceMap::from_json_string(&json)?;
    let at = output.code.find("names.join").ok_or("the call is there")?;
    let (before, line) = (&output.code[..at], output.code[..at].matches('\n').count());
    let column = at - before.rfind('\n').map_or(0, |end| end + 1);
    let table = map.generate_lookup_table();
    let origin = map.lookup_source_view_token(&table, line as u32, column as u32).ok_or("it is mapped")?;
    assert_eq!(origin.to_tuple(), (Some("../src/greet.ts"), 0, 62, None));
    println!("names.join comes from {:?}", origin.to_tuple());
    Ok(())
}
