// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/messages/messagefilterbar.h"

#include "ocpp/messages.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/rememberedchoice.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

namespace ui {

using namespace Qt::Literals::StringLiterals;

MessageFilterBar::MessageFilterBar(QWidget *parent) : QWidget(parent)
{
    station_ = new QComboBox(this);
    station_->setMinimumWidth(160);
    station_->setAccessibleName(tr("Station"));
    station_->addItem(tr("All stations"));
    action_ = new QComboBox(this);
    action_->setMinimumWidth(200);
    action_->setMaxVisibleItems(20);
    action_->setAccessibleName(tr("Message"));
    action_->addItem(tr("All messages"));
    for (const ocpp::MessageInfo &message : ocpp::messages())
        action_->addItem(message.action);
    findings_ = new QPushButton(icon(u"warning"_s, Role::Caution), tr("Only findings"), this);
    findings_->setCheckable(true);
    findings_->setToolTip(tr("Only messages that deviate from the specification"));
    latest_ = new QPushButton(icon(u"chevron-down"_s), tr("Latest"), this);
    latest_->setToolTip(tr("Go to the end and follow what arrives"));
    setButtonKind(*latest_, ButtonKind::Quiet);
    export_ = new QPushButton(icon(u"export"_s), tr("Export"), this);
    export_->setToolTip(tr("Write all messages that pass the filter into a table (CSV), for who helps you"));
    setButtonKind(*export_, ButtonKind::Quiet);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(station_);
    layout->addWidget(action_);
    layout->addWidget(findings_);
    layout->addStretch();
    layout->addWidget(latest_);
    layout->addWidget(export_);
    connect(station_, &QComboBox::currentIndexChanged, this, &MessageFilterBar::changed);
    connect(action_, &QComboBox::currentIndexChanged, this, &MessageFilterBar::changed);
    connect(findings_, &QPushButton::toggled, this, &MessageFilterBar::changed);
    connect(latest_, &QPushButton::clicked, this, &MessageFilterBar::latestRequested);
    connect(export_, &QPushButton::clicked, this, &MessageFilterBar::exportRequested);
    rememberChoice(*action_, u"messages/message"_s);
    rememberChoice(*findings_, u"messages/onlyFindings"_s);
    setFollowing(true);
}

MessageFilter MessageFilterBar::filter() const
{
    return {.station = station_->currentIndex() > 0 ? station_->currentText() : QString(),
            .action = action_->currentIndex() > 0 ? action_->currentText() : QString(),
            .text = text_,
            .findingsOnly = findings_->isChecked()};
}

void MessageFilterBar::setText(const QString &text)
{
    text_ = text;
    emit changed();
}

void MessageFilterBar::setStations(const QStringList &stations)
{
    const QString chosen = station_->currentIndex() > 0 ? station_->currentText() : QString();
    const QSignalBlocker quiet(station_);
    while (station_->count() > 1)
        station_->removeItem(1);
    station_->addItems(stations);
    if (!chosen.isEmpty() && station_->findText(chosen) < 0)
        station_->addItem(chosen);
    station_->setCurrentIndex(chosen.isEmpty() ? 0 : station_->findText(chosen));
}

void MessageFilterBar::choose(const QString &station, bool findingsOnly)
{
    {
        const QSignalBlocker quietStation(station_);
        const QSignalBlocker quietFindings(findings_);
        if (station_->findText(station) < 0)
            station_->addItem(station);
        station_->setCurrentIndex(station_->findText(station));
        findings_->setChecked(findingsOnly);
        action_->setCurrentIndex(0);
    }
    emit changed();
}

void MessageFilterBar::setExporting(bool exporting)
{
    export_->setEnabled(!exporting);
}

void MessageFilterBar::setFollowing(bool following)
{
    latest_->setHidden(following);
}

} // namespace ui
