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

/// Findings in one line, for the frame's row.
QString inOneLine(const QList<ocpp::Finding> &findings);

/// A fault that ends in a CALLERROR, among the findings: J 4.2.3 names its code.
ocpp::Finding asFinding(const ocpp::Fault &fault);

/// Writes a frame that arrived, and counts each of its findings on the station.
void logArrival(store::Database &db, store::FrameRow frame, const QList<ocpp::Finding> &findings);

} // namespace csms
