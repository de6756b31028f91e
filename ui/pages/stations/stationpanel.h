// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/models/changegate.h"
#include "ui/pages/stations/stationdetail.h"

#include <QWidget>

class QGridLayout;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QTimer;

namespace ui {

class CommandList;
class ConfigurationView;
class ConnectorCard;
class DraftShelf;
struct DraftPlace;
class ElidedLabel;
class FactsView;
class FindingsView;
class Label;
class MarkView;
class NoticeBar;
class SecurityView;
class StationMessages;
class StationSettings;

/// The detail of one station at the right of the table: what it is doing, what it can be told to do, how it is
/// configured, what it says, what it is.
class StationPanel : public QWidget {
    Q_OBJECT
public:
    explicit StationPanel(const Backend &backend, QWidget *parent = nullptr);

    /// Where it is told that changes were put aside. It outlives the panel.
    void setShelf(DraftShelf &shelf);
    /// Shows the part where these changes are, in their form again.
    void openDraft(const DraftPlace &place);
    void present(const QString &station);
    [[nodiscard]] bool hasUnsaved() const;
    [[nodiscard]] QString station() const { return station_; }
    /// "security", "configuration": its tab; anything else changes nothing.
    void showPart(const QString &part);
    /// Nothing is read while closed.
    void setOpen(bool open);
    /// Whether it takes the whole width of the page.
    void setAlone(bool alone);

signals:
    void closeRequested();
    void aloneRequested(bool alone);
    void removeRequested(const QString &station);
    void messagesRequested(const QString &station, bool findingsOnly);

private:
    enum Tab { Commands, Configuration, Messages, Findings, Facts, Security, Settings };
    QWidget *buildHeader();
    QWidget *buildTabs();
    void connectTabs();
    void showTab(int tab);
    void openTab();
    void read(const store::ChangeSet &changes);
    void fill(const StationDetail &detail);
    void presentHeader(const StationRow &row);
    void refreshClock();
    void presentRegistration(const store::Station &station);
    void presentConnectors(const StationRow &row, const QList<ConnectorSession> &sessions);
    void decide(store::Registration registration);

    Backend backend_;
    ChangeGate gate_;
    QString station_;
    std::optional<StationRow> row_; ///< as it is shown
    QTimer *clock_;
    bool open_ = false;
    Label *title_;
    ElidedLabel *description_;
    MarkView *mark_;
    Label *state_;
    QPushButton *alone_;
    NoticeBar *registration_;
    QWidget *connectors_;
    QGridLayout *connectorGrid_;
    QList<ConnectorCard *> cards_;
    QTabBar *tabs_;
    QStackedWidget *stack_;
    CommandList *commands_;
    ConfigurationView *configuration_;
    StationMessages *messages_;
    FindingsView *findings_;
    SecurityView *security_;
    FactsView *facts_;
    StationSettings *settings_;
};

} // namespace ui
