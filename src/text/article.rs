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

/// An id for every article, no two the same, in the order given: its own, or `article` if it has none; the second `a1`
/// becomes `a1~2`. Which of two is the second depends on what they say, not on their order.
///
/// ```
/// use corroborate::{Article, text::article::unique_ids};
/// let given = [Article::new("a2", "x"), Article::new("a1", "z"), Article::new("a1", "y")];
/// assert_eq!(unique_ids(&given), ["a2", "a1~2", "a1"]);
/// ```
#[must_use]
pub fn unique_ids(articles: &[Article]) -> Vec<String> {
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by(|&i, &j| {
        let (a, b) = (&articles[i], &articles[j]);
        let rest = |a: &Article| (a.published.clone(), a.outlet.clone(), a.title.clone(), a.url.clone());
        a.id.cmp(&b.id).then_with(|| rest(a).cmp(&rest(b))).then_with(|| a.text.cmp(&b.text))
    });
    let given: BTreeSet<&str> = articles.iter().map(|a| a.id.as_str()).collect();
    let mut used: BTreeSet<String> = BTreeSet::new();
    // How often each id was seen, so that many articles of one id stay linear.
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut out = vec![String::new(); articles.len()];
    for i in order {
        let own = articles[i].id.as_str();
        let base = if own.is_empty() { "article" } else { own };
        let n = seen.entry(own).or_insert(0);
        out[i] = loop {
            *n += 1;
            let id = if *n == 1 { base.to_owned() } else { format!("{base}~{n}") };
            let of_another = id != own && given.contains(id.as_str());
            if !of_another && used.insert(id.clone()) {
                break id;
            }
        };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Article, unique_ids};

    #[test]
    fn ids_never_clash() {
        let ids = |given: &[&str]| unique_ids(&given.iter().map(|id| Article::new(*id, "")).collect::<Vec<_>>());
        assert_eq!(ids(&["a", "a", "a~2", "a"]), ["a", "a~3", "a~2", "a~4"]);
        assert_eq!(ids(&["", "article", ""]), ["article~2", "article", "article~3"]);
    }
}
