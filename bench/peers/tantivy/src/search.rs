//! Answers a query: the page, the exact total and the counts of all facets.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use tantivy::aggregation::agg_req::{Aggregation, AggregationVariants, Aggregations};
use tantivy::aggregation::agg_result::{AggregationResult, AggregationResults, BucketResult};
use tantivy::aggregation::bucket::TermsAggregation;
use tantivy::aggregation::{AggContextParams, AggregationCollector, Key};
use tantivy::collector::{Count, TopDocs};
use tantivy::columnar::Column;
use tantivy::query::Query as Clause;
use tantivy::{DocId, Searcher};

use crate::clauses::{all_of, filter_clause, text_clauses, without};
use crate::index::{self, Facet, Fields, ORDER, number_of};
use crate::newest::Newest;
use crate::queries::{Answer, Query};

/// More than any facet has values; a facet with more still is an error, not a wrong answer.
const MOST_VALUES: u32 = 1000;

pub struct Search {
    searcher: Searcher,
    fields: Fields,
    order: Column<u64>,
}

impl Search {
    pub fn open(directory: &Path) -> Result<Search> {
        let searcher = index::open(directory)?.searcher();
        ensure!(searcher.segment_readers().len() == 1, "the index must have one segment");
        let order = searcher.segment_reader(0).fast_fields().u64(ORDER)?;
        let fields = index::fields(searcher.schema())?;
        Ok(Search { searcher, fields, order })
    }

    pub fn answer(&self, query: &Query) -> Result<Answer> {
        let filtered = query
            .filters
            .iter()
            .map(|filter| self.facet(&filter.field))
            .collect::<Result<Vec<&Facet>>>()?;
        let is_filtered = |facet: &Facet| filtered.iter().any(|other| other.name == facet.name);

        let free: Vec<&Facet> =
            self.fields.facets.iter().filter(|facet| !is_filtered(facet)).collect();
        let mut answer = Answer::default();
        let page = self.page(query, &free, &mut answer)?;
        answer.best = page.iter().map(|document| self.number(*document)).collect();

        // A facet counts without its own filter: one more search for each that is filtered.
        for facet in self.fields.facets.iter().filter(|facet| is_filtered(facet)) {
            let clause = self.clause(query, Some(facet));
            let counts = self.searcher.search(&clause, &self.counter(&[facet]))?;
            take_counts(&[facet], counts, &mut answer)?;
        }
        Ok(answer)
    }

    /// The documents of the page; sets the total and counts the facets that no filter is on.
    fn page(&self, query: &Query, free: &[&Facet], answer: &mut Answer) -> Result<Vec<DocId>> {
        let clause = self.clause(query, None);
        let counter = self.counter(free);
        if query.by_date() {
            let newest = Newest { limit: query.offset + query.limit };
            let (page, total, counts) = self.searcher.search(&clause, &(newest, Count, counter))?;
            answer.total = total;
            take_counts(free, counts, answer)?;
            return Ok(page.into_iter().skip(query.offset).collect());
        }
        let best = TopDocs::with_limit(query.limit).and_offset(query.offset).order_by_score();
        let (hits, total, counts) = self.searcher.search(&clause, &(best, Count, counter))?;
        answer.total = total;
        take_counts(free, counts, answer)?;
        Ok(hits.into_iter().map(|(_, address)| address.doc_id).collect())
    }

    /// The whole query, without the filter on one facet if one is named.
    fn clause(&self, query: &Query, left_out: Option<&Facet>) -> Box<dyn Clause> {
        let mut clauses = text_clauses(query, &self.fields);
        for filter in &query.filters {
            let facet = self.fields.facets.iter().find(|facet| facet.name == filter.field);
            match (facet, left_out) {
                (Some(facet), Some(other)) if facet.name == other.name => {}
                (Some(facet), _) => clauses.push(filter_clause(filter, facet.field)),
                (None, _) => {}
            }
        }
        without(all_of(clauses), &query.excluded, &self.fields)
    }

    fn facet(&self, name: &str) -> Result<&Facet> {
        let facet = self.fields.facets.iter().find(|facet| facet.name == name);
        facet.with_context(|| format!("a filter on {name}, which is no facet"))
    }

    fn counter(&self, facets: &[&Facet]) -> AggregationCollector {
        let aggregations: Aggregations = facets
            .iter()
            .map(|facet| {
                let terms = TermsAggregation {
                    field: facet.field_name.clone(),
                    size: Some(MOST_VALUES),
                    ..TermsAggregation::default()
                };
                let aggregation = Aggregation {
                    agg: AggregationVariants::Terms(terms),
                    sub_aggregation: Aggregations::default(),
                };
                (facet.name.clone(), aggregation)
            })
            .collect();
        let context =
            AggContextParams::new(Default::default(), self.searcher.index().tokenizers().clone());
        AggregationCollector::from_aggs(aggregations, context)
    }

    fn number(&self, document: DocId) -> u32 {
        number_of(self.order.first(document).expect("every document has an order"))
    }
}

fn take_counts(facets: &[&Facet], mut counts: AggregationResults, answer: &mut Answer) -> Result<()> {
    for facet in facets {
        let Some(AggregationResult::BucketResult(BucketResult::Terms {
            buckets,
            sum_other_doc_count: 0,
            ..
        })) = counts.0.remove(&facet.name)
        else {
            bail!("no exact counts of {}", facet.name);
        };
        let mut values = HashMap::with_capacity(buckets.len());
        for bucket in buckets {
            let Key::Str(code) = bucket.key else { bail!("a value of {} is no text", facet.name) };
            values.insert(code, bucket.doc_count);
        }
        answer.facets.insert(facet.name.clone(), values);
    }
    Ok(())
}
