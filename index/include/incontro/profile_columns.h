#pragma once

#include <incontro/bit_set.h>
#include <incontro/profile.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace incontro {

// What a cell of ProfileColumns::stated holds: two bits each.
inline Stated transfers_in(std::uint8_t stated) { return static_cast<Stated>(stated & 3); }
inline Stated transport_in(std::uint8_t stated) { return static_cast<Stated>(stated >> 2 & 3); }
inline Stated experience_in(std::uint8_t stated) { return static_cast<Stated>(stated >> 4 & 3); }

// A language with its levels in 16 bits; the table has fewer than 128 languages.
using LanguageKey = std::uint16_t;
inline LanguageKey key_of(const LanguageLevels& l) {
  return static_cast<LanguageKey>(l.language << 9 | l.read << 6 | l.written << 3 | l.spoken);
}
inline constexpr LanguageKey no_language = 0xFFFF, many_languages = 0xFFFE;

// The profiles of a block's documents, column by column; their skills are in the block's sets.
struct ProfileColumns {
  // Of each availability, document after document.
  std::vector<std::uint32_t> first_availability{0};  // documents + 1
  std::vector<CodeIndex> profession;
  std::vector<std::uint8_t> contracts, modes;
  std::vector<std::uint8_t> stated;  // transfers_in() ...
  // Of each document.
  std::vector<CodeIndex> place;
  std::vector<std::uint8_t> abroad, education, licences, certificates;
  std::vector<CodeBits> registers;
  std::vector<std::uint16_t> months_asked;
  std::vector<std::uint32_t> salary;
  std::vector<std::uint32_t> first_job{0};  // documents + 1
  std::vector<JobSpan> jobs;
  std::vector<std::uint32_t> first_language{0};  // documents + 1
  std::vector<LanguageLevels> languages;

  // Made from the above by derive(), not kept on disk: who wants and who has done a profession,
  // ascending by profession, then by place; wanted ones that are not known (no_code) last.
  struct OfTrade {
    CodeIndex profession;
    std::uint16_t offset;  // of the document
  };
  std::vector<OfTrade> wanted;
  std::vector<OfTrade> done;  // each document once for each profession that it has done
  // The same conditions and papers recur: each is kept once, in the order in which it came, and
  // asked about once.
  struct Conditions {  // of an availability
    std::uint8_t contracts, modes, stated;
  };
  struct Papers {  // of a document
    std::uint8_t education, licences, certificates;
    CodeBits registers;
  };
  std::vector<Conditions> all_conditions;
  std::vector<std::uint32_t> conditions;  // by availability
  std::vector<Papers> all_papers;
  std::vector<std::uint16_t> papers;           // by document
  std::vector<std::uint16_t> of_availability;  // the document's offset
  std::vector<LanguageKey> language;  // by document: its only one, or no_language, many_languages
  BitSet with_languages;              // documents
  // Of an availability and its document, what scoring looks at, in one place: of the records of a
  // trade, which lie far apart, each then costs one access to memory instead of ten.
  struct Cells {
    std::uint32_t conditions;
    CodeIndex profession, place;
    std::uint16_t papers, months_asked;
    LanguageKey language;
    std::uint8_t stated, abroad;
  };
  std::vector<Cells> cells;  // by availability
  bool one_each = false;     // every document has one availability, as vacancies have

  // The availabilities of a document: [first_of, end_of).
  std::uint32_t first_of(std::size_t offset) const {
    return one_each ? static_cast<std::uint32_t>(offset) : first_availability[offset];
  }
  std::uint32_t end_of(std::size_t offset) const {
    return one_each ? static_cast<std::uint32_t>(offset + 1) : first_availability[offset + 1];
  }

  std::size_t size() const { return place.size(); }
  // A profile without availabilities is kept with one that says nothing.
  // REQUIRES: professions are rows of their table, or of an availability no_code.
  void add(const Profile& profile);
  void derive();
  // Whether the columns that are kept belong together, as those of so many documents.
  bool fit(std::size_t documents) const;
  // What add() was given, without the skills.
  Profile profile(std::size_t offset) const;
  std::size_t bytes() const;
  bool operator==(const ProfileColumns& other) const;  // of what is kept

 private:
  void derive_conditions();
  void derive_papers();
  void derive_languages();
  void derive_cells();
};

}  // namespace incontro
