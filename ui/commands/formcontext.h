// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

namespace ui {

/// One thing a field may be set to, as a person picks it.
struct Choice {
    QString value; ///< as on the wire
    QString text;  ///< "1 · Charging"; empty: the value

    friend bool operator==(const Choice &, const Choice &) = default;
};

/// What is known about one station that helps to fill in a form. By the name of the field on the wire.
struct FormContext {
    QList<Choice> connectors;    ///< connectorId
    QList<Choice> idTags;        ///< idTag
    QList<Choice> transactions;  ///< transactionId: the running ones
    QList<Choice> configuration; ///< key; the text carries the present value

    [[nodiscard]] QList<Choice> choicesFor(QLatin1StringView field) const;
    friend bool operator==(const FormContext &, const FormContext &) = default;
};

} // namespace ui
