// incontro_redaction: how many words of texts that tell nothing about anybody are hidden as if they
// did, and what hiding takes. Generated CVs with their contacts hidden; and real texts, one a line,
// each as the CV of somebody with a common name. What gets slower as this grows: import, every
// page.

#include <fmt/format.h>
#include <incontro/privacy.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <fstream>
#include <functional>

#include "corpus.h"

namespace incontro::bench {
namespace {

struct Options {
  std::size_t cvs = 5'000, show = 0;
  std::vector<std::filesystem::path> texts;
};

using Texts = std::vector<const std::string*>;

Texts texts_of(const Cv& cv) {
  Texts texts = {&cv.it_skills, &cv.it_details};
  for (const Job& job : cv.jobs) texts.insert(texts.end(), {&job.title, &job.duties});
  for (const Education& e : cv.education) texts.insert(texts.end(), {&e.title, &e.mark});
  for (const Training& t : cv.training) texts.insert(texts.end(), {&t.title, &t.qualification});
  for (const WantedJob& w : cv.wanted)
    texts.insert(texts.end(), {&w.title, &w.description, &w.experience});
  return texts;
}

// Words between spaces that hold nothing hidden.
std::vector<std::string_view> words_of(std::string_view text) {
  constexpr std::string_view spaces = " \t\r\n";
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find_first_of(spaces));
    if (!word.empty() && word.find(redaction_mark) == std::string_view::npos) words.push_back(word);
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
  return words;
}

class Tally {
 public:
  Tally(std::string name, std::size_t show) : name_(std::move(name)), show_(show) {}

  void add(const Cv& cv) {
    const auto start = std::chrono::steady_clock::now();
    const Cv view = public_view(cv);
    seconds_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    ++records_;
    const Texts before = texts_of(cv), after = texts_of(view);
    for (std::size_t i = 0; i < before.size(); ++i) add(cv.person, *before[i], *after[i]);
  }

  void print() const {
    fmt::print("{}: {} records, {} words, {} hidden, {:.3f} in 1,000; {:.1f} us a record\n", name_,
               records_, words_, hidden_, 1e3 * hidden_ / std::max<double>(1, words_),
               1e6 * seconds_ / std::max<double>(1, records_));
  }

 private:
  void add(const Person& person, const std::string& before, const std::string& after) {
    const std::vector<std::string_view> words = words_of(before), kept = words_of(after);
    words_ += words.size();
    hidden_ += words.size() - std::min(words.size(), kept.size());
    if (kept.size() == words.size() || shown_ == show_) return;
    ++shown_;
    const auto at = after.find(redaction_mark);
    const std::size_t from = at - std::min<std::size_t>(at, 60);
    fmt::print("  {} {}: {} | {}\n", person.name, person.surname, before.substr(from, 120),
               after.substr(from, 120));
  }

  const std::string name_;
  const std::size_t show_;
  std::size_t records_ = 0, words_ = 0, hidden_ = 0, shown_ = 0;
  double seconds_ = 0;
};

void run(const Options& options) {
  Tally generated("generated", options.show);
  for (std::size_t n = 0; n < options.cvs; ++n) {
    Cv cv = bench_generator().cv(n);
    cv.system.contacts_visible = false;
    generated.add(cv);
  }
  generated.print();
  for (const std::filesystem::path& path : options.texts) {
    Tally real(path.filename().string(), options.show);
    std::ifstream in(path);
    std::string line;
    for (std::size_t n = 0; std::getline(in, line); ++n) {
      Cv cv;
      cv.person = bench_generator().cv(n).person;
      cv.wanted.emplace_back().description = line;
      real.add(cv);
    }
    real.print();
  }
}

}  // namespace
}  // namespace incontro::bench

int main(int argc, char** argv) {
  incontro::bench::Options options;
  CLI::App app("How much of harmless texts is hidden, and what hiding takes");
  app.add_option("--cvs", options.cvs, "generated CVs");
  app.add_option("--texts", options.texts, "files of real texts, one a line")
      ->check(CLI::ExistingFile);
  app.add_option("--show", options.show, "examples of what is hidden, of each source");
  CLI11_PARSE(app, argc, argv);
  incontro::bench::run(options);
  return 0;
}
