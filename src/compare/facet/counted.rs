//! What an amount is an amount of, where that stands apart from it: what a count counts, and whether a sum is the whole.

use crate::claim::quantity::Quantity;
use crate::compare::context::Context;
use crate::compare::vocabulary::Term;
use crate::lexicon::{List, ListSet};
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};

/// Tokens before and after a sum among which a word says that it is the whole.
const REACH: [usize; 2] = [4, 3];
/// Terms after `of` that may be what is counted.
const TERMS_AFTER_OF: usize = 3;
/// Tokens of a bracket after a sum.
const LONGEST_BRACKET: usize = 8;
/// Words that say what a sum is.
const WORDS_OF_PURPOSE: usize = 3;

/// The words for what is counted: those that follow the number, those after `of` (`13 of the 14 counties`), or else the
/// subject of a claim that gives the number (`the confirmed cases reached 919`).
pub(super) fn noun(ctx: &Context<'_>, article: usize, claim: usize, q: &Quantity) -> Vec<Term> {
    let number_end = q.number.end();
    let own = plain(ctx, article, Span::new(number_end.max(q.span.start()), q.span.end().max(number_end)));
    if !own.is_empty() {
        return own;
    }
    let doc = &ctx.corpus.articles[article].doc;
    let sentence = ctx.corpus.claims[claim].sentence;
    let end = doc.sentences.get(sentence).map_or(q.span.end(), |s| s.span.end()).max(q.span.end());
    if doc.tokens.get(doc.token_at(q.span.end())).is_some_and(|t| t.of(doc.text) == "of") {
        let all = ctx.corpus.articles[article].terms_in(Span::new(q.span.end(), end));
        let near = all.get(..TERMS_AFTER_OF.min(all.len())).unwrap_or(&[]);
        // `seven of their past nine`: what follows is the whole, with a noun of its own.
        if q.noun.is_none() && near.iter().any(|t| t.value) {
            return own;
        }
        let mut after = plain(ctx, article, Span::new(q.span.end(), end));
        after.truncate(TERMS_AFTER_OF);
        return after;
    }
    let of = ctx.corpus.claims[claim].claim;
    match of.subject {
        Some(subject) if q.noun.is_none() && !subject.overlaps(q.span) => {
            let mut words = plain(ctx, article, subject);
            words.retain(|t| !t.named && t.base >= 1.0);
            words
        }
        _ => own,
    }
}

/// Whether two counts have one noun, or nouns of one sense (`31 children`, `27 kids`).
pub(super) fn of_one_sense(p: &[Term], q: &[Term]) -> bool {
    p.iter().any(|t| q.iter().any(|u| t.likeness(u) > 0.0))
}

/// The words for what a sum of money is: those right after it (`a £4.2 million pay-off`), or after `in`, `of` or `as`
/// (`3.5 million pounds in compensation`).
pub(super) fn purpose(ctx: &Context<'_>, article: usize, claim: usize, q: &Quantity) -> Vec<Term> {
    let doc = &ctx.corpus.articles[article].doc;
    let claim_end = ctx.corpus.claims[claim].claim.span.end();
    // An amount in another currency may stand between (`pounds ($4.4 million) in compensation`).
    let mut at = doc.token_at(q.span.end());
    if doc.tokens.get(at).is_some_and(|t| t.of(doc.text) == "(") {
        let close = doc.tokens.iter().skip(at).take(LONGEST_BRACKET).position(|t| t.of(doc.text) == ")");
        at += close.map_or(0, |n| n + 1);
    }
    let link = |t: &&Token| matches!(t.of(doc.text), "in" | "of" | "as" | "-");
    if doc.tokens.get(at).filter(link).is_some() {
        at += 1;
    }
    let open = [List::Preposition, List::Auxiliary, List::Connective, List::Determiner];
    let rest = doc.tokens.get(at..).unwrap_or(&[]).iter();
    let words = rest.take(WORDS_OF_PURPOSE).take_while(|t| {
        t.kind == TokenKind::Word && t.span.end() <= claim_end && !open.iter().any(|l| t.lists.has(*l))
    });
    let Some(end) = words.last().map(|t| t.span.end()) else { return Vec::new() };
    let mut out = plain(ctx, article, Span::new(q.span.end(), end.max(q.span.end())));
    out.retain(|t| !t.named && t.base >= 1.0);
    out
}

