// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/agetick.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTimer>

namespace ui {
namespace {

using namespace std::chrono_literals;

constexpr auto agePace = 10s;

} // namespace

QTimer &ageTick()
{
    static QPointer<QTimer> tick; // goes with the application
    if (!tick) {
        tick = new QTimer(QCoreApplication::instance());
        tick->start(agePace);
    }
    return *tick;
}

} // namespace ui
