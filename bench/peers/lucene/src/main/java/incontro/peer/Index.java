package incontro.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.FacetsConfig.DrillDownTermsIndexing;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.MMapDirectory;

/** The index: its fields, how it is filled, and how it is opened. */
final class Index {
  static final String STEMS = "stems";
  static final String WORDS = "words";

  /** The day and the number in one value: its order is the order by date. */
  static final String ORDER = "order";

  private static final int NUMBER_BITS = 32;

  /** Each facet has an index field of its own, so that it can be counted alone. */
  private static final String FACET_PREFIX = "facet_";

  /** Lucene's own limit; the analyzer would cut words much sooner. */
  private static final int LONGEST_WORD = IndexWriter.MAX_TERM_LENGTH;

  private static final double WRITER_MEGABYTES = 1024;

  private Index() {}

  static long number(long order) {
    return order & ((1L << NUMBER_BITS) - 1);
  }

  static String facetField(String facet) {
    return FACET_PREFIX + facet;
  }

  /** How facets are indexed. Those with one value a document need no mark: Lucene sees it by itself. */
  static FacetsConfig facetsConfig(List<String> facets) {
    FacetsConfig config = new FacetsConfig();
    for (String facet : facets) {
      config.setIndexFieldName(facet, facetField(facet));
      config.setMultiValued(facet, true);
      config.setDrillDownTermsIndexing(facet, DrillDownTermsIndexing.FULL_PATH_ONLY);
    }
    return config;
  }

  static boolean exists(Path directory) throws IOException {
    try (MMapDirectory files = new MMapDirectory(directory)) {
      // A writer broken off has committed nothing.
      return DirectoryReader.indexExists(files);
    }
  }

  static long size(Path directory) throws IOException {
    long bytes = 0;
    try (MMapDirectory files = new MMapDirectory(directory)) {
      for (String file : files.listAll()) {
        bytes += files.fileLength(file);
      }
    }
    return bytes;
  }

  static DirectoryReader open(Path directory) throws IOException {
    return DirectoryReader.open(new MMapDirectory(directory));
  }

  /** The facets' names, taken from the index's fields. */
  static List<String> facets(IndexReader reader) {
    List<String> facets = new ArrayList<>();
    for (FieldInfo field : reader.leaves().get(0).reader().getFieldInfos()) {
      if (field.name.startsWith(FACET_PREFIX)) {
        facets.add(field.name.substring(FACET_PREFIX.length()));
      }
    }
    return facets;
  }

  /** Fills a new index and merges it to one segment. */
  static void build(Path documentsFile, Path directory) throws IOException {
    IndexWriterConfig settings = new IndexWriterConfig(new WhitespaceAnalyzer(LONGEST_WORD));
    settings.setOpenMode(OpenMode.CREATE);
    settings.setRAMBufferSizeMB(WRITER_MEGABYTES);
    settings.setUseCompoundFile(false);
    // In the order by date, the newest of a query are the first that it meets.
    settings.setIndexSort(new Sort(new SortField(ORDER, SortField.Type.LONG, true)));
    try (Documents documents = new Documents(documentsFile);
        MMapDirectory files = new MMapDirectory(directory);
        IndexWriter writer = new IndexWriter(files, settings)) {
      FacetsConfig config = facetsConfig(documents.facetNames);
      for (var document = documents.next(); document != null; document = documents.next()) {
        writer.addDocument(config.build(fields(document, documents.facetNames)));
      }
      writer.forceMerge(1);
    }
  }

  private static Document fields(Documents.Document document, List<String> facetNames) {
    Document fields = new Document();
    long order = document.day() << NUMBER_BITS | document.number();
    fields.add(new NumericDocValuesField(ORDER, order));
    for (int i = 0; i < facetNames.size(); ++i) {
      for (String code : document.facets().get(i).split(" ")) {
        fields.add(new SortedSetDocValuesFacetField(facetNames.get(i), code));
      }
    }
    fields.add(new Field(STEMS, document.stems(), stemsType()));
    fields.add(new Field(WORDS, document.words(), wordsType()));
    return fields;
  }

  private static FieldType stemsType() {
    FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    return type;
  }

  /** Words are only matched, never scored: no lengths. */
  private static FieldType wordsType() {
    FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setOmitNorms(true);
    return type;
  }
}
