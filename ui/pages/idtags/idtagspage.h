// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/idtags.h"
#include "ui/backend.h"
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
class EmptyState;
class ImportView;
class MasterDetail;
class NoticeBar;
class SeenTagsPanel;
class TableView;
class TagForm;
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
    [[nodiscard]] QString searchHint() const override;
    void search(const QString &text) override;
    [[nodiscard]] QAction *primaryAction() override { return add_; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildTable();
    QWidget *buildTools();
    void connectParts();
    void connectForm();
    void setReading(bool reading);
    void presentContent();
    void presentForm();
    void presentNothing();
    void presentError(const store::Error &error);
    void presentSelection();
    void openForm(const QString &tag = {}, const QString &origin = {});
    void save(const store::IdTag &tag, const QString &group, bool isNew);
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
    NoticeBar *exporting_;
    CardLearner *learner_;
    TagJournal *journal_;
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
