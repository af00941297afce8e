# What makes a fault of ours, or of a library, harder to use against the machine: of everything that
# is built here, and of no program that embeds the library by add_subdirectory().
#
# -fcf-protection marks the program for processors that check jumps; -z ibt and -z shstk say so of
# the whole, as the C library's start-up code carries the marks on some machines only.
include(CheckPIESupported)
check_pie_supported()
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
add_compile_options(-fstack-protector-strong)
# FORTIFY wants an optimising build.
add_compile_options("$<$<CONFIG:RelWithDebInfo,Release>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=2>")
add_link_options(-Wl,-z,relro,-z,now -Wl,-z,noexecstack)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64)$")
  add_compile_options(-fcf-protection)
  add_link_options(-Wl,-z,ibt,-z,shstk)
endif()
