//! In what two aligned claims differ: one file a facet.

pub(super) mod actor;
pub(super) mod age;
pub(super) mod attribute;
pub(super) mod date;
pub(super) mod place;
pub(super) mod quantity;
pub(super) mod quoted;
pub(super) mod role;
pub(super) mod slot;
pub(super) mod spelling;
pub(super) mod stance;
pub(super) mod substitution;
pub(super) mod toll;
pub(super) mod wording;
