#include "blocks/block_file.h"

#include <fmt/format.h>
#include <incontro/document.h>

#include <set>
#include <string>

#include "blocks/checked_file.h"

namespace incontro {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t manifest_magic = 0x4D434E49, block_magic = 0x42434E49,  // "INCM", "INCB"
    words_magic = 0x57434E49;                                                   // "INCW"
constexpr std::uint32_t version = 8;

// Whatever the arrays' numbers depend on: a change of any of it makes saved blocks worthless.
std::uint64_t format_of(Collection collection) {
  std::uint64_t sum = document_fingerprint();
  const auto mix = [&](std::uint64_t value) { sum = (sum ^ value) * 0x100000001B3u; };
  for (const Field& field : fields_of(collection)) {
    for (const char c : field.name) mix(static_cast<unsigned char>(c));
    mix(static_cast<std::uint64_t>(field.kind) * 4 + 2 * field.dated() + field.multiple);
  }
  return sum;
}

std::string file_name(DocumentNumber first, std::uint32_t size, std::uint64_t generation) {
  return fmt::format("{}-{}-{}", first, size, generation);
}

template <class File>
void put_heading(File& out, std::uint32_t magic, const Block& block) {
  out.put(magic);
  out.put(version);
  out.put(block.first);
  out.put(block.size);
}

// Calls column(values) for each that is kept of the profiles; false as soon as one call is.
template <class Profiles, class Column>
bool for_each_column(Profiles& p, Column&& column) {
  return column(p.first_availability) && column(p.profession) && column(p.contracts) &&
         column(p.modes) && column(p.stated) && column(p.place) && column(p.abroad) &&
         column(p.education) && column(p.licences) && column(p.certificates) &&
         column(p.registers) && column(p.months_asked) && column(p.salary) && column(p.first_job) &&
         column(p.jobs) && column(p.first_language) && column(p.languages);
}

Done write_block(const fs::path& path, const Block& block) {
  FileWriter out;
  put_heading(out, block_magic, block);
  const Postings& postings = block.postings;
  out.put(postings.terms.bytes());
  out.put(postings.terms.start());
  out.put(postings.start);
  out.put(postings.place);
  out.put(postings.offsets);
  out.put(postings.dense);
  out.put(postings.weights);
  out.put(block.rows.cells);
  for (const ValueSets& sets : block.sets) {
    out.put(sets.start);
    out.put(sets.values);
  }
  out.put(block.dated.start);
  out.put(block.dated.values);
  out.put(block.published);
  out.put(block.expires);
  out.put(block.lengths);
  for_each_column(block.profiles, [&](const auto& values) {
    out.put(values);
    return true;
  });
  return out.save(path);
}

void put_lists(FileWriter& out, const PositionLists& lists) {
  out.put(lists.count);
  out.put(lists.frame_start);
  out.put(lists.frame_first);
  out.put(lists.frame_data);
  out.put(lists.data);
}

Done write_words(const fs::path& path, const Block& block, const WordIndex& words) {
  FileWriter out;
  put_heading(out, words_magic, block);
  out.put(words.words.bytes());
  out.put(words.words.start());
  put_lists(out, words.positions);
  out.put(words.base);
  out.put(words.near);
  out.put(words.frequent);
  out.put(words.text);
  out.put(words.pairs);
  put_lists(out, words.pair_positions);
  out.put(words.sets);
  out.put(words.set_documents);
  return out.save(path);
}

// The heading of a file; leaves the reader behind it.
Result<FileReader> open_file(const fs::path& path, std::uint32_t magic, DocumentNumber& first,
                             std::uint32_t& size) {
  auto in = FileReader::load(path);
  if (!in) return in.error();
  std::uint32_t stated_magic = 0, stated_version = 0;
  if (!in->get(stated_magic) || !in->get(stated_version) || stated_magic != magic ||
      stated_version != version || !in->get(first) || !in->get(size))
    return Error{Code::corrupt, fmt::format("{} is not what its name says", path.string())};
  return in;
}

bool get_vocabulary(FileReader& in, Vocabulary& vocabulary, bool mapped) {
  if (mapped) {
    Array<char> bytes;
    Array<std::uint32_t> start;
    if (!in.get(bytes) || !in.get(start)) return false;
    vocabulary = Vocabulary(std::move(bytes), std::move(start));
  } else {
    std::vector<char> bytes;
    std::vector<std::uint32_t> start;
    if (!in.get(bytes) || !in.get(start)) return false;
    vocabulary = Vocabulary(std::move(bytes), std::move(start));
  }
  return true;
}

Result<Block> read_block(const fs::path& path, Collection collection) {
  Block block;
  block.collection = collection;
  block.sets.resize(fields_of(collection).size());
  auto in = open_file(path, block_magic, block.first, block.size);
  if (!in) return in.error();
  Postings& postings = block.postings;
  bool good = get_vocabulary(*in, postings.terms, false) && in->get(postings.start) &&
              in->get(postings.place) && in->get(postings.offsets) && in->get(postings.dense) &&
              in->get(postings.weights);
  block.rows = Rows(block.sets.size(), 0);
  good = good && in->get(block.rows.cells);
  for (ValueSets& sets : block.sets) good = good && in->get(sets.start) && in->get(sets.values);
  good = good && in->get(block.dated.start) && in->get(block.dated.values);
  good = good && in->get(block.published) && in->get(block.expires) && in->get(block.lengths) &&
         for_each_column(block.profiles, [&](auto& values) { return in->get(values); }) &&
         in->at_end() && block.profiles.fit(block.size) &&
         (collection == Collection::cvs || block.profiles.profession.size() == block.size);
  if (!good) return Error{Code::corrupt, fmt::format("{} is not a block", path.string())};
  block.derive();
  return block;
}

bool get_lists(FileReader& in, PositionLists& lists) {
  return in.get(lists.count) && in.get(lists.frame_start) && in.get(lists.frame_first) &&
         in.get(lists.frame_data) && in.get(lists.data);
}

Result<WordIndex> read_words(const fs::path& path, const Block& block) {
  DocumentNumber first = 0;
  std::uint32_t size = 0;
  auto in = open_file(path, words_magic, first, size);
  if (!in) return in.error();
  WordIndex words;
  const bool good = first == block.first && size == block.size &&
                    get_vocabulary(*in, words.words, true) && get_lists(*in, words.positions) &&
                    in->get(words.base) && in->get(words.near) && in->get(words.frequent) &&
                    in->get(words.text) && in->get(words.pairs) &&
                    get_lists(*in, words.pair_positions) && in->get(words.sets) &&
                    in->get(words.set_documents) && in->at_end();
  if (!good) return Error{Code::corrupt, fmt::format("{} is no word index", path.string())};
  return words;
}

// A digest of format and contents keeps the names of different blocks over the same documents apart
// (a merge drops what was withdrawn, another program version reads more of a record), so that a
// file once written can be trusted by its name.
std::uint64_t generation_of(const Block& block, std::uint64_t format) {
  std::uint64_t sum = format + version;
  const auto mix = [&](std::uint64_t value) { sum = (sum ^ value) * 0x100000001B3u; };
  for (const std::uint8_t weight : block.postings.weights) mix(weight);
  for (const std::uint16_t cell : block.rows.cells) mix(cell);
  return sum;
}

}  // namespace

