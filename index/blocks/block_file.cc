#include "blocks/block_file.h"

#include <fmt/format.h>
#include <incontro/analyzer.h>
#include <incontro/fields.h>

#include <set>
#include <string>

#include "blocks/checked_file.h"

namespace incontro {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t manifest_magic = 0x4D434E49, block_magic = 0x42434E49;  // "INCM", "INCB"
constexpr std::uint32_t version = 1;

// Whatever the arrays' numbers depend on: a change of any of it makes saved blocks worthless.
std::uint64_t format_of(Collection collection) {
  std::uint64_t sum = code_tables_fingerprint() + analyzer_version;
  const auto mix = [&](std::uint64_t value) { sum = (sum ^ value) * 0x100000001B3u; };
  for (const Field& field : fields_of(collection)) {
    for (const char c : field.name) mix(static_cast<unsigned char>(c));
    mix(static_cast<std::uint64_t>(field.kind) * 2 + field.multiple);
  }
  return sum;
}

std::string file_name(const Block& block, std::uint64_t generation) {
  return fmt::format("{}-{}-{}.block", block.first, block.size, generation);
}

Done write_block(const fs::path& path, const Block& block) {
  FileWriter out;
  out.put(block_magic);
  out.put(version);
  out.put(block.first);
  out.put(block.size);
  out.put(block.postings.term_bytes);
  out.put(block.postings.term_start);
  out.put(block.postings.posting_start);
  out.put(block.postings.offsets);
  out.put(block.postings.impacts);
  for (const Column& column : block.columns) {
    out.put(column.numbers);
    out.put(column.set_start);
    out.put(column.set_values);
  }
  out.put(block.published);
  out.put(block.expires);
  return out.save(path);
}

Result<Block> read_block(const fs::path& path, Collection collection) {
  auto in = FileReader::load(path);
  if (!in) return in.error();
  Block block;
  block.collection = collection;
  block.columns.resize(fields_of(collection).size());
  std::uint32_t magic = 0, stated_version = 0;
  bool good = in->get(magic) && in->get(stated_version) && magic == block_magic &&
              stated_version == version && in->get(block.first) && in->get(block.size) &&
              in->get(block.postings.term_bytes) && in->get(block.postings.term_start) &&
              in->get(block.postings.posting_start) && in->get(block.postings.offsets) &&
              in->get(block.postings.impacts);
  for (Column& column : block.columns)
    good =
        good && in->get(column.numbers) && in->get(column.set_start) && in->get(column.set_values);
  good = good && in->get(block.published) && in->get(block.expires) && in->at_end();
  if (!good) return Error{Code::corrupt, fmt::format("{} is not a block", path.string())};
  return block;
}

// A digest of the contents keeps the names of different blocks over the same documents apart (a
// merge drops what was withdrawn), so that a file once written can be trusted by its name.
std::uint64_t generation_of(const Block& block) {
  std::uint64_t sum = block.postings.offsets.size();
  const auto mix = [&](std::uint64_t value) { sum = (sum ^ value) * 0x100000001B3u; };
  for (const std::uint8_t impact : block.postings.impacts) mix(impact);
  for (const Column& column : block.columns)
    for (const std::uint16_t number : column.numbers) mix(number);
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
    const auto name = fmt::format("{}-{}-{}.block", first, size, generation);
    auto block = read_block(directory / name, collection);
    if (!block) return Error{Code::corrupt, block.error().message};
    if (block->first != end || block->first != first || block->size != size) return damaged;
    end = block->end();
    saved.views.push_back(view_of(std::make_shared<const Block>(std::move(*block)), withdrawn));
  }
  return saved;
}

Done save_blocks(const fs::path& directory, std::uint64_t identity, const SavedBlocks& saved) {
  std::error_code error;
  fs::create_directories(directory, error);
  if (error) return Error{Code::io, fmt::format("{}: {}", directory.string(), error.message())};
  FileWriter manifest;
  manifest.put(manifest_magic);
  manifest.put(version);
  manifest.put(format_of(saved.collection));
  manifest.put(identity);
  manifest.put(saved.applied);
  manifest.put(static_cast<std::uint32_t>(saved.views.size()));
  std::set<std::string> kept{"manifest"};
  for (const BlockView& view : saved.views) {
    const Block& block = *view.block;
    const std::uint64_t generation = generation_of(block);
    const std::string name = file_name(block, generation);
    kept.insert(name);
    if (!fs::exists(directory / name))
      if (const Done written = write_block(directory / name, block); !written) return written;
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
