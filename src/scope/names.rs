//! The names of a file: one number for each, and names that nothing in the file has.

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use swc_atoms::Atom;
use swc_ecma_ast::EsReserved;

use crate::helpers::is_helper_name;

/// Index of a name in [`Names`].
pub(crate) type NameId = u32;

/// The number of the name `arguments`, in every file.
pub(super) const ARGUMENTS: NameId = 0;

/// Every name that a binding or a reference of the file uses, and those made up on the way.
#[derive(Debug, Default)]
pub(crate) struct Names {
    ids: FxHashMap<Atom, NameId>,
    atoms: Vec<Atom>,
    /// Those that [`fresh`](Self::fresh) made up or [`reserve`](Self::reserve) keeps. Beside them there are the names of
    /// helpers, unless the source has them.
    made_up: FxHashSet<NameId>,
    /// What names are made of for each base name that a function asked for.
    stems: FxHashMap<String, Atom>,
    /// For each base name, the suffix that [`Names::fresh`] tries next.
    suffixes: FxHashMap<Atom, u32>,
    /// For each base name, those that functions share.
    shared: FxHashMap<Atom, Shared>,
    /// The base names of those that the functions around the code at hand have, in the order in which they got them.
    taken: Vec<Atom>,
    /// In a script, what [`fresh_at_top`](Self::fresh_at_top) ends names with: it stands for the text of the script.
    mark: Option<String>,
}

/// Names that were made up for one function after the other.
#[derive(Debug, Default)]
struct Shared {
    names: Vec<Atom>,
    /// How many of them the functions around the code at hand have.
    taken: usize,
}

/// A point to which [`Names::forget_locals`] goes back.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct LocalNames(usize);

impl Names {
    /// With room for about as many names.
    pub(crate) fn with_capacity(names: usize) -> Self {
        let ids = FxHashMap::with_capacity_and_hasher(names, FxBuildHasher);
        let mut names = Self { ids, atoms: Vec::with_capacity(names), ..Self::default() };
        names.intern(&"arguments".into());
        names
    }

    /// The number of `name`, a new one if it has none.
    pub(crate) fn intern(&mut self, name: &Atom) -> NameId {
        if let Some(id) = self.ids.get(name) {
            return *id;
        }
        let id = self.atoms.len() as NameId;
        self.ids.insert(name.clone(), id);
        self.atoms.push(name.clone());
        id
    }

    /// The number of `name`, if anything in the file has it.
    pub(crate) fn find(&self, name: &Atom) -> Option<NameId> {
        self.ids.get(name).copied()
    }

    pub(crate) fn atom(&self, id: NameId) -> &Atom {
        &self.atoms[id as usize]
    }

