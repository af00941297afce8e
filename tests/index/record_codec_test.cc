#include "store/record_codec.h"

#include <gtest/gtest.h>
#include <incontro/bytes.h>

#include <string>

#include "support/records.h"
#include "support/seed.h"

namespace incontro {
namespace {

// Gives every member of a record a value of its own. The structured bindings do not compile once a
// member is added to a record and not here.
class Filler {
 public:
  explicit Filler(int first) : next_(first) {}

  template <class... T>
  void operator()(T&... values) {
    (fill(values), ...);
  }

 private:
  void fill(std::string& text) { text = "à " + std::to_string(next_++); }
  template <Table T>
  void fill(CodeOf<T>& code) {
    fill(code.value);
  }
  void fill(int& number) { number = -next_++; }
  void fill(Kind& kind) { kind = Kind::close; }
  void fill(Date& date) { date = Date(std::chrono::days(-next_++)); }
  void fill(Timestamp& stamp) { stamp = Timestamp(std::chrono::seconds(next_++ * 100'003LL)); }
  void fill(std::optional<bool>& flag) { flag = next_++ % 2 == 0; }
  void fill(std::optional<Date>& date) { fill(date.emplace()); }
  template <class T>
  void fill(std::vector<T>& values) {
    values.resize(1 + static_cast<std::size_t>(next_) % 3);
    for (T& value : values) fill(value);
  }
  void fill(Contacts& r) {
    auto& [a, b, c, d, e] = r;
    (*this)(a, b, c, d, e);
  }
  void fill(Intermediary& r) {
    auto& [a, b, c, d, e, f] = r;
    (*this)(a, b, c, d, e, f);
  }
  void fill(SystemData& r) {
    auto& [a, b, c, d, e, f, g, h] = r;
    (*this)(a, b, c, d, e, f, g, h);
  }
  void fill(LanguageSkill& r) {
    auto& [a, b, c, d] = r;
    (*this)(a, b, c, d);
  }
  void fill(Job& r) {
    auto& [a, b, c, d, e, f, g, h] = r;
    (*this)(a, b, c, d, e, f, g, h);
  }
  void fill(Education& r) {
    auto& [a, b, c] = r;
    (*this)(a, b, c);
  }
  void fill(Training& r) {
    auto& [a, b, c, d, e, f, g] = r;
    (*this)(a, b, c, d, e, f, g);
  }
  void fill(WantedJob& r) {
    auto& [a, b, c, d, e, f, g, h, i] = r;
    (*this)(a, b, c, d, e, f, g, h, i);
  }
  void fill(Person& r) {
    auto& [a, b, c, d, e, f, g, h, i, j] = r;
    (*this)(a, b, c, d, e, f, g, h, i, j);
  }
  void fill(Employer& r) {
    auto& [a, b, c, d, e, f, g, h] = r;
    (*this)(a, b, c, d, e, f, g, h);
  }
  void fill(Cv& r) {
    auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n] = r;
    (*this)(a, b, c, d, e, f, g, h, i, j, k, l, m, n);
  }
  void fill(Vacancy& r) {
    auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, s, t, u, v, w, x, y, z, aa, bb, cc] =
        r;
    (*this)(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, s, t, u, v, w, x, y, z, aa, bb, cc);
  }

  int next_;
};

template <class T>
Record full(int first) {
  T record;
  Filler fill{first};
  fill(record);
  return record;
}

std::vector<Record> samples() {
  std::vector<Record> records{Vacancy{}, Cv{}, small_vacancy(1, day(2012, 12, 5)),
                              small_cv(2, day(2012, 12, 5))};
  for (int first : {1, 2, 3}) {  // lists of two, three and one
    records.push_back(full<Vacancy>(first));
    records.push_back(full<Cv>(first));
  }
  return records;
}

TEST(RecordCodec, EveryFieldComesBack) {
  for (const Record& record : samples()) {
    const auto back = decode_record(encode_record(record));
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_TRUE(*back == record);
  }
}

TEST(RecordCodec, DifferentRecordsHaveDifferentBytes) {
  const std::vector<Record> records = samples();
  for (std::size_t i = 0; i < records.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      EXPECT_NE(encode_record(records[i]), encode_record(records[j])) << i << ' ' << j;
  // An absent flag, SI and NO; an absent day and the first of days; a list and its absence.
  Vacancy vacancy;
  const std::string plain = encode_record(vacancy);
  vacancy.transfers = false;
  const std::string no = encode_record(vacancy);
  vacancy.transfers = true;
  EXPECT_NE(plain, no);
  EXPECT_NE(no, encode_record(vacancy));
  vacancy.transfers.reset();
  vacancy.system.expires = Date{};
  EXPECT_NE(encode_record(vacancy), plain);
  vacancy.system.expires.reset();
  vacancy.licences = {{""}};
  EXPECT_NE(encode_record(vacancy), plain);
}

TEST(RecordCodec, TheFormatOfVersionOneStands) {
  Vacancy vacancy;
  vacancy.system.code = "AB";
  vacancy.system.expires = Date(std::chrono::days(3));
  vacancy.system.contacts_visible = true;
  const std::string bytes = encode_record(vacancy);
  const std::string expected("\x01\x00\x00\x02\x41\x42\x00\x00\x00\x01\x06\x02", 12);
  EXPECT_EQ(bytes.substr(0, expected.size()), expected);
}

TEST(RecordCodec, EveryTruncationIsCorrupt) {
  for (const Record& record : samples()) {
    const std::string bytes = encode_record(record);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      // A buffer of exactly this size: the sanitizer sees a byte read beyond it.
      const std::vector<char> cut(bytes.begin(), bytes.begin() + static_cast<long>(size));
      const auto back = decode_record({cut.data(), cut.size()});
      ASSERT_FALSE(back) << size << " of " << bytes.size();
      EXPECT_EQ(back.error().code, Code::corrupt);
    }
    EXPECT_FALSE(decode_record(bytes + '\0'));
  }
}

TEST(RecordCodec, DamagedBytesAreCorruptOrAnotherRecordInItsOnlyForm) {
  std::mt19937_64 random(test_seed(20121205));
  const std::vector<Record> records = samples();
  for (int round = 0; round < 40'000; ++round) {
    std::string bytes = encode_record(records[below(random, records.size())]);
    for (std::size_t flips = 1 + below(random, 4); flips > 0; --flips)
      bytes[below(random, bytes.size())] = static_cast<char>(random());
    if (below(random, 8) == 0) bytes.erase(below(random, bytes.size()), 1 + below(random, 9));
    const auto back = decode_record(bytes);
    if (back)
      ASSERT_EQ(encode_record(*back), bytes) << "round " << round;
    else
      ASSERT_EQ(back.error().code, Code::corrupt);
  }
}

TEST(RecordCodec, OtherVersionsAndCollectionsAreCorrupt) {
  std::string bytes = encode_record(Vacancy{});
  for (const int version : {0, 2, 127}) {
    bytes[0] = static_cast<char>(version);
    EXPECT_FALSE(decode_record(bytes)) << version;
  }
  bytes = encode_record(Vacancy{});
  bytes[1] = 2;
  EXPECT_FALSE(decode_record(bytes));
  EXPECT_FALSE(decode_record({}));
}

TEST(Bytes, NumbersKeepTheirExtremes) {
  ByteWriter out;
  const std::uint64_t unsigned_values[] = {0, 1, 127, 128, 16'383, 16'384, ~std::uint64_t{0}};
  const std::int64_t signed_values[] = {0, -1, 1, 64, -65, INT64_MAX, INT64_MIN};
  for (const auto value : unsigned_values) out.number(value);
  for (const auto value : signed_values) out.signed_number(value);
  const std::string bytes = std::move(out).take();
  ByteReader in(bytes);
  for (const auto value : unsigned_values) EXPECT_EQ(in.number(), value);
  for (const auto value : signed_values) EXPECT_EQ(in.signed_number(), value);
  EXPECT_TRUE(in.at_end());
}

TEST(Bytes, NumbersThatAreTooLongAreRefused) {
  const std::string ten_bytes_of_ones(10, '\xFF');
  const std::string eleven = std::string(10, '\x80') + '\x01';
  const std::string padded("\x81\x00", 2);
  for (const std::string& bytes : {ten_bytes_of_ones, eleven, padded, std::string("\x80")}) {
    ByteReader in(bytes);
    EXPECT_EQ(in.number(), 0u);
    EXPECT_FALSE(in.good());
    EXPECT_EQ(in.text(), "");
    EXPECT_FALSE(in.at_end());
  }
}

}  // namespace
}  // namespace incontro
