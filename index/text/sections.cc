#include <incontro/language.h>
#include <incontro/privacy.h>
#include <incontro/sections.h>

namespace incontro {
namespace {

// How much a word counts by where it stands. A title names the job in the employer's words, the
// official name of the profession repeats it for everybody; skills decide more than prose.
constexpr std::uint32_t in_title = 5, in_past_title = 3, in_profession = 2, in_skills = 2,
                        in_name = 2, in_prose = 1, in_label = 1;

class Sections {
 public:
  void add(std::string_view text, std::uint32_t weight, SectionKind kind = SectionKind::prose) {
    if (!text.empty()) sections_.push_back({text, weight, kind});
  }
  template <Table T>
  void add_label(const CodeOf<T>& code, std::uint32_t weight) {
    if (const auto row = code_table(T).find(code.value))
      add(code_table(T).row(*row).label, weight, SectionKind::label);
  }
  // The comune and what it lies in, in every language that its signs have.
  void add_place(const PlaceCode& place) {
    const CodeTable& table = code_table(Table::territory);
    for (auto row = table.find(place.value); row && *row != no_code; row = table.row(*row).parent) {
      add(table.row(*row).label, in_label, SectionKind::label);
      add(table.extra(*row, "name_other"), in_label, SectionKind::label);
    }
  }
  std::vector<Section> take() && { return std::move(sections_); }

 private:
  std::vector<Section> sections_;
};

std::vector<Section> of(const Vacancy& v) {
  Sections s;
  s.add(v.title, in_title, SectionKind::title);
  s.add_label(v.profession, in_profession);
  s.add(v.description, in_prose);
  s.add(v.experience, in_prose);
  for (const Education& education : v.education) {
    s.add_label(education.level, in_label);
    s.add(education.title, in_prose);
  }
  s.add_label(v.professional_register, in_label);
  for (const LanguageSkill& skill : v.languages) s.add_label(skill.language, in_label);
  s.add(v.it_skills, in_skills);
  s.add(v.other_skills, in_prose);
  for (const LicenceCode& licence : v.licences) s.add_label(licence, in_label);
  for (const CertificateCode& certificate : v.certificates) s.add_label(certificate, in_label);
  s.add(v.other_requirements, in_prose);
  s.add_place(v.workplace);
  s.add_label(v.contract, in_label);
  s.add_label(v.mode, in_label);
  s.add(v.other_conditions, in_prose);
  s.add(v.employer.name, in_name, SectionKind::name);
  s.add_label(v.employer.sector, in_label);
  return std::move(s).take();
}

std::vector<Section> of(const Cv& cv) {
  Sections s;
  for (const WantedJob& job : cv.wanted) {
    s.add(job.title, in_title, SectionKind::title);
    s.add_label(job.profession, in_profession);
    s.add(job.description, in_prose);
    s.add(job.experience, in_prose);
  }
  for (const Job& job : cv.jobs) {
    s.add(job.title, in_past_title, SectionKind::title);
    s.add_label(job.profession, in_label);
    s.add(job.duties, in_prose);
    s.add(job.employer, in_prose, SectionKind::name);
  }
  for (const Education& education : cv.education) {
    s.add_label(education.level, in_label);
    s.add(education.title, in_prose);
  }
  for (const Training& training : cv.training) {
    s.add(training.title, in_prose);
    s.add(training.qualification, in_prose);
  }
  for (const LanguageSkill& skill : cv.languages) s.add_label(skill.language, in_label);
  s.add(cv.it_skills, in_skills);
  s.add(cv.it_details, in_skills);
  for (const RegisterCode& entry : cv.registers) s.add_label(entry, in_label);
  for (const LicenceCode& licence : cv.licences) s.add_label(licence, in_label);
  for (const CertificateCode& certificate : cv.certificates) s.add_label(certificate, in_label);
  s.add_place(cv.person.home);
  return std::move(s).take();
}

// Calls `analyze` with the text between the marks and the position of its first word; it returns
// the position after the last.
template <class Analyze>
std::uint32_t between_marks(std::string_view text, std::uint32_t position, Analyze&& analyze) {
  for (;;) {
    const auto mark = text.find(redaction_mark);
    position = analyze(text.substr(0, mark), position);
    if (mark == std::string_view::npos) return position;
    text.remove_prefix(mark + redaction_mark.size());
    position += section_gap;
  }
}

}  // namespace

std::vector<Section> sections_of(const Record& record) {
  return std::visit([](const auto& r) { return of(r); }, record);
}

std::uint32_t analyze_section(const Analyzer& analyzer, std::string_view text, std::uint32_t first,
                              std::vector<Token>& tokens) {
  const Language language = detect_language(text);
  return between_marks(text, first, [&](std::string_view part, std::uint32_t position) {
    return analyzer.analyze(part, position, tokens, language);
  });
}

std::uint32_t analyze_section(const Analyzer& analyzer, std::string_view text, std::uint32_t first,
                              std::vector<Token>& tokens, std::vector<TextSpan>& spans) {
  const Language language = detect_language(text);
  return between_marks(text, first, [&](std::string_view part, std::uint32_t position) {
    const std::size_t before = spans.size();
    const std::uint32_t next = analyzer.analyze(part, position, tokens, spans, language);
    const auto offset = static_cast<std::uint32_t>(part.data() - text.data());
    for (std::size_t i = before; i < spans.size(); ++i)
      spans[i] = {spans[i].begin + offset, spans[i].end + offset};
    return next;
  });
}

}  // namespace incontro
