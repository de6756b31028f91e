// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/connect/connecthints.h"

#include "ui/widgets/label.h"

#include <QGridLayout>
#include <QUrl>

namespace ui {

ConnectHints::ConnectHints(const QString &url, QWidget *parent) : QWidget(parent)
{
    const QString port = QString::number(QUrl(url).port(80));
    const QStringList hints{
        tr("Both are in the same network: a phone in the charger's network must reach this computer."),
        tr("This computer's firewall lets TCP port %1 in.").arg(port),
        tr("The charger is set to OCPP 1.6 JSON (\"OCPP-J\", subprotocol ocpp1.6), not SOAP and not 2.0.1."),
        tr("The address begins with ws://, not wss:// or http://, and has the port %1.").arg(port),
        tr("Many chargers use a new address only after a restart."),
    };
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setHorizontalSpacing(10);
    layout->setVerticalSpacing(6);
    layout->setColumnStretch(1, 1);
    for (int line = 0; const QString &hint : hints) {
        auto *number = new Label(QString::number(line + 1), TextSize::Body, Role::Accent, this);
        number->bold();
        auto *text = new Label(hint, TextSize::Body, Role::Muted, this);
        text->wrapping();
        layout->addWidget(number, line, 0, Qt::AlignTop);
        layout->addWidget(text, line, 1);
        ++line;
    }
    layout->setRowStretch(int(hints.size()), 1);
}

} // namespace ui
