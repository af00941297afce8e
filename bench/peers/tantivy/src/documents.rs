//! Reads documents.tsv: a line of column names, then one document a line.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

/// The columns before the facets (number, day) and after them (stems, words).
const BEFORE: usize = 2;
const AFTER: usize = 2;

pub struct Documents {
    lines: BufReader<File>,
    line: String,
    pub facet_names: Vec<String>,
}

/// One document, borrowed from the line it was read from.
pub struct Document<'a> {
    pub number: u32,
    pub day: u32,
    pub facets: Vec<&'a str>,
    pub stems: &'a str,
    pub words: &'a str,
}

impl Documents {
    pub fn open(path: &Path) -> Result<Documents> {
        let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
        let mut lines = BufReader::with_capacity(1 << 20, file);
        let mut line = String::new();
        lines.read_line(&mut line)?;
        let names: Vec<&str> = line.trim_end_matches('\n').split('\t').collect();
        let facets = match names.as_slice() {
            ["number", "day", facets @ .., "stems", "words"] => facets,
            _ => bail!("{}: unexpected column names", path.display()),
        };
        let facet_names = facets.iter().map(|name| name.to_string()).collect();
        Ok(Documents { lines, line, facet_names })
    }

    /// The next document, or nothing at the end of the file.
    pub fn next_document(&mut self) -> Result<Option<Document<'_>>> {
        self.line.clear();
        if self.lines.read_line(&mut self.line)? == 0 {
            return Ok(None);
        }
        let columns: Vec<&str> = self.line.trim_end_matches('\n').split('\t').collect();
        let facets_end = BEFORE + self.facet_names.len();
        ensure!(columns.len() == facets_end + AFTER, "a line with {} columns", columns.len());
        Ok(Some(Document {
            number: columns[0].parse().context("number")?,
            day: columns[1].parse().context("day")?,
            facets: columns[BEFORE..facets_end].to_vec(),
            stems: columns[facets_end],
            words: columns[facets_end + 1],
        }))
    }
}
