#include "xml/xml_guard.h"

#include <algorithm>

#include "xml/limits.h"

namespace incontro {
namespace {

class Scanner {
 public:
  Scanner(std::string_view text, Findings& findings) : text_(text), findings_(findings) {}

  bool scan() {
    while ((at_ = text_.find_first_of("<&", at_)) != std::string_view::npos) {
      if (!(text_[at_] == '&' ? reference() : markup())) return false;
    }
    return true;
  }

 private:
  bool refuse(const char* rule, const char* reason) {
    const auto end = text_.begin() + static_cast<std::ptrdiff_t>(std::min(at_, text_.size()));
    const auto line = 1 + std::count(text_.begin(), end, '\n');
    findings_.push_back({Grade::blocking, rule, static_cast<std::size_t>(line), "", reason});
    return false;
  }

  bool ahead(std::string_view what) const { return text_.substr(at_, what.size()) == what; }

  // Past the next `end`, or to the end of the text: the parser will say what is missing there.
  bool skip_past(std::size_t prefix, std::string_view end) {
    const std::size_t found = text_.find(end, at_ + prefix);
    at_ = found == std::string_view::npos ? text_.size() : found + end.size();
    return true;
  }

  bool reference() {
    for (const std::string_view known : {"&#", "&amp;", "&lt;", "&gt;", "&quot;", "&apos;"})
      if (ahead(known)) {
        ++at_;
        return true;
      }
    return refuse("xml.entity",
                  "Il file usa un'entità non ammessa, oppure una & che va scritta &amp;. Sono "
                  "ammesse solo &lt; &gt; &amp; &quot; &apos;.");
  }

  bool markup() {
    if (ahead("<!--")) return skip_past(4, "-->");
    if (ahead("<![CDATA[")) return skip_past(9, "]]>");
    if (ahead("<?")) return skip_past(2, "?>");
    if (ahead("<!"))
      return refuse("xml.doctype",
                    "Il file contiene una dichiarazione DOCTYPE o di entità: va tolta.");
    if (ahead("</")) {
      if (depth_ > 0) --depth_;
      return skip_past(2, ">");
    }
    return start_tag();
  }

  bool start_tag() {
    if (++elements_ > element_limit) return refuse("xml.elements", "Il file ha troppi elementi.");
    const std::size_t start = at_;
    std::size_t attributes = 0;
    char quote = '\0';
    for (++at_; at_ < text_.size(); ++at_) {
      if (at_ - start > start_tag_limit_bytes)
        return refuse("xml.start-tag", "Un'etichetta di apertura supera i 64 KiB.");
      const char c = text_[at_];
      if (quote != '\0') {
        if (c == quote) quote = '\0';
        if (c == '&' && !reference_in_value()) return false;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '=') {
        if (++attributes > attribute_limit)
          return refuse("xml.attributes", "Un elemento ha più di 64 attributi.");
      } else if (c == '>') {
        if (text_[at_ - 1] != '/' && ++depth_ > depth_limit)
          return refuse("xml.depth", "Gli elementi sono annidati oltre 64 livelli.");
        ++at_;
        return true;
      }
    }
    return true;
  }

  bool reference_in_value() {
    const std::size_t here = at_;
    const bool good = reference();
    if (good) at_ = here;
    return good;
  }

  std::string_view text_;
  Findings& findings_;
  std::size_t at_ = 0;
  std::size_t elements_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace

bool passes_guard(std::string_view text, Findings& findings) {
  return Scanner(text, findings).scan();
}

}  // namespace incontro
