#pragma once

#include <incontro/result.h>

#include "handlers/context.h"
#include "http/request.h"
#include "http/response.h"

// One function an address (routes.cc). They ask the engine and shape its answer; they hold no rules
// of the domain and no state, and run on any thread.
namespace incontro::server {

Response home(const Context& context, const Request& request);
Response search_vacancies(const Context& context, const Request& request);
Response search_cvs(const Context& context, const Request& request);
Response show_vacancy(const Context& context, const Request& request);
Response show_cv(const Context& context, const Request& request);
Response candidates(const Context& context, const Request& request);
Response suitable_vacancies(const Context& context, const Request& request);
Response contact_form(const Context& context, const Request& request);
Response contact_send(const Context& context, const Request& request);
Response contact_thanks(const Context& context, const Request& request);
Response health(const Context& context, const Request& request);
Response robots(const Context& context, const Request& request);
Response favicon(const Context& context, const Request& request);
Response static_file(const Context& context, const Request& request);
Response api_search_vacancies(const Context& context, const Request& request);
Response api_search_cvs(const Context& context, const Request& request);
Response api_show_vacancy(const Context& context, const Request& request);
Response api_show_cv(const Context& context, const Request& request);
Response api_candidates(const Context& context, const Request& request);
Response api_suitable_vacancies(const Context& context, const Request& request);
Response api_professions(const Context& context, const Request& request);
Response api_suggest(const Context& context, const Request& request);

}  // namespace incontro::server
