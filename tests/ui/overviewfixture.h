// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/clock.h"
#include "ui/pages/overview/attentionrow.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/samplesite.h"
#include "ui/uifixture.h"

#include <QPushButton>

#include <memory>

namespace uitest {

/// The page Overview on a store of its own, with the words of the tests about it.
class Overview {
public:
    Overview();

    /// Anew, in place of the page that was open.
    void open(const ui::Backend &backend);
    void addStation(const QString &id);
    template<class Work>
    auto write(Work work)
    {
        return store->write(work);
    }
    /// What needs attention; null if there is nothing of the kind in sight.
    [[nodiscard]] ui::AttentionRow *row(ui::AttentionItem::Kind kind) const;
    [[nodiscard]] QPushButton *button(ui::AttentionItem::Kind kind, const QString &text) const;

    std::unique_ptr<Store> store;
    std::unique_ptr<ui::OverviewPage> page;
};

/// What the labels in sight say, by their accessible names where they have one.
QString allText(const QWidget &root);

} // namespace uitest
