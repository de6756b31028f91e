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

/// What is in the form when it is left.
struct ReservationDraft {
    QString station{};
    int connector = -1; ///< -1: not chosen
    QString whom{}; ///< as typed: a tag or a name
    bool isForGroup = false;
    ocpp::Timestamp until{};
};

/// A reservation to be asked of a station: where, for whom, until when. What came of it stands below the button.
class ReservationForm : public QWidget {
    Q_OBJECT
public:
    explicit ReservationForm(const Backend &backend, QWidget *parent = nullptr);

    /// A new one, filled in as far as `wish` says.
    void begin(const store::Reservation &wish = {});
    [[nodiscard]] ReservationDraft draft() const;
    void resume(const ReservationDraft &draft);
    /// Something was entered that no station was asked for yet, or that it did not accept.
    [[nodiscard]] bool isEdited() const;
    /// What is in the form is nobody's concern any more.
    void settle() { begun_ = draft(); }
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
    void clearComplaints();
    bool check();
    void submit();
    void complain(const QString &path, const QString &words);
    void presentAnswer(const store::Command &command);

    Backend backend_;
    std::optional<ReservationDraft>
        begun_; ///< what the form began with, or sent; nothing: what was sent is still wanted
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
