// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/fileformat.h"

#include <QList>
#include <QStringView>

#include <algorithm>

namespace plot {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr FormatRow table[] = {
    {FileFormat::Svg, "svg"_L1, "image/svg+xml"},
    {FileFormat::Png, "png"_L1, "image/png"},
    {FileFormat::Pdf, "pdf"_L1, "application/pdf"},
    {FileFormat::Xlsx, "xlsx"_L1, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
};

} // namespace

std::span<const FormatRow> formats()
{
    return table;
}

const FormatRow &rowOf(FileFormat format)
{
    return *std::ranges::find(table, format, &FormatRow::format);
}

std::optional<FileFormat> formatNamed(QStringView name)
{
    const auto row = std::ranges::find_if(table, [name](const FormatRow &one) { return one.name == name; });
    return row == std::end(table) ? std::nullopt : std::optional(row->format);
}

std::optional<QSize> sizeNamed(QStringView text)
{
    constexpr int least = 200;
    constexpr int most = 8000;
    const auto parts = text.split(u'x');
    bool isWide = false;
    bool isHigh = false;
    const QSize size(parts.value(0).toInt(&isWide), parts.value(1).toInt(&isHigh));
    const bool isInRange =
        std::min(size.width(), size.height()) >= least && std::max(size.width(), size.height()) <= most;
    return parts.size() == 2 && isWide && isHigh && isInRange ? std::optional(size) : std::nullopt;
}

} // namespace plot
