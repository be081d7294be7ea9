//! An article as given, and how one is read from the forms that the contract names.

use crate::date::PartialDate;
use serde::{Deserialize, Serialize};

/// One article. Its text is never altered: every offset in a result points into it.
///
/// ```
/// use corroborate::Article;
/// let a = Article::new("a1", "The ferry left at noon.").with_outlet("Harbour Post");
/// assert_eq!(a.text, "The ferry left at noon.");
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Article {
    /// A name for it, unique in one run.
    pub id: String,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// When it was published; relative dates resolve against it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<PartialDate>,
    /// Its headline, if that is not part of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Where it was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The text.
    pub text: String,
}

impl Article {
    /// An article of this text.
    #[must_use]
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self { id: id.into(), text: text.into(), ..Self::default() }
    }

    /// The same with an outlet.
    #[must_use]
    pub fn with_outlet(mut self, outlet: impl Into<String>) -> Self {
        self.outlet = Some(outlet.into());
        self
    }

    /// The same with a publication date.
    #[must_use]
    pub fn with_published(mut self, published: PartialDate) -> Self {
        self.published = Some(published);
        self
    }

    /// The same with a headline.
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }
}
