// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reservations.h"
#include "ui/backend.h"
#include "ui/pages/reservations/reservationsource.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QGridLayout;
class QPushButton;

namespace store {
struct Command;
}

namespace ui {

class CommandAction;
class Label;

/// A reservation to be asked of a station: where, for whom, until when. What came of it stands below the button.
class ReservationForm : public QWidget {
    Q_OBJECT
public:
    explicit ReservationForm(const Backend &backend, QWidget *parent = nullptr);

    /// A new one, filled in as far as `wish` says.
    void begin(const store::Reservation &wish = {});
    /// What is known by now; what was entered stays.
    void setKnown(const QList<ReservablePlace> &places, const QList<store::IdTag> &tags);

signals:
    void closeRequested();
    /// The station has accepted it; show it.
    void showRequested(const QString &station, int reservationId);

private:
    void buildFields();
    Label *addField(QGridLayout &form, const QString &title, QWidget *field, const QString &help);
    QWidget *buildShortcuts();
    void fillStations();
    void fillConnectors();
    void presentGroup();
    void readAbilities();
    [[nodiscard]] QString station() const;
    [[nodiscard]] std::optional<store::IdTag> tag() const;
    [[nodiscard]] ocpp::Timestamp until() const;
    void edited();
    bool check();
    void submit();
    void complain(const QString &path, const QString &words);
    void settle(const store::Command &command);

    Backend backend_;
    QList<ReservablePlace> places_;
    QList<store::IdTag> tags_;
    bool takesAny_ = true; ///< as far as the station's configuration tells
    int wantedConnector_ = -1; ///< as soon as it is offered
    int accepted_ = 0; ///< reservationId
    QString acceptedAt_; ///< the station
    QComboBox *station_;
    Label *stationRemark_;
    QComboBox *connector_;
    Label *connectorComplaint_;
    QComboBox *whom_;
    Label *whomComplaint_;
    QCheckBox *group_;
    QDateTimeEdit *until_;
    Label *untilComplaint_;
    CommandAction *reserve_;
    QPushButton *show_;
    Label *complaint_;
};

} // namespace ui
