#include "store/record_codec.h"

#include <incontro/bytes.h>

#include <concepts>
#include <type_traits>

#include "store/member_count.h"

namespace incontro {
namespace {

constexpr std::uint64_t version = 1;

// One list of fields serves both directions: visit(archive, record) hands every field to the
// archive, which writes or reads it. `auto&` is const when writing.
class Writer {
 public:
  void operator()(const std::string& text) { out_.text(text); }
  template <Table T>
  void operator()(const CodeOf<T>& code) {
    out_.text(code.value);
  }
  void operator()(const int& number) { out_.signed_number(number); }
  void operator()(const Kind& kind) { out_.number(static_cast<std::uint64_t>(kind)); }
  void operator()(const Date& date) { out_.signed_number(date.time_since_epoch().count()); }
  void operator()(const Timestamp& stamp) { out_.signed_number(stamp.time_since_epoch().count()); }
  void operator()(const std::optional<bool>& flag) { out_.number(flag ? (*flag ? 2 : 1) : 0); }
  void operator()(const std::optional<Date>& date) {
    out_.number(date.has_value());
    if (date) (*this)(*date);
  }
  template <class T>
  void operator()(const std::vector<T>& values) {
    out_.number(values.size());
    for (const T& value : values) (*this)(value);
  }
  template <class T>
  void operator()(const T& record) {
    fields(*this, record);
  }
  std::string take() && { return std::move(out_).take(); }
  ByteWriter& out() { return out_; }

 private:
  ByteWriter out_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : in_(bytes) {}

  void operator()(std::string& text) { text = in_.text(); }
  template <Table T>
  void operator()(CodeOf<T>& code) {
    code.value = in_.text();
  }
  void operator()(int& number) {
    const std::int64_t value = in_.signed_number();
    number = static_cast<int>(value);
    if (number != value) in_.fail();
  }
  void operator()(Kind& kind) {
    const std::uint64_t value = in_.number();
    if (value > 1) in_.fail();
    kind = value == 1 ? Kind::close : Kind::publish;
  }
  void operator()(Date& date) {
    int days = 0;
    (*this)(days);
    date = Date(std::chrono::days(days));
  }
  void operator()(Timestamp& stamp) {
    stamp = Timestamp(std::chrono::seconds(in_.signed_number()));
  }
  void operator()(std::optional<bool>& flag) {
    const std::uint64_t value = in_.number();
    if (value > 2) in_.fail();
    flag = value == 0 ? std::optional<bool>() : value == 2;
  }
  void operator()(std::optional<Date>& date) {
    const std::uint64_t present = in_.number();
    if (present > 1) in_.fail();
    if (present == 1) (*this)(date.emplace());
  }
  template <class T>
  void operator()(std::vector<T>& values) {
    // One by one, because a hostile count may promise far more than the bytes hold.
    for (std::size_t left = in_.count(); left > 0 && in_.good(); --left)
      (*this)(values.emplace_back());
  }
  template <class T>
  void operator()(T& record) {
    fields(*this, record);
  }
  ByteReader& in() { return in_; }

 private:
  ByteReader in_;
};

template <class A, class R, class... F>
void each(A& archive, R& record, F... members) {
  static_assert(sizeof...(F) == member_count<std::remove_const_t<R>>(),
                "a member was added to the record and not to its list");
  (archive(record.*members), ...);
}

// The lists: every member of every record, in the order of record.h. Their lengths are checked
// above, what they name by the round trip of records whose fields all differ
// (record_codec_test.cc).
template <class T, class Plain>
concept Is = std::same_as<std::remove_const_t<T>, Plain>;

template <class A>
void fields(A& a, Is<Contacts> auto& r) {
  using C = Contacts;
  each(a, r, &C::address, &C::telephone, &C::mobile, &C::fax, &C::email);
}
template <class A>
void fields(A& a, Is<Intermediary> auto& r) {
  using I = Intermediary;
  each(a, r, &I::code, &I::fiscal_code, &I::name, &I::place, &I::postcode, &I::contacts);
}
template <class A>
void fields(A& a, Is<SystemData> auto& r) {
  using S = SystemData;
  each(a, r, &S::kind, &S::code, &S::predecessor, &S::closing_reason, &S::inserted, &S::expires,
       &S::contacts_visible, &S::intermediary);
}
template <class A>
void fields(A& a, Is<LanguageSkill> auto& r) {
  using L = LanguageSkill;
  each(a, r, &L::language, &L::read, &L::written, &L::spoken);
}
template <class A>
void fields(A& a, Is<Job> auto& r) {
  each(a, r, &Job::kind, &Job::profession, &Job::title, &Job::duties, &Job::employer,
       &Job::employer_address, &Job::from, &Job::to);
}
template <class A>
void fields(A& a, Is<Education> auto& r) {
  each(a, r, &Education::level, &Education::title, &Education::mark);
}
template <class A>
void fields(A& a, Is<Training> auto& r) {
  using T = Training;
  each(a, r, &T::title, &T::place, &T::duration, &T::unit, &T::attestation, &T::profession,
       &T::qualification);
}
template <class A>
void fields(A& a, Is<WantedJob> auto& r) {
  using W = WantedJob;
  each(a, r, &W::profession, &W::title, &W::description, &W::experienced, &W::experience,
       &W::transfers, &W::modes, &W::contracts, &W::own_transport);
}
template <class A>
void fields(A& a, Is<Person> auto& r) {
  using P = Person;
  each(a, r, &P::fiscal_code, &P::surname, &P::name, &P::sex, &P::born, &P::birthplace,
       &P::citizenship, &P::home, &P::postcode, &P::contacts);
}
template <class A>
void fields(A& a, Is<Employer> auto& r) {
  using E = Employer;
  each(a, r, &E::fiscal_code, &E::name, &E::sector, &E::size, &E::web, &E::place, &E::postcode,
       &E::contacts);
}
template <class A>
void fields(A& a, Is<Cv> auto& r) {
  each(a, r, &Cv::system, &Cv::person, &Cv::jobs, &Cv::education, &Cv::training, &Cv::languages,
       &Cv::it_skills, &Cv::it_details, &Cv::registers, &Cv::licences, &Cv::certificates,
       &Cv::wanted, &Cv::diffusion, &Cv::receives_benefits);
}
template <class A>
void fields(A& a, Is<Vacancy> auto& r) {
  using V = Vacancy;
  each(a, r, &V::system, &V::employer, &V::positions, &V::profession, &V::title, &V::description,
       &V::experience_required, &V::experience, &V::education, &V::professional_register,
       &V::languages, &V::it_skills, &V::other_skills, &V::transfers, &V::licences,
       &V::own_transport, &V::certificates, &V::other_requirements, &V::workplace, &V::contract,
       &V::duration, &V::agreement, &V::contract_level, &V::mode, &V::gross_salary,
       &V::other_conditions, &V::open_to_non_eu, &V::intermediary_reference);
}

}  // namespace

std::string encode_record(const Record& record) {
  Writer writer;
  writer.out().number(version);
  writer.out().number(record.index());
  std::visit([&](const auto& r) { fields(writer, r); }, record);
  return std::move(writer).take();
}

Result<Record> decode_record(std::string_view bytes) {
  Reader reader(bytes);
  if (reader.in().number() != version) return Error{Code::corrupt, "a record of another version"};
  Record record;
  const std::uint64_t collection = reader.in().number();
  if (collection == 1) record = Cv{};
  std::visit([&](auto& r) { fields(reader, r); }, record);
  if (collection > 1 || !reader.in().at_end()) return Error{Code::corrupt, "a damaged record"};
  return record;
}

}  // namespace incontro
