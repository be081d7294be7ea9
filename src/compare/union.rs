//! Classes of things that belong together (union-find).

/// Disjoint classes of `0..n`.
#[derive(Debug)]
pub(super) struct Union {
    parent: Vec<usize>,
}

impl Union {
    pub(super) fn new(n: usize) -> Self {
        Self { parent: (0..n).collect() }
    }

    /// The smallest member of `i`'s class.
    pub(super) fn root(&mut self, i: usize) -> usize {
        let mut at = i;
        while self.parent[at] != at {
            self.parent[at] = self.parent[self.parent[at]];
            at = self.parent[at];
        }
        at
    }

    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        let (low, high) = (a.min(b), a.max(b));
        self.parent[high] = low;
    }

    /// How many classes there are.
    pub(super) fn count(&self) -> usize {
        self.parent.iter().enumerate().filter(|(i, p)| i == *p).count()
    }
}
