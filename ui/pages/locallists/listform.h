// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/locallists/listbooks.h"
#include "ui/pages/locallists/listsource.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;

namespace ui {

class Label;

/// What a list is called, what it is made of and, of a new one, whether several stations share it.
class ListForm : public QWidget {
    Q_OBJECT
public:
    explicit ListForm(QWidget *parent = nullptr);

    /// A new one.
    void begin();
    /// This one, unless the person has begun to change it.
    void edit(const store::LocalList &list);
    /// For the stations offered and the names that are taken.
    void setKnown(const QList<ListStation> &stations, const QStringList &names);
    [[nodiscard]] bool isEdited() const;
    /// What is in the form is nobody's concern any more.
    void settle() { begun_ = entered(); }
    /// Saving has ended; it may be tried again.
    void release();
    void refuseDouble();

signals:
    /// `before`: as it was; nothing: a new one. With neither name nor station it is refused here.
    void submitted(const std::optional<store::LocalList> &before, const store::LocalList &list);
    void removeRequested(const store::LocalList &list);

private:
    void buildFields();
    Label *addField(QGridLayout &form, const QString &title, QWidget *field, const QString &help);
    void present(const store::LocalList &list);
    void presentParts();
    [[nodiscard]] store::LocalList entered() const;
    bool check(bool trying);
    void submit();

    std::optional<store::LocalList> edited_;
    store::LocalList begun_; ///< what the form began with
    QStringList names_; ///< folded
    bool tried_ = false;
    QList<QWidget *> newOnly_;
    QList<QWidget *> sharedOnly_;
    QList<QWidget *> groupsOnly_;
    QComboBox *users_;
    QLineEdit *name_;
    Label *nameComplaint_;
    QComboBox *source_;
    Label *sourceRemark_;
    QLineEdit *groups_;
    Label *groupsComplaint_;
    QPushButton *save_;
    QPushButton *remove_;
};

} // namespace ui
