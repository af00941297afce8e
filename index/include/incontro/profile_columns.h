#pragma once

#include <incontro/profile.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace incontro {

// What a cell of ProfileColumns::stated holds: two bits each.
inline Stated transfers_in(std::uint8_t stated) { return static_cast<Stated>(stated & 3); }
inline Stated transport_in(std::uint8_t stated) { return static_cast<Stated>(stated >> 2 & 3); }
inline Stated experience_in(std::uint8_t stated) { return static_cast<Stated>(stated >> 4 & 3); }

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
  struct Wanted {
    CodeIndex profession;
    std::uint16_t offset;        // of the document
    std::uint32_t availability;  // its place in the columns above
  };
  struct Done {
    CodeIndex profession;
    std::uint16_t offset;
  };
  std::vector<Wanted> wanted;
  std::vector<Done> done;  // each document once for each profession that it has done

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
};

}  // namespace incontro
