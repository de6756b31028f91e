// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/frame.h"

#include <QJsonArray>

namespace ocpp {

// Reads one frame element by element (J 4.2). One use per frame.
class FrameReader {
public:
    tl::expected<Frame, BadFrame> read(QByteArrayView utf8);

private:
    tl::expected<Frame, BadFrame> readElements();
    bool readMessageId();
    bool readCall();
    bool readPayload(qsizetype index);
    void readError();
    QString errorText(qsizetype index, QLatin1StringView name);
    void noteExtraElements(qsizetype expected);
    void note(ErrorCode code, qsizetype index, const QString &text, QLatin1StringView clause);
    bool refuse(ErrorCode code, qsizetype index, const QString &text);

    QJsonArray elements_;
    Frame frame_;
    BadFrame bad_;
};

} // namespace ocpp
