// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connectors.h"

#include <QWidget>

namespace ui {

/// A connector drawn as the socket it is, with its state as shape, colour and word and what flows through it. The
/// socket's ground fills with the car's state of charge where the station tells it.
class ConnectorCard : public QWidget {
    Q_OBJECT
public:
    explicit ConnectorCard(QWidget *parent = nullptr);

    void present(const store::Connector &connector, bool online);

    [[nodiscard]] QSize sizeHint() const override { return {200, 92}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {170, 92}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] bool isFaulty() const;
    [[nodiscard]] QString figures() const;
    [[nodiscard]] QString power() const;
    void drawSocket(QPainter &painter, const QRectF &box) const;
    void drawWords(QPainter &painter, QRectF box) const;

    store::Connector connector_;
    bool online_ = false;
};

} // namespace ui
