// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/stations/configuration/configurationsource.h"

#include <QHash>
#include <QWidget>

class QLineEdit;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace ui {

class ConfigurationDeeds;
class DraftShelf;
class EmptyState;
class KeyCard;
class Label;
class MasterDetail;
class NoticeBar;
class RowOrder;
class StepStrip;
class TableView;

/// A station's configuration: reported beside wanted, searched, changed key by key, read again.
class ConfigurationList : public QWidget {
    Q_OBJECT
public:
    explicit ConfigurationList(const Backend &backend, QWidget *parent = nullptr);

    /// Where it is told that a value was put aside. It outlives this.
    void setShelf(DraftShelf &shelf) { shelf_ = &shelf; }
    [[nodiscard]] bool hasUnsaved() const;
    void setStation(const QString &station);
    void setOpen(bool open);
    [[nodiscard]] const ConfigurationReading &reading() const { return source_->reading(); }
    /// What else can be done with the configuration as a whole.
    void setMenu(QMenu *menu);
    /// A card for a key that the station has not reported.
    void addKey();
    /// A value that was put aside, in its card again; as soon as the key is read.
    void openDraft(const QString &key);

signals:
    /// A wish did not get into the database.
    void failed(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildBar(const Backend &backend);
    void buildTable();
    void connectParts();
    void present();
    void presentBar();
    void presentNotice();
    void presentEmpty();
    void presentSelection();
    void presentError(const store::Error &error);
    void refreshCard();
    void putAside();
    void resume(const QString &key);
    void select(const QString &key);

    ConfigurationSource *source_;
    ConfigurationDeeds *deeds_;
    RowOrder *order_;
    QLineEdit *search_;
    QPushButton *read_;
    QPushButton *more_;
    Label *summary_;
    StepStrip *step_;
    NoticeBar *notice_;
    QWidget *noticeRow_;
    QStackedWidget *content_;
    TableView *table_;
    KeyCard *card_;
    MasterDetail *split_;
    EmptyState *empty_;
    struct Draft {
        QString name;
        QString value;
    };
    QHash<QString, QHash<QString, Draft>> drafts_; ///< by station, then by key; a new key's has none
    DraftShelf *shelf_ = nullptr;
    QString back_; ///< to this draft as soon as its key is there
    QString wanted_; ///< a key just added: selected as soon as it is there
    bool failed_ = false;
};

} // namespace ui
