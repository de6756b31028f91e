// SPDX-License-Identifier: GPL-3.0-or-later
#include "daychart.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <string_view>

namespace {

// px of the picture
constexpr double plotLeft = 56;
constexpr double plotTop = 24;
constexpr double plotWidth = 864;
constexpr double plotHeight = 300;
constexpr int gridLines = 4; // up to the main fuse
constexpr int gridTimes = 8;

using Value = std::function<double(const DayChart::Point &)>;

double mostDrawn(const DayChart::Point &point)
{
    return *std::ranges::max_element(point.drawn);
}

double mayBeDrawn(const DayChart::Point &point)
{
    return point.allowed;
}

void writeTime(std::ofstream &file, int second, const char *format)
{
    char text[16];
    std::snprintf(text, sizeof text, format, second / 3600, second / 60 % 60);
    file << text;
}

void writeCsv(std::ofstream &file, const DayChart &chart)
{
    file << "time,L1 A,L2 A,L3 A,may be drawn A,fuse A\n";
    int second = chart.from;
    for (const DayChart::Point &point : chart.points) {
        writeTime(file, second, "%02d:%02d");
        char line[96];
        std::snprintf(line, sizeof line, ",%.1f,%.1f,%.1f,%.1f,%.1f\n", point.drawn[0], point.drawn[1], point.drawn[2],
                      point.allowed, chart.mainFuse);
        file << line;
        second += chart.pointEvery;
    }
}

class Picture {
public:
    Picture(std::ofstream &file, const DayChart &chart) : file_(file), chart_(chart) {}

    /// Filled: drawn, on the phase with most. Line: may be drawn. Dashed: what the fuse bears.
    void write()
    {
        file_
            << R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1040 372" font-family="Inter, sans-serif" font-size="12">
<rect width="1040" height="372" fill="#fff"/>
)";
        writeGrid();
        file_ << "<path fill=\"#0b6e99\" fill-opacity=\"0.35\" d=\"";
        writeSteps(mostDrawn);
        file_ << " V" << yAt(0) << " H" << plotLeft
              << " Z\"/>\n<path fill=\"none\" stroke=\"#0b6e99\" stroke-width=\"1.5\" d=\"";
        writeSteps(mayBeDrawn);
        file_ << "\"/>\n<path d=\"M" << plotLeft << ' ' << yAt(chart_.mainFuse) << 'h' << plotWidth
              << "\" stroke=\"#b3261e\" stroke-width=\"2\" stroke-dasharray=\"8 5\"/>\n";
        writeLegend();
        file_ << "</svg>\n";
    }

private:
    double yAt(double amps) const { return plotTop + plotHeight * (1 - amps / (1.125 * chart_.mainFuse)); }
    void writeGrid()
    {
        for (int line = 0; line <= gridLines; ++line) {
            const double amps = chart_.mainFuse * line / gridLines;
            file_ << "<path d=\"M" << plotLeft << ' ' << yAt(amps) << 'h' << plotWidth
                  << "\" stroke=\"#dde1e7\"/><text x=\"" << plotLeft - 8 << "\" y=\"" << yAt(amps) + 4
                  << "\" text-anchor=\"end\" fill=\"#5c6470\">" << amps << (line == gridLines ? " A" : "")
                  << "</text>\n";
        }
        const int length = int(chart_.points.size()) * chart_.pointEvery;
        for (int time = 0; time <= gridTimes; ++time) {
            file_ << "<text x=\"" << plotLeft + plotWidth * time / gridTimes << "\" y=\"" << plotTop + plotHeight + 20
                  << "\" text-anchor=\"middle\" fill=\"#5c6470\">";
            writeTime(file_, chart_.from + length * time / gridTimes, "%d:%02d");
            file_ << "</text>\n";
        }
    }
    void writeSteps(const Value &value)
    {
        double x = plotLeft;
        for (const DayChart::Point &point : chart_.points) {
            file_ << (x > plotLeft ? "H" : "M") << x << (x > plotLeft ? " V" : " ") << yAt(value(point)) << ' ';
            x += plotWidth / double(chart_.points.size());
        }
        file_ << 'H' << plotLeft + plotWidth;
    }
    void writeLegend()
    {
        const double beside = plotLeft + plotWidth + 8;
        const DayChart::Point &last = chart_.points.back();
        file_ << "<text x=\"" << beside << "\" y=\"" << yAt(chart_.mainFuse) - 6
              << "\" fill=\"#b3261e\">main fuse</text>\n"
              << "<text x=\"" << beside << "\" y=\"" << yAt(last.allowed) + 14
              << "\" fill=\"#0b6e99\">may be drawn</text>\n"
              << "<text x=\"" << beside << "\" y=\"" << yAt(mostDrawn(last) / 2)
              << "\" fill=\"#1b1f26\">drawn</text>\n";
    }

    std::ofstream &file_;
    const DayChart &chart_;
};

} // namespace

void DayChart::write(const char *name) const
{
    std::ofstream file(name);
    if (!std::string_view(name).ends_with(".svg"))
        writeCsv(file, *this);
    else if (!points.empty())
        Picture(file, *this).write();
}
