#pragma once

#include <incontro/result.h>
#include <xapian.h>

#include <string>

namespace incontro {

// The only place that knows Xapian's exceptions. `use` returns a Result.
template <class F>
auto guarded(F&& use) -> decltype(use()) {
  try {
    return use();
  } catch (const Xapian::DatabaseModifiedError& error) {
    return Error{Code::busy, error.get_description()};
  } catch (const Xapian::DatabaseLockError& error) {
    return Error{Code::busy, error.get_description()};
  } catch (const Xapian::DatabaseNotFoundError& error) {
    return Error{Code::not_found, error.get_description()};
  } catch (const Xapian::DocNotFoundError& error) {
    return Error{Code::not_found, error.get_description()};
  } catch (const Xapian::DatabaseCorruptError& error) {
    return Error{Code::corrupt, error.get_description()};
  } catch (const Xapian::DatabaseVersionError& error) {
    return Error{Code::corrupt, error.get_description()};
  } catch (const Xapian::Error& error) {
    return Error{Code::io, error.get_description()};
  }
}

}  // namespace incontro
