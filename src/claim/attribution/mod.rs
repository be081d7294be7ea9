//! Attribution: which source a quotation is credited to (PARC 3.0: source, cue, content), and reported speech.
//!
//! The document is read in units, sentences of the reporter's own with the quotations in them (`scene`). The unit
//! itself tells who speaks where it has a cue (`govern`); where it has none, the speaker is carried over from the
//! sentence or paragraph before (`carry`). `resolve` turns the mention into the fullest name.

mod accused;
mod after;
mod antecedent;
mod apposition;
mod carry;
mod cue;
mod epithet;
mod gender;
mod govern;
mod impersonal;
mod indirect;
mod inside;
mod lead;
mod marks;
mod meant;
mod message;
mod noun;
mod obituary;
mod phrase;
mod repeated;
mod resolve;
mod role;
mod scene;
mod title;

use crate::claim::actor::Actor;
use crate::claim::attribution::carry::Carry;
use crate::claim::attribution::govern::{Credit, Governed};
use crate::claim::attribution::phrase::Sort;
use crate::claim::attribution::resolve::Resolver;
use crate::claim::attribution::scene::{Scene, Unit, is_counted};
use crate::claim::quote::{CueForce, Quote, QuoteKind, Speaker};
use crate::lexicon::Lexicon;
use crate::text::document::Document;
use crate::text::one_of::one_of;
use crate::text::span::Span;
use std::cmp::Reverse;

/// Credits each quotation to its speaker, decides its kind by the governing cue, joins the parts of one that the
/// reporter breaks (`"We," he said, "will…"`), and adds reported speech without marks. The result is in text order.
///
/// Cost: O(bytes).
///
/// ```
/// use corroborate::{Lexicon, claim::{attribution, quote}, text::document::Document};
/// let lexicon = Lexicon::english();
/// let doc = Document::new("The mayor, Ann Lee, called it “a farce”. “We will appeal,” she said.", &lexicon);
/// let quotes = attribution::attribute(&doc, quote::quotes(&doc, &lexicon), &[], &lexicon);
/// let speakers: Vec<_> = quotes.iter().flat_map(|q| &q.speaker).map(|s| s.name.as_str()).collect();
/// assert_eq!(speakers, ["Ann Lee", "Ann Lee"]);
/// ```
#[must_use]
pub fn attribute(doc: &Document<'_>, quotes: Vec<Quote>, actors: &[Actor], lexicon: &Lexicon) -> Vec<Quote> {
    let mut quotes = quotes;
    let scene = Scene::new(doc, &quotes, actors, lexicon);
    let mut resolver = Resolver::new(&scene, actors);
    let mut carry = Carry::new(&scene);
    let mut reported: Vec<Quote> = Vec::with_capacity(scene.units.len() / 2);
    let mut governed = Governed::default();
    for u in 0..scene.units.len() {
        let unit = &scene.units[u];
        scene.govern_into(unit, &quotes, &mut governed);
        carry.enter(&scene, unit, &governed, &mut resolver);
        let mut credits = std::mem::take(&mut governed.credits);
        for (k, t) in unit.tops.clone().enumerate() {
            let quote = &quotes[scene.tops[t].quote];
            if credits[k].is_none() {
                credits[k] = carry.credit(&scene, u, quote, &quotes);
            }
        }
        for (k, t) in unit.tops.clone().enumerate() {
            let quote = &mut quotes[scene.tops[t].quote];
            match &credits[k] {
                Some(credit) => settle(&scene, quote, credit, &mut resolver, None),
                None => unsettled(&scene, quote, unit),
            }
        }
        if scene.may_report(unit, &governed) {
            scene.reported(unit, &governed, &quotes, &mut resolver, &mut reported);
        }
        carry.leave(&scene, unit, &credits, &quotes);
        governed.credits = credits;
    }
    nested(doc, &mut quotes, &scene, &mut resolver);
    repeated::credit_repeated(&scene, &mut quotes);
    merged(join(&scene, quotes), reported)
}

