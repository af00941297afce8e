#include "synth/text_maker.h"

#include <incontro/assert.h>

#include <algorithm>
#include <array>
#include <bit>

namespace incontro {
namespace {

constexpr std::uint32_t brand_bits = 24;

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

// The small letters of Latin-1 that have a capital 32 below: C3 A0 to C3 BE.
bool is_accented_lower(const std::string& text, std::size_t i) {
  return static_cast<unsigned char>(text[i]) == 0xC3 && i + 1 < text.size() &&
         static_cast<unsigned char>(text[i + 1]) >= 0xA0;
}

}  // namespace

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
  // Neighbouring ranks should not look alike: a factor without common divisors permutes the short.
  constexpr std::uint32_t shortest = begin.size() * middle.size() * end.size();
  if (rank < shortest) rank = rank * 5'003 % shortest;
  std::string name(begin[rank % begin.size()]);
  rank /= begin.size();
  name += middle[rank % middle.size()];
  rank /= middle.size();
  for (; rank >= end.size(); rank /= middle.size()) name += middle[rank % middle.size()];
  return name.append(end[rank]);
}

std::string any_brand(Random& random) { return brand_name(random.long_tail(brand_bits)); }

std::string any_surname(const Names& names, Random& random) {
  if (random.chance(60)) {
    std::string surname = names.surnames.pick(random);
    for (std::size_t i = 1; i < surname.size(); ++i)  // the list writes "De luca"
      if ((surname[i - 1] == ' ' || surname[i - 1] == '\'') && is_lower(surname[i]))
        surname[i] = static_cast<char>(surname[i] - 32);
    return surname;
  }
  std::string surname = random.pick(names.stems);
  return surname.append(random.pick(names.endings));
}

void cut(std::string& text, std::size_t characters) {
  if (text.size() <= characters) return;
  std::size_t seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (begins_character(text[i]) && seen++ == characters) {
      text.resize(i);
      return;
    }
}

std::string capitalised(std::string text) {
  if (!text.empty() && is_lower(text[0])) text[0] = static_cast<char>(text[0] - 32);
  return text;
}

std::string upper_case(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_lower(text[i])) text[i] = static_cast<char>(text[i] - 32);
    if (is_accented_lower(text, i)) text[i + 1] = static_cast<char>(text[i + 1] - 32);
  }
  return text;
}

std::string within_sentence(std::string text) {
  if (text.size() > 1 && is_upper(text[0]) && !is_upper(text[1]))
    text[0] = static_cast<char>(text[0] + 32);
  return text;
}

std::string spoken_sector(std::string_view code) {
  std::string_view label = code_table(Table::sector).label(code);
  label = label.substr(0, std::min({label.find(" ("), label.find(" nca"), label.find(':')}));
  return within_sentence(std::string(label));
}

std::string TextMaker::phrase(std::string_view kind, std::size_t characters) {
  const auto found = vocabulary_.phrases.find(kind);
  INCONTRO_ASSERT(found != vocabulary_.phrases.end() && "phrases.tsv lacks a kind");
  const PhraseList& list = found->second;
  const Phrase* phrase = &list.phrases[list.weights.pick(random_)];
  for (int again = 0; again < 3 && std::ranges::find(said_, phrase) != said_.end(); ++again)
    phrase = &list.phrases[list.weights.pick(random_)];
  said_.push_back(phrase);
  std::string out;
  fill(*phrase, out);
  cut(out, characters);
  if (out.ends_with("..")) out.pop_back();  // after "S.r.l."
  return capitalised(std::move(out));
}

void TextMaker::add(std::string& text, std::string_view kind) {
  if (!text.empty()) text += ' ';
  text += phrase(kind);
}

std::string TextMaker::skills(std::uint32_t most) {
  std::string list;
  most = std::min(most, static_cast<std::uint32_t>(subject_.family->skills.values.size()));
  for (std::uint32_t i = random_.between(1, most); i > 0; --i) {
    if (!list.empty()) list += ", ";
    fill(Slot::skill, list);
  }
  return list;
}

std::string TextMaker::address() {
  std::string out;
  fill(Slot::street, out);
  return out;
}

void TextMaker::fresh() {
  duties_used_ = skills_used_ = programs_used_ = qualities_used_ = 0;
  said_.clear();
}

void TextMaker::fill(const Phrase& phrase, std::string& out) {
  for (const PhrasePart& piece : phrase) {
    out += piece.literal;
    if (piece.slot != Slot::none) fill(piece.slot, out);
  }
}

