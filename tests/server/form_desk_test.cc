#include "handlers/form_desk.h"

#include <gtest/gtest.h>

namespace incontro::server {
namespace {

using Verdict = FormDesk::Verdict;

// A desk that counts what is kept.
class Desk {
 public:
  Verdict take(const std::string& client, const std::string& token, const std::string& content) {
    last_ = desk_.take({client, false}, token, content, [this] { return std::to_string(++kept_); });
    return last_.verdict;
  }
  int kept() const { return kept_; }
  const FormDesk::Outcome& last() const { return last_; }
  FormDesk& desk() { return desk_; }

 private:
  FormDesk desk_;
  FormDesk::Outcome last_;
  int kept_ = 0;
};

TEST(FormDesk, AFormThatIsSentTwiceIsKeptOnce) {
  Desk desk;
  EXPECT_EQ(desk.take("192.0.2.7", "token", "text"), Verdict::kept);
  EXPECT_EQ(desk.take("192.0.2.7", "token", "text"), Verdict::repeated);
  EXPECT_EQ(desk.last().number, "1");
  EXPECT_EQ(desk.take("192.0.2.7", "token", "another text"), Verdict::used);
  EXPECT_EQ(desk.kept(), 1);
}

TEST(FormDesk, RepetitionsUseUpTheRateToo) {
  Desk desk;
  desk.take("192.0.2.7", "token", "text");
  for (unsigned i = 1; i < FormDesk::of_client.burst; ++i)
    EXPECT_EQ(desk.take("192.0.2.7", "token", "text"), Verdict::repeated);
  EXPECT_EQ(desk.take("192.0.2.7", "token", "text"), Verdict::too_many);
  EXPECT_GT(desk.last().wait.count(), 0);
  EXPECT_EQ(desk.kept(), 1);
}

TEST(FormDesk, AnAddressAndAllAddressesHaveARate) {
  Desk desk;
  int number = 0;
  const auto of = [&](const std::string& client) {
    return desk.take(client, "token " + std::to_string(++number), "text");
  };
  for (unsigned i = 0; i < FormDesk::of_client.burst; ++i)
    EXPECT_EQ(of("192.0.2.7"), Verdict::kept);
  EXPECT_EQ(of("192.0.2.7"), Verdict::too_many);
  for (unsigned i = FormDesk::of_client.burst; i < FormDesk::of_all.burst; ++i)
    EXPECT_EQ(of("client " + std::to_string(i)), Verdict::kept);
  EXPECT_EQ(of("198.51.100.7"), Verdict::too_many) << "all together";
  EXPECT_EQ(desk.kept(), static_cast<int>(FormDesk::of_all.burst));
}

TEST(FormDesk, AFormThatCouldNotBeKeptMayBeSentAgain) {
  Desk desk;
  desk.desk().take({"192.0.2.7", false}, "token", "text", [] { return std::string(); });
  EXPECT_EQ(desk.take("192.0.2.7", "token", "text"), Verdict::kept);
}

}  // namespace
}  // namespace incontro::server
