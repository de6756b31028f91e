// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/connect/addresspicker.h"

#include "store/stations.h"
#include "ui/text/stationaddress.h"
#include "ui/theme/style.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/qrcode.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

QString networkText(const ChargerAddress &address)
{
    const auto named = [&](const QString &kind) {
        return address.interfaceName.isEmpty() ? kind : u"%1 (%2)"_s.arg(kind, address.interfaceName);
    };
    switch (address.network) {
    case ChargerAddress::Network::Cable:
        return named(AddressPicker::tr("Network cable"));
    case ChargerAddress::Network::Wireless:
        return named(AddressPicker::tr("Wi-Fi"));
    case ChargerAddress::Network::ThisMachine:
        return AddressPicker::tr("This computer only");
    case ChargerAddress::Network::Other:
        break;
    }
    return named(AddressPicker::tr("Network"));
}

} // namespace

AddressPicker::AddressPicker(const Backend &backend, QWidget *parent)
    : QWidget(parent), backend_(backend), group_(new QButtonGroup(this))
{
    code_ = new QrCode(this);
    column_ = new QVBoxLayout;
    column_->setSpacing(8);
    column_->addWidget(buildName());
    column_->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 8);
    layout->setSpacing(16);
    layout->addLayout(column_, 1);
    layout->addWidget(code_, 0, Qt::AlignTop);
    connect(group_, &QButtonGroup::idClicked, this, [this](int place) {
        chosen_ = addresses_.at(place).url;
        presentChosen();
    });
    refresh();
}

QWidget *AddressPicker::buildName()
{
    auto *row = new QWidget(this);
    name_ = new QLineEdit(row);
    name_->setMaxLength(store::longestStationId);
    name_->setPlaceholderText(tr("only if the charger does not add it by itself"));
    name_->setAccessibleName(tr("The charger's name"));
    name_->setToolTip(
        tr("Most chargers append their name (\"identity\", \"charge point ID\") to the address by themselves."));
    auto *label = new Label(tr("Charger's name"), TextSize::Body, Role::Muted, row);
    label->setBuddy(name_);
    codeText_ = new Label({}, TextSize::Caption, Role::Muted, row);
    codeText_->wrapping();
    auto *layout = new QGridLayout(row);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setVerticalSpacing(4);
    layout->addWidget(label, 0, 0);
    layout->addWidget(name_, 1, 0);
    layout->addWidget(codeText_, 2, 0);
    connect(name_, &QLineEdit::textChanged, this, &AddressPicker::presentChosen);
    return row;
}

void AddressPicker::refresh()
{
    QList<ChargerAddress> now = backend_.addresses ? backend_.addresses() : QList<ChargerAddress>();
    if (now.isEmpty())
        now.append(ChargerAddress{ChargerAddress::Network::Other, {}, backend_.ocppAddress});
    if (now == addresses_)
        return;
    addresses_ = now;
    if (std::ranges::none_of(addresses_, [this](const ChargerAddress &a) { return a.url == chosen_; }))
        chosen_ = addresses_.first().url;
    rebuild();
    presentChosen();
}

void AddressPicker::rebuild()
{
    delete list_;
    copies_.clear();
    list_ = new QWidget(this);
    auto *grid = new QGridLayout(list_);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    for (int place = 0; const ChargerAddress &address : addresses_) {
        auto *network = new QPushButton(networkText(address), list_);
        setButtonKind(*network, ButtonKind::Row);
        network->setCheckable(true);
        network->setToolTip(tr("Show the QR code of this address"));
        network->setAccessibleName(tr("QR code of the address in: %1").arg(network->text()));
        network->setChecked(address.url == chosen_);
        auto *copy = new CopyButton(tr("Copy the address in: %1").arg(network->text()), list_);
        copy->setFont(wireFont());
        group_->addButton(network, place);
        copies_.append(copy);
        grid->addWidget(network, place, 0);
        grid->addWidget(copy, place, 1, Qt::AlignLeft);
        ++place;
    }
    column_->insertWidget(0, list_);
}

QString AddressPicker::urlOf(const ChargerAddress &address) const
{
    return stationAddress(address.url, name_->text());
}

QString AddressPicker::chosenUrl() const
{
    const auto chosen = std::ranges::find(addresses_, chosen_, &ChargerAddress::url);
    return chosen == addresses_.end() ? QString() : urlOf(*chosen);
}

void AddressPicker::presentChosen()
{
    for (qsizetype place = 0; place < copies_.size(); ++place)
        copies_.at(place)->setContent(urlOf(addresses_.at(place)), true);
    code_->present(chosenUrl(), tr("QR code of %1").arg(chosenUrl()));
    codeText_->setText(name_->text().trimmed().isEmpty()
                           ? tr("The charger appends its own name: %1").arg(u'\n' + chosen_ + tr("NAME"))
                           : tr("Type the whole address into the charger."));
}

} // namespace ui
