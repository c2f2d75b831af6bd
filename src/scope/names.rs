//! The names of a file: one number for each, and names that nothing in the file has.

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use swc_atoms::Atom;

use crate::{helpers::is_helper_name, syntax::identifier::is_es5_identifier};

/// Index of a name in [`Names`].
pub(crate) type NameId = u32;

/// The number of the name `arguments`, in every file.
pub(super) const ARGUMENTS: NameId = 0;

/// Every name that a binding or a reference of the file uses, and those generated on the way.
#[derive(Debug, Default)]
pub(crate) struct Names {
    ids: FxHashMap<Atom, NameId>,
    atoms: Vec<Atom>,
    /// Those that [`fresh`](Self::fresh) generated or [`reserve`](Self::reserve) keeps. Beside them there are the names of
    /// helpers, unless the source has them.
    generated: FxHashSet<NameId>,
    /// What names are made of for each base name that a function asked for.
    stems: FxHashMap<String, Atom>,
    /// For each base name, the suffix that [`Names::fresh`] tries next.
    suffixes: FxHashMap<Atom, u32>,
    /// For each base name, those that functions share.
    shared: FxHashMap<Atom, Shared>,
    /// The base names of those that the functions around the current code have, in the order in which they got them.
    taken: Vec<Atom>,
    /// In a script, what [`fresh_at_top`](Self::fresh_at_top) ends names with: it stands for the text of the script.
    mark: Option<String>,
}

/// Names that were generated for one function after the other.
#[derive(Debug, Default)]
struct Shared {
    names: Vec<Atom>,
    /// How many of them the functions around the current code have.
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

    /// Whether `name` was generated, or may still be, and is no name of the source.
    pub(crate) fn is_generated(&self, name: &Atom) -> bool {
        match self.find(name) {
            Some(id) => self.generated.contains(&id),
            None => is_helper_name(name),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.atoms.len()
    }

    /// Keeps a name, unless the source has it, from being generated for something else.
    pub(crate) fn reserve(&mut self, name: &Atom) {
        let known = self.atoms.len();
        let id = self.intern(name);
        if id as usize == known {
            self.generated.insert(id);
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
    /// assigns it. Other scripts of the page may have generated such names as well, so that those of a script differ by its
    /// text: `_base_4k1xq`.
    pub(crate) fn fresh_at_top(&mut self, base: &str) -> Atom {
        let Some(mark) = self.mark.clone() else { return self.fresh(base) };
        loop {
            let name = Atom::from(format!("{}_{mark}", self.fresh(base)));
            if self.find(&name).is_none() {
                let id = self.intern(&name);
                self.generated.insert(id);
                return name;
            }
        }
    }

    /// Notes that the file is a script, and its text.
    pub(super) fn share_top(&mut self, text: &str) {
        self.mark = Some(mark_of(text));
    }

    /// The same as [`fresh`](Self::fresh) for a variable of the current function that only code refers to which is lowered after this, up to the
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
                self.generated.insert(id);
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
