// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/pages/connect/knocksource.h"
#include "ui/shell/page.h"

#include <QHash>

class QScrollArea;
class QVBoxLayout;

namespace ui {

class EmptyState;
class KnockDeeds;
class KnockEntry;
class NoticeBar;
class Section;

/// "Who knocks": everybody who was not let in, live, each with the click that helps. Who was let in is watched until it
/// is there.
class KnockList : public QWidget {
    Q_OBJECT
public:
    KnockList(const Backend &backend, KnockSource &source, QWidget *parent = nullptr);

    void present();
    void presentFailure(const store::Error &error);
    void refreshClock();
    [[nodiscard]] bool hasUnsaved() const;

signals:
    void linkActivated(const ui::Target &target);

private:
    KnockEntry *entryOf(const QString &key);
    void tell(const QString &said, const QString &station);
    void greet();
    void goOn();

    KnockSource &source_;
    KnockDeeds *deeds_;
    QHash<QString, KnockEntry *> entries_;
    QString expected_;
    bool arrived_ = false;
    Section *section_;
    NoticeBar *notice_;
    QWidget *nobody_;
    EmptyState *failure_;
    QScrollArea *scroll_;
    QVBoxLayout *list_;
};

} // namespace ui
