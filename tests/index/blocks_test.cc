#include <gtest/gtest.h>
#include <incontro/impact.h>
#include <incontro/lifecycle.h>
#include <incontro/live_day.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "blocks/block_builder.h"
#include "blocks/block_file.h"
#include "blocks/block_list.h"
#include "blocks/merge_blocks.h"
#include "blocks/word_builder.h"
#include "support/random_profile.h"
#include "support/seed.h"
#include "support/temp_dir.h"

namespace incontro {
namespace {

// Within and about the days on which the documents are active; none, now and then.
std::vector<DatedValue> random_stretches(std::mt19937_64& random, const Field& field) {
  std::vector<DatedValue> stretches;
  for (std::size_t i = below(random, 4); i > 0; --i) {
    const auto from = static_cast<Day>(below(random, 3) == 0 ? 0 : 19'950 + below(random, 200));
    const auto to = static_cast<Day>(below(random, 3) == 0 ? no_day : from + below(random, 100));
    stretches.push_back(
        {static_cast<CodeIndex>(below(random, field.domain->unstated())), from, to});
  }
  std::ranges::sort(stretches);
  return stretches;
}

Document random_document(std::mt19937_64& random, DocumentNumber number) {
  Document document;
  document.number = number;
  std::map<std::string, std::uint32_t> terms;
  const std::size_t words = 1 + below(random, 20);
  for (std::size_t i = 0; i < words; ++i)
    terms["t" + std::to_string(below(random, 1 + below(random, 60)))] +=
        static_cast<std::uint32_t>(1 + below(random, 5));
  std::map<std::string, std::vector<std::uint32_t>> standing;
  std::uint32_t position = 0;
  for (std::size_t i = 0; i < words; ++i) {
    standing["w" + std::to_string(below(random, 1 + below(random, 40)))].push_back(position);
    position += below(random, 5) == 0 ? 100 : 1;
  }
  for (const auto& [word, positions] : standing) document.words.push_back({word, positions});
  for (const auto& [term, weight] : terms) {
    document.terms.push_back({term, weight});
    document.length += weight;
  }
  for (const Field& field : fields_of(Collection::cvs)) {
    auto& values = document.values.emplace_back();
    if (field.dated()) document.dated = random_stretches(random, field);
    if (field.kind == FieldKind::age || field.dated() || below(random, 4) == 0) continue;
    std::set<CodeIndex> chosen;
    const std::size_t count = field.multiple ? 1 + below(random, 3) : 1;
    for (std::size_t i = 0; i < count; ++i)
      chosen.insert(static_cast<CodeIndex>(below(random, field.domain->unstated())));
    values.assign(chosen.begin(), chosen.end());
  }
  document.profile = random_profile(random, Collection::cvs);
  document.profile.skills = document.values[*find_field(Collection::cvs, "skill")];
  document.published = Date{std::chrono::days(20'000 + below(random, 100))};
  if (below(random, 2) == 0) document.expires = document.published + std::chrono::days(10);
  return document;
}

std::vector<Document> random_documents(std::mt19937_64& random, std::size_t count,
                                       DocumentNumber first = 0) {
  std::vector<Document> documents;
  for (std::size_t i = 0; i < count; ++i)
    documents.push_back(random_document(random, first + static_cast<DocumentNumber>(i)));
  return documents;
}

std::vector<std::uint16_t> offsets_of(const OffsetSet& set) {
  std::vector<std::uint16_t> offsets;
  set.for_each([&](std::uint16_t offset) { offsets.push_back(offset); });
  return offsets;
}

BlockView view_of(std::span<const Document> documents, const BitSet& withdrawn = {}) {
  return view_of(std::make_shared<const Block>(build_block(Collection::cvs, documents)),
                 std::make_shared<const WordIndex>(build_words(documents)), withdrawn);
}

TEST(Block, HoldsEveryPostingOfItsDocumentsAndNoOther) {
  std::mt19937_64 random(test_seed(1));
  const auto documents = random_documents(random, 300, 1'000);
  const Block block = build_block(Collection::cvs, documents);
  EXPECT_EQ(block.first, 1'000u);
  EXPECT_EQ(block.size, 300u);
  std::size_t postings = 0;
  for (std::size_t i = 0; i < documents.size(); ++i)
    for (const DocumentTerm& t : documents[i].terms) {
      const PostingList list = block.postings.find(t.term);
      const std::vector<std::uint16_t> offsets = offsets_of(list.documents);
      const auto place = std::ranges::find(offsets, i);
      ASSERT_NE(place, offsets.end()) << t.term;
      EXPECT_EQ(list.weights[static_cast<std::size_t>(place - offsets.begin())], t.weight);
      ++postings;
    }
  EXPECT_EQ(block.postings.weights.size(), postings);
  EXPECT_EQ(block.postings.find("absent").documents.count, 0u);
  EXPECT_EQ(block.postings.find("").documents.count, 0u);
  for (std::size_t t = 0; t < block.postings.terms.size(); ++t) {
    const auto offsets = offsets_of(block.postings.list(t).documents);
    EXPECT_TRUE(std::ranges::is_sorted(offsets));
    EXPECT_EQ(offsets.size(), block.postings.list(t).documents.count);
    if (t > 0) {
      EXPECT_LT(block.postings.terms[t - 1], block.postings.terms[t]);
    }
  }
}

TEST(Block, SetsOfTreeFieldsHoldTheAncestorsOfEachValue) {
  const std::size_t profession = *find_field(Collection::cvs, "profession");
  const FieldDomain& domain = *fields_of(Collection::cvs)[profession].domain;
  Document document = placeholder(Collection::cvs, 0);
  document.values[profession] = {*domain.find("2.1.1.4.1.17")};
  const Block block = build_block(Collection::cvs, std::span(&document, 1));
  std::vector<std::string_view> codes;
  for (const CodeIndex value : block.sets[profession][0]) codes.push_back(domain.code(value));
  EXPECT_EQ(codes, (std::vector<std::string_view>{"2", "2.1", "2.1.1", "2.1.1.4", "2.1.1.4.1",
                                                  "2.1.1.4.1.17"}));
}

TEST(Block, HasTheProfileOfEachDocumentWithItsSkills) {
  std::mt19937_64 random(test_seed(8));
  const auto documents = random_documents(random, 300);
  const BlockView view = view_of(documents);
  const Block merged = merge_blocks(std::span(&view, 1));
  for (std::size_t i = 0; i < documents.size(); ++i) {
    EXPECT_EQ(profile_of(*view.block, i), documents[i].profile) << i;
    EXPECT_EQ(profile_of(merged, i), documents[i].profile) << i;
  }
}

TEST(Block, KeepsNoProfileOfAWithdrawnDocumentOnceItIsMerged) {
  std::mt19937_64 random(test_seed(9));
  BitSet withdrawn;
  withdrawn.set(1);
  const BlockView view = view_of(random_documents(random, 3), withdrawn);
  Profile nothing;
  nothing.availabilities.resize(1);
  const Block merged = merge_blocks(std::span(&view, 1));
  EXPECT_EQ(profile_of(merged, 1), nothing);
  EXPECT_EQ(profile_of(merged, 2), profile_of(*view.block, 2));
  for (const auto& wanted : merged.profiles.wanted)
    EXPECT_TRUE(wanted.offset != 1 || wanted.profession == no_code);
  for (const auto& done : merged.profiles.done) EXPECT_NE(done.offset, 1);
}

TEST(Block, DiffersWhereAProfileDoes) {
  std::mt19937_64 random(test_seed(10));
  auto documents = random_documents(random, 5);
  const Block block = build_block(Collection::cvs, documents);
  ++documents[3].profile.licences;
  EXPECT_NE(build_block(Collection::cvs, documents), block);
}

TEST(Block, MergedBlocksEqualTheBlockOfAllTheirDocuments) {
  std::mt19937_64 random(test_seed(2));
  for (int round = 0; round < 20; ++round) {
    auto documents = random_documents(random, 2 + below(random, 200));
    std::vector<BlockView> views;
    for (std::size_t begin = 0; begin < documents.size();) {
      const std::size_t count = 1 + below(random, documents.size() - begin);
      const std::vector<Document> part(
          documents.begin() + static_cast<std::ptrdiff_t>(begin),
          documents.begin() + static_cast<std::ptrdiff_t>(begin + count));
      BitSet withdrawn;
      for (std::size_t i = 0; i < count; ++i)
        if (below(random, 5) == 0) {
          withdrawn.set(i);
          documents[begin + i] =
              placeholder(Collection::cvs, static_cast<DocumentNumber>(begin + i));
        }
      views.push_back(view_of(part, withdrawn));
      begin += count;
    }
    EXPECT_EQ(merge_blocks(views), build_block(Collection::cvs, documents));
    EXPECT_EQ(merge_words(views), build_words(documents));
  }
}

TEST(BlockList, StaysShortAndForgetsNothing) {
  std::mt19937_64 random(test_seed(3));
  BlockList list;
  std::vector<Document> documents;
  std::set<DocumentNumber> withdrawn;
  for (int round = 0; round < 300; ++round) {
    const auto fresh = random_documents(random, 1 + below(random, 9), list.end());
    documents.insert(documents.end(), fresh.begin(), fresh.end());
    list.append(build_block(Collection::cvs, fresh), build_words(fresh));
    const auto number = static_cast<DocumentNumber>(below(random, documents.size() + 10));
    list.withdraw(number);
    if (number < documents.size()) withdrawn.insert(number);
  }
  EXPECT_LE(list.views().size(), 12u);
  DocumentNumber end = 0;
  for (const BlockView& view : list.views()) {
    EXPECT_EQ(view.block->first, end);
    end = view.block->end();
    for (DocumentNumber n = view.block->first; n < end; ++n)
      EXPECT_EQ(view.withdrawn->test(n - view.block->first), withdrawn.contains(n)) << n;
  }
  EXPECT_EQ(end, documents.size());
  for (const DocumentNumber number : withdrawn)
    documents[number] = placeholder(Collection::cvs, number);
  EXPECT_EQ(merge_blocks(list.views()), build_block(Collection::cvs, documents));
  EXPECT_EQ(merge_words(list.views()), build_words(documents));
}

TEST(BlockList, LeavesTheViewsOfAnEarlierSnapshotAlone) {
  std::mt19937_64 random(test_seed(4));
  BlockList list;
  const auto append = [&](const std::vector<Document>& documents) {
    list.append(build_block(Collection::cvs, documents), build_words(documents));
  };
  append(random_documents(random, 10));
  const std::vector<BlockView> before = list.views();
  const Block copy = *before[0].block;
  list.withdraw(3);
  append(random_documents(random, 10, 10));
  EXPECT_FALSE(before[0].withdrawn->test(3));
  EXPECT_EQ(*before[0].block, copy);
}

class BlockFile : public ::testing::Test {
 protected:
  BlockFile() {
    std::mt19937_64 random(5);
    saved_.collection = Collection::cvs;
    saved_.applied = 77;
    BitSet withdrawn;
    withdrawn.set(4);
    saved_.views.push_back(view_of(random_documents(random, 50), withdrawn));
    saved_.views.push_back(view_of(random_documents(random, 20, 50)));
  }

  TempDir directory_;
  SavedBlocks saved_;
};

TEST_F(BlockFile, GivesBackWhatWasSaved) {
  ASSERT_TRUE(save_blocks(directory_ / "b", 9, saved_));
  const auto loaded = load_blocks(directory_ / "b", Collection::cvs, 9);
  ASSERT_TRUE(loaded) << loaded.error().message;
  EXPECT_EQ(loaded->applied, 77u);
  ASSERT_EQ(loaded->views.size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(*loaded->views[i].block, *saved_.views[i].block);
    EXPECT_EQ(loaded->views[i].block->bytes(), saved_.views[i].block->bytes());  // what is derived
    EXPECT_EQ(*loaded->views[i].words, *saved_.views[i].words);
    EXPECT_EQ(*loaded->views[i].withdrawn, *saved_.views[i].withdrawn);
  }
}

TEST_F(BlockFile, RemovesBlocksThatNoLongerCount) {
  ASSERT_TRUE(save_blocks(directory_ / "b", 9, saved_));
  saved_.views.pop_back();
  ASSERT_TRUE(save_blocks(directory_ / "b", 9, saved_));
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(directory_ / "b"))
    ++files;
  EXPECT_EQ(files, 3u);  // the manifest, and one block with its words
}

TEST_F(BlockFile, OfAnotherStoreOrCollectionIsNotFound) {
  ASSERT_TRUE(save_blocks(directory_ / "b", 9, saved_));
  for (const auto& [collection, identity] :
       {std::pair{Collection::cvs, 8u}, std::pair{Collection::vacancies, 9u}}) {
    const auto loaded = load_blocks(directory_ / "b", collection, identity);
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, Code::not_found);
  }
}

TEST_F(BlockFile, IsRefusedWhereverAByteIsWrongOrMissing) {
  ASSERT_TRUE(save_blocks(directory_ / "b", 9, saved_));
  std::mt19937_64 random(test_seed(6));
  for (const auto& entry : std::filesystem::directory_iterator(directory_ / "b")) {
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string good((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    for (int round = 0; round < 40; ++round) {
      std::string bad = good;
      if (round % 2 == 0)
        bad[below(random, bad.size())] ^= static_cast<char>(1 + below(random, 255));
      else
        bad.resize(below(random, bad.size()));
      std::ofstream(entry.path(), std::ios::binary) << bad;
      const auto loaded = load_blocks(directory_ / "b", Collection::cvs, 9);
      ASSERT_FALSE(loaded) << entry.path();
      EXPECT_EQ(loaded.error().code, Code::corrupt);
    }
    std::ofstream(entry.path(), std::ios::binary) << good;
  }
  EXPECT_TRUE(load_blocks(directory_ / "b", Collection::cvs, 9));
}

TEST_F(BlockFile, IsRefusedWhereItsProfilesDoNotFitItsDocuments) {
  Block harmed = *saved_.views[0].block;
  harmed.profiles.place.pop_back();
  saved_.views[0].block = std::make_shared<const Block>(std::move(harmed));
  ASSERT_TRUE(save_blocks(directory_ / "b", 9, saved_));
  const auto loaded = load_blocks(directory_ / "b", Collection::cvs, 9);
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, Code::corrupt);
}

// The scan of vacancies counts on it.
TEST_F(BlockFile, OfVacanciesIsRefusedWhereOneOffersSeveralJobs) {
  for (const std::size_t jobs : {1u, 2u}) {
    const auto directory = directory_ / std::to_string(jobs);
    Document document = placeholder(Collection::vacancies, 0);
    document.profile.availabilities.resize(jobs);
    saved_.collection = Collection::vacancies;
    saved_.views = {view_of(
        std::make_shared<const Block>(build_block(Collection::vacancies, std::span(&document, 1))),
        std::make_shared<const WordIndex>(build_words({&document, 1})))};
    ASSERT_TRUE(save_blocks(directory, 9, saved_));
    const auto loaded = load_blocks(directory, Collection::vacancies, 9);
    EXPECT_EQ(loaded.has_value(), jobs == 1) << jobs;
  }
}

TEST(LiveDay, FollowsTheDayAndTheNumberOfDays) {
  std::mt19937_64 random(test_seed(7));
  const auto documents = random_documents(random, 500);
  BitSet withdrawn;
  for (std::size_t i = 0; i < documents.size(); i += 9) withdrawn.set(i);
  const BlockView view = view_of(documents, withdrawn);
  for (const int today : {19'990, 20'000, 20'050, 20'099, 20'130, 20'200})
    for (const int validity : {1, 60}) {
      const Date date{std::chrono::days(today)};
      const auto day = view.days->on(view, day_of(date), validity);
      std::uint32_t live = 0;
      std::uint32_t younger[std::size(age_buckets)] = {};
      for (std::size_t i = 0; i < documents.size(); ++i) {
        SystemData system;
        system.inserted = Timestamp(documents[i].published);
        system.expires = documents[i].expires;
        const bool active = state_on(validity_of(system, validity), date) == State::active;
        EXPECT_EQ(day->block_day->active.test(i), active);
        EXPECT_EQ(day->live.test(i), active && !withdrawn.test(i));
        live += day->live.test(i);
        for (std::size_t b = 0; b < std::size(age_buckets); ++b)
          younger[b] += day->live.test(i) &&
                        date - documents[i].published < std::chrono::days(age_buckets[b]);
      }
      EXPECT_EQ(day->count, live);
      const auto published = find_field(Collection::cvs, "published");
      EXPECT_TRUE(std::ranges::equal(day->totals[*published], younger));
    }
}

TEST(LiveDay, TheDatedFieldHasTheValuesOfTheDay) {
  std::mt19937_64 random(test_seed(8));
  const auto documents = random_documents(random, 3'000);
  const BlockView view = view_of(documents, {});
  const Block& block = *view.block;
  const std::size_t field = *find_field(Collection::cvs, "incentive");
  const FieldDomain& domain = *fields_of(Collection::cvs)[field].domain;
  for (const Day today : {Day{19'949}, Day{19'990}, Day{20'000}, Day{20'099}, Day{20'250}}) {
    const auto day = view.days->on(view, today, 365);
    const FieldValues values = values_on(block, *day->block_day, field);
    std::map<CodeIndex, std::set<std::uint16_t>> expected;
    for (std::size_t i = 0; i < documents.size(); ++i) {
      std::set<CodeIndex> of_one;
      for (const DatedValue& dated : documents[i].dated)
        if (dated.from <= today && today <= dated.to) {
          of_one.insert(dated.value);
          of_one.insert(domain.roots()[dated.value]);
        }
      if (of_one.empty()) of_one.insert(domain.unstated());
      const auto set = (*values.sets)[values.set(block.rows.at(i, field))];
      EXPECT_TRUE(std::ranges::equal(set, of_one)) << "document " << i << " on " << today;
      for (const CodeIndex value : of_one) expected[value].insert(static_cast<std::uint16_t>(i));
    }
    std::map<CodeIndex, std::set<std::uint16_t>> found;
    for (const ValueDocuments* level : {values.shown, values.branches})
      for (std::size_t i = 0; i < level->values.size(); ++i)
        for (const std::uint16_t offset : offsets_of(level->documents(i)))
          found[level->values[i]].insert(offset);
    EXPECT_EQ(found, expected);
    EXPECT_LE(values.sets->size(), block.dated.size());
  }
}

TEST(Impact, GrowsWithTheWeightAndFallsWithTheLength) {
  EXPECT_LT(impact_of(1, 100), impact_of(2, 100));
  EXPECT_GT(impact_of(1, 50), impact_of(1, 500));
  EXPECT_GE(impact_of(1, 1'000'000), 1);
  EXPECT_LE(impact_of(1'000'000, 1'000'000), 65'535);
  for (std::uint32_t weight = 1; weight < 40; ++weight)
    EXPECT_NEAR(impact_of(weight, 150) * impact_step, bm25_share(weight, 150), impact_step / 2);
  EXPECT_GT(idf(1'000, 1'000), 0);
  EXPECT_GT(idf(1'000, 1), idf(1'000, 2));
}

}  // namespace
}  // namespace incontro
