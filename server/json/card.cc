#include "json/card.h"

#include "json/states.h"

namespace incontro::json {
namespace {

void put_own(object& to, const Vacancy& vacancy) {
  put(to, "profession", vacancy.profession);
  put(to, "place", place(vacancy.workplace));
  put(to, "contract", vacancy.contract);
  put(to, "mode", vacancy.mode);
  to["positions"] = vacancy.positions;
  put(to, "employer", vacancy.employer.name);
  put(to, "intermediary", vacancy.system.intermediary.name);
}

void put_own(object& to, const Cv& cv) {
  if (!cv.wanted.empty()) put(to, "profession", cv.wanted.front().profession);
  put(to, "place", place(cv.person.home));
  if (!cv.wanted.empty()) {
    put(to, "contracts", cv.wanted.front().contracts);
    put(to, "modes", cv.wanted.front().modes);
  }
  put(to, "intermediary", cv.system.intermediary.name);
}

}  // namespace

void put_card(object& to, const View& view) {
  to["title"] = title_of(view.record);
  to["published"] = format_date(view.validity.first);
  to["expires"] = format_date(view.validity.last);
  to["state"] = name_of(view.state);
  std::visit([&](const auto& record) { put_own(to, record); }, view.record);
}

}  // namespace incontro::json
