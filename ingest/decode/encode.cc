#include <incontro/export.h>

#include "decode/field_writer.h"
#include "decode/shape_cv.h"
#include "decode/shape_vacancy.h"

namespace incontro {

std::string to_xml(const Cv& cv) {
  FieldWriter writer("Candidatura", "http://servizi.lavoro.gov.it/candidatura");
  shape_cv(writer, cv);
  return writer.finish();
}

std::string to_xml(const Vacancy& vacancy) {
  FieldWriter writer("Vacancy", "http://servizi.lavoro.gov.it/vacancy");
  shape_vacancy(writer, vacancy);
  return writer.finish();
}

std::string to_xml(const Record& record) {
  return std::visit([](const auto& r) { return to_xml(r); }, record);
}

}  // namespace incontro
