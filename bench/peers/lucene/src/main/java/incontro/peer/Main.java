package incontro.peer;

import com.google.gson.Gson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.util.Version;

/** The benchmark's peer on Lucene: indexes the documents, asks the queries, writes the answers. */
public final class Main {
  /** One pass does not get all of it compiled: at least this many, and for at least this long. */
  private static final int WARM_UP_PASSES = 3;

  private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(Integer.getInteger("warm", 20));

  private Main() {}

  public static void main(String[] arguments) throws IOException {
    boolean limited = arguments.length == 6 && arguments[4].equals("--per-class");
    if (arguments.length != 4 && !limited) {
      System.err.println("usage: run DOCUMENTS QUERIES INDEX_DIRECTORY ANSWERS [--per-class N]");
      System.exit(2);
    }
    int perClass = limited ? Integer.parseInt(arguments[5]) : Integer.MAX_VALUE;
    Path index = Path.of(arguments[2]);
    System.err.println("version: lucene " + Version.LATEST);
    if (!Index.exists(index)) {
      buildIndex(Path.of(arguments[0]), index);
    }
    List<Query.Numbered> queries = Query.read(Path.of(arguments[1]), perClass);
    System.err.println("queries: " + queries.size());
    try (DirectoryReader reader = Index.open(index)) {
      Search search = new Search(reader);
      warmUp(search, queries);
      ask(search, queries, Path.of(arguments[3]));
    }
  }

  private static void buildIndex(Path documents, Path index) throws IOException {
    long start = System.nanoTime();
    Index.build(documents, index);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.err.printf("indexed: %.1f s, %d bytes%n", seconds, Index.size(index));
  }

  private static void warmUp(Search search, List<Query.Numbered> queries) throws IOException {
    long start = System.nanoTime();
    int passes = 0;
    while (passes < WARM_UP_PASSES || System.nanoTime() - start < WARM_UP_NANOS) {
      for (Query.Numbered numbered : queries) {
        search.answer(numbered.query());
      }
      ++passes;
    }
    System.err.println("passes to warm up: " + passes);
  }

  private static void ask(Search search, List<Query.Numbered> queries, Path file) throws IOException {
    Gson gson = new Gson();
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      for (Query.Numbered numbered : queries) {
        long start = System.nanoTime();
        Answer answer = search.answer(numbered.query());
        double us = (System.nanoTime() - start) / 1e3;
        lines.write(gson.toJson(new Answer.Line(numbered.number(), us, answer)));
        lines.newLine();
      }
    }
  }
}
