// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/contracts.h"
#include "ui/backend.h"
#include "ui/models/changegate.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace ui {

class Label;
class NoticeBar;

/// The contracts for Plug & Charge whose sessions go to a tag: entered, blocked and removed in place.
class TagContracts : public QWidget {
    Q_OBJECT
public:
    explicit TagContracts(const Backend &backend, QWidget *parent = nullptr);

    /// Empty: there is no tag yet, and nothing to see.
    void setTag(const QString &tag);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// Done on the writer; gives why it was not, or nothing.
    using Deed = std::function<QString(store::Database &)>;
    void read();
    void present(const QList<store::Contract> &contracts);
    QWidget *entryFor(const store::Contract &contract);
    void add();
    void block(const store::Contract &contract, bool blocked);
    void remove(const store::Contract &contract);
    void restore();
    void carryOut(const Deed &deed, const std::function<void()> &done);

    Backend backend_;
    ChangeGate gate_;
    QString tag_;
    std::optional<store::Contract> removed_; ///< the last one, to be taken back
    Label *none_;
    QVBoxLayout *list_;
    QLineEdit *emaid_;
    QPushButton *add_;
    Label *complaint_;
    NoticeBar *notice_;
};

} // namespace ui
