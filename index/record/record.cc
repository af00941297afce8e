#include <incontro/record.h>

namespace incontro {

const std::string& title_of(const Record& record) {
  static const std::string untitled;
  if (const auto* vacancy = std::get_if<Vacancy>(&record)) return vacancy->title;
  const Cv& cv = std::get<Cv>(record);
  return cv.wanted.empty() ? untitled : cv.wanted.front().title;
}

}  // namespace incontro
