// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/errorwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::ErrorWords)
};

struct ErrorRow {
    QLatin1StringView code;
    const char *what;
    const char *advice;
};

/// In the order of 7.6.
constexpr std::array rows{
    ErrorRow{"ConnectorLockFailure"_L1, QT_TRANSLATE_NOOP("ui::ErrorWords", "the plug's lock does not move"),
             QT_TRANSLATE_NOOP("ui::ErrorWords", "Push the plug fully in and pull gently while it unlocks.")},
    ErrorRow{"EVCommunicationError"_L1, QT_TRANSLATE_NOOP("ui::ErrorWords", "the car does not answer"),
             QT_TRANSLATE_NOOP("ui::ErrorWords",
                               "Unplug the car and plug it in again. Another car shows whose fault it is.")},
    ErrorRow{"GroundFailure"_L1, QT_TRANSLATE_NOOP("ui::ErrorWords", "current leaks to earth"),
             QT_TRANSLATE_NOOP("ui::ErrorWords",
                               "Unplug the car. If it stays, leave it out of service and call an electrician.")},
    ErrorRow{"HighTemperature"_L1, QT_TRANSLATE_NOOP("ui::ErrorWords", "it is too hot inside"),
             QT_TRANSLATE_NOOP("ui::ErrorWords", "Let it cool down; look whether its vents are free.")},
    ErrorRow{"InternalError"_L1, QT_TRANSLATE_NOOP("ui::ErrorWords", "an error inside the station"),
             QT_TRANSLATE_NOOP("ui::ErrorWords", "A restart often helps. If it comes back, ask the vendor.")},
    ErrorRow{"LocalListConflict"_L1,
             QT_TRANSLATE_NOOP("ui::ErrorWords", "its list of tags contradicts what it was told"),
             QT_TRANSLATE_NOOP("ui::ErrorWords", "Send it the list of tags anew.")},
    ErrorRow{"OtherError"_L1, QT_TRANSLATE_NOOP("ui::ErrorWords", "an error that it does not name"),
             QT_TRANSLATE_NOOP("ui::ErrorWords", "The vendor's code says more; a restart often helps.")},
    ErrorRow{"OverCurrentFailure"_L1, QT_TRANSLATE_NOOP("ui::ErrorWords", "too much current flowed"),
             QT_TRANSLATE_NOOP("ui::ErrorWords", "Unplug the car, then look at the fuse.")},
    ErrorRow{"OverVoltage"_L1, QT_TRANSLATE_NOOP("ui::ErrorWords", "the mains voltage is too high"),
             QT_TRANSLATE_NOOP("ui::ErrorWords", "If it stays, call an electrician.")},
    ErrorRow{"PowerMeterFailure"_L1, QT_TRANSLATE_NOOP("ui::ErrorWords", "its meter cannot be read"),
             QT_TRANSLATE_NOOP("ui::ErrorWords", "Sessions may lack their energy until it is mended.")},
    ErrorRow{"PowerSwitchFailure"_L1, QT_TRANSLATE_NOOP("ui::ErrorWords", "its power switch does not obey"),
             QT_TRANSLATE_NOOP("ui::ErrorWords", "Leave it out of service and call an electrician.")},
    ErrorRow{"ReaderFailure"_L1, QT_TRANSLATE_NOOP("ui::ErrorWords", "its card reader is out of order"),
             QT_TRANSLATE_NOOP("ui::ErrorWords", "Until it works, start sessions from here.")},
    ErrorRow{"ResetFailure"_L1, QT_TRANSLATE_NOOP("ui::ErrorWords", "it could not restart"),
             QT_TRANSLATE_NOOP("ui::ErrorWords", "Switch it off at the fuse for some seconds.")},
    ErrorRow{"UnderVoltage"_L1, QT_TRANSLATE_NOOP("ui::ErrorWords", "the mains voltage is too low"),
             QT_TRANSLATE_NOOP("ui::ErrorWords", "If it stays, call an electrician.")},
    ErrorRow{"WeakSignal"_L1, QT_TRANSLATE_NOOP("ui::ErrorWords", "its radio signal is weak"),
             QT_TRANSLATE_NOOP("ui::ErrorWords", "It may drop out; a better antenna or a cable helps.")},
};

} // namespace

ErrorWords errorWords(const QString &errorCode)
{
    const auto row = std::ranges::find_if(rows, [&](const ErrorRow &r) { return errorCode == r.code; });
    if (row != rows.end())
        return {Words::tr(row->what), Words::tr(row->advice)};
    const bool says = !errorCode.isEmpty() && errorCode != "NoError"_L1;
    return {says ? errorCode : Words::tr("it does not say why"),
            Words::tr("Look at the station; a restart often helps.")};
}

} // namespace ui
