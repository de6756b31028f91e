// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/framelog.h"

#include "ocpp/codec.h"
#include "ocpp/jsontext.h"
#include "ocpp/messages.h"
#include "store/findings.h"

using namespace Qt::Literals::StringLiterals;

namespace csms {
namespace {

/// The first object of the frame. Before the payload there are only numbers and texts; what follows it (tolerated
/// further elements) does not belong to it.
QByteArrayView firstObject(QByteArrayView frame)
{
    qsizetype start = -1;
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < frame.size(); ++i) {
        const char c = frame[i];
        if (inString && c == '\\') {
            ++i;
        } else if (c == '"') {
            inString = !inString;
        } else if (c == '{' && !inString) {
            start = depth++ == 0 ? i : start;
        } else if (c == '}' && !inString && --depth == 0) {
            return frame.sliced(start, i - start + 1);
        }
    }
    return {};
}

} // namespace

QByteArray payloadText(QByteArrayView frame)
{
    return firstObject(frame).toByteArray();
}

QByteArray maskedRequest(QStringView action, const QJsonObject &payload)
{
    const ocpp::MessageInfo *const message = ocpp::messageInfo(action);
    return ocpp::compactBytes(message ? ocpp::masked(message->request, payload) : payload);
}

QByteArray maskedResponse(QStringView action, const QJsonObject &payload)
{
    const ocpp::MessageInfo *const message = ocpp::messageInfo(action);
    return ocpp::compactBytes(message ? ocpp::masked(message->response, payload) : payload);
}

QString inOneLine(const QList<ocpp::Finding> &findings)
{
    QStringList texts;
    for (const ocpp::Finding &finding : findings)
        texts.append(finding.path.isEmpty() ? finding.text : u"%1: %2"_s.arg(finding.path, finding.text));
    return texts.join(u"; "_s);
}

ocpp::Finding asFinding(const ocpp::Fault &fault)
{
    return {fault.code, fault.path, fault.text, u"J 4.2.3"_s};
}

void logArrival(store::Database &db, store::FrameRow frame, const QList<ocpp::Finding> &findings)
{
    frame.incoming = true;
    if (findings.isEmpty())
        return store::Frames(db).append(frame);
    frame.finding = inOneLine(findings);
    const qint64 id = store::Frames(db).insert(frame);
    for (const ocpp::Finding &f : findings) {
        store::FindingRow row;
        row.station = frame.station;
        row.first = row.last = frame.time;
        row.code = toString(f.code);
        row.path = f.path;
        row.text = f.text;
        row.clause = f.clause;
        row.action = frame.action;
        row.frameId = id;
        store::Findings(db).note(row);
    }
}

} // namespace csms
