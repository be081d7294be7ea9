//! Runs of articles of any size: what news is like, what repeats itself, and what nobody writes.

#![allow(dead_code, reason = "each test file uses a part of it")]

use corroborate::Article;

/// How a run of a given size (bytes of all articles together, about) is made.
pub(crate) type Make = fn(&[Article], usize) -> Vec<Article>;

/// Every sort of run, by name. Each is made of articles of one story.
pub(crate) const RUNS: [(&str, Make); 14] = [
    ("copies of a long article", |seeds, bytes| copies(seeds, bytes, 0)),
    ("copies that vary", |seeds, bytes| copies(seeds, bytes, 9)),
    ("copies, figures altered", figures_altered),
    ("each article many times over", many_times_over),
    ("many articles of one event", of_one_event),
    ("distinct sentences", distinct),
    ("one word", |_, bytes| two(bytes, |_, _| "ferry ".to_owned())),
    ("one sentence", |_, bytes| two(bytes, |_, _| "The ferry left the harbour at noon. ".to_owned())),
    ("one name", |_, bytes| {
        two(bytes, |w, n| format!("Anna Berger {} the {} near the {}. ", w.verb(n), w.noun(n + 1), w.noun(n + 2)))
    }),
    ("one number", |_, bytes| {
        two(bytes, |w, n| format!("The {} {} 14 {}s. ", w.noun(n), w.verb(n + 1), w.noun(n + 2)))
    }),
    ("one count, many values", |_, bytes| {
        two(bytes, |w, n| format!("At least {} people were injured near the {}. ", 11 + w.pick(n, 800), w.noun(n)))
    }),
    ("one speaker", |_, bytes| {
        two(bytes, |w, n| {
            format!("“We {} every {} of the {},” said Anna Berger. ", w.verb(n), w.noun(n + 1), w.noun(n + 2))
        })
    }),
    ("roles, ages and places of one person", |_, bytes| {
        two(bytes, |w, n| {
            let (noun, age) = (w.noun(n), 20 + w.pick(n + 1, 60));
            format!(
                "Anna Berger, {age}, {noun} of the {} at {} Mill Street in Orvik, was not hurt. ",
                w.noun(n + 2),
                w.pick(n, 90)
            )
        })
    }),
    ("what was denied", |_, bytes| {
        two(bytes, |w, n| {
            let thing = format!("signs of {} {}", w.noun(n), w.noun(n + 1));
            if w.pick(n, 2) == 0 {
                format!("There were no {thing}. ")
            } else {
                format!("Police found clear {thing} on June {}. ", 1 + w.pick(n, 28))
            }
        })
    }),
];

/// Words in a mixed but fixed order.
pub(crate) struct Words(u64);

impl Words {
    /// A number below `below`, of the `n`th sentence.
    pub(crate) fn pick(&self, n: usize, below: usize) -> usize {
        let mut x = (n as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ self.0.wrapping_mul(0xd6e8_feb8_6659_fd93);
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((x ^ (x >> 31)) % below as u64) as usize
    }

    fn noun(&self, n: usize) -> String {
        const NOUNS: [&str; 40] = [
            "bridge",
            "harbour",
            "council",
            "school",
            "hospital",
            "tunnel",
            "market",
            "factory",
            "minister",
            "station",
            "pipeline",
            "airport",
            "stadium",
            "museum",
            "library",
            "reservoir",
            "union",
            "regulator",
            "court",
            "bank",
            "farmer",
            "teacher",
            "engineer",
            "surgeon",
            "pilot",
            "tanker",
            "truck",
            "train",
            "convoy",
            "warehouse",
            "budget",
            "contract",
            "licence",
            "ballot",
            "verdict",
            "audit",
            "strike",
            "storm",
            "fire",
            "flood",
        ];
        // Most words of a text are rare: two in three are made up.
        if self.pick(n, 3) == 0 { NOUNS[self.pick(n + 7, 40)].to_owned() } else { self.made_up(n) }
    }

    fn verb(&self, n: usize) -> &'static str {
        const VERBS: [&str; 16] = [
            "closed",
            "opened",
            "inspected",
            "damaged",
            "sold",
            "approved",
            "rejected",
            "searched",
            "visited",
            "repaired",
            "blocked",
            "funded",
            "painted",
            "guarded",
            "emptied",
            "crossed",
        ];
        VERBS[self.pick(n + 3, 16)]
    }

    /// A word of two to four syllables; the commonest come far more often than others.
    fn made_up(&self, n: usize) -> String {
        const SYLLABLES: [&str; 20] = [
            "bar", "lin", "tor", "ved", "mas", "kel", "dro", "pin", "sal", "gur", "fen", "hol", "wix", "jat", "ren",
            "cub", "nym", "os", "ar", "eth",
        ];
        let rank = (20_000f64 * (self.pick(n + 11, 1 << 20) as f64 / (1u64 << 20) as f64).powi(3)) as usize;
        [rank % 20, rank / 20 % 20, rank / 400 % 20, rank / 8000]
            .iter()
            .take(2 + usize::from(rank >= 400) + usize::from(rank >= 8000))
            .map(|&s| SYLLABLES[s])
            .collect()
    }
}

