#include <boost/assert.hpp>
#include <stdexcept>
#include <string>

// Boost's own assertions, as the build asks (BOOST_ENABLE_ASSERT_HANDLER): some of them can be
// reached by what a client sends. They end the connection or the request that reached them, as any
// exception does, and not the server.
namespace boost {

void assertion_failed(const char* condition, const char* function, const char* file, long line) {
  throw std::logic_error(std::string(file) + ":" + std::to_string(line) + ": " + function + ": " +
                         condition);
}

void assertion_failed_msg(const char* condition, const char* message, const char* function,
                          const char* file, long line) {
  assertion_failed((std::string(condition) + ": " + message).c_str(), function, file, line);
}

}  // namespace boost