/// Along what a length is measured, by the word after it: `six feet down` is no height.
pub(super) fn dimension(ctx: &Context<'_>, article: usize, q: &Quantity) -> Option<&'static str> {
    let doc = &ctx.corpus.articles[article].doc;
    let at = doc.token_at(q.span.end());
    let after = doc.tokens.get(at + 1).map_or("", |t| t.of(doc.text));
    match doc.tokens.get(at)?.of(doc.text) {
        "tall" | "high" | "above" => Some("height"),
        "deep" | "below" | "underground" | "underwater" => Some("depth"),
        // `two miles down the road`
        "down" if after != "the" => Some("depth"),
        "long" => Some("length"),
        "wide" | "across" => Some("width"),
        "away" | "from" | "off" | "apart" => Some("distance"),
        _ => None,
    }
}

/// Whether one of two counts is narrowed by a word that the other lacks, and is smaller: a part of it (`14 league goals`,
/// `19 goals`).
pub(super) fn is_part((p, of_p): (&Quantity, &[Term]), (q, of_q): (&Quantity, &[Term])) -> bool {
    let within = |x: &[Term], y: &[Term]| {
        !x.is_empty() && x.len() < y.len() && x.iter().all(|t| y.iter().any(|u| t.stem == u.stem))
    };
    let less = |x: &Quantity, y: &Quantity| x.high().zip(y.high()).is_some_and(|(v, w)| v < w);
    // A bound is drawn at the whole (`fewer than 152 cases`).
    p.bound == q.bound && (within(of_p, of_q) && less(q, p) || within(of_q, of_p) && less(p, q))
}

/// Whether a count leaves out some that were told of before (`killed one and hurt nine others`, `15 new cases`).
pub(super) fn leaves_out(q: &Quantity) -> bool {
    q.text.ends_with(" more")
        || q.text
            .split_whitespace()
            .any(|w| matches!(w, "other" | "others" | "another" | "new" | "additional" | "further"))
}

/// Whether a count is one of several that its sentence tells one by one (`One guard was struck on the arm, the other on
/// the head`).
pub(super) fn is_one_by_one(ctx: &Context<'_>, article: usize, q: &Quantity) -> bool {
    if q.high() != Some(1.0) {
        return false;
    }
    let view = &ctx.corpus.articles[article];
    let sentence = view.doc.sentence_at(q.span.start()).and_then(|i| view.doc.sentences.get(i));
    let rest = sentence.map(|s| Span::new(q.span.end(), s.span.end().max(q.span.end())));
    rest.is_some_and(|rest| {
        let word = |t: Option<&Token>| t.map_or("", |t| t.of(view.doc.text));
        view.tokens(rest).windows(2).any(|w| word(w.first()) == "the" && matches!(word(w.get(1)), "other" | "second"))
    })
}

/// The terms of a stretch that are no values.
fn plain(ctx: &Context<'_>, article: usize, span: Span) -> Vec<Term> {
    let all = &ctx.corpus.articles[article].terms;
    let from = all.partition_point(|t| t.span.start() < span.start());
    let inside = all.get(from..).unwrap_or(&[]).iter().take_while(|t| t.span.start() < span.end());
    inside.filter(|t| !t.value).cloned().collect()
}

/// Whether a word beside a sum says that it is the whole of what the article tells of.
pub(super) fn is_total(ctx: &Context<'_>, article: usize, q: &Quantity) -> bool {
    let doc = &ctx.corpus.articles[article].doc;
    let (first, end) = (doc.token_at(q.span.start()), doc.token_at(q.span.end()));
    let sentence = doc.sentence_at(q.span.start()).and_then(|i| doc.sentences.get(i)).map_or(q.span, |s| s.span);
    let near = first.saturating_sub(REACH[0])..(end + REACH[1]).min(doc.tokens.len());
    let bit = ListSet::one(List::Total);
    near.filter(|&i| doc.tokens.get(i).is_some_and(|t| t.lists.or(t.opens).any(bit) && sentence.covers(t.span)))
        .any(|i| ctx.lexicon.match_at(List::Total, doc.text, &doc.tokens, i).is_some())
}

/// Whether a figure says in brackets what the one before it says in another unit: `5,800 metres (19,030 feet)`.
pub(super) fn is_converted(ctx: &Context<'_>, article: usize, q: &Quantity) -> bool {
    let view = &ctx.corpus.articles[article];
    let all = view.found.quantities.as_slice();
    let at = all.partition_point(|o| o.span.start() < q.span.start());
    let before = at.checked_sub(1).and_then(|i| all.get(i)).filter(|o| o.span.end() <= q.span.start());
    before.is_some_and(|o| {
        let between = Span::new(o.span.end(), q.span.start()).of(view.doc.text);
        matches!(between.trim(), "(" | ", or" | "or") && o.kind == q.kind && o.unit != q.unit
    })
}
