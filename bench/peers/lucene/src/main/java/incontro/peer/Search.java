package incontro.peer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.MultiCollectorManager;

/** Answers a query: the page, the exact total and the counts of all facets. */
final class Search {
  private final IndexSearcher searcher;
  private final LeafReader segment;
  private final FacetsConfig config;
  private final DrillSideways sideways;
  private final Map<String, SortedSetDocValuesReaderState> states = new LinkedHashMap<>();

  Search(DirectoryReader reader) throws IOException {
    if (reader.leaves().size() != 1 || reader.hasDeletions()) {
      throw new IOException("the index must have one segment, without deletions");
    }
    searcher = new IndexSearcher(reader);
    // Queries asked again would be answered from the cache.
    searcher.setQueryCache(null);
    segment = reader.leaves().get(0).reader();
    List<String> facets = Index.facets(reader);
    config = Index.facetsConfig(facets);
    for (String facet : facets) {
      states.put(facet, new DefaultSortedSetDocValuesReaderState(reader, Index.facetField(facet), config));
    }
    sideways = new DrillSideways(searcher, config, (SortedSetDocValuesReaderState) null);
  }

  Answer answer(Query query) throws IOException {
    Map<String, Map<String, Integer>> counts = HashMap.newHashMap(states.size());
    FacetsCollector matches;
    TopDocs top = null;
    int k = query.offset() + query.limit();
    DrillDownQuery drill = query.filters().isEmpty() ? null : Clauses.drillDown(query, config);
    org.apache.lucene.search.Query all = drill == null ? Clauses.text(query) : drill;
    if (drill == null && all instanceof MatchAllDocsQuery) {
      for (String facet : states.keySet()) {
        counts.put(facet, counts(facet, null));
      }
      List<Integer> page = new ArrayList<>();
      for (int d = query.offset(); d < k && d < segment.maxDoc(); ++d) page.add(d);
      return new Answer(segment.maxDoc(), numbers(page), counts);
    }
    boolean scored = !query.byDate();
    var facetsManager = new FacetsCollectorManager();
    var topManager = new TopScoreDocCollectorManager(k, null, Integer.MAX_VALUE);
    if (drill == null) {
      if (scored) {
        Object[] r = searcher.search(all, new MultiCollectorManager(topManager, facetsManager));
        top = (TopDocs) r[0];
        matches = (FacetsCollector) r[1];
      } else {
        matches = searcher.search(all, facetsManager);
      }
    } else {
      List<FacetsCollectorManager> side = new ArrayList<>();
      for (int i = 0; i < query.filters().size(); ++i) side.add(facetsManager);
      List<FacetsCollector> sr;
      if (scored) {
        var r = sideways.search(drill, new MultiCollectorManager(topManager, facetsManager), side);
        top = (TopDocs) r.drillDownResult()[0];
        matches = (FacetsCollector) r.drillDownResult()[1];
        sr = r.drillSidewaysResults();
      } else {
        var r = sideways.search(drill, facetsManager, side);
        matches = r.drillDownResult();
        sr = r.drillSidewaysResults();
      }
      for (int i = 0; i < query.filters().size(); ++i) {
        String f = query.filters().get(i).field();
        counts.put(f, counts(f, sr.get(i)));
      }
    }
    for (String facet : states.keySet()) {
      if (!counts.containsKey(facet)) counts.put(facet, counts(facet, matches));
    }
    List<Integer> page = new ArrayList<>();
    var mds = matches.getMatchingDocs();
    if (top != null) {
      for (int i = query.offset(); i < top.scoreDocs.length; ++i) page.add(top.scoreDocs[i].doc);
    } else if (!mds.isEmpty() && mds.get(0).bits() != null) {
      DocIdSetIterator it = mds.get(0).bits().iterator();
      for (int i = 0; it != null && i < k && it.nextDoc() != DocIdSetIterator.NO_MORE_DOCS; ++i) {
        if (i >= query.offset()) page.add(it.docID());
      }
    }
    long total = mds.isEmpty() ? 0 : mds.get(0).totalHits();
    return new Answer(total, numbers(page), counts);
  }

  private Map<String, Integer> counts(String facet, FacetsCollector matches) throws IOException {
    var state = states.get(facet);
    var counts = matches == null ? new SortedSetDocValuesFacetCounts(state) : new SortedSetDocValuesFacetCounts(state, matches);
    FacetResult result = counts.getAllChildren(facet);
    if (result == null) return Map.of();
    Map<String, Integer> values = HashMap.newHashMap(result.labelValues.length);
    for (LabelAndValue value : result.labelValues) values.put(value.label, value.value.intValue());
    return values;
  }

  private long[] numbers(List<Integer> page) throws IOException {
    long[] numbers = new long[page.size()];
    for (int i = 0; i < numbers.length; ++i) {
      NumericDocValues orders = segment.getNumericDocValues(Index.ORDER);
      orders.advanceExact(page.get(i));
      numbers[i] = Index.number(orders.longValue());
    }
    return numbers;
  }
}
