//! Properties of strings: the emoji that are more than one character
//! ([UTS #51](https://www.unicode.org/reports/tr51/#Emoji_Sets)).
//!
//! ```js
//! /\p{Emoji_Keycap_Sequence}/v;
//! // becomes
//! /[#*0-9]\uFE0F\u20E3/;
//! ```
//!
//! What properties of characters tell is made of them; the rest is `emoji_sequences.txt`, which `emoji_sequences.mjs` writes.

use icu_properties::{
    CodePointSetData,
    props::{Emoji, EmojiModifier, EmojiModifierBase, EmojiPresentation, RegionalIndicator},
};

use super::unicode::{self, CodePoints, change};

const SEQUENCES: &str = include_str!("emoji_sequences.txt");
/// U+FE0F, which asks for the colourful form of a character.
const COLOURFUL: u32 = 0xFE0F;
const KEYCAP: u32 = 0x20E3;
const BLACK_FLAG: u32 = 0x1F3F4;
const TAGS: u32 = 0xE0000;
const END_OF_TAGS: u32 = 0xE007F;
const FIRST_LETTER_OF_FLAGS: u32 = 0x1F1E6;
/// A family takes a skin tone, but none of those is recommended.
const FAMILY: u32 = 0x1F46A;

/// Characters, and longer strings.
pub(super) type CharactersAndStrings = (CodePoints, Vec<Vec<u32>>);

/// What makes the characters and the longer strings of a property of strings; `None` if Unicode does not know it.
pub(super) fn property(name: &str) -> Option<fn() -> CharactersAndStrings> {
    Some(match name {
        "Basic_Emoji" => || (basic_characters(), basic_strings()),
        "Emoji_Keycap_Sequence" => || (unicode::none(), keycaps()),
        "RGI_Emoji_Modifier_Sequence" => || (unicode::none(), modified()),
        "RGI_Emoji_Flag_Sequence" => || (unicode::none(), flags()),
        "RGI_Emoji_Tag_Sequence" => || (unicode::none(), tags()),
        "RGI_Emoji_ZWJ_Sequence" => || (unicode::none(), joined()),
        "RGI_Emoji" => {
            || (basic_characters(), [basic_strings(), keycaps(), modified(), flags(), tags(), joined()].concat())
        }
        _ => return None,
    })
}

fn basic_characters() -> CodePoints {
    let presentation: CodePoints = CodePointSetData::new::<EmojiPresentation>().iter_ranges().collect();
    let indicators = CodePointSetData::new::<RegionalIndicator>();
    change(&presentation, |set| indicators.iter_ranges().for_each(|range| set.remove_range32(range)))
}

/// Those that are colourful only if they are asked to.
fn basic_strings() -> Vec<Vec<u32>> {
    let presentation = CodePointSetData::new::<EmojiPresentation>();
    let plain = CodePointSetData::new::<Emoji>().iter_ranges().flatten();
    plain
        .filter(|&character| !presentation.contains32(character) && !is_keycap(character))
        .map(|character| vec![character, COLOURFUL])
        .collect()
}

fn is_keycap(character: u32) -> bool {
    char::from_u32(character).is_some_and(|char| char.is_ascii_digit() || matches!(char, '#' | '*'))
}

fn keycaps() -> Vec<Vec<u32>> {
    "#*0123456789".chars().map(|key| vec![u32::from(key), COLOURFUL, KEYCAP]).collect()
}

/// The skin tones.
fn tones() -> impl Iterator<Item = u32> {
    CodePointSetData::new::<EmojiModifier>().iter_ranges().flatten()
}

fn modified() -> Vec<Vec<u32>> {
    let bases = CodePointSetData::new::<EmojiModifierBase>().iter_ranges().flatten();
    bases.filter(|&base| base != FAMILY).flat_map(|base| tones().map(move |tone| vec![base, tone])).collect()
}

fn flags() -> Vec<Vec<u32>> {
    lines("flag").map(flag).collect()
}

fn tags() -> Vec<Vec<u32>> {
    lines("tag").map(tagged).collect()
}

fn lines(kind: &'static str) -> impl Iterator<Item = &'static str> {
    SEQUENCES.lines().filter_map(move |line| line.split_once(' ').filter(|(known, _)| *known == kind)).map(|it| it.1)
}

/// `AC`
fn flag(letters: &str) -> Vec<u32> {
    letters.bytes().map(|letter| FIRST_LETTER_OF_FLAGS + u32::from(letter - b'A')).collect()
}

/// `gbeng`
fn tagged(region: &str) -> Vec<u32> {
    let letters = region.bytes().map(|letter| TAGS + u32::from(letter));
    [BLACK_FLAG].into_iter().chain(letters).chain([END_OF_TAGS]).collect()
}

fn joined() -> Vec<Vec<u32>> {
    lines("zwj").filter_map(|line| line.split_once(' ')).flat_map(|(kind, form)| in_tones(kind, form)).collect()
}

/// `1F468 * 200D 2695 FE0F` in the skin tones that it has.
fn in_tones(kind: &str, form: &str) -> Vec<Vec<u32>> {
    let with = |tones: &[u32]| {
        let mut tones = tones.iter().copied();
        let code = |code| if code == "*" { tones.next() } else { u32::from_str_radix(code, 16).ok() };
        form.split(' ').filter_map(code).collect()
    };
    match kind {
        "0" => vec![with(&[])],
        "1" => tones().map(|tone| with(&[tone])).collect(),
        _ => {
            let pairs = tones().flat_map(|first| tones().map(move |second| [first, second]));
            pairs.filter(|[first, second]| kind == "2" || first != second).map(|pair| with(&pair)).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// How many Unicode 18 has, by its own count. A line of the table too few or too many, or data of another version of
    /// Unicode, is found here.
    #[test]
    fn all_are_there() {
        for (name, characters, strings) in
            [("Basic_Emoji", 1202, 207), ("Emoji_Keycap_Sequence", 0, 12), ("RGI_Emoji", 1202, 2770)]
        {
            let (found, longer) = property(name).unwrap()();
            assert_eq!((found.size(), longer.len()), (characters, strings), "{name}");
            assert_eq!(longer.iter().collect::<BTreeSet<_>>().len(), strings, "{name} has each once");
            assert!(longer.iter().all(|string| string.len() > 1), "{name}");
        }
    }

    #[test]
    fn sequences_have_their_tones() {
        let (_, joined) = property("RGI_Emoji_ZWJ_Sequence").unwrap()();
        let has = |text: &str| joined.contains(&text.chars().map(u32::from).collect());
        assert!(has("👩🏽\u{200D}🚒") && has("👨🏿\u{200D}🤝\u{200D}👨🏻") && has("👨\u{200D}👩\u{200D}👧\u{200D}👦"));
        assert!(!has("👨🏿\u{200D}🤝\u{200D}👨🏿") && !has("👨🏿\u{200D}👩\u{200D}👧"));
    }
}
