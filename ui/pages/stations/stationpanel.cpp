// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/stationpanel.h"

#include "store/reader.h"
#include "store/writer.h"
#include "ui/commands/commandlist.h"
#include "ui/models/answerto.h"
#include "ui/pages/stations/configuration/configurationview.h"
#include "ui/pages/stations/connectorcard.h"
#include "ui/pages/stations/factsview.h"
#include "ui/pages/stations/findingsview.h"
#include "ui/pages/stations/messages/stationmessages.h"
#include "ui/pages/stations/security/securityview.h"
#include "ui/pages/stations/settings/stationsettings.h"
#include "ui/text/storewords.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"
#include "ui/widgets/draftshelf.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/scrolling.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

constexpr auto headerPace = 10s;

constexpr quint32 shownTables = store::Table::Stations | store::Table::Connectors | store::Table::Commands
                                | store::Table::Findings | store::Table::Transactions | store::Table::Configuration
                                | store::Table::IdTags | store::Table::MeterValues | store::Table::StationEvents;

std::optional<ConnectorSession> sessionOn(const QList<ConnectorSession> &sessions, int connector)
{
    const auto session = std::ranges::find(sessions, connector, &ConnectorSession::connector);
    return session == sessions.end() ? std::nullopt : std::optional(*session);
}

} // namespace

