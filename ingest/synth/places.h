#pragma once

#include <map>
#include <string>
#include <vector>

#include "synth/random.h"

namespace incontro {

struct Place {
  std::string code, name, region, postcode;
};

// The comuni of today, drawn by their population.
class Places {
 public:
  Places();
  const Place& any(Random& random) const { return places_[all_.pick(random)]; }
  // One of these regions with the given chance, else any.
  const Place& near(Random& random, const std::vector<std::string>& regions,
                    std::uint32_t percent) const;
  // A comune of the same region.
  const Place& beside(Random& random, const Place& place) const;

 private:
  struct Region {
    std::vector<std::size_t> places;
    Weighted weights;
  };
  std::vector<Place> places_;
  Weighted all_;
  std::map<std::string, Region> regions_;
};

}  // namespace incontro
