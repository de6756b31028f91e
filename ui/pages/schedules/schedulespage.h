// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/shell/page.h"

#include <QTimer>

class QButtonGroup;
class QComboBox;
class QStackedWidget;
class QTabBar;

namespace store {
struct Error;
}

namespace ui {

class ApplyView;
class Label;
class LayerPanel;
class NoticeBar;
class ProblemPanel;
class ProfileDeeds;
class ScheduleDocument;
class ScheduleSource;
class WeekCanvas;
struct Layer;

/// The editor of charging profiles: the week on which they are painted, in layers, with what comes of them.
class SchedulesPage : public Page {
    Q_OBJECT
public:
    explicit SchedulesPage(const Backend &backend, QWidget *parent = nullptr);
    ~SchedulesPage() override;

    [[nodiscard]] QString headline() const override;
    [[nodiscard]] QAction *primaryAction() override { return apply_; }
    /// Looks at the target's station and connector; begins with the profile of the library that its part names.
    void visit(const Target &target) override;
    [[nodiscard]] ScheduleDocument &document() { return *document_; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildTools();
    QWidget *buildPlace();
    QWidget *buildWeek();
    QWidget *buildView();
    QWidget *buildEditor();
    QWidget *buildCanvas();
    QWidget *buildBelow();
    void restoreDrawing();
    void keepDrawing();
    void connectParts();
    void followSource();
    void presentRead();
    void presentError(const store::Error &error);
    void offerApply();
    void followPlace();
    void showWanted();
    void followWeek();
    void fillConnectors();
    void choosePlace();
    void showEditor(bool editor);
    void followProblems();
    [[nodiscard]] bool refuseGaps(const Layer &layer);
    void saveLayer();
    void importFile();
    void exportFile();

    Backend backend_;
    Target wanted_{}; ///< what of it is not shown yet: as soon as it is known
    ScheduleSource *source_;
    ScheduleDocument *document_;
    QAction *apply_;
    NoticeBar *notice_;
    NoticeBar *failure_; ///< what the stations have cannot be read
    ProfileDeeds *deeds_;
    QComboBox *station_;
    QComboBox *connector_;
    Label *weekName_;
    QButtonGroup *view_;
    QComboBox *grid_;
    WeekCanvas *canvas_;
    LayerPanel *layers_;
    QTabBar *tabs_;
    ProblemPanel *problems_;
    QWidget *tools_;
    QStackedWidget *content_;
    ApplyView *applyView_;
    bool failed_ = false; ///< the last reading
    QTimer keeping_;
    QByteArray kept_; ///< the drawing as QSettings has it
};

} // namespace ui
