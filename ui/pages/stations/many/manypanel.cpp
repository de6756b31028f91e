// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/many/manypanel.h"

#include "store/configuration.h"
#include "store/reader.h"
#include "ui/commands/commandrow.h"
#include "ui/commands/commandspecs.h"
#include "ui/commands/tagchoice.h"
#include "ui/models/answerto.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/scrolling.h"

#include <QGridLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>
#include <numeric>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int stationsAskedForKeys = 50; // enough to offer the keys that the stations have

/// A transaction belongs to one station.
bool isForMany(const CommandSpec &spec)
{
    return spec.action != "RemoteStopTransaction"_L1;
}

QList<Choice> connectorChoices(const QList<StationRow> &stations)
{
    int most = 0;
    for (const StationRow &station : stations)
        most = std::max(most, int(station.plugs().size()));
    QList<Choice> choices{{u"0"_s, ManyPanel::tr("0 · whole station")}};
    for (int connector = 1; connector <= most; ++connector)
        choices.append({QString::number(connector), {}});
    return choices;
}

FormContext readFormContext(store::Database &db, const QStringList &stations)
{
    FormContext context;
    context.idTags = tagChoices(db);
    QMap<QString, QString> keys;
    for (const QString &station : stations.first(std::min<qsizetype>(stations.size(), stationsAskedForKeys))) {
        for (const store::ConfigurationKey &key : store::Configuration(db).list(station))
            keys.insert(key.keyFolded, key.key);
    }
    for (const QString &key : std::as_const(keys))
        context.configuration.append({key, key});
    return context;
}

} // namespace

ManyPanel::ManyPanel(const Backend &backend, QWidget *parent) : QWidget(parent), backend_(backend)
{
    setMinimumWidth(360);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addWidget(buildCommands(), 1);
}

QWidget *ManyPanel::buildHeader()
{
    auto *header = new QWidget(this);
    title_ = new Label({}, TextSize::Section, Role::Text, header);
    facts_ = new Label({}, TextSize::Body, Role::Muted, header);
    facts_->wrapping();
    auto *close = new QPushButton(icon(u"close"_s), {}, header);
    close->setAccessibleName(tr("Close the detail"));
    close->setToolTip(tr("Close (Esc)"));
    setButtonKind(*close, ButtonKind::Quiet);
    auto *layout = new QGridLayout(header);
    layout->setContentsMargins(16, 12, 8, 8);
    layout->setVerticalSpacing(4);
    layout->setColumnStretch(0, 1);
    layout->addWidget(title_, 0, 0);
    layout->addWidget(close, 0, 1, Qt::AlignRight | Qt::AlignTop);
    layout->addWidget(facts_, 1, 0, 1, 2);
    connect(close, &QPushButton::clicked, this, &ManyPanel::closeRequested);
    return header;
}

QWidget *ManyPanel::buildCommands()
{
    auto *list = new QWidget(this);
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(8, 8, 8, 16);
    layout->setSpacing(0);
    auto *area = scrolling(list, this);
    const char *group = nullptr;
    for (const CommandSpec &spec : commandSpecs()) {
        if (!isForMany(spec))
            continue;
        if (group != spec.group) {
            auto *caption = new Label(spec.groupText(), TextSize::Caption, Role::Muted, list);
            caption->bold().setContentsMargins(8, group ? 12 : 4, 0, 4);
            layout->addWidget(caption);
            group = spec.group;
        }
        auto *row = new CommandRow(spec, list);
        rows_.append(row);
        layout->addWidget(row);
        connect(row, &CommandRow::sendRequested, this,
                [this, row](const QJsonObject &payload) { request(*row, payload); });
        connect(row, &CommandRow::unfolded, area, [area, row] { area->ensureWidgetVisible(row, 0, 8); },
                Qt::QueuedConnection); // after the layout has made room
    }
    layout->addStretch();
    return area;
}

void ManyPanel::present(const QList<StationRow> &stations)
{
    QStringList ids;
    for (const StationRow &station : stations)
        ids.append(station.station.id);
    const auto online = std::ranges::count_if(stations, [](const StationRow &row) { return row.station.online; });
    charging_ = int(std::ranges::count_if(stations, &StationRow::isCharging));
    const int count = int(stations.size());
    title_->setText(tr("%n station(s)", nullptr, count));
    QStringList facts{tr("%1 of %2 online").arg(QLocale().toString(online), QLocale().toString(count))};
    const int connectors = std::accumulate(stations.begin(), stations.end(), 0,
                                           [](int sum, const StationRow &row) { return sum + row.charging(); });
    if (connectors > 0)
        facts << tr("%n charging", nullptr, connectors);
    if (online < count)
        facts << tr("the others get the command when they are back");
    facts_->setText(facts.join(u", "_s));
    // If only some are, the others get it, and the outcome says which did not.
    const bool allPending = std::ranges::all_of(
        stations, [](const StationRow &row) { return row.station.registration == store::Registration::Pending; });
    for (CommandRow *row : std::as_const(rows_)) {
        row->setStationCount(count);
        row->setHindrance(commandHindrance(row->spec().action,
                                           allPending ? store::Registration::Pending : store::Registration::Accepted));
    }
    if (ids == ids_)
        return;
    ids_ = ids;
    const auto take = [this, ids, connectors = connectorChoices(stations)](const store::Outcome<FormContext> &context) {
        if (!context || ids != ids_)
            return;
        FormContext complete = *context;
        complete.connectors = connectors;
        for (CommandRow *row : std::as_const(rows_))
            row->setContext(complete);
    };
    backend_.reader->read([ids](store::Database &db) { return readFormContext(db, ids); }) | answerTo(this, take);
}

bool ManyPanel::hasUnsaved() const
{
    return std::ranges::any_of(rows_, &CommandRow::isEdited);
}

void ManyPanel::request(CommandRow &row, const QJsonObject &payload)
{
    row.setCommand({}, true); // the button is free again: the progress is shown elsewhere
    if (charging_ == 0 || !row.spec().needsCaution(payload)) {
        emit sendRequested(row.spec(), payload);
        return;
    }
    modal::ask(this, {row.spec().titleText(), tr("At %n of them: %1", nullptr, charging_).arg(row.spec().cautionText()),
                      row.spec().buttonText()},
               [this, &row, payload] { emit sendRequested(row.spec(), payload); });
}

} // namespace ui
