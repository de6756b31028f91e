// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/idtags.h"
#include "store/locallists.h"

#include <QSet>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QGridLayout;
class QLineEdit;
class QPushButton;

namespace ui {

class Label;

/// What is in a form that was left.
struct EntryDraft {
    std::optional<store::LocalListEntry> edited{}; ///< nothing: a new one
    store::LocalListEntry entered{};
    QString typed{}; ///< the tag of a new one, or a name, as it stands in its field
};

/// One entry of a list that is made by hand: which tag, and what stations are told about it.
class EntryForm : public QWidget {
    Q_OBJECT
public:
    explicit EntryForm(QWidget *parent = nullptr);

    void begin();
    void edit(const store::LocalListEntry &entry);
    /// The tags to choose from, and those that are in the list already, by key.
    void setKnown(const QList<store::IdTag> &tags, const QSet<QString> &listed);
    /// The key of the tag that is edited; empty for a new one.
    [[nodiscard]] QString editedKey() const { return edited_ ? edited_->tagKey : QString(); }
    [[nodiscard]] bool isEdited() const;
    [[nodiscard]] EntryDraft draft() const;
    /// What was put aside, over the entry as it is by now; nothing: a new one, also in place of one that is gone.
    void resume(const EntryDraft &draft, const std::optional<store::LocalListEntry> &current);
    /// What is in the form is nobody's concern any more.
    void settle();
    /// What was settled is still wanted: saving it did not work.
    void unsettle();
    /// Saving has ended; it may be tried again.
    void release();

signals:
    void submitted(const store::LocalListEntry &entry);
    void removeRequested(const QString &tag);
    void closeRequested();

private:
    void buildFields();
    Label *addField(QGridLayout &form, const QString &title, QWidget *field, const QString &help);
    void present(const store::LocalListEntry &entry);
    void fill(const store::LocalListEntry &entry, const QString &tag);
    void takeOver();
    [[nodiscard]] store::LocalListEntry entered() const;
    bool check(bool trying);
    void submit();

    std::optional<store::LocalListEntry> edited_;
    EntryDraft begun_; ///< what the form began with
    QList<store::IdTag> tags_;
    QSet<QString> listed_;
    bool tried_ = false;
    Label *title_;
    QComboBox *tag_;
    Label *tagComplaint_;
    QComboBox *status_;
    QLineEdit *group_;
    Label *groupComplaint_;
    QCheckBox *ends_;
    QDateTimeEdit *end_;
    QPushButton *save_;
    QPushButton *remove_;
};

} // namespace ui
