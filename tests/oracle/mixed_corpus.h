#pragma once

#include <incontro/snapshot.h>

#include <random>
#include <span>
#include <vector>

#include "oracle/document_judge.h"

namespace incontro {

// Documents by the ten thousand in blocks of all sizes, with their judge: so many that terms,
// facets, hits and word indexes take the forms that only large blocks have.
//
// Most come from the generator; among them are texts by Zipf's law, empty and very long ones, one
// word hundreds of times, missing and additional values, many of one day, some expired, some still
// to come, some withdrawn before their block was merged or after it.
class MixedCorpus {
 public:
  static constexpr Date day = std::chrono::sys_days(std::chrono::days(20'700));

  // `merged`: by block, the sizes of the parts that it is merged of.
  MixedCorpus(Collection collection, std::span<const std::vector<std::size_t>> merged,
              std::mt19937_64& random);

  const CollectionSnapshot& snapshot() const { return snapshot_; }
  const DocumentJudge& judge() const { return judge_; }
  // Some of the documents, to take words and values from.
  const std::vector<Document>& samples() const { return samples_; }

 private:
  class Maker;

  CollectionSnapshot snapshot_;
  DocumentJudge judge_;
  std::vector<Document> samples_;
};

}  // namespace incontro
