// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/decodedtree.h"

#include "ui/commands/fieldwords.h"
#include "ui/text/format.h"
#include "ui/text/storedtext.h"
#include "ui/theme/icons.h"
#include "ui/theme/typography.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStyledItemDelegate>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

const ocpp::Field *fieldNamed(std::span<const ocpp::Field> fields, const QString &name)
{
    const auto field = std::ranges::find_if(fields, [&](const ocpp::Field &f) { return name == f.name; });
    return field == fields.end() ? nullptr : &*field;
}

QString plainText(const QJsonValue &value)
{
    if (value.isObject() || value.isArray())
        return QString::fromUtf8(value.isObject() ? QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)
                                                  : QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return value.isNull() ? u"null"_s : value.toVariant().toString();
}

QString valueText(const ocpp::Field *field, const QJsonValue &value)
{
    if (field && field->kind() == ocpp::Kind::Time) {
        if (const auto time = ocpp::parseTimestamp(value.toString(), ocpp::Zone::Utc))
            return format::dateTime(time->value);
    }
    const QString text = plainText(value);
    return field && !field->unit.isEmpty() ? text + QChar::Nbsp + field->unit : text;
}

/// One line that stands for an object in a list: "HeartbeatInterval = 300", "7360 Power.Active.Import W".
QString digest(std::span<const ocpp::Field> fields, const QJsonObject &object)
{
    QStringList parts;
    if (object.contains("key"_L1) && object.contains("value"_L1))
        return u"%1 = %2"_s.arg(object.value("key"_L1).toString(), object.value("value"_L1).toString());
    for (const ocpp::Field &field : fields) {
        const QJsonValue value = object.value(field.name);
        if (!value.isUndefined() && !value.isObject() && !value.isArray() && parts.size() < 3)
            parts.append(valueText(&field, value));
    }
    return parts.join(u" · "_s);
}

/// Rows with room to breathe; a tree view has no row height of its own.
class RowHeight : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), 26};
    }
};

/// "/meterValue/0: text" -> pointer and text.
QHash<QString, QString> byPath(const QString &findings)
{
    QHash<QString, QString> result;
    for (const QString &finding : splitFindings(findings)) {
        const qsizetype colon = finding.startsWith(u'/') ? finding.indexOf(u": "_s) : -1;
        result.insert(colon < 0 ? QString() : finding.left(colon), storedText(colon < 0 ? finding : finding.mid(colon + 2)));
    }
    return result;
}

} // namespace

DecodedTree::DecodedTree(const QString &accessibleName, QWidget *parent) : QTreeWidget(parent)
{
    setAccessibleName(accessibleName);
    setColumnCount(2);
    setHeaderLabels({tr("Field"), tr("Value")});
    setFrameShape(NoFrame);
    setUniformRowHeights(true);
    setItemDelegate(new RowHeight(this));
    setViewportMargins(8, 0, 0, 0);
    setSelectionMode(SingleSelection);
    setAlternatingRowColors(false);
    setTextElideMode(Qt::ElideRight);
    header()->setSectionResizeMode(0, QHeaderView::Interactive);
    header()->resizeSection(0, 176);
    header()->setStretchLastSection(true);
}

void DecodedTree::present(std::span<const ocpp::Field> fields, const QJsonObject &payload, const QString &findings)
{
    findings_ = byPath(findings);
    clear();
    addObject(invisibleRootItem(), fields, payload, {});
    expandAll();
}

void DecodedTree::fitHeight(int most)
{
    int rows = 0;
    for (QTreeWidgetItemIterator it(this, QTreeWidgetItemIterator::NotHidden); *it; ++it)
        ++rows;
    const int row = sizeHintForRow(0) > 0 ? sizeHintForRow(0) : 24;
    setFixedHeight(std::min(most, rows * row + header()->height() + 4));
}

void DecodedTree::addObject(QTreeWidgetItem *parent, std::span<const ocpp::Field> fields, const QJsonObject &object,
                            const QString &path)
{
    for (const ocpp::Field &field : fields) {
        const QJsonValue value = object.value(field.name);
        if (!value.isUndefined())
            addValue(parent, &field, field.name, value, path + u'/' + field.name);
        else if (!field.isOptional())
            addValue(parent, &field, field.name, {}, path + u'/' + field.name);
    }
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!fieldNamed(fields, it.key()))
            addValue(parent, nullptr, it.key(), it.value(), path + u'/' + it.key());
    }
}

void DecodedTree::addValue(QTreeWidgetItem *parent, const ocpp::Field *field, const QString &name,
                           const QJsonValue &value, const QString &path)
{
    auto *item = new QTreeWidgetItem(parent, {name, QString()});
    item->setToolTip(0, field ? fieldTooltip(*field) : tr("The specification does not know this field."));
    const ocpp::FieldType *element = field && field->kind() == ocpp::Kind::List ? field->type->element : nullptr;
    if (field && field->kind() == ocpp::Kind::Object && value.isObject()) {
        addObject(item, field->type->fields(), value.toObject(), path);
    } else if (element && value.isArray()) {
        const QJsonArray array = value.toArray();
        item->setText(1, tr("%n item(s)", nullptr, int(array.size())));
        for (qsizetype i = 0; i < array.size(); ++i) {
            const bool nested = element->kind == ocpp::Kind::Object && array.at(i).isObject();
            const QString text = nested ? digest(element->fields(), array.at(i).toObject()) : plainText(array.at(i));
            auto *child = new QTreeWidgetItem(item, {u"[%1]"_s.arg(i), text});
            child->setToolTip(1, text);
            if (nested)
                addObject(child, element->fields(), array.at(i).toObject(), path + u'/' + QString::number(i));
        }
    } else {
        const QString text = value.isUndefined() ? tr("missing") : valueText(field, value);
        item->setText(1, text);
        item->setToolTip(1, plainText(value));
    }
    if (!field || value.isUndefined())
        item->setIcon(0, icon(u"warning"_s, Role::Caution));
    markFindings(*item, path);
}

void DecodedTree::markFindings(QTreeWidgetItem &item, const QString &path)
{
    if (!findings_.contains(path))
        return;
    item.setIcon(0, icon(u"warning"_s, Role::Caution));
    item.setToolTip(0, findings_.value(path));
    item.setToolTip(1, findings_.value(path));
}

} // namespace ui
