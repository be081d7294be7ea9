//! An office taken apart: the post itself, what it is of and for, and the words that raise, lower or colour it.

use crate::claim::actor::RoleTense;
use crate::lexicon::{Lexicon, List};
use crate::text::fold::fold;
use std::collections::BTreeSet;

/// What a post is for that leads the whole, as [`List::RoleFunction`] has it.
pub(super) const WHOLE: &str = "general";

/// An office taken apart.
pub(super) struct Office {
    /// The post itself in its usual word: `head`, `senator`.
    pub(super) post: Post,
    /// Words before it that make it another, lower or hoped-for post: `deputy`, `aspiring`.
    pub(super) step: BTreeSet<String>,
    /// Words that say of what: `foreign intelligence service`, `neurology`.
    pub(super) body: Vec<Word>,
    /// What the post is a post for: `sporting`, `medical`.
    pub(super) functions: BTreeSet<String>,
    /// The same with what the post itself says (`chief risk officer`); that somebody leads the whole only where nothing else
    /// is said.
    pub(super) tasks: BTreeSet<String>,
    /// What a minister or a professor is of: `water`, `geology`.
    pub(super) portfolio: BTreeSet<String>,
    /// `first`, `second`: the number of one among like posts.
    pub(super) order: Option<String>,
    pub(super) tense: RoleTense,
    /// `then`, `late`: the role is of the past only in the telling.
    pub(super) told: bool,
    /// `chief`, `state`: there is one such post.
    pub(super) sole: bool,
}

pub(super) struct Word {
    pub(super) folded: String,
    pub(super) capital: bool,
}

pub(super) struct Post {
    /// The number of the synonym line, or the word.
    pub(super) sense: Vec<String>,
    pub(super) words: String,
    pub(super) sort: String,
}

/// What a minister or a professor (the post before `stop`, which ends at `end`) is of, and the number before a post.
fn told_apart_by(words: &[Word], end: usize, stop: usize, lexicon: &Lexicon) -> (BTreeSet<String>, Option<String>) {
    let sorted = |k: usize, sort: &str| words.get(k).is_some_and(|w| says(lexicon, &w.folded, sort));
    let order = (0..end).rev().find(|&k| sorted(k, "order")).and_then(|k| words.get(k)).map(|w| w.folded.clone());
    let mut portfolio = BTreeSet::new();
    if end.checked_sub(1).is_some_and(|head| sorted(head, "portfolio")) {
        // `the water minister of Norland`, `the minister of water`, `professor of modern history at Arden`
        let after = words
            .iter()
            .skip(stop)
            .take_while(|w| matches!(w.folded.as_str(), "of" | "for" | "and" | "the") || !is_preposition(&w.folded));
        let near: Vec<&str> = words.iter().take(end).chain(after).map(|w| w.folded.as_str()).collect();
        for (i, word) in near.iter().enumerate() {
            let two = near.get(i + 1).and_then(|next| lexicon.phrase(List::Portfolio, &format!("{word} {next}")));
            portfolio.extend(two.or_else(|| lexicon.phrase(List::Portfolio, word)).map(|e| fold(&e.text)));
        }
    }
    (portfolio, order)
}

