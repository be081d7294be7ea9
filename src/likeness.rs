//! How two values of one facet stand to each other. Silence is not contradiction.

use serde::{Deserialize, Serialize};

/// How two values compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Likeness {
    /// The same value, however written.
    Same,
    /// Not the same, but both can hold (`March` and `1 March`, `nearly 200` and 198, 5 miles and 8 km).
    Compatible,
    /// Both cannot hold.
    Different,
    /// Nothing can be said (a value is missing, or they are of different sorts).
    Unknown,
}
