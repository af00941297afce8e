#include "text/stem.h"

#include <xapian.h>

namespace incontro {

std::string stem(Language language, const std::string& word) {
  thread_local const Xapian::Stem stemmers[] = {Xapian::Stem("italian"), Xapian::Stem("english"),
                                                Xapian::Stem("french"), Xapian::Stem("german")};
  return stemmers[static_cast<std::size_t>(language)](word);
}

}  // namespace incontro
