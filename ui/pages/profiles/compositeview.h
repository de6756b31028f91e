// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/commands.h"
#include "store/compositecomparison.h"
#include "ui/backend.h"
#include "ui/models/changegate.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QPushButton;

namespace plot {
struct CompositePicture;
}

namespace ui {

class CompositeExport;
class Label;
class MarkView;
class NoticeBar;
class ScheduleChart;

/// What may be drawn at a connector over time: as computed, as the station says (GetCompositeSchedule) and as measured,
/// where these differ and why; to hand over, and with a button that asks the station.
class CompositeView : public QWidget {
    Q_OBJECT
public:
    explicit CompositeView(const Backend &backend, QWidget *parent = nullptr);

    void setPlace(const QString &station, int connector);
    /// Nothing is read while closed.
    void setOpen(bool open);

private:
    struct Reading;
    QWidget *buildQuestion();
    QHBoxLayout *buildFoot();
    [[nodiscard]] store::CompositeWish wish() const;
    void read();
    void present(const Reading &reading);
    void presentStory(const Reading &reading);
    void presentNotes(const plot::CompositePicture &picture);
    void ask();
    void tell(const QString &trouble);

    Backend backend_;
    ChangeGate gate_;
    QTimer clock_;
    QString station_;
    int connector_ = 0;
    QComboBox *ahead_;
    QComboBox *unit_;
    QPushButton *ask_;
    MarkView *mark_;
    Label *story_;
    Label *readout_;
    ScheduleChart *chart_;
    Label *told_;
    Label *notes_;
    NoticeBar *notice_;
    CompositeExport *export_;
};

} // namespace ui
