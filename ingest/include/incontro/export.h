#pragma once

#include <incontro/record.h>

#include <string>

namespace incontro {

// The record as an official message, UTF-8: a Candidatura Rev.038; a Ricerca personale Rev.064
// where open_to_non_eu is stated, else Rev.038. check_file() gives the same record back.
std::string to_xml(const Cv& cv);
std::string to_xml(const Vacancy& vacancy);
std::string to_xml(const Record& record);

}  // namespace incontro
