//! Whether two roles of one person are one office, can both hold, or exclude each other. Silence is not contradiction,
//! and neither is a looser word: only two definite posts that one person does not hold at once are different.

mod office;

use crate::claim::actor::role_likeness::office::{Office, Post, WHOLE, Word, says, senses};
use crate::claim::actor::spelling::initials;
use crate::claim::actor::{Role, RoleKind, RoleTense};
use crate::lexicon::{Lexicon, List};
use crate::likeness::Likeness;
use crate::text::fold::fold;

impl Role {
    /// How this role stands to another role of the same person.
    ///
    /// ```
    /// use corroborate::claim::actor::{Actor, actors};
    /// use corroborate::{Lexicon, likeness::Likeness, text::document::Document};
    /// let lexicon = Lexicon::english();
    /// let role = |text: &str| {
    ///     let doc = Document::new(text, &lexicon);
    ///     actors(&doc, &[], "a", &lexicon).into_iter().find_map(|a| a.role_mentions.into_iter().next()).unwrap()
    /// };
    /// let now = role("President Ann Smith spoke.");
    /// let then = role("Former President Ann Smith spoke.");
    /// assert_eq!(now.likeness(&then, &lexicon), Likeness::Different);
    /// assert_eq!(now.likeness(&role("U.S. President Ann Smith spoke."), &lexicon), Likeness::Compatible);
    /// ```
    #[must_use]
    pub fn likeness(&self, other: &Self, lexicon: &Lexicon) -> Likeness {
        if self.kind != other.kind {
            return Likeness::Unknown;
        }
        match self.kind {
            RoleKind::Age => ages(&self.text, &other.text),
            RoleKind::Nationality => {
                if fold(&self.text) == fold(&other.text) {
                    Likeness::Same
                } else {
                    Likeness::Unknown
                }
            }
            RoleKind::Family => families(&self.text, &other.text, lexicon),
            RoleKind::Office => offices(self, other, lexicon),
        }
    }

    /// Whether this names one definite post, and no trade that anybody may have beside another, nor a headline's word for
    /// whoever leads something (`union boss`).
    pub(crate) fn is_definite(&self, lexicon: &Lexicon) -> bool {
        let Some(office) = Office::read(&self.text, self.tense, lexicon) else { return false };
        let last = office.post.words.rsplit(' ').next().unwrap_or_default();
        if office.told || says(lexicon, last, "loose") {
            return false;
        }
        if says(lexicon, last, "leading") {
            // `head of the bank` is any of its heads.
            let told = |w: &Word| !says(lexicon, &w.folded, "body");
            return office.body.iter().any(told) || !office.tasks.is_empty();
        }
        let rank = office.post.sort == "rank" && !office.body.is_empty();
        rank || is_post(&office, lexicon)
    }
}

fn ages(a: &str, b: &str) -> Likeness {
    let number =
        |s: &str| s.split(|c: char| !c.is_ascii_digit()).find(|p| !p.is_empty()).and_then(|p| p.parse::<u32>().ok());
    match (number(a), number(b)) {
        (Some(a), Some(b)) if a == b => Likeness::Same,
        (Some(_), Some(_)) => Likeness::Different,
        _ => Likeness::Unknown,
    }
}

fn families(a: &str, b: &str, lexicon: &Lexicon) -> Likeness {
    let (a, b) = (fold(a), fold(b));
    if a == b {
        return Likeness::Same;
    }
    // A tie of which a person has one at a time to the same other person.
    let tie = |s: &str| s.split([' ', '\'']).find(|w| says(lexicon, w, "couple")).map(str::to_owned);
    match (tie(&a), tie(&b)) {
        (Some(x), Some(y)) if x == y => Likeness::Compatible,
        // A wife becomes a widow; a spouse was a fiancé: only the living ties exclude each other.
        (Some(x), Some(y)) if !x.starts_with("widow") && !y.starts_with("widow") => Likeness::Different,
        // `the victim's aunt`, `grandmother of the victim`
        _ => match (kin(&a), kin(&b)) {
            (Some((x, of)), Some((y, of_other))) if of == of_other && on_one_line(&x, &y, lexicon) => {
                Likeness::Different
            }
            _ => Likeness::Unknown,
        },
    }
}

