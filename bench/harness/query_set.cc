#include "harness/query_set.h"

#include <incontro/privacy.h>

#include <algorithm>
#include <set>

#include "corpus.h"
#include "harness/facet_codes.h"
#include "harness/give_up.h"
#include "synth/random.h"

namespace incontro::bench {
namespace {

constexpr std::uint32_t second_code_percent = 30;
constexpr int tries_for_another = 50;  // then a query may come twice, as match_all must

bool has_letters_only(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

// Makes the queries of one class. A maker returns an empty optional where the document it drew does
// not yield a query of the class.
class ClassMaker {
 public:
  using Drawn = std::optional<Query>;

  ClassMaker(const Analyzer& analyzer, const Vocabulary& vocabulary, std::uint64_t stream)
      : analyzer_(analyzer), vocabulary_(vocabulary), random_(bench_seed, stream) {}

  Drawn common_word() { return one_word(vocabulary_.words(Band::common)); }
  Drawn mid_word() { return one_word(vocabulary_.words(Band::mid)); }
  Drawn rare_word() { return one_word(vocabulary_.words(Band::rare)); }
  Drawn two_words() { return words_of_one_document(2); }
  Drawn three_words() { return words_of_one_document(3); }

  Drawn phrase() {
    const Vacancy vacancy = public_view(bench_generator().vacancy(draw_number()));
    const std::string_view text = random_.chance(50) ? vacancy.title : vacancy.description;
    const auto tokens = analyzer_.analyze(text.substr(0, text.find(redaction_mark)));
    const std::uint32_t length = random_.between(2, 4);
    if (tokens.size() < length) return {};
    const std::uint32_t first =
        random_.below(static_cast<std::uint32_t>(tokens.size()) - length + 1);
    Phrase words;
    bool stop_words_only = true;
    for (std::size_t i = first; i < first + length; ++i) {
      words.push_back(tokens[i].word);
      stop_words_only = stop_words_only && tokens[i].stop;
    }
    Query query = with_text(fmt::format("\"{}\"", fmt::join(words, " ")));
    const Clauses read = parse_query(analyzer_, query.text).required;
    if (stop_words_only || read.phrases != std::vector<Phrase>{words}) return {};
    return query;
  }

  Drawn prefix() {
    const Document document = draw_document();
    const std::string& word = random_.pick(document.words).word;
    const std::vector<Token> tokens = analyzer_.analyze(word);
    if (word.size() < 4 || !has_letters_only(word) || tokens.front().stop) return {};
    const auto longest = static_cast<std::uint32_t>(std::min<std::size_t>(6, word.size() - 1));
    const std::string letters = word.substr(0, random_.between(3, longest));
    Query query = with_text(letters + "*");
    const Clauses read = parse_query(analyzer_, query.text).required;
    if (read.prefixes != std::vector<std::string>{letters} || !read.terms.empty()) return {};
    return query;
  }

  Drawn filters() {
    const std::uint32_t count = random_.between(2, 3);
    Query query = with_text("");
    return add_filters(query, draw_document(), count) ? Drawn(query) : Drawn();
  }

  Drawn word_and_filters() {
    const Document document = draw_document();
    std::vector<Token> words = leading_words(document);
    if (words.empty()) return {};
    Query query = with_text(random_.pick(words).word);
    return add_filters(query, document, 2) ? Drawn(query) : Drawn();
  }

  Drawn match_all() { return with_text(""); }

  Drawn deep_page() {
    Drawn query = common_word();
    query->offset = 1'000;
    return query;
  }

  Drawn by_date() {
    Drawn query = random_.chance(50) ? common_word() : mid_word();
    query->sort = Sort::date;
    return query;
  }

  Drawn either_word() {
    const std::uint32_t count = random_.between(2, 3);
    std::vector<std::string> words;
    while (words.size() < count) words.push_back(common_or_mid_word());
    Query query = with_text(joined_by_or(words));
    const ParsedQuery read = parse_query(analyzer_, query.text);
    if (!read.required.empty() || !has_alternatives(read, words)) return {};
    return query;
  }

  Drawn operators() {
    const Document document = draw_document();
    const std::vector<Token> leading = leading_words(document), all = searched_words(document);
    if (leading.empty()) return {};
    const Token& required = random_.pick(leading);
    std::vector<std::string> alternatives = {random_.pick(all).word};
    if (random_.chance(50)) alternatives.push_back(text_of(&ClassMaker::phrase));
    if (random_.chance(50)) alternatives.push_back(text_of(&ClassMaker::prefix));
    if (alternatives.size() == 1) alternatives.push_back(common_or_mid_word());
    Query query = with_text(fmt::format("{} ({})", required.word, joined_by_or(alternatives)));
    std::vector<std::string> excluded;
    if (random_.chance(50)) {
      const std::vector<Token> words = leading_words(draw_document());
      if (words.empty()) return {};
      const Token& word = random_.pick(words);
      if (has_term(document, word.term)) return {};
      query.text += " -" + word.word;
      excluded.push_back(word.term);
    }
    const ParsedQuery read = parse_query(analyzer_, query.text);
    if (!asks_for_words(read.required, {required.term}) ||
        !asks_for_words(read.excluded, excluded) || !has_alternatives(read, alternatives))
      return {};
    return query;
  }

 private:
  static Query with_text(std::string text) {
    Query query;
    query.text = std::move(text);
    query.facets = true;
    query.records = false;
    return query;
  }

  std::uint64_t draw_number() {
    return random_.below(static_cast<std::uint32_t>(vocabulary_.documents()));
  }
  Document draw_document() {
    const std::uint64_t n = draw_number();
    return make_document(analyzer_, bench_generator().vacancy(n), static_cast<DocumentNumber>(n));
  }

  Drawn one_word(const std::vector<std::string>& words) {
    if (words.empty()) give_up("too few records: no word of this frequency occurs");
    return with_text(random_.pick(words));
  }

  std::string common_or_mid_word() {
    return random_.chance(50) ? common_word()->text : mid_word()->text;
  }
  std::string text_of(Drawn (ClassMaker::*draw)()) {
    for (;;)
      if (const Drawn query = (this->*draw)()) return query->text;
  }

  static std::string joined_by_or(const std::vector<std::string>& texts) {
    return fmt::format("{}", fmt::join(texts, " OR "));
  }
  static bool asks_for_words(const Clauses& read, const std::vector<std::string>& stems) {
    return read.terms == stems && read.phrases.empty() && read.prefixes.empty();
  }
  static bool has_term(const Document& document, const std::string& term) {
    return std::ranges::find(document.terms, term, &DocumentTerm::term) != document.terms.end();
  }

  // Whether the query has one group, of these alternatives, each read as it is alone; and neither
  // what is required nor any other alternative asks for the same stems.
  bool has_alternatives(const ParsedQuery& query, const std::vector<std::string>& texts) const {
    std::set<std::vector<std::string>> stems = {query.required.terms};
    const auto same = [&](const ParsedQuery& read, const std::string& text) {
      const Clauses alone = parse_query(analyzer_, text).required;
      return stems.insert(alone.terms).second && read.required.terms == alone.terms &&
             read.required.phrases == alone.phrases && read.required.prefixes == alone.prefixes &&
             read.excluded.empty() && read.any_of.empty();
    };
    return query.any_of.size() == 1 && query.none_of.empty() &&
           std::ranges::equal(query.any_of.front(), texts, same);
  }

  // The document's words that may stand alone in a query.
  std::vector<Token> searched_words(const Document& document) const {
    std::vector<Token> words;
    for (const DocumentWord& word : document.words) {
      if (word.word.size() < shortest_word) continue;
      std::vector<Token> tokens = analyzer_.analyze(word.word);
      if (tokens.size() == 1 && !tokens.front().stop) words.push_back(std::move(tokens.front()));
    }
    return words;
  }
  std::vector<Token> leading_words(const Document& document) const {
    std::vector<Token> words = searched_words(document);
    std::erase_if(words, [&](const Token& word) {
      return !vocabulary_.is(Band::common, word.term) && !vocabulary_.is(Band::mid, word.term);
    });
    return words;
  }

  Drawn words_of_one_document(std::size_t count) {
    const Document document = draw_document();
    const std::vector<Token> leading = leading_words(document), all = searched_words(document);
    if (leading.empty()) return {};
    const Token& first = random_.pick(leading);
    std::vector<std::string> words = {first.word}, stems = {first.term};
    while (words.size() < count) {
      const Token& next = random_.pick(all);
      if (std::ranges::find(stems, next.term) != stems.end()) return {};
      words.push_back(next.word);
      stems.push_back(next.term);
    }
    Query query = with_text(fmt::format("{}", fmt::join(words, " ")));
    if (parse_query(analyzer_, query.text).required.terms != stems) return {};
    return query;
  }

  std::vector<std::string_view> stated_codes(const Document& document, std::size_t field) const {
    std::vector<std::string_view> codes = facet_codes(document, field);
    std::erase(codes, "-");
    return codes;
  }

  bool add_filters(Query& query, const Document& document, std::uint32_t count) {
    const auto fields = fields_of(Collection::vacancies);
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < fields.size(); ++i)
      if (!stated_codes(document, i).empty()) places.push_back(i);
    if (places.size() < count) return false;
    while (query.filters.size() < count) {
      const std::size_t field = random_.pick(places);
      std::erase(places, field);
      Filter& filter = query.filters.emplace_back();
      filter.field = fields[field].name;
      filter.codes.emplace_back(random_.pick(stated_codes(document, field)));
      if (!random_.chance(second_code_percent)) continue;
      const auto others = stated_codes(draw_document(), field);
      if (others.empty()) continue;
      const std::string other(random_.pick(others));
      if (other != filter.codes.front()) filter.codes.push_back(other);
    }
    return true;
  }

  const Analyzer& analyzer_;
  const Vocabulary& vocabulary_;
  Random random_;
};

struct Class {
  const char* name;
  ClassMaker::Drawn (ClassMaker::*draw)();
};

// The place of a class is the stream of its random numbers: new ones go to the end.
constexpr Class classes[] = {
    {"common_word", &ClassMaker::common_word},
    {"mid_word", &ClassMaker::mid_word},
    {"rare_word", &ClassMaker::rare_word},
    {"two_words", &ClassMaker::two_words},
    {"three_words", &ClassMaker::three_words},
    {"phrase", &ClassMaker::phrase},
    {"prefix", &ClassMaker::prefix},
    {"filters", &ClassMaker::filters},
    {"word_and_filters", &ClassMaker::word_and_filters},
    {"match_all", &ClassMaker::match_all},
    {"deep_page", &ClassMaker::deep_page},
    {"by_date", &ClassMaker::by_date},
    {"either_word", &ClassMaker::either_word},
    {"operators", &ClassMaker::operators},
};

std::string key_of(const Query& query) {
  std::string key = query.text;
  for (const Filter& filter : query.filters)
    key += fmt::format("|{}={}", filter.field, fmt::join(filter.codes, ","));
  return key;
}

}  // namespace

std::vector<std::string> query_classes() {
  std::vector<std::string> names;
  for (const Class& one : classes) names.emplace_back(one.name);
  return names;
}

std::vector<BenchQuery> make_queries(const Analyzer& analyzer, const Vocabulary& vocabulary,
                                     std::size_t per_class, const std::vector<std::string>& only) {
  std::vector<BenchQuery> queries;
  for (std::size_t c = 0; c < std::size(classes); ++c) {
    if (!only.empty() && std::ranges::find(only, classes[c].name) == only.end()) continue;
    ClassMaker maker(analyzer, vocabulary, c);
    std::set<std::string> asked;
    int tries = 0;
    for (std::size_t made = 0; made < per_class;) {
      const auto drawn = (maker.*classes[c].draw)();
      if (!drawn || (!asked.insert(key_of(*drawn)).second && ++tries < tries_for_another)) continue;
      queries.push_back({classes[c].name, *drawn, parse_query(analyzer, drawn->text)});
      tries = 0;
      ++made;
    }
  }
  return queries;
}

}  // namespace incontro::bench
