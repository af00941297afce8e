# The files under /static: our own, and those of Bootstrap Italia that the pages use. Each also
# gzipped where that makes it smaller.
set(italia ${CMAKE_CURRENT_SOURCE_DIR}/web/node_modules/bootstrap-italia/dist)
if(NOT EXISTS ${italia})
  message(FATAL_ERROR "server/web/node_modules is missing: run script/setup (or npm ci in server/web)")
endif()

set(web ${CMAKE_CURRENT_BINARY_DIR}/web)
set(packed bootstrap-italia.min.css sprites.svg incontro.css incontro.js favicon.svg)
set(fonts
  titillium-web-v10-latin-ext_latin-regular.woff2
  titillium-web-v10-latin-ext_latin-600.woff2
  titillium-web-v10-latin-ext_latin-700.woff2)
foreach(source IN ITEMS
    ${italia}/css/bootstrap-italia.min.css ${italia}/svg/sprites.svg
    ${CMAKE_CURRENT_SOURCE_DIR}/static/incontro.css
    ${CMAKE_CURRENT_SOURCE_DIR}/static/incontro.js
    ${CMAKE_CURRENT_SOURCE_DIR}/static/favicon.svg)
  get_filename_component(name ${source} NAME)
  add_custom_command(OUTPUT ${web}/${name} ${web}/${name}.gz
    COMMAND ${CMAKE_COMMAND} -E copy ${source} ${web}/${name}
    COMMAND ${GZIP} -9 -n -k -f ${web}/${name}
    DEPENDS ${source} VERBATIM)
endforeach()
foreach(name IN LISTS fonts)
  configure_file(${italia}/fonts/Titillium_Web/${name} ${web}/${name} COPYONLY)
endforeach()
list(TRANSFORM packed APPEND .gz OUTPUT_VARIABLE gzipped)
incontro_embed(incontro_server server_static ${web} ${packed} ${gzipped} ${fonts})
