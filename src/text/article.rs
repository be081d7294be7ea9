//! An article as given, and how one is read from the forms that the contract names.

use crate::date::PartialDate;
use crate::error::Error;
use crate::text::input;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

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

    /// A raw article as scraped, or one under a head of `Key: value` lines (`Id`, `Outlet`, `Published`, `Title`,
    /// `Url`) and a blank line. `name` is the file's: its stem becomes the id. The text itself is kept as it is.
    ///
    /// ```
    /// use corroborate::Article;
    /// let a = Article::from_txt("2-post.txt", "Outlet: Harbour Post\n\nThe ferry left at noon.")?;
    /// assert_eq!((a.id.as_str(), a.outlet.as_deref()), ("2-post", Some("Harbour Post")));
    /// assert_eq!(a.text, "The ferry left at noon.");
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    ///
    /// # Errors
    /// A date in the head that is none; the error names file and line.
    pub fn from_txt(name: &str, text: &str) -> Result<Self, Error> {
        input::from_txt(name, text)
    }

    /// An article from one JSON object: `{"id"?, "outlet"?, "published"?, "title"?, "url"?, "text"}`, or an IPTC
    /// ninjs item.
    ///
    /// ```
    /// let a = corroborate::Article::from_json(r#"{"id": "a1", "text": "The ferry left at noon."}"#)?;
    /// assert_eq!(a.id, "a1");
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    ///
    /// # Errors
    /// JSON that does not parse or is no article.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        input::from_json(text)
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

/// The articles in the order of a report, each under an id of its own: sorted by id, and by everything else where ids
/// are the same; the second `a1` becomes `a1~2`, one without an id `article`. The order given does not matter.
///
/// ```
/// use corroborate::{Article, text::article::with_unique_ids};
/// let given = [Article::new("a2", "x"), Article::new("a1", "z"), Article::new("a1", "y")];
/// let ids: Vec<_> = with_unique_ids(&given).into_iter().map(|(id, a)| format!("{id} {}", a.text)).collect();
/// assert_eq!(ids, ["a1 y", "a1~2 z", "a2 x"]);
/// ```
#[must_use]
pub fn with_unique_ids(articles: &[Article]) -> Vec<(String, &Article)> {
    let mut sorted: Vec<&Article> = articles.iter().collect();
    sorted.sort_by(|a, b| {
        let key = |a: &Article| (a.id.clone(), a.published.clone(), a.outlet.clone(), a.title.clone(), a.url.clone());
        key(a).cmp(&key(b)).then_with(|| a.text.cmp(&b.text))
    });
    let given: BTreeSet<&str> = sorted.iter().map(|a| a.id.as_str()).collect();
    let mut used: BTreeSet<String> = BTreeSet::new();
    let mut out: Vec<(String, &Article)> = Vec::with_capacity(sorted.len());
    // How often each id was seen, so that many articles of one id stay linear.
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for article in sorted {
        let base = if article.id.is_empty() { "article" } else { article.id.as_str() };
        let mut id = base.to_owned();
        let n = seen.entry(base).or_insert(0);
        loop {
            *n += 1;
            if *n > 1 {
                id = format!("{base}~{n}");
            }
            let others = id != article.id && given.contains(id.as_str());
            if !others && !used.contains(&id) {
                break;
            }
        }
        used.insert(id.clone());
        out.push((id, article));
    }
    out.sort_by(|a, b| a.0.cmp(&b.0));
    out
}
