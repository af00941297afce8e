# One folder, one library. A library sees only the public headers of the libraries it links
# (`<folder>/include`), so a wrong-way #include does not compile. Sources are added by each
# subfolder's CMakeLists.txt with target_sources().
function(incontro_library folder)
  cmake_parse_arguments(arg "" "" "LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(incontro_${folder} STATIC)
  add_library(incontro::${folder} ALIAS incontro_${folder})
  target_compile_features(incontro_${folder} PUBLIC cxx_std_20)
  target_include_directories(incontro_${folder}
    PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/include PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  # Portable: every x86-64 processor since 2009 counts bits. What newer ones do better is chosen at
  # start (index/blocks/bit_set.cc).
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64)$")
    target_compile_options(incontro_${folder} PRIVATE -march=x86-64-v2)
  endif()
  target_link_libraries(incontro_${folder} PUBLIC ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS})
endfunction()
