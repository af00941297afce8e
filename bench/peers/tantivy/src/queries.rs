//! Reads queries.jsonl and writes the answers, so that no JSON is touched while the clock runs.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    Relevance,
    Date,
}

#[derive(Deserialize)]
pub struct Filter {
    pub field: String,
    pub codes: Vec<String>,
}

/// What words are asked for.
#[derive(Deserialize)]
pub struct Clauses {
    pub stems: Vec<String>,
    pub phrases: Vec<Vec<String>>,
    pub prefixes: Vec<String>,
}

#[derive(Deserialize)]
pub struct Query {
    pub class: String,
    #[serde(flatten)]
    pub required: Clauses,
    /// Of each group, one alternative must match.
    pub any_of: Vec<Vec<Clauses>>,
    pub excluded: Clauses,
    pub filters: Vec<Filter>,
    pub sort: Sort,
    pub offset: usize,
    pub limit: usize,
    /// The line it stands on, from 0.
    #[serde(skip)]
    pub number: usize,
}

impl Query {
    /// Without stems nothing gives scores.
    pub fn by_date(&self) -> bool {
        let alternatives = self.any_of.iter().flatten();
        self.sort == Sort::Date
            || std::iter::once(&self.required).chain(alternatives).all(|one| one.stems.is_empty())
    }
}

#[derive(Default, Serialize)]
pub struct Answer {
    pub total: usize,
    pub best: Vec<u32>,
    pub facets: HashMap<String, HashMap<String, u64>>,
}

#[derive(Serialize)]
struct AnswerLine<'a> {
    query: usize,
    us: f64,
    #[serde(flatten)]
    answer: &'a Answer,
}

/// The queries of a file in its order, at most `per_class` of each class.
pub fn read_queries(path: &Path, per_class: usize) -> Result<Vec<Query>> {
    let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
    let mut taken: HashMap<String, usize> = HashMap::new();
    let mut queries = Vec::new();
    for (number, line) in BufReader::new(file).lines().enumerate() {
        let mut query: Query = serde_json::from_str(&line?)
            .with_context(|| format!("{}, line {}", path.display(), number + 1))?;
        query.number = number;
        let count = taken.entry(query.class.clone()).or_default();
        if *count < per_class {
            *count += 1;
            queries.push(query);
        }
    }
    Ok(queries)
}

pub fn write_answer(out: &mut impl Write, query: usize, us: f64, answer: &Answer) -> Result<()> {
    serde_json::to_writer(&mut *out, &AnswerLine { query, us, answer })?;
    out.write_all(b"\n")?;
    Ok(())
}
