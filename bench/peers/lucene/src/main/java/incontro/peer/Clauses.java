package incontro.peer;

import java.util.List;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;

/** Turns a query as plain data into Lucene's queries. */
final class Clauses {
  private Clauses() {}

  /** What is asked of the text; only the stems give scores. */
  static org.apache.lucene.search.Query text(Query query) {
    BooleanQuery.Builder clauses = new BooleanQuery.Builder();
    clauses.add(allOf(query.required()).clauses());
    for (List<Query.Words> group : query.anyOf()) {
      BooleanQuery.Builder alternatives = new BooleanQuery.Builder();
      for (Query.Words one : group) {
        alternatives.add(allOf(one), Occur.SHOULD);
      }
      clauses.add(alternatives.build(), Occur.MUST);
    }
    for (BooleanClause clause : allOf(query.excluded())) {
      clauses.add(clause.query(), Occur.MUST_NOT);
    }
    BooleanQuery all = clauses.build();
    return all.clauses().isEmpty() ? MatchAllDocsQuery.INSTANCE : all;
  }

  /** The stems, phrases and prefixes, all of them required. */
  private static BooleanQuery allOf(Query.Words words) {
    BooleanQuery.Builder clauses = new BooleanQuery.Builder();
    for (String stem : words.stems()) {
      clauses.add(new TermQuery(new Term(Index.STEMS, stem)), Occur.MUST);
    }
    for (List<String> phrase : words.phrases()) {
      clauses.add(new PhraseQuery(Index.WORDS, phrase.toArray(String[]::new)), Occur.FILTER);
    }
    for (String prefix : words.prefixes()) {
      clauses.add(new PrefixQuery(new Term(Index.WORDS, prefix)), Occur.FILTER);
    }
    return clauses.build();
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
