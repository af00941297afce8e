#pragma once

#include <gtest/gtest.h>

#include <algorithm>

#include "handlers/routes.h"
#include "support/home.h"
#include "support/records.h"

namespace incontro::server {

inline const Date today = day(2026, 11, 23);

// The portal without its sockets: addresses in, answers out.
class Portal {
 public:
  Portal() : home_(today), clock_(Timestamp(today) + std::chrono::hours(9)) {}

  TestHome& home() { return home_; }
  Context context() {
    return {home_.engine(), clock_, texts_, renderer_, places_, forms_, desk_, files_, public_url};
  }
  Response ask(Request request) { return dispatch(context(), std::move(request)); }
  Response get(const std::string& target) { return ask(to(Method::get, target)); }

  static Request to(Method method, const std::string& target) {
    Request request;
    request.method = method;
    request.host = "lavoro.example.org";
    const std::size_t question = std::min(target.find('?'), target.size());
    request.path = target.substr(0, question);
    request.query = target.substr(std::min(question + 1, target.size()));
    return request;
  }

  std::string public_url;

 private:
  TestHome home_;
  FixedClock clock_;
  Texts texts_ = std::move(*Texts::open("it"));
  StaticFiles files_;
  Renderer renderer_{texts_, files_.root()};
  Places places_;
  FormGuard forms_{false};
  FormDesk desk_;
};

inline std::string header(const Response& response, std::string_view name) {
  for (const auto& [n, value] : response.headers)
    if (n == name) return value;
  return {};
}

inline bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// Every address in an attribute of the page, &amp; undone, without its fragment.
inline std::vector<std::string> links_in(const std::string& html) {
  std::vector<std::string> links;
  for (std::size_t at = html.find("href=\""); at != std::string::npos;
       at = html.find("href=\"", at + 1)) {
    std::string link = html.substr(at + 6, html.find('"', at + 6) - at - 6);
    for (std::size_t amp; (amp = link.find("&amp;")) != std::string::npos;) link.erase(amp + 1, 4);
    links.push_back(link.substr(0, link.find('#')));
  }
  return links;
}

inline Vacancy vacancy_of(int number) {
  Vacancy v = small_vacancy(number, today);
  v.system.contacts_visible = true;
  return v;
}

inline Intermediary center() {
  Intermediary i;
  i.code = "A944C000001";
  i.name = "Centro per l'impiego di prova";
  i.place = {"A944"};
  i.contacts.telephone = "051 000002";
  i.contacts.email = "cpi@example.org";
  return i;
}

}  // namespace incontro::server
