// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/framelog.h"

#include "ocpp/messages.h"

namespace simulator {

namespace {

void write(Journal &journal, FrameRecord &record, const QByteArray &text)
{
    record.text = text;
    journal.frame(record);
}

} // namespace

void logCall(Journal &journal, FrameRecord record, const QString &messageId, QStringView action,
             const QJsonObject &payload)
{
    if (!journal.wantsFrames())
        return;
    const ocpp::MessageInfo *message = ocpp::messageInfo(action);
    write(journal, record,
          ocpp::callFrame(messageId, action, message ? ocpp::masked(message->request, payload) : payload));
}

void logResult(Journal &journal, FrameRecord record, const QString &messageId, QStringView action,
               const QJsonObject &payload)
{
    if (!journal.wantsFrames())
        return;
    const ocpp::MessageInfo *message = ocpp::messageInfo(action);
    write(journal, record,
          ocpp::resultFrame(messageId, message ? ocpp::masked(message->response, payload) : payload));
}

void logError(Journal &journal, FrameRecord record, const QString &messageId, const ocpp::Fault &fault)
{
    if (journal.wantsFrames())
        write(journal, record, ocpp::errorFrame(messageId, fault.code, fault.text));
}

void logAsReceived(Journal &journal, FrameRecord record, const QByteArray &text)
{
    if (journal.wantsFrames())
        write(journal, record, text);
}

} // namespace simulator