/// Two articles of as many sentences as fit, each made of its number.
fn two(bytes: usize, sentence: impl Fn(&Words, usize) -> String) -> Vec<Article> {
    (0..2)
        .map(|a| {
            let (words, mut text, mut n) = (Words(a), String::new(), 0);
            while text.len() < bytes / 2 {
                text.push_str(&sentence(&words, n * 16));
                n += 1;
                if n % 5 == 0 {
                    text.push_str("\n\n");
                }
            }
            Article::new(format!("a{a}"), text)
        })
        .collect()
}

/// The paragraphs of all articles, one after another.
fn paragraphs(seeds: &[Article]) -> Vec<&str> {
    seeds.iter().flat_map(|a| a.text.split("\n\n")).map(str::trim).filter(|p| !p.is_empty()).collect()
}

/// Five copies of one article as long as asked, made of the paragraphs of `seeds` again and again. With `vary` every so
/// many'th word of a copy is another.
fn copies(seeds: &[Article], bytes: usize, vary: usize) -> Vec<Article> {
    let parts = paragraphs(seeds);
    let mut text = String::new();
    for p in parts.iter().cycle() {
        if text.len() >= bytes / 5 {
            break;
        }
        text.push_str(p);
        text.push_str("\n\n");
    }
    (0..5)
        .map(|copy| {
            let words = Words(copy);
            let one = |(n, w): (usize, &str)| {
                if vary > 0 && words.pick(n, vary) == 0 && w.len() > 4 && !w.contains('\n') {
                    format!("{} ", words.made_up(n))
                } else {
                    w.to_owned()
                }
            };
            Article::new(format!("a{copy}"), text.split_inclusive(' ').enumerate().map(one).collect::<String>())
        })
        .collect()
}

/// The same, every figure another one at every place.
fn figures_altered(seeds: &[Article], bytes: usize) -> Vec<Article> {
    let mut out = copies(seeds, bytes, 0);
    for (a, article) in (0..).zip(&mut out) {
        let (words, mut n) = (Words(a), 0);
        article.text = article
            .text
            .chars()
            .map(|c| {
                n += 1;
                if c.is_ascii_digit() { char::from(b'1' + words.pick(n, 9) as u8) } else { c }
            })
            .collect();
    }
    out
}

/// Every article of the story, each repeated.
fn many_times_over(seeds: &[Article], bytes: usize) -> Vec<Article> {
    let whole: usize = seeds.iter().map(|a| a.text.len() + 2).sum();
    let mut out = seeds.to_vec();
    out.iter_mut().for_each(|a| a.text = format!("{}\n\n", a.text.trim_end()).repeat((bytes / whole).max(1)));
    out
}

/// Articles of about 3 kB, each of paragraphs that the story's articles have, with sentences of its own between.
fn of_one_event(seeds: &[Article], bytes: usize) -> Vec<Article> {
    let parts = paragraphs(seeds);
    (0..(bytes / 3000).max(2))
        .map(|a| {
            let (words, mut text, mut n) = (Words(a as u64), String::new(), 0);
            while text.len() < 3000 {
                text.push_str(parts[words.pick(n, parts.len())]);
                text.push_str(&format!(
                    " The {} {} the {} of the {}.\n\n",
                    words.noun(n),
                    words.verb(n),
                    words.noun(n + 1),
                    words.noun(n + 2)
                ));
                n += 16;
            }
            Article::new(format!("a{a:04}"), text)
        })
        .collect()
}

/// Two articles whose sentences are all different, though made of much the same words.
fn distinct(_: &[Article], bytes: usize) -> Vec<Article> {
    two(bytes, |w, n| {
        let (a, b, c, d) = (w.noun(n), w.noun(n + 1), w.noun(n + 2), w.noun(n + 3));
        let place = ["Orvik", "Holmfleet", "Port Vell", "Kingsmere"][w.pick(n, 4)];
        match w.pick(n + 5, 5) {
            0 => format!("The {a} {} the {b} in {place} on June {}, officials said. ", w.verb(n), 1 + w.pick(n, 28)),
            1 => format!("“The {a} was not {} by the {b},” said Mr. {}. ", w.verb(n), capital(&w.made_up(n + 4))),
            2 => format!("At least {} people near the {a} {} the {c} after the {d}. ", 4 + w.pick(n, 900), w.verb(n)),
            3 => format!(
                "{} {}, the {a} of {place}, {} the {b} and the {c}. ",
                capital(&w.made_up(n)),
                capital(&w.made_up(n + 1)),
                w.verb(n)
            ),
            _ => format!("Nobody at the {a} knew why the {b} {} the {c} or the {d} that week. ", w.verb(n)),
        }
    })
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}