/// The word for a tie and whose it is, where that is told.
fn kin(role: &str) -> Option<(String, String)> {
    let role = role.replace('\u{2019}', "'");
    let (tie, whose) = match role.split_once(" of ") {
        Some((tie, whose)) => (tie, whose.trim_start_matches("the ")),
        None => role.split_once("'s ").map(|(whose, tie)| (tie, whose))?,
    };
    Some((tie.rsplit(' ').next().unwrap_or(tie).to_owned(), whose.to_owned()))
}

/// Whether two ties exclude each other and are not one in two words.
fn on_one_line(x: &str, y: &str, lexicon: &Lexicon) -> bool {
    let (x, y) = (senses(x, lexicon), senses(y, lexicon));
    !x.iter().any(|s| y.contains(s)) && share_line(&x, &y, lexicon)
}

fn offices(a: &Role, b: &Role, lexicon: &Lexicon) -> Likeness {
    let (Some(x), Some(y)) = (Office::read(&a.text, a.tense, lexicon), Office::read(&b.text, b.tense, lexicon)) else {
        return if fold(&a.text) == fold(&b.text) { Likeness::Same } else { Likeness::Unknown };
    };
    // `Deputy`, `deputy sheriff`, `sheriff's deputy`
    let shortened =
        |a: &Office, b: &Office| a.post.words.split(' ').all(|w| says(lexicon, w, "step") && b.step.contains(w));
    if concurrent(x.tense, y.tense) && (shortened(&x, &y) || shortened(&y, &x)) {
        return Likeness::Compatible;
    }
    if concurrent(x.tense, y.tense) && (portfolios_differ(&x, &y) || orders_differ(&x, &y) || rivals(&x, &y, lexicon)) {
        return Likeness::Different;
    }
    // Who leads an inquiry may hold any post.
    let affair = |o: &Office| o.body.iter().any(|w| says(lexicon, &w.folded, "affair"));
    if affair(&x) != affair(&y) {
        return Likeness::Unknown;
    }
    let same_post = x.post.sense.iter().any(|s| y.post.sense.contains(s));
    if same_post {
        if x.step != y.step {
            return Likeness::Different;
        }
        let bodies = bodies(&x.body, &y.body, lexicon);
        let other_function =
            !x.functions.is_empty() && !y.functions.is_empty() && x.functions.is_disjoint(&y.functions)
                || is_for_something(&x) && is_for_something(&y) && x.tasks.is_disjoint(&y.tasks);
        // `a naval engineer`, `the freed engineer`: a trade may be told of by anything.
        let loose = x.post.sort == "job" && !named_apart(&x.body, &y.body, lexicon);
        if bodies == Likeness::Different && !loose || other_function {
            return Likeness::Different;
        }
        let past = |o: &Office| o.tense == RoleTense::Former && !o.told;
        let coming = |o: &Office| o.tense == RoleTense::Incoming;
        let begins = x.tense == RoleTense::New || y.tense == RoleTense::New;
        if (past(&x) != past(&y) && !x.told && !y.told && exclusive(&x.post)) || !begins && coming(&x) != coming(&y) {
            return Likeness::Different;
        }
        let alike = bodies == Likeness::Same
            && (&x.post.words, x.tense, &x.portfolio) == (&y.post.words, y.tense, &y.portfolio);
        return if alike { Likeness::Same } else { Likeness::Compatible };
    }
    if !concurrent(x.tense, y.tense) || x.told || y.told {
        return Likeness::Unknown;
    }
    if x.post.sort == "rank" && y.post.sort == "rank" {
        // `General` for `Major General`: the looser word is no other rank.
        let full = |w: &str| senses(w, lexicon).into_iter().next().unwrap_or_default();
        let within = |a: &Post, b: &Post| a.words.split(' ').all(|w| b.words.split(' ').any(|v| full(v) == full(w)));
        return if within(&x.post, &y.post) || within(&y.post, &x.post) {
            Likeness::Compatible
        } else {
            Likeness::Different
        };
    }
    // `Superintendent` is a rank of the police, and the head of a school district.
    let ranked = |o: &Office, other: &Office| {
        o.post.sort == "rank"
            && o.step.is_empty()
            && !(says(lexicon, &o.post.words, "school")
                && other.body.iter().any(|w| says(lexicon, &w.folded, "school")))
    };
    if ranked(&x, &y) || ranked(&y, &x) {
        return Likeness::Unknown;
    }
    if x.step == y.step && (ends_with(&x.post, &y.post) || ends_with(&y.post, &x.post)) {
        return Likeness::Compatible;
    }
    // `chief prosecutor`, `deputy prosecutor`
    if x.step != y.step && (x.sole || y.sole) && base(&x.post, lexicon) == base(&y.post, lexicon) {
        return Likeness::Different;
    }
    // `leader of the opposition` says little, unless the other post is one below it in the same body (`head of the agency`,
    // `the agency's chief toxicologist`); two definite posts in one place say much.
    let shared = x.body.iter().any(|w| y.body.iter().any(|v| w.folded == v.folded));
    let below = |o: &Office| shared && o.sole && o.post.sort == "job";
    let loose = |o: &Office, other: &Office| {
        let leads = says(lexicon, &o.post.words, "leading") && o.post.words != "director";
        leads && o.step.is_empty() && !is_for_something(o) && !below(other)
    };
    // `head of communications`, `spokeswoman`
    let listed = |o: &Office| lexicon.phrase(List::Post, &o.post.words).is_some();
    if x.tasks.intersection(&y.tasks).any(|t| t != WHOLE) && !(listed(&x) && listed(&y)) {
        return Likeness::Unknown;
    }
    // Of posts that somebody once held there may be several: `a former school principal`, `the former mayor`.
    if x.tense == RoleTense::Former && y.tense == RoleTense::Former && !shared {
        return Likeness::Unknown;
    }
    if is_post(&x, lexicon) && is_post(&y, lexicon) && !loose(&x, &y) && !loose(&y, &x) {
        return if named_apart(&x.body, &y.body, lexicon) { Likeness::Unknown } else { Likeness::Different };
    }
    Likeness::Unknown
}

