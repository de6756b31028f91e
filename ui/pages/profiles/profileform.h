// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/profiles/namedrow.h"

#include <QSet>
#include <QWidget>

class QLineEdit;
class QPushButton;

namespace ui {

class Label;
class ProblemList;
class ProfileEditor;

/// A form of a profile that was left with changes in it.
struct ProfileDraft {
    QString editedKey; ///< empty: a new one
    QString name;
    QJsonObject profile;

    [[nodiscard]] QString key() const { return editedKey.isEmpty() ? QStringLiteral("+") : editedKey; }
};

/// One profile of the library to fill in.
class ProfileForm : public QWidget {
    Q_OBJECT
public:
    explicit ProfileForm(QWidget *parent = nullptr);

    void begin();
    void edit(const NamedRow &row);
    /// The edited one as it is by now: shown, unless the person has begun to change it.
    void refresh(const NamedRow &row);
    /// The keys of the names that are taken.
    void setKnown(const QSet<QString> &names) { known_ = names; }
    [[nodiscard]] const QString &editedKey() const { return editedKey_; }
    [[nodiscard]] bool isEdited() const;
    [[nodiscard]] ProfileDraft draft() const;
    void resume(const ProfileDraft &draft);
    /// What is in the form is nobody's concern any more.
    void settle();
    /// Saving has ended, well or not.
    void release();

signals:
    void submitted(const QString &name, const QJsonObject &profile);
    void removeRequested(const QString &name);
    void applyRequested(const QString &name);
    /// To draw with it on the page Schedules.
    void drawRequested(const QString &name);
    void closeRequested();

private:
    QWidget *buildHeader();
    QWidget *buildBody();
    QWidget *buildButtons();
    void fill(const QString &name, const QJsonObject &profile);
    void presentUse(int places);
    /// True if it may be saved. Before the first try an empty name is no reason to complain.
    bool check(bool trying);
    void submit();

    QString editedKey_;
    QString begunName_;
    QJsonObject shown_; ///< as the library has it
    QJsonObject begun_; ///< as the fields began
    QSet<QString> known_;
    bool tried_ = false;
    Label *title_;
    Label *use_;
    QLineEdit *name_;
    Label *nameComplaint_;
    ProfileEditor *editor_;
    ProblemList *warnings_;
    QPushButton *save_;
    QPushButton *apply_;
    QPushButton *draw_;
    QPushButton *remove_;
};

} // namespace ui
