// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/stations/configuration/configurationrow.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QFormLayout;
class QPushButton;

namespace ui {

class Label;
class MarkView;
class ValueEditor;

/// One configuration key: what it means, what the station has, and the place to want something else.
class KeyCard : public QWidget {
    Q_OBJECT
public:
    explicit KeyCard(QWidget *parent = nullptr);

    /// What a person is typing stays when it is the same key.
    void present(const ConfigurationRow &row, const QList<ConfigurationRow> &configuration);
    /// For a key that the station has not reported: its name is the person's to say.
    void presentNew(const QList<ConfigurationRow> &configuration);
    [[nodiscard]] QString key() const { return row_.entry.key; }
    /// Which key is to be explained; empty for a new one.
    [[nodiscard]] bool isNew() const;
    /// Something was typed and not applied.
    [[nodiscard]] bool isEdited() const;
    [[nodiscard]] QString value() const;
    /// What was put aside, into the card of this key; `name`: of a new one.
    void resume(const QString &name, const QString &value);
    void complain(const QString &text, QWidget *field = nullptr);
    void clear();

signals:
    void desireRequested(const QString &key, const QString &value);
    void giveUpRequested(const QString &key);
    void closeRequested();

private:
    QWidget *buildHeader();
    QWidget *buildForm();
    QWidget *buildState();
    void presentFacts();
    void presentReported();
    void presentState();
    void presentEditor();
    void presentEditor(const QString &value);
    void renameNew(const QString &name);
    void submit();

    ConfigurationRow row_;
    std::optional<int> mostItems_;
    bool edited_ = false;
    Label *title_;
    Label *term_;
    Label *help_;
    QComboBox *name_;
    QFormLayout *form_;
    Label *reported_;
    ValueEditor *editor_;
    QPushButton *apply_;
    QBoxLayout *wanted_;
    Label *complaint_;
    QWidget *stateRow_;
    MarkView *mark_;
    Label *state_;
    QPushButton *giveUp_;
};

} // namespace ui
