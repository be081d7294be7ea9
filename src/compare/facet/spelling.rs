//! One name in two spellings.

mod family;

use crate::claim::actor::sound::{heard_as_one, sound_alike, sound_key};
use crate::claim::actor::spelling::{GENERATIONS, of_two_genders, usual};
use crate::claim::actor::{ActorKind, Role, RoleKind};
use crate::compare::context::Context;
use crate::compare::cut::Cut;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::finding::Facet;
use crate::lexicon::{Lexicon, List};
use crate::likeness::Likeness;
use crate::text::fold::fold;
use crate::text::span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Edits between two spellings of one word of a name, at most this part of the longer.
const MOST_EDITS: f64 = 0.34;
/// A word of more names than this brings no two of them together.
const MAX_NAMES_A_WORD: usize = 200;
/// Further places of a name in one article that are shown.
const MAX_AGAIN: usize = 8;

/// A name as one article writes it.
struct Form<'c> {
    article: usize,
    actor: usize,
    kind: ActorKind,
    span: Span,
    /// Where else the article writes it so.
    again: Vec<Span>,
    text: &'c str,
    /// Its words, folded, marks left out; titles and suffixes too.
    words: Vec<String>,
}

/// Names that differ in the spelling of a word, between the articles of a cluster. The two need not have been taken
/// for one actor before: a name that only one article has, a letter or two from one that only the other has, is a
/// spelling of it.
pub(crate) fn differences(ctx: &Context<'_>, articles: &[usize]) -> Vec<PairDifference> {
    let mut forms = forms(ctx, articles);
    forms.extend(family::composed(ctx, articles));
    // Which articles write a name so.
    let mut writers: BTreeMap<&[String], BTreeSet<usize>> = BTreeMap::new();
    for f in &forms {
        writers.entry(&f.words).or_default().insert(f.article);
    }
    // Few letters apart, or spellings of one name by custom (`Sean`, `Shawn`).
    let alike = |x: &str, y: &str| near(x, y) || x != y && usual(ctx.lexicon, x) == usual(ctx.lexicon, y);
    let differ = |x: &Form<'_>, y: &Form<'_>| {
        let one = x.actor == y.actor;
        let differ = one && spelled_apart(&x.words, &y.words, alike)
            || x.kind == ActorKind::Person
                && full_names_apart(ctx.lexicon, &x.words, &y.words, alike)
                && (one || !are_two(ctx, x, y))
            || x.kind != ActorKind::Person && things_apart(ctx, &x.words, &y.words);
        // An article that writes it both ways has slipped, or means two people.
        let both = |words: &[String], article: usize| writers.get(words).is_some_and(|w| w.contains(&article));
        differ && !both(&x.words, y.article) && !both(&y.words, x.article)
    };
    let mut pairs: Vec<(&Form<'_>, &Form<'_>)> =
        pairs(ctx, &forms).into_iter().map(|(i, j)| (&forms[i], &forms[j])).collect();
    pairs.retain(|(x, y)| x.article != y.article && x.kind == y.kind && differ(x, y));
    // Fuller names first: a surname alone is one more place of theirs.
    pairs.sort_by_key(|(x, _)| x.words.len() < 2);
    let mut full: BTreeMap<(usize, usize, usize), (Side, Side)> = BTreeMap::new();
    let mut out = Vec::new();
    for (x, y) in pairs {
        let one = x.actor == y.actor;
        let (Some(a), Some(b)) = (x.sides(ctx).first().copied(), y.sides(ctx).first().copied()) else { continue };
        let topic = x.words.last().map_or(0, |w| w.bytes().map(u64::from).sum());
        let pair = |a: Side, b: Side| PairDifference {
            facet: Facet::Spelling,
            a,
            b,
            reason: format!("one name, spelled “{}” and “{}”", x.text, y.text),
            update: false,
            score: if one { 0.85 } else { 0.75 },
            topic: if one { x.actor as u64 } else { topic },
        };
        let key = (x.actor, x.article, y.article);
        let (a, b) = if one { *full.entry(key).or_insert((a, b)) } else { (a, b) };
        // Every place where a name stands so is one to mend.
        out.extend(x.sides(ctx).into_iter().map(|side| pair(side, b)));
        out.extend(y.sides(ctx).into_iter().map(|side| pair(a, side)));
        // So is every place where one of the family has it.
        if family::one_given_name(&x.words, &y.words) {
            out.extend(family::relatives(ctx, &forms, x).into_iter().map(|side| pair(side, b)));
            out.extend(family::relatives(ctx, &forms, y).into_iter().map(|side| pair(a, side)));
        }
    }
    out
}

