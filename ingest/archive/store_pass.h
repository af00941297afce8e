#pragma once

#include <incontro/import.h>

#include "archive/archive_check.h"

namespace incontro {

// The second pass: reads each record again, in order, and puts it into the store. Each entry is
// fully checked again, so that nothing gets past the check by changing in between.
// REQUIRES: the archive is formally good.
void store_archive(OpenArchive& archive, CheckedArchive& checked, Store& store,
                   const Progress& progress);

}  // namespace incontro
