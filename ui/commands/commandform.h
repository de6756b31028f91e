// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/formcontext.h"

#include <QJsonObject>
#include <QWidget>

namespace ui {

class FieldList;
class Label;

/// The form of one command, generated from its request's field table.
class CommandForm : public QWidget {
    Q_OBJECT
public:
    /// `action` is one that the central system may send.
    CommandForm(const QString &action, const QJsonObject &preset, const FormContext &context,
                QWidget *parent = nullptr);

    [[nodiscard]] QJsonObject payload() const;
    /// Checks the payload as strictly as the official schema and shows what is wrong where it is. True: may be sent.
    bool validate();
    /// What somebody else found wrong: at the field if the path names one.
    void complain(const QString &path, const QString &text);
    [[nodiscard]] bool isEmpty() const;

signals:
    void changed();

private:
    QString action_;
    FieldList *fields_;
    Label *complaint_;
};

} // namespace ui
