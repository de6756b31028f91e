// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/journal.h"

#include "ocpp/fault.h"
#include "ocpp/frame.h"

#include <QJsonObject>

namespace simulator {

// Frames for the journal, with the secrets of their field tables masked. The record's text is filled in here.

void logCall(Journal &journal, FrameRecord record, const QString &messageId, QStringView action,
             const QJsonObject &payload);
/// `action` is that of the request, for its table.
void logResult(Journal &journal, FrameRecord record, const QString &messageId, QStringView action,
               const QJsonObject &payload);
void logError(Journal &journal, FrameRecord record, const QString &messageId, const ocpp::Fault &fault);
/// A CALLRESULT or CALLERROR as it came; it holds no secrets of the tables that a station asks for.
void logAsReceived(Journal &journal, FrameRecord record, const QByteArray &text);

} // namespace simulator
