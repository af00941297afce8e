#include "xml/encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace incontro {
namespace {

enum class Charset { utf8, utf16, ascii, latin1, latin9, windows1252 };

struct CharsetName {
  std::string_view name;  // lower case
  Charset charset;
};
constexpr CharsetName charset_names[] = {
    {"utf-8", Charset::utf8},         {"utf8", Charset::utf8},
    {"us-ascii", Charset::ascii},     {"ascii", Charset::ascii},
    {"iso-8859-1", Charset::latin1},  {"iso8859-1", Charset::latin1},
    {"latin1", Charset::latin1},      {"iso-8859-15", Charset::latin9},
    {"iso8859-15", Charset::latin9},  {"windows-1252", Charset::windows1252},
    {"cp1252", Charset::windows1252},
};

// 0x80 to 0x9F of windows-1252; 0 where the code page has no character.
constexpr std::array<char16_t, 32> windows1252_high = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t latin9(unsigned char c) {
  switch (c) {
    case 0xA4:
      return 0x20AC;
    case 0xA6:
      return 0x0160;
    case 0xA8:
      return 0x0161;
    case 0xB4:
      return 0x017D;
    case 0xB8:
      return 0x017E;
    case 0xBC:
      return 0x0152;
    case 0xBD:
      return 0x0153;
    case 0xBE:
      return 0x0178;
    default:
      return c;
  }
}

void append_utf8(char32_t c, std::string& out) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::size_t line_at(std::string_view text, std::size_t offset) {
  return 1 + static_cast<std::size_t>(std::count(
                 text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

void refuse(Findings& findings, const char* rule, std::size_t line, std::string reason) {
  findings.push_back({Grade::blocking, rule, line, "", std::move(reason)});
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// The declaration, read by its grammar: <?xml version="1.0" [encoding="..."] [standalone="..."] ?>
struct Declaration {
  std::size_t length = 0;  // 0: there is none
  std::string version;
  std::string encoding;  // lower case; empty: not stated
  bool well_formed = true;
};

class DeclarationReader {
 public:
  explicit DeclarationReader(std::string_view text) : text_(text) {}

  Declaration read() {
    Declaration result;
    if (text_.substr(0, 5) != "<?xml" || text_.size() < 6 || !is_blank(text_[5])) return result;
    at_ = 5;
    std::string value;
    result.well_formed = attribute("version", result.version);
    if (attribute("encoding", value)) {
      std::transform(value.begin(), value.end(), value.begin(),
                     [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
      result.encoding = value;
      if (value.empty()) result.well_formed = false;
    }
    if (attribute("standalone", value) && value != "yes" && value != "no")
      result.well_formed = false;
    skip_blanks();
    if (text_.substr(at_, 2) != "?>") result.well_formed = false;
    result.length = at_ + 2;
    return result;
  }

 private:
  bool skip_blanks() {
    const std::size_t start = at_;
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
    return at_ > start;
  }
  bool attribute(std::string_view name, std::string& value) {
    const std::size_t start = at_;
    if (skip_blanks() && text_.substr(at_, name.size()) == name) {
      at_ += name.size();
      skip_blanks();
      if (at_ < text_.size() && text_[at_] == '=') {
        ++at_;
        skip_blanks();
        const char quote = at_ < text_.size() ? text_[at_] : '\0';
        const std::size_t end = text_.find(quote, at_ + 1);
        if ((quote == '"' || quote == '\'') && end != std::string_view::npos && end - at_ < 64) {
          value = text_.substr(at_ + 1, end - at_ - 1);
          at_ = end + 1;
          return true;
        }
      }
    }
    at_ = start;
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

// UTF-16 after its byte order mark; empty value where a surrogate stands alone.
std::optional<std::string> from_utf16(std::string_view bytes, bool big_endian) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  const auto unit = [&](std::size_t i) {
    const auto a = static_cast<unsigned char>(bytes[i]);
    const auto b = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big_endian ? a << 8 | b : b << 8 | a);
  };
  std::string out;
  out.reserve(bytes.size() / 2 + 16);
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xD800 && c < 0xE000) {
      if (c >= 0xDC00 || i + 2 >= bytes.size()) return std::nullopt;
      const char32_t low = unit(i + 2);
      if (low < 0xDC00 || low >= 0xE000) return std::nullopt;
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      i += 2;
    }
    append_utf8(c, out);
  }
  return out;
}

std::optional<std::string> from_bytes(std::string_view bytes, Charset charset) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char raw : bytes) {
    const auto c = static_cast<unsigned char>(raw);
    if (c < 0x80) {
      out += raw;
    } else if (charset == Charset::ascii) {
      return std::nullopt;
    } else if (charset == Charset::windows1252 && c < 0xA0) {
      if (windows1252_high[c - 0x80] == 0) return std::nullopt;
      append_utf8(windows1252_high[c - 0x80], out);
    } else {
      append_utf8(charset == Charset::latin9 ? latin9(c) : c, out);
    }
  }
  return out;
}

void blank_out(std::string& text, std::size_t length) {
  for (std::size_t i = 0; i < length && i < text.size(); ++i)
    if (text[i] != '\n' && text[i] != '\r') text[i] = ' ';
}

// Bytes 0x80 to 0x9F are controls in ISO-8859-1, which XML has no use for: what declares it and has
// them was written on Windows.
bool has_windows_bytes(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(),
                     [](char c) { return (static_cast<unsigned char>(c) & 0xE0) == 0x80; });
}

constexpr const char* accepted_encodings =
    "La codifica dei caratteri non è ammessa: salvare il file in UTF-8 (si accettano anche "
    "ISO-8859-1, ISO-8859-15, windows-1252 e UTF-16 con BOM).";

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

// The first character that XML 1.0 forbids, or that would make a parser think of another encoding;
// npos where there is none. REQUIRES: UTF-8.
std::size_t first_forbidden(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c >= 0x20 && c < 0xEF) continue;
    if (c == 0xEF) {  // U+FEFF, U+FFFE, U+FFFF
      const std::string_view three = text.substr(at, 3);
      if (three == utf8_mark || three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") return at;
    } else if (c < 0x20 && !is_blank(text[at])) {
      return at;
    }
  }
  return std::string_view::npos;
}

class Decoder {
 public:
  Decoder(std::string_view bytes, Findings& findings) : bytes_(bytes), findings_(findings) {}