/// `school bus driver`, `bus driver`
fn ends_with(a: &Post, b: &Post) -> bool {
    a.words.strip_suffix(&b.words).is_some_and(|r| r.is_empty() || r.ends_with(' '))
}

/// Whether two posts are told of one time. A new holder is one who holds it, or one who will.
fn concurrent(x: RoleTense, y: RoleTense) -> bool {
    let new = |x, y| x == RoleTense::New && matches!(y, RoleTense::Current | RoleTense::Incoming);
    x == y || new(x, y) || new(y, x)
}

/// `water minister`, `minister of foreign affairs`: both told apart by what they are of, and nothing of it is shared.
fn portfolios_differ(x: &Office, y: &Office) -> bool {
    !x.portfolio.is_empty() && !y.portfolio.is_empty() && x.portfolio.is_disjoint(&y.portfolio)
}

/// `first officer`, `second officer of the ship`.
fn orders_differ(x: &Office, y: &Office) -> bool {
    let last = |o: &Office| o.post.words.rsplit(' ').next().map(str::to_owned);
    x.order.is_some() && y.order.is_some() && x.order != y.order && last(x) == last(y)
}

/// Whether one line of posts that exclude one another holds both, and they are not one post in two words. A form of
/// address (`Dr.`) is no trade.
fn rivals(x: &Office, y: &Office, lexicon: &Lexicon) -> bool {
    let called = |o: &Office, other: &Office| o.post.sort == "honorific" && other.post.sort == "job";
    let trades = !called(x, y) && !called(y, x);
    let exclude = |p: &[String], q: &[String]| !p.iter().any(|s| q.contains(s)) && share_line(p, q, lexicon);
    // `chief prosecutor`, `examining judge`: by their last words.
    let whole = |o: &Office| {
        let last = base(&o.post, lexicon).last().map_or_else(Vec::new, |w| senses(w, lexicon));
        o.post.sense.iter().cloned().chain(last).collect::<Vec<_>>()
    };
    trades && (exclude(&x.post.sense, &y.post.sense) || exclude(&whole(x), &whole(y)))
}

