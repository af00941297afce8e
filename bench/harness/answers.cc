#include "harness/answers.h"

#include <boost/json.hpp>
#include <fstream>
#include <stdexcept>

#include "harness/give_up.h"

namespace incontro::bench {
namespace {

namespace json = boost::json;

json::object to_json(const Answered& one) {
  return {{"query", one.query},
          {"us", one.us},
          {"total", one.total},
          {"best", json::value_from(one.best)},
          {"facets", json::value_from(one.facets)}};
}

Answered from_json(const json::value& line) {
  Answered one;
  one.query = line.at("query").to_number<std::size_t>();
  one.us = line.at("us").to_number<double>();
  if (!(one.us > 0)) throw std::runtime_error("an answer that took no time");
  one.total = line.at("total").to_number<std::uint64_t>();
  for (const json::value& number : line.at("best").as_array())
    one.best.push_back(number.to_number<DocumentNumber>());
  for (const auto& [field, values] : line.at("facets").as_object()) {
    auto& counts = one.facets[std::string(field)];
    for (const auto& [code, count] : values.as_object())
      if (const auto n = count.to_number<std::uint64_t>(); n > 0) counts[std::string(code)] = n;
  }
  return one;
}

}  // namespace

Answered answered(std::size_t query, double us, const Answer& answer) {
  Answered one{query, us, answer.total, {}, {}};
  for (const Hit& hit : answer.hits) one.best.push_back(hit.number);
  for (const Facet& facet : answer.facets) {
    auto& counts = one.facets[facet.field];
    for (const FacetValue& value : facet.values)
      if (value.level == 0 && value.count > 0) counts[std::string(value.code)] = value.count;
  }
  return one;
}

void write_answers(std::span<const Answered> answers, const std::filesystem::path& file) {
  std::ofstream out(file, std::ios::binary);
  for (const Answered& one : answers) out << json::serialize(to_json(one)) << '\n';
  out.close();
  if (!out) give_up("{} cannot be written", file.string());
}

std::vector<Answered> read_answers(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) give_up("{} cannot be read", file.string());
  std::vector<Answered> answers;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    try {
      answers.push_back(from_json(json::parse(line)));
    } catch (const std::exception& failure) {
      give_up("{}, line {}: {}", file.string(), number, failure.what());
    }
  }
  return answers;
}

}  // namespace incontro::bench
