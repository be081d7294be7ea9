//! From clauses, quotations and roles to claims.

use crate::claim::actor::{ActorKind, Gender, RoleKind};
use crate::claim::certainty::{Certainty, hedge, of_force, rank};
use crate::claim::checkable::{Facts, checkable};
use crate::claim::clause::scene::Scene;
use crate::claim::clause::segment::{Clauses, NONE, Role, Subject, segment};
use crate::claim::clause::verb::{Group, is_be};
use crate::claim::clause::{Claim, ClaimKind, Predicate};
use crate::claim::polarity::{Polarity, polarity};
use crate::claim::quote::{CueForce, Quote, QuoteKind, Speaker};
use crate::claim::source::{SourceHop, SourceKind, chain, credits_of, whole_credits};
use crate::lexicon::List;
use crate::text::sentence::Part;
use crate::text::span::Span;
use crate::text::tag::{Tag, lemma};

/// No claim is longer than this, in bytes.
const LONGEST: usize = 590;

/// Verbs and adjectives that only colour the infinitive after them: that is the predicate.
const COLOURING: &[&str] = &[
    "fail",
    "refuse",
    "decline",
    "appear",
    "seem",
    "begin",
    "start",
    "continue",
    "manage",
    "tend",
    "expect",
    "think",
    "believe",
    "report",
    "say",
    "schedule",
    "set",
    "due",
    "likely",
    "unlikely",
    "able",
    "unable",
    "about",
    "going",
    "know",
    "fear",
    "use",
    "have",
    "understand",
    "prepare",
    "plan",
    "intend",
    "hope",
    "aim",
    "try",
    "attempt",
    "go",
];

/// The claims of a document, in no particular order and without ids.
pub(super) fn claims(scene: &Scene<'_>) -> Vec<Claim> {
    let mut maker = Maker { scene, whole: whole_credits(scene), last_person: None, out: Vec::new() };
    for s in 0..scene.doc.sentences.len() {
        if scene.doc.sentences[s].part != Part::Furniture {
            maker.sentence(s);
        }
    }
    maker.quotations();
    maker.roles();
    maker.out
}

struct Maker<'s, 'a> {
    scene: &'s Scene<'a>,
    /// Credits of the whole article.
    whole: Vec<usize>,
    /// The person that a clause was last about.
    last_person: Option<usize>,
    out: Vec<Claim>,
}

/// On whose word a clause stands.
struct Word<'a> {
    speaker: Option<Speaker>,
    relayed: Option<&'a Speaker>,
    force: CueForce,
}

/// What hangs on a clause.
#[derive(Debug, Clone, Copy, Default)]
struct Under {
    complement: bool,
    conditional: bool,
    /// Where its first relative clause begins.
    relative: Option<usize>,
}

/// A sentence being read.
struct Reading<'a> {
    index: usize,
    span: Span,
    clauses: Clauses,
    /// For each clause its own tokens.
    own: Vec<Vec<usize>>,
    /// For each clause what hangs on it.
    under: Vec<Under>,
    /// For each clause the first and last token of its claim.
    extents: Vec<Option<(usize, usize)>>,
    /// For each clause the clause whose claim holds its tokens: itself, or the one that it stays in.
    holder: Vec<usize>,
    /// Its reported speech without marks.
    indirect: Vec<&'a Quote>,
    /// Every quotation whose cue stands in it.
    cues: Vec<&'a Quote>,
    credits: Vec<usize>,
    asks: bool,
}

