#pragma once

#include <incontro/codes.h>
#include <incontro/date.h>
#include <incontro/record.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace incontro {

// Writes a record as XML along a shape: the twin of FieldReader. Empty optional fields are left
// out. Characters that XML 1.0 cannot carry are left out too.
class FieldWriter {
 public:
  FieldWriter(std::string_view root, std::string_view target_namespace);
  std::string finish();  // once

  template <class F>
  void group(std::string_view name, F&& f, bool stated = true) {
    if (!stated) return;
    open(name);
    f();
    close(name);
  }
  template <class T, class F>
  void each(std::string_view name, const std::vector<T>& items, F&& f) {
    for (const T& item : items) group(name, [&] { f(item); });
  }

  void text(std::string_view name, std::string_view value) {
    if (!value.empty()) required(name, value);
  }
  void required(std::string_view name, std::string_view value);
  template <Table T>
  void text(std::string_view name, const CodeOf<T>& code) {
    text(name, code.value);
  }
  template <Table T>
  void required(std::string_view name, const CodeOf<T>& code) {
    required(name, code.value);
  }
  template <Table T>
  void codes(std::string_view name, const std::vector<CodeOf<T>>& values) {
    for (const CodeOf<T>& code : values) required(name, code.value);
  }

  void flag(std::string_view name, std::optional<bool> value) {
    if (value) required(name, *value ? "SI" : "NO");
  }
  void kind(std::string_view name, Kind value) {
    required(name, value == Kind::close ? "02" : "01");
  }
  void digits(std::string_view name, std::string_view value) { text(name, value); }
  void number(std::string_view name, int value) { required(name, std::to_string(value)); }
  void date(std::string_view name, Date value) { required(name, format_date(value)); }
  void date(std::string_view name, std::optional<Date> value) {
    if (value) date(name, *value);
  }
  void stamp(std::string_view name, Timestamp value) { required(name, format_timestamp(value)); }

 private:
  void open(std::string_view name);
  void close(std::string_view name);
  void indent();

  std::string out_;
  std::string_view root_;
  std::size_t depth_ = 1;
};

}  // namespace incontro
