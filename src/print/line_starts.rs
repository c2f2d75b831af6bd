//! Where the lines of the code begin, and what of the source begins them: the places where a comment can be put without
//! a change of meaning, since a line ends there already.

use swc_common::{BytePos, SourceFile};

pub(super) struct LineStarts {
    places: Vec<LineStart>,
    /// Positions of the source lie from here to there.
    range: (BytePos, BytePos),
}

#[derive(Debug, Clone, Copy)]
pub(super) struct LineStart {
    /// The position of what begins the line, or of the first that has one.
    pub(super) position: BytePos,
    at: u32,
}

impl LineStart {
    /// Its offset in the code, behind the indentation.
    pub(super) fn offset(self) -> usize {
        self.at as usize
    }
}

/// Text that is put into the code at an offset.
pub(super) struct Insertion {
    pub(super) at: usize,
    pub(super) text: String,
}

impl LineStarts {
    pub(super) fn new(file: &SourceFile) -> Self {
        Self { places: vec![], range: (file.start_pos, file.end_pos) }
    }

    /// A line begins with what comes at offset `at`, or goes on with code after the comments that it begins with. Lines
    /// behind 4 GB are left out.
    pub(super) fn begin(&mut self, at: usize) {
        if let Ok(at) = u32::try_from(at) {
            self.places.push(LineStart { position: BytePos::DUMMY, at });
        }
    }

    /// What comes next is at `position` in the source.
    #[inline]
    pub(super) fn mark(&mut self, position: BytePos) {
        if let Some(place) = self.places.last_mut()
            && place.position.is_dummy()
            && self.range.0 <= position
            && position < self.range.1
        {
            place.position = position;
        }
    }

    /// Those that begin with something of the source, in its order.
    pub(super) fn in_source_order(self) -> Vec<LineStart> {
        let mut places = self.places;
        places.retain(|place| !place.position.is_dummy());
        // Stable: most of them are in order, and a stable sort takes runs as they are.
        places.sort_by_key(|place| place.position);
        places
    }
}
