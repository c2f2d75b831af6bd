//! The comments of a file, as the generator asks for them: at both ends of each node, where nearly never one is.
//! A bit for each position answers that.

use swc_common::{
    BytePos,
    comments::{Comment, Comments, SingleThreadedComments},
};

use crate::positions::Positions;

pub(super) struct Guide<'c> {
    comments: &'c SingleThreadedComments,
    leading: Positions,
    trailing: Positions,
}

impl<'c> Guide<'c> {
    /// Of the comments of a file whose positions begin at `start`.
    pub(super) fn new(comments: &'c SingleThreadedComments, start: BytePos) -> Self {
        let (leading, trailing) = comments.borrow_all();
        let [leading, trailing] = [leading, trailing].map(|positions| Positions::new(start, positions.keys().copied()));
        Self { comments, leading, trailing }
    }

    /// Whether there are none at all.
    pub(super) fn is_empty(&self) -> bool {
        let (leading, trailing) = self.comments.borrow_all();
        leading.is_empty() && trailing.is_empty()
    }

    /// What nobody has taken, in the order of the source.
    pub(super) fn untaken(&self) -> Vec<Comment> {
        let (leading, trailing) = self.comments.borrow_all();
        let mut untaken: Vec<_> = leading.values().chain(trailing.values()).flatten().cloned().collect();
        untaken.sort_unstable_by_key(|comment| comment.span.lo);
        untaken
    }
}

/// The generator takes comments; the rest is what the trait asks for.
impl Comments for Guide<'_> {
    fn has_leading(&self, pos: BytePos) -> bool {
        self.leading.contains(pos) && self.comments.has_leading(pos)
    }

    fn take_leading(&self, pos: BytePos) -> Option<Vec<Comment>> {
        if self.leading.contains(pos) { self.comments.take_leading(pos) } else { None }
    }

    fn get_leading(&self, pos: BytePos) -> Option<Vec<Comment>> {
        if self.leading.contains(pos) { self.comments.get_leading(pos) } else { None }
    }

    fn has_trailing(&self, pos: BytePos) -> bool {
        self.trailing.contains(pos) && self.comments.has_trailing(pos)
    }

    fn take_trailing(&self, pos: BytePos) -> Option<Vec<Comment>> {
        if self.trailing.contains(pos) { self.comments.take_trailing(pos) } else { None }
    }

    fn get_trailing(&self, pos: BytePos) -> Option<Vec<Comment>> {
        if self.trailing.contains(pos) { self.comments.get_trailing(pos) } else { None }
    }

    fn add_leading(&self, pos: BytePos, comment: Comment) {
        self.comments.add_leading(pos, comment);
    }

    fn add_leading_comments(&self, pos: BytePos, comments: Vec<Comment>) {
        self.comments.add_leading_comments(pos, comments);
    }

    fn move_leading(&self, from: BytePos, to: BytePos) {
        self.comments.move_leading(from, to);
    }

    fn add_trailing(&self, pos: BytePos, comment: Comment) {
        self.comments.add_trailing(pos, comment);
    }

    fn add_trailing_comments(&self, pos: BytePos, comments: Vec<Comment>) {
        self.comments.add_trailing_comments(pos, comments);
    }

    fn move_trailing(&self, from: BytePos, to: BytePos) {
        self.comments.move_trailing(from, to);
    }

    fn add_pure_comment(&self, pos: BytePos) {
        self.comments.add_pure_comment(pos);
    }
}
