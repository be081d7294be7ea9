//! A few fixed words that a token is held against: most tokens are told apart from all of them at once.

/// The first and the last letter of a word, in either case, and how long it is: most words differ in these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shape(u16);

impl Shape {
    #[inline]
    pub(crate) const fn of(word: &[u8]) -> Self {
        match word {
            [first, .., last] => Self::new(*first, *last, word.len()),
            [only] => Self::new(*only, *only, 1),
            [] => Self(0),
        }
    }

    #[inline]
    pub(crate) const fn new(first: u8, last: u8, len: usize) -> Self {
        let len = if len < 63 { len } else { 63 };
        Self((first & 0x1F) as u16 | ((last & 0x1F) as u16) << 5 | (len as u16) << 10)
    }

    /// Whether a word of this shape may end in this letter.
    #[inline]
    pub(crate) const fn may_end_in(self, last: u8) -> bool {
        self.0 >> 5 & 0x1F == (last & 0x1F) as u16
    }

    /// One of 256 bits, as if drawn by lot, and which of the four numbers it stands in.
    #[inline]
    const fn bit(self) -> (usize, u64) {
        let drawn = self.0.wrapping_mul(0x9E37) >> 8;
        (drawn as usize >> 6, 1 << (drawn & 63))
    }
}

/// A list of words, in lower case, with a bit for the shape of each: so many that few other words share one of them, for
/// a search costs far more than to ask, and where it ends cannot be foretold.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OneOf<'w> {
    words: &'w [&'w str],
    shapes: [u64; 4],
}

impl<'w> OneOf<'w> {
    pub(crate) const fn new(words: &'w [&'w str]) -> Self {
        let (mut shapes, mut i) = ([0; 4], 0);
        while i < words.len() {
            let (place, bit) = Shape::of(words[i].as_bytes()).bit();
            shapes[place] |= bit;
            i += 1;
        }
        Self { words, shapes }
    }

    /// Whether `word` is one of them, in any case of its letters.
    #[inline]
    pub(crate) fn holds(&self, word: &[u8]) -> bool {
        self.may_hold(Shape::of(word)) && self.search(word)
    }

    /// Whether a word of this shape may be one of them: false for most others.
    #[inline]
    pub(crate) const fn may_hold(&self, shape: Shape) -> bool {
        let (place, bit) = shape.bit();
        self.shapes[place] & bit != 0
    }

    /// As [`OneOf::holds`], of a word that may be one of them.
    #[inline(never)]
    pub(crate) fn search(&self, word: &[u8]) -> bool {
        let first = |word: &[u8]| word.first().map_or(0, |b| b | 0x20);
        let begins = first(word);
        // Length and first letter at once: most words differ in one of them, which can be foretold.
        self.words
            .iter()
            .map(|w| w.as_bytes())
            .any(|w| (w.len() == word.len()) & (first(w) == begins) && w.eq_ignore_ascii_case(word))
    }
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
