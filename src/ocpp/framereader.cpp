// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/framereader.h"

#include "ocpp/jsontext.h"

#include <QJsonDocument>

namespace ocpp {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxMessageIdLength = 36; // J 4.1.4
const auto unreadableId = "-1"_L1; // the customary answer to a CALL whose id nobody could read

// The beginning of a frame whose JSON is broken further on (cut off, wrong UTF-8, too deep, a number too
// big).
class BrokenFrame {
public:
    explicit BrokenFrame(QByteArrayView bytes) : rest_(bytes) {}

    // Whether it begins like a CALL; then messageId() is its id, or unreadableId.
    bool looksLikeCall() { return take('[') && take('2') && (take(',') || rest_.isEmpty()); }

    QString messageId()
    {
        const qsizetype begin = rest_.indexOf('"');
        if (begin < 0 || !rest_.first(begin).trimmed().isEmpty())
            return unreadableId;
        qsizetype end = begin + 1;
        while (end < rest_.size() && rest_[end] != '"')
            end += rest_[end] == '\\' ? 2 : 1;
        if (end >= rest_.size())
            return unreadableId;
        // The parser undoes the escapes and refuses what is not UTF-8.
        const QByteArray json = '[' + rest_.sliced(begin, end + 1 - begin).toByteArray() + ']';
        const QJsonArray parsed = QJsonDocument::fromJson(json).array();
        return parsed.isEmpty() ? QString(unreadableId) : parsed.at(0).toString();
    }

private:
    bool take(char wanted)
    {
        rest_ = rest_.trimmed();
        if (rest_.isEmpty() || rest_.front() != wanted)
            return false;
        rest_ = rest_.sliced(1);
        return true;
    }

    QByteArrayView rest_;
};

BadFrame brokenJson(QByteArrayView bytes, const QJsonParseError &error)
{
    BadFrame bad;
    // J 4.2.3: FormationViolation, syntactically incorrect. J 4.1.2: valid JSON in UTF-8.
    bad.fault = {.code = ErrorCode::FormationViolation,
                 .text = u"is not valid JSON: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset)};
    BrokenFrame broken(bytes);
    bad.answerable = broken.looksLikeCall();
    if (bad.answerable)
        bad.messageId = broken.messageId();
    return bad;
}

BadFrame ignored(const QString &text)
{
    return {.fault = {.code = ErrorCode::FormationViolation, .text = text}};
}

} // namespace

tl::expected<Frame, BadFrame> FrameReader::read(QByteArrayView utf8)
{
    QByteArrayView bytes = utf8;
    while (!bytes.isEmpty() && bytes.back() == '\0') // stations in C send the terminator along
        bytes.chop(1);
    QJsonParseError error;
    const auto document =
        QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size()), &error);
    if (error.error != QJsonParseError::NoError)
        return tl::make_unexpected(brokenJson(bytes, error));
    if (!document.isArray())
        return tl::make_unexpected(ignored(u"is not a JSON array"_s));
    if (bytes.size() != utf8.size())
        frame_.findings.append({.code = ErrorCode::FormationViolation,
                                .text = u"ends with NUL; ignored"_s,
                                .clause = u"J 4.1.2"_s});
    elements_ = document.array();
    return readElements();
}

tl::expected<Frame, BadFrame> FrameReader::readElements()
{
    // J 4.1.3: a message of an unknown type is ignored; nobody could tell what an answer would answer.
    const QJsonValue number = elements_.at(0);
    const int type = number.toInt(-1);
    if (type < int(MessageType::Call) || type > int(MessageType::CallError))
        return tl::make_unexpected(ignored(u"has no known message type: %1"_s.arg(described(number))));
    frame_.type = MessageType(type);
    bad_.answerable = frame_.type == MessageType::Call;
    if (!readMessageId())
        return tl::make_unexpected(std::move(bad_));
    switch (frame_.type) {
    case MessageType::Call:
        if (!readCall())
            return tl::make_unexpected(std::move(bad_));
        break;
    case MessageType::CallResult:
        noteExtraElements(3);
        if (!readPayload(2))
            return tl::make_unexpected(std::move(bad_));
        break;
    case MessageType::CallError:
        readError();
        break;
    }
    return std::move(frame_);
}

