// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/profiles/namedrow.h"
#include "ui/pages/schedules/scheduledocument.h"

#include <QWidget>

class QListView;
class QMenu;
class QPushButton;

namespace ui {

class Label;
class LayerForm;
class LayerModel;

/// The layers as in an image editor: shown, hidden, named, moved above each other by mouse or keys, begun from templates or
/// the library.
class LayerPanel : public QWidget {
    Q_OBJECT
public:
    explicit LayerPanel(ScheduleDocument &document, QWidget *parent = nullptr);

    void setLibrary(const QList<NamedRow> &library);
    /// Selects what is drawn under this name, or begins a layer with the profile that the library has under it. False:
    /// there is neither.
    bool openNamed(const QString &name);

signals:
    void importRequested();
    void exportRequested();
    void saveRequested();

private:
    QPushButton *addButton(const QString &iconName, const QString &name, const QKeySequence &key);
    QWidget *buildHead();
    QWidget *buildButtons();
    QWidget *buildInvitation();
    static QList<std::pair<charging::PlanTemplate, QString>> templates();
    void fillMenu();
    void addFromLibrary(QMenu &menu);
    void addNamed(const NamedRow &row);
    void addEmpty();
    void addTemplate(charging::PlanTemplate which, const QString &name);
    void duplicate();
    void removeSelected();
    /// Above or below its neighbour of the same purpose, else further away from all of them. -1: up.
    void move(int direction);
    /// Where move() leads when it leads past no layer.
    [[nodiscard]] int rowBeyond(const Layer &layer, int direction) const;
    [[nodiscard]] int levelBeyond(const Layer &layer, int direction) const;
    [[nodiscard]] bool canMove(int direction) const;
    void follow();

    ScheduleDocument &document_;
    LayerModel *model_;
    QListView *list_;
    QWidget *none_; ///< stands there while there is no layer
    QMenu *menu_;
    QPushButton *add_;
    QPushButton *copy_;
    QPushButton *up_;
    QPushButton *down_;
    QPushButton *remove_;
    QPushButton *more_;
    QAction *export_;
    QAction *save_;
    LayerForm *form_;
    QList<NamedRow> library_;
};

} // namespace ui
