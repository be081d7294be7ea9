//! One street, two house numbers: `19 Mill Lane`, `18 Mill Ln.`.

use crate::compare::context::Context;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::finding::Facet;
use crate::lexicon::List;
use crate::text::fold::fold;
use crate::text::span::Span;
use crate::text::token::TokenKind;
use std::collections::BTreeMap;

/// Words of a street's name before its `Street`.
const LONGEST: usize = 4;
/// House numbers of one street in one article that are looked at.
const MOST: usize = 8;

/// An address in an article.
struct Address {
    article: usize,
    number: u32,
    span: Span,
}

/// Differences of house number between articles that name one street, where neither names the other's number.
///
/// Cost: O(tokens), and for each street O(articles²).
pub(crate) fn differences(ctx: &Context<'_>, articles: &[usize]) -> Vec<PairDifference> {
    let mut streets: BTreeMap<String, Vec<Address>> = BTreeMap::new();
    for &article in articles {
        for (street, address) in addresses(ctx, article) {
            streets.entry(street).or_default().push(address);
        }
    }
    let mut out = Vec::new();
    for of_street in streets.values() {
        let groups: Vec<&[Address]> = of_street.chunk_by(|x, y| x.article == y.article).collect();
        for (i, xs) in groups.iter().enumerate() {
            for ys in groups.iter().skip(i + 1) {
                let pairs = xs.iter().take(MOST).flat_map(|x| ys.iter().take(MOST).map(move |y| (x, y)));
                let nearest = pairs.min_by_key(|(x, y)| x.number.abs_diff(y.number));
                let Some((x, y)) = nearest.filter(|(x, y)| x.number != y.number) else { continue };
                let side = |a: &Address| {
                    let claim = ctx.claim_on(a.article, a.span)?;
                    Some(Side { article: a.article, claim, span: a.span })
                };
                let text = |a: &Address| a.span.of(ctx.corpus.articles[a.article].doc.text);
                if let (Some(a), Some(b)) = (side(x), side(y)) {
                    let reason = format!("“{}” in one article, “{}” in the other", text(x), text(y));
                    out.push(PairDifference { facet: Facet::Place, a, b, reason, update: false, score: 0.7, topic: 0 });
                }
            }
        }
    }
    out
}

/// The addresses of an article, each with its street's name.
fn addresses(ctx: &Context<'_>, article: usize) -> Vec<(String, Address)> {
    let doc = &ctx.corpus.articles[article].doc;
    let mut out = Vec::new();
    for (i, t) in doc.tokens.iter().enumerate().filter(|(_, t)| t.kind == TokenKind::Number) {
        let Ok(number) = t.of(doc.text).parse::<u32>() else { continue };
        let names = doc.tokens.get(i + 1..).unwrap_or(&[]).iter().take(LONGEST + 1);
        let name: Vec<_> = names.take_while(|t| t.kind == TokenKind::Word && t.is_capitalised()).collect();
        let Some(end) = name.iter().position(|t| t.lists.has(List::Street)).filter(|e| *e > 0) else { continue };
        let words: Vec<String> = name.iter().take(end).map(|t| fold(t.of(doc.text))).collect();
        let span = name.get(end).map_or(t.span, |last| t.span.to(last.span));
        out.push((words.join(" "), Address { article, number, span }));
    }
    out
}
