#include "report/bar_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>

namespace incontro::bench {
namespace {

constexpr double width = 960, left = 160, right = 90, bottom = 56;
constexpr double legend_top = 50, legend_line = 20, plot_gap = 22;
constexpr double bar = 13, bar_gap = 2, group_gap = 12;
constexpr double swatch = 12, letter = 7.2;  // about as wide as a letter of 12 points
// Told apart in print and by most colour-blind readers (Okabe and Ito).
constexpr std::string_view colours[] = {"#0072b2", "#e69f00", "#009e73", "#cc79a7",
                                        "#56b4e9", "#d55e00", "#000000", "#f0e442"};

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else
      out += c;
  }
  return out;
}

class Drawing {
 public:
  explicit Drawing(const BarChart& chart) : chart_(chart) {
    for (const BarChart::Series& one : chart.series)
      for (const auto& value : one.values)
        if (value) {
          const double power = std::log10(*value);
          low_ = drawn_ ? std::min(low_, std::floor(power)) : std::floor(power);
          high_ = drawn_ ? std::max(high_, std::ceil(power)) : std::ceil(power);
          drawn_ = true;
        }
    if (high_ <= low_) high_ = low_ + 1;
    group_ = static_cast<double>(chart.series.size()) * (bar + bar_gap) - bar_gap + group_gap;
    place_legend();
    plot_end_ = top_ + group_ * static_cast<double>(chart.categories.size());
  }

  std::string draw() && {
    const double height = plot_end_ + bottom;
    add(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" height="{1}" )"
        R"(font-family="sans-serif" font-size="12" fill="#222">)",
        width, height);
    add(R"(<rect width="100%" height="100%" fill="#ffffff"/>)");
    add(R"(<text x="{}" y="30" font-size="18" font-weight="bold">{}</text>)", left,
        escaped(chart_.title));
    legend();
    grid();
    for (std::size_t c = 0; c < chart_.categories.size(); ++c) category(c);
    add(R"(<text x="{}" y="{}" text-anchor="middle">{}</text>)", (left + width - right) / 2,
        plot_end_ + 42, escaped(chart_.axis));
    return std::move(out_) + "</svg>\n";
  }

 private:
  template <class... Parts>
  void add(fmt::format_string<Parts...> text, Parts&&... parts) {
    fmt::format_to(std::back_inserter(out_), text, std::forward<Parts>(parts)...);
    out_ += '\n';
  }

  double x_of(double value) const {
    return left + (std::log10(value) - low_) / (high_ - low_) * (width - right - left);
  }

  // In as many lines as it takes.
  void place_legend() {
    double x = left, y = legend_top;
    for (const BarChart::Series& one : chart_.series) {
      const double room = swatch + 6 + letter * static_cast<double>(one.name.size()) + 20;
      if (x > left && x + room > width) {
        x = left;
        y += legend_line;
      }
      legend_.push_back({x, y});
      x += room;
    }
    top_ = y + legend_line + plot_gap;
  }

  void legend() {
    for (std::size_t s = 0; s < legend_.size(); ++s) {
      const auto [x, y] = legend_[s];
      add(R"(<rect x="{}" y="{}" width="{}" height="{}" fill="{}"/>)", x, y, swatch, swatch,
          colour(s));
      add(R"(<text x="{}" y="{}">{}</text>)", x + swatch + 6, y + swatch - 2,
          escaped(chart_.series[s].name));
    }
  }

  void grid() {
    for (double power = low_; power <= high_; ++power) {
      const double value = std::pow(10, power), x = x_of(value);
      add(R"(<line x1="{0:.1f}" y1="{1}" x2="{0:.1f}" y2="{2}" stroke="#d0d0d0"/>)", x, top_ - 8,
          plot_end_);
      add(R"(<text x="{:.1f}" y="{}" text-anchor="middle" fill="#555">{}</text>)", x,
          plot_end_ + 18, short_time(value));
    }
  }

  void category(std::size_t c) {
    const double y = top_ + group_ * static_cast<double>(c);
    add(R"(<text x="{}" y="{:.1f}" text-anchor="end">{}</text>)", left - 10,
        y + (group_ - group_gap) / 2 + 4, escaped(chart_.categories[c]));
    for (std::size_t s = 0; s < chart_.series.size(); ++s) {
      const auto& value = chart_.series[s].values[c];
      const double bar_y = y + static_cast<double>(s) * (bar + bar_gap);
      const double end = value ? x_of(*value) : left;
      if (value)
        add(R"(<rect x="{}" y="{:.1f}" width="{:.1f}" height="{}" fill="{}"/>)", left, bar_y,
            std::max(end - left, 1.0), bar, colour(s));
      add(R"(<text x="{:.1f}" y="{:.1f}" font-size="11" fill="#444">{}</text>)", end + 5,
          bar_y + bar - 3, value ? short_time(*value) : "no value");
    }
  }

  static std::string_view colour(std::size_t s) { return colours[s % std::size(colours)]; }

  const BarChart& chart_;
  double low_ = 0, high_ = 0;  // powers of ten at the ends of the axis
  bool drawn_ = false;
  struct Point {
    double x, y;
  };
  std::vector<Point> legend_;  // one a series
  double group_ = 0, top_ = 0, plot_end_ = 0;
  std::string out_;
};

}  // namespace

std::string to_svg(const BarChart& chart) { return Drawing(chart).draw(); }

std::string short_time(double microseconds) {
  const bool seconds = microseconds >= 999'500, milliseconds = microseconds >= 999.5;
  const double value = seconds        ? microseconds / 1e6
                       : milliseconds ? microseconds / 1e3
                                      : microseconds;
  const char* unit = seconds ? "s" : milliseconds ? "ms" : "µs";
  // Three digits and no more, and no zeros after the point.
  return fmt::format("{:g} {}", std::stod(fmt::format("{:.3g}", value)), unit);
}

}  // namespace incontro::bench