impl<'a> Maker<'_, 'a> {
    fn sentence(&mut self, index: usize) {
        let scene = self.scene;
        let range = scene.doc.range_of(index);
        let sentence = scene.doc.sentences[index];
        let clauses = segment(scene, range.clone());
        let n = clauses.list.len();
        let mut own: Vec<Vec<usize>> = vec![Vec::new(); n];
        for t in range.clone() {
            let c = clauses.owner_of(t);
            if c != NONE {
                own[c].push(t);
            }
        }
        let mut holder: Vec<usize> = (0..n).collect();
        for (c, clause) in clauses.list.iter().enumerate() {
            if let (Role::Question | Role::Conditional, Some(p)) = (clause.role, clause.parent.filter(|p| *p < c)) {
                holder[c] = holder[p];
            }
        }
        let mut under = vec![Under::default(); n];
        for clause in clauses.list.iter().filter(|d| d.verb.is_some()) {
            let Some(host) = clause.parent.map(|p| &mut under[p]) else { continue };
            match clause.role {
                Role::Complement => host.complement = true,
                Role::Conditional => host.conditional = true,
                Role::Relative => host.relative = host.relative.or(Some(clause.start)),
                _ => {}
            }
        }
        let mut extents: Vec<Option<(usize, usize)>> = vec![None; n];
        for (d, tokens) in own.iter().enumerate() {
            if let (Some(&a), Some(&z)) = (tokens.first(), tokens.last()) {
                let e = &mut extents[holder[d]];
                *e = Some(e.map_or((a, z), |(x, y)| (x.min(a), y.max(z))));
            }
        }
        let near = |q: &&Quote| q.cue_span.is_some_and(|c| sentence.span.covers(c));
        let quotes = &scene.found.quotes;
        // Quotations stand in text order; a cue is never far from its quotation.
        let from = quotes.partition_point(|q| q.span.start() + 2000 < sentence.span.start());
        let to = quotes.partition_point(|q| q.span.start() < sentence.span.end() + 600);
        let cues: Vec<&Quote> = quotes.get(from..to).unwrap_or(&[]).iter().filter(near).take(64).collect();
        let indirect = quotes.get(from..to).unwrap_or(&[]).iter();
        let indirect =
            indirect.filter(|q| q.kind == QuoteKind::Indirect && sentence.span.overlaps(q.span)).take(64).collect();
        let asks = range.end > range.start
            && (range.start..range.end).rev().take(3).any(|i| scene.is(i, "?") && !scene.quoted[i]);
        let r = Reading {
            index,
            span: sentence.span,
            clauses,
            own,
            under,
            extents,
            holder,
            indirect,
            cues,
            credits: credits_of(scene, sentence.span),
            asks,
        };
        let before = self.out.len();
        for c in 0..n {
            self.clause(&r, c, sentence.part);
        }
        for k in 0..r.clauses.restrictive.len().min(64) {
            self.restrictive(&r, k, sentence.part);
        }
        self.appositions(&r, sentence.part);
        let words = range.clone().filter(|&t| !scene.quoted[t] && scene.tag(t) != Tag::Mark).count();
        let verbless = r.clauses.list.iter().all(|c| c.verb.is_none());
        if self.out.len() == before && verbless && words >= 3 {
            self.fragment(&r, sentence.part);
        }
    }

    /// The claim of one clause.
    fn clause(&mut self, r: &Reading<'a>, c: usize, part: Part) {
        let scene = self.scene;
        let clause = r.clauses.list[c];
        let Some(verb) = clause.verb else { return };
        if r.holder[c] != c || r.own[c].is_empty() {
            self.note_subject(r, c);
            return;
        }
        let Some(span) = self.extent(r, c) else { return };
        let is_cue = clause.role == Role::Tag
            || r.cues.iter().any(|q| q.cue_span.is_some_and(|s| s.overlaps(scene.span(verb.head, verb.head))));
        let complement = r.under[c].complement;
        let subject = self.subject(r, c, 0);
        if (is_cue || complement) && !self.adds(r, c, verb, subject) {
            self.note_subject(r, c);
            return;
        }
        let cleft = self.is_cleft(r, c);
        if cleft || self.is_idle(r, c, verb, span) {
            return;
        }
        let mut claim = Claim::new(String::new(), &scene.found.article, span, scene.doc.text);
        claim.part = part;
        claim.sentence = r.index;
        self.values(r, c, &mut claim);
        self.fill(r, c, verb, subject, &mut claim);
        self.note_subject(r, c);
        if is_cue && claim.checkable {
            // `said on Wednesday`: that somebody spoke is seldom worth checking by itself.
            let occasion = claim.chain.iter().any(|h| h.kind == SourceKind::Occasion && claim.span.covers(h.span));
            claim.checkable = occasion || !r.own[c].iter().all(|&t| self.is_bare_saying(r, t, verb, subject, &claim));
        }
        self.out.push(claim);
    }

    /// Everything but the span and the values of a clause's claim.
    fn fill(&mut self, r: &Reading<'a>, c: usize, verb: Group, subject: Option<(usize, usize)>, claim: &mut Claim) {
        let scene = self.scene;
        let clause = r.clauses.list[c];
        let own = &r.own[c];
        let (mut end, mut head) = (verb.last, verb.head);
        let first_lemma = lemma(scene.word(verb.head), scene.lexicon);
        let mut word = first_lemma.clone();
        // `failed to produce`, `is expected to rise`, `is likely to fall`
        for _ in 0..3 {
            let mut k = end + 1;
            let mut colouring = COLOURING.contains(&word.as_str());
            while k <= end + 3
                && (scene.tag(k) == Tag::Adverb
                    || scene.tag(k) == Tag::Adjective
                    || scene.is_any(k, &["due", "set", "about"]))
                && is_be(scene, head)
            {
                colouring |= scene.is_any(k, COLOURING);
                k += 1;
            }
            if !(colouring && scene.tag(k) == Tag::To) {
                break;
            }
            let Some(infinitive) = (k + 1..k + 4).find(|&j| scene.tag(j) != Tag::Adverb) else { break };
            if scene.tag(infinitive) != Tag::Infinitive {
                break;
            }
            let Some(group) = crate::claim::clause::verb::group_at(scene, infinitive, infinitive + 6) else { break };
            (end, head) = (group.last, group.head);
            claim
                .predicate
                .get_or_insert(Predicate { span: Span::default(), lemma: String::new(), passive: false })
                .passive = group.passive;
            word = lemma(scene.word(head), scene.lexicon);
        }
        let passive = claim.predicate.as_ref().map_or(verb.passive, |p| p.passive);
        claim.predicate = Some(Predicate { span: scene.span(verb.first, end), lemma: word, passive });
        claim.subject = subject.map(|(a, z)| scene.span(a, z));
        claim.object = self.object(r, c, end);
        self.actors(r, c, subject, claim);
        let (mut pole, cue) = polarity(scene, own, Some(verb));
        claim.negation = cue;
        let (mut sure, hedged) = hedge(scene, own, Some(verb));
        claim.hedge = hedged;
        // `denied that …`, `there is no evidence that …`, `it is unclear whether …`
        if clause.role == Role::Complement {
            if let Some(p) = clause.parent {
                self.under(r, p, &mut pole, &mut sure, claim);
            }
        }
        let conditional = r.under[c].conditional;
        if conditional && rank(sure) < rank(Certainty::Possible) {
            sure = Certainty::Possible;
        }
        let word = self.word_of(r, c);
        if let Some(w) = &word {
            let level = of_force(w.force);
            if rank(level) > rank(sure) {
                sure = level;
            }
            if w.force == CueForce::Denied && clause.role != Role::Complement {
                pole = flip(pole);
            }
        }
        let speaker = word.as_ref().and_then(|w| w.speaker.clone());
        claim.chain = chain(scene, &r.credits, &self.whole, speaker.as_ref(), word.as_ref().and_then(|w| w.relayed));
        claim.sources = named(&claim.chain);
        if word.is_none() && !r.credits.is_empty() && rank(sure) < rank(Certainty::Reported) && self.is_relayed(r) {
            sure = Certainty::Reported;
        }
        claim.speaker = speaker;
        claim.polarity = pole;
        claim.certainty = sure;
        let agent = subject.is_some_and(|(a, z)| self.is_agent(a, z));
        claim.checkable = checkable(
            scene,
            &Facts {
                own,
                verb: Some(verb),
                lemma: &first_lemma,
                role: clause.role,
                certainty: sure,
                asks: r.asks,
                values: claim.dates.len() + claim.quantities.len(),
                actors: claim.actors.len(),
                agent,
                subject,
            },
        );
    }

    /// What a governing clause does to what stands under it.
    fn under(&self, r: &Reading<'a>, p: usize, pole: &mut Polarity, sure: &mut Certainty, claim: &mut Claim) {
        let scene = self.scene;
        let Some(verb) = r.clauses.list[p].verb else { return };
        let (above, cue) = polarity(scene, &r.own[p], Some(verb));
        let denies = scene.is_any(
            verb.head,
            &[
                "deny", "denied", "denies", "denying", "reject", "rejected", "rejects", "refuted", "disputed",
                "disputes",
            ],
        );
        if denies {
            // The denying verb is counted in `above` already where it is listed.
            *pole = flip(*pole);
            claim.negation = claim.negation.or(cue).or(Some(scene.span(verb.head, verb.head)));
        } else if above == Polarity::Negative {
            // `did not say that`: not asserted.
            if rank(*sure) < rank(Certainty::Possible) {
                *sure = Certainty::Possible;
            }
            if r.own[p].iter().any(|&t| scene.is_any(t, &["evidence", "indication", "truth", "sign"])) {
                *pole = flip(*pole);
            }
        }
        let (level, span) = hedge(scene, &r.own[p], Some(verb));
        if rank(level) > rank(*sure) {
            *sure = level;
            claim.hedge = claim.hedge.or(span);
        }
    }

    /// On whose word clause `c` stands: the reported speech that covers it, or the clause of saying around it.
    fn word_of(&self, r: &Reading<'a>, c: usize) -> Option<Word<'a>> {
        let scene = self.scene;
        let verb = r.clauses.list[c].verb?;
        let place = scene.span(verb.head, verb.head);
        let covering = r.indirect.iter().filter(|q| q.span.covers(place)).min_by_key(|q| q.span.len());
        if let Some(q) = covering {
            return Some(Word { speaker: q.speaker.clone(), relayed: q.relayed_by.as_ref(), force: q.force });
        }
        let mut at = c;
        for _ in 0..6 {
            let clause = r.clauses.list[at];
            let parent = clause.parent?;
            let v = r.clauses.list[parent].verb;
            if clause.role == Role::Complement && v.is_some_and(|v| scene.has(v.head, List::ReportingVerb)) {
                let v = v?;
                let entry = scene.lexicon.entry(List::ReportingVerb, scene.word(v.head));
                let force = entry.and_then(|e| CueForce::from_name(e.field(2))).unwrap_or_default();
                let speaker =
                    self.subject(r, parent, 0).filter(|(a, z)| self.can_speak(*a, *z)).map(|(a, z)| self.speaker(a, z));
                return speaker.map(|s| Word { speaker: Some(s), relayed: None, force });
            }
            at = parent;
        }
        None
    }

    /// Whether the phrase names somebody or something that can say things.
    fn can_speak(&self, a: usize, z: usize) -> bool {
        self.is_agent(a, z) || (a..=z).any(|t| self.scene.has(t, List::SpeakerNoun))
    }

    fn speaker(&self, a: usize, z: usize) -> Speaker {
        let scene = self.scene;
        let span = scene.span(a, z);
        let actor = self.actor_of(a, z).map(|i| &scene.found.actors[i]);
        Speaker {
            name: actor.map_or_else(|| span.of(scene.doc.text).to_owned(), |a| a.name.clone()),
            actor: actor.map(|a| a.id.clone()),
            span,
        }
    }

    /// The actor that a phrase names or, of a pronoun, stands for.
    fn actor_of(&self, a: usize, z: usize) -> Option<usize> {
        let scene = self.scene;
        let span = scene.span(a, z);
        let named = scene.mentions_in(span).collect::<Vec<_>>();
        if let Some((_, i)) =
            named.iter().rev().find(|(_, i)| scene.found.actors[*i].kind == ActorKind::Person).or(named.last())
        {
            return Some(*i);
        }
        if let Some((_, i)) = scene.mention_at(span.start()) {
            return Some(i);
        }
        if a != z {
            return None;
        }
        let gender = if scene.is_any(a, &["he", "him", "he'd", "he'll", "he’d", "he’ll"]) {
            Gender::Male
        } else if scene.is_any(a, &["she", "she'd", "she'll", "she’d", "she’ll"]) {
            Gender::Female
        } else {
            return None;
        };
        self.last_person.filter(|i| scene.found.actors[*i].gender.is_none_or(|g| g == gender))
    }

    fn is_agent(&self, a: usize, z: usize) -> bool {
        let scene = self.scene;
        let named = self.actor_of(a, z).is_some_and(|i| scene.found.actors[i].kind != ActorKind::Place);
        let head_named =
            scene.tag(z) == Tag::Name || scene.tag(a) == Tag::Name && !(a..=z).any(|t| scene.tag(t) == Tag::Possessive);
        (named && (head_named || a == z)) || (a == z && scene.is_any(a, &["he", "she", "they", "who"]))
    }

    fn note_subject(&mut self, r: &Reading<'a>, c: usize) {
        if let Subject::Own(a, z) = r.clauses.list[c].subject {
            if let Some(i) = self.actor_of(a, z).filter(|i| self.scene.found.actors[*i].kind == ActorKind::Person) {
                self.last_person = Some(i);
            }
        }
    }

    /// First and last token of the subject of clause `c`.
    fn subject(&self, r: &Reading<'a>, c: usize, depth: usize) -> Option<(usize, usize)> {
        match r.clauses.list[c].subject {
            Subject::Own(a, z) => {
                // A relative pronoun by itself is nobody.
                let relative = a == z && self.scene.tag(a) == Tag::Relative;
                (!relative).then_some((a, z))
            }
            Subject::Antecedent(a, z) => Some((a, z)),
            Subject::Of(d) if depth < 8 && d != c => self.subject(r, d, depth + 1),
            _ => None,
        }
    }

    /// The stretch of a clause's claim: from its first token to its last, nested clauses between them included.
    fn extent(&self, r: &Reading<'a>, c: usize) -> Option<Span> {
        let (first, last) = r.extents[c]?;
        self.trimmed(r, first, last, c)
    }

    /// Without marks, joining words and attributions at either end, and with every value and name whole.
    fn trimmed(&self, r: &Reading<'a>, mut a: usize, mut z: usize, c: usize) -> Option<Span> {
        let scene = self.scene;
        let credited = |t: usize| {
            let Some(token) = scene.doc.tokens.get(t) else { return false };
            r.cues.iter().any(|q| {
                q.kind == QuoteKind::Indirect
                    && !q.span.overlaps(token.span)
                    && (q.cue_span.is_some_and(|s| s.covers(token.span))
                        || q.speaker.as_ref().is_some_and(|s| s.span.covers(token.span)))
                    && r.clauses.list[c].verb.is_some_and(|v| q.span.covers(scene.span(v.head, v.head)))
            })
        };
        while a < z
            && (edge_mark(scene, a, true)
                || scene.tag(a) == Tag::Coordinator
                || credited(a)
                || scene.tag(a) == Tag::Subordinator
                || scene.quoted[a])
        {
            a += 1;
        }
        while z > a
            && (edge_mark(scene, z, false)
                || scene.tag(z) == Tag::Coordinator
                || credited(z)
                || scene.quoted[z]
                || scene.is_any(z, &["that", "even", "just", "only", "especially", "particularly", "with"]))
        {
            z -= 1;
        }
        let mut span = scene.span(a, z);
        // Never through a name, a date, a quantity or a quotation.
        for _ in 0..2 {
            for edge in [span.start(), span.end().saturating_sub(1)] {
                span = self.whole_at(span, edge);
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
    fn values(&self, r: &Reading<'a>, c: usize, claim: &mut Claim) {
        let scene = self.scene;
        let held = |s: Span| {
            let d = r.clauses.owner_of(scene.doc.token_at(s.start()));
            d != NONE && r.holder[d] == c
        };
        claim.dates = scene.dates_in(claim.span).filter(|&d| held(scene.found.dates[d].span)).collect();
        claim.quantities = scene.quantities_in(claim.span).filter(|&q| held(scene.found.quantities[q].span)).collect();
        let clause = r.clauses.list[c];
        if let (true, Some(host)) = (claim.dates.is_empty(), clause.joined) {
            if let (Subject::Own(a, _), Subject::Of(_)) = (r.clauses.list[host].subject, clause.subject) {
                let lead = Span::new(r.span.start(), scene.doc.tokens[a].span.start());
                claim.dates = scene
                    .dates_in(lead)
                    .filter(|&d| r.clauses.owner_of(scene.doc.token_at(scene.found.dates[d].span.start())) == host)
                    .collect();
            }
        }
    }

    /// The actors named in a clause's own words, and those of its subject.
    fn actors(&self, r: &Reading<'a>, c: usize, subject: Option<(usize, usize)>, claim: &mut Claim) {
        let scene = self.scene;
        let mut ids: Vec<usize> = Vec::new();
        if let Some((a, z)) = subject {
            ids.extend(scene.mentions_in(scene.span(a, z)).map(|m| m.1));
            if ids.is_empty() {
                ids.extend(self.actor_of(a, z));
            }
        }
        for (m, i) in scene.mentions_in(claim.span) {
            let d = r.clauses.owner_of(scene.doc.token_at(m.start()));
            if d != NONE && r.holder[d] == c {
                ids.push(i);
            }
        }
        self.set_actors(&mut ids, claim);
    }

    fn set_actors(&self, ids: &mut Vec<usize>, claim: &mut Claim) {
        let actors = &self.scene.found.actors;
        let mut seen = Vec::new();
        ids.retain(|i| {
            !seen.contains(i) && {
                seen.push(*i);
                true
            }
        });
        claim.actors = ids.iter().map(|&i| actors[i].id.clone()).collect();
        claim.places =
            ids.iter().filter(|&&i| actors[i].kind == ActorKind::Place).map(|&i| actors[i].id.clone()).collect();
    }

    /// The noun phrase after the verb that ends at token `end`.
    fn object(&self, r: &Reading<'a>, c: usize, end: usize) -> Option<Span> {
        let scene = self.scene;
        let (mut first, mut last) = (None, None);
        for t in end + 1..end + 24 {
            if r.clauses.owner_of(t) != c || scene.quoted[t] {
                break;
            }
            let tag = scene.tag(t);
            if tag.is_nominal() {
                first = first.or(Some(t));
                last = Some(t);
            } else {
                let led = first.is_none() && matches!(tag, Tag::Adverb | Tag::Negation);
                let tied = first.is_some()
                    && (scene.is(t, "of") || (tag == Tag::Mark && scene.is_any(t, &["-", "%", "$", "£", "€", "."])));
                if !(led || tied) {
                    break;
                }
            }
        }
        Some(scene.span(first?, last?))
    }

    /// Whether a clause of saying tells more than who said so.
    fn adds(&self, r: &Reading<'a>, c: usize, verb: Group, subject: Option<(usize, usize)>) -> bool {
        let scene = self.scene;
        let plain = |t: usize| {
            (verb.first..=verb.last).contains(&t)
                || subject.is_some_and(|(a, z)| a <= t && t <= z)
                || !matches!(
                    scene.tag(t),
                    Tag::Noun | Tag::Name | Tag::Number | Tag::Infinitive | Tag::Gerund | Tag::Participle
                )
        };
        let after =
            r.own[c].iter().filter(|&&t| t > verb.last || r.clauses.list[c].role != Role::Tag).filter(|&&t| !plain(t));
        let subject_span = subject.map(|(a, z)| scene.span(a, z));
        let mut words = 0;
        for &t in after {
            // Titles and appositions around the speaker's name tell no more.
            let token = scene.doc.tokens[t].span;
            let speaker = r.cues.iter().any(|q| q.speaker.as_ref().is_some_and(|s| s.span.covers(token)));
            let before_verb = t < verb.first && subject_span.is_some_and(|s| token.start() >= s.start());
            let told = speaker || before_verb;
            let after_tag = r.clauses.list[c].role == Role::Tag && t > verb.last;
            let tells = !told && (!after_tag || self.in_adjunct(r, c, t));
            if tells && !scene.is_any(t, &["reporters", "journalists", "statement", "interview", "media", "police"]) {
                words += 1;
            }
        }
        words > 0
    }

    /// Whether token `t` of a clause `said X …` stands after a preposition.
    fn in_adjunct(&self, r: &Reading<'a>, c: usize, t: usize) -> bool {
        let own = &r.own[c];
        let k = own.partition_point(|&x| x < t);
        own.get(..k)
            .unwrap_or(&[])
            .iter()
            .rev()
            .take(6)
            .take_while(|&&x| self.scene.word(x) != ",")
            .any(|&x| self.scene.tag(x) == Tag::Preposition && !self.scene.is(x, "of"))
    }

    /// Whether token `t` of a clause of saying is no more than speaker, cue, date or function word.
    fn is_bare_saying(
        &self,
        r: &Reading<'a>,
        t: usize,
        verb: Group,
        subject: Option<(usize, usize)>,
        claim: &Claim,
    ) -> bool {
        let scene = self.scene;
        let token = scene.doc.tokens[t].span;
        let plain_verb = scene.is_any(verb.head, &["said", "says", "say", "added", "told", "tells", "saying"]);
        if !plain_verb && self.object(r, r.clauses.owner_of(verb.head), verb.last).is_some() {
            return false;
        }
        (verb.first..=verb.last).contains(&t)
            || t < verb.first
            || subject.is_some_and(|(a, z)| a <= t && t <= z)
            || claim.dates.iter().any(|&d| scene.found.dates[d].span.overlaps(token))
            || !matches!(scene.tag(t), Tag::Noun | Tag::Name | Tag::Number | Tag::Infinitive)
            || scene.is_any(t, &["statement", "reporters", "journalists"])
    }

    /// `It was X who broke the deadlock`: the relative clause says it all.
    fn is_cleft(&self, r: &Reading<'a>, c: usize) -> bool {
        let Some(verb) = r.clauses.list[c].verb else { return false };
        let it = matches!(r.clauses.list[c].subject, Subject::Own(a, z) if a == z && self.scene.is(a, "it"));
        it && is_be(self.scene, verb.head)
            && r.under[c].relative.is_some_and(|start| start <= verb.last + 24)
            && r.own[c].iter().any(|&t| t > verb.last && self.scene.tag(t) == Tag::Name)
    }

    /// A participle or relative of hardly a word more than its verb.
    fn is_idle(&self, r: &Reading<'a>, c: usize, verb: Group, span: Span) -> bool {
        let words = r.own[c].iter().filter(|&&t| self.scene.tag(t) != Tag::Mark).count();
        let beyond = words.saturating_sub(verb.last + 1 - verb.first);
        match r.clauses.list[c].role {
            Role::Participial | Role::Absolute => {
                let counts = r.own[c].iter().any(|&t| self.scene.tag(t) == Tag::Number);
                words < 3 && beyond < 2 && !counts
            }
            Role::Main => false,
            _ => beyond == 0 && span.len() < 12,
        }
    }

    /// Whether the sentence's credit says where its content comes from (`as reported by`, `according to`).
    fn is_relayed(&self, r: &Reading<'a>) -> bool {
        r.credits.iter().any(|&c| {
            let words = self.scene.found.credits[c].span.of(self.scene.doc.text);
            let first = words.split_whitespace().next().unwrap_or("");
            ["as", "according", "per", "reported", "first", "citing", "quoting"]
                .iter()
                .any(|w| first.eq_ignore_ascii_case(w))
        })
    }

    /// `a man carrying 20 kg of heroin`: a claim if it holds a value or a name.
    fn restrictive(&mut self, r: &Reading<'a>, k: usize, part: Part) {
        let scene = self.scene;
        let (verb, c, antecedent) = r.clauses.restrictive[k];
        let stop = |t: usize| {
            r.clauses.owner_of(t) != c
                || scene.quoted[t]
                || (scene.tag(t) == Tag::Mark && !scene.is_any(t, &["-", "%", "$", "£", "€", "'", "’"]))
                || scene.tag(t).is_finite()
                || scene.tag(t) == Tag::Coordinator
        };
        let end = (verb.last + 1..verb.last + 40).find(|&t| stop(t)).unwrap_or(verb.last + 40);
        if end < verb.first + 4 {
            return;
        }
        let Some(span) = self.trimmed(r, verb.first, end - 1, c) else { return };
        let mut claim = Claim::new(String::new(), &scene.found.article, span, scene.doc.text);
        claim.dates = scene.dates_in(span).collect();
        claim.quantities = scene.quantities_in(span).collect();
        let named = scene.mentions_in(span).count();
        if claim.dates.is_empty() && claim.quantities.is_empty() && named == 0 {
            return;
        }
        claim.part = part;
        claim.sentence = r.index;
        let own: Vec<usize> = (verb.first..end).collect();
        let (pole, cue) = polarity(scene, &own, Some(verb));
        (claim.polarity, claim.negation) = (pole, cue);
        let mut ids: Vec<usize> = scene
            .mentions_in(scene.span(antecedent.0, antecedent.1))
            .chain(scene.mentions_in(span))
            .map(|m| m.1)
            .collect();
        self.set_actors(&mut ids, &mut claim);
        claim.subject = Some(scene.span(antecedent.0, antecedent.1));
        claim.predicate = Some(Predicate {
            span: scene.span(verb.first, verb.last),
            lemma: lemma(scene.word(verb.head), scene.lexicon),
            passive: verb.passive,
        });
        claim.object = self.object(r, c, verb.last);
        self.stand(r, c, &mut claim);
        claim.checkable = !r.asks && !claim.dates.is_empty() | !claim.quantities.is_empty();
        self.out.push(claim);
    }

    /// Certainty, speaker and sources as of clause `c`.
    fn stand(&self, r: &Reading<'a>, c: usize, claim: &mut Claim) {
        let word = self.word_of(r, c);
        claim.certainty = word.as_ref().map_or(Certainty::Asserted, |w| of_force(w.force));
        claim.speaker = word.as_ref().and_then(|w| w.speaker.clone());
        claim.chain = chain(self.scene, &r.credits, &self.whole, claim.speaker.as_ref(), word.and_then(|w| w.relayed));
        claim.sources = named(&claim.chain);
    }

    /// `…, a port on the island of Little Sabel, …`
    fn appositions(&mut self, r: &Reading<'a>, part: Part) {
        let scene = self.scene;
        for c in 0..r.own.len() {
            let own = &r.own[c];
            let mut k = 1;
            while k + 3 < own.len() {
                let t = own[k];
                let opens = scene.is_any(own[k - 1], &[",", "—", "–"])
                    && own[k - 1] + 1 == t
                    && k > 1
                    && scene.tag(own[k - 2]).is_nominal()
                    && scene.is_any(t, &["a", "an", "the"]);
                if !opens {
                    k += 1;
                    continue;
                }
                let mut e = k;
                while e < own.len()
                    && own[e] == t + (e - k)
                    && !scene.is_any(own[e], &[",", ";", "—", "–", "."])
                    && !scene.tag(own[e]).is_finite()
                    && scene.tag(own[e]) != Tag::Coordinator
                {
                    e += 1;
                }
                let closed = e == own.len() || scene.tag(own[e]) == Tag::Mark || own[e] != t + (e - k);
                if closed && e - k >= 4 {
                    self.apposition(r, c, (own[k - 2], t, own[e - 1]), part);
                }
                k = e.max(k + 1);
            }
        }
    }

    fn apposition(&mut self, r: &Reading<'a>, c: usize, (before, a, z): (usize, usize, usize), part: Part) {
        let scene = self.scene;
        let Some(span) = self.trimmed(r, a, z, c) else { return };
        let subject = scene.mention_at(scene.doc.tokens[before].span.start());
        let roles = |i: usize| scene.found.actors[i].role_mentions.iter().take(64).any(|m| m.span.overlaps(span));
        if subject.is_some_and(|(_, i)| roles(i)) {
            return;
        }
        let mut claim = Claim::new(String::new(), &scene.found.article, span, scene.doc.text);
        claim.part = part;
        claim.sentence = r.index;
        claim.dates = scene.dates_in(span).collect();
        claim.quantities = scene.quantities_in(span).collect();
        claim.subject = Some(subject.map_or_else(|| scene.span(before, before), |s| s.0));
        let mut ids: Vec<usize> =
            subject.map(|s| s.1).into_iter().chain(scene.mentions_in(span).map(|m| m.1)).collect();
        self.set_actors(&mut ids, &mut claim);
        self.stand(r, c, &mut claim);
        claim.checkable =
            !r.asks && (!claim.dates.is_empty() || !claim.quantities.is_empty() || claim.actors.len() > 1);
        self.out.push(claim);
    }

    /// A sentence without any verb.
    fn fragment(&mut self, r: &Reading<'a>, part: Part) {
        let scene = self.scene;
        let Some((a, z)) = r
            .own
            .iter()
            .flatten()
            .copied()
            .fold(None, |e: Option<(usize, usize)>, t| Some(e.map_or((t, t), |(a, z)| (a.min(t), z.max(t)))))
        else {
            return;
        };
        let Some(span) = self.trimmed(r, a, z, 0) else { return };
        let mut claim = Claim::new(String::new(), &scene.found.article, span, scene.doc.text);
        claim.part = part;
        claim.sentence = r.index;
        claim.dates = scene.dates_in(span).collect();
        claim.quantities = scene.quantities_in(span).collect();
        let mut ids: Vec<usize> = scene.mentions_in(span).map(|m| m.1).collect();
        self.set_actors(&mut ids, &mut claim);
        let own: Vec<usize> = (a..=z).collect();
        (claim.polarity, claim.negation) = polarity(scene, &own, None);
        (claim.certainty, claim.hedge) = hedge(scene, &own, None);
        claim.chain = chain(scene, &r.credits, &self.whole, None, None);
        claim.sources = named(&claim.chain);
        claim.checkable = !r.asks && !claim.quantities.is_empty();
        self.out.push(claim);
    }

    /// One claim a sentence of each quotation.
    fn quotations(&mut self) {
        let scene = self.scene;
        for q in scene.found.quotes.iter().filter(|q| matches!(q.kind, QuoteKind::Direct | QuoteKind::Partial)) {
            let least = if q.kind == QuoteKind::Direct { 2 } else { 3 };
            for stretch in q.stretches() {
                let mut s = scene.doc.sentence_at(stretch.start()).unwrap_or(0);
                while let Some(sentence) = scene.doc.sentences.get(s).filter(|x| x.span.start() < stretch.end()) {
                    let span =
                        Span::new(stretch.start().max(sentence.span.start()), stretch.end().min(sentence.span.end()));
                    if sentence.part != Part::Furniture && sentence.span.end() > stretch.start() {
                        self.quotation(q, span.trim(scene.doc.text), s, least);
                    }
                    s += 1;
                }
            }
        }
    }

    fn quotation(&mut self, q: &Quote, span: Span, s: usize, least: usize) {
        let scene = self.scene;
        let tokens = scene.tokens_in(span);
        let own: Vec<usize> = tokens.clone().collect();
        let words = own.iter().filter(|&&t| scene.tag(t) != Tag::Mark).count();
        if words < least {
            return;
        }
        let span = clipped(span, scene.doc.text);
        let mut claim = Claim::new(String::new(), &scene.found.article, span, scene.doc.text);
        claim.kind = ClaimKind::Quote;
        claim.part = scene.doc.sentences[s].part;
        claim.sentence = s;
        claim.dates = scene.dates_in(span).collect();
        claim.quantities = scene.quantities_in(span).collect();
        let verb = own
            .iter()
            .find(|&&t| scene.tag(t).is_finite())
            .and_then(|&t| crate::claim::clause::verb::group_at(scene, t, tokens.end));
        (claim.polarity, claim.negation) = polarity(scene, &own, verb);
        let (sure, hedged) = hedge(scene, &own, verb);
        claim.hedge = hedged;
        claim.certainty =
            if q.speaker.is_some() && rank(sure) < rank(Certainty::Reported) { of_force(q.force) } else { sure };
        claim.speaker.clone_from(&q.speaker);
        let mut ids: Vec<usize> = scene.mentions_in(span).map(|m| m.1).collect();
        if let Some(id) = q.speaker.as_ref().and_then(|s| s.actor.as_ref()) {
            ids.extend(scene.found.actors.iter().position(|a| a.id == *id));
        }
        self.set_actors(&mut ids, &mut claim);
        claim.chain = chain(
            scene,
            &credits_of(scene, scene.doc.sentences[s].span),
            &self.whole,
            q.speaker.as_ref(),
            q.relayed_by.as_ref(),
        );
        claim.sources = named(&claim.chain);
        let asks = (tokens.start..tokens.end).rev().take(2).any(|t| scene.is(t, "?"));
        claim.checkable = q.kind == QuoteKind::Direct && q.speaker.is_some() && words >= 4 && !asks;
        self.out.push(claim);
    }

    /// That an actor holds a role, once for each place that says so.
    fn roles(&mut self) {
        let scene = self.scene;
        for actor in &scene.found.actors {
            for role in actor.role_mentions.iter().filter(|r| r.kind != RoleKind::Nationality) {
                let span = role.span.to(role.mention);
                let Some(s) = scene.doc.sentence_at(span.start()) else { continue };
                let sentence = scene.doc.sentences[s];
                if sentence.part == Part::Furniture || !sentence.span.covers(span) || span.len() > LONGEST / 2 {
                    continue;
                }
                let mut claim = Claim::new(String::new(), &scene.found.article, span, scene.doc.text);
                claim.kind = ClaimKind::Role;
                claim.part = sentence.part;
                claim.sentence = s;
                claim.subject = Some(role.mention);
                claim.object = Some(role.span);
                claim.actors = vec![actor.id.clone()];
                claim.quantities = scene.quantities_in(role.span).collect();
                claim.dates = scene.dates_in(role.span).collect();
                claim.chain = chain(scene, &[], &self.whole, None, None);
                claim.sources = named(&claim.chain);
                self.out.push(claim);
            }
        }
    }
}

fn flip(p: Polarity) -> Polarity {
    if p == Polarity::Positive { Polarity::Negative } else { Polarity::Positive }
}

/// The names that a reader would call sources: all but the speaker.
fn named(chain: &[SourceHop]) -> Vec<String> {
    let others = chain.iter().filter(|h| !matches!(h.kind, SourceKind::Speaker | SourceKind::Anonymous));
    others.map(|h| h.name.clone()).collect()
}

/// Whether token `t` is a mark that a claim does not begin or end with.
fn edge_mark(scene: &Scene<'_>, t: usize, leading: bool) -> bool {
    if scene.tag(t) != Tag::Mark {
        return false;
    }
    let w = scene.word(t);
    let kept = if leading {
        ["$", "£", "€", "(", "#", "¥", "₹", "“", "\"", "‘", "["]
    } else {
        ["%", ")", "”", "\"", "’", "'", "°", "]", "$", "€", "£"]
    };
    !kept.contains(&w)
}

/// No longer than the longest claim: cut after a word.
fn clipped(span: Span, text: &str) -> Span {
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
