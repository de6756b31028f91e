// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/connect/knockwords.h"

#include "ui/pages/connect/knockrow.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto unknownStation = "unknownStation"_L1;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::KnockWords)
};

struct Reason {
    QLatin1StringView word; ///< csms::toString(RefusalReason), or why it was closed behind the handshake
    const char *text;
    const char *advice;
};

constexpr std::array reasons{
    Reason{
        unknownStation, QT_TRANSLATE_NOOP("ui::KnockWords", "Not registered here yet"),
        QT_TRANSLATE_NOOP("ui::KnockWords", "If it is yours, accept it. It connects by itself when it tries again.")},
    Reason{"noIdentity"_L1, QT_TRANSLATE_NOOP("ui::KnockWords", "Its address ends without a station's name"),
           QT_TRANSLATE_NOOP(
               "ui::KnockWords",
               "Give the charger a name (\"identity\", \"charge point ID\"), or type one behind the last /.")},
    Reason{"passwordMissing"_L1, QT_TRANSLATE_NOOP("ui::KnockWords", "It gave no password, but has to"),
           QT_TRANSLATE_NOOP("ui::KnockWords",
                             "Type the password into the charger (\"AuthorizationKey\"), or let it in without one.")},
    Reason{"passwordWrong"_L1, QT_TRANSLATE_NOOP("ui::KnockWords", "It gave a wrong password"),
           QT_TRANSLATE_NOOP("ui::KnockWords",
                             "Set here the password that is in the charger. As the user it must give its own name.")},
    Reason{"notWebSocket"_L1, QT_TRANSLATE_NOOP("ui::KnockWords", "A browser or another program, not a station"),
           QT_TRANSLATE_NOOP("ui::KnockWords", "The address belongs into the charger. A browser cannot use it.")},
    Reason{"malformedRequest"_L1, QT_TRANSLATE_NOOP("ui::KnockWords", "It did not speak WebSocket"),
           QT_TRANSLATE_NOOP("ui::KnockWords", "If it is a charger, choose OCPP 1.6 JSON in it, not SOAP.")},
    Reason{"tlsSpoken"_L1, QT_TRANSLATE_NOOP("ui::KnockWords", "It speaks encrypted (TLS), this port does not"),
           QT_TRANSLATE_NOOP("ui::KnockWords", "Begin the address in the charger with ws://, not wss://.")},
    Reason{"headTooLarge"_L1, QT_TRANSLATE_NOOP("ui::KnockWords", "Its request was too long"),
           QT_TRANSLATE_NOOP("ui::KnockWords", "If it is a charger, tell its vendor: more than 8 KiB of headers.")},
    Reason{"tooManyConnections"_L1, QT_TRANSLATE_NOOP("ui::KnockWords", "Too many connections at once"),
           QT_TRANSLATE_NOOP("ui::KnockWords", "It tries again by itself.")},
    Reason{"unknownSubprotocol"_L1, QT_TRANSLATE_NOOP("ui::KnockWords", "It speaks another version of OCPP"),
           QT_TRANSLATE_NOOP("ui::KnockWords", "Choose OCPP 1.6 JSON (\"ocpp1.6\") in the charger.")},
};

const Reason *find(const store::Knock &knock)
{
    const auto reason = std::ranges::find_if(reasons, [&](const Reason &r) { return knock.reason == r.word; });
    return reason == reasons.end() ? nullptr : &*reason;
}

} // namespace

bool isNamed(const store::Knock &knock)
{
    return !knock.stationId.isEmpty() && knock.stationId != u"(%1)"_s.arg(knock.remoteAddress);
}

QString knockName(const store::Knock &knock)
{
    return isNamed(knock) ? knock.stationId : Words::tr("Somebody at %1").arg(knock.remoteAddress);
}

QString knockReason(const store::Knock &knock)
{
    const Reason *reason = find(knock);
    return reason ? Words::tr(reason->text) : knock.reason;
}

QString knockAdvice(const KnockRow &row)
{
    if (row.knock.reason == unknownStation && !row.station.isEmpty())
        return Words::tr("It is registered by now. It connects by itself when it tries again.");
    if (row.knock.reason == unknownStation && !row.isAcceptable())
        return Words::tr("Its name is longer than 48 characters: give the charger a shorter one.");
    const Reason *reason = find(row.knock);
    return reason ? Words::tr(reason->advice) : QString();
}

bool isAcceptable(const store::Knock &knock)
{
    return knock.reason == unknownStation && isNamed(knock);
}

} // namespace ui
