// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/picturefile.h"
#include "plot/sheet.h"

#include <QBuffer>
#include <QImage>
#include <QRegularExpression>
#include <QSvgGenerator>

#include <cmath>

namespace plot::detail {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int scale = 2; // for sharp screens and paper
constexpr double highestImage = 16000; // px; more than viewers show
constexpr int dotsPerMeter = 3780 * scale; // 96 dpi

QSizeF sizeOf(const QList<CompositePicture> &pictures, const FileOptions &options)
{
    QSizeF size(0, 0);
    for (const CompositePicture &picture : pictures) {
        const QSizeF one = sheetSize(picture, options.size);
        size = {std::max(size.width(), one.width()), size.height() + one.height()};
    }
    return size;
}

void drawAll(QPainter &painter, const QList<CompositePicture> &pictures, const FileOptions &options)
{
    painter.fillRect(QRectF(QPointF(0, 0), sizeOf(pictures, options)), options.theme.ground);
    double y = 0;
    for (const CompositePicture &picture : pictures) {
        const QSizeF size = sheetSize(picture, options.size);
        drawSheet(painter, QRectF(QPointF(0, y), size), picture, options.theme, options.words);
        y += size.height();
    }
}

/// Qt names one family alone. Another program may not have it.
QByteArray withOtherFonts(const QByteArray &svg)
{
    static const QRegularExpression family(u"font-family=\"([^\"]*)\""_s);
    return QString::fromUtf8(svg)
        .replace(family, u"font-family=\"\\1, 'Helvetica Neue', Arial, sans-serif\""_s)
        .toUtf8();
}

QString titleOf(const CompositePicture &picture, const Words &words)
{
    return u"%1, %2"_s.arg(words.title, headline(picture, words));
}

} // namespace

Written svgFile(const QList<CompositePicture> &pictures, const FileOptions &options)
{
    const QSizeF size = sizeOf(pictures, options);
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), size));
    generator.setResolution(96);
    generator.setTitle(titleOf(pictures.first(), options.words).toHtmlEscaped()); // Qt writes both as they are
    generator.setDescription(periodText(pictures.first(), options.words).toHtmlEscaped());
    QPainter painter;
    if (!painter.begin(&generator))
        return tl::unexpected(u"The picture cannot be drawn as SVG. Take png or pdf."_s);
    drawAll(painter, pictures, options);
    painter.end();
    return withOtherFonts(buffer.data());
}

Written pngFile(const QList<CompositePicture> &pictures, const FileOptions &options)
{
    const QSizeF size = sizeOf(pictures, options);
    if (std::max(size.width(), size.height()) > highestImage)
        return tl::unexpected(
            u"%1 pictures, one below the other, are too high for a PNG. Take pdf, or one connector."_s.arg(
                pictures.size()));
    QImage image((size * scale).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return tl::unexpected(u"There is no memory for a picture of %1 × %2 px. Take a smaller one, or svg or pdf."_s
                                  .arg(size.width() * scale)
                                  .arg(size.height() * scale));
    image.setDotsPerMeterX(dotsPerMeter);
    image.setDotsPerMeterY(dotsPerMeter);
    image.setText(u"Title"_s, titleOf(pictures.first(), options.words));
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    drawAll(painter, pictures, options);
    painter.end();
    QBuffer buffer;
    if (!image.save(&buffer, "PNG"))
        return tl::unexpected(u"The picture cannot be written as PNG. Take svg or pdf."_s);
    return buffer.data();
}

} // namespace plot::detail