  std::optional<std::string> decode() {
    if (!take_mark()) return std::nullopt;
    if (mark_ == Charset::utf16 && !decode_utf16()) return std::nullopt;
    const std::string_view written = mark_ == Charset::utf16 ? std::string_view(text_) : bytes_;
    const Declaration declaration = DeclarationReader(written).read();
    if (!agrees(declaration)) return std::nullopt;
    if (mark_ != Charset::utf16 && !decode_bytes()) return std::nullopt;
    if (!has_allowed_characters()) return std::nullopt;
    blank_out(text_, declaration.length);
    return std::move(text_);
  }

 private:
  bool refused(const char* rule, std::size_t line, std::string reason) {
    refuse(findings_, rule, line, std::move(reason));
    return false;
  }
  bool starts(std::string_view prefix) const { return bytes_.substr(0, prefix.size()) == prefix; }

  // The byte order mark, which is no part of the text.
  bool take_mark() {
    using namespace std::string_view_literals;
    if (starts("\xFF\xFE\0\0"sv) || starts("\0\0\xFE\xFF"sv) || starts("\x4C\x6F\xA7\x94"sv))
      return refused("xml.encoding", 1, accepted_encodings);  // UTF-32, EBCDIC
    if (starts("<\0"sv) || starts("\0"sv))
      return refused(
          "xml.encoding", 1,
          "Il file contiene caratteri nulli: forse è UTF-16 o UTF-32 senza BOM. Salvarlo "
          "in UTF-8.");
    if (starts("\xFF\xFE"sv) || starts("\xFE\xFF"sv)) {
      mark_ = Charset::utf16;
      big_endian_ = starts("\xFE"sv);
      bytes_.remove_prefix(2);
    } else if (starts(utf8_mark)) {
      mark_ = Charset::utf8;
      bytes_.remove_prefix(utf8_mark.size());
    }
    return true;
  }

  bool decode_utf16() {
    auto decoded = from_utf16(bytes_, big_endian_);
    if (!decoded) return refused("xml.encoding", 1, "Il file non è UTF-16 ben formato.");
    text_ = std::move(*decoded);
    return true;
  }

