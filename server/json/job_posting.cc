#include <incontro/places.h>
#include <incontro/privacy.h>

#include "json/parts.h"
#include "json/replies.h"

namespace incontro::json {
namespace {

// schema.org's kinds of employment; what has none is left out.
const char* employment_type(const Vacancy& vacancy) {
  if (vacancy.contract.value == "A01") return "TEMPORARY";
  if (vacancy.contract.value == "A03") return "INTERN";
  if (vacancy.contract.value == "A05") return "CONTRACTOR";
  if (vacancy.mode.value == "PT") return "PART_TIME";
  if (vacancy.contract.value == "A00" || vacancy.mode.value == "FT") return "FULL_TIME";
  return nullptr;
}

object typed(const char* type) { return {{"@type", type}}; }

object location_of(const PlaceCode& code) {
  const PlaceNames names = names_of(code.value);
  object address = typed("PostalAddress");
  if (!names.abroad) put(address, "addressLocality", names.place);
  put(address, "addressRegion", names.region);
  address["addressCountry"] = names.abroad ? text_of(names.place) : "IT";
  object out = typed("Place");
  out["address"] = std::move(address);
  return out;
}

object salary_of(const std::string& euro_a_year) {
  object amount = typed("QuantitativeValue");
  amount["value"] = std::strtoll(euro_a_year.c_str(), nullptr, 10);  // at most 9 digits
  amount["unitText"] = "YEAR";
  object out = typed("MonetaryAmount");
  out["currency"] = "EUR";
  out["value"] = std::move(amount);
  return out;
}

// JSON has another way to write the characters that end a <script> element.
std::string safe_in_script(const std::string& json) {
  std::string out;
  out.reserve(json.size());
  for (const char c : json) {
    if (c == '<')
      out += "\\u003c";
    else if (c == '>')
      out += "\\u003e";
    else if (c == '&')
      out += "\\u0026";
    else
      out += c;
  }
  return out;
}

}  // namespace

std::string job_posting(const View& view, std::string_view address) {
  const auto& vacancy = std::get<Vacancy>(view.record);
  object out;
  out["@context"] = "https://schema.org";
  out["@type"] = "JobPosting";
  put(out, "title", vacancy.title);
  put(out, "description", vacancy.description);
  put(out, "url", address);
  object identifier = typed("PropertyValue");
  identifier["value"] = vacancy.system.code;
  out["identifier"] = std::move(identifier);
  out["datePosted"] = format_date(view.validity.first);
  out["validThrough"] = format_date(view.validity.last);
  if (const char* type = employment_type(vacancy)) out["employmentType"] = type;
  object organization = typed("Organization");
  put(organization, "name",
      vacancy.employer.name.empty() ? vacancy.system.intermediary.name : vacancy.employer.name);
  out["hiringOrganization"] = std::move(organization);
  out["jobLocation"] = location_of(vacancy.workplace);
  out["totalJobOpenings"] = vacancy.positions;
  if (!vacancy.gross_salary.empty()) out["baseSalary"] = salary_of(vacancy.gross_salary);
  put(out, "qualifications", vacancy.other_requirements);
  put(out, "skills", vacancy.other_skills);
  return safe_in_script(boost::json::serialize(out));
}

}  // namespace incontro::json
