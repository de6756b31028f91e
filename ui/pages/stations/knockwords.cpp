// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/knockwords.h"

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
    QLatin1StringView word;
    const char *text;
};

constexpr std::array reasons{
    Reason{unknownStation, QT_TRANSLATE_NOOP("ui::KnockWords", "Not registered here yet")},
    Reason{"noIdentity"_L1, QT_TRANSLATE_NOOP("ui::KnockWords", "Its address ends without a station's name")},
    Reason{"passwordMissing"_L1, QT_TRANSLATE_NOOP("ui::KnockWords", "It gave no password, but has to")},
    Reason{"passwordWrong"_L1, QT_TRANSLATE_NOOP("ui::KnockWords", "It gave a wrong password")},
    Reason{"notWebSocket"_L1, QT_TRANSLATE_NOOP("ui::KnockWords", "A browser or another program, not a station")},
    Reason{"malformedRequest"_L1, QT_TRANSLATE_NOOP("ui::KnockWords", "It did not speak WebSocket")},
    Reason{"headTooLarge"_L1, QT_TRANSLATE_NOOP("ui::KnockWords", "Its request was too long")},
    Reason{"tooManyConnections"_L1, QT_TRANSLATE_NOOP("ui::KnockWords", "Too many connections at once")},
};

} // namespace

QString knockReason(const store::Knock &knock)
{
    const auto reason = std::ranges::find_if(reasons, [&](const Reason &r) { return knock.reason == r.word; });
    return reason == reasons.end() ? knock.reason : Words::tr(reason->text);
}

bool isAcceptable(const store::Knock &knock)
{
    return knock.reason == unknownStation && !knock.stationId.isEmpty();
}

} // namespace ui
