#pragma once

#include <incontro/result.h>

#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace incontro::server {

struct Argument {
  std::string_view name;
  std::variant<std::int64_t, std::string_view> value;
};

// Every text that visitors see, by name, in one language: server/text/<language>.tsv, one
// "name<TAB>text" a line; # begins a comment. Immutable; any thread.
class Texts {
 public:
  // not_found: no catalogue of that language. invalid: it cannot be read; says the line.
  static Result<Texts> open(std::string_view language);
  static Result<Texts> read(std::string_view language, std::string_view catalogue);
  ~Texts();
  Texts(Texts&&) noexcept;

  // The text, or the name itself where the catalogue has none (a test keeps that from happening).
  std::string get(std::string_view name) const;
  // The text as an ICU MessageFormat pattern, its {arguments} filled in and plurals chosen.
  std::string format(std::string_view name, std::initializer_list<Argument> arguments) const;
  // 1234567 as the language groups it.
  std::string number(std::uint64_t number) const;

  const std::string& language() const { return language_; }
  const std::map<std::string, std::string, std::less<>>& all() const { return texts_; }

 private:
  struct Numbers;
  explicit Texts(std::string_view language);
  std::string language_;
  std::map<std::string, std::string, std::less<>> texts_;
  std::unique_ptr<const Numbers> numbers_;
};

}  // namespace incontro::server
