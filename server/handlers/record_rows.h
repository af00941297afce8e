#pragma once

#include <incontro/codes.h>
#include <incontro/record.h>

#include <optional>
#include <string_view>
#include <vector>

#include "pages/models.h"
#include "pages/texts.h"

namespace incontro::server {

// Collects the rows of a record page; what is not stated makes no row. `label` is a name of the
// catalogue.
class Rows {
 public:
  explicit Rows(const Texts& texts) : texts_(texts) {}

  Rows& add(std::string_view label, std::string_view text);
  Rows& add_flag(std::string_view label, std::optional<bool> flag);
  Rows& add_date(std::string_view label, std::optional<Date> date);
  Rows& add_place(std::string_view label, const PlaceCode& place, std::string_view postcode);
  Rows& add_web(std::string_view label, std::string_view address);
  Rows& add_contacts(const Contacts& contacts);
  Rows& add_languages(const std::vector<LanguageSkill>& skills);

  template <Table T>
  Rows& add_code(std::string_view label, const CodeOf<T>& code) {
    return code.empty() ? *this : add(label, code.label());
  }
  template <Table T>
  Rows& add_codes(std::string_view label, const std::vector<CodeOf<T>>& codes) {
    std::string list;
    for (const CodeOf<T>& code : codes) list.append(list.empty() ? "" : ", ").append(code.label());
    return add(label, list);
  }

  // The rows so far as a block; the next ones make another. Nothing happens without rows.
  void end_block(std::string_view heading, std::vector<RecordBlock>& blocks);
  std::vector<RecordRow> take() { return std::move(rows_); }

 private:
  const Texts& texts_;
  std::vector<RecordRow> rows_;
};

// The section, unless it has no block and no note.
void add_section(RecordPage& page, std::string_view id, std::string title, std::string note,
                 std::vector<RecordBlock> blocks);
// The intermediary's references, and the note that contact goes through it where the record's own
// contacts are not shown.
void add_intermediary(RecordPage& page, const SystemData& system, bool contacts_shown,
                      const Texts& texts);

}  // namespace incontro::server
