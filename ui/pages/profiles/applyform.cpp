// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/applyform.h"

#include "store/clock.h"
#include "store/reader.h"
#include "ui/models/answerto.h"
#include "ui/pages/profiles/problemlist.h"
#include "ui/pages/profiles/profilewords.h"
#include "ui/text/storewords.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

/// True if it has other texts than before.
bool refill(QComboBox &box, const QStringList &texts)
{
    QStringList now;
    for (int i = 0; i < box.count(); ++i)
        now.append(box.itemText(i));
    if (now == texts)
        return false;
    const QString chosen = box.currentText();
    const QSignalBlocker quiet(box);
    box.clear();
    box.addItems(texts);
    box.setCurrentIndex(std::max(0, box.findText(chosen)));
    return true;
}

} // namespace

/// What the check has found, with what the station tells of itself.
struct ApplyForm::Finding {
    QList<charging::Problem> problems;
    QString refusal; ///< what is no problem of the profile
    bool replaces = false;
};

ApplyForm::ApplyForm(const Backend &backend, QWidget *parent) : QWidget(parent), backend_(backend)
{
    setMinimumWidth(380);
    build();
    connect(profile_, &QComboBox::currentIndexChanged, this, &ApplyForm::check);
    connect(connector_, &QComboBox::currentIndexChanged, this, &ApplyForm::check);
    connect(station_, &QComboBox::currentIndexChanged, this, [this] {
        fillConnectors();
        check();
    });
    connect(apply_, &QPushButton::clicked, this, [this] {
        apply_->setEnabled(false); // a double click is one wish
        emit submitted(wish(), profile_->currentText());
    });
}

void ApplyForm::build()
{
    auto *title = new Label(tr("Apply a profile"), TextSize::Section, Role::Text, this);
    auto *close = new QPushButton(icon(u"close"_s), {}, this);
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close (Esc)"));
    setButtonKind(*close, ButtonKind::Quiet);
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(close);
    auto *form = new QFormLayout;
    form->setSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto addChoice = [&](const QString &name) {
        auto *box = new QComboBox(this);
        box->setAccessibleName(name);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        auto *label = new Label(name, TextSize::Body, Role::Muted, this);
        label->setMinimumHeight(32);
        label->setBuddy(box);
        form->addRow(label, box);
        return box;
    };
    profile_ = addChoice(tr("Profile"));
    station_ = addChoice(tr("Station"));
    connector_ = addChoice(tr("At"));
    content_ = new Label({}, TextSize::Caption, Role::Muted, this);
    content_->wrapping();
    problems_ = new ProblemList(this);
    apply_ = new QPushButton(tr("Apply"), this);
    setButtonKind(*apply_, ButtonKind::Primary);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addLayout(form);
    layout->addWidget(content_);
    layout->addWidget(problems_);
    layout->addWidget(apply_, 0, Qt::AlignLeft);
    layout->addStretch();
    connect(close, &QPushButton::clicked, this, &ApplyForm::closeRequested);
}

void ApplyForm::setKnown(const QList<NamedRow> &library, const QList<StationPlaces> &stations)
{
    QStringList names;
    QHash<QString, QString> contents;
    for (const NamedRow &row : library) {
        names.append(row.named.name);
        contents.insert(row.named.name, u"%1. %2"_s.arg(kindText(row.profile), periodsText(row.profile)));
    }
    names.sort(Qt::CaseInsensitive);
    stations_ = stations;
    QStringList ids;
    for (const StationPlaces &station : stations)
        ids.append(station.id);
    bool isNew = std::exchange(contents_, contents) != contents;
    isNew = refill(*profile_, names) || isNew;
    isNew = refill(*station_, ids) || isNew;
    isNew = fillConnectors() || isNew;
    if (isNew && isVisible())
        check();
}

bool ApplyForm::fillConnectors()
{
    const auto station = std::ranges::find(stations_, station_->currentText(), &StationPlaces::id);
    QStringList places;
    for (int connector = 0; station != stations_.end() && connector <= station->connectors; ++connector)
        places.append(placeWord(connector));
    return refill(*connector_, places);
}

void ApplyForm::begin(const QString &profile, const QString &station, int connector)
{
    if (!profile.isEmpty())
        profile_->setCurrentText(profile);
    if (!station.isEmpty())
        station_->setCurrentText(station);
    if (connector >= 0)
        connector_->setCurrentIndex(connector);
    check();
}

void ApplyForm::release()
{
    check();
}

store::ProfileWish ApplyForm::wish() const
{
    return {station_->currentText(), std::max(0, connector_->currentIndex()), profile_->currentText(), {}};
}

void ApplyForm::check()
{
    const int question = ++question_;
    apply_->setEnabled(false);
    content_->setText(contents_.value(profile_->currentText()));
    if (profile_->currentIndex() < 0 || station_->currentIndex() < 0) {
        problems_->presentLine({Shape::Dot, Role::Inactive}, profile_->count() == 0
                                                                 ? tr("There is no profile in the library yet.")
                                                                 : tr("There is no station yet."));
        return;
    }
    backend_.reader->read([wish = wish()](store::Database &db) {
        store::ChargingProfiles profiles(db);
        const auto checked = profiles.check(wish, store::now());
        if (!checked)
            return Finding{checked.error().problems, refusalText(checked.error()), false};
        const store::StationProfile &row = checked->row;
        const QList<store::StationProfile> all = profiles.list(wish.station);
        const bool replaces =
            std::ranges::any_of(all, [&row](const store::StationProfile &other) {
                return other.desired && other.connector == row.connector && other.purpose == row.purpose
                       && other.stackLevel == row.stackLevel && other.nameKey != row.nameKey;
            });
        return Finding{checked->warnings, {}, replaces};
    }) | answerTo(this, [this, question](const store::Outcome<Finding> &finding) {
        if (question != question_)
            return;
        if (finding)
            present(*finding);
        else
            problems_->presentLine({Shape::Cross, Role::Fault}, storeWords(finding.error()).sentence());
    });
}

void ApplyForm::present(const Finding &finding)
{
    const bool fits = finding.refusal.isEmpty();
    apply_->setEnabled(fits);
    if (!finding.problems.isEmpty())
        problems_->present(finding.problems);
    else if (!fits)
        problems_->presentLine({Shape::Cross, Role::Fault}, finding.refusal);
    else if (finding.replaces)
        problems_->presentLine({Shape::Triangle, Role::Caution},
                               tr("It fits, and replaces the profile that is wanted there for the same purpose at the "
                                  "same level."));
    else
        problems_->presentLine({Shape::Check, Role::Good}, tr("It fits what the station tells of itself."));
}

} // namespace ui
