// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/connect/knockrow.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace ui {

class ElidedLabel;
class Label;

/// One who knocks: name, why it was not let in, from where, how often, and the click that helps.
class KnockEntry : public QWidget {
    Q_OBJECT
public:
    explicit KnockEntry(QWidget *parent = nullptr);

    void present(const KnockRow &row);
    [[nodiscard]] const KnockRow &row() const { return row_; }
    void complain(const QString &text);
    void refreshClock();
    /// A password is typed that the station does not have yet.
    [[nodiscard]] bool isEdited() const;

signals:
    void acceptRequested();
    void openRequested();
    void passwordGiven(const QString &password);
    void passwordWaived();
    void ignoreRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *buildPassword();
    void presentButtons();
    void help();
    void submitPassword();

    KnockRow row_;
    ElidedLabel *name_;
    Label *seen_;
    Label *reason_;
    Label *advice_;
    Label *complaint_;
    QPushButton *help_; ///< accept, set the password, or open the station
    QPushButton *waive_; ///< let in without a password
    QPushButton *ignore_;
    QWidget *password_;
    QLineEdit *passwordEdit_;
};

} // namespace ui