impl Form<'_> {
    /// The places where it stands in a claim.
    fn sides(&self, ctx: &Context<'_>) -> Vec<Side> {
        let places = std::iter::once(self.span).chain(self.again.iter().copied());
        let side = |span| ctx.claim_by(self.article, span).map(|claim| Side { article: self.article, claim, span });
        places.filter_map(side).collect()
    }
}

/// Pairs of forms that share a word, a sound or an actor.
fn pairs(ctx: &Context<'_>, forms: &[Form<'_>]) -> BTreeSet<(usize, usize)> {
    // Names that share a word can be one; each name is looked up by its words.
    let mut by_word: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, f) in forms.iter().enumerate() {
        for w in &f.words {
            by_word.entry(w.clone()).or_default().push(i);
        }
        // Two full names may differ in both words: they share their initials, or their sounds.
        if let [first, .., last] = f.words.as_slice() {
            let initials = [first, last].iter().filter_map(|w| w.chars().next()).collect::<String>();
            by_word.entry(format!("{initials}.")).or_default().push(i);
            let usual = |w: &str| sound_key(&usual(ctx.lexicon, w));
            by_word.entry(format!("{} {}", sound_key(first), sound_key(last))).or_default().push(i);
            by_word.entry(format!("{} {}.", usual(first), usual(last))).or_default().push(i);
        } else if let [only] = f.words.as_slice() {
            by_word.entry(format!("{} ", sound_key(only))).or_default().push(i);
        }
    }
    let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
    let few = |list: &&Vec<usize>| {
        let few = list.len() <= MAX_NAMES_A_WORD;
        if !few {
            ctx.cuts.add(Cut::Names, list.iter().copied());
        }
        few
    };
    for list in by_word.values().filter(few) {
        for (n, &i) in list.iter().enumerate() {
            pairs.extend(list.iter().skip(n + 1).map(|&j| (i, j)));
        }
    }
    let mut of_actor: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, f) in forms.iter().enumerate() {
        of_actor.entry(f.actor).or_default().push(i);
    }
    for list in of_actor.values().filter(few) {
        for (n, &i) in list.iter().enumerate() {
            pairs.extend(list.iter().skip(n + 1).map(|&j| (i, j)));
        }
    }
    pairs
}

/// Each name form of each article, with the places where it stands.
fn forms<'c>(ctx: &Context<'c>, articles: &[usize]) -> Vec<Form<'c>> {
    let mut out: Vec<Form<'_>> = Vec::new();
    for &article in articles {
        let text = ctx.corpus.articles[article].doc.text;
        let mut seen: BTreeMap<(usize, Vec<String>), usize> = BTreeMap::new();
        for m in ctx.mentions[article].iter().filter(|m| m.kind != ActorKind::Other) {
            let plain = |w: &str| fold(w).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            let words: Vec<String> = m
                .span
                .of(text)
                .split_whitespace()
                .map(plain)
                .filter(|w| !w.is_empty() && w != "s" && !GENERATIONS.contains(&w.as_str()))
                .collect();
            if words.is_empty() {
                continue;
            }
            if let Some(form) = seen.get(&(m.actor, words.clone())).and_then(|&i| out.get_mut(i)) {
                if form.again.len() < MAX_AGAIN {
                    form.again.push(m.span);
                }
                continue;
            }
            seen.insert((m.actor, words.clone()), out.len());
            let text = m.span.of(text);
            out.push(Form { article, actor: m.actor, kind: m.kind, span: m.span, again: Vec::new(), text, words });
        }
    }
    out
}

/// Whether two forms of one actor's name spell a word differently: as many words, all the same but for one or two
/// that are only a few letters apart.
fn spelled_apart(a: &[String], b: &[String], near: impl Fn(&str, &str) -> bool) -> bool {
    if a.len() != b.len() || a == b {
        return false;
    }
    let apart: Vec<_> = a.iter().zip(b).filter(|(x, y)| x != y).collect();
    let long = a.len() > 1 || a.iter().all(|w| w.chars().count() >= 5);
    long && apart.len() <= 2 && apart.iter().all(|(x, y)| near(x, y))
}

/// Whether two full names, middle names aside, are the same but for a few letters in the first or the last, or sound
/// alike.
fn full_names_apart(lexicon: &Lexicon, a: &[String], b: &[String], near: impl Fn(&str, &str) -> bool) -> bool {
    let ([first, .., last], [other_first, .., other_last]) = (a, b) else { return false };
    if heard_as_one(lexicon, a, b) {
        return true;
    }
    match (first == other_first, last == other_last) {
        (true, false) => near(last, other_last),
        (false, true) => near(first, other_first),
        (false, false) => {
            let edits = |x: &str, y: &str| strsim::damerau_levenshtein(x, y);
            let initials =
                first.chars().next() == other_first.chars().next() && last.chars().next() == other_last.chars().next();
            initials
                && near(first, other_first)
                && near(last, other_last)
                && edits(first, other_first) + edits(last, other_last) <= 3
        }
        (true, true) => false,
    }
}

