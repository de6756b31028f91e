// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/pages/stations/configuration/valuefile.h"
#include "ui/pages/stations/configuration/wishes.h"

#include <QWidget>

class QMenu;
class QStackedWidget;

namespace ui {

class CarryView;
class CompareView;
class ConfigurationList;
class DraftShelf;
class NoticeBar;

/// All about one station's configuration: the list of its keys, the comparison with another station, and carrying values
/// over to others, from here or from a file.
class ConfigurationView : public QWidget {
    Q_OBJECT
public:
    explicit ConfigurationView(const Backend &backend, QWidget *parent = nullptr);

    /// Where it is told that a value was put aside. It outlives this.
    void setShelf(DraftShelf &shelf);
    /// A value that was put aside, in its card again.
    void openDraft(const QString &key);
    [[nodiscard]] bool hasUnsaved() const;
    void setStation(const QString &station);
    void setOpen(bool open);

private:
    QMenu *buildMenu();
    void connectParts();
    void showPart(QWidget *part);
    [[nodiscard]] QList<store::ConfigurationKey> keys() const;
    void compare();
    void carryOver();
    void exportFile();
    void importFile();
    void takeOver(const QList<WantedValue> &values);
    void takeBack();
    void tell(bool well, const QString &text);

    Backend backend_;
    QString station_;
    bool open_ = false;
    QWidget *noticeRow_;
    NoticeBar *notice_;
    QList<Wish> back_; ///< takes back what the notice tells of
    QStackedWidget *stack_;
    ConfigurationList *list_;
    CompareView *compare_;
    CarryView *carry_;
};

} // namespace ui
