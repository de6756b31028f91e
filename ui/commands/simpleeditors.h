// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/fieldeditor.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;

namespace ui {

/// A text; empty means left out, except where the specification gives an empty text a meaning.
class TextEditor : public FieldEditor {
    Q_OBJECT
public:
    TextEditor(const ocpp::Field &field, QWidget *parent);
    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    void setConcealed(bool concealed) override;

private:
    QLineEdit *edit_;
};

/// Two values side by side, both in sight.
class SegmentEditor : public FieldEditor {
    Q_OBJECT
public:
    SegmentEditor(const ocpp::Field &field, QWidget *parent);
    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;

private:
    QButtonGroup *group_;
};

/// One of several: an enumeration, or what is known for this station. What is known may be overwritten by hand.
class ChoiceEditor : public FieldEditor {
    Q_OBJECT
public:
    ChoiceEditor(const ocpp::Field &field, const QList<Choice> &choices, QWidget *parent);
    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;

private:
    [[nodiscard]] QString wireText() const;

    QComboBox *box_;
};

/// A whole number in its range, with its unit.
class IntegerEditor : public FieldEditor {
    Q_OBJECT
public:
    IntegerEditor(const ocpp::Field &field, QWidget *parent);
    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;

private:
    QSpinBox *box_;
};

class DecimalEditor : public FieldEditor {
    Q_OBJECT
public:
    DecimalEditor(const ocpp::Field &field, QWidget *parent);
    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;

private:
    QDoubleSpinBox *box_;
};

class BooleanEditor : public FieldEditor {
    Q_OBJECT
public:
    BooleanEditor(const ocpp::Field &field, QWidget *parent);
    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;

private:
    QCheckBox *box_;
};

/// Local time on the screen, UTC in the message.
class TimeEditor : public FieldEditor {
    Q_OBJECT
public:
    TimeEditor(const ocpp::Field &field, QWidget *parent);
    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;

private:
    QCheckBox *given_ = nullptr; ///< optional fields only
    QDateTimeEdit *edit_;
};

} // namespace ui
