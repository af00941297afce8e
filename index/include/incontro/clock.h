#pragma once

#include <incontro/date.h>

namespace incontro {

// Where "now" comes from; nothing else in the project reads a clock to decide something.
// Any thread may ask.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Timestamp now() const = 0;  // Italian civil time
  Date today() const { return date_of(now()); }
};

// The machine's clock, converted to Europe/Rome.
class SystemClock final : public Clock {
 public:
  Timestamp now() const override;
};

// Stands still: for tests and for `--now`.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(Timestamp now) : now_(now) {}
  explicit FixedClock(Date day) : now_(day) {}
  Timestamp now() const override { return now_; }

 private:
  Timestamp now_;
};

}  // namespace incontro
