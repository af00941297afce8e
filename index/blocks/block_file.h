#pragma once

#include <incontro/block.h>
#include <incontro/result.h>

#include <filesystem>
#include <vector>

namespace incontro {

// What blocks/<collection>/ holds. A block file is written once and never changed; the manifest is
// replaced as a whole and names the files that count, so a kill leaves the old state or the new.
//
// manifest:         "INCM", version u32, format u64, identity u64, applied u64, blocks u32, then a
//                   block: first u32, size u32, generation u64, withdrawn bits 8,192 bytes
// F-S-G.block:      "INCB", version u32, first u32, size u32, then the block's arrays in the order
// of
//                   block_file.cc, each as a u64 count, its bytes, and zeros up to a multiple of 8
// F-S-G.words:      "INCW", the same for the word index
// All are little-endian and end with a 64-bit checksum of all before it.
struct SavedBlocks {
  Collection collection = Collection::vacancies;
  Sequence applied = 0;
  std::vector<BlockView> views;
};

// Reads whole blocks into memory and leaves word indexes in their files, mapped: phrases and
// prefixes need a few lists of them, and the system can take the room back. Some milliseconds a
// full block. not_found: nothing saved, or saved by another program version, for other code tables
// or for another store (identity): rebuild. corrupt: a checksum fails: rebuild.
Result<SavedBlocks> load_blocks(const std::filesystem::path& directory, Collection collection,
                                std::uint64_t identity);

// Writes the blocks that are not on disk yet, then the manifest, then removes what no longer
// counts. All is synced. Creates the directory. Word indexes that were in memory are then mapped.
Done save_blocks(const std::filesystem::path& directory, std::uint64_t identity,
                 SavedBlocks& blocks);

}  // namespace incontro
