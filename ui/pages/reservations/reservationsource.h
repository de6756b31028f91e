// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/error.h"
#include "store/idtags.h"
#include "ui/backend.h"
#include "ui/models/changegate.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/reservations/reservationrow.h"

#include <chrono>

namespace ui {

/// A station that may keep a connector free.
struct ReservablePlace {
    struct Plug {
        int connector = 0;
        QString status{}; ///< as on the wire

        friend bool operator==(const Plug &, const Plug &) = default;
    };
    QString station{};
    QString description{};
    bool online = false;
    QList<Plug> plugs{}; ///< without the station itself

    friend bool operator==(const ReservablePlace &, const ReservablePlace &) = default;
};

/// Keeps a model of the reservations of these days in step with the database, and with the time.
class ReservationSource : public QObject {
    Q_OBJECT
public:
    /// What was over before is history that the API has.
    static constexpr std::chrono::hours memory{7 * 24};

    ReservationSource(const Backend &backend, QObject *parent);

    [[nodiscard]] TableModel<ReservationRow> &model() { return model_; }
    [[nodiscard]] const TableModel<ReservationRow> &model() const { return model_; }
    [[nodiscard]] const QList<ReservablePlace> &places() const { return places_; }
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
    void tick();

    Backend backend_;
    TableModel<ReservationRow> model_;
    QList<ReservablePlace> places_;
    QList<store::IdTag> tags_;
    ChangeGate gate_;
    QTimer clock_;
};

} // namespace ui
