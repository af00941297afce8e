#include <incontro/distance.h>
#include <incontro/places.h>

#include <cmath>

#include "match/condition_score.h"
#include "match/criteria.h"
#include "match/explain.h"
#include "match/reason_texts.h"
#include "match/territory_score.h"

namespace incontro {
namespace {

struct AcceptsTexts {
  Text accepted, open, refused;
};

Reason explain_offer(const Explained& pair, Table table, std::uint8_t accepted,
                     std::uint8_t offered, const AcceptsTexts& texts) {
  const std::string label = listed(pair.tongue, labels_of(table, offered));
  if (accepted == 0) return {{}, {}, say(pair.tongue, texts.open, label)};
  if (accepted & offered) return {label, {}, say(pair.tongue, texts.accepted, label)};
  return {{}, label, say(pair.tongue, texts.refused, label)};
}

struct ReadyTexts {
  Text what, yes, unstated, no;
};

Reason explain_ready(Tongue tongue, Stated ready, const ReadyTexts& texts) {
  const std::string what = say(tongue, texts.what);
  if (ready == Stated::yes) return {what, {}, say(tongue, texts.yes)};
  return {{}, what, say(tongue, ready == Stated::no ? texts.no : texts.unstated)};
}

// "Bologna, a 12 km da Casalecchio di Reno". REQUIRES: both state a place.
std::string home_and_work(Tongue tongue, CodeIndex home, CodeIndex workplace) {
  const std::string from = label_of(Table::territory, home);
  const std::string to = label_of(Table::territory, workplace);
  if (home == workplace) return say(tongue, reasons::same_place, from);
  const auto here = position_of(home), there = position_of(workplace);
  // With its plate a comune is told from its province.
  if (!here || !there) {
    const auto full_name = [](CodeIndex row) {
      return place_label(code_table(Table::territory).row(row).code);
    };
    return say(tongue, reasons::unmeasured, full_name(home), full_name(workplace));
  }
  const long km = std::lround(distance_km(*here, *there));
  return km == 0 ? say(tongue, reasons::below_a_km, from, to)
                 : say(tongue, reasons::at_km, from, km, to);
}

Reason explain_abroad(const Explained& pair) {
  const std::string where = states_place(pair.vacancy.place)
                                ? label_of(Table::territory, pair.vacancy.place)
                                : say(pair.tongue, reasons::abroad);
  const std::string eures = say(pair.tongue, reasons::eures);
  if (pair.cv.abroad) return {eures, {}, say(pair.tongue, reasons::abroad_yes, where)};
  if (pair.part.score == full_units) {
    const std::string home = say(pair.tongue, reasons::same_place, where);
    return {home, {}, say(pair.tongue, reasons::home, home)};
  }
  return {{}, eures, say(pair.tongue, reasons::abroad_no, where)};
}

}  // namespace

Reason explain_contract(const Explained& pair) {
  return explain_offer(
      pair, Table::contract, pair.wanted.contracts, offered_job(pair.vacancy).contracts,
      {reasons::contract_accepted, reasons::contract_open, reasons::contract_refused});
}

Reason explain_mode(const Explained& pair) {
  return explain_offer(pair, Table::working_mode, pair.wanted.modes,
                       offered_job(pair.vacancy).modes,
                       {reasons::mode_accepted, reasons::mode_open, reasons::mode_refused});
}

Reason explain_transfers(const Explained& pair) {
  return explain_ready(pair.tongue, pair.wanted.transfers,
                       {reasons::transfers, reasons::transfers_yes, reasons::transfers_unstated,
                        reasons::transfers_no});
}

Reason explain_transport(const Explained& pair) {
  return explain_ready(pair.tongue, pair.wanted.transport,
                       {reasons::transport, reasons::transport_yes, reasons::transport_unstated,
                        reasons::transport_no});
}

Reason explain_territory(const Explained& pair) {
  if (pair.vacancy.abroad) return explain_abroad(pair);
  const std::string workplace = label_of(Table::territory, pair.vacancy.place);
  const Units near = nearness(pair.cv.place, pair.vacancy.place);
  Reason reason;
  if (states_place(pair.cv.place)) {
    const std::string way = home_and_work(pair.tongue, pair.cv.place, pair.vacancy.place);
    reason.text = say(pair.tongue, reasons::home, way);
    if (near > 0) reason.evidence = way;
  } else {
    reason.text = say(pair.tongue, reasons::home_unstated, workplace);
  }
  if (!pair.part.holds) reason.missing = workplace;
  return reason;
}

Reason explain_salary(const Explained& pair) {
  const std::string offered = grouped(pair.tongue, pair.vacancy.salary);
  const std::string wished = grouped(pair.tongue, pair.terms.lowest_salary);
  Reason reason{say(pair.tongue, reasons::euro_a_year, offered),
                {},
                say(pair.tongue, reasons::salary_reached, offered, wished)};
  if (!pair.part.holds)
    reason.missing = say(pair.tongue, reasons::euro_a_year,
                         grouped(pair.tongue, pair.terms.lowest_salary - pair.vacancy.salary));
  return reason;
}

Reason explain_text(const Explained& pair) {
  if (pair.common_words.empty()) return {{}, {}, say(pair.tongue, reasons::few_words_in_common)};
  const std::string words = listed(pair.tongue, pair.common_words);
  return {words, {}, say(pair.tongue, reasons::words_in_common, words)};
}

Reason explain_freshness(const Explained& pair) {
  if (pair.part.score == 0)
    return {{}, {}, say(pair.tongue, reasons::published_long_ago, stale_days) + "."};
  const std::string when =
      say(pair.tongue,
          pair.part.score == full_units ? reasons::published_lately : reasons::published_before,
          fresh_days);
  return {when, {}, when + "."};
}

}  // namespace incontro