    /// Whether `name` was made up, or may still be, and is no name of the source.
    pub(crate) fn is_made_up(&self, name: &Atom) -> bool {
        match self.find(name) {
            Some(id) => self.made_up.contains(&id),
            None => is_helper_name(name),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.atoms.len()
    }

    /// Keeps a name, unless the source has it, from being made up for something else.
    pub(crate) fn reserve(&mut self, name: &Atom) {
        let known = self.atoms.len();
        let id = self.intern(name);
        if id as usize == known {
            self.made_up.insert(id);
        }
    }

    /// The name of a helper, or one like it if the source has that.
    pub(crate) fn helper(&mut self, name: &str) -> Atom {
        let atom = Atom::from(name);
        if self.find(&atom).is_none() { atom } else { self.fresh(name) }
    }

    /// An ES5 identifier that nothing in the file has yet: `_base`, else `_base2`, `_base3`, ….
    pub(crate) fn fresh(&mut self, base: &str) -> Atom {
        self.unseen(stem(base))
    }

    /// The same for a variable at the top of the file that closures hold, or that is read after the statement which
    /// assigns it. Other scripts of the page may have made up such names as well, so that those of a script differ by its
    /// text: `_base_4k1xq`.
    pub(crate) fn fresh_at_top(&mut self, base: &str) -> Atom {
        let Some(mark) = self.mark.clone() else { return self.fresh(base) };
        loop {
            let name = Atom::from(format!("{}_{mark}", self.fresh(base)));
            if self.find(&name).is_none() {
                let id = self.intern(&name);
                self.made_up.insert(id);
                return name;
            }
        }
    }

    /// Notes that the file is a script, and its text.
    pub(super) fn share_top(&mut self, text: &str) {
        self.mark = Some(mark_of(text));
    }

    /// The same as [`fresh`](Self::fresh) for a variable of the function at hand that only code refers to which is lowered after this, up to the
    /// end of the function: other functions may have it, too.
    pub(crate) fn fresh_local(&mut self, base: &str) -> Atom {
        let stem = self.local_stem(base);
        let shared = self.shared.entry(stem.clone()).or_default();
        shared.taken += 1;
        let name = match shared.names.get(shared.taken - 1) {
            Some(name) => name.clone(),
            None => {
                let name = self.unseen(stem.clone());
                self.shared.entry(stem.clone()).or_default().names.push(name.clone());
                name
            }
        };
        self.taken.push(stem);
        name
    }

    /// Where a function begins.
    pub(crate) fn locals(&self) -> LocalNames {
        LocalNames(self.taken.len())
    }

    /// Where it ends: its names may be had again.
    pub(crate) fn forget_locals(&mut self, since: LocalNames) {
        for stem in self.taken.drain(since.0.min(self.taken.len())..) {
            if let Some(shared) = self.shared.get_mut(&stem) {
                shared.taken -= 1;
            }
        }
    }

    fn local_stem(&mut self, base: &str) -> Atom {
        if let Some(stem) = self.stems.get(base) {
            return stem.clone();
        }
        let stem = stem(base);
        self.stems.insert(base.to_owned(), stem.clone());
        stem
    }

    /// The first name of this stem that nothing in the file has yet.
    fn unseen(&mut self, stem: Atom) -> Atom {
        let mut suffix = self.suffixes.get(&stem).copied().unwrap_or(1);
        loop {
            let name = if suffix == 1 { stem.clone() } else { format!("{stem}{suffix}").into() };
            suffix += 1;
            if !self.ids.contains_key(&name) && !is_helper_name(&name) {
                self.suffixes.insert(stem, suffix);
                let id = self.intern(&name);
                self.made_up.insert(id);
                return name;
            }
        }
    }
}

/// Five letters and digits that stand for a text.
fn mark_of(text: &str) -> String {
    let hash = text.as_bytes().chunks(8).fold(text.len() as u64, |hash, chunk| {
        let mut bytes = [0; 8];
        bytes[..chunk.len()].copy_from_slice(chunk);
        (hash.rotate_left(5) ^ u64::from_le_bytes(bytes)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    });
    let mut rest = hash ^ hash >> 32;
    let mut letter = || {
        let digit = (rest % 36) as u32;
        rest /= 36;
        char::from_digit(digit, 36).unwrap_or_default()
    };
    (0..5).map(|_| letter()).collect()
}

/// `_base`, of what ES5 can spell.
fn stem(base: &str) -> Atom {
    let base = base.trim_start_matches('_');
    let stem: String = if is_es5_identifier(base) || base.is_empty() {
        ["_", base].concat()
    } else {
        base.chars().fold(String::from("_"), |stem, char| {
            if char.is_ascii_alphanumeric() { stem + char.encode_utf8(&mut [0; 4]) } else { stem }
        })
    };
    stem.into()
}

/// Whether ES5 can spell `name` as a property name after a dot
/// ([ES5.1 §7.6](https://262.ecma-international.org/5.1/#sec-7.6)): letters of the Basic Multilingual Plane only.
pub(crate) fn is_es5_name(name: &str) -> bool {
    if let [first, ..] = name.as_bytes()
        && name.bytes().all(is_plain_part)
    {
        return !first.is_ascii_digit();
    }
    let mut chars = name.chars();
    let in_plane = |char: char| {
        u32::from(char) <= 0xFFFF
            // Other_ID_Start and Other_ID_Continue: ES5 goes by general categories, where these are no letters.
            && !matches!(char, '\u{B7}' | '\u{387}' | '\u{1369}'..='\u{1371}' | '\u{1885}' | '\u{1886}' | '\u{19DA}'
                | '\u{2118}' | '\u{212E}' | '\u{309B}' | '\u{309C}' | '\u{30FB}' | '\u{FF65}')
    };
    chars
        .next()
        .is_some_and(|first| first == '$' || first == '_' || in_plane(first) && unicode_id_start::is_id_start(first))
        && chars.all(|char| {
            matches!(char, '$' | '_' | '\u{200C}' | '\u{200D}')
                || in_plane(char) && unicode_id_start::is_id_continue(char)
        })
}

fn is_plain_part(byte: u8) -> bool {
    PLAIN_PARTS[usize::from(byte)]
}

/// The bytes that nearly all names are made of.
const PLAIN_PARTS: [bool; 256] = {
    let mut parts = [false; 256];
    let mut byte = 0;
    while byte < parts.len() {
        parts[byte] = (byte as u8).is_ascii_alphanumeric() || matches!(byte as u8, b'$' | b'_');
        byte += 1;
    }
    parts
};

/// Whether ES5 can spell `name` as the name of a variable, in strict code too.
pub(crate) fn is_es5_identifier(name: &str) -> bool {
    is_es5_name(name) && !is_reserved(name)
}

/// The reserved words of ES5 ([ES5.1 §7.6.1](https://262.ecma-international.org/5.1/#sec-7.6.1)), those of strict
/// code included, and the two names that strict code may not bind.
fn is_reserved(name: &str) -> bool {
    name.is_reserved() || name.is_reserved_in_strict_mode(false) || name.is_reserved_in_strict_bind()
}
