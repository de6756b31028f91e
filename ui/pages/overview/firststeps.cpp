// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/firststeps.h"

#include "ui/shell/addressbutton.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"
#include "ui/widgets/section.h"
#include "ui/widgets/symbol.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int cardWidth = 440;

/// A card's content: picture and sentence, with room for what follows.
QVBoxLayout *beginCard(Section &card, const QString &iconName, const QString &text)
{
    card.setFixedWidth(cardWidth);
    auto *content = new QWidget(&card);
    auto *picture = new Symbol(40, content);
    picture->present(iconName, Role::Accent);
    auto *sentence = new Label(text, TextSize::Body, Role::Muted, content);
    sentence->wrapping();
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 4, 0, 8);
    layout->setSpacing(12);
    layout->addWidget(picture);
    layout->addWidget(sentence);
    card.addInset(content, 1);
    return layout;
}

} // namespace

FirstSteps::FirstSteps(const Backend &backend, QWidget *parent) : QWidget(parent)
{
    auto *title = new Label(tr("How do you want to begin?"), TextSize::Section, Role::Text, this);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(16);
    cards->addStretch();
    cards->addWidget(buildConnect(backend));
    cards->addWidget(buildDemo(backend));
    cards->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addStretch(2);
    layout->addWidget(title, 0, Qt::AlignHCenter);
    layout->addLayout(cards);
    layout->addStretch(3);
    present(0);
}

QWidget *FirstSteps::buildConnect(const Backend &backend)
{
    auto *card = new Section(tr("Connect a charger"), this);
    QVBoxLayout *layout = beginCard(*card, u"connect"_s,
                                    tr("Type this address into the charger as its central system (\"OCPP server\", "
                                       "\"backend URL\"). It then knocks here, and you let it in with one click."));
    auto *address = new AddressButton(backend, card);
    setButtonKind(*address, ButtonKind::Plain);
    address->setFont(wireFont());
    knocks_ = new Label({}, TextSize::Body, Role::Accent, card);
    knocks_->bold();
    open_ = new QPushButton(tr("Connect a charger"), card);
    setButtonKind(*open_, ButtonKind::Primary);
    layout->addWidget(address);
    layout->addWidget(knocks_);
    layout->addStretch();
    layout->addWidget(open_, 0, Qt::AlignLeft);
    connect(open_, &QPushButton::clicked, this, &FirstSteps::connectRequested);
    return card;
}

QWidget *FirstSteps::buildDemo(const Backend &backend)
{
    auto *card = new Section(tr("Look around first"), this);
    QVBoxLayout *layout =
        beginCard(*card, u"demo"_s,
                  tr("The demo site has six simulated stations with people who come and go, pauses, faults "
                     "and outages. They charge into the same books; use it before your own chargers, "
                     "or with a data directory of its own."));
    auto *begin = new QPushButton(tr("Start the demo site"), card);
    begin->setEnabled(bool(backend.startDemo));
    begin->setToolTip(backend.startDemo ? QString()
                                        : tr("The central system runs in another program; start it with --demo."));
    layout->addStretch();
    layout->addWidget(begin, 0, Qt::AlignLeft);
    connect(begin, &QPushButton::clicked, this, [begin, start = backend.startDemo] {
        begin->setEnabled(false);
        begin->setText(tr("Starting…"));
        start();
    });
    return card;
}

void FirstSteps::present(int knocks)
{
    knocks_->setText(tr("%n station(s) knock(s): let it in.", nullptr, knocks));
    knocks_->setHidden(knocks == 0);
    open_->setText(knocks > 0 ? tr("See who knocks") : tr("Connect a charger"));
}

} // namespace ui
