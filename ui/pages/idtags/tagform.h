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

/// A tag form that was left with changes in it.
struct TagDraft {
    std::optional<store::IdTag> edited; ///< as it was before; nothing: a new one
    store::IdTag entered;
    QString origin;

    /// The same for all drafts of one tag; a new one is not the known one of that name.
    [[nodiscard]] QString key() const;
};

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
    [[nodiscard]] TagDraft draft() const;
    /// What was put aside, over the tag as it is by now; nothing: it is entered anew.
    void resume(const TagDraft &draft, const std::optional<store::IdTag> &current);
    /// What is in the form is nobody's concern any more.
    void settle();
    /// `tag` was saved. False if more was typed since: then the form goes on with the saved one.
    [[nodiscard]] bool isSettledBy(const store::IdTag &tag);
    /// Somebody else was quicker.
    void refuseDouble();
    /// Saving did not work: it may be tried again.
    void release();

signals:
    /// What the form is about; empty: a new tag.
    void subjectChanged(const QString &tag);
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
    void fill(const store::IdTag &tag);
    void beginWith(const std::optional<store::IdTag> &edited, const QString &origin);
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
