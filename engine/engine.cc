#include <incontro/assert.h>
#include <incontro/engine.h>
#include <incontro/privacy.h>

#include <algorithm>
#include <iterator>

#include "engine_impl.h"
#include "percolate/saved_searches_impl.h"

namespace incontro {

View Engine::Impl::view_of(const StoredRecord& stored, Extent extent) const {
  View view;
  view.record = public_view(stored.record, extent);
  view.validity = validity_of(system_of(stored.record), settings.validity_days);
  view.state = stored.state.status == Status::published
                   ? state_on(view.validity, options.clock->today())
                   : State::withdrawn;
  view.successor = stored.state.successor;
  view.incentives = incentives_of(stored.record, options.clock->today());
  return view;
}

namespace {

// The folder of the home, made where it may be and is not. A home that has indexes and no store is
// damaged, not new.
Done find_home(const EngineOptions& options) {
  namespace fs = std::filesystem;
  std::error_code error;
  const bool has_store = fs::exists(options.home / "store", error);
  if (has_store) return ok;
  for (const char* left : {"store.seal", "blocks", "text"})
    if (fs::exists(options.home / left, error))
      return Error{Code::corrupt, "its folder store/ is missing: put it back from a copy"};
  if (options.access != Access::create)
    return Error{Code::not_found, "no home at " + options.home.string()};
  fs::create_directories(options.home, error);
  if (!error) fs::permissions(options.home, fs::perms::owner_all, error);
  if (error)
    return Error{Code::io, "cannot create " + options.home.string() + ": " + error.message()};
  return ok;
}

}  // namespace

Engine::Engine(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Engine::~Engine() = default;

Result<std::unique_ptr<Engine>> Engine::open(const EngineOptions& options) {
  INCONTRO_ASSERT(options.clock != nullptr && "an engine needs a clock");
  const std::filesystem::path settings_file = options.home / "settings.conf";
  if (const Done found = find_home(options); !found) return found.error();

  auto impl = std::make_unique<Impl>(options);
  const auto settings = load_settings(settings_file);
  if (!settings) return settings.error();
  impl->settings = *settings;

  auto store = Store::open(options.home / "store", options.access);
  if (!store) return store.error();
  impl->store = std::move(*store);
  if (options.access == Access::create) {
    if (const Done done = create_settings(settings_file); !done) return done.error();
    impl->options.access = Access::exclusive;
  }

  auto indexer = Indexer::open(options.home, *impl->store, impl->options.access);
  if (!indexer) return indexer.error();
  impl->indexer = std::move(*indexer);
  impl->lexicons = std::make_unique<LexiconKeeper>([of = impl.get()] {
    return of->maker.make(*of->indexer->snapshot(), of->options.clock->today(),
                          of->settings.validity_days);
  });
  if (const Done done = impl->open_saved_searches(); !done) return done.error();
  return std::unique_ptr<Engine>(new Engine(std::move(impl)));
}

Done Engine::Impl::open_saved_searches() {
  auto of_saved = std::make_unique<SavedSearches::Impl>(
      Surroundings{.store = *store,
                   .analyzer = analyzer,
                   .acronyms = acronyms,
                   .clock = *options.clock,
                   .validity_days = settings.validity_days,
                   .snapshot = [this] { return indexer->snapshot(); },
                   .check = [this](const Query& query) -> Done {
                     const auto plan = plan_of(query, *indexer->snapshot());
                     return plan ? Done(ok) : Done(plan.error());
                   }});
  if (options.access != Access::shared) {
    of_saved->percolator = std::make_unique<Percolator>(of_saved->around);
    if (const Done done = of_saved->percolator->open(); !done) return done;
  }
  saved = std::make_unique<SavedSearches>(std::move(of_saved));
  return ok;
}

SavedSearches& Engine::saved_searches() { return *impl_->saved; }
const SavedSearches& Engine::saved_searches() const { return *impl_->saved; }

Result<View> Engine::show(const RecordCode& code) const {
  const auto stored = impl_->store->record(code);
  if (!stored) return stored.error();
  return impl_->view_of(*stored, Extent::whole);
}

Store& Engine::store() { return *impl_->store; }

Done Engine::wait_for(Sequence sequence, std::chrono::milliseconds patience) const {
  return impl_->indexer->wait_for(sequence, patience);
}

Result<CheckReport> Engine::check() const {
  CheckReport report;
  report.store = impl_->store->last();
  if (const Done whole = impl_->store->verify(); !whole) {
    if (whole.error().code != Code::corrupt) return whole.error();
    report.lost.push_back(whole.error().message);
  }
  auto comparison = impl_->indexer->compare();
  if (!comparison) return comparison.error();
  report.blocks = impl_->indexer->snapshot()->sequence;
  report.text = comparison->text;
  for (const Collection collection : collections) {
    const auto i = static_cast<std::size_t>(collection);
    report.records[i] = comparison->records[i];
    report.documents[i] = comparison->documents[i];
  }
  std::ranges::move(comparison->lost, std::back_inserter(report.lost));
  report.damaged = std::move(comparison->damaged);
  report.differences = std::move(comparison->differences);
  report.following = std::move(comparison->following);
  if (report.blocks != report.store)
    report.differences.push_back("the blocks have not reached the store");
  return report;
}

Done Engine::rebuild() { return impl_->indexer->rebuild(); }
const std::vector<Repair>& Engine::repairs() const { return impl_->indexer->repairs(); }

int Engine::validity_days() const { return impl_->settings.validity_days; }
Date Engine::today() const { return impl_->options.clock->today(); }

}  // namespace incontro
