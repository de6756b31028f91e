// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/error.h"
#include "ui/backend.h"
#include "ui/models/changegate.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/profiles/namedrow.h"
#include "ui/pages/profiles/placerow.h"

namespace ui {

/// Keeps the library and what stations have in step with the database.
class ProfileSource : public QObject {
    Q_OBJECT
public:
    ProfileSource(const Backend &backend, QObject *parent);

    [[nodiscard]] TableModel<NamedRow> &library() { return library_; }
    [[nodiscard]] TableModel<PlaceRow> &places() { return places_; }
    [[nodiscard]] const QList<StationPlaces> &stations() const { return stations_; }
    void setOpen(bool open);
    void reload();

signals:
    /// After each reading that went well.
    void updated();
    void failed(const store::Error &error);

private:
    struct Reading;
    static void compare(const QList<PlaceRow> &before, const QList<PlaceRow> &now, Reading &reading);
    void read();

    Backend backend_;
    TableModel<NamedRow> library_;
    TableModel<PlaceRow> places_;
    QList<StationPlaces> stations_;
    ChangeGate gate_;
};

} // namespace ui
