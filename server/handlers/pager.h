#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "pages/models.h"
#include "pages/texts.h"

namespace incontro::server {

// The links to the pages around `page` (from 1) of so many results, as far as page `most_pages`;
// `address` gives each its own.
Pager make_pager(std::size_t page, std::uint64_t total, std::size_t most_pages, const Texts& texts,
                 const std::function<std::string(std::size_t)>& address);

}  // namespace incontro::server
