//! The one file that knows every stage: text → claims → comparison → report.

use crate::claim::clause::Claim;
use crate::claim::{Extraction, actor, attribution, clause, credit, quantity, quote, timex};
use crate::compare::cut::Cut;
use crate::compare::{self, Comparison};
use crate::lexicon::Lexicon;
use crate::limits::Limits;
use crate::report::notes::notes;
use crate::report::{ArticleInfo, Note, Report, SCHEMA};
use crate::text::article::{Article, unique_ids};
use crate::text::document::Document;
use crate::text::furniture;
use crate::text::sentence::{self, Sentence};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Reads articles and compares them. Built once, used often; `Send + Sync`.
///
/// ```
/// use corroborate::{Article, Corroborator};
/// let corroborator = Corroborator::english();
/// let report = corroborator.cross_reference(&[Article::new("a1", "The ferry left at noon.")]);
/// assert_eq!(report.articles.len(), 1);
/// ```
#[derive(Debug, Clone)]
pub struct Corroborator {
    lexicon: Lexicon,
    limits: Limits,
}

impl Corroborator {
    /// With the crate's own word lists.
    #[must_use]
    pub fn english() -> Self {
        Self::new(Lexicon::english())
    }

    /// With a caller's word lists.
    #[must_use]
    pub fn new(lexicon: Lexicon) -> Self {
        Self { lexicon, limits: Limits::default() }
    }

    /// The same with other bounds on what is read of one article.
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// The word lists in use.
    #[must_use]
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The sentences of a text.
    #[must_use]
    pub fn sentences(&self, text: &str) -> Vec<Sentence> {
        sentence::sentences(text, &self.lexicon)
    }

    /// Everything found in one article.
    #[must_use]
    pub fn extract(&self, article: &Article) -> Extraction {
        self.read(article).1
    }

    /// An article's text, cut, and everything found in it.
    fn read<'a>(&self, article: &'a Article) -> (Document<'a>, Extraction) {
        let lexicon = &self.lexicon;
        let doc = Document::new(&article.text, lexicon);
        let published = article.published.clone().or_else(|| furniture::published_in(&doc).map(|(date, _)| date));
        let dates = timex::dates(&doc, published.as_ref(), lexicon);
        let quantities = quantity::quantities(&doc, &dates, lexicon);
        let mut quotes = quote::quotes(&doc, lexicon);
        let long_quotes = retain(&mut quotes, self.limits.quote, |q| q.span.len(), "quotation", "");
        let actors = actor::actors(&doc, &quotes, &article.id, lexicon);
        let quotes = attribution::attribute(&doc, quotes, &actors, lexicon);
        let credits = credit::credits(&doc, &quotes, lexicon);
        let mut found = Extraction {
            article: article.id.clone(),
            published,
            sentences: doc.sentences.clone(),
            quotes,
            dates,
            quantities,
            actors,
            credits,
            claims: Vec::new(),
            notes: Vec::new(),
        };
        found.claims = clause::claims(&doc, &found, lexicon);
        let sentence = |c: &Claim| doc.sentence_at(c.span.start()).map_or(0, |i| doc.sentences[i].span.len());
        let long_sentences = retain(&mut found.claims, self.limits.sentence, sentence, "claim", "in sentences ");
        let beyond = found.claims.len().saturating_sub(self.limits.claims);
        found.claims.truncate(self.limits.claims);
        let claims = || format!("{} left out: more than {} in one article", many(beyond, "claim"), self.limits.claims);
        found.notes = notes(article, &found, furniture::ends_mid_sentence(&doc));
        found.notes.extend(long_quotes.into_iter().chain(long_sentences).chain((beyond > 0).then(claims)));
        (doc, found)
    }

    /// Compares articles by what was found in them; `found` holds one extraction an article, in the same order.
    #[must_use]
    pub fn compare(&self, articles: &[Article], found: &[Extraction]) -> Comparison {
        compare::compare(articles, found, &self.lexicon)
    }

    /// Reads articles and compares them.
    ///
    /// The report does not depend on the order of `articles`. Those without an id of their own get one
    /// ([`unique_ids`]), which a note says.
    #[must_use]
    pub fn cross_reference(&self, articles: &[Article]) -> Report {
        self.cross_reference_watched(articles, &|_, _| ())
    }

    /// As [`Corroborator::cross_reference`]; `progress` is told how many of how many articles have been read.
    #[must_use]
    pub fn cross_reference_watched(&self, articles: &[Article], progress: &(dyn Fn(usize, usize) + Sync)) -> Report {
        let mut named: Vec<(String, &Article)> = unique_ids(articles).into_iter().zip(articles).collect();
        named.sort_by(|a, b| a.0.cmp(&b.0));
        let renamed: Vec<Note> = named.iter().filter(|(id, a)| *id != a.id).map(|(id, a)| renaming(id, a)).collect();
        let articles: Vec<Article> = named.into_iter().map(|(id, a)| Article { id, ..a.clone() }).collect();
        let done = AtomicUsize::new(0);
        let read = |article| {
            let found = self.read(article);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, articles.len());
            found
        };
        let (docs, found): (Vec<_>, Vec<_>) = each(&articles, read).into_iter().unzip();
        let Comparison { actors, findings, copies, cuts } =
            compare::compare_cut(&articles, docs, &found, &self.lexicon);
        let of_article = |f: &Extraction| f.notes.iter().map(|n| Note::new(&f.article, n)).collect::<Vec<_>>();
        Report {
            schema: SCHEMA.to_owned(),
            articles: articles.iter().zip(&found).map(|(a, f)| info(a, f)).collect(),
            actors,
            notes: renamed
                .into_iter()
                .chain(found.iter().flat_map(of_article))
                .chain(cuts.into_iter().map(|(cut, n)| in_part(cut, n)))
                .collect(),
            claims: found.into_iter().flat_map(|f| f.claims).collect(),
            findings,
            copies,
        }
    }
}

/// What `read` makes of every article, in order.
#[cfg(not(feature = "parallel"))]
fn each<'a, T>(articles: &'a [Article], read: impl Fn(&'a Article) -> T) -> Vec<T> {
    articles.iter().map(read).collect()
}

/// What `read` makes of every article, in order, on all cores.
#[cfg(feature = "parallel")]
fn each<'a, T: Send>(articles: &'a [Article], read: impl Fn(&'a Article) -> T + Send + Sync) -> Vec<T> {
    use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};
    articles.par_iter().map(read).collect()
}

fn info(article: &Article, found: &Extraction) -> ArticleInfo {
    ArticleInfo {
        id: article.id.clone(),
        outlet: article.outlet.clone(),
        published: found.published.clone(),
        title: article.title.clone(),
    }
}

fn renaming(id: &str, given: &Article) -> Note {
    let why = if given.id.is_empty() {
        "came without an id".to_owned()
    } else {
        format!("another article has the id {:?} too: this one is renamed", given.id)
    };
    Note::new(id, why)
}

/// What of the run was not held against everything that it might be held against.
fn in_part(cut: Cut, n: usize) -> Note {
    let (what, why) = cut.words();
    Note::new("", format!("{} compared in part only: {why}", many(n, what)))
}

/// Keeps the items of at most `bound` bytes; the note on how many were longer.
fn retain<T>(items: &mut Vec<T>, bound: usize, len: impl Fn(&T) -> usize, what: &str, of: &str) -> Option<String> {
    let before = items.len();
    items.retain(|i| len(i) <= bound);
    let gone = before - items.len();
    (gone > 0).then(|| format!("{} left out: {of}longer than {bound} bytes", many(gone, what)))
}

fn many(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}
