//! Reads several news articles about one event and says, claim by claim, what they agree on, where they differ, and
//! what only one of them says.
//!
//! For each finding it gives the exact words and where they stand, and for each agreement how many independent sources
//! are left when articles that copy one another, or lean on one interview or agency, count once. It never says what is
//! true: it says who says what, and whether they agree.
//!
//! ```
//! use corroborate::{Article, Corroborator, compare::finding::FindingKind};
//!
//! let articles = [
//!     Article::new("a1", "A ferry caught fire in Port Vell on Monday. Nobody was hurt.").with_outlet("Harbour Post"),
//!     Article::new("a2", "A ferry caught fire in Port Vell on Monday.").with_outlet("Coast Radio"),
//! ];
//! let report = Corroborator::english().cross_reference(&articles);
//! let agreement = &report.findings[0];
//! assert_eq!((agreement.kind, agreement.claims.len()), (FindingKind::Agreement, 2));
//! ```
//!
//! # The flow
//!
//! Data flows one way: [`text`] → [`claim`] → [`compare`] → [`report`], and [`Corroborator`] runs the whole.
//!
//! - [`Article`]: from text, from JSON, from a file's contents ([`text::input`]). Its text is never altered.
//! - [`Corroborator::sentences`]: sentences, and which lines are page furniture.
//! - [`Corroborator::extract`]: quotations with speakers, dates, quantities, actors, claims of one article
//!   ([`Extraction`]).
//! - [`Corroborator::compare`]: claims of several articles aligned, and in what they differ.
//! - [`Corroborator::cross_reference`]: all of it, as a [`Report`], which serialises and reads back; for people there are
//!   [`report::text`], [`report::markdown`] and [`report::html`].
//!
//! Word lists are plain text and can be extended: [`Lexicon`].
//!
//! # Guarantees
//!
//! - **Any `&str` is accepted**, and nothing panics; only reading a caller's files, dates or word lists can fail.
//! - **Offsets** are bytes of the text as given, half-open, on character boundaries; `span.of(text)` is what was found.
//!   [`report::offsets`] converts to UTF-16 code units or characters.
//! - **Same input, same bytes**, whatever the order of the articles, the machine or the number of threads. No clock, no
//!   network, no randomness.
//! - **Cost** is linear in the text of each article. What a bound ([`limits::Limits`]) leaves out is noted in the report.
//! - Everything public is `Send + Sync`.

pub mod claim;
pub mod compare;
pub mod date;
pub mod error;
pub mod lexicon;
pub mod likeness;
pub mod limits;
pub mod pipeline;
pub mod report;
pub mod text;

pub use crate::claim::Extraction;
pub use crate::date::PartialDate;
pub use crate::error::{Error, ErrorKind};
pub use crate::lexicon::{Lexicon, List};
pub use crate::pipeline::Corroborator;
pub use crate::report::Report;
pub use crate::text::article::Article;
pub use crate::text::span::Span;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
