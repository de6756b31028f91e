// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/sheet.h"

#include "plot/chart.h"

#include <algorithm>

namespace plot {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double sheetWidth = 1120; // px
constexpr double margin = 28;
constexpr double headHeight = 92;
constexpr double chartHeight = 360;
constexpr double noteHeight = 20;
constexpr int mostNotes = 8;

QString subtitle(const CompositePicture &picture, const Words &words)
{
    QString what = words.title;
    if (picture.lines.size() == 1)
        what += u", "_s + words.lines.value(int(picture.lines.first().source));
    return what + u" · "_s + periodText(picture, words);
}

QString facts(const CompositePicture &picture, const Words &words)
{
    QStringList texts;
    if (!picture.model.isEmpty())
        texts.append(picture.model);
    if (!picture.firmware.isEmpty())
        texts.append(words.firmwareFact + u' ' + picture.firmware);
    texts.append(zoneText(picture));
    texts.append(words.madeFact + u' ' + madeText(picture, words));
    return texts.join(u" · "_s);
}

} // namespace

double differenceNotesHeight(const CompositePicture &picture)
{
    const auto notes = picture.differences.size();
    return noteHeight * double(notes > mostNotes ? mostNotes + 1 : notes);
}

QSizeF sheetSize(const CompositePicture &picture, QSize wished)
{
    if (!wished.isEmpty())
        return wished;
    const double notes = picture.differences.isEmpty() ? 0 : differenceNotesHeight(picture) + 16;
    return {sheetWidth, margin + headHeight + chartHeight + notes + margin};
}

double drawDifferenceNotes(QPainter &painter, const QRectF &box, const CompositePicture &picture, const Theme &theme,
                           const Words &words)
{
    double y = box.top();
    const TextStyle style{pixelFont(12), theme.text};
    const auto shown = std::min<qsizetype>(picture.differences.size(), mostNotes);
    for (qsizetype i = 0; i < shown; ++i, y += noteHeight) {
        drawText(painter, {box.left(), y, 20, noteHeight}, QString::number(i + 1),
                 {pixelFont(12, QFont::DemiBold), theme.difference});
        drawText(painter, {box.left() + 22, y, box.width() - 22, noteHeight},
                 differenceText(picture, picture.differences.at(i), words), style);
    }
    if (shown < picture.differences.size()) {
        drawText(painter, {box.left() + 22, y, box.width() - 22, noteHeight},
                 words.moreDifferences.arg(picture.differences.size() - shown), {pixelFont(12), theme.muted});
        y += noteHeight;
    }
    return y;
}

void drawSheet(QPainter &painter, const QRectF &box, const CompositePicture &picture, const Theme &theme,
               const Words &words)
{
    const QRectF inner = box.marginsRemoved({margin, margin, margin, margin});
    drawText(painter, {inner.left(), inner.top(), inner.width(), 28}, headline(picture, words),
             {pixelFont(titlePixels, QFont::DemiBold), theme.text});
    drawText(painter, {inner.left(), inner.top() + 30, inner.width(), 20}, subtitle(picture, words),
             {pixelFont(textPixels), theme.text});
    drawText(painter, {inner.left(), inner.top() + 50, inner.width(), 18}, facts(picture, words),
             {pixelFont(smallPixels), theme.muted});
    const double notes = picture.differences.isEmpty() ? 0 : differenceNotesHeight(picture) + 16;
    const QRectF chart(inner.left(), inner.top() + headHeight, inner.width(),
                       std::max(40.0, inner.height() - headHeight - notes));
    Chart(chart, picture, theme, words).draw(painter);
    drawDifferenceNotes(painter, {inner.left(), chart.bottom() + 16, inner.width(), notes}, picture, theme, words);
}

} // namespace plot
