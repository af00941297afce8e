#include "synth/text_maker.h"

#include <algorithm>
#include <array>

#include "synth/people.h"

namespace incontro {

std::string brand_name(std::uint32_t rank) {
  constexpr std::array<std::string_view, 24> begin = {
      "Al",  "Bel", "Cor", "Dol", "Eur", "Fer", "Gal", "Iso", "Lin",  "Mar",  "Nov",  "Ori",
      "Pol", "Ro",  "Sol", "Ter", "Ul",  "Val", "Zen", "Tec", "Ecos", "Idro", "Opti", "Agri"};
  constexpr std::array<std::string_view, 22> middle = {
      "be", "co", "da", "fi", "ga", "li", "ma", "ne", "po", "ra", "se",
      "ti", "va", "ro", "mi", "lu", "to", "no", "sa", "pi", "du", "ve"};
  constexpr std::array<std::string_view, 14> end = {"x",    "n",     "ra",  "dis", "tek",
                                                    "flex", "plast", "med", "gas", "lab",
                                                    "net",  "pan",   "sid", "var"};
  std::string name(begin[rank % begin.size()]);
  rank /= begin.size();
  name += middle[rank % middle.size()];
  rank /= middle.size();
  for (; rank >= end.size(); rank /= middle.size()) name += middle[rank % middle.size()];
  return name.append(end[rank % end.size()]);
}

void cut(std::string& text, std::size_t characters) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) continue;
    if (seen++ == characters) {
      text.resize(i);
      return;
    }
  }
}

std::string TextMaker::phrase(std::string_view kind) {
  return fill(random_.pick(vocabulary_.phrases.find(kind)->second));
}

std::string TextMaker::company() {
  std::string name = phrase("company");
  cut(name, 100);
  return name;
}

std::string TextMaker::list_of_skills(std::uint32_t most) {
  std::string list;
  std::vector<std::string> skills = family_.skills;
  for (std::uint32_t i = random_.between(1, most); i > 0 && !skills.empty(); --i) {
    const std::uint32_t at = random_.below(static_cast<std::uint32_t>(skills.size()));
    list += (list.empty() ? "" : ", ") + skills[at];
    skills.erase(skills.begin() + at);
  }
  return list;
}

std::string TextMaker::fill(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto open = text.find('{');
    out.append(text.substr(0, open));
    if (open == std::string_view::npos) break;
    const auto close = text.find('}', open);
    out.append(slot(text.substr(open + 1, close - open - 1)));
    text.remove_prefix(close + 1);
  }
  return out;
}

std::string TextMaker::slot(std::string_view name) {
  if (name == "title") return title_;
  if (name == "place") return place_.name;
  if (name == "company") return company_;
  if (name.starts_with("duty"))
    return family_.duties.empty() ? title_ : random_.pick_early(family_.duties);
  if (name.starts_with("skill"))
    return family_.skills.empty() ? title_ : random_.pick_early(family_.skills);
  if (name.starts_with("brand")) return brand_name(random_.long_tail(22));
  if (name.starts_with("surname")) return any_surname(random_);
  if (name == "years") return std::to_string(random_.between(2, 12));
  if (name == "days") return std::to_string(5 * random_.between(1, 6));
  if (name == "people") return std::to_string(random_.between(3, 60));
  if (name == "reference")
    return std::string(1, static_cast<char>('A' + random_.below(26))) +
           std::to_string(random_.between(100, 9'999)) + "/" +
           std::to_string(random_.between(1, 99));
  return phrase(name);  // hours, area, trade
}

}  // namespace incontro