/// Whether a line of [`List::RivalPost`] holds one of each.
fn share_line(x: &[String], y: &[String], lexicon: &Lexicon) -> bool {
    let lines = |senses: &[String]| -> Vec<u32> {
        senses.iter().flat_map(|s| lexicon.lines_of(List::RivalPost, s)).map(|(line, _)| line).collect()
    };
    let theirs = lines(y);
    lines(x).iter().any(|l| theirs.contains(l))
}

/// A post without the words that raise or lower it.
fn base<'p>(post: &'p Post, lexicon: &Lexicon) -> Vec<&'p str> {
    post.words.split(' ').filter(|w| !says(lexicon, w, "step") && !says(lexicon, w, "official")).collect()
}

/// Posts that a person has left when called `former`; a trade or a rank stays with its bearer.
fn exclusive(post: &Post) -> bool {
    post.sort == "office"
}

/// Whether it is said what a post is for, and it is one that leads there.
fn is_for_something(office: &Office) -> bool {
    let last = office.post.words.rsplit(' ').next().unwrap_or_default();
    !office.tasks.is_empty() && HEADS.contains(&last)
}

/// Last words of posts, where the words before them say what they are for (`human resources director`).
const HEADS: [&str; 6] = ["director", "head", "manager", "officer", "president", "secretary"];

/// Posts in a body that exclude one another: one person is not its chair and its chief executive.
fn is_post(office: &Office, lexicon: &Lexicon) -> bool {
    let post = &office.post;
    let bare = post.words.split(' ').filter(|w| !says(lexicon, w, "step")).collect::<Vec<_>>().join(" ");
    let last = bare.rsplit(' ').next().unwrap_or_default();
    let listed = |words: &str| lexicon.phrase(List::Post, words).is_some();
    let qualified = office.sole || office.body.iter().any(|w| says(lexicon, &w.folded, "official"));
    listed(&post.words)
        || listed(&bare)
        || matches!(post.sort.as_str(), "job" | "rank") && office.step.contains("deputy") && !office.body.is_empty()
        || post.sort == "job" && listed(last)
        || says(lexicon, &bare, "leading")
        || is_for_something(office)
        || qualified && post.sort == "job"
}

/// How what two offices are of compares.
fn bodies(a: &[Word], b: &[Word], lexicon: &Lexicon) -> Likeness {
    if a.is_empty() || b.is_empty() {
        return if a.is_empty() && b.is_empty() { Likeness::Same } else { Likeness::Compatible };
    }
    let vague = |ws: &[Word]| {
        ws.iter().all(|w| says(lexicon, &w.folded, "body") || lexicon.lookup(&w.folded).0.has(List::Demonym))
    };
    if vague(a) || vague(b) {
        return Likeness::Compatible;
    }
    let meet = |x: &[Word], y: &[Word]| x.iter().all(|w| y.iter().any(|v| same_word(lexicon, &w.folded, &v.folded)));
    if meet(a, b) && meet(b, a) {
        return Likeness::Same;
    }
    if meet(a, b) || meet(b, a) || acronym(a, b) || acronym(b, a) {
        return Likeness::Compatible;
    }
    // Two bodies with names of their own, or of which nothing is shared.
    let shared = a
        .iter()
        .any(|w| b.iter().any(|v| same_word(lexicon, &w.folded, &v.folded) && !says(lexicon, &w.folded, "body")));
    // `Great Central` is a name, though each of its words may be none.
    let named = |ws: &[Word]| !proper(ws, lexicon).is_empty() || ws.iter().filter(|w| w.capital).count() >= 2;
    if named_apart(a, b, lexicon) || !shared && !named(a) && !named(b) {
        Likeness::Different
    } else {
        Likeness::Compatible
    }
}

/// The words of a body's own name.
fn proper(words: &[Word], lexicon: &Lexicon) -> Vec<String> {
    // `Power boss`, at the head of a sentence, names no body either.
    let plain = [List::NameHead, List::Portfolio, List::RoleFunction, List::RoleModifier];
    let named = words.iter().filter(|w| w.capital && !plain.into_iter().any(|l| lexicon.lookup(&w.folded).0.has(l)));
    named.map(|w| w.folded.clone()).collect()
}

