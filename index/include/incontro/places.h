#pragma once

#include <incontro/codes.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The territory table as people speak of it: names in words, what they mean, and what has become
// of a comune that is no more. Where places lie: distance.h.
namespace incontro {

// The likeliest meaning of a bare name first.
enum class PlaceKind : std::uint8_t {
  region,
  comune,
  province,
  state,   // and the rows for abroad and for not stated
  former,  // a comune that is no more
};
PlaceKind kind_of(CodeIndex territory_row);

// What the place is today: of a former comune the one that it was merged into or that took its
// name, else itself. Nothing for a former comune whose successor is not known. Any thread.
std::optional<CodeIndex> place_today(CodeIndex territory_row);

// The names along a place's line in the territory table; empty where there is none.
struct PlaceNames {
  std::string_view place, province, province_code, region, region_code;
  bool abroad = false;
};
PlaceNames names_of(std::string_view place_code);

// "Bologna (BO)", "Emilia-Romagna", "Francia"; an unknown code as it is.
std::string place_label(std::string_view place_code);

// What a text can mean. One place: it is that. Several: comuni of the same name, in the order of
// the table; place_label() tells them apart and is understood. None: see `similar`.
struct FoundPlaces {
  std::vector<CodeIndex> places;  // rows of the territory table
  // Where places is empty: named one error from it, else two, the most populous first, then states
  // that are one error away; else places whose names stand in the text. At most five.
  std::vector<CodeIndex> similar;
  bool everywhere = false;  // "Italia", "ovunque": no place in particular; then both are empty
};

// The gazetteer: understands places as people write them. Immutable; any thread.
//
// Case, accents, apostrophes, hyphens and small words do not count: "reggio emilia" is Reggio
// nell'Emilia, "forli'" Forlì. Understood are official names, second names ("Bozen") and both
// ("Bolzano/Bozen"), names that a comune has changed ("Ortonovo", now Luni); "S. Lazzaro" for San;
// plates ("BO"); "comune di", "provincia di", "regione" before a name; a plate, a province or a
// region behind it ("Livo CO", "Samone (Trento)"), which homonyms need; names in other languages
// ("Florence", "Trst"); what people add ("vicino a", "centro", "Italia", a street, a postcode);
// postcodes alone, those of whole cities too (20100), and codes of comuni. A comune goes before the
// province of its name, unless two capital letters are a plate; a comune that exists before one
// that is no more. That stands for its successor, or for itself where the successor is not known.
class Places {
 public:
  Places();  // some 20 milliseconds

  // Microseconds; 4 milliseconds where nothing is found and similar names are looked for.
  FoundPlaces find(std::string_view text) const;
  // What bears just this name, official or not, "provincia di" or the like before it; no plates,
  // postcodes and comuni that are no more. Microseconds.
  std::vector<CodeIndex> named_exactly(std::string_view name) const;

 private:
  using Rows = std::vector<CodeIndex>;
  using Words = std::vector<std::string>;

  // What a text says beside postcodes and surroundings, and where it is.
  struct Reading {
    Words words;
    Rows places;
  };

  void learn(CodeIndex row, std::string_view name);
  void learn_postcodes_of_cities();
  Rows named(const Words& words) const;
  Rows named_within(const Words& words) const;
  Rows understood(const Words& words) const;
  Reading read(Words words) const;
  Rows similar_to(const Words& words) const;
  Rows proposed(const Words& words) const;

  std::map<std::string, Rows, std::less<>> names_, loose_names_;  // by key (places/name_key.h)
  std::map<std::string, Rows, std::less<>> postcodes_;            // of comuni
};

}  // namespace incontro
