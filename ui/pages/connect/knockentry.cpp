// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/connect/knockentry.h"

#include "store/clock.h"
#include "ui/pages/connect/knockwords.h"
#include "ui/pages/stations/stationpassword.h"
#include "ui/text/format.h"
#include "ui/theme/icons.h"
#include "ui/theme/strokes.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

namespace ui {

using namespace Qt::Literals::StringLiterals;

KnockEntry::KnockEntry(QWidget *parent) : QWidget(parent)
{
    name_ = new ElidedLabel({}, TextSize::Body, Role::Text, this);
    name_->bold();
    seen_ = new Label({}, TextSize::Caption, Role::Muted, this);
    reason_ = new Label({}, TextSize::Body, Role::Text, this);
    advice_ = new Label({}, TextSize::Body, Role::Muted, this);
    complaint_ = new Label({}, TextSize::Caption, Role::Fault, this);
    for (Label *label : {reason_, advice_, complaint_})
        label->wrapping();
    complaint_->hide();
    help_ = new QPushButton(this);
    waive_ = new QPushButton(tr("Let in without"), this);
    setButtonKind(*waive_, ButtonKind::Quiet);
    ignore_ = new QPushButton(icon(u"close"_s), {}, this);
    ignore_->setToolTip(tr("Ignore until it knocks again"));
    setButtonKind(*ignore_, ButtonKind::Quiet);
    auto *whoColumn = new QWidget(this);
    whoColumn->setFixedWidth(220); // the reasons stand below each other
    auto *who = new QVBoxLayout(whoColumn);
    who->setContentsMargins(0, 0, 0, 0);
    who->setSpacing(2);
    who->addWidget(name_);
    who->addWidget(seen_);
    who->addStretch();
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(reason_);
    words->addWidget(advice_);
    words->addWidget(buildPassword());
    words->addWidget(complaint_);
    words->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 12, 9);
    layout->setSpacing(12);
    layout->addWidget(whoColumn);
    layout->addLayout(words, 1);
    layout->addWidget(waive_, 0, Qt::AlignTop);
    layout->addWidget(help_, 0, Qt::AlignTop);
    layout->addWidget(ignore_, 0, Qt::AlignTop);
    connect(help_, &QPushButton::clicked, this, &KnockEntry::help);
    connect(waive_, &QPushButton::clicked, this, &KnockEntry::passwordWaived);
    connect(ignore_, &QPushButton::clicked, this, &KnockEntry::ignoreRequested);
}

QWidget *KnockEntry::buildPassword()
{
    password_ = new QWidget(this);
    passwordEdit_ = new QLineEdit(password_);
    passwordEdit_->setEchoMode(QLineEdit::PasswordEchoOnEdit);
    passwordEdit_->setMaxLength(longestPassword);
    passwordEdit_->setPlaceholderText(tr("16 to 20 characters"));
    passwordEdit_->setFixedWidth(220);
    complaint_->about(passwordEdit_);
    auto *save = new QPushButton(tr("Save"), password_);
    save->setAccessibleName(tr("Save the password"));
    auto *layout = new QHBoxLayout(password_);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->addWidget(passwordEdit_);
    layout->addWidget(save);
    layout->addStretch();
    password_->hide();
    connect(passwordEdit_, &QLineEdit::returnPressed, this, &KnockEntry::submitPassword);
    connect(save, &QPushButton::clicked, this, &KnockEntry::submitPassword);
    return password_;
}

void KnockEntry::present(const KnockRow &row)
{
    row_ = row;
    const QString name = knockName(row.knock);
    name_->setWholeText(name);
    reason_->setText(knockReason(row.knock));
    reason_->setToolTip(tr("Answered with HTTP %1").arg(row.knock.httpStatus));
    advice_->setText(knockAdvice(row));
    advice_->setHidden(advice_->text().isEmpty());
    ignore_->setAccessibleName(tr("Ignore %1").arg(name));
    waive_->setAccessibleName(tr("Let %1 in without a password").arg(name));
    passwordEdit_->setAccessibleName(tr("Password of %1").arg(name));
    refreshClock();
    presentButtons();
}

void KnockEntry::presentButtons()
{
    const QString name = knockName(row_.knock);
    waive_->setVisible(row_.lacksPassword());
    help_->setVisible(row_.isAcceptable() || !row_.station.isEmpty());
    help_->setEnabled(true);
    if (row_.isAcceptable()) {
        help_->setText(tr("Accept"));
        help_->setAccessibleName(tr("Accept %1").arg(name));
        help_->setToolTip(tr("Registers the station; it connects by itself when it tries again."));
    } else if (row_.lacksPassword()) {
        help_->setText(tr("Set password"));
        help_->setAccessibleName(tr("Set the password of %1").arg(name));
        help_->setToolTip(tr("The one that is in the charger"));
    } else {
        help_->setText(tr("Open the station"));
        help_->setAccessibleName(tr("Open the station %1").arg(name));
        help_->setToolTip({});
    }
}

void KnockEntry::refreshClock()
{
    const store::Knock &knock = row_.knock;
    QString seen = tr("%1, %n time(s)", nullptr, knock.count).arg(format::ago(knock.last, store::now()));
    if (isNamed(knock))
        seen = tr("%1, from %2", "when, address").arg(seen, knock.remoteAddress);
    seen_->setText(seen);
    seen_->setToolTip(tr("First %1, last %2").arg(format::dateTime(knock.first), format::dateTime(knock.last)));
}

void KnockEntry::help()
{
    complaint_->say({});
    if (row_.isAcceptable()) {
        help_->setEnabled(false); // a double click accepts once
        emit acceptRequested();
    } else if (row_.lacksPassword()) {
        password_->setVisible(!password_->isVisible());
        passwordEdit_->setFocus();
    } else {
        emit openRequested();
    }
}

bool KnockEntry::isEdited() const
{
    return row_.lacksPassword() && !passwordEdit_->text().isEmpty();
}

void KnockEntry::submitPassword()
{
    const QString complaint = passwordComplaint(passwordEdit_->text(), row_.knock.stationId);
    if (complaint.isEmpty())
        emit passwordGiven(passwordEdit_->text());
    else
        complain(complaint);
}

void KnockEntry::complain(const QString &text)
{
    complaint_->say(text);
    presentButtons();
}

void KnockEntry::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(strokes::pen(Role::Hairline));
    painter.drawLine(QPointF(16, 0.5), QPointF(width() - 16, 0.5));
}

} // namespace ui
