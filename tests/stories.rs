//! What the report says of whole stories: its printed text, as an editor reads it, is the snapshot.
//!
//! A changed snapshot is read line by line before it is accepted (`cargo insta review`), and the commit says why.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

use corroborate::Article;
use corroborate::report::text::TextReport;
use support::{ENGLISH, folder, path};

fn printed(articles: &[Article]) -> String {
    TextReport::new(&ENGLISH.cross_reference(articles), articles).to_string()
}

#[test]
fn stories() {
    insta::glob!("stories/*/1-*.txt", |first| {
        let story = first.parent().unwrap();
        let name = story.file_name().unwrap().to_string_lossy().into_owned();
        insta::with_settings!({ snapshot_suffix => name, omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!("story", printed(&folder(story)));
        });
    });
}

#[test]
fn the_five_articles_of_the_example() {
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("seeds", printed(&folder(&path("examples/seeds"))));
    });
}

/// The wire format of the whole, with every value.
#[test]
fn the_five_articles_as_json() {
    let report = ENGLISH.cross_reference(&folder(&path("examples/seeds")));
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_json_snapshot!("seeds_json", report);
    });
}
