//! The words in which versions of one utterance differ.

use crate::report::clean::{clip, one_line};
use crate::text::fold::fold;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A run of words. Runs set one after the other give the text: the space between two stands in the unchanged one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) text: String,
    /// Whether the other versions have other words here.
    pub(crate) changed: bool,
}

/// More differing words than these are not compared one by one: the whole stretch counts as changed.
const MAX_WORDS: usize = 400;
/// How many unchanged words stay on either side of a change; more are left out.
const CONTEXT: usize = 7;

struct Word {
    text: String,
    /// Folded, without punctuation: what is compared.
    key: String,
    changed: bool,
}

/// Splits each version into what it shares with the first and what it does not; in the first, a word is changed if any
/// other version lacks it. Long unchanged stretches are left out (`…`).
pub(crate) fn versions(texts: &[&str]) -> Vec<Vec<Piece>> {
    let mut words: Vec<Vec<Word>> = texts.iter().map(|t| cut(t)).collect();
    if let Some((first, others)) = words.split_first_mut() {
        others.iter_mut().for_each(|other| mark(first, other));
    }
    words.iter().map(|w| pieces(w)).collect()
}

fn cut(text: &str) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    for text in one_line(text).split(' ').filter(|w| !w.is_empty()) {
        let key = fold(text).trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        match out.last_mut() {
            // Punctuation that stands alone belongs to the word before it.
            Some(last) if key.is_empty() => {
                last.text.push(' ');
                last.text.push_str(text);
            }
            _ => out.push(Word { text: clip(text, 80), key, changed: false }),
        }
    }
    out
}

fn mark(a: &mut [Word], b: &mut [Word]) {
    let same = a.iter().zip(b.iter()).take_while(|(x, y)| x.key == y.key).count();
    let (a, b) = (a.get_mut(same..).unwrap_or_default(), b.get_mut(same..).unwrap_or_default());
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x.key == y.key).count();
    let (a_end, b_end) = (a.len() - tail, b.len() - tail);
    let (a, b) = (a.get_mut(..a_end).unwrap_or_default(), b.get_mut(..b_end).unwrap_or_default());
    if a.len() > MAX_WORDS || b.len() > MAX_WORDS {
        a.iter_mut().chain(b).for_each(|w| w.changed = true);
        return;
    }
    let keys = |words: &[Word]| words.iter().map(|w| w.key.clone()).collect::<Vec<_>>();
    for op in capture_diff_slices(Algorithm::Myers, &keys(a), &keys(b)) {
        if !matches!(op, DiffOp::Equal { .. }) {
            a.get_mut(op.old_range()).into_iter().flatten().for_each(|w| w.changed = true);
            b.get_mut(op.new_range()).into_iter().flatten().for_each(|w| w.changed = true);
        }
    }
}

fn pieces(words: &[Word]) -> Vec<Piece> {
    // One shared word between two changes (`the`) reads better inside one change? No: the editor wants the exact words.
    let mut near = vec![false; words.len()];
    for (i, _) in words.iter().enumerate().filter(|(_, w)| w.changed) {
        near.get_mut(i.saturating_sub(CONTEXT)..(i + CONTEXT + 1).min(words.len()))
            .into_iter()
            .flatten()
            .for_each(|n| *n = true);
    }
    if !near.contains(&true) {
        near.iter_mut().take(4 * CONTEXT).for_each(|n| *n = true);
    }
    let mut out: Vec<Piece> = Vec::new();
    let mut gap = false;
    for (word, near) in words.iter().zip(near) {
        if !near {
            gap = true;
            continue;
        }
        if std::mem::take(&mut gap) {
            push(&mut out, "…", false);
        }
        push(&mut out, &word.text, word.changed);
    }
    if gap {
        push(&mut out, "…", false);
    }
    out
}

fn push(out: &mut Vec<Piece>, text: &str, changed: bool) {
    match out.last_mut() {
        Some(last) if last.changed == changed => {
            last.text.push(' ');
            last.text.push_str(text);
        }
        Some(last) if changed => {
            last.text.push(' ');
            out.push(Piece { text: text.to_owned(), changed });
        }
        Some(_) => out.push(Piece { text: format!(" {text}"), changed }),
        None => out.push(Piece { text: text.to_owned(), changed }),
    }
}

#[cfg(test)]
mod tests {
    use super::versions;

    fn shown(texts: &[&str]) -> Vec<String> {
        let marked = |(i, v): (usize, Vec<super::Piece>)| {
            let (open, close) = if i == 0 { ("[-", "-]") } else { ("{+", "+}") };
            let piece = |p: super::Piece| if p.changed { format!("{open}{}{close}", p.text) } else { p.text };
            v.into_iter().map(piece).collect()
        };
        versions(texts).into_iter().enumerate().map(marked).collect()
    }

    #[test]
    fn differing_words_are_marked_and_punctuation_is_not() {
        let a = "we reserved for each other the possibility to call each other at any time";
        let b = "we kept, for each other, the right to call at any moment";
        assert_eq!(
            shown(&[a, b]),
            [
                "we [-reserved-] for each other the [-possibility-] to call [-each other-] at any [-time-]",
                "we {+kept,+} for each other, the {+right+} to call at any {+moment+}"
            ]
        );
        assert_eq!(shown(&["“It’s over”", "\"It's over.\""]), ["“It’s over”", "\"It's over.\""]);
    }

    #[test]
    fn long_shared_stretches_are_left_out() {
        let a = format!("{} end", "word ".repeat(40));
        let b = format!("{} stop", "word ".repeat(40));
        assert_eq!(shown(&[&a, &b])[1], "… word word word word word word word {+stop+}");
        assert_eq!(shown(&[&a, &a])[0].matches("word").count(), 28);
    }

    #[test]
    fn very_long_versions_stay_cheap() {
        let a: String = (0..3000).map(|n| format!("a{n} ")).collect();
        let b: String = (0..3000).map(|n| format!("b{n} ")).collect();
        assert!(versions(&[&a, &b])[0][0].changed);
    }
}
