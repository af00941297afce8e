#include "privacy/ordinary_words.h"

#include <incontro/codes.h>

#include <string>
#include <unordered_set>

#include "text/ascii.h"
#include "text/fold.h"
#include "text/word_table.h"
#include "word_list.h"

namespace incontro {
namespace {

class WordSet {
 public:
  WordSet() {
    for (const char* const list :
         {"stopwords_it.txt", "stopwords_en.txt", "stopwords_fr.txt", "stopwords_de.txt"})
      add(word_list(list));
    for_each_row(word_list("acronyms_it.tsv"),
                 [&](std::string_view acronym, std::string_view) { add(acronym); });
    for (const Table table : {Table::profession, Table::skill})
      for (const CodeRow& row : code_table(table).rows()) add(row.label);
  }
  bool contains(std::string_view word) const { return words_.contains(std::string(word)); }

 private:
  void add(std::string_view text) {
    std::string word;
    for (const char c : fold_text(text) + " ") {
      if (is_word_byte(c)) {
        word += c;
      } else if (!word.empty()) {
        words_.insert(std::move(word));
        word.clear();
      }
    }
  }

  std::unordered_set<std::string> words_;
};

}  // namespace

bool is_ordinary_word(std::string_view folded) {
  static const WordSet words;
  return words.contains(folded);
}

}  // namespace incontro
