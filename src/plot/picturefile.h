// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/fileformat.h"
#include "plot/theme.h"

#include <QSize>

#include <tl/expected.hpp>

namespace plot {

struct FileOptions {
    QSize size{}; ///< of each picture, in px; a PNG has twice as many. Empty: 1120 wide and as high as it needs
    Theme theme{};
    Words words{};
};

/// The file's content. SVG and PNG show the pictures one below the other, a PDF gives each its pages and a workbook its
/// sheets. The same pictures give the same bytes where the same fonts are installed. All but a workbook need a
/// QGuiApplication; any thread. The error says what to do.
tl::expected<QByteArray, QString> fileOf(FileFormat format, QList<CompositePicture> pictures,
                                         const FileOptions &options = {});

namespace detail {
using Written = tl::expected<QByteArray, QString>;
Written svgFile(const QList<CompositePicture> &pictures, const FileOptions &options);
Written pngFile(const QList<CompositePicture> &pictures, const FileOptions &options);
Written pdfFile(const QList<CompositePicture> &pictures, const FileOptions &options);
Written workbook(const QList<CompositePicture> &pictures, const FileOptions &options);
} // namespace detail

} // namespace plot
