// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/report.h"

#include "plot/chart.h"
#include "plot/sheet.h"

#include <QFontMetricsF>

#include <algorithm>

namespace plot {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double margin = 48; // px
constexpr double footHeight = 24;
constexpr double chartHeight = 310;
constexpr double cellGap = 18;
constexpr double rowGap = 8; // above and below the text together
constexpr double highestRow = 220;
constexpr qsizetype mostPeriods = 12; // of a profile: the table of periods tells what comes of all of them
constexpr double inner = Report::pageWidth - 2 * margin;

struct Fact {
    QString name;
    QString value;
};

QList<Fact> factsOf(const CompositePicture &picture, const Words &words)
{
    QList<Fact> facts{{words.stationFact, picture.station},   {words.modelFact, picture.model},
                      {words.firmwareFact, picture.firmware}, {words.periodFact, periodText(picture, words)},
                      {words.zoneFact, zoneText(picture)},    {words.madeFact, madeText(picture, words)}};
    facts.removeIf([](const Fact &fact) { return fact.value.isEmpty(); });
    return facts;
}

QFont cellFont()
{
    return pixelFont(smallPixels);
}

} // namespace

Report::Report(const QList<CompositePicture> &pictures, const Theme &theme, Words words)
    : theme_(theme), words_(std::move(words))
{
    for (const CompositePicture &picture : pictures)
        addPicture(picture);
}

void Report::addPicture(const CompositePicture &picture)
{
    beginPage(picture);
    placeHead(picture);
    placeChart(picture);
    placeProfiles(picture);
    placePeriods(picture);
}

void Report::beginPage(const CompositePicture &picture)
{
    pages_.append({&picture, {}, margin});
}

void Report::place(Block block)
{
    if (pages_.last().free + block.height > pageHeight - margin - footHeight && pages_.last().free > margin)
        beginPage(*pages_.last().picture);
    Page &page = pages_.last();
    const double top = page.free;
    page.free += block.height;
    page.blocks.append({top, std::make_shared<const Block>(std::move(block))});
}

/// Not as the last on a page.
void Report::placeSection(const QString &title)
{
    constexpr double withTwoRows = 110;
    if (pages_.last().free + withTwoRows > pageHeight - margin - footHeight)
        beginPage(*pages_.last().picture);
    place({38, [this, title](QPainter &painter, double top) {
               drawText(painter, {margin, top + 12, inner, 22}, title,
                        {pixelFont(sectionPixels, QFont::DemiBold), theme_.text});
           }});
}

void Report::placeHead(const CompositePicture &picture)
{
    place({52, [this, &picture](QPainter &painter, double top) {
               drawText(painter, {margin, top, inner, 30}, headline(picture, words_),
                        {pixelFont(titlePixels, QFont::DemiBold), theme_.text});
               drawText(painter, {margin, top, inner, 30}, words_.title,
                        {pixelFont(sectionPixels), theme_.muted, Qt::AlignRight});
           }});
    place({50, [this, facts = factsOf(picture, words_)](QPainter &painter, double top) {
               // What is long gets more room.
               double free = inner - double(facts.size() - 1) * 20;
               double wanted = 0;
               for (const Fact &fact : facts)
                   wanted += std::max(40.0, textWidth(pixelFont(12), fact.value));
               const double stretch = std::min(1.0, free / std::max(1.0, wanted));
               double left = margin;
               for (const Fact &fact : facts) {
                   const double width = stretch * std::max(40.0, textWidth(pixelFont(12), fact.value)) + 1;
                   drawText(painter, {left, top, width + 20, 16}, fact.name, {pixelFont(10), theme_.muted});
                   drawText(painter, {left, top + 16, width, 18}, fact.value, {pixelFont(12), theme_.text});
                   left += width + 28;
               }
           }});
}

void Report::placeChart(const CompositePicture &picture)
{
    place({chartHeight, [this, &picture](QPainter &painter, double top) {
               Chart({margin, top + 6, inner, chartHeight - 12}, picture, theme_, words_).draw(painter);
           }});
    if (picture.differences.isEmpty())
        return;
    placeSection(words_.differences);
    const double notes = differenceNotesHeight(picture);
    place({notes + 4, [this, &picture, notes](QPainter &painter, double top) {
               drawDifferenceNotes(painter, {margin, top, inner, notes}, picture, theme_, words_);
           }});
}