Result<SavedBlocks> load_blocks(const fs::path& directory, Collection collection,
                                std::uint64_t identity) {
  auto in = FileReader::load(directory / "manifest");
  if (!in) return in.error();
  const Error damaged{Code::corrupt, fmt::format("{}/manifest is damaged", directory.string())};
  std::uint32_t magic = 0, stated_version = 0, count = 0;
  std::uint64_t format = 0, stated_identity = 0;
  SavedBlocks saved{.collection = collection, .applied = 0, .views = {}};
  if (!in->get(magic) || !in->get(stated_version) || magic != manifest_magic) return damaged;
  if (stated_version != version) return Error{Code::not_found, "blocks of another version"};
  if (!in->get(format) || !in->get(stated_identity) || !in->get(saved.applied) || !in->get(count))
    return damaged;
  if (format != format_of(collection) || stated_identity != identity)
    return Error{Code::not_found, "blocks of another format or store"};
  DocumentNumber end = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    std::uint32_t first = 0, size = 0;
    std::uint64_t generation = 0;
    BitSet withdrawn;
    if (!in->get(first) || !in->get(size) || !in->get(generation) || !in->get(withdrawn))
      return damaged;
    const std::string name = file_name(first, size, generation);
    auto block = read_block(directory / (name + ".block"), collection);
    if (!block) return Error{Code::corrupt, block.error().message};
    auto words = read_words(directory / (name + ".words"), *block);
    if (!words) return Error{Code::corrupt, words.error().message};
    if (block->first != end || block->first != first || block->size != size) return damaged;
    end = block->end();
    saved.views.push_back(view_of(std::make_shared<const Block>(std::move(*block)),
                                  std::make_shared<const WordIndex>(std::move(*words)), withdrawn));
  }
  return saved;
}

Done save_blocks(const fs::path& directory, std::uint64_t identity, SavedBlocks& saved) {
  std::error_code error;
  fs::create_directories(directory, error);
  if (error) return Error{Code::io, fmt::format("{}: {}", directory.string(), error.message())};
  FileWriter manifest;
  manifest.put(manifest_magic);
  manifest.put(version);
  const std::uint64_t format = format_of(saved.collection);
  manifest.put(format);
  manifest.put(identity);
  manifest.put(saved.applied);
  manifest.put(static_cast<std::uint32_t>(saved.views.size()));
  std::set<std::string> kept{"manifest"};
  for (BlockView& view : saved.views) {
    const Block& block = *view.block;
    const std::uint64_t generation = generation_of(block, format);
    const std::string name = file_name(block.first, block.size, generation);
    kept.insert(name + ".block");
    kept.insert(name + ".words");
    // The words come last: where they are, both are.
    if (const fs::path words = directory / (name + ".words"); !fs::exists(words)) {
      if (const Done done = write_block(directory / (name + ".block"), block); !done) return done;
      if (const Done done = write_words(words, block, *view.words); !done) return done;
      auto mapped = read_words(words, block);
      if (!mapped) return mapped.error();
      view.words = std::make_shared<const WordIndex>(std::move(*mapped));
    }
    manifest.put(block.first);
    manifest.put(block.size);
    manifest.put(generation);
    manifest.put(*view.withdrawn);
  }
  if (const Done written = manifest.save(directory / "manifest"); !written) return written;
  for (const auto& entry : fs::directory_iterator(directory, error))
    if (!kept.contains(entry.path().filename().string())) fs::remove(entry.path(), error);
  return ok;
}

}  // namespace incontro
