#include <incontro/analyzer.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <unordered_set>

#include "text/ascii.h"
#include "text/fold.h"
#include "text/special_terms.h"
#include "text/spellings.h"
#include "text/word_reader.h"

namespace incontro {
namespace {

constexpr std::size_t word_bound_bytes = 64;

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

// ICU's iterators are not to be shared between threads: each thread has its own.
icu::BreakIterator& word_breaks() {
  thread_local const std::unique_ptr<icu::BreakIterator> breaks = [] {
    UErrorCode error = U_ZERO_ERROR;
    return std::unique_ptr<icu::BreakIterator>(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), error));
  }();
  return *breaks;
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
  Cutter(std::string_view folded, Language language, std::uint32_t first,
         std::vector<Token>& tokens, std::vector<TextSpan>* places = nullptr)
      : text_(folded), language_(language), position_(first), tokens_(tokens), places_(places) {}

  std::uint32_t run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const bool begins = at == 0 || !is_word_byte(text_[at - 1]);
      if (begins)
        if (const SpecialTerm special = special_term(text_, at); special.length > 0) {
          const std::string word(bounded(special.word));
          place(at, special.length);
          tokens_.push_back({word, word, {}, position_++, false, false});
          at += special.length;
          continue;
        }
      if (!is_word_byte(text_[at])) {
        ++at;
        continue;
      }
      std::size_t end = at;
      while (end < text_.size() && is_word_byte(text_[end])) ++end;
      at = add_run(at, end);
    }
    return position_;
  }

 private:
  char sign_at(std::size_t at) const { return at < text_.size() ? text_[at] : ' '; }

  // ASCII runs are words as they are; others are cut by the Unicode rules (Chinese, signs, ...).
  // Returns where to go on.
  std::size_t add_run(std::size_t at, std::size_t end) {
    const std::string_view run = text_.substr(at, end - at);
    if (!is_ascii(run)) {
      add_by_unicode(run, at);
      return end;
    }
    const std::string word(bounded(run));
    const Reading& reading = reader_.read(word);
    const Spellings::Found found = stands_for(reading, at, end);
    if (found.length > 0 && sign_at(at + found.length) != '*') {
      for (const std::string& one : *found.words) {
        place(at, found.length);
        add(one, reader_.read(one), false);
      }
      return at + found.length;
    }
    place(at, run.size());
    add(word, reading, sign_at(end) == '\'');
    return end;
  }

  Spellings::Found stands_for(const Reading& reading, std::size_t at, std::size_t end) const {
    if (reading.opens_parts)
      if (const auto found = Spellings::italian().parts(text_, at); found.length > 0) return found;
    if (reading.before_dot && sign_at(end) == '.') {
      std::size_t next = end + 1;
      while (sign_at(next) == ' ' && next < text_.size()) ++next;
      if (!is_digit(sign_at(next))) return {end - at, reading.before_dot};
    }
    return {reading.stands_for ? end - at : 0, reading.stands_for};
  }

  void add_by_unicode(std::string_view run, std::size_t at) {
    const auto text = icu::UnicodeString::fromUTF8(
        icu::StringPiece(run.data(), static_cast<int32_t>(run.size())));
    icu::BreakIterator& breaks = word_breaks();
    breaks.setText(text);
    int32_t begin = breaks.first();
    for (int32_t end = breaks.next(); end != icu::BreakIterator::DONE;
         begin = end, end = breaks.next()) {
      std::string utf8;
      text.tempSubStringBetween(begin, end).toUTF8String(utf8);
      if (breaks.getRuleStatus() != UBRK_WORD_NONE) {
        const std::string word(bounded(utf8));
        place(at, utf8.size());
        add(word, reader_.read(word), false);
      }
      at += utf8.size();
    }
  }

  // Of the next token, in bytes of the folded text.
  void place(std::size_t at, std::size_t length) {
    if (places_ == nullptr) return;
    places_->push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + length)});
  }

  void add(const std::string& word, const Reading& reading, bool apostrophe) {
    const bool function_word = reading.function_word[0];
    const bool stop =
        lone_consonant(word) ? apostrophe : function_word || (apostrophe && is_elided(word));
    Token& token =
        tokens_.emplace_back(word, reading.term, std::string(), position_++, stop, false);
    if (language_ == Language::italian || stop || reading.code_like) return;
    token.unscored = reading.function_word[static_cast<std::size_t>(language_)];
    if (!token.unscored) token.foreign_term = reader_.foreign_term(language_, word);
  }

  WordReader& reader_ = word_reader();
  const std::string_view text_;
  const Language language_;
  std::uint32_t position_;
  std::vector<Token>& tokens_;
  std::vector<TextSpan>* const places_;  // in the folded text; asked for only to mark words
};

}  // namespace

// So that no first text waits for the tables.
Analyzer::Analyzer() { word_reader(); }

std::string Analyzer::fold(std::string_view text) const { return fold_text(text); }

std::uint32_t Analyzer::analyze(std::string_view text, std::uint32_t first,
                                std::vector<Token>& tokens, Language language) const {
  const std::string folded = fold_text(plain_apostrophes(text));
  return Cutter(folded, language, first, tokens).run();
}

std::uint32_t Analyzer::analyze(std::string_view text, std::uint32_t first,
                                std::vector<Token>& tokens, std::vector<TextSpan>& spans,
                                Language language) const {
  const FoldedText folded = fold_with_origins(text);
  const std::size_t before = spans.size();
  const std::uint32_t position = Cutter(folded.text, language, first, tokens, &spans).run();
  for (std::size_t i = before; i < spans.size(); ++i)
    spans[i] = {folded.origin_begin(spans[i].begin), folded.origin_end(spans[i].end)};
  return position;
}

std::vector<Token> Analyzer::analyze(std::string_view text) const {
  std::vector<Token> tokens;
  analyze(text, 0, tokens);
  return tokens;
}

bool Analyzer::is_spelling(std::string_view text) const {
  const std::string folded = fold_text(text);
  return Spellings::italian().parts(folded, 0).length == folded.size();
}

std::vector<std::string> Analyzer::foreign_terms(const Token& token) const {
  WordReader& reader = word_reader();
  std::vector<std::string> terms;
  if (token.stop || reader.read(token.word).code_like) return terms;
  for (const Language language : other_languages)
    terms.push_back(reader.foreign_term(language, token.word));
  return terms;
}

}  // namespace incontro
