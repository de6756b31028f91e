// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/error.h"
#include "store/idtags.h"
#include "ui/backend.h"
#include "ui/models/changegate.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/locallists/listrow.h"

namespace ui {

/// A station of the site, as far as lists are concerned.
struct ListStation {
    QString id;
    QString description{};
    std::optional<qint64> list{}; ///< that it shall have

    friend bool operator==(const ListStation &, const ListStation &) = default;
};

/// Keeps a model of all lists in step with the database, with the standing of all stations beside.
class ListSource : public QObject {
    Q_OBJECT
public:
    ListSource(const Backend &backend, QObject *parent);

    [[nodiscard]] TableModel<ListRow> &model() { return model_; }
    [[nodiscard]] const TableModel<ListRow> &model() const { return model_; }
    /// Those that shall have this list, by id.
    [[nodiscard]] QList<StationListRow> stationsOf(qint64 list) const;
    [[nodiscard]] const QList<ListStation> &stations() const { return stations_; }
    [[nodiscard]] const QList<store::IdTag> &tags() const { return tags_; }
    /// Closed while the page is hidden.
    void setOpen(bool open);
    void reload();

signals:
    /// After each reading that went well.
    void updated();
    void failed(const store::Error &error);
    /// A second has passed.
    void ticked();

private:
    struct Reading;
    static Reading everything(store::Database &db);
    void read();

    Backend backend_;
    TableModel<ListRow> model_;
    QList<StationListRow> standings_;
    QList<ListStation> stations_;
    QList<store::IdTag> tags_;
    ChangeGate gate_;
    QTimer clock_;
};

} // namespace ui