impl Office {
    pub(super) fn read(text: &str, tense: RoleTense, lexicon: &Lexicon) -> Option<Self> {
        let mut words: Vec<Word> = text
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')'))
            .map(|w| {
                w.trim_end_matches("'s").trim_end_matches("\u{2019}s").trim_matches(|c: char| !c.is_alphanumeric())
            })
            .filter(|w| !w.is_empty())
            .map(|w| Word {
                folded: fold(w).chars().filter(|&c| c != '.').collect(),
                // `Under-21s coach`, at the head of a sentence, names no body.
                capital: w.chars().next().is_some_and(char::is_uppercase)
                    && !w.split_once('-').is_some_and(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_digit())),
            })
            .collect();
        // `a driver from Port Vell`: where somebody is from is no part of the post.
        let from = words.iter().position(|w| w.folded == "from").filter(|&p| p > 0).unwrap_or(words.len());
        words.truncate(from);
        let told = words.iter().any(|w| matches!(w.folded.as_str(), "then" | "late"));
        // The post: the last title before the first preposition, the longest that ends there.
        let stop = (1..words.len()).find(|&p| ends_post(&words, p, lexicon)).unwrap_or(words.len());
        let (start, end, post) = post_before(&words, stop, lexicon)?;
        let mut step = BTreeSet::new();
        let mut body = Vec::new();
        let outside = words.iter().enumerate().filter(|(i, _)| !(start..end).contains(i));
        let functions =
            outside.filter_map(|(_, w)| lexicon.phrase(List::RoleFunction, &w.folded)).map(|e| fold(&e.text));
        let functions = functions.collect();
        let tasks = tasks(&words, end, lexicon);
        let (portfolio, order) = told_apart_by(&words, end, stop, lexicon);
        let sole = words.iter().take(end).any(|w| says(lexicon, &w.folded, "official"));
        for (i, w) in words.into_iter().enumerate() {
            if (start..end).contains(&i) {
                continue;
            }
            let f = w.folded.as_str();
            let before = i < start;
            let small = is_preposition(f) || matches!(f, "the" | "a" | "an" | "and");
            if before && says(lexicon, f, "step") {
                step.insert(w.folded);
            } else if !(small
                || before && (says(lexicon, f, "colour") || lexicon.lookup(f).0.has(List::Title) && !w.capital)
                || !portfolio.is_empty() && lexicon.lookup(f).0.has(List::Portfolio))
            {
                body.push(w);
            }
        }
        for word in post.words.split(' ').filter(|w| says(lexicon, w, "step")) {
            step.insert(word.to_owned());
        }
        Some(Self { post, step, body, functions, tasks, portfolio, order, tense, told, sole })
    }
}

/// What the words of a role say that its post, which ends at `end`, is a post for: those before it, or right after `of`
/// (`head of security`, not `head of the security committee`).
fn tasks(words: &[Word], end: usize, lexicon: &Lexicon) -> BTreeSet<String> {
    let word = |i: usize| words.get(i).map(|w| w.folded.as_str());
    let mut out = BTreeSet::new();
    for (i, w) in words.iter().enumerate() {
        let two = word(i + 1).and_then(|next| lexicon.phrase(List::RoleFunction, &format!("{} {next}", w.folded)));
        let (found, next) = match two {
            Some(e) => (Some(e), i + 2),
            None => (lexicon.phrase(List::RoleFunction, &w.folded), i + 1),
        };
        let behind = i.checked_sub(1).and_then(word).is_some_and(|w| matches!(w, "of" | "for"));
        let ends = word(next)
            .is_none_or(|w| is_preposition(w) || w == "and" || lexicon.phrase(List::RoleFunction, w).is_some());
        let found = found.filter(|_| i < end || behind && ends).map(|e| fold(&e.text));
        // `the union's chief`
        out.extend(found.filter(|f| i + 1 != end || f != WHOLE));
    }
    if out.len() > 1 {
        out.remove(WHOLE);
    }
    out
}

/// Whether the preposition at `p` leads from a post to its body, and is no word of the post (`chief of staff`).
fn ends_post(words: &[Word], p: usize, lexicon: &Lexicon) -> bool {
    let inside = || {
        let around = words.get(p - 1..p + 2).map(|ws| [&ws[0], &ws[1], &ws[2]].map(|w| w.folded.as_str()).join(" "));
        around.is_some_and(|phrase| title(&phrase, lexicon).is_some())
    };
    is_preposition(&words[p].folded) && !inside()
}

/// Prepositions that lead from a post to its body.
fn is_preposition(word: &str) -> bool {
    matches!(word, "of" | "at" | "for" | "in" | "with" | "from" | "to" | "on")
}

