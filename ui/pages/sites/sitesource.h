// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/error.h"
#include "store/stations.h"
#include "ui/backend.h"
#include "ui/models/changegate.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/sites/siterow.h"

namespace ui {

/// Keeps the sites, and who may become a member of one, in step with the database.
class SiteSource : public QObject {
    Q_OBJECT
public:
    SiteSource(const Backend &backend, QObject *parent);

    /// The lines that pass the search.
    [[nodiscard]] TableModel<SiteRow> &model() { return model_; }
    /// All lines, in the order of the tree.
    [[nodiscard]] const QList<SiteRow> &rows() const { return rows_; }
    /// See matchingRows(); empty: all lines.
    void setWords(const QString &text);
    [[nodiscard]] bool isFiltering() const { return !words_.isEmpty(); }
    [[nodiscard]] const QList<store::SiteView> &sites() const { return sites_; }
    [[nodiscard]] const QStringList &stations() const { return stations_; }
    /// Null if it is gone.
    [[nodiscard]] const store::SiteView *site(const QString &name) const;
    /// "1 site, 3 cars charging, 1 waits".
    [[nodiscard]] QString headline() const;
    void setOpen(bool open);
    void reload();

signals:
    /// After each reading that went well.
    void updated();
    void failed(const store::Error &error);

private:
    struct Reading;
    static Reading readAll(store::Database &db);
    void read();
    void present(const QList<SiteRow> &rows);

    Backend backend_;
    TableModel<SiteRow> model_;
    QList<SiteRow> rows_;
    QStringList words_;
    QList<store::SiteView> sites_;
    QStringList stations_;
    ChangeGate gate_;
};

} // namespace ui
