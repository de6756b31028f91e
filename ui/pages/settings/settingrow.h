// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;

namespace ui {

class Label;

/// One setting: what it is, what it means, its value; below it what is wrong with the value or when it counts. Values
/// travel as text; a switch is "true" or "false".
class SettingRow : public QWidget {
    Q_OBJECT
public:
    enum class Kind { Switch, Number, Text, Choice };
    struct Choice {
        QString value;
        QString text;
    };

    SettingRow(Kind kind, const QString &label, const QString &help, QWidget *parent);

    void setUnit(const QString &unit);
    void setChoices(const QList<Choice> &choices);
    /// `standard` is the default, offered while the value differs; null: no default to go back to.
    void present(const QString &value, const QString &standard = {});
    /// Says in place why what was entered cannot be; it stays in the field to be mended. Until the next present(), or until
    /// `text` is empty.
    void complain(const QString &text);
    /// When or whether the value counts; empty: now.
    void remark(const QString &text);
    /// The value cannot be changed here, because; empty: it can.
    void lock(const QString &why);
    /// All words occur in what the row says.
    [[nodiscard]] bool matches(const QStringList &words) const;

signals:
    void edited(const QString &value);
    /// Back to the default.
    void resetRequested();

private:
    [[nodiscard]] QWidget *buildPlace(Kind kind, const QString &label);
    [[nodiscard]] QWidget *buildControl(Kind kind, const QString &label);
    void commit();
    [[nodiscard]] QWidget *control() const;

    QHBoxLayout *line_;
    Label *label_;
    Label *help_;
    Label *unit_;
    Label *remark_;
    Label *complaint_;
    QPushButton *reset_;
    QCheckBox *switch_ = nullptr;
    QLineEdit *edit_ = nullptr;
    QComboBox *box_ = nullptr;
    QString shown_;
};

} // namespace ui
