//! JSON: the article object of this crate, arrays of it, one a line, and IPTC ninjs items.

use super::{error, file_name, published, stem};
use crate::error::Error;
use crate::text::article::Article;
use serde_json::{Map, Value};

type Object = Map<String, Value>;

/// One object, or an array of them.
pub(super) fn document(name: &str, text: &str) -> Result<Vec<Article>, Error> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let value: Value = serde_json::from_str(text).map_err(|e| syntax(name, &e, e.line()))?;
    match value {
        Value::Array(items) => {
            let named = items.iter().enumerate().map(|(n, item)| (format!("{}[{}]", stem(name), n + 1), item));
            named.map(|(id, item)| article(format_args!("{name}: item {}", place_in(&id)), &id, item)).collect()
        }
        item => Ok(vec![article(name, stem(name), &item)?]),
    }
}

/// One object a line; blank lines are passed over.
pub(super) fn lines(name: &str, text: &str) -> Result<Vec<Article>, Error> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut out = Vec::new();
    for (n, line) in text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
        let value: Value = serde_json::from_str(line).map_err(|e| syntax(name, &e, n + 1))?;
        let id = format!("{}:{}", file_name(name), n + 1);
        out.push(article(format_args!("{name}:{}", n + 1), &id, &value)?);
    }
    Ok(out)
}

fn place_in(id: &str) -> &str {
    id.rsplit_once('[').map_or(id, |(_, n)| n.trim_end_matches(']'))
}

fn syntax(name: &str, e: &serde_json::Error, line: usize) -> Error {
    // serde_json adds its own line to the message; the place says it already, and rightly for JSON lines.
    let message = e.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    error(format_args!("{name}:{line}"), format_args!("bad JSON: {message} (column {})", e.column()))
}

fn article(place: impl ToString, id: &str, value: &Value) -> Result<Article, Error> {
    let Value::Object(object) = value else {
        return Err(error(place, "an article is a JSON object"));
    };
    let fields = Fields { place: place.to_string(), object };
    if object.contains_key("text") { fields.article(id) } else { fields.ninjs(id) }
}

/// One object, and where it stands for errors.
struct Fields<'v> {
    place: String,
    object: &'v Object,
}

impl Fields<'_> {
    /// The contract's own object.
    fn article(&self, id: &str) -> Result<Article, Error> {
        let mut out = Article::new(self.string("id")?.unwrap_or_else(|| id.to_owned()), "");
        out.outlet = self.string("outlet")?;
        out.title = self.string("title")?;
        out.url = self.string("url")?;
        out.published = self.date("published")?;
        match self.object.get("text") {
            Some(Value::String(text)) => out.text.clone_from(text),
            _ => return Err(error(&self.place, "`text` is not a string")),
        }
        Ok(out)
    }

    /// An IPTC ninjs item (1.x to 3.x): `body_text`, or the plain text among `bodies`.
    fn ninjs(&self, id: &str) -> Result<Article, Error> {
        let is_item =
            ["uri", "body_text", "bodies", "body_xhtml", "body_html"].iter().any(|k| self.object.contains_key(*k));
        let plain = |b: &&Object| {
            let kind = ["contenttype", "contentType"].iter().find_map(|k| b.get(*k)).and_then(Value::as_str);
            kind.is_none_or(|k| k.starts_with("text/plain"))
        };
        let bodies = self.objects("bodies").find(plain).and_then(|b| b.get("value")).and_then(Value::as_str);
        let Some(text) = self.object.get("body_text").and_then(Value::as_str).or(bodies) else {
            let message =
                if is_item { "a ninjs item needs a plain body (`body_text`)" } else { "an article needs a `text`" };
            return Err(error(&self.place, message));
        };
        let uri = self.string("uri")?;
        let mut out = Article::new(uri.clone().unwrap_or_else(|| id.to_owned()), text);
        out.url = uri.filter(|u| u.starts_with("http"));
        let headline = self.objects("headlines").find_map(|h| h.get("value")).and_then(Value::as_str);
        out.title = self.string("headline")?.or_else(|| headline.map(str::to_owned));
        let source = self.objects("infosources").find_map(|s| s.get("name").or_else(|| s.get("literal")));
        out.outlet = source.and_then(Value::as_str).map(str::to_owned);
        if out.outlet.is_none() {
            out.outlet = self.string("copyrightholder")?;
        }
        for key in ["firstcreated", "versioncreated", "firstCreated", "versionCreated"] {
            if out.published.is_none() {
                out.published = self.date(key)?;
            }
        }
        Ok(out)
    }

    /// A field that is text or a number; `None` if it is absent, null or empty.
    fn string(&self, key: &str) -> Result<Option<String>, Error> {
        match self.object.get(key) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(s)) if s.trim().is_empty() => Ok(None),
            Some(Value::String(s)) => Ok(Some(s.clone())),
            Some(Value::Number(n)) => Ok(Some(n.to_string())),
            Some(_) => Err(error(&self.place, format_args!("`{key}` is not a string"))),
        }
    }

    fn date(&self, key: &str) -> Result<Option<crate::date::PartialDate>, Error> {
        let Some(written) = self.string(key)? else { return Ok(None) };
        let message = || error(&self.place, format_args!("`{key}` is not an EDTF date: {written:?}"));
        published(&written).map(Some).ok_or_else(message)
    }

    fn objects(&self, key: &str) -> impl Iterator<Item = &Object> {
        self.object.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object)
    }
}

