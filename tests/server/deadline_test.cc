#include <gtest/gtest.h>
#include <incontro/deadline.h>

#include "portal_fixture.h"

namespace incontro::server {
namespace {

TEST(Deadline, WhatTakesTooLongIsToldSoInWords) {
  Portal portal;
  portal.home().apply(vacancy_of(1));
  const std::string code = vacancy_of(1).system.code;
  const Deadline passed(Deadline::Clock::now());
  for (const std::string target :
       {"/offerte?q=cuoco", "/curricula?q=cuoco", "/api/v1/vacancies?q=cuoco", "/api/v1/cvs"}) {
    const Response response = portal.get(target);
    EXPECT_EQ(response.status, 503) << target;
    EXPECT_NE(header(response, "Retry-After"), "") << target;
    EXPECT_TRUE(contains(response.body, "richiede troppo tempo")) << target;
  }
  for (const std::string& target :
       {"/offerte/" + code + "/candidati", "/api/v1/vacancies/" + code + "/candidates"})
    EXPECT_EQ(portal.get(target).status, 503) << target;
  for (const std::string& target : {std::string("/healthz"), std::string("/robots.txt"),
                                    std::string("/contatti"), "/offerte/" + code})
    EXPECT_EQ(portal.get(target).status, 200) << target;
}

}  // namespace
}  // namespace incontro::server
