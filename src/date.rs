//! Dates as values: EDTF (ISO 8601-2) at the grain that a text gives.

use crate::error::{Error, Repr};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A date, date-time or interval at the grain given, as EDTF (ISO 8601-2): `2025`, `2025-06`, `2025-06-29`,
/// `2025-06-29T17:32`, `2025-21` (spring), `2025-03~` (about), `2025-06-24/2025-06-25`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    text: String,
}

impl FromStr for PartialDate {
    type Err = Error;

    fn from_str(s: &str) -> Result<Self, Error> {
        let s = s.trim();
        if s.len() < 4 || !s.bytes().take(4).all(|b| b.is_ascii_digit()) {
            return Err(Repr::Date(s.to_owned()).into());
        }
        Ok(Self { text: s.to_owned() })
    }
}

impl TryFrom<String> for PartialDate {
    type Error = Error;

    fn try_from(s: String) -> Result<Self, Error> {
        s.parse()
    }
}

impl From<PartialDate> for String {
    fn from(d: PartialDate) -> Self {
        d.text
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
