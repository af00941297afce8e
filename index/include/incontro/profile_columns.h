#pragma once

#include <incontro/cell_documents.h>
#include <incontro/profile.h>

#include <cstddef>
#include <cstdint>
#include <span>
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
  // Of an availability and its document, what scoring looks at, side by side: columns would cost an
  // access to memory each.
  struct Cells {
    std::uint32_t conditions;
    CodeIndex profession, place;
    std::uint16_t papers, months_asked;
    LanguageKey language;  // its only one, or no_language, many_languages
    std::uint8_t stated, abroad;
    Day published;
    std::uint16_t skills;  // number of their set
    std::uint16_t offset;  // of the document
  };
  // By availability. Where one_each they are in the order of `wanted` instead, so that a trade is
  // read from one end to the other, and a document's are at row_of.
  std::vector<Cells> cells;
  std::vector<std::uint16_t> row_of;
  bool one_each = false;  // every document has one availability, as vacancies have
  // Who asks for what, where one_each: by column, of each value that asks for anything.
  struct Asked {
    CellDocuments contracts, modes, education, licences, certificates, registers;
    CellDocuments stated;     // transfers and transport: the lower four bits
    CellDocuments languages;  // LanguageKey, of each language
  };
  Asked asked;

  // Those of the availabilities of a document.
  std::span<const Cells> cells_of(std::size_t offset) const {
    if (one_each) return {&cells[row_of[offset]], 1};
    return std::span(cells).subspan(first_availability[offset],
                                    first_availability[offset + 1] - first_availability[offset]);
  }

  std::size_t size() const { return place.size(); }
  // A profile without availabilities is kept with one that says nothing.
  // REQUIRES: professions are rows of their table, or of an availability no_code.
  void add(const Profile& profile);
  // `published`, `skills`: of the documents, the day and the number of the set of skills.
  void derive(std::span<const Day> published, std::span<const std::uint16_t> skills);
  // Whether the columns that are kept belong together, as those of so many documents.
  bool fit(std::size_t documents) const;
  // What add() was given, without the skills.
  Profile profile(std::size_t offset) const;
  std::size_t bytes() const;
  bool operator==(const ProfileColumns& other) const;  // of what is kept

 private:
  void derive_conditions();
  void derive_papers();
  LanguageKey language_of(std::size_t offset) const;
  void derive_cells(std::span<const Day> published, std::span<const std::uint16_t> skills);
  void derive_asked();
};

}  // namespace incontro
