package incontro.peer;

import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A query as plain data, a line of queries.jsonl. */
record Query(
    @SerializedName("class") String queryClass,
    List<String> stems,
    List<List<String>> phrases,
    List<String> prefixes,
    @SerializedName("any_of") List<List<Words>> anyOf,
    Words excluded,
    List<Filter> filters,
    String sort,
    int offset,
    int limit) {

  /** What words are asked for. */
  record Words(List<String> stems, List<List<String>> phrases, List<String> prefixes) {}

  record Filter(String field, List<String> codes) {}

  /** A query and the line it stands on, from 0. */
  record Numbered(int number, Query query) {}

  Words required() {
    return new Words(stems, phrases, prefixes);
  }

  /** Without stems nothing gives scores. */
  boolean byDate() {
    return sort.equals("date")
        || (stems.isEmpty()
            && anyOf.stream().flatMap(List::stream).allMatch(one -> one.stems().isEmpty()));
  }

  /** The queries of a file in its order, at most `perClass` of each class. */
  static List<Numbered> read(Path path, int perClass) throws IOException {
    Gson gson = new Gson();
    Map<String, Integer> taken = new HashMap<>();
    List<Numbered> queries = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(path)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Query query = gson.fromJson(line, Query.class);
        if (taken.merge(query.queryClass, 1, Integer::sum) <= perClass) {
          queries.add(new Numbered(number, query));
        }
        ++number;
      }
    }
    return queries;
  }
}
