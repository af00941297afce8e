# What the peers in C++ share: peer_program(TARGET SOURCES...) makes the program of a peer.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
find_package(Boost 1.81 REQUIRED COMPONENTS json)

function(peer_program target)
  add_executable(${target} ${ARGN} ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/documents.cc
    ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/peer.cc)
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_FUNCTION_LIST_DIR})
  target_link_libraries(${target} PRIVATE Boost::json)
  target_compile_options(${target} PRIVATE -Wall -Wextra)
endfunction()
