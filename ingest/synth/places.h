#pragma once

#include <incontro/codes.h>
#include <incontro/date.h>

#include <map>
#include <string>
#include <vector>

#include "synth/random.h"

namespace incontro {

struct Place {
  std::string code, name, postcode;
  std::string province, region;                // names as in the table, code of the region
  std::string province_number;                 // three digits
  std::size_t in_province = 0, in_region = 0;  // places of Places' own lists
};

struct ForeignState {
  std::string code, citizenship;
};

// The comuni that are open on all days [first, last], drawn by their population.
class Places {
 public:
  Places(Date first, Date last);
  const Place& any(Random& random) const { return places_[all_.pick(random)]; }
  // One of these regions with the given chance, else anywhere.
  const Place& favouring(Random& random, const std::vector<std::string>& regions,
                         std::uint32_t percent) const;
  const Place& in_province_of(Random& random, const Place& place) const;
  const Place& in_region_of(Random& random, const Place& place) const;
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
