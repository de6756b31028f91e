// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/stationpassword.h"

#include "config/password.h"
#include "store/stations.h"
#include "ui/exchange/onpool.h"

#include <QCoreApplication>


namespace ui {
namespace {

struct StationPasswordWords {
    Q_DECLARE_TR_FUNCTIONS(ui::StationPassword)
};

} // namespace

QString passwordComplaint(const QString &password, const QString &station)
{
    if (!store::mayHavePassword(station)) {
        return StationPasswordWords::tr(
            "A station with a colon in its name cannot come in with a password: what follows the "
            "colon would be taken for it (RFC 7617). Give it another name.");
    }
    const qsizetype length = password.toUtf8().size();
    if (length >= shortestPassword && length <= longestPassword)
        return {};
    return StationPasswordWords::tr("A password has 16 to 20 characters; the specification says so.");
}

QFuture<QString> hashedPassword(const QString &password)
{
    return onPool([password] { return password.isEmpty() ? QString() : config::hashPassword(password.toUtf8()); });
}

} // namespace ui
