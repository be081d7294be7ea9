//! Where a claim begins and ends, and which values and actors stand in it.

use crate::claim::actor::ActorKind;
use crate::claim::clause::Claim;
use crate::claim::clause::assemble::Maker;
use crate::claim::clause::assemble::reading::Reading;
use crate::claim::clause::scene::{Scene, Stands};
use crate::claim::clause::segment::{NONE, Subject};
use crate::claim::quote::QuoteKind;
use crate::lexicon::List;
use crate::text::one_of::one_of;
use crate::text::span::Span;
use crate::text::tag::Tag;

/// No claim is longer than this, in bytes.
pub(in crate::claim::clause) const LONGEST: usize = 590;

impl<'a> Maker<'_, 'a> {
    /// The stretch of a clause's claim: from its first token to its last, nested clauses between them included.
    pub(super) fn extent(&self, r: &Reading<'a>, c: usize) -> Option<Span> {
        let (first, last) = r.extents[c]?;
        let last = self.before_measure(r, c, (first, last));
        // `nor did he call`
        let turned = r.clauses.list[c].verb.is_some_and(|v| v.inner_subject.is_some() && v.first == first);
        let first = first.checked_sub(1).filter(|&k| turned && self.scene.is(k, "nor")).unwrap_or(first);
        self.trimmed(r, first, last, c)
    }

    /// The last token before a stretch of time that ends a clause and belongs to the next (`sank | an hour after it
    /// left`), or else the last one.
    fn before_measure(&self, r: &Reading<'a>, c: usize, (first, last): (usize, usize)) -> usize {
        let scene = self.scene;
        let unit = scene.has(last, List::Unit) || scene.is_one(last, one_of!["moment", "moments"]);
        if !unit || scene.tag(last + 1) != Tag::Subordinator || !scene.is_one(last + 1, one_of!["after", "before"]) {
            return last;
        }
        let Some(verb) = r.clauses.list[c].verb.map(|v| v.last) else { return last };
        let inside = |k: usize| {
            matches!(scene.tag(k), Tag::Number | Tag::Determiner | Tag::Adjective | Tag::Adverb)
                || scene.is_one(k, one_of!["in", "within", "over", "under", "than", "about"])
        };
        match (verb + 1..last).rev().find(|&k| !inside(k)) {
            Some(k) => k.max(first),
            // `It comes a year after a house fell`: the verb alone tells nothing.
            None if scene.lexicon.entry(List::CommonWord, &scene.lemma(verb)).is_some() => {
                let next = r.extents.get(r.clauses.owner_of(last + 1)).copied().flatten();
                next.map_or(last, |(_, end)| end)
            }
            None => verb.max(first),
        }
    }

    /// Without marks, joining words and attributions at either end, and with every value and name whole.
    pub(super) fn trimmed(&self, r: &Reading<'a>, mut a: usize, mut z: usize, c: usize) -> Option<Span> {
        let scene = self.scene;
        let head = r.clauses.list[c].verb.map(|v| scene.span(v.head, v.head));
        let credited = |t: usize| {
            let (Some(token), Some(head)) = (scene.doc.tokens.get(t), head) else { return false };
            r.cues.iter().any(|q| {
                // `All is well, the chief warden, Ann Lee, said`: from what is told to the words that say so.
                let told = q.cue_span.into_iter().chain(q.speaker.as_ref().map(|s| s.span));
                q.kind == QuoteKind::Indirect
                    && !q.span.overlaps(token.span)
                    && told.map(|s| s.to(q.span)).any(|s| s.covers(token.span))
                    && q.span.covers(head)
            })
        };
        while a < z
            && (edge_mark(scene, a, true)
                || scene.tag(a) == Tag::Coordinator && !scene.is(a, "nor")
                || credited(a)
                || scene.tag(a) == Tag::Subordinator && !scene.is_one(a, one_of!["if", "unless"])
                || scene.quoted[a])
        {
            a += 1;
        }
        while z > a
            && (edge_mark(scene, z, false)
                || scene.tag(z) == Tag::Coordinator
                || credited(z)
                || scene.quoted[z]
                || scene.is_one(z, one_of!["that", "even", "just", "only", "especially", "particularly", "with"])
                || scene.tag(z + 1) == Tag::Subordinator && scene.is_one(z, one_of!["immediately", "shortly", "soon"]))
        {
            z -= 1;
        }
        let mut span = scene.span(a, z);
        // Never through a name, a date, a quantity or a quotation.
        let cuts = scene.may_tell(a, Stands::CONTINUES) || scene.may_tell(z, Stands::GOES_ON);
        for _ in 0..if cuts { 2 } else { 0 } {
            let before = span;
            for edge in [span.start(), span.end().saturating_sub(1)] {
                span = self.whole_at(span, edge);
            }
            if span == before {
                break;
            }
        }
        let span = Span::new(span.start().max(r.span.start()), span.end().min(r.span.end()));
        (!span.is_empty()).then(|| clipped(span, scene.doc.text))
    }

    /// `span` with what stands across its edge at byte `at`.
    fn whole_at(&self, mut span: Span, at: usize) -> Span {
        let found = self.scene.found;
        let point = Span::new(at, at + 1);
        let d = found.dates.partition_point(|d| d.span.end() <= at);
        if let Some(d) = found.dates.get(d).filter(|d| d.span.overlaps(point)) {
            span = span.to(d.span);
        }
        let q = found.quantities.partition_point(|q| q.span.end() <= at);
        if let Some(q) = found.quantities.get(q).filter(|q| q.span.overlaps(point)) {
            span = span.to(q.span);
        }
        if let Some((m, _)) = self.scene.mention_at(at) {
            span = span.to(m);
        }
        let from = found.quotes.partition_point(|q| q.span.start() + LONGEST < at);
        let near = found.quotes.get(from..).unwrap_or(&[]).iter().take_while(|q| q.marked.start() <= at).take(64);
        for q in near.filter(|q| q.kind == QuoteKind::Partial && q.marked.overlaps(point) && q.marked.len() < LONGEST) {
            span = span.to(q.marked);
        }
        span
    }

    /// The dates and quantities of a clause, and the opening date of the sentence where it has none of its own.
    pub(super) fn values(&self, r: &Reading<'a>, c: usize, claim: &mut Claim) {
        let scene = self.scene;
        let held = |s: Span| {
            let d = r.clauses.owner_of(scene.doc.token_at(s.start()));
            d != NONE && r.holder[d] == c
        };
        claim.dates = r.dates_in(scene, claim.span).filter(|&d| held(scene.found.dates[d].span)).collect();
        claim.quantities =
            r.quantities_in(scene, claim.span).filter(|&q| held(scene.found.quantities[q].span)).collect();
        let clause = r.clauses.list[c];
        if let (true, Some(host)) = (claim.dates.is_empty(), clause.joined) {
            if let (Subject::Own(a, _), Subject::Of(_)) = (r.clauses.list[host].subject, clause.subject) {
                let lead = Span::new(r.span.start(), scene.doc.tokens[a].span.start());
                claim.dates = r
                    .dates_in(scene, lead)
                    .filter(|&d| r.clauses.owner_of(scene.doc.token_at(scene.found.dates[d].span.start())) == host)
                    .collect();
            }
        }
    }

    /// The actors named in a clause's own words, and those of its subject.
    /// `named` is the actor that the subject is.
    pub(super) fn actors(
        &mut self,
        r: &Reading<'a>,
        c: usize,
        subject: Option<(usize, usize)>,
        named: Option<usize>,
        claim: &mut Claim,
    ) {
        let scene = self.scene;
        let mut ids = std::mem::take(&mut self.ids);
        ids.clear();
        if let Some((a, z)) = subject {
            ids.extend(scene.mentions_of(a, z).map(|m| m.1));
            if ids.is_empty() {
                ids.extend(named);
            }
        }
        for (m, i) in scene.mentions_in(claim.span) {
            let d = r.clauses.owner_of(scene.doc.token_at(m.start()));
            if d != NONE && r.holder[d] == c {
                ids.push(i);
            }
        }
        self.set_actors(&mut ids, claim);
        self.ids = ids;
    }

    pub(super) fn set_actors(&self, ids: &mut Vec<usize>, claim: &mut Claim) {
        let actors = &self.scene.found.actors;
        let mut kept = 0;
        for k in 0..ids.len() {
            if !ids[..kept].contains(&ids[k]) {
                ids[kept] = ids[k];
                kept += 1;
            }
        }
        ids.truncate(kept);
        claim.actors = ids.iter().map(|&i| actors[i].id.clone()).collect();
        claim.places =
            ids.iter().filter(|&&i| actors[i].kind == ActorKind::Place).map(|&i| actors[i].id.clone()).collect();
    }
}

/// Whether token `t` is a mark that a claim does not begin or end with.
fn edge_mark(scene: &Scene<'_>, t: usize, leading: bool) -> bool {
    if scene.tag(t) != Tag::Mark {
        return false;
    }
    let w = scene.word(t);
    let kept = if leading {
        matches!(w, "$" | "£" | "€" | "(" | "#" | "¥" | "₹" | "“" | "\"" | "‘" | "[")
    } else {
        matches!(w, "%" | ")" | "”" | "\"" | "’" | "'" | "°" | "]" | "$" | "€" | "£")
    };
    !kept
}

/// No longer than the longest claim: cut after a word.
pub(in crate::claim::clause) fn clipped(span: Span, text: &str) -> Span {
    if span.len() <= LONGEST {
        return span;
    }
    let words = span.of(text);
    let mut end = LONGEST;
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    let end = words.get(..end).and_then(|w| w.rfind(char::is_whitespace)).unwrap_or(end);
    Span::new(span.start(), span.start() + end).trim(text)
}
