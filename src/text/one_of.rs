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

    /// The shape of each of `N` words.
    pub(crate) const fn each<const N: usize>(words: &[&str]) -> [Self; N] {
        let (mut shapes, mut i) = ([Self(0); N], 0);
        while i < N {
            shapes[i] = Self::of(words[i].as_bytes());
            i += 1;
        }
        shapes
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
    /// The shape of each.
    each: &'w [Shape],
    shapes: [u64; 4],
}

impl<'w> OneOf<'w> {
    /// Of words and the shape of each.
    pub(crate) const fn new(words: &'w [&'w str], each: &'w [Shape]) -> Self {
        let (mut shapes, mut i) = ([0; 4], 0);
        while i < each.len() {
            let (place, bit) = each[i].bit();
            shapes[place] |= bit;
            i += 1;
        }
        Self { words, each, shapes }
    }

    /// Whether `word` is one of them, in any case of its letters.
    #[inline]
    pub(crate) fn holds(&self, word: &[u8]) -> bool {
        let shape = Shape::of(word);
        self.may_hold(shape) && self.search(shape, word)
    }

    /// Whether a word of this shape may be one of them: false for most others.
    #[inline]
    pub(crate) const fn may_hold(&self, shape: Shape) -> bool {
        let (place, bit) = shape.bit();
        self.shapes[place] & bit != 0
    }

    /// As [`OneOf::holds`], of a word of this shape that may be one of them.
    #[inline(never)]
    pub(crate) fn search(&self, shape: Shape, word: &[u8]) -> bool {
        // Hardly two of them have one shape, so that most words are held against one at most.
        self.each.iter().zip(self.words).any(|(each, own)| *each == shape && is_written(own.as_bytes(), word))
    }
}

/// Whether `word` is `lower`, which is in lower case, in any case of its letters.
#[inline]
fn is_written(lower: &[u8], word: &[u8]) -> bool {
    // Most are written so.
    lower == word || lower.eq_ignore_ascii_case(word)
}

/// The [`OneOf`] of some words, made by the compiler.
macro_rules! one_of {
    ($($word:literal),+ $(,)?) => {
        const {
            const WORDS: &[&str] = &[$($word),+];
            const EACH: [$crate::text::one_of::Shape; WORDS.len()] = $crate::text::one_of::Shape::each(WORDS);
            &$crate::text::one_of::OneOf::new(WORDS, &EACH)
        }
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
