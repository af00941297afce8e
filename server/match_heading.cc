#include <incontro/match_heading.h>

namespace incontro {

std::string heading_of(const MatchResult& result, ReasonLanguage language) {
  const WantedJob* const wanted = matched_job(result);
  if (!wanted) return title_of(result.view.record);
  if (!result.past_work) return wanted->title;
  return language == ReasonLanguage::english ? result.past_work->english
                                             : result.past_work->italian;
}

const WantedJob* matched_job(const MatchResult& result) {
  const Cv* const cv = std::get_if<Cv>(&result.view.record);
  return cv && result.availability < cv->wanted.size() ? &cv->wanted[result.availability] : nullptr;
}

}  // namespace incontro
