#pragma once

#include <incontro/analyzer.h>
#include <incontro/record.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace incontro {

enum class SectionKind : std::uint8_t {
  title,  // of a job, in the words of who wrote the record
  prose,  // free text
  name,   // of a company
  label,  // of a code
};

// A piece of text to search, and how much each of its words counts.
struct Section {
  std::string_view text;  // not empty
  std::uint32_t weight;
  SectionKind kind;
};

// The searchable text of a record. REQUIRES: a public view (privacy.h), which must outlive the
// sections. A person's name and contacts are not searchable even where they are shown: nobody is
// found by name.
std::vector<Section> sections_of(const Record& record);

// Appends a section's tokens as documents hold them, and returns the position after the last, as
// Analyzer::analyze does: the mark of what was taken out is no word, and no phrase reaches over it.
std::uint32_t analyze_section(const Analyzer& analyzer, std::string_view text, std::uint32_t first,
                              std::vector<Token>& tokens);
// The same, with the bytes of `text` that each token was made of.
std::uint32_t analyze_section(const Analyzer& analyzer, std::string_view text, std::uint32_t first,
                              std::vector<Token>& tokens, std::vector<TextSpan>& spans);

// Positions left free between two sections, and at a redaction mark: more than any phrase is long.
inline constexpr std::uint32_t section_gap = 100;

}  // namespace incontro
