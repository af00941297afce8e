package incontro.peer;

import java.util.List;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;

/** Turns a query as plain data into Lucene's queries. */
final class Clauses {
  private Clauses() {}

  /** The stems, phrases and prefixes, all of them required; only the stems give scores. */
  static org.apache.lucene.search.Query text(Query query) {
    BooleanQuery.Builder clauses = new BooleanQuery.Builder();
    for (String stem : query.stems()) {
      clauses.add(new TermQuery(new Term(Index.STEMS, stem)), Occur.MUST);
    }
    for (List<String> phrase : query.phrases()) {
      clauses.add(new PhraseQuery(Index.WORDS, phrase.toArray(String[]::new)), Occur.FILTER);
    }
    for (String prefix : query.prefixes()) {
      clauses.add(new PrefixQuery(new Term(Index.WORDS, prefix)), Occur.FILTER);
    }
    BooleanQuery all = clauses.build();
    return all.clauses().isEmpty() ? MatchAllDocsQuery.INSTANCE : all;
  }

  /** The text and the filters; a document passes a filter with any one of its codes. */
  static DrillDownQuery drillDown(Query query, FacetsConfig config) {
    DrillDownQuery drillDown = new DrillDownQuery(config, text(query));
    for (Query.Filter filter : query.filters()) {
      for (String code : filter.codes()) {
        drillDown.add(filter.field(), code);
      }
    }
    return drillDown;
  }
}
