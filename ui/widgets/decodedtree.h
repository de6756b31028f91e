// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/field.h"

#include <QJsonObject>
#include <QTreeWidget>

#include <span>

namespace ui {

/// A payload as its field table reads it: names, values with units, what the specification says of each in the tooltip;
/// what the table does not know is marked.
class DecodedTree : public QTreeWidget {
    Q_OBJECT
public:
    explicit DecodedTree(const QString &accessibleName, QWidget *parent = nullptr);

    /// `findings` as the frame log words them: "/path: text; text".
    void present(std::span<const ocpp::Field> fields, const QJsonObject &payload, const QString &findings = {});
    /// As high as its rows, up to `most` px, instead of scrolling.
    void fitHeight(int most);

private:
    void addObject(QTreeWidgetItem *parent, std::span<const ocpp::Field> fields, const QJsonObject &object,
                   const QString &path);
    void addValue(QTreeWidgetItem *parent, const ocpp::Field *field, const QString &name, const QJsonValue &value,
                  const QString &path);
    void markFindings(QTreeWidgetItem &item, const QString &path);

    QHash<QString, QString> findings_; ///< by JSON pointer
};

} // namespace ui