/// Whether two bodies have names of their own that share no word, and neither is called after a country.
fn named_apart(a: &[Word], b: &[Word], lexicon: &Lexicon) -> bool {
    let (p, q) = (proper(a, lexicon), proper(b, lexicon));
    let of_country = |w: &String| lexicon.lookup(w).0.has(List::Country) || lexicon.lookup(w).0.has(List::Demonym);
    !p.is_empty()
        && !q.is_empty()
        && !p.iter().any(|w| q.iter().any(|v| same_word(lexicon, w, v)))
        && !p.iter().chain(&q).any(of_country)
}

fn same_word(lexicon: &Lexicon, a: &str, b: &str) -> bool {
    a == b
        || a.strip_suffix('s') == Some(b)
        || b.strip_suffix('s') == Some(a)
        || [List::Country, List::Place, List::Organisation]
            .into_iter()
            .any(|l| lexicon.entries_of(l, a).any(|(x, _)| lexicon.entries_of(l, b).any(|(y, _)| x == y)))
        || demonym_of(lexicon, a, b)
        || demonym_of(lexicon, b, a)
        || is_made_of(a, b)
        || is_made_of(b, a)
}

/// Letters that a land's name keeps at least in the word for its people.
const KEPT: usize = 4;

/// Whether a word may be that for the people of a land that no list has: `sarvonian` of `sarvonia`, `torvari` of `torvar`.
fn is_made_of(people: &str, land: &str) -> bool {
    let kept = land.trim_end_matches(['a', 'e', 'i', 'o', 'y']);
    let ending = people.strip_prefix(kept);
    kept.len() >= KEPT && ending.is_some_and(|e| ["an", "ean", "er", "ese", "i", "ian", "ish", "ic"].contains(&e))
}

/// `russian` of `russia`.
fn demonym_of(lexicon: &Lexicon, demonym: &str, country: &str) -> bool {
    lexicon.entries_of(List::Demonym, demonym).any(|(_, e)| fold(e.field(0)) == country)
}

/// Whether one of `short`'s words is made of the first letters of the other's, or of some of them in a row.
fn acronym(short: &[Word], long: &[Word]) -> bool {
    let letters = initials(&long.iter().map(|w| w.folded.clone()).collect::<Vec<_>>());
    // `HBO`, of which another article names only the `Harbour Board`
    let begins = |w: &str| letters.len() >= 2 && w.starts_with(&letters);
    let fits = |w: &str| w.len() >= 2 && w.len() <= 6 && (letters.contains(w) || begins(w));
    short.iter().any(|w| w.capital && fits(&w.folded))
        || short.iter().any(|w| {
            w.capital && w.folded.len() <= 5 && w.folded.len() >= 2 && !w.folded.contains(['a', 'e', 'i', 'o', 'u'])
        })
}

#[cfg(test)]
mod tests {
    use super::office::title;
    use super::{Role, RoleKind, RoleTense};
    use crate::lexicon::Lexicon;
    use crate::likeness::Likeness;
    use crate::text::span::Span;

    fn role(text: &str, lexicon: &Lexicon) -> Role {
        let tense = match text.split([' ', '-']).next() {
            Some("former" | "ex" | "Former") => RoleTense::Former,
            Some("acting") => RoleTense::Acting,
            _ => RoleTense::Current,
        };
        let kind = match text {
            t if t.split(' ').any(|w| title(w, lexicon).is_some_and(|(sort, _)| sort == "family")) => RoleKind::Family,
            t if t.chars().all(|c| c.is_ascii_digit()) => RoleKind::Age,
            _ => RoleKind::Office,
        };
        Role { span: Span::new(0, 1), text: text.to_owned(), kind, tense, mention: Span::new(2, 3) }
    }

