// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connectors.h"

#include <QWidget>

namespace ui {

/// The open session on a connector: whose it is and what it has drawn.
struct ConnectorSession {
    int connector = 0;
    QString person{};
    ocpp::Timestamp since{};
    std::optional<double> energyWh{};
};

/// A connector drawn as the socket it is, with its state as shape, colour and word, what flows through it and for whom.
/// The socket's ground fills with the car's state of charge where the station tells it (mostly with direct current), else
/// with the session's energy: 50 kWh, what a car's battery holds, fill it.
class ConnectorCard : public QWidget {
    Q_OBJECT
public:
    explicit ConnectorCard(QWidget *parent = nullptr);

    static constexpr double fullWh = 50'000;

    void present(const store::Connector &connector, bool online, const std::optional<ConnectorSession> &session = {});
    /// How full the socket is drawn, 0..1; nothing: it is not known.
    [[nodiscard]] std::optional<double> filling() const;

    [[nodiscard]] QSize sizeHint() const override { return {200, fullHeight()}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {170, fullHeight()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] bool isFaulty() const;
    [[nodiscard]] QString figures() const;
    [[nodiscard]] QString power() const;
    [[nodiscard]] QString drawn() const;
    [[nodiscard]] int fullHeight() const { return session_ ? 124 : 92; }
    void drawSocket(QPainter &painter, const QRectF &box) const;
    void drawWords(QPainter &painter, QRectF box) const;

    store::Connector connector_;
    bool online_ = false;
    std::optional<ConnectorSession> session_;
};

} // namespace ui
