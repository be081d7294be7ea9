//! How much of one article is read. What is left out is counted in the report's notes, never dropped silently.

/// Bounds on hostile or broken input; the defaults are far beyond any news article.
///
/// ```
/// use corroborate::{Article, Corroborator, limits::Limits};
/// let mut limits = Limits::default();
/// limits.claims = 1;
/// let corroborator = Corroborator::english().with_limits(limits);
/// let found = corroborator.extract(&Article::new("a1", "The ferry left at noon. Nobody was hurt."));
/// assert_eq!(found.claims.len(), 1);
/// assert!(found.notes.iter().any(|n| n.contains("1 claim left out")));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// The longest sentence that claims are read from, in bytes.
    pub sentence: usize,
    /// The longest quotation, in bytes.
    pub quote: usize,
    /// The most claims an article.
    pub claims: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { sentence: 16_384, quote: 65_536, claims: 20_000 }
    }
}
