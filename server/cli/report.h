#pragma once

#include <incontro/import.h>

#include <boost/json/value.hpp>

namespace incontro::cli {

// The report on one archive, in Italian, on stdout: a summary, every refused file with all its
// findings, and the warnings, grouped by rule. `verbose`: every file and every warning.
void print_report(const ArchiveReport& report, bool verbose);

// The whole report: {"archive","formally_good","all_good","findings":[...],"files":[{"name",
// "schema","collection","code","title","fate","findings":[{"grade","rule","line","element",
// "reason"}]}]}
boost::json::value report_json(const ArchiveReport& report);

}  // namespace incontro::cli
