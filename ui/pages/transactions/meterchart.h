// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/transactions/metercurve.h"

#include <QWidget>

namespace ui {

class Label;

/// Power and energy of a session over time. The pointer, or the arrow keys, walk along the values; what they were stands
/// above the plot.
class MeterChart : public QWidget {
    Q_OBJECT
public:
    explicit MeterChart(QWidget *parent = nullptr);
    ~MeterChart() override;

    void present(const MeterCurve &curve);
    /// The values at the place that is pointed at; else the summary.
    [[nodiscard]] QString readout() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    class Plot;
    class Legend;
    void presentPoint(int point);

    MeterCurve curve_;
    Plot *plot_;
    Legend *legend_;
    Label *readout_;
};

} // namespace ui
