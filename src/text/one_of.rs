//! A few fixed words that a token is held against: most tokens are told apart from all of them at once.

/// A list of words, in lower case, with what every one of them begins with and how long they are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OneOf<'w> {
    words: &'w [&'w str],
    /// One bit for each first letter, in either case.
    firsts: u32,
    /// One bit for each length; the last one for all beyond it.
    lengths: u32,
}

impl<'w> OneOf<'w> {
    pub(crate) const fn new(words: &'w [&'w str]) -> Self {
        let (mut firsts, mut lengths, mut i) = (0, 0, 0);
        while i < words.len() {
            let word = words[i].as_bytes();
            firsts |= first_bit(word);
            lengths |= length_bit(word);
            i += 1;
        }
        Self { words, firsts, lengths }
    }

    /// Whether `word` is one of them, in any case of its letters.
    #[inline]
    pub(crate) fn holds(&self, word: &[u8]) -> bool {
        (self.firsts & first_bit(word) != 0) & (self.lengths & length_bit(word) != 0) && self.search(word)
    }

    #[cfg(test)]
    pub(crate) fn words(&self) -> &[&str] {
        self.words
    }

    fn search(&self, word: &[u8]) -> bool {
        let first = |word: &[u8]| word.first().map_or(0, |b| b | 0x20);
        let begins = first(word);
        // Length and first letter at once: most words differ in one of them, which can be foretold.
        self.words
            .iter()
            .map(|w| w.as_bytes())
            .any(|w| (w.len() == word.len()) & (first(w) == begins) && w.eq_ignore_ascii_case(word))
    }
}

const fn first_bit(word: &[u8]) -> u32 {
    match word {
        [first, ..] => 1 << (*first & 0x1F),
        [] => 1,
    }
}

const fn length_bit(word: &[u8]) -> u32 {
    1 << if word.len() < 31 { word.len() } else { 31 }
}

/// The [`OneOf`] of some words, made by the compiler.
macro_rules! one_of {
    ($($word:literal),+ $(,)?) => {
        const { &$crate::text::one_of::OneOf::new(&[$($word),+]) }
    };
}
pub(crate) use one_of;

#[cfg(test)]
mod tests {
    #[test]
    fn words_in_any_case_and_no_others() {
        let words = one_of!["said", "'s", "tells", "internationalisation-of-everything"];
        for word in ["said", "SAID", "'S", "Tells", "internationalisation-of-everything"] {
            assert!(words.holds(word.as_bytes()), "{word}");
        }
        for word in ["", "sai", "says", "Teals", "internationalisation-of-anything-els"] {
            assert!(!words.holds(word.as_bytes()), "{word}");
        }
    }
}
