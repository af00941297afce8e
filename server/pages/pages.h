#pragma once

#include <string>

#include "pages/match_models.h"
#include "pages/models.h"
#include "pages/renderer.h"

// Page models -> HTML. Pure: any thread.
namespace incontro::server {

std::string home_page(const Renderer& renderer, const HomePage& page);
std::string search_page(const Renderer& renderer, const SearchPage& page);
std::string match_page(const Renderer& renderer, const MatchPage& page);
std::string record_page(const Renderer& renderer, const RecordPage& page);
std::string contact_page(const Renderer& renderer, const ContactPage& page);
std::string thanks_page(const Renderer& renderer, const std::string& number);
std::string message_page(const Renderer& renderer, const MessagePage& page);

// Shared by several pages.
Node search_box(const SearchBox& box);
Node badge(const Badge& badge);
Node link(const LinkModel& link);
Node counted(const CountedLink& link);
Node hidden(const std::pair<std::string, std::string>& field);  // of a form
Node card(const Card& card);
Node pager(const Pager& pager);

}  // namespace incontro::server