StationPanel::StationPanel(const Backend &backend, QWidget *parent)
    : QWidget(parent), backend_(backend), gate_(*backend.feed, shownTables, this), clock_(new QTimer(this))
{
    setMinimumWidth(360);
    registration_ = new NoticeBar(this);
    connectors_ = new QWidget(this);
    connectorGrid_ = new QGridLayout(connectors_);
    connectorGrid_->setContentsMargins(16, 4, 16, 8);
    connectorGrid_->setSpacing(8);
    auto *notice = new QWidget(this);
    auto *noticeLayout = new QHBoxLayout(notice);
    noticeLayout->setContentsMargins(16, 0, 16, 8);
    noticeLayout->addWidget(registration_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addWidget(notice);
    layout->addWidget(connectors_);
    layout->addWidget(buildTabs(), 1);
    clock_->setInterval(headerPace);
    connect(clock_, &QTimer::timeout, this, &StationPanel::refreshClock);
    connect(&gate_, &ChangeGate::due, this, &StationPanel::read);
    connect(registration_, &NoticeBar::firstRequested, this, [this] { decide(store::Registration::Accepted); });
    connect(registration_, &NoticeBar::secondRequested, this, [this] { decide(store::Registration::Rejected); });
}

QWidget *StationPanel::buildHeader()
{
    auto *header = new QWidget(this);
    title_ = new Label({}, TextSize::Section, Role::Text, header);
    title_->selectable();
    description_ = new ElidedLabel({}, TextSize::Body, Role::Muted, header);
    mark_ = new MarkView(header);
    state_ = new Label({}, TextSize::Body, Role::Muted, header);
    alone_ = new QPushButton(icon(u"widen"_s), {}, header);
    alone_->setCheckable(true);
    auto *close = new QPushButton(icon(u"close"_s), {}, header);
    close->setAccessibleName(tr("Close the detail"));
    close->setToolTip(tr("Close (Esc)"));
    for (QPushButton *button : {alone_, close})
        setButtonKind(*button, ButtonKind::Quiet);
    setAlone(false);
    auto *stateRow = new QHBoxLayout;
    stateRow->setSpacing(6);
    stateRow->addWidget(mark_);
    stateRow->addWidget(state_, 1);
    auto *layout = new QGridLayout(header);
    layout->setContentsMargins(16, 12, 8, 8);
    layout->setVerticalSpacing(4);
    layout->addWidget(title_, 0, 0);
    layout->addWidget(alone_, 0, 1, Qt::AlignTop);
    layout->addWidget(close, 0, 2, Qt::AlignTop);
    layout->addWidget(description_, 1, 0, 1, 3);
    layout->addLayout(stateRow, 2, 0, 1, 3);
    layout->setColumnStretch(0, 1);
    connect(alone_, &QPushButton::clicked, this, &StationPanel::aloneRequested);
    connect(close, &QPushButton::clicked, this, &StationPanel::closeRequested);
    return header;
}

QWidget *StationPanel::buildTabs()
{
    auto *body = new QWidget(this);
    tabs_ = new QTabBar(body);
    tabs_->setExpanding(false);
    tabs_->setAccessibleName(tr("Parts of the detail"));
    stack_ = new QStackedWidget(body);
    commands_ = new CommandList(backend_, stack_);
    configuration_ = new ConfigurationView(backend_, stack_);
    messages_ = new StationMessages(backend_, stack_);
    findings_ = new FindingsView(stack_);
    security_ = new SecurityView(backend_, stack_);
    facts_ = new FactsView(stack_);
    settings_ = new StationSettings(backend_, stack_);
    const auto scrolled = [this](QWidget *content) { return static_cast<QWidget *>(scrolling(content, stack_)); };
    const QList<std::pair<QString, QWidget *>> parts{
        {tr("Commands"), scrolled(commands_)}, {tr("Configuration"), configuration_}, {tr("Messages"), messages_},
        {tr("Findings"), scrolled(findings_)}, {tr("Facts"), scrolled(facts_)},       {tr("Security"), scrolled(security_)},
        {tr("Settings"), scrolled(settings_)}};
    for (const auto &[title, view] : parts) {
        tabs_->addTab(title);
        stack_->addWidget(view);
    }
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(tabs_);
    layout->addWidget(stack_, 1);
    connectTabs();
    return body;
}

void StationPanel::connectTabs()
{
    auto *commandArea = static_cast<QScrollArea *>(stack_->widget(Commands));
    connect(commands_, &CommandList::revealRequested, commandArea,
            [commandArea](QWidget *row) { commandArea->ensureWidgetVisible(row, 0, 8); },
            Qt::QueuedConnection); // after the layout has made room
    connect(tabs_, &QTabBar::currentChanged, this, &StationPanel::showTab);
    connect(messages_, &StationMessages::pageRequested, this,
            [this](bool findingsOnly) { emit messagesRequested(station_, findingsOnly); });
    connect(findings_, &FindingsView::messagesRequested, this, [this] { emit messagesRequested(station_, true); });
    connect(settings_, &StationSettings::removeRequested, this, &StationPanel::removeRequested);
}

void StationPanel::showTab(int tab)
{
    stack_->setCurrentIndex(tab);
    connectors_->setVisible(tab == Commands || tab == Facts); // the others need the room
    openTab();
}

/// What nobody sees is not read.
void StationPanel::openTab()
{
    configuration_->setOpen(open_ && tabs_->currentIndex() == Configuration);
    messages_->setOpen(open_ && tabs_->currentIndex() == Messages);
    security_->setOpen(open_ && tabs_->currentIndex() == Security);
}

void StationPanel::setShelf(DraftShelf &shelf)
{
    commands_->setShelf(shelf);
    settings_->setShelf(shelf);
    configuration_->setShelf(shelf);
}

void StationPanel::openDraft(const DraftPlace &place)
{
    present(place.station);
    if (place.form == "commands"_L1) {
        tabs_->setCurrentIndex(Commands);
        commands_->showDraft(place.key);
    } else if (place.form == "settings"_L1) {
        tabs_->setCurrentIndex(Settings);
    } else {
        tabs_->setCurrentIndex(Configuration);
        configuration_->openDraft(place.key);
    }
}

bool StationPanel::hasUnsaved() const
{
    return commands_->hasUnsaved() || settings_->hasUnsaved() || configuration_->hasUnsaved();
}

void StationPanel::present(const QString &station)
{
    if (station == station_)
        return;
    station_ = station;
    commands_->setStation(station);
    configuration_->setStation(station);
    messages_->setStation(station);
    security_->setStation(station);
    gate_.requestAll();
}

void StationPanel::showPart(const QString &part)
{
    if (part == "security"_L1)
        tabs_->setCurrentIndex(Security);
    else if (part == "configuration"_L1)
        tabs_->setCurrentIndex(Configuration);
}

void StationPanel::setOpen(bool open)
{
    open_ = open;
    gate_.setOpen(open);
    openTab();
    if (open) {
        refreshClock();
        clock_->start();
    } else {
        clock_->stop();
    }
}

void StationPanel::setAlone(bool alone)
{
    alone_->setChecked(alone);
    alone_->setAccessibleName(alone ? tr("Show the table again") : tr("Use the whole width"));
    alone_->setToolTip(alone_->accessibleName());
}

void StationPanel::read(const store::ChangeSet &changes)
{
    const bool concerned = std::ranges::any_of(changes, [this](const store::Change &change) {
        return change.station.isEmpty() || change.station.compare(station_, Qt::CaseInsensitive) == 0;
    });
    if (!concerned || station_.isEmpty()) {
        gate_.finished();
        return;
    }
    backend_.reader->read([id = station_](store::Database &db) { return readStationDetail(db, id); })
        | answerTo(this, [this, id = station_](const store::Outcome<std::optional<StationDetail>> &detail) {
              gate_.finished();
              if (id != station_ || !detail)
                  return; // the page shows what is wrong with the database
              if (*detail)
                  fill(**detail);
              else
                  emit closeRequested();
          });
}

void StationPanel::fill(const StationDetail &detail)
{
    const StationRow &row = detail.row;
    row_ = row;
    presentHeader(row);
    presentRegistration(row.station);
    presentConnectors(row, detail.sessions);
    commands_->present(detail.commands, detail.context, row.station, row.isCharging());
    facts_->present(row.station);
    findings_->present(detail.findings);
    settings_->present(row.station);
    tabs_->setTabText(Security, detail.alarms ? tr("Security (%1)").arg(detail.alarms) : tr("Security"));
    tabs_->setTabText(Findings, row.findings ? tr("Findings (%1)").arg(row.findings) : tr("Findings"));
}

void StationPanel::presentHeader(const StationRow &row)
{
    const StateWord state = row.state();
    title_->setText(row.station.id);
    description_->setWholeText(row.station.description);
    description_->setHidden(row.station.description.isEmpty());
    mark_->present(state.mark, state.word);
    state_->setText(tr("%1. %2", "state, last heard").arg(state.word, row.lastHeardText()));
}

/// Nothing comes from a station that is away, and yet it was heard longer ago.
void StationPanel::refreshClock()
{
    if (row_ && row_->station.id == station_)
        presentHeader(*row_);
}

void StationPanel::presentRegistration(const store::Station &station)
{
    if (station.registration == store::Registration::Accepted) {
        registration_->dismiss();
    } else if (station.registration == store::Registration::Pending) {
        registration_->present(u"knock"_s, Role::Caution,
                               tr("This station is new. It may not charge until you accept it."));
        registration_->presentActions(tr("Accept"), tr("Reject"));
    } else {
        registration_->present(u"warning"_s, Role::Fault, tr("This station is rejected: it is told to stay away."));
        registration_->presentActions(tr("Accept"));
    }
    registration_->parentWidget()->setHidden(station.registration == store::Registration::Accepted);
}

void StationPanel::presentConnectors(const StationRow &row, const QList<ConnectorSession> &sessions)
{
    const QList<store::Connector> plugs = row.plugs();
    while (cards_.size() > plugs.size())
        delete cards_.takeLast();
    while (cards_.size() < plugs.size()) {
        auto *card = new ConnectorCard(this);
        connectorGrid_->addWidget(card, int(cards_.size() / 2), int(cards_.size() % 2));
        cards_.append(card);
    }
    for (qsizetype i = 0; i < plugs.size(); ++i)
        cards_.at(i)->present(plugs.at(i), row.station.online, sessionOn(sessions, plugs.at(i).connector));
}

void StationPanel::decide(store::Registration registration)
{
    const auto work = [id = station_, registration](store::Database &db) {
        store::Stations stations(db);
        if (auto station = stations.find(id)) {
            station->registration = registration;
            stations.save(*station);
        }
    };
    backend_.writer->submit(work) | answerTo(this, [this, id = station_](const store::Outcome<void> &outcome) {
        if (outcome || id != station_)
            return;
        registration_->present(u"warning"_s, Role::Fault,
                               tr("This was not decided. %1").arg(storeWords(outcome.error()).sentence()));
        registration_->presentActions(tr("Accept"), tr("Reject"));
    });
}

} // namespace ui
