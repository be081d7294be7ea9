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
        self.read(std::slice::from_ref(article)).pop().map(|r| r.found).unwrap_or_default()
    }

    /// Everything found in each of several articles, in the same order: what [`Corroborator::extract`] finds, sooner.
    ///
    /// ```
    /// use corroborate::{Article, Corroborator};
    /// let corroborator = Corroborator::english();
    /// let articles = [Article::new("a", "The ferry sank."), Article::new("b", "Nobody was hurt.")];
    /// let found = corroborator.extract_all(&articles);
    /// assert_eq!(found, articles.each_ref().map(|a| corroborator.extract(a)));
    /// ```
    #[must_use]
    pub fn extract_all(&self, articles: &[Article]) -> Vec<Extraction> {
        each(articles, |some| self.read(some)).into_iter().map(|r| r.found).collect()
    }

    /// The texts of some articles, cut, and everything found in them.
    ///
    /// Each stage goes through all of them before the next begins: what it does and looks up is then near the processor
    /// for all but the first.
    fn read<'a>(&self, articles: &'a [Article]) -> Vec<Reading<'a>> {
        let mut all: Vec<Reading<'a>> = articles.iter().map(|a| Reading::new(a, &self.lexicon)).collect();
        for stage in Reading::STAGES {
            all.iter_mut().for_each(|reading| stage(reading, self));
        }
        all
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
        let read = |some| {
            let found = self.read(some);
            found.iter().for_each(|_| progress(done.fetch_add(1, Ordering::Relaxed) + 1, articles.len()));
            found
        };
        let (docs, found): (Vec<_>, Vec<_>) = each(&articles, read).into_iter().map(|r| (r.doc, r.found)).unzip();
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

/// An article while it is read.
struct Reading<'a> {
    article: &'a Article,
    doc: Document<'a>,
    found: Extraction,
    /// What the notes say of quotations that were left out.
    long_quotes: Option<String>,
}

impl<'a> Reading<'a> {
    /// What is done with an article, one after the other.
    const STAGES: [fn(&mut Self, &Corroborator); 6] =
        [Self::values, Self::quotes, Self::actors, Self::speakers, Self::credits, Self::claims];

    fn new(article: &'a Article, lexicon: &Lexicon) -> Self {
        let doc = Document::new(&article.text, lexicon);
        let published = article.published.clone().or_else(|| furniture::published_in(&doc).map(|(date, _)| date));
        let sentences = doc.sentences.clone();
        let found = Extraction { article: article.id.clone(), published, sentences, ..Extraction::default() };
        Self { article, doc, found, long_quotes: None }
    }

    fn values(&mut self, of: &Corroborator) {
        self.found.dates = timex::dates(&self.doc, self.found.published.as_ref(), &of.lexicon);
        self.found.quantities = quantity::quantities(&self.doc, &self.found.dates, &of.lexicon);
    }

    fn quotes(&mut self, of: &Corroborator) {
        self.found.quotes = quote::quotes(&self.doc, &of.lexicon);
        self.long_quotes = retain(&mut self.found.quotes, of.limits.quote, |q| q.span.len(), "quotation", "");
    }

    fn actors(&mut self, of: &Corroborator) {
        self.found.actors = actor::actors(&self.doc, &self.found.quotes, &self.article.id, &of.lexicon);
    }

    fn speakers(&mut self, of: &Corroborator) {
        let quotes = std::mem::take(&mut self.found.quotes);
        self.found.quotes = attribution::attribute(&self.doc, quotes, &self.found.actors, &of.lexicon);
    }

    fn credits(&mut self, of: &Corroborator) {
        self.found.credits = credit::credits(&self.doc, &self.found.quotes, &of.lexicon);
    }

    fn claims(&mut self, of: &Corroborator) {
        let Self { article, doc, found, long_quotes } = self;
        let limits = &of.limits;
        found.claims = clause::claims(doc, found, &of.lexicon);
        let sentence = |c: &Claim| doc.sentence_at(c.span.start()).map_or(0, |i| doc.sentences[i].span.len());
        let long_sentences = retain(&mut found.claims, limits.sentence, sentence, "claim", "in sentences ");
        let beyond = found.claims.len().saturating_sub(limits.claims);
        found.claims.truncate(limits.claims);
        let claims = || format!("{} left out: more than {} in one article", many(beyond, "claim"), limits.claims);
        found.notes = notes(article, found, furniture::ends_mid_sentence(doc));
        found.notes.extend(long_quotes.take().into_iter().chain(long_sentences).chain((beyond > 0).then(claims)));
    }
}

/// At most this many articles are read together, and no more once their texts are this many bytes: what is found in them
/// stays near the processor.
const TOGETHER: usize = 32;
const BYTES: usize = 64 << 10;

/// The articles in groups that are read together, of at most `most`.
fn groups(articles: &[Article], most: usize) -> impl Iterator<Item = &[Article]> {
    let mut rest = articles;
    std::iter::from_fn(move || {
        let mut bytes = 0;
        let fits = |a: &&Article| {
            let room = bytes < BYTES;
            bytes += a.text.len();
            room
        };
        let (group, further) = rest.split_at_checked(rest.iter().take(most).take_while(fits).count())?;
        rest = further;
        (!group.is_empty()).then_some(group)
    })
}

/// What `read` makes of every article, in order.
#[cfg(not(feature = "parallel"))]
fn each<'a, T>(articles: &'a [Article], read: impl Fn(&'a [Article]) -> Vec<T>) -> Vec<T> {
    groups(articles, TOGETHER).flat_map(read).collect()
}

/// What `read` makes of every article, in order, on all cores.
#[cfg(feature = "parallel")]
fn each<'a, T: Send>(articles: &'a [Article], read: impl Fn(&'a [Article]) -> Vec<T> + Send + Sync) -> Vec<T> {
    use rayon::prelude::{IntoParallelIterator as _, ParallelIterator as _};
    // Some groups for each core, so that none waits for long.
    let most = articles.len().div_ceil(4 * rayon::current_num_threads().max(1)).clamp(1, TOGETHER);
    let groups: Vec<&[Article]> = groups(articles, most).collect();
    groups.into_par_iter().flat_map_iter(read).collect()
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
