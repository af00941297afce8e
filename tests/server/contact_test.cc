#include "portal_fixture.h"

namespace incontro::server {
namespace {

struct Form {
  std::string cookie, token;
};

Form fetch(Portal& portal) {
  const Response page = portal.get("/contatti");
  EXPECT_EQ(page.status, 200);
  const std::string cookie = header(page, "Set-Cookie");
  const std::size_t at = page.body.find("name=\"token\" value=\"") + 20;
  return {cookie.substr(0, cookie.find(';')), page.body.substr(at, page.body.find('"', at) - at)};
}

Request filled(const Form& form, const Parameters& changes = {}) {
  Parameters fields = {
      {"token", form.token},      {"office", "redazione"},
      {"name", "Anna Prova"},     {"email", "anna@example.org"},
      {"subject", "Norme & C++"}, {"message", "Prima riga\r\nSeconda <b>riga</b>"}};
  for (const auto& [name, value] : changes)
    for (auto& field : fields)
      if (field.first == name) field.second = value;
  Url body("");
  for (const auto& [name, value] : fields) body.add(name, value);
  Request request = Portal::to(Method::post, "/contatti");
  request.content_type = "application/x-www-form-urlencoded; charset=UTF-8";
  request.cookie = form.cookie;
  request.origin = "http://lavoro.example.org";
  request.body = body.text().substr(1);
  return request;
}

TEST(Contact, AMessageIsStoredAndItsNumberShown) {
  Portal portal;
  const Response sent = portal.ask(filled(fetch(portal)));
  ASSERT_EQ(sent.status, 303) << sent.body;
  EXPECT_EQ(header(sent, "Location"), "/contatti/inviato?numero=1");
  EXPECT_TRUE(contains(portal.get(header(sent, "Location")).body, "<strong>1</strong>"));
  const auto kept = portal.home().engine().store().contacts();
  ASSERT_TRUE(kept);
  ASSERT_EQ(kept->size(), 1U);
  EXPECT_EQ(kept->front().office, "redazione");
  EXPECT_EQ(kept->front().subject, "Norme & C++");
  EXPECT_EQ(kept->front().text, "Prima riga\r\nSeconda <b>riga</b>");
  EXPECT_EQ(kept->front().received, Timestamp(today) + std::chrono::hours(9));
}

TEST(Contact, MistakesAreListedLinkedAndWhatWasTypedStays) {
  Portal portal;
  const Form form = fetch(portal);
  const std::tuple<const char*, std::string, const char*> cases[] = {
      {"office", "", "#office-0"},
      {"office", "direzione", "#office-0"},
      {"name", " \t ", "#name"},
      {"name", std::string(101, 'a'), "#name"},
      {"name", "Anna\r\nBcc: x@example.org", "#name"},
      {"email", "", "#email"},
      {"email", "anna", "#email"},
      {"email", "a@b@c", "#email"},
      {"email", "a b@example.org", "#email"},
      {"email", "anna@example.org\nBcc:x", "#email"},
      {"subject", "", "#subject"},
      {"subject", "uno\ndue", "#subject"},
      {"message", "", "#message"},
      {"message", std::string(5'001, 'x'), "#message"},
      {"message", "a\x01", "#message"},
  };
  for (const auto& [field, value, link] : cases) {
    const Response page = portal.ask(filled(form, {{field, value}}));
    EXPECT_EQ(page.status, 422) << field << "=" << value;
    EXPECT_TRUE(contains(page.body, "<a href=\"" + std::string(link) + "\">")) << field;
    const bool kept =
        field == std::string("message") || contains(page.body, "Seconda &lt;b&gt;riga");
    EXPECT_TRUE(kept) << field;
    const bool chosen = field == std::string("office") || contains(page.body, "-hint\" checked");
    EXPECT_TRUE(chosen) << field;
  }
  EXPECT_EQ(
      portal.ask(filled(form, {{"name", std::string(50, 'a') + "àèìòù" + std::string(45, 'b')}}))
          .status,
      303)
      << "100 characters, more bytes";
  EXPECT_EQ(portal.home().engine().store().contacts()->size(), 1U);
}

TEST(Contact, NothingIsStoredWithoutOurOwnForm) {
  Portal portal;
  const Form form = fetch(portal), other = fetch(portal);
  Request no_cookie = filled(form), evil = filled(form), json = filled(form);
  no_cookie.cookie.clear();
  evil.origin = "https://evil.example";
  json.content_type = "text/plain";
  EXPECT_EQ(portal.ask(no_cookie).status, 403);
  EXPECT_EQ(portal.ask(evil).status, 403);
  EXPECT_EQ(portal.ask(json).status, 400);
  EXPECT_EQ(portal.ask(filled({form.cookie, other.token})).status, 403);
  EXPECT_EQ(portal.ask(filled({form.cookie, ""})).status, 403);
  EXPECT_TRUE(contains(portal.ask(no_cookie).body, "Seconda &lt;b&gt;riga")) << "nothing is lost";
  EXPECT_TRUE(portal.home().engine().store().contacts()->empty());
}

std::size_t kept_in(Portal& portal) { return portal.home().engine().store().contacts()->size(); }

TEST(Contact, ADoubleClickStoresOneMessageAndConfirmsIt) {
  Portal portal;
  const Request request = filled(fetch(portal));
  const std::string first = header(portal.ask(request), "Location");
  for (int i = 0; i < 3; ++i) EXPECT_EQ(header(portal.ask(request), "Location"), first);
  EXPECT_EQ(kept_in(portal), 1u);
}

TEST(Contact, AUsedFormWithAnotherTextIsAskedForAgainAndLosesNothing) {
  Portal portal;
  const Form form = fetch(portal);
  portal.ask(filled(form));
  const Response again = portal.ask(filled(form, {{"message", "Un altro testo"}}));
  EXPECT_EQ(again.status, 409);
  EXPECT_TRUE(contains(again.body, "Un altro testo"));
  EXPECT_EQ(kept_in(portal), 1u);
}

TEST(Contact, OneAddressSendsFiveAtOnceAndOthersGoOn) {
  Portal portal;
  const auto send = [&](const char* client) {
    Request request = filled(fetch(portal));
    request.client.name = client;
    return portal.ask(request);
  };
  for (unsigned i = 0; i < FormDesk::of_client.burst; ++i)
    EXPECT_EQ(send("198.51.100.7").status, 303);
  const Response refused = send("198.51.100.7");
  EXPECT_EQ(refused.status, 429);
  EXPECT_NE(header(refused, "Retry-After"), "");
  EXPECT_TRUE(contains(refused.body, "Seconda &lt;b&gt;riga")) << "nothing typed is lost";
  EXPECT_EQ(send("203.0.113.5").status, 303);
}

TEST(Contact, AllAddressesTogetherAreBounded) {
  Portal portal;
  unsigned sent = 0;
  for (int i = 0; i < 100; ++i) {
    Request request = filled(fetch(portal));
    request.client.name = "198.51.100." + std::to_string(i);
    sent += portal.ask(request).status == 303;
  }
  EXPECT_EQ(sent, FormDesk::of_all.burst);
  EXPECT_EQ(kept_in(portal), sent);
}

TEST(Contact, InvisibleSignsAreTakenOutAndSeparatorsRefused) {
  Portal portal;
  const Response sent = portal.ask(filled(
      fetch(portal), {{"name", "\u202EAnna\u200B Prova\uFEFF"}, {"subject", "a\u2066b\u00ADc"}}));
  EXPECT_EQ(sent.status, 303);
  const auto kept = portal.home().engine().store().contacts();
  EXPECT_EQ(kept->front().name, "Anna Prova");
  EXPECT_EQ(kept->front().subject, "abc");
  for (const char* separator : {"a\u2028b", "a\u0085b", "a\u009Bb"})
    EXPECT_EQ(portal.ask(filled(fetch(portal), {{"subject", separator}})).status, 422);
  EXPECT_EQ(portal.ask(filled(fetch(portal), {{"name", "\u200B\u2060"}})).status, 422)
      << "nothing is left of it";
}

}  // namespace
}  // namespace incontro::server
