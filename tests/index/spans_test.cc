#include <gmock/gmock.h>
#include <incontro/sections.h>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <set>

#include "support/random_unicode.h"
#include "text/fold.h"

namespace incontro {
namespace {

using ::testing::ElementsAreArray;
using Parts = std::vector<std::string>;

const Analyzer& analyzer() {
  static const Analyzer instance;
  return instance;
}

struct Spanned {
  std::vector<Token> tokens;
  std::vector<TextSpan> spans;
};

Spanned spans_of(std::string_view text) {
  Spanned found;
  analyze_section(analyzer(), text, 0, found.tokens, found.spans);
  return found;
}

Parts parts(std::string_view text) {
  Parts found;
  for (const TextSpan& span : spans_of(text).spans)
    found.emplace_back(text.substr(span.begin, span.end - span.begin));
  return found;
}

TEST(Spans, AreTheWordsAsTheyWereWritten) {
  EXPECT_THAT(parts("L'Addetta all’UFFICIO, qualità."),
              ElementsAreArray({"L", "Addetta", "all", "UFFICIO", "qualità"}));
  EXPECT_THAT(parts("CONTABILITA' è"), ElementsAreArray({"CONTABILITA", "è"}));
  EXPECT_THAT(parts("(C++), C++17 .NET P.IVA"),
              ElementsAreArray({"C++", "C++", "17", ".NET", "P.IVA", "P.IVA"}));
  EXPECT_THAT(parts("L. 68/1999 «L.68/99»"), ElementsAreArray({"L", "68/1999", "L", "68/99"}));
  EXPECT_THAT(parts("“co.co.co.” D.Lgs.81/08"), ElementsAreArray({"co.co.co", "D.Lgs", "81/08"}));
}

TEST(Spans, HoldAllThatBelongsToALetter) {
  EXPECT_THAT(parts("qualita\u0300 e"), ElementsAreArray({"qualita\u0300", "e"}));
  EXPECT_THAT(parts("la\u00ADvo\u00ADro\u200D."), ElementsAreArray({"la\u00ADvo\u00ADro\u200D"}));
  EXPECT_THAT(parts("ﬁnanza ＳＡＰ Straße"), ElementsAreArray({"ﬁnanza", "ＳＡＰ", "Straße"}));
  EXPECT_THAT(parts("e\uFE0F\u20E3 x"), ElementsAreArray({"e\uFE0F\u20E3", "x"}));
  EXPECT_THAT(parts("Водитель грузовика"), ElementsAreArray({"Водитель", "грузовика"}));
}

TEST(Spans, AreTheSameForTwoWordsOfOneCharacter) {
  EXPECT_THAT(parts("½ ora"), ElementsAreArray({"½", "½", "ora"}));
}

TEST(Spans, AreOfTheWholeWordWhereAWordIsCut) {
  const std::string longest(200, 'a');
  EXPECT_THAT(parts("x " + longest + " y"),
              ElementsAreArray({std::string("x"), longest, std::string("y")}));
}

TEST(Spans, PassOverRedactionMarks) {
  const std::string text = "chiamare [riservato] per l'ufficio[riservato]vendite";
  EXPECT_THAT(parts(text), ElementsAreArray({"chiamare", "per", "l", "ufficio", "vendite"}));
  const auto tokens = spans_of(text).tokens;
  EXPECT_EQ(tokens[1].position, tokens[0].position + 1 + section_gap);
}

bool is_one_character(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes[0]);
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
  if (lead > 0xF4 || (lead >= 0x80 && lead < 0xC2) || bytes.size() != length) return false;
  for (const char c : bytes.substr(1))
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) return false;
  const auto second = static_cast<unsigned char>(length > 1 ? bytes[1] : 0);
  return !(lead == 0xE0 && second < 0xA0) && !(lead == 0xED && second >= 0xA0) &&
         !(lead == 0xF0 && second < 0x90) && !(lead == 0xF4 && second >= 0x90);
}

// Whether a well-formed character reaches over the place.
bool cuts_character(std::string_view text, std::size_t at) {
  for (std::size_t length = 2; length <= 4; ++length)
    for (std::size_t begin = at < length - 1 ? 0 : at - (length - 1); begin < at; ++begin) {
      const std::string one(text.substr(begin, length));
      if (one.size() == length && is_one_character(one)) return true;
    }
  return false;
}

