// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/fault.h"
#include "store/frames.h"

#include <QByteArrayView>
#include <QJsonObject>

namespace csms {

/// The payload of a well-formed CALL or CALLRESULT, cut out of the frame's text as it came: what a person reads in
/// the log is what the station sent, and nothing is encoded twice. Empty if there is no object.
QByteArray payloadText(QByteArrayView frame);

/// A request or response payload for the log, with secrets masked.
QByteArray maskedRequest(QStringView action, const QJsonObject &payload);
QByteArray maskedResponse(QStringView action, const QJsonObject &payload);

/// Findings in one line for the frame's row.
QString inOneLine(const QList<ocpp::Finding> &findings);

/// Counts each finding on the station.
void noteFindings(store::Database &db, const QString &station, QStringView action,
                  const QList<ocpp::Finding> &findings, ocpp::Timestamp at);

} // namespace csms
