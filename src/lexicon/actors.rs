//! A caller's own actors: the people, bodies and places that a newsroom knows by name.

use crate::error::Error;
use crate::lexicon::{Lexicon, List};

/// The kinds that a line may give, as they are written.
pub(super) const KINDS: [&str; 4] = ["person", "organisation", "place", "other"];

impl Lexicon {
    /// The same with a newsroom's own actors: [`List::Actor`]. One actor a line, `usual name | kind | other name | …`, the
    /// kind one of `person`, `organisation`, `place`, `other`; lines that begin with `#` are remarks. A name stands for
    /// its actor wherever it is written so; names in capitals match only in capitals. All names of one line are one
    /// actor, within an article and across articles. `file` names the list in an error.
    ///
    /// ```
    /// use corroborate::claim::actor::{ActorKind, actors};
    /// use corroborate::{Lexicon, text::document::Document};
    /// let house = "# Our style\nHarbour Trust | organisation | HT | the Trust\nMarlow Quay | place\n";
    /// let lexicon = Lexicon::english().with_actors(house, "house.txt")?;
    /// let doc = Document::new("The Harbour Trust bought Marlow Quay. HT gave no price; the Trust had said so.", &lexicon);
    /// let found = actors(&doc, &[], "a1", &lexicon);
    /// assert_eq!((found[0].name.as_str(), found[0].kind), ("Harbour Trust", ActorKind::Organisation));
    /// assert_eq!(found[0].aliases, ["HT", "Trust"]);
    /// assert_eq!((found[1].name.as_str(), found[1].kind), ("Marlow Quay", ActorKind::Place));
    ///
    /// let error = Lexicon::english().with_actors("Harbour Trust | charity\n", "house.txt").unwrap_err();
    /// assert_eq!(error.to_string(), "house.txt:1: the second field is none of person, organisation, place, other");
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    ///
    /// # Errors
    /// A line without a name or with another kind; the error names file and line.
    pub fn with_actors(self, text: &str, file: &str) -> Result<Self, Error> {
        self.with_list(List::Actor, text, file)
    }
}
