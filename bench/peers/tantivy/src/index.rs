//! The index: its schema, how it is filled, and how it is opened for searching.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use tantivy::merge_policy::NoMergePolicy;
use tantivy::schema::{
    FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::store::Compressor;
use tantivy::tokenizer::RAW_TOKENIZER_NAME;
use tantivy::{
    Index, IndexBuilder, IndexReader, IndexSettings, IndexSortByField, IndexWriter, Order,
    ReloadPolicy, TantivyDocument,
};

use crate::documents::Documents;

/// The day and the number in one value: its order is the order by date, its lower half the number.
pub const ORDER: &str = "order";

/// Keeps the facets' names apart from the fields of our own.
const FACET_PREFIX: &str = "facet_";

/// What the writer may hold before it starts another segment; as much as tantivy lets one thread have.
const WRITER_BYTES: usize = 3_500_000_000;

pub struct Facet {
    pub name: String,
    pub field: Field,
    pub field_name: String,
}

pub struct Fields {
    pub stems: Field,
    pub words: Field,
    pub facets: Vec<Facet>,
}

pub fn order_of(day: u32, number: u32) -> u64 {
    u64::from(day) << 32 | u64::from(number)
}

pub fn number_of(order: u64) -> u32 {
    order as u32
}

fn text(tokenizer: &str, option: IndexRecordOption, lengths: bool) -> TextOptions {
    TextOptions::default().set_indexing_options(
        TextFieldIndexing::default()
            .set_tokenizer(tokenizer)
            .set_index_option(option)
            .set_fieldnorms(lengths),
    )
}

fn schema(facet_names: &[String]) -> Schema {
    let mut builder = Schema::builder();
    builder.add_u64_field(ORDER, FAST);
    for name in facet_names {
        let options = text(RAW_TOKENIZER_NAME, IndexRecordOption::Basic, false)
            .set_fast(RAW_TOKENIZER_NAME);
        builder.add_text_field(&format!("{FACET_PREFIX}{name}"), options);
    }
    builder.add_text_field("stems", text("whitespace", IndexRecordOption::WithFreqs, true));
    // Words are only matched, never scored: no lengths.
    let words = text("whitespace", IndexRecordOption::WithFreqsAndPositions, false);
    builder.add_text_field("words", words);
    builder.build()
}

pub fn fields(schema: &Schema) -> Result<Fields> {
    let facets = schema.fields().filter_map(|(field, entry)| {
        let name = entry.name().strip_prefix(FACET_PREFIX)?.to_string();
        Some(Facet { name, field, field_name: entry.name().to_string() })
    });
    Ok(Fields {
        stems: schema.get_field("stems")?,
        words: schema.get_field("words")?,
        facets: facets.collect(),
    })
}

/// Fills a new index in one thread and merges it to one segment.
fn fill(mut documents: Documents, directory: &Path) -> Result<()> {
    let schema = schema(&documents.facet_names);
    let fields = fields(&schema)?;
    let order = schema.get_field(ORDER)?;
    // In the order by date, the newest of a query are the first that it meets.
    let settings = IndexSettings {
        sort_by_field: Some(IndexSortByField { field: ORDER.to_string(), order: Order::Desc }),
        docstore_compression: Compressor::None,
        ..IndexSettings::default()
    };
    let index = IndexBuilder::new().schema(schema).settings(settings).create_in_dir(directory)?;
    let mut writer: IndexWriter = index.writer_with_num_threads(1, WRITER_BYTES)?;
    // One merge at the end costs less than many on the way.
    writer.set_merge_policy(Box::new(NoMergePolicy));
    while let Some(document) = documents.next_document()? {
        let mut out = TantivyDocument::new();
        out.add_u64(order, order_of(document.day, document.number));
        for (facet, codes) in fields.facets.iter().zip(&document.facets) {
            for code in codes.split(' ') {
                out.add_text(facet.field, code);
            }
        }
        out.add_text(fields.stems, document.stems);
        out.add_text(fields.words, document.words);
        writer.add_document(out)?;
    }
    writer.commit()?;
    let segments = index.searchable_segment_ids()?;
    if segments.len() > 1 {
        writer.merge(&segments).wait()?;
    }
    writer.garbage_collect_files().wait()?;
    writer.wait_merging_threads()?;
    Ok(())
}

/// Makes the index of the documents. It gets its name only when it is whole, so that one broken off
/// is never taken for it.
pub fn build(documents: &Path, directory: &Path) -> Result<()> {
    let unfinished = directory.with_extension("unfinished");
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished)?;
    }
    fs::create_dir_all(&unfinished)?;
    fill(Documents::open(documents)?, &unfinished)?;
    if directory.exists() {
        // Only an empty one is in the way here; anything else is not ours to remove.
        fs::remove_dir(directory)?;
    }
    fs::rename(&unfinished, directory).context("cannot name the index")
}

pub fn exists(directory: &Path) -> bool {
    directory.join("meta.json").exists()
}

pub fn size(directory: &Path) -> Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(directory)? {
        bytes += entry?.metadata()?.len();
    }
    Ok(bytes)
}

pub fn open(directory: &Path) -> Result<IndexReader> {
    let index = Index::open_in_dir(directory)?;
    Ok(index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?)
}
