#include "json/card.h"

#include "json/states.h"

namespace incontro::json {
namespace {

void put_own(object& to, const Vacancy& vacancy, std::size_t) {
  put(to, "profession", vacancy.profession);
  put(to, "place", place(vacancy.workplace));
  put(to, "contract", vacancy.contract);
  put(to, "mode", vacancy.mode);
  to["positions"] = vacancy.positions;
  put(to, "employer", vacancy.employer.name);
  put(to, "intermediary", vacancy.system.intermediary.name);
}

void put_own(object& to, const Cv& cv, std::size_t availability) {
  const WantedJob* const wanted =
      availability < cv.wanted.size() ? &cv.wanted[availability] : nullptr;
  if (wanted) put(to, "profession", wanted->profession);
  put(to, "place", place(cv.person.home));
  if (wanted) {
    put(to, "contracts", wanted->contracts);
    put(to, "modes", wanted->modes);
  }
  put(to, "intermediary", cv.system.intermediary.name);
}

}  // namespace

void put_card(object& to, const View& view, std::size_t availability) {
  to["title"] = title_of(view.record);
  to["published"] = format_date(view.validity.first);
  to["expires"] = format_date(view.validity.last);
  to["state"] = name_of(view.state);
  std::visit([&](const auto& record) { put_own(to, record, availability); }, view.record);
  if (!view.incentives.empty()) put(to, "incentive", name_of(view.incentives.front().status));
}

}  // namespace incontro::json
