// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/stations.h"

#include <QWidget>

class QFormLayout;

namespace ui {

class Label;

/// What a station told at boot and how it is connected: name and value, values can be marked and copied.
class FactsView : public QWidget {
    Q_OBJECT
public:
    explicit FactsView(QWidget *parent = nullptr);
    void present(const store::Station &station);

private:
    QList<Label *> values_;
};

} // namespace ui