/// Whether what else the articles say tells two people of like names apart: a brother and a sister, two ages, a tie to
/// somebody that only one of them has.
fn are_two(ctx: &Context<'_>, x: &Form<'_>, y: &Form<'_>) -> bool {
    fn roles<'c>(ctx: &Context<'c>, f: &Form<'_>, kind: RoleKind) -> Vec<&'c Role> {
        let own = ctx.roles[f.article].iter().filter(|(actor, role)| *actor == f.actor && role.kind == kind);
        own.map(|&(_, role)| role).collect()
    }
    let (Some(first), Some(other)) = (x.words.first(), y.words.first()) else { return false };
    if of_two_genders(ctx.lexicon, first, other) {
        return true;
    }
    let ages = |f| roles(ctx, f, RoleKind::Age);
    let likeness: Vec<Likeness> =
        ages(x).iter().flat_map(|a| ages(y).into_iter().map(|b| a.likeness(b, ctx.lexicon))).collect();
    if !likeness.is_empty() {
        return !likeness.contains(&Likeness::Same);
    }
    let family = |f| !roles(ctx, f, RoleKind::Family).is_empty();
    x.words.last() == y.words.last() && family(x) != family(y)
}

/// Whether the names of two places or bodies are the same but for one word that no list knows and that only sounds the
/// same.
fn things_apart(ctx: &Context<'_>, a: &[String], b: &[String]) -> bool {
    let mut apart = a.iter().zip(b).filter(|(x, y)| x != y);
    let (Some((x, y)), None) = (apart.next(), apart.next()) else { return false };
    let known = |w: &String| {
        let (lists, _) = ctx.lexicon.lookup(w);
        [List::Place, List::Country, List::Demonym, List::OrdinaryWord, List::NameHead]
            .into_iter()
            .any(|l| lists.has(l))
    };
    let long = x.chars().count().min(y.chars().count()) >= 6;
    a.len() == b.len() && long && x.chars().next() == y.chars().next() && sound_alike(x, y) && !known(x) && !known(y)
}

/// Whether two spellings of one word are a few letters apart. An initial or a short form (`J.`, `Jo`) is none.
fn near(x: &str, y: &str) -> bool {
    let longer = x.chars().count().max(y.chars().count());
    let shorter = x.chars().count().min(y.chars().count());
    #[expect(clippy::cast_precision_loss, reason = "lengths of words")]
    let few = strsim::damerau_levenshtein(x, y) as f64 <= (longer as f64 * MOST_EDITS).max(1.0);
    shorter >= 4 && few && (x.chars().next() == y.chars().next() || shorter >= 5)
}

#[cfg(test)]
mod tests {
    use super::{full_names_apart, near, spelled_apart};
    use crate::lexicon::Lexicon;

    #[test]
    fn spellings_of_a_name() {
        let lexicon = Lexicon::english();
        let words = |s: &str| s.split(' ').map(crate::text::fold::fold).collect::<Vec<_>>();
        for (a, b, want) in [
            ("Sergei Naryshkin", "Sergey Naryshkin", true),
            ("Yevgeny Sorokhin", "Evgeny Sorokin", true),
            ("Joost van Aarle", "Joos van Aerle", true),
            ("Sergei Naryshkin", "Naryshkin", false),
            ("J. Smith", "John Smith", false),
            ("José Díaz", "Jose Diaz", false),
        ] {
            assert_eq!(spelled_apart(&words(a), &words(b), near), want, "{a} / {b}");
        }
        for (a, b, want) in [
            ("Denzell Braud", "Denzel Terrell Braud", true),
            ("Frank Gomez", "Frank Gamez", true),
            ("Frank Gomez", "Luis Gomez", false),
            ("Ann Lee", "Ann Leeson", false),
            ("Yevhen Lozhkin", "Yevgen Lojkin", true),
            ("Katie Mandle", "Katy Mandel", true),
            ("Ould Haddad", "Weld Hadad", true),
            ("Wei Chen", "Wei Shen", false),
            ("Mark Carson", "Mary Larson", false),
        ] {
            assert_eq!(full_names_apart(&lexicon, &words(a), &words(b), near), want, "{a} / {b}");
        }
    }
}
