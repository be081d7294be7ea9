//! A sentence read into clauses, with what its claims ask of each.

use crate::claim::clause::scene::Scene;
use crate::claim::clause::segment::{Clauses, NONE, Role, Subject, segment};
use crate::claim::quote::{Quote, QuoteKind};
use crate::claim::source::credits_of;
use crate::text::span::Span;
use std::ops::Range;

/// What hangs on a clause.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Under {
    pub(super) complement: bool,
    pub(super) conditional: bool,
    /// Where its first relative clause begins.
    pub(super) relative: Option<usize>,
}

/// A sentence being read. One serves for all: its lists keep their room.
#[derive(Default)]
pub(super) struct Reading<'a> {
    pub(super) index: usize,
    pub(super) span: Span,
    pub(super) clauses: Clauses,
    /// The tokens of all clauses, those of each together.
    pub(super) tokens: Vec<usize>,
    /// For each clause where its tokens end.
    ends: Vec<usize>,
    /// For each clause what hangs on it.
    pub(super) under: Vec<Under>,
    /// For each clause the first and last token of its claim.
    pub(super) extents: Vec<Option<(usize, usize)>>,
    /// For each clause the clause whose claim holds its tokens: itself, or the one that it stays in.
    pub(super) holder: Vec<usize>,
    /// Its reported speech without marks.
    pub(super) indirect: Vec<&'a Quote>,
    /// Every quotation whose cue stands in it.
    pub(super) cues: Vec<&'a Quote>,
    pub(super) credits: Vec<usize>,
    /// The dates that begin in it.
    dates: Range<usize>,
    /// The quantities that begin in it.
    quantities: Range<usize>,
    /// The quotations near it.
    near: Range<usize>,
    pub(super) asks: bool,
}

impl<'a> Reading<'a> {
    /// Reads sentence `index`, which stands behind those read before: what is found of the document is gone through
    /// along with its sentences.
    pub(super) fn read(&mut self, scene: &Scene<'a>, index: usize) {
        let range = scene.doc.range_of(index);
        self.index = index;
        self.span = scene.doc.sentences[index].span;
        segment(scene, range.clone(), &mut self.clauses);
        self.share_out();
        self.relate(scene);
        self.gather(scene);
        let (span, found) = (self.span, scene.found);
        self.dates = next_in(&found.dates, self.dates.end, span, |d| d.span);
        self.quantities = next_in(&found.quantities, self.quantities.end, span, |q| q.span);
        self.credits.clear();
        self.credits.extend(credits_of(scene, self.span));
        self.asks = range.rev().take(3).any(|i| scene.is(i, "?") && !scene.quoted[i]);
    }

    /// The indices of the dates in `span`, a part of the sentence.
    pub(super) fn dates_in(&self, scene: &Scene<'a>, span: Span) -> impl Iterator<Item = usize> + use<'a> {
        let dates = &scene.found.dates;
        self.dates.clone().filter(move |&d| span.contains(dates[d].span.start()))
    }

    /// The indices of the quantities in `span`, a part of the sentence.
    pub(super) fn quantities_in(&self, scene: &Scene<'a>, span: Span) -> impl Iterator<Item = usize> + use<'a> {
        let quantities = &scene.found.quantities;
        self.quantities.clone().filter(move |&q| span.contains(quantities[q].span.start()))
    }

    /// The tokens of clause `c`, in order.
    pub(super) fn own(&self, c: usize) -> &[usize] {
        let start = c.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.tokens[start..self.ends[c]]
    }

    /// Gives each clause its tokens.
    fn share_out(&mut self) {
        let owners = || self.clauses.owner.iter().enumerate().filter(|(_, c)| **c != NONE);
        self.ends.clear();
        self.ends.resize(self.clauses.list.len(), 0);
        owners().for_each(|(_, &c)| self.ends[c] += 1);
        let mut before = 0;
        for end in &mut self.ends {
            before += std::mem::replace(end, before);
        }
        self.tokens.clear();
        self.tokens.resize(before, 0);
        for (t, &c) in owners() {
            self.tokens[self.ends[c]] = self.clauses.first + t;
            self.ends[c] += 1;
        }
    }

    /// Which clause holds which, and what hangs on each.
    fn relate(&mut self, scene: &Scene<'a>) {
        let list = &self.clauses.list;
        self.holder.clear();
        self.holder.extend(0..list.len());
        for (c, clause) in list.iter().enumerate() {
            if let (Role::Question | Role::Conditional, Some(p)) = (clause.role, clause.parent.filter(|p| *p < c)) {
                self.holder[c] = self.holder[p];
            }
        }
        self.under.clear();
        self.under.resize(list.len(), Under::default());
        for clause in list.iter().filter(|d| d.verb.is_some()) {
            let Some(host) = clause.parent.map(|p| &mut self.under[p]) else { continue };
            match clause.role {
                Role::Complement => host.complement = true,
                // `If you are wondering, no mayor has ever lost` is said for sure.
                Role::Conditional => {
                    let you = matches!(clause.subject, Subject::Own(a, z) if a == z && scene.is(a, "you"));
                    host.conditional |= !you;
                }
                Role::Relative => host.relative = host.relative.or(Some(clause.start)),
                _ => {}
            }
        }
        self.extents.clear();
        self.extents.resize(list.len(), None);
        for c in 0..list.len() {
            if let (Some(&a), Some(&z)) = (self.own(c).first(), self.own(c).last()) {
                let e = &mut self.extents[self.holder[c]];
                *e = Some(e.map_or((a, z), |(x, y)| (x.min(a), y.max(z))));
            }
        }
    }

    /// The quotations around.
    fn gather(&mut self, scene: &Scene<'a>) {
        let span = self.span;
        let quotes = &scene.found.quotes;
        // Quotations stand in text order; a cue is never far from its quotation.
        let Range { start, end } = &mut self.near;
        while quotes.get(*start).is_some_and(|q| q.span.start() + 2000 < span.start()) {
            *start += 1;
        }
        while quotes.get(*end).is_some_and(|q| q.span.start() < span.end() + 600) {
            *end += 1;
        }
        let near = quotes.get(self.near.clone()).unwrap_or(&[]).iter();
        self.cues.clear();
        self.indirect.clear();
        for q in near {
            if self.cues.len() < 64 && q.cue_span.is_some_and(|c| span.covers(c)) {
                self.cues.push(q);
            }
            if self.indirect.len() < 64 && q.kind == QuoteKind::Indirect && span.overlaps(q.span) {
                self.indirect.push(q);
            }
        }
    }
}

/// The items from `from` on that begin in `span`; they stand in text order.
fn next_in<T>(items: &[T], from: usize, span: Span, place: impl Fn(&T) -> Span) -> Range<usize> {
    let begin_before = |from: usize, offset: usize| {
        let rest = items.get(from..).unwrap_or(&[]);
        from + rest.iter().take_while(|item| place(item).start() < offset).count()
    };
    let first = begin_before(from, span.start());
    first..begin_before(first, span.end())
}
