//! In what two claims differ. One file a facet for claims that are aligned; `slot`, `age`, `appointed`, `attribute`, `cleft`,
//! `deed`, `departure`, `ellipsis`, `existence`, `frame`, `happening`, `measure`, `none`, `opposite`, `outcome`,
//! `reversed`, `sited`, `toll`, `undone`, `role` and `spelling` look at whole articles instead, for what is one thing in
//! each of them. `counted`, `elapsed`, `moment`, `scope`, `sole`, `spot` and `theme` are shared by several.

pub(super) mod actor;
pub(super) mod address;
pub(super) mod age;
pub(super) mod appointed;
pub(super) mod attribute;
pub(super) mod cleft;
pub(super) mod counted;
pub(super) mod date;
pub(super) mod deed;
pub(super) mod denied;
pub(super) mod departure;
mod elapsed;
pub(super) mod ellipsis;
pub(super) mod existence;
pub(super) mod first;
pub(super) mod frame;
pub(super) mod happening;
pub(super) mod home;
pub(super) mod limit;
pub(super) mod measure;
pub(super) mod misdated;
pub(super) mod mistyped;
mod moment;
pub(super) mod none;
pub(super) mod opposite;
pub(super) mod outcome;
pub(super) mod place;
pub(super) mod quantity;
pub(super) mod quoted;
pub(super) mod reversed;
pub(super) mod role;
mod scope;
pub(super) mod sited;
pub(super) mod slot;
mod sole;
pub(super) mod spelling;
mod spot;
pub(super) mod stance;
pub(super) mod status;
pub(super) mod substitution;
mod theme;
pub(super) mod toll;
pub(super) mod undone;
pub(super) mod wording;
