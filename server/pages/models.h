#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

// What the pages show, as plain data: texts in the visitor's language, addresses ready for href.
// Every address is one of ours (a path), mailto:, tel:, or was checked to be http or https.
namespace incontro::server {

struct LinkModel {
  std::string text, href;
};

struct CountedLink {
  std::string text, count, href;
};

struct RadiusOption {
  std::string value, text;  // value: kilometres, "" for the place alone
  bool selected = false;
};

struct SearchBox {
  std::string action;  // the path of the form
  std::string words, place;
  std::vector<RadiusOption> radii;                        // where the place is a comune
  std::vector<std::pair<std::string, std::string>> kept;  // what a new search does not change
};

struct HomePage {
  std::string vacancies, cvs;  // how many are active
  std::vector<CountedLink> regions, contracts, professions;
};

struct FacetOption {
  std::string label, count, href;
  std::string open_href;  // shows its children without filtering; empty: none, or already shown
  int level = 0;
  bool selected = false;
};

struct FacetBox {
  std::string name, title;
  std::vector<FacetOption> first, more;
  bool expanded = false;       // the box itself
  bool more_expanded = false;  // the long rest of its list
};

struct Badge {
  std::string text, kind;  // kind: contract, mode, incentive, abroad, new, expired
};

struct TextPiece {
  std::string text;
  bool marked = false;  // a word of the search
};

struct Card {
  std::vector<TextPiece> title, passage;
  std::string href, profession, place, distance, organization, published;
  std::vector<Badge> badges;
};

struct PageLink {
  std::string text, href, label;
  bool current = false;
};

struct Pager {
  std::vector<PageLink> pages;
  std::string previous, next;
};

struct SearchPage {
  bool vacancies = true;
  std::string heading, total;
  std::string synonyms;  // what they add to the total; empty: nothing
  LinkModel synonyms_link;
  bool expired = false;    // shows the expired ones
  std::string scope_href;  // the same search among the others
  SearchBox box;
  std::vector<LinkModel> chips;  // href: without it
  std::string clear_href;        // without all of them
  std::string homonyms_lead;     // what to choose, where several comuni bear the name
  std::vector<LinkModel> homonyms;
  std::vector<FacetBox> facets;
  std::vector<Card> cards;
  std::string place_note;                // that what stands in "dove" is no known place
  std::vector<CountedLink> offers;       // filters that the words speak of
  std::vector<CountedLink> corrections;  // "did you mean": words or a place put right
  std::vector<CountedLink> relaxations;  // where nothing is found: what to drop
  std::vector<PageLink> sorts;
  Pager pager;
};

struct RecordRow {
  std::string label, text, href;
};

struct RecordBlock {
  std::string heading;  // may be empty
  std::vector<RecordRow> rows;
};

struct RecordSection {
  std::string id, title, note;
  std::vector<RecordBlock> blocks;
};

struct RecordPage {
  bool vacancy = true;
  std::string title, kicker, lead, code;
  std::string notice;  // about its state; empty: it is active
  std::vector<Badge> badges;
  std::vector<RecordRow> facts;
  std::vector<RecordSection> sections;
  LinkModel matches;    // what suits it; empty: it is not active
  std::string json_ld;  // safe inside <script>, from json::job_posting
  LinkModel back;
};

struct FormField {
  std::string name, label, value, error, autocomplete;
};

struct FormChoice {
  std::string value, label, hint;
  bool selected = false;
};

struct ContactPage {
  std::string token;
  std::vector<FormChoice> offices;
  std::string office_error;
  FormField name, email, subject, text;
  std::string failure;  // about the form as a whole: it had grown too old, the store is full
};

struct MessagePage {  // errors, and everything else that is a few words and a way on
  std::string title, text;
  std::vector<LinkModel> links;
  unsigned status = 200;
};

}  // namespace incontro::server
