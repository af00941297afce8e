#include "query/expansion.h"

namespace incontro {

std::vector<Expansion> expand(const ParsedQuery&) { return {}; }

}  // namespace incontro
