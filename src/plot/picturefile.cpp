// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/picturefile.h"

namespace plot {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Stations send any character; not every file can hold it.
void clean(CompositePicture &picture)
{
    for (QString *text : {&picture.station, &picture.model, &picture.firmware})
        *text = printable(*text);
    for (PeriodRow &row : picture.periods) {
        row.profile = printable(row.profile);
        row.reason = printable(row.reason);
    }
}

} // namespace

tl::expected<QByteArray, QString> fileOf(FileFormat format, QList<CompositePicture> pictures,
                                         const FileOptions &options)
{
    if (pictures.isEmpty())
        return tl::unexpected(u"There is nothing to draw. Name at least one connector."_s);
    for (CompositePicture &picture : pictures)
        clean(picture);
    switch (format) {
    case FileFormat::Svg:
        return detail::svgFile(pictures, options);
    case FileFormat::Png:
        return detail::pngFile(pictures, options);
    case FileFormat::Pdf:
        return detail::pdfFile(pictures, options);
    case FileFormat::Xlsx:
        return detail::workbook(pictures, options);
    }
    Q_UNREACHABLE();
}

} // namespace plot
