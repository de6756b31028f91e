// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/pages/reservations/reservationrow.h"

#include <QWidget>

class QPushButton;

namespace ui {

class CommandAction;
class FactList;
class Label;
class MarkView;

/// One reservation: what it says, how long it still holds, and its end by hand.
class ReservationPanel : public QWidget {
    Q_OBJECT
public:
    explicit ReservationPanel(const Backend &backend, QWidget *parent = nullptr);

    void present(const ReservationRow &row);
    /// Time has passed.
    void tick();
    [[nodiscard]] qint64 key() const { return row_ ? row_->key() : 0; }

signals:
    void closeRequested();
    /// The same once more.
    void againRequested(const store::Reservation &wish);
    void stationRequested(const QString &station);

private:
    QWidget *buildHeader();
    void fill();
    void cancel();

    std::optional<ReservationRow> row_;
    Label *title_;
    MarkView *mark_;
    Label *state_;
    FactList *facts_;
    CommandAction *cancel_;
    QPushButton *again_;
};

} // namespace ui
