// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedules/layerform.h"

#include "ui/commands/fieldwords.h"
#include "ui/pages/profiles/profilewords.h"
#include "ui/pages/schedules/momentwords.h"
#include "ui/text/format.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using charging::Repeats;
using charging::WeekPlan;
using ocpp::ChargingProfilePurposeType;

void setData(QComboBox &box, const QVariant &data)
{
    box.setCurrentIndex(std::max(0, box.findData(data)));
}

ocpp::Timestamp momentOf(const QDateTime &time)
{
    return ocpp::Timestamp(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

} // namespace

LayerForm::LayerForm(ScheduleDocument &document, QWidget *parent)
    : QWidget(parent), document_(document), fields_(new QWidget(this))
{
    auto *form = new QFormLayout(fields_);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(6);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    purpose_ = addField(*form, new QComboBox(fields_), tr("For"), tr("OCPP: chargingProfilePurpose"));
    level_ = addField(*form, new QSpinBox(fields_), tr("Level"),
                      tr("Of several for the same, the one with the highest level counts. OCPP: stackLevel"));
    repeats_ = addField(*form, new QComboBox(fields_), tr("Repeats"), tr("OCPP: recurrencyKind"));
    unit_ = addField(*form, new QComboBox(fields_), tr("Unit"), tr("OCPP: chargingRateUnit"));
    where_ = addField(*form, new QComboBox(fields_), tr("Where"),
                      tr("For one connector, or for each connector of the station alike"));
    from_ = addField(*form, new QDateTimeEdit(fields_), tr("From"), tr("Before, it does not count. OCPP: validFrom"));
    to_ = addField(*form, new QDateTimeEdit(fields_), tr("To"), tr("From then on it does not count. OCPP: validTo"));
    for (QDateTimeEdit *edit : {from_, to_}) {
        edit->setCalendarPopup(true);
        edit->setKeyboardTracking(false);
    }
    for (const auto purpose : {ChargingProfilePurposeType::TxDefaultProfile, ChargingProfilePurposeType::TxProfile,
                               ChargingProfilePurposeType::ChargePointMaxProfile})
        purpose_->addItem(valueWord(toString(purpose)), int(purpose));
    repeats_->addItem(tr("every day"), int(Repeats::Daily));
    repeats_->addItem(tr("every week"), int(Repeats::Weekly));
    repeats_->addItem(tr("once, in this week"), int(Repeats::Once));
    unit_->addItem(tr("Ampere per phase"), int(WeekPlan::Unit::A));
    unit_->addItem(tr("Watt in total"), int(WeekPlan::Unit::W));
    where_->addItem(tr("this connector"), false);
    where_->addItem(tr("every connector"), true);
    validity_ = new Label({}, TextSize::Caption, Role::Muted, this);
    validity_->wrapping();
    endless_ = new QPushButton(tr("Always valid"), this);
    endless_->setToolTip(tr("Takes validFrom and validTo away"));
    bounded_ = new QPushButton(tr("Only for a time"), this);
    bounded_->setToolTip(
        tr("From when to when it counts, at first the week that is shown. OCPP: validFrom and validTo"));
    for (QPushButton *button : {endless_, bounded_})
        setButtonKind(*button, ButtonKind::Quiet);
    remark_ = new Label({}, TextSize::Caption, Role::Muted, this);
    remark_->wrapping();
    copy_ = new QPushButton(tr("Change a copy"), this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 12);
    layout->setSpacing(6);
    layout->addWidget(fields_);
    layout->addWidget(validity_);
    layout->addWidget(bounded_, 0, Qt::AlignLeft);
    layout->addWidget(endless_, 0, Qt::AlignLeft);
    layout->addWidget(remark_);
    layout->addWidget(copy_, 0, Qt::AlignLeft);
    connectFields();
    follow();
}

template<class Box>
Box *LayerForm::addField(QFormLayout &form, Box *box, const QString &name, const QString &tooltip)
{
    box->setAccessibleName(name);
    box->setToolTip(tooltip);
    auto *label = new Label(name, TextSize::Body, Role::Muted, fields_);
    label->setMinimumHeight(30);
    label->setBuddy(box);
    form.addRow(label, box);
    return box;
}

void LayerForm::connectFields()
{
    connect(&document_, &ScheduleDocument::layersChanged, this, &LayerForm::follow);
    connect(&document_, &ScheduleDocument::selectionChanged, this, &LayerForm::follow);
    connect(&document_, &ScheduleDocument::placeChanged, this, &LayerForm::follow);
    connect(purpose_, &QComboBox::activated, this, [this] {
        change(tr("Change what a layer is for"), [this](Layer &layer) {
            layer.like.chargingProfilePurpose = ChargingProfilePurposeType(purpose_->currentData().toInt());
        });
    });
    connect(level_, &QSpinBox::valueChanged, this, [this](int level) {
        change(tr("Change a level"), [level](Layer &layer) { layer.like.stackLevel = level; });
    });
    connect(repeats_, &QComboBox::activated, this, &LayerForm::setRepeats);
    connect(unit_, &QComboBox::activated, this, &LayerForm::setUnit);
    connect(where_, &QComboBox::activated, this, [this] {
        change(tr("Change where a layer is"),
               [this](Layer &layer) { layer.isWholeStation = where_->currentData().toBool(); });
    });
    connect(endless_, &QPushButton::clicked, this, [this] {
        change(tr("Make a layer always valid"), [](Layer &layer) {
            layer.like.validFrom.reset();
            layer.like.validTo.reset();
        });
    });
    connect(bounded_, &QPushButton::clicked, this, &LayerForm::bound);
    connect(from_, &QDateTimeEdit::dateTimeChanged, this, [this](const QDateTime &time) {
        change(tr("Change from when it counts"), [&](Layer &layer) { layer.like.validFrom = momentOf(time); });
    });
    connect(to_, &QDateTimeEdit::dateTimeChanged, this, [this](const QDateTime &time) {
        change(tr("Change until when it counts"), [&](Layer &layer) { layer.like.validTo = momentOf(time); });
    });
    connect(copy_, &QPushButton::clicked, this, [this] {
        if (const Layer *layer = document_.selected(); layer && layer->plan)
            document_.add(document_.copyOf(*layer, layer->name), tr("Copy a layer"));
    });
}

void LayerForm::change(const QString &what, const Change &change)
{
    const Layer *layer = document_.selected();
    if (!layer || !layer->isDrawn)
        return;
    Layer changed = *layer;
    change(changed);
    document_.replace(changed, what);
}

/// Of a week the day with the cursor becomes every day.
void LayerForm::setRepeats()
{
    change(tr("Change how a layer repeats"), [this](Layer &layer) {
        const int day = std::min(document_.cursor() / charging::minutesPerDay, 6);
        layer.plan = layer.plan->repeating(Repeats(repeats_->currentData().toInt()), day, document_.week().monday());
    });
}

void LayerForm::setUnit()
{
    change(tr("Change a unit"), [this](Layer &layer) {
        const auto unit = WeekPlan::Unit(unit_->currentData().toInt());
        const double factor = document_.wattsPerAmpere();
        if (unit != layer.unit())
            layer.plan = layer.plan->in(unit, unit == WeekPlan::Unit::W ? factor : 1 / factor);
    });
}

void LayerForm::bound()
{
    const charging::WeekFrame &week = document_.week();
    change(tr("Limit when it counts"), [&](Layer &layer) {
        layer.like.validFrom = week.begin();
        layer.like.validTo = week.end();
    });
    from_->setFocus();
}

void LayerForm::follow()
{
    const Layer *layer = document_.selected();
    setHidden(!layer);
    if (!layer)
        return;
    const std::array<QSignalBlocker, 7> quiet{
        QSignalBlocker(purpose_), QSignalBlocker(level_), QSignalBlocker(repeats_), QSignalBlocker(unit_),
        QSignalBlocker(where_),   QSignalBlocker(from_),  QSignalBlocker(to_)};
    const bool isLive = layer->isDrawn && layer->plan;
    fields_->setVisible(isLive);
    setData(*purpose_, int(layer->purpose()));
    level_->setRange(0, std::max(layer->level(), document_.topLevel())); // above it there is only a way down
    level_->setValue(layer->level());
    if (layer->plan)
        setData(*repeats_, int(layer->plan->repeats()));
    setData(*unit_, int(layer->unit()));
    unit_->setToolTip(tr("OCPP: chargingRateUnit") + u'\n' + wiringText(document_.place().wiring));
    setData(*where_, layer->isWholeStation);
    auto *form = static_cast<QFormLayout *>(fields_->layout());
    form->setRowVisible(where_, layer->purpose() == ChargingProfilePurposeType::TxDefaultProfile
                                    && !document_.place().isFree());
    followValidity(*layer);
    remark_->setHidden(isLive);
    remark_->setText(!layer->plan ? undrawableText(layer->why)
                                  : tr("%1 %2 Drawing on it begins a copy with your changes.")
                                        .arg(profileStateSentence(layer->state, true), placeWord(layer->connector)));
    copy_->setVisible(!layer->isDrawn && layer->plan.has_value());
}

void LayerForm::followValidity(const Layer &layer)
{
    const auto &from = layer.like.validFrom;
    const auto &to = layer.like.validTo;
    const bool isLive = layer.isDrawn && layer.plan;
    auto *form = static_cast<QFormLayout *>(fields_->layout());
    for (const auto &[edit, time] : {std::pair{from_, from}, std::pair{to_, to}}) {
        form->setRowVisible(edit, isLive && time);
        if (time)
            edit->setDateTime(QDateTime::fromMSecsSinceEpoch(time->time_since_epoch().count()));
    }
    bounded_->setVisible(isLive && !from && !to);
    endless_->setVisible(layer.isDrawn && (from || to));
    validity_->setHidden(isLive || (!from && !to));
    if (from && to)
        validity_->setText(tr("Valid from %1 to %2").arg(format::dateTime(*from), format::dateTime(*to)));
    else if (from)
        validity_->setText(tr("Valid from %1").arg(format::dateTime(*from)));
    else if (to)
        validity_->setText(tr("Valid until %1").arg(format::dateTime(*to)));
}

} // namespace ui
