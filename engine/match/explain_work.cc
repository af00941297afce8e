#include "match/criteria.h"
#include "match/experience_score.h"
#include "match/explain.h"
#include "match/profession_score.h"
#include "match/profession_similarity.h"
#include "match/reason_texts.h"

namespace incontro {
namespace {

std::string months(Tongue tongue, unsigned number) {
  return number == 1 ? say(tongue, reasons::month) : say(tongue, reasons::months, number);
}

}  // namespace

Reason explain_profession(const Explained& pair) {
  const CodeIndex offered = offered_job(pair.vacancy).profession, wanted = pair.wanted.profession;
  const CodeIndex done = fitting_past_work(wanted, pair.cv.jobs, offered);
  Reason reason;
  if (pair.part.score > 0)
    reason.evidence = label_of(Table::profession, done == no_code ? wanted : done);
  if (!pair.part.holds) reason.missing = label_of(Table::profession, offered);
  if (done != no_code)
    reason.text = say(pair.tongue, done == offered ? reasons::did_same : reasons::did_related,
                      label_of(Table::profession, done)) +
                  " ";
  reason.text += say(pair.tongue,
                     wanted == no_code             ? reasons::no_profession
                     : wanted == offered           ? reasons::wants_same
                     : same_class(wanted, offered) ? reasons::wants_related
                                                   : reasons::wants_other,
                     label_of(Table::profession, wanted));
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
