#pragma once

#include <string>
#include <string_view>

namespace incontro {

std::string lower_ascii(std::string_view text);

// Older Windows tools separate folders by backslashes; everybody else by slashes.
std::string with_slashes(std::string_view name);
// Where unpacking puts the file: two names of one place are one file, on a disk without cases too.
// `name` has slashes only.
std::string place_of_name(std::string_view name);

// `name` has slashes only. Why a name inside an archive is refused, in Italian; null for a good
// one. Names are never used as paths; those that try to be are refused all the same, since somebody
// else's tool may.
const char* objection_to_name(std::string_view name);

bool is_xml_name(std::string_view name);      // ends in .xml, whatever the case
bool is_archive_name(std::string_view name);  // .zip, .jar, .7z ...
bool is_archive_content(std::string_view bytes);

// The name with control, bidirectional and ill-formed characters written as escapes.
std::string printable_name(std::string_view name);

}  // namespace incontro
