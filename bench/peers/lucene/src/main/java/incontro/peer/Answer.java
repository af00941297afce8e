package incontro.peer;

import java.util.Map;

/** An answer as plain data: the exact total, the numbers of the page, the counts above zero. */
record Answer(long total, long[] best, Map<String, Map<String, Integer>> facets) {

  /** A line of the file of answers. */
  record Line(int query, double us, long total, long[] best, Map<String, Map<String, Integer>> facets) {
    Line(int query, double us, Answer answer) {
      this(query, us, answer.total, answer.best, answer.facets);
    }
  }
}
