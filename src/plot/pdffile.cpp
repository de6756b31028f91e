// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/picturefile.h"
#include "plot/report.h"
#include "plot/timeaxis.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPdfWriter>

namespace plot::detail {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int resolution = 1200; // dpi
constexpr qsizetype secondsDigits = 14; // yyyyMMddhhmmss

/// Qt writes the present; of the same picture the same file shall come. As long as before, for the places in the file's
/// index stay.
QByteArray withMadeAt(QByteArray pdf, const CompositePicture &picture)
{
    const QByteArray key = "/CreationDate (D:";
    const qsizetype at = pdf.indexOf(key);
    const QByteArray time = localTime(picture.madeAt, QTimeZone::utc()).toString(u"yyyyMMddhhmmss"_s).toLatin1();
    if (at < 0 || time.size() != secondsDigits)
        return pdf;
    const qsizetype begin = at + key.size();
    pdf.replace(begin, secondsDigits, time);
    // The zone follows, as "Z", or as "+01'00'" up to the bracket.
    for (qsizetype i = begin + secondsDigits; i < pdf.size() && pdf.at(i) != ')'; ++i) {
        if (pdf.at(i) >= '0' && pdf.at(i) <= '9')
            pdf[i] = '0';
    }
    return pdf;
}

} // namespace

Written pdfFile(const QList<CompositePicture> &pictures, const FileOptions &options)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(0, 0, 0, 0)));
    writer.setResolution(resolution);
    writer.setTitle(u"%1, %2"_s.arg(options.words.title, headline(pictures.first(), options.words)));
    writer.setCreator(u"Stationmaster"_s);
    const Report report(pictures, options.theme, options.words);
    QPainter painter;
    if (!painter.begin(&writer))
        return tl::unexpected(u"The picture cannot be drawn as PDF. Take svg or png."_s);
    painter.scale(resolution / 96.0, resolution / 96.0);
    for (int page = 0; page < report.pageCount(); ++page) {
        if (page > 0)
            writer.newPage();
        report.drawPage(painter, page);
    }
    painter.end();
    return withMadeAt(buffer.data(), pictures.first());
}

} // namespace plot::detail
