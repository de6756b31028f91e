// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reservations.h"
#include "ui/backend.h"
#include "ui/pages/reservations/reservationform.h"
#include "ui/shell/page.h"

#include <QHash>

#include <optional>

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace store {
struct Error;
}

namespace ui {

class DraftShelf;
class EmptyState;
class MasterDetail;
class NoticeBar;
class ReservationOrder;
class ReservationPanel;
class ReservationSource;
class ReservationTimeline;
class TableView;

/// Which connectors are kept free, for whom and for how long: over time by connector, and as a table.
class ReservationsPage : public Page {
    Q_OBJECT
public:
    explicit ReservationsPage(const Backend &backend, QWidget *parent = nullptr);

    [[nodiscard]] QString headline() const override;
    [[nodiscard]] bool hasUnsaved() const override;
    [[nodiscard]] QString searchHint() const override;
    void search(const QString &text) override;
    [[nodiscard]] QAction *primaryAction() override { return add_; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// As the wire knows it: the row may not be there yet.
    struct Wanted {
        QString station;
        int reservationId = 0;
    };
    void buildTable();
    QWidget *buildTools();
    QWidget *buildMaster();
    void connectParts();
    void connectSide();
    void tick();
    void presentTimeline();
    void presentContent();
    void presentNothing();
    void presentError(const store::Error &error);
    void presentSelection();
    void openForm(const store::Reservation &wish = {});
    void putAside();
    void openDraft(const QString &key);
    void select(qint64 key);
    void selectWanted();

    Backend backend_;
    ReservationSource *source_;
    ReservationOrder *order_;
    QAction *add_;
    NoticeBar *aside_;
    DraftShelf *shelf_;
    QHash<QString, ReservationDraft> drafts_; ///< what was put aside, by its key on the shelf
    QWidget *tools_;
    QComboBox *choice_;
    QComboBox *span_;
    QPushButton *now_;
    QStackedWidget *content_;
    ReservationTimeline *timeline_;
    TableView *table_;
    QStackedWidget *side_;
    ReservationForm *form_;
    ReservationPanel *panel_;
    MasterDetail *split_;
    EmptyState *empty_;
    std::optional<Wanted> wanted_; ///< to be selected as soon as it is there
    int activeCount_ = -1;
    bool failed_ = false;
    bool read_ = false; ///< something was read at all
};

} // namespace ui
