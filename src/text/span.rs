//! Half-open byte ranges into an article's text.

use serde::{Deserialize, Serialize};

/// A half-open range of **bytes** into one article's text.
///
/// `start <= end` always holds. Spans that this crate makes lie on character boundaries of the text they were made
/// from; a span is meaningless on any other text.
///
/// ```
/// use corroborate::Span;
/// let text = "Ça va: 14 injured";
/// let span = Span::new(8, 10);
/// assert_eq!(span.of(text), "14");
/// assert!(!span.contains(10), "the end is exclusive");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// A span from `start` to `end`; the two are swapped if they come in the wrong order.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        if start <= end { Self { start, end } } else { Self { start: end, end: start } }
    }

    /// First byte.
    #[must_use]
    pub const fn start(self) -> usize {
        self.start
    }

    /// One past the last byte.
    #[must_use]
    pub const fn end(self) -> usize {
        self.end
    }

    /// Length in bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span covers nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The text that the span covers; empty if the span does not fit `text`.
    #[must_use]
    #[inline]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// The bytes that the span covers; none if the span does not fit `text`.
    #[inline]
    pub(crate) fn bytes(self, text: &str) -> &[u8] {
        text.as_bytes().get(self.start..self.end).unwrap_or(&[])
    }

    /// Whether the byte at `offset` lies inside.
    #[must_use]
    pub const fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub const fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The span without white space at either end.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let s = self.of(text);
        let lead = s.len() - s.trim_start().len();
        Self::new(self.start + lead, self.start + lead + s.trim().len())
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn relations_of_spans() {
        let s = Span::new(2, 5);
        assert_eq!(Span::new(5, 2), s);
        assert!(s.contains(2) && s.contains(4) && !s.contains(5) && !s.contains(1));
        assert!(s.covers(s) && s.covers(Span::new(3, 3)) && !s.covers(Span::new(4, 6)));
        assert!(s.overlaps(Span::new(4, 9)) && !s.overlaps(Span::new(5, 9)) && !s.overlaps(Span::new(0, 2)));
        assert_eq!(s.to(Span::new(7, 8)), Span::new(2, 8));
        assert_eq!(Span::new(0, 6).trim("  ab  "), Span::new(2, 4));
        assert_eq!(Span::new(0, 2).trim("  "), Span::new(2, 2));
        assert_eq!(Span::new(1, 2).of("é"), "", "not on a character boundary");
    }
}
