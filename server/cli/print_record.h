#pragma once

#include <incontro/answer.h>

namespace incontro::cli {

// What anybody may see of a record, in Italian, on stdout: one line a stated field, with the labels
// of its codes.
void print_record(const View& view);

// The state in Italian: attivo, scaduto ...
const char* state_label(State state);

}  // namespace incontro::cli
