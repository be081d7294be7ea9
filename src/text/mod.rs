//! Text as given: articles, spans, tokens, sentences, paragraphs and page furniture.

pub mod article;
pub mod document;
pub mod fold;
pub mod furniture;
pub mod input;
pub(crate) mod one_of;
pub(crate) mod script;
pub mod sentence;
pub(crate) mod skip;
pub mod span;
pub mod tag;
pub mod token;
