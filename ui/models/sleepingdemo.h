// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace store {
struct Station;
}

namespace ui {

/// The stations of the demo site while it does not run, by id; none while one of them is here. Nobody is to be alarmed
/// about them. A real charger is never among them, whatever its site is called: it calls from another machine.
QSet<QString> sleepingDemo(const QList<store::Station> &stations);

} // namespace ui
