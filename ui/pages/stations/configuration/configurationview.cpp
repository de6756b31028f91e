// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/configuration/configurationview.h"

#include "store/writer.h"
#include "ui/models/answerto.h"
#include "ui/pages/stations/configuration/carryview.h"
#include "ui/pages/stations/configuration/compareview.h"
#include "ui/pages/stations/configuration/configurationlist.h"
#include "ui/text/storewords.h"
#include "ui/theme/icons.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/noticebar.h"

#include <QFile>
#include <QFileInfo>
#include <QMenu>
#include <QSaveFile>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qint64 mostBytes = 1'000'000; // of a file that can hold a configuration

} // namespace

ConfigurationView::ConfigurationView(const Backend &backend, QWidget *parent)
    : QWidget(parent), backend_(backend), stack_(new QStackedWidget(this))
{
    noticeRow_ = new QWidget(this);
    notice_ = new NoticeBar(noticeRow_);
    auto *noticeLayout = new QHBoxLayout(noticeRow_);
    noticeLayout->setContentsMargins(16, 8, 16, 0);
    noticeLayout->addWidget(notice_);
    noticeRow_->hide();
    list_ = new ConfigurationList(backend, stack_);
    compare_ = new CompareView(backend, stack_);
    carry_ = new CarryView(backend, stack_);
    for (QWidget *part : {static_cast<QWidget *>(list_), static_cast<QWidget *>(compare_), static_cast<QWidget *>(carry_)})
        stack_->addWidget(part);
    list_->setMenu(buildMenu());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(noticeRow_);
    layout->addWidget(stack_, 1);
    connectParts();
}

QMenu *ConfigurationView::buildMenu()
{
    auto *menu = new QMenu(this);
    menu->setAccessibleName(tr("More for the configuration"));
    menu->addAction(tr("Compare with another station…"), this, &ConfigurationView::compare);
    menu->addAction(tr("Carry over to other stations…"), this, &ConfigurationView::carryOver);
    menu->addAction(icon(u"plus"_s), tr("Add a key…"), list_, &ConfigurationList::addKey);
    menu->addSeparator();
    menu->addAction(icon(u"export"_s), tr("Export…"), this, &ConfigurationView::exportFile);
    menu->addAction(icon(u"import"_s), tr("Import…"), this, &ConfigurationView::importFile);
    return menu;
}

void ConfigurationView::connectParts()
{
    connect(notice_, &NoticeBar::firstRequested, this, &ConfigurationView::takeBack);
    connect(list_, &ConfigurationList::failed, this, [this](const QString &text) { tell(false, text); });
    connect(compare_, &CompareView::closeRequested, this, [this] { showPart(list_); });
    connect(compare_, &CompareView::takeOverRequested, this, &ConfigurationView::takeOver);
    connect(carry_, &CarryView::closeRequested, this, [this] { showPart(list_); });
}

void ConfigurationView::setShelf(DraftShelf &shelf)
{
    list_->setShelf(shelf);
}

void ConfigurationView::openDraft(const QString &key)
{
    showPart(list_);
    list_->openDraft(key);
}

bool ConfigurationView::hasUnsaved() const
{
    return list_->hasUnsaved();
}

void ConfigurationView::setStation(const QString &station)
{
    if (station == station_)
        return;
    station_ = station;
    noticeRow_->hide();
    list_->setStation(station);
    showPart(list_);
}

void ConfigurationView::setOpen(bool open)
{
    open_ = open;
    list_->setOpen(open);
    carry_->setOpen(open && stack_->currentWidget() == carry_);
}

void ConfigurationView::showPart(QWidget *part)
{
    stack_->setCurrentWidget(part);
    setOpen(open_);
    part->setFocus();
}

QList<store::ConfigurationKey> ConfigurationView::keys() const
{
    QList<store::ConfigurationKey> keys;
    for (const ConfigurationRow &row : list_->reading().rows)
        keys.append(row.entry);
    return keys;
}

void ConfigurationView::compare()
{
    compare_->begin(station_);
    showPart(compare_);
}

void ConfigurationView::carryOver()
{
    QList<WantedValue> values;
    for (const store::ConfigurationKey &key : keys()) {
        if (isPortable(key))
            values.append({key.key, *key.value});
    }
    carry_->begin(tr("As %1 has them. Pick the settings, then the stations.").arg(station_), values, station_, {});
    showPart(carry_);
}

void ConfigurationView::exportFile()
{
    const modal::FileRequest request{.kind = modal::FileRequest::Kind::Save,
                                     .title = tr("Export the configuration of %1").arg(station_),
                                     .suggestion = tr("%1 configuration").arg(station_) + ".json"_L1,
                                     .filter = tr("JSON (*.json);;CSV (*.csv)")};
    modal::chooseFile(this, request, [this, station = station_, keys = keys()](const QString &path) {
        const bool isCsv = path.endsWith(".csv"_L1, Qt::CaseInsensitive);
        QSaveFile file(path);
        const QByteArray content = isCsv ? valuefile::toCsv(keys) : valuefile::toJson(station, keys);
        if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
            tell(true, tr("Written to %1. Passwords are not in it.").arg(path));
        else
            tell(false, tr("%1 cannot be written: %2").arg(path, file.errorString()));
    });
}

void ConfigurationView::importFile()
{
    const modal::FileRequest request{.kind = modal::FileRequest::Kind::Open,
                                     .title = tr("Import a configuration"),
                                     .suggestion = {},
                                     .filter = tr("Configurations (*.json *.csv)")};
    modal::chooseFile(this, request, [this](const QString &path) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return tell(false, tr("%1 cannot be read: %2").arg(path, file.errorString()));
        const auto values = valuefile::parse(file.read(mostBytes));
        if (!values)
            return tell(false, values.error());
        const QString name = QFileInfo(path).fileName();
        carry_->begin(tr("From %1. Pick the settings, then the stations.").arg(name), *values, {}, station_);
        showPart(carry_);
    });
}

void ConfigurationView::takeOver(const QList<WantedValue> &values)
{
    QList<Wish> wishes;
    for (const WantedValue &value : values)
        wishes.append({station_, value.key, value.value});
    backend_.writer->submit([wishes](store::Database &db) { return desire(db, wishes); })
        | answerTo(this,
                   [this, station = station_, count = int(values.size())](const store::Outcome<QList<Wish>> &back) {
                       if (!back)
                           return tell(false, storeWords(back.error()).sentence());
                       if (station != station_)
                           return; // the person has gone on
                       tell(true, tr("%n value(s) taken over; the station is being told.", nullptr, count));
                       back_ = *back;
                       notice_->presentActions(tr("Undo"));
                       showPart(list_);
                   });
}

void ConfigurationView::takeBack()
{
    const QList<Wish> back = std::exchange(back_, {});
    if (back.isEmpty())
        return;
    notice_->presentActions({});
    backend_.writer->submit([back](store::Database &db) { desire(db, back); })
        | answerTo(this, [this](const store::Outcome<void> &done) {
              if (done)
                  tell(true, tr("Taken back: the station is told its values of before."));
              else
                  tell(false, tr("It was not taken back. %1").arg(storeWords(done.error()).sentence()));
          });
}

void ConfigurationView::tell(bool well, const QString &text)
{
    back_.clear();
    noticeRow_->show();
    notice_->present(well ? u"check"_s : u"warning"_s, well ? Role::Good : Role::Fault, text);
}

} // namespace ui
