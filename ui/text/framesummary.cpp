// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/framesummary.h"

#include "ocpp/messages.h"
#include "store/frames.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype mostParts = 4;
constexpr int longestPart = 60;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::FrameSummary)
};

/// A bare number says little: these fields bring their name.
struct Named {
    QLatin1StringView field;
    const char *text;
};

constexpr std::array named{
    Named{"connectorId"_L1, QT_TRANSLATE_NOOP("ui::FrameSummary", "Connector %1")},
    Named{"transactionId"_L1, QT_TRANSLATE_NOOP("ui::FrameSummary", "session %1")},
    Named{"idTag"_L1, QT_TRANSLATE_NOOP("ui::FrameSummary", "tag %1")},
    Named{"interval"_L1, QT_TRANSLATE_NOOP("ui::FrameSummary", "every %1 s")},
};

QString partText(const ocpp::Field &field, const QJsonValue &value)
{
    const QString text = value.toVariant().toString().left(longestPart);
    const auto name = std::ranges::find(named, field.name, &Named::field);
    if (name != named.end())
        return format::unbroken(Words::tr(name->text).arg(text));
    return field.unit.isEmpty() ? text : text + QChar::Nbsp + field.unit;
}

bool saysNothing(const ocpp::Field &field, const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || field.kind() == ocpp::Kind::Time || value == "NoError"_L1;
}

void collect(std::span<const ocpp::Field> fields, const QJsonObject &object, QStringList &parts);

void collectField(const ocpp::Field &field, const QJsonValue &value, QStringList &parts)
{
    if (saysNothing(field, value))
        return;
    if (field.kind() == ocpp::Kind::Object)
        collect(field.type->fields(), value.toObject(), parts);
    else if (field.kind() == ocpp::Kind::List)
        parts.append(Words::tr("%1 × %2").arg(value.toArray().size()).arg(field.name));
    else
        parts.append(partText(field, value));
}

void collect(std::span<const ocpp::Field> fields, const QJsonObject &object, QStringList &parts)
{
    for (const ocpp::Field &field : fields) {
        if (parts.size() < mostParts)
            collectField(field, object.value(field.name), parts);
    }
}

/// As exact as on the wire, in the person's own notation; what is no number stays as it is.
QString localized(const QString &value)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number) || value.contains(u'e', Qt::CaseInsensitive))
        return value;
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(number, 'f', int(value.contains(u'.') ? value.size() - value.indexOf(u'.') - 1 : 0));
}

/// "7360 W" for each sample of the last moment: what a person wants to see of MeterValues.
void collectSamples(const QJsonArray &moments, QStringList &parts)
{
    const QJsonArray samples = moments.last().toObject().value("sampledValue"_L1).toArray();
    for (const auto &sample : samples) {
        const QString unit = sample["unit"_L1].toString(u"Wh"_s);
        if (parts.size() < mostParts)
            parts.append(localized(sample["value"_L1].toVariant().toString()) + QChar::Nbsp
                         + (unit == "Percent"_L1 ? u"%"_s : unit));
    }
}

/// A CALLERROR is kept whole: [4, id, code, description, details] (J 4.2.3).
QString errorSummary(const QByteArray &payload)
{
    const QJsonArray frame = QJsonDocument::fromJson(payload).array();
    QStringList parts{frame.at(2).toString(), frame.at(3).toString()};
    parts.removeAll(QString());
    return frame.isEmpty() ? QString::fromUtf8(payload).left(longestPart) : parts.join(u": "_s);
}

} // namespace

QString frameSummary(const store::FrameRow &frame)
{
    if (frame.type == 4)
        return errorSummary(frame.payload);
    const ocpp::MessageInfo *message = ocpp::messageInfo(frame.action);
    if (frame.type == 0 || !message)
        return QString::fromUtf8(frame.payload).simplified().left(qsizetype{2} * longestPart);
    const auto fields = frame.type == 2 ? message->request : message->response;
    const QJsonObject payload = ocpp::masked(fields, QJsonDocument::fromJson(frame.payload).object());
    const QJsonArray moments = payload.value("meterValue"_L1).toArray();
    QStringList parts;
    if (moments.isEmpty()) {
        collect(fields, payload, parts);
    } else {
        parts.append(Words::tr("Connector %1").arg(payload.value("connectorId"_L1).toInt()));
        collectSamples(moments, parts);
    }
    return parts.join(u" · "_s);
}

} // namespace ui
