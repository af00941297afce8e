#pragma once

#include <incontro/answer.h>
#include <incontro/match.h>
#include <incontro/professions.h>
#include <incontro/saved_searches.h>
#include <incontro/suggest.h>

#include <span>
#include <string>

namespace incontro {

// Answers as JSON (UTF-8, one line, keys always in the same order), as /api/v1 and `--json` give
// them. Only what is in the views: nothing is looked up that privacy.h took away. Text that is not
// stated is left out.
//
// {"total": 2, "literal"?, "hits": [{"code", "score", "literal"?, "title", "published", "expires",
//  "state", "profession": {"code", "label"}, "place": {"code", "label", "province", "region"},
//  ...}], "facets": {FIELD: [{"code", "label", "count", "parent"?, "selected"?}]},
//  "did_you_mean"?: {"text", "count"}, "filters"?: [{"field", "code", "label", "words"?, "count"}],
//  "microseconds": 120, "sequence": 7}
// "literal" tells of hits by synonyms, where there are any: how many of the total are none, and
// that a hit is one (false).
//
// Where the query asked for them, a hit has "highlights": {"title": PIECES, "passage": PIECES}, the
// text in order as [{"text": "Cerchiamo un "}, {"text": "cuoco", "marked": true}, ...]: no offsets,
// which every language counts in other units. The text is not HTML: whoever shows it escapes it.
//
// "did_you_mean" is the text with words put right. "filters" are what words of the text name: to
// take one is to filter by field and code and to search for "words", what remains of the text.
std::string to_json(const Answer& answer, const SearchHelp& help = {});

// One record with all its public fields, nested plainly.
std::string to_json(const View& view);

// {"professions": [{"code", "label", "score", "title", "exact"}]}: `title` is what was found, the
// label of the code or another name for it.
std::string to_json(std::span<const ProfessionHit> hits);

// {"suggestions": [{"kind": "profession", "text", "field"?, "code"?, "words"?, "count"}]}: to
// choose one is to filter by field and code, or to search for the words.
std::string to_json(std::span<const Suggestion> suggestions);

enum class ReasonLanguage : std::uint8_t { italian, english };

// {"total": 12, "results": [{"code", "score": 0.831250, "reciprocal": 0.790000, "title",
//  "published", ... as a hit has them, "availability": 0, "past_work"?: {"code", "label"},
//  "criteria": [{"name", "kind": "must|preferred|ignored", "weight", "score": 0.8312,
//  "contribution": 0.120000, "evidence", "missing", "text"}]}], "relax": [{"dropped": ["licence"],
//  "gained": 7}], "microseconds", "sequence"}
// Scores are written digit for digit: as decimals, the contributions add up to the score exactly.
// "availability" counts the wanted jobs of the CV from 0; a CV's title, profession, contracts and
// modes are those of that job. Where it is of another class than the one offered and a job done is
// of the same, that is "past_work", and a CV's title says so. Of a reason nothing is left out: what
// it does not say is "".
std::string to_json(const MatchAnswer& answer, ReasonLanguage language);

// {"searches": [{"number", "owner", "name"?, "saved", "query": {"collection", "text"?, "synonyms"?,
//  "where"?: {FIELD: [CODE]}, "near"?: {"place", "km"}, "sort", "state"}}]}, or instead of the
//  query
// "match": {"cv" or "vacancy": CODE, "least": 0.7}.
std::string to_json(std::span<const SavedSearch> searches);

// {"notices": [{"number", "search", "collection", "code", "sequence", "score"?}]}: the score is a
// match's, from 0 to 1.
std::string to_json(std::span<const Notice> notices);

}  // namespace incontro
