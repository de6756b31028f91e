// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/firmware/updateform.h"

#include "ui/pages/firmware/firmwarewords.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int mostAtOnce = 9999;
constexpr int mostTries = 20;
constexpr int longestPause = 240; // min
constexpr int usualPause = 5; // min

std::optional<ocpp::Timestamp> momentOf(const QCheckBox &given, const QDateTimeEdit &edit)
{
    if (!given.isChecked())
        return std::nullopt;
    return ocpp::Timestamp(std::chrono::milliseconds(edit.dateTime().toMSecsSinceEpoch()));
}

} // namespace

UpdateForm::UpdateForm(QWidget *parent) : QWidget(parent)
{
    setMinimumWidth(420);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    layout->addWidget(buildHeader());
    layout->addLayout(buildFields());
    list_ = new CheckList(tr("Stations"), {tr("Station"), tr("Has"), tr("Model")}, this);
    remark_ = new Label({}, TextSize::Caption, Role::Muted, this);
    remark_->wrapping();
    start_ = new QPushButton(tr("Update"), this);
    setButtonKind(*start_, ButtonKind::Primary);
    layout->addWidget(list_, 1);
    layout->addWidget(remark_);
    layout->addWidget(start_, 0, Qt::AlignLeft);
    connect(image_, &QComboBox::currentIndexChanged, this, &UpdateForm::presentStations);
    connect(kind_, &QComboBox::currentIndexChanged, this, &UpdateForm::presentButton);
    connect(atOnce_, &QSpinBox::valueChanged, this, &UpdateForm::presentButton);
    connect(list_, &CheckList::changed, this, &UpdateForm::presentButton);
    connect(start_, &QPushButton::clicked, this, &UpdateForm::submit);
    presentButton();
}

QWidget *UpdateForm::buildHeader()
{
    auto *header = new QWidget(this);
    auto *title = new Label(tr("Update stations"), TextSize::Section, Role::Text, header);
    auto *close = new QPushButton(icon(u"close"_s), {}, header);
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close (Esc)"));
    setButtonKind(*close, ButtonKind::Quiet);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(title, 1);
    layout->addWidget(close);
    connect(close, &QPushButton::clicked, this, &UpdateForm::closeRequested);
    return header;
}

QWidget *UpdateForm::addTime(QCheckBox *&given, QDateTimeEdit *&edit, const QString &name)
{
    auto *row = new QWidget(this);
    given = new QCheckBox(tr("not before"), row);
    given->setAccessibleName(tr("%1: not before a certain time").arg(name));
    edit = new QDateTimeEdit(QDateTime(QDate::currentDate().addDays(1), QTime(2, 0)), row);
    edit->setAccessibleName(name);
    edit->setCalendarPopup(true);
    edit->setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
    edit->hide();
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(given);
    layout->addWidget(edit, 1);
    layout->addStretch();
    connect(given, &QCheckBox::toggled, edit, &QWidget::setVisible);
    return row;
}

QWidget *UpdateForm::addTries()
{
    auto *row = new QWidget(this);
    tries_ = new QSpinBox(row);
    tries_->setAccessibleName(tr("How often it is tried again"));
    tries_->setRange(0, mostTries);
    tries_->setSpecialValueText(tr("as the station likes"));
    tries_->setSuffix(QChar::Nbsp + u"×"_s);
    pause_ = new QSpinBox(row);
    pause_->setAccessibleName(tr("Minutes between the tries"));
    pause_->setRange(1, longestPause);
    pause_->setValue(usualPause);
    pause_->setPrefix(tr("after", "so many minutes") + QChar::Nbsp);
    pause_->setSuffix(QChar::Nbsp + tr("min"));
    pause_->hide();
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(tries_, 1);
    layout->addWidget(pause_, 1);
    connect(tries_, &QSpinBox::valueChanged, pause_, [this](int tries) { pause_->setVisible(tries > 0); });
    return row;
}

QFormLayout *UpdateForm::buildFields()
{
    auto *form = new QFormLayout;
    form->setSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto add = [&](const QString &title, QWidget *field, const QString &help) {
        field->setAccessibleName(title);
        field->setToolTip(help);
        auto *label = new Label(title, TextSize::Body, Role::Muted, this);
        label->setMinimumSize(104, 32);
        label->setBuddy(field);
        form->addRow(label, field);
    };
    image_ = new QComboBox(this);
    image_->setPlaceholderText(tr("not chosen"));
    kind_ = new QComboBox(this);
    kind_->addItem(tr("unsigned"), int(store::FirmwareKind::Plain));
    kind_->addItem(tr("signed"), int(store::FirmwareKind::Signed));
    atOnce_ = new QSpinBox(this);
    atOnce_->setRange(0, mostAtOnce);
    atOnce_->setSpecialValueText(tr("all at once"));
    add(tr("Firmware"), image_, {});
    add(tr("Sent"), kind_,
        tr("Signed updates need a signature and certificate of the image, and stations of the security "
           "extension. OCPP: SignedUpdateFirmware, else UpdateFirmware"));
    add(tr("Fetched"), addTime(later_, fetch_, tr("Fetched")), tr("OCPP: retrieveDate"));
    add(tr("Installed"), addTime(installLater_, install_, tr("Installed")),
        tr("Signed updates only. OCPP: installDate"));
    add(tr("Tried again"), addTries(), tr("If the download breaks off. OCPP: retries, retryInterval"));
    add(tr("At a time"), atOnce_,
        tr("So many stations in each wave. The next wave begins when one is done; the first failure stops it."));
    return form;
}

