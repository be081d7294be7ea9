use super::{COPIED, Copy, CopyKind, SHARED, copies, shingle::Shingles};
use crate::pipeline::Corroborator;
use crate::text::article::Article;

/// Sentences of made-up words, the same for the same seed.
fn prose(seed: u64, sentences: usize) -> Vec<String> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = move |n: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % n
    };
    (0..sentences)
        .map(|_| {
            let words: Vec<String> = (0..8 + next(12)).map(|_| format!("word{}", next(3000))).collect();
            format!("The {}.", words.join(" "))
        })
        .collect()
}

fn of(articles: &[Article]) -> Vec<Copy> {
    let english = Corroborator::english();
    let found: Vec<_> = articles.iter().map(|a| english.extract(a)).collect();
    copies(articles, &found)
}

/// What every pair of articles shares, without an index.
fn exact(articles: &[Article]) -> Vec<([String; 2], usize)> {
    let english = Corroborator::english();
    let shingles: Vec<Shingles> = articles.iter().map(|a| Shingles::new(&a.text, &english.extract(a))).collect();
    let mut out = Vec::new();
    for (i, a) in articles.iter().enumerate() {
        for (j, b) in articles.iter().enumerate().skip(i + 1) {
            let shared = shingles[i].shared_with(&shingles[j]);
            let least = shingles[i].grams.len().min(shingles[j].grams.len());
            if shared as f64 >= SHARED * least as f64 && shared >= super::FEWEST.min(least) && shared > 0 {
                out.push(([a.id.clone(), b.id.clone()], shared));
            }
        }
    }
    out
}

#[test]
fn the_index_finds_what_all_pairs_would() {
    let mut articles: Vec<Article> = Vec::new();
    for n in 0..60u64 {
        // Every third article takes some sentences of the one before it, ever fewer.
        let mut text = prose(n, 20);
        if n % 3 == 1 {
            let taken = 1 + (n / 3) as usize % 12;
            text.splice(..taken, prose(n - 1, 20).into_iter().take(taken));
        }
        articles.push(Article::new(format!("a{n:02}"), text.join(" ")));
    }
    let want = exact(&articles);
    let mut got: Vec<_> = of(&articles).into_iter().map(|c| (c.articles, c.shared)).collect();
    got.sort();
    assert!(want.len() >= 18, "{}", want.len());
    assert_eq!(got, want);
}

#[test]
fn a_text_that_everyone_prints_is_not_held_each_against_each() {
    let text = prose(7, 20).join(" ");
    let articles: Vec<Article> =
        (0..200).map(|n| Article::new(format!("a{n:03}"), format!("{text} {}", prose(100 + n, 2).join(" ")))).collect();
    let copies = of(&articles);
    assert!((199..600).contains(&copies.len()), "{}", copies.len());
    assert!(articles.iter().all(|a| copies.iter().any(|c| c.articles.contains(&a.id))));
}

#[test]
fn direction_goes_by_time() {
    let text = prose(3, 12).join(" ");
    let at = |id: &str, day: &str| Article::new(id, &*text).with_published(day.parse().unwrap());
    let copies = of(&[at("a", "2024-03-02T08:00Z"), at("b", "2024-03-02T07:00Z")]);
    assert_eq!(copies[0].articles, ["b", "a"]);
    assert!(copies[0].directed);
    assert_eq!(copies[0].kind, CopyKind::Identical);
    let copies = of(&[at("a", "2024-03-02"), at("b", "2024-03")]);
    assert!(!copies[0].directed, "March holds the day");
}

#[test]
fn shared_quotations_are_no_copying() {
    let quote = prose(5, 3).join(" ");
    let mut articles = Vec::new();
    let mut found = Vec::new();
    for (id, seed) in [("a", 11), ("b", 12)] {
        let own = prose(seed, 8).join(" ");
        let article = Article::new(id, format!("{own}\n\n\"{quote}\" the minister said."));
        let mut extraction = Corroborator::english().extract(&article);
        let start = article.text.find('"').unwrap() + 1;
        let quoted = serde_json::json!({"start": start, "end": start + quote.len(), "kind": "direct"});
        extraction.quotes = vec![serde_json::from_value(quoted).unwrap()];
        articles.push(article);
        found.push(extraction);
    }
    assert_eq!(copies(&articles, &found), []);
}

#[test]
fn runs_give_the_same_words_on_both_sides() {
    let (own, other, shared) = (prose(21, 6), prose(22, 6), prose(23, 3).join(" "));
    let a = Article::new("a", format!("{} {shared} {}", own[..3].join(" "), own[3..].join(" ")));
    let b = Article::new("b", format!("{shared} {}", other.join(" ")).to_uppercase());
    let copies = of(&[a.clone(), b.clone()]);
    let run = copies[0].runs[0];
    assert_eq!(run.first.of(&a.text).to_uppercase(), run.second.of(&b.text));
    assert!(run.first.of(&a.text).starts_with(shared.trim_end_matches('.')));
    assert!(copies[0].containment >= COPIED);
}

#[test]
fn one_outlet_follows_itself_up() {
    let text = prose(31, 12);
    let a = Article::new("a", text.join(" ")).with_outlet("Harbour Post");
    let b = Article::new("b", text[4..].join(" ")).with_outlet("The Harbour Post");
    assert_eq!(of(&[a, b])[0].kind, CopyKind::FollowUp);
}
