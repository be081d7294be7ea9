//! A stretch of time in which something is said not to have been: `has not been checked since 2017`, `had not known before
//! Friday`.

use crate::claim::timex::DateMention;
use crate::compare::context::Context;
use crate::compare::facet::date::{dates_in, is_limit};
use crate::date::PartialDate;
use crate::text::fold::fold;

/// How a date bounds what is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    Since,
    Until,
    /// After, by, through.
    Other,
    /// It is the time itself.
    At,
}

/// Whether claim `positive` tells of a day inside the stretch in which `negative` denies it: after the day since which it
/// has not been (`not since 2017`, `last October`), or before the one until which it had not (`not before Friday`, `since
/// June`). Cost: O(dates²), of which there are few.
pub(super) fn falls_within(ctx: &Context<'_>, negative: usize, positive: usize) -> bool {
    let told = bounds(ctx, positive);
    bounds(ctx, negative).iter().any(|&(bound, (first, last))| {
        told.iter().any(|&(of, (from, to))| match bound {
            Bound::Since => of == Bound::At && from > last,
            Bound::Until => of == Bound::At && to < first || of == Bound::Since && from < first,
            Bound::Other | Bound::At => false,
        })
    })
}

/// The dates of a claim, as first and last days, with how each bounds what it tells.
fn bounds(ctx: &Context<'_>, claim: usize) -> Vec<(Bound, (i64, i64))> {
    let article = ctx.corpus.claims[claim].article;
    let doc = &ctx.corpus.articles[article].doc;
    let bound = |d: &DateMention| {
        if !is_limit(ctx, article, d) {
            return Bound::At;
        }
        let word = doc.token_before(d.span.start()).map(|t| fold(t.of(doc.text)));
        match word.as_deref() {
            Some("since") => Bound::Since,
            Some("before" | "until" | "till") => Bound::Until,
            _ => Bound::Other,
        }
    };
    let days = |d: &DateMention| d.value.as_ref().and_then(PartialDate::days);
    dates_in(ctx, claim).iter().filter_map(|d| Some((bound(d), days(d)?))).collect()
}
