//! Turns a query as plain data into tantivy's queries.

use std::ops::Bound;

use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, ConstScoreQuery, InvertedIndexRangeQuery, Occur, PhraseQuery,
    Query as Clause, TermQuery, TermSetQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use crate::index::Fields;
use crate::queries::{Clauses, Filter, Query};

/// What a query requires of the text: stems, phrases and prefixes, and one of each group.
pub fn text_clauses(query: &Query, fields: &Fields) -> Vec<Box<dyn Clause>> {
    let mut clauses = clauses_of(&query.required, fields);
    for group in &query.any_of {
        let alternatives = group.iter().map(|one| all_of(clauses_of(one, fields)));
        clauses.push(Box::new(BooleanQuery::union(alternatives.collect())));
    }
    clauses
}

/// Those documents that hold nothing of what is excluded.
pub fn without(clause: Box<dyn Clause>, excluded: &Clauses, fields: &Fields) -> Box<dyn Clause> {
    let excluded = clauses_of(excluded, fields);
    if excluded.is_empty() {
        return clause;
    }
    let mut clauses = vec![(Occur::Must, clause)];
    clauses.extend(excluded.into_iter().map(|one| (Occur::MustNot, one)));
    Box::new(BooleanQuery::new(clauses))
}

fn clauses_of(wanted: &Clauses, fields: &Fields) -> Vec<Box<dyn Clause>> {
    let mut clauses: Vec<Box<dyn Clause>> = Vec::new();
    for stem in &wanted.stems {
        let term = Term::from_field_text(fields.stems, stem);
        clauses.push(Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)));
    }
    clauses.extend(wanted.phrases.iter().map(|phrase| unscored(phrase_clause(phrase, fields.words))));
    clauses.extend(wanted.prefixes.iter().map(|prefix| unscored(prefix_clause(prefix, fields.words))));
    clauses
}

/// A document passes a filter with any one of its codes.
pub fn filter_clause(filter: &Filter, field: Field) -> Box<dyn Clause> {
    let mut terms = filter.codes.iter().map(|code| Term::from_field_text(field, code));
    if terms.len() == 1 {
        let term = terms.next().expect("one code");
        return unscored(Box::new(TermQuery::new(term, IndexRecordOption::Basic)));
    }
    unscored(Box::new(TermSetQuery::new(terms)))
}

/// All of the clauses, or every document without any.
pub fn all_of(mut clauses: Vec<Box<dyn Clause>>) -> Box<dyn Clause> {
    match clauses.len() {
        0 => Box::new(AllQuery),
        1 => clauses.remove(0),
        _ => Box::new(BooleanQuery::intersection(clauses)),
    }
}

fn phrase_clause(phrase: &[String], words: Field) -> Box<dyn Clause> {
    let mut terms: Vec<Term> =
        phrase.iter().map(|word| Term::from_field_text(words, word)).collect();
    if terms.len() == 1 {
        return Box::new(TermQuery::new(terms.remove(0), IndexRecordOption::Basic));
    }
    Box::new(PhraseQuery::new(terms))
}

/// A range over the terms meets every word with the prefix; tantivy's own phrase prefix query stops
/// after some. Words hold ASCII letters and digits only, so `{` comes after them all.
fn prefix_clause(prefix: &str, words: Field) -> Box<dyn Clause> {
    let first = Term::from_field_text(words, prefix);
    let past = Term::from_field_text(words, &format!("{prefix}{{"));
    Box::new(InvertedIndexRangeQuery::new(Bound::Included(first), Bound::Excluded(past)))
}

/// Only the stems give scores.
fn unscored(clause: Box<dyn Clause>) -> Box<dyn Clause> {
    Box::new(ConstScoreQuery::new(clause, 0.0))
}
