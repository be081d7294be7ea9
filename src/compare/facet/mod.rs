//! In what two aligned claims differ: one file a facet.

pub(super) mod wording;