  // What the document says of itself, and whether the mark says the same.
  bool agrees(const Declaration& declaration) {
    if (!declaration.well_formed)
      return refused("xml.declaration", 1,
                     "La dichiarazione XML iniziale non è scritta correttamente: si attende ad "
                     "esempio <?xml version=\"1.0\" encoding=\"UTF-8\"?>.");
    if (declaration.length > 0 && declaration.version != "1.0")
      return refused("xml.declaration", 1,
                     "È ammesso solo XML 1.0: scrivere version=\"1.0\" nella dichiarazione.");
    const std::string& name = declaration.encoding;
    if (mark_ == Charset::utf16) {
      const bool same =
          name.empty() || name == "utf-16" || name == (big_endian_ ? "utf-16be" : "utf-16le");
      return same || refused("xml.encoding", 1, "Il file è UTF-16 ma dichiara un'altra codifica.");
    }
    const auto known = std::find_if(std::begin(charset_names), std::end(charset_names),
                                    [&](const CharsetName& row) { return row.name == name; });
    if (!name.empty() && known == std::end(charset_names))
      return refused("xml.encoding", 1, accepted_encodings);
    charset_ = name.empty() ? Charset::utf8 : known->charset;
    if (mark_ && charset_ != Charset::utf8)
      return refused("xml.encoding", 1,
                     "Il file ha il BOM di UTF-8 ma dichiara un'altra codifica.");
    return true;
  }

  bool decode_bytes() {
    if (charset_ == Charset::utf8) {
      const std::size_t bad = first_bad_utf8(bytes_);
      if (bad != std::string_view::npos)
        return refused("xml.encoding", line_at(bytes_, bad),
                       "Il testo non è UTF-8 ben formato: salvare il file in UTF-8 o dichiarare la "
                       "codifica usata.");
      text_ = bytes_;
      return true;
    }
    if (charset_ == Charset::latin1 && has_windows_bytes(bytes_)) {
      charset_ = Charset::windows1252;
      findings_.push_back({Grade::warning, "xml.windows-bytes", 1, "",
                           "Il file dichiara ISO-8859-1 ma contiene caratteri di Windows: è stato "
                           "letto come windows-1252. Conviene dichiarare windows-1252 o UTF-8."});
    }
    auto decoded = from_bytes(bytes_, charset_);
    if (!decoded)
      return refused("xml.encoding", 1,
                     "Il file contiene byte che non esistono nella codifica dichiarata.");
    text_ = std::move(*decoded);
    return true;
  }

  bool has_allowed_characters() {
    const std::size_t at = first_forbidden(text_);
    if (at == std::string::npos) return true;
    const std::size_t line = line_at(text_, at);
    if (text_[at] == '\0')
      return refused(
          "xml.encoding", line,
          "Il file contiene caratteri nulli: forse è in parte UTF-16. Salvarlo in UTF-8.");
    if (text_.compare(at, utf8_mark.size(), utf8_mark) == 0)
      return refused("xml.encoding", line,
                     "Il file contiene un BOM (U+FEFF) dentro il testo: può stare solo all'inizio, "
                     "e una volta sola.");
    return refused("xml.malformed", line, "Il file contiene un carattere non ammesso in XML.");
  }

  std::string_view bytes_;
  Findings& findings_;
  std::optional<Charset> mark_;
  bool big_endian_ = false;
  Charset charset_ = Charset::utf8;
  std::string text_;
};

}  // namespace

std::size_t first_bad_utf8(std::string_view text) {
  const auto* s = reinterpret_cast<const unsigned char*>(text.data());
  const std::size_t n = text.size();
  std::size_t i = 0;
  while (i < n) {
    std::uint64_t eight;
    while (i + 8 <= n) {
      std::memcpy(&eight, s + i, 8);
      if (eight & 0x8080808080808080u) break;
      i += 8;
    }
    if (i >= n) break;
    const unsigned char c = s[i];
    if (c < 0x80) {
      ++i;
      continue;
    }
    const std::size_t length = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
    if (c < 0xC2 || c > 0xF4 || i + length > n) return i;
    for (std::size_t k = 1; k < length; ++k)
      if ((s[i + k] & 0xC0) != 0x80) return i;
    const unsigned char d = s[i + 1];
    if ((c == 0xE0 && d < 0xA0) || (c == 0xED && d > 0x9F) || (c == 0xF0 && d < 0x90) ||
        (c == 0xF4 && d > 0x8F))
      return i;
    i += length;
  }
  return std::string_view::npos;
}

std::optional<std::string> decode_to_utf8(std::string_view bytes, Findings& findings) {
  return Decoder(bytes, findings).decode();
}

}  // namespace incontro
