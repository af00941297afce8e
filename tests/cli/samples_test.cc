#include "cli/process.h"

namespace incontro {
namespace {

const std::filesystem::path samples =
    std::filesystem::path(INCONTRO_SOURCE_DIR) / "data" / "samples";

TEST(Samples, TheGeneratorStillMakesTheSameBytes) {
  const TempDir directory;
  run_well({"generate", "--vacancies", "300", "--cvs", "300", "--seed", "2012", "--day",
            "2026-11-23", "--archives", directory.path()});
  for (const char* name : {"vacancies-0001.zip", "cvs-0001.zip"}) {
    ASSERT_TRUE(std::filesystem::exists(samples / name)) << name;
    EXPECT_TRUE(file_text(directory / name) == file_text(samples / name))
        << name << ": if the change is meant, make the samples anew (data/samples/README.md)";
  }
}

TEST(Samples, AreAllAcceptedAndActiveOnTheirDay) {
  const TempDir directory;
  const std::string home = directory / "home";
  run_well({"import", samples / "vacancies-0001.zip", samples / "cvs-0001.zip", "--home", home});
  for (const char* collection : {"vacancies", "cvs"})
    EXPECT_EQ(run_json({"search", collection, "--home", home, "--now", "2026-11-23"})
                  .at("total")
                  .as_int64(),
              300);
}

}  // namespace
}  // namespace incontro
