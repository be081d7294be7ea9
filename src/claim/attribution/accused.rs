//! Whom a court report calls `the defendant`, `the accused`: who it says is on trial.

use crate::claim::attribution::resolve::Resolver;
use crate::claim::attribution::scene::Scene;
use crate::lexicon::{List, folded_hash};
use crate::text::one_of::one_of;
use crate::text::token::TokenKind;

/// How far from `denies` the charge stands, in tokens.
const REACH: usize = 5;

impl Scene<'_, '_> {
    /// Whether the clause that goes on at token `i`, after its subject, says that the subject stands trial: `denies murder`,
    /// `has pleaded not guilty`, `is accused of`, `is on trial`.
    fn is_tried(&self, i: usize) -> bool {
        // No more than this is asked of most names.
        let tells =
            one_of!["denies", "denied", "admits", "admitted", "has", "had", "pleaded", "pleads", "pled", "is", "was"];
        if !self.is_one(i, tells) {
            return false;
        }
        let denies = self.is_one(i, one_of!["denies", "denied", "admits", "admitted"]);
        if denies && (i + 1..=i + REACH).take_while(|k| !self.is_mark(*k, ".")).any(|k| self.has(k, List::Charge)) {
            return true;
        }
        let have = i + usize::from(self.is_one(i, one_of!["has", "had"]));
        if self.is_one(have, one_of!["pleaded", "pleads", "pled"]) {
            return (have + 1..have + 3).any(|k| self.is(k, "guilty"));
        }
        let be = self.is_one(i, one_of!["is", "was"]);
        let charged =
            self.is(i + 1, "accused") && self.is(i + 2, "of") || self.is(i + 1, "charged") && self.is(i + 2, "with");
        be && (charged || self.is(i + 1, "on") && self.is(i + 2, "trial"))
    }
}

impl Resolver<'_, '_, '_> {
    /// Notes who stands trial, from what follows the name `[first, end)`.
    pub(super) fn read_charge(&mut self, first: usize, end: usize) {
        let scene = self.scene;
        let number = scene.token(end + 1).is_some_and(|t| t.kind == TokenKind::Number);
        let after = if scene.is_mark(end, ",") && number && scene.is_mark(end + 2, ",") { end + 3 } else { end };
        if scene.is_quoted(first) || !scene.is_tried(after) {
            return;
        }
        let name = scene.span(first..end);
        for noun in ["accused", "defendant"] {
            self.bear(folded_hash(noun), name);
        }
    }
}
