// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/idtags/tagcontracts.h"

#include "store/changefeed.h"
#include "store/clock.h"
#include "store/reader.h"
#include "store/stations.h"
#include "store/writer.h"
#include "ui/models/answerto.h"
#include "ui/text/format.h"
#include "ui/text/storewords.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/entrylist.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebar.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using store::ContractStatus;

constexpr int longestEmaid = 36;

struct ContractState {
    Mark mark;
    QString word;
};

ContractState contractState(const store::Contract &contract, ocpp::Timestamp now)
{
    if (contract.status == ContractStatus::Blocked)
        return {{Shape::Cross, Role::Fault}, TagContracts::tr("blocked")};
    if (contract.status == ContractStatus::Cancelled)
        return {{Shape::Cross, Role::Inactive}, TagContracts::tr("cancelled")};
    if (contract.validUntil && *contract.validUntil <= now)
        return {{Shape::Clock, Role::Caution}, TagContracts::tr("expired")};
    return {{Shape::Check, Role::Good}, TagContracts::tr("may charge")};
}

QString lastUse(const store::Contract &contract, ocpp::Timestamp now)
{
    if (!contract.lastSeen)
        return TagContracts::tr("not used yet");
    return TagContracts::tr("%1 at %2: %3")
        .arg(format::ago(*contract.lastSeen, now), contract.lastStation, contract.lastStatus);
}

QString entered(store::Database &db, const QString &emaid, const QString &tag)
{
    store::Contracts contracts(db);
    if (const auto known = contracts.find(emaid))
        return store::folded(known->idTag) == store::folded(tag)
                   ? TagContracts::tr("%1 is in the list already.").arg(known->emaid)
                   : TagContracts::tr("%1 belongs to %2. Remove it there first.")
                         .arg(known->emaid, known->idTag.isEmpty() ? TagContracts::tr("no tag") : known->idTag);
    store::Contract contract;
    contract.emaid = emaid;
    contract.idTag = tag;
    contracts.save(contract);
    return {};
}

} // namespace

