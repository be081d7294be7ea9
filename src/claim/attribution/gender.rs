//! What the nouns of a mention say of the gender of whom they name.

use crate::claim::attribution::phrase::Mention;
use crate::claim::attribution::resolve::{Gender, Resolver};
use crate::lexicon::List;

impl Resolver<'_, '_, '_> {
    /// What the nouns of a mention say of the gender of whom they name.
    pub(super) fn noun_gender(&self, mention: Mention) -> Gender {
        let scene = self.scene;
        let person = |i: &usize| scene.has(*i, List::SpeakerNoun) || scene.has(*i, List::Title);
        let mut words = (mention.from.min(mention.first)..mention.end).filter(person).map(|i| scene.word(i));
        words
            .find_map(|w| {
                let w = w.strip_prefix("ex-").unwrap_or(w);
                let male = [
                    "man",
                    "father",
                    "husband",
                    "brother",
                    "son",
                    "uncle",
                    "grandfather",
                    "spokesman",
                    "boy",
                    "businessman",
                    "chairman",
                    "policeman",
                    "congressman",
                    "actor",
                    "king",
                    "prince",
                    "boyfriend",
                    "dad",
                    "nephew",
                ];
                let female = [
                    "woman",
                    "mother",
                    "wife",
                    "sister",
                    "daughter",
                    "aunt",
                    "grandmother",
                    "spokeswoman",
                    "girl",
                    "businesswoman",
                    "chairwoman",
                    "policewoman",
                    "congresswoman",
                    "actress",
                    "queen",
                    "princess",
                    "girlfriend",
                    "mum",
                    "mom",
                    "niece",
                    "widow",
                ];
                if male.iter().any(|m| w.eq_ignore_ascii_case(m)) {
                    Some(Gender::Male)
                } else if female.iter().any(|f| w.eq_ignore_ascii_case(f)) {
                    Some(Gender::Female)
                } else {
                    None
                }
            })
            .unwrap_or(Gender::Unknown)
    }
}
