//! Reads several news articles about one event and says, claim by claim, what they agree on, where they differ, and
//! what only one of them says.
//!
//! Data flows one way: [`text`] → [`claim`] → [`compare`] → [`report`]; [`Corroborator`] runs the whole.

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
