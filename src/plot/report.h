// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/theme.h"

#include <functional>
#include <memory>

namespace plot {

/// Pictures on pages: facts, chart, profiles and the table of periods. Laid out once, then drawn page by page.
class Report {
public:
    static constexpr double pageWidth = 1122.5; ///< px at 96 dpi: A4, landscape
    static constexpr double pageHeight = 793.7;

    /// The pictures outlive it.
    Report(const QList<CompositePicture> &pictures, const Theme &theme, Words words);

    [[nodiscard]] int pageCount() const { return int(pages_.size()); }
    void drawPage(QPainter &painter, int page) const;

private:
    /// Something as wide as the page that is not torn apart.
    struct Block {
        double height = 0;
        std::function<void(QPainter &painter, double top)> draw;
    };
    struct Page {
        const CompositePicture *picture = nullptr;
        QList<std::pair<double, std::shared_ptr<const Block>>> blocks; ///< by their tops
        double free = 0;
    };
    struct Table {
        QStringList titles;
        QList<double> widths; ///< px; the last column takes the rest
        QList<bool> areNumbers; ///< right-aligned
    };

    void addPicture(const CompositePicture &picture);
    void beginPage(const CompositePicture &picture);
    void place(Block block);
    void placeSection(const QString &title);
    void placeHead(const CompositePicture &picture);
    void placeChart(const CompositePicture &picture);
    void placeProfiles(const CompositePicture &picture);
    void placePeriods(const CompositePicture &picture);
    void placeHeader(const Table &table);
    void placeRow(const Table &table, const QStringList &cells);
    void drawCells(QPainter &painter, const Table &table, const QStringList &cells, double top, double height) const;
    [[nodiscard]] QRectF cellBox(const Table &table, qsizetype column, double top, double height) const;

    QList<Page> pages_;
    Theme theme_;
    Words words_;
};

} // namespace plot
