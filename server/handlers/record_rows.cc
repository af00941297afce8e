#include "handlers/record_rows.h"

#include <incontro/places.h>

#include <algorithm>

#include "http/ascii.h"
#include "http/url.h"

namespace incontro::server {
namespace {

bool is_web_address(std::string_view text) {
  const auto begins = [&](std::string_view scheme) {
    return text.size() > scheme.size() && same_ignoring_case(text.substr(0, scheme.size()), scheme);
  };
  return (begins("http://") || begins("https://")) && std::ranges::none_of(text, [](char c) {
           return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || is_one_of(c, "\"'<>\\");
         });
}

std::string dialled(std::string_view number) {
  std::string digits;
  for (const char c : number)
    if (is_digit(c) || (c == '+' && digits.empty())) digits += c;
  return digits;
}

}  // namespace

Rows& Rows::add(std::string_view label, std::string_view text) {
  if (!trimmed(text).empty())
    rows_.push_back({label.empty() ? std::string() : texts_.get(label), std::string(text), ""});
  return *this;
}

Rows& Rows::add_flag(std::string_view label, std::optional<bool> flag) {
  return flag ? add(label, texts_.get(*flag ? "yes" : "no")) : *this;
}

Rows& Rows::add_date(std::string_view label, std::optional<Date> date) {
  return date ? add(label, format_date_it(*date)) : *this;
}

Rows& Rows::add_place(std::string_view label, const PlaceCode& place, std::string_view postcode) {
  if (place.empty()) return add(label, postcode);
  std::string text(postcode);
  if (!text.empty()) text += ' ';
  return add(label, text + place_label(place.value));
}

Rows& Rows::add_web(std::string_view label, std::string_view address) {
  add(label, address);
  if (is_web_address(address)) rows_.back().href = address;
  return *this;
}

Rows& Rows::add_contacts(const Contacts& contacts) {
  add("label.address", contacts.address);
  for (const auto& [label, number] :
       {std::pair{"label.telephone", &contacts.telephone}, {"label.mobile", &contacts.mobile}}) {
    add(label, *number);
    if (!dialled(*number).empty()) rows_.back().href = "tel:" + dialled(*number);
  }
  add("label.fax", contacts.fax);
  add("label.email", contacts.email);
  const std::size_t at = contacts.email.find('@');
  if (at != std::string::npos)
    rows_.back().href = "mailto:" + percent_encode(contacts.email.substr(0, at)) + "@" +
                        percent_encode(contacts.email.substr(at + 1));
  return *this;
}

Rows& Rows::add_languages(const std::vector<LanguageSkill>& skills) {
  for (const LanguageSkill& skill : skills) {
    if (skill.language.empty()) continue;
    std::string levels;
    for (const auto& [label, level] : {std::pair{"language.read", &skill.read},
                                       {"language.written", &skill.written},
                                       {"language.spoken", &skill.spoken}})
      if (!level->empty())
        levels += (levels.empty() ? "" : ", ") + texts_.format(label, {{"level", level->value}});
    rows_.push_back({std::string(skill.language.label()),
                     levels.empty() ? texts_.get("language.unstated") : levels, ""});
  }
  return *this;
}

void Rows::end_block(std::string_view heading, std::vector<RecordBlock>& blocks) {
  if (!rows_.empty()) blocks.push_back({std::string(heading), std::move(rows_)});
  rows_.clear();
}

void add_section(RecordPage& page, std::string_view id, std::string title, std::string note,
                 std::vector<RecordBlock> blocks) {
  if (!blocks.empty() || !note.empty())
    page.sections.push_back(
        {std::string(id), std::move(title), std::move(note), std::move(blocks)});
}

void add_intermediary(RecordPage& page, const SystemData& system, bool contacts_shown,
                      const Texts& texts) {
  const Intermediary& intermediary = system.intermediary;
  std::vector<RecordBlock> blocks;
  Rows rows(texts);
  rows.add("label.name", intermediary.name)
      .add_place("label.place", intermediary.place, intermediary.postcode)
      .add_contacts(intermediary.contacts)
      .add("label.intermediary_code", intermediary.code)
      .end_block("", blocks);
  add_section(page, "intermediario", texts.get("section.intermediary"),
              contacts_shown ? std::string() : texts.get("record.through_intermediary"),
              std::move(blocks));
}

}  // namespace incontro::server
