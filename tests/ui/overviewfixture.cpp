// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overviewfixture.h"

#include <QLabel>

using namespace Qt::Literals::StringLiterals;

namespace uitest {

Overview::Overview() : store(std::make_unique<Store>())
{
    write([](store::Database &db) { samplesite::startNode(db); });
    open(store->backend());
}

void Overview::open(const ui::Backend &backend)
{
    page = std::make_unique<ui::OverviewPage>(backend);
    page->resize(1060, 900);
    page->show();
}

void Overview::addStation(const QString &id)
{
    write([id](store::Database &db) { samplesite::addStation(db, id); });
    QTRY_VERIFY(!page->headline().isEmpty());
}

ui::AttentionRow *Overview::row(ui::AttentionItem::Kind kind) const
{
    for (ui::AttentionRow *row : page->findChildren<ui::AttentionRow *>()) {
        if (row->isVisible() && row->item().kind == kind)
            return row;
    }
    return nullptr;
}

QPushButton *Overview::button(ui::AttentionItem::Kind kind, const QString &text) const
{
    const ui::AttentionRow *where = row(kind);
    if (!where)
        return nullptr;
    for (QPushButton *candidate : where->findChildren<QPushButton *>()) {
        if (candidate->isVisible() && candidate->text() == text)
            return candidate;
    }
    return nullptr;
}

QString allText(const QWidget &root)
{
    QStringList texts;
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->accessibleName().isEmpty() ? label->text() : label->accessibleName());
    }
    return texts.join(u'\n');
}

} // namespace uitest
