// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sites.h"
#include "ui/backend.h"
#include "ui/pages/sites/sitepanel.h"
#include "ui/shell/page.h"

class QStackedWidget;

namespace store {
struct Error;
}

namespace ui {

class EmptyState;
class MasterDetail;
class NoticeBar;
class SiteTree;

/// Sites as trees of fuses: what flows, what is handed out, who gets what and why.
class SitesPage : public Page {
    Q_OBJECT
public:
    explicit SitesPage(const Backend &backend, QWidget *parent = nullptr);

    [[nodiscard]] QString headline() const override;
    [[nodiscard]] bool hasUnsaved() const override;
    [[nodiscard]] QString searchHint() const override;
    void search(const QString &text) override;
    [[nodiscard]] QAction *primaryAction() override { return add_; }
    void visit(const Target &target) override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// What was changed, to be taken back; nothing: it was not there, or is not any more.
    struct Change {
        QString name;
        std::optional<store::SiteSetup> before;
        std::optional<store::SiteSetup> after;
    };
    void connectParts();
    void presentContent();
    void presentNothing();
    void selectWanted();
    void presentError(const store::Error &error);
    void openForm();
    void openDraft(const DraftPlace &place);
    void reveal(const QString &key);
    void save(const store::SiteSetup &setup, const store::SiteSetup &begun);
    void refuse(const SitePanel::Sent &sent, const QString &why);
    void remove(const QString &site);
    void takeBack();
    void complain(const store::Error &error);
    [[nodiscard]] const SiteRow *find(const QString &key) const;

    Backend backend_;
    SiteSource *source_;
    QAction *add_;
    NoticeBar *done_;
    NoticeBar *aside_;
    DraftShelf *shelf_;
    QStackedWidget *content_;
    EmptyState *empty_;
    SiteTree *tree_;
    SitePanel *panel_;
    MasterDetail *split_;
    std::optional<Change> change_;
    QList<SitePanel::Sent> underWay_; ///< to be saved
    QString wantedStation_{};
    bool read_ = false;
    bool failed_ = false;
};

} // namespace ui
