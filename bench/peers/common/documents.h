#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace peer {

// A line of documents.tsv; the views hold until the next line is read.
struct Document {
  std::uint32_t number = 0;
  std::int32_t day = 0;
  std::vector<std::string_view> facets;  // by field: its codes, separated by blanks
  std::string_view stems, words;         // tokens, separated by blanks
};

// Reads documents.tsv line by line.
class Documents {
 public:
  explicit Documents(const std::filesystem::path& file);

  const std::vector<std::string>& fields() const { return fields_; }
  bool next(Document& document);

 private:
  std::ifstream in_;
  std::string line_;
  std::vector<std::string> fields_;
};

// What stands between two sections in `words`: it takes a place, but is no word.
inline constexpr std::string_view section_break = "q00";

// The parts of a text between single separators; none of an empty one.
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace peer
