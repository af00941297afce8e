#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "synth/places.h"
#include "synth/vocabulary.h"

namespace incontro {

// A made-up brand: syllables by its rank, so that new ones keep coming as records grow.
std::string brand_name(std::uint32_t rank);
std::string any_brand(Random& random);
std::string any_surname(const Names& names, Random& random);

// Cuts at a character's end so that at most `characters` code points stay.
void cut(std::string& text, std::size_t characters);
std::string capitalised(std::string text);
std::string upper_case(std::string text);  // ASCII and the Italian accents
// As it stands within a sentence: "Saldatore" is "saldatore", "CNC" stays.
std::string within_sentence(std::string text);
// A sector's label as people say it: no brackets, no "nca".
std::string spoken_sector(std::string_view code);

// What a record's sentences are about.
struct Subject {
  const Family* family;
  std::string title;
  const Place* place;
  std::string company;
  std::string sector;  // code
  std::string duration;
  std::string unit;  // label of the profession's unit; where a phrase of kind "unit" is asked for
  int year = 2012;   // of the record
  bool feminine = false;
};

// Fills the slots of the phrases for one record. Words do not repeat until fresh().
class TextMaker {
 public:
  TextMaker(const Phrasebook& vocabulary, Subject subject, Random& random)
      : vocabulary_(vocabulary), subject_(std::move(subject)), random_(random) {}

  Subject& subject() { return subject_; }
  // One phrase of this kind, filled, of at most so many characters.
  std::string phrase(std::string_view kind, std::size_t characters = 5'000);
  void add(std::string& text, std::string_view kind);  // as one more sentence
  std::string skills(std::uint32_t most);              // "C++, SQL, Linux"
  std::string address();
  void fresh();

 private:
  void fill(const Phrase& phrase, std::string& out);
  void fill(Slot slot, std::string& out);
  const std::string& unused(const Ranked<std::string>& words, const Ranked<std::string>& others,
                            std::uint64_t& used);

  const Phrasebook& vocabulary_;
  Subject subject_;
  Random& random_;
  std::uint64_t duties_used_ = 0, skills_used_ = 0, programs_used_ = 0, qualities_used_ = 0;
  std::vector<const Phrase*> said_;
};

}  // namespace incontro
