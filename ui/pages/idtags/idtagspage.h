// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/idtags.h"
#include "ui/backend.h"
#include "ui/pages/idtags/tagform.h"
#include "ui/shell/page.h"

#include <QHash>

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace store {
struct Error;
}

namespace ui {

class CardLearner;
class CsvExport;
class DraftShelf;
class EmptyState;
class ImportView;
class MasterDetail;
class NoticeBar;
class SeenTagsPanel;
class TableView;
class TagJournal;
class TagOrder;
class TagSource;
struct TagChange;

/// Who may charge: all tags with their owners, a form beside them, cards learned by holding them to a station, and files
/// in and out.
class IdTagsPage : public Page {
    Q_OBJECT
public:
    explicit IdTagsPage(const Backend &backend, QWidget *parent = nullptr);

    [[nodiscard]] QString headline() const override;
    [[nodiscard]] bool hasUnsaved() const override;
    [[nodiscard]] QString searchHint() const override;
    void search(const QString &text) override;
    [[nodiscard]] QAction *primaryAction() override { return add_; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum Shown { Tags, Nothing, Import }; ///< in content_

    QWidget *buildDetail();
    void buildTable();
    QWidget *buildTools();
    void connectParts();
    void connectForm();
    void setReading(bool reading);
    void presentContent();
    void presentForm();
    void presentNothing();
    void presentError(const store::Error &error);
    void setFailed(bool failed);
    void presentSelection();
    void putAside();
    bool resume(const QString &key);
    void openDraft(const QString &key);
    void openForm(const QString &tag = {}, const QString &origin = {});
    void save(const store::IdTag &tag, const QString &group, bool isNew);
    void settle(const QString &draft, const store::IdTag &saved);
    void remove(const store::IdTag &tag);
    void addSeen(const store::SeenTag &seen);
    void select(const QString &tag);
    void startImport();
    void readFile(const QString &path);
    void startExport();
    [[nodiscard]] QHash<QString, store::IdTag> known() const;

    Backend backend_;
    TagSource *source_;
    TagOrder *order_;
    QAction *add_;
    SeenTagsPanel *seen_;
    NoticeBar *learning_;
    NoticeBar *done_;
    NoticeBar *aside_;
    NoticeBar *exporting_;
    CardLearner *learner_;
    TagJournal *journal_;
    DraftShelf *shelf_;
    QHash<QString, TagDraft> drafts_; ///< by their key
    CsvExport *exporter_;
    QWidget *tools_;
    QComboBox *state_;
    QPushButton *tap_;
    QPushButton *import_;
    QPushButton *export_;
    QStackedWidget *content_;
    TableView *table_;
    TagForm *form_;
    MasterDetail *split_;
    EmptyState *empty_;
    ImportView *importing_;
    QString wanted_; ///< to be selected as soon as it is there
    bool failed_ = false;
    bool read_ = false; ///< something was read at all
};

} // namespace ui
