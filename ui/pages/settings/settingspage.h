// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/pages/settings/settingwords.h"
#include "ui/shell/page.h"

class QScrollArea;
class QVBoxLayout;

namespace ui {

class ApiSection;
class DatabaseSection;
class EngineForm;
class GeneralSection;
class NoticeBar;
class Section;
class SettingRow;

/// Everything that can be set: this window on this computer, the engine, how long data is kept, the database, the API. The
/// engine's rows come from config's table. In a window that joined an engine it says whose settings these are.
class SettingsPage : public Page {
    Q_OBJECT
public:
    explicit SettingsPage(const Backend &backend, QWidget *parent = nullptr);

    [[nodiscard]] QString headline() const override;
    [[nodiscard]] QString searchHint() const override;
    void search(const QString &text) override;
    void visit(const Target &target) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    /// A section with what the search looks through.
    struct Part {
        Section *section;
        QList<SettingRow *> rows;
        QString words{}; ///< of what is no row
    };
    void buildSections();
    Section *addSection(const QString &title);
    void addRows(Section &section, const QList<SettingRow *> &rows);
    void addGroup(SettingGroup group, const QString &title);
    void addDatabase();
    void addApi();
    void presentRestart();
    void explainJoined();

    Backend backend_;
    EngineForm *engine_;
    GeneralSection *general_ = nullptr;
    DatabaseSection *database_ = nullptr;
    ApiSection *api_ = nullptr;
    NoticeBar *notice_;
    QScrollArea *scroll_;
    QWidget *column_;
    QVBoxLayout *sections_;
    QList<Part> parts_;
};

} // namespace ui
