// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/firmware.h"
#include "store/stationfiles.h"
#include "ui/backend.h"
#include "ui/pages/firmware/imageform.h"
#include "ui/shell/page.h"

#include <array>

class QPushButton;
class QStackedWidget;
class QTabBar;

namespace store {
struct Error;
}

namespace ui {

class AskForm;
class EmptyState;
class FilePanel;
class FirmwareDeeds;
class FirmwareSource;
class ImageDrafts;
class ImageCopy;
class JobPanel;
class MasterDetail;
class NoticeBar;
class RolloutPanel;
class RowOrder;
class TableView;
class UpdateForm;

/// Firmware for stations and how far it has come, and what stations have brought of diagnostics and logs.
class FirmwarePage : public Page {
    Q_OBJECT
public:
    explicit FirmwarePage(const Backend &backend, QWidget *parent = nullptr);

    [[nodiscard]] QString headline() const override;
    [[nodiscard]] bool hasUnsaved() const override;
    [[nodiscard]] QString searchHint() const override;
    void search(const QString &text) override;
    [[nodiscard]] QAction *primaryAction() override { return add_; }
    /// Shows the latest update of the target's station.
    void visit(const Target &target) override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum Tab { Images, Updates, Rollouts, Files };
    static constexpr std::size_t tabCount = 4;
    /// A table with its detail.
    struct Part {
        RowOrder *order = nullptr;
        TableView *table = nullptr;
        MasterDetail *split = nullptr;
    };

    QWidget *buildTools();
    void buildPart(Tab tab, const QString &name, const QString &title, QAbstractItemModel &model, QWidget *detail);
    void buildDetails();
    void connectPage();
    void connectImages();
    void connectUpdates();
    void connectFiles();
    void showTab(int tab);
    void presentContent();
    void presentDetails();
    void presentNothing();
    void presentError(const store::Error &error);
    void presentAdd();
    [[nodiscard]] int selectedRow(Tab tab) const;
    [[nodiscard]] Part &part(Tab tab) { return parts_[std::size_t(tab)]; }
    [[nodiscard]] const Part &part(Tab tab) const { return parts_[std::size_t(tab)]; }
    void openForm(Tab tab, QStackedWidget &details, QWidget *form);
    void addImage();
    void openImage();
    void saveImage(const QString &path, const store::FirmwareImage &image);
    void removeImage(const store::FirmwareImage &image);
    void presentTaken(bool done);
    void backToDraft(qint64 image, const QString &path);
    void openUpdateForm(qint64 image);
    void start(const QList<QStringList> &waves, const store::UpdatePlan &plan);
    void selectJob(qint64 job);
    void selectWanted();
    void openAskForm();
    void ask(const store::FileWish &wish);
    void saveFile(const QString &path, const QString &name);
    void removeFile(const store::StationFile &file);

    Backend backend_;
    FirmwareSource *source_;
    QAction *add_;
    NoticeBar *copying_;
    NoticeBar *done_;
    NoticeBar *aside_;
    ImageCopy *copy_;
    FirmwareDeeds *deeds_;
    QWidget *tools_;
    QTabBar *tabs_;
    QPushButton *updateButton_;
    QPushButton *askButton_;
    QStackedWidget *content_;
    EmptyState *empty_;
    std::array<Part, tabCount> parts_{};
    QStackedWidget *imageDetail_;
    ImageForm *imageForm_;
    ImageDrafts *drafts_;
    ImageDraft taken_; ///< of the file that is being taken in
    UpdateForm *updateForm_;
    JobPanel *jobPanel_;
    RolloutPanel *rolloutPanel_;
    QStackedWidget *fileDetail_;
    FilePanel *filePanel_;
    AskForm *askForm_;
    QString wantedStation_; ///< its update is shown as soon as it is read
    bool failed_ = false;
    bool read_ = false; ///< something was read at all
};

} // namespace ui
