# Compiles files into a target, so that the program runs without loose files.
#
#   incontro_embed(<target> <function> <directory> <file>...)
#
# declares in <function>.h: `std::string_view <function>(std::string_view name)`, where name is the
# file's path below <directory>; an unknown name gives a view whose data() is null.
function(incontro_embed target function directory)
  set(assembly "")
  set(rows "")
  set(paths "")
  set(index 0)
  foreach(file IN LISTS ARGN)
    set(path ${directory}/${file})
    list(APPEND paths ${path})
    set(symbol incontro_${function}_${index})
    string(APPEND assembly "asm(\".pushsection .rodata\\n.balign 16\\n${symbol}:\\n.incbin \\\"${path}\\\"\\n${symbol}_end:\\n.byte 0\\n.popsection\\n\");\n")
    string(APPEND assembly "extern \"C\" const char ${symbol}[] __attribute__((visibility(\"hidden\")));\nextern \"C\" const char ${symbol}_end[] __attribute__((visibility(\"hidden\")));\n")
    string(APPEND rows "    {\"${file}\", ${symbol}, ${symbol}_end},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded/${function})
  file(CONFIGURE OUTPUT ${output}.h CONTENT
"#pragma once
#include <string_view>
namespace incontro {
// The file of that name as it was at build time; data() is null for an unknown name.
std::string_view ${function}(std::string_view name);
}  // namespace incontro
" @ONLY)
  file(CONFIGURE OUTPUT ${output}.cc CONTENT
"#include \"${function}.h\"
${assembly}
namespace incontro {
namespace {
struct File {
  std::string_view name;
  const char* begin;
  const char* end;
};
const File files[] = {
${rows}};
}  // namespace
std::string_view ${function}(std::string_view name) {
  for (const File& file : files)
    if (file.name == name) return {file.begin, static_cast<std::size_t>(file.end - file.begin)};
  return {};
}
}  // namespace incontro
" @ONLY)
  set_source_files_properties(${output}.cc TARGET_DIRECTORY ${target}
    PROPERTIES OBJECT_DEPENDS "${paths}")
  target_sources(${target} PRIVATE ${output}.cc)
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/embedded)
endfunction()