// The one drawn, else the next that was not said; once all were, one of the others.
const std::string& TextMaker::unused(const Ranked<std::string>& words,
                                     const Ranked<std::string>& others, std::uint64_t& used) {
  const std::size_t count = std::min<std::size_t>(words.values.size(), 64);
  std::size_t at = words.weights.pick(random_);
  for (std::size_t tries = 0; tries < count; ++tries, at = (at + 1) % count) {
    const std::uint64_t mark = std::uint64_t{1} << (at & 63);
    if ((used & mark) != 0) continue;
    used |= mark;
    return words.values[at];
  }
  return others.pick(random_);
}

void TextMaker::fill(Slot slot, std::string& out) {
  const Place& place = *subject_.place;
  const Family& other = vocabulary_.other_family();
  const auto say = [&](std::string_view kind) {
    const PhraseList& list = vocabulary_.phrases.find(kind)->second;
    fill(list.phrases[list.weights.pick(random_)], out);
  };
  switch (slot) {
    case Slot::none:
      break;
    case Slot::title:
      out += within_sentence(subject_.title);
      break;
    case Slot::place:
      out += place.name;
      break;
    case Slot::aplace:
      out += place.name.starts_with('A') ? "ad " : "a ";
      out += place.name;
      break;
    case Slot::province:
      out += place.province;
      break;
    case Slot::company:
      out += subject_.company;
      break;
    case Slot::street: {
      // A street that any town has, or one of somebody nobody knows.
      if (random_.chance(45)) {
        say("street");
      } else {
        out += "Via ";
        const bool woman = random_.chance(30);
        out += (woman ? vocabulary_.names.women : vocabulary_.names.men).pick(random_);
        out += ' ';
        out += any_surname(vocabulary_.names, random_);
      }
      out += ' ';
      out += std::to_string(1 + random_.long_tail(8));
      break;
    }
    case Slot::surname:
      out += any_surname(vocabulary_.names, random_);
      break;
    case Slot::name: {
      const bool woman = random_.chance(50);
      out += (woman ? vocabulary_.names.women : vocabulary_.names.men).pick(random_);
      break;
    }
    case Slot::brand:
      out += any_brand(random_);
      break;
    case Slot::duty:
      out += unused(subject_.family->duties, other.duties, duties_used_);
      break;
    case Slot::skill:
      out += unused(subject_.family->skills, other.skills, skills_used_);
      break;
    case Slot::program: {
      const bool own = !subject_.family->programs.empty();
      out +=
          unused(own ? subject_.family->programs : other.programs, other.programs, programs_used_);
      break;
    }
    case Slot::quality: {
      const PhraseList& list = vocabulary_.phrases.find("quality")->second;
      std::size_t at = list.weights.pick(random_);
      while ((qualities_used_ >> at & 1) != 0) at = list.weights.pick(random_);
      qualities_used_ |= std::uint64_t{1} << at;
      if (std::popcount(qualities_used_) > 6) qualities_used_ = 0;  // the list has more
      fill(list.phrases[at], out);
      break;
    }
    case Slot::unit:
      out += within_sentence(subject_.unit);
      break;
    case Slot::sector:
      out += spoken_sector(subject_.sector);
      break;
    case Slot::area:
      say("area");
      break;
    case Slot::site:
      say("site " + subject_.family->employer);
      break;
    case Slot::years:
      out += std::to_string(2 + std::min(random_.below(9), random_.below(9)));
      break;
    case Slot::age:
      out += std::to_string(random_.between(5, 90));
      break;
    case Slot::days:
      out += std::to_string(5 * random_.between(1, 6));
      break;
    case Slot::people:
      out += std::to_string(3 + random_.long_tail(6));
      break;
    case Slot::parttime:
      out += std::to_string(2 * random_.between(8, 15));
      break;
    case Slot::reference:
      out += static_cast<char>('A' + random_.below(26));
      out += static_cast<char>('A' + random_.below(26));
      out += std::to_string(random_.between(100, 99'999));
      break;
    case Slot::duration:
      out += subject_.duration.empty() ? "alcuni mesi" : subject_.duration;
      break;
    case Slot::year:
      out += std::to_string(subject_.year - static_cast<int>(random_.below(12)));
      break;
    case Slot::o:
      out += subject_.feminine ? 'a' : 'o';
      break;
  }
}

}  // namespace incontro
