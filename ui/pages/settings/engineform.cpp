// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/engineform.h"

#include "ui/pages/settings/settingrow.h"

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using Kind = SettingRow::Kind;

Kind kindOf(const config::Setting &setting)
{
    if (std::holds_alternative<bool config::Settings::*>(setting.target))
        return Kind::Switch;
    return std::holds_alternative<int config::Settings::*>(setting.target) ? Kind::Number : Kind::Text;
}

} // namespace

EngineForm::EngineForm(const Backend &backend, QObject *parent) : QObject(parent), backend_(backend)
{
    settings_ = config::loadSettings(backend.setup.dataDir).settings;
}

QList<SettingRow *> EngineForm::build(SettingGroup group, QWidget *parent)
{
    QList<SettingRow *> rows;
    for (const config::Setting &setting : config::settingTable()) {
        const SettingWords words = settingWords(setting);
        if (words.group != group)
            continue;
        auto *row = new SettingRow(kindOf(setting), words.label, words.help, parent);
        row->setUnit(unitText(setting.unit));
        const Entry entry{&setting, row};
        entries_.push_back(entry);
        connect(row, &SettingRow::edited, this, [this, entry](const QString &text) { change(entry, text); });
        connect(row, &SettingRow::resetRequested, this,
                [this, entry] { change(entry, config::textOf({}, *entry.setting)); });
        present(entry);
        rows.append(row);
    }
    return rows;
}

void EngineForm::reload()
{
    settings_ = config::loadSettings(backend_.setup.dataDir).settings;
    for (const Entry &entry : entries_)
        present(entry);
    emit changed();
}

int EngineForm::waiting() const
{
    return int(std::ranges::count_if(config::settingTable(), [this](const config::Setting &s) { return isWaiting(s); }));
}

void EngineForm::change(const Entry &entry, const QString &text)
{
    config::Settings wanted = config::loadSettings(backend_.setup.dataDir).settings; // another window may have written
    if (!config::assign(wanted, *entry.setting, text))
        return entry.row->complain(legalText(*entry.setting));
    if (!config::saveSettings(backend_.setup.dataDir, wanted))
        return entry.row->complain(tr("This could not be written to %1. Look whether the folder belongs to you and its "
                                      "disk has room.")
                                       .arg(backend_.setup.dataDir));
    settings_ = wanted;
    present(entry);
    emit changed();
    emit saved();
}

void EngineForm::present(const Entry &entry)
{
    entry.row->present(config::textOf(settings_, *entry.setting), config::textOf({}, *entry.setting));
    entry.row->remark(isWaiting(*entry.setting) ? tr("Counts after a restart of the engine.") : QString());
    if (isGiven(*entry.setting))
        entry.row->lock(tr("The engine was started with --%1, which counts more.").arg(entry.setting->option));
    else if (backend_.setup.dataDir.isEmpty())
        entry.row->lock(tr("It can only be changed where the engine runs."));
}

bool EngineForm::isGiven(const config::Setting &setting) const
{
    return !setting.option.isEmpty() && backend_.setup.given.contains(setting.option);
}

bool EngineForm::isWaiting(const config::Setting &setting) const
{
    const auto &running = backend_.setup.startedWith;
    return running && !isGiven(setting) && config::textOf(*running, setting) != config::textOf(settings_, setting);
}

} // namespace ui
