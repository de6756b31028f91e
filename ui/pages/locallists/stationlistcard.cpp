// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/locallists/stationlistcard.h"

#include "store/clock.h"
#include "store/writer.h"
#include "ui/models/answerto.h"
#include "ui/text/storewords.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/detailedge.h"
#include "ui/widgets/label.h"
#include "ui/widgets/stepstrip.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using Kind = store::LocalListChange::Kind;

StationListCard::StationListCard(const Backend &backend, QWidget *parent)
    : QWidget(parent), backend_(backend), model_(sendingColumns(), sendingColumnsContext, this)
{
    setMinimumHeight(160);
    strip_ = new StepStrip(backend, store::LocalLists::topic, tr("Local list"), this);
    sentence_ = new Label({}, TextSize::Body, Role::Muted, this);
    sentence_->wrapping();
    complaint_ = new Label({}, TextSize::Caption, Role::Fault, this);
    complaint_->wrapping().hide();
    table_ = new TableView(u"locallists/sending"_s, tr("What is sent next"), this);
    table_->setModel(&model_);
    arrange(false);
    auto *inset = new QVBoxLayout;
    inset->setContentsMargins(16, 0, 16, 8);
    inset->setSpacing(8);
    inset->addWidget(strip_);
    inset->addWidget(sentence_);
    inset->addWidget(complaint_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(buildHeader());
    layout->addLayout(inset);
    layout->addWidget(atDetailEdge(table_, this), 1);
}

/// In one part the number of the part says nothing.
void StationListCard::arrange(bool inParts)
{
    QList<ColumnWidth> widths = columnWidths(sendingColumns());
    if (!inParts)
        widths[sendingPartColumn()] = {ColumnWidth::never, ColumnWidth::never};
    table_->arrange(widths);
    inParts_ = inParts;
}

QWidget *StationListCard::buildHeader()
{
    auto *header = new QWidget(this);
    title_ = new Label({}, TextSize::Body, Role::Text, header);
    title_->bold();
    sync_ = new QPushButton(icon(u"refresh"_s), tr("Sync now"), header);
    sync_->setToolTip(tr("Ask the station for its version, and send what differs at once"));
    auto *release = new QPushButton(icon(u"minus"_s), tr("Take away"), header);
    release->setAccessibleName(tr("Take the list away from this station"));
    release->setToolTip(tr("The station keeps what it has; nothing more is sent to it"));
    auto *close = new QPushButton(icon(u"close"_s), {}, header);
    close->setAccessibleName(tr("Close the station"));
    close->setToolTip(tr("Close (Esc)"));
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(16, 0, 8, 0);
    layout->addWidget(title_, 1);
    for (QPushButton *button : {sync_, release, close}) {
        setButtonKind(*button, ButtonKind::Quiet);
        layout->addWidget(button);
    }
    connect(sync_, &QPushButton::clicked, this, &StationListCard::syncNow);
    connect(strip_, &StepStrip::retryOffered, sync_, &QPushButton::setHidden);
    connect(release, &QPushButton::clicked, this, [this] { emit releaseRequested(station_); });
    connect(close, &QPushButton::clicked, this, &StationListCard::closeRequested);
    return header;
}

QString StationListCard::sentenceOf(const store::LocalListPlan &plan)
{
    if (plan.obstacle != store::LocalListObstacle::None)
        return tr("Nothing can be sent as it is.");
    if (plan.drift() == 0)
        return tr("The station has this list: %n entries.", nullptr, int(plan.desired.size()));
    const QString first = plan.mustAsk ? tr("First the station is asked for its version.") + u' ' : QString();
    const QString parts = plan.updates() > 1 ? u' ' + tr("It goes in %n part(s).", nullptr, plan.updates()) : QString();
    if (plan.isFull)
        return first + tr("The whole list is sent (Full): %n entries.", nullptr, int(plan.desired.size())) + parts;
    if (plan.changes.isEmpty())
        return first + tr("By what is known here nothing differs.");
    const auto count = [&plan](Kind kind) {
        return int(std::ranges::count(plan.changes, kind, &store::LocalListChange::kind));
    };
    return first
           + tr("What differs is sent (Differential): %1 added, %2 changed, %3 removed.")
                 .arg(count(Kind::Add))
                 .arg(count(Kind::Update))
                 .arg(count(Kind::Remove))
           + parts;
}

void StationListCard::present(const store::LocalListPlan &plan, const QHash<QString, QString> &names)
{
    if (station_ != plan.row.station) {
        complaint_->hide();
        sync_->setEnabled(true);
    }
    station_ = plan.row.station;
    title_->setText(station_);
    strip_->setStation(station_);
    sentence_->setText(sentenceOf(plan));
    const QList<SendingRow> rows = sendingOf(plan, names);
    // A new order begins anew: the parts stand in the order in which they go.
    const auto keysOf = [](const QList<SendingRow> &all) {
        QStringList keys;
        for (const SendingRow &row : all)
            keys.append(row.key());
        return keys;
    };
    if (keysOf(rows) != keysOf(model_.rows()))
        model_.clear();
    if (const bool inParts = plan.updates() > 1; inParts != inParts_)
        arrange(inParts);
    model_.replaceAll(rows);
    table_->setHidden(rows.isEmpty());
}

void StationListCard::syncNow()
{
    sync_->setEnabled(false);
    complaint_->hide();
    backend_.writer->submit([id = station_](store::Database &db) { store::LocalLists(db).syncNow(id, store::now()); })
        | answerTo(this, [this, id = station_](const store::Outcome<void> &outcome) {
              if (id != station_)
                  return;
              sync_->setEnabled(true);
              if (outcome)
                  return; // the strip tells what becomes of it
              complaint_->setText(tr("This was not done. %1").arg(storeWords(outcome.error()).sentence()));
              complaint_->show();
          });
}

} // namespace ui
