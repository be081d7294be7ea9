//! The scored sets under `tests/sets`: news sentences of many kinds with what they should give, counted as a whole.
//!
//! Where a case file pins what is right, a set measures how much is right: a miss is printed, not forbidden, and the
//! test fails only where the figures fall below a floor that stands just under what is reached. What a block looks
//! like stands at the head of each file. Run with `--nocapture` to read the figures and every miss.

use corroborate::claim::actor::ActorKind;
use corroborate::claim::quantity::{Amount, Quantity};
use corroborate::claim::quote::{Quote, QuoteKind};
use corroborate::{Article, Corroborator, PartialDate, Span};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::LazyLock;

static ENGLISH: LazyLock<Corroborator> = LazyLock::new(Corroborator::english);

struct Block {
    line: usize,
    article: Article,
    gold: Vec<String>,
}

/// Reads a set; anything malformed stops the test with its line.
fn blocks(file: &str) -> Vec<Block> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sets").join(file);
    let text = std::fs::read_to_string(path).expect("a set file");
    let mut out: Vec<Block> = Vec::new();
    let mut open: Option<Block> = None;
    for (n, line) in text.lines().enumerate() {
        if line.is_empty() {
            out.extend(open.take().filter(|b| !b.article.text.is_empty()));
            continue;
        }
        if line.starts_with('#') {
            continue;
        }
        let block = open.get_or_insert_with(|| Block { line: n + 1, article: Article::new("a", ""), gold: Vec::new() });
        if let Some(date) = line.strip_prefix("@ published ") {
            block.article.published = Some(date.parse().expect("an EDTF date"));
        } else if let Some(words) = line.strip_prefix("> ") {
            assert!(block.gold.is_empty(), "tests/sets/{file}:{}: text after its answers", n + 1);
            let sep = if block.article.text.is_empty() { "" } else { "\n" };
            let _ = write!(block.article.text, "{sep}{words}");
        } else {
            assert!(!block.article.text.is_empty(), "tests/sets/{file}:{}: an answer without a text", n + 1);
            block.gold.push(line.to_owned());
        }
    }
    out.extend(open);
    out
}

/// Right ones of those found and of those wanted.
#[derive(Default)]
struct Tally {
    right: u32,
    found: u32,
    wanted: u32,
}

impl Tally {
    fn f(&self) -> f64 {
        2.0 * f64::from(self.right) / f64::from((self.found + self.wanted).max(1))
    }

    fn precision(&self) -> f64 {
        f64::from(self.right) / f64::from(self.found.max(1))
    }

    fn recall(&self) -> f64 {
        f64::from(self.right) / f64::from(self.wanted.max(1))
    }
}

/// Fails below the floors, and prints what is reached and what is missed.
#[expect(clippy::print_stdout, reason = "the figures and misses are what a set is read for")]
fn report(file: &str, figures: &[(&str, &Tally, f64)], misses: &str) {
    let mut head = format!("{file}:");
    for (name, tally, floor) in figures {
        let (p, r, f) = (tally.precision(), tally.recall(), tally.f());
        let _ = write!(head, " {name} P {p:.3} R {r:.3} F {f:.3} (floor {floor})");
    }
    println!("{head}\n{misses}");
    for (name, tally, floor) in figures {
        assert!(tally.f() >= *floor, "{head}: {name} has fallen\n{misses}");
    }
}

struct Wanted<'a> {
    low: f64,
    high: f64,
    unit: &'a str,
    of: &'a str,
    bound: &'a str,
}

impl<'a> Wanted<'a> {
    fn new(line: &'a str) -> Self {
        let mut fields = line.split(" | ");
        let mut field = || fields.next().unwrap_or_else(|| panic!("four fields in {line:?}"));
        let value = field();
        let (a, b) = value.split_once("..").unwrap_or((value, value));
        let number = |s: &str| s.parse::<f64>().unwrap_or_else(|_| panic!("a number in {line:?}"));
        let (unit, of, bound) = (field(), field(), field());
        Self { low: number(a), high: number(b), unit, of, bound }
    }

    fn has_value(&self, q: &Quantity) -> bool {
        let close = |a: f64, b: f64| (a.abs() - b.abs()).abs() <= 1e-8 + 1e-5 * a.abs();
        match q.value {
            Some(Amount::Number(n)) => close(self.low, n) && close(self.high, n),
            Some(Amount::Range([a, b])) => close(self.low, a) && close(self.high, b),
            _ => false,
        }
    }

    fn has_bound(&self, q: &Quantity) -> bool {
        serde_json::to_value(q.bound).is_ok_and(|b| b.as_str() == Some(self.bound))
    }

