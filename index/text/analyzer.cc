#include <incontro/analyzer.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <xapian.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "text/fold.h"
#include "text/special_terms.h"
#include "word_list.h"

namespace incontro {
namespace {

constexpr std::size_t word_bound_bytes = 64;
constexpr std::size_t stems_kept = 50'000;  // a thread; then the cache starts anew

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// Articles and prepositions that lose their vowel before an apostrophe.
bool is_elided(std::string_view word) {
  static const std::unordered_set<std::string_view> elided = {
      "l",    "un",   "d",    "c",    "s",    "m",      "t",       "v",     "n",     "all",
      "dall", "dell", "nell", "sull", "coll", "pell",   "gl",      "quell", "quest", "bell",
      "anch", "sant", "tutt", "senz", "cos",  "com",    "dov",     "qual",  "buon",  "mezz",
      "degl", "agl",  "dagl", "negl", "sugl", "nessun", "ciascun", "alcun"};
  return elided.contains(word);
}

// Patente C, linguaggio C: letters that are function words only where an apostrophe cuts them off
// (c'è, d'ufficio), though the stop list has some. An l. alone is a law's.
bool lone_consonant(std::string_view word) {
  return word.size() == 1 &&
         std::string_view("bcdfghjkmnpqrstvwxyz").find(word[0]) != std::string_view::npos;
}

// ICU's and Xapian's objects are not to be shared between threads: each thread has its own.
class ThreadTools {
 public:
  ThreadTools() : stem_("italian") {
    UErrorCode error = U_ZERO_ERROR;
    words_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), error));
  }

  icu::BreakIterator* words() { return words_.get(); }

  const std::string& stem(const std::string& word) {
    if (stems_.size() >= stems_kept) stems_.clear();
    const auto [place, fresh] = stems_.try_emplace(word);
    if (fresh) place->second = stem_(word);
    return place->second;
  }

 private:
  Xapian::Stem stem_;
  std::unique_ptr<icu::BreakIterator> words_;
  std::unordered_map<std::string, std::string> stems_;
};

ThreadTools& tools() {
  thread_local ThreadTools tools;
  return tools;
}

// A cut never falls inside a character.
std::string_view bounded(std::string_view word) {
  if (word.size() <= word_bound_bytes) return word;
  std::size_t end = word_bound_bytes;
  while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) --end;
  return word.substr(0, end);
}

class Cutter {
 public:
  Cutter(const std::unordered_set<std::string_view>& stop_words, std::uint32_t first,
         std::vector<Token>& tokens, std::vector<TextSpan>* places = nullptr)
      : stop_words_(stop_words), position_(first), tokens_(tokens), places_(places) {}

  std::uint32_t run(std::string_view folded) {
    std::size_t at = 0;
    while (at < folded.size()) {
      const bool begins = at == 0 || !is_word_byte(folded[at - 1]);
      if (begins)
        if (const SpecialTerm special = special_term(folded, at); special.length > 0) {
          add(special.word, {at, special.length}, true, false);
          at += special.length;
          continue;
        }
      if (!is_word_byte(folded[at])) {
        ++at;
        continue;
      }
      std::size_t end = at;
      while (end < folded.size() && is_word_byte(folded[end])) ++end;
      add_run(folded.substr(at, end - at), at, end < folded.size() && folded[end] == '\'');
      at = end;
    }
    return position_;
  }

 private:
  // ASCII runs are words as they are; others are cut by the Unicode rules (Chinese, signs, ...).
  void add_run(std::string_view run, std::size_t at, bool apostrophe) {
    if (is_ascii(run)) return add(run, {at, run.size()}, false, apostrophe);
    const auto text = icu::UnicodeString::fromUTF8(
        icu::StringPiece(run.data(), static_cast<int32_t>(run.size())));
    icu::BreakIterator* const words = tools().words();
    words->setText(text);
    int32_t begin = words->first();
    for (int32_t end = words->next(); end != icu::BreakIterator::DONE;
         begin = end, end = words->next()) {
      std::string word;
      text.tempSubStringBetween(begin, end).toUTF8String(word);
      if (words->getRuleStatus() != UBRK_WORD_NONE) add(word, {at, word.size()}, false, false);
      at += word.size();
    }
  }

  struct Place {
    std::size_t at, length;  // bytes of the folded text
  };

  void add(std::string_view text, Place place, bool special, bool apostrophe) {
    if (places_ != nullptr)
      places_->push_back({static_cast<std::uint32_t>(place.at),
                          static_cast<std::uint32_t>(place.at + place.length)});
    std::string word(bounded(text));
    const bool code_like =
        special || std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
    const bool stop = !special && (lone_consonant(word) ? apostrophe
                                                        : stop_words_.contains(word) ||
                                                              (apostrophe && is_elided(word)));
    std::string term = code_like ? word : tools().stem(word);
    tokens_.push_back({std::move(word), std::move(term), position_++, stop});
  }

  const std::unordered_set<std::string_view>& stop_words_;
  std::uint32_t position_;
  std::vector<Token>& tokens_;
  std::vector<TextSpan>* const places_;  // in the folded text; asked for only to mark words
};

}  // namespace

struct Analyzer::Impl {
  std::vector<std::string> words;  // folded, owned here
  std::unordered_set<std::string_view> stop_words;
};

Analyzer::Analyzer() {
  auto impl = std::make_unique<Impl>();
  std::string_view list = word_list("stopwords_it.txt");
  while (!list.empty()) {
    const std::string_view line = list.substr(0, list.find('\n'));
    list.remove_prefix(std::min(line.size() + 1, list.size()));
    if (!line.empty()) impl->words.push_back(fold_text(line));
  }
  impl->stop_words.insert(impl->words.begin(), impl->words.end());
  impl_ = std::move(impl);
}

Analyzer::~Analyzer() = default;

std::string Analyzer::fold(std::string_view text) const { return fold_text(text); }

std::uint32_t Analyzer::analyze(std::string_view text, std::uint32_t first,
                                std::vector<Token>& tokens) const {
  return Cutter(impl_->stop_words, first, tokens).run(fold_text(plain_apostrophes(text)));
}

std::uint32_t Analyzer::analyze(std::string_view text, std::uint32_t first,
                                std::vector<Token>& tokens, std::vector<TextSpan>& spans) const {
  const FoldedText folded = fold_with_origins(text);
  const std::size_t before = spans.size();
  const std::uint32_t position = Cutter(impl_->stop_words, first, tokens, &spans).run(folded.text);
  for (std::size_t i = before; i < spans.size(); ++i)
    spans[i] = {folded.origin_begin(spans[i].begin), folded.origin_end(spans[i].end)};
  return position;
}

std::vector<Token> Analyzer::analyze(std::string_view text) const {
  std::vector<Token> tokens;
  analyze(text, 0, tokens);
  return tokens;
}

}  // namespace incontro
