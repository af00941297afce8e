#pragma once

#include <string>
#include <string_view>

namespace incontro {

// The form of an Italian word that its stem is made from, so that a title's forms, feminine and
// masculine, one and many, meet in one stem where Snowball's rules (which take the endings of verbs
// off nouns) part them: direttrice is read as direttore, studentessa as studente, infermiere as
// infermieri, operai as operaio. Words that no rule concerns are given back as they are.
// REQUIRES: word is folded.
std::string italian_base(std::string_view word);

}  // namespace incontro