    /// The same unit; where there is none, what is counted shares a word.
    fn has_unit(&self, q: &Quantity) -> bool {
        if self.unit != "-" || q.unit.is_some() {
            return q.unit.as_deref() == Some(self.unit);
        }
        let words = |s: &str| -> Vec<String> {
            s.split([' ', '-']).map(|w| w.to_ascii_lowercase().trim_end_matches('s').to_owned()).collect()
        };
        let (want, got) = (words(self.of), words(q.of.as_deref().unwrap_or("-")));
        self.of == "-" || want.iter().any(|w| got.contains(w))
    }
}

/// Value, value and bound, value and unit.
fn quantities(file: &str, floors: [f64; 3]) {
    let mut tallies = [Tally::default(), Tally::default(), Tally::default()];
    let mut misses = String::new();
    for block in blocks(file) {
        let found = ENGLISH.extract(&block.article).quantities;
        let mut free: Vec<&Quantity> = found.iter().filter(|q| q.value.is_some()).collect();
        let gold: Vec<Wanted> = block.gold.iter().map(|l| Wanted::new(l)).collect();
        for t in &mut tallies {
            t.found += u32::try_from(free.len()).unwrap_or(u32::MAX);
            t.wanted += u32::try_from(gold.len()).unwrap_or(u32::MAX);
        }
        let at = format!("  {}:", block.line);
        for (g, line) in gold.iter().zip(&block.gold) {
            let Some(i) = free.iter().position(|q| g.has_value(q)) else {
                let _ = writeln!(misses, "{at} missed {line} in {:?}", block.article.text);
                continue;
            };
            let q = free.remove(i);
            let (bound, unit) = (g.has_bound(q), g.has_unit(q));
            for (t, ok) in tallies.iter_mut().zip([true, bound, unit]) {
                t.right += u32::from(ok);
            }
            if !(bound && unit) {
                let _ = writeln!(misses, "{at} {line}, got {:?} {:?} {:?} {:?}", q.text, q.unit, q.of, q.bound);
            }
        }
        for q in free {
            let _ = writeln!(misses, "{at} extra {:?} {:?} in {:?}", q.text, q.value, block.article.text);
        }
    }
    let [value, bound, unit] = &tallies;
    report(file, &[("value", value, floors[0]), ("bound", bound, floors[1]), ("unit", unit, floors[2])], &misses);
}

fn dates(file: &str, floor: f64) {
    let mut tally = Tally::default();
    let mut misses = String::new();
    for block in blocks(file) {
        let text = &block.article.text;
        let found = ENGLISH.extract(&block.article).dates;
        let mut free: Vec<_> = found.iter().filter(|d| d.value.is_some()).collect();
        let at = format!("  {}:", block.line);
        let (mut from, mut wanted) = (0, 0);
        for line in &block.gold {
            let (words, value) = line.rsplit_once(" = ").expect("words = value");
            let start = from + text.get(from..).and_then(|t| t.find(words)).unwrap_or_else(|| panic!("{at} {words:?}"));
            from = start + words.len();
            let here = free.iter().position(|d| d.span.start() < from && start < d.span.end());
            let got = here.map(|i| free.remove(i));
            if value == "*" {
                continue;
            }
            wanted += 1;
            tally.found += u32::from(got.is_some());
            let want: PartialDate = value.parse().unwrap_or_else(|_| panic!("{at} {value:?} is no EDTF date"));
            let value_of = |v: &PartialDate| (v.days(), v.to_string().get(10..16).map(str::to_owned));
            match got.and_then(|d| d.value.as_ref()) {
                Some(v) if v.days() == want.days() && (!value.contains('T') || value_of(v).1 == value_of(&want).1) => {
                    tally.right += 1;
                }
                v => {
                    let got = v.map_or_else(|| "nothing".to_owned(), ToString::to_string);
                    let _ = writeln!(misses, "{at} {line}, got {got} in {text:?}");
                }
            }
        }
        tally.wanted += wanted;
        tally.found += u32::try_from(free.len()).unwrap_or(u32::MAX);
        for d in free {
            let _ =
                writeln!(misses, "{at} extra {:?} {:?} in {text:?}", d.text, d.value.as_ref().map(ToString::to_string));
        }
    }
    report(file, &[("value", &tally, floor)], &misses);
}