TEST(Spans, OfAnyTextAscendAndDoNotCutCharacters) {
  std::mt19937_64 random(test_seed(61));
  const RandomUnicode unicode;
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = unicode.text(random, 12);
    SCOPED_TRACE(testing::PrintToString(text));
    const Spanned found = spans_of(text);
    ASSERT_EQ(found.spans.size(), found.tokens.size());
    TextSpan last{0, 0};
    for (const TextSpan& span : found.spans) {
      ASSERT_LT(span.begin, span.end);
      ASSERT_LE(span.end, text.size());
      ASSERT_GE(span.begin, last.begin);
      // Only of words that were written as one (P.IVA), or within one character and what goes with
      // it.
      if (span.begin < last.end && span != last) {
        const std::string shared = text.substr(span.begin, last.end - span.begin);
        EXPECT_EQ(fold_with_origins("a" + shared).origins[1], 1u) << shared;
        EXPECT_EQ(fold_with_origins("a" + shared).origin_end(2), 1 + shared.size()) << shared;
      }
      EXPECT_FALSE(cuts_character(text, span.begin));
      EXPECT_FALSE(cuts_character(text, span.end));
      last = span;
    }
  }
}

// Well-formed, and without the signs that belong to what follows them, as some before Arabic
// numbers: those are not of the word.
std::string without_prepended_signs(const std::string& text) {
  const auto utf16 = icu::UnicodeString::fromUTF8(text);
  icu::UnicodeString kept;
  for (int32_t i = 0; i < utf16.length(); i = utf16.moveIndex32(i, 1))
    if (u_getIntPropertyValue(utf16.char32At(i), UCHAR_GRAPHEME_CLUSTER_BREAK) != U_GCB_PREPEND)
      kept.append(utf16.char32At(i));
  std::string out;
  return kept.toUTF8String(out);
}

// What a reader takes for one character (UAX #29), as places in UTF-8.
std::set<std::size_t> grapheme_edges(const std::string& text) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), error));
  const auto utf16 = icu::UnicodeString::fromUTF8(text);
  breaks->setText(utf16);
  std::set<std::size_t> edges = {0};
  std::size_t at = 0;
  int32_t begin = breaks->first();
  for (int32_t end = breaks->next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaks->next()) {
    std::string one;
    utf16.tempSubStringBetween(begin, end).toUTF8String(one);
    edges.insert(at += one.size());
  }
  return edges;
}

TEST(Spans, DoNotCutWhatReadersTakeForOneCharacter) {
  std::mt19937_64 random(test_seed(66));
  const RandomUnicode unicode;
  for (int round = 0; round < 5'000; ++round) {
    const std::string text = without_prepended_signs(unicode.text(random, 12));
    SCOPED_TRACE(testing::PrintToString(text));
    const auto edges = grapheme_edges(text);
    for (const TextSpan& span : spans_of(text).spans) {
      EXPECT_TRUE(edges.contains(span.begin)) << span.begin;
      EXPECT_TRUE(edges.contains(span.end)) << span.end;
    }
  }
}

TEST(Spans, ComeWithTheTokensOfTheDocument) {
  std::mt19937_64 random(test_seed(62));
  const RandomUnicode unicode;
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = unicode.text(random, 12);
    SCOPED_TRACE(testing::PrintToString(text));
    ASSERT_EQ(fold_with_origins(text).text, fold_text(plain_apostrophes(text)));
    std::vector<Token> tokens;
    const std::uint32_t end = analyzer().analyze(text, 7, tokens);
    Spanned found;
    EXPECT_EQ(analyzer().analyze(text, 7, found.tokens, found.spans), end);
    ASSERT_EQ(found.tokens.size(), tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      EXPECT_EQ(found.tokens[i].word, tokens[i].word);
      EXPECT_EQ(found.tokens[i].term, tokens[i].term);
      EXPECT_EQ(found.tokens[i].position, tokens[i].position);
      EXPECT_EQ(found.tokens[i].stop, tokens[i].stop);
    }
  }
}

}  // namespace
}  // namespace incontro
