//! `.txt`: a raw article as scraped, or one with a head of `Key: value` lines and a blank line before the text.

use super::{error, published, stem};
use crate::error::Error;
use crate::text::article::Article;

/// The keys that a head may have. A file whose first lines are anything else has no head.
const KEYS: [&str; 6] = ["id", "outlet", "published", "date", "title", "url"];

/// The article of one `.txt` file; its id is the file's stem.
pub(crate) fn article(name: &str, text: &str) -> Result<Article, Error> {
    let mut out = Article::new(stem(name), "");
    let Some((head, body)) = head(text) else {
        text.clone_into(&mut out.text);
        return Ok(out);
    };
    for (n, line) in head.lines().enumerate() {
        let Some((key, value)) = key_value(line) else { continue };
        let value = value.to_owned();
        match key.to_ascii_lowercase().as_str() {
            "id" => out.id = value,
            "outlet" => out.outlet = Some(value),
            "title" => out.title = Some(value),
            "url" => out.url = Some(value),
            _ => {
                let date = published(&value);
                let message = || error(format_args!("{name}:{}", n + 1), format_args!("not an EDTF date: {value:?}"));
                out.published = Some(date.ok_or_else(message)?);
            }
        }
    }
    body.clone_into(&mut out.text);
    Ok(out)
}

/// The head and the text after its blank line, if every line before the first blank one is a known key and a value.
fn head(text: &str) -> Option<(&str, &str)> {
    let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut end = 0;
    for line in body.split_inclusive('\n') {
        let bare = line.trim_end();
        if bare.is_empty() {
            return (end > 0).then(|| (body.get(..end).unwrap_or(""), body.get(end + line.len()..).unwrap_or("")));
        }
        key_value(bare)?;
        end += line.len();
    }
    None
}

fn key_value(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let value = value.trim();
    (KEYS.iter().any(|k| k.eq_ignore_ascii_case(key)) && !value.is_empty()).then_some((key, value))
}

#[cfg(test)]
mod tests {
    use super::article;

    #[test]
    fn a_head_is_no_text() {
        let a = article("s/1-post.txt", "Outlet: Harbour Post\nPublished: 2024-03-12\n\nFire.\n\nTitle: no\n").unwrap();
        assert_eq!((a.id.as_str(), a.outlet.as_deref()), ("1-post", Some("Harbour Post")));
        assert_eq!(a.published.map(|d| d.to_string()).as_deref(), Some("2024-03-12"));
        assert_eq!(a.text, "Fire.\n\nTitle: no\n");
    }

    #[test]
    fn a_text_without_head_is_kept_whole() {
        for text in
            ["", "\n", "Title: Fire on the ferry", "Outlet: x\nFire broke out.\n\nMore.", " date 2025-06-30 A\n"]
        {
            assert_eq!(article("a.txt", text).unwrap().text, text);
        }
    }

    #[test]
    fn a_bad_date_names_its_line() {
        let e = article("s/1.txt", "Outlet: x\nPublished: Friday\n\nFire.").unwrap_err();
        assert_eq!(e.to_string(), "s/1.txt:2: not an EDTF date: \"Friday\"");
    }
}