QRectF Report::cellBox(const Table &table, qsizetype column, double top, double height) const
{
    double left = margin;
    for (qsizetype i = 0; i < column; ++i)
        left += table.widths.at(i) + cellGap;
    const double width = column < table.widths.size() ? table.widths.at(column) : margin + inner - left;
    return {left, top, width, height};
}

void Report::drawCells(QPainter &painter, const Table &table, const QStringList &cells, double top, double height) const
{
    for (qsizetype column = 0; column < cells.size(); ++column) {
        const Qt::Alignment side = table.areNumbers.value(column) ? Qt::AlignRight : Qt::AlignLeft;
        painter.drawText(cellBox(table, column, top, height), int(side | Qt::AlignTop) | Qt::TextWordWrap,
                         cells.at(column));
    }
}

void Report::placeHeader(const Table &table)
{
    place({22, [this, table](QPainter &painter, double top) {
               painter.setFont(pixelFont(10, QFont::Medium));
               painter.setPen(theme_.muted);
               drawCells(painter, table, table.titles, top + 2, 16);
               painter.setPen(QPen(theme_.edge, 0.75));
               painter.drawLine(QPointF(margin, top + 19), QPointF(margin + inner, top + 19));
           }});
}

void Report::placeRow(const Table &table, const QStringList &cells)
{
    const QFontMetricsF metrics(cellFont());
    double tallest = metrics.height();
    for (qsizetype column = 0; column < cells.size(); ++column) {
        const QRectF box = cellBox(table, column, 0, 10000);
        tallest = std::max(tallest, metrics.boundingRect(box, Qt::TextWordWrap, cells.at(column)).height());
    }
    const double rowHeight = std::min(tallest, highestRow) + rowGap;
    if (pages_.last().free + rowHeight > pageHeight - margin - footHeight) {
        beginPage(*pages_.last().picture);
        placeHeader(table);
    }
    place({rowHeight, [this, table, cells, rowHeight](QPainter &painter, double top) {
               painter.setFont(cellFont());
               painter.setPen(theme_.text);
               drawCells(painter, table, cells, top + rowGap / 2, rowHeight - rowGap / 2);
               painter.setPen(QPen(theme_.grid, 0.5));
               painter.drawLine(QPointF(margin, top + rowHeight), QPointF(margin + inner, top + rowHeight));
           }});
}

void Report::placeProfiles(const CompositePicture &picture)
{
    placeSection(words_.profiles);
    const Table table{words_.profileColumns, {40, 146, 34, 58, 100, 206}, {true, false, true, true}};
    if (picture.profiles.isEmpty())
        return placeRow({{}, {}, {}}, {words_.noProfiles});
    placeHeader(table);
    for (const charging::PlacedProfile &placed : picture.profiles) {
        const ocpp::ChargingProfile &profile = placed.csChargingProfiles;
        placeRow(table, {QString::number(profile.chargingProfileId), toString(profile.chargingProfilePurpose),
                         QString::number(profile.stackLevel), QString::number(placed.connectorId), kindText(profile),
                         validityText(profile, picture.zone, words_),
                         scheduleText(profile, picture.zone, words_, mostPeriods)});
    }
}

void Report::placePeriods(const CompositePicture &picture)
{
    placeSection(words_.periods);
    // The reason names the profile.
    const QStringList &titles = words_.periodColumns;
    const Table table{{titles.value(0), titles.value(1), titles.value(2), titles.value(3), titles.value(5)},
                      {132, 132, 58, 42},
                      {false, false, true, true}};
    placeHeader(table);
    for (const PeriodRow &row : picture.periods) {
        placeRow(table, {momentText(row.from, picture.zone, words_), momentText(row.to, picture.zone, words_),
                         row.limit ? limitText(*row.limit, picture.unit, words_) : words_.noLimit,
                         row.numberPhases ? QString::number(*row.numberPhases) : QString(), row.reason});
    }
}

void Report::drawPage(QPainter &painter, int page) const
{
    const Page &shown = pages_.at(page);
    for (const auto &[top, block] : shown.blocks)
        block->draw(painter, top);
    const QRectF foot(margin, pageHeight - margin + 4, inner, 16);
    drawText(painter, foot, headline(*shown.picture, words_), {pixelFont(10), theme_.muted});
    drawText(painter, foot, words_.page.arg(page + 1).arg(pageCount()), {pixelFont(10), theme_.muted, Qt::AlignRight});
}

} // namespace plot
