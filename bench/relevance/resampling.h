#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace incontro::bench {

// What each query got, a row a setting of the parameters; all rows over the same queries.
using Settings = std::vector<std::vector<double>>;

struct CrossValidated {
  double low, mean, high;  // over the repetitions: the mean over all queries, each judged by the
                           // setting that was best without its tenth
};
// Ten times: the queries in ten random parts, and for each part the setting with the best mean over
// the other nine. REQUIRES: ten queries at least.
CrossValidated cross_validate(const Settings& settings);

// The 95 % bootstrap percentile interval of the mean, over 10,000 resamples (Efron 1979).
std::pair<double, double> bootstrap_interval(std::span<const double> values);

}  // namespace incontro::bench
