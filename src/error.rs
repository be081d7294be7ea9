//! The one error type: what a caller's lexicon, date or input can get wrong.

/// What went wrong. [`Error::kind`] says of what sort it is; the message names file and line where there are any.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Repr);

/// The sort of an [`Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A line of a word list.
    Lexicon,
    /// A date that is no EDTF value.
    Date,
    /// An article that cannot be read.
    Input,
}

impl Error {
    /// The sort of this error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match self.0 {
            Repr::Lexicon { .. } => ErrorKind::Lexicon,
            Repr::Date(_) => ErrorKind::Date,
            Repr::Input { .. } => ErrorKind::Input,
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum Repr {
    #[error("{file}:{line}: {message}")]
    Lexicon { file: String, line: usize, message: String },
    #[error("not an EDTF date: {0:?}")]
    Date(String),
    #[error("{place}: {message}")]
    Input { place: String, message: String },
}
