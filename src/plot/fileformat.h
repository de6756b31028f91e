// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QSize>
#include <QStringView>

#include <optional>
#include <span>

namespace plot {

/// As what a picture can be written.
enum class FileFormat { Svg, Png, Pdf, Xlsx };

struct FormatRow {
    FileFormat format;
    QLatin1StringView name; ///< for programs, and at the end of a file's name
    const char *mediaType;
};
std::span<const FormatRow> formats();
const FormatRow &rowOf(FileFormat format);
/// By its name: "svg".
std::optional<FileFormat> formatNamed(QStringView name);
/// "1120x480": px, from 200 to 8000 each.
std::optional<QSize> sizeNamed(QStringView text);

} // namespace plot
