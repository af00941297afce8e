#include "text/word_reader.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

#include "text/ascii.h"
#include "text/fold.h"
#include "text/italian_forms.h"
#include "text/word_table.h"
#include "word_list.h"

namespace incontro {
namespace {

// A thread's memory of words is bounded: after so many it starts anew.
constexpr std::size_t words_kept = 50'000;

constexpr std::size_t number_of(Language language) { return static_cast<std::size_t>(language); }

std::unordered_set<std::string> read_list(std::string_view list) {
  std::unordered_set<std::string> words;
  while (!list.empty())
    if (const std::string_view line = take_line(list); !line.empty()) words.insert(fold_text(line));
  return words;
}

const std::unordered_set<std::string>& function_words(Language language) {
  static const std::array<std::unordered_set<std::string>, 4> lists = {
      read_list(word_list("stopwords_it.txt")), read_list(word_list("stopwords_en.txt")),
      read_list(word_list("stopwords_fr.txt")), read_list(word_list("stopwords_de.txt"))};
  return lists[number_of(language)];
}

constexpr std::array<std::string_view, 3> marks = {"en:", "fr:", "de:"};

// The stemmers are made for words with their marks, ours have none: chargée, here chargee, is read
// as charge. Women's titles in German have the men's stem, as in Snowball since version 3:
// Fahrerinnen.
std::string base_of(Language language, const std::string& word) {
  const auto ends = [&](std::string_view end) {
    return word.size() >= end.size() + 3 && word.ends_with(end);
  };
  std::size_t cut = 0;
  if (language == Language::french) cut = ends("ees") ? 2 : ends("ee") ? 1 : 0;
  if (language == Language::german) cut = ends("erinnen") ? 5 : ends("erin") ? 2 : 0;
  return word.substr(0, word.size() - cut);
}

}  // namespace

WordReader::WordReader()
    : italian_("italian"),
      others_{{{Xapian::Stem("english"), {}},
               {Xapian::Stem("french"), {}},
               {Xapian::Stem("german"), {}}}} {}

const Reading& WordReader::read(const std::string& word) {
  if (readings_.size() >= words_kept) readings_.clear();
  const auto [place, fresh] = readings_.try_emplace(word);
  Reading& reading = place->second;
  if (!fresh) return reading;
  reading.code_like =
      std::ranges::any_of(word, [](char c) { return is_digit(c) || !is_word_byte(c); });
  reading.term = reading.code_like ? word : italian_(italian_base(word));
  for (const Language language :
       {Language::italian, Language::english, Language::french, Language::german})
    reading.function_word[number_of(language)] = function_words(language).contains(word);
  const Spellings& spellings = Spellings::italian();
  reading.stands_for = spellings.of_word(word);
  reading.before_dot = spellings.before_dot(word);
  reading.opens_parts = spellings.opens_parts(word);
  return reading;
}

const std::string& WordReader::foreign_term(Language language, const std::string& word) {
  const std::size_t number = number_of(language) - 1;
  Stemmer& stemmer = others_[number];
  if (stemmer.terms.size() >= words_kept) stemmer.terms.clear();
  const auto [place, fresh] = stemmer.terms.try_emplace(word);
  if (fresh)
    place->second = std::string(marks[number]).append(stemmer.stem(base_of(language, word)));
  return place->second;
}

WordReader& word_reader() {
  thread_local WordReader reader;
  return reader;
}

}  // namespace incontro