/// Takes the marks `[P Ann Porter]` out of a text: the bare text, and where each name stands in it with its letter.
fn unmarked(text: &str, at: &str) -> (String, Vec<(usize, usize, char)>) {
    let (mut bare, mut names) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some((before, marked)) = rest.split_once('[') {
        let (name, after) = marked.split_once(']').unwrap_or_else(|| panic!("{at} a mark without an end"));
        let (letter, name) = name.split_once(' ').unwrap_or_else(|| panic!("{at} a mark without a name"));
        bare.push_str(before);
        names.push((bare.len(), bare.len() + name.len(), letter.parse().expect("P, O, L or M")));
        bare.push_str(name);
        rest = after;
    }
    bare.push_str(rest);
    (bare, names)
}

/// Spans with their kind, and spans alone; a name marked `M` counts neither way where it is taken for no actor.
fn actors(file: &str, floors: [f64; 2]) {
    let (mut typed, mut untyped) = (Tally::default(), Tally::default());
    let mut misses = String::new();
    for mut block in blocks(file) {
        let at = format!("  {}:", block.line);
        let (bare, gold) = unmarked(&block.article.text, &at);
        block.article.text = bare;
        let text = &block.article.text;
        let letter = |kind: ActorKind| match kind {
            ActorKind::Person => 'P',
            ActorKind::Organisation => 'O',
            ActorKind::Place => 'L',
            _ => 'M',
        };
        let mut found: Vec<(usize, usize, char)> = Vec::new();
        for actor in ENGLISH.extract(&block.article).actors {
            found.extend(actor.mentions.iter().map(|m| (m.start(), m.end(), letter(actor.kind))));
        }
        found.retain(|f| f.2 != 'M' || !gold.contains(f));
        let wanted: Vec<_> = gold.iter().filter(|g| g.2 != 'M').collect();
        typed.found += u32::try_from(found.iter().filter(|f| f.2 != 'M').count()).unwrap_or(u32::MAX);
        untyped.found += u32::try_from(found.len()).unwrap_or(u32::MAX);
        for tally in [&mut typed, &mut untyped] {
            tally.wanted += u32::try_from(wanted.len()).unwrap_or(u32::MAX);
        }
        for &&(start, end, kind) in &wanted {
            let name = text.get(start..end).unwrap_or("");
            match found.iter().find(|f| (f.0, f.1) == (start, end)) {
                Some(f) => {
                    untyped.right += 1;
                    typed.right += u32::from(f.2 == kind);
                    if f.2 != kind {
                        let _ = writeln!(misses, "{at} {kind} {name:?}, got {}", f.2);
                    }
                }
                None => {
                    let _ = writeln!(misses, "{at} missed {kind} {name:?}");
                }
            }
        }
        for f in found.iter().filter(|f| !wanted.iter().any(|g| (g.0, g.1) == (f.0, f.1))) {
            let _ = writeln!(misses, "{at} extra {} {:?}", f.2, text.get(f.0..f.1).unwrap_or(""));
        }
    }
    report(file, &[("typed", &typed, floors[0]), ("untyped", &untyped, floors[1])], &misses);
}

#[test]
fn actors_of_the_first_set() {
    actors("actors.txt", [0.925, 0.965]);
}

/// How much of two stretches of text is the same: shared bytes of all bytes.
fn overlap(a: Span, b: Span) -> f64 {
    let shared = a.end().min(b.end()).saturating_sub(a.start().max(b.start()));
    let all = a.len() + b.len() - shared;
    f64::from(u32::try_from(shared).unwrap_or(0)) / f64::from(u32::try_from(all.max(1)).unwrap_or(u32::MAX))
}

/// Whether one is part of the other, or both end in one word: `The central bank`, `central bank`.
fn same_mention(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_ascii_lowercase(), b.to_ascii_lowercase());
    a.contains(&b) || b.contains(&a) || a.rsplit(' ').next() == b.rsplit(' ').next()
}

/// As [`same_mention`], and where all words of one are among those of the other.
fn same_speaker(a: &str, b: &str) -> bool {
    let words = |s: &str| -> Vec<String> {
        let words = s.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && *w != "the");
        words.map(str::to_ascii_lowercase).collect()
    };
    let (a, b) = (words(a), words(b));
    let within = |a: &[String], b: &[String]| a.iter().all(|w| b.contains(w));
    a.last() == b.last() || within(&a, &b) || within(&b, &a)
}