    #[test]
    fn roles_side_by_side() {
        let lexicon = Lexicon::english();
        let rows = [
            (
                "head of Russia's Foreign Intelligence Service",
                "chief of Russia’s Foreign Intelligence Service",
                Likeness::Compatible,
            ),
            ("head of Russia's Foreign Intelligence Service", "Director of the SVR", Likeness::Compatible),
            ("head of Russia's Foreign Intelligence Service", "Russian spy chief", Likeness::Compatible),
            ("leads the SVR", "head of Russia's Foreign Intelligence Service", Likeness::Compatible),
            ("CIA Director", "Director of the Central Intelligence Agency", Likeness::Compatible),
            ("Sen.", "U.S. senator", Likeness::Compatible),
            ("Senator", "senator", Likeness::Same),
            ("President", "former President", Likeness::Different),
            ("U.S. President", "former President", Likeness::Different),
            ("U.S. President", "President", Likeness::Compatible),
            ("deputy governor", "governor", Likeness::Different),
            ("deputy governor", "chief economist", Likeness::Different),
            ("deputy director of the Sabel Volcano Observatory", "observatory's director", Likeness::Different),
            ("chief information officer", "network's chief technology officer", Likeness::Different),
            ("tattoo artist", "aspiring tattoo artist", Likeness::Different),
            ("25-year-old tattoo artist", "tattoo artist", Likeness::Compatible),
            ("under-21s coach", "first-team coach", Likeness::Different),
            (
                "professor of neurology at Weston University",
                "professor of neurology at Kingsmere University",
                Likeness::Different,
            ),
            ("professor of neurology at Weston University", "professor at Weston University", Likeness::Compatible),
            (
                "chair of the National Conciliation Service",
                "chief executive of the National Conciliation Service",
                Likeness::Different,
            ),
            ("Captain", "Lieutenant", Likeness::Different),
            ("Maj. Gen.", "General", Likeness::Compatible),
            ("Detective Superintendent", "Superintendent", Likeness::Compatible),
            ("Colonel", "police spokeswoman", Likeness::Unknown),
            ("Republican candidate", "Senator", Likeness::Unknown),
            ("lawyer", "attorney", Likeness::Same),
            ("teacher", "wife", Likeness::Unknown),
            ("wife", "fiancee", Likeness::Different),
            ("mother", "wife", Likeness::Unknown),
            ("victim's aunt", "victim's grandmother", Likeness::Different),
            ("mother of the victim", "victim's mum", Likeness::Unknown),
            ("victim's aunt", "driver's grandmother", Likeness::Unknown),
            ("19", "20", Likeness::Different),
            ("New Orleans Police Superintendent", "New Orleans Police Chief", Likeness::Compatible),
            ("bus driver", "school bus driver from Port Vell", Likeness::Compatible),
            ("Interior Minister", "Home Minister of that country", Likeness::Compatible),
            ("Lutheran pastor", "priest", Likeness::Unknown),
            ("Russian President", "President of Russia", Likeness::Compatible),
            ("Prime Minister", "British PM", Likeness::Compatible),
            ("director", "chief curator of the museum", Likeness::Different),
            ("police spokeswoman", "deputy chief of police in the capital", Likeness::Different),
            ("trade attaché", "colonel in Dravian military intelligence", Likeness::Unknown),
            ("mayor of Springfield", "mayor", Likeness::Compatible),
            ("mayor of Springfield", "mayor of Shelbyville", Likeness::Different),
            ("founder", "chief executive", Likeness::Unknown),
            ("Microsoft CEO", "chief executive of Microsoft", Likeness::Same),
            ("former teacher", "retired teacher", Likeness::Compatible),
            ("naval engineer", "freed engineer", Likeness::Compatible),
            ("bus driver from Port Vell", "bus driver in the Harbour District", Likeness::Compatible),
            ("sporting director", "general director of the club", Likeness::Different),
            ("sporting director", "director", Likeness::Compatible),
            ("managing director", "general director of the company", Likeness::Compatible),
            ("plant manager", "company's vice president of manufacturing", Likeness::Different),
            ("city's integrity commissioner", "auditor for the city", Likeness::Different),
            ("State archaeologist", "director of the National Museum", Likeness::Different),
            ("archaeologist", "director of the National Museum", Likeness::Unknown),
            ("council's president", "secretary of the electoral council", Likeness::Different),
            ("President of the Electoral Council", "secretary of the electoral council", Likeness::Different),
            ("surgeon", "medical director of the airport", Likeness::Unknown),
            ("chief prosecutor", "deputy prosecutor", Likeness::Different),
            ("chief prosecutor", "prosecutor", Likeness::Compatible),
            ("directorate's chief epidemiologist", "director of the Porto Lena hospital", Likeness::Different),
            ("chief epidemiologist", "director of the Porto Lena hospital", Likeness::Different),
            ("flight director", "chief scientist of the mission", Likeness::Different),
            ("site manager", "manager at the mine", Likeness::Compatible),
            ("Norland's water minister", "Norlandic foreign minister", Likeness::Different),
            ("Water Resources Minister of Norland", "foreign minister", Likeness::Different),
            ("Science Minister", "minister in charge", Likeness::Compatible),
            ("Minister of Water", "Water Resources Minister of Norland", Likeness::Compatible),
            ("Treasury Secretary", "finance minister", Likeness::Same),
            ("Health Secretary", "education secretary", Likeness::Different),
            ("Home Secretary", "interior minister", Likeness::Same),
            ("foreign minister", "minister", Likeness::Compatible),
            ("professor of geology at Arden University", "professor of archaeology at Arden", Likeness::Different),
            ("professor of history", "professor of modern history at Arden", Likeness::Compatible),
            ("first officer", "second officer of the Star", Likeness::Different),
            ("first officer", "ship's officer", Likeness::Unknown),
            ("cardiologist at St. Mark's", "paediatrician", Likeness::Different),
            ("Power boss", "head of Torle Grid", Likeness::Compatible),
            ("Judge", "Prosecutor", Likeness::Different),
            ("Public defender", "Assistant District Attorney", Likeness::Different),
            ("pilot", "co-pilot", Likeness::Different),
            ("Bishop", "Archbishop", Likeness::Different),
            ("Goalkeeper", "Midfielder", Likeness::Different),
            ("Mayor", "City manager", Likeness::Different),
            ("army chief of staff", "defence minister", Likeness::Different),
            ("his special adviser", "private secretary", Likeness::Different),
            ("special adviser", "adviser to the minister", Likeness::Compatible),
            ("senior bridge inspector with Torle County Council", "council's chief engineer", Likeness::Different),
            ("inspector with the council", "senior bridge inspector", Likeness::Unknown),
            ("lifeboat coxswain", "pilot of the coastguard helicopter", Likeness::Different),
            ("Brand's personal coach", "head coach of the national team", Likeness::Different),
            ("personal coach", "coach", Likeness::Compatible),
            ("Marland's special envoy", "Marland's foreign minister", Likeness::Different),
            ("chief engineer", "company's director-general", Likeness::Different),
            ("District spokeswoman", "Superintendent", Likeness::Different),
            ("police spokeswoman", "Superintendent", Likeness::Unknown),
            ("medical director of the airport", "chief of surgery at St. Brann's", Likeness::Different),
            ("hospital's head of nursing", "hospital's chief pharmacist", Likeness::Different),
            ("head of the health agency", "agency's chief toxicologist", Likeness::Different),
            ("head of the church", "archbishop", Likeness::Unknown),
            ("union leader", "general secretary of the union", Likeness::Unknown),
            ("head of the regional government", "president of the region", Likeness::Unknown),
            ("head of the finance committee", "mayor", Likeness::Unknown),
            ("airline's head of communications", "spokeswoman for the airline", Likeness::Unknown),
            ("Deputy Sheriff", "sheriff's deputy", Likeness::Compatible),
            ("lawyer for the tenants", "lawyer for the landlord", Likeness::Different),
            ("teacher at the school", "school's headteacher", Likeness::Different),
            ("managing director", "human resources director", Likeness::Different),
            ("chief risk officer", "finance director of the bank", Likeness::Different),
            ("head of information technology", "deputy chairman", Likeness::Different),
            ("union chief", "general secretary", Likeness::Unknown),
            ("director of public health", "led the inquiry", Likeness::Unknown),
            ("HBO governor", "governor of the Harbour Board", Likeness::Compatible),
            ("self-employed mechanic", "firm's workshop manager", Likeness::Unknown),
        ];
        let mut wrong = String::new();
        for (a, b, want) in rows {
            for (a, b) in [(a, b), (b, a)] {
                let got = role(a, &lexicon).likeness(&role(b, &lexicon), &lexicon);
                if got != want {
                    wrong.push_str(&format!("{a} / {b}: want {want:?}, got {got:?}\n"));
                }
            }
        }
        assert!(wrong.is_empty(), "\n{wrong}");
    }
}
