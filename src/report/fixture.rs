//! A small report made by hand, for the tests of the renderers.

use crate::claim::actor::ActorKind;
use crate::claim::clause::Claim;
use crate::compare::finding::{Difference, Facet, FacetValue, Finding, FindingKind, SharedActor};
use crate::report::{ArticleInfo, Note, Report, SCHEMA};
use crate::text::article::Article;
use crate::text::span::Span;

/// Three outlets on a harbour fire: one quotation in two translations, an office that one of them gets wrong, a claim
/// that all three have from one interview.
pub(crate) fn ferry() -> (Report, Vec<Article>) {
    let text = |first: &str, quote: &str, role: &str| {
        format!("{first}\n\n“{quote},” said {role} Ines Prado in an interview.\n\nNobody was hurt, Prado said.\n")
    };
    let kept = "We kept for each other the right to call at any moment";
    let reserved = "We reserved for each other the possibility to call each other at any time";
    let given = [
        ("a1", "Harbour Post", text("A ferry burned in Port Vell on Monday.", reserved, "the mayor,")),
        ("a2", "Coast Radio", text("Fire on the ferry Ána.", reserved, "Mayor")),
        ("a3", "Daily Beacon", text("<b>Fire</b> at sea\u{202e}!", kept, "former mayor")),
    ];
    let articles: Vec<Article> = given
        .iter()
        .map(|(id, outlet, text)| {
            let date = "2024-03-12".parse().expect("a date");
            Article::new(*id, text.as_str()).with_outlet(*outlet).with_published(date)
        })
        .collect();
    let mut claims = Vec::new();
    let mut claim = |article: usize, words: &str| {
        let a = &articles[article];
        let start = a.text.find(words).expect("the words stand in the article");
        let id = format!("{}#{}", a.id, claims.len() + 1);
        claims.push(Claim::new(id.clone(), &a.id, Span::new(start, start + words.len()), &a.text));
        id
    };
    let quotes = [claim(0, reserved), claim(1, reserved), claim(2, kept)];
    let role = ["the mayor, Ines Prado in an interview", "Mayor Ines Prado in an interview", "former mayor Ines Prado"];
    let roles = [claim(0, role[0]), claim(1, role[1]), claim(2, role[2])];
    let hurt = "Nobody was hurt, Prado said.";
    let hurts = [claim(0, hurt), claim(1, hurt), claim(2, hurt)];
    let burned = claim(0, "A ferry burned in Port Vell on Monday.");
    let value = |claim: &String, words: &str| {
        let c = claims.iter().find(|c| c.id == *claim).expect("a claim");
        let start = c.span.start() + c.text.find(words).expect("the value stands in its claim");
        FacetValue { claim: claim.clone(), text: words.to_owned(), span: Span::new(start, start + words.len()) }
    };
    let difference = |facet, values| Difference { facet, values, update: false, reason: String::new() };
    let finding = |kind, claims: &[String], summary: &str, facets| Finding {
        id: String::new(),
        kind,
        event: false,
        claims: claims.to_vec(),
        score: 0.9,
        summary: summary.to_owned(),
        facets,
        independent_sources: 1,
        upstream: Vec::new(),
        chain: Vec::new(),
        copied: Vec::new(),
        voice: None,
    };
    let wording = vec![value(&quotes[0], reserved), value(&quotes[1], reserved), value(&quotes[2], kept)];
    let offices = vec![value(&roles[0], "mayor"), value(&roles[1], "Mayor"), value(&roles[2], "former mayor")];
    let mut findings = vec![
        finding(
            FindingKind::Divergence,
            &quotes,
            "Ines Prado's words differ",
            vec![difference(Facet::Wording, wording)],
        ),
        finding(
            FindingKind::Divergence,
            &roles,
            "Ines Prado: mayor / former mayor",
            vec![difference(Facet::Role, offices)],
        ),
        finding(FindingKind::Agreement, &hurts, "3 of 3 articles: nobody was hurt", vec![]),
        finding(FindingKind::SingleSource, &[burned], "a ferry burned in Port Vell", vec![]),
    ];
    for (n, f) in findings.iter_mut().enumerate() {
        f.id = format!("f{}", n + 1);
    }
    findings[2].upstream = vec!["interview with Ines Prado".to_owned(), "Reuters".to_owned()];
    let info = |a: &Article| ArticleInfo {
        id: a.id.clone(),
        outlet: a.outlet.clone(),
        published: a.published.clone(),
        title: a.title.clone(),
    };
    let report = Report {
        schema: SCHEMA.to_owned(),
        articles: articles.iter().map(info).collect(),
        actors: vec![SharedActor {
            id: "prado".to_owned(),
            name: "Ines Prado".to_owned(),
            kind: ActorKind::Person,
            aliases: vec!["Prado".to_owned()],
            articles: vec!["a1".to_owned(), "a2".to_owned(), "a3".to_owned()],
            members: Vec::new(),
        }],
        claims,
        findings,
        copies: Vec::new(),
        notes: vec![Note::new("a3", "text ends in mid-sentence"), Note::new("a1", "text ends in mid-sentence")],
    };
    (report, articles)
}