/// Speakers of the quotations between marks.
fn speakers(file: &str, floor: f64) {
    let mut tally = Tally::default();
    let mut misses = String::new();
    for block in blocks(file) {
        let text = &block.article.text;
        let found = ENGLISH.extract(&block.article).quotes;
        for line in &block.gold {
            let at = format!("  {}:", block.line);
            let (speaker, words) = line.split_once(" | ").unwrap_or_else(|| panic!("{at} two fields in {line:?}"));
            let start = text.find(words).unwrap_or_else(|| panic!("{at} {words:?} is not in the text"));
            let quote = found.iter().find(|q| q.kind != QuoteKind::Indirect && q.span.start() == start);
            let got = quote.and_then(|q| q.speaker.as_ref()).map(|s| s.name.as_str());
            let right = got.is_some_and(|g| same_speaker(speaker, g));
            tally.wanted += u32::from(speaker != "-");
            tally.found += u32::from(got.is_some());
            tally.right += u32::from(right);
            if !right && (got.is_some() || speaker != "-") {
                let _ = writeln!(misses, "{at} {line}, got {got:?}");
            }
        }
    }
    report(file, &[("speaker", &tally, floor)], &misses);
}

/// Pieces of reported speech found; of those found, their speakers and cues.
fn reported(file: &str, floors: [f64; 3]) {
    let mut tallies = [Tally::default(), Tally::default(), Tally::default()];
    let mut misses = String::new();
    for block in blocks(file) {
        let text = &block.article.text;
        let found = ENGLISH.extract(&block.article).quotes;
        let mut free: Vec<&Quote> = found.iter().filter(|q| q.kind == QuoteKind::Indirect).collect();
        tallies[0].found += u32::try_from(free.len()).unwrap_or(u32::MAX);
        tallies[0].wanted += u32::try_from(block.gold.len()).unwrap_or(u32::MAX);
        let at = format!("  {}:", block.line);
        let mentioned = |q: &Quote| q.speaker.as_ref().map_or("-", |s| s.span.of(text)).to_owned();
        for line in &block.gold {
            let fields: Vec<&str> = line.split(" | ").collect();
            let [speaker, cue, content] = fields[..] else { panic!("{at} three fields in {line:?}") };
            let start = text.find(content).unwrap_or_else(|| panic!("{at} {content:?} is not in the text"));
            let want = Span::new(start, start + content.len());
            let best = (0..free.len()).max_by(|a, b| {
                let of = |i: &usize| overlap(free[*i].span, want);
                of(a).total_cmp(&of(b))
            });
            let Some(i) = best.filter(|i| overlap(free[*i].span, want) > 0.5) else {
                let _ = writeln!(misses, "{at} missed {line} in {text:?}");
                continue;
            };
            let q = free.remove(i);
            let spoke = mentioned(q);
            let who = if speaker == "-" { spoke == "-" } else { spoke != "-" && same_mention(speaker, &spoke) };
            let how = q.cue.as_deref().is_some_and(|c| same_mention(c, cue));
            tallies[0].right += 1;
            for (t, ok) in tallies[1..].iter_mut().zip([who, how]) {
                t.right += u32::from(ok);
                t.found += 1;
                t.wanted += 1;
            }
            if !(who && how) {
                let _ = writeln!(misses, "{at} {line}, got {spoke:?} {:?}", q.cue);
            }
        }
        for q in free {
            let _ = writeln!(misses, "{at} extra {} {:?} {:?}", mentioned(q), q.cue, q.span.of(text));
        }
    }
    let [content, speaker, cue] = &tallies;
    report(file, &[("content", content, floors[0]), ("speaker", speaker, floors[1]), ("cue", cue, floors[2])], &misses);
}

#[test]
fn actors_of_the_second_set() {
    actors("actors_later.txt", [0.9, 0.95]);
}

#[test]
fn quantities_of_the_first_set() {
    quantities("quantities.txt", [0.99, 0.98, 0.985]);
}

#[test]
fn dates_of_the_first_set() {
    dates("dates.txt", 0.985);
}

#[test]
fn quantities_of_the_second_set() {
    quantities("quantities_later.txt", [0.98, 0.97, 0.97]);
}

#[test]
fn dates_of_the_second_set() {
    dates("dates_later.txt", 0.985);
}

#[test]
fn quantities_in_short_texts() {
    quantities("quantities_short.txt", [0.985, 0.985, 0.97]);
}

#[test]
fn dates_in_short_texts() {
    dates("dates_short.txt", 0.95);
}

#[test]
fn reported_speech() {
    reported("reported_speech.txt", [0.93, 0.97, 0.98]);
}

#[test]
fn reported_speech_of_the_second_set() {
    reported("reported_speech_later.txt", [0.90, 0.97, 0.98]);
}

#[test]
fn speakers_of_the_first_set() {
    speakers("speakers.txt", 0.92);
}

#[test]
fn speakers_of_the_second_set() {
    speakers("speakers_later.txt", 0.91);
}
