#include <incontro/skills.h>

#include <algorithm>

#include "skills/denials.h"
#include "skills/skill_files.h"
#include "skills/skill_names.h"
#include "skills/word_senses.h"

namespace incontro {
namespace {

constexpr std::size_t company_reach = 3;  // content words to the left and to the right

class Reading {
 public:
  Reading(const std::vector<SkillWord>& words, const std::vector<NameMatch>& matches)
      : words_(words), matches_(matches) {}

  bool stands(std::size_t m) const {
    const SkillName& name = *matches_[m].name;
    if (name.skill == no_code) return false;
    if (name.form == NameForm::context && !in_company(m)) return false;
    return !studied(matches_[m].begin);
  }

 private:
  // The nearest content words before `begin`, at most `count`; visit returns true to stop.
  template <class F>
  bool any_before(std::uint32_t begin, std::size_t count, F&& visit) const {
    for (std::uint32_t k = begin; k-- > 0 && count > 0;)
      if (words_[k].content) {
        if (visit(k)) return true;
        --count;
      }
    return false;
  }
  template <class F>
  bool any_behind(std::uint32_t end, std::size_t count, F&& visit) const {
    for (std::uint32_t k = end; k < words_.size() && count > 0; ++k)
      if (words_[k].content) {
        if (visit(k)) return true;
        --count;
      }
    return false;
  }

  // "laurea in chimica", "laurea in chimica o in farmacia"
  bool studied(std::uint32_t begin) const {
    const auto study = [&](std::uint32_t k) { return words_[k].sense.has(Cue::study); };
    if (any_before(begin, 1, study)) return true;
    const bool alternative = begin > 0 && (is_or(begin - 1) || (begin > 1 && is_or(begin - 2)));
    return alternative && any_before(begin, 3, study);
  }
  bool is_or(std::uint32_t k) const {
    return words_[k].token->word == "o" || words_[k].token->word == "od";
  }

  bool in_company(std::size_t m) const {
    const auto accompanies = [&](std::uint32_t k) {
      return words_[k].sense.has(Cue::company) ||
             std::ranges::any_of(matches_, [&](const NameMatch& other) {
               return other.begin <= k && k < other.end && other.name->skill != no_code &&
                      other.name->area == matches_[m].name->area;
             });
    };
    return any_before(matches_[m].begin, company_reach, accompanies) ||
           any_behind(matches_[m].end, company_reach, accompanies);
  }

  const std::vector<SkillWord>& words_;
  const std::vector<NameMatch>& matches_;
};

}  // namespace

struct SkillTagger::Impl {
  Analyzer analyzer;
  WordSenses senses{analyzer};
  SkillNames names{analyzer, senses};

  std::vector<SkillWord> words_of(std::span<const Token> tokens) const {
    std::vector<SkillWord> words;
    words.reserve(tokens.size());
    for (const Token& token : tokens) {
      const WordSenses::Sense sense = senses.of(token);
      words.push_back({&token, sense, !token.stop && !sense.has(Cue::function)});
    }
    return words;
  }
};

SkillTagger::SkillTagger() : impl_(std::make_unique<const Impl>()) {}
SkillTagger::~SkillTagger() = default;

void SkillTagger::tag(std::string_view text, std::span<const Token> tokens,
                      std::vector<CodeIndex>& skills) const {
  const std::vector<SkillWord> words = impl_->words_of(tokens);
  const std::vector<NameMatch> matches = impl_->names.find(words);
  const std::vector<bool> no = denied(text, tokens, words, matches);
  const Reading reading(words, matches);
  for (std::size_t m = 0; m < matches.size(); ++m)
    if (!no[m] && reading.stands(m)) skills.push_back(matches[m].name->skill);
}

std::vector<CodeIndex> SkillTagger::tag(std::string_view text) const {
  std::vector<CodeIndex> skills;
  tag(text, impl_->analyzer.analyze(text), skills);
  return skills;
}

const SkillTagger& skill_tagger() {
  static const SkillTagger tagger;
  return tagger;
}

std::uint64_t skill_names_fingerprint() {
  std::uint64_t sum = 0xCBF29CE484222325u;  // FNV-1a
  for (const std::string_view name : {"names.tsv", "cues.tsv"})
    for (const char c : skill_file(name))
      sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return sum;
}

}  // namespace incontro
