#include <algorithm>
#include <cstdlib>
#include <random>
#include <regex>

#include "cli/harm.h"
#include "cli/process.h"
#include "support/seed.h"

namespace incontro {
namespace {

namespace fs = std::filesystem;

const std::string day = "2026-11-20";
const std::string records = "40";  // of each kind

// INCONTRO_DAMAGED_HOMES: all of them where it is large; 300 take some minutes.
std::size_t homes_to_damage() {
  const char* given = std::getenv("INCONTRO_DAMAGED_HOMES");
  return given ? std::strtoull(given, nullptr, 10) : 12;
}

using Verb = std::vector<std::string>;

Ran run_on(const fs::path& home, Verb verb) {
  verb.insert(verb.end(), {"--home", home, "--now", day, "--json"});
  return run(std::move(verb));
}

// An answer without what differs from run to run, and without what is on its way, which is no
// fault.
std::string answer_of(const Ran& ran) {
  static const std::regex passing("\"microseconds\":[0-9]+|\"following\":\\[[^\\]]*\\]");
  return std::regex_replace(ran.out, passing, "");
}

// One whole home, what every reading verb answers of it, and copies of it that are harmed.
class Damage : public ::testing::Test {
 protected:
  void SetUp() override {
    run_well({"generate", "--vacancies", records, "--cvs", records, "--seed", "8", "--day", day,
              "--archives", archives()});
    run_well(import_into(whole()));
    run_well({"alerts", "add", "vacancies", "cuoco", "--owner", "anna", "--home", whole(), "--now",
              day});
    const auto hits = run_json({"search", "vacancies", "--home", whole(), "--now", day});
    const std::string code(hits.at("hits").at(0).at("code").as_string());
    verbs_ = {{"search", "vacancies", "--facets"},
              {"search", "cvs", "--limit", "3"},
              {"show", code},
              {"match", "--vacancy", code, "--ignore", "profession", "--limit", "1"},
              {"suggest", "vacancies", "a"},
              {"contacts"},
              {"alerts", "list", "--owner", "anna"},
              {"check"}};
    expect_whole(whole());
    for (const Verb& verb : verbs_) answers_.push_back(answer_of(run_on(whole(), verb)));
    original_ = bytes_below(whole());
  }

  fs::path whole() const { return directory_ / "whole"; }
  fs::path archives() const { return directory_ / "archives"; }
  Verb import_into(const fs::path& home) const {
    return {"import",
            archives() / "cvs-0001.zip",
            archives() / "vacancies-0001.zip",
            "--home",
            home,
            "--now",
            day};
  }

  fs::path harmed_copy(const Harm& harm) const {
    fs::path copy = directory_ / "copy";
    fs::remove_all(copy);
    fs::copy(whole(), copy, fs::copy_options::recursive);
    inflict(copy, harm);
    return copy;
  }

  void expect_whole(const fs::path& home) const {
    const Ran check = run_on(home, {"check"});
    EXPECT_EQ(check.exit, 0) << check.out << check.err;
  }

  // A verb ends well, or says in words what is wrong.
  static void expect_words(const Verb& verb, const Ran& ran) {
    SCOPED_TRACE(verb.front());
    EXPECT_TRUE(ran.exit == 0 || ran.exit == 1 || ran.exit == 3) << ran.exit << ran.out << ran.err;
    EXPECT_TRUE(ran.exit == 0 || !(ran.out + ran.err).empty());
  }

  // Whether all verbs that read gave the answers of the whole home; they change nothing.
  bool read(const fs::path& home) const {
    const auto before = bytes_below(home);
    bool all_right = true;
    for (std::size_t i = 0; i < verbs_.size(); ++i) {
      const Ran ran = run_on(home, verbs_[i]);
      expect_words(verbs_[i], ran);
      EXPECT_TRUE(ran.exit != 0 || answer_of(ran) == answers_[i])
          << verbs_[i].front() << " answers otherwise: " << ran.out.substr(0, 300) << ran.err;
      all_right = all_right && ran.exit == 0;
    }
    EXPECT_TRUE(bytes_below(home) == before) << "reading changed the home";
    return all_right;
  }

