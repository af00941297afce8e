#pragma once

#include <incontro/answer.h>

#include "pages/models.h"
#include "pages/texts.h"

namespace incontro::server {

// A record's public view as its page. Pure. The addresses of web sites become links only when they
// are http or https.
RecordPage make_vacancy_page(const View& view, const Texts& texts, Date today,
                             std::string_view address);
RecordPage make_cv_page(const View& view, const Texts& texts, Date today);

}  // namespace incontro::server