TagContracts::TagContracts(const Backend &backend, QWidget *parent)
    : QWidget(parent), backend_(backend), gate_(*backend.feed, quint32(store::Table::Contracts), this)
{
    auto *title = new Label(tr("Contracts for Plug & Charge"), TextSize::Body, Role::Text, this);
    none_ = new Label(tr("None. A car that shows a contract of this tag charges without a card."), TextSize::Caption,
                      Role::Muted, this);
    none_->wrapping();
    emaid_ = new QLineEdit(this);
    emaid_->setPlaceholderText(u"DE-8AA-C12345678-X"_s);
    emaid_->setAccessibleName(tr("Number of the contract"));
    emaid_->setToolTip(tr("As it stands in the contract; its separators do not count. ISO 15118: eMAID"));
    emaid_->setMaxLength(longestEmaid);
    add_ = new QPushButton(icon(u"plus"_s), tr("Add"), this);
    add_->setAccessibleName(tr("Add the contract"));
    complaint_ = new Label({}, TextSize::Caption, Role::Fault, this);
    complaint_->wrapping().about(emaid_).hide();
    notice_ = new NoticeBar(this);
    list_ = new QVBoxLayout;
    list_->setSpacing(8);
    auto *row = new QHBoxLayout;
    row->addWidget(emaid_, 1);
    row->addWidget(add_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(notice_);
    layout->addWidget(none_);
    layout->addLayout(list_);
    layout->addLayout(row);
    layout->addWidget(complaint_);
    connect(&gate_, &ChangeGate::due, this, &TagContracts::read);
    connect(add_, &QPushButton::clicked, this, &TagContracts::add);
    connect(emaid_, &QLineEdit::returnPressed, this, &TagContracts::add);
    connect(emaid_, &QLineEdit::textChanged, complaint_, [this] { complaint_->say({}); });
    connect(notice_, &NoticeBar::firstRequested, this, &TagContracts::restore);
    hide();
}

void TagContracts::setTag(const QString &tag)
{
    if (tag == tag_)
        return;
    tag_ = tag;
    removed_.reset();
    notice_->dismiss();
    emaid_->clear();
    present({});
    setHidden(tag.isEmpty());
    gate_.requestAll();
}

void TagContracts::showEvent(QShowEvent *event)
{
    gate_.setOpen(true);
    QWidget::showEvent(event);
}

void TagContracts::hideEvent(QHideEvent *event)
{
    gate_.setOpen(false);
    QWidget::hideEvent(event);
}

void TagContracts::read()
{
    backend_.reader->read([tag = tag_](store::Database &db) { return store::Contracts(db).ofTag(tag); })
        | answerTo(this, [this, tag = tag_](const store::Outcome<QList<store::Contract>> &contracts) {
              gate_.finished();
              if (contracts && tag == tag_) // the page shows what is wrong with the database
                  present(*contracts);
          });
}

void TagContracts::present(const QList<store::Contract> &contracts)
{
    QList<QWidget *> entries;
    for (const store::Contract &contract : contracts)
        entries.append(entryFor(contract));
    replaceEntries(*list_, entries);
    none_->setHidden(!contracts.isEmpty());
}

QWidget *TagContracts::entryFor(const store::Contract &contract)
{
    const ocpp::Timestamp now = store::now();
    const ContractState state = contractState(contract, now);
    const bool isBlocked = contract.status == ContractStatus::Blocked;
    auto *block = new QPushButton(isBlocked ? tr("Unblock") : tr("Block"), this);
    block->setObjectName("block "_L1 + contract.emaidKey);
    block->setAccessibleName((isBlocked ? tr("Unblock %1") : tr("Block %1")).arg(contract.emaid));
    auto *remove = new QPushButton(tr("Remove"), this);
    remove->setObjectName("remove "_L1 + contract.emaidKey);
    remove->setAccessibleName(tr("Remove %1").arg(contract.emaid));
    for (QPushButton *button : {block, remove})
        setButtonKind(*button, ButtonKind::Quiet);
    connect(block, &QPushButton::clicked, this, [this, contract, isBlocked] { this->block(contract, !isBlocked); });
    connect(remove, &QPushButton::clicked, this, [this, contract] { this->remove(contract); });
    const QString until =
        contract.validUntil ? tr("until %1").arg(format::moment(*contract.validUntil, now)) : QString();
    return entryOf(this, state.mark, state.word, contract.emaid,
                   {state.word, contract.name, until, lastUse(contract, now)}, {block, remove});
}

void TagContracts::add()
{
    const QString emaid = emaid_->text().trimmed();
    if (store::contractKey(emaid).isEmpty() || emaid.contains(u' ')) {
        complaint_->say(tr("Enter the number of the contract, without blanks."));
        return;
    }
    carryOut([emaid, tag = tag_](store::Database &db) { return entered(db, emaid, tag); }, [this] { emaid_->clear(); });
}

void TagContracts::block(const store::Contract &contract, bool blocked)
{
    const auto deed = [emaid = contract.emaid, blocked](store::Database &db) {
        store::Contracts contracts(db);
        auto known = contracts.find(emaid);
        if (!known)
            return tr("Somebody has removed %1.").arg(emaid);
        known->status = blocked ? ContractStatus::Blocked : ContractStatus::Accepted;
        contracts.save(*known);
        return QString();
    };
    carryOut(deed, [] {});
}

void TagContracts::remove(const store::Contract &contract)
{
    const auto deed = [emaid = contract.emaid](store::Database &db) {
        store::Contracts(db).remove(emaid);
        return QString();
    };
    carryOut(deed, [this, contract] {
        removed_ = contract;
        notice_->present(u"check"_s, Role::Good, tr("%1 was removed.").arg(contract.emaid));
        notice_->presentActions(tr("Undo"));
    });
}

void TagContracts::restore()
{
    if (!removed_)
        return;
    const auto deed = [contract = *removed_](store::Database &db) {
        store::Contracts(db).save(contract);
        return QString();
    };
    carryOut(deed, [this] {
        removed_.reset();
        notice_->dismiss();
    });
}

void TagContracts::carryOut(const Deed &deed, const std::function<void()> &done)
{
    backend_.writer->submit(deed) | answerTo(this, [this, done, tag = tag_](const store::Outcome<QString> &outcome) {
        if (tag != tag_)
            return;
        const QString trouble = outcome ? *outcome : storeWords(outcome.error()).sentence();
        complaint_->say(trouble);
        if (trouble.isEmpty())
            done();
    });
}

} // namespace ui
