#include "privacy/address_signs.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"
#include "text/fold.h"

namespace incontro {
namespace {

struct Name {
  std::string_view word;
  AddressSign sign;
};

// Words that say a sign.
constexpr std::array<Name, 13> names = {{{"chiocciola", AddressSign::at_word},
                                         {"chiocciolina", AddressSign::at_word},
                                         {"chioccola", AddressSign::at_word},
                                         {"arroba", AddressSign::at_word},
                                         {"at", AddressSign::at_in_passing},
                                         {"et", AddressSign::at_in_passing},
                                         {"punto", AddressSign::dot_word},
                                         {"dot", AddressSign::dot_word},
                                         {"point", AddressSign::dot_word},
                                         {"trattino", AddressSign::line},
                                         {"underscore", AddressSign::line},
                                         {"dash", AddressSign::line},
                                         {"meno", AddressSign::line}}};

struct Written {
  std::string_view sign;
  AddressSign means;
};
constexpr std::array<Written, 9> signs = {{{"@", AddressSign::at},
                                           {"＠", AddressSign::at},
                                           {"﹫", AddressSign::at},
                                           {".", AddressSign::dot},
                                           {"．", AddressSign::dot},
                                           {"。", AddressSign::dot},
                                           {"-", AddressSign::line},
                                           {"_", AddressSign::line},
                                           {"+", AddressSign::line}}};

AddressSign sign_of_word(std::string_view folded) {
  const auto* const found = std::ranges::find(names, folded, &Name::word);
  return found == names.end() ? AddressSign::word : found->sign;
}

const Written* written_sign(std::string_view text) {
  const auto* const found =
      std::ranges::find_if(signs, [&](const Written& one) { return text.starts_with(one.sign); });
  return found == signs.end() ? nullptr : found;
}

// [at], ( dot ), {@}, <punto>: bytes up to the closing bracket, 0 where none says a sign.
std::size_t bracketed(std::string_view text, AddressSign& sign) {
  constexpr std::size_t longest = 16;
  constexpr std::string_view opening = "[({<", closing = "])}>";
  const auto bracket = opening.find(text[0]);
  if (bracket == std::string_view::npos) return 0;
  const auto end = text.substr(0, longest).find(closing[bracket]);
  if (end == std::string_view::npos) return 0;
  std::string inside = fold_text(text.substr(1, end - 1));
  std::erase(inside, ' ');
  const Written* const one = written_sign(inside);
  if (inside == "a") {  // of a list, too: (a) this, (b) that
    sign = AddressSign::at_in_passing;
    return end + 1;
  }
  const AddressSign said =
      one && one->sign.size() == inside.size() ? one->means : sign_of_word(inside);
  if (said == AddressSign::word) return 0;
  sign = said == AddressSign::dot_word ? AddressSign::dot
         : said == AddressSign::line   ? AddressSign::line
         : said == AddressSign::dot    ? AddressSign::dot
                                       : AddressSign::at_word;
  return end + 1;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::vector<AddressPiece> read() {
    while (at_ < text_.size()) next();
    return std::move(pieces_);
  }

 private:
  void next() {
    if (is_space(text_[at_])) {
      space_ = true;
      ++at_;
      return;
    }
    const std::string_view rest = text_.substr(at_);
    AddressSign sign = AddressSign::other;
    if (const std::size_t bytes = word_bytes(); bytes > 0) return add_word(bytes);
    if (const std::size_t bytes = bracketed(rest, sign); bytes > 0) return add(sign, bytes);
    if (const Written* const one = written_sign(rest)) return add(one->means, one->sign.size());
    std::size_t bytes = 1;
    while (bytes < rest.size() && (static_cast<unsigned char>(rest[bytes]) & 0xC0) == 0x80) ++bytes;
    add(AddressSign::other, bytes);
  }

  std::size_t word_bytes() const {
    std::size_t end = at_;
    for (std::size_t n = 1; end < text_.size() && n > 0; end += n) n = word_character(text_, end);
    return end - at_;
  }

  void add_word(std::size_t bytes) {
    std::string folded = fold_text(text_.substr(at_, bytes));
    add(sign_of_word(folded), bytes);
    pieces_.back().folded = std::move(folded);
  }

  void add(AddressSign sign, std::size_t bytes) {
    pieces_.push_back({sign, {at_, at_ + bytes}, space_, {}});
    space_ = false;
    at_ += bytes;
  }

  const std::string_view text_;
  std::size_t at_ = 0;
  bool space_ = true;
  std::vector<AddressPiece> pieces_;
};

}  // namespace

std::vector<AddressPiece> address_pieces(std::string_view text) { return Reader(text).read(); }

}  // namespace incontro