  bool mended(const fs::path& home) const {
    return answer_of(run_on(home, verbs_.front())) == answers_.front() &&
           run_on(home, {"check"}).exit == 0;
  }

  // A verb that writes does what it should, or leaves the store as it was.
  bool write(const fs::path& home, const Verb& verb) const {
    const auto before = bytes_below(home / "store");
    const Ran ran = run(verb);
    expect_words(verb, ran);
    if (ran.exit == 3) {
      EXPECT_TRUE(bytes_below(home / "store") == before)
          << "what refuses must not change the store: " << ran.err;
    }
    return ran.exit == 0;
  }

  // Where the file still is as the harm left it, putting back what it held mends all.
  void heal(const fs::path& home, const Harm& harm, const std::string& harmed, bool was_there) {
    const fs::path path = home / harm.file;
    if (fs::exists(path) != was_there || file_text(path) != harmed) return;
    write_file(path, original_.at(harm.file));
    EXPECT_TRUE(write(home, {"rebuild", "--home", home})) << "after the file was put back";
    EXPECT_TRUE(mended(home)) << "after the file was put back";
  }

  TempDir directory_;
  std::vector<Verb> verbs_;
  std::vector<std::string> answers_;  // of the whole home, by verb
  std::map<std::string, std::string> original_;
};

TEST_F(Damage, EveryVerbAnswersRightlyOrSaysWhatIsDamagedAndNoneMakesItWorse) {
  std::mt19937_64 random(test_seed(14));
  std::vector<Harm> harms = harms_of(whole(), 3, random);
  // Of settings, a changed byte may be another valid setting.
  std::erase_if(harms, [](const Harm& harm) {
    return harm.file == "settings.conf" && harm.way != Harm::Way::missing;
  });
  std::ranges::shuffle(harms, random);
  harms.resize(std::min(harms.size(), homes_to_damage()));
  std::size_t unharmed = 0;
  for (const Harm& harm : harms) {
    SCOPED_TRACE(::testing::Message() << harm);
    const fs::path home = harmed_copy(harm);
    const bool there = fs::exists(home / harm.file);
    const std::string harmed = file_text(home / harm.file);
    if (read(home)) ++unharmed;
    write(home, import_into(home));
    const bool rebuilt = write(home, {"rebuild", "--home", home});
    const bool derived = !harm.file.starts_with("store");
    EXPECT_TRUE(!derived || !rebuilt || mended(home)) << "after the rebuild";
    EXPECT_TRUE(!derived || rebuilt) << "an index can always be made again";
    heal(home, harm, harmed, there);
  }
  std::cout << harms.size() << " homes, " << unharmed << " without a sign of it\n";
}

TEST_F(Damage, AnIndexThatLacksAnyOfItsFilesIsMadeAgain) {
  for (const auto& [file, bytes] : original_) {
    if (!file.starts_with("text/") && !file.starts_with("blocks/")) continue;
    SCOPED_TRACE(file);
    const fs::path home = harmed_copy({file, Harm::Way::missing});
    EXPECT_TRUE(write(home, import_into(home)));
    EXPECT_TRUE(mended(home));
  }
}

// Each file of a store alone in its folder, without the others: never taken for a new one.
TEST_F(Damage, WhatIsLeftOfAStoreIsNeverTakenForANewOne) {
  for (const auto& [file, bytes] : original_) {
    if (!file.starts_with("store/")) continue;
    SCOPED_TRACE(file);
    const fs::path home = directory_ / "left";
    fs::remove_all(home);
    fs::create_directories(home / "store");
    write_file(home / file, bytes);
    for (const Verb& verb : {import_into(home), Verb{"rebuild", "--home", home},
                             Verb{"search", "vacancies", "--home", home}}) {
      EXPECT_EQ(run(verb).exit, 3);
      EXPECT_EQ(bytes_below(home), (std::map<std::string, std::string>{{file, bytes}}));
    }
  }
}

}  // namespace
}  // namespace incontro
