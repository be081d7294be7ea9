//! Names of a family: what one of them is called tells how the others' name is spelled.

use crate::claim::actor::{ActorKind, RoleKind};
use crate::compare::context::Context;
use crate::compare::draft::Side;
use crate::compare::facet::spelling::{Form, MAX_AGAIN};
use crate::text::fold::fold;

/// Full names put together from a given name and a relative's family name: `Lowell's son Carter`.
pub(super) fn composed<'c>(ctx: &Context<'c>, articles: &[usize]) -> Vec<Form<'c>> {
    let mut out = Vec::new();
    for &article in articles {
        let text = ctx.corpus.articles[article].doc.text;
        for &(actor, role) in ctx.roles[article].iter().filter(|(_, r)| r.kind == RoleKind::Family) {
            let Some(cut) = role.text.find("'s ").or_else(|| role.text.find("\u{2019}s ")) else { continue };
            let owner = role.text.get(..cut).and_then(|o| o.rsplit(' ').next()).unwrap_or_default();
            let given = role.mention.of(text);
            let one_word = |w: &str| w.starts_with(char::is_uppercase) && w.chars().all(char::is_alphabetic);
            if one_word(owner) && one_word(given) {
                let words = vec![fold(given), fold(owner)];
                let span = role.span.to(role.mention);
                let text = span.of(text);
                out.push(Form { article, actor, kind: ActorKind::Person, span, again: Vec::new(), text, words });
            }
        }
    }
    out
}

/// Whether two full names share the given name, so that they differ in that of the family.
pub(super) fn one_given_name(a: &[String], b: &[String]) -> bool {
    a.len() > 1 && b.len() > 1 && a.first() == b.first() && a.last() != b.last()
}

/// Where the article of `form` writes the family name so of somebody else, or of all of them (`the Lowells`).
pub(super) fn relatives(ctx: &Context<'_>, forms: &[Form<'_>], form: &Form<'_>) -> Vec<Side> {
    let Some(last) = form.words.last() else { return Vec::new() };
    let of_family = |f: &&Form<'_>| match f.words.as_slice() {
        [only] => only.strip_suffix("es").is_some_and(|w| w == last) || only.strip_suffix('s') == Some(last),
        [.., other] => f.kind == ActorKind::Person && f.actor != form.actor && other == last,
        [] => false,
    };
    let own = forms.iter().filter(|f| f.article == form.article).filter(of_family);
    own.filter_map(|f| f.sides(ctx).first().copied()).take(MAX_AGAIN).collect()
}
