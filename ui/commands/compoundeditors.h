// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/fieldeditor.h"

#include <QJsonObject>

#include <span>

class QCheckBox;
class QPlainTextEdit;
class QVBoxLayout;

namespace ui {

/// The fields of one message or type under each other: what a form consists of, and every object inside it.
class FieldList : public QWidget {
    Q_OBJECT
public:
    FieldList(std::span<const ocpp::Field> fields, const FormContext &context, QWidget *parent);

    [[nodiscard]] QJsonObject value() const;
    void setValue(const QJsonObject &value);
    /// Shows `text` at the field that the JSON pointer names; empty path and text: all is well.
    void complain(const QString &path, const QString &text);
    [[nodiscard]] FieldEditor *editor(QLatin1StringView name) const;

signals:
    void changed();

private:
    void guardSecrets();

    QList<FieldEditor *> editors_;
};

/// An object inside a message; optional ones stay folded until they are wanted.
class ObjectEditor : public FieldEditor {
    Q_OBJECT
public:
    ObjectEditor(const ocpp::Field &field, const FormContext &context, QWidget *parent);
    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    void complain(const QString &path, const QString &text) override;
    [[nodiscard]] bool isWide() const override { return true; }

private:
    QCheckBox *given_ = nullptr; ///< optional fields only
    FieldList *list_;
};

/// A list: of texts, one a line; of objects, one block each with buttons to add and remove.
class ListEditor : public FieldEditor {
    Q_OBJECT
public:
    ListEditor(const ocpp::Field &field, const FormContext &context, QWidget *parent);
    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    void complain(const QString &path, const QString &text) override;
    [[nodiscard]] bool isWide() const override { return blocks_ != nullptr; }

private:
    void buildLines();
    void buildBlocks();
    FieldList *addBlock();

    FormContext context_;
    QPlainTextEdit *lines_ = nullptr;
    QVBoxLayout *blocks_ = nullptr;
    QList<FieldList *> items_;
};

} // namespace ui
