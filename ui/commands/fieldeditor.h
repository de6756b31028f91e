// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/field.h"
#include "ui/commands/formcontext.h"

#include <QJsonValue>
#include <QWidget>

namespace ui {

class Label;

/// Edits one field of a message. What kind of control it is follows from the field's table alone.
class FieldEditor : public QWidget {
    Q_OBJECT
public:
    FieldEditor(const ocpp::Field &field, QWidget *parent);

    [[nodiscard]] const ocpp::Field &field() const { return field_; }
    /// Undefined: left out of the message.
    [[nodiscard]] virtual QJsonValue value() const = 0;
    virtual void setValue(const QJsonValue &value) = 0;
    /// The value is a secret and must not be readable on the screen.
    virtual void setConcealed(bool) {}
    /// Says what is wrong in the place where it is. `path` is a JSON pointer below this field; empty text: all is well.
    virtual void complain(const QString &path, const QString &text);
    /// Takes a row of its own under its label: objects and lists.
    [[nodiscard]] virtual bool isWide() const { return false; }

signals:
    void changed();

protected:
    /// Lays out the control, names it for a screen reader and explains it.
    void adopt(QWidget *control);

private:
    const ocpp::Field &field_;
    Label *complaint_ = nullptr;
};

/// The fitting editor for a field. `context` offers choices for the fields whose values are known.
FieldEditor *makeFieldEditor(const ocpp::Field &field, const FormContext &context, QWidget *parent);

} // namespace ui
