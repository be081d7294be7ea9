//! Page furniture: which lines of a scraped page are no part of the article.
