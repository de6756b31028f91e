// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/compoundeditors.h"

#include "ocpp/codec.h"
#include "ui/commands/fieldwords.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QJsonArray>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

/// "/a/b" -> {"a", "/b"}.
std::pair<QString, QString> splitPointer(const QString &path)
{
    const qsizetype next = path.indexOf(u'/', 1);
    return {path.mid(1, next < 0 ? -1 : next - 1), next < 0 ? QString() : path.mid(next)};
}

Label *caption(const ocpp::Field &field, QWidget *parent)
{
    auto *label = new Label(fieldWord(field.name), TextSize::Body, Role::Muted, parent);
    label->setToolTip(fieldTooltip(field));
    return label;
}

} // namespace

FieldList::FieldList(std::span<const ocpp::Field> fields, const FormContext &context, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    for (const ocpp::Field &field : fields) {
        FieldEditor *editor = makeFieldEditor(field, context, this);
        Label *label = caption(field, this);
        label->setMinimumWidth(104);
        label->setFixedHeight(editor->isWide() ? 20 : 32);
        label->setBuddy(editor);
        if (editor->isWide()) {
            layout->addRow(label);
            layout->addRow(editor);
        } else {
            layout->addRow(label, editor);
        }
        connect(editor, &FieldEditor::changed, this, &FieldList::guardSecrets);
        connect(editor, &FieldEditor::changed, this, &FieldList::changed);
        editors_.append(editor);
    }
}

QJsonObject FieldList::value() const
{
    QJsonObject object;
    for (const FieldEditor *editor : editors_) {
        if (const QJsonValue value = editor->value(); !value.isUndefined())
            object.insert(editor->field().name, value);
    }
    return object;
}

void FieldList::setValue(const QJsonObject &value)
{
    for (FieldEditor *editor : std::as_const(editors_)) {
        if (value.contains(editor->field().name))
            editor->setValue(value.value(editor->field().name));
    }
}

void FieldList::complain(const QString &path, const QString &text)
{
    const auto [name, rest] = splitPointer(path);
    for (FieldEditor *editor : std::as_const(editors_))
        editor->complain(rest, editor->field().name == name ? text : QString());
}

FieldEditor *FieldList::editor(QLatin1StringView name) const
{
    for (FieldEditor *editor : editors_) {
        if (editor->field().name == name)
            return editor;
    }
    return nullptr;
}

void FieldList::guardSecrets()
{
    const FieldEditor *key = editor("key"_L1);
    if (!key)
        return;
    const bool secret = ocpp::isSecretKey(key->value().toString());
    for (FieldEditor *editor : std::as_const(editors_)) {
        if (editor->field().secrecy == ocpp::Secrecy::ByKey)
            editor->setConcealed(secret);
    }
}

ObjectEditor::ObjectEditor(const ocpp::Field &field, const FormContext &context, QWidget *parent)
    : FieldEditor(field, parent), list_(new FieldList(field.type->fields(), context, this))
{
    list_->layout()->setContentsMargins(16, 4, 0, 4);
    if (field.isOptional()) {
        given_ = new QCheckBox(tr("Give one"), this);
        given_->setAccessibleName(tr("Give %1").arg(fieldWord(field.name)));
        given_->setToolTip(fieldTooltip(field));
        layout()->addWidget(given_);
        list_->hide();
        connect(given_, &QCheckBox::toggled, list_, &QWidget::setVisible);
        connect(given_, &QCheckBox::toggled, this, &FieldEditor::changed);
    }
    layout()->addWidget(list_);
    connect(list_, &FieldList::changed, this, &FieldEditor::changed);
}

QJsonValue ObjectEditor::value() const
{
    return given_ && !given_->isChecked() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(list_->value());
}

void ObjectEditor::setValue(const QJsonValue &value)
{
    if (given_)
        given_->setChecked(value.isObject());
    list_->setValue(value.toObject());
}

void ObjectEditor::complain(const QString &path, const QString &text)
{
    list_->complain(path, text);
    FieldEditor::complain({}, path.isEmpty() ? text : QString());
}

ListEditor::ListEditor(const ocpp::Field &field, const FormContext &context, QWidget *parent)
    : FieldEditor(field, parent), context_(context)
{
    if (field.type->element->kind == ocpp::Kind::Object)
        buildBlocks();
    else
        buildLines();
}

void ListEditor::buildLines()
{
    lines_ = new QPlainTextEdit(this);
    lines_->setFixedHeight(72);
    lines_->setTabChangesFocus(true);
    lines_->setPlaceholderText(tr("one per line; empty: all"));
    adopt(lines_);
    connect(lines_, &QPlainTextEdit::textChanged, this, &FieldEditor::changed);
}

void ListEditor::buildBlocks()
{
    auto *frame = new QWidget(this);
    blocks_ = new QVBoxLayout(frame);
    blocks_->setContentsMargins(16, 0, 0, 0);
    auto *add = new QPushButton(icon(u"plus"_s), tr("Add one"), this);
    add->setAccessibleName(tr("Add to %1").arg(fieldWord(field().name)));
    setButtonKind(*add, ButtonKind::Quiet);
    layout()->addWidget(frame);
    layout()->addWidget(add);
    layout()->setAlignment(add, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, [this] {
        addBlock();
        emit changed();
    });
    for (int i = 0; i < field().minItems; ++i)
        addBlock();
}

FieldList *ListEditor::addBlock()
{
    auto *block = new QWidget(this);
    auto *row = new QHBoxLayout(block);
    row->setContentsMargins(0, 0, 0, 0);
    auto *list = new FieldList(field().type->element->fields(), context_, block);
    auto *remove = new QPushButton(icon(u"minus"_s), {}, block);
    remove->setAccessibleName(tr("Remove from %1").arg(fieldWord(field().name)));
    setButtonKind(*remove, ButtonKind::Quiet);
    row->addWidget(list, 1);
    row->addWidget(remove, 0, Qt::AlignTop);
    blocks_->addWidget(block);
    items_.append(list);
    connect(list, &FieldList::changed, this, &FieldEditor::changed);
    connect(remove, &QPushButton::clicked, this, [this, block, list] {
        items_.removeOne(list);
        block->deleteLater();
        emit changed();
    });
    return list;
}

QJsonValue ListEditor::value() const
{
    QJsonArray array;
    if (lines_) {
        for (const QString &line : lines_->toPlainText().split(u'\n', Qt::SkipEmptyParts))
            array.append(line.trimmed());
    }
    for (const FieldList *item : items_)
        array.append(item->value());
    return array.isEmpty() && field().isOptional() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(array);
}

void ListEditor::setValue(const QJsonValue &value)
{
    QStringList lines;
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (lines_)
            lines.append(array.at(i).toString());
        else
            (i < items_.size() ? items_.at(i) : addBlock())->setValue(array.at(i).toObject());
    }
    if (lines_)
        lines_->setPlainText(lines.join(u'\n'));
}

void ListEditor::complain(const QString &path, const QString &text)
{
    const auto [index, rest] = splitPointer(path);
    for (qsizetype i = 0; i < items_.size(); ++i)
        items_.at(i)->complain(rest, index == QString::number(i) ? text : QString());
    FieldEditor::complain({}, rest.isEmpty() ? text : QString());
}

} // namespace ui
