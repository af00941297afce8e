// The engine against the brute-force judge, over random queries on generated records.

#include <gtest/gtest.h>
#include <incontro/distance.h>
#include <incontro/impact.h>
#include <incontro/synth.h>
#include <incontro/text.h>

#include <set>

#include "oracle/brute_force.h"
#include "support/home.h"
#include "support/records.h"
#include "support/seed.h"

namespace incontro {
namespace {

constexpr int records_each = 400;

class SearchDifferential : public ::testing::TestWithParam<bool> {
 protected:
  static constexpr Date today = Date{std::chrono::days(20'700)};

  SearchDifferential()
      : random_(test_seed(11)), home_(today), judge_(today, default_validity_days) {
    const Generator generator(2012, today);
    std::vector<Record> records;
    for (std::uint64_t n = 0; n < records_each; ++n) {
      records.emplace_back(generator.vacancy(n));
      records.emplace_back(generator.cv(n));
    }
    if (GetParam()) {
      // Another life: some expired, some in the future, some withdrawn in several small batches.
      for (std::size_t i = 0; i < records.size(); i += 7) shift(records[i], -70);
      for (std::size_t i = 3; i < records.size(); i += 31) shift(records[i], 3);
    }
    for (const Record& record : records) judge_.add(record);
    for (std::size_t begin = 0; begin < records.size(); begin += 97)
      home_.apply(
          std::span(records).subspan(begin, std::min<std::size_t>(97, records.size() - begin)));
    if (GetParam()) withdraw_some(records);
    for (const Record& record : records) gather_words(record);
  }

  static void shift(Record& record, int days) {
    std::visit(
        [&](auto& r) {
          r.system.inserted += std::chrono::days(days);
          r.system.expires.reset();
        },
        record);
  }

  void withdraw_some(const std::vector<Record>& records) {
    for (std::size_t i = 5; i < records.size(); i += 23) {
      Record closure = records[i];
      std::visit(
          [&](auto& r) {
            r.system.kind = Kind::close;
            r.system.closing_reason = "03";
            r.system.predecessor = r.system.code;
            r.system.code = "C" + r.system.code.substr(1);
          },
          closure);
      home_.apply(closure);
      judge_.withdraw(code_of(records[i]));
    }
  }

  void gather_words(const Record& record) {
    for (const DocumentWord& w : make_document(analyzer_, record, 0).words)
      if (below(random_, 4) == 0) words_.push_back(w.word);
  }

  std::string any_word() { return words_[below(random_, words_.size())]; }

  // Of two characters and more: one alone is not read as a prefix.
  std::string any_prefix() {
    const std::string prefix = any_word().substr(0, 2 + below(random_, 4));
    return prefix.size() >= 2 ? prefix : "la";
  }

  // Two or three words that do stand side by side somewhere, most of the time.
  std::vector<std::string> any_phrase(Collection collection) {
    const Generator generator(2012, today);
    const std::uint64_t n = below(random_, records_each);
    const std::string text = collection == Collection::vacancies ? generator.vacancy(n).description
                                                                 : generator.cv(n).wanted[0].title;
    const auto tokens = analyzer_.analyze(text);
    const std::size_t length = 1 + below(random_, 3);
    if (tokens.size() < length) return {any_word()};
    const std::size_t begin = below(random_, tokens.size() - length + 1);
    std::vector<std::string> phrase;
    for (std::size_t i = 0; i < length; ++i) phrase.push_back(tokens[begin + i].word);
    return phrase;
  }

  Near any_near(Collection collection) {
    const Generator generator(2012, today);
    const std::uint64_t n = below(random_, records_each);
    const std::string place = collection == Collection::vacancies
                                  ? generator.vacancy(n).workplace.value
                                  : generator.cv(n).person.home.value;
    const auto row = code_table(Table::territory).find(place);
    const bool located = row && position_of(*row);
    return {located ? place : "A944", static_cast<unsigned>(1 + below(random_, 500))};
  }

  BruteForce::Question random_question() {
    BruteForce::Question question;
    question.collection = collections[below(random_, 2)];
    const std::size_t kind = below(random_, 10);
    if (kind >= 3) question.words.push_back(any_word());
    if (kind >= 7) question.words.push_back(any_word());
    if (kind == 4) question.excluded.push_back(any_word());
    if (kind == 5) question.prefixes.push_back(any_prefix());
    if (kind == 2) question.phrases.push_back(any_phrase(question.collection));
    const std::size_t filters = below(random_, 4);
    std::set<std::string> used;
    for (std::size_t i = 0; i < filters; ++i) {
      const auto fields = fields_of(question.collection);
      const Field& field = fields[below(random_, fields.size())];
      if (!used.emplace(field.name).second) continue;
      // Codes that occur, or the filter would nearly always leave nothing.
      const auto facets =
          judge_.answer({question.collection, {}, {}, {}, {}, {}, {}, Scope::all}).facets;
      const auto counted = facets.find(std::string(field.name));
      if (counted == facets.end()) continue;
      Filter& filter = question.filters.emplace_back(Filter{std::string(field.name), {}});
      for (std::size_t c = 0; c <= below(random_, 3); ++c)
        filter.codes.push_back(
            std::next(counted->second.begin(),
                      static_cast<std::ptrdiff_t>(below(random_, counted->second.size())))
                ->first);
    }
    if (below(random_, 4) == 0) question.near = any_near(question.collection);
    question.scope =
        Scope{static_cast<std::uint8_t>(below(random_, 4) == 0 ? below(random_, 3) : 0)};
    return question;
  }

  static Query query_of(const BruteForce::Question& question) {
    Query query;
    query.collection = question.collection;
    for (const std::string& word : question.words) query.text += word + " ";
    for (const std::string& word : question.excluded) query.text += "-" + word + " ";
    for (const std::string& prefix : question.prefixes) query.text += prefix + "* ";
    for (const auto& phrase : question.phrases) {
      query.text += '"';
      for (const std::string& word : phrase) query.text += word + " ";
      query.text += "\" ";
    }
    query.synonyms = false;  // the judge knows none
    query.filters = question.filters;
    query.near = question.near;
    query.scope = question.scope;
    query.facets = true;
    query.limit = 1'000;
    // Everything opened, so that every count can be compared.
    for (const Field& field : fields_of(question.collection)) {
      if (field.kind != FieldKind::tree) continue;
      Filter& open = query.open.emplace_back(Filter{std::string(field.name), {}});
      for (CodeIndex value = 0; value < field.domain->unstated(); ++value)
        if (field.domain->last(value) != value) open.codes.emplace_back(field.domain->code(value));
    }
    return query;
  }

  std::mt19937_64 random_;
  Analyzer analyzer_;
  TestHome home_;
  BruteForce judge_;
  std::vector<std::string> words_;
};

std::map<std::string, std::map<std::string, std::uint64_t>> counts_of(const Answer& answer) {
  std::map<std::string, std::map<std::string, std::uint64_t>> counts;
  for (const Facet& facet : answer.facets)
    for (const FacetValue& value : facet.values)
      if (value.count > 0) counts[facet.field][std::string(value.code)] = value.count;
  return counts;
}

// The judge counts all values; of a long list the answer shows the most frequent.
void leave_out_what_is_rarer(Collection collection, const Answer& answer,
                             BruteForce::Verdict& verdict) {
  for (const Facet& facet : answer.facets) {
    const Field& field = fields_of(collection)[*find_field(collection, facet.field)];
    if (field.most_shown == 0) continue;
    std::uint64_t least = UINT64_MAX;
    std::set<std::string> shown;
    for (const FacetValue& value : facet.values) {
      shown.emplace(value.code);
      if (value.code != "-" && !value.selected) least = std::min(least, value.count);
    }
    std::erase_if(verdict.facets[facet.field], [&](const auto& counted) {
      if (shown.contains(counted.first)) return false;
      EXPECT_LE(counted.second, least);
      EXPECT_GE(shown.size(), field.most_shown);
      return true;
    });
    if (verdict.facets[facet.field].empty()) verdict.facets.erase(facet.field);
  }
}

TEST_P(SearchDifferential, HitsCountsAndOrderAreThoseOfTheJudge) {
  std::size_t with_hits = 0;
  for (int round = 0; round < 400; ++round) {
    const auto question = random_question();
    const Query query = query_of(question);
    SCOPED_TRACE(query.text + " round " + std::to_string(round));
    auto verdict = judge_.answer(question);
    const Answer answer = home_.search(query);
    leave_out_what_is_rarer(question.collection, answer, verdict);
    with_hits += answer.total > 0;

    EXPECT_EQ(answer.total, verdict.scores.size());
    EXPECT_EQ(counts_of(answer), verdict.facets);
    std::set<std::string> codes;
    for (std::size_t i = 0; i < answer.hits.size(); ++i) {
      const Hit& hit = answer.hits[i];
      EXPECT_TRUE(codes.insert(hit.code).second) << "twice: " << hit.code;
      ASSERT_TRUE(verdict.scores.contains(hit.code)) << hit.code;
      ASSERT_EQ(hit.distance_km.has_value(), question.near.has_value());
      if (question.near) {
        EXPECT_EQ(*hit.distance_km, verdict.metres.at(hit.code) / 1'000.0);
      }
      // Withdrawn documents leave the statistics when blocks merge, the judge counts them always.
      if (!GetParam()) {
        EXPECT_NEAR(hit.score, verdict.scores.at(hit.code),
                    0.02 + 8 * impact_step * (static_cast<double>(question.words.size()) + 4) / 2);
      }
      if (i == 0) continue;
      const Hit& before = answer.hits[i - 1];
      EXPECT_GE(before.score, hit.score);
      if (before.score == hit.score) {
        EXPECT_GE(before.view.validity.first, hit.view.validity.first);
      }
    }
    EXPECT_EQ(answer.hits.size(), verdict.scores.size());
    if (HasFailure()) break;
  }
  EXPECT_GT(with_hits, 100u) << "the random queries find too little to tell anything";
}

TEST_P(SearchDifferential, ByDistanceTheNearestComeFirstAndPagesJoin) {
  std::size_t with_hits = 0;
  for (int round = 0; round < 40; ++round) {
    auto question = random_question();
    question.near = any_near(question.collection);
    const auto verdict = judge_.answer(question);
    Query query = query_of(question);
    query.sort = Sort::distance;
    std::vector<std::string> whole, pages;
    std::uint32_t before = 0;
    for (const Hit& hit : home_.search(query).hits) {
      whole.push_back(hit.code);
      ASSERT_TRUE(verdict.metres.contains(hit.code));
      EXPECT_LE(before, verdict.metres.at(hit.code));
      before = verdict.metres.at(hit.code);
    }
    EXPECT_EQ(whole.size(), verdict.scores.size());
    with_hits += whole.size() > 1;
    query.limit = 3;
    for (; query.offset < whole.size() + 3; query.offset += 3)
      for (const Hit& hit : home_.search(query).hits) pages.push_back(hit.code);
    EXPECT_EQ(pages, whole);
    if (HasFailure()) break;
  }
  EXPECT_GT(with_hits, 3u) << "the random queries find too little to tell anything";
}

TEST_P(SearchDifferential, EveryCountIsTheNumberOfHitsAfterClicking) {
  for (int round = 0; round < 15; ++round) {
    auto question = random_question();
    const Answer answer = home_.search(query_of(question));
    for (const Facet& facet : answer.facets)
      for (const FacetValue& value : facet.values) {
        if (below(random_, 10) != 0) continue;
        Query clicked = query_of(question);
        std::erase_if(clicked.filters, [&](const Filter& f) { return f.field == facet.field; });
        clicked.filters.push_back({facet.field, {std::string(value.code)}});
        EXPECT_EQ(home_.search(clicked).total, value.count)
            << facet.field << "=" << value.code << " of " << clicked.text;
      }
  }
}

TEST_P(SearchDifferential, TheTextIndexFindsTheDocumentsThatTheBlocksFind) {
  home_.close();  // which finishes the text index
  home_.reopen();
  for (const Collection collection : collections) {
    const auto text = TextReader::open(home_.path() / "text" /
                                       (collection == Collection::vacancies ? "vacancies" : "cvs"));
    ASSERT_TRUE(text) << text.error().message;
    for (int round = 0; round < 100; ++round) {
      Query query;
      query.collection = collection;
      query.scope = Scope::all;
      query.text = any_word() + " " + any_word();
      query.synonyms = false;
      std::vector<std::string> terms;
      for (const Token& token : analyzer_.analyze(query.text))
        if (!token.stop) terms.push_back(token.term);
      if (terms.empty()) continue;
      const auto found = (*text)->all_of(terms);
      ASSERT_TRUE(found) << found.error().message;
      // Records of days to come are in both indexes, and shown by no search yet.
      std::size_t shown = 0;
      for (const DocumentNumber number : *found) {
        const auto stored = home_.engine().store().document(collection, number);
        ASSERT_TRUE(stored);
        shown += date_of(system_of(stored->record).inserted) <= today;
      }
      EXPECT_EQ(home_.search(query).total, shown) << query.text;
    }
  }
}

TEST_P(SearchDifferential, PagesJoinToTheWholeWithoutRepeats) {
  for (const Sort sort : {Sort::relevance, Sort::date}) {
    Query query;
    query.text = words_[below(random_, words_.size())];
    query.sort = sort;
    query.limit = 1'000;
    std::vector<std::string> whole, pages;
    for (const Hit& hit : home_.search(query).hits) whole.push_back(hit.code);
    query.limit = 7;
    for (query.offset = 0; query.offset < whole.size() + 7; query.offset += 7)
      for (const Hit& hit : home_.search(query).hits) pages.push_back(hit.code);
    EXPECT_EQ(pages, whole);
  }
}

TEST_P(SearchDifferential, AnswersAreTheSameAfterReopeningAndRebuilding) {
  std::vector<Query> queries;
  std::vector<std::string> before;
  const auto answers = [&] {
    std::vector<std::string> all;
    for (const Query& query : queries) {
      const Answer answer = home_.search(query);
      std::string text = std::to_string(answer.total);
      for (const Hit& hit : answer.hits) text += " " + hit.code;
      all.push_back(text);
    }
    return all;
  };
  for (int i = 0; i < 40; ++i) queries.push_back(query_of(random_question()));
  if (GetParam())
    for (Query& query : queries) query.sort = Sort::date;
  before = answers();
  home_.reopen();
  EXPECT_EQ(answers(), before);
  ASSERT_TRUE(home_.engine().rebuild());
  EXPECT_EQ(answers(), before);
  const auto report = home_.engine().check();
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(report->differences, std::vector<std::string>{});
  EXPECT_EQ(report->records[0] + report->records[1], 2u * records_each);
}

INSTANTIATE_TEST_SUITE_P(Homes, SearchDifferential, ::testing::Values(false, true),
                         [](const auto& tested) { return tested.param ? "Lived" : "Fresh"; });

}  // namespace
}  // namespace incontro
