#pragma once

#include <string>
#include <string_view>

#include "synth/places.h"
#include "synth/vocabulary.h"

namespace incontro {

// A made-up brand: syllables by its rank, so that new ones keep coming as records grow.
std::string brand_name(std::uint32_t rank);

// Cuts at a character's end so that at most `characters` code points stay.
void cut(std::string& text, std::size_t characters);

// Fills the slots of the phrases for one record: {title}, {duty1}, {place}, ...
class TextMaker {
 public:
  TextMaker(const Vocabulary& vocabulary, const Family& family, std::string title,
            const Place& place, Random& random)
      : vocabulary_(vocabulary),
        family_(family),
        title_(std::move(title)),
        place_(place),
        random_(random) {}

  void set_company(std::string company) { company_ = std::move(company); }
  // One phrase of this kind, filled.
  std::string phrase(std::string_view kind);
  std::string company();  // a new one
  std::string list_of_skills(std::uint32_t most);

 private:
  std::string fill(std::string_view text);
  std::string slot(std::string_view name);

  const Vocabulary& vocabulary_;
  const Family& family_;
  const std::string title_;
  const Place& place_;
  Random& random_;
  std::string company_;
};

}  // namespace incontro
