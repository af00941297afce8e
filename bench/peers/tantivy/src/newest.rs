//! Collects the newest documents of a query from an index of one segment kept in the order by date:
//! these are the first that match.

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::{DocId, SegmentOrdinal, SegmentReader};

pub struct Newest {
    pub limit: usize,
}

pub struct NewestOfSegment {
    limit: usize,
    documents: Vec<DocId>,
}

impl Collector for Newest {
    type Fruit = Vec<DocId>;
    type Child = NewestOfSegment;

    fn for_segment(&self, _: SegmentOrdinal, _: &SegmentReader) -> tantivy::Result<NewestOfSegment> {
        Ok(NewestOfSegment { limit: self.limit, documents: Vec::new() })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, segments: Vec<Vec<DocId>>) -> tantivy::Result<Vec<DocId>> {
        Ok(segments.into_iter().flatten().collect())
    }
}

impl SegmentCollector for NewestOfSegment {
    type Fruit = Vec<DocId>;

    fn collect(&mut self, document: DocId, _score: f32) {
        self.collect_block(&[document]);
    }

    fn collect_block(&mut self, documents: &[DocId]) {
        let missing = self.limit - self.documents.len();
        self.documents.extend_from_slice(&documents[..documents.len().min(missing)]);
    }

    fn harvest(self) -> Vec<DocId> {
        self.documents
    }
}
