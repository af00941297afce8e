#include <incontro/profile_columns.h>

#include <algorithm>
#include <functional>
#include <span>
#include <utility>

#include "profile/numbers.h"

namespace incontro {
namespace {

std::uint8_t packed(const Availability& availability) {
  return static_cast<std::uint8_t>(static_cast<unsigned>(availability.transfers) |
                                   static_cast<unsigned>(availability.transport) << 2 |
                                   static_cast<unsigned>(availability.experience) << 4);
}

template <class T>
void append(const std::vector<T>& values, std::vector<T>& column,
            std::vector<std::uint32_t>& first) {
  column.insert(column.end(), values.begin(), values.end());
  first.push_back(static_cast<std::uint32_t>(column.size()));
}

template <class T>
std::vector<T> part(const std::vector<T>& column, const std::vector<std::uint32_t>& first,
                    std::size_t offset) {
  return {column.begin() + first[offset], column.begin() + first[offset + 1]};
}

// The entries by profession, else in the order in which they came. There are as many professions
// as the table has rows, so that counting them is faster than comparing.
template <class Entry>
std::vector<Entry> by_profession(const std::vector<Entry>& entries) {
  const std::size_t rows = code_table(Table::profession).rows().size();
  std::vector<std::uint32_t> place(rows + 1, 0);
  const auto row_of = [&](const Entry& e) { return std::min<std::size_t>(e.profession, rows); };
  for (const Entry& entry : entries) ++place[row_of(entry)];
  std::uint32_t total = 0;
  for (std::uint32_t& first : place) total += std::exchange(first, total);
  std::vector<Entry> sorted(entries.size());
  for (const Entry& entry : entries) sorted[place[row_of(entry)]++] = entry;
  return sorted;
}

template <class T>
std::size_t bytes_of(const std::vector<T>& column) {
  return sizeof(T) * column.size();
}

}  // namespace

void ProfileColumns::add(const Profile& profile) {
  static const std::vector<Availability> none(1);
  for (const Availability& a : profile.availabilities.empty() ? none : profile.availabilities) {
    profession.push_back(a.profession);
    contracts.push_back(a.contracts);
    modes.push_back(a.modes);
    stated.push_back(packed(a));
  }
  first_availability.push_back(static_cast<std::uint32_t>(profession.size()));
  place.push_back(profile.place);
  abroad.push_back(profile.abroad);
  education.push_back(profile.education);
  licences.push_back(profile.licences);
  certificates.push_back(profile.certificates);
  registers.push_back(profile.registers);
  months_asked.push_back(profile.months_asked);
  salary.push_back(profile.salary);
  append(profile.jobs, jobs, first_job);
  append(profile.languages, languages, first_language);
}

Profile ProfileColumns::profile(std::size_t offset) const {
  Profile profile;
  for (std::uint32_t i = first_availability[offset]; i < first_availability[offset + 1]; ++i)
    profile.availabilities.push_back({.profession = profession[i],
                                      .contracts = contracts[i],
                                      .modes = modes[i],
                                      .transfers = transfers_in(stated[i]),
                                      .transport = transport_in(stated[i]),
                                      .experience = experience_in(stated[i])});
  profile.place = place[offset];
  profile.abroad = abroad[offset] != 0;
  profile.education = education[offset];
  profile.licences = licences[offset];
  profile.certificates = certificates[offset];
  profile.registers = registers[offset];
  profile.months_asked = months_asked[offset];
  profile.salary = salary[offset];
  profile.jobs = part(jobs, first_job, offset);
  profile.languages = part(languages, first_language, offset);
  return profile;
}

void ProfileColumns::derive(std::span<const Day> published, std::span<const std::uint16_t> skills) {
  std::vector<OfTrade> all_wanted;
  std::vector<OfTrade> all_done;
  std::vector<CodeIndex> professions;
  for (std::size_t i = 0; i < size(); ++i) {
    const auto offset = static_cast<std::uint16_t>(i);
    for (std::uint32_t a = first_availability[i]; a < first_availability[i + 1]; ++a)
      all_wanted.push_back({profession[a], offset});
    professions.clear();
    for (std::uint32_t j = first_job[i]; j < first_job[i + 1]; ++j)
      professions.push_back(jobs[j].profession);
    std::ranges::sort(professions);
    const auto end = std::unique(professions.begin(), professions.end());
    for (auto p = professions.begin(); p != end; ++p) all_done.push_back({*p, offset});
  }
  wanted = by_profession(all_wanted);
  done = by_profession(all_done);
  derive_conditions();
  derive_papers();
  derive_cells(published, skills);
  if (one_each) derive_asked();
}

void ProfileColumns::derive_conditions() {
  Numbers numbers;
  conditions.reserve(profession.size());
  of_availability.reserve(profession.size());
  for (std::size_t offset = 0; offset < size(); ++offset)
    for (std::uint32_t a = first_availability[offset]; a < first_availability[offset + 1]; ++a) {
      const auto [number, added] =
          numbers.of(std::uint64_t{contracts[a]} << 16 | modes[a] << 8 | stated[a]);
      if (added) all_conditions.push_back({contracts[a], modes[a], stated[a]});
      conditions.push_back(number);
      of_availability.push_back(static_cast<std::uint16_t>(offset));
    }
}

void ProfileColumns::derive_papers() {
  Numbers numbers;
  papers.reserve(size());
  for (std::size_t i = 0; i < size(); ++i) {
    const auto [number, added] =
        numbers.of(std::uint64_t{registers[i]} << 24 | std::uint64_t{education[i]} << 16 |
                   licences[i] << 8 | certificates[i]);
    if (added) all_papers.push_back({education[i], licences[i], certificates[i], registers[i]});
    papers.push_back(static_cast<std::uint16_t>(number));
  }
}

LanguageKey ProfileColumns::language_of(std::size_t offset) const {
  const std::uint32_t first = first_language[offset];
  const std::uint32_t count = first_language[offset + 1] - first;
  return count == 0 ? no_language : count == 1 ? key_of(languages[first]) : many_languages;
}

void ProfileColumns::derive_cells(std::span<const Day> published,
                                  std::span<const std::uint16_t> skills) {
  const auto add = [&](std::size_t availability) {
    const std::uint16_t offset = of_availability[availability];
    cells.push_back({.conditions = conditions[availability],
                     .profession = profession[availability],
                     .place = place[offset],
                     .papers = papers[offset],
                     .months_asked = months_asked[offset],
                     .language = language_of(offset),
                     .stated = stated[availability],
                     .abroad = abroad[offset],
                     .published = published[offset],
                     .skills = skills[offset],
                     .offset = offset});
  };
  static_assert(sizeof(Cells) == 24);
  cells.reserve(profession.size());
  one_each = profession.size() == size();
  if (!one_each) {
    for (std::size_t a = 0; a < profession.size(); ++a) add(a);
    return;
  }
  row_of.resize(size());
  for (const OfTrade& one : wanted) {
    row_of[one.offset] = static_cast<std::uint16_t>(cells.size());
    add(one.offset);
  }
}

void ProfileColumns::derive_asked() {
  std::vector<CellDocuments::Cell> cells_of;
  const auto documents = [&](auto&& value_of) {
    cells_of.clear();
    for (std::size_t i = 0; i < size(); ++i)
      if (const std::uint32_t value = value_of(i); value != 0)
        cells_of.push_back({value, static_cast<std::uint16_t>(i)});
    return CellDocuments(cells_of);
  };
  const auto column = [&](const auto& cell) {
    return documents([&](std::size_t i) { return cell[i]; });
  };
  asked = {.contracts = column(contracts),
           .modes = column(modes),
           .education = column(education),
           .licences = column(licences),
           .certificates = column(certificates),
           .registers = column(registers),
           .stated = documents([&](std::size_t i) { return stated[i] & 15u; }),
           .languages = {}};
  cells_of.clear();
  for (std::size_t i = 0; i < size(); ++i)
    for (std::uint32_t l = first_language[i]; l < first_language[i + 1]; ++l)
      cells_of.push_back({key_of(languages[l]), static_cast<std::uint16_t>(i)});
  asked.languages = CellDocuments(cells_of);
}

bool ProfileColumns::fit(std::size_t documents) const {
  const auto all = [](const auto&... columns) {
    return [&](std::size_t size) { return ((columns.size() == size) && ...); };
  };
  const auto parted = [&](const std::vector<std::uint32_t>& first, std::size_t values) {
    return first.size() == documents + 1 && first.front() == 0 && first.back() == values &&
           std::ranges::is_sorted(first);
  };
  const auto known = [](Table table) {
    return [rows = code_table(table).rows().size()](CodeIndex code) { return code < rows; };
  };
  const auto known_or_none = [&](Table table) {
    return [is_known = known(table)](CodeIndex code) { return code == no_code || is_known(code); };
  };
  const auto said = [](std::uint8_t packed) {
    return packed < 64 && (packed & 3) < 3 && (packed >> 2 & 3) < 3 && packed >> 4 < 3;
  };
  const auto leveled = [](const LanguageLevels& l) {
    return std::max({l.read, l.written, l.spoken}) <= highest_level;
  };
  const bool each_has_one =
      std::ranges::adjacent_find(first_availability, std::greater_equal<>()) ==
      first_availability.end();
  using std::ranges::all_of;
  return all(contracts, modes, stated)(profession.size()) &&
         all(place, abroad, education, licences, certificates, registers, months_asked,
             salary)(documents) &&
         parted(first_availability, profession.size()) && each_has_one &&
         parted(first_job, jobs.size()) && parted(first_language, languages.size()) &&
         all_of(profession, known_or_none(Table::profession)) && all_of(stated, said) &&
         all_of(place, known_or_none(Table::territory)) &&
         all_of(jobs, known(Table::profession), &JobSpan::profession) &&
         all_of(languages, known(Table::language), &LanguageLevels::language) &&
         all_of(languages, leveled);
}

std::size_t ProfileColumns::bytes() const {
  return bytes_of(first_availability) + bytes_of(profession) + bytes_of(contracts) +
         bytes_of(modes) + bytes_of(stated) + bytes_of(place) + bytes_of(abroad) +
         bytes_of(education) + bytes_of(licences) + bytes_of(certificates) + bytes_of(registers) +
         bytes_of(months_asked) + bytes_of(salary) + bytes_of(first_job) + bytes_of(jobs) +
         bytes_of(first_language) + bytes_of(languages) + bytes_of(wanted) + bytes_of(done) +
         bytes_of(all_conditions) + bytes_of(conditions) + bytes_of(all_papers) + bytes_of(papers) +
         bytes_of(of_availability) + bytes_of(cells) + bytes_of(row_of) + asked.contracts.bytes() +
         asked.modes.bytes() + asked.education.bytes() + asked.licences.bytes() +
         asked.certificates.bytes() + asked.registers.bytes() + asked.stated.bytes() +
         asked.languages.bytes();
}

bool ProfileColumns::operator==(const ProfileColumns& other) const {
  return first_availability == other.first_availability && profession == other.profession &&
         contracts == other.contracts && modes == other.modes && stated == other.stated &&
         place == other.place && abroad == other.abroad && education == other.education &&
         licences == other.licences && certificates == other.certificates &&
         registers == other.registers && months_asked == other.months_asked &&
         salary == other.salary && first_job == other.first_job && jobs == other.jobs &&
         first_language == other.first_language && languages == other.languages;
}

}  // namespace incontro
