#pragma once

#include <cstdint>
#include <string_view>

namespace incontro {

// Lists of words that tell what the words beside them are: data/privacy/cues.tsv, folded.
enum class Cue : std::uint8_t {
  tld,              // ends the name of a host: it, com
  path_tld,         // is an ordinary word too, and ends a host only before a path: t.me/somebody
  known_host,       // a tool's or a shop's name, and nobody's site: booking.com
  provider,         // gives mailboxes to anybody: gmail
  network,          // where people have handles: linkedin
  account,          // says that a handle follows: profilo
  level,            // says how well somebody knows a network, and is no handle: buono
  software_handle,  // stands after @ in programs: override
  mailbox,          // too common in mailboxes to tell whose they are: info
  street,           // via, vle
  house_number,     // n, civico
  particle,         // opens a surname of several words: de, lo
  introduction,     // a name follows: chiamo, signora
  abbreviation,     // two letters with dots that are nobody's initials: P.A.
};

// Any thread.
bool is_cue(Cue cue, std::string_view folded);

}  // namespace incontro
