// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/stations.h"

#include "ui/widgets/factlist.h"

namespace ui {

/// What a station told at boot and how it is connected.
class FactsView : public FactList {
    Q_OBJECT
public:
    explicit FactsView(QWidget *parent = nullptr);
    void present(const store::Station &station);
};

} // namespace ui
