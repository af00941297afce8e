#pragma once

#include <incontro/codes.h>
#include <incontro/date.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "synth/random.h"

namespace incontro {

struct Place {
  std::string code, name, postcode;
  std::string province, region;                // names as in the table, code of the region
  std::string province_number;                 // three digits
  std::size_t in_province = 0, in_region = 0;  // places of Comuni's own lists
  std::int64_t north = 0, east = 0;  // metres on a plane that fits Italy to a few per cent
};

struct ForeignState {
  std::string code, citizenship;
};

// The comuni that are open on all days [first, last], drawn by their population.
class Comuni {
 public:
  Comuni(Date first, Date last);
  const Place& any(Random& random) const { return places_[all_.pick(random)]; }
  // One of these regions with the given chance, else anywhere.
  const Place& favouring(Random& random, const std::vector<std::string>& regions,
                         std::uint32_t percent) const;
  const Place& in_province_of(Random& random, const Place& place) const;
  const Place& in_region_of(Random& random, const Place& place) const;
  // A comune of the same province, `km` away at most: itself or another.
  const Place& near(Random& random, const Place& place, std::int64_t km) const;
  // A comune of another region, `km` away at least. REQUIRES: at most 300.
  const Place& far(Random& random, const Place& place, std::int64_t km) const;
  // nullptr: not a comune that is open on all days.
  const Place* find(std::string_view code) const;
  // The seat of the employment office that serves a comune: one of the largest of its province.
  const Place& office_of(const Place& place) const;
  // Where people born abroad come from, the most frequent first.
  const ForeignState& abroad(Random& random) const { return states_.pick(random); }

 private:
  struct Area {
    std::vector<std::size_t> places;
    Weighted weights;
    std::vector<std::size_t> offices;
  };
  void add(Area& area, std::size_t place, std::uint32_t weight);

  std::vector<Place> places_;
  std::vector<std::uint32_t> population_;
  Weighted all_;
  std::vector<Area> provinces_, regions_;
  std::map<std::string, std::size_t> province_places_, region_places_;
  Ranked<ForeignState> states_;
};

}  // namespace incontro