void UpdateForm::setKnown(const QList<ImageRow> &images, const QList<store::Station> &stations)
{
    QList<ImageRow> complete;
    std::ranges::copy_if(images, std::back_inserter(complete), &ImageRow::isComplete);
    const auto same = [](const QList<ImageRow> &one, const QList<ImageRow> &other) {
        return std::ranges::equal(one, other, [](const ImageRow &a, const ImageRow &b) {
            return a.key() == b.key() && a.image.name == b.image.name && a.image.version == b.image.version
                   && a.isSigned() == b.isSigned() && a.image.vendor == b.image.vendor
                   && a.image.model == b.image.model;
        });
    };
    const bool sameStations = std::ranges::equal(stations, stations_, [](const auto &a, const auto &b) {
        return a.id == b.id && a.firmwareVersion == b.firmwareVersion && a.model == b.model;
    });
    if (same(complete, images_) && sameStations)
        return; // what is picked stays
    const qint64 picked = image_->currentData().toLongLong();
    images_ = complete;
    stations_ = stations;
    {
        const QSignalBlocker quiet(image_);
        image_->clear();
        for (const ImageRow &row : std::as_const(images_))
            image_->addItem(row.image.version.isEmpty() ? row.image.name
                                                        : u"%1 (%2)"_s.arg(row.image.name, row.image.version),
                            row.image.id);
        image_->setCurrentIndex(picked > 0 ? image_->findData(picked) : images_.size() == 1 ? 0 : -1);
    }
    presentStations();
}

void UpdateForm::begin(qint64 image)
{
    if (image > 0 && image != image_->currentData().toLongLong()) {
        clear();
        image_->setCurrentIndex(image_->findData(image));
    }
    presentStations();
}

void UpdateForm::clear()
{
    for (QCheckBox *given : {later_, installLater_})
        given->setChecked(false);
    tries_->setValue(0);
    pause_->setValue(usualPause);
    atOnce_->setValue(0);
    list_->present({});
    kindOf_ = {};
    image_->setCurrentIndex(images_.size() == 1 ? 0 : -1);
    presentStations();
}

const ImageRow *UpdateForm::chosen() const
{
    const auto row = std::ranges::find(images_, image_->currentData().toLongLong(), &ImageRow::key);
    return row == images_.end() ? nullptr : &*row;
}

void UpdateForm::presentStations()
{
    const ImageRow *image = chosen();
    const QStringList before = list_->checked();
    QList<CheckList::Row> rows;
    for (const store::Station &station : std::as_const(stations_)) {
        const QString mismatch = image ? misfitText(image->image, station) : QString();
        const bool hasIt = image && !image->image.version.isEmpty() && station.firmwareVersion == image->image.version;
        rows.append({station.id,
                     {station.id, station.firmwareVersion, u"%1 %2"_s.arg(station.vendor, station.model).trimmed()},
                     hasIt ? tr("It has this version already.") : mismatch,
                     before.contains(station.id),
                     image && mismatch.isEmpty() && !hasIt});
    }
    list_->present(rows);
    presentKind();
    presentButton();
}

/// What the person chose stays as long as the image does.
void UpdateForm::presentKind()
{
    const ImageRow *image = chosen();
    const bool isSigned = image && image->isSigned();
    const std::pair now(image ? image->key() : 0, isSigned);
    if (std::exchange(kindOf_, now) != now)
        kind_->setCurrentIndex(isSigned ? 1 : 0);
    kind_->setEnabled(isSigned);
}

QList<QStringList> UpdateForm::waves() const
{
    const QStringList stations = list_->checked();
    const qsizetype size = atOnce_->value() > 0 ? atOnce_->value() : std::max<qsizetype>(1, stations.size());
    QList<QStringList> waves;
    for (qsizetype first = 0; first < stations.size(); first += size)
        waves.append(stations.mid(first, size));
    return waves;
}

void UpdateForm::presentButton()
{
    const auto stations = int(list_->checked().size());
    const auto count = int(waves().size());
    start_->setEnabled(stations > 0 && chosen());
    start_->setText(tr("Update %n station(s)", nullptr, stations));
    installLater_->setEnabled(kind_->currentIndex() == 1);
    remark_->setText(count > 1 ? tr("In %n wave(s); the first failure stops the rest.", nullptr, count)
                               : tr("Charging goes on until a station restarts to install."));
}

void UpdateForm::release(bool started)
{
    if (started)
        clear();
    presentButton();
}

void UpdateForm::submit()
{
    start_->setEnabled(false); // a double click is one update
    store::UpdatePlan plan{.image = chosen()->image.id, .kind = store::FirmwareKind(kind_->currentData().toInt())};
    plan.retrieveDate = momentOf(*later_, *fetch_);
    if (plan.kind == store::FirmwareKind::Signed)
        plan.installDate = momentOf(*installLater_, *install_);
    if (tries_->value() > 0) {
        plan.retries = tries_->value();
        plan.retryIntervalSeconds = pause_->value() * 60;
    }
    emit submitted(waves(), plan);
}

} // namespace ui
