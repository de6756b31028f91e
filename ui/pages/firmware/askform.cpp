// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/firmware/askform.h"

#include "ui/pages/firmware/firmwarewords.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QPushButton>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using Kind = store::StationFileKind;

ocpp::Timestamp momentOf(const QDateTimeEdit &edit)
{
    return ocpp::Timestamp(std::chrono::milliseconds(edit.dateTime().toMSecsSinceEpoch()));
}

} // namespace

AskForm::AskForm(QWidget *parent) : QWidget(parent)
{
    setMinimumWidth(380);
    auto *title = new Label(tr("Ask a station for a file"), TextSize::Section, Role::Text, this);
    auto *close = new QPushButton(icon(u"close"_s), {}, this);
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close (Esc)"));
    setButtonKind(*close, ButtonKind::Quiet);
    auto *help =
        new Label(tr("Diagnostics are what its maker's support wants to see; logs need a station of the security "
                     "extension. The station brings the file by itself, mostly within some minutes."),
                  TextSize::Caption, Role::Muted, this);
    help->wrapping();
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(help);
    layout->addLayout(buildFields());
    complaint_ = new Label({}, TextSize::Caption, Role::Fault, this);
    complaint_->wrapping().about(to_).hide();
    layout->addWidget(complaint_);
    ask_ = new QPushButton(tr("Ask"), this);
    setButtonKind(*ask_, ButtonKind::Primary);
    layout->addWidget(ask_, 0, Qt::AlignLeft);
    layout->addStretch();
    connect(close, &QPushButton::clicked, this, &AskForm::closeRequested);
    connect(ask_, &QPushButton::clicked, this, [this] {
        const bool isBackwards = limited_->isChecked() && from_->dateTime() > to_->dateTime();
        complaint_->say(isBackwards ? tr("It ends before it begins.") : QString());
        if (isBackwards)
            return;
        ask_->setEnabled(false); // a double click is one question
        emit submitted(wish());
    });
}

QFormLayout *AskForm::buildFields()
{
    auto *form = new QFormLayout;
    form->setSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto add = [&](const QString &title, QWidget *field) {
        field->setAccessibleName(title);
        auto *label = new Label(title, TextSize::Body, Role::Muted, this);
        label->setMinimumSize(80, 32);
        label->setBuddy(field);
        form->addRow(label, field);
    };
    station_ = new QComboBox(this);
    kind_ = new QComboBox(this);
    for (const Kind kind : {Kind::Diagnostics, Kind::DiagnosticsLog, Kind::SecurityLog})
        kind_->addItem(fileKindWord(kind), int(kind));
    kind_->setToolTip(tr("OCPP: GetDiagnostics, or GetLog"));
    limited_ = new QCheckBox(tr("only of a certain time"), this);
    limited_->setMinimumHeight(32); // as its label
    from_ = new QDateTimeEdit(QDateTime::currentDateTime().addDays(-1), this);
    to_ = new QDateTimeEdit(QDateTime::currentDateTime(), this);
    add(tr("Station"), station_);
    add(tr("File"), kind_);
    add(tr("Limited"), limited_);
    add(tr("From"), from_);
    add(tr("To"), to_);
    for (QDateTimeEdit *edit : {from_, to_}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
        form->setRowVisible(edit, false);
        connect(limited_, &QCheckBox::toggled, edit,
                [form, edit](bool limited) { form->setRowVisible(edit, limited); });
    }
    return form;
}

void AskForm::setStations(const QStringList &stations)
{
    QStringList now;
    for (int i = 0; i < station_->count(); ++i)
        now.append(station_->itemText(i));
    if (now == stations)
        return;
    const QString chosen = station_->currentText();
    station_->clear();
    station_->addItems(stations);
    station_->setCurrentIndex(std::max(0, station_->findText(chosen)));
    release();
}

void AskForm::begin()
{
    to_->setDateTime(QDateTime::currentDateTime());
    complaint_->say({});
    release();
}

void AskForm::release()
{
    ask_->setEnabled(station_->count() > 0);
}

store::FileWish AskForm::wish() const
{
    store::FileWish wish{.station = station_->currentText(), .kind = Kind(kind_->currentData().toInt())};
    if (limited_->isChecked()) {
        wish.from = momentOf(*from_);
        wish.to = momentOf(*to_);
    }
    wish.origin = u"window"_s;
    return wish;
}

} // namespace ui
