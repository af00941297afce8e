package incontro.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads documents.tsv: a line of column names, then one document a line. */
final class Documents implements AutoCloseable {
  /** One document; `facets` holds a cell for each facet, its codes separated by blanks. */
  record Document(long number, long day, List<String> facets, String stems, String words) {}

  private static final List<String> BEFORE = List.of("number", "day");
  private static final List<String> AFTER = List.of("stems", "words");

  private final BufferedReader lines;
  private final int facetsEnd;
  final List<String> facetNames;

  Documents(Path path) throws IOException {
    lines = Files.newBufferedReader(path, StandardCharsets.US_ASCII);
    List<String> names = columns(lines.readLine());
    facetsEnd = names.size() - AFTER.size();
    if (facetsEnd < BEFORE.size()
        || !names.subList(0, BEFORE.size()).equals(BEFORE)
        || !names.subList(facetsEnd, names.size()).equals(AFTER)) {
      throw new IOException(path + ": unexpected column names");
    }
    facetNames = names.subList(BEFORE.size(), facetsEnd);
  }

  /** The next document, or null at the end of the file. */
  Document next() throws IOException {
    String line = lines.readLine();
    if (line == null) {
      return null;
    }
    List<String> columns = columns(line);
    if (columns.size() != facetsEnd + AFTER.size()) {
      throw new IOException("a line with " + columns.size() + " columns");
    }
    return new Document(
        Long.parseLong(columns.get(0)),
        Long.parseLong(columns.get(1)),
        columns.subList(BEFORE.size(), facetsEnd),
        columns.get(facetsEnd),
        columns.get(facetsEnd + 1));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  /** All columns, empty ones at the end included. */
  private static List<String> columns(String line) {
    return List.of(line.split("\t", -1));
  }
}
