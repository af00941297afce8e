#include <incontro/document.h>
#include <incontro/make_distinct.h>
#include <incontro/names.h>
#include <incontro/privacy.h>
#include <incontro/sections.h>
#include <incontro/skills.h>

#include <algorithm>
#include <unordered_map>

#include "privacy_list.h"
#include "word_list.h"

namespace incontro {
namespace {

template <class Entry, class Value>
std::vector<Entry> sorted(std::unordered_map<std::string, Value>&& values) {
  std::vector<Entry> entries;
  entries.reserve(values.size());
  while (!values.empty()) {
    auto node = values.extract(values.begin());
    entries.push_back({std::move(node.key()), std::move(node.mapped())});
  }
  return entries;
}

// Changes when other sections, weights or names are read from the same record, or when more or less
// of their texts is hidden.
constexpr std::uint32_t sections_version = 3;
// Changes when another profile is made of the same record.
constexpr std::uint32_t profiles_version = 1;

class Digest {
 public:
  void number(std::uint64_t value) {
    sum_ = (sum_ ^ value) * 0x9E3779B97F4A7C15u;
    sum_ ^= sum_ >> 29;
  }
  template <class... Values>
  void numbers(Values... values) {
    (number(static_cast<std::uint64_t>(values)), ...);
  }
  void text(std::string_view value) {
    number(value.size());
    for (const char c : value) sum_ = (sum_ ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  }
  void profile(const Profile& p);
  std::uint64_t sum() const { return sum_; }

 private:
  std::uint64_t sum_ = 0xCBF29CE484222325u;
};

void Digest::profile(const Profile& p) {
  number(p.availabilities.size());
  for (const Availability& a : p.availabilities)
    numbers(a.profession, a.contracts, a.modes, a.transfers, a.transport, a.experience);
  numbers(p.place, p.abroad, p.education, p.licences, p.certificates, p.registers, p.months_asked,
          p.salary);
  number(p.jobs.size());
  for (const JobSpan& job : p.jobs) numbers(job.profession, job.from, job.to);
  number(p.languages.size());
  for (const LanguageLevels& l : p.languages) numbers(l.language, l.read, l.written, l.spoken);
  number(p.skills.size());
  for (const CodeIndex skill : p.skills) number(skill);
}

}  // namespace

Document make_document(const Analyzer& analyzer, const Record& record, DocumentNumber number) {
  const Record visible = public_view(record);
  const SystemData& system = system_of(record);
  Document document;
  document.number = number;
  document.code = system.code;
  document.published = date_of(system.inserted);
  document.expires = system.expires;

  std::unordered_map<std::string, std::uint32_t> terms;
  std::unordered_map<std::string, std::vector<std::uint32_t>> words;
  std::vector<Token> tokens;
  std::vector<CodeIndex> skills;
  std::uint32_t position = 0;
  for (const Section& section : sections_of(visible)) {
    tokens.clear();
    position = analyze_section(analyzer, section.text, position, tokens) + section_gap;
    if (section.kind == SectionKind::title || section.kind == SectionKind::prose)
      skill_tagger().tag(section.text, tokens, skills);
    for (Token& token : tokens) {
      words[std::move(token.word)].push_back(token.position);
      if (token.stop) continue;
      std::uint32_t& weight = terms[std::move(token.term)];
      if (token.unscored) {
        // Found, but as seldom and little as can be, however often it stands there.
        weight = std::max(weight, 1u);
        continue;
      }
      weight += section.weight;
      document.length += section.weight;
      if (!token.foreign_term.empty()) terms[std::move(token.foreign_term)] += section.weight;
    }
  }
  document.terms = sorted<DocumentTerm>(std::move(terms));
  document.words = sorted<DocumentWord>(std::move(words));
  std::ranges::sort(document.terms, {}, &DocumentTerm::term);
  std::ranges::sort(document.words, {}, &DocumentWord::word);
  document.names = names_of(visible);

  make_distinct(skills);
  for (const Field& field : fields_of(collection_of(record))) {
    std::vector<CodeIndex>& values = document.values.emplace_back();
    if (field.tagged) {
      values = skills;
    } else if (field.dated()) {
      field.read_dated(record, document.dated);
    } else {
      field.read(record, values);
      make_distinct(values);
    }
  }
  std::ranges::sort(document.dated);
  document.profile = profile_of(visible, std::move(skills));
  return document;
}

std::uint64_t document_fingerprint() {
  Digest out;
  out.number(code_tables_fingerprint());
  out.number(skill_names_fingerprint());
  out.number(analyzer_version);
  out.number(sections_version);
  out.number(profiles_version);
  for (const char* const table :
       {"abbreviations_it.tsv", "language_trigrams.tsv", "letters.tsv", "spellings_it.tsv",
        "stopwords_de.txt", "stopwords_en.txt", "stopwords_fr.txt", "stopwords_it.txt"})
    out.text(word_list(table));
  for (const char* const table : {"cues.tsv", "letter_spellings.tsv"})
    out.text(privacy_list(table));
  return out.sum();
}

std::uint64_t digest(const Document& document) {
  Digest out;
  out.text(document.code);
  for (const DocumentTerm& term : document.terms) {
    out.text(term.term);
    out.number(term.weight);
  }
  for (const DocumentWord& word : document.words) {
    out.text(word.word);
    for (const std::uint32_t position : word.positions) out.number(position);
  }
  for (const std::string& name : document.names) out.text(name);
  for (const auto& values : document.values) {
    out.number(values.size());
    for (const CodeIndex value : values) out.number(value);
  }
  out.number(document.dated.size());
  for (const DatedValue& dated : document.dated)
    for (const std::uint16_t number : {dated.value, dated.from, dated.to}) out.number(number);
  out.profile(document.profile);
  out.number(static_cast<std::uint64_t>(document.published.time_since_epoch().count()));
  out.number(document.expires
                 ? static_cast<std::uint64_t>(document.expires->time_since_epoch().count())
                 : ~std::uint64_t{0});
  return out.sum();
}

}  // namespace incontro
