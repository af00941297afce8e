#pragma once

#include <incontro/analyzer.h>
#include <incontro/codes.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace incontro {

// Which list a title was taken from (data/SOURCES.md).
enum class TitleOrigin : std::uint8_t {
  cp2011,  // the classification's own label
  cp2021,  // an example of the classification that followed, by a correspondence that is derived
  esco,    // a name of an ESCO occupation, by the official mapping
};

// A name of professions. One that its source knows for a whole unit stands on the unit's general
// voice ("6.2.1.2.0.0", which bears the unit's label), because records carry voices; one that is
// known for something coarser stands on that branch.
struct ProfessionTitle {
  std::string_view text;
  TitleOrigin origin;
  bool italian;                 // else English, German or French
  std::vector<CodeIndex> rows;  // of Table::profession, ascending; at least one
};

// All that we have, about 70,000: every label of the classification that does not recur deeper in
// its own branch, and the titles of the other lists. The texts stay. Milliseconds.
std::vector<ProfessionTitle> profession_titles();

struct ProfessionHit {
  CodeIndex row;           // of Table::profession: mostly a voice, else a branch
  double score;            // above 0, at most 1; 1: a title says what the text says, and no more
  std::string_view title;  // the row's best one
  bool exact;              // it differs from the text in gender, number and function words at most
};

// Finds the codes that a text in people's words speaks of: "aiuto cuoco", "CERCASI ADDETTA/O ALLE
// PULIZIE", "truck driver". Words that no title has (places, names) are passed over, and those of
// advertisements (cercasi, M/F, numbers).
// Immutable; any thread.
//
// Cost of all titles: tenths of a second and some 50 MB to make, well under a millisecond a text.
class ProfessionLinker {
 public:
  // The texts are not copied and must stay.
  explicit ProfessionLinker(std::vector<ProfessionTitle> titles);
  ~ProfessionLinker();

  // At most `limit` codes, best first, each once; none where nothing is alike. First come labels of
  // the classification that are the text; then other titles that are, then exact ones; then by
  // score. A row's score is that of its best title, as Ranker compares titles (title_formula())
  // against a title that would be the text; one third of it comes from the best six titles of its
  // unit. Titles in other languages count 0.7 unless exact. Of a long text the first 500 bytes are
  // read.
  std::vector<ProfessionHit> rank(std::string_view text, std::size_t limit) const;

  // The codes that words *name*, so that a search for the words may look for the codes too:
  // precise rather than complete. Nodes of Table::profession that do not overlap, ascending; a
  // node stands for all beneath it. Function words may be among the words.
  //
  // A title that has just these words leads to its rows (a unit's general voice, and one that most
  // titles of its beginning lie beside: to the whole unit), unless it is a title's common beginning
  // that mostly leads elsewhere: "tecnico", "manager". Words that only begin titles lead to the
  // branch, three or more levels deep, that at least 80% of those titles share (ingegnere: 2.2.1),
  // or to the rows of a few. So "operaio", "addetto", "responsabile" lead nowhere.
  std::vector<CodeIndex> codes_of_title(std::span<const Token> words) const;
  // How many of the words, from the first on, some title begins with: longer runs name nothing.
  std::size_t words_of_titles(std::span<const Token> words) const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

// Over profession_titles(); made at first use.
const ProfessionLinker& profession_linker();

// Does a record's title speak of another profession than the record's code? The row that it clearly
// speaks of, if that is in another major group ("5") than the code and none of the twenty likeliest
// is in the code's group ("5.2"); else nothing. Made to be right when it speaks: a title that
// shares a telling word with the label of the code or its unit agrees, and one that is not clear is
// let pass. Italian titles only. `row`: of Table::profession. Any thread. A microsecond for a title
// that shares a word or was asked a while ago; a tenth of a millisecond for others, and a tenth of
// a second at the first of them.
std::optional<CodeIndex> clearly_elsewhere(std::string_view title, CodeIndex row);

}  // namespace incontro
