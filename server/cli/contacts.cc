#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "cli/home.h"
#include "cli/printable.h"
#include "cli/texts_it.h"

namespace incontro::cli {
namespace {

boost::json::value contacts_json(const std::vector<ContactMessage>& messages) {
  boost::json::array array;
  for (const ContactMessage& m : messages)
    array.push_back({{"number", m.number},
                     {"received", format_timestamp(m.received)},
                     {"office", m.office},
                     {"name", m.name},
                     {"email", m.email},
                     {"subject", m.subject},
                     {"text", m.text}});
  return {{"contacts", std::move(array)}};
}

int contacts(const std::filesystem::path& home, const Common& common) {
  const auto engine = open_home(home, Need::read, *common.clock);
  if (!engine) return exit_unreadable;
  const auto messages = engine->store().contacts();
  if (!messages) {
    fmt::print(stderr, texts::failure,
               fmt::format(texts::home_failed, home.string(), messages.error().message));
    return exit_unreadable;
  }
  if (common.json) {
    fmt::print("{}\n", boost::json::serialize(contacts_json(*messages)));
    return exit_good;
  }
  for (const ContactMessage& m : *messages)
    fmt::print(texts::contact, m.number, format_timestamp(m.received), printable(m.office),
               printable(m.name), printable(m.email), printable(m.subject),
               printable(m.text, true));
  if (messages->empty()) fmt::print(texts::no_contacts);
  return exit_good;
}

}  // namespace

Action declare_contacts(CLI::App& app) {
  const auto home = std::make_shared<std::filesystem::path>();
  add_home(app, *home);
  return [home](const Common& common) { return contacts(*home, common); };
}

}  // namespace incontro::cli
