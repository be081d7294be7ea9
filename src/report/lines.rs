//! Line numbers: where in an article a person looks.

/// The lines of one text. Cost: O(bytes) to build, O(log lines) to ask.
#[derive(Debug, Clone)]
pub(crate) struct Lines {
    /// The first byte of every line.
    starts: Vec<usize>,
}

impl Lines {
    /// Line breaks are `\n`, `\r\n` and a lone `\r`.
    pub(crate) fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends =
            (0..bytes.len()).filter(|&i| bytes[i] == b'\n' || (bytes[i] == b'\r' && bytes.get(i + 1) != Some(&b'\n')));
        Self { starts: std::iter::once(0).chain(ends.map(|i| i + 1)).collect() }
    }

    /// The line, counted from 1, that holds the byte at `offset`.
    pub(crate) fn of(&self, offset: usize) -> usize {
        self.starts.partition_point(|&s| s <= offset)
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn every_sort_of_line_break() {
        let lines = Lines::new("a\nb\r\nc\rd");
        assert_eq!([0, 1, 2, 5, 7].map(|i| lines.of(i)), [1, 1, 2, 3, 4]);
        assert_eq!(Lines::new("").of(0), 1);
        assert_eq!(Lines::new("\n").of(1), 2);
    }
}
