#pragma once

#include <incontro/answer.h>
#include <incontro/query.h>
#include <incontro/record.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// Matching: the CVs that suit a vacancy, and the vacancies that suit a CV, with reasons. One scorer
// serves both directions: a pair of a vacancy and a CV has one score on each criterion.
namespace incontro {

enum class Criterion : std::uint8_t {
  profession,
  experience,
  education,
  language,
  skill,
  professional_register,
  licence,
  certificate,
  contract,
  mode,
  transfers,
  transport,
  territory,
  salary,
  text,
  freshness,
};
inline constexpr std::size_t criterion_count = 16;

enum class CriterionKind : std::uint8_t {
  must,       // who does not satisfy it is no result
  preferred,  // counts by its weight
  ignored,    // counts nothing
};

// A criterion's score: 0 to full_units. All arithmetic of scores is in whole numbers.
using Units = std::uint32_t;
inline constexpr Units full_units = 10'000;
// A pair's score and its parts: millionths.
using Millionths = std::uint32_t;
inline constexpr Millionths full_score = 1'000'000;

inline constexpr std::uint32_t most_weight = 1'000;

// What a search can change of a criterion.
struct CriterionSetting {
  Criterion criterion = Criterion::profession;
  std::optional<CriterionKind> kind;
  std::optional<std::uint32_t> weight;  // 0 to most_weight
};

struct MatchRequest {
  // Who asks: a stored record, whatever its state, or one that is not stored.
  std::variant<RecordCode, Record> question;
  std::vector<CriterionSetting> settings;  // of the others the defaults (criteria())
  unsigned radius_km = 50;                 // beyond which a must on the territory fails; 1 to 500
  bool past_work = false;                  // a job done satisfies a must on the profession too
  std::uint32_t lowest_salary = 0;         // euro a year that the person wishes; 0: no wish
  std::vector<Filter> filters;             // of the found collection; any search's filters
  std::size_t limit = 10;                  // results wanted, 0 to 1,000
  std::size_t offset = 0;
  bool records = true;  // false: results have numbers and scores only, nothing is read for them
};

// One reason. Its texts name what was compared; either may be empty. They are in Italian and
// English, the names of codes in Italian as the tables have them.
struct CriterionScore {
  Criterion criterion = Criterion::profession;
  CriterionKind kind = CriterionKind::preferred;
  std::uint32_t weight = 0;
  Units score = 0;
  Millionths contribution = 0;
  struct Reason {
    std::string evidence;  // what speaks for it: "Patente B"
    std::string missing;   // what is asked and not there: "Patente C"
    std::string text;      // a sentence
  };
  Reason italian, english;
};

struct MatchResult {
  DocumentNumber number = 0;
  std::string code;
  Millionths score = 0;  // the sum of the contributions, exactly
  // Harmonic mean of how well the CV fills what the vacancy asks and how well the vacancy fills
  // what the CV wishes, by the same criteria and weights.
  Millionths reciprocal = 0;
  std::size_t availability = 0;  // which of the CV's wanted jobs scored best
  // What speaks for the person where that wanted job is of another class than the one offered: a
  // job done that is of the same.
  struct PastWork {
    ProfessionCode profession;
    std::string italian, english;  // "Esperienza come: Cuochi in alberghi e ristoranti"
  };
  std::optional<PastWork> past_work;
  std::vector<CriterionScore> criteria;  // those that the pair has, in the order of criteria()
  // As that of a Hit; its incentives are those of hiring this person for this job.
  View view;
};

// Musts to drop, and how many results that would add.
struct MatchRelaxation {
  std::vector<Criterion> dropped;  // one, or two where no single one helps
  std::uint64_t gained = 0;        // exact, above 0
};

struct MatchAnswer {
  std::uint64_t total = 0;  // exact: active records that pass all musts and filters
  // By score, then the newer, then the later stored.
  std::vector<MatchResult> results;
  std::vector<MatchRelaxation> relax;  // the most gained first
  std::uint64_t microseconds = 0;
  Sequence sequence = 0;  // of the snapshot that answered
};

// One row of the declared table (engine/match/criteria.cc).
struct CriterionInfo {
  Criterion criterion;
  std::string_view name;  // as in --must NAME, in URLs and in the message catalogues
  CriterionKind kind;     // where nothing else is set
  std::uint32_t weight;
  bool asked;   // takes part in how well the CV fills what the vacancy asks
  bool wished;  // takes part in how well the vacancy fills what the CV wishes
  bool may_be_must;
};
std::span<const CriterionInfo> criteria();
std::optional<Criterion> find_criterion(std::string_view name);

}  // namespace incontro
