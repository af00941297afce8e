#include "handlers/pager.h"

#include <algorithm>

#include "handlers/search_state.h"

namespace incontro::server {
namespace {

constexpr std::size_t pages_around = 2;  // links on each side of the current page

}  // namespace

Pager make_pager(std::size_t page, std::uint64_t total, std::size_t most_pages, const Texts& texts,
                 const std::function<std::string(std::size_t)>& address) {
  Pager pager;
  const std::size_t last = std::clamp<std::size_t>(
      static_cast<std::size_t>((total + hits_per_page - 1) / hits_per_page), 1, most_pages);
  const std::size_t from = page > pages_around + 1 ? page - pages_around : 1;
  const std::size_t to = std::min(last, std::max(page + pages_around, from + 2 * pages_around));
  for (std::size_t n = from; n <= to; ++n) {
    const std::string number = texts.number(n);
    pager.pages.push_back(
        {number, address(n), texts.format("search.page", {{"number", number}}), n == page});
  }
  if (page > 1) pager.previous = address(page - 1);
  if (page < last) pager.next = address(page + 1);
  return pager;
}

}  // namespace incontro::server
