// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/security/signingorderlist.h"

#include "ocpp/messages/plugandcharge.h"
#include "store/clock.h"
#include "ui/pages/stations/security/stationsecurity.h"
#include "ui/text/format.h"
#include "ui/widgets/entrylist.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSet>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using store::SigningOrder;
using store::SigningState;
using Signal = void (SigningOrderList::*)(const SigningOrder &);

QString useWord(const QString &use)
{
    if (use == toString(ocpp::PncSigningUse::V2GCertificate))
        return SigningOrderList::tr("for vehicles");
    if (use == toString(ocpp::PncSigningUse::ChargingStationCertificate))
        return SigningOrderList::tr("for this system");
    return SigningOrderList::tr("for vehicles and this system");
}

struct Deed {
    QString name; ///< of the object: who stands on its button stands there again
    QString text;
    Signal signal;
};

QList<Deed> deedsFor(const SigningOrder &order, bool isLatest)
{
    if (order.state == SigningState::Waiting)
        return {{u"save"_s, SigningOrderList::tr("Save its request…"), &SigningOrderList::saveRequested},
                {u"give"_s, SigningOrderList::tr("Give a certificate…"), &SigningOrderList::giveRequested},
                {u"refuse"_s, SigningOrderList::tr("Refuse"), &SigningOrderList::refuseRequested}};
    if (order.state == SigningState::Failed && isLatest)
        return {{u"again"_s, SigningOrderList::tr("Try again"), &SigningOrderList::tryAgainRequested}};
    return {};
}

} // namespace

SigningOrderList::SigningOrderList(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(new Label(tr("Certificates for Plug & Charge"), TextSize::Section, Role::Text, this));
    entries_ = new QVBoxLayout;
    entries_->setSpacing(12);
    layout->addLayout(entries_);
    hide();
}

void SigningOrderList::present(const QList<SigningOrder> &orders)
{
    QSet<QString> uses;
    QList<QWidget *> entries;
    for (const SigningOrder &order : orders) {
        entries.append(entryFor(order, !uses.contains(order.use)));
        uses.insert(order.use);
    }
    replaceEntries(*entries_, entries);
    setHidden(orders.isEmpty());
}

/// The buttons stand below: there are too many for the side.
QWidget *SigningOrderList::entryFor(const SigningOrder &order, bool isLatest)
{
    const SecurityState state = stateOf(order);
    const QString use = useWord(order.use);
    auto *entry = new QWidget(this);
    auto *layout = new QVBoxLayout(entry);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(entryOf(entry, state.mark, state.word, state.word,
                              {use, format::moment(order.ended.value_or(order.received), store::now()),
                               state.explanation}));
    auto *row = new QHBoxLayout;
    for (const Deed &deed : deedsFor(order, isLatest)) {
        auto *button = new QPushButton(deed.text, entry);
        button->setAccessibleName(tr("%1 (%2)", "what to do, what the certificate is for").arg(deed.text, use));
        button->setObjectName(u"%1 %2"_s.arg(deed.name).arg(order.id));
        connect(button, &QPushButton::clicked, this, [this, order, signal = deed.signal] { emit (this->*signal)(order); });
        row->addWidget(button);
    }
    row->addStretch();
    layout->addLayout(row);
    return entry;
}

} // namespace ui