/// Two lists as one, in text order: each nearly is in order, and to move a quotation costs more than to look at it.
fn merged(mut marked: Vec<Quote>, mut reported: Vec<Quote>) -> Vec<Quote> {
    let order = |q: &Quote| (q.span.start(), Reverse(q.span.end()));
    for list in [&mut marked, &mut reported] {
        if !list.is_sorted_by_key(order) {
            list.sort_by_key(order);
        }
    }
    let mut out = Vec::with_capacity(marked.len() + reported.len());
    let mut reported = reported.into_iter().peekable();
    for quote in marked {
        while let Some(before) = reported.next_if(|r| order(r) < order(&quote)) {
            out.push(before);
        }
        out.push(quote);
    }
    out.extend(reported);
    out
}

/// Writes a credit into its quotation and decides the kind.
fn settle(
    scene: &Scene<'_, '_>,
    quote: &mut Quote,
    credit: &Credit,
    resolver: &mut Resolver<'_, '_, '_>,
    outer: Option<&Speaker>,
) {
    let Some(mention) = credit.speaker else {
        if is_counted(quote.kind) && (credit.label || short(scene, quote)) {
            quote.kind = QuoteKind::Scare;
        }
        return;
    };
    if quote.kind == QuoteKind::Scare {
        // A title or term stays one, unless the cue stands right before it.
        if !credit.adjacent || credit.label {
            return;
        }
        quote.kind = QuoteKind::Partial;
    }
    let read = || credit.cue.as_ref().is_some_and(|c| scene.is_one(c.start, one_of!["read", "reads"]));
    let author = if mention.sort == Sort::It { resolver.last_author(mention, read()) } else { None };
    if let Some(author) = author {
        resolver.resolved.insert((mention.first, mention.end), author);
    }
    let speaker = resolver.speaker(mention, outer);
    // Nobody can tell whom the speaker tells of.
    let told = outer.is_none() || !mention.sort.is_third_person() || speaker.span.of(scene.doc.text) != speaker.name;
    // `at what her publisher calls "a success"`: told of in passing.
    let aside = credit.label && mention.from.checked_sub(1).is_some_and(|b| scene.is(b, "what"));
    if outer.is_none() && !aside {
        resolver.note_source(mention, speaker.clone());
    }
    if let Some(relay) = credit.relayed_by {
        let relay = resolver.speaker(relay, outer);
        if relay.name != speaker.name {
            quote.relayed_by = Some(relay.speaker());
        }
    }
    quote.speaker = told.then(|| speaker.speaker());
    quote.force = credit.force;
    if let Some(cue) = &credit.cue {
        let span = scene.span(cue.clone());
        quote.cue = Some(span.of(scene.doc.text).to_owned());
        quote.cue_span = Some(span);
    }
}

/// A quotation that nobody is credited with: a term, unless it is long and stands alone.
fn unsettled(scene: &Scene<'_, '_>, quote: &mut Quote, unit: &Unit) {
    if is_counted(quote.kind) && (short(scene, quote) || !scene.stands_alone(unit)) {
        quote.kind = QuoteKind::Scare;
    }
}

fn short(scene: &Scene<'_, '_>, quote: &Quote) -> bool {
    quote.span.of(scene.doc.text).split_whitespace().nth(4).is_none()
}

