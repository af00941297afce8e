#pragma once

#include <incontro/lifecycle.h>

namespace incontro {

constexpr const char* name_of(State state) {
  switch (state) {
    case State::scheduled:
      return "scheduled";
    case State::active:
      return "active";
    case State::expired:
      return "expired";
    case State::withdrawn:
      return "withdrawn";
  }
  return "";
}

}  // namespace incontro
