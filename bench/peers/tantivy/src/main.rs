//! The benchmark's peer on tantivy: indexes the documents, asks the queries, writes the answers.

mod clauses;
mod documents;
mod index;
mod newest;
mod queries;
mod search;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Result, bail};

use queries::{read_queries, write_answer};
use search::Search;

struct Arguments {
    documents: PathBuf,
    queries: PathBuf,
    index: PathBuf,
    answers: PathBuf,
    per_class: usize,
}

fn arguments() -> Result<Arguments> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (paths, per_class) = match words.as_slice() {
        [paths @ .., "--per-class", count] => (paths, count.parse()?),
        paths => (paths, usize::MAX),
    };
    let [documents, queries, index, answers] = paths else {
        bail!("usage: run DOCUMENTS QUERIES INDEX_DIRECTORY ANSWERS [--per-class N]");
    };
    Ok(Arguments {
        documents: documents.into(),
        queries: queries.into(),
        index: index.into(),
        answers: answers.into(),
        per_class,
    })
}

fn build_index(documents: &Path, directory: &Path) -> Result<()> {
    let start = Instant::now();
    index::build(documents, directory)?;
    let seconds = start.elapsed().as_secs_f64();
    eprintln!("indexed: {seconds:.1} s, {} bytes", index::size(directory)?);
    Ok(())
}

fn main() -> Result<()> {
    let arguments = arguments()?;
    // It calls itself "tantivy v1.2.3, index_format v4".
    let version = tantivy::version().to_string().replace(" v", " ");
    eprintln!("version: {}", version.split(',').next().unwrap_or(&version));
    if !index::exists(&arguments.index) {
        build_index(&arguments.documents, &arguments.index)?;
    }
    let search = Search::open(&arguments.index)?;
    let queries = read_queries(&arguments.queries, arguments.per_class)?;
    eprintln!("queries: {}", queries.len());
    for query in &queries {
        search.answer(query)?;
    }
    let mut answers = BufWriter::new(File::create(&arguments.answers)?);
    for query in &queries {
        let start = Instant::now();
        let answer = search.answer(query)?;
        let us = start.elapsed().as_nanos() as f64 / 1000.0;
        write_answer(&mut answers, query.number, us, &answer)?;
    }
    answers.flush()?;
    Ok(())
}
