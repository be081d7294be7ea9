//! Which roles the articles of an event give to whom, each wording of a role held against another once.

use crate::claim::actor::{Role, RoleKind, RoleTense};
use crate::compare::context::Context;
use crate::compare::cut::Cut;
use crate::likeness::Likeness;
use foldhash::fast::FixedState;
use std::cell::RefCell;
use std::collections::HashMap;

/// Places of roles that one article gives to one person and that are looked at.
const MOST: usize = 64;

/// A role that an article gives to an actor.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held<'c> {
    /// The actor, by its index across articles.
    pub(super) actor: usize,
    /// The index of the article.
    pub(super) article: usize,
    /// The role.
    pub(super) role: &'c Role,
    /// The same for all roles of one wording.
    wording: usize,
}

/// Offices and family ties, actor by actor, article by article, in the order of the text.
pub(super) struct Roles<'c> {
    held: Vec<Held<'c>>,
    likeness: RefCell<HashMap<(usize, usize), Likeness, FixedState>>,
}

impl<'c> Roles<'c> {
    /// Reads them off the articles. Cost: O(roles log roles).
    pub(super) fn new(ctx: &Context<'c>, articles: &[usize]) -> Self {
        let mut all: Vec<(usize, usize, &'c Role)> =
            articles.iter().flat_map(|&a| ctx.roles[a].iter().map(move |&(actor, role)| (actor, a, role))).collect();
        all.retain(|(_, _, r)| matches!(r.kind, RoleKind::Office | RoleKind::Family));
        all.sort_by_key(|&(actor, article, role)| (actor, article, role.span));
        let mut wordings: HashMap<(RoleKind, RoleTense, &str), usize, FixedState> =
            HashMap::with_hasher(FixedState::with_seed(8));
        let mut held = Vec::with_capacity(all.len());
        let mut left_out = 0;
        for of_one in all.chunk_by(|x, y| (x.0, x.1) == (y.0, y.1)) {
            if of_one.len() > MOST {
                let first = held.len();
                ctx.cuts.add(Cut::Roles, (first + MOST..first + of_one.len()).map(|n| n + left_out));
                left_out += of_one.len() - MOST;
            }
            held.extend(of_one.iter().take(MOST).map(|&(actor, article, role)| {
                let next = wordings.len();
                let wording = *wordings.entry((role.kind, role.tense, role.text.as_str())).or_insert(next);
                Held { actor, article, role, wording }
            }));
        }
        Self { held, likeness: RefCell::new(HashMap::with_hasher(FixedState::with_seed(9))) }
    }

    /// The roles of each actor.
    pub(super) fn by_actor(&self) -> impl Iterator<Item = &[Held<'c>]> {
        self.held.chunk_by(|x, y| x.actor == y.actor)
    }

    /// How `x` stands to `y`; see [`Role::likeness`].
    pub(super) fn likeness(&self, ctx: &Context<'_>, x: &Held<'_>, y: &Held<'_>) -> Likeness {
        let key = (x.wording, y.wording);
        if let Some(&known) = self.likeness.borrow().get(&key) {
            return known;
        }
        let likeness = x.role.likeness(y.role, ctx.lexicon);
        self.likeness.borrow_mut().insert(key, likeness);
        likeness
    }
}

/// The places of one article at which one actor is given a role of one wording.
#[derive(Debug)]
pub(super) struct Wording<'c> {
    /// The index of the article.
    pub(super) article: usize,
    /// The first place.
    pub(super) first: Held<'c>,
    /// All places, in the order of the text.
    pub(super) places: Vec<&'c Role>,
}

/// The roles of one actor, those of one article and wording together, article by article.
pub(super) fn wordings<'c>(of_one: &[Held<'c>]) -> Vec<Wording<'c>> {
    let mut out: Vec<Wording<'c>> = Vec::new();
    let mut begun = 0;
    for h in of_one {
        if out.last().is_some_and(|w| w.article != h.article) {
            begun = out.len();
        }
        let same = out.get_mut(begun..).unwrap_or_default().iter_mut().find(|w| w.first.wording == h.wording);
        match same {
            Some(w) => w.places.push(h.role),
            None => out.push(Wording { article: h.article, first: *h, places: vec![h.role] }),
        }
    }
    out
}