#[cfg(test)]
mod tests {
    use super::{document, lines};

    #[test]
    fn ids_come_from_the_file_where_there_are_none() {
        let ids = |found: Vec<crate::Article>| found.into_iter().map(|a| a.id).collect::<Vec<_>>();
        assert_eq!(ids(document("x/wire.json", r#"{"text":"A."}"#).unwrap()), ["wire"]);
        assert_eq!(ids(document("x/wire.json", r#"[{"text":"A."},{"id":7,"text":"B."}]"#).unwrap()), ["wire[1]", "7"]);
        assert_eq!(
            ids(lines("x/w.jsonl", "{\"text\":\"A.\"}\n\n{\"text\":\"B.\"}\n").unwrap()),
            ["w.jsonl:1", "w.jsonl:3"]
        );
    }

    #[test]
    fn a_ninjs_item() {
        let item = r#"{"uri":"http://agency.example/1","type":"text","versioncreated":"2024-03-12T08:30:00Z",
            "headline":"Fire","body_text":"Fire broke out.","infosources":[{"name":"Agency"}]}"#;
        let a = document("item.json", item).unwrap().remove(0);
        assert_eq!((a.title.as_deref(), a.outlet.as_deref()), (Some("Fire"), Some("Agency")));
        assert_eq!((a.text.as_str(), a.id.as_str()), ("Fire broke out.", "http://agency.example/1"));
        assert_eq!(a.published.map(|d| d.to_string()).as_deref(), Some("2024-03-12T08:30"));
        let newer = r#"{"uri":"urn:x:2","bodies":[{"contenttype":"text/html","value":"<p>"},
            {"contenttype":"text/plain","value":"Fire."}],"headlines":[{"value":"Ferry fire"}]}"#;
        let b = document("item.json", newer).unwrap().remove(0);
        assert_eq!((b.text.as_str(), b.title.as_deref(), b.url), ("Fire.", Some("Ferry fire"), None));
    }

    #[test]
    fn errors_name_file_and_line() {
        let of_lines = |text| lines("w.jsonl", text).unwrap_err().to_string();
        assert_eq!(
            of_lines("{\"text\":\"A.\"}\n{\"text\""),
            "w.jsonl:2: bad JSON: EOF while parsing an object (column 7)"
        );
        assert_eq!(of_lines("[]"), "w.jsonl:1: an article is a JSON object");
        assert_eq!(of_lines("{\"text\":5}"), "w.jsonl:1: `text` is not a string");
        assert_eq!(
            of_lines("{\"text\":\"\",\"published\":\"x\"}"),
            "w.jsonl:1: `published` is not an EDTF date: \"x\""
        );
        let of_file = |text| document("w.json", text).unwrap_err().to_string();
        assert_eq!(of_file("{\n \"text\": nul}"), "w.json:2: bad JSON: expected ident (column 13)");
        assert_eq!(of_file("[{\"text\":\"A.\"},{}]"), "w.json: item 2: an article needs a `text`");
        assert_eq!(
            of_file("{\"uri\":\"u\",\"body_xhtml\":\"<p>\"}"),
            "w.json: a ninjs item needs a plain body (`body_text`)"
        );
    }
}