bool FrameReader::readMessageId()
{
    const QJsonValue id = elements_.at(1);
    if (id.isString()) {
        frame_.messageId = id.toString();
    } else if (const std::optional<qint64> whole = id.isDouble() ? wholeNumber(id) : std::nullopt) {
        frame_.messageId = QString::number(*whole);
        note(ErrorCode::TypeConstraintViolation, 1, u"the message id is a number; read as its text"_s,
             "J 4.1.4"_L1);
    } else {
        if (bad_.answerable)
            bad_.messageId = unreadableId;
        // J 4.2.3: ProtocolError, incomplete; FormationViolation, not the structure of J 4.2.1.
        return elements_.size() < 2
                   ? refuse(ErrorCode::ProtocolError, 1, u"the message id is missing"_s)
                   : refuse(ErrorCode::FormationViolation, 1, u"the message id is %1"_s.arg(described(id)));
    }
    bad_.messageId = frame_.messageId;
    if (frame_.messageId.isEmpty())
        note(ErrorCode::PropertyConstraintViolation, 1, u"the message id is empty"_s, "J 4.1.4"_L1);
    if (frame_.messageId.size() > maxMessageIdLength)
        note(ErrorCode::PropertyConstraintViolation, 1,
             u"the message id has %1 characters, %2 are allowed; kept whole"_s.arg(frame_.messageId.size())
                 .arg(maxMessageIdLength),
             "J 4.1.4"_L1);
    return true;
}

bool FrameReader::readCall()
{
    if (elements_.size() < 3)
        return refuse(ErrorCode::ProtocolError, 2, u"the action is missing"_s);
    const QJsonValue action = elements_.at(2);
    if (!action.isString())
        return refuse(ErrorCode::FormationViolation, 2, u"the action is %1"_s.arg(described(action)));
    frame_.action = action.toString();
    noteExtraElements(4);
    return readPayload(3);
}

bool FrameReader::readPayload(qsizetype index)
{
    const QJsonValue payload = elements_.at(index);
    const QLatin1StringView clause = frame_.type == MessageType::Call ? "J 4.2.1"_L1 : "J 4.2.2"_L1;
    if (payload.isObject()) {
        frame_.payload = payload.toObject();
        return true;
    }
    if (payload.isUndefined()) {
        note(ErrorCode::ProtocolError, index, u"the payload is missing; read as {}"_s, clause);
        return true;
    }
    if (payload.isNull()) { // another notation of {}, allowed but discouraged
        note(ErrorCode::FormationViolation, index, u"the payload is null; read as {}"_s, clause);
        return true;
    }
    bad_.action = frame_.action;
    bad_.payload = payload;
    return refuse(ErrorCode::FormationViolation, index,
                  u"the payload is %1, not an object"_s.arg(describedKind(payload)));
}

// A CALLERROR ends our call, whatever is wrong with it.
void FrameReader::readError()
{
    noteExtraElements(5);
    frame_.errorCode = errorText(2, "error code"_L1);
    if (frame_.errorCode.isEmpty())
        frame_.errorCode = toString(ErrorCode::GenericError);
    else if (!errorCodeFromString(frame_.errorCode))
        note(ErrorCode::PropertyConstraintViolation, 2,
             u"the error code %1 is unknown"_s.arg(described(frame_.errorCode)), "J 4.2.3"_L1);
    frame_.errorDescription = errorText(3, "error description"_L1);
    const QJsonValue details = elements_.at(4);
    if (details.isObject()) {
        frame_.errorDetails = details.toObject();
        return;
    }
    note(ErrorCode::FormationViolation, 4, u"the error details are %1"_s.arg(describedKind(details)),
         "J 4.2.3"_L1);
    if (!details.isNull() && !details.isUndefined())
        frame_.errorDetails = {{u"details"_s, details}};
}

QString FrameReader::errorText(qsizetype index, QLatin1StringView name)
{
    const QJsonValue value = elements_.at(index);
    if (value.isString())
        return value.toString();
    note(ErrorCode::FormationViolation, index, u"the %1 is %2"_s.arg(name, described(value)), "J 4.2.3"_L1);
    if (value.isDouble())
        return numberText(value);
    return value.isObject() || value.isArray() ? compactText(value) : QString();
}

void FrameReader::noteExtraElements(qsizetype expected)
{
    if (elements_.size() > expected)
        note(ErrorCode::FormationViolation, expected,
             u"there are %1 elements, %2 belong there; the others are ignored"_s.arg(elements_.size())
                 .arg(expected),
             "J 4.2"_L1);
}

void FrameReader::note(ErrorCode code, qsizetype index, const QString &text, QLatin1StringView clause)
{
    const PointerStep where{.index = index};
    frame_.findings.append({.code = code, .path = pointerText(&where), .text = text, .clause = clause});
}

bool FrameReader::refuse(ErrorCode code, qsizetype index, const QString &text)
{
    const PointerStep where{.index = index};
    bad_.fault = {.code = code, .path = pointerText(&where), .text = text};
    return false;
}

} // namespace ocpp
