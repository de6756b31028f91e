// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/pages/profiles/placerow.h"
#include "ui/pages/profiles/profileform.h"
#include "ui/shell/page.h"

#include <QHash>

class QCheckBox;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace store {
struct Error;
}

namespace ui {

class ApplyForm;
class DraftShelf;
class EmptyState;
class MasterDetail;
class NoticeBar;
class PlaceOrder;
class PlacePanel;
class ProfileDeeds;
class ProfileSource;
class RowOrder;
class TableView;

/// Limits over time: the library of charging profiles, and what stations are to have and have.
class ProfilesPage : public Page {
    Q_OBJECT
public:
    explicit ProfilesPage(const Backend &backend, QWidget *parent = nullptr);

    [[nodiscard]] QString headline() const override;
    [[nodiscard]] bool hasUnsaved() const override;
    [[nodiscard]] QString searchHint() const override;
    void search(const QString &text) override;
    [[nodiscard]] QAction *primaryAction() override { return add_; }
    /// Shows the profiles of the target's station.
    void visit(const Target &target) override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildTools();
    QWidget *buildLibrary();
    QWidget *buildPlaces();
    void connectLibrary();
    void connectPlaces();
    void setReading(bool reading);
    void showTab(int tab);
    void presentContent();
    void presentDetails();
    void presentNothing();
    void presentError(const store::Error &error);
    void openForm();
    void openNamed();
    void putAside();
    bool resume(const QString &key);
    void save(const QString &name, const QJsonObject &profile);
    void openPlace();
    void openApply(const QString &profile, const QString &station = {}, int connector = -1);
    void clear(const QString &station, int connector);
    void apply(const store::ProfileWish &wish, const QString &profileName);
    void selectNamed(const QString &key);
    void selectWanted();

    Backend backend_;
    ProfileSource *source_;
    RowOrder *libraryOrder_;
    PlaceOrder *placeOrder_;
    QAction *add_;
    NoticeBar *done_;
    NoticeBar *aside_;
    ProfileDeeds *deeds_;
    DraftShelf *shelf_;
    QHash<QString, ProfileDraft> drafts_; ///< by their key
    QTabBar *tabs_;
    QCheckBox *everywhere_;
    QPushButton *applyButton_;
    QStackedWidget *content_;
    EmptyState *empty_;
    TableView *library_;
    ProfileForm *form_;
    MasterDetail *librarySplit_;
    TableView *places_;
    QStackedWidget *placeDetail_;
    PlacePanel *panel_;
    ApplyForm *applyForm_;
    MasterDetail *placesSplit_;
    QString wantedStation_; ///< its profiles are shown as soon as they are read
    bool failed_ = false;
    bool read_ = false; ///< something was read at all
};

} // namespace ui