/// Whether [`List::RoleWord`] says this of an already folded word.
pub(super) fn says(lexicon: &Lexicon, word: &str, sort: &str) -> bool {
    let entry = if word.contains('-') {
        lexicon.phrase(List::RoleWord, &word.replace('-', " - "))
    } else {
        lexicon.entry_of(List::RoleWord, word)
    };
    entry.is_some_and(|e| e.field(0).split(' ').any(|s| s == sort))
}

/// The longest title that ends at `stop`, or the last one before it: its place and what it is.
fn post_before(words: &[Word], stop: usize, lexicon: &Lexicon) -> Option<(usize, usize, Post)> {
    for end in (1..=stop).rev() {
        for start in end.saturating_sub(4)..end {
            let phrase = words[start..end].iter().map(|w| w.folded.as_str()).collect::<Vec<_>>().join(" ");
            let Some((sort, name)) = title(&phrase, lexicon) else { continue };
            // `deputy governor` is a step below `governor`; a `police chief` is the head of something.
            let parts: Vec<&str> = phrase.split(' ').filter(|w| !says(lexicon, w, "step")).collect();
            let bare = if parts.is_empty() { name.clone() } else { parts.join(" ") };
            let mut sense = senses(&bare, lexicon);
            let last = parts.last().copied().unwrap_or_default();
            let mut from = start;
            let mut own = sense.first().map_or(bare.clone(), |s| lead_word(s, &bare, lexicon));
            if parts.len() > 1 && says(lexicon, last, "leading") {
                sense.extend(senses(last, lexicon));
                from = end - 1;
                own = last.to_owned();
            }
            let steps = phrase.split(' ').filter(|w| says(lexicon, w, "step")).collect::<Vec<_>>().join(" ");
            let words = if steps.is_empty() { own } else { format!("{steps} {own}") };
            return Some((from, end, Post { sense, words, sort }));
        }
    }
    // `leads the agency`
    let first = words.first()?;
    says(lexicon, &first.folded, "leading").then(|| {
        let sense = senses(&first.folded, lexicon);
        (0, 1, Post { sense, words: first.folded.clone(), sort: "office".to_owned() })
    })
}

/// The usual word of a sense, for posts; generic ones keep their own.
fn lead_word(sense: &str, own: &str, lexicon: &Lexicon) -> String {
    if says(lexicon, own, "leading") { own.to_owned() } else { sense.to_owned() }
}

pub(super) fn title(phrase: &str, lexicon: &Lexicon) -> Option<(String, String)> {
    // `co-pilot` is cut at its mark
    let cut = if phrase.contains(' ') { phrase.to_owned() } else { phrase.replace('-', " - ") };
    let e = lexicon.phrase(List::Title, &cut)?;
    (e.field(0) != "address").then(|| (e.field(0).to_owned(), fold(&e.text)))
}

/// The senses of a post: the first words of the synonym lines that hold it, and itself.
pub(super) fn senses(phrase: &str, lexicon: &Lexicon) -> Vec<String> {
    let mut out: Vec<String> =
        lexicon.lines_of(List::RoleSynonym, phrase).into_iter().map(|(_, line)| fold(&line.text)).collect();
    // A line may hold a word twice, with a mark and without (`fiancé`).
    out.dedup();
    out.push(phrase.to_owned());
    out
}

#[cfg(test)]
mod tests {
    use super::senses;
    use crate::lexicon::{Entry, Lexicon, List};
    use crate::text::fold::fold;

    #[test]
    fn every_word_for_a_post_leads_to_its_lines() {
        let lexicon = Lexicon::english();
        for f in lexicon.entries(List::RoleSynonym).flat_map(|e| std::iter::once(&e.text).chain(&e.fields)) {
            let phrase = fold(f);
            let holds = |e: &&Entry| std::iter::once(&e.text).chain(&e.fields).any(|f| fold(f) == phrase);
            let mut all: Vec<String> =
                lexicon.entries(List::RoleSynonym).filter(holds).map(|e| fold(&e.text)).collect();
            all.dedup();
            all.push(phrase.clone());
            assert_eq!(senses(&phrase, &lexicon), all);
        }
    }
}
