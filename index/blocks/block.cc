#include <incontro/block.h>
#include <incontro/fields.h>
#include <incontro/live_day.h>
#include <incontro/word_documents.h>

#include <algorithm>

namespace incontro {

std::size_t Block::bytes() const {
  const auto of_sets = []<class Value>(const SetsOf<Value>& of_field) {
    return 4 * of_field.start.size() + sizeof(Value) * of_field.values.size();
  };
  std::size_t sum = postings.bytes() + 2 * rows.cells.size() +
                    2 * (published.size() + expires.size() + lengths.size() + newest.size()) +
                    profiles.bytes();
  for (const ValueSets& field : sets) sum += of_sets(field);
  sum += of_sets(dated);
  for (const auto* level : {&shown, &branches})
    for (const ValueDocuments& field : *level)
      sum += 10 * field.values.size() + 2 * field.offsets.size() +
             sizeof(BitSet) * field.bits.size() + of_sets(field.sets);
  for (const std::vector<std::uint16_t>& column : columns) sum += 2 * column.size();
  return sum;
}

bool Block::operator==(const Block& other) const {
  return collection == other.collection && first == other.first && size == other.size &&
         postings == other.postings && rows == other.rows && sets == other.sets &&
         dated == other.dated && published == other.published && expires == other.expires &&
         lengths == other.lengths && profiles == other.profiles;
}

Profile profile_of(const Block& block, std::size_t offset) {
  Profile profile = block.profiles.profile(offset);
  const std::size_t skill = *find_field(block.collection, "skill");
  const CodeIndex unstated = fields_of(block.collection)[skill].domain->unstated();
  for (const CodeIndex value : block.sets[skill][block.rows.at(offset, skill)])
    if (value != unstated) profile.skills.push_back(value);
  return profile;
}

BlockView view_of(std::shared_ptr<const Block> block, std::shared_ptr<const WordIndex> words,
                  const BitSet& withdrawn) {
  return {std::move(block), std::move(words), std::make_shared<const BitSet>(withdrawn),
          std::make_shared<const LiveDays>(std::make_shared<const BlockDays>()),
          std::make_shared<const WordDocuments>()};
}

BlockView view_of(const BlockView& view, const BitSet& withdrawn) {
  return {view.block, view.words, std::make_shared<const BitSet>(withdrawn),
          std::make_shared<const LiveDays>(view.days->of_block()), view.word_documents};
}

}  // namespace incontro
