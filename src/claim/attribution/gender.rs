//! What the nouns of a mention say of the gender of whom they name.

use crate::claim::attribution::phrase::Mention;
use crate::claim::attribution::resolve::{Gender, Resolver};
use crate::lexicon::List;

impl Resolver<'_, '_, '_> {
    /// What the nouns of a mention say of the gender of whom they name.
    pub(super) fn noun_gender(&self, mention: Mention) -> Gender {
        let scene = self.scene;
        let mut letters = (mention.from.min(mention.first)..mention.end).filter_map(|i| {
            let m = scene.lexicon.match_at(List::GenderedNoun, scene.doc.text, &scene.doc.tokens, i)?;
            Some(m.entry.field(0))
        });
        match letters.next() {
            Some("m") => Gender::Male,
            Some("f") => Gender::Female,
            _ => Gender::Unknown,
        }
    }
}
