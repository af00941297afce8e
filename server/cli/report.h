#pragma once

#include <incontro/import.h>

namespace incontro::cli {

// The report on one archive, in Italian, on stdout: a summary, every refused file with all its
// findings, and the warnings, grouped by rule. `verbose`: every file and every warning.
void print_report(const ArchiveReport& report, bool verbose);

// The whole report on stdout, file by file: {"archive","formally_good","all_good","findings":[...],
// "files":[{"name","kind","schema","collection","code","title","fate","findings":[{"grade","rule",
// "line","element","reason"}],"more_findings"}]}. `kind`: cv, vacancy, message, unknown;
// `collection` is null for the last two.
void write_report_json(const ArchiveReport& report);

}  // namespace incontro::cli
