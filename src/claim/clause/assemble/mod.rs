//! From clauses, quotations and roles to claims: reads each sentence and fills in the claims of its clauses.

mod attribution;
mod extent;
mod phrase;
mod reading;

pub(super) use extent::{LONGEST, clipped};

use crate::claim::certainty::{Certainty, hedge, of_force, rank};
use crate::claim::checkable::{Facts, checkable};
use crate::claim::clause::address;
use crate::claim::clause::assemble::attribution::{flip, named};
use crate::claim::clause::assemble::reading::Reading;
use crate::claim::clause::scene::Scene;
use crate::claim::clause::segment::{Role, Subject};
use crate::claim::clause::verb::{Group, group_at, is_be};
use crate::claim::clause::{Claim, Predicate};
use crate::claim::polarity::{Polarity, polarity};
use crate::claim::quote::{CueForce, Speaker};
use crate::claim::source::{SourceKind, chain, whole_credits};
use crate::lexicon::List;
use crate::text::one_of::{OneOf, one_of};
use crate::text::sentence::Part;
use crate::text::span::Span;
use crate::text::tag::Tag;

/// Verbs and adjectives that only colour the infinitive after them: that is the predicate.
const COLOURING: &OneOf<'_> = one_of![
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
    let out = Vec::with_capacity(scene.doc.sentences.len() * 2 + scene.found.quotes.len());
    let mut maker = Maker { scene, whole: whole_credits(scene), last_person: None, ids: Vec::new(), out };
    let mut reading = Reading::default();
    for (s, sentence) in scene.doc.sentences.iter().enumerate() {
        if sentence.part != Part::Furniture && address::spelt(scene, s).is_none() {
            reading.read(scene, s);
            maker.sentence(&reading);
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
    /// Room for the actors of a claim.
    ids: Vec<usize>,
    out: Vec<Claim>,
}

impl<'a> Maker<'_, 'a> {
    fn sentence(&mut self, r: &Reading<'a>) {
        let scene = self.scene;
        let part = scene.doc.sentences[r.index].part;
        let before = self.out.len();
        for c in 0..r.clauses.list.len() {
            self.clause(r, c, part);
        }
        for k in 0..r.clauses.restrictive.len().min(64) {
            self.restrictive(r, k, part);
        }
        self.appositions(r, part);
        let verbless = || r.clauses.list.iter().all(|c| c.verb.is_none());
        let words = || scene.doc.range_of(r.index).filter(|&t| !scene.quoted[t] && scene.tag(t) != Tag::Mark).count();
        if self.out.len() == before && verbless() && words() >= 3 {
            self.fragment(r, part);
        }
    }

    /// The claim of one clause.
    fn clause(&mut self, r: &Reading<'a>, c: usize, part: Part) {
        let scene = self.scene;
        let clause = r.clauses.list[c];
        let Some(verb) = clause.verb else { return };
        if r.holder[c] != c || r.own(c).is_empty() {
            self.note_subject(r, c);
            return;
        }
        let Some(span) = self.extent(r, c) else { return };
        let is_cue = clause.role == Role::Tag
            || r.cues.iter().any(|q| q.cue_span.is_some_and(|s| s.overlaps(scene.span(verb.head, verb.head))));
        let complement = r.under[c].complement;
        let subject = self.subject(r, c, 0);
        let turned = self.saying_at_issue(r, c, verb);
        if (is_cue || complement) && turned.is_none() && !self.adds(r, c, verb, subject) && !self.holds_all(r, c, verb)
        {
            self.note_subject(r, c);
            return;
        }
        let cleft = self.is_cleft(r, c);
        // `When asked about it, she left`
        let prompted = matches!(clause.role, Role::Adverbial | Role::Participial)
            && scene.tag(verb.first) == Tag::Participle
            && scene.has(verb.head, List::PromptedWord);
        if cleft || prompted || self.is_idle(r, c, verb, span) || self.is_echo(verb) {
            return;
        }
        let span = turned.map_or(span, |said| span.to(said));
        let mut claim = Claim::new(String::new(), &scene.found.article, span, scene.doc.text);
        claim.part = part;
        claim.sentence = r.index;
        self.values(r, c, &mut claim);
        self.fill(r, c, verb, subject, &mut claim);
        self.note_subject(r, c);
        if is_cue && claim.checkable && turned.is_none() {
            // `said on Wednesday`: that somebody spoke is seldom worth checking by itself.
            let occasion = claim.chain.iter().any(|h| h.kind == SourceKind::Occasion && claim.span.covers(h.span));
            claim.checkable = occasion || !r.own(c).iter().all(|&t| self.is_bare_saying(r, t, verb, subject, &claim));
        }
        self.out.push(claim);
    }

    /// Everything but the span and the values of a clause's claim.
    fn fill(&mut self, r: &Reading<'a>, c: usize, verb: Group, subject: Option<(usize, usize)>, claim: &mut Claim) {
        let scene = self.scene;
        let clause = r.clauses.list[c];
        let own = r.own(c);
        let (mut end, mut head, mut passive) = (verb.last, verb.head, verb.passive);
        let mut word = scene.lemma(verb.head);
        // That of the clause's own verb, where the predicate turns out to be another.
        let mut own_word = None;
        // `failed to produce`, `is expected to rise`, `is likely to fall`, `has yet to approve`, `denies having paid`
        for _ in 0..3 {
            let mut k = end + 1;
            if let Some(group) = denied_deed(scene, &word, k) {
                (end, head) = (group.last, group.head);
                passive = group.passive;
                own_word = own_word.or(Some(std::mem::replace(&mut word, scene.lemma(head))));
                continue;
            }
            let mut colouring = COLOURING.holds(word.as_bytes());
            while k <= end + 3
                && (scene.tag(k) == Tag::Adverb
                    || scene.tag(k) == Tag::Adjective
                    || scene.is_one(k, one_of!["due", "set", "about"]))
                && is_be(scene, head)
            {
                colouring |= scene.is_one(k, COLOURING);
                k += 1;
            }
            // `is to close`, `the plan is to be dropped`, but `the aim is to close`
            let own = scene.is(k + 1, "be") || !self.is_purpose(subject);
            colouring |= word == "be" && k == end + 1 && own && !scene.is(k + 1, "blame");
            if scene.is_one(k, one_of!["yet"]) && scene.tag(k + 1) == Tag::To && matches!(word.as_str(), "have" | "be")
            {
                (k, colouring) = (k + 1, true);
            }
            if !(colouring && scene.tag(k) == Tag::To) {
                break;
            }
            let Some(infinitive) = (k + 1..k + 4).find(|&j| scene.tag(j) != Tag::Adverb) else { break };
            if scene.tag(infinitive) != Tag::Infinitive {
                break;
            }
            let Some(group) = group_at(scene, infinitive, infinitive + 6) else { break };
            (end, head) = (group.last, group.head);
            passive = group.passive;
            let coloured = std::mem::replace(&mut word, scene.lemma(head));
            own_word = own_word.or(Some(coloured));
        }
        claim.predicate = Some(Predicate { span: scene.span(verb.first, end), lemma: word, passive });
        claim.subject = subject.map(|(a, z)| scene.span(a, z));
        claim.object = self.object(r, c, end);
        let actor = subject.and_then(|(a, z)| self.actor_of(a, z));
        self.actors(r, c, subject, actor, claim);
        let (mut pole, mut cue) = polarity(scene, own, Some(verb));
        // `The dam was not inspected, nor had the crew been told`
        let nor = verb.first.checked_sub(1).filter(|&k| verb.inner_subject.is_some() && scene.is(k, "nor"));
        if let Some(nor) = nor.filter(|nor| !own.contains(nor)) {
            (pole, cue) = (flip(pole), cue.or(Some(scene.span(nor, nor))));
        }
        claim.negation = cue;
        // `It was not Ann who paid`: the frame denies what its relative clause tells.
        if let Some(p) = clause.parent.filter(|&p| clause.role == Role::Relative && self.is_cleft(r, p)) {
            if let (Polarity::Negative, denied) = polarity(scene, r.own(p), r.clauses.list[p].verb) {
                pole = flip(pole);
                claim.negation = claim.negation.or(denied);
            }
        }
        let (mut sure, hedged) = hedge(scene, own, Some(verb));
        claim.hedge = hedged;
        // `denied that …`, `there is no evidence that …`, `it is unclear whether …`
        if clause.role == Role::Complement {
            if let Some(p) = clause.parent {
                self.under(r, p, &mut pole, &mut sure, claim);
            }
        }
        // `may have fled on foot, leaving the car behind`: what goes along with it is no surer.
        if let Some(host) = clause.parent.filter(|&p| self.goes_along(r, c, verb, p)) {
            let (level, cue) = hedge(scene, r.own(host), r.clauses.list[host].verb);
            if rank(level) > rank(sure) {
                (sure, claim.hedge) = (level, cue);
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
        let by_credit = word.is_none() && !r.credits.is_empty();
        let (mut speaker, relayed) = word.map_or((None, None), |w| (w.speaker, w.relayed));
        // What somebody denies to have done was not done on that person's word.
        if own_word.as_deref() == Some("deny") {
            if rank(sure) < rank(Certainty::Reported) {
                sure = Certainty::Reported;
            }
            speaker = speaker.or_else(|| self.denier(actor, claim.subject));
        }
        claim.chain = chain(scene, &r.credits, &self.whole, speaker.as_ref(), relayed);
        claim.sources = named(&claim.chain);
        if by_credit && rank(sure) < rank(Certainty::Reported) && self.is_relayed(r) {
            sure = Certainty::Reported;
        }
        claim.speaker = speaker;
        claim.polarity = pole;
        claim.certainty = sure;
        let agent = subject.is_some_and(|(a, z)| self.is_agent(a, z, actor));
        let predicate = claim.predicate.as_ref().map_or("", |p| p.lemma.as_str());
        claim.checkable = checkable(
            scene,
            &Facts {
                own,
                verb: Some(verb),
                lemma: own_word.as_deref().unwrap_or(predicate),
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

    /// Whether a subject is what somebody is after: of `the aim is to close it` nobody closes anything.
    fn is_purpose(&self, subject: Option<(usize, usize)>) -> bool {
        let scene = self.scene;
        subject.is_none_or(|(a, z)| {
            let of = (a..=z).find(|&k| scene.tag(k) == Tag::Preposition).unwrap_or(z + 1);
            of.checked_sub(1).is_some_and(|k| scene.has(k, List::Purpose))
                || scene.is_one(z, one_of!["it", "that", "this"])
        })
    }

    /// The subject of a verb of denial, as the speaker of what it denies.
    fn denier(&self, actor: Option<usize>, subject: Option<Span>) -> Option<Speaker> {
        let (span, found) = (subject?, self.scene.found);
        let actor = actor.and_then(|a| found.actors.get(a));
        let name = actor.map_or_else(|| span.of(self.scene.doc.text).to_owned(), |a| a.name.clone());
        Some(Speaker { name, actor: actor.map(|a| a.id.clone()), span })
    }

    /// Whether a clause is a participle after the verb of clause `host` that tells what comes of it, not what came before
    /// (`having served two terms`) or who says so (`citing officials`).
    fn goes_along(&self, r: &Reading<'a>, c: usize, verb: Group, host: usize) -> bool {
        let scene = self.scene;
        r.clauses.list[c].role == Role::Participial
            && r.clauses.list[host].verb.is_some_and(|v| v.last < verb.first)
            && scene.tag(verb.first) == Tag::Gerund
            && !scene.is(verb.first, "having")
            && !scene.has(verb.first, List::ReportingVerb)
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
            // `life-threatening injuries`
            let hyphened = first.is_some() && scene.is(t - 1, "-") && matches!(tag, Tag::Gerund | Tag::Participle);
            // `brought down the wires`
            if first.is_none() && scene.is_one(t, one_of!["ahead", "away", "back", "down", "off", "out", "up"]) {
                continue;
            }
            if tag.is_nominal() || hyphened {
                first = first.or(Some(t));
                last = Some(t);
            } else {
                let led = first.is_none() && matches!(tag, Tag::Adverb | Tag::Negation);
                let more = scene.is(t, "than") && scene.tag(t + 1) == Tag::Number;
                let tied = first.is_some()
                    && (scene.is(t, "of")
                        || more
                        || (tag == Tag::Mark && scene.is_one(t, one_of!["-", "%", "$", "£", "€", "."])));
                if !(led || tied) {
                    break;
                }
            }
        }
        let (first, last) = (first?, last?);
        // `was serviced a week before the crash`
        let when = scene.is_one(last + 1, one_of!["after", "ago", "before", "earlier", "later"]);
        (!(when && scene.has(last, List::Unit))).then(|| scene.span(first, last))
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
            r.own(c).iter().filter(|&&t| t > verb.last || r.clauses.list[c].role != Role::Tag).filter(|&&t| !plain(t));
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
            if tells
                && !scene.is_one(t, one_of!["reporters", "journalists", "statement", "interview", "media", "police"])
            {
                words += 1;
            }
        }
        words > 0
    }

    /// Whether what a clause of saying reports is told by no claim but its own (`ordered everyone to leave`).
    fn holds_all(&self, r: &Reading<'a>, c: usize, verb: Group) -> bool {
        let scene = self.scene;
        let cue = scene.span(verb.head, verb.head);
        !r.under[c].complement
            && r.clauses.list[c].role != Role::Tag
            && r.indirect.iter().any(|q| {
                q.cue_span.is_some_and(|s| s.overlaps(cue))
                    && !r.clauses.list.iter().enumerate().any(|(d, k)| {
                        d != c && r.holder[d] == d && k.verb.is_some_and(|v| q.span.covers(scene.span(v.head, v.head)))
                    })
            })
    }

    /// Whether token `t` of a clause `said X …` stands after a preposition.
    fn in_adjunct(&self, r: &Reading<'a>, c: usize, t: usize) -> bool {
        let own = r.own(c);
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
        let plain_verb = scene.is_one(verb.head, one_of!["said", "says", "say", "added", "told", "tells", "saying"]);
        if !plain_verb && self.object(r, r.clauses.owner_of(verb.head), verb.last).is_some() {
            return false;
        }
        // `told the court`: who heard it.
        let hears = scene.is_one(verb.head, one_of!["told", "tells"]);
        (verb.first..=verb.last).contains(&t)
            || t < verb.first
            || subject.is_some_and(|(a, z)| a <= t && t <= z)
            || claim.dates.iter().any(|&d| scene.found.dates[d].span.overlaps(token))
            || !matches!(scene.tag(t), Tag::Noun | Tag::Name | Tag::Number | Tag::Infinitive)
            || hears && scene.has(t, List::SpeakerNoun)
            || scene.is_one(t, one_of!["anonymity", "condition", "journalists", "reporters", "statement"])
    }

    /// `It was X who broke the deadlock`: the relative clause says it all.
    fn is_cleft(&self, r: &Reading<'a>, c: usize) -> bool {
        let Some(verb) = r.clauses.list[c].verb else { return false };
        let it = matches!(r.clauses.list[c].subject, Subject::Own(a, z) if a == z && self.scene.is(a, "it"));
        it && is_be(self.scene, verb.head)
            && r.under[c].relative.is_some_and(|start| start <= verb.last + 24)
            && (r.under[c].relative.is_some_and(|start| self.scene.is(start, "who"))
                || r.own(c).iter().any(|&t| {
                    t > verb.last
                        && (self.scene.tag(t) == Tag::Name
                            || self.scene.is_one(t, one_of!["himself", "herself", "themselves"]))
                }))
    }

    /// `nor was the bridge`: what is said of it stands elsewhere.
    fn is_echo(&self, verb: Group) -> bool {
        let nor = verb.first.checked_sub(1).is_some_and(|k| self.scene.is(k, "nor"));
        nor && verb.first == verb.head
            && matches!(self.scene.tag(verb.head), Tag::Be | Tag::Have | Tag::Do | Tag::Modal)
    }

    /// A participle or relative of hardly a word more than its verb.
    fn is_idle(&self, r: &Reading<'a>, c: usize, verb: Group, span: Span) -> bool {
        if r.clauses.list[c].role == Role::Main {
            return false;
        }
        let words = r.own(c).iter().filter(|&&t| self.scene.tag(t) != Tag::Mark).count();
        let beyond = words.saturating_sub(verb.last + 1 - verb.first);
        match r.clauses.list[c].role {
            Role::Participial | Role::Absolute => {
                let counts = r.own(c).iter().any(|&t| self.scene.tag(t) == Tag::Number);
                words < 3 && beyond < 2 && !counts
            }
            _ => beyond == 0 && span.len() < 12,
        }
    }
}

/// The deed that is denied in a gerund, where `word` is the verb before token `k` (`denies having paid`).
fn denied_deed(scene: &Scene<'_>, word: &str, k: usize) -> Option<Group> {
    if word != "deny" {
        return None;
    }
    let gerund = (k..k + 3).find(|&j| scene.tag(j) != Tag::Adverb)?;
    let deed = scene.tag(gerund) == Tag::Gerund && scene.quoted.get(gerund) == Some(&false);
    deed.then(|| group_at(scene, gerund, gerund + 6)).flatten()
}