/// Credits quotations inside others: a cue must stand beside them.
fn nested(doc: &Document<'_>, quotes: &mut [Quote], outermost: &Scene<'_, '_>, resolver: &mut Resolver<'_, '_, '_>) {
    let mut inner: Vec<Quote> = Vec::new();
    let mut index: Vec<(usize, usize)> = Vec::new();
    let (mut top, mut end, mut inner_end) = (0, 0, 0);
    for (i, q) in quotes.iter().enumerate() {
        if q.marked.start() >= end {
            (top, end) = (i, q.marked.end());
        } else if q.marked.start() >= inner_end {
            inner_end = q.marked.end();
            index.push((i, top));
            inner.push(q.clone());
        }
    }
    if inner.is_empty() {
        return;
    }
    let scene = outermost.under(&inner);
    resolver.rewind();
    for unit in scene.units.iter().filter(|u| !u.tops.is_empty()) {
        let governed = scene.govern(unit, &inner);
        for (k, t) in unit.tops.clone().enumerate() {
            let (i, outer) = index[scene.tops[t].quote];
            resolver.reach(quotes[i].span.start());
            let speaker = quotes[outer].speaker.clone();
            let marked = quotes[outer].marked;
            let inside = |span: Span| marked.covers(span);
            let credit = governed.credits[k].clone().filter(|c| {
                let cue = c.cue.as_ref().map(|w| scene.span(w.clone()));
                c.force != CueForce::Believed && cue.is_some_and(inside)
            });
            let Some(mut credit) = credit else {
                quotes[i].kind = QuoteKind::Scare;
                continue;
            };
            if !credit.speaker.is_some_and(|m| inside(scene.span(m.first..m.end))) {
                // `“He rang and said, ‘…`: the subject of what is quoted around it.
                let first = doc.token_at(marked.start()) + 1;
                let cue = credit.cue.as_ref().map_or(first, |w| w.start);
                credit.speaker = scene.main_subject(first, cue);
            }
            if let Some(told) = credit.speaker.and_then(|m| outermost.told_of_inside(m)) {
                credit.speaker = Some(told);
            }
            settle(&scene, &mut quotes[i], &credit, resolver, speaker.as_ref());
        }
    }
    // Deeper still: nobody can tell.
    let (mut end, mut inner_end) = (0, 0);
    for q in quotes.iter_mut() {
        if q.marked.start() >= end {
            end = q.marked.end();
            inner_end = 0;
        } else if q.marked.start() >= inner_end {
            inner_end = q.marked.end();
        } else {
            q.kind = QuoteKind::Scare;
        }
    }
}

/// Joins quotations that the reporter's words only interrupt: the tag between them ends in a comma, or the second goes
/// on in lower case.
fn join(scene: &Scene<'_, '_>, quotes: Vec<Quote>) -> Vec<Quote> {
    let mut into: Vec<Option<usize>> = vec![None; quotes.len()];
    let mut gaps = Vec::new();
    for unit in scene.units.iter().filter(|u| u.tops.len() > 1) {
        scene.gaps(unit, &mut gaps);
        for (k, pair) in scene.tops[unit.tops.clone()].windows(2).enumerate() {
            let (a, b) = (&quotes[pair[0].quote], &quotes[pair[1].quote]);
            let gap = &gaps[k + 1];
            let same = a.speaker.is_some() && a.speaker.as_ref().map(|s| s.span) == b.speaker.as_ref().map(|s| s.span);
            let between = a.cue_span.is_some_and(|c| c.start() >= a.marked.end() && c.end() <= b.marked.start());
            let broken = scene.expects_tag(a) || scene.is_mark(gap.start, ",");
            let comma = gap
                .end
                .checked_sub(1)
                .is_some_and(|l| scene.is_mark(l, ",") || scene.is_dash(l) || scene.is_mark(l, ":"));
            if is_counted(a.kind) && is_counted(b.kind) && same && between && broken && comma {
                into[pair[1].quote] = Some(into[pair[0].quote].unwrap_or(pair[0].quote));
            }
        }
    }
    if into.iter().all(Option::is_none) {
        return quotes;
    }
    let mut out: Vec<Quote> = Vec::with_capacity(quotes.len());
    let mut place: Vec<usize> = Vec::with_capacity(quotes.len());
    for (i, mut q) in quotes.into_iter().enumerate() {
        match into[i] {
            Some(first) => {
                let at = place[first];
                let head = &mut out[at];
                if head.parts.is_empty() {
                    head.parts.push(head.span);
                }
                if q.parts.is_empty() {
                    head.parts.push(q.span)
                } else {
                    head.parts.append(&mut q.parts)
                }
                head.span = head.span.to(q.span);
                head.marked = head.marked.to(q.marked);
                head.notes.append(&mut q.notes);
                if q.kind == QuoteKind::Direct {
                    head.kind = QuoteKind::Direct;
                }
                place.push(at);
            }
            None => {
                place.push(out.len());
                out.push(q);
            }
        }
    }
    out
}

/// A piece of reported speech.
fn indirect_quote(span: Span, speaker: Option<Speaker>, cue: Span, text: &str, force: CueForce) -> Quote {
    Quote {
        span,
        kind: QuoteKind::Indirect,
        cue: Some(cue.of(text).to_owned()),
        speaker,
        parts: Vec::new(),
        cue_span: Some(cue),
        force,
        relayed_by: None,
        notes: Vec::new(),
        marked: span,
    }
}
