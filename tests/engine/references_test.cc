// Records are found by their codes and by the intermediary's references.

#include <gmock/gmock.h>
#include <incontro/engine.h>
#include <incontro/names.h>

#include "support/home.h"
#include "support/records.h"

namespace incontro {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Date today = Date{std::chrono::days(20'780)};

class References : public ::testing::Test {
 protected:
  std::string add(int number, std::string reference) {
    Vacancy made = small_vacancy(number, today - std::chrono::days(number % 30));
    made.intermediary_reference = std::move(reference);
    home_.apply(made);
    return made.system.code;
  }
  std::vector<int> found(std::string text) { return home_.numbers(std::move(text)); }

  TestHome home_{today};
};

TEST_F(References, FindTheirRecordWhole) {
  add(1, "RIF_1234/15");
  add(2, "MI-2015-00077");
  add(3, "ann.0815.b");
  EXPECT_THAT(found("RIF_1234/15"), ElementsAre(1));
  EXPECT_THAT(found("rif-1234-15"), ElementsAre(1)) << "whatever its signs";
  EXPECT_THAT(found("MI-2015-00077"), ElementsAre(2));
  EXPECT_THAT(found("ANN.0815.B"), ElementsAre(3));
}

TEST_F(References, FindTheirRecordByTheirEnd) {
  add(1, "RIF_1234/15");
  add(2, "MI-2015-00077");
  EXPECT_THAT(found("1234/15"), ElementsAre(1));
  EXPECT_THAT(found("2015-00077"), ElementsAre(2));
  EXPECT_THAT(found("00077"), ElementsAre(2));
  EXPECT_THAT(found("MI-2015"), IsEmpty()) << "a beginning is no end";
  EXPECT_THAT(found("77"), IsEmpty()) << "too short to tell";
}

TEST_F(References, CodesFindTheirRecordWholeAndByTheirEnd) {
  const std::string code = add(41'237, "");
  add(2, "");
  EXPECT_THAT(found(code), ElementsAre(41'237));
  EXPECT_THAT(found(code.substr(code.size() - 8)), ElementsAre(41'237));
  EXPECT_THAT(found(code.substr(code.size() - 5)), ElementsAre(41'237));
}

TEST_F(References, StandAfterTextsThatHaveTheSame) {
  add(1, "RIF_1234/15");
  Vacancy literal = small_vacancy(2, today - std::chrono::days(2));
  literal.description = "Come da avviso 1234/15.";
  home_.apply(literal);
  EXPECT_THAT(found("1234/15"), ElementsAre(2, 1));
}

TEST_F(References, AreNoNamesWithoutLettersAndDigits) {
  EXPECT_EQ(reference_name("_/-"), std::string(1, reference_mark));
  EXPECT_EQ(reference_name("Ab_1/2"), reference_mark + std::string("21ba"));
}

TEST_F(References, ThatHoldWhatIsHiddenAreNotFound) {
  Vacancy hidden = small_vacancy(1, today);
  hidden.system.contacts_visible = false;
  hidden.employer.name = "Zaffiro99";
  hidden.intermediary_reference = "Zaffiro99";
  home_.apply(hidden);
  EXPECT_THAT(found("Zaffiro99"), IsEmpty());
}

}  // namespace
}  // namespace incontro
