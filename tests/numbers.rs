//! Dates and quantities on text that nobody writes: no panic, spans that stand in the text, time that grows with it.

use corroborate::Lexicon;
use corroborate::claim::quantity::quantities;
use corroborate::claim::timex::dates;
use corroborate::text::document::Document;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

static ENGLISH: LazyLock<Lexicon> = LazyLock::new(Lexicon::english);

/// Pieces of which dates and quantities are made, and what may stand between them.
const BITS: &[&str] = &[
    " ",
    ",",
    ", ",
    ".",
    "-",
    "–",
    "/",
    ":",
    "'",
    "’s ",
    "(",
    ")",
    "%",
    "$",
    "£",
    "Rs",
    "USD",
    "+",
    "+/-",
    "±",
    "×",
    "^",
    "1",
    "12",
    "31",
    "1,000",
    "0.5",
    "1999",
    "2025",
    "00",
    "½",
    "⅔",
    "Rs1,2.3m",
    "USD9",
    "one ",
    "two ",
    "twenty",
    "-five ",
    "hundred ",
    "million ",
    "bn ",
    "and ",
    "a ",
    "an ",
    "half ",
    "third ",
    "fifths ",
    "dozen ",
    "dozens ",
    "of ",
    "the ",
    "to ",
    "from ",
    "between ",
    "in ",
    "by ",
    "plus or minus ",
    "at least ",
    "nearly ",
    "minimum ",
    "or more ",
    "years ",
    "year-old ",
    "aged ",
    "age ",
    "who is ",
    "under ",
    "people ",
    "killed ",
    "votes ",
    "mph ",
    "square-foot ",
    "°C ",
    "percent ",
    "pounds ",
    "st ",
    "May ",
    "March ",
    "Sept. ",
    "Sunday ",
    "last ",
    "next ",
    "past ",
    "that ",
    "the week of ",
    "ago ",
    "later ",
    "today ",
    "overnight ",
    "on ",
    "a.m. ",
    "p.m. ",
    "noon ",
    "EST ",
    "Eastern time ",
    "UTC",
    "since ",
    "is ",
    "will ",
    "said ",
    "quarter ",
    "Easter ",
    "the end of ",
    "early ",
    "'90s ",
    "19th ",
    "century ",
    "BC ",
    "Q3 ",
    "\n",
    "\r\n",
    "İ",
    "é",
    "\u{200B}",
    "「",
    "no. ",
    "call ",
    "Flight ",
    "their ",
    "world's ",
];

/// The same numbers on every machine.
fn mixed(seed: u32, pieces: usize) -> String {
    let mut state = seed.wrapping_mul(2_654_435_761).wrapping_add(12_345);
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        BITS[state as usize % BITS.len()]
    };
    (0..pieces).map(|_| next()).collect()
}

/// Reads a text as one article of a known day, and checks every span.
fn read(text: &str) {
    let published = "2025-06-30T09:30+01:00".parse().ok();
    let doc = Document::new(text, &ENGLISH);
    let when = dates(&doc, published.as_ref(), &ENGLISH);
    let mut end = 0;
    for d in &when {
        assert_eq!(d.span.of(text), d.text, "{text:?}");
        assert!(d.span.start() >= end, "dates overlap in {text:?}");
        end = d.span.end();
    }
    for q in quantities(&doc, &when, &ENGLISH) {
        assert_eq!(q.span.of(text), q.text, "{text:?}");
        assert!(q.number.of(text).len() <= text.len());
    }
    let _ = dates(&doc, None, &ENGLISH);
}

#[test]
fn any_two_pieces_are_read() {
    for a in BITS {
        for b in BITS {
            read(&[*a, *b].concat());
            read(&["On ", a, b, a, "2."].concat());
        }
    }
}

#[test]
fn mixtures_are_read() {
    for seed in 1..3_000 {
        read(&mixed(seed, 3 + seed as usize % 30));
    }
}

/// Eight times the text may take eight times as long, with some grace, not sixty-four times.
#[test]
fn time_grows_with_the_text() {
    let once = |text: &str| {
        let doc = Document::new(text, &ENGLISH);
        let start = Instant::now();
        let when = dates(&doc, "2025-06-30".parse().ok().as_ref(), &ENGLISH);
        let _ = quantities(&doc, &when, &ENGLISH);
        start.elapsed()
    };
    let pairs = (1..200).map(|seed| mixed(seed, 2 + seed as usize % 2));
    for bit in BITS.iter().map(|b| (*b).to_owned()).chain(pairs) {
        let (short, long) = (bit.repeat(8_192 / bit.len()), bit.repeat(65_536 / bit.len()));
        let (mut of_short, mut of_long) = (Duration::MAX, Duration::MAX);
        // The machine may be busy with something else: one quiet moment in forty is enough.
        let quiet = (0..40).any(|_| {
            (of_short, of_long) = (of_short.min(once(&short)), of_long.min(once(&long)));
            of_long < of_short * 12 + Duration::from_millis(20)
        });
        assert!(quiet, "{bit:?}: 8 kB take {of_short:?}, 64 kB take {of_long:?}");
    }
}
