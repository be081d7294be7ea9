//! What comparing left out, so that its cost stays in bounds.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

/// What was not held against everything that it might be held against. The bounds lie far beyond ordinary articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Cut {
    /// Claims that share their words with too many others.
    Claims,
    /// Quotations that share their words with too many others.
    Quotations,
    /// Quotations of speakers who are quoted too often to be sought in other words.
    Retold,
    /// Figures, dates and places with words around them that too many others have too.
    Values,
    /// Names that share a word with too many others.
    Names,
    /// Roles of people who are given too many.
    Roles,
    /// Denials of what too many claims tell of.
    Denials,
    /// Claims that say when something is, of events in which too many do of one thing.
    Appointed,
    /// Claims that say one of two opposites, of events in which too many do.
    Opposites,
    /// Claims that say whether something came about, of events in which too many do of one thing.
    Outcomes,
    /// Claims that say who did what to whom, with a verb of which too many do.
    Reversed,
    /// Claims that tell one deed of one thing, where too many do.
    Frames,
    /// Sentences that say who it was (`It was she who …`), of articles or events that have too many.
    Clefts,
    /// Sentences that deny the one before them (`It was not.`), of events that have too many.
    Ellipses,
    /// Articles that share their words with too many others.
    Articles,
}

impl Cut {
    /// What it is that was compared in part only, and why.
    #[must_use]
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Claims => ("claim", "too many others share their words"),
            Self::Quotations => ("quotation", "too many others share their words"),
            Self::Retold => ("quotation", "their speakers are quoted too often to tell which is told in other words"),
            Self::Values => ("figure, date or place", "too many others stand among the same words"),
            Self::Names => ("name", "too many others share a word with them"),
            Self::Roles => ("role", "too many are given to one person"),
            Self::Denials => ("denial", "too many claims tell of what is denied"),
            Self::Appointed => ("date", "too many are given for one thing"),
            Self::Opposites => ("claim", "too many say one of two opposites"),
            Self::Outcomes => ("claim", "too many say whether one thing came about"),
            Self::Reversed => ("claim", "too many say who did one thing to whom"),
            Self::Frames => ("claim", "too many tell one deed of one thing"),
            Self::Clefts => ("sentence that says who it was", "there are too many"),
            Self::Ellipses => ("sentence that denies the one before it", "there are too many"),
            Self::Articles => ("article", "too many others share their words"),
        }
    }
}

/// How much was left out, gathered while comparing: each thing is counted once, however often it was left out.
#[derive(Debug, Default)]
pub(super) struct Cuts {
    /// The event that is being compared, by number.
    event: Cell<usize>,
    /// Events and the numbers of things in them.
    things: RefCell<BTreeMap<Cut, BTreeSet<(usize, usize)>>>,
}

impl Cuts {
    /// Another event: its things are counted by themselves.
    pub(super) fn begin_event(&self, number: usize) {
        self.event.set(number);
    }

    /// Things, by their numbers in the event, that were not held against all others.
    pub(super) fn add(&self, cut: Cut, things: impl IntoIterator<Item = usize>) {
        let event = self.event.get();
        let mut things = things.into_iter().map(|n| (event, n)).peekable();
        if things.peek().is_some() {
            self.things.borrow_mut().entry(cut).or_default().extend(things);
        }
    }

    /// What was left out, and how many of it.
    pub(super) fn counts(&self) -> Vec<(Cut, usize)> {
        self.things.borrow().iter().map(|(&cut, things)| (cut, things.len())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Cut, Cuts};

    #[test]
    fn things_of_two_events_are_two() {
        let cuts = Cuts::default();
        cuts.add(Cut::Values, [1, 2, 2]);
        cuts.begin_event(1);
        cuts.add(Cut::Values, [2, 3]);
        assert_eq!(cuts.counts(), [(Cut::Values, 4)]);
    }
}
