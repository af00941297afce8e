#include "match/criteria.h"
#include "match/experience_score.h"
#include "match/explain.h"
#include "match/profession_score.h"
#include "match/profession_similarity.h"
#include "match/reason_texts.h"

namespace incontro {
namespace {

struct ProfessionTexts {
  Text same, related, other;
};
constexpr ProfessionTexts wants{reasons::wants_same, reasons::wants_related, reasons::wants_other};
constexpr ProfessionTexts did{reasons::did_same, reasons::did_related, reasons::did_other};

std::string months(Tongue tongue, unsigned number) {
  return number == 1 ? say(tongue, reasons::month) : say(tongue, reasons::months, number);
}

}  // namespace

Reason explain_profession(const Explained& pair) {
  const CodeIndex offered = offered_job(pair.vacancy).profession;
  const BestJob job = best_job(pair.cv.jobs, offered);
  const bool by_wish =
      job.profession == no_code ||
      (pair.wanted.profession != no_code &&
       profession_similarity(pair.wanted.profession, offered) >= done_share(job.similarity));
  const CodeIndex profession = by_wish ? pair.wanted.profession : job.profession;
  const std::string label = label_of(Table::profession, profession);
  Reason reason;
  if (pair.part.score > 0) reason.evidence = label;
  if (!same_class(profession, offered)) reason.missing = label_of(Table::profession, offered);
  const ProfessionTexts& texts = by_wish ? wants : did;
  reason.text = say(pair.tongue,
                    profession == no_code             ? reasons::no_profession
                    : profession == offered           ? texts.same
                    : same_class(profession, offered) ? texts.related
                                                      : texts.other,
                    label);
  return reason;
}

Reason explain_experience(const Explained& pair) {
  const unsigned has =
      related_months(pair.cv.jobs, related_to(offered_job(pair.vacancy).profession));
  const unsigned asked = months_asked(pair.vacancy.months_asked);
  const bool declared = pair.wanted.experience == Stated::yes;
  Reason reason;
  if (has > 0)
    reason.evidence = say(pair.tongue, reasons::related_months, months(pair.tongue, has));
  else if (declared)
    reason.evidence = say(pair.tongue, reasons::declared);
  // What the vacancy does not say is not told as its wish.
  const bool length_stated = pair.vacancy.months_asked > 0;
  if (has < asked)
    reason.missing = length_stated ? months(pair.tongue, asked - has)
                                   : say(pair.tongue, reasons::any_experience);
  reason.text =
      say(pair.tongue, declared ? reasons::declares_experience : reasons::experience,
          has > 0 ? months(pair.tongue, has) : say(pair.tongue, reasons::none),
          length_stated ? months(pair.tongue, asked) : say(pair.tongue, reasons::any_length));
  return reason;
}

}  // namespace incontro
