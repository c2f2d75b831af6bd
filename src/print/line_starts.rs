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

    /// What comes next is at `position` in the source. Whether the line that it stands in has a position now.
    #[inline]
    pub(super) fn mark(&mut self, position: BytePos) -> bool {
        let Some(place) = self.places.last_mut() else { return true };
        if place.position.is_dummy() && self.range.0 <= position && position < self.range.1 {
            place.position = position;
        }
        !place.position.is_dummy()
    }

    /// For each of `positions`, which are in order, the line that begins with what comes next in the source from there on.
    pub(super) fn next_after(&self, positions: &[BytePos]) -> Vec<Option<LineStart>> {
        let mut nearest: Vec<Option<LineStart>> = vec![None; positions.len()];
        // How many positions come before a line. Most lines stand in order, with nothing between them.
        let mut before = 0;
        let is_at = |index: usize, place: &LineStart| positions.get(index).is_some_and(|at| *at <= place.position);
        for place in self.places.iter().filter(|place| !place.position.is_dummy()) {
            if is_at(before, place) || before > 0 && !is_at(before - 1, place) {
                before = positions.partition_point(|position| *position <= place.position);
            }
            let Some(index) = before.checked_sub(1) else { continue };
            let is_nearer = |known: LineStart| place.position < known.position;
            if nearest[index].is_none_or(is_nearer) {
                nearest[index] = Some(*place);
            }
        }
        let mut next = None;
        for line in nearest.iter_mut().rev() {
            next = line.or(next);
            *line = next;
        }
        nearest
    }
}
