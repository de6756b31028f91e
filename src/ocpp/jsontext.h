// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QLatin1StringView>
#include <QString>

#include <optional>

// Small facts about JSON values that decoder, checker, encoder and frame codec share.
namespace ocpp {

// One step of a JSON pointer, chained on the stack. It becomes text only when somebody asks.
struct PointerStep {
    const PointerStep *parent = nullptr;
    QLatin1StringView name{}; // member, or
    qsizetype index = -1; // array item
};

QString pointerText(const PointerStep *step);
// The pointer to a member whose name the sender chose: escaped and cut.
QString pointerText(const PointerStep *object, QStringView foreignMember);

// The exact whole number that a JSON number is; 12.0 is 12 (JSON schema: integer).
std::optional<qint64> wholeNumber(const QJsonValue &number);

// As the schemas' multipleOf 0.1, with the tolerance that floating point needs.
bool hasOneDecimal(double number);

// The shortest text that reads back as the same number.
QString numberText(const QJsonValue &number);

// The number that a text spells ("12", "12.5", "1e3"), blanks around it ignored.
std::optional<QJsonValue> numberIn(QStringView text);

// Characters as JSON schema counts them: code points, not UTF-16 units.
qsizetype characterCount(QStringView text);
QString cutToCharacters(const QString &text, qsizetype count);

// For error texts: a text in quotes and cut, a number as it is, else what it is ("an object").
QString described(const QJsonValue &value);
// The same without content, for values that may be secret.
QString describedKind(const QJsonValue &value);

// A JSON object or array as compact text.
QString compactText(const QJsonValue &value);
QByteArray compactBytes(const QJsonObject &object);

} // namespace ocpp
