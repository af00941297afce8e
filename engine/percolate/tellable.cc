#include "percolate/tellable.h"

#include "percolate/question_codec.h"

namespace incontro {
namespace {

Result<bool> asks_for_expired(const Notice& notice, const Surroundings& around) {
  const auto search = around.store.saved_searches().search(notice.saved_search);
  if (!search) return search.error();
  const auto question = decode_question(search->question);
  if (!question) return question.error();
  const auto* const query = std::get_if<Query>(&*question);
  return query != nullptr && query->scope != Scope::active;
}

}  // namespace

Result<Telling> telling_of(Notice& notice, const Surroundings& around) {
  const auto standing = standing_record(notice.record, around.store);
  if (!standing) {
    if (standing.error().code == Code::conflict) return Telling::never;
    return standing.error();
  }
  notice.record = code_of(standing->record);
  const Validity validity = validity_of(system_of(standing->record), around.validity_days);
  switch (state_on(validity, around.clock.today())) {
    case State::scheduled:
      return Telling::later;
    case State::expired: {
      const auto wanted = asks_for_expired(notice, around);
      if (!wanted) return wanted.error();
      return *wanted ? Telling::now : Telling::never;
    }
    default:
      return Telling::now;
  }
}

}  // namespace incontro
