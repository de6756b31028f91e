// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/idtags.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QGridLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStringListModel;

namespace ui {

class Label;

/// One tag to fill in: who it belongs to and what it may do. Says at each field what is wrong with it, as it is typed.
class TagForm : public QWidget {
    Q_OBJECT
public:
    explicit TagForm(QWidget *parent = nullptr);

    /// A new one; `tag` as a card told it, or empty. `origin` says where that was.
    void begin(const QString &tag = {}, const QString &origin = {});
    void edit(const store::IdTag &tag);
    /// The edited one as it is by now: shown, unless the person has begun to change it.
    void refresh(const store::IdTag &tag);
    /// What is known by now: for doubles, groups and stations.
    void setKnown(const QHash<QString, store::IdTag> &tags, const QStringList &stations);
    /// The key of the tag that is edited; empty for a new one.
    [[nodiscard]] QString editedKey() const { return edited_ ? edited_->tagKey : QString(); }
    [[nodiscard]] bool isEdited() const;
    /// Somebody else was quicker.
    void refuseDouble();
    /// Saving did not work: it may be tried again.
    void release();

signals:
    /// `group`: a tag to be made with it, because it is named as its group and does not exist; empty: none.
    void submitted(const store::IdTag &tag, const QString &group, bool isNew);
    void removeRequested(const store::IdTag &tag);
    void closeRequested();

private:
    void buildFields();
    void buildLimits(QGridLayout &form);
    void buildButtons();
    Label *addField(QGridLayout &form, const QString &title, QWidget *field, const QString &help);
    void present(const store::IdTag &tag);
    [[nodiscard]] store::IdTag entered() const;
    [[nodiscard]] bool isGroupMissing() const;
    /// True if everything may be saved. Before the first try an empty tag is no reason to complain.
    bool check(bool trying);
    void submit();

    std::optional<store::IdTag> edited_;
    store::IdTag begun_; ///< what the form began with
    QHash<QString, store::IdTag> known_; ///< by key
    QStringList stations_;
    bool tried_ = false;
    Label *title_;
    Label *origin_;
    QLineEdit *tag_;
    Label *tagComplaint_;
    QLineEdit *name_;
    QLineEdit *group_;
    QStringListModel *groups_;
    Label *groupComplaint_;
    QCheckBox *makeGroup_;
    QComboBox *status_;
    QCheckBox *ends_;
    QDateTimeEdit *end_;
    QSpinBox *limit_;
    QLineEdit *places_;
    Label *placesComplaint_;
    QPushButton *save_;
    QPushButton *remove_;
};

} // namespace ui
