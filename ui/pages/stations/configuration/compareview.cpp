// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/configuration/compareview.h"

#include "ocpp/codec.h"
#include "store/reader.h"
#include "store/stations.h"
#include "ui/models/answerto.h"
#include "ui/pages/stations/configuration/configurationrow.h"
#include "ui/text/storewords.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using store::ConfigurationKey;

QString shown(const QString &key, const std::optional<QString> &value)
{
    if (!value)
        return CompareView::tr("not reported");
    return value->isEmpty() ? CompareView::tr("empty") : valueText(keyFacts(key), *value);
}

} // namespace

QList<Difference> differences(const QList<ConfigurationKey> &here, const QList<ConfigurationKey> &there)
{
    QMap<QString, Difference> byKey;
    for (const ConfigurationKey &key : here) {
        if (key.value)
            byKey.insert(key.keyFolded, {key.key, key.value, {}, false});
    }
    for (const ConfigurationKey &key : there) {
        if (!key.value)
            continue;
        Difference &difference = byKey[key.keyFolded];
        const auto own = std::ranges::find(here, key.keyFolded, &ConfigurationKey::keyFolded);
        difference.key = key.key;
        difference.there = key.value;
        difference.portable = isPortable(key) && (own == here.end() || !own->readonly);
    }
    QList<Difference> result;
    for (const Difference &difference : std::as_const(byKey)) {
        if (difference.here != difference.there && !ocpp::isSecretKey(difference.key))
            result.append(difference);
    }
    return result;
}

CompareView::CompareView(const Backend &backend, QWidget *parent) : QWidget(parent), backend_(backend)
{
    title_ = new Label({}, TextSize::Body, Role::Text, this);
    title_->bold();
    auto *close = new QPushButton(icon(u"close"_s), {}, this);
    close->setAccessibleName(tr("Back to the configuration"));
    close->setToolTip(tr("Back to the configuration"));
    setButtonKind(*close, ButtonKind::Quiet);
    other_ = new QComboBox(this);
    other_->setAccessibleName(tr("The other station"));
    other_->setPlaceholderText(tr("Choose a station"));
    sentence_ = new Label({}, TextSize::Caption, Role::Muted, this);
    sentence_->wrapping();
    list_ = new CheckList(tr("Differences"), {tr("Key"), tr("Here"), tr("There")}, this);
    takeOver_ = new QPushButton(this);
    takeOver_->setObjectName(u"takeOver"_s);
    setButtonKind(*takeOver_, ButtonKind::Primary);
    auto *head = new QHBoxLayout;
    head->addWidget(title_, 1);
    head->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 8, 12);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(other_);
    layout->addWidget(sentence_);
    layout->addWidget(list_, 1);
    layout->addWidget(takeOver_, 0, Qt::AlignLeft);
    connect(close, &QPushButton::clicked, this, &CompareView::closeRequested);
    connect(other_, &QComboBox::currentIndexChanged, this, &CompareView::readDifferences);
    connect(list_, &CheckList::changed, this, &CompareView::presentAction);
    connect(takeOver_, &QPushButton::clicked, this, [this] {
        QList<WantedValue> values;
        const QStringList picked = list_->checked();
        for (const Difference &difference : std::as_const(differences_)) {
            if (picked.contains(difference.key))
                values.append({difference.key, difference.there.value_or(QString())});
        }
        emit takeOverRequested(values);
    });
    setFocusProxy(other_);
    presentAction();
}

void CompareView::begin(const QString &station)
{
    station_ = station;
    title_->setText(tr("Compare %1 with").arg(station));
    present({});
    readStations();
}

void CompareView::readStations()
{
    backend_.reader->read([](store::Database &db) { return store::Stations(db).list(); })
        | answerTo(this, [this](const store::Outcome<QList<store::Station>> &stations) {
              const QSignalBlocker quiet(other_);
              other_->clear();
              for (const store::Station &station : stations.value_or(QList<store::Station>())) {
                  if (station.id == station_)
                      continue;
                  const QString what = u"%1 %2"_s.arg(station.vendor, station.model).trimmed();
                  other_->addItem(what.isEmpty() ? station.id : u"%1 · %2"_s.arg(station.id, what), station.id);
              }
              other_->setCurrentIndex(-1);
          });
}

void CompareView::readDifferences()
{
    const QString other = other_->currentData().toString();
    if (other.isEmpty())
        return present({});
    backend_.reader->read([here = station_, other](store::Database &db) {
        store::Configuration configuration(db);
        return differences(configuration.list(here), configuration.list(other));
    }) | answerTo(this, [this, other](const store::Outcome<QList<Difference>> &found) {
        if (other != other_->currentData().toString())
            return;
        if (found)
            present(*found);
        else
            sentence_->setText(storeWords(found.error()).sentence());
    });
}

void CompareView::present(const QList<Difference> &found)
{
    differences_ = found;
    const QString other = other_->currentData().toString();
    list_->tree().setHeaderLabels({tr("Key"), station_, other});
    QList<CheckList::Row> rows;
    for (const Difference &difference : found)
        rows.append({difference.key,
                     {difference.key, shown(difference.key, difference.here), shown(difference.key, difference.there)},
                     difference.portable ? QString() : tr("This cannot be carried over: it is read only, or not reported."),
                     false,
                     difference.portable});
    list_->present(rows);
    list_->setHidden(found.isEmpty());
    if (other.isEmpty())
        sentence_->setText(tr("Only what differs is shown. Pick what is to become here as it is there."));
    else if (found.isEmpty())
        sentence_->setText(tr("The two have the same configuration, as far as they tell."));
    else
        sentence_->setText(tr("%n key(s) differ. Pick what is to become here as it is there.", nullptr, int(found.size())));
}

void CompareView::presentAction()
{
    const int picked = int(list_->checked().size());
    takeOver_->setHidden(differences_.isEmpty());
    takeOver_->setEnabled(picked > 0);
    takeOver_->setText(tr("Take over %n value(s) from %1", nullptr, picked).arg(other_->currentData().toString()));
}

} // namespace ui
