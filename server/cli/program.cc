#include "cli/program.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>
#include <string_view>

#include "cli/texts_it.h"
#include "cli/verb.h"

namespace incontro::cli {
namespace {

struct Row {
  const char* name;
  const char* description;
  const char* example;
  Action (*declare)(CLI::App&);
};

// In the order of the help.
constexpr Row verbs[] = {
    {"verify", texts::verify, texts::verify_example, declare_verify},
    {"import", texts::import, texts::import_example, declare_import},
    {"search", texts::search, texts::search_example, declare_search},
    {"match", texts::match, texts::match_example, declare_match},
    {"suggest", texts::suggest, texts::suggest_example, declare_suggest},
    {"alerts", texts::alerts, texts::alerts_example, declare_alerts},
    {"profession", texts::profession, texts::profession_example, declare_profession},
    {"show", texts::show, texts::show_example, declare_show},
    {"serve", texts::serve, texts::serve_example, declare_serve},
    {"generate", texts::generate, texts::generate_example, declare_generate},
    {"check", texts::check, texts::check_example, declare_check},
    {"rebuild", texts::rebuild, texts::rebuild_example, declare_rebuild},
    {"rank", texts::rank, texts::rank_example, declare_rank},
    {"contacts", texts::contacts, texts::contacts_example, declare_contacts},
    {"trace", texts::trace, texts::trace_example, declare_trace},
};

bool is_verb(std::string_view name) {
  return std::any_of(std::begin(verbs), std::end(verbs),
                     [name](const Row& row) { return row.name == name; });
}

std::unique_ptr<const Clock> clock_at(const std::string& now) {
  if (now.empty()) return std::make_unique<SystemClock>();
  if (const auto day = parse_date(now)) return std::make_unique<FixedClock>(*day);
  if (const auto stamp = parse_timestamp(now)) return std::make_unique<FixedClock>(*stamp);
  return nullptr;
}

std::string without(std::string text, std::string_view ending) {
  if (text.ends_with(ending)) text.resize(text.size() - ending.size());
  return text;
}

std::string up_to_colon(const std::string& text) { return text.substr(0, text.find(':')); }

std::string after_colon(const std::string& text) {
  const std::size_t colon = text.find(": ");
  return colon == std::string::npos ? text : text.substr(colon + 2);
}

// CLI11 speaks English; its messages begin or end with the name of the option.
std::string in_italian(const CLI::ParseError& error) {
  const std::string what = error.what();
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
    return what.find("subcommand") != std::string::npos
               ? std::string(texts::no_verb)
               : fmt::format(texts::missing_option, without(what, " is required"));
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr)
    return fmt::format(texts::unknown_argument, after_colon(what));
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
    return fmt::format(texts::missing_value, up_to_colon(what));
  if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr)
    return fmt::format(texts::bad_value, after_colon(what));
  return fmt::format(texts::bad_value, what);
}

int wrong_usage(const std::string& verb, std::string_view reason) {
  fmt::print(stderr, texts::failure, reason);
  fmt::print(stderr, texts::see_help, verb.empty() ? verb : verb + " ");
  return exit_usage;
}

}  // namespace

std::vector<std::string> with_exclusions_as_words(const std::vector<std::string>& arguments) {
  std::vector<std::string> words;
  bool only_words = false;
  for (const std::string& argument : arguments) {
    if (argument == "--" && !only_words) {
      only_words = true;
      continue;
    }
    const bool dashed = argument.size() > 1 && argument.front() == '-';
    const bool exclusion = dashed && (only_words || (argument[1] != '-' && argument != "-h"));
    words.push_back(exclusion ? " " + argument : argument);
  }
  return words;
}

int run(std::vector<std::string> arguments) {
  CLI::App app{texts::program, "incontro"};
  app.require_subcommand(1);
  app.set_help_flag("-h,--help", texts::help);
  app.set_version_flag("--version", "incontro " INCONTRO_VERSION, texts::version);
  app.option_defaults()->group(texts::options_group);
  const auto formatter = app.get_formatter();
  formatter->label("Usage", texts::usage_label);
  formatter->label("OPTIONS", texts::options_label);
  formatter->label("SUBCOMMAND", texts::verb_label);
  formatter->label("Positionals", texts::positionals_label);
  formatter->label("REQUIRED", texts::required_label);
  for (CLI::Option* option : {app.get_help_ptr(), app.get_version_ptr()})
    option->group(texts::options_group);

  Common common;
  std::string now;
  Action chosen;
  for (const Row& row : verbs) {
    CLI::App* verb = app.add_subcommand(row.name, row.description)->group(texts::verbs_group);
    verb->footer(fmt::format(texts::example, row.example));
    const auto action = std::make_shared<Action>(row.declare(*verb));
    verb->add_flag("--json", common.json, texts::json);
    verb->add_option("--now", now, texts::now)->type_name(texts::date_type);
    verb->get_help_ptr()->group(texts::options_group);
    verb->callback([action, &chosen] { chosen = *action; });
  }

  if (!arguments.empty() && (arguments.front() == "search" || arguments.front() == "alerts"))
    arguments = with_exclusions_as_words(arguments);
  const std::string verb =
      !arguments.empty() && is_verb(arguments.front()) ? arguments.front() : "";
  if (verb.empty() && !arguments.empty() && !arguments.front().starts_with('-'))
    return wrong_usage(verb, fmt::format(texts::unknown_verb, arguments.front()));
  try {
    std::reverse(arguments.begin(), arguments.end());  // the order that CLI11 takes
    app.parse(std::move(arguments));
  } catch (const CLI::Success& asked) {  // --help, --version
    return app.exit(asked);
  } catch (const CLI::ParseError& error) {
    return wrong_usage(verb, in_italian(error));
  }
  common.clock = clock_at(now);
  if (!common.clock) return wrong_usage(verb, fmt::format(texts::bad_now, now));
  return chosen(common);
}

}  // namespace incontro::cli
