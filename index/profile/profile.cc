#include <incontro/profile.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <tuple>

#include "fields/read.h"
#include "profile/asked_months.h"

namespace incontro {
namespace {

constexpr std::uint32_t most_salary = 999'999'999;  // the standard's nine digits

template <Table T>
CodeIndex row_of(const CodeOf<T>& code) {
  return code_table(T).find(code.value).value_or(no_code);
}

// Adds a code's bit; what the table does not know, or has beyond the bits' width, has none.
template <Table T, class Bits>
void add_bit(const CodeOf<T>& code, Bits& bits) {
  const CodeIndex row = row_of(code);
  if (row < std::numeric_limits<Bits>::digits) bits = static_cast<Bits>(bits | Bits{1} << row);
}

template <Table T, class Bits>
void add_bits(const std::vector<CodeOf<T>>& codes, Bits& bits) {
  for (const auto& code : codes) add_bit(code, bits);
}

Stated stated(std::optional<bool> flag) {
  if (!flag) return Stated::unstated;
  return *flag ? Stated::yes : Stated::no;
}

// By row of the table: the level's rank + 1.
const std::vector<std::uint8_t>& education_ranks() {
  static const std::vector<std::uint8_t> ranks = [] {
    const CodeTable& table = code_table(Table::education);
    std::vector<std::uint8_t> found;
    for (std::size_t row = 0; row < table.rows().size(); ++row) {
      const std::string_view text = table.extra(static_cast<CodeIndex>(row), "rank");
      std::uint8_t rank = 0;
      std::from_chars(text.data(), text.data() + text.size(), rank);
      found.push_back(static_cast<std::uint8_t>(rank + 1));
    }
    return found;
  }();
  return ranks;
}

// Rank + 1 of the level that `better` puts first; 0 where none is known.
template <class Better>
std::uint8_t education_of(const std::vector<Education>& education, Better better) {
  std::uint8_t best = 0;
  for (const Education& one : education) {
    const CodeIndex row = row_of(one.level);
    if (row == no_code) continue;
    const std::uint8_t rank = education_ranks()[row];
    if (best == 0 || better(rank, best)) best = rank;
  }
  return best;
}

std::uint8_t level_of(const LanguageLevel& level) {
  const CodeIndex row = row_of(level);
  return row == no_code ? std::uint8_t{0} : static_cast<std::uint8_t>(row + 1);
}

// A language that is named several times has the highest of each level.
std::vector<LanguageLevels> languages_of(const std::vector<LanguageSkill>& skills) {
  std::vector<LanguageLevels> languages;
  for (const LanguageSkill& skill : skills) {
    const CodeIndex language = row_of(skill.language);
    if (language == no_code) continue;
    auto place = std::ranges::lower_bound(languages, language, {}, &LanguageLevels::language);
    if (place == languages.end() || place->language != language)
      place = languages.insert(place, {.language = language});
    place->read = std::max(place->read, level_of(skill.read));
    place->written = std::max(place->written, level_of(skill.written));
    place->spoken = std::max(place->spoken, level_of(skill.spoken));
  }
  return languages;
}

// What is not over by the day of insertion counts to its month: nobody has worked in a month that
// is to come, and an end such as 31/12/9999 says that there is none.
std::vector<JobSpan> spans_of(const std::vector<Job>& jobs, Date inserted) {
  std::vector<JobSpan> spans;
  for (const Job& job : jobs) {
    const CodeIndex profession = row_of(job.profession);
    const Date end = std::min(job.to.value_or(inserted), inserted);
    if (profession == no_code || !job.from || *job.from > end) continue;
    const Month from = month_of(*job.from);
    spans.push_back({profession, from, std::max(month_of(end), static_cast<Month>(from + 1))});
  }
  std::ranges::sort(spans, {}, [](const JobSpan& span) {
    return std::tuple(span.from, span.to, span.profession);
  });
  return spans;
}

std::uint32_t salary_of(std::string_view digits) {
  std::uint32_t salary = 0;
  const char* const end = digits.data() + digits.size();
  const auto [last, error] = std::from_chars(digits.data(), end, salary);
  return error == std::errc() && last == end && salary <= most_salary ? salary : 0;
}

Availability availability_of(const WantedJob& job) {
  Availability wanted{.profession = row_of(job.profession),
                      .transfers = stated(job.transfers),
                      .transport = stated(job.own_transport),
                      .experience = stated(job.experienced)};
  add_bits(job.contracts, wanted.contracts);
  add_bits(job.modes, wanted.modes);
  return wanted;
}

Availability availability_of(const Vacancy& vacancy) {
  Availability offered{.profession = row_of(vacancy.profession),
                       .transfers = stated(vacancy.transfers),
                       .transport = stated(vacancy.own_transport),
                       .experience = stated(vacancy.experience_required)};
  add_bit(vacancy.contract, offered.contracts);
  add_bit(vacancy.mode, offered.modes);
  return offered;
}

void read(const Cv& cv, Profile& profile) {
  for (const WantedJob& job : cv.wanted) profile.availabilities.push_back(availability_of(job));
  if (cv.wanted.empty()) profile.availabilities.emplace_back();
  profile.place = row_of(cv.person.home);
  profile.abroad = given_to_europe(cv);
  profile.education = education_of(cv.education, std::greater<>());
  add_bits(cv.licences, profile.licences);
  add_bits(cv.certificates, profile.certificates);
  add_bits(cv.registers, profile.registers);
  profile.jobs = spans_of(cv.jobs, date_of(cv.system.inserted));
  profile.languages = languages_of(cv.languages);
}

void read(const Vacancy& vacancy, Profile& profile) {
  profile.availabilities.push_back(availability_of(vacancy));
  profile.place = row_of(vacancy.workplace);
  profile.abroad = is_abroad(vacancy.workplace);
  profile.education = education_of(vacancy.education, std::less<>());
  add_bits(vacancy.licences, profile.licences);
  add_bits(vacancy.certificates, profile.certificates);
  add_bit(vacancy.professional_register, profile.registers);
  profile.months_asked = asked_months(vacancy);
  profile.salary = salary_of(vacancy.gross_salary);
  profile.languages = languages_of(vacancy.languages);
}

}  // namespace

Month month_of(Date day) {
  const std::chrono::year_month_day date{day};
  const int months = (int{date.year()} - 1900) * 12 + static_cast<int>(unsigned{date.month()}) - 1;
  return static_cast<Month>(std::clamp(months, 0, no_month - 2));
}

Profile profile_of(const Record& view, std::vector<CodeIndex> skills) {
  Profile profile;
  std::visit([&](const auto& record) { read(record, profile); }, view);
  profile.skills = std::move(skills);
  return profile;
}

}  // namespace incontro
