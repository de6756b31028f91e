// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/settingspage.h"

#include "ui/pages/settings/apisection.h"
#include "ui/pages/settings/databasesection.h"
#include "ui/pages/settings/engineform.h"
#include "ui/pages/settings/generalsection.h"
#include "ui/pages/settings/settingrow.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/section.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int widest = 860;

} // namespace

SettingsPage::SettingsPage(const Backend &backend, QWidget *parent)
    : Page(parent), backend_(backend), engine_(new EngineForm(backend, this))
{
    notice_ = new NoticeBar(this);
    scroll_ = new QScrollArea(this);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setFocusPolicy(Qt::NoFocus);
    auto *middle = new QWidget(scroll_);
    column_ = new QWidget(middle);
    column_->setMaximumWidth(widest);
    sections_ = new QVBoxLayout(column_);
    sections_->setContentsMargins(0, 0, 12, 16);
    sections_->setSpacing(12);
    auto *row = new QHBoxLayout(middle);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(column_, 1);
    row->addStretch();
    scroll_->setWidget(middle);
    buildSections();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 0);
    layout->setSpacing(12);
    layout->addWidget(notice_);
    layout->addWidget(scroll_, 1);
    connect(engine_, &EngineForm::changed, this, &SettingsPage::presentRestart);
    connect(engine_, &EngineForm::saved, this, &SettingsPage::explainJoined);
    connect(notice_, &NoticeBar::firstRequested, this, [this] { backend_.setup.restart(); });
}

void SettingsPage::buildSections()
{
    Section *general = addSection(tr("This window"));
    general_ = new GeneralSection(backend_, general, this);
    addRows(*general, general_->rows());
    addGroup(SettingGroup::Stations, tr("Stations"));
    addGroup(SettingGroup::Connections, tr("Connections"));
    addGroup(SettingGroup::Retention, tr("How long data is kept"));
    addDatabase();
    addApi();
    sections_->addStretch();
}

Section *SettingsPage::addSection(const QString &title)
{
    auto *section = new Section(title, column_);
    sections_->addWidget(section);
    parts_.append({section, {}, title});
    return section;
}

void SettingsPage::addRows(Section &section, const QList<SettingRow *> &rows)
{
    for (SettingRow *row : rows)
        section.addInset(row);
    parts_.last().rows += rows;
}

void SettingsPage::addGroup(SettingGroup group, const QString &title)
{
    Section *section = addSection(title);
    if (!backend_.ownsEngine)
        section->setRemark(tr("of the engine that runs elsewhere"));
    addRows(*section, engine_->build(group, section));
}

void SettingsPage::addDatabase()
{
    Section *section = addSection(tr("Database"));
    database_ = new DatabaseSection(backend_, section);
    section->addInset(database_);
    parts_.last().words += u' ' + tr("Backup Restore Size Folder", "words that find this section");
}

void SettingsPage::addApi()
{
    addGroup(SettingGroup::Api, tr("API for other programs"));
    api_ = new ApiSection(backend_, parts_.last().section);
    parts_.last().section->addInset(api_);
    parts_.last().words += u' ' + tr("Token Address", "words that find this section");
}

QString SettingsPage::headline() const
{
    if (const int waiting = engine_->waiting(); waiting > 0)
        return tr("%n change(s) count after a restart", nullptr, waiting);
    return backend_.ownsEngine ? tr("What you change counts at once, unless it says otherwise")
                               : tr("This window has joined an engine that runs elsewhere");
}

QString SettingsPage::searchHint() const
{
    return tr("Search settings");
}

/// A section whose own words match shows all its rows.
void SettingsPage::search(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const Part &part : std::as_const(parts_)) {
        const bool whole = std::ranges::all_of(
            words, [&](const QString &word) { return part.words.contains(word, Qt::CaseInsensitive); });
        bool any = whole;
        for (SettingRow *row : part.rows) {
            const bool shown = whole || row->matches(words);
            row->setVisible(shown);
            any = any || shown;
        }
        part.section->setVisible(any);
    }
}

void SettingsPage::visit(const Target &target)
{
    if (target.part == "database"_L1)
        scroll_->ensureWidgetVisible(database_);
}

void SettingsPage::showEvent(QShowEvent *event)
{
    engine_->reload();
    general_->refresh();
    database_->refresh();
    api_->refresh();
    Page::showEvent(event);
}

void SettingsPage::presentRestart()
{
    emit headlineChanged();
    if (!backend_.setup.restart)
        return;
    if (engine_->waiting() == 0)
        return notice_->dismiss();
    notice_->present(u"refresh"_s, Role::Accent,
                     tr("%n change(s) count after a restart of the engine. Cars go on charging meanwhile, and the "
                        "stations reconnect by themselves.",
                        nullptr, engine_->waiting()));
    notice_->presentActions(tr("Restart now"));
}

void SettingsPage::explainJoined()
{
    if (backend_.setup.restart)
        return;
    notice_->present(u"info"_s, Role::Accent,
                     tr("Saved. The engine reads its settings when it starts; restart it where it runs, for example "
                        "with: systemctl restart stationmasterd"));
}

} // namespace ui
